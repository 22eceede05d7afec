/* test-availability.c: when a person can take part, to the minute; and how far places are. */

#include "matching-kit.h"

/* Thursday 8.00 to 11.45 and 11.45 to 16.10, Friday 9 to 12 in February. */
static void
fill (MukanaAvailability *availability)
{
  MukanaWeekSlot slots[] = {
    { 4, 11 * 60 + 45, 16 * 60 + 10, kit_always () },
    { 4, 8 * 60, 11 * 60 + 45, kit_always () },
    { 5, 9 * 60, 12 * 60, { mukana_day_new (2027, 2, 1), mukana_day_new (2027, 3, 1) } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    mukana_availability_add_slot (availability, &slots[i]);
}

static void
whole_time_must_be_free (void)
{
  static const struct { int day, start, end; gboolean is_free; } cases[] = {
    { 11, 8 * 60, 16 * 60 + 10, TRUE },          /* over the seam of two slots */
    { 11, 11 * 60, 12 * 60, TRUE },
    { 11, 12 * 60, 16 * 60 + 11, FALSE },        /* one minute too long */
    { 11, 7 * 60 + 59, 9 * 60, FALSE },
    { 11, 16 * 60 + 10, 17 * 60, FALSE },
    { 10, 12 * 60, 13 * 60, FALSE },             /* Wednesday */
    { 12, 9 * 60, 12 * 60, TRUE },
    { 5, 9 * 60, 12 * 60, TRUE },                /* the first Friday of the season */
    { 26, 9 * 60, 12 * 60, TRUE },               /* its last */
    { 29, 9 * 60, 12 * 60, FALSE },              /* counted from February: 29 is 1 March, Monday */
    { 33, 9 * 60, 12 * 60, FALSE },              /* Friday 5 March, after the season */
  };
  MukanaAvailability availability = { 0 };

  fill (&availability);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_availability_covers (&availability,
                                                 mukana_day_new (2027, 1, 31) + cases[i].day,
                                                 cases[i].start, cases[i].end), ==,
                     cases[i].is_free);
  mukana_availability_clear (&availability);
}

static void
nights_when_clocks_turn_are_judged_by_the_clock_on_the_wall (void)
{
  MukanaDay nights[] = { mukana_day_new (2026, 3, 29), mukana_day_new (2026, 10, 25) };
  MukanaWeekSlot slot = { 7, 2 * 60, 5 * 60, kit_always () };
  MukanaAvailability availability = { 0 };

  mukana_availability_add_slot (&availability, &slot);

  for (gsize i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_assert_true (mukana_availability_covers (&availability, nights[i], 2 * 60, 5 * 60));
      g_assert_false (mukana_availability_covers (&availability, nights[i], 2 * 60, 5 * 60 + 1));
    }
  mukana_availability_clear (&availability);
}

static void
absence_ends_before_its_last_day (void)
{
  MukanaAvailability availability = { 0 };
  MukanaDay day = kit_day ();

  mukana_availability_add_absence (&availability, (MukanaDayRange) { day - 2, day });

  g_assert_true (mukana_availability_is_absent (&availability, day - 2));
  g_assert_true (mukana_availability_is_absent (&availability, day - 1));
  g_assert_false (mukana_availability_is_absent (&availability, day));
  g_assert_false (mukana_availability_is_absent (&availability, day - 3));
  mukana_availability_clear (&availability);
}

static void
untold_is_not_never (void)
{
  MukanaAvailability availability = { 0 };

  g_assert_false (mukana_availability_is_known (&availability));
  fill (&availability);
  g_assert_true (mukana_availability_is_known (&availability));
  mukana_availability_clear (&availability);
  g_assert_false (mukana_availability_is_known (&availability));
}

static void
painted_week_comes_back_as_slots (void)
{
  MukanaWeek week = { { 0 } };
  g_autoptr (GArray) slots = NULL;

  mukana_week_paint (&week, 1, 16, 24, TRUE);
  mukana_week_paint (&week, 1, 20, 22, FALSE);
  mukana_week_paint (&week, 7, 40, 99, TRUE);
  slots = mukana_week_to_slots (&week, kit_always ());

  g_assert_cmpuint (slots->len, ==, 3);
  g_assert_cmpint (g_array_index (slots, MukanaWeekSlot, 0).end_minute, ==, 10 * 60);
  g_assert_cmpint (g_array_index (slots, MukanaWeekSlot, 1).start_minute, ==, 11 * 60);
  g_assert_cmpint (g_array_index (slots, MukanaWeekSlot, 2).weekday, ==, 7);
  g_assert_cmpint (g_array_index (slots, MukanaWeekSlot, 2).end_minute, ==, 1440);
}

static void
slots_of_a_painted_week_paint_the_same_week (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 50; round++)
    {
      MukanaWeek painted = { { 0 } }, shown;
      MukanaAvailability availability = { 0 };
      g_autoptr (GArray) slots = NULL;

      for (int day = 0; day < 7; day++)
        painted.days[day] = ((guint64) g_rand_int (random) << 32 | g_rand_int (random)) >> 16;

      slots = mukana_week_to_slots (&painted, kit_always ());
      for (guint i = 0; i < slots->len; i++)
        mukana_availability_add_slot (&availability, &g_array_index (slots, MukanaWeekSlot, i));
      shown = mukana_availability_week (&availability, kit_day ());

      for (int day = 0; day < 7; day++)
        g_assert_cmphex (shown.days[day], ==, painted.days[day]);
      mukana_availability_clear (&availability);
    }
}

static void
half_hour_counts_as_free_only_when_whole (void)
{
  MukanaAvailability availability = { 0 };
  MukanaWeek whole, touched;

  fill (&availability);
  whole = mukana_availability_week (&availability, kit_day ());
  touched = mukana_availability_touched (&availability);

  g_assert_true (mukana_week_holds (&whole, 4, 31));
  g_assert_false (mukana_week_holds (&whole, 4, 32));     /* 16.00 to 16.10 only */
  g_assert_true (mukana_week_holds (&touched, 4, 32));
  g_assert_false (mukana_week_holds (&touched, 4, 33));
  mukana_availability_clear (&availability);
}

static void
distances_are_those_of_roads (void)
{
  g_assert_cmpint (mukana_distance_km (KIT_KAJAANI, KIT_KAJAANI), ==, 0);
  g_assert_cmpint (mukana_distance_km (KIT_KAJAANI, KIT_SOTKAMO), ==, 44);
  g_assert_cmpint (mukana_distance_km (KIT_SOTKAMO, KIT_KAJAANI), ==, 44);
  g_assert_cmpint (mukana_distance_km (KIT_KAJAANI, KIT_HELSINKI), ==, 616);
  g_assert_cmpint (mukana_distance_km (KIT_KAJAANI, (MukanaPosition) { 0, 0 }), ==,
                   MUKANA_DISTANCE_UNKNOWN);
}

static void
time_on_the_road_is_rounded_up (void)
{
  g_assert_cmpint (mukana_distance_minutes (70), ==, 60);
  g_assert_cmpint (mukana_distance_minutes (1), ==, 1);
  g_assert_cmpint (mukana_distance_minutes (44), ==, 38);
  g_assert_cmpint (mukana_distance_minutes (0), ==, 0);
  g_assert_cmpint (mukana_distance_minutes (MUKANA_DISTANCE_UNKNOWN), ==, 0);
}

/* Week 4 of 2027, whose Thursday is 28 January. */
static void
week_of_its_own_stands_in_the_place_of_the_recurring (void)
{
  MukanaDay monday = mukana_day_new (2027, 1, 25), thursday = monday + 3;
  MukanaAvailability availability = { 0 };

  fill (&availability);
  mukana_availability_add_own_week (&availability, monday, "3 615-720,5 540-600");

  g_assert_false (mukana_availability_covers (&availability, thursday, 9 * 60, 10 * 60));
  g_assert_true (mukana_availability_covers (&availability, thursday + 7, 9 * 60, 10 * 60));
  g_assert_true (mukana_availability_covers (&availability, monday + 2, 615, 720));
  g_assert_false (mukana_availability_covers (&availability, monday + 9, 615, 720));
  g_assert_false (mukana_availability_covers (&availability, monday + 2, 600, 720));
  mukana_availability_clear (&availability);
}

static void
week_of_its_own_may_have_no_time_at_all (void)
{
  MukanaDay monday = mukana_day_new (2027, 1, 25);
  MukanaAvailability availability = { 0 };

  fill (&availability);
  mukana_availability_add_own_week (&availability, monday, "");
  mukana_availability_add_absence (&availability, (MukanaDayRange) { monday + 7, monday + 11 });

  /* The next Thursday is an absence, the Friday after it is of the February season. */
  g_assert_cmpint (mukana_availability_next_free (&availability, monday, monday + 90), ==,
                   monday + 11);
  g_assert_cmpint (mukana_availability_next_free (&availability, monday, monday + 11), ==,
                   MUKANA_DAY_NONE);
  mukana_availability_clear (&availability);
}

static void
times_of_a_week_are_the_same_after_a_round_trip (void)
{
  g_autoptr (GArray) slots = mukana_week_times_parse ("1 540-720,7 0-1440");
  g_autoptr (GArray) none = mukana_week_times_parse (NULL);
  g_autoptr (GArray) nonsense = mukana_week_times_parse ("8 1-2,1 5-5,x,2 -5-10,3 60-1441,");
  g_autofree char *text = mukana_week_times_format ((MukanaWeekSlot *) slots->data, slots->len);

  g_assert_cmpstr (text, ==, "1 540-720,7 0-1440");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nonsense->len, ==, 0);
}

static void
ranges_overlap_both_ways_alike (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int round = 0; round < 2000; round++)
    {
      MukanaDayRange a = { g_rand_int_range (random, 0, 9), g_rand_int_range (random, 0, 9) };
      MukanaDayRange b = { g_rand_int_range (random, 0, 9), MUKANA_DAY_NONE };
      gboolean shared = FALSE;

      if (a.from >= a.until)
        continue;
      for (MukanaDay day = 0; day < 20; day++)
        shared |= mukana_day_range_holds (a, day) && mukana_day_range_holds (b, day);

      g_assert_cmpint (mukana_day_range_overlaps (a, b), ==, shared);
      g_assert_cmpint (mukana_day_range_overlaps (b, a), ==, shared);
    }
}

#define ADD(name, function) g_test_add_func ("/availability/" name, function)

static void
only_a_time_that_overlaps_makes_busy (void)
{
  MukanaAvailability availability = { 0 };

  mukana_availability_add_busy (&availability, (MukanaBusySpan) { 20000, 600, 660 });

  g_assert_true (mukana_availability_is_busy (&availability, 20000, 659, 700));
  g_assert_true (mukana_availability_is_busy (&availability, 20000, 540, 601));
  g_assert_false (mukana_availability_is_busy (&availability, 20000, 660, 700));
  g_assert_false (mukana_availability_is_busy (&availability, 20000, 540, 600));
  g_assert_false (mukana_availability_is_busy (&availability, 20001, 600, 660));
  mukana_availability_clear (&availability);
}

static char *
tell_spans (const char *start,
            const char *end)
{
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (start, NULL);
  g_autoptr (GDateTime) until = g_date_time_new_from_iso8601 (end, NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (MukanaBusySpan));
  GString *text = g_string_new (NULL);

  mukana_busy_spans_add (spans, g_date_time_to_unix (from) * G_USEC_PER_SEC,
                         g_date_time_to_unix (until) * G_USEC_PER_SEC);
  for (guint i = 0; i < spans->len; i++)
    {
      MukanaBusySpan *span = &g_array_index (spans, MukanaBusySpan, i);
      g_autofree char *day = mukana_day_to_iso (span->day);

      g_string_append_printf (text, "%s%s %d-%d", i > 0 ? ", " : "", day + 5, span->start_minute,
                              span->end_minute);
    }

  return g_string_free (text, FALSE);
}

/* A summer day, one past midnight, seconds, and both nights in which the clocks are changed. */
static void
instants_become_what_the_clock_shows (void)
{
  static const struct { const char *start, *end, *told; } cases[] = {
    { "2026-07-01T06:00:00Z", "2026-07-01T07:30:00Z", "07-01 540-630" },
    { "2026-07-01T19:00:00Z", "2026-07-02T23:00:00Z",
      "07-01 1320-1440, 07-02 0-1440, 07-03 0-120" },
    { "2026-07-01T21:00:00Z", "2026-07-02T21:00:00Z", "07-02 0-1440" },
    { "2026-07-01T06:00:30Z", "2026-07-01T06:10:30Z", "07-01 540-551" },
    { "2026-07-01T06:00:00Z", "2026-07-01T06:00:00Z", "" },
    { "2026-03-28T23:00:00Z", "2026-03-29T02:00:00Z", "03-29 60-300" },
    { "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z", "03-29 0-1440" },
    { "2026-10-24T21:00:00Z", "2026-10-25T22:00:00Z", "10-25 0-1440" },
    { "2026-10-25T00:15:00Z", "2026-10-25T00:30:00Z", "10-25 180-240" },
    { "2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z", "10-25 180-240" },
    { "2026-10-25T01:45:00Z", "2026-10-25T02:30:00Z", "10-25 180-270" },
    { "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z", "10-25 240-300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = tell_spans (cases[i].start, cases[i].end);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole-time-must-be-free", whole_time_must_be_free);
  ADD ("nights-when-clocks-turn-are-judged-by-the-clock-on-the-wall",
       nights_when_clocks_turn_are_judged_by_the_clock_on_the_wall);
  ADD ("absence-ends-before-its-last-day", absence_ends_before_its_last_day);
  ADD ("only-a-time-that-overlaps-makes-busy", only_a_time_that_overlaps_makes_busy);
  ADD ("instants-become-what-the-clock-shows", instants_become_what_the_clock_shows);
  ADD ("untold-is-not-never", untold_is_not_never);
  ADD ("painted-week-comes-back-as-slots", painted_week_comes_back_as_slots);
  ADD ("slots-of-a-painted-week-paint-the-same-week", slots_of_a_painted_week_paint_the_same_week);
  ADD ("half-hour-counts-as-free-only-when-whole", half_hour_counts_as_free_only_when_whole);
  ADD ("week-of-its-own-stands-in-the-place-of-the-recurring",
       week_of_its_own_stands_in_the_place_of_the_recurring);
  ADD ("week-of-its-own-may-have-no-time-at-all", week_of_its_own_may_have_no_time_at_all);
  ADD ("times-of-a-week-are-the-same-after-a-round-trip",
       times_of_a_week_are_the_same_after_a_round_trip);
  ADD ("distances-are-those-of-roads", distances_are_those_of_roads);
  ADD ("time-on-the-road-is-rounded-up", time_on_the_road_is_rounded_up);
  ADD ("ranges-overlap-both-ways-alike", ranges_overlap_both_ways_alike);
  return g_test_run ();
}
