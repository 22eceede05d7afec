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

static MukanaFeeLine *
new_fee (MukanaFeeRule *rule,
         gint64         agreed_cents,
         gint64         minutes,
         MukanaDay      day)
{
  return mukana_fee_line_new_fee (rule, &(MukanaFeeWork) { .minutes = minutes, .percent = 100,
                                                           .agreed_cents = agreed_cents,
                                                           .day = day });
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
      g_autoptr (MukanaFeeLine) line = new_fee (rule, 0, minutes, day);

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
  g_autoptr (MukanaFeeLine) hours = new_fee (hourly, 0, 210, day);
  g_autoptr (MukanaFeeLine) once = new_fee (occasion, 0, 210, day);
  g_autoptr (MukanaFeeLine) agreed = new_fee (hourly, 12000, 210, day);

  g_assert_cmpstr (hours->calculation, ==, "3,5 h × 25,00 €/h = 87,50 €");
  g_assert_cmpstr (once->calculation, ==, "1 occasion × 50,00 € = 50,00 €");
  g_assert_cmpint (agreed->amount_cents, ==, 12000);
  g_assert_cmpint (hours->service_day, ==, day);
  g_assert_cmpstr (hours->state, ==, "draft");
}

static void
odd_minutes_are_told_as_minutes (void)
{
  static const struct { int minutes; const char *words; } cases[] = {
    { 100, "1 h 40 min × 25,00 €/h = 41,67 €" },
    { 40, "40 min × 25,00 €/h = 16,67 €" },
    { 99, "1,65 h × 25,00 €/h = 41,25 €" },
    { 120, "2 h × 25,00 €/h = 50,00 €" },
  };
  g_autoptr (MukanaFeeRule) rule = new_rule ("hour", 2500, 2024, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaFeeLine) line = new_fee (rule, 0, cases[i].minutes,
                                                mukana_day_new (2026, 5, 4));

      g_assert_cmpstr (line->calculation, ==, cases[i].words);
    }
}

static void
assert_product (MukanaFeeLine *line)
{
  gint64 hundredths, unit_cents;

  mukana_fee_line_split (line, &hundredths, &unit_cents);
  g_assert_cmpint ((hundredths * unit_cents + 50) / 100, ==, line->amount_cents);
}

static void
what_is_given_as_a_product_comes_to_the_amount (void)
{
  g_autoptr (GPtrArray) rates = make_rates ();
  g_autoptr (MukanaFeeRule) rule = new_rule ("hour", 2500, 2024, 0);
  MukanaDay day = mukana_day_new (2026, 5, 4);
  g_autoptr (MukanaFeeLine) drive =
    mukana_fee_line_new_travel (mukana_travel_rate_on (rates, day), 8200, 0, day);
  g_autoptr (MukanaFeeLine) whole = new_fee (rule, 0, 210, day);
  gint64 hundredths, unit_cents;

  for (int minutes = 1; minutes <= 600; minutes++)
    {
      MukanaFeeWork work = { .minutes = minutes, .percent = minutes % 2 == 0 ? 100 : 33,
                             .day = day };
      g_autoptr (MukanaFeeLine) line = NULL;

      mukana_record_init_int (rule, "minimum-cents", minutes % 3 == 0 ? 0 : 4000);
      line = mukana_fee_line_new_fee (rule, &work);
      assert_product (line);
    }

  mukana_fee_line_split (whole, &hundredths, &unit_cents);
  g_assert_cmpint (hundredths, ==, 350);
  g_assert_cmpint (unit_cents, ==, 2500);
  assert_product (drive);
  mukana_fee_line_limit (drive, 4000);
  assert_product (drive);
}

static void
a_rule_of_a_role_or_of_trained_people_goes_before_one_for_all (void)
{
  static const char * const roles[] = { "trainer", NULL };
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaFeeRule *trained = new_rule ("hour", 3000, 2024, 0);
  MukanaFeeRule *trainers = new_rule ("hour", 4000, 2024, 0);
  MukanaDay day = mukana_day_new (2026, 5, 4);

  mukana_record_init_int (trained, "needs-training", TRUE);
  mukana_record_init_text (trainers, "role-code", "trainer");
  g_ptr_array_add (rules, trainers);
  g_ptr_array_add (rules, trained);
  g_ptr_array_add (rules, new_rule ("hour", 2500, 2026, 0));

  g_assert_cmpint (mukana_fee_rule_for (rules, "work", day, NULL, FALSE)->amount_cents, ==, 2500);
  g_assert_cmpint (mukana_fee_rule_for (rules, "work", day, NULL, TRUE)->amount_cents, ==, 3000);
  g_assert_cmpint (mukana_fee_rule_for (rules, "work", day, roles, TRUE)->amount_cents, ==, 4000);
}

static void
work_of_nobody_yet_has_the_rule_that_somebody_would_have (void)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaFeeRule *trained = new_rule ("hour", 3000, 2024, 0);
  MukanaDay day = mukana_day_new (2026, 5, 4);

  mukana_record_init_int (trained, "needs-training", TRUE);
  mukana_record_init_text (trained, "code", "hour");
  g_ptr_array_add (rules, trained);

  /* NULL is the rule of work for which none was chosen. */
  g_assert_null (mukana_fee_rule_on (rules, NULL, day));
  g_assert_true (mukana_fee_rule_expected (rules, NULL, day, NULL, FALSE) == trained);
  g_assert_true (mukana_fee_rules_differ (rules, NULL));
  g_assert_false (mukana_fee_rules_differ (rules, "work"));
}

static void
per_diem_is_doubted_where_the_day_does_not_reach_it (void)
{
  static const struct { const char *kind; int hours, km; gboolean is_doubted; } cases[] = {
    { NULL, 1, 1, FALSE },
    { "part-per-diem", 6, 0, TRUE }, { "part-per-diem", 7, 0, FALSE },
    { "per-diem", 10, 82, TRUE }, { "per-diem", 11, 82, FALSE },
    { "per-diem", 11, 30, TRUE }, { "per-diem", 11, 31, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_fee_doubts_per_diem (cases[i].kind, cases[i].hours * 60,
                                                 cases[i].km * 100), ==, cases[i].is_doubted);
}

static void
minimum_preparation_and_cancelling_are_by_the_rule (void)
{
  g_autoptr (MukanaFeeRule) rule = new_rule ("hour", 2500, 2024, 0);
  MukanaFeeWork work = { .minutes = 90, .preparation_minutes = 60, .percent = 100,
                         .day = mukana_day_new (2026, 5, 4) };
  g_autoptr (MukanaFeeLine) least = NULL, half = NULL;

  mukana_record_init_int (rule, "minimum-cents", 4000);
  least = mukana_fee_line_new_fee (rule, &work);
  work.percent = 50;
  half = mukana_fee_line_new_fee (rule, &work);

  /* 30 minutes without the preparation are 12.50, and the least is 40.00. */
  g_assert_cmpint (least->amount_cents, ==, 4000);
  g_assert_cmpstr (least->calculation, ==, "0,5 h × 25,00 €/h, at least 40,00 € = 40,00 €");
  g_assert_cmpint (half->amount_cents, ==, 2000);
  g_assert_cmpstr (half->calculation, ==,
                   "0,5 h × 25,00 €/h, at least 40,00 €, cancelled: 50 % = 20,00 €");
}

static void
a_line_comes_to_the_same_cents_and_another_does_not (void)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rates = make_rates ();
  g_autoptr (MukanaFeeLine) drive =
    mukana_fee_line_new_travel (mukana_travel_rate_on (rates, mukana_day_new (2025, 5, 4)), 8215, 2,
                                mukana_day_new (2025, 5, 4));
  MukanaFeeRule *rule = new_rule ("hour", 2500, 2024, 0);
  g_autoptr (MukanaFeeLine) less = NULL, fee = NULL, other = NULL;

  mukana_record_init_int (rule, "id", 7);
  g_ptr_array_add (rules, rule);
  fee = new_fee (rule, 0, 137, mukana_day_new (2026, 5, 4));
  other = mukana_record_with_int (fee, "amount-cents", fee->amount_cents + 1);
  less = mukana_record_with_int (drive, "passengers", 1);

  g_assert_cmpint (mukana_fee_line_prove (fee, rules, rates), ==, MUKANA_FEE_SAME);
  g_assert_cmpint (mukana_fee_line_prove (drive, rules, rates), ==, MUKANA_FEE_SAME);
  g_assert_cmpint (mukana_fee_line_prove (other, rules, rates), ==, MUKANA_FEE_OTHER);
  g_assert_cmpint (mukana_fee_line_prove (less, rules, rates), ==, MUKANA_FEE_OTHER);
}

static void
what_is_above_the_most_for_a_trip_is_told_and_not_paid (void)
{
  g_autoptr (GPtrArray) rates = make_rates ();
  MukanaDay day = mukana_day_new (2026, 5, 4);
  g_autoptr (MukanaFeeLine) drive =
    mukana_fee_line_new_travel (mukana_travel_rate_on (rates, day), 8200, 0, day);

  mukana_fee_line_limit (drive, 4000);

  g_assert_cmpint (drive->amount_cents, ==, 4000);
  g_assert_cmpstr (drive->calculation, ==, "82 km × 0,55 €/km = 45,10 €, of which 40,00 € is "
                                           "paid: the most for one trip");
  g_assert_cmpint (mukana_fee_line_prove (drive, rates, rates), ==, MUKANA_FEE_SAME);
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
  ADD (odd_minutes_are_told_as_minutes);
  ADD (what_is_given_as_a_product_comes_to_the_amount);
  ADD (a_rule_of_a_role_or_of_trained_people_goes_before_one_for_all);
  ADD (work_of_nobody_yet_has_the_rule_that_somebody_would_have);
  ADD (per_diem_is_doubted_where_the_day_does_not_reach_it);
  ADD (minimum_preparation_and_cancelling_are_by_the_rule);
  ADD (a_line_comes_to_the_same_cents_and_another_does_not);
  ADD (what_is_above_the_most_for_a_trip_is_told_and_not_paid);

  return g_test_run ();
}
