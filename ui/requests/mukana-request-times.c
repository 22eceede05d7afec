/* mukana-request-times.c: when a request takes place, one line for each time.
 *
 * Typed as people write them: "10.12.2026", "12", "15:30".  A time that was not
 * touched stays the record it is, because people may have been asked to it.
 */

#include "ui/requests/mukana-request-times.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-typed-day.h"
#include "ui/kit/mukana-week-scene.h"
#include "ui/kit/mukana-wrap-box.h"

struct _MukanaRequestTimes
{
  GtkBox     parent_instance;

  GtkWidget *card;
  GtkWidget *add;
  GPtrArray *lines;      /* of Line */
  gboolean   is_loading;
};

/* One time as it is typed. */
typedef struct
{
  MukanaRequestTimes *owner;
  MukanaRequestTime  *original;   /* NULL for a new one */
  GtkWidget          *row;
  GtkWidget          *day;
  GtkLabel           *weekday;
  GtkWidget          *start;
  GtkWidget          *end;
  GtkWidget          *alternative;
  gboolean            is_told;    /* what is missing, too: saving was tried */
} Line;

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaRequestTimes, mukana_request_times, GTK_TYPE_BOX)

static void
free_line (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->original);
  g_free (line);
}

static int
parse_clock (GtkWidget *entry)
{
  return mukana_minute_parse (gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static MukanaDay
parse_day (Line *line)
{
  return mukana_typed_day (gtk_editable_get_text (GTK_EDITABLE (line->day)));
}

static gboolean
is_right (Line *line)
{
  int start = parse_clock (line->start), end = parse_clock (line->end);

  return parse_day (line) != MUKANA_DAY_NONE && start >= 0 && end > start;
}

/* A new time does not begin with reproaches. */
static void
mark (Line      *line,
      GtkWidget *entry,
      gboolean   is_wrong)
{
  gboolean is_empty = mukana_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (is_empty && !line->is_told)
    is_wrong = FALSE;

  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                 : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_line (Line *line)
{
  int start = parse_clock (line->start), end = parse_clock (line->end);
  MukanaDay day = parse_day (line);

  mark (line, line->day, day == MUKANA_DAY_NONE);
  mark (line, line->start, start < 0);
  mark (line, line->end, end < 0 || end <= start);
  gtk_label_set_label (line->weekday, mukana_format_weekday_name (day));
}

static void
changed_cb (Line *line)
{
  show_line (line);
  if (!line->owner->is_loading)
    g_signal_emit (line->owner, signals[CHANGED], 0);
}

static void removed_cb (Line *line);

static GtkWidget *
add_entry (Line       *line,
           GtkWidget  *box,
           const char *name,
           int         n_chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), n_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), n_chars);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), line);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), entry);
  return entry;
}

static Line *
add_line (MukanaRequestTimes *self)
{
  GtkWidget *box = mukana_wrap_box_new (6, 6);
  GtkWidget *remove = mukana_layout_icon_button ("user-trash-symbolic", _("Remove this time"),
                                                 NULL);
  Line *line = g_new0 (Line, 1);

  line->owner = self;
  line->day = add_entry (line, box, _("Day, as 10.12.2026"), 14);
  line->weekday = GTK_LABEL (mukana_layout_text ("", "second-line"));
  gtk_label_set_width_chars (line->weekday, 2);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), mukana_layout_middle (GTK_WIDGET (line->weekday)));
  line->start = add_entry (line, box, _("From"), 6);
  line->end = add_entry (line, box, _("Until"), 6);
  line->alternative = gtk_check_button_new_with_label (_("Alternative"));
  g_signal_connect_swapped (line->alternative, "toggled", G_CALLBACK (changed_cb), line);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), line->alternative);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (removed_cb), line);
  /* Last in the box: beside it, Shift+Tab from the day would land on it. */
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), remove);
  line->row = mukana_layout_card_add (self->card, mukana_layout_expand (box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line->row), FALSE);
  gtk_widget_set_focusable (line->row, FALSE);
  g_ptr_array_add (self->lines, line);
  gtk_widget_set_visible (self->card, TRUE);
  return line;
}

static void
add_cb (MukanaRequestTimes *self)
{
  Line *line = add_line (self);

  changed_cb (line);
  gtk_widget_grab_focus (line->day);
}

static void
set_text (GtkWidget  *entry,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
set_day (Line      *line,
         MukanaDay  day)
{
  g_autofree char *text = NULL;
  int year, month, day_of_month;

  mukana_day_split (day, &year, &month, &day_of_month);
  text = g_strdup_printf ("%d.%d.%d", day_of_month, month, year);
  set_text (line->day, text);
}

/* ---- Removing, and back ---- */

/* What stood in a line that was removed. */
typedef struct
{
  MukanaRequestTime *original;
  char              *day, *start, *end;
  gboolean           is_alternative;
  guint              place;
} Removed;

static void
free_removed (gpointer data)
{
  Removed *removed = data;

  g_clear_object (&removed->original);
  g_free (removed->day);
  g_free (removed->start);
  g_free (removed->end);
  g_free (removed);
}

static void
drop_line (MukanaRequestTimes *self,
           Line               *line)
{
  gtk_list_box_remove (GTK_LIST_BOX (self->card), line->row);
  g_ptr_array_remove (self->lines, line);
  gtk_widget_set_visible (self->card, self->lines->len > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
bring_back (MukanaRequestTimes *self,
            const Removed      *removed)
{
  Line *line = add_line (self);
  guint place = MIN (removed->place, self->lines->len - 1);

  set_text (line->day, removed->day);
  set_text (line->start, removed->start);
  set_text (line->end, removed->end);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (line->alternative), removed->is_alternative);
  g_set_object (&line->original, removed->original);

  g_object_ref (line->row);
  gtk_list_box_remove (GTK_LIST_BOX (self->card), line->row);
  gtk_list_box_insert (GTK_LIST_BOX (self->card), line->row, (int) place);
  g_object_unref (line->row);
  g_ptr_array_insert (self->lines, (int) place,
                      g_ptr_array_steal_index (self->lines, self->lines->len - 1));
  changed_cb (line);
}

static char *
move_line (GtkWidget *widget,
           gpointer   data,
           gboolean   is_again)
{
  MukanaRequestTimes *self = MUKANA_REQUEST_TIMES (widget);
  Removed *removed = data;

  if (!is_again)
    bring_back (self, removed);
  else if (removed->place < self->lines->len)
    drop_line (self, g_ptr_array_index (self->lines, removed->place));
  return g_strdup (_("Time removed"));
}

/* No question before it: it is told, and comes back by the toast. */
static void
removed_cb (Line *line)
{
  MukanaRequestTimes *self = line->owner;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), MUKANA_TYPE_PAGE);
  Removed *removed = g_new0 (Removed, 1);

  removed->original = line->original != NULL ? g_object_ref (line->original) : NULL;
  removed->day = g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->day)));
  removed->start = g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->start)));
  removed->end = g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->end)));
  removed->is_alternative = gtk_check_button_get_active (GTK_CHECK_BUTTON (line->alternative));
  g_ptr_array_find (self->lines, line, &removed->place);
  drop_line (self, line);

  /* The focus does not vanish with the button, nor land where Enter means something else. */
  if (self->lines->len > 0)
    gtk_widget_grab_focus (((Line *) g_ptr_array_index (self->lines,
                              MIN (removed->place, self->lines->len - 1)))->day);
  else
    gtk_widget_grab_focus (self->add);
  if (page != NULL)
    mukana_page_did (MUKANA_PAGE (page), _("Time removed"),
                     mukana_step_new_shown (GTK_WIDGET (self), move_line, removed, free_removed));
  else
    free_removed (removed);
}

/**
 * mukana_request_times_repeat:
 *
 * A series grows by a week: one more time like the last, seven days later.  Nothing happens
 * while the last is not right.
 */
void
mukana_request_times_repeat (MukanaRequestTimes *self)
{
  Line *last = self->lines->len > 0 ? g_ptr_array_index (self->lines, self->lines->len - 1) : NULL;
  Line *line;

  if (last == NULL || !is_right (last))
    return;

  line = add_line (self);
  set_day (line, parse_day (last) + 7);
  set_text (line->start, gtk_editable_get_text (GTK_EDITABLE (last->start)));
  set_text (line->end, gtk_editable_get_text (GTK_EDITABLE (last->end)));
  changed_cb (line);
}

static void
mukana_request_times_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_REQUEST_TIMES (object)->lines);

  G_OBJECT_CLASS (mukana_request_times_parent_class)->finalize (object);
}

static void
mukana_request_times_class_init (MukanaRequestTimesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_request_times_finalize;

  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_REQUEST_TIMES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mukana_request_times_init (MukanaRequestTimes *self)
{
  GtkWidget *add = mukana_layout_button (_("Add _Time"), "flat", NULL);
  GtkWidget *repeat = mukana_layout_button (_("Same a _Week Later"), "flat", NULL);

  self->add = add;
  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->card = mukana_layout_card ();
  gtk_widget_set_visible (self->card, FALSE);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (repeat, "clicked", G_CALLBACK (mukana_request_times_repeat), self);
  g_object_bind_property (self->card, "visible", repeat, "visible", G_BINDING_SYNC_CREATE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), mukana_layout_heading (_("When"),
                                                         mukana_layout_row (6, repeat, add,
                                                                            NULL)));
  gtk_box_append (GTK_BOX (self), self->card);
}

GtkWidget *
mukana_request_times_new (void)
{
  return g_object_new (MUKANA_TYPE_REQUEST_TIMES, NULL);
}

/** mukana_request_times_load: @times: of MukanaRequestTime */
void
mukana_request_times_load (MukanaRequestTimes *self,
                           GPtrArray          *times)
{
  self->is_loading = TRUE;
  g_ptr_array_set_size (self->lines, 0);
  mukana_layout_empty (self->card);
  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);
      Line *line = add_line (self);
      g_autofree char *start = mukana_week_minute_text ((int) time->start_minute);
      g_autofree char *end = mukana_week_minute_text ((int) time->end_minute);

      set_day (line, time->day);
      set_text (line->start, start);
      set_text (line->end, end);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (line->alternative), time->is_alternative != 0);
      line->original = g_object_ref (time);
    }
  self->is_loading = FALSE;
}

/** mukana_request_times_peek_box: Returns: borrowed, what stands in a line, in the order of Tab */
GtkWidget *
mukana_request_times_peek_box (MukanaRequestTimes *self,
                               guint               index)
{
  Line *line = g_ptr_array_index (self->lines, index);

  return gtk_widget_get_parent (line->day);
}

/** mukana_request_times_add: one more time, as if it were typed */
void
mukana_request_times_add (MukanaRequestTimes *self,
                          const char         *day,
                          const char         *start,
                          const char         *end)
{
  Line *line = add_line (self);

  set_text (line->day, day);
  set_text (line->start, start);
  set_text (line->end, end);
}

static MukanaRequestTime *
make_time (Line *line)
{
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  MukanaRequestTime *original = line->original;

  mukana_record_init_int (time, "day", parse_day (line));
  mukana_record_init_int (time, "start-minute", parse_clock (line->start));
  mukana_record_init_int (time, "end-minute", parse_clock (line->end));
  mukana_record_init_int (time, "is-alternative",
                          gtk_check_button_get_active (GTK_CHECK_BUTTON (line->alternative)));
  if (original == NULL || original->day != time->day ||
      original->start_minute != time->start_minute ||
      original->end_minute != time->end_minute || original->is_alternative != time->is_alternative)
    return time;

  g_object_unref (time);
  return g_object_ref (original);
}

/** mukana_request_times_dup: Returns: (nullable): yours; NULL while one of them is wrong */
GPtrArray *
mukana_request_times_dup (MukanaRequestTimes *self)
{
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);

      if (!is_right (line))
        {
          line->is_told = TRUE;
          show_line (line);
          gtk_widget_grab_focus (line->day);
          return NULL;
        }
      g_ptr_array_add (times, make_time (line));
    }

  return g_steal_pointer (&times);
}
