/* test-money.c: cents add up, and are written and read as people do. */

#include "base/mukana-money.h"

static void
money_is_the_same_after_a_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 cents = g_test_rand_int_range (0, G_MAXINT32) * (gint64) g_test_rand_int_range (1, 99);
      g_autofree char *text = mukana_money_format (cents);
      gint64 read = -1;

      g_assert_true (mukana_money_parse (text, &read));
      g_assert_cmpint (read, ==, cents);
    }
}

static void
thousands_are_set_apart (void)
{
  static const struct { gint64 cents; const char *text; } cases[] = {
    { 0, "0,00" }, { 5, "0,05" }, { 4510, "45,10" }, { 123450, "1\u00a0234,50" },
    { 123456789, "1\u00a0234\u00a0567,89" }, { -4510, "\u221245,10" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mukana_money_format (cases[i].cents);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
amounts_are_read_in_each_form (void)
{
  static const struct { const char *text; gint64 cents; } cases[] = {
    { "45,10", 4510 }, { "45.1", 4510 }, { "45", 4500 }, { "1 234 €", 123400 }, { ",5", 50 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 cents = -1;

      g_assert_true (mukana_money_parse (cases[i].text, &cents));
      g_assert_cmpint (cents, ==, cases[i].cents);
    }
}

static void
what_is_no_amount_is_refused_and_changes_nothing (void)
{
  static const char * const cases[] = {
    NULL, "", "€", "-5", "1,234", "1.234,50", "12e3", "five", "99999999999999999999", "1,2,3",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 cents = 77;

      g_assert_false (mukana_money_parse (cases[i], &cents));
      g_assert_cmpint (cents, ==, 77);
    }
}

static void
half_a_cent_is_rounded_away_from_zero (void)
{
  g_assert_cmpint (mukana_money_share (25, 1, 2), ==, 13);
  g_assert_cmpint (mukana_money_share (-25, 1, 2), ==, -13);
  g_assert_cmpint (mukana_money_share (100, 1, 3), ==, 33);
  g_assert_cmpint (mukana_money_share (200, 1, 3), ==, 67);
  g_assert_cmpint (mukana_money_share (55, 8200, 100), ==, 4510);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/money/" #test, test)
  ADD (money_is_the_same_after_a_round_trip);
  ADD (thousands_are_set_apart);
  ADD (amounts_are_read_in_each_form);
  ADD (what_is_no_amount_is_refused_and_changes_nothing);
  ADD (half_a_cent_is_rounded_away_from_zero);

  return g_test_run ();
}
