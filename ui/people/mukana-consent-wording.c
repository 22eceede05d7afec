/* mukana-consent-wording.c: the text of a consent in the language the person reads.
 *
 * What is recorded is what is shown here, also when a newer text comes meanwhile: the
 * version of the text is a field of the form.  It is chosen among those that there are, the newest
 * first; an older one, because the paper that was signed may be older.
 */

#include "ui/people/mukana-consent-wording.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-consent-text.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-whole-choices.h"

#define MARGIN_PX 12

struct _MukanaConsentWording
{
  GtkBox         parent_instance;

  MukanaPage    *page;
  MukanaForm    *form;
  GtkWidget     *version_row;   /* AdwComboRow; ours, in the list of whoever shows it */
  GtkStringList *labels;        /* in it */
  GArray        *versions;      /* gint64, of each label */
  GtkLabel      *title;
  GtkLabel      *body;
  char          *purpose;       /* of @texts, or whose are read */
  char          *language;
  GPtrArray     *texts;         /* of MukanaConsentText, newest first; NULL until read */
  gboolean       is_filling;    /* the program chooses, not a person */
};

G_DEFINE_FINAL_TYPE (MukanaConsentWording, mukana_consent_wording, GTK_TYPE_BOX)

static const MukanaConsentText *
find_text (MukanaConsentWording *self,
           gint64                version)
{
  for (guint i = 0; self->texts != NULL && i < self->texts->len; i++)
    {
      const MukanaConsentText *text = g_ptr_array_index (self->texts, i);

      if (g_str_equal (text->language, self->language) && text->version == version)
        return text;
    }

  return NULL;
}

static void
show_text (MukanaConsentWording    *self,
           const MukanaConsentText *text)
{
  gtk_label_set_label (self->title, text != NULL ? text->title : _("No text in this language"));
  gtk_label_set_label (self->body, text != NULL ? text->body : "");
}

/* "2, added 3.3.2026"; of those that came with the program no day is known. */
static char *
describe_version (const MukanaConsentText *text,
                  gboolean                 is_newest)
{
  g_autofree char *day = text->added_on != MUKANA_DAY_NONE ? mukana_format_day (NULL,
                                                                              text->added_on)
                                                           : NULL;

  if (is_newest && day != NULL)
    /* Translators: a version of a text and the day on which it was added */
    return g_strdup_printf (_("%1$d, added %2$s, the newest"), (int) text->version, day);
  if (is_newest)
    return g_strdup_printf (_("%d, the newest"), (int) text->version);

  return day != NULL ? g_strdup_printf (_("%1$d, added %2$s"), (int) text->version, day)
                     : g_strdup_printf ("%d", (int) text->version);
}

/* What the form has is chosen; what there is not, or not in this language, is the newest. */
static void
choose_version (MukanaConsentWording *self)
{
  gint64 version = mukana_form_get_int (self->form, "text-version");
  guint place = 0;

  for (guint i = 0; i < self->versions->len; i++)
    if (g_array_index (self->versions, gint64, i) == version)
      place = i;

  if (self->versions->len > 0)
    {
      gint64 chosen = g_array_index (self->versions, gint64, place);

      self->is_filling = TRUE;
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->version_row), place);
      self->is_filling = FALSE;
      show_text (self, find_text (self, chosen));
      if (chosen != version)
        mukana_form_supply_int (self->form, "text-version", chosen);
    }
  else
    show_text (self, NULL);

  gtk_widget_set_visible (self->version_row, self->versions->len > 1);
}

static void
fill_versions (MukanaConsentWording *self)
{
  self->is_filling = TRUE;
  gtk_string_list_splice (self->labels, 0, self->versions->len, NULL);
  g_array_set_size (self->versions, 0);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const MukanaConsentText *text = g_ptr_array_index (self->texts, i);
      g_autofree char *label = NULL;

      if (!g_str_equal (text->language, self->language))
        continue;
      label = describe_version (text, self->versions->len == 0);
      gtk_string_list_append (self->labels, label);
      g_array_append_val (self->versions, text->version);
    }
  self->is_filling = FALSE;

  choose_version (self);
}

static void
chosen_cb (MukanaConsentWording *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self->version_row));

  if (!self->is_filling && place < self->versions->len)
    {
      gint64 version = g_array_index (self->versions, gint64, place);

      show_text (self, find_text (self, version));
      mukana_form_set_int (self->form, "text-version", version);
    }
}

static void
texts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (MukanaConsentWording) self = data;
  /* Without texts nothing can be recorded, and that says then what is wrong. */
  g_autoptr (GPtrArray) texts = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);
  const MukanaConsentText *first = texts != NULL && texts->len > 0
                                     ? g_ptr_array_index (texts, 0) : NULL;

  if (first == NULL)
    show_text (self, NULL);
  if (first == NULL || g_strcmp0 (first->purpose, self->purpose) != 0)
    return;   /* another was asked for meanwhile */

  g_clear_pointer (&self->texts, g_ptr_array_unref);
  self->texts = g_steal_pointer (&texts);
  fill_versions (self);
}

/**
 * mukana_consent_wording_show:
 *
 * Shows the text of that purpose and language, in the version that the form has; reads it first.
 */
void
mukana_consent_wording_show (MukanaConsentWording *self,
                             const char           *purpose,
                             const char           *language)
{
  gboolean is_other = g_strcmp0 (language, self->language) != 0;

  if (is_other)
    {
      g_free (self->language);
      self->language = g_strdup (language);
    }

  if (g_strcmp0 (purpose, self->purpose) == 0)
    {
      if (self->texts != NULL && is_other)
        fill_versions (self);
      else if (self->texts != NULL && !self->is_filling)
        choose_version (self);
      return;
    }

  g_free (self->purpose);
  self->purpose = g_strdup (purpose);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  mukana_page_run_async (self->page, &mukana_consent_texts_job, g_strdup (purpose), g_free,
                         texts_read_cb, g_object_ref (self));
}

/** mukana_consent_wording_get_version_row: Returns: borrowed, to be put above the text */
GtkWidget *
mukana_consent_wording_get_version_row (MukanaConsentWording *self)
{
  return self->version_row;
}

static void
mukana_consent_wording_finalize (GObject *object)
{
  MukanaConsentWording *self = MUKANA_CONSENT_WORDING (object);

  g_object_unref (self->page);
  g_object_unref (self->form);
  g_object_unref (self->version_row);
  g_array_unref (self->versions);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self->purpose);
  g_free (self->language);

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
  self->versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->labels = gtk_string_list_new (NULL);
  self->version_row = g_object_ref_sink (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->version_row),
                                 _("Version, as on the signed paper"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->version_row), G_LIST_MODEL (self->labels));
  mukana_whole_choices_show (GTK_WIDGET (self->version_row));
  g_object_unref (self->labels);   /* the row has it */
  g_signal_connect_object (self->version_row, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->version_row, FALSE);
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
  mukana_record_dialog_add (dialog, mukana_consent_wording_get_version_row (
                                      MUKANA_CONSENT_WORDING (wording)));
  mukana_record_dialog_add (dialog, wording);
  return MUKANA_CONSENT_WORDING (wording);
}
