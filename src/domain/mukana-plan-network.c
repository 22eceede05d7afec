/* mukana-plan-network.c: a plan as a network in which each unit is somebody in a seat.
 *
 *   line -> (pair) -> (time) -> (month) -> quarter of a person -> sink
 *
 * A line supplies as many units as it has seats; one that finds nobody goes
 * straight to the sink and costs a shortage.  At most one of a person's requests
 * that all clash pairwise, at most so many in a month, and in a quarter each
 * dearer than the one before: these are nested in each other, so the network
 * keeps them exactly.  What is not nested (times of which some clash and others
 * do not, series over several days, alternative times, people kept apart, fees) it
 * lets through where it must, and mukana-plan-conflict finds there what is
 * broken; what is asked of a whole group is found by mukana-plan-composition.
 * So what the network gives is never less than the best plan, and is the best
 * plan when nothing is broken.
 *
 * Nodes that would hold nothing back are left out: most people are a candidate
 * for one request only and need none.
 */

#include "domain/mukana-plan-network.h"

void
mukana_plan_network_free (MukanaPlanNetwork *self)
{
  mukana_flow_free (self->flow);
  g_array_unref (self->ways);
  g_array_unref (self->requests);
  g_array_unref (self->people);
  g_array_unref (self->pairs);
  g_array_unref (self->by_person);
  g_array_unref (self->line_nodes);
  g_array_unref (self->links);
  g_array_unref (self->units);
  g_array_unref (self->classes);
  g_array_unref (self->first_classes);
  g_array_unref (self->touched);
  g_array_unref (self->watched_people);
  g_array_unref (self->watched_requests);
  g_free (self);
}

/* ---- Seats ---- */

static guint
lines_of (MukanaPlanNetwork      *self,
          const MukanaNetRequest *request,
          guint                   pair)
{
  guint lines = 0;

  for (guint i = 0; i < request->n_lines; i++)
    lines |= 1u << g_array_index (self->plan->lines, MukanaPlanLine, request->first_line + i).line;

  return lines & g_array_index (self->plan->pairs, MukanaPlanPair,
                                mukana_net_pair (self, pair)->pair).lines;
}

/* Who could fill several lines of a request, or seats that are apart, fills one of them: their
 * pair is a node. */
static void
grow_pair_nodes (MukanaPlanNetwork      *self,
                 const MukanaNetRequest *request)
{
  for (guint i = request->first_pair; i < request->first_pair + request->n_pairs; i++)
    {
      MukanaNetPair *pair = mukana_net_pair (self, i);
      guint lines = lines_of (self, request, i);
      int cost = pair->extra - (pair->is_must ? MUKANA_NET_MUST : 0), node;

      if (pair->parent < 0 ||
          ((lines & (lines - 1)) == 0 && !(self->has_units && request->n_rules > 0)))
        continue;
      node = mukana_flow_add_node (self->flow);
      pair->gate = mukana_flow_add_arc (self->flow, node, pair->parent, 1, cost);
      pair->parent = node;
    }
}

/** mukana_plan_network_link: lets those who can fill @line come from @node; all of them, or those
 * whom @rule asks for */
void
mukana_plan_network_link (MukanaPlanNetwork      *self,
                          const MukanaNetRequest *request,
                          const MukanaPlanLine   *line,
                          int                     node,
                          guint                   unit,
                          guint                   rule)
{
  for (guint i = request->first_pair; i < request->first_pair + request->n_pairs; i++)
    {
      MukanaNetPair *pair = mukana_net_pair (self, i);
      const MukanaPlanPair *given = &g_array_index (self->plan->pairs, MukanaPlanPair, pair->pair);
      const MukanaPlanPerson *person =
        &g_array_index (self->plan->people, MukanaPlanPerson,
                        mukana_net_person (self, pair->person)->person);
      MukanaNetLink link = { i, -1, unit, 0, (guint8) line->line, line->is_reserve != 0 };
      gboolean is_direct = pair->gate < 0;
      int cost = -mukana_plan_worth (given->fit, person->is_never_asked, line->is_reserve);

      if (pair->parent < 0 || (given->lines >> line->line & 1) == 0 ||
          (rule != MUKANA_NET_NONE &&
           !mukana_plan_rule_asks_for (&g_array_index (self->plan->rules, MukanaPlanRule, rule),
                                       mukana_net_class (self, request, rule, i), -1)))
        continue;
      if (is_direct)
        cost += pair->extra - (pair->is_must ? MUKANA_NET_MUST : 0);
      link.arc = mukana_flow_add_arc (self->flow, node, pair->parent, 1, cost);
      if (is_direct)
        pair->gate = link.arc;
      g_array_append_val (self->links, link);
    }
}

static void
grow_line (MukanaPlanNetwork *self,
           MukanaNetRequest  *request,
           guint              index)
{
  const MukanaPlanLine *line = &g_array_index (self->plan->lines, MukanaPlanLine, index);
  int node;

  if (self->has_units && request->n_rules > 0 && !line->is_reserve)
    {
      mukana_plan_units_grow (self, request, index);
      return;
    }

  node = mukana_flow_add_node (self->flow);
  g_array_append_val (self->line_nodes, node);
  for (int nth = 1; nth <= line->seats; nth++)
    mukana_flow_add_arc (self->flow, node, MUKANA_FLOW_SINK, 1,
                         mukana_plan_shortage (nth, line->is_reserve));
  mukana_plan_network_link (self, request, line, node, MUKANA_NET_NONE, MUKANA_NET_NONE);
}

static void
grow_request (MukanaPlanNetwork *self,
              guint              index)
{
  MukanaNetRequest *request = &g_array_index (self->requests, MukanaNetRequest, index);

  request->first_link = self->links->len;
  request->first_unit = self->units->len;
  grow_pair_nodes (self, request);
  for (guint i = 0; i < request->n_lines; i++)
    grow_line (self, request, request->first_line + i);
  request->n_links = self->links->len - request->first_link;
  if (request->n_ways > 1)
    g_array_append_val (self->watched_requests, index);
}

static MukanaPlanNetwork *
new_empty (MukanaPlan *plan)
{
  MukanaPlanNetwork *self = g_new0 (MukanaPlanNetwork, 1);

  self->plan = plan;
  self->flow = mukana_flow_new ();
  self->ways = g_array_new (FALSE, FALSE, sizeof (MukanaNetWay));
  self->requests = g_array_new (FALSE, FALSE, sizeof (MukanaNetRequest));
  self->people = g_array_new (FALSE, FALSE, sizeof (MukanaNetPerson));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (MukanaNetPair));
  self->by_person = g_array_new (FALSE, FALSE, sizeof (guint));
  self->line_nodes = g_array_new (FALSE, FALSE, sizeof (int));
  self->links = g_array_new (FALSE, FALSE, sizeof (MukanaNetLink));
  self->units = g_array_new (FALSE, FALSE, sizeof (MukanaNetUnit));
  self->classes = g_array_new (FALSE, FALSE, sizeof (int));
  self->first_classes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  self->watched_people = g_array_new (FALSE, FALSE, sizeof (guint));
  self->watched_requests = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * mukana_plan_network_new:
 * @plan: sorted, kept by the caller
 * @has_units: whether rules for groups can be mended; without, the network is smaller
 *
 * Returns: yours
 */
MukanaPlanNetwork *
mukana_plan_network_new (MukanaPlan *plan,
                         gboolean    has_units)
{
  MukanaPlanNetwork *self = new_empty (plan);
  g_autoptr (GArray) possible = g_array_new (FALSE, FALSE, sizeof (guint));

  self->has_units = has_units;
  mukana_plan_network_index (self);
  mukana_plan_composition_index (self);
  mukana_plan_purses_index (self);

  for (guint i = 0; i < self->people->len; i++)
    mukana_plan_network_grow_person (self, i, possible);
  for (guint r = 0; r < self->requests->len; r++)
    grow_request (self, r);

  mukana_flow_begin (self->flow);
  return self;
}

/* ---- What is chosen ---- */

gboolean
mukana_plan_network_has (MukanaPlanNetwork *self,
                         guint              pair)
{
  int gate = mukana_net_pair (self, pair)->gate;

  return gate >= 0 && mukana_flow_get (self->flow, gate) > 0;
}

/** mukana_plan_network_n_closable: without units only pairs are ever closed */
guint
mukana_plan_network_n_closable (MukanaPlanNetwork *self)
{
  return self->pairs->len + (self->has_units ? self->links->len + self->units->len : 0);
}

/* Pairs come first, then links, then units. */
static guint16 *
find_kept (MukanaPlanNetwork *self,
           guint              what,
           int               *arc)
{
  guint at = what - self->pairs->len;
  MukanaNetLink *link;

  if (at >= self->links->len)
    {
      MukanaNetUnit *unit = &g_array_index (self->units, MukanaNetUnit, at - self->links->len);

      *arc = unit->empty;
      return &unit->n_forced;
    }

  link = &g_array_index (self->links, MukanaNetLink, at);
  *arc = link->arc;
  return &link->n_closed;
}

/* Pairs are closed and opened in great numbers. */
static inline guint16 *
find_closed (MukanaPlanNetwork *self,
             guint              what,
             int               *arc)
{
  MukanaNetPair *pair;

  if (G_UNLIKELY (what >= self->pairs->len))
    return find_kept (self, what, arc);

  pair = mukana_net_pair (self, what);
  *arc = pair->gate;
  return &pair->n_closed;
}

/** mukana_plan_network_n_kept: see mukana_plan_network_n_closed() */
guint
mukana_plan_network_n_kept (MukanaPlanNetwork *self,
                            guint              what)
{
  int arc;

  return *find_kept (self, what, &arc);
}

/** mukana_plan_network_close: for one reason more the pair may not be chosen, the link not be
 * used, or the unit not be left empty */
void
mukana_plan_network_close (MukanaPlanNetwork *self,
                           guint              what)
{
  int arc;
  guint16 *n_closed = find_closed (self, what, &arc);

  g_array_append_val (self->touched, what);
  if ((*n_closed)++ > 0)
    return;

  self->n_shut++;
  if (arc >= 0)
    mukana_flow_close (self->flow, arc);
}

/** mukana_plan_network_open: takes one such reason back */
void
mukana_plan_network_open (MukanaPlanNetwork *self,
                          guint              what)
{
  int arc;
  guint16 *n_closed = find_closed (self, what, &arc);

  g_array_append_val (self->touched, what);
  if (--*n_closed > 0)
    return;

  self->n_shut--;
  if (arc >= 0)
    mukana_flow_open (self->flow, arc);
}

static int
compare_seats (gconstpointer a,
               gconstpointer b)
{
  const MukanaPlanSeat *left = a, *right = b;

  if (left->request_id != right->request_id)
    return left->request_id < right->request_id ? -1 : 1;
  if (left->is_reserve != right->is_reserve)
    return left->is_reserve - right->is_reserve;
  if (left->fit != right->fit)
    return right->fit - left->fit;
  return left->person_id < right->person_id ? -1 : 1;
}

/** mukana_plan_network_seats: Returns: yours, of MukanaPlanSeat */
GArray *
mukana_plan_network_seats (MukanaPlanNetwork *self)
{
  GArray *seats = g_array_new (FALSE, TRUE, sizeof (MukanaPlanSeat));

  for (guint i = 0; i < self->links->len; i++)
    {
      const MukanaNetLink *link = &g_array_index (self->links, MukanaNetLink, i);
      const MukanaPlanPair *pair;
      MukanaPlanSeat seat;

      if (mukana_flow_get (self->flow, link->arc) == 0)
        continue;
      pair = &g_array_index (self->plan->pairs, MukanaPlanPair,
                             mukana_net_pair (self, link->pair)->pair);
      seat = (MukanaPlanSeat) { pair->request_id, pair->person_id, pair->way, link->line,
                                pair->fit, link->is_reserve };
      g_array_append_val (seats, seat);
    }

  g_array_sort (seats, compare_seats);
  return seats;
}

guint
mukana_plan_network_find_person (MukanaPlanNetwork *self,
                                 gint64             id)
{
  for (guint i = 0; i < self->people->len; i++)
    if (mukana_net_person (self, i)->id == id)
      return i;

  return MUKANA_NET_NONE;
}

guint
mukana_plan_network_find_request (MukanaPlanNetwork *self,
                                  gint64             id)
{
  for (guint i = 0; i < self->requests->len; i++)
    if (g_array_index (self->requests, MukanaNetRequest, i).id == id)
      return i;

  return MUKANA_NET_NONE;
}
