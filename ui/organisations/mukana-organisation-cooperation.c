/* mukana-organisation-cooperation.c: agreements and grants, statements and referrals of one
 * organisation.
 */

#include "ui/organisations/mukana-organisation-cooperation.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-cooperation.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-counted-dialog.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-switch-row.h"
#include "ui/organisations/mukana-organisation-parts.h"

static GtkWidget *
make_section (const char *title,
              const char *deed,
              const char *action,
              GtkWidget  *card)
{
  return mukana_organisation_make_section (title, mukana_layout_deed (deed, "flat", action, 0),
                                           card);
}

/* Agreements and grants. */

static char *
describe_agreement (MukanaAgreement *agreement)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *amount = mukana_format_money (NULL, agreement->amount_cents);
  g_auto (GStrv) parts = NULL;

  g_strv_builder_add (builder, mukana_code_label (mukana_agreement_kinds, agreement->kind));
  if (agreement->amount_cents > 0)
    g_strv_builder_add (builder, amount);
  if (agreement->reference != NULL)
    g_strv_builder_add (builder, agreement->reference);
  if (agreement->is_settled)
    g_strv_builder_add (builder, _("let to end"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}

static GtkWidget *
make_agreement_line (MukanaPage      *page,
                     MukanaAgreement *agreement)
{
  g_autofree char *detail = describe_agreement (agreement);
  GtkWidget *line = mukana_organisation_make_line (agreement->title, detail);
  GtkWidget *pill = mukana_pill_new (MUKANA_PILL_NEUTRAL, "");

  mukana_organisation_fill_agreement (MUKANA_PILL (pill), agreement->from_day,
                                      agreement->until_day,
                                      mukana_context_today (mukana_page_get_context (page)));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), pill);
  gtk_box_append (GTK_BOX (line), mukana_layout_deed_of (_("Change…"), "flat",
                                                         "organisation.agreement", agreement->id,
                                                         agreement->title != NULL
                                                           ? agreement->title : detail));
  gtk_box_append (GTK_BOX (line), mukana_record_deed_button (page, agreement,
                                                             _("Remove the agreement"),
                                                             _("Agreement removed")));
  if (mukana_page_get_narrow (page))
    mukana_organisation_fold_line (line);
  return line;
}

GtkWidget *
mukana_organisation_make_agreements (MukanaPage             *page,
                                     MukanaOrganisationFile *file)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "mukana-card");
  for (guint i = 0; i < file->agreements->len; i++)
    gtk_box_append (GTK_BOX (card),
                    make_agreement_line (page, g_ptr_array_index (file->agreements, i)));
  if (file->agreements->len == 0)
    gtk_box_append (GTK_BOX (card), mukana_organisation_make_line (
      _("No agreements or grants here"),
      _("Whatever ends within 30 days comes to Today.")));
  return make_section (_("Agreements and grants"), _("Add…"), "organisation.agreement", card);
}

static gpointer
find_by_id (GPtrArray *records,
            gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    if (mukana_record_get_int (g_ptr_array_index (records, i), "id") == id)
      return g_ptr_array_index (records, i);

  return NULL;
}

void
mukana_agreement_dialog_present (MukanaPage             *page,
                                 MukanaOrganisationFile *file,
                                 gint64                  id)
{
  g_autoptr (MukanaAgreement) fresh = g_object_new (MUKANA_TYPE_AGREEMENT, NULL);
  MukanaAgreement *agreement = find_by_id (file->agreements, id);
  GtkWidget *kind;
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "organisation-id", file->organisation->id);
  mukana_record_init_text (fresh, "kind", "grant");
  dialog = mukana_record_deed_ask (page, _("Agreement or grant"), mukana_agreement_check, agreement,
                                   fresh);
  form = mukana_record_dialog_get_form (dialog);
  kind = mukana_choice_row_new (_("Kind"), "kind", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_agreement_kinds);
  mukana_record_dialog_add (dialog, kind);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("About what"), "title", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Reference of the decision"),
                                                          "reference", form));
  mukana_record_dialog_add (dialog, mukana_money_row_new (_("Amount, euros"), "amount-cents",
                                                          form));
  mukana_record_dialog_add_group (dialog, NULL);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("From"), "from-day", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Until"), "until-day", form));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (
    _("Let it end, and do not remind"), "is-settled", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Statements. */

static char *
describe_statement (MukanaStatementRequest *statement)
{
  g_autofree char *asked = mukana_organisation_day (statement->asked_on);
  const char *kind = mukana_code_label (mukana_statement_kinds, statement->kind);

  if (statement->summary != NULL)
    /* Translators: for what a statement was asked, the day, and what it said */
    return g_strdup_printf (_("%1$s, requested %2$s: %3$s"), kind, asked, statement->summary);

  return g_strdup_printf (_("%1$s, requested %2$s"), kind, asked);
}

static GtkWidget *
make_statement_pill (MukanaStatementRequest *statement,
                     MukanaDay               today)
{
  g_autofree char *given = mukana_organisation_day (statement->given_on);
  g_autofree char *due = mukana_organisation_day (statement->due_on);
  g_autofree char *text = NULL;

  if (statement->given_on != MUKANA_DAY_NONE)
    {
      text = g_strdup_printf (_("Given %s"), given);
      return mukana_pill_new (MUKANA_PILL_OK, text);
    }
  if (statement->declined_on != MUKANA_DAY_NONE)
    return mukana_pill_new (MUKANA_PILL_NEUTRAL, _("Not given"));
  if (statement->due_on == MUKANA_DAY_NONE)
    return mukana_pill_new (MUKANA_PILL_WAITING, _("Awaited"));

  text = g_strdup_printf (_("Due %s"), due);
  return mukana_pill_new (statement->due_on < today ? MUKANA_PILL_WARN : MUKANA_PILL_WAITING,
                          text);
}

static GtkWidget *
make_statement_line (MukanaPage             *page,
                     MukanaStatementRequest *statement)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  g_autofree char *detail = describe_statement (statement);
  GtkWidget *line = mukana_organisation_make_line (statement->about, detail);
  GtkWidget *pill = make_statement_pill (statement, today);
  gboolean is_open = statement->given_on == MUKANA_DAY_NONE &&
                     statement->declined_on == MUKANA_DAY_NONE;

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), pill);
  gtk_box_append (GTK_BOX (line), mukana_layout_deed_of (is_open ? _("Record…") : _("Change…"),
                                                         "flat", "organisation.statement",
                                                         statement->id, statement->about));
  if (mukana_page_get_narrow (page))
    mukana_organisation_fold_line (line);
  return line;
}

GtkWidget *
mukana_organisation_make_statements (MukanaPage             *page,
                                     MukanaOrganisationFile *file)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "mukana-card");
  for (guint i = 0; i < file->statements->len; i++)
    gtk_box_append (GTK_BOX (card),
                    make_statement_line (page, g_ptr_array_index (file->statements, i)));
  if (file->statements->len == 0)
    gtk_box_append (GTK_BOX (card), mukana_organisation_make_line (
      _("No statements asked yet"),
      _("Prior impact assessments and hearings: what was asked, and what was said.")));
  return make_section (_("Statements"), _("Ask…"), "organisation.statement", card);
}

void
mukana_statement_dialog_present (MukanaPage             *page,
                                 MukanaOrganisationFile *file,
                                 gint64                  id)
{
  g_autoptr (MukanaStatementRequest) fresh = g_object_new (MUKANA_TYPE_STATEMENT_REQUEST, NULL);
  MukanaStatementRequest *statement = find_by_id (file->statements, id);
  GtkWidget *kind;
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "organisation-id", file->organisation->id);
  mukana_record_init_text (fresh, "kind", "assessment");
  mukana_record_init_int (fresh, "asked-on",
                          mukana_context_today (mukana_page_get_context (page)));
  dialog = mukana_record_deed_ask (page, _("Statement"), mukana_statement_request_check, statement,
                                   fresh);
  form = mukana_record_dialog_get_form (dialog);
  kind = mukana_choice_row_new (_("For what"), "kind", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_statement_kinds);
  mukana_record_dialog_add (dialog, kind);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("About what"), "about", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Requested on"), "asked-on", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Due"), "due-on", form));
  mukana_record_dialog_add_group (dialog, _("The answer"));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Given"), "given-on", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("What was said"), "summary", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Declined, or not given"),
                                                         "declined-on", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Referrals. */

static gint64
count_year (GPtrArray *referrals,
            int        year)
{
  gint64 n = 0;

  for (guint i = 0; i < referrals->len; i++)
    {
      MukanaReferralCount *count = g_ptr_array_index (referrals, i);
      int its_year, month, day;

      mukana_day_split (count->month, &its_year, &month, &day);
      if (its_year == year)
        n += count->n_referrals;
    }

  return n;
}

static GtkWidget *
make_referral_line (MukanaPage          *page,
                    MukanaReferralCount *count,
                    MukanaDay            today)
{
  g_autofree char *month = mukana_format_month (count->month, today);
  g_autofree char *n = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d referral",
                                                     "%d referrals", (gulong) count->n_referrals),
                                        (int) count->n_referrals);
  GtkWidget *line = mukana_organisation_make_line (month, n);

  gtk_box_append (GTK_BOX (line), mukana_record_deed_button (page, count, _("Remove the number"),
                                                             _("Number removed")));
  return line;
}

GtkWidget *
mukana_organisation_make_referrals (MukanaPage             *page,
                                    MukanaOrganisationFile *file)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = NULL;
  int year, month, day;

  mukana_day_split (today, &year, &month, &day);
  /* Translators: the year, and how many were referred in it */
  title = g_strdup_printf (_("Wellbeing referrals, %1$d: %2$d"), year,
                           (int) count_year (file->referrals, year));
  gtk_widget_add_css_class (card, "mukana-card");
  for (guint i = 0; i < file->referrals->len; i++)
    gtk_box_append (GTK_BOX (card), make_referral_line (page,
                                                        g_ptr_array_index (file->referrals, i),
                                                        today));
  if (file->referrals->len == 0)
    gtk_box_append (GTK_BOX (card), mukana_organisation_make_line (
      _("No referrals counted yet"),
      _("How many in a month. Nothing is kept of those who were referred.")));
  return make_section (title, _("Count…"), "organisation.referrals", card);
}

void
mukana_referrals_dialog_present (MukanaPage             *page,
                                 MukanaOrganisationFile *file)
{
  g_autoptr (MukanaReferralCount) fresh = g_object_new (MUKANA_TYPE_REFERRAL_COUNT, NULL);
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "organisation-id", file->organisation->id);
  mukana_record_init_int (fresh, "month", mukana_day_first_of_month (today));
  dialog = mukana_counted_dialog_new (page, _("Wellbeing referrals"), mukana_referral_count_check,
                                      fresh, "month");
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_explain (dialog, _(
    "A number for the month takes the place of what was typed before."));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Any day of the month"), "month", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("How many"), "n-referrals", "", form));
  gtk_window_present (GTK_WINDOW (dialog));
}
