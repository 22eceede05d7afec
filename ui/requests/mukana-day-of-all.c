/* mukana-day-of-all.c: the day of everybody who had agreed, in one list: came or not, and hours.
 *
 * What was planned stands in it already.  Journeys and other costs are recorded on the page of
 * each assignment, where their vouchers are.  It stays open, with all that was typed, until the
 * day is recorded.
 */

#include "ui/requests/mukana-day-of-all.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "services/mukana-cancelling.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"

#define WIDTH_PX 680
#define LEAST_LIST_PX 160
#define REST_PX 220         /* of the window around the list */
#define LINE_PX 50
#define DAY_MINUTES 1440
#define MOST_NOTICE_HOURS 9999

typedef struct
{
  gint64     assignment_id;
  gint64     planned_minutes;
  char      *name;
  GtkWidget *attendance;
  GtkWidget *hours;
  GtkWidget *notice;        /* in the place of the hours, of a cancelling by the unit */
} Line;

typedef struct
{
  MukanaPage *page;
  GtkWidget  *window;       /* owns us */
  GtkWidget  *finding;      /* what is wrong, and in whose line */
  GtkWidget  *record;
  GArray     *lines;        /* of Line */
  gboolean    is_saving;
} Recording;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->name);
}

static void
free_recording (gpointer data)
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

static gboolean
is_paid (const Line *line)
{
  return mukana_assignment_is_paid (peek_attendance (line));
}

static gboolean
needs_notice (const Line *line)
{
  return g_str_equal (peek_attendance (line), "cancelled-unit");
}

static gint64
get_minutes (const Line *line)
{
  return is_paid (line) ? mukana_work_parse_hours (gtk_editable_get_text (
                                                     GTK_EDITABLE (line->hours))) : 0;
}

/* Returns: whole hours, or -1 when it is not a number of them */
static gint64
get_notice (const Line *line)
{
  g_autofree char *text = mukana_text_tidy (gtk_editable_get_text (GTK_EDITABLE (line->notice)));
  gint64 hours;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, MOST_NOTICE_HOURS, &hours, NULL)
         ? hours : -1;
}

/* Returns: (nullable): static, what is wrong with a line */
static const char *
judge_line (const Line *line)
{
  gint64 minutes = get_minutes (line);

  if (is_paid (line) && minutes <= 0)
    return _("Type the hours as 3, 3,5 or 3:30.");
  if (is_paid (line) && minutes > MAX (DAY_MINUTES, line->planned_minutes))
    return _("That is more hours than a day has.");
  if (needs_notice (line) && get_notice (line) < 0)
    return _("Type the notice as hours.");

  return NULL;
}

static void
mark (GtkWidget *entry,
      gboolean   is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

static void
show_finding (Recording  *self,
              const char *finding)
{
  gtk_label_set_label (GTK_LABEL (self->finding), finding != NULL ? finding : "");
  gtk_widget_set_visible (self->finding, finding != NULL);
}

static void
changed_cb (Recording *self)
{
  g_autofree char *finding = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const char *problem = judge_line (line);

      gtk_widget_set_sensitive (line->hours, is_paid (line));
      gtk_widget_set_visible (line->hours, !needs_notice (line));
      gtk_widget_set_visible (line->notice, needs_notice (line));
      mark (line->hours, problem != NULL);
      mark (line->notice, problem != NULL);
      if (problem != NULL && finding == NULL)
        finding = g_strdup_printf ("%s: %s", line->name, problem);
    }

  show_finding (self, finding);
  gtk_widget_set_sensitive (self->record, finding == NULL && !self->is_saving);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  Recording *self = g_object_get_data (G_OBJECT (window), "recording");
  g_autoptr (GError) error = NULL;
  MukanaSettled *done = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  self->is_saving = FALSE;
  if (done == NULL)
    {
      g_autofree char *sentence = mukana_error_view_dup_sentence (error);

      changed_cb (self);
      show_finding (self, sentence);
      return;
    }

  mukana_page_did (self->page, _("The day is recorded for all"),
                   mukana_step_new (_("The day is recorded for all"), &mukana_cancelling_undo_job,
                                    done, (GDestroyNotify) mukana_settled_free));
  gtk_window_destroy (GTK_WINDOW (window));
}

static MukanaCompleting *
dup_completing (const Line *line)
{
  MukanaCompleting *completing = mukana_completing_new (line->assignment_id,
                                                        peek_attendance (line),
                                                        get_minutes (line));

  if (needs_notice (line))
    completing->notice_hours = get_notice (line);
  return completing;
}

static void
record_cb (Recording *self)
{
  g_autoptr (GPtrArray) days =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_completing_free);

  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (days, dup_completing (&g_array_index (self->lines, Line, i)));

  self->is_saving = TRUE;
  gtk_widget_set_sensitive (self->record, FALSE);
  mukana_page_run_async (self->page, &mukana_recording_job, g_steal_pointer (&days),
                         (GDestroyNotify) g_ptr_array_unref, recorded_cb,
                         g_object_ref (self->window));
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

static GtkWidget *
add_entry (Recording  *self,
           const char *what,
           const char *name,
           const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 10);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  name_widget (entry, what, name);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
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
  Line line = { assignment->id, assignment->planned_minutes, g_strdup (row->name) };

  for (guint i = 0; mukana_attendances[i] != NULL; i++)
    gtk_string_list_append (labels, mukana_code_label (mukana_attendances, mukana_attendances[i]));
  line.attendance = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  line.hours = add_entry (self, _("Hours, preparation included"), row->name, hours);
  line.notice = add_entry (self, _("Hours of notice before the beginning"), row->name, "");
  /* Translators: in an entry for hours of notice, while it is empty */
  gtk_entry_set_placeholder_text (GTK_ENTRY (line.notice), _("Notice, h"));
  name_widget (line.attendance, _("Attendance"), row->name);
  g_signal_connect_swapped (line.attendance, "notify::selected", G_CALLBACK (changed_cb), self);
  mukana_layout_card_add (card, mukana_layout_row (12,
    mukana_layout_expand (mukana_layout_two_lines (row->name, when)),
    mukana_layout_middle (line.attendance), mukana_layout_middle (line.hours),
    mukana_layout_middle (line.notice), NULL));
  g_array_append_val (self->lines, line);
}

static GtkWidget *
make_header (Recording *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->record = gtk_button_new_with_mnemonic (_("_Record"));
  gtk_widget_add_css_class (self->record, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->record);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self->window);
  g_signal_connect_swapped (self->record, "clicked", G_CALLBACK (record_cb), self);
  return header;
}

/* As tall as its lines, and never taller than the window that it is over. */
static GtkWidget *
make_list (GtkWidget *card,
           guint      n_lines,
           GtkRoot   *root)
{
  GtkWidget *list = gtk_scrolled_window_new ();
  int room = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (list), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list), mukana_layout_margins (card, 3));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (list), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (list),
                                              MIN (MAX (room - REST_PX, LEAST_LIST_PX),
                                                   (int) n_lines * LINE_PX));
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  return list;
}

/** mukana_day_of_all_new: a window to present, of those who have agreed to days that came */
GtkWidget *
mukana_day_of_all_new (MukanaPage              *page,
                       const MukanaRequestFile *file,
                       MukanaDay                today)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *card = mukana_layout_card (), *content, *column;
  Recording *self = g_new0 (Recording, 1);

  self->page = g_object_ref (page);
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", _("Record the day for all"), "modal", TRUE,
                               "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                               "default-width", WIDTH_PX, NULL);
  g_object_set_data_full (G_OBJECT (self->window), "recording", self, free_recording);
  content = mukana_layout_column (0, make_header (self), NULL);
  for (guint i = 0; i < file->assignments->len; i++)
    if (is_due (g_ptr_array_index (file->assignments, i), today))
      add_line (self, card, g_ptr_array_index (file->assignments, i));

  self->finding = mukana_layout_wrapped ("", "error");
  column = mukana_layout_column (12, mukana_layout_wrapped (
    _("Fees follow the rules. Journeys and other costs are added on the page of each assignment."),
    NULL), make_list (card, self->lines->len, root), self->finding, NULL);
  gtk_box_append (GTK_BOX (content), mukana_layout_margins (column, 18));
  adw_window_set_content (ADW_WINDOW (self->window), content);
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->record);
  mukana_layout_close_on_escape (GTK_WINDOW (self->window));
  changed_cb (self);
  return self->window;
}
