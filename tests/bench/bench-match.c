/* bench-match.c: how long it takes to find who fits, beside the bit-sliced floor.
 *
 * Floor and product answer the same requests about the same invented people,
 * one after the other, in the same run.  On a plain register both have the same
 * rules: they must find the same number of people and the same best fifty scores,
 * and the floor's ratio is then that of the same work.  On a lively one the floor
 * judges a part of the rules and finds more people; see bench-match-floor.c.
 * Times are only comparable inside one run; the ratio is what counts.
 *
 *   bench-match [--large]    with --large also a million people
 */

#include "bench-match-floor.h"
#include "domain/mukana-explain.h"
#include "domain/mukana-match-relief.h"

#include <stdlib.h>
#include <string.h>

enum { N_ROUNDS = 21, N_REQUESTS = 100, N_CHANGE_REQUESTS = 20 };

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return *left < *right ? -1 : *left > *right;
}

static double
median (double *times,
        guint   n_times)
{
  qsort (times, n_times, sizeof *times, compare_times);
  return times[n_times / 2];
}

/* Microseconds of this thread's own work: what other programs take is not in it, as
 * far as they leave it the caches. */
static double
now_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* On a plain register: as many fit, and the best have the same scores. */
static void
check_same (MukanaMatchIndex         *index,
            const MukanaMatchRequest *request,
            BenchTop                 *top)
{
  MukanaWeights weights = bench_floor_weights ();
  g_autoptr (MukanaMatchResult) result = mukana_match_index_run (index, request, &weights,
                                                                 BENCH_TOP);

  g_assert_cmpuint (result->n_fits, ==, top->n_fits);
  g_assert_cmpuint (result->candidates->len, ==, top->n);
  qsort (top->points, top->n, sizeof *top->points, compare_points);
  for (guint i = 0; i < top->n; i++)
    g_assert_cmpint (g_array_index (result->candidates, MukanaCandidate, i).points, ==,
                     top->points[i]);
}

/* Every part and sentence about the candidates, as the window shows them. */
static void
explain (const MukanaMatchRequest *request,
         const MukanaMatchResult  *result,
         const MukanaWeights      *weights)
{
  static const MukanaExplainWords words = { NULL };

  for (guint i = 0; i < result->candidates->len; i++)
    {
      const MukanaCandidate *candidate = &g_array_index (result->candidates, MukanaCandidate, i);
      MukanaScore score = mukana_score_new (request, candidate->facts, weights);

      for (int part = 0; part < MUKANA_N_PARTS; part++)
        g_free (mukana_explain_part (request, candidate->facts, &score, (MukanaPart) part,
                                     &words));
    }
}

typedef struct
{
  double ours[N_ROUNDS * N_REQUESTS], floors[N_ROUNDS * N_REQUESTS];
  double explained[N_ROUNDS * N_REQUESTS];
  double all_ours[N_ROUNDS], all_floors[N_ROUNDS];
  guint  n, n_fits, n_floor_fits;
} Times;

/* One round: each request alone, floor and ours in turn; then all of them in a row. */
static void
measure_round (MukanaMatchIndex    *index,
               BenchFloor          *floor,
               MukanaMatchRequest **requests,
               BenchFloorRequest  **plain,
               guint                round,
               Times               *times)
{
  MukanaWeights weights = mukana_weights_default ();
  BenchTop top;
  double start_us;

  for (guint r = 0; r < N_REQUESTS; r++, times->n++)
    {
      g_autoptr (MukanaMatchResult) result = NULL;

      start_us = now_us ();
      bench_floor_run (floor, plain[r], &top);
      times->floors[times->n] = now_us () - start_us;
      start_us = now_us ();
      result = mukana_match_index_run (index, requests[r], &weights, BENCH_TOP);
      times->ours[times->n] = now_us () - start_us;
      explain (requests[r], result, &weights);
      times->explained[times->n] = now_us () - start_us;
      times->n_fits += result->n_fits;
      times->n_floor_fits += top.n_fits;
    }

  start_us = now_us ();
  for (guint r = 0; r < N_REQUESTS; r++)
    bench_floor_run (floor, plain[r], &top);
  times->all_floors[round] = now_us () - start_us;
  start_us = now_us ();
  for (guint r = 0; r < N_REQUESTS; r++)
    mukana_match_result_free (mukana_match_index_run (index, requests[r], &weights, BENCH_TOP));
  times->all_ours[round] = now_us () - start_us;
}

static void
report (const char *kind,
        guint       n_people,
        guint       n_rounds,
        Times      *times)
{
  double floor_us = median (times->floors, times->n), ours_us = median (times->ours, times->n);
  double explained_us = median (times->explained, times->n);
  double all_floor_ms = median (times->all_floors, n_rounds) / 1000;
  double all_ours_ms = median (times->all_ours, n_rounds) / 1000;

  g_print ("%-6s %7u people: one request %7.1f us, floor %7.1f, ratio %5.2f; explained %7.1f us, "
           "ratio %5.2f; %d requests %7.2f ms, floor %7.2f, ratio %5.2f; %u fit (floor %u)\n",
           kind, n_people, ours_us, floor_us, ours_us / floor_us, explained_us,
           explained_us / floor_us, N_REQUESTS, all_ours_ms, all_floor_ms,
           all_ours_ms / all_floor_ms, times->n_fits / times->n, times->n_floor_fits / times->n);
}

static void
measure (MukanaMatchIndex *index,
         BenchFloor       *floor,
         GRand            *random,
         BenchKind         kind,
         guint             n_people)
{
  g_autofree Times *times = g_new0 (Times, 1);
  MukanaMatchRequest *requests[N_REQUESTS];
  BenchFloorRequest *plain[N_REQUESTS];
  guint n_rounds = n_people > 100000 ? 5 : N_ROUNDS;

  for (guint r = 0; r < N_REQUESTS; r++)
    {
      BenchTop top;

      requests[r] = bench_make_request (mukana_match_index_peek_tree (index), random, kind);
      plain[r] = bench_floor_request_new (floor, requests[r]);
      bench_floor_run (floor, plain[r], &top);
      if (kind == BENCH_PLAIN)
        check_same (index, requests[r], &top);
    }
  for (guint round = 0; round < n_rounds; round++)
    measure_round (index, floor, requests, plain, round, times);
  report (kind == BENCH_PLAIN ? "plain" : "lively", n_people, n_rounds, times);

  for (guint r = 0; r < N_REQUESTS; r++)
    {
      mukana_match_request_free (requests[r]);
      g_free (plain[r]);
    }
}

/* In a language that few speak, more people are looked for than any change brings:
 * every change and pair of changes is counted. */
static double
measure_shortage (MukanaMatchIndex         *index,
                  const MukanaMatchRequest *request,
                  guint                     n_people)
{
  g_autoptr (MukanaMatchRequest) rare = mukana_match_request_copy (request);
  g_autoptr (MukanaMatchRemedies) remedies = NULL;
  MukanaMatchRelaxation relaxation;
  double start_us;

  rare->language = 1;
  rare->needs_training = TRUE;
  remedies = mukana_match_remedies_new (rare);
  start_us = now_us ();
  mukana_match_relief_of_request (remedies, index, mukana_match_index_count (index, rare),
                                  n_people, &relaxation);
  return now_us () - start_us;
}

/* What finding changes takes beside telling every reason: over all groups, and for
 * one person after the other.  With themes most people are out for good; without,
 * nearly everybody is somebody whom a change might help, which is the worst case. */
static void
measure_changes (MukanaMatchIndex *index,
                 GRand            *random,
                 guint             n_people,
                 gboolean          has_themes)
{
  double reasons[N_CHANGE_REQUESTS], groups[N_CHANGE_REQUESTS], fills[N_CHANGE_REQUESTS];
  double reasons_ms, groups_ms, people_us = 0;
  guint n_told = 0;

  for (int r = 0; r < N_CHANGE_REQUESTS; r++)
    {
      g_autoptr (MukanaMatchRequest) request =
        bench_make_request (mukana_match_index_peek_tree (index), random, BENCH_LIVELY);
      g_autoptr (MukanaMatchExclusions) out = NULL;
      g_autoptr (MukanaMatchRemedies) remedies = NULL;
      MukanaMatchRelief reliefs[MUKANA_N_REASONS];
      MukanaMatchRemedy remedy;
      double start_us = now_us ();

      g_array_set_size (request->themes, has_themes ? 2 : 0);
      out = mukana_match_index_exclusions (index, request);
      reasons[r] = now_us () - start_us;

      start_us = now_us ();
      remedies = mukana_match_remedies_new (request);
      mukana_match_relief_of_groups (remedies, out, reliefs);
      groups[r] = now_us () - start_us;
      fills[r] = measure_shortage (index, request, n_people);

      start_us = now_us ();
      for (guint i = 0; i < out->people->len; i += 97, n_told++)
        {
          const MukanaExcluded *person = &g_array_index (out->people, MukanaExcluded, i);

          mukana_match_remedies_find (remedies, person->facts, person->reasons, &remedy);
        }
      people_us += now_us () - start_us;
    }

  reasons_ms = median (reasons, N_CHANGE_REQUESTS) / 1000;
  groups_ms = median (groups, N_CHANGE_REQUESTS) / 1000;
  g_print ("%s themes: every reason %.1f ms, what helps each group %.1f ms, ratio %.2f; "
           "a request short of people %.1f ms; one person %.1f us\n",
           has_themes ? "with" : "without", reasons_ms, groups_ms, groups_ms / reasons_ms,
           median (fills, N_CHANGE_REQUESTS) / 1000, people_us / n_told);
}

/* One edit: everything of a person taken out and put in again. */
static void
measure_edits (MukanaMatchIndex *index,
               BenchFloor       *floor,
               GPtrArray        *people)
{
  enum { N_EDITS = 20000 };
  double start_us = now_us (), ours_us;

  for (guint i = 0; i < N_EDITS; i++)
    mukana_match_index_put (index, mukana_match_facts_ref (
                              g_ptr_array_index (people, i * 7919u % people->len)));
  ours_us = (now_us () - start_us) / N_EDITS;
  g_print ("one edit put in its place: %.2f us; flipping all bits of a person %.2f us\n", ours_us,
           bench_floor_flip_us (floor, N_EDITS));
}

static void
bench (guint     n_people,
       BenchKind kind,
       gboolean  with_changes)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (MukanaThemeTree) tree = bench_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autoptr (GPtrArray) people =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_facts_unref);
  BenchFloor *floor;
  double start_us;

  for (guint i = 0; i < n_people; i++)
    g_ptr_array_add (people, bench_make_person (random, i + 1, kind));
  floor = bench_floor_new (people, tree);
  start_us = now_us ();
  for (guint i = 0; i < n_people; i++)
    mukana_match_index_put (index, mukana_match_facts_ref (g_ptr_array_index (people, i)));
  g_print ("put %u people: %.1f ms\n", n_people, (now_us () - start_us) / 1000);

  measure (index, floor, random, kind, n_people);
  if (with_changes)
    {
      measure_edits (index, floor, people);
      measure_changes (index, random, n_people, TRUE);
      measure_changes (index, random, n_people, FALSE);
    }
  bench_floor_free (floor);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000, 1000000 };
  gboolean is_large = argc > 1 && strcmp (argv[1], "--large") == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes) - (is_large ? 0 : 1); i++)
    {
      bench (sizes[i], BENCH_PLAIN, FALSE);
      bench (sizes[i], BENCH_LIVELY, sizes[i] == 100000);
    }

  return 0;
}
