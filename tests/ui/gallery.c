/* gallery.c: every widget of the kit in several states, to be looked at.
 *
 * Not installed and not translated.  mukana-gallery [finding|person|today|states] [WIDTH]
 */

#include <adwaita.h>

#include "ui/kit/mukana-avatar.h"
#include "ui/kit/mukana-bar-chart.h"
#include "ui/kit/mukana-chip.h"
#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-fact.h"
#include "ui/kit/mukana-key.h"
#include "ui/kit/mukana-part-header.h"
#include "ui/kit/mukana-part-row.h"
#include "ui/kit/mukana-part-swatch.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-score-bar.h"
#include "ui/kit/mukana-status.h"
#include "ui/kit/mukana-style.h"
#include "ui/kit/mukana-timeline.h"
#include "ui/kit/mukana-week-painter.h"
#include "ui/kit/mukana-wrap-box.h"

static const char *page_name = "finding";
static int window_width = 1080;
static GtkWidget *focused;      /* shown with its focus ring */

static GtkWidget *
add_class (GtkWidget  *widget,
           const char *css_class)
{
  gtk_widget_add_css_class (widget, css_class);
  return widget;
}

static GtkWidget *
text (const char *words,
      const char *css_class)
{
  return add_class (g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0,
                                  "ellipsize", PANGO_ELLIPSIZE_END, NULL), css_class);
}

static GtkWidget *
box (GtkOrientation  orientation,
     int             spacing,
     GtkWidget      *first,
     ...)
{
  GtkWidget *self = gtk_box_new (orientation, spacing);
  va_list rest;

  va_start (rest, first);
  for (GtkWidget *child = first; child; child = va_arg (rest, GtkWidget *))
    gtk_box_append (GTK_BOX (self), child);
  va_end (rest);
  return self;
}

#define ROW(spacing, ...)    box (GTK_ORIENTATION_HORIZONTAL, spacing, __VA_ARGS__, NULL)
#define COLUMN(spacing, ...) box (GTK_ORIENTATION_VERTICAL, spacing, __VA_ARGS__, NULL)

static GtkWidget *
expand (GtkWidget *widget)
{
  gtk_widget_set_hexpand (widget, TRUE);
  return widget;
}

static GtkWidget *
middle (GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  return widget;
}

static GtkWidget *
heading (const char *words,
         guint       count)
{
  return ROW (8, text (words, "group-title"), mukana_count_new (count));
}

static GtkWidget *
two_lines (const char *first,
           const char *second)
{
  return middle (expand (COLUMN (0, text (first, "row-title"), text (second, "second-line"))));
}

static GtkWidget *
make_head (void)
{
  GtkWidget *facts = mukana_wrap_box_new (24, 6);

  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts),
                          mukana_fact_new ("mukana-people-symbolic", "2 experts + 1 reserve"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts),
                          mukana_fact_new ("mukana-calendar-symbolic", "Thu 10.12.2026 12–16"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts),
                          mukana_fact_new ("mukana-place-symbolic", "Sotkamo, on site"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts),
                          mukana_fact_new ("mukana-clock-symbolic", "17 days left"));
  return add_class (COLUMN (9, ROW (12, text ("Home care at night, workshop", "page-title"),
                                    mukana_pill_new (MUKANA_PILL_INFO, "Searching")),
                            facts), "page-head");
}

static const struct
{
  const char *name, *second, *score;
  int points[MUKANA_N_PARTS];
} CANDIDATES[] =
{
  { "Aino Koskelo",  "Kajaani, 38 km · took part 7 months ago", "78",
    { 31, 6, 8, 8, 13, 4, 6, 2 } },
  { "Veikko Salmela", "Kuhmo, 62 km · not yet",                 "74",
    { 28, 8, 10, 5, 14, 5, 2, 2 } },
  { "Henna Lounaja", "Sotkamo, 4 km · took part 3 months ago",  "71",
    { 26, 4, 10, 10, 9, 4, 6, 2 } },
  { "Tuomas Rautio", "Paltamo, 75 km · took part 5 months ago", "68",
    { 31, 2, 7, 4, 11, 4, 7, 2 } },
  { "Mirja Hakola",  "Kajaani, 38 km · took part 4 months ago", "66",
    { 21, 9, 10, 8, 10, 3, 5, 1 } },
};

static MukanaScore
make_score (const int points[MUKANA_N_PARTS])
{
  MukanaWeights weights = mukana_weights_default ();
  MukanaScore score = { .max = mukana_weights_total (&weights) };

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      score.parts[i].points = points[i];
      score.parts[i].max = weights.max[i];
      score.points += points[i];
    }

  return score;
}

static GtkWidget *
make_candidate (guint i)
{
  MukanaScore score = make_score (CANDIDATES[i].points);
  GtkWidget *check = middle (gtk_check_button_new ());
  GtkWidget *bar = mukana_score_bar_new ();
  GtkWidget *row;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i < 2);
  mukana_score_bar_set_score (MUKANA_SCORE_BAR (bar), &score);
  mukana_score_bar_set_subject (MUKANA_SCORE_BAR (bar), CANDIDATES[i].name);
  if (window_width < 600)
    row = ROW (12, check,
               expand (COLUMN (3, ROW (6, expand (text (CANDIDATES[i].name, "row-title")),
                                       text (CANDIDATES[i].score, "score")),
                               bar, text (CANDIDATES[i].second, "second-line"))));
  else
    {
      gtk_widget_set_size_request (bar, 311, -1);
      row = ROW (12, check, two_lines (CANDIDATES[i].name, CANDIDATES[i].second),
                 text (CANDIDATES[i].score, "score"), middle (bar));
    }

  add_class (row, "mukana-row");
  add_class (row, "pressable");
  if (i < 2)
    add_class (row, i == 0 ? "explained" : "chosen");
  return row;
}

static GtkWidget *
make_candidates (void)
{
  GtkWidget *header = mukana_part_header_new ();
  GtkWidget *card = add_class (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "mukana-card");

  if (window_width < 600)
    {
      gtk_widget_set_margin_start (header, 36);
      expand (header);
      gtk_box_append (GTK_BOX (card), add_class (ROW (0, header), "table-head"));
    }
  else
    {
      gtk_widget_set_size_request (header, 311, -1);
      gtk_box_append (GTK_BOX (card), add_class (ROW (12, expand (gtk_label_new ("Person")),
                                                      gtk_label_new ("Points"), header),
                                                 "table-head"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (CANDIDATES); i++)
    gtk_box_append (GTK_BOX (card), make_candidate (i));
  return card;
}

static GtkWidget *
make_panel (void)
{
  static const char *const WHY[MUKANA_N_PARTS] =
  {
    "Home care, own experience: exact", "Used home care 3 years ago",
    "Free the whole time, travel is tight", "38 km from Kajaani, own car",
    "Last took part 7 months ago", "1 assignment this month, own limit 3",
    "Group work known, blocks new", "Another municipality than the pair",
  };
  GtkWidget *card = add_class (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "mukana-card");
  MukanaWeights weights = mukana_weights_default ();
  GtkWidget *panel;

  for (guint i = 0; i < MUKANA_N_PARTS; i++)
    {
      GtkWidget *row = mukana_part_row_new (i);

      mukana_part_row_set (MUKANA_PART_ROW (row), CANDIDATES[0].points[i], weights.max[i], WHY[i]);
      gtk_widget_add_css_class (row, "mukana-row");
      gtk_box_append (GTK_BOX (card), row);
    }
  panel = COLUMN (12, ROW (12, mukana_avatar_new ("Aino Koskelo", 44),
                           two_lines ("Aino Koskelo", "Expert by experience, Kajaani"),
                           text ("78", "score-large"), text ("/ 100", "score-of")),
                  card,
                  add_class (ROW (0, gtk_image_new_from_icon_name ("mukana-hint-symbolic"),
                                  text ("A start at 12:30 would raise it to 80.", "tip-text")),
                             "tip"));
  gtk_widget_set_size_request (panel, 392, -1);
  return add_class (panel, "panel");
}

static GtkWidget *
make_bottom (void)
{
  GtkWidget *chosen = mukana_wrap_box_new (8, 6);
  GtkWidget *button = gtk_button_new_with_label ("Propose…");

  mukana_wrap_box_append (MUKANA_WRAP_BOX (chosen), text ("Chosen", "dim-label"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (chosen),
                          mukana_chip_new (MUKANA_CHIP_PERSON, "Aino Koskelo"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (chosen),
                          mukana_chip_new (MUKANA_CHIP_PERSON, "Veikko Salmela"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (chosen), text ("Reserve", "dim-label"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (chosen),
                          mukana_chip_new (MUKANA_CHIP_RESERVE, "Henna Lounaja"));
  add_class (add_class (button, "suggested-action"), "big-deed");
  return add_class (ROW (12, expand (chosen), middle (button)), "bottom-bar");
}

static GtkWidget *
pad (GtkWidget *content)
{
  int margin = window_width < 600 ? 12 : 24;

  gtk_widget_set_margin_start (content, margin);
  gtk_widget_set_margin_end (content, margin);
  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, margin);
  return content;
}

static GtkWidget *
make_finding (void)
{
  GtkWidget *left = pad (expand (COLUMN (9, heading ("Fits", 37), mukana_part_legend_new (),
                                         make_candidates ())));
  GtkWidget *between = window_width < 1000 ? left : ROW (0, left, make_panel ());

  gtk_widget_set_vexpand (between, TRUE);
  return COLUMN (0, make_head (), between, make_bottom ());
}

static GtkWidget *
make_consents (void)
{
  static const struct { const char *first, *second, *word; MukanaPillKind kind; } ROWS[] =
  {
    { "Register",   "given 3.3.2025",   "In force",     MUKANA_PILL_OK },
    { "Combining",  "given 12.12.2025", "Ends 12.12.",  MUKANA_PILL_WARN },
    { "Home care",  "own experience",   "Asked 12.11.", MUKANA_PILL_INFO },
    { "Diabetes",   "own experience",   "Withdrawn 2.11.", MUKANA_PILL_BAD },
    { "Depression", "own experience",   "No consent",   MUKANA_PILL_NEUTRAL },
    { "Statement",  "asked 1.12.",      "20 days left", MUKANA_PILL_WAITING },
    { "Role",       "since 2024",       "expert by experience", MUKANA_PILL_ROLE },
    { "Place",      "in this request",  "Reserve",      MUKANA_PILL_OUTLINE },
  };
  GtkWidget *list = add_class (gtk_list_box_new (), "mukana-card");

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      GtkWidget *row = ROW (12, two_lines (ROWS[i].first, ROWS[i].second),
                            mukana_pill_new (ROWS[i].kind, ROWS[i].word),
                            middle (add_class (gtk_button_new_with_label ("Withdraw"), "flat")));

      gtk_list_box_append (GTK_LIST_BOX (list), add_class (row, "mukana-row"));
    }
  return list;
}

static GtkWidget *
make_week (void)
{
  static const MukanaWeekSpan FREE[] =
  {
    { 1, 540, 900 }, { 2, 540, 720 }, { 3, 720, 1080 }, { 4, 690, 1080 },
  };
  static const MukanaWeekMark MARKS[] =
  {
    { MUKANA_WEEK_ASSIGNMENT, { 2, 750, 900 }, NULL },
    { MUKANA_WEEK_ABSENCE, { 5, 0, 1440 }, "travel" },
    { MUKANA_WEEK_ABSENCE, { 6, 0, 1440 }, "travel" },
  };
  GtkWidget *painter = mukana_week_painter_new ();
  MukanaWeekPainter *self = MUKANA_WEEK_PAINTER (painter);

  mukana_week_painter_set_dates (self, mukana_day_new (2026, 12, 7));
  mukana_week_painter_set_spans (self, FREE, G_N_ELEMENTS (FREE));
  mukana_week_painter_set_marks (self, MARKS, G_N_ELEMENTS (MARKS));
  mukana_week_painter_set_marked_day (self, 4);
  mukana_week_painter_show_slot (self, 4, 15 * 60);
  gtk_widget_set_margin_start (painter, 12);
  gtk_widget_set_margin_end (painter, 12);
  focused = painter;
  return painter;
}

static GtkWidget *
make_person (void)
{
  GtkWidget *timeline = mukana_timeline_new ();
  GtkWidget *key = mukana_week_key_new ("Away 11.–12.12. and 21.12.–6.1.");
  GtkWidget *right, *left;

  gtk_widget_set_margin_start (key, 12);
  gtk_widget_set_margin_bottom (key, 9);
  mukana_timeline_append (MUKANA_TIMELINE (timeline), MUKANA_TIMELINE_ASSIGNMENT, "16.11.",
                          "Assignment agreed", "Lecture for nursing students, Tue 8.12. 12:30–15");
  mukana_timeline_append (MUKANA_TIMELINE (timeline), MUKANA_TIMELINE_FEE, "12.5.",
                          "Fee paid 120 €", "Workshop 23.4., batch 5/2026");
  mukana_timeline_append (MUKANA_TIMELINE (timeline), MUKANA_TIMELINE_FEEDBACK, "28.4.",
                          "Feedback on the assignment: promoter",
                          "Requester: “brought the night’s voice”");
  mukana_timeline_append (MUKANA_TIMELINE (timeline), MUKANA_TIMELINE_PROPOSAL, "2.4.",
                          "Proposed to a request", "Workshop in Kajaani");
  mukana_timeline_append (MUKANA_TIMELINE (timeline), MUKANA_TIMELINE_CONSENT, "3.3.",
                          "Consent given", "Register");
  mukana_timeline_append (MUKANA_TIMELINE (timeline), MUKANA_TIMELINE_MESSAGE, "1.3.",
                          "Letter sent", "Welcome");
  right = expand (COLUMN (6, text ("Availability", "group-title"),
                          add_class (COLUMN (9, make_week (), key), "mukana-card"),
                          text ("Timeline", "group-title"), add_class (timeline, "mukana-card")));
  left = expand (COLUMN (6, text ("Consent", "group-title"), make_consents ()));
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  return pad (box (window_width < 900 ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 24,
                   left, right, NULL));
}

static GtkWidget *
make_chart (void)
{
  static const MukanaBar BARS[] =
  {
    { "Jan", 4, 2 }, { "Feb", 6, 3 }, { "Mar", 9, 2 }, { "Apr", 7, 4 }, { "May", 8, 3 },
    { "Jun", 3, 1 }, { "Jul", 1, 0 }, { "Aug", 5, 2 }, { "Sep", 11, 3 }, { "Oct", 13, 4 },
    { "Nov", 9, 3, TRUE }, { "Dec", 0, 0 },
  };
  GtkWidget *chart = mukana_bar_chart_new ("Participation 2026", "experts", "organisations");

  mukana_bar_chart_set_bars (MUKANA_BAR_CHART (chart), BARS, G_N_ELEMENTS (BARS));
  gtk_widget_set_margin_start (chart, 12);
  gtk_widget_set_margin_end (chart, 12);
  gtk_widget_set_margin_top (chart, 6);
  return chart;
}

static GtkWidget *
make_icons (void)
{
  static const char *const NAMES[] =
  {
    "today", "person", "people", "organisation", "request", "finding", "assignment", "calendar",
    "week", "fee", "feedback", "programme", "report", "lock", "place", "clock", "half", "dashed",
    "not", "ok", "tick", "weights", "hint", "what-followed", "reply", "import", "consent", "key",
    "theme", "remote", "alert",
  };
  GtkWidget *icons = mukana_wrap_box_new (12, 12);

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *name = g_strconcat ("mukana-", NAMES[i], "-symbolic", NULL);
      GtkWidget *small = gtk_image_new_from_icon_name (name);
      GtkWidget *large = gtk_image_new_from_icon_name (name);

      gtk_image_set_pixel_size (GTK_IMAGE (large), 32);
      mukana_wrap_box_append (MUKANA_WRAP_BOX (icons), COLUMN (4, small, large));
    }
  for (int size = 128; size >= 16; size /= 2)
    {
      GtkWidget *own = gtk_image_new_from_icon_name ("fi.mukana.Mukana");

      gtk_image_set_pixel_size (GTK_IMAGE (own), size);
      mukana_wrap_box_append (MUKANA_WRAP_BOX (icons), own);
    }
  mukana_wrap_box_append (MUKANA_WRAP_BOX (icons),
                          gtk_image_new_from_icon_name ("fi.mukana.Mukana-symbolic"));
  return icons;
}

static GtkWidget *
make_today (void)
{
  GtkWidget *sentence = mukana_wrap_box_new (8, 9);
  GtkWidget *key = ROW (12, mukana_key_new (MUKANA_KEY_FIRST_SERIES, "experts"),
                        mukana_key_new (MUKANA_KEY_SECOND_SERIES, "organisations"));
  GtkWidget *deed = add_class (gtk_button_new_with_label ("Handle"), "deed");
  GtkWidget *other = add_class (gtk_button_new_with_label ("Tell what followed"), "deed");
  GtkWidget *urgent, *later, *card;

  add_class (middle (deed), "suggested-action");
  mukana_wrap_box_append (MUKANA_WRAP_BOX (sentence), gtk_label_new ("Show"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (sentence),
                          mukana_chip_new (MUKANA_CHIP_VALUE, "experts and developer clients"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (sentence), gtk_label_new ("from"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (sentence),
                          mukana_chip_new (MUKANA_CHIP_VALUE, "Kajaani, Kuhmo and Sotkamo"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (sentence), mukana_chip_add_button ("Add a condition"));

  urgent = ROW (12, two_lines ("Critic, score 4", "Text message 18.11., the 7-day rule"),
                mukana_pill_new (MUKANA_PILL_WARN, "2 days left"), deed);
  later = ROW (12, two_lines ("Client panel 30.9.", "12 participants to be told"),
               mukana_pill_new (MUKANA_PILL_WAITING, "20 days left"), middle (other));
  card = COLUMN (0, add_class (urgent, "mukana-row"), add_class (later, "mukana-row"));

  return pad (COLUMN (12, sentence, heading ("Feedback not handled", 1),
                      add_class (card, "mukana-card"),
                      ROW (12, expand (heading ("Participation 2026", 103)), key),
                      add_class (COLUMN (0, make_chart ()), "mukana-card"), make_icons ()));
}

static GtkWidget *
make_states (void)
{
  GtkWidget *empty = mukana_status_new ();
  GtkWidget *loading = mukana_status_new ();
  GtkWidget *error = mukana_status_new ();

  mukana_status_set_empty (MUKANA_STATUS (empty), "mukana-people-symbolic", "No people yet",
                           "Bring your list in, or add the first person.", "Import a List…");
  mukana_status_set_loading (MUKANA_STATUS (loading), "Reading the register");
  mukana_status_set_error (MUKANA_STATUS (error), "The register is busy",
                           "Nothing was lost. Try again in a moment.", TRUE);
  return ROW (12, expand (empty), expand (loading), expand (error));
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *content;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  mukana_style_load (gtk_widget_get_display (window));

  if (g_str_equal (page_name, "person"))
    content = make_person ();
  else if (g_str_equal (page_name, "today"))
    content = make_today ();
  else if (g_str_equal (page_name, "states"))
    content = make_states ();
  else
    content = make_finding ();

  if (window_width < 600)
    gtk_widget_add_css_class (window, "narrow");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), content);
  gtk_widget_set_vexpand (scroll, TRUE);
  content = COLUMN (0, add_class (adw_header_bar_new (), "flat"), scroll);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), content);
  gtk_window_set_title (GTK_WINDOW (window), "Mukana");
  gtk_window_set_default_size (GTK_WINDOW (window), window_width, 790);
  gtk_window_present (GTK_WINDOW (window));
  if (focused)
    gtk_widget_grab_focus (focused);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("fi.mukana.Gallery", G_APPLICATION_NON_UNIQUE);

  if (argc > 1)
    page_name = argv[1];
  if (argc > 2)
    window_width = atoi (argv[2]);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
