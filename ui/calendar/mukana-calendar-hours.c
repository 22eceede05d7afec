/* mukana-calendar-hours.c: one day or a week by the hour.
 *
 * The hours are a widget that draws lines and puts each thing at its time, beside what it
 * overlaps.  Above it stand the days, what lasts the whole of them, and how many things
 * there was no room for.
 */

#include "ui/calendar/mukana-calendar-hours.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-day-words.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-style.h"
#include "ui/kit/mukana-week-scene.h"
#include "ui/kit/mukana-wrap-box.h"

#define HOUR_PX 48
#define GUTTER_PX 48
#define LABEL_GAP_PX 8
#define LINE_PX 18
#define LEAST_MINUTES 30
#define DAY_MINUTES 1440
#define FIRST_HOUR 7          /* that is in sight, if nothing begins earlier */
#define MOST_WHOLE_DAY 3
#define MOST_WHOLE_DAY_ALONE 12
#define NARROW_DAY_COLUMNS 2
#define DAY_COLUMNS 6
#define WEEK_COLUMNS 2

/* A button and where it stands. */
typedef struct
{
  GtkWidget           *button;     /* a child, which the widget owns */
  MukanaTimetableSpan  span;
} Place;

struct _MukanaCalendarHours
{
  GtkWidget  parent_instance;

  GArray    *places;       /* of Place */
  MukanaDay  first;
  int        n_days;
  MukanaDay  today;
  int        now_minute;
};

G_DEFINE_FINAL_TYPE (MukanaCalendarHours, mukana_calendar_hours, GTK_TYPE_WIDGET)

static void
mukana_calendar_hours_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? 24 * HOUR_PX + LABEL_GAP_PX
                                                     : GUTTER_PX + 1;
  *natural = *minimum;
}

static double
column_px (MukanaCalendarHours *self)
{
  return (gtk_widget_get_width (GTK_WIDGET (self)) - GUTTER_PX) / (double) self->n_days;
}

static double
minute_y (int minute)
{
  return LABEL_GAP_PX + minute * HOUR_PX / 60.0;
}

static void
place_child (MukanaCalendarHours *self,
             const Place         *place,
             int                  width)
{
  const MukanaTimetableSpan *span = &place->span;
  double day_px = (width - GUTTER_PX) / (double) self->n_days;
  double part_px = (day_px - 6) / MAX (span->n_columns, 1);
  double y = minute_y (span->start_minute);
  int least_width, least_height;
  GtkAllocation area;

  gtk_widget_measure (place->button, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                      NULL);
  area.x = (int) (GUTTER_PX + (span->day - self->first) * day_px + 3 + span->column * part_px);
  area.y = (int) y + 1;
  area.width = MAX ((int) part_px - 2, least_width);
  gtk_widget_measure (place->button, GTK_ORIENTATION_VERTICAL, area.width, &least_height, NULL,
                      NULL, NULL);
  area.height = MAX ((int) (minute_y (span->end_minute) - y) - 2, least_height);
  gtk_widget_size_allocate (place->button, &area, -1);
}

static void
mukana_calendar_hours_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  MukanaCalendarHours *self = MUKANA_CALENDAR_HOURS (widget);

  for (guint i = 0; i < self->places->len; i++)
    place_child (self, &g_array_index (self->places, Place, i), width);
}

static void
draw_hour (MukanaCalendarHours *self,
           GtkSnapshot         *snapshot,
           int                  hour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), text_width, text_height;
  GdkRGBA line = mukana_style_color (widget, "mukana_hairline");
  GdkRGBA text = mukana_style_text_color (widget, 0.72);
  g_autofree char *label = g_strdup_printf ("%d", hour);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, label);

  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (GUTTER_PX - 6, (float) minute_y (hour * 60),
                                                  width - GUTTER_PX + 6, 1));
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (GUTTER_PX - 12 - text_width,
                                                (float) minute_y (hour * 60) - text_height / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

static void
draw_days (MukanaCalendarHours *self,
           GtkSnapshot         *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA line = mukana_style_color (widget, "mukana_hairline");
  GdkRGBA tint = mukana_style_color (widget, "mukana_step_color");
  float height = gtk_widget_get_height (widget), width = (float) column_px (self);

  for (int i = 0; i < self->n_days; i++)
    {
      float x = GUTTER_PX + i * width;

      if (self->n_days > 1 && mukana_day_weekday (self->first + i) > 5)
        gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (x, 0, width, height));
      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (x, 0, 1, height));
    }
}

/* A line at what the clock shows, with a head at its beginning. */
static void
draw_now (MukanaCalendarHours *self,
          GtkSnapshot         *snapshot)
{
  GdkRGBA color = mukana_style_color (GTK_WIDGET (self), "accent_color");
  float x = GUTTER_PX + (self->today - self->first) * (float) column_px (self);
  float y = (float) minute_y (self->now_minute);
  graphene_rect_t head = GRAPHENE_RECT_INIT (x - 4, y - 3.5f, 9, 9);
  GskRoundedRect outline;

  if (self->today < self->first || self->today >= self->first + self->n_days)
    return;

  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (x, y, (float) column_px (self), 2));
  gsk_rounded_rect_init_from_rect (&outline, &head, 4.5f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &head);
  gtk_snapshot_pop (snapshot);
}

static void
mukana_calendar_hours_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  MukanaCalendarHours *self = MUKANA_CALENDAR_HOURS (widget);

  draw_days (self, snapshot);
  for (int hour = 0; hour < 24; hour++)
    draw_hour (self, snapshot, hour);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  draw_now (self, snapshot);
}

static void
mukana_calendar_hours_dispose (GObject *object)
{
  MukanaCalendarHours *self = MUKANA_CALENDAR_HOURS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (mukana_calendar_hours_parent_class)->dispose (object);
}

static void
mukana_calendar_hours_class_init (MukanaCalendarHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_calendar_hours_dispose;
  widget_class->measure = mukana_calendar_hours_measure;
  widget_class->size_allocate = mukana_calendar_hours_size_allocate;
  widget_class->snapshot = mukana_calendar_hours_snapshot;
  mukana_style_follow (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mukana-calendar-hours");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mukana_calendar_hours_init (MukanaCalendarHours *self)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
}

/* ---- Filling ---- */

static int
most_columns (const MukanaCalendarScene *scene)
{
  return scene->view == MUKANA_TIMETABLE_WEEK ? WEEK_COLUMNS
         : scene->is_narrow ? NARROW_DAY_COLUMNS : DAY_COLUMNS;
}

/* What stands among the hours.  Who is away does not: it would stand before what takes place. */
static gboolean
is_timed (const MukanaTimetableItem *item)
{
  return item->end_minute > item->start_minute && item->kind != MUKANA_TIMETABLE_ABSENCE;
}

/* Returns: yours, the timed things of the scene, and where each stands */
static GArray *
lay_out (const MukanaCalendarScene *scene)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (MukanaTimetableSpan));

  for (guint i = 0; i < scene->timetable->items->len; i++)
    {
      MukanaTimetableItem *item = g_ptr_array_index (scene->timetable->items, i);
      MukanaTimetableSpan span = { .day = item->day, .start_minute = item->start_minute };

      span.end_minute = is_timed (item) ? item->end_minute : item->start_minute;

      g_array_append_val (spans, span);
    }

  mukana_timetable_lay_out ((MukanaTimetableSpan *) (void *) spans->data, spans->len,
                            most_columns (scene), LEAST_MINUTES);
  return spans;
}

/* How many lines of text fit into the height of @span. */
static int
count_height (const MukanaTimetableSpan *span)
{
  return MAX (1, ((span->end_minute - span->start_minute) * HOUR_PX / 60 - 6) / LINE_PX);
}

static gboolean
is_tall (const MukanaTimetableSpan *span)
{
  return count_height (span) > 1;
}

/* Beside the line that its time takes. */
static int
count_lines (const MukanaTimetableSpan *span)
{
  return is_tall (span) ? count_height (span) - 1 : 1;
}

static GtkWidget *
make_hours (const MukanaCalendarScene *scene,
            GArray                    *spans)
{
  MukanaCalendarHours *self = g_object_new (MUKANA_TYPE_CALENDAR_HOURS, NULL);

  self->first = scene->timetable->days.from;
  self->n_days = scene->timetable->days.until - self->first;
  self->today = scene->timetable->today;
  self->now_minute = scene->now_minute;
  for (guint i = 0; i < spans->len; i++)
    {
      Place place = { NULL, g_array_index (spans, MukanaTimetableSpan, i) };

      if (place.span.end_minute <= place.span.start_minute ||
          place.span.column == MUKANA_TIMETABLE_HIDDEN)
        continue;

      place.button = mukana_calendar_item_new (g_ptr_array_index (scene->timetable->items, i),
                                               scene,
                                               is_tall (&place.span), count_lines (&place.span));
      gtk_widget_add_css_class (place.button, "timed");
      gtk_widget_set_parent (place.button, GTK_WIDGET (self));
      g_array_append_val (self->places, place);
    }

  return GTK_WIDGET (self);
}

static guint
count_hidden (GArray    *spans,
              MukanaDay  day)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      MukanaTimetableSpan *span = &g_array_index (spans, MukanaTimetableSpan, i);

      n += span->day == day && span->column == MUKANA_TIMETABLE_HIDDEN;
    }

  return n;
}

/* What lasts the whole day, and what there was no room for.  Where there is little of it, those
 * who are away are a number, which leads to where it is told who. */
static void
add_whole_day (GtkWidget                 *column,
               const MukanaCalendarScene *scene,
               MukanaDay                  day,
               GPtrArray                 *items,
               guint                      n_hidden)
{
  gboolean is_alone = scene->view == MUKANA_TIMETABLE_DAY && !scene->is_narrow;
  MukanaTimetableView whole = scene->view == MUKANA_TIMETABLE_DAY ? MUKANA_TIMETABLE_AGENDA
                                                                  : MUKANA_TIMETABLE_DAY;
  guint n_away = is_alone ? 0 : mukana_calendar_count_away (items);
  guint most = is_alone ? MOST_WHOLE_DAY_ALONE : MOST_WHOLE_DAY, n_shown = 0, n_more = n_hidden;
  GtkWidget *abreast = is_alone ? mukana_wrap_box_new (4, 2) : NULL;

  if (is_alone)
    gtk_box_append (GTK_BOX (column), abreast);
  for (guint i = 0; i < items->len; i++)
    {
      MukanaTimetableItem *item = g_ptr_array_index (items, i);

      if (is_timed (item) ||
          (n_away > 1 && item->kind == MUKANA_TIMETABLE_ABSENCE))
        continue;
      if (n_shown++ >= most)
        n_more++;
      else if (is_alone)
        mukana_wrap_box_append (MUKANA_WRAP_BOX (abreast),
                                mukana_calendar_item_new (item, scene, FALSE, 1));
      else
        gtk_box_append (GTK_BOX (column), mukana_calendar_item_new (item, scene, FALSE, 1));
    }

  if (n_away > 1)
    gtk_box_append (GTK_BOX (column), mukana_calendar_away_new (items, day, whole));
  if (n_more > 0)
    gtk_box_append (GTK_BOX (column),
                    mukana_calendar_more_new (n_more, day, whole));
}

static GtkWidget *
make_day_head (const MukanaCalendarScene *scene,
               MukanaDay                  day,
               GArray                    *spans)
{
  g_autoptr (GPtrArray) items = mukana_timetable_of_day (scene->timetable, day);
  g_autofree char *note = mukana_calendar_clock_note (day);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *name = mukana_week_day_short_name (mukana_day_weekday (day) - 1);

  gtk_box_append (GTK_BOX (column), mukana_layout_row (4,
    mukana_layout_style (gtk_label_new (name), "calendar-heading"),
    mukana_calendar_day_button (day, scene, items->len), NULL));
  if (note != NULL)
    gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (note, "second-line"));
  add_whole_day (column, scene, day, items, count_hidden (spans, day));
  mukana_layout_style (column, "calendar-day-head");
  if (day == scene->day && scene->view == MUKANA_TIMETABLE_WEEK)
    gtk_widget_add_css_class (column, "looked-at");
  return column;
}

/* As wide as the days below it. */
static GtkWidget *
make_head (const MukanaCalendarScene *scene,
           GArray                    *spans)
{
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *gutter = gtk_label_new (NULL), *head;

  gtk_box_set_homogeneous (GTK_BOX (days), TRUE);
  for (MukanaDay day = scene->timetable->days.from; day < scene->timetable->days.until; day++)
    gtk_box_append (GTK_BOX (days), make_day_head (scene, day, spans));

  gtk_widget_set_size_request (gutter, GUTTER_PX, -1);
  head = mukana_layout_row (0, gutter, mukana_layout_expand (days), NULL);
  return mukana_layout_style (head, "calendar-head");
}

static int
first_minute (GArray *spans)
{
  int first = FIRST_HOUR * 60;

  for (guint i = 0; i < spans->len; i++)
    {
      MukanaTimetableSpan *span = &g_array_index (spans, MukanaTimetableSpan, i);

      if (span->end_minute > span->start_minute)
        first = MIN (first, span->start_minute);
    }

  return first;
}

typedef struct { GtkAdjustment *adjustment; int minute; } Scroll;

static void
scroll_cb (gpointer data)
{
  Scroll *scroll = data;

  gtk_adjustment_set_value (scroll->adjustment, minute_y (scroll->minute) - LABEL_GAP_PX);
  g_object_unref (scroll->adjustment);
  g_free (scroll);
}

/* Once there is room to scroll in, and not while it is being given. */
static void
room_given_cb (GtkAdjustment *adjustment,
               gpointer       minute)
{
  Scroll scroll = { adjustment, GPOINTER_TO_INT (minute) };

  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment) ||
      gtk_adjustment_get_page_size (adjustment) < HOUR_PX)
    return;

  g_signal_handlers_disconnect_by_func (adjustment, room_given_cb, minute);
  g_object_ref (adjustment);
  g_idle_add_once (scroll_cb, g_memdup2 (&scroll, sizeof scroll));
}

/** mukana_calendar_days_new: Returns: the day or the week of the scene, by the hour */
GtkWidget *
mukana_calendar_days_new (const MukanaCalendarScene *scene)
{
  g_autoptr (GArray) spans = lay_out (scene);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_hours (scene, spans));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect (adjustment, "changed", G_CALLBACK (room_given_cb),
                    GINT_TO_POINTER (first_minute (spans)));
  return mukana_layout_column (0, make_head (scene, spans), scrolled, NULL);
}
