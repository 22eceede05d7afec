/* mukana-budgeting.c: budgets of units and projects, and what of them is committed and spent.
 *
 * Of fees both are counted: lines by their state, and what is agreed and not done yet by
 * the price that will hold.  The other five items are typed.
 */

#include "services/mukana-budgeting.h"

#include "base/mukana-issue.h"
#include "domain/mukana-fee.h"
#include "services/mukana-counting.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

static void
free_row (gpointer data)
{
  MukanaBudgetRow *row = data;

  g_object_unref (row->budget);
  g_free (row);
}

static gboolean
count_lines (MukanaDb             *db,
             const MukanaFeeScope *scope,
             MukanaFeeUse         *use,
             GError              **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "budgets.lines", error,
                                                    mukana_text ("unit", scope->unit),
                                                    mukana_text ("project", scope->project),
                                                    mukana_day ("from", scope->from),
                                                    mukana_day ("until", scope->until));

  if (query == NULL || mukana_query_step (query, error) < 0)
    return FALSE;

  use->spent_cents = mukana_query_get_int (query, "spent_cents");
  use->committed_cents = mukana_query_get_int (query, "committed_cents");
  return TRUE;
}

static gboolean
count_agreed (MukanaDb             *db,
              GPtrArray            *rules,
              const MukanaFeeScope *scope,
              MukanaFeeUse         *use,
              GError              **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "budgets.agreed", error,
                                                    mukana_text ("unit", scope->unit),
                                                    mukana_text ("project", scope->project),
                                                    mukana_day ("from", scope->from),
                                                    mukana_day ("until", scope->until));
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaFeeWork work = { .minutes = mukana_query_get_int (query, "planned_minutes"),
                             .agreed_cents = mukana_query_get_int (query, "fee_cents"),
                             .percent = 100, .day = mukana_query_get_day (query, "day") };
      gint64 cents;

      if (!mukana_counting_expect_fee (db, rules, mukana_query_get_int (query, "person_id"),
                                       mukana_query_peek_text (query, "fee_rule_code"), &work,
                                       scope->is_at_door, &cents, error))
        return FALSE;
      use->committed_cents += cents;
    }
  return result == 0;
}

/**
 * mukana_budgeting_count_fees:
 * @rules: of MukanaFeeRule
 * @use: (out): what of fees in @scope is promised, and what is paid
 *
 * Thread: worker.
 */
gboolean
mukana_budgeting_count_fees (MukanaDb              *db,
                             GPtrArray             *rules,
                             const MukanaFeeScope  *scope,
                             MukanaFeeUse          *use,
                             GError               **error)
{
  MukanaFeeUse counted = { 0 };

  if (!count_lines (db, scope, &counted, error) ||
      !count_agreed (db, rules, scope, &counted, error))
    return FALSE;

  *use = counted;
  return TRUE;
}

static MukanaBudgetRow *
make_row (MukanaDb      *db,
          GPtrArray     *rules,
          MukanaBudget  *budget,
          GError       **error)
{
  MukanaBudgetRow *row = g_new0 (MukanaBudgetRow, 1);
  const MukanaFeeScope scope = { .unit = budget->unit, .project = budget->project,
                                 .from = mukana_day_new ((int) budget->year, 1, 1),
                                 .until = mukana_day_new ((int) budget->year, 12, 31) };
  MukanaFeeUse use = { .spent_cents = budget->actual_cents };

  row->budget = g_object_ref (budget);
  if (g_strcmp0 (budget->item, "fees") == 0 &&
      !mukana_budgeting_count_fees (db, rules, &scope, &use, error))
    {
      free_row (row);
      return NULL;
    }

  row->spent_cents = use.spent_cents;
  row->committed_cents = use.committed_cents;
  return row;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) rules = mukana_record_list (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error);
  g_autoptr (GPtrArray) budgets =
    rules ? mukana_record_list (db, "budgets.of-year", MUKANA_TYPE_BUDGET, error,
                                mukana_int ("year", *(gint64 *) arg)) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  for (guint i = 0; budgets != NULL && i < budgets->len; i++)
    {
      MukanaBudgetRow *row = make_row (db, rules, g_ptr_array_index (budgets, i), error);

      if (row == NULL)
        return NULL;

      g_ptr_array_add (rows, row);
    }

  return budgets != NULL ? g_steal_pointer (&rows) : NULL;
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaBudget *budget = arg;
  g_autoptr (GPtrArray) issues = mukana_budget_check (budget);
  GError *invalid = mukana_issues_to_error (issues);
  gint64 id;

  if (invalid != NULL)
    {
      g_propagate_error (error, invalid);
      return NULL;
    }

  if ((id = mukana_record_insert (db, "budgets.save", MUKANA_RECORD (budget), error)) < 0 ||
      !mukana_journal_add (db, "budgeting.save", MUKANA_KIND_FEE, 0, "budget", error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_FEE, 0, MUKANA_EFFECT_CHANGED);
  return g_memdup2 (&id, sizeof id);
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaBudget *budget = arg;

  if (mukana_db_run (db, "budgets.drop", error, mukana_int ("id", budget->id)) >= 0 &&
      mukana_journal_add (db, "budgeting.drop", MUKANA_KIND_FEE, 0, "budget", error))
    mukana_db_touch (db, MUKANA_KIND_FEE, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_budgets_job = {
  "budgeting.list", MUKANA_LANE_READ, list_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_budget_save_job = {
  "budgeting.save", MUKANA_LANE_WRITE, save_run, g_free, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_budget_drop_job = {
  "budgeting.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
