/* mukana-budget-group.c: what units and projects mean to spend in a year, and what of it is
 * gone or promised.
 */

#include "ui/fees/mukana-budget-group.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/kit/mukana-suggest.h"

static char *
tell_row (MukanaBudgetRow *row)
{
  g_autofree char *spent = mukana_format_money (NULL, row->spent_cents);
  g_autofree char *committed = mukana_format_money (NULL, row->committed_cents);
  g_autofree char *planned = mukana_format_money (NULL, row->budget->planned_cents);
  const char *item = mukana_code_label (mukana_cost_items, row->budget->item);

  if (row->committed_cents == 0)
    /* Translators: a cost item, euros spent, euros planned */
    return g_strdup_printf (_("%s · spent %s of %s"), item, spent, planned);

  /* Translators: a cost item, euros spent, euros committed, euros planned */
  return g_strdup_printf (_("%s · spent %s, committed %s of %s"), item, spent, committed, planned);
}

/* Returns: yours, whose it is: "Kotihoito · Yöhanke" */
static char *
tell_whose (MukanaBudget *budget)
{
  if (mukana_text_is_empty (budget->unit))
    return g_strdup (budget->project);

  return mukana_text_is_empty (budget->project)
         ? g_strdup (budget->unit) : g_strjoin (" · ", budget->unit, budget->project, NULL);
}

static GtkWidget *
make_row (MukanaBudgetRow *row)
{
  gboolean is_over = row->spent_cents + row->committed_cents > row->budget->planned_cents;
  g_autofree char *words = tell_row (row);
  g_autofree char *whose = tell_whose (row->budget);
  GtkWidget *about = mukana_layout_column (0, mukana_layout_wrapped (whose, "row-title"),
                                           mukana_layout_wrapped (words, "second-line"), NULL);
  GtkWidget *line = mukana_layout_row (12, mukana_layout_expand (about), NULL);
  GtkWidget *button = mukana_layout_button (_("Change…"), "flat", "fees.budget");

  if (is_over)
    gtk_box_append (GTK_BOX (line),
                    mukana_layout_middle (mukana_pill_new (MUKANA_PILL_WARN, _("Over"))));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", row->budget->id);
  gtk_box_append (GTK_BOX (line), mukana_layout_spoken_as (button, _("Change…"), whose));
  return line;
}

/* Returns: (transfer floating): to the budgets of @year */
static GtkWidget *
make_year_button (const char *icon,
                  int         year)
{
  /* Translators: a button that shows the budgets of that year */
  g_autofree char *name = g_strdup_printf (_("Budget of %d"), year);
  GtkWidget *button = mukana_layout_icon_button (icon, name, "fees.budget-year");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) year);
  return button;
}

/** mukana_budget_group_new: Returns: (transfer floating): @rows: of MukanaBudgetRow */
GtkWidget *
mukana_budget_group_new (GPtrArray *rows,
                         int        year)
{
  GtkWidget *card = mukana_layout_card ();
  GtkWidget *button = mukana_layout_button (_("_Add…"), "flat", "fees.budget");
  g_autofree char *title = g_strdup_printf (_("Budget %d"), year);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) 0);
  for (guint i = 0; i < rows->len; i++)
    mukana_layout_card_add (card, make_row (g_ptr_array_index (rows, i)));
  if (rows->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("No budget yet. What fees cost is counted by itself, by the unit and the project of the "
        "request."),
      "second-line"));
  return mukana_layout_column (6,
    mukana_layout_heading (title,
                           mukana_layout_row (6, make_year_button ("go-previous-symbolic",
                                                                   year - 1),
                                              make_year_button ("go-next-symbolic", year + 1),
                                              button, NULL)), card, NULL);
}

static void
budget_saved (MukanaPage *page,
              gpointer    result,
              gpointer    data)
{
  g_free (result);
  mukana_page_did_for_good (page, _("The budget is saved"));
}

static const MukanaRecordDeed budget_deed = {
  &mukana_budget_save_job, NULL, NULL, budget_saved
};

/** mukana_budget_dialog_present: @budget: (nullable): one that is changed; @year: of a new one */
void
mukana_budget_dialog_present (MukanaPage   *page,
                              MukanaBudget *budget,
                              int           year)
{
  g_autoptr (MukanaBudget) fresh = g_object_new (MUKANA_TYPE_BUDGET, NULL);
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_budget_check);
  GtkWidget *unit = NULL, *project = NULL, *year_row = NULL, *item = NULL;
  MukanaRecordDialog *dialog;

  mukana_record_init_int (fresh, "year", year);
  mukana_record_init_text (fresh, "item", "fees");
  mukana_form_load (form, budget != NULL ? budget : fresh);
  dialog = mukana_record_dialog_new (page, _("Budget"), _("Save"), form, &budget_deed, NULL, NULL);
  unit = mukana_suggest_used (mukana_field_row_new (_("Unit, as requests name it"), "unit", form),
                              page, MUKANA_SUGGEST_UNIT);
  project = mukana_suggest_used (mukana_field_row_new (_("Project, as requests name it"),
                                                       "project", form), page,
                                 MUKANA_SUGGEST_PROJECT);
  year_row = mukana_number_row_new (_("Year"), "year", "", form);
  item = mukana_choice_row_new (_("Cost item"), "item", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (item), mukana_cost_items);
  gtk_widget_set_sensitive (unit, budget == NULL);
  gtk_widget_set_sensitive (project, budget == NULL);
  gtk_widget_set_sensitive (year_row, budget == NULL);
  gtk_widget_set_sensitive (item, budget == NULL);
  mukana_record_dialog_add (dialog, unit);
  mukana_record_dialog_add (dialog, project);
  mukana_record_dialog_add (dialog, year_row);
  mukana_record_dialog_add (dialog, item);
  mukana_record_dialog_add_group (dialog, NULL);
  mukana_record_dialog_explain (dialog, _("What fees cost is counted from the fees."));
  mukana_record_dialog_add (dialog, mukana_money_row_new (_("Planned, euros"), "planned-cents",
                                                          form));
  mukana_record_dialog_add (dialog, mukana_money_row_new (_("Spent, euros"), "actual-cents", form));
  gtk_window_present (GTK_WINDOW (dialog));
}
