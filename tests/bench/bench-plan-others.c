/* bench-plan-others.c: the planner beside other people's solvers, on the same instances.
 *
 * LEMON's network simplex solves the network that the planner made; CBC solves the plan from
 * the rules alone.  Both must find what the planner found, and the times are of one run.  The
 * network of a plan leaves out what cannot be said in it (times that overlap without being
 * alike, other times of a request): there the flow is the bound that the search begins with.
 *
 * A: a large region, 500 requests.  B: few people for as many.  C: a hundred thousand people,
 * 5,000 requests.  With "--large" also D: a million people, 50,000 requests, where LEMON needs
 * minutes.
 */

#include "bench-cbc.h"
#include "bench-instances.h"
#include "bench-lemon.h"
#include "domain/mukana-plan-network.h"
#include "domain/mukana-planner.h"

static const BenchSize sizes[] = {
  { "A", 20000, 500, 50 }, { "B", 1000, 500, 8 }, { "C", 100000, 5000, 250 },
  { "D", 1000000, 50000, 2500 },
};

static BenchFlow
solve_flow (MukanaPlanNetwork *net)
{
  gint64 begun_us = g_get_monotonic_time ();

  for (guint i = 0; i < net->line_nodes->len; i++)
    for (int n = g_array_index (net->plan->lines, MukanaPlanLine, i).seats; n > 0; n--)
      mukana_flow_supply (net->flow, g_array_index (net->line_nodes, int, i));

  return (BenchFlow) { mukana_flow_cost (net->flow),
                       (double) (g_get_monotonic_time () - begun_us) / 1000 };
}

static void
compare_flows (const BenchSize *size)
{
  g_autoptr (MukanaPlan) plan = bench_instance_new (size);
  g_autoptr (MukanaPlanNetwork) net = mukana_plan_network_new (plan, FALSE);
  g_autofree int *supplies = g_new0 (int, mukana_flow_n_nodes (net->flow));
  BenchFlow theirs, ours;

  for (guint i = 0; i < net->line_nodes->len; i++)
    supplies[g_array_index (net->line_nodes, int, i)] =
      g_array_index (plan->lines, MukanaPlanLine, i).seats;
  theirs = bench_lemon_solve (net->flow, supplies);
  ours = solve_flow (net);

  g_assert_cmpint (ours.cost, ==, theirs.cost);
  g_print ("%s: flow of %u arcs worth %" G_GINT64_FORMAT ": ours %.1f ms, LEMON %.1f ms; "
           "ratio %.2f\n", size->name, mukana_flow_n_arcs (net->flow), -ours.cost, ours.ms,
           theirs.ms, ours.ms / theirs.ms);
}

static void
compare_plans (const BenchSize *size,
               gboolean         has_other_times)
{
  g_autoptr (MukanaPlan) plan = bench_instance_new (size);
  g_autoptr (MukanaPlanner) planner = NULL;
  g_autoptr (MukanaPlanResult) result = NULL;
  BenchBest best;
  gint64 begun_us;
  double ms;

  if (has_other_times)
    bench_instance_add_other_times (plan);
  begun_us = g_get_monotonic_time ();
  planner = mukana_planner_new (plan);
  result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
  ms = (double) (g_get_monotonic_time () - begun_us) / 1000;
  best = bench_cbc_solve (plan);

  g_assert_cmpint (result->value, <=, best.value);
  g_assert_cmpint (result->bound, >=, best.value);
  g_print ("%s%s: plan worth %" G_GINT64_FORMAT " (at most %" G_GINT64_FORMAT "), CBC %"
           G_GINT64_FORMAT " (%+.4f %%): ours %.0f ms, CBC %.0f ms; ratio 1/%.0f\n", size->name,
           has_other_times ? " with other times" : "", result->value, result->bound, best.value,
           100.0 * (double) (result->value - best.value) / (double) best.value, ms, best.ms,
           best.ms / ms);
}

int
main (int    argc,
      char **argv)
{
  guint n_sizes = G_N_ELEMENTS (sizes) - !(argc == 2 && g_str_equal (argv[1], "--large"));

  for (guint i = 0; i < n_sizes; i++)
    compare_flows (&sizes[i]);
  for (guint i = 0; i < 2; i++)
    {
      compare_plans (&sizes[i], FALSE);
      compare_plans (&sizes[i], TRUE);
    }
  return 0;
}
