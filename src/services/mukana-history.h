#pragma once

#include "domain/mukana-field-change.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Which record's history. */
typedef struct
{
  MukanaKind kind;         /* PERSON, ORGANISATION or REQUEST */
  gint64     record_id;
} MukanaHistoryQuestion;

extern const MukanaJob mukana_history_job;         /* question -> GPtrArray, newest first */
extern const MukanaJob mukana_history_revert_job;  /* id of a change -> NULL */

G_END_DECLS
