/* mukana-budget.c: the six cost items of participation, by unit, project and year.
 *
 * Source: the participation model of the Finnish Institute for Health and Welfare: staff,
 * training, fees of experts by experience, premises, activities, the feedback system.
 */

#include "domain/mukana-budget.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

#define AT(field) G_STRUCT_OFFSET (MukanaBudget, field)

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, MUKANA_FIELD_PLAIN, NULL },
  { "unit", MUKANA_FIELD_TEXT, AT (unit), 200, MUKANA_FIELD_PLAIN, NULL },
  { "project", MUKANA_FIELD_TEXT, AT (project), 200, MUKANA_FIELD_PLAIN, NULL },
  { "year", MUKANA_FIELD_INT, AT (year), 2200, MUKANA_FIELD_PLAIN, NULL },
  { "item", MUKANA_FIELD_TEXT, AT (item), 20, MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED,
    mukana_cost_items },
  { "planned-cents", MUKANA_FIELD_CENTS, AT (planned_cents), 0, MUKANA_FIELD_PLAIN, NULL },
  { "actual-cents", MUKANA_FIELD_CENTS, AT (actual_cents), 0, MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaBudget, mukana_budget, fields)

/** mukana_budget_check: Returns: yours, of MukanaIssue */
GPtrArray *
mukana_budget_check (gpointer draft)
{
  MukanaBudget *budget = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (mukana_text_is_empty (budget->unit) && mukana_text_is_empty (budget->project))
    mukana_issues_add (issues, "unit", N_("Say whose budget it is: a unit's or a project's."));
  if (budget->year < 2000)
    mukana_issues_add (issues, "year", N_("Type the year, such as 2026."));
  if (budget->planned_cents < 0)
    mukana_issues_add (issues, "planned-cents", N_("A price is not negative."));
  if (budget->actual_cents < 0)
    mukana_issues_add (issues, "actual-cents", N_("A price is not negative."));
  if (g_strcmp0 (budget->item, "fees") == 0 && budget->actual_cents != 0)
    mukana_issues_add (issues, "actual-cents", N_("What fees cost is counted from the fees."));

  return issues;
}
