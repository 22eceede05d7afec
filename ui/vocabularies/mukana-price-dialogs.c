/* mukana-price-dialogs.c: a new fee, a new price of one, a new kilometre rate.
 *
 * There is no dialog that edits a price: fee lines quote the rows there are.
 */

#include "ui/vocabularies/mukana-vocabulary-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-pricing.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-suggest.h"
#include "ui/kit/mukana-switch-row.h"

/* What a dialog keeps beside its form. */
typedef struct
{
  MukanaLexicon *lexicon;
  MukanaRecord  *asked;     /* what was last asked to be stored */
} Pricing;

static Pricing *
pricing_new (MukanaPage *page)
{
  Pricing *self = g_new0 (Pricing, 1);

  self->lexicon =
    g_object_ref (mukana_context_peek_vocabulary (mukana_page_get_context (page)));
  return self;
}

static void
pricing_free (gpointer data)
{
  Pricing *self = data;

  g_clear_object (&self->asked);
  g_object_unref (self->lexicon);
  g_free (self);
}

static gpointer
ask (gpointer draft,
     gpointer data)
{
  g_set_object (&((Pricing *) data)->asked, draft);
  return g_object_ref (draft);
}

/* The day on which most prices change. */
static MukanaDay
next_new_year (MukanaPage *page)
{
  int year, month, day;

  mukana_day_split (mukana_context_today (mukana_page_get_context (page)), &year, &month, &day);
  return mukana_day_new (year + 1, 1, 1);
}

static void
say_done (MukanaPage      *page,
          const char      *sentence,
          const MukanaJob *drop_job,
          gpointer         stored)
{
  mukana_page_did (page, sentence,
                   mukana_step_new (sentence, drop_job, stored, g_object_unref));
}

static GPtrArray *
check_rule (gpointer draft,
            gpointer data)
{
  return mukana_fee_rule_check (draft,
                                mukana_lexicon_peek_fee_rules (((Pricing *) data)->lexicon));
}

static void
rule_added_cb (MukanaPage *page,
               gpointer    result,
               gpointer    data)
{
  g_autofree gint64 *id = result;

  say_done (page, _("Price added"), &mukana_fee_rule_drop_job,
            mukana_record_with_int (((Pricing *) data)->asked, "id", *id));
}

static const MukanaRecordDeed rule_deed = {
  .job = &mukana_fee_rule_add_job,
  .make_arg = ask,
  .free_arg = g_object_unref,
  .done = rule_added_cb,
};

/* The first code of this kind that no fee has: "fee-1", "fee-2" … */
static char *
make_rule_code (GPtrArray *rules)
{
  for (int n = 1; ; n++)
    {
      g_autofree char *code = g_strdup_printf ("fee-%d", n);
      gboolean is_taken = FALSE;

      for (guint i = 0; i < rules->len; i++)
        is_taken |= g_str_equal (((MukanaFeeRule *) g_ptr_array_index (rules, i))->code, code);
      if (!is_taken)
        return g_steal_pointer (&code);
    }
}

static MukanaFeeRule *
make_next_rule (MukanaPage    *page,
                MukanaFeeRule *rule,
                GPtrArray     *rules)
{
  static const char * const kept[] = { "code", "label-fi", "label-sv", "label-en", "unit",
                                       "income-type", "role-code", "cost-centre" };
  static const char * const numbers[] = { "amount-cents", "minimum-cents", "needs-training",
                                          "pays-preparation", "cancel-hours", "cancel-percent" };
  MukanaFeeRule *next = g_object_new (MUKANA_TYPE_FEE_RULE, NULL);
  g_autofree char *code = make_rule_code (rules);

  mukana_record_init_text (next, "code", code);
  mukana_record_init_text (next, "unit", mukana_fee_units[0]);
  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (kept); i++)
    mukana_record_init_text (next, kept[i], mukana_record_peek_text (MUKANA_RECORD (rule),
                                                                    kept[i]));
  mukana_record_init_int (next, "pays-preparation", TRUE);
  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (numbers); i++)
    mukana_record_init_int (next, numbers[i], mukana_record_get_int (MUKANA_RECORD (rule),
                                                              numbers[i]));
  mukana_record_init_int (next, "valid-from", next_new_year (page));
  mukana_record_init_int (next, "valid-until", MUKANA_DAY_NONE);
  return next;
}

/* Whose price it is, and what else the decision says. */
static void
add_conditions (MukanaRecordDialog *dialog,
                MukanaPage         *page,
                MukanaForm         *form)
{
  MukanaLexicon *lexicon = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  GPtrArray *roles = mukana_lexicon_peek_all (lexicon, MUKANA_LEXICON_ROLE);
  GtkWidget *role = mukana_choice_row_new (_("For the role"), "role-code", form);

  mukana_record_dialog_add_group (dialog, _("Decision"));
  mukana_choice_row_add (MUKANA_CHOICE_ROW (role), NULL, _("Everybody"));
  for (guint i = 0; i < roles->len; i++)
    {
      const char *code = ((MukanaRole *) g_ptr_array_index (roles, i))->code;

      mukana_choice_row_add (MUKANA_CHOICE_ROW (role), code,
                             mukana_lexicon_label (lexicon, MUKANA_LEXICON_ROLE, code));
    }
  mukana_record_dialog_add (dialog, role);
  mukana_record_dialog_add (dialog, mukana_switch_row_new (_("Only for trained people"),
                                                           "needs-training", form));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (_("Preparation is paid"),
                                                           "pays-preparation", form));
  mukana_record_dialog_add (dialog, mukana_money_row_new (_("At least, euros"), "minimum-cents",
                                                          form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Cancelled by the unit later than"),
                                                           "cancel-hours", _("h before"), form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Then paid of the fee"),
                                                           "cancel-percent", _("%"), form));
  mukana_record_dialog_add (dialog,
    mukana_suggest_used (mukana_field_row_new (_("Cost centre"), "cost-centre", form), page,
                         MUKANA_SUGGEST_COST_CENTRE));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Reference of the decision"),
                                                          "decision-ref", form));
}

/* A day that has passed is mostly a slip of the year. */
static void
show_past (GtkWidget  *label,
           MukanaForm *form)
{
  MukanaDay today = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "today"));
  MukanaDay from = (MukanaDay) mukana_form_get_int (form, "valid-from");

  gtk_widget_set_visible (label, from != MUKANA_DAY_NONE && from < today);
}

static GtkWidget *
make_past (MukanaPage *page,
           MukanaForm *form)
{
  GtkWidget *label = mukana_layout_tip (mukana_layout_wrapped (
    _("The price begins in the past: days that are recorded from now on are paid by it back to "
      "that day. What was recorded stays as it was."), NULL));

  g_object_set_data (G_OBJECT (label), "today", GINT_TO_POINTER (
    mukana_context_today (mukana_page_get_context (page))));
  g_signal_connect_object (form, "changed", G_CALLBACK (show_past), label, G_CONNECT_SWAPPED);
  show_past (label, form);
  return label;
}

/** mukana_fee_rule_dialog_new: @rule: (nullable): what gets a new price; NULL for a new fee */
MukanaRecordDialog *
mukana_fee_rule_dialog_new (MukanaPage    *page,
                            MukanaFeeRule *rule)
{
  Pricing *pricing = pricing_new (page);
  g_autoptr (MukanaFeeRule) next =
    make_next_rule (page, rule, mukana_lexicon_peek_fee_rules (pricing->lexicon));
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_rule, pricing);
  MukanaRecordDialog *dialog;
  GtkWidget *unit = mukana_choice_row_new (_("Unit"), "unit", form);

  mukana_form_load (form, next);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (unit), mukana_fee_units);
  dialog = mukana_record_dialog_new (page, rule != NULL ? _("New price") : _("New fee"), _("Add"),
                                     form, &rule_deed, pricing, pricing_free);
  mukana_record_dialog_set_height (dialog, 560);
  mukana_record_dialog_add_group (dialog, _("Price"));
  mukana_record_dialog_explain (dialog, _("Earlier prices stay as they are, for what was "
                                          "paid by them."));
  mukana_record_dialog_add (dialog, mukana_money_row_new (_("Euros"), "amount-cents", form));
  mukana_record_dialog_add (dialog, unit);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("From"), "valid-from", form));
  mukana_record_dialog_add (dialog, make_past (page, form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Until"), "valid-until", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Income type of the Incomes Register"),
                                                          "income-type", form));
  add_conditions (dialog, page, form);
  mukana_record_dialog_add_group (dialog, _("Name"));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("In Finnish"), "label-fi", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("In Swedish"), "label-sv", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("In English"), "label-en", form));
  return dialog;
}

static GPtrArray *
check_rate (gpointer draft,
            gpointer data)
{
  return mukana_travel_rate_check (draft,
                                   mukana_lexicon_peek_travel_rates (((Pricing *) data)->lexicon));
}

static void
rate_added_cb (MukanaPage *page,
               gpointer    result,
               gpointer    data)
{
  say_done (page, _("Kilometre rate added"), &mukana_travel_rate_drop_job,
            g_object_ref (((Pricing *) data)->asked));
}

static const MukanaRecordDeed rate_deed = {
  .job = &mukana_travel_rate_add_job,
  .make_arg = ask,
  .free_arg = g_object_unref,
  .done = rate_added_cb,
};

MukanaRecordDialog *
mukana_travel_rate_dialog_new (MukanaPage *page)
{
  static const struct { const char *field; const char *title; } prices[] = {
    { "km-cents", N_("Euros a kilometre") },
    { "passenger-cents", N_("Euros a kilometre for each passenger") },
    { "day-cents", N_("Per diem, euros") },
    { "part-day-cents", N_("Partial per diem, euros") },
    { "meal-cents", N_("Meal allowance, euros") },
    { "trip-max-cents", N_("Most for one trip, euros (empty: no limit)") },
  };
  Pricing *pricing = pricing_new (page);
  GPtrArray *rates = mukana_lexicon_peek_travel_rates (pricing->lexicon);
  MukanaTravelRate *last = rates->len > 0 ? g_ptr_array_index (rates, rates->len - 1) : NULL;
  g_autoptr (MukanaTravelRate) next = g_object_new (MUKANA_TYPE_TRAVEL_RATE, NULL);
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_rate, pricing);
  MukanaRecordDialog *dialog;

  mukana_record_init_int (next, "valid-from", next_new_year (page));
  for (guint i = 0; last != NULL && i < G_N_ELEMENTS (prices); i++)
    mukana_record_init_int (next, prices[i].field,
                            mukana_record_get_int (MUKANA_RECORD (last), prices[i].field));
  mukana_form_load (form, next);
  dialog = mukana_record_dialog_new (page, _("New kilometre rate"), _("Add"), form, &rate_deed,
                                     pricing, pricing_free);
  mukana_record_dialog_explain (dialog, _("The Tax Administration decides the tax-exempt "
                                          "rate for each year."));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("From"), "valid-from", form));
  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    mukana_record_dialog_add (dialog, mukana_money_row_new (_(prices[i].title), prices[i].field,
                                                            form));
  return dialog;
}
