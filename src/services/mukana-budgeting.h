#pragma once

#include "domain/mukana-budget.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A budget beside what has become of it. */
typedef struct
{
  MukanaBudget *budget;
  gint64        committed_cents;   /* of fees: agreed or done, and not paid */
  gint64        spent_cents;       /* of fees: paid; of other items what was typed */
} MukanaBudgetRow;

/* Fees of which requests, of work in which days. */
typedef struct
{
  const char *unit;                /* NULL or empty: any */
  const char *project;             /* likewise */
  MukanaDay   from;
  MukanaDay   until;               /* last day */
  gboolean    is_at_door;          /* read by a connection that reads people by consent alone */
} MukanaFeeScope;

typedef struct
{
  gint64 committed_cents;
  gint64 spent_cents;
} MukanaFeeUse;

gboolean mukana_budgeting_count_fees (MukanaDb              *db,
                                      GPtrArray             *rules,
                                      const MukanaFeeScope  *scope,
                                      MukanaFeeUse          *use,
                                      GError               **error);

extern const MukanaJob mukana_budgets_job;       /* year (gint64) -> GPtrArray of MukanaBudgetRow */
extern const MukanaJob mukana_budget_save_job;   /* MukanaBudget -> its id; the same thing again is
                                                    the same row with other sums */
extern const MukanaJob mukana_budget_drop_job;   /* MukanaBudget -> NULL */

G_END_DECLS
