/* test-fee-limit.c: limits are told of from 80 per cent on, and a ceiling before it is passed. */

#include "domain/mukana-fee-limit.h"

static void
eighty_per_cent_is_near_and_less_is_not (void)
{
  static const struct { gint64 km_cents; int percent; gboolean is_near; } cases[] = {
    { 0, 0, FALSE }, { 239999, 79, FALSE }, { 240000, 80, TRUE }, { 299999, 99, TRUE },
    { 300000, 100, TRUE }, { 330000, 110, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MukanaFeeCount count = { .volunteer_km_cents = cases[i].km_cents };

      g_assert_cmpint (mukana_fee_count_percent (&count, MUKANA_LIMIT_VOLUNTEER_KM), ==,
                       cases[i].percent);
      g_assert_cmpint (mukana_fee_count_is_near (&count, MUKANA_LIMIT_VOLUNTEER_KM), ==,
                       cases[i].is_near);
    }
}

static void
twenty_days_are_counted_as_days (void)
{
  MukanaFeeCount fifteen = { .volunteer_days = 15 }, sixteen = { .volunteer_days = 16 };
  g_autofree char *words = mukana_fee_count_tell (&sixteen, MUKANA_LIMIT_VOLUNTEER_DAYS);

  g_assert_false (mukana_fee_count_near_any (&fifteen));
  g_assert_true (mukana_fee_count_near_any (&sixteen));
  g_assert_cmpstr (words, ==, "Per diems as a volunteer this year: 16 of 20 tax-free (80 %)");
}

static void
no_own_ceiling_is_never_near (void)
{
  MukanaFeeCount count = { .month_cents = 1000000, .year_cents = 1000000 };

  g_assert_false (mukana_fee_count_near_any (&count));
  g_assert_false (mukana_fee_count_would_exceed (&count, 1000000));
}

static void
a_ceiling_may_be_reached_and_not_passed (void)
{
  MukanaFeeCount month = { .month_cents = 40000, .ceiling_month_cents = 50000 };
  MukanaFeeCount year = { .year_cents = 40000, .ceiling_year_cents = 50000 };

  g_assert_false (mukana_fee_count_would_exceed (&month, 10000));
  g_assert_true (mukana_fee_count_would_exceed (&month, 10001));
  g_assert_false (mukana_fee_count_would_exceed (&year, 10000));
  g_assert_true (mukana_fee_count_would_exceed (&year, 10001));
}

static void
a_limit_that_is_used_up_says_so (void)
{
  MukanaFeeCount count = { .ceiling_month_cents = 10000, .month_cents = 9999 };
  g_autofree char *near = mukana_fee_count_tell (&count, MUKANA_LIMIT_MONTH);
  g_autofree char *full = NULL;

  count.month_cents = 10000;
  full = mukana_fee_count_tell (&count, MUKANA_LIMIT_MONTH);

  g_assert_false (g_str_has_suffix (near, "used up"));
  g_assert_true (g_str_has_suffix (full, "used up"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/fee-limit/" #test, test)
  ADD (eighty_per_cent_is_near_and_less_is_not);
  ADD (twenty_days_are_counted_as_days);
  ADD (no_own_ceiling_is_never_near);
  ADD (a_limit_that_is_used_up_says_so);
  ADD (a_ceiling_may_be_reached_and_not_passed);

  return g_test_run ();
}
