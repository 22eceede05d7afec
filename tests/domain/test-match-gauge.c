/* test-match-gauge.c: a brief never says what the facts do not.
 *
 * People and requests of every kind: whoever a brief lets through or stops is let
 * through or stopped by their facts, nobody has more points than it says, and
 * where it calls them exact they are.
 */

#include "domain/mukana-match-bits.h"
#include "domain/mukana-match-gauge.h"
#include "matching-kit.h"

enum { N_PEOPLE = 1500, N_REQUESTS = 200 };

typedef struct
{
  GPtrArray            *people;
  MukanaMatchBits      *bits;
  MukanaMatchPlaces    *places;
  MukanaMatchBrief     *briefs;
  MukanaMatchBriefMore *mores;
} Register;

typedef struct
{
  Register                 *all;
  const MukanaMatchRequest *request;
  MukanaWeights             weights;
  MukanaMatchGauge          gauge;
  guint                     n_verdicts[4], n_exact, n_inexact, n_pruned;
} Look;

static void
fill_register (Register        *self,
               MukanaThemeTree *tree,
               GRand           *random)
{
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_facts_unref);
  self->bits = mukana_match_bits_new (tree);
  self->places = mukana_match_places_new ();
  self->briefs = g_new (MukanaMatchBrief, N_PEOPLE);
  self->mores = g_new (MukanaMatchBriefMore, N_PEOPLE);
  for (guint row = 0; row < N_PEOPLE; row++)
    {
      MukanaMatchFacts *facts = kit_odd_person (random, row + 1);

      g_ptr_array_add (self->people, facts);
      mukana_match_bits_set (self->bits, row, facts);
      mukana_match_brief_fill (&self->briefs[row], &self->mores[row], self->places,
                               mukana_theme_tree_size (tree), facts);
    }
}

static void
clear_register (Register *self)
{
  g_ptr_array_unref (self->people);
  mukana_match_bits_free (self->bits);
  mukana_match_places_free (self->places);
  g_free (self->briefs);
  g_free (self->mores);
}

static void
check_points (Look  *look,
              guint  row,
              guint  n_plans)
{
  MukanaMatchFacts *facts = g_ptr_array_index (look->all->people, row);
  int points = mukana_score_new (look->request, facts, &look->weights).points;
  gboolean is_exact;
  int bound = mukana_match_gauge_bound (&look->gauge, &look->all->briefs[row], n_plans, 0,
                                        &is_exact);

  if (is_exact)
    g_assert_cmpint (bound, ==, points);
  else
    g_assert_cmpint (bound, >=, points);
  look->n_exact += is_exact;
  look->n_inexact += !is_exact;

  /* Whoever is worth having is not lost on the way. */
  bound = mukana_match_gauge_bound (&look->gauge, &look->all->briefs[row], n_plans, points,
                                    &is_exact);
  g_assert_cmpint (bound, >=, points);
  bound = mukana_match_gauge_bound (&look->gauge, &look->all->briefs[row], n_plans, 90, &is_exact);
  look->n_pruned += bound < 90;
}

static void
hits_cb (const MukanaMatchHit *hits,
         guint                 n_hits,
         gpointer              data)
{
  const MukanaReasons not_of_time = ((1u << MUKANA_REASON_NOTICE) - 1) &
                                    ~(1u << MUKANA_REASON_REFUSES);
  Look *look = data;

  for (guint i = 0; i < n_hits; i++)
    {
      guint row = hits[i].row;
      MukanaMatchFacts *facts = g_ptr_array_index (look->all->people, row);
      MukanaGaugeVerdict verdict = mukana_match_gauge_judge (&look->gauge, &look->all->briefs[row],
                                                             &look->all->mores[row]);
      gboolean is_allowed = mukana_eligibility_allows (look->request, facts);

      look->n_verdicts[verdict]++;
      if (verdict == MUKANA_GAUGE_IN)
        g_assert_true (is_allowed);
      else if (verdict == MUKANA_GAUGE_OUT)
        g_assert_false (is_allowed);
      else if (verdict == MUKANA_GAUGE_UNSURE_TIME && !is_allowed)
        g_assert_cmphex (mukana_eligibility_judge (look->request, facts) & not_of_time, ==, 0);
      if (is_allowed)
        check_points (look, row, verdict == MUKANA_GAUGE_IN ? hits[i].n_plans : 0);
    }
}

static void
brief_says_nothing_that_the_facts_do_not (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2027);
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  Register all;
  Look look = { .all = &all, .weights = mukana_weights_default () };

  fill_register (&all, tree, random);
  for (int round = 0; round < N_REQUESTS; round++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_odd_request (random);

      look.request = request;
      mukana_match_gauge_init (&look.gauge, request, &look.weights, all.places);
      mukana_match_bits_search (all.bits, request, N_PEOPLE, hits_cb, &look);
      mukana_match_gauge_clear (&look.gauge);
    }

  g_test_message ("out %u, in %u, unsure of time %u, unsure %u; exact %u, not %u, pruned %u",
                  look.n_verdicts[0], look.n_verdicts[1], look.n_verdicts[2], look.n_verdicts[3],
                  look.n_exact, look.n_inexact, look.n_pruned);
  for (int verdict = 0; verdict < 4; verdict++)
    g_assert_cmpuint (look.n_verdicts[verdict], >, 1000);
  g_assert_cmpuint (look.n_exact, >, 1000);
  g_assert_cmpuint (look.n_inexact, >, 1000);
  g_assert_cmpuint (look.n_pruned, >, 1000);
  clear_register (&all);
}

static void
distances_are_those_of_the_road (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  MukanaMatchPlaces *places = mukana_match_places_new ();
  MukanaPosition positions[200];
  guint16 numbers[200];

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      positions[i] = (MukanaPosition) { g_rand_int_range (random, 60000000, 70000000),
                                        g_rand_int_range (random, 20000000, 31000000) };
      g_assert_true (mukana_match_places_number (places, positions[i], &numbers[i]));
    }
  for (guint from = 0; from < G_N_ELEMENTS (positions); from += 20)
    {
      gint16 *km = mukana_match_places_ref_km (places, positions[from]);

      g_assert_cmpint (km[MUKANA_MATCH_NO_PLACE], ==, MUKANA_DISTANCE_UNKNOWN);
      for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
        g_assert_cmpint (km[numbers[i]], ==, mukana_distance_km (positions[i], positions[from]));
      g_atomic_rc_box_release (km);
    }
  mukana_match_places_free (places);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match-gauge/brief-says-nothing-that-the-facts-do-not",
                   brief_says_nothing_that_the_facts_do_not);
  g_test_add_func ("/match-gauge/distances-are-those-of-the-road",
                   distances_are_those_of_the_road);
  return g_test_run ();
}
