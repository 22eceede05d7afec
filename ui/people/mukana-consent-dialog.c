/* mukana-consent-dialog.c: records a consent that a person has given.
 *
 * The text stands in the window in the language the person reads, so that what
 * is recorded is what was said.
 */

#include "ui/people/mukana-person-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-consenting.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/people/mukana-consent-wording.h"

/* What the window needs beside its form: lives as long as the window. */
typedef struct
{
  MukanaConsentWording *wording;
  GtkWidget            *theme_row;
  MukanaDay             given_on;    /* that the usual end was counted from */
} Consent;

static void
free_consent (gpointer data)
{
  Consent *self = data;

  g_object_unref (self->wording);
  g_object_unref (self->theme_row);
  g_free (self);
}

static GPtrArray *
check_consent (gpointer draft,
               gpointer data)
{
  return mukana_consent_check (draft, mukana_context_today (data));
}

static void
given (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  mukana_page_did_for_good (page, _("Consent recorded"));
}

static const MukanaRecordDeed give_deed = {
  &mukana_consenting_give_job, NULL, NULL, given
};

/* The usual end is counted from the day of the consent, until another one is chosen. */
static void
follow_given_day (Consent    *self,
                  MukanaForm *form)
{
  MukanaConsent *draft = mukana_form_get_draft (form);
  gboolean is_usual = draft->expires_on == mukana_consent_default_end (self->given_on);
  MukanaDay given_on = draft->given_on;

  if (given_on == self->given_on || given_on == MUKANA_DAY_NONE)
    return;

  self->given_on = given_on;
  if (is_usual)
    mukana_form_set_int (form, "expires-on", mukana_consent_default_end (given_on));
}

static void
form_changed_cb (MukanaRecordDialog *dialog)
{
  Consent *self = g_object_get_data (G_OBJECT (dialog), "consent");
  MukanaForm *form = mukana_record_dialog_get_form (dialog);
  gboolean is_theme = g_strcmp0 (mukana_form_peek_text (form, "purpose"), "theme") == 0;

  gtk_widget_set_visible (self->theme_row, is_theme);
  if (!is_theme && mukana_form_peek_text (form, "theme-id") != NULL)
    mukana_form_set_text (form, "theme-id", NULL);
  follow_given_day (self, form);
  mukana_consent_wording_show (self->wording, mukana_form_peek_text (form, "purpose"),
                               mukana_form_peek_text (form, "language"));
}

/* There is nothing to choose from: the row tells where a theme comes from. */
static GtkWidget *
make_no_theme_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Theme"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("No theme yet: it is added on the person's page."));
  return row;
}

static GtkWidget *
make_theme_row (MukanaPage             *page,
                const MukanaPersonFile *file,
                MukanaForm             *form)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  GtkWidget *row = mukana_choice_row_new (_("Theme"), "theme-id", form);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  mukana_choice_row_add (MUKANA_CHOICE_ROW (row), NULL, _("Choose"));
  for (guint i = 0; i < file->themes->len; i++)
    {
      MukanaExperience *experience = g_ptr_array_index (file->themes, i);

      if (g_hash_table_add (seen, (gpointer) experience->theme_id))
        mukana_choice_row_add (MUKANA_CHOICE_ROW (row), experience->theme_id,
                               mukana_lexicon_label (words, MUKANA_LEXICON_THEME,
                                                     experience->theme_id));
    }
  return row;
}

static MukanaConsent *
make_draft (MukanaPage             *page,
            const MukanaPersonFile *file,
            const char             *purpose,
            const char             *theme_id)
{
  MukanaDay today = mukana_context_today (mukana_page_get_context (page));
  MukanaConsent *consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  const char *language = file->person->contact_language;

  mukana_record_init_int (consent, "person-id", file->person->id);
  mukana_record_init_text (consent, "purpose", purpose && *purpose ? purpose : "register");
  mukana_record_init_text (consent, "theme-id", theme_id && *theme_id ? theme_id : NULL);
  mukana_record_init_text (consent, "language", language ? language : "fi");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", today);
  mukana_record_init_int (consent, "expires-on", mukana_consent_default_end (today));
  mukana_record_init_int (consent, "withdrawn-on", MUKANA_DAY_NONE);
  return consent;
}

/**
 * mukana_consent_dialog_new:
 * @purpose: (nullable): what the consent is for, to begin with
 * @theme_id: (nullable): of the purpose "theme"
 */
MukanaRecordDialog *
mukana_consent_dialog_new (MukanaPage             *page,
                           const MukanaPersonFile *file,
                           const char             *purpose,
                           const char             *theme_id)
{
  g_autoptr (MukanaConsent) draft = make_draft (page, file, purpose, theme_id);
  g_autoptr (MukanaForm) form = mukana_form_new_with (check_consent,
                                                      mukana_page_get_context (page));
  Consent *self = g_new0 (Consent, 1);
  MukanaRecordDialog *dialog;
  GtkWidget *purpose_row, *language_row, *how_row;

  mukana_form_load (form, draft);
  dialog = mukana_record_dialog_new (page, _("Consent"), _("Record"), form, &give_deed, NULL, NULL);
  purpose_row = mukana_choice_row_new (_("For what"), "purpose", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (purpose_row), mukana_purposes);
  how_row = mukana_choice_row_new (_("How it was given"), "how", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (how_row), mukana_consent_ways);
  language_row = mukana_choice_row_new (_("Language of the text"), "language", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (language_row), mukana_contact_languages);

  self->wording = MUKANA_CONSENT_WORDING (g_object_ref_sink (mukana_consent_wording_new (page,
                                                                                         form)));
  self->given_on = draft->given_on;
  self->theme_row = g_object_ref (file->themes->len > 0 ? make_theme_row (page, file, form)
                                                        : make_no_theme_row ());
  g_object_set_data_full (G_OBJECT (dialog), "consent", self, free_consent);

  mukana_record_dialog_add (dialog, purpose_row);
  mukana_record_dialog_add (dialog, self->theme_row);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Given on"), "given-on", form));
  mukana_record_dialog_add (dialog, how_row);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("To whom it was given"), "given-to",
                                                          form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Holds until"), "expires-on", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Where the signed paper is"), "proof",
                                                          form));
  mukana_record_dialog_add_group (dialog, _("What was consented to"));
  mukana_record_dialog_add (dialog, language_row);
  mukana_record_dialog_add (dialog, mukana_consent_wording_get_version_row (self->wording));
  mukana_record_dialog_add (dialog, GTK_WIDGET (self->wording));
  mukana_record_dialog_set_height (dialog, 640);

  g_signal_connect_swapped (form, "changed", G_CALLBACK (form_changed_cb), dialog);
  form_changed_cb (dialog);
  return dialog;
}
