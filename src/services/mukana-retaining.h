#pragma once

#include "domain/mukana-retention.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A record whose time is over. */
typedef struct
{
  const char *code;        /* static, of mukana_retention_codes */
  gint64      record_id;
  gint64      person_id;   /* 0: it is about nobody in particular */
  char       *label;       /* whose it is, or its title; may be empty */
  MukanaDay   due_on;      /* the first day on which it may go */
  char       *theme_id;    /* of a list: which theme, where the reader may see it; else NULL */
} MukanaRetentionItem;

/* What was proposed, and perhaps done. */
typedef struct
{
  gint64    id;
  char     *code;
  char     *proposed_by;
  MukanaDay proposed_on;
  char     *approved_by;   /* NULL while it waits */
  gint64    person_id;     /* who is to be erased, while that waits; 0 else */
  char     *label;         /* whose data they are; NULL else */
  MukanaDay done_on;       /* NONE while it waits */
  gint64    n_records;
} MukanaRetentionRun;

/* All that the page shows. */
typedef struct
{
  GPtrArray *rules;        /* MukanaRetentionRule, in the order of mukana_retention_codes */
  GPtrArray *due;          /* MukanaRetentionItem, of rules that are on */
  GPtrArray *runs;         /* MukanaRetentionRun, those that wait first */
  char      *actor;        /* who looks: may not approve what they proposed */
} MukanaRetention;

void mukana_retention_free (MukanaRetention *self);

/* What is to be removed: what a dry run showed. */
typedef struct
{
  char   *code;
  GArray *ids;             /* gint64 */
} MukanaRetentionOrder;

MukanaRetentionOrder *mukana_retention_order_new  (const char           *code,
                                                   GPtrArray            *items);
void                  mukana_retention_order_free (MukanaRetentionOrder *self);

GPtrArray *mukana_retaining_due (MukanaDb    *db,
                                 const char  *only,
                                 GError     **error);

gboolean   mukana_retaining_propose_erasure (MukanaDb  *db,
                                             gint64     person_id,
                                             GError   **error);
GPtrArray *mukana_retaining_erasures        (MukanaDb  *db,
                                             int        max_rows,
                                             GError   **error);

/* Job: takes NULL, gives a GPtrArray of MukanaRetentionRun: erasures that another user is to
 * approve, the oldest first. */
extern const MukanaJob mukana_retaining_erasures_job;

/* Job: takes NULL, gives a MukanaRetention: the dry run. */
extern const MukanaJob mukana_retaining_read_job;
/* Job: takes the code of a rule, gives a GPtrArray of MukanaRetentionItem: what is due by it, with
 * the themes.  It is noted as a look. */
extern const MukanaJob mukana_retaining_list_job;
/* Job: takes a MukanaRetentionRule, gives NULL. */
extern const MukanaJob mukana_retaining_set_job;
/* Job: takes a MukanaRetentionOrder, gives a gint64 *: how many were removed; -1 when another
 * user has to approve it first. */
extern const MukanaJob mukana_retaining_run_job;
/* Job: takes the id of a run (gint64 *) that waits, gives a gint64 *: how many were removed. */
extern const MukanaJob mukana_retaining_approve_job;
/* Job: takes the id of a run (gint64 *) that waits, which is dropped; gives NULL. */
extern const MukanaJob mukana_retaining_drop_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaRetention, mukana_retention_free)

G_END_DECLS
