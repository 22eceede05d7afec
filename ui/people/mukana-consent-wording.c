/* mukana-consent-wording.c: the text of a consent in the language the person reads.
 *
 * What is recorded is what is shown here, also when a newer text comes meanwhile: the
 * version of the text is a field of the form.
 */

#include "ui/people/mukana-consent-wording.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-consent-text.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"

#define MARGIN_PX 12

struct _MukanaConsentWording
{
  GtkBox       parent_instance;

  MukanaPage  *page;
  MukanaForm  *form;
  GtkLabel    *title;
  GtkLabel    *body;
  char        *asked;       /* "purpose language" of the text that stands there, or is read */
  gint64       version;     /* and its version; 0: the newest */
};

G_DEFINE_FINAL_TYPE (MukanaConsentWording, mukana_consent_wording, GTK_TYPE_BOX)

/* The version is nothing that somebody typed: a form of which nothing was stays clean. */
static void
keep_version (MukanaConsentWording *self,
              gint64                version)
{
  g_autoptr (MukanaRecord) shown = NULL;

  self->version = version;
  if (mukana_form_get_dirty (self->form))
    {
      mukana_form_set_int (self->form, "text-version", version);
      return;
    }

  shown = mukana_record_with_int (mukana_form_get_draft (self->form), "text-version", version);
  mukana_form_load (self->form, shown);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaConsentWording) self = data;
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
  keep_version (self, text->version);
}

/**
 * mukana_consent_wording_show:
 *
 * Reads the text of that purpose and language, in the version that the form has.
 */
void
mukana_consent_wording_show (MukanaConsentWording *self,
                             const char           *purpose,
                             const char           *language)
{
  g_autofree char *key = g_strdup_printf ("%s %s", purpose, language);
  gint64 version = mukana_form_get_int (self->form, "text-version");
  MukanaConsentText *question;

  if (g_strcmp0 (key, self->asked) == 0 && version == self->version)
    return;

  question = mukana_consent_text_new (purpose, language);
  question->version = g_strcmp0 (key, self->asked) == 0 ? version : 0;
  self->version = version;
  g_free (self->asked);
  self->asked = g_steal_pointer (&key);
  mukana_page_run_async (self->page, &mukana_consent_text_job, question,
                         (GDestroyNotify) mukana_consent_text_free, text_read_cb,
                         g_object_ref (self));
}

static void
mukana_consent_wording_finalize (GObject *object)
{
  MukanaConsentWording *self = MUKANA_CONSENT_WORDING (object);

  g_object_unref (self->page);
  g_object_unref (self->form);
  g_free (self->asked);

  G_OBJECT_CLASS (mukana_consent_wording_parent_class)->finalize (object);
}

static void
mukana_consent_wording_class_init (MukanaConsentWordingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_consent_wording_finalize;
}

static GtkLabel *
add_label (MukanaConsentWording *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "selectable", TRUE,
                                   NULL);

  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
mukana_consent_wording_init (MukanaConsentWording *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), MARGIN_PX / 2);
  gtk_widget_set_margin_start (widget, MARGIN_PX);
  gtk_widget_set_margin_end (widget, MARGIN_PX);
  gtk_widget_set_margin_top (widget, MARGIN_PX);
  gtk_widget_set_margin_bottom (widget, MARGIN_PX);
  self->title = add_label (self);
  self->body = add_label (self);
  gtk_label_set_selectable (self->title, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "row-title");
}

/** mukana_consent_wording_new: @form: has the field "text-version" */
GtkWidget *
mukana_consent_wording_new (MukanaPage *page,
                            MukanaForm *form)
{
  MukanaConsentWording *self = g_object_new (MUKANA_TYPE_CONSENT_WORDING, NULL);

  self->page = g_object_ref (page);
  self->form = g_object_ref (form);
  return GTK_WIDGET (self);
}

/**
 * mukana_consent_wording_add_rows:
 * @form: of a consent, or of what comes with one
 *
 * Adds how the consent was given to the newest group of @dialog, and its text below.
 *
 * Returns: borrowed, the text, of which nothing is shown yet
 */
MukanaConsentWording *
mukana_consent_wording_add_rows (MukanaRecordDialog *dialog,
                                 MukanaPage         *page,
                                 MukanaForm         *form)
{
  GtkWidget *how = mukana_choice_row_new (_("How it was given"), "how", form);
  GtkWidget *wording = mukana_consent_wording_new (page, form);

  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (how), mukana_consent_ways);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Given on"), "given-on", form));
  mukana_record_dialog_add (dialog, how);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("To whom it was given"), "given-to",
                                                          form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Where the signed paper is"), "proof",
                                                          form));
  mukana_record_dialog_add (dialog, wording);
  return MUKANA_CONSENT_WORDING (wording);
}
