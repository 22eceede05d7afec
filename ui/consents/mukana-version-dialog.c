/* mukana-version-dialog.c: a new version of a consent's text, in every language at once.
 *
 * Begins with the words in force.  What people have consented to stays as it was; whoever
 * is asked from now on reads the new words.
 */

#include "ui/consents/mukana-version-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "services/mukana-consent-text.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"

#define N_LANGUAGES 3

typedef struct
{
  GtkWidget     *title;
  GtkTextBuffer *body;
  GtkTextBuffer *plain_body;
} Fields;

typedef struct
{
  MukanaPage *page;
  char       *purpose;
  GtkWindow  *window;     /* owns us */
  GtkLabel   *finding;
  GtkWidget  *save;
  Fields      fields[N_LANGUAGES];
} Edit;

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->page);
  g_free (edit->purpose);
  g_free (edit);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static GPtrArray *
read_texts (Edit *edit)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_consent_text_free);

  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      MukanaConsentText *text = mukana_consent_text_new (edit->purpose,
                                                         mukana_contact_languages[i]);

      text->title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (edit->fields[i].title)));
      text->body = dup_text (edit->fields[i].body);
      text->plain_body = dup_text (edit->fields[i].plain_body);
      g_ptr_array_add (texts, text);
    }

  return texts;
}

/* The first thing that is wrong, and in which language. */
static char *
find_finding (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const MukanaConsentText *text = g_ptr_array_index (texts, i);
      g_autoptr (GPtrArray) issues = mukana_consent_text_check (text);
      const MukanaIssue *issue = issues->len > 0 ? g_ptr_array_index (issues, 0) : NULL;

      if (issue != NULL)
        return g_strdup_printf ("%s: %s", mukana_code_label (mukana_languages, text->language),
                                _(issue->sentence));
    }

  return NULL;
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWindow) window = data;
  Edit *edit = g_object_get_data (G_OBJECT (window), "edit");
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *version = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);
  g_autofree char *sentence = NULL;

  if (version == NULL)
    {
      gtk_widget_set_sensitive (edit->save, TRUE);
      mukana_error_view_show (GTK_WIDGET (window), error);
      return;
    }

  sentence = g_strdup_printf (_("Version %d is in force for those asked from now on"),
                              (int) *version);
  mukana_page_did_for_good (edit->page, sentence);
  gtk_window_destroy (window);
}

static void
save_cb (Edit *edit)
{
  GPtrArray *texts = read_texts (edit);
  g_autofree char *finding = find_finding (texts);

  gtk_label_set_label (edit->finding, finding != NULL ? finding : "");
  gtk_widget_set_visible (GTK_WIDGET (edit->finding), finding != NULL);
  if (finding != NULL)
    {
      g_ptr_array_unref (texts);
      return;
    }

  gtk_widget_set_sensitive (edit->save, FALSE);
  mukana_page_run_async (edit->page, &mukana_consent_version_job, texts,
                         (GDestroyNotify) g_ptr_array_unref, stored_cb,
                         g_object_ref (edit->window));
}

static GtkWidget *
make_text_area (const char     *label,
                const char     *text,
                GtkTextBuffer **buffer)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkWidget *name = mukana_layout_text (label, "second-line");

  *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (*buffer, text != NULL ? text : "", -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_object_set (view, "left-margin", 12, "right-margin", 12, "top-margin", 9, "bottom-margin", 9,
                NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 130);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_widget_add_css_class (frame, "mukana-card");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name,
                                  NULL, -1);
  return mukana_layout_column (6, name, frame, NULL);
}

static const MukanaConsentText *
find_newest (GPtrArray  *texts,
             const char *language)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const MukanaConsentText *text = g_ptr_array_index (texts, i);

      if (g_str_equal (text->language, language))
        return text;
    }

  return NULL;
}

static GtkWidget *
make_language (Edit      *edit,
               guint      number,
               GPtrArray *texts)
{
  const MukanaConsentText *text = find_newest (texts, mukana_contact_languages[number]);
  Fields *fields = &edit->fields[number];
  GtkWidget *list = mukana_layout_card ();
  GtkWidget *column;

  fields->title = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fields->title), _("Heading"));
  gtk_editable_set_text (GTK_EDITABLE (fields->title), text != NULL ? text->title : "");
  gtk_list_box_append (GTK_LIST_BOX (list), fields->title);
  column = mukana_layout_column (12, list,
                                 make_text_area (_("Text"), text != NULL ? text->body : NULL,
                                                 &fields->body),
                                 make_text_area (_("The same in plain language"),
                                                 text != NULL ? text->plain_body : NULL,
                                                 &fields->plain_body), NULL);
  return mukana_layout_margins (column, 18);
}

static GtkWidget *
make_content (Edit      *edit,
              GPtrArray *texts,
              gboolean   is_standard)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *stack = adw_view_stack_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *switcher = adw_view_switcher_bar_new ();
  GtkWidget *words = mukana_layout_wrapped (
    is_standard
      ? _("These words came with the program, and nobody is asked by them yet. Read them, change "
          "what is otherwise in your county, and add them as a new version. What people have "
          "consented to stays as it was.")
      : _("What people have consented to stays as it was. Whoever is asked from now on reads these "
          "words."), "second-line");

  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      const char *language = mukana_contact_languages[i];

      adw_view_stack_add_titled (ADW_VIEW_STACK (stack), make_language (edit, i, texts), language,
                                 mukana_code_label (mukana_languages, language));
    }

  edit->save = gtk_button_new_with_mnemonic (_("_Add the version"));
  edit->finding = GTK_LABEL (mukana_layout_wrapped ("", "error"));
  gtk_widget_set_visible (GTK_WIDGET (edit->finding), FALSE);
  gtk_widget_add_css_class (edit->save, "suggested-action");
  g_signal_connect_swapped (edit->save, "clicked", G_CALLBACK (save_cb), edit);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), edit->save);
  adw_view_switcher_bar_set_stack (ADW_VIEW_SWITCHER_BAR (switcher), ADW_VIEW_STACK (stack));
  adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (switcher), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), stack);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), mukana_layout_margins (mukana_layout_column (6, words,
                                                          GTK_WIDGET (edit->finding), NULL), 18));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), switcher);
  return box;
}

/**
 * mukana_version_dialog_new:
 * @texts: of MukanaConsentText, that it begins with; of a language the first counts
 * @is_standard: they came with the program, and are in no version yet
 */
GtkWindow *
mukana_version_dialog_new (MukanaPage *page,
                           const char *purpose,
                           GPtrArray  *texts,
                           gboolean    is_standard)
{
  GtkWidget *window = adw_window_new ();
  Edit *edit = g_new0 (Edit, 1);

  edit->page = g_object_ref (page);
  edit->purpose = g_strdup (purpose);
  edit->window = GTK_WINDOW (window);
  g_object_set_data_full (G_OBJECT (window), "edit", edit, free_edit);
  gtk_window_set_title (GTK_WINDOW (window), _("New version of the text"));
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 680);
  adw_window_set_content (ADW_WINDOW (window), make_content (edit, texts, is_standard));
  mukana_layout_close_on_escape (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
