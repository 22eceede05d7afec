/* mukana-attendance-lists.c: a list of who comes to an event, in and out.
 *
 * What a list would bring is told before anything changes.
 */

#include "ui/events/mukana-attendance-lists.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-registration-columns.h"
#include "services/mukana-attending.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-writing-out.h"

static GtkWindow *
window_of (MukanaPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- In ---- */

/* What is asked before a list comes in; it goes with the window. */
typedef struct
{
  MukanaPage          *page;
  MukanaAttendingList *list;
  GtkWidget           *told;
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->list, mukana_attending_list_free);
  g_object_unref (question->page);
  g_free (question);
}

static void
brought_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaAttending *brought = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree char *sentence = NULL;

  if (brought == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  sentence = brought->ids->len > 0
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u registration brought in",
                                    "%u registrations brought in", brought->ids->len),
                       brought->ids->len)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u diet brought in", "%u diets brought in",
                                    brought->diets->len), brought->diets->len);
  mukana_page_did (page, sentence, mukana_step_new (sentence, &mukana_attending_drop_job, brought,
                                                    (GDestroyNotify) mukana_attending_free));
}

static void
answered_cb (GtkWidget  *dialog,
             const char *response,
             Question   *question)
{
  if (!g_str_equal (response, "bring"))
    return;

  mukana_page_run_async (question->page, &mukana_attending_bring_job,
                         g_steal_pointer (&question->list),
                         (GDestroyNotify) mukana_attending_list_free, brought_cb,
                         g_object_ref (question->page));
}

static void
take_sentence (GString *text,
               guint    n,
               char    *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
describe (const MukanaAttendingList *list)
{
  GString *text = g_string_new (NULL);

  if (!list->says_names)
    {
      g_string_append (text, _("Choose which column is the name."));
      return g_string_free (text, FALSE);
    }

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u is new.", "%u are new.",
                                             list->rows->len), list->rows->len);
  take_sentence (text, list->n_same, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
    "%u is registered already.",
    "%u are registered already.",
    list->n_same), list->n_same));
  take_sentence (text, list->diets->len, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
    "%u of them gets the diet that the list tells.",
    "%u of them get the diet that the list tells.",
    list->diets->len), list->diets->len));
  take_sentence (text, list->n_empty, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
    "%u row has no name that fits.",
    "%u rows have no name that fits.",
    list->n_empty), list->n_empty));
  take_sentence (text, list->n_long, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
    "%u row tells too long a diet and is not brought in.",
    "%u rows tell too long a diet and are not brought in.",
    list->n_long), list->n_long));
  if (list->other_diets->len > 0)
    {
      g_autofree char *names = NULL;

      g_ptr_array_add (list->other_diets, NULL);
      names = g_strjoinv (", ", (char **) list->other_diets->pdata);
      g_ptr_array_set_size (list->other_diets, (int) list->other_diets->len - 1);
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("The list tells another diet than is written here of %s: "
                                      "look which one holds."), names);
    }
  return g_string_free (text, FALSE);
}

static void
tell (GtkWidget *dialog,
      Question  *question)
{
  g_autofree char *body = describe (question->list);
  gboolean brings = question->list->rows->len + question->list->diets->len > 0;

  gtk_label_set_label (GTK_LABEL (question->told), body);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "bring", brings);
  if (brings)
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "bring");
}

static gboolean
is_of_same_columns (const MukanaAttendingList *one,
                    const MukanaAttendingList *other)
{
  return one->columns->len == other->columns->len &&
         memcmp (one->columns->data, other->columns->data, one->columns->len) == 0;
}

static void
read_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GtkWidget) dialog = data;
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autoptr (GError) error = NULL;
  MukanaAttendingList *list = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                       &error);

  if (list == NULL)
    mukana_page_fail (question->page, error);
  else if (question->list == NULL || !is_of_same_columns (question->list, list))
    mukana_attending_list_free (list);   /* answered, or chosen again, meanwhile */
  else
    {
      mukana_attending_list_free (question->list);
      question->list = list;
      tell (dialog, question);
    }
}

static void
column_chosen_cb (GtkDropDown *drop,
                  GParamSpec  *pspec,
                  GtkWidget   *dialog)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop), "column"));
  MukanaAttendingList *asked = mukana_attending_list_new (question->list->occurrence_id,
                                                          question->list->path);

  g_array_index (question->list->columns, guint8, column) =
    (guint8) gtk_drop_down_get_selected (drop);
  asked->columns = g_array_copy (question->list->columns);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "bring", FALSE);
  mukana_page_run_async (question->page, &mukana_attending_read_job, asked,
                         (GDestroyNotify) mukana_attending_list_free, read_again_cb,
                         g_object_ref (dialog));
}

static GtkWidget *
make_column (GtkWidget                 *dialog,
             const MukanaAttendingList *list,
             guint                      column)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autofree char *unnamed = g_strdup_printf (_("Column %u"), column + 1);
  const char *heading = *list->headings[column] != '\0' ? list->headings[column] : unnamed;
  GtkWidget *row = adw_action_row_new (), *drop;

  for (guint i = 0; i < MUKANA_N_REGISTRATION_COLUMNS; i++)
    gtk_string_list_append (kinds, _(mukana_registration_column_label (i)));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&kinds)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop),
                              g_array_index (list->columns, guint8, column));
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  g_object_set_data (G_OBJECT (drop), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (column_chosen_cb), dialog, 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop);
  return row;
}

/* Which columns are read, and which are not: a heading that is not understood must be seen. */
static GtkWidget *
make_columns (GtkWidget                 *dialog,
              const MukanaAttendingList *list)
{
  GtkWidget *rows = gtk_list_box_new (), *scroll = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  for (guint i = 0; list->headings[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (rows), make_column (dialog, list, i));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), rows);
  return scroll;
}

static void
ask (MukanaPage          *page,
     MukanaAttendingList *list)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog = adw_message_dialog_new (window_of (page), _("Bring these registrations?"),
                                              NULL);

  *question = (Question) { g_object_ref (page), list, mukana_layout_wrapped (NULL, NULL) };
  g_object_set_data_full (G_OBJECT (dialog), "question", question, (GDestroyNotify) question_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "bring",
                                    _("_Bring them"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "bring",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), mukana_layout_column (12,
    question->told, make_columns (dialog, list), mukana_layout_wrapped (
      _("What is not read is not kept. A diet may be in several columns."), "second-line"), NULL));
  tell (dialog, question);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaAttendingList *list = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                       &error);

  if (list != NULL)
    ask (page, list);
  else
    mukana_page_fail (page, error);
}

/** mukana_attendance_bring_from: tells what the list at @path would bring, and asks */
void
mukana_attendance_bring_from (MukanaPage *page,
                              gint64      occurrence_id,
                              const char *path)
{
  mukana_page_run_async (page, &mukana_attending_read_job,
                         mukana_attending_list_new (occurrence_id, path),
                         (GDestroyNotify) mukana_attending_list_free, read_cb, g_object_ref (page));
}

typedef struct
{
  MukanaPage *page;
  gint64      occurrence_id;
} Asking;

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Asking *asking = data;
  g_autoptr (MukanaPage) page = asking->page;
  /* Nothing chosen brings nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    mukana_attendance_bring_from (page, asking->occurrence_id, path);
}

void
mukana_attendance_bring (MukanaPage *page,
                         gint64      occurrence_id)
{
  static const char * const patterns[] = { "*.csv", "*.CSV", "*.txt", "*.xlsx", "*.XLSX", NULL };
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_OPEN, .title = _("A list of who comes"),
    .filter_name = _("Lists"), .patterns = patterns,
  };
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking) { g_object_ref (page), occurrence_id };
  mukana_file_choose_async (window_of (page), &place, NULL, chosen_cb, asking);
}

/* ---- Out ---- */

static const MukanaWritingOut way_out = {
  &mukana_attending_write_job, &mukana_attending_note_job,
  (GDestroyNotify) mukana_attending_list_free, N_("The list is saved"), NULL
};

static gpointer
make (gconstpointer  occurrence_id,
      const char    *path)
{
  return mukana_attending_list_new (*(const gint64 *) occurrence_id, path);
}

void
mukana_attendance_save (MukanaPage *page,
                        gint64      occurrence_id)
{
  static const char * const patterns[] = { "*.xlsx", "*.csv", NULL };
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT ".xlsx", _("registrations"),
                                           occurrence_id);
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the list"), .accept_label = _("_Save"),
    .name = name, .filter_name = _("Lists"), .patterns = patterns,
  };

  mukana_writing_out_ask (page, &way_out, &place, make,
                          g_memdup2 (&occurrence_id, sizeof occurrence_id), g_free);
}
