/* test-flow.c: the flow is the cheapest, says so itself, and stays so whatever changes. */

#include <glpk.h>
#include <stddef.h>

#include "domain/mukana-flow.h"

enum { N_CASES = 200, N_CHANGES = 30 };

typedef struct
{
  int from, to, capacity, cost, arc;
  gboolean is_open;
} Given;

typedef struct
{
  MukanaFlow *flow;
  GArray     *arcs;         /* Given */
  int         n_nodes;
  int        *supplies;
} Case;

static void
add_arc (Case *self,
         int   from,
         int   to,
         int   capacity,
         int   cost)
{
  Given given = { from, to, capacity, cost, 0, TRUE };

  given.arc = mukana_flow_add_arc (self->flow, from, to, capacity, cost);
  g_array_append_val (self->arcs, given);
}

/* Every node can reach the sink, at a price. */
static void
make_case (Case  *self,
           GRand *random)
{
  self->flow = mukana_flow_new ();
  self->arcs = g_array_new (FALSE, FALSE, sizeof (Given));
  self->n_nodes = g_rand_int_range (random, 3, 14);
  self->supplies = g_new0 (int, self->n_nodes);

  for (int node = 1; node < self->n_nodes; node++)
    {
      g_assert_cmpint (mukana_flow_add_node (self->flow), ==, node);
      add_arc (self, node, MUKANA_FLOW_SINK, 50, 2000);
      for (int n = g_rand_int_range (random, 1, 5); n > 0; n--)
        add_arc (self, node, g_rand_int_range (random, 0, node), g_rand_int_range (random, 1, 3),
                 g_rand_int_range (random, -1000, 1000));
    }
  mukana_flow_begin (self->flow);
}

static void
clear_case (Case *self)
{
  mukana_flow_free (self->flow);
  g_array_unref (self->arcs);
  g_free (self->supplies);
}

static void
change (Case  *self,
        GRand *random)
{
  int node = g_rand_int_range (random, 1, self->n_nodes);
  Given *given = &g_array_index (self->arcs, Given,
                                 g_rand_int_range (random, 0, (gint32) self->arcs->len));

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
    case 1:
      g_assert_true (mukana_flow_supply (self->flow, node));
      self->supplies[node]++;
      break;
    case 2:
      g_assert_cmpint (mukana_flow_withdraw (self->flow, node), ==, self->supplies[node] > 0);
      self->supplies[node] -= self->supplies[node] > 0;
      break;
    default:
      if (given->capacity != 1)
        break;
      if (given->is_open)
        g_assert_true (mukana_flow_close (self->flow, given->arc));
      else
        mukana_flow_open (self->flow, given->arc);
      given->is_open = !given->is_open;
      break;
    }
}

/* The same network, solved by somebody else. */
static gint64
solve_elsewhere (Case *self)
{
  typedef struct { double rhs; } Vertex;
  typedef struct { double low, cap, cost, x; } Edge;
  glp_graph *graph = glp_create_graph (sizeof (Vertex), sizeof (Edge));
  double cost = 0;
  int n_units = 0;

  glp_term_out (GLP_OFF);
  glp_add_vertices (graph, self->n_nodes);
  for (int node = 1; node < self->n_nodes; node++)
    {
      ((Vertex *) graph->v[node + 1]->data)->rhs = self->supplies[node];
      n_units += self->supplies[node];
    }
  ((Vertex *) graph->v[1]->data)->rhs = -n_units;
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const Given *given = &g_array_index (self->arcs, Given, i);
      glp_arc *arc = glp_add_arc (graph, given->from + 1, given->to + 1);

      *(Edge *) arc->data = (Edge) { 0, given->is_open ? given->capacity : 0, given->cost, 0 };
    }

  g_assert_cmpint (glp_mincost_okalg (graph, offsetof (Vertex, rhs), offsetof (Edge, low),
                                      offsetof (Edge, cap), offsetof (Edge, cost), &cost,
                                      offsetof (Edge, x), -1), ==, 0);
  glp_delete_graph (graph);
  return (gint64) (cost < 0 ? cost - 0.5 : cost + 0.5);
}

static void
test_flow_costs_what_another_solver_finds (void)
{
  for (guint seed = 0; seed < N_CASES; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      Case self;

      make_case (&self, random);
      for (int i = 0; i < N_CHANGES; i++)
        {
          g_autoptr (MukanaFlowProof) proof = NULL;

          change (&self, random);
          proof = mukana_flow_prove (self.flow);

          g_assert_true (mukana_flow_proof_holds (self.flow, proof));
        }
      g_assert_cmpint (mukana_flow_cost (self.flow), ==, solve_elsewhere (&self));
      clear_case (&self);
    }
}

static void
test_spoilt_proof_is_refused (void)
{
  for (guint seed = 0; seed < N_CASES; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MukanaFlowProof) proof = NULL;
      Case self;
      int *flow;

      make_case (&self, random);
      for (int i = 0; i < N_CHANGES; i++)
        change (&self, random);
      proof = mukana_flow_prove (self.flow);
      flow = &g_array_index (proof->flows, int, g_rand_int_range (random, 0,
                                                                  (gint32) proof->flows->len));

      *flow += 1;                               /* a unit from nowhere */
      g_assert_false (mukana_flow_proof_holds (self.flow, proof));
      *flow -= 1;
      g_assert_true (mukana_flow_proof_holds (self.flow, proof));

      /* A price at which the way that is always open would be cheaper. */
      g_array_index (proof->prices, gint64, g_rand_int_range (random, 1, self.n_nodes)) = 100000;
      g_assert_false (mukana_flow_proof_holds (self.flow, proof));
      clear_case (&self);
    }
}

/* A dearer flow does not pass with any prices: here both ways are known. */
static void
test_dearer_flow_is_refused (void)
{
  g_autoptr (MukanaFlow) flow = mukana_flow_new ();
  g_autoptr (MukanaFlowProof) proof = NULL;
  int node = mukana_flow_add_node (flow);
  int dear = mukana_flow_add_arc (flow, node, MUKANA_FLOW_SINK, 1, 7);
  int cheap = mukana_flow_add_arc (flow, node, MUKANA_FLOW_SINK, 1, 3);

  mukana_flow_begin (flow);
  g_assert_true (mukana_flow_supply (flow, node));
  proof = mukana_flow_prove (flow);
  g_array_index (proof->flows, int, dear) = 1;
  g_array_index (proof->flows, int, cheap) = 0;

  for (gint64 price = 0; price < 10; price++)
    {
      g_array_index (proof->prices, gint64, node) = price;
      g_assert_false (mukana_flow_proof_holds (flow, proof));
    }
}

static void
test_loss_is_what_forcing_an_arc_costs (void)
{
  g_autoptr (MukanaFlow) flow = mukana_flow_new ();
  int person = mukana_flow_add_node (flow), seat, fits_less, empty;

  mukana_flow_add_arc (flow, person, MUKANA_FLOW_SINK, 1, 0);
  seat = mukana_flow_add_node (flow);
  mukana_flow_add_arc (flow, seat, person, 1, -900);
  fits_less = mukana_flow_add_arc (flow, seat, MUKANA_FLOW_SINK, 1, -650);
  empty = mukana_flow_add_arc (flow, seat, MUKANA_FLOW_SINK, 1, 1500);
  mukana_flow_begin (flow);

  g_assert_true (mukana_flow_supply (flow, seat));

  g_assert_cmpint (mukana_flow_loss (flow, fits_less), ==, 250);
  g_assert_cmpint (mukana_flow_loss (flow, empty), ==, 2400);
  g_assert_cmpint (mukana_flow_cost (flow), ==, -900);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flow/costs-what-another-solver-finds",
                   test_flow_costs_what_another_solver_finds);
  g_test_add_func ("/flow/spoilt-proof-is-refused", test_spoilt_proof_is_refused);
  g_test_add_func ("/flow/dearer-flow-is-refused", test_dearer_flow_is_refused);
  g_test_add_func ("/flow/loss-is-what-forcing-an-arc-costs",
                   test_loss_is_what_forcing_an_arc_costs);

  return g_test_run ();
}
