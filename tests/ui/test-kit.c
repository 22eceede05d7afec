/* test-kit.c: what the widgets of the kit promise to eye, ear and hand.
 *
 * Keys and the pointer are real ones, sent by xdotool to a window that fills
 * the display; where xdotool is missing those tests are skipped.
 */

#include <adwaita.h>
#include <math.h>

#include "ui/kit/mukana-bar-chart.h"
#include "ui/kit/mukana-chip.h"
#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-file-name.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-parts.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-score-bar.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-style.h"
#include "ui/kit/mukana-week-painter.h"
#include "ui/kit/mukana-whole-choices.h"
#include "ui/kit/mukana-wrap-box.h"

#define DEADLINE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  GtkWidget         *window;
  MukanaWeekPainter *painter;
  guint              n_changes;
  GArray            *before;      /* what the last change gave for undo */
} Week;

static void
pump (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
time_passed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the window draw and answer for a while. */
static void
pump_for (guint milliseconds)
{
  gboolean has_passed = FALSE;

  g_timeout_add (milliseconds, time_passed_cb, &has_passed);
  while (!has_passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
process_ended_cb (GObject      *process,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  *(gboolean *) data = TRUE;
}

/* Sends keys or the pointer, and lets the window take them in. */
static void
send_input (const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autoptr (GSubprocess) process = NULL;
  gboolean has_ended = FALSE;

  process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, process_ended_cb, &has_ended);
  while (!has_ended)
    g_main_context_iteration (NULL, TRUE);
  pump_for (60);
}

static gboolean
can_send_input (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (!path)
    g_test_skip ("xdotool is not installed");
  return path != NULL;
}

static void
week_changed_cb (MukanaWeekPainter *painter,
                 GArray            *before,
                 Week              *week)
{
  week->n_changes++;
  g_clear_pointer (&week->before, g_array_unref);
  week->before = g_array_ref (before);
}

static void
open_week (Week *week)
{
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;

  week->window = gtk_window_new ();
  week->painter = MUKANA_WEEK_PAINTER (mukana_week_painter_new ());
  g_signal_connect (week->painter, "changed", G_CALLBACK (week_changed_cb), week);
  gtk_widget_set_valign (GTK_WIDGET (week->painter), GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (week->window), GTK_WIDGET (week->painter));
  gtk_window_fullscreen (GTK_WINDOW (week->window));
  gtk_window_present (GTK_WINDOW (week->window));
  gtk_widget_grab_focus (GTK_WIDGET (week->painter));

  while (!(gtk_window_is_active (GTK_WINDOW (week->window)) &&
           gtk_widget_get_width (GTK_WIDGET (week->painter)) > 1000) &&
         g_get_monotonic_time () < deadline_us)
    pump_for (20);
  g_assert_true (gtk_window_is_active (GTK_WINDOW (week->window)));
  pump_for (150);
}

static void
close_week (Week *week)
{
  g_clear_pointer (&week->before, g_array_unref);
  gtk_window_destroy (GTK_WINDOW (week->window));
  pump ();
}

/* "1 480-600, 2 540-720": weekdays and minutes. */
static char *
describe_spans (GArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const MukanaWeekSpan *span = &g_array_index (spans, MukanaWeekSpan, i);

      g_string_append_printf (text, "%s%d %d-%d", i > 0 ? ", " : "", span->weekday,
                              span->start_minute, span->end_minute);
    }

  return g_string_free (text, FALSE);
}

static void
assert_spans (GArray     *spans,
              const char *expected)
{
  g_autofree char *text = describe_spans (spans);

  g_assert_cmpstr (text, ==, expected);
}

/* On a busy machine the last key may still be on its way. */
static void
assert_week (Week       *week,
             const char *expected)
{
  gint64 deadline_us = g_get_monotonic_time () + DEADLINE_US;
  g_autofree char *found = NULL;

  while (TRUE)
    {
      g_autoptr (GArray) spans = mukana_week_painter_dup_spans (week->painter);

      g_free (found);
      found = describe_spans (spans);
      if (g_str_equal (found, expected) || g_get_monotonic_time () > deadline_us)
        break;
      pump_for (20);
    }

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_accessible (GtkWidget             *widget,
                   GtkAccessibleProperty  property,
                   const char            *expected)
{
  g_autofree char *found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               property, expected);

  g_assert_cmpstr (found, ==, NULL);
}

static void
spans_are_rounded_inwards_and_joined (void)
{
  const MukanaWeekSpan given[] =
  {
    { 2, 545, 715 }, { 1, 600, 660 }, { 1, 540, 600 }, { 9, 0, 60 },
  };

  MukanaWeekPattern pattern = mukana_week_pattern_from_spans (given, G_N_ELEMENTS (given));
  g_autoptr (GArray) spans = mukana_week_pattern_to_spans (&pattern);

  assert_spans (spans, "1 540-660, 2 570-690");
}

static void
keyboard_paints_and_extends (void)
{
  Week week = { 0 };

  if (!can_send_input ())
    return;
  open_week (&week);

  send_input ("xdotool key space");
  send_input ("xdotool key shift+Right");
  send_input ("xdotool key shift+Right");
  send_input ("xdotool key shift+Down");

  assert_week (&week, "1 480-570, 2 480-570");
  g_assert_cmpuint (week.n_changes, ==, 4);
  assert_spans (week.before, "1 480-570");

  /* Going back takes the paint off; Space on a painted half hour clears it. */
  send_input ("xdotool key shift+Up");
  send_input ("xdotool key Home");
  send_input ("xdotool key space");
  assert_week (&week, "1 510-570");

  send_input ("xdotool key End");
  send_input ("xdotool key Return");
  assert_week (&week, "1 510-570, 1 1170-1200");

  close_week (&week);
}

static void
cursor_past_the_morning_shows_the_morning (void)
{
  Week week = { 0 };

  if (!can_send_input ())
    return;
  open_week (&week);

  send_input ("xdotool key Left");
  send_input ("xdotool key space");

  assert_week (&week, "1 450-480");
  close_week (&week);
}

static void
drag_paints_once (void)
{
  MukanaWeekFrame frame;
  MukanaWeekScene scene = { .first_slot = 16, .end_slot = 40 };
  Week week = { 0 };
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  int y;

  if (!can_send_input ())
    return;
  open_week (&week);
  frame = mukana_week_frame (GTK_WIDGET (week.painter),
                             gtk_widget_get_width (GTK_WIDGET (week.painter)));
  y = frame.scale_height + 2 * frame.row_height + frame.lane_height / 2;
  start = g_strdup_printf ("xdotool mousemove --sync %d %d",
                           mukana_week_frame_x (&frame, &scene, 18) + 5, y);
  end = g_strdup_printf ("xdotool mousemove --sync %d %d",
                         mukana_week_frame_x (&frame, &scene, 22) - 5, y);

  send_input (start);
  send_input ("xdotool mousedown 1");
  send_input (end);
  g_assert_cmpuint (week.n_changes, ==, 0);
  send_input ("xdotool mouseup 1");

  assert_week (&week, "3 540-660");
  g_assert_cmpuint (week.n_changes, ==, 1);
  assert_spans (week.before, "");

  close_week (&week);
}

static void
assignments_and_absences_keep_their_time (void)
{
  const MukanaWeekMark marks[] =
  {
    { MUKANA_WEEK_ASSIGNMENT, { 1, 510, 570 }, NULL },
    { MUKANA_WEEK_ABSENCE, { 2, 0, 1440 }, "travel" },
  };
  Week week = { 0 };

  if (!can_send_input ())
    return;
  open_week (&week);
  mukana_week_painter_set_marks (week.painter, marks, G_N_ELEMENTS (marks));

  send_input ("xdotool key space");
  send_input ("xdotool key shift+End");
  send_input ("xdotool key shift+Down");

  assert_week (&week, "1 480-510, 1 570-1200");
  close_week (&week);
}

static void
read_only_week_is_walked_but_not_painted (void)
{
  Week week = { 0 };

  if (!can_send_input ())
    return;
  open_week (&week);
  mukana_week_painter_set_read_only (week.painter, TRUE);

  send_input ("xdotool key Right");
  send_input ("xdotool key space");
  send_input ("xdotool key shift+Right");

  assert_week (&week, "");
  g_assert_cmpuint (week.n_changes, ==, 0);
  assert_accessible (GTK_WIDGET (week.painter), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                     "Monday 9:00–9:30, not free");
  close_week (&week);
}

static void
week_is_said_aloud (void)
{
  const MukanaWeekSpan spans[] = { { 1, 540, 900 }, { 4, 690, 1080 } };
  const MukanaWeekMark marks[] = { { MUKANA_WEEK_ABSENCE, { 5, 0, 1440 }, "travel" } };
  MukanaWeekPainter *painter =
    MUKANA_WEEK_PAINTER (g_object_ref_sink (mukana_week_painter_new ()));

  mukana_week_painter_set_dates (painter, mukana_day_new (2026, 12, 7));
  mukana_week_painter_set_spans (painter, spans, G_N_ELEMENTS (spans));
  mukana_week_painter_set_marks (painter, marks, G_N_ELEMENTS (marks));
  mukana_week_painter_show_slot (painter, 4, 15 * 60);

  assert_accessible (GTK_WIDGET (painter), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                     "Thursday 10.12. 15:00–15:30, free");
  assert_accessible (GTK_WIDGET (painter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                     "Week 50: Monday free 9–15; Tuesday not free; Wednesday not free; "
                     "Thursday free 11:30–18; Friday Away: travel; Saturday not free; "
                     "Sunday not free.");
  g_object_unref (painter);
}

static void
slots_stand_on_whole_pixels_and_fill_the_bar (void)
{
  MukanaWeights weights = mukana_weights_default ();

  for (int width = 120; width < 700; width += 7)
    {
      MukanaPartSlot slots[MUKANA_N_PARTS];
      int end = -3;

      mukana_parts_lay_out (width, weights.max, slots);

      for (int i = 0; i < MUKANA_N_PARTS; i++)
        {
          g_assert_cmpint (slots[i].x, ==, end + 3);
          end = slots[i].x + slots[i].width;
        }
      g_assert_cmpint (end, ==, width);
    }
}

static void
score_is_said_aloud (void)
{
  static const int POINTS[MUKANA_N_PARTS] = { 31, 6, 8, 8, 13, 4, 6, 2 };
  MukanaWeights weights = mukana_weights_default ();
  MukanaScore score = { .points = 78, .max = mukana_weights_total (&weights) };
  GtkWidget *bar = g_object_ref_sink (mukana_score_bar_new ());

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      score.parts[i].points = POINTS[i];
      score.parts[i].max = weights.max[i];
    }
  mukana_score_bar_set_subject (MUKANA_SCORE_BAR (bar), "Aino Koskelo");
  mukana_score_bar_set_score (MUKANA_SCORE_BAR (bar), &score);
  mukana_score_bar_set_chosen (MUKANA_SCORE_BAR (bar), TRUE);

  assert_accessible (bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
                     "Aino Koskelo, 78 points out of 100. Theme 31/35, Service experience 6/10, "
                     "Availability 8/10, Place 8/10, Fairness 13/15, Load 4/5, Skills 6/10, "
                     "Diversity 2/5. Chosen.");
  g_object_unref (bar);
}

static void
pill_says_its_word_with_a_shape (void)
{
  GtkWidget *pill = g_object_ref_sink (mukana_pill_new (MUKANA_PILL_WARN, "2 days left"));
  GtkWidget *shape = gtk_widget_get_first_child (pill);

  assert_accessible (pill, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 days left");
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (shape)), ==, "mukana-clock-symbolic");

  mukana_pill_set (MUKANA_PILL (pill), MUKANA_PILL_OUTLINE, "Reserve");
  g_assert_false (gtk_widget_get_visible (shape));
  g_assert_true (gtk_widget_has_css_class (pill, "outline"));
  g_assert_false (gtk_widget_has_css_class (pill, "warn"));
  g_object_unref (pill);
}

static void
every_icon_of_ours_is_found (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) files =
    g_resources_enumerate_children ("/fi/mukana/Mukana/icons/scalable/actions/", 0, NULL);

  g_assert_cmpuint (g_strv_length (files), >, 25);
  for (guint i = 0; files[i]; i++)
    {
      g_autofree char *name = g_strndup (files[i], strlen (files[i]) - strlen (".svg"));

      g_assert_true (gtk_icon_theme_has_icon (theme, name));
    }
  g_assert_true (gtk_icon_theme_has_icon (theme, "fi.mukana.Mukana"));
}

static void
removed_cb (MukanaChip *chip,
            guint      *n_removed)
{
  (*n_removed)++;
}

static void
chip_asks_to_be_removed (void)
{
  MukanaWrapBox *sentence = MUKANA_WRAP_BOX (g_object_ref_sink (mukana_wrap_box_new (8, 6)));
  GtkWidget *chip = mukana_chip_new (MUKANA_CHIP_VALUE, "Kajaani");
  GtkWidget *cross = gtk_widget_get_last_child (chip);
  guint n_removed = 0;

  mukana_wrap_box_append (sentence, chip);
  g_signal_connect (chip, "removed", G_CALLBACK (removed_cb), &n_removed);
  g_signal_emit_by_name (cross, "clicked");

  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_true (gtk_widget_get_parent (chip) == GTK_WIDGET (sentence));
  assert_accessible (cross, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove Kajaani");

  mukana_wrap_box_remove (sentence, chip);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (sentence)));
  g_object_unref (sentence);
}

static void
sentence_wraps_where_it_must (void)
{
  MukanaWrapBox *sentence = MUKANA_WRAP_BOX (g_object_ref_sink (mukana_wrap_box_new (8, 6)));
  int one_line, two_lines;

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, 100, 20);
      mukana_wrap_box_append (sentence, child);
    }
  gtk_widget_measure (GTK_WIDGET (sentence), GTK_ORIENTATION_VERTICAL, 208,
                      &one_line, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (sentence), GTK_ORIENTATION_VERTICAL, 207,
                      &two_lines, NULL, NULL, NULL);

  g_assert_cmpint (one_line, ==, 20);
  g_assert_cmpint (two_lines, ==, 46);
  g_object_unref (sentence);
}

static void
count_of_nothing_is_not_shown (void)
{
  GtkWidget *count = g_object_ref_sink (mukana_count_new (1234));

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (count)), ==, "1\u202f234");
  mukana_count_set (count, 0);
  g_assert_false (gtk_widget_get_visible (count));
  g_object_unref (count);
}

static void
chart_is_a_table_to_the_ear (void)
{
  const MukanaBar bars[] = { { "Oct", 13, 4 }, { "Nov", 9, 3, TRUE } };
  GtkWidget *chart = g_object_ref_sink (mukana_bar_chart_new ("Participation", "experts",
                                                              "organisations"));

  mukana_bar_chart_set_bars (MUKANA_BAR_CHART (chart), bars, G_N_ELEMENTS (bars));

  assert_accessible (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Participation");
  assert_accessible (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                     "Oct: 17, experts 13, organisations 4. Nov: 12, experts 9, organisations 3.");
  g_object_unref (chart);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found)
        return found;
    }

  return NULL;
}

static void
error_offers_to_try_again_only_where_it_helps (void)
{
  GtkWidget *status = g_object_ref_sink (mukana_status_new ());
  guint n_deeds = 0;

  g_signal_connect (status, "deed", G_CALLBACK (removed_cb), &n_deeds);
  mukana_status_set_error (MUKANA_STATUS (status), "Busy", "Nothing was lost.", TRUE);
  g_signal_emit_by_name (find_button (status, "Try Again"), "clicked");
  g_assert_cmpuint (n_deeds, ==, 1);

  mukana_status_set_error (MUKANA_STATUS (status), "Damaged", NULL, FALSE);
  g_assert_null (find_button (status, "Try Again"));
  g_object_unref (status);
}

static void
chosen_cb (GObject      *window,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = mukana_file_choose_finish (result, &error);

  g_assert_null (file);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  (*(guint *) data)++;
}

static void
choosing_nothing_is_answered_once (void)
{
  static const char *const PATTERNS[] = { "*.csv", NULL };
  const MukanaFileChoose asked =
  {
    .kind = MUKANA_FILE_CHOOSE_OPEN, .title = "Import a List",
    .filter_name = "Lists", .patterns = PATTERNS,
  };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n_answers = 0;

  gtk_window_present (GTK_WINDOW (window));
  mukana_file_choose_async (GTK_WINDOW (window), &asked, cancellable, chosen_cb, &n_answers);
  pump_for (200);
  g_assert_cmpuint (n_answers, ==, 0);
  g_cancellable_cancel (cancellable);
  pump_for (100);

  g_assert_cmpuint (n_answers, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static double
find_luminance (const GdkRGBA *color)
{
  const float channels[] = { color->red, color->green, color->blue };
  static const double WEIGHTS[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (int i = 0; i < 3; i++)
    luminance += WEIGHTS[i] * (channels[i] <= 0.03928 ? channels[i] / 12.92
                                                      : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return luminance;
}

static GdkRGBA
lay_over (const GdkRGBA *color,
          const GdkRGBA *ground)
{
  return (GdkRGBA) {
    color->red * color->alpha + ground->red * (1 - color->alpha),
    color->green * color->alpha + ground->green * (1 - color->alpha),
    color->blue * color->alpha + ground->blue * (1 - color->alpha),
    1,
  };
}

static void
assert_contrast (GtkWidget     *widget,
                 const char    *text_name,
                 const GdkRGBA *ground,
                 double         least)
{
  GdkRGBA text = mukana_style_color (widget, text_name);
  double a = find_luminance (&text);
  double b = find_luminance (ground);
  double ratio = (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);

  if (ratio < least)
    g_error ("%s has a contrast of %.2f, not %.2f", text_name, ratio, least);
}

static void
assert_colors_can_be_read (void)
{
  static const char *const PILLS[] = { "ok", "warn", "info", "bad" };
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  GdkRGBA window = mukana_style_color (widget, "window_bg_color");
  GdkRGBA card = mukana_style_color (widget, "card_bg_color");
  GdkRGBA tint = mukana_style_color (widget, "mukana_tint");
  GdkRGBA free_fill = mukana_style_color (widget, "mukana_free_fill");
  GdkRGBA solid;

  card = lay_over (&card, &window);

  for (guint i = 0; i < G_N_ELEMENTS (PILLS); i++)
    {
      g_autofree char *text_name = g_strconcat ("mukana_", PILLS[i], "_text", NULL);
      g_autofree char *fill_name = g_strconcat ("mukana_", PILLS[i], "_fill", NULL);
      GdkRGBA fill = mukana_style_color (widget, fill_name);

      solid = lay_over (&fill, &card);
      assert_contrast (widget, text_name, &solid, 4.5);
    }

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      GdkRGBA color = mukana_style_color (widget, mukana_part_color_name (i));

      assert_contrast (widget, mukana_part_color_name (i), &card, 4.5);
      assert_contrast (widget, "mukana_part_code", &color, 4.5);
    }

  solid = lay_over (&tint, &card);
  assert_contrast (widget, "mukana_tint_text", &solid, 4.5);
  solid = lay_over (&free_fill, &card);
  assert_contrast (widget, "mukana_free_text", &solid, 4.5);
  solid = mukana_style_color (widget, "mukana_assignment");
  assert_contrast (widget, "mukana_assignment_text", &solid, 4.5);
  solid = mukana_style_color (widget, "accent_bg_color");
  assert_contrast (widget, "accent_fg_color", &solid, 4.5);
  g_object_unref (widget);
}

static void
colors_can_be_read_in_light_and_dark (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_colors_can_be_read ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_colors_can_be_read ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* A deadline of which only the beginning can be read is none. */
static void
pill_that_is_kept_whole_is_never_shortened (void)
{
  g_autoptr (GtkWidget) pill = g_object_ref_sink (
    mukana_pill_keep_whole (mukana_pill_new (MUKANA_PILL_WAITING, "Register by 13.10.2023")));
  int least, wished;

  gtk_widget_measure (pill, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);

  g_assert_cmpint (least, ==, wished);
}

static void
file_is_named_for_what_it_is_of_and_when (void)
{
  g_autofree char *name = mukana_file_name_new ("Kutsu", "Omaishoidon ilta",
                                                mukana_day_new (2026, 12, 10), 103, ".pdf");
  g_autofree char *bare = mukana_file_name_new ("Kutsu", NULL, MUKANA_DAY_NONE, 0, ".pdf");

  g_assert_cmpstr (name, ==, "kutsu-omaishoidon-ilta-2026-12-10-103.pdf");
  g_assert_cmpstr (bare, ==, "kutsu.pdf");
}

static void
tip_of_a_menu_is_gone_while_the_menu_is_open (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_menu_button_new ());
  GtkToggleButton *inner = GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (button));

  mukana_menu_tip_set (button, "Deeds");
  g_assert_true (gtk_widget_get_has_tooltip (button));

  gtk_toggle_button_set_active (inner, TRUE);
  g_assert_false (gtk_widget_get_has_tooltip (button));

  gtk_toggle_button_set_active (inner, FALSE);
  g_assert_true (gtk_widget_get_has_tooltip (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Deeds");
  g_object_unref (button);
}

/* The label with these words that wraps and is not cut off; NULL when there is none. */
static GtkWidget *
find_whole (GtkWidget  *inside,
            const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (inside) && g_str_equal (gtk_label_get_label (GTK_LABEL (inside)), words) &&
      gtk_label_get_wrap (GTK_LABEL (inside)) &&
      gtk_label_get_ellipsize (GTK_LABEL (inside)) == PANGO_ELLIPSIZE_NONE)
    return inside;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_whole (child, words);
  return found;
}

/* Whoever chooses between two that begin alike reads both to their ends. */
static void
choices_are_read_to_their_last_word (void)
{
  static const char * const choices[] = { "A risk", "A high risk: people are told of it", NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *whole, *mark;

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  mukana_whole_choices_show (row);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate (row);
  pump_for (300);

  g_assert_nonnull (whole = find_whole (row, choices[1]));
  mark = gtk_widget_get_next_sibling (whole);
  g_assert_cmpfloat (gtk_widget_get_opacity (mark), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_cmpfloat (gtk_widget_get_opacity (mark), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_style_load (gdk_display_get_default ());

#define ADD(test) g_test_add_func ("/kit/" #test, test)
  ADD (spans_are_rounded_inwards_and_joined);
  ADD (keyboard_paints_and_extends);
  ADD (cursor_past_the_morning_shows_the_morning);
  ADD (drag_paints_once);
  ADD (assignments_and_absences_keep_their_time);
  ADD (read_only_week_is_walked_but_not_painted);
  ADD (tip_of_a_menu_is_gone_while_the_menu_is_open);
  ADD (file_is_named_for_what_it_is_of_and_when);
  ADD (week_is_said_aloud);
  ADD (slots_stand_on_whole_pixels_and_fill_the_bar);
  ADD (score_is_said_aloud);
  ADD (pill_says_its_word_with_a_shape);
  ADD (pill_that_is_kept_whole_is_never_shortened);
  ADD (every_icon_of_ours_is_found);
  ADD (chip_asks_to_be_removed);
  ADD (sentence_wraps_where_it_must);
  ADD (count_of_nothing_is_not_shown);
  ADD (chart_is_a_table_to_the_ear);
  ADD (error_offers_to_try_again_only_where_it_helps);
  ADD (choosing_nothing_is_answered_once);
  ADD (colors_can_be_read_in_light_and_dark);
  ADD (choices_are_read_to_their_last_word);
#undef ADD

  return g_test_run ();
}
