/* mukana-day-of-all.c: the day of everybody who had agreed, in one list: came or not, and hours.
 *
 * What was planned stands in it already.  Journeys and other costs are recorded on the page of
 * each assignment, where their vouchers are.
 */

#include "ui/requests/mukana-day-of-all.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-cancelling.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-layout.h"

#define LIST_HEIGHT_PX 360

typedef struct
{
  gint64     assignment_id;
  GtkWidget *attendance;
  GtkWidget *hours;
} Line;

typedef struct
{
  MukanaPage *page;
  GtkWidget  *dialog;
  GArray     *lines;      /* of Line */
} Recording;

static void
free_recording (gpointer  data,
                GClosure *closure)
{
  Recording *self = data;

  g_object_unref (self->page);
  g_array_unref (self->lines);
  g_free (self);
}

static gboolean
is_due (const MukanaAssignmentRow *row,
        MukanaDay                  today)
{
  return g_str_equal (row->assignment->state, "agreed") && row->assignment->day <= today;
}

/** mukana_day_of_all_count: Returns: how many have agreed to a day that has come */
guint
mukana_day_of_all_count (const MukanaRequestFile *file,
                         MukanaDay                today)
{
  guint n = 0;

  for (guint i = 0; i < file->assignments->len; i++)
    n += is_due (g_ptr_array_index (file->assignments, i), today);

  return n;
}

static const char *
peek_attendance (const Line *line)
{
  return mukana_attendances[gtk_drop_down_get_selected (GTK_DROP_DOWN (line->attendance))];
}

static gint64
get_minutes (const Line *line)
{
  return mukana_assignment_is_paid (peek_attendance (line))
           ? mukana_work_parse_hours (gtk_editable_get_text (GTK_EDITABLE (line->hours))) : 0;
}

static void
changed_cb (Recording *self)
{
  gboolean is_whole = TRUE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      gboolean is_paid = mukana_assignment_is_paid (peek_attendance (line));
      gboolean is_wrong = is_paid && get_minutes (line) <= 0;

      gtk_widget_set_sensitive (line->hours, is_paid);
      if (is_wrong)
        gtk_widget_add_css_class (line->hours, "error");
      else
        gtk_widget_remove_css_class (line->hours, "error");
      is_whole &= !is_wrong;
    }

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "record", is_whole);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaSettled *done = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (done == NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did (page, _("The day is recorded for all"),
                     mukana_step_new (_("The day is recorded for all"),
                                      &mukana_cancelling_undo_job, done,
                                      (GDestroyNotify) mukana_settled_free));
}

static void
answered_cb (Recording  *self,
             const char *response)
{
  g_autoptr (GPtrArray) days =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_completing_free);

  if (!g_str_equal (response, "record"))
    return;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      g_ptr_array_add (days, mukana_completing_new (line->assignment_id, peek_attendance (line),
                                                    get_minutes (line)));
    }
  mukana_page_run_async (self->page, &mukana_recording_job, g_steal_pointer (&days),
                         (GDestroyNotify) g_ptr_array_unref, recorded_cb,
                         g_object_ref (self->page));
}

static void
name_widget (GtkWidget  *widget,
             const char *what,
             const char *name)
{
  g_autofree char *label = g_strdup_printf ("%s, %s", what, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
add_line (Recording                 *self,
          GtkWidget                 *card,
          const MukanaAssignmentRow *row)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  MukanaAssignment *assignment = row->assignment;
  g_autofree char *when = mukana_work_when (assignment->day, assignment->start_minute,
                                            assignment->end_minute);
  g_autofree char *hours = g_strdup_printf ("%d:%02d", (int) assignment->planned_minutes / 60,
                                            (int) assignment->planned_minutes % 60);
  Line line = { .assignment_id = assignment->id };

  for (guint i = 0; mukana_attendances[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (mukana_attendances, mukana_attendances[i]));
  line.attendance = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  line.hours = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (line.hours), hours);
  gtk_editable_set_width_chars (GTK_EDITABLE (line.hours), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (line.hours), 6);
  name_widget (line.attendance, _("Attendance"), row->name);
  name_widget (line.hours, _("Hours, preparation included"), row->name);
  g_signal_connect_swapped (line.attendance, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (line.hours, "changed", G_CALLBACK (changed_cb), self);
  mukana_layout_card_add (card, mukana_layout_row (12,
    mukana_layout_expand (mukana_layout_two_lines (row->name, when)),
    mukana_layout_middle (line.attendance), mukana_layout_middle (line.hours), NULL));
  g_array_append_val (self->lines, line);
}

/** mukana_day_of_all_new: a question to present, of those who have agreed to days that came */
GtkWidget *
mukana_day_of_all_new (MukanaPage              *page,
                       const MukanaRequestFile *file,
                       MukanaDay                today)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *card = mukana_layout_card (), *list = gtk_scrolled_window_new ();
  Recording *self = g_new0 (Recording, 1);
  AdwMessageDialog *dialog;

  self->page = g_object_ref (page);
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  self->dialog = adw_message_dialog_new (
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Record the day for all"),
    _("Fees follow the rules. Journeys and other costs are added on the page of each assignment."));
  dialog = ADW_MESSAGE_DIALOG (self->dialog);
  for (guint i = 0; i < file->assignments->len; i++)
    if (is_due (g_ptr_array_index (file->assignments, i), today))
      add_line (self, card, g_ptr_array_index (file->assignments, i));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list), card);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (list), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (list), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (list), LIST_HEIGHT_PX);
  adw_message_dialog_set_extra_child (dialog, list);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "record", _("_Record"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "record", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), self, free_recording,
                         G_CONNECT_SWAPPED);
  changed_cb (self);
  return self->dialog;
}
