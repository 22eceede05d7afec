#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A finding about one field.  The sentence is marked N_() where it is written
 * and translated where it is shown; it never quotes what was typed. */
typedef struct
{
  char       *field;      /* name in the field table; NULL when it is about the whole record */
  const char *sentence;   /* static, English */
} MukanaIssue;

/* A GPtrArray of MukanaIssue that frees them. */
GPtrArray         *mukana_issues_new       (void);
void               mukana_issues_add       (GPtrArray    *issues,
                                            const char   *field,
                                            const char   *sentence);
const MukanaIssue *mukana_issues_find      (GPtrArray    *issues,
                                            const char   *field);
GError            *mukana_issues_to_error  (GPtrArray    *issues);
gboolean           mukana_issues_pass      (GPtrArray    *issues,
                                            GError      **error);
GPtrArray         *mukana_error_get_issues (const GError *error);

G_END_DECLS
