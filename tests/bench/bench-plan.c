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

#include "domain/mukana-planner.h"

#include <stdlib.h>

enum { N_DAYS = 66, MONTH_DAYS = 22, N_MONTHS = 3, FIRST_MONTH = 2027 * 12, HALF_HOUR = 30 };

/* splitmix64: the same instances everywhere. */
static double
draw (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (double) ((z ^ z >> 31) >> 11) * 0x1p-53;
}

static int
draw_below (guint64 *state,
            int      n)
{
  return (int) (draw (state) * n);
}

static void
add_request (MukanaPlan *plan,
             guint64    *state,
             gint64      request_id)
{
  double x = draw (state);
  int seats = x < .3 ? 1 : x < .55 ? 2 : x < .72 ? 3 : 4 + draw_below (state, 5);
  int start = 16 + draw_below (state, 20);
  int end = MIN (start + 2 + draw_below (state, 7), 44);
  int day = draw_below (state, N_DAYS);
  MukanaPlanLine line = { request_id, 0, seats, FALSE };
  MukanaPlanTime time = { .request_id = request_id, .month = FIRST_MONTH + day / MONTH_DAYS };

  time.start_minute = day * 24 * 60 + start * HALF_HOUR;
  time.end_minute = day * 24 * 60 + end * HALF_HOUR;
  g_array_append_val (plan->lines, line);
  g_array_append_val (plan->times, time);
}

/* Some pockets of people are asked for much more than others. */
static void
add_candidates (MukanaPlan *plan,
                guint64    *state,
                gint64      request_id,
                const int  *qualities,
                int         n_clusters)
{
  int n_people = (int) plan->people->len, wanted = 50 + draw_below (state, 151);
  int cluster = (int) (n_clusters * draw (state) * draw (state));
  int first = (int) ((gint64) n_people * cluster / n_clusters);
  int after = (int) ((gint64) n_people * (cluster + 1) / n_clusters);
  g_autofree gboolean *is_in = g_new0 (gboolean, n_people);

  for (int tries = 0, n_found = 0; n_found < wanted && tries < wanted * 6; tries++)
    {
      gboolean is_near = draw (state) < .85;
      int person = is_near ? first + (int) ((after - first) * draw (state) * draw (state))
                           : draw_below (state, n_people);
      MukanaPlanPair pair = { request_id, person + 1, 0, 0, 1 };

      if (is_in[person])
        continue;
      is_in[person] = TRUE;
      n_found++;
      pair.fit = CLAMP (qualities[person] + draw_below (state, 301), 1, MUKANA_PLAN_MOST_FIT);
      g_array_append_val (plan->pairs, pair);
    }
}

/* The same people, each a little better or worse then, and some not at all. */
static void
add_other_time (MukanaPlan *plan,
                guint64    *state,
                guint       request,
                guint       n_pairs)
{
  guint n_requests = plan->lines->len;
  MukanaPlanTime time = g_array_index (plan->times, MukanaPlanTime, (request + 37) % n_requests);

  time.request_id = request + 1;
  time.way = 1;
  g_array_append_val (plan->times, time);
  for (guint i = 0; i < n_pairs; i++)
    {
      MukanaPlanPair pair = g_array_index (plan->pairs, MukanaPlanPair, i);

      if (pair.request_id != time.request_id || draw (state) > .7)
        continue;
      pair.way = 1;
      pair.fit = CLAMP (pair.fit + draw_below (state, 201) - 100, 1, MUKANA_PLAN_MOST_FIT);
      g_array_append_val (plan->pairs, pair);
    }
}

static MukanaPlan *
make_plan (int n_people,
           int n_requests,
           int n_clusters)
{
  MukanaPlan *plan = mukana_plan_new (1);
  g_autofree int *qualities = g_new (int, n_people);
  guint64 state = 7919 + 17;

  for (int i = 0; i < n_people; i++)
    {
      MukanaPlanPerson person = { i + 1, 2, 6, FALSE };

      qualities[i] = 300 + draw_below (&state, 400);
      g_array_append_val (plan->people, person);
    }
  for (int i = 1; i <= n_requests; i++)
    {
      add_request (plan, &state, i);
      add_candidates (plan, &state, i, qualities, n_clusters);
    }

  mukana_plan_sort (plan);
  return plan;
}

/* ---- By date ---- */

typedef struct
{
  const MukanaPlanTime *times[6];
  int                   n_times;
  int                   by_month[N_MONTHS];
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

  return diary->n_times < 6 && diary->by_month[time->month - FIRST_MONTH] < 2;
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
      diary->by_month[time->month - FIRST_MONTH]++;
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
  enum { N_CHANGES = 100 };
  gint64 times[N_CHANGES];

  for (int i = 0; i < N_CHANGES; i++)
    {
      gint64 request_id = 1 + (gint64) i * 7919 % n_requests, start_us = g_get_monotonic_time ();

      mukana_planner_set_wanted (planner, request_id, FALSE);
      mukana_planner_set_wanted (planner, request_id, TRUE);
      times[i] = (g_get_monotonic_time () - start_us + 1) / 2;
    }

  return median_ms (times, N_CHANGES);
}

static void
measure (const char *name,
         int         n_people,
         int         n_requests,
         int         n_clusters)
{
  enum { N_ROUNDS = 5 };
  g_autoptr (MukanaPlan) plan = make_plan (n_people, n_requests, n_clusters);
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
      change_ms = measure_change (planner, n_requests);
      g_print ("%s: %d people, %d requests, %u pairs: network %.1f ms, plan %.1f ms "
               "(%u branches, gap %" G_GINT64_FORMAT "); by date %.1f ms; ratio %.2f\n", name,
               n_people, n_requests, plan->pairs->len, median_ms (builds, N_ROUNDS), solve_ms,
               result->n_branches, result->bound - result->value, date_ms, solve_ms / date_ms);
      g_print ("%s: worth %" G_GINT64_FORMAT ", by date %" G_GINT64_FORMAT " (%+.2f %%); "
               "one request changed %.3f ms = %.2f %% of the plan\n", name, result->value, by_date,
               100.0 * (double) (by_date - result->value) / (double) result->value, change_ms,
               100 * change_ms / solve_ms);
    }
}

static void
measure_ways (const char *name,
              int         n_people,
              int         n_requests,
              int         n_clusters)
{
  g_autoptr (MukanaPlan) plan = make_plan (n_people, n_requests, n_clusters);
  g_autoptr (MukanaPlanner) planner = NULL;
  g_autoptr (MukanaPlanResult) result = NULL;
  guint n_pairs = plan->pairs->len;
  guint64 state = 1;
  gint64 start_us;

  for (int request = 0; request < n_requests; request++)
    if (request % 5 < 2)
      add_other_time (plan, &state, (guint) request, n_pairs);

  mukana_plan_sort (plan);
  start_us = g_get_monotonic_time ();
  planner = mukana_planner_new (plan);
  result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
  g_print ("%s with other times: %.0f ms, worth %" G_GINT64_FORMAT ", none is better by more than "
           "%.2f %% (%u branches, %u paths)\n", name,
           (double) (g_get_monotonic_time () - start_us) / 1000, result->value,
           100.0 * (double) (result->bound - result->value) / (double) result->value,
           result->n_branches, mukana_planner_n_paths (planner));
}

/* Each request for two and more wants a first-timer to go with somebody experienced, and now
 * and then more than that. */
static void
add_rules (MukanaPlan *plan,
           double      share_of_new,
           gboolean    is_more)
{
  guint64 state = 5;
  g_autofree gboolean *is_new = g_new0 (gboolean, plan->people->len + 1);
  g_autofree int *areas = g_new0 (int, plan->people->len + 1);

  for (guint i = 1; i <= plan->people->len; i++)
    {
      is_new[i] = draw (&state) < share_of_new;
      areas[i] = 1 + draw_below (&state, 4);
    }

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const MukanaPlanLine *line = &g_array_index (plan->lines, MukanaPlanLine, i);
      MukanaPlanRule mentor = { line->request_id, 0, MUKANA_PLAN_RULE_MENTOR, 0, 0 };
      MukanaPlanRule places = { line->request_id, 1, MUKANA_PLAN_RULE_AREAS, 0, 0 };
      MukanaPlanRule two = { line->request_id, 2, MUKANA_PLAN_RULE_TWO, 0, 0 };

      if (line->seats < 2)
        continue;
      g_array_append_val (plan->rules, mentor);
      if (is_more)
        {
          g_array_append_val (plan->rules, places);
          g_array_append_val (plan->rules, two);
        }
    }
  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const MukanaPlanPair *pair = &g_array_index (plan->pairs, MukanaPlanPair, i);
      MukanaPlanTrait new = { pair->request_id, 0, pair->person_id, 1 };
      MukanaPlanTrait area = { pair->request_id, 1, pair->person_id, areas[pair->person_id] };

      if (is_new[pair->person_id])
        g_array_append_val (plan->traits, new);
      if (is_more)
        g_array_append_val (plan->traits, area);
    }
  mukana_plan_sort (plan);
}

static void
measure_groups (const char *name,
                int         n_people,
                int         n_requests,
                int         n_clusters,
                double      share_of_new,
                gboolean    is_more)
{
  g_autoptr (MukanaPlan) plan = make_plan (n_people, n_requests, n_clusters);
  g_autoptr (MukanaPlanner) planner = NULL;
  g_autoptr (MukanaPlanResult) result = NULL;
  gint64 start_us;

  add_rules (plan, share_of_new, is_more);
  start_us = g_get_monotonic_time ();
  planner = mukana_planner_new (plan);
  result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
  g_print ("%s with groups, %.0f %% first-timers%s: %.0f ms, worth %" G_GINT64_FORMAT
           ", none is better by more than %.3f %% (%u branches, %u paths)\n", name,
           100 * share_of_new, is_more ? ", all rules" : "",
           (double) (g_get_monotonic_time () - start_us) / 1000, result->value,
           100.0 * (double) (result->bound - result->value) / (double) result->value,
           result->n_branches, mukana_planner_n_paths (planner));
}

int
main (void)
{
  measure ("A", 20000, 500, 50);
  measure ("B", 1000, 500, 8);
  measure ("C", 100000, 5000, 250);
  measure_ways ("A", 20000, 500, 50);
  measure_ways ("B", 1000, 500, 8);
  measure_groups ("A", 20000, 500, 50, 0.3, FALSE);
  measure_groups ("A", 20000, 500, 50, 0.7, FALSE);
  measure_groups ("A", 20000, 500, 50, 0.7, TRUE);
  measure_groups ("B", 1000, 500, 8, 0.5, FALSE);
  return 0;
}
