/* mukana-attendance-lists.c: a list of who comes to an event, in and out.
 *
 * What a list would bring is told before anything changes.
 */

#include "ui/events/mukana-attendance-lists.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-attending.h"
#include "ui/kit/mukana-writing-out.h"

static GtkWindow *
window_of (MukanaPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- In ---- */

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

  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u registration brought in",
                                           "%u registrations brought in", brought->ids->len),
                              brought->ids->len);
  mukana_page_did (page, sentence, mukana_step_new (sentence, &mukana_attending_drop_job, brought,
                                                    (GDestroyNotify) mukana_attending_free));
}

static void
answered_cb (MukanaPage *page,
             const char *response,
             GtkWidget  *question)
{
  MukanaAttendingList *list = g_object_steal_data (G_OBJECT (question), "list");

  if (g_str_equal (response, "bring"))
    mukana_page_run_async (page, &mukana_attending_bring_job, list,
                           (GDestroyNotify) mukana_attending_list_free, brought_cb,
                           g_object_ref (page));
  else
    mukana_attending_list_free (list);
}

static char *
describe (const MukanaAttendingList *list)
{
  g_autofree char *new = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is new.",
                                                       "%u are new.", list->rows->len),
                                          list->rows->len);
  g_autofree char *same = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "%u is registered already.",
                                                        "%u are registered already.",
                                                        list->n_same), list->n_same);
  g_autofree char *empty = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%u row has no name that fits.",
                                                         "%u rows have no name that fits.",
                                                         list->n_empty), list->n_empty);

  return g_strdup_printf ("%s %s%s%s", new, list->n_same > 0 ? same : "",
                          list->n_same > 0 && list->n_empty > 0 ? " " : "",
                          list->n_empty > 0 ? empty : "");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAttendingList) list = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                  NULL, &error);
  g_autofree char *body = NULL;
  GtkWidget *question;

  if (list == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  body = describe (list);
  question = adw_message_dialog_new (window_of (page), _("Bring these registrations?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"), "bring",
                                    _("_Bring them"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "bring",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question), "bring",
                                           list->rows->len > 0);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "bring");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "list", g_steal_pointer (&list),
                          (GDestroyNotify) mukana_attending_list_free);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
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
