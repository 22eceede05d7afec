/* mukana-consent-dialog.c: records a consent that a person has given.
 *
 * The text stands in the window in the language the person reads, so that what
 * is recorded is what was said.
 */

#include "ui/kit/mukana-number-row.h"
#include "ui/people/mukana-person-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-consent-text.h"
#include "services/mukana-consenting.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"

/* What the window needs beside its form: lives as long as the window. */
typedef struct
{
  MukanaPage   *page;
  GtkLabel     *title;
  GtkLabel     *body;
  GtkWidget    *theme_row;
  char         *asked;       /* "purpose language" of the text that stands there, or is read */
  gint64        version;     /* and its version; 0: the newest */
  MukanaDay     given_on;    /* that the usual end was counted from */
} Consent;

static void
free_consent (gpointer data)
{
  Consent *self = data;

  g_object_unref (self->page);
  g_object_unref (self->title);
  g_object_unref (self->body);
  g_object_unref (self->theme_row);
  g_free (self->asked);
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

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaRecordDialog) dialog = data;
  Consent *self = g_object_get_data (G_OBJECT (dialog), "consent");
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaConsentText) text = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                NULL, &error);
  g_autofree char *key = NULL;

  if (text == NULL)
    {
      /* A consent can be recorded without our text: it may be on the county's own paper. */
      gtk_label_set_label (self->title, _("No text in this language"));
      gtk_label_set_label (self->body, "");
      return;
    }

  key = g_strdup_printf ("%s %s", text->purpose, text->language);
  if (g_strcmp0 (key, self->asked) != 0)
    return;   /* another was asked for meanwhile */

  gtk_label_set_label (self->title, text->title);
  gtk_label_set_label (self->body, text->body);
  /* What is recorded is what is shown here, also when a newer text comes meanwhile. */
  self->version = text->version;
  mukana_form_set_int (mukana_record_dialog_get_form (dialog), "text-version", text->version);
}

/* Reads the text of the purpose, language and version that the form has. */
static void
ask_for_text (MukanaRecordDialog *dialog)
{
  Consent *self = g_object_get_data (G_OBJECT (dialog), "consent");
  MukanaForm *form = mukana_record_dialog_get_form (dialog);
  MukanaConsent *draft = mukana_form_get_draft (form);
  g_autofree char *key = g_strdup_printf ("%s %s", draft->purpose, draft->language);
  MukanaConsentText *question;

  if (g_strcmp0 (key, self->asked) == 0 && draft->text_version == self->version)
    return;

  question = mukana_consent_text_new (draft->purpose, draft->language);
  question->version = g_strcmp0 (key, self->asked) == 0 ? draft->text_version : 0;
  self->version = draft->text_version;
  g_free (self->asked);
  self->asked = g_steal_pointer (&key);
  mukana_page_run_async (self->page, &mukana_consent_text_job, question,
                         (GDestroyNotify) mukana_consent_text_free, text_read_cb,
                         g_object_ref (dialog));
}

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
  ask_for_text (dialog);
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

static GtkWidget *
make_text (Consent *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = g_object_ref_sink (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE,
                                                 NULL));
  self->body = g_object_ref_sink (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE,
                                                "selectable", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "row-title");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->body));
  return box;
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

  self->page = g_object_ref (page);
  self->given_on = draft->given_on;
  self->theme_row = g_object_ref (make_theme_row (page, file, form));
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
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Version, as on the signed paper"),
                                                           "text-version", NULL, form));
  mukana_record_dialog_add (dialog, make_text (self));
  mukana_record_dialog_set_height (dialog, 640);

  g_signal_connect_swapped (form, "changed", G_CALLBACK (form_changed_cb), dialog);
  form_changed_cb (dialog);
  return dialog;
}
