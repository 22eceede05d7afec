#pragma once

#include "base/mukana-days.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A statement that was asked or given in a time, from wherever it was written down. */
typedef struct
{
  gint64      organisation_id;
  char       *organisation_name;
  const char *organisation_kind;   /* interned, of mukana_organisation_kinds */
  const char *kind;                /* interned, of mukana_statement_kinds */
  char       *about;
  MukanaDay   asked_on;            /* NONE when that is not known */
  MukanaDay   given_on;            /* NONE when it has not been given */
  gboolean    is_asked;            /* in the time */
  gboolean    is_given;            /* in the time */
} MukanaStatementLine;

typedef struct
{
  gint64 n_asked;
  gint64 n_given;
  gint64 n_hearings;               /* of those asked */
} MukanaStatementCount;

void                  mukana_statement_line_free   (MukanaStatementLine *self);
GPtrArray            *mukana_statement_lines_load  (MukanaDb            *db,
                                                    MukanaDay            from,
                                                    MukanaDay            until,
                                                    GError             **error);
MukanaStatementCount  mukana_statement_lines_count (GPtrArray           *lines,
                                                    const char          *organisation_kind);

/* gint64 *, a year -> GPtrArray of MukanaStatementLine, newest first. */
extern const MukanaJob mukana_statement_lines_job;

G_END_DECLS
