/* bench-plan.c: how long the best plan for many requests takes.
 *
 * The yardstick is what people do: one request after the other by date, the best
 * fit first, in one pass over sorted pairs.  Times are only comparable inside one
 * run; the ratio is what counts.  What that way gives is told too, because the
 * difference is what the plan is for.
 *
 * A: a large region, 500 requests.  B: few people for as many.  C: a hundred
 * thousand people, 5,000 requests.
 */

#include <stdlib.h>

#include "bench-instances.h"
#include "domain/mukana-planner.h"

/* ---- By date ---- */

typedef struct
{
  const MukanaPlanTime *times[6];
  int                   n_times;
  int                   by_month[BENCH_N_MONTHS];
} Diary;

static int
compare_by_date (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  MukanaPlan *plan = data;
  const MukanaPlanPair *left = a, *right = b;
  gint64 starts[] = {
    g_array_index (plan->times, MukanaPlanTime, left->request_id - 1).start_minute,
    g_array_index (plan->times, MukanaPlanTime, right->request_id - 1).start_minute,
  };

  if (starts[0] != starts[1])
    return starts[0] < starts[1] ? -1 : 1;
  if (left->request_id != right->request_id)
    return left->request_id < right->request_id ? -1 : 1;
  return right->fit - left->fit;
}

static gboolean
is_free (const Diary          *diary,
         const MukanaPlanTime *time)
{
  for (int i = 0; i < diary->n_times; i++)
    if (mukana_plan_times_clash (diary->times[i], time))
      return FALSE;

  return diary->n_times < 6 && diary->by_month[time->month - BENCH_FIRST_MONTH] < 2;
}

static gint64
plan_by_date (MukanaPlan *plan)
{
  g_autoptr (GArray) pairs = g_array_copy (plan->pairs);
  g_autofree Diary *diaries = g_new0 (Diary, plan->people->len);
  g_autofree int *filled = g_new0 (int, plan->lines->len);
  gint64 value = 0;

  g_array_sort_with_data (pairs, compare_by_date, plan);
  for (guint i = 0; i < pairs->len; i++)
    {
      const MukanaPlanPair *pair = &g_array_index (pairs, MukanaPlanPair, i);
      guint request = (guint) pair->request_id - 1;
      const MukanaPlanTime *time = &g_array_index (plan->times, MukanaPlanTime, request);
      Diary *diary = &diaries[pair->person_id - 1];

      if (filled[request] >= g_array_index (plan->lines, MukanaPlanLine, request).seats ||
          !is_free (diary, time))
        continue;
      filled[request]++;
      diary->times[diary->n_times++] = time;
      diary->by_month[time->month - BENCH_FIRST_MONTH]++;
      value += pair->fit - mukana_plan_workload (diary->n_times);
    }

  for (guint i = 0; i < plan->lines->len; i++)
    for (int n = g_array_index (plan->lines, MukanaPlanLine, i).seats - filled[i]; n > 0; n--)
      value -= mukana_plan_shortage (n, FALSE);

  return value;
}

/* ---- Measuring ---- */

static int
compare_us (gconstpointer a,
            gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

static double
median_ms (gint64 *times,
           guint   n_times)
{
  qsort (times, n_times, sizeof *times, compare_us);
  return (double) times[n_times / 2] / 1000;
}

/* One request leaves and comes back, again and again. */
static double
measure_change (MukanaPlanner *planner,
                int            n_requests)
{
  enum { N_CHANGES = MUKANA_PLAN_MOST_ROUNDS };
  gint64 times[N_CHANGES];

  for (int i = 0; i < N_CHANGES; i++)
    {
      gint64 request_id = 1 + (gint64) (i / 2) * 7919 % n_requests;
      gint64 start_us = g_get_monotonic_time ();

      mukana_planner_turn (planner, request_id, i % 2 == 1);
      mukana_plan_result_free (mukana_planner_solve_again (planner, NULL, NULL));
      times[i] = g_get_monotonic_time () - start_us;
    }

  return median_ms (times, N_CHANGES);
}

static void
measure (const BenchSize *size)
{
  enum { N_ROUNDS = 5 };
  g_autoptr (MukanaPlan) plan = bench_instance_new (size);
  g_autoptr (MukanaFlowProof) proof = NULL;
  gint64 builds[N_ROUNDS], solves[N_ROUNDS], dates[N_ROUNDS], by_date = 0;
  double solve_ms, date_ms, change_ms;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 start_us = g_get_monotonic_time (), built_us, solved_us;
      g_autoptr (MukanaPlanner) planner = mukana_planner_new (plan);
      g_autoptr (MukanaPlanResult) result = NULL;

      built_us = g_get_monotonic_time ();
      result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
      solved_us = g_get_monotonic_time ();
      by_date = plan_by_date (plan);
      dates[round] = g_get_monotonic_time () - solved_us;
      builds[round] = built_us - start_us;
      solves[round] = solved_us - built_us;
      if (round < N_ROUNDS - 1)
        continue;

      solve_ms = median_ms (solves, N_ROUNDS);
      date_ms = median_ms (dates, N_ROUNDS);
      change_ms = measure_change (planner, size->n_requests);
      g_print ("%s: %d people, %d requests, %u pairs: network %.1f ms, plan %.1f ms "
               "(%u branches, gap %" G_GINT64_FORMAT "); by date %.1f ms; ratio %.2f\n",
               size->name, size->n_people, size->n_requests, plan->pairs->len,
               median_ms (builds, N_ROUNDS), solve_ms, result->n_branches,
               result->bound - result->value, date_ms, solve_ms / date_ms);
      g_print ("%s: worth %" G_GINT64_FORMAT ", by date %" G_GINT64_FORMAT " (%+.2f %%); "
               "one request changed %.3f ms = %.2f %% of planning anew\n", size->name,
               result->value, by_date,
               100.0 * (double) (by_date - result->value) / (double) result->value, change_ms,
               100 * change_ms / (solve_ms + median_ms (builds, N_ROUNDS)));
    }
}

static void
measure_ways (const BenchSize *size)
{
  g_autoptr (MukanaPlan) plan = bench_instance_new (size);
  g_autoptr (MukanaPlanner) planner = NULL;
  g_autoptr (MukanaPlanResult) result = NULL;
  gint64 start_us;

  bench_instance_add_other_times (plan);
  start_us = g_get_monotonic_time ();
  planner = mukana_planner_new (plan);
  result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
  g_print ("%s with other times: %.0f ms, worth %" G_GINT64_FORMAT ", none is better by more than "
           "%.2f %% (%u branches, %u paths)\n", size->name,
           (double) (g_get_monotonic_time () - start_us) / 1000, result->value,
           100.0 * (double) (result->bound - result->value) / (double) result->value,
           result->n_branches, mukana_planner_n_paths (planner));
}

static void
measure_groups (const BenchSize *size,
                double           share_of_new,
                gboolean         is_more)
{
  g_autoptr (MukanaPlan) plan = bench_instance_new (size);
  g_autoptr (MukanaPlanner) planner = NULL;
  g_autoptr (MukanaPlanResult) result = NULL;
  gint64 start_us;

  bench_instance_add_rules (plan, share_of_new, is_more);
  start_us = g_get_monotonic_time ();
  planner = mukana_planner_new (plan);
  result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
  g_print ("%s with groups, %.0f %% first-timers%s: %.0f ms, worth %" G_GINT64_FORMAT
           ", none is better by more than %.3f %% (%u branches, %u paths)\n", size->name,
           100 * share_of_new, is_more ? ", all rules" : "",
           (double) (g_get_monotonic_time () - start_us) / 1000, result->value,
           100.0 * (double) (result->bound - result->value) / (double) result->value,
           result->n_branches, mukana_planner_n_paths (planner));
}

int
main (void)
{
  static const BenchSize sizes[] = {
    { "A", 20000, 500, 50 }, { "B", 1000, 500, 8 }, { "C", 100000, 5000, 250 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (&sizes[i]);
  measure_ways (&sizes[0]);
  measure_ways (&sizes[1]);
  measure_groups (&sizes[0], 0.3, FALSE);
  measure_groups (&sizes[0], 0.7, FALSE);
  measure_groups (&sizes[0], 0.7, TRUE);
  measure_groups (&sizes[1], 0.5, FALSE);
  return 0;
}
