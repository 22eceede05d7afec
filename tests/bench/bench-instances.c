/* bench-instances.c: what there is to plan, made up, the same everywhere.
 *
 * Some pockets of people are asked for much more than others; a request takes one to eight
 * people at times of whole half hours, which overlap as they will.
 */

#include "bench-instances.h"

enum { N_DAYS = 66, MONTH_DAYS = 22, HALF_HOUR = 30 };

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
  MukanaPlanTime time = { .request_id = request_id, .month = BENCH_FIRST_MONTH + day / MONTH_DAYS };

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

/** bench_instance_new: Returns: yours, ids 1 and up in the order of the arrays */
MukanaPlan *
bench_instance_new (const BenchSize *size)
{
  int n_people = size->n_people;
  MukanaPlan *plan = mukana_plan_new (1);
  g_autofree int *qualities = g_new (int, n_people);
  guint64 state = 7919 + 17;

  for (int i = 0; i < n_people; i++)
    {
      MukanaPlanPerson person = { i + 1, 2, 6, FALSE };

      qualities[i] = 300 + draw_below (&state, 400);
      g_array_append_val (plan->people, person);
    }
  for (int i = 1; i <= size->n_requests; i++)
    {
      add_request (plan, &state, i);
      add_candidates (plan, &state, i, qualities, size->n_clusters);
    }

  mukana_plan_sort (plan);
  return plan;
}

/** bench_instance_add_other_times: two in five requests may take place at another time instead */
void
bench_instance_add_other_times (MukanaPlan *plan)
{
  guint n_pairs = plan->pairs->len;
  guint64 state = 1;

  for (guint request = 0; request < plan->lines->len; request++)
    if (request % 5 < 2)
      add_other_time (plan, &state, request, n_pairs);

  mukana_plan_sort (plan);
}

/**
 * bench_instance_add_rules:
 * @share_of_new: first-timers among the people, 0 to 1
 * @is_more: they are not to be all from one place either, nor one alone
 *
 * Each request for two and more wants a first-timer to go with somebody experienced.
 */
void
bench_instance_add_rules (MukanaPlan *plan,
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
