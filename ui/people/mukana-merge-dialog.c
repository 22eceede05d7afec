/* mukana-merge-dialog.c: two records side by side: what is chosen where they differ.
 *
 * What only one of them says needs no choice.  The window's title names nobody.
 */

#include "ui/people/mukana-merge-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-tall-question.h"

static const struct
{
  const char          *field;
  const char          *label;
  const char * const  *codes;
} labels[] = {
  { "given-name", N_("Given name"), NULL }, { "family-name", N_("Family name"), NULL },
  { "pronoun", N_("Pronoun"), NULL }, { "birth-year", N_("Birth year"), NULL },
  { "email", N_("E-mail"), NULL }, { "phone", N_("Phone"), NULL },
  { "street", N_("Street address"), NULL }, { "postal-code", N_("Postal code"), NULL },
  { "municipality-code", N_("Municipality"), NULL },
  { "channel", N_("Contact by"), mukana_channels },
  { "contact-language", N_("Language of contact"), mukana_contact_languages },
  { "fee-mode", N_("Fee"), mukana_fee_modes }, { "joined-on", N_("Joined on"), NULL },
};

/* What the window needs until it is answered. */
typedef struct
{
  gint64     kept_id;
  gint64     gone_id;
  GPtrArray *rows;      /* AdwComboRow, with its field as data */
} Choice;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_ptr_array_unref (choice->rows);
  g_free (choice);
}

static char *
dup_value (MukanaPage   *page,
           MukanaPerson *person,
           guint         label)
{
  const char *field = labels[label].field;
  MukanaFieldKind kind = mukana_record_find_field (MUKANA_RECORD (person), field)->kind;
  const char *text = kind == MUKANA_FIELD_TEXT
                       ? mukana_record_peek_text (MUKANA_RECORD (person), field) : NULL;

  if (kind == MUKANA_FIELD_DAY)
    return mukana_format_day (NULL, mukana_record_get_int (MUKANA_RECORD (person), field));
  if (kind != MUKANA_FIELD_TEXT)
    return g_strdup_printf ("%d", (int) mukana_record_get_int (MUKANA_RECORD (person), field));
  if (labels[label].codes != NULL)
    return g_strdup (mukana_code_label (labels[label].codes, text));
  if (g_str_equal (field, "municipality-code"))
    return g_strdup (mukana_lexicon_label (
                       mukana_context_peek_vocabulary (mukana_page_get_context (page)),
                       MUKANA_LEXICON_MUNICIPALITY, text));

  return g_strdup (text);
}

static GtkWidget *
make_row (MukanaPage      *page,
          MukanaMergeView *view,
          guint            label)
{
  g_autofree char *ours = dup_value (page, view->kept, label);
  g_autofree char *theirs = dup_value (page, view->gone, label);
  const char *values[] = { ours, theirs, NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (values);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(labels[label].label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_object_set_data (G_OBJECT (row), "field", (gpointer) labels[label].field);
  return row;
}

static GtkWidget *
make_choices (MukanaPage      *page,
              MukanaMergeView *view,
              Choice          *choice)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (mukana_merge_must_choose (view->kept, view->gone, labels[i].field))
      {
        GtkWidget *row = make_row (page, view, i);

        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
        g_ptr_array_add (choice->rows, g_object_ref (row));
      }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 380);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), mukana_layout_margins (group, 3));
  return scrolled;
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (id == NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did (page, _("Records merged"),
                     mukana_step_new (_("Records merged"), &mukana_merging_undo_job,
                                      g_memdup2 (id, sizeof *id), g_free));
}

static void
answered_cb (MukanaPage *page,
             const char *response,
             GtkWidget  *question)
{
  Choice *choice = g_object_get_data (G_OBJECT (question), "choice");
  g_autoptr (GPtrArray) take = g_ptr_array_new ();

  if (!g_str_equal (response, "merge"))
    return;

  for (guint i = 0; i < choice->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (choice->rows, i);

      if (adw_combo_row_get_selected (row) == 1)
        g_ptr_array_add (take, g_object_get_data (G_OBJECT (row), "field"));
    }
  g_ptr_array_add (take, NULL);
  mukana_page_run_async (page, &mukana_merging_merge_job,
                         mukana_merge_order_new (choice->kept_id, choice->gone_id,
                                                 (const char * const *) take->pdata),
                         (GDestroyNotify) mukana_merge_order_free, merged_cb, g_object_ref (page));
}

static char *
dup_body (MukanaMergeView *view)
{
  const char *always = _("Assignments, fees, notes and history of both are kept together. Whatever "
                         "holds the person back in one record holds. It can be undone.");
  g_autofree char *ends = NULL;

  if (view->n_ends == 0)
    return g_strdup (always);

  ends = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u consent ends, because it was withdrawn or has ended in "
                                       "the other record.",
                                       "%u consents end, because they were withdrawn or have ended "
                                       "in the other record.", view->n_ends), view->n_ends);
  return g_strdup_printf ("%s %s", always, ends);
}

/** mukana_merge_dialog_new: @view: both records; Returns: a window to present */
GtkWidget *
mukana_merge_dialog_new (MukanaPage      *page,
                         MukanaMergeView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *body = dup_body (view);
  GtkWidget *question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                _("Merge the two records?"), body);
  Choice *choice = g_new0 (Choice, 1);

  choice->kept_id = view->kept->id;
  choice->gone_id = view->gone->id;
  choice->rows = g_ptr_array_new_with_free_func (g_object_unref);
  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (question),
                                    make_choices (page, view, choice));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"), "merge",
                                    _("_Merge"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "merge",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "choice", choice, free_choice);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), page, G_CONNECT_SWAPPED);
  return question;
}
