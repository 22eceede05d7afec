/* test-timetable.c: a calendar shows whole weeks, and what overlaps stands abreast. */

#include "domain/mukana-timetable.h"

static void
a_month_is_shown_in_whole_weeks_from_monday (void)
{
  for (int year = 2024; year <= 2032; year++)
    for (int month = 1; month <= 12; month++)
      {
        MukanaDay first = mukana_day_new (year, month, 1);
        MukanaDay last = mukana_day_add_months (first, 1) - 1;
        MukanaDayRange shown = mukana_timetable_period (MUKANA_TIMETABLE_MONTH, last - 5);

        g_assert_cmpint (mukana_day_weekday (shown.from), ==, 1);
        g_assert_cmpint ((shown.until - shown.from) % 7, ==, 0);
        g_assert_true (shown.from <= first && first < shown.from + 7);
        g_assert_true (last < shown.until && shown.until <= last + 7);
      }
}

static void
a_week_begins_on_monday_and_has_its_iso_number (void)
{
  static const struct { int year, month, day, week; } days[] = {
    { 2026, 1, 1, 1 }, { 2026, 12, 31, 53 }, { 2027, 1, 3, 53 }, { 2027, 1, 4, 1 },
    { 2028, 12, 31, 52 }, { 2024, 12, 30, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      MukanaDay day = mukana_day_new (days[i].year, days[i].month, days[i].day);
      MukanaDayRange week = mukana_timetable_period (MUKANA_TIMETABLE_WEEK, day);

      g_assert_cmpint (mukana_day_weekday (week.from), ==, 1);
      g_assert_cmpint (week.until, ==, week.from + 7);
      g_assert_true (mukana_day_range_holds (week, day));
      g_assert_cmpint (mukana_day_iso_week (week.from), ==, days[i].week);
    }
}

static void
a_step_leads_to_the_neighbouring_period (void)
{
  MukanaDay day = mukana_day_new (2027, 1, 31);

  for (int view = 0; view < MUKANA_TIMETABLE_N_VIEWS; view++)
    {
      MukanaDayRange here = mukana_timetable_period (view, day);
      MukanaDayRange next = mukana_timetable_period (view, mukana_timetable_step (view, day, 1));
      MukanaDayRange before = mukana_timetable_period (view, mukana_timetable_step (view, day, -1));

      g_assert_true (here.from < next.from && next.from <= here.until);
      g_assert_true (before.from < here.from && here.from <= before.until);
    }
  g_assert_cmpint (mukana_timetable_step (MUKANA_TIMETABLE_MONTH, day, 1), ==,
                   mukana_day_new (2027, 2, 28));
}

static void
two_days_of_a_year_have_another_length (void)
{
  MukanaDay new_year = mukana_day_new (2027, 1, 1);
  int n_changes = 0;

  g_assert_cmpint (mukana_timetable_clock_change (mukana_day_new (2027, 3, 28)), ==, -60);
  g_assert_cmpint (mukana_timetable_clock_change (mukana_day_new (2027, 10, 31)), ==, 60);
  for (MukanaDay day = new_year; day < new_year + 365; day++)
    n_changes += mukana_timetable_clock_change (day) != 0;
  g_assert_cmpint (n_changes, ==, 2);
}

static MukanaTimetableSpan
span (int    start_minute,
      int    end_minute,
      gint64 who)
{
  return (MukanaTimetableSpan) { .day = 20000, .start_minute = start_minute,
                                 .end_minute = end_minute, .who = who };
}

static void
what_overlaps_stands_abreast_and_what_touches_does_not (void)
{
  MukanaTimetableSpan spans[] = {
    span (540, 600, 0), span (560, 660, 0), span (600, 660, 0), span (660, 720, 0), span (0, 0, 0),
  };

  g_assert_cmpuint (mukana_timetable_lay_out (spans, G_N_ELEMENTS (spans), 4, 15), ==, 0);

  g_assert_cmpint (spans[0].column, ==, 0);
  g_assert_cmpint (spans[1].column, ==, 1);
  g_assert_cmpint (spans[2].column, ==, 0);
  g_assert_cmpint (spans[0].n_columns, ==, 2);
  g_assert_cmpint (spans[2].n_columns, ==, 2);
  g_assert_cmpint (spans[3].n_columns, ==, 1);
  g_assert_cmpint (spans[4].n_columns, ==, 1);
}

static void
what_there_is_no_room_for_is_counted (void)
{
  MukanaTimetableSpan spans[10];

  for (int i = 0; i < 10; i++)
    spans[i] = span (540, 600 + i, 0);

  g_assert_cmpuint (mukana_timetable_lay_out (spans, 10, 3, 15), ==, 7);

  for (int i = 0; i < 10; i++)
    g_assert_cmpint (spans[i].column, <, 3);
  g_assert_cmpint (spans[9].column, ==, 0);   /* the longest comes first */
  g_assert_cmpint (spans[0].column, ==, MUKANA_TIMETABLE_HIDDEN);
}

/* The room of two that are drawn never meets, however they lie. */
static void
nothing_is_ever_drawn_over_another (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (7);

  for (int round = 0; round < 300; round++)
    {
      MukanaTimetableSpan spans[40];
      guint n = (guint) g_rand_int_range (dice, 0, 40);

      for (guint i = 0; i < n; i++)
        {
          int start = g_rand_int_range (dice, 0, 1440);

          spans[i] = span (start, g_rand_int_range (dice, start, 1441), 0);
          spans[i].day += g_rand_int_range (dice, 0, 2);
        }
      mukana_timetable_lay_out (spans, n, 4, 30);

      for (guint i = 0; i < n; i++)
        for (guint k = 0; k < i; k++)
          {
            MukanaTimetableSpan *a = &spans[i], *b = &spans[k];
            gboolean is_timed = a->end_minute > a->start_minute && b->end_minute > b->start_minute;

            if (is_timed && a->day == b->day && a->column == b->column && a->column >= 0)
              g_assert_true (a->start_minute >= b->end_minute || b->start_minute >= a->end_minute);
            if (is_timed && a->day == b->day && a->start_minute < b->end_minute &&
                b->start_minute < a->end_minute)
              g_assert_cmpint (a->n_columns, ==, b->n_columns);
          }
    }
}

static gboolean
overlap (const MukanaTimetableSpan *a,
         const MukanaTimetableSpan *b)
{
  return a != b && a->who != 0 && a->who == b->who && a->day == b->day &&
         a->end_minute > a->start_minute && b->end_minute > b->start_minute &&
         a->start_minute < b->end_minute && b->start_minute < a->end_minute;
}

static void
a_clash_is_of_one_person_and_found_as_by_comparing_all (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (11);

  for (int round = 0; round < 300; round++)
    {
      MukanaTimetableSpan spans[30];

      for (guint i = 0; i < 30; i++)
        {
          int start = g_rand_int_range (dice, 0, 100);

          spans[i] = span (start, start + g_rand_int_range (dice, 0, 12),
                           g_rand_int_range (dice, 0, 5));
        }
      mukana_timetable_find_clashes (spans, 30);

      for (guint i = 0; i < 30; i++)
        {
          gboolean is_clash = FALSE;

          for (guint k = 0; k < 30; k++)
            is_clash = is_clash || overlap (&spans[i], &spans[k]);
          g_assert_cmpint (spans[i].is_clash, ==, is_clash);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/timetable/" #test, test)
  ADD (a_month_is_shown_in_whole_weeks_from_monday);
  ADD (a_week_begins_on_monday_and_has_its_iso_number);
  ADD (a_step_leads_to_the_neighbouring_period);
  ADD (two_days_of_a_year_have_another_length);
  ADD (what_overlaps_stands_abreast_and_what_touches_does_not);
  ADD (what_there_is_no_room_for_is_counted);
  ADD (nothing_is_ever_drawn_over_another);
  ADD (a_clash_is_of_one_person_and_found_as_by_comparing_all);
#undef ADD

  return g_test_run ();
}
