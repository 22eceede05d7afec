/* test-match-pack.c: an opened pack says of a person what the facts said that were packed. */

#include <string.h>

#include "domain/mukana-eligibility.h"
#include "domain/mukana-match-pack.h"
#include "domain/mukana-score.h"
#include "matching-kit.h"

enum { N_PEOPLE = 500, N_REQUESTS = 20 };

/* So early that nothing of anybody is over. */
#define LONG_AGO mukana_day_new (1970, 2, 1)

static GBytes *
pack (const MukanaMatchFacts *facts)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();

  return mukana_match_pack_new (facts, tree);
}

static MukanaMatchFacts *
open_on (GBytes    *packed,
         MukanaDay  today)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  gsize length;
  const guint8 *bytes = g_bytes_get_data (packed, &length);

  return mukana_match_pack_open (bytes, length, 1, tree, today);
}

static void
opened_person_is_judged_and_scored_alike (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  MukanaWeights weights = mukana_weights_default ();

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (MukanaMatchFacts) facts = kit_odd_person (random, 1);
      g_autoptr (GBytes) packed = pack (facts);
      g_autoptr (MukanaMatchFacts) opened = open_on (packed, LONG_AGO);

      g_assert_nonnull (opened);
      for (guint k = 0; k < facts->n_apart; k++)
        mukana_match_facts_keep_apart (opened, facts->apart[k]);
      for (guint k = 0; k < N_REQUESTS; k++)
        {
          g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
          MukanaScore expected = mukana_score_new (request, facts, &weights);
          MukanaScore score = mukana_score_new (request, opened, &weights);

          g_assert_cmpuint (mukana_eligibility_judge (request, opened), ==,
                            mukana_eligibility_judge (request, facts));
          g_assert_cmpmem (&score, sizeof score, &expected, sizeof expected);
        }
    }
}

static void
opened_person_is_packed_to_the_same_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (22);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (MukanaMatchFacts) facts = kit_odd_person (random, 1);
      g_autoptr (GBytes) packed = NULL;
      g_autoptr (MukanaMatchFacts) opened = NULL;
      g_autoptr (GBytes) again = NULL;

      facts->has_withdrawn = i & 1;
      mukana_availability_add_busy (&facts->availability,
                                    (MukanaBusySpan) { kit_today (), 600, 660 });
      mukana_availability_add_own_week (&facts->availability,
                                        kit_today () - mukana_day_weekday (kit_today ()) + 1,
                                        "1 600 660");
      facts->municipality = i % 2 == 0 ? g_quark_from_string ("205") : 0;
      mukana_match_facts_exclude_unit (facts, "Kotihoito");
      packed = pack (facts);
      opened = open_on (packed, LONG_AGO);
      g_assert_cmpuint (opened->has_withdrawn, ==, facts->has_withdrawn);
      again = pack (opened);

      g_assert_true (g_bytes_equal (packed, again));
    }
}

/* Alone or not, whatever is over by then is nowhere, and whatever is not is. */
static void
what_is_over_is_left_out_on_a_later_day (void)
{
  MukanaDay today = kit_today ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (MukanaMatchFacts) on_the_day = NULL;
  g_autoptr (MukanaMatchFacts) later = NULL;

  mukana_availability_add_absence (&facts->availability, (MukanaDayRange) { today, today + 2 });
  mukana_availability_add_busy (&facts->availability, (MukanaBusySpan) { today + 1, 600, 660 });
  kit_add_shift (facts, today, 600, 660, KIT_KAJAANI);
  kit_add_assignment (facts, mukana_day_add_months (today, -12), 600, 660, KIT_KAJAANI);
  packed = pack (facts);

  on_the_day = open_on (packed, today + 1);
  g_assert_cmpuint (on_the_day->availability.n_absences, ==, 1);
  g_assert_cmpuint (on_the_day->availability.n_busy, ==, 1);
  g_assert_cmpuint (on_the_day->n_shifts, ==, 1);
  g_assert_cmpuint (on_the_day->n_assignments, ==, 0);
  later = open_on (packed, today + 2);
  g_assert_cmpuint (later->availability.n_absences, ==, 0);
  g_assert_cmpuint (later->availability.n_busy, ==, 0);
  g_assert_cmpuint (later->n_shifts, ==, 0);
}

static void
what_is_not_a_whole_pack_does_not_open (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);
  g_autoptr (MukanaMatchFacts) facts = kit_odd_person (random, 1);
  g_autoptr (GBytes) packed = pack (facts);
  g_autofree guint8 *other = g_memdup2 (g_bytes_get_data (packed, NULL),
                                        g_bytes_get_size (packed));
  g_autoptr (GBytes) of_other_format = NULL;

  for (gsize length = 0; length < g_bytes_get_size (packed); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (packed, 0, length);

      g_assert_null (open_on (part, LONG_AGO));
    }
  other[0]++;
  of_other_format = g_bytes_new (other, g_bytes_get_size (packed));
  g_assert_null (open_on (of_other_format, LONG_AGO));
}

/* What it says then does not matter; that it reads nothing beside the pack does. */
static void
bytes_of_any_kind_open_or_do_not (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (24);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (MukanaMatchFacts) facts = kit_odd_person (random, 1);
      g_autoptr (GBytes) packed = pack (facts);
      gsize length = g_bytes_get_size (packed);
      guint8 *bytes = g_memdup2 (g_bytes_get_data (packed, NULL), length);
      g_autoptr (GBytes) turned = g_bytes_new_take (bytes, length);
      g_autoptr (MukanaMatchFacts) opened = NULL;

      bytes[g_rand_int_range (random, 1, (gint32) length)] = (guint8) g_rand_int (random);
      opened = open_on (turned, LONG_AGO);
      g_assert_true (opened == NULL || opened->person_id == 1);
    }
}

static void
opened_person_can_be_given_a_theme (void)
{
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  g_autoptr (GBytes) packed = pack (facts);
  g_autoptr (MukanaMatchFacts) opened = open_on (packed, kit_today ());
  guint n_before = opened->n_themes;

  kit_add_theme (opened, KIT_ADDICTION, MUKANA_PERSPECTIVE_OWN, TRUE);

  g_assert_cmpuint (opened->n_themes, ==, n_before + 1);
  g_assert_cmpint (opened->themes[n_before].theme, ==, KIT_ADDICTION);
  g_assert_cmpuint (opened->availability.n_slots, ==, facts->availability.n_slots);
}

/* A theme that not everybody may see is given by the tables to whoever may. */
static void
theme_of_article_10_is_not_packed (void)
{
  static const MukanaThemeRow rows[] = {
    { .id = "mt", .sensitivity = "art9_health" }, { .id = "ri", .sensitivity = "art10_criminal" },
  };
  g_autoptr (MukanaThemeTree) tree = mukana_theme_tree_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (MukanaMatchFacts) facts = mukana_match_facts_new (1);
  g_autoptr (MukanaMatchFacts) opened = NULL;
  g_autoptr (GBytes) packed = NULL;
  gsize length;
  const guint8 *bytes;

  kit_add_theme (facts, 1, MUKANA_PERSPECTIVE_OWN, TRUE);
  kit_add_theme (facts, 0, MUKANA_PERSPECTIVE_OWN, TRUE);
  packed = mukana_match_pack_new (facts, tree);
  bytes = g_bytes_get_data (packed, &length);
  opened = mukana_match_pack_open (bytes, length, 1, tree, kit_today ());

  g_assert_cmpuint (facts->n_themes, ==, 2);
  g_assert_cmpuint (opened->n_themes, ==, 1);
  g_assert_cmpint (opened->themes[0].theme, ==, 0);
  g_assert_null (memmem (bytes, length, "ri", 2));
  g_assert_true (mukana_match_pack_is_same (facts, opened, tree));
}

static void
order_of_rows_makes_no_other_pack_but_another_row_does (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchFacts) first = mukana_match_facts_new (1);
  g_autoptr (MukanaMatchFacts) second = mukana_match_facts_new (1);
  g_autoptr (MukanaMatchFacts) other = mukana_match_facts_new (1);

  kit_add_theme (first, KIT_MIND, MUKANA_PERSPECTIVE_OWN, TRUE);
  kit_add_theme (first, KIT_ADDICTION, MUKANA_PERSPECTIVE_PEER, TRUE);
  kit_add_theme (second, KIT_ADDICTION, MUKANA_PERSPECTIVE_PEER, TRUE);
  kit_add_theme (second, KIT_MIND, MUKANA_PERSPECTIVE_OWN, TRUE);
  kit_add_theme (other, KIT_ADDICTION, MUKANA_PERSPECTIVE_PEER, TRUE);
  kit_add_theme (other, KIT_MIND, MUKANA_PERSPECTIVE_CLOSE, TRUE);

  g_assert_true (mukana_match_pack_is_same (first, second, tree));
  g_assert_false (mukana_match_pack_is_same (first, other, tree));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/match-pack/opened_person_is_judged_and_scored_alike",
                   opened_person_is_judged_and_scored_alike);
  g_test_add_func ("/match-pack/opened_person_is_packed_to_the_same_bytes",
                   opened_person_is_packed_to_the_same_bytes);
  g_test_add_func ("/match-pack/what_is_over_is_left_out_on_a_later_day",
                   what_is_over_is_left_out_on_a_later_day);
  g_test_add_func ("/match-pack/what_is_not_a_whole_pack_does_not_open",
                   what_is_not_a_whole_pack_does_not_open);
  g_test_add_func ("/match-pack/bytes_of_any_kind_open_or_do_not",
                   bytes_of_any_kind_open_or_do_not);
  g_test_add_func ("/match-pack/opened_person_can_be_given_a_theme",
                   opened_person_can_be_given_a_theme);

  g_test_add_func ("/match-pack/theme_of_article_10_is_not_packed",
                   theme_of_article_10_is_not_packed);
  g_test_add_func ("/match-pack/order_of_rows_makes_no_other_pack_but_another_row_does",
                   order_of_rows_makes_no_other_pack_but_another_row_does);

  return g_test_run ();
}
