/* mukana-calendar-month.c: a month in whole weeks, a cell a day.
 *
 * A cell shows the first things of its day and how many more there are; in a narrow window
 * it shows a mark for each kind, and the day that is looked at is told below.  The arrows
 * go from day to day, the tabulator through the things of all days.
 */

#include "ui/calendar/mukana-calendar-month.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-day-words.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-week-scene.h"

#define WEEK_DAYS 7
#define MOST_IN_A_CELL 3
#define MOST_IN_A_LOW_CELL 2    /* of a month that has days in six weeks */
#define WEEK_PX 32
#define NARROW_WEEK_PX 20
#define MOST_MARKS 4

static gboolean
is_other_month (const MukanaCalendarScene *scene,
                MukanaDay                  day)
{
  return mukana_day_first_of_month (day) != mukana_day_first_of_month (scene->day);
}

/* A mark for each kind that there is: its colour, and its shape. */
static void
add_marks (GtkWidget *cell,
           GPtrArray *items)
{
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  guint seen = 0, n = 0;

  gtk_widget_set_halign (marks, GTK_ALIGN_CENTER);
  for (guint i = 0; i < items->len && n < MOST_MARKS; i++)
    {
      MukanaTimetableItem *item = g_ptr_array_index (items, i);
      g_autofree char *css_class = g_strconcat ("of-", mukana_timetable_kind_name (item->kind),
                                                NULL);
      GtkWidget *mark;

      if ((seen & MUKANA_TIMETABLE_OF (item->kind)) != 0)
        continue;

      seen |= MUKANA_TIMETABLE_OF (item->kind);
      n++;
      mark = gtk_image_new_from_icon_name (mukana_calendar_icon (item->kind));
      gtk_image_set_pixel_size (GTK_IMAGE (mark), 9);
      mukana_layout_style (mukana_layout_style (mark, "calendar-mark"), css_class);
      gtk_box_append (GTK_BOX (marks), mark);
    }

  gtk_box_append (GTK_BOX (cell), marks);
}

static void
add_items (GtkWidget                 *cell,
           const MukanaCalendarScene *scene,
           GPtrArray                 *items,
           MukanaDay                  day)
{
  MukanaDayRange days = scene->timetable->days;
  guint most = days.until - days.from > 5 * WEEK_DAYS ? MOST_IN_A_LOW_CELL : MOST_IN_A_CELL;
  guint n_away = mukana_calendar_count_away (items), n_lines = items->len;
  guint n_shown;

  if (n_away > 1)
    n_lines -= n_away - 1;
  /* The line that says how many more there are takes the place of one. */
  n_shown = n_lines > most + 1 ? most : n_lines;

  for (guint i = 0; i < n_shown; i++)
    gtk_box_append (GTK_BOX (cell), n_away > 1 && i == n_lines - 1
      ? mukana_calendar_away_new (items, day, MUKANA_TIMETABLE_DAY)
      : mukana_calendar_item_new (g_ptr_array_index (items, i), scene, FALSE, 1));
  if (n_lines > n_shown)
    gtk_box_append (GTK_BOX (cell), mukana_calendar_more_new (items->len - n_shown, day,
                                                              MUKANA_TIMETABLE_DAY));
}

static GtkWidget *
make_number (const MukanaCalendarScene *scene,
             MukanaDay                  day,
             guint                      n_items)
{
  GtkWidget *button = mukana_calendar_day_button (day, scene, n_items);
  GtkWidget *line = mukana_layout_row (4, button, NULL);
  g_autofree char *note = mukana_calendar_clock_note (day);
  int year, month, day_of_month;

  mukana_day_split (day, &year, &month, &day_of_month);
  if (scene->is_narrow)
    {
      gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
      /* Here there is a list below for the day. */
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ii)", day,
                                        (int) MUKANA_TIMETABLE_MONTH);
    }
  else if (day_of_month == 1)
    gtk_box_append (GTK_BOX (line), mukana_layout_text (mukana_day_words_month (month),
                                                        "second-line"));
  if (note != NULL && !scene->is_narrow)
    {
      GtkWidget *clock = gtk_image_new_from_icon_name ("mukana-clock-symbolic");

      gtk_widget_set_tooltip_text (clock, note);
      gtk_accessible_update_property (GTK_ACCESSIBLE (clock), GTK_ACCESSIBLE_PROPERTY_LABEL, note,
                                      -1);
      gtk_box_append (GTK_BOX (line), clock);
    }

  return line;
}

/* Pressed beside what stands in it. */
static void
cell_pressed_cb (GtkGesture *gesture,
                 int         n_presses,
                 double      x,
                 double      y,
                 gpointer    day)
{
  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)),
                              "calendar.day", "(ii)", GPOINTER_TO_INT (day),
                              (int) MUKANA_TIMETABLE_MONTH);
}

static GtkWidget *
make_cell (const MukanaCalendarScene *scene,
           MukanaDay                  day)
{
  g_autoptr (GPtrArray) items = mukana_timetable_of_day (scene->timetable, day);
  GtkWidget *cell = mukana_layout_column (2, make_number (scene, day, items->len), NULL);
  GtkGesture *press = gtk_gesture_click_new ();

  if (scene->is_narrow)
    add_marks (cell, items);
  else
    add_items (cell, scene, items, day);

  mukana_layout_style (cell, "calendar-cell");
  if (is_other_month (scene, day))
    gtk_widget_add_css_class (cell, "other");
  if (mukana_day_weekday (day) > 5)
    gtk_widget_add_css_class (cell, "weekend");
  if (day == scene->day)
    gtk_widget_add_css_class (cell, "looked-at");
  g_signal_connect (press, "released", G_CALLBACK (cell_pressed_cb), GINT_TO_POINTER (day));
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (press));
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_vexpand (cell, !scene->is_narrow);
  return cell;
}

/* The week's number or nothing, and seven equal columns. */
static GtkWidget *
make_row (const MukanaCalendarScene *scene,
          GtkWidget                 *number,
          GtkWidget                 *days)
{
  gtk_box_set_homogeneous (GTK_BOX (days), TRUE);
  gtk_widget_set_size_request (number, scene->is_narrow ? NARROW_WEEK_PX : WEEK_PX, -1);
  return mukana_layout_row (0, number, mukana_layout_expand (days), NULL);
}

static GtkWidget *
make_headings (const MukanaCalendarScene *scene)
{
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (int i = 0; i < WEEK_DAYS; i++)
    {
      const char *name = scene->is_narrow ? mukana_week_day_short_name (i)
                                          : mukana_week_day_name (i);
      GtkWidget *label = mukana_layout_style (gtk_label_new (name), "calendar-heading");

      gtk_widget_set_halign (label, scene->is_narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (days), label);
    }

  return make_row (scene, mukana_layout_style (gtk_label_new (NULL), "calendar-week"), days);
}

static GtkWidget *
make_week (const MukanaCalendarScene *scene,
           MukanaDay                  monday)
{
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *week, *row;
  g_autofree char *number = g_strdup_printf ("%d", mukana_day_iso_week (monday));
  g_autofree char *name = g_strdup_printf (_("Week %d"), mukana_day_iso_week (monday));

  week = mukana_layout_style (gtk_label_new (number), "calendar-week");
  gtk_widget_set_valign (week, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (week, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (week), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (MukanaDay day = monday; day < monday + WEEK_DAYS; day++)
    gtk_box_append (GTK_BOX (days), make_cell (scene, day));

  row = make_row (scene, week, days);
  gtk_widget_set_vexpand (row, !scene->is_narrow);
  return row;
}

static GtkWidget *
make_weeks (const MukanaCalendarScene *scene)
{
  GtkWidget *weeks = mukana_layout_column (0, make_headings (scene), NULL);
  MukanaDayRange days = scene->timetable->days;

  for (MukanaDay monday = days.from; monday < days.until; monday += WEEK_DAYS)
    gtk_box_append (GTK_BOX (weeks), make_week (scene, monday));

  return mukana_layout_style (weeks, "calendar-month");
}

/** mukana_calendar_month_new: Returns: the month of the scene; a narrow one has no list below */
GtkWidget *
mukana_calendar_month_new (const MukanaCalendarScene *scene)
{
  GtkWidget *weeks = make_weeks (scene), *scrolled;

  if (scene->is_narrow)
    return weeks;

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), weeks);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}
