/* test-sharing.c: who is never asked, who carries much, and how many do half of the work. */

#include "domain/mukana-sharing.h"

#define TODAY mukana_day_new (2026, 11, 23)
#define WAIT (7 * MUKANA_SHARING_WAIT_WEEKS)

static MukanaSharing
sum_of (const guint *held,
        guint        n,
        MukanaShare *shares)
{
  for (guint i = 0; i < n; i++)
    shares[i] = (MukanaShare) { .person_id = i + 1, .joined_on = TODAY, .n_held = held[i] };

  return mukana_sharing_sum (shares, n);
}

static void
half_of_the_work_is_counted_by_the_fewest_people (void)
{
  static const struct
  {
    guint held[6], n, n_half, median_doubled;
  } cases[] = {
    { { 0 }, 0, 0, 0 },
    { { 0, 0, 0 }, 3, 0, 0 },
    { { 5 }, 1, 1, 10 },
    { { 1, 1, 1, 1 }, 4, 2, 2 },
    { { 1, 1, 1 }, 3, 2, 2 },
    { { 2, 0, 9, 1 }, 4, 1, 4 },
    { { 1, 2, 3, 4, 0, 0 }, 6, 2, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MukanaShare shares[6];
      MukanaSharing sharing = sum_of (cases[i].held, cases[i].n, shares);

      g_assert_cmpuint (sharing.n_carrying_half, ==, cases[i].n_half);
      g_assert_cmpuint (sharing.median_doubled, ==, cases[i].median_doubled);
    }
}

static void
who_waits_longest_comes_first (void)
{
  const MukanaShare shares[] = {
    { .person_id = 1, .joined_on = TODAY - WAIT },
    { .person_id = 2, .joined_on = TODAY - WAIT + 1 },
    { .person_id = 3, .joined_on = TODAY - WAIT - 100 },
    { .person_id = 4, .joined_on = TODAY - WAIT - 200, .n_asked = 1 },
    { .person_id = 5, .joined_on = MUKANA_DAY_NONE },
    { .person_id = 6, .joined_on = TODAY - WAIT - 300, .n_held = 1 },
  };

  g_autoptr (GArray) found = mukana_sharing_never_asked (shares, G_N_ELEMENTS (shares), TODAY);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, MukanaShare *, 0)->person_id, ==, 3);
  g_assert_cmpint (g_array_index (found, MukanaShare *, 1)->person_id, ==, 1);
}

static void
own_limit_is_looked_at_month_by_month (void)
{
  MukanaSharing sharing = { .median_doubled = 20 };
  MukanaShare at = { .n_held = 3, .most_in_month = 2, .max_per_month = 2 };
  MukanaShare above = { .n_held = 3, .most_in_month = 3, .max_per_month = 2 };
  MukanaShare silent = { .n_held = 3, .most_in_month = 3 };

  g_assert_cmpint (mukana_sharing_load (&sharing, &at), ==, 0);
  g_assert_cmpint (mukana_sharing_load (&sharing, &above), ==, MUKANA_LOAD_ABOVE_OWN);
  g_assert_cmpint (mukana_sharing_load (&sharing, &silent), ==, 0);
}

static void
much_is_more_than_the_median_of_those_who_work (void)
{
  static const guint held[] = { 0, 0, 0, 2, 2, 2, 6, 7 };
  MukanaShare shares[G_N_ELEMENTS (held)];
  MukanaSharing sharing = sum_of (held, G_N_ELEMENTS (held), shares);

  g_autoptr (GArray) found = mukana_sharing_carrying_much (&sharing, shares,
                                                           G_N_ELEMENTS (held));

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, MukanaShare *, 0)->n_held, ==, 7);
}

static void
few_assignments_are_never_much (void)
{
  MukanaSharing sharing = { .median_doubled = 0 };
  MukanaShare share = { .n_held = MUKANA_SHARING_LEAST_MANY - 1 };

  g_assert_cmpint (mukana_sharing_load (&sharing, &share), ==, 0);
}

/* Held against a slow count: take away who did most until half is reached. */
static guint
count_slowly (MukanaShare *shares,
              guint        n)
{
  guint total = 0, taken = 0, n_people = 0;

  for (guint i = 0; i < n; i++)
    total += shares[i].n_held;
  while (2 * taken < total)
    {
      guint most = 0;

      for (guint i = 1; i < n; i++)
        if (shares[i].n_held > shares[most].n_held)
          most = i;
      taken += shares[most].n_held;
      shares[most].n_held = 0;
      n_people++;
    }

  return n_people;
}

static void
any_sharing_holds_its_rules (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261128);

  for (int round = 0; round < 2000; round++)
    {
      MukanaShare shares[30] = { 0 };
      guint n = (guint) g_rand_int_range (rand, 1, 31);
      MukanaSharing sharing;

      for (guint i = 0; i < n; i++)
        shares[i] = (MukanaShare) {
          .person_id = i + 1, .joined_on = TODAY - g_rand_int_range (rand, 0, 400),
          .n_asked = (guint) g_rand_int_range (rand, 0, 3),
          .n_held = g_rand_boolean (rand) ? (guint) g_rand_int_range (rand, 1, 12) : 0 };
      sharing = mukana_sharing_sum (shares, n);

      g_autoptr (GArray) waiting = mukana_sharing_never_asked (shares, n, TODAY);
      g_autoptr (GArray) loaded = mukana_sharing_carrying_much (&sharing, shares, n);

      /* Nobody both waits and carries much; and most people never carry too much. */
      for (guint i = 0; i < waiting->len; i++)
        g_assert_cmpint (mukana_sharing_load (&sharing, g_array_index (waiting, MukanaShare *, i)),
                         ==, 0);
      g_assert_cmpuint (2 * loaded->len, <=, sharing.n_working);
      g_assert_cmpuint (count_slowly (shares, n), ==, sharing.n_carrying_half);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sharing/half_of_the_work_is_counted_by_the_fewest_people",
                   half_of_the_work_is_counted_by_the_fewest_people);
  g_test_add_func ("/sharing/who_waits_longest_comes_first", who_waits_longest_comes_first);
  g_test_add_func ("/sharing/own_limit_is_looked_at_month_by_month",
                   own_limit_is_looked_at_month_by_month);
  g_test_add_func ("/sharing/much_is_more_than_the_median_of_those_who_work",
                   much_is_more_than_the_median_of_those_who_work);
  g_test_add_func ("/sharing/few_assignments_are_never_much", few_assignments_are_never_much);
  g_test_add_func ("/sharing/any_sharing_holds_its_rules", any_sharing_holds_its_rules);

  return g_test_run ();
}
