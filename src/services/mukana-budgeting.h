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

extern const MukanaJob mukana_budgets_job;       /* year (gint64) -> GPtrArray of MukanaBudgetRow */
extern const MukanaJob mukana_budget_save_job;   /* MukanaBudget -> its id; the same thing again is
                                                    the same row with other sums */
extern const MukanaJob mukana_budget_drop_job;   /* MukanaBudget -> NULL */

G_END_DECLS
