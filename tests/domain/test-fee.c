/* test-fee.c: what is owed is the rule of that day times what was done, to the cent. */

#include "domain/mukana-fee.h"

static void
add_rate (GPtrArray *rates,
          int        year,
          gint64     km_cents)
{
  MukanaTravelRate *rate = g_object_new (MUKANA_TYPE_TRAVEL_RATE, NULL);

  mukana_record_init_int (rate, "valid-from", mukana_day_new (year, 1, 1));
  mukana_record_init_int (rate, "km-cents", km_cents);
  mukana_record_init_int (rate, "passenger-cents", 4);
  g_ptr_array_add (rates, rate);
}

/* Tax-exempt maxima of the tax administration for these years. */
static GPtrArray *
make_rates (void)
{
  GPtrArray *rates = g_ptr_array_new_with_free_func (g_object_unref);

  add_rate (rates, 2026, 55);
  add_rate (rates, 2023, 53);
  add_rate (rates, 2024, 57);
  add_rate (rates, 2025, 59);
  return rates;
}

static MukanaFeeRule *
new_rule (const char *unit,
          gint64      amount_cents,
          int         from_year,
          int         until_year)
{
  MukanaFeeRule *rule = g_object_new (MUKANA_TYPE_FEE_RULE, NULL);

  mukana_record_init_text (rule, "code", "work");
  mukana_record_init_text (rule, "unit", unit);
  mukana_record_init_int (rule, "amount-cents", amount_cents);
  mukana_record_init_int (rule, "valid-from", mukana_day_new (from_year, 1, 1));
  if (until_year != 0)
    mukana_record_init_int (rule, "valid-until", mukana_day_new (until_year, 12, 31));
  return rule;
}

static void
a_journey_is_paid_by_the_rate_of_its_day (void)
{
  static const struct { int year; int passengers; gint64 cents; const char *words; } cases[] = {
    { 2023, 0, 4346, "82 km × 0,53 €/km = 43,46 €" },
    { 2024, 0, 4674, "82 km × 0,57 €/km = 46,74 €" },
    { 2025, 0, 4838, "82 km × 0,59 €/km = 48,38 €" },
    { 2026, 0, 4510, "82 km × 0,55 €/km = 45,10 €" },
    { 2026, 1, 4838, "82 km × (0,55 + 1 × 0,04) €/km = 48,38 €" },
  };
  g_autoptr (GPtrArray) rates = make_rates ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MukanaDay day = mukana_day_new (cases[i].year, 12, 31);
      MukanaTravelRate *rate = mukana_travel_rate_on (rates, day);
      g_autoptr (MukanaFeeLine) line =
        mukana_fee_line_new_travel (rate, 8200, cases[i].passengers, day);

      g_assert_cmpint (line->amount_cents, ==, cases[i].cents);
      g_assert_cmpstr (line->calculation, ==, cases[i].words);
      g_assert_cmpstr (line->income_type, ==, "311");
    }
}

static void
a_year_without_a_rate_has_none (void)
{
  g_autoptr (GPtrArray) rates = make_rates ();

  g_assert_null (mukana_travel_rate_on (rates, mukana_day_new (2027, 1, 1)));
  g_assert_null (mukana_travel_rate_on (rates, mukana_day_new (2022, 12, 31)));
}

static void
the_newest_rule_in_force_on_the_day_is_used (void)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rules, new_rule ("hour", 2500, 2024, 0));
  g_ptr_array_add (rules, new_rule ("hour", 3000, 2026, 2026));

  g_assert_cmpint (mukana_fee_rule_on (rules, "work", mukana_day_new (2025, 12, 31))->amount_cents,
                   ==, 2500);
  g_assert_cmpint (mukana_fee_rule_on (rules, "work", mukana_day_new (2026, 12, 31))->amount_cents,
                   ==, 3000);
  g_assert_cmpint (mukana_fee_rule_on (rules, "work", mukana_day_new (2027, 1, 1))->amount_cents,
                   ==, 2500);
  g_assert_null (mukana_fee_rule_on (rules, "work", mukana_day_new (2023, 1, 1)));
  g_assert_null (mukana_fee_rule_on (rules, "other", mukana_day_new (2025, 1, 1)));
}

static void
hours_are_paid_by_the_minute (void)
{
  g_autoptr (MukanaFeeRule) rule = new_rule ("hour", 2500, 2024, 0);
  MukanaDay day = mukana_day_new (2026, 5, 4);

  for (int minutes = 0; minutes <= 24 * 60; minutes++)
    {
      g_autoptr (MukanaFeeLine) line = mukana_fee_line_new_fee (rule, 0, minutes, day);

      /* 2500 / 60 cents a minute, half a cent up. */
      g_assert_cmpint (line->amount_cents, ==, (minutes * 2500 + 30) / 60);
    }
}

static void
a_calculation_says_what_was_reckoned (void)
{
  g_autoptr (MukanaFeeRule) hourly = new_rule ("hour", 2500, 2024, 0);
  g_autoptr (MukanaFeeRule) occasion = new_rule ("occasion", 5000, 2024, 0);
  MukanaDay day = mukana_day_new (2026, 5, 4);
  g_autoptr (MukanaFeeLine) hours = mukana_fee_line_new_fee (hourly, 0, 210, day);
  g_autoptr (MukanaFeeLine) once = mukana_fee_line_new_fee (occasion, 0, 210, day);
  g_autoptr (MukanaFeeLine) agreed = mukana_fee_line_new_fee (hourly, 12000, 210, day);

  g_assert_cmpstr (hours->calculation, ==, "3,5 h × 25,00 €/h = 87,50 €");
  g_assert_cmpstr (once->calculation, ==, "1 occasion × 50,00 € = 50,00 €");
  g_assert_cmpint (agreed->amount_cents, ==, 12000);
  g_assert_cmpint (hours->service_day, ==, day);
  g_assert_cmpstr (hours->state, ==, "draft");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/fee/" #test, test)
  ADD (a_journey_is_paid_by_the_rate_of_its_day);
  ADD (a_year_without_a_rate_has_none);
  ADD (the_newest_rule_in_force_on_the_day_is_used);
  ADD (hours_are_paid_by_the_minute);
  ADD (a_calculation_says_what_was_reckoned);

  return g_test_run ();
}
