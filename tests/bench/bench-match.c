/* bench-match.c: how long it takes to find who fits among a hundred thousand.
 *
 * The floor is what no program can do without on an index of plain records: one
 * pass over 128 bytes a person that looks at state, theme, language and the half
 * hours of one slot.  Times are only comparable inside one run; the ratio is what
 * counts.
 */

#include "domain/mukana-match-relief.h"

#include <stdlib.h>
#include <string.h>

enum { N_PEOPLE = 100000, N_THEMES = 97, N_ROUNDS = 31, TOP_N = 50, N_REQUESTS = 20 };

/* A person of the floor. */
typedef struct
{
  guint64 themes[2];
  guint64 week[7];
  guint32 languages;
  guint8  is_open;
  guint8  padding[51];
} Plain;

G_STATIC_ASSERT (sizeof (Plain) == 128);

static MukanaThemeTree *
make_tree (void)
{
  MukanaThemeRow rows[N_THEMES] = { { NULL } };
  char ids[N_THEMES][8];

  /* Thirteen roots, the others spread under them. */
  for (int i = 0; i < N_THEMES; i++)
    {
      g_snprintf (ids[i], sizeof ids[i], "t%d", i);
      rows[i].id = ids[i];
      rows[i].parent_id = i < 13 ? NULL : ids[i % 13];
    }

  return mukana_theme_tree_new (rows, N_THEMES);
}

static MukanaDay
today (void)
{
  return mukana_day_new (2027, 1, 11);
}

static MukanaMatchFacts *
make_person (GRand *random,
             gint64 person_id)
{
  MukanaDayRange always = { MUKANA_DAY_NONE, MUKANA_DAY_NONE };
  MukanaMatchFacts *facts = mukana_match_facts_new (person_id);

  facts->state = g_rand_int_range (random, 0, 5) ? MUKANA_STATE_ACTIVE : MUKANA_STATE_PAUSED;
  facts->register_consent = always;
  facts->matching_consent = g_rand_int_range (random, 0, 8) ? always : (MukanaDayRange) { 0, 0 };
  facts->languages = g_rand_int_range (random, 0, 10) ? 1u : 2u;
  facts->is_remote_ok = g_rand_boolean (random);
  facts->max_travel_km = 20 * g_rand_int_range (random, 1, 8);
  facts->position.latitude_udeg = g_rand_int_range (random, 63500000, 65500000);
  facts->position.longitude_udeg = g_rand_int_range (random, 26500000, 30000000);
  facts->last_asked = today () - g_rand_int_range (random, 0, 700);
  facts->last_counted = facts->last_asked;
  facts->last_took_part = facts->last_asked;

  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    {
      MukanaThemeFact theme = {
        g_rand_int_range (random, 0, N_THEMES), g_rand_int_range (random, 0, 3), 2024, always,
      };

      mukana_match_facts_add_theme (facts, &theme);
    }
  for (int n = g_rand_int_range (random, 3, 9); n > 0; n--)
    {
      int start = 30 * g_rand_int_range (random, 16, 30);
      MukanaWeekSlot slot = { g_rand_int_range (random, 1, 6), start,
                              start + 30 * g_rand_int_range (random, 4, 12), always };

      mukana_availability_add_slot (&facts->availability, &slot);
    }
  if (g_rand_int_range (random, 0, 3) == 0)
    {
      MukanaDay from = today () + g_rand_int_range (random, 0, 60);

      mukana_availability_add_absence (&facts->availability, (MukanaDayRange) { from, from + 7 });
    }

  return facts;
}

static Plain
plain_of (const MukanaMatchFacts *facts)
{
  MukanaWeek week = mukana_availability_touched (&facts->availability);
  Plain plain = { .languages = facts->languages };

  memcpy (plain.week, week.days, sizeof plain.week);
  plain.is_open = facts->state == MUKANA_STATE_ACTIVE && facts->matching_consent.until != 0;
  for (guint i = 0; i < facts->n_themes; i++)
    {
      guint theme = facts->themes[i].theme;

      plain.themes[theme / 64] |= G_GUINT64_CONSTANT (1) << theme % 64;
    }

  return plain;
}

static MukanaMatchRequest *
make_request (MukanaThemeTree *tree,
              GRand           *random)
{
  MukanaMatchRequest *request = mukana_match_request_new (tree, today ());
  int start = 60 * g_rand_int_range (random, 9, 14);

  request->language = 0;
  request->position = (MukanaPosition) { 64226000, 27728000 };
  for (int n = 0; n < 2; n++)
    mukana_match_request_add_theme (request, g_rand_int_range (random, 13, N_THEMES), 1, FALSE,
                                    MUKANA_PERSPECTIVE_ANY);
  mukana_match_request_add_slot (request, today () + 28 + g_rand_int_range (random, 0, 5),
                                 start, start + 180, FALSE);
  return request;
}

/* The plain pass: the same narrowing as the index does with its bitmaps. */
static guint
scan (const Plain              *people,
      const MukanaMatchRequest *request)
{
  const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, 0);
  int day = mukana_day_weekday (slot->day) - 1;
  guint64 times = 0, themes[2] = { 0, 0 };
  guint n_found = 0;

  for (int half = slot->start_minute / 30; half < slot->end_minute / 30; half++)
    times |= G_GUINT64_CONSTANT (1) << half;
  for (int theme = 0; theme < N_THEMES; theme++)
    for (guint i = 0; i < request->themes->len; i++)
      if (mukana_theme_tree_relation (request->tree,
                                      g_array_index (request->themes, MukanaThemeNeed, i).theme,
                                      theme) != MUKANA_THEME_UNRELATED)
        themes[theme / 64] |= G_GUINT64_CONSTANT (1) << theme % 64;

  for (guint i = 0; i < N_PEOPLE; i++)
    n_found += people[i].is_open && (people[i].languages >> request->language & 1) &&
               (((people[i].themes[0] & themes[0]) | (people[i].themes[1] & themes[1])) != 0) &&
               (people[i].week[day] & times) == times;

  return n_found;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return *left < *right ? -1 : *left > *right;
}

static double
median_us (gint64 *times,
           guint   n_times)
{
  qsort (times, n_times, sizeof *times, compare_times);
  return (double) times[n_times / 2];
}

static void
measure (MukanaMatchIndex  *index,
         const Plain       *people,
         GRand             *random)
{
  static gint64 runs[N_ROUNDS * N_REQUESTS], floors[N_ROUNDS * N_REQUESTS], outs[N_REQUESTS];
  MukanaThemeTree *tree = mukana_match_index_peek_tree (index);
  MukanaWeights weights = mukana_weights_default ();
  guint n_fits = 0, n_scanned = 0, n = 0;
  double run_us, floor_us;

  for (int r = 0; r < N_REQUESTS; r++)
    {
      g_autoptr (MukanaMatchRequest) request = make_request (tree, random);
      gint64 out_us = g_get_monotonic_time ();
      g_autoptr (MukanaMatchExclusions) exclusions = mukana_match_index_exclusions (index, request);

      outs[r] = g_get_monotonic_time () - out_us;
      for (int round = 0; round < N_ROUNDS; round++, n++)
        {
          gint64 start_us = g_get_monotonic_time ();
          g_autoptr (MukanaMatchResult) result =
            mukana_match_index_run (index, request, &weights, TOP_N);
          gint64 middle_us = g_get_monotonic_time ();

          n_scanned += scan (people, request);
          floors[n] = g_get_monotonic_time () - middle_us;
          runs[n] = middle_us - start_us;
          n_fits += result->n_fits;
        }
    }

  run_us = median_us (runs, n);
  floor_us = median_us (floors, n);
  g_print ("one request, %d people: %.0f us (%u fit of %u narrowed); plain scan %.0f us; "
           "ratio %.2f\n", N_PEOPLE, run_us, n_fits / n, n_scanned / n, floor_us,
           run_us / floor_us);
  g_print ("everybody else with every reason: %.1f ms\n", median_us (outs, N_REQUESTS) / 1000);
}

/* In a language that few speak, more people are looked for than any change brings:
 * every change and pair of changes is counted. */
static gint64
measure_shortage (MukanaMatchIndex         *index,
                  const MukanaMatchRequest *request)
{
  g_autoptr (MukanaMatchRequest) rare = mukana_match_request_copy (request);
  g_autoptr (MukanaMatchRemedies) remedies = NULL;
  MukanaMatchRelaxation relaxation;
  gint64 start_us;

  rare->language = 1;
  rare->needs_training = TRUE;
  remedies = mukana_match_remedies_new (rare);
  start_us = g_get_monotonic_time ();
  mukana_match_relief_of_request (remedies, index, mukana_match_index_count (index, rare),
                                  N_PEOPLE, &relaxation);
  return g_get_monotonic_time () - start_us;
}

/* What finding changes takes beside telling every reason: over all groups, and for
 * one person after the other.  With themes most people are out for good; without,
 * nearly everybody is somebody whom a change might help, which is the worst case. */
static void
measure_changes (MukanaMatchIndex *index,
                 GRand            *random,
                 gboolean          has_themes)
{
  static gint64 reasons_us[N_REQUESTS], groups_us[N_REQUESTS], fills_us[N_REQUESTS];
  MukanaThemeTree *tree = mukana_match_index_peek_tree (index);
  double reasons_ms, groups_ms;
  gint64 people_us = 0;
  guint n_helped = 0, n_people = 0;

  for (int r = 0; r < N_REQUESTS; r++)
    {
      g_autoptr (MukanaMatchRequest) request = make_request (tree, random);
      g_autoptr (MukanaMatchExclusions) out = NULL;
      g_autoptr (MukanaMatchRemedies) remedies = NULL;
      MukanaMatchRelief reliefs[MUKANA_N_REASONS];
      MukanaMatchRemedy remedy;
      gint64 start_us;

      g_array_set_size (request->themes, has_themes ? 2 : 0);
      start_us = g_get_monotonic_time ();
      out = mukana_match_index_exclusions (index, request);
      reasons_us[r] = g_get_monotonic_time () - start_us;

      start_us = g_get_monotonic_time ();
      remedies = mukana_match_remedies_new (request);
      mukana_match_relief_of_groups (remedies, out, reliefs);
      groups_us[r] = g_get_monotonic_time () - start_us;
      for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
        n_helped += reliefs[reason].n_people;

      fills_us[r] = measure_shortage (index, request);

      start_us = g_get_monotonic_time ();
      for (guint i = 0; i < out->people->len; i += 97, n_people++)
        {
          const MukanaExcluded *person = &g_array_index (out->people, MukanaExcluded, i);

          mukana_match_remedies_find (remedies, person->facts, person->reasons, &remedy);
        }
      people_us += g_get_monotonic_time () - start_us;
    }

  reasons_ms = median_us (reasons_us, N_REQUESTS) / 1000;
  groups_ms = median_us (groups_us, N_REQUESTS) / 1000;
  g_print ("%s themes: every reason %.1f ms, what helps each group %.1f ms (%u helped), "
           "ratio %.2f; a request short of people %.1f ms; one person %.1f us\n",
           has_themes ? "with" : "without", reasons_ms, groups_ms, n_helped / N_REQUESTS,
           groups_ms / reasons_ms, median_us (fills_us, N_REQUESTS) / 1000,
           (double) people_us / n_people);
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (MukanaThemeTree) tree = make_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autofree Plain *people = g_new (Plain, N_PEOPLE);
  gint64 start_us = g_get_monotonic_time (), build_us = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      MukanaMatchFacts *facts = make_person (random, i + 1);

      people[i] = plain_of (facts);
      start_us = g_get_monotonic_time ();
      mukana_match_index_put (index, facts);
      build_us += g_get_monotonic_time () - start_us;
    }
  g_print ("put %d people: %.0f ms\n", N_PEOPLE, (double) build_us / 1000);

  measure (index, people, random);
  measure_changes (index, random, TRUE);
  measure_changes (index, random, FALSE);
  return 0;
}
