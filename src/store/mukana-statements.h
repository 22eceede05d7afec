#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A named statement of the files in sql, read once for the whole program.
 *
 * In the file a parameter is ":person_id".  Here it is "$1": numbered by first
 * appearance, which both engines count alike, and found by its name. */
typedef struct
{
  const char  *name;        /* "people.get" */
  const char  *sql;         /* may hold the hole {order} */
  char       **parameters;  /* their names, by number from 0 */
  char       **orders;      /* "name", "ORDER …", "name", … : what {order} may become; or NULL */
} MukanaStatement;

const MukanaStatement *mukana_statements_find  (const char            *name);
GPtrArray             *mukana_statements_all   (void);
char                  *mukana_statement_fill   (const MukanaStatement *self,
                                                const char            *order);

G_END_DECLS
