/* mukana-busy-times-deed.c: busy times from a calendar file of the person's own.
 *
 * What would come is shown first, and comes when it is accepted.  Only times do.
 */

#include "ui/people/mukana-busy-times-deed.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-importing-times.h"
#include "services/mukana-table.h"
#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-tall-question.h"

static void
put (MukanaPage        *page,
     MukanaTimesChange *change,
     const char        *sentence)
{
  MukanaStep *step = mukana_step_new (sentence, &mukana_times_put_job,
                                      mukana_times_change_turn (change),
                                      (GDestroyNotify) mukana_times_change_free);

  mukana_page_do (page, &mukana_times_put_job,
                  mukana_times_change_new (change->person_id, change->before, change->after),
                  (GDestroyNotify) mukana_times_change_free, sentence, step);
}

static void
answered_cb (MukanaPage *page,
             const char *response,
             GtkWidget  *question)
{
  MukanaTimesPlan *plan = g_object_get_data (G_OBJECT (question), "plan");

  if (g_str_equal (response, "bring"))
    put (page, plan->change, _("Busy times brought"));
}

static GtkWidget *
make_list (const MukanaTimesPlan *plan)
{
  g_autoptr (GPtrArray) left = mukana_times_plan_left (plan);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  if (left->len > 0)
    gtk_box_append (GTK_BOX (column), mukana_layout_text (_("Left out"), "row-title"));
  for (guint i = 0; i < left->len; i++)
    gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (g_ptr_array_index (left, i),
                                                             "second-line"));

  return column;
}

/* Takes @plan. */
static void
ask (MukanaPage      *page,
     MukanaTimesPlan *plan)
{
  gboolean brings = plan->n_new > 0 || plan->n_gone > 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *told = mukana_times_plan_tell (plan);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", told, _(
    "Only times are kept, of the coming year: not what, where or with whom. A newer file of the "
    "same calendar changes what this one brings."));
  GtkWidget *question = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                _("Busy Times of the Calendar"), body);

  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (question), make_list (plan));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "cancel",
                                   brings ? _("_Cancel") : _("_Close"));
  if (brings)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "bring", _("_Bring"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "bring",
                                                  ADW_RESPONSE_SUGGESTED);
    }
  g_object_set_data_full (G_OBJECT (question), "plan", plan,
                          (GDestroyNotify) mukana_times_plan_free);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaTimesPlan *plan = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  MukanaTableFault fault = mukana_table_fault_of_error (error);

  if (plan != NULL)
    ask (page, plan);
  else if (fault != MUKANA_TABLE_FAULT_NONE)
    mukana_page_toast (page, _(mukana_table_fault_sentence (fault)));
  else
    mukana_page_fail (page, error);
}

/** mukana_busy_times_ask: @path: of a calendar file; shows what it would bring, and asks */
void
mukana_busy_times_ask (MukanaPage *page,
                       gint64      person_id,
                       const char *path)
{
  mukana_page_run_async (page, &mukana_times_plan_job, mukana_times_file_new (person_id, path),
                         (GDestroyNotify) mukana_times_file_free, planned_cb,
                         g_object_ref (page));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  /* Nothing chosen reads nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    mukana_busy_times_ask (page, mukana_page_get_record_id (page), path);
}

/** mukana_busy_times_bring: asks for a calendar file of the person whose page it is */
void
mukana_busy_times_bring (MukanaPage *page)
{
  static const char *const patterns[] = { "*.ics", "*.ICS", "*.ifb", NULL };
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_OPEN, .title = _("Choose a Calendar File"),
    .filter_name = _("Calendars"), .patterns = patterns,
  };

  mukana_file_choose_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), &asked,
                            mukana_page_get_cancellable (page), chosen_cb, g_object_ref (page));
}

/** mukana_busy_times_drop: takes all of them out, with a way back */
void
mukana_busy_times_drop (MukanaPage             *page,
                        const MukanaPersonFile *file)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (MukanaTimesChange) change = mukana_times_change_new (file->person->id,
                                                                  file->busy_times, none);

  put (page, change, _("Busy times removed"));
}
