/* test-days.c: days are the days of the calendar, also where clocks are turned. */

#include "base/mukana-day-near.h"
#include "base/mukana-days.h"

#define HOUR_US ((gint64) 3600 * G_USEC_PER_SEC)

static MukanaDay
random_day (void)
{
  return g_test_rand_int_range (mukana_day_new (1900, 1, 1), mukana_day_new (2200, 1, 1));
}

static void
a_day_is_the_same_after_a_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      MukanaDay day = random_day ();
      g_autofree char *iso = mukana_day_to_iso (day);
      int year, month, date;

      mukana_day_split (day, &year, &month, &date);

      g_assert_cmpint (mukana_day_new (year, month, date), ==, day);
      g_assert_cmpint (mukana_day_parse_iso (iso), ==, day);
      g_assert_cmpint (mukana_day_parse (iso), ==, day);
    }
}

static void
every_day_is_the_one_of_glib (void)
{
  for (MukanaDay day = mukana_day_new (1800, 1, 1); day <= mukana_day_new (2999, 12, 31); day++)
    {
      GDate date;
      int year, month, number;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (day + 719163));
      mukana_day_split (day, &year, &month, &number);

      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (number, ==, g_date_get_day (&date));
      g_assert_cmpint (mukana_day_new (year, month, number), ==, day);
    }
}

static void
every_minute_is_the_one_of_the_time_zone (void)
{
  g_autoptr (GTimeZone) helsinki = g_time_zone_new_identifier ("Europe/Helsinki");
  static const int minutes[] = { 0, 150, 179, 180, 210, 240, 241, 720, 1439, 1440 };

  for (MukanaDay day = mukana_day_new (1969, 12, 1); day < mukana_day_new (2060, 2, 1); day++)
    for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
      {
        g_autoptr (GDateTime) local = NULL;
        int year, month, number;

        mukana_day_split (day + minutes[i] / 1440, &year, &month, &number);
        local = g_date_time_new (helsinki, year, month, number, minutes[i] % 1440 / 60,
                                 minutes[i] % 60, 0);

        g_assert_cmpint (mukana_day_minute_us (day, minutes[i]), ==,
                         g_date_time_to_unix (local) * G_USEC_PER_SEC);
      }
}

static void
the_first_day_of_the_count_is_a_thursday (void)
{
  g_assert_cmpint (mukana_day_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (mukana_day_weekday (0), ==, 4);
  g_assert_cmpint (mukana_day_weekday (-1), ==, 3);
  g_assert_cmpint (mukana_day_weekday (mukana_day_new (2026, 12, 6)), ==, 7);
}

static void
days_are_read_as_they_are_written_in_finland (void)
{
  static const struct { const char *text; int year, month, day; } cases[] = {
    { "2026-11-23", 2026, 11, 23 }, { "3.2.2025", 2025, 2, 3 },     { "03.02.25", 2025, 2, 3 },
    { " 1.1.70 ", 1970, 1, 1 },     { "31.12.69", 2069, 12, 31 },   { "29.2.2028", 2028, 2, 29 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_day_parse (cases[i].text), ==,
                     mukana_day_new (cases[i].year, cases[i].month, cases[i].day));
}

static void
what_is_no_day_is_refused (void)
{
  static const char * const cases[] = {
    NULL, "", "tomorrow", "29.2.2027", "31.4.2026", "0.1.2026", "2026-13-01", "2026-1-1", "1.1",
    "1.1.2026x", "12/31/2026", "2026-11-23 10:00", "99999.1.2026", "-1.1.2026",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_day_parse (cases[i]), ==, MUKANA_DAY_NONE);
  g_assert_cmpint (mukana_day_new (1700, 1, 1), ==, MUKANA_DAY_NONE);
}

static void
a_day_without_its_year_is_the_nearest_one (void)
{
  static const struct
  {
    const char *text;
    int today_month, today_day, year, month, day;
  } cases[] = {
    { "4.12.", 11, 30, 2026, 12, 4 },   { "4.12", 11, 30, 2026, 12, 4 },
    { "4.1.", 11, 30, 2027, 1, 4 },     { "20.12.", 1, 2, 2025, 12, 20 },
    { " 1.6. ", 6, 1, 2026, 6, 1 },     { "3.2.2020", 6, 1, 2020, 2, 3 },
    { "3.2.25", 6, 1, 2025, 2, 3 },     { "2026-11-23", 6, 1, 2026, 11, 23 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_day_parse_near (cases[i].text,
                                            mukana_day_new (2026, cases[i].today_month,
                                                            cases[i].today_day)), ==,
                     mukana_day_new (cases[i].year, cases[i].month, cases[i].day));
}

static void
a_day_that_no_near_year_has_is_none (void)
{
  static const char * const cases[] = { NULL, "", "4", "4.", "31.4.", "4.13.", "29.2.", "4.12.x",
                                        "tomorrow", "4..12" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_day_parse_near (cases[i], mukana_day_new (2026, 6, 1)), ==,
                     MUKANA_DAY_NONE);
  g_assert_cmpint (mukana_day_parse_near ("to 17.12.2026", MUKANA_DAY_NONE), ==,
                   mukana_day_new (2026, 12, 17));
  g_assert_cmpint (mukana_day_parse_near ("Thu 4.12.", mukana_day_new (2026, 11, 30)), ==,
                   mukana_day_new (2026, 12, 4));
  g_assert_cmpint (mukana_day_parse_near ("torstai 4.12.", mukana_day_new (2026, 11, 30)), ==,
                   MUKANA_DAY_NONE);
  g_assert_cmpint (mukana_day_parse_near ("29.2.", mukana_day_new (2027, 12, 1)), ==,
                   mukana_day_new (2028, 2, 29));
  g_assert_cmpint (mukana_day_parse_near ("4.12.", MUKANA_DAY_NONE), ==, MUKANA_DAY_NONE);
}

static void
a_month_more_ends_with_the_month (void)
{
  g_assert_cmpint (mukana_day_add_months (mukana_day_new (2026, 1, 31), 1), ==,
                   mukana_day_new (2026, 2, 28));
  g_assert_cmpint (mukana_day_add_months (mukana_day_new (2027, 3, 31), -1), ==,
                   mukana_day_new (2027, 2, 28));
  g_assert_cmpint (mukana_day_add_months (mukana_day_new (2028, 2, 29), 24), ==,
                   mukana_day_new (2030, 2, 28));
}

static void
the_last_days_of_a_year_may_be_in_week_one (void)
{
  g_assert_cmpint (mukana_day_iso_week (mukana_day_new (2024, 12, 30)), ==, 1);
  g_assert_cmpint (mukana_day_iso_week (mukana_day_new (2026, 12, 31)), ==, 53);
  g_assert_cmpint (mukana_day_iso_week (mukana_day_new (2027, 1, 1)), ==, 53);
}

static void
an_instant_is_on_the_day_of_helsinki (void)
{
  MukanaDay winter = mukana_day_new (2026, 1, 15), summer = mukana_day_new (2026, 7, 15);
  gint64 winter_midnight_us = winter * 24 * HOUR_US - 2 * HOUR_US;
  gint64 summer_midnight_us = summer * 24 * HOUR_US - 3 * HOUR_US;

  g_assert_cmpint (mukana_day_from_us (winter_midnight_us), ==, winter);
  g_assert_cmpint (mukana_day_from_us (winter_midnight_us - 1), ==, winter - 1);
  g_assert_cmpint (mukana_day_from_us (summer_midnight_us), ==, summer);
  g_assert_cmpint (mukana_day_from_us (summer_midnight_us - 1), ==, summer - 1);
}

/* 29 March and 25 October 2026. */
static void
a_night_when_clocks_turn_has_23_or_25_hours (void)
{
  MukanaDay shorter = mukana_day_new (2026, 3, 29), longer = mukana_day_new (2026, 10, 25);

  g_assert_cmpint (mukana_day_minute_us (shorter, 1440) - mukana_day_minute_us (shorter, 0), ==,
                   23 * HOUR_US);
  g_assert_cmpint (mukana_day_minute_us (longer, 1440) - mukana_day_minute_us (longer, 0), ==,
                   25 * HOUR_US);
  for (int minute = 3 * 60; minute < 4 * 60; minute++)
    g_assert_cmpint (mukana_day_minute_us (shorter, minute), ==,
                     mukana_day_minute_us (shorter, 4 * 60));
}

static void
clock_times_are_read_in_each_form_and_nothing_else (void)
{
  g_assert_cmpint (mukana_minute_parse ("8"), ==, 480);
  g_assert_cmpint (mukana_minute_parse (" 8.30 "), ==, 510);
  g_assert_cmpint (mukana_minute_parse ("24:00"), ==, 1440);
  g_assert_cmpint (mukana_minute_parse ("24:01"), ==, -1);
  g_assert_cmpint (mukana_minute_parse ("8:60"), ==, -1);
  g_assert_cmpint (mukana_minute_parse ("8:"), ==, -1);
  g_assert_cmpint (mukana_minute_parse ("930"), ==, 570);
  g_assert_cmpint (mukana_minute_parse ("0930"), ==, 570);
  g_assert_cmpint (mukana_minute_parse ("1545"), ==, 945);
  g_assert_cmpint (mukana_minute_parse ("klo 9.30"), ==, 570);
  g_assert_cmpint (mukana_minute_parse ("Kl. 9"), ==, 540);
  g_assert_cmpint (mukana_minute_parse ("9.5"), ==, -1);
  g_assert_cmpint (mukana_minute_parse ("961"), ==, -1);
  g_assert_cmpint (mukana_minute_parse ("09300"), ==, -1);
  g_assert_cmpint (mukana_minute_parse ("klo"), ==, -1);
  g_assert_cmpint (mukana_minute_parse (NULL), ==, -1);
}

static MukanaDayRange
random_range (void)
{
  MukanaDayRange range = { g_test_rand_int_range (0, 12), g_test_rand_int_range (0, 12) };

  range.from = range.from == 0 ? MUKANA_DAY_NONE : range.from;
  range.until = range.until == 0 ? MUKANA_DAY_NONE : range.until;
  return range;
}

/* Against counting the days one by one. */
static void
ranges_overlap_when_they_share_a_day (void)
{
  for (int i = 0; i < 20000; i++)
    {
      MukanaDayRange a = random_range (), b = random_range ();
      gboolean share = FALSE;

      for (MukanaDay day = -5; day < 20; day++)
        share = share || (mukana_day_range_holds (a, day) && mukana_day_range_holds (b, day));

      if (share)
        g_assert_true (mukana_day_range_overlaps (a, b));
      g_assert_cmpint (mukana_day_range_overlaps (a, b), ==, mukana_day_range_overlaps (b, a));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/days/" #test, test)
  ADD (a_day_is_the_same_after_a_round_trip);
  ADD (every_day_is_the_one_of_glib);
  ADD (every_minute_is_the_one_of_the_time_zone);
  ADD (the_first_day_of_the_count_is_a_thursday);
  ADD (days_are_read_as_they_are_written_in_finland);
  ADD (what_is_no_day_is_refused);
  ADD (a_day_without_its_year_is_the_nearest_one);
  ADD (a_day_that_no_near_year_has_is_none);
  ADD (a_month_more_ends_with_the_month);
  ADD (the_last_days_of_a_year_may_be_in_week_one);
  ADD (an_instant_is_on_the_day_of_helsinki);
  ADD (a_night_when_clocks_turn_has_23_or_25_hours);
  ADD (clock_times_are_read_in_each_form_and_nothing_else);
  ADD (ranges_overlap_when_they_share_a_day);

  return g_test_run ();
}
