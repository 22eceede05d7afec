/* test-working-day.c: Finnish holidays, and what is due after so many working days. */

#include "domain/mukana-working-day.h"

static void
easter_is_where_the_almanac_has_it (void)
{
  static const struct { int year, month, day; } easters[] = {
    { 2024, 3, 31 }, { 2025, 4, 20 }, { 2026, 4, 5 }, { 2027, 3, 28 },
    { 2008, 3, 23 }, { 2011, 4, 24 }, { 2038, 4, 25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (easters); i++)
    g_assert_cmpint (mukana_easter_sunday (easters[i].year), ==,
                     mukana_day_new (easters[i].year, easters[i].month, easters[i].day));
}

static void
holidays_on_weekdays_are_those_of_the_almanac (void)
{
  /* All that fall on Monday to Friday, as printed almanacs have them. */
  static const char * const holidays[] = {
    "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01", "2024-05-09", "2024-06-21",
    "2024-12-06", "2024-12-24", "2024-12-25", "2024-12-26",
    "2025-01-01", "2025-01-06", "2025-04-18", "2025-04-21", "2025-05-01", "2025-05-29",
    "2025-06-20", "2025-12-24", "2025-12-25", "2025-12-26",
    "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14",
    "2026-06-19", "2026-12-24", "2026-12-25",
    "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-29", "2027-05-06", "2027-06-25",
    "2027-12-06", "2027-12-24",
  };
  guint n_found = 0;

  for (MukanaDay day = mukana_day_new (2024, 1, 1); day < mukana_day_new (2028, 1, 1); day++)
    if (mukana_day_weekday (day) <= 5 && mukana_day_is_holiday (day))
      {
        g_autofree char *text = mukana_day_to_iso (day);

        g_assert_cmpuint (n_found, <, G_N_ELEMENTS (holidays));
        g_assert_cmpstr (text, ==, holidays[n_found]);
        n_found++;
      }

  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (holidays));
}

static void
midsummer_and_all_saints_are_saturdays (void)
{
  static const char * const days[] = {
    "2024-06-22", "2025-06-21", "2026-06-20", "2027-06-26",
    "2024-11-02", "2025-11-01", "2026-10-31", "2027-11-06",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_true (mukana_day_is_holiday (mukana_day_parse_iso (days[i])));
  g_assert_false (mukana_day_is_holiday (mukana_day_parse_iso ("2026-11-07")));
  g_assert_false (mukana_day_is_holiday (mukana_day_parse_iso ("2026-06-27")));
}

static void
working_days_go_round_weekends_and_holidays (void)
{
  static const struct { const char *from; int n_days; const char *until; } cases[] = {
    { "2026-11-27", 1, "2026-11-30" },   /* over a weekend */
    { "2026-12-21", 7, "2027-01-04" },   /* over Christmas and New Year */
    { "2026-04-02", 1, "2026-04-07" },   /* over Easter */
    { "2026-06-18", 1, "2026-06-22" },   /* over Midsummer */
    { "2025-05-28", 2, "2025-06-02" },   /* over Ascension Day */
    { "2024-11-01", 1, "2024-11-04" },   /* All Saints' Day is a Saturday anyhow */
    { "2026-11-28", 0, "2026-11-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MukanaDay from = mukana_day_parse_iso (cases[i].from);
      g_autofree char *until = mukana_day_to_iso (mukana_day_add_working (from, cases[i].n_days));

      g_assert_cmpstr (until, ==, cases[i].until);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/working-day/" #name, name)
  ADD (easter_is_where_the_almanac_has_it);
  ADD (holidays_on_weekdays_are_those_of_the_almanac);
  ADD (midsummer_and_all_saints_are_saturdays);
  ADD (working_days_go_round_weekends_and_holidays);

  return g_test_run ();
}
