/* plan-kit.c: invented plans, small and various. */

#include "plan-kit.h"

const MukanaPosition plan_kit_kajaani = { 64226000, 27728000 };
const MukanaPosition plan_kit_helsinki = { 60170000, 24940000 };

/** plan_kit_time: @day: from 0, a Monday */
MukanaPlanTime
plan_kit_time (gint64 request_id,
               int    way,
               int    day,
               int    start_hour,
               int    end_hour)
{
  return mukana_plan_time (request_id, way, mukana_day_new (2027, 2, 1) + day, start_hour * 60,
                           end_hour * 60, (MukanaPosition) { 0, 0 });
}

/** plan_kit_solve: Returns: yours */
MukanaPlanResult *
plan_kit_solve (MukanaPlan *plan)
{
  g_autoptr (MukanaPlanner) planner = mukana_planner_new (plan);

  return mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
}

static void
add_random_request (MukanaPlan *plan,
                    GRand      *random,
                    gint64      request_id)
{
  int n_lines = g_rand_int_range (random, 1, 3), n_ways = g_rand_int_range (random, 0, 3) ? 1 : 2;

  for (int i = 0; i < n_lines; i++)
    {
      MukanaPlanLine line = { request_id, i, g_rand_int_range (random, 1, 3), i == 1 };

      g_array_append_val (plan->lines, line);
    }

  for (int way = 0; way < n_ways; way++)
    for (int n = g_rand_int_range (random, 0, 4) ? 1 : 2; n > 0; n--)
      {
        int start = g_rand_int_range (random, 8, 12);
        MukanaPlanTime time = plan_kit_time (request_id, way, g_rand_int_range (random, 26, 30),
                                             start, start + g_rand_int_range (random, 1, 4));

        if (g_rand_int_range (random, 0, 4) == 0)
          time.position = g_rand_boolean (random) ? plan_kit_kajaani : plan_kit_helsinki;
        if (g_rand_int_range (random, 0, 8) == 0)
          time.end_minute = time.start_minute;
        g_array_append_val (plan->times, time);
      }
}

static void
add_random_pairs (MukanaPlan *plan,
                  GRand      *random,
                  int         n_requests,
                  int         n_people,
                  guint       most_pairs)
{
  for (guint tries = 0; tries < 2 * most_pairs && plan->pairs->len < most_pairs; tries++)
    {
      MukanaPlanPair pair = { g_rand_int_range (random, 1, n_requests + 1),
                              g_rand_int_range (random, 1, n_people + 1), 0,
                              g_rand_int_range (random, 100, 1000),
                              (guint) g_rand_int_range (random, 1, 4) };
      gboolean is_there = FALSE;

      pair.way = g_rand_int_range (random, 0, 3) == 0;
      for (guint i = 0; i < plan->pairs->len; i++)
        {
          const MukanaPlanPair *other = &g_array_index (plan->pairs, MukanaPlanPair, i);

          is_there |= other->request_id == pair.request_id &&
                      other->person_id == pair.person_id && other->way == pair.way;
        }
      if (!is_there)
        g_array_append_val (plan->pairs, pair);
    }
}

/** plan_kit_random: Returns: yours, the same for the same @seed */
MukanaPlan *
plan_kit_random (guint seed,
                 guint most_pairs)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  MukanaPlan *plan = mukana_plan_new (seed);
  int n_requests = g_rand_int_range (random, 1, 5), n_people = g_rand_int_range (random, 1, 5);

  for (int i = 1; i <= n_requests; i++)
    add_random_request (plan, random, i);
  for (int i = 1; i <= n_people; i++)
    {
      MukanaPlanPerson person = { i, g_rand_int_range (random, 1, 3),
                                  g_rand_int_range (random, 1, 4), g_rand_boolean (random),
                                  (seed + (guint) i) % 3 == 0 ? 1 + (int) (seed % 4) : 0 };

      g_array_append_val (plan->people, person);
    }
  add_random_pairs (plan, random, n_requests, n_people, most_pairs);

  if (g_rand_int_range (random, 0, 3) == 0)
    {
      MukanaPlanTaken taken = { g_rand_int_range (random, 1, n_people + 1),
                                plan_kit_time (100, 0, g_rand_int_range (random, 26, 30), 9, 11) };

      g_array_append_val (plan->taken, taken);
    }
  if (n_people > 1 && g_rand_int_range (random, 0, 3) == 0)
    {
      MukanaPlanApart apart = { 1, 2 };

      g_array_append_val (plan->apart, apart);
    }
  if (g_rand_int_range (random, 0, 4) == 0 && plan->pairs->len > 0)
    {
      const MukanaPlanPair *pair = &g_array_index (plan->pairs, MukanaPlanPair, 0);
      MukanaPlanPin pin = { pair->request_id, pair->person_id, MUKANA_PLAN_NEVER };

      g_array_append_val (plan->pins, pin);
    }

  mukana_plan_sort (plan);
  return plan;
}

/* As many as fit into a group, each with rules of its own, now and then with somebody in it
 * already. */
static void
add_random_rules (MukanaPlan *plan,
                  GRand      *random)
{
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const MukanaPlanLine *line = &g_array_index (plan->lines, MukanaPlanLine, i);

      for (int number = 0; line->line == 0 && number < g_rand_int_range (random, 0, 4); number++)
        {
          MukanaPlanRule rule = { line->request_id, number,
                                  (MukanaPlanRuleKind) g_rand_int_range (random, 0,
                                                                         MUKANA_PLAN_N_RULES),
                                  0, 0 };

          if (g_rand_int_range (random, 0, 4) == 0)
            {
              rule.n_kept = g_rand_int_range (random, 1, 3);
              rule.kept_class = g_rand_int_range (random, 0, 2);
            }
          g_array_append_val (plan->rules, rule);
          for (guint p = 0; p < plan->people->len; p++)
            {
              MukanaPlanTrait trait = { line->request_id, number,
                                        g_array_index (plan->people, MukanaPlanPerson, p).id,
                                        g_rand_int_range (random, 0, 3) };

              if (rule.kind != MUKANA_PLAN_RULE_AREAS)
                trait.class = MIN (trait.class, 1);
              if (trait.class > 0)
                g_array_append_val (plan->traits, trait);
            }
        }
    }
}

/** plan_kit_random_groups: Returns: yours, of larger groups of whom something is asked */
MukanaPlan *
plan_kit_random_groups (guint seed,
                        guint most_pairs)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed + 77);
  MukanaPlan *plan = plan_kit_random (seed, most_pairs);

  for (guint i = 0; i < plan->lines->len; i++)   /* larger groups */
    g_array_index (plan->lines, MukanaPlanLine, i).seats += g_rand_int_range (random, 0, 3);
  for (gint64 id = plan->people->len + 1; id <= 5; id++)
    {
      MukanaPlanPerson person = { id, 2, 4, FALSE };

      g_array_append_val (plan->people, person);
    }
  add_random_pairs (plan, random, 2, 5, most_pairs);
  add_random_rules (plan, random);
  mukana_plan_sort (plan);
  return plan;
}

/** plan_kit_add_fees: what a few are paid, and ceilings that some of it exceeds */
void
plan_kit_add_fees (MukanaPlan *plan,
                   guint       seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed + 13);
  int first_month = plan->times->len > 0
                    ? g_array_index (plan->times, MukanaPlanTime, 0).month / 12 * 12 : 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const MukanaPlanLine *line = &g_array_index (plan->lines, MukanaPlanLine, i);
      MukanaPlanFee fee = { line->request_id, 1000 * g_rand_int_range (random, 0, 7) };

      if (line->line == 0 && fee.cents > 0)
        g_array_append_val (plan->fees, fee);
    }
  for (guint i = 0; i < plan->people->len; i++)
    {
      gint64 id = g_array_index (plan->people, MukanaPlanPerson, i).id;
      MukanaPlanPurse year = { id, first_month, 12, 1000 * g_rand_int_range (random, -1, 13) };
      MukanaPlanPurse month = { id, first_month + 1 + g_rand_int_range (random, 0, 2), 1,
                                1000 * g_rand_int_range (random, 0, 9) };

      if (g_rand_boolean (random))
        g_array_append_val (plan->purses, year);
      if (g_rand_boolean (random))
        g_array_append_val (plan->purses, month);
    }

  mukana_plan_sort (plan);
}
