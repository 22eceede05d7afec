/* mukana-flow.c: the cheapest way to send units through a network, with its proof.
 *
 * Successive shortest paths.  Each node has a price, and what an arc costs is
 * looked at from the prices of its ends: cost + price (to) - price (from).  While
 * that is nowhere negative on an arc with room, no flow of the same supplies is
 * cheaper.  Every path is the shortest by these reduced costs, found by
 * Dijkstra's algorithm that stops at its target, and the prices of the few nodes
 * that it settled are raised so that it stays true.  So the proof is kept at
 * every step, and whatever changes (a unit more or less, an arc opened or
 * closed) is mended by a path or two instead of being solved anew.
 *
 * Costs are whole numbers: nothing is rounded, and equal costs are told apart by
 * the order in which nodes and arcs were added, the same on every machine.
 *
 * It knows nothing of people or requests.
 *
 * Source: Ahuja, Magnanti, Orlin, Network Flows (1993), 9.7.
 */

#include "domain/mukana-flow.h"

/* A way forth or back.  From mukana_flow_begin() on those out of one node lie side by side, in
 * the order in which they were added: nearly all the time goes by in reading them. */
typedef struct
{
  int     to;
  int     cost;         /* of one unit */
  int     partner;      /* the way in the other direction */
  guint16 room;         /* how much more it can carry */
  guint16 back_room;    /* and its partner, so that it need not be looked at */
} Arc;

/* What a path looks at in a node fits into half a line of the cache. */
typedef struct
{
  gint64 price;         /* for a start the distance to the sink */
  gint64 distance;      /* along the path being looked for, when @seen is of now */
  guint  seen;          /* number of the search that reached it last */
  guint  settled;       /* number of the search that knows its distance */
  int    came_by;       /* the arc of that search */
  int    first;         /* first arc out of it; before the next node's first they end */
} Node;

typedef struct
{
  gint64 distance;
  int    node;
} Step;

struct _MukanaFlow
{
  GArray *nodes;        /* Node */
  GArray *arcs;         /* Arc; while building a way forth and its way back, again and again */
  GArray *places;       /* int by number of an arc: where its way forth is */
  GArray *supplies;     /* int by node: units that begin there */
  gint64  cost;
  guint   n_paths;

  /* Of the search at hand. */
  GArray *heap;         /* Step, nearest first */
  GArray *reached;      /* int: nodes settled by it */
  guint   n_searches;
};

static inline Node *
node_at (MukanaFlow *self,
         int         node)
{
  return &g_array_index (self->nodes, Node, node);
}

static inline Arc *
arc_at (MukanaFlow *self,
        int         place)
{
  return &g_array_index (self->arcs, Arc, place);
}

/* The way forth of an arc by its number. */
static inline int
place_of (MukanaFlow *self,
          int         arc)
{
  return g_array_index (self->places, int, arc);
}

static inline int
from_of (MukanaFlow *self,
         int         place)
{
  return arc_at (self, arc_at (self, place)->partner)->to;
}

/** mukana_flow_new: Returns: yours, a network with nothing but its sink */
MukanaFlow *
mukana_flow_new (void)
{
  MukanaFlow *self = g_new0 (MukanaFlow, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  self->arcs = g_array_new (FALSE, TRUE, sizeof (Arc));
  self->places = g_array_new (FALSE, TRUE, sizeof (int));
  self->supplies = g_array_new (FALSE, TRUE, sizeof (int));
  self->heap = g_array_new (FALSE, FALSE, sizeof (Step));
  self->reached = g_array_new (FALSE, FALSE, sizeof (int));
  mukana_flow_add_node (self);
  return self;
}

void
mukana_flow_free (MukanaFlow *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->arcs);
  g_array_unref (self->places);
  g_array_unref (self->supplies);
  g_array_unref (self->heap);
  g_array_unref (self->reached);
  g_free (self);
}

/** mukana_flow_add_node: Returns: its number, one more than that of the node before */
int
mukana_flow_add_node (MukanaFlow *self)
{
  Node node = { .came_by = -1 };
  int nothing = 0;

  g_array_append_val (self->nodes, node);
  g_array_append_val (self->supplies, nothing);
  return (int) self->nodes->len - 1;
}

/**
 * mukana_flow_add_arc:
 * @to: added before @from
 * @capacity: 0 to %G_MAXUINT16
 * @cost: of one unit; may be negative
 *
 * Only before mukana_flow_begin().
 *
 * Returns: the number of the arc
 */
int
mukana_flow_add_arc (MukanaFlow *self,
                     int         from,
                     int         to,
                     int         capacity,
                     int         cost)
{
  int place = (int) self->arcs->len;
  Arc forth = { to, cost, place + 1, (guint16) capacity, 0 };
  Arc back = { from, -cost, place, 0, (guint16) capacity };

  g_assert (to < from && capacity >= 0 && capacity <= G_MAXUINT16);

  g_array_append_val (self->arcs, forth);
  g_array_append_val (self->arcs, back);
  g_array_append_val (self->places, place);
  return (int) self->places->len - 1;
}

/* Where the arcs out of each node begin; those out of no node would begin at the end. */
static void
count_arcs (MukanaFlow *self)
{
  int first = 0;

  for (guint i = 0; i < self->arcs->len; i++)
    node_at (self, from_of (self, (int) i))->first++;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = node_at (self, (int) i);
      int n_arcs = node->first;

      node->first = first;
      first += n_arcs;
    }
}

static inline int
end_of (MukanaFlow *self,
        int         node)
{
  return node + 1 < (int) self->nodes->len ? node_at (self, node + 1)->first
                                           : (int) self->arcs->len;
}

static void
sort_arcs (MukanaFlow *self)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (Arc), self->arcs->len);
  g_autofree int *next = g_new (int, self->nodes->len);
  g_autofree int *moved = g_new (int, self->arcs->len + 1);

  count_arcs (self);
  for (guint i = 0; i < self->nodes->len; i++)
    next[i] = node_at (self, (int) i)->first;
  for (guint i = 0; i < self->arcs->len; i++)
    moved[i] = next[from_of (self, (int) i)]++;

  g_array_set_size (sorted, self->arcs->len);
  for (guint i = 0; i < self->arcs->len; i++)
    {
      Arc *arc = &g_array_index (sorted, Arc, moved[i]);

      *arc = *arc_at (self, (int) i);
      arc->partner = moved[arc->partner];
    }
  for (guint i = 0; i < self->places->len; i++)
    g_array_index (self->places, int, i) = moved[2 * i];
  g_array_unref (self->arcs);
  self->arcs = g_steal_pointer (&sorted);
}

/**
 * mukana_flow_begin:
 *
 * Sets the first prices.  Arcs lead to earlier nodes, so one pass in the order
 * of the nodes finds every distance to the sink, negative costs and all.
 */
void
mukana_flow_begin (MukanaFlow *self)
{
  enum { FAR = 1 << 30 };   /* from a node that reaches nothing; no path goes there */

  sort_arcs (self);
  for (int i = 1; i < (int) self->nodes->len; i++)
    {
      Node *node = node_at (self, i);
      gint64 nearest = G_MAXINT64;

      for (int a = node->first; a < end_of (self, i); a++)
        {
          const Arc *arc = arc_at (self, a);

          if (arc->room > 0)
            nearest = MIN (nearest, arc->cost + node_at (self, arc->to)->price);
        }
      node->price = nearest == G_MAXINT64 ? FAR : nearest;
    }
}

/* ---- The nearest first ---- */

static void
push_step (GArray *heap,
           Step    step)
{
  guint hole = heap->len;
  Step *steps;

  g_array_append_val (heap, step);
  steps = (Step *) heap->data;
  for (; hole > 0 && steps[(hole - 1) / 2].distance > step.distance; hole = (hole - 1) / 2)
    steps[hole] = steps[(hole - 1) / 2];
  steps[hole] = step;
}

static Step
pop_step (GArray *heap)
{
  Step *steps = (Step *) heap->data;
  guint n_left = heap->len - 1, hole = 0, child;
  Step nearest = steps[0], last = steps[n_left];

  for (; (child = 2 * hole + 1) < n_left; hole = child)
    {
      child += child + 1 < n_left && steps[child + 1].distance < steps[child].distance;
      if (steps[child].distance >= last.distance)
        break;
      steps[hole] = steps[child];
    }
  steps[hole] = last;
  g_array_set_size (heap, n_left);
  return nearest;
}

/* ---- One path ---- */

/* Backwards a node is looked at from its end, through the arcs that lead into it: partners
 * of those that leave it, at the opposite cost. */
static inline void
look_around (MukanaFlow *self,
             int         from,
             gint64      distance,
             Node       *target,
             gboolean    is_backwards)
{
  Node *nodes = (Node *) self->nodes->data;
  const Arc *arcs = (const Arc *) self->arcs->data;
  guint search = self->n_searches;
  int sign = is_backwards ? -1 : 1, end = end_of (self, from);
  gint64 base = distance - sign * nodes[from].price;

  for (int a = nodes[from].first; a < end; a++)
    {
      Node *node;
      gint64 found;

      if ((is_backwards ? arcs[a].back_room : arcs[a].room) == 0)
        continue;
      node = &nodes[arcs[a].to];
      found = base + sign * (arcs[a].cost + node->price);
      if ((node->seen == search && node->distance <= found) ||
          (target->seen == search && target->distance <= found))   /* too far already */
        continue;

      node->seen = search;
      node->distance = found;
      node->came_by = a;
      push_step (self->heap, (Step) { found, arcs[a].to });
    }
}

static void
begin_search (MukanaFlow *self,
              int         from)
{
  Node *source = node_at (self, from);

  self->n_searches++;
  g_array_set_size (self->heap, 0);
  g_array_set_size (self->reached, 0);
  source->seen = self->n_searches;
  source->distance = 0;
  source->came_by = -1;
  push_step (self->heap, (Step) { 0, from });
}

/* Settles one node after the other until it comes to @to.  Leaves those settled before it in
 * @reached; looks no further from @avoided. */
static gboolean
search (MukanaFlow *self,
        int         to,
        int         avoided,
        gboolean    is_backwards)
{
  Node *target = node_at (self, to);

  while (self->heap->len > 0)
    {
      Step step = pop_step (self->heap);
      Node *node = node_at (self, step.node);

      if (node->settled == self->n_searches || step.distance > node->distance)
        continue;

      node->settled = self->n_searches;
      if (node == target)
        return TRUE;
      g_array_append_val (self->reached, step.node);
      if (step.node != avoided)
        look_around (self, step.node, step.distance, target, is_backwards);
    }

  return FALSE;
}

/* Finds the shortest way by reduced costs; backwards, the way from @to to @from. */
static gboolean
find_path (MukanaFlow *self,
           int         from,
           int         to,
           gboolean    is_backwards)
{
  begin_search (self, from);
  return search (self, to, -1, is_backwards);
}

/* How far it is: by the sink, or some nearer way around it; G_MAXINT64: there is none. */
static gint64
find_distance (MukanaFlow *self,
               int         from,
               int         to)
{
  Node *sink = node_at (self, MUKANA_FLOW_SINK), *target = node_at (self, to);
  gint64 by_sink = G_MAXINT64;

  if (find_path (self, from, MUKANA_FLOW_SINK, FALSE))
    {
      gint64 first = sink->distance;

      if (find_path (self, to, MUKANA_FLOW_SINK, TRUE))
        by_sink = first + sink->distance;
    }

  begin_search (self, from);
  if (by_sink < G_MAXINT64 && from != to)
    {
      target->seen = self->n_searches;   /* whatever is farther is not looked at */
      target->distance = by_sink;
    }
  return search (self, to, MUKANA_FLOW_SINK, FALSE) ? target->distance : by_sink;
}

static void
set_room (MukanaFlow *self,
          int         place,
          int         room,
          int         back_room)
{
  Arc *arc = arc_at (self, place), *partner = arc_at (self, arc->partner);

  arc->room = partner->back_room = (guint16) room;
  arc->back_room = partner->room = (guint16) back_room;
}

static void
send_over (MukanaFlow *self,
           int         place)
{
  const Arc *arc = arc_at (self, place);

  set_room (self, place, arc->room - 1, arc->back_room + 1);
  self->cost += arc->cost;
}

/* Sends one unit more along the path that was just found, and makes its nodes so much dearer
 * that nothing is negative afterwards. */
static void
walk_path (MukanaFlow *self,
           int         from,
           int         to,
           gboolean    is_backwards)
{
  gint64 length = node_at (self, to)->distance;

  for (guint i = 0; i < self->reached->len; i++)
    {
      Node *node = node_at (self, g_array_index (self->reached, int, i));

      node->price += (is_backwards ? -1 : 1) * (length - node->distance);
    }

  for (int node = to; node != from; )
    {
      int place = node_at (self, node)->came_by, partner = arc_at (self, place)->partner;

      send_over (self, is_backwards ? partner : place);
      node = arc_at (self, partner)->to;
    }

  self->n_paths++;
}

/* Sends one unit more to the sink as cheaply as can be. */
static gboolean
send_forth (MukanaFlow *self,
            int         from)
{
  if (from == MUKANA_FLOW_SINK)
    return TRUE;
  if (!find_path (self, from, MUKANA_FLOW_SINK, FALSE))
    return FALSE;

  walk_path (self, from, MUKANA_FLOW_SINK, FALSE);
  return TRUE;
}

/* Sends one unit back from the sink.  It is looked for from its end: nearly everything lies
 * around the sink, and little around the node. */
static gboolean
send_back (MukanaFlow *self,
           int         to)
{
  if (to == MUKANA_FLOW_SINK)
    return TRUE;
  if (!find_path (self, to, MUKANA_FLOW_SINK, TRUE))
    return FALSE;

  walk_path (self, to, MUKANA_FLOW_SINK, TRUE);
  return TRUE;
}

/* Sends one unit from one node to another: what @to sends on comes back first, so that its way
 * is free.  Two short paths that end at the sink, because one through it would look at
 * everything around it. */
static gboolean
send_unit (MukanaFlow *self,
           int         from,
           int         to)
{
  if (!send_back (self, to))
    return FALSE;
  if (send_forth (self, from))
    return TRUE;

  send_forth (self, to);
  return FALSE;
}

/* ---- What may change ---- */

/** mukana_flow_supply: one unit more begins at @node; Returns: FALSE when it has no way */
gboolean
mukana_flow_supply (MukanaFlow *self,
                    int         node)
{
  if (!send_forth (self, node))
    return FALSE;

  g_array_index (self->supplies, int, node)++;
  return TRUE;
}

/** mukana_flow_withdraw: takes one unit of @node back; Returns: FALSE when it has none */
gboolean
mukana_flow_withdraw (MukanaFlow *self,
                      int         node)
{
  int *supply = &g_array_index (self->supplies, int, node);

  if (*supply == 0 || !send_back (self, node))
    return FALSE;

  *supply -= 1;
  return TRUE;
}

static gint64
reduced_cost (MukanaFlow *self,
              int         place)
{
  const Arc *arc = arc_at (self, place);

  return arc->cost + node_at (self, arc->to)->price - node_at (self, from_of (self, place))->price;
}

/**
 * mukana_flow_open:
 * @arc: of capacity 1, closed before
 *
 * When the arc is worth using it is used, and the unit that it brings to its end
 * too many goes back by the shortest way, at worst as it came.  From where no
 * unit can come it is enough to make it cheaper to be there.
 */
void
mukana_flow_open (MukanaFlow *self,
                  int         arc)
{
  int forth = place_of (self, arc), from = from_of (self, forth);
  gint64 gain = -reduced_cost (self, forth);

  g_return_if_fail (arc_at (self, forth)->room == 0 && arc_at (self, forth)->back_room == 0);

  if (gain > 0 && !find_path (self, from, MUKANA_FLOW_SINK, TRUE))
    {
      for (guint i = 0; i < self->reached->len; i++)
        node_at (self, g_array_index (self->reached, int, i))->price -= gain;
      gain = 0;
    }

  set_room (self, forth, 1, 0);
  if (gain <= 0)
    return;

  send_over (self, forth);
  send_unit (self, arc_at (self, forth)->to, from);
}

/**
 * mukana_flow_close:
 * @arc: of capacity 1; what it carries finds another way
 *
 * Returns: FALSE when there is no other way: then the arc stays open
 */
gboolean
mukana_flow_close (MukanaFlow *self,
                   int         arc)
{
  int place = place_of (self, arc), from = from_of (self, place);
  const Arc *forth = arc_at (self, place);
  int flow = forth->back_room, to = forth->to;

  g_return_val_if_fail (forth->room + flow <= 1, FALSE);

  set_room (self, place, 0, 0);
  if (flow == 0)
    return TRUE;

  self->cost -= forth->cost;
  if (send_unit (self, from, to))
    return TRUE;

  set_room (self, place, 0, 1);
  self->cost += forth->cost;
  return FALSE;
}

/** mukana_flow_get: Returns: how many units the arc carries */
int
mukana_flow_get (MukanaFlow *self,
                 int         arc)
{
  return arc_at (self, place_of (self, arc))->back_room;
}

/** mukana_flow_cost: Returns: of all units together, the least there can be */
gint64
mukana_flow_cost (MukanaFlow *self)
{
  return self->cost;
}

/**
 * mukana_flow_loss:
 *
 * Returns: how much dearer everything gets when one unit more must use @arc, whatever has to
 *   give way for it; G_MAXINT64 when it cannot
 */
gint64
mukana_flow_loss (MukanaFlow *self,
                  int         arc)
{
  int place = place_of (self, arc);
  gint64 distance;

  if (arc_at (self, place)->room == 0)
    return G_MAXINT64;

  distance = find_distance (self, arc_at (self, place)->to, from_of (self, place));
  return distance == G_MAXINT64 ? distance : reduced_cost (self, place) + distance;
}

/** mukana_flow_n_paths: Returns: how many paths have been sent since the beginning */
guint
mukana_flow_n_paths (MukanaFlow *self)
{
  return self->n_paths;
}

guint
mukana_flow_n_arcs (MukanaFlow *self)
{
  return self->places->len;
}

guint
mukana_flow_n_nodes (MukanaFlow *self)
{
  return self->nodes->len;
}

/** mukana_flow_peek_arc: for another solver to compare with; @arc: below mukana_flow_n_arcs() */
MukanaFlowArc
mukana_flow_peek_arc (MukanaFlow *self,
                      guint       arc)
{
  int place = place_of (self, (int) arc);
  const Arc *forth = arc_at (self, place);

  return (MukanaFlowArc) { from_of (self, place), forth->to, forth->room, forth->cost };
}

/* ---- The proof ---- */

/** mukana_flow_prove: Returns: yours, what can be checked without believing the above */
MukanaFlowProof *
mukana_flow_prove (MukanaFlow *self)
{
  MukanaFlowProof *proof = g_new0 (MukanaFlowProof, 1);

  proof->flows = g_array_new (FALSE, FALSE, sizeof (int));
  proof->prices = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint arc = 0; arc < self->places->len; arc++)
    {
      int flow = mukana_flow_get (self, (int) arc);

      g_array_append_val (proof->flows, flow);
    }
  for (guint node = 0; node < self->nodes->len; node++)
    g_array_append_val (proof->prices, node_at (self, (int) node)->price);

  return proof;
}

void
mukana_flow_proof_free (MukanaFlowProof *proof)
{
  g_array_unref (proof->flows);
  g_array_unref (proof->prices);
  g_free (proof);
}

/* Neither more than fits, nor a place where one more or one less would be cheaper. */
static gboolean
arc_is_best (MukanaFlow            *self,
             int                    arc,
             const MukanaFlowProof *proof)
{
  int place = place_of (self, arc), flow = g_array_index (proof->flows, int, arc);
  const Arc *forth = arc_at (self, place);
  int capacity = forth->room + forth->back_room;
  gint64 reduced = forth->cost + g_array_index (proof->prices, gint64, forth->to) -
                   g_array_index (proof->prices, gint64, from_of (self, place));

  return flow >= 0 && flow <= capacity &&
         (flow == capacity || reduced >= 0) && (flow == 0 || reduced <= 0);
}

/**
 * mukana_flow_proof_holds:
 *
 * Checks from arcs, capacities, costs and supplies alone: every unit arrives, no
 * arc carries more than it can, and no reduced cost is negative where there is
 * room.  Together that is that nothing is cheaper.
 */
gboolean
mukana_flow_proof_holds (MukanaFlow            *self,
                         const MukanaFlowProof *proof)
{
  g_autofree gint64 *left = g_new0 (gint64, self->nodes->len);
  gint64 cost = 0;

  if (proof->flows->len != self->places->len || proof->prices->len != self->nodes->len)
    return FALSE;

  for (guint node = 0; node < self->nodes->len; node++)
    {
      left[node] += g_array_index (self->supplies, int, node);
      left[MUKANA_FLOW_SINK] -= g_array_index (self->supplies, int, node);
    }

  for (guint arc = 0; arc < proof->flows->len; arc++)
    {
      int flow = g_array_index (proof->flows, int, arc), place = place_of (self, (int) arc);

      if (!arc_is_best (self, (int) arc, proof))
        return FALSE;
      left[from_of (self, place)] -= flow;
      left[arc_at (self, place)->to] += flow;
      cost += (gint64) flow * arc_at (self, place)->cost;
    }

  for (guint node = 0; node < self->nodes->len; node++)
    if (left[node] != 0)
      return FALSE;

  return cost == self->cost;
}
