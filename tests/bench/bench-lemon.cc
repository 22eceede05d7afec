/* bench-lemon.cc: the same network, solved by the network simplex of LEMON. */

/* First: GLib's MAX() would spoil a name of theirs. */
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <vector>

#include "bench-lemon.h"

using Graph = lemon::SmartDigraph;

/**
 * bench_lemon_solve:
 * @flow: nothing flows in it yet
 * @supplies: by node; what they sum to is wanted at the sink
 */
BenchFlow
bench_lemon_solve (MukanaFlow *flow,
                   const int  *supplies)
{
  Graph graph;
  std::vector<Graph::Node> nodes;
  Graph::ArcMap<int> capacities (graph);
  Graph::ArcMap<gint64> costs (graph);
  Graph::NodeMap<int> balances (graph, 0);

  for (guint i = 0; i < mukana_flow_n_nodes (flow); i++)
    {
      nodes.push_back (graph.addNode ());
      balances[nodes[i]] += supplies[i];
      balances[nodes[MUKANA_FLOW_SINK]] -= supplies[i];
    }
  for (guint i = 0; i < mukana_flow_n_arcs (flow); i++)
    {
      const MukanaFlowArc given = mukana_flow_peek_arc (flow, i);
      const Graph::Arc arc = graph.addArc (nodes[given.from], nodes[given.to]);

      capacities[arc] = given.capacity;
      costs[arc] = given.cost;
    }

  const gint64 begun_us = g_get_monotonic_time ();
  lemon::NetworkSimplex<Graph, int, gint64> simplex (graph);
  simplex.upperMap (capacities).costMap (costs).supplyMap (balances);
  g_assert_true (simplex.run () == simplex.OPTIMAL);

  const double ms = (double) (g_get_monotonic_time () - begun_us) / 1000;
  return { simplex.totalCost<gint64> (), ms };
}
