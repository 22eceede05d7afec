/* test-clock.c: now is what the clock says, and a still clock says the same. */

#include "base/mukana-clock.h"

static void
a_still_clock_stands_until_it_is_set (void)
{
  g_autoptr (MukanaClock) clock = mukana_clock_new_still (1000);

  g_assert_cmpint (mukana_clock_now_us (clock), ==, 1000);
  g_usleep (2000);
  g_assert_cmpint (mukana_clock_now_us (clock), ==, 1000);
  mukana_clock_set_still (clock, 5000);
  g_assert_cmpint (mukana_clock_now_us (clock), ==, 5000);
}

static void
the_day_begins_at_midnight_in_helsinki (void)
{
  MukanaDay day = mukana_day_new (2026, 6, 1);
  g_autoptr (MukanaClock) clock = mukana_clock_new_still (mukana_day_minute_us (day, 0));

  g_assert_cmpint (mukana_clock_today (clock), ==, day);
  mukana_clock_set_still (clock, mukana_day_minute_us (day, 0) - 1);
  g_assert_cmpint (mukana_clock_today (clock), ==, day - 1);
}

static void
a_running_clock_is_the_system_s (void)
{
  g_autoptr (MukanaClock) clock = mukana_clock_new ();
  gint64 before_us = g_get_real_time ();
  gint64 now_us = mukana_clock_now_us (clock);

  g_assert_cmpint (now_us, >=, before_us);
  g_assert_cmpint (now_us, <=, g_get_real_time ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/clock/" #test, test)
  ADD (a_still_clock_stands_until_it_is_set);
  ADD (the_day_begins_at_midnight_in_helsinki);
  ADD (a_running_clock_is_the_system_s);

  return g_test_run ();
}
