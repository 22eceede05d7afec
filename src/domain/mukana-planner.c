/* mukana-planner.c: the best plan, with the proof that it is.
 *
 * The network (mukana-plan-network) gives the best flow, which is worth at least
 * as much as the best plan.  When it breaks no rule it is the best plan, and its
 * prices prove it.  When it breaks one, each choice that mends it is tried in
 * turn, the most promising first, and given up as soon as its flow is worth no
 * more than a plan that is known: branch and bound.  A step costs the few paths
 * that the closed pairs take, never a new start.  When the tries run out, the
 * best of what was not looked into is the bound, and the difference is told.
 *
 * A plan is known before that: each request at the time whose candidates fit
 * best, what is broken mended by the choice that costs least, and then one
 * request after the other turned to another of its times while it helps.
 *
 * A request that is left out later, or taken in again, is a path for each of its
 * seats in the network that is there already; what no network keeps is searched
 * again from the plan as it stands.  Which plan of several that are worth the
 * same comes of it depends on the turns, so they are part of what was planned.
 */

#include "domain/mukana-planner-private.h"

/** mukana_planner_new: @plan: is sorted; must live as long; Returns: yours */
MukanaPlanner *
mukana_planner_new (MukanaPlan *plan)
{
  MukanaPlanner *self = g_new0 (MukanaPlanner, 1);

  mukana_plan_sort (plan);
  self->plan = plan;
  self->net = mukana_plan_network_new (plan, FALSE);
  self->round = -1;
  self->best_closed = g_array_new (FALSE, TRUE, sizeof (guint16));
  return self;
}

void
mukana_planner_free (MukanaPlanner *self)
{
  mukana_plan_network_free (self->net);
  g_array_unref (self->best_closed);
  g_clear_pointer (&self->best_seats, g_array_unref);
  g_free (self);
}

void
mukana_plan_result_free (MukanaPlanResult *self)
{
  g_array_unref (self->seats);
  g_free (self);
}

static gint64
net_value (MukanaPlanner *self)
{
  return -mukana_flow_cost (self->net->flow);
}

static gboolean
go_on (MukanaPlanner *self,
       double         share)
{
  if (self->progress != NULL && !self->progress (share, self->data))
    self->is_stopped = TRUE;

  return !self->is_stopped;
}

static void
close_all (MukanaPlanner *self,
           GArray        *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    mukana_plan_network_close (self->net, g_array_index (pairs, guint, i));
}

static void
open_all (MukanaPlanner *self,
          GArray        *pairs)
{
  for (guint i = pairs->len; i-- > 0; )
    mukana_plan_network_open (self->net, g_array_index (pairs, guint, i));
}

/* The plan is far larger than what a step changes in it: only that is written down. */
static void
remember (MukanaPlanner *self)
{
  self->best = net_value (self);
  g_clear_pointer (&self->best_seats, g_array_unref);
  self->best_seats = mukana_plan_network_seats (self->net);
  g_array_set_size (self->best_closed, mukana_plan_network_n_closable (self->net));
  for (guint i = 0; i < self->net->touched->len; i++)
    {
      guint what = g_array_index (self->net->touched, guint, i);

      g_array_index (self->best_closed, guint16, what) =
        (guint16) mukana_plan_network_n_closed (self->net, what);
    }
  g_array_set_size (self->net->touched, 0);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const guint *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* In the order of places: of plans that are worth the same it decides which one comes out. */
static void
return_to_best (MukanaPlanner *self)
{
  guint n_touched = self->net->touched->len;   /* going back touches them again */

  g_array_sort (self->net->touched, compare_places);
  for (guint i = 0; i < n_touched; i++)
    {
      guint what = g_array_index (self->net->touched, guint, i);
      guint16 wanted = g_array_index (self->best_closed, guint16, what);

      while (mukana_plan_network_n_closed (self->net, what) < wanted)
        mukana_plan_network_close (self->net, what);
      while (mukana_plan_network_n_closed (self->net, what) > wanted)
        mukana_plan_network_open (self->net, what);
    }
  g_array_set_size (self->net->touched, 0);
}

static void
open_everything (MukanaPlanner *self)
{
  for (guint i = 0; self->net->n_shut > 0; i++)
    while (mukana_plan_network_n_closed (self->net, i) > 0)
      mukana_plan_network_open (self->net, i);
}

typedef struct
{
  guint  choice;
  gint64 value;
} Promise;

static int
compare_promises (gconstpointer a,
                  gconstpointer b)
{
  const Promise *left = a, *right = b;

  if (left->value != right->value)
    return left->value > right->value ? -1 : 1;
  return left->choice < right->choice ? -1 : 1;
}

/* What each choice would be worth at most. */
static GArray *
weigh_choices (MukanaPlanner      *self,
               MukanaPlanConflict *conflict)
{
  GArray *promises = g_array_new (FALSE, FALSE, sizeof (Promise));

  for (guint i = 0; i < conflict->choices->len; i++)
    {
      GArray *pairs = g_ptr_array_index (conflict->choices, i);
      Promise promise = { i, 0 };

      close_all (self, pairs);
      promise.value = net_value (self);
      open_all (self, pairs);
      g_array_append_val (promises, promise);
    }

  g_array_sort (promises, compare_promises);
  return promises;
}

static gboolean
may_look (MukanaPlanner *self)
{
  return self->n_branches < self->most_branches && !self->is_stopped && !self->net->wants_units &&
         mukana_flow_n_paths (self->net->flow) < self->most_paths;
}

static void
explore (MukanaPlanner *self)
{
  g_autoptr (MukanaPlanConflict) conflict = NULL;
  g_autoptr (GArray) promises = NULL;

  if (net_value (self) <= self->best)
    return;

  if (!may_look (self))
    {
      self->bound = MAX (self->bound, net_value (self));
      return;
    }

  self->n_branches++;
  conflict = mukana_plan_network_conflict (self->net);
  if (conflict == NULL)
    {
      remember (self);
      return;
    }

  if (conflict->is_partial)
    self->bound = MAX (self->bound, net_value (self));

  go_on (self, 0.7 + 0.3 * self->n_branches / (self->most_branches + 1));
  promises = weigh_choices (self, conflict);
  for (guint i = 0; i < promises->len; i++)
    {
      const Promise *promise = &g_array_index (promises, Promise, i);
      GArray *pairs = g_ptr_array_index (conflict->choices, promise->choice);

      if (promise->value <= self->best)
        break;   /* the others promise no more */
      if (!may_look (self))
        {
          self->bound = MAX (self->bound, promise->value);
          break;
        }
      close_all (self, pairs);
      explore (self);
      open_all (self, pairs);
    }
}

/* ---- A plan to begin with ---- */

/* Mends what is broken, each time by the choice that costs least. */
static void
mend (MukanaPlanner *self,
      gint64         least)
{
  while (net_value (self) > least)
    {
      g_autoptr (MukanaPlanConflict) conflict = mukana_plan_network_conflict (self->net);
      g_autoptr (GArray) promises = NULL;

      if (conflict == NULL)
        break;
      promises = weigh_choices (self, conflict);
      if (promises->len > 0)
        close_all (self, g_ptr_array_index (conflict->choices,
                                            g_array_index (promises, Promise, 0).choice));
      else   /* what was chosen before left nothing to choose */
        mukana_plan_units_leave_empty (self->net, &g_array_index (self->net->requests,
                                                                  MukanaNetRequest,
                                                                  conflict->request));
    }
}

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* What as many as there are seats would give there, if nobody else wanted them. */
static gint64
promise_of_way (MukanaPlanner          *self,
                const MukanaNetRequest *request,
                guint                   way)
{
  g_autoptr (GArray) fits = g_array_new (FALSE, FALSE, sizeof (int));
  gint64 promise = 0;
  guint n_seats = 0;

  for (guint i = 0; i < request->n_lines; i++)
    n_seats += (guint) g_array_index (self->plan->lines, MukanaPlanLine,
                                      request->first_line + i).seats;

  for (guint i = request->first_pair; i < request->first_pair + request->n_pairs; i++)
    if (mukana_net_pair (self->net, i)->way == way)
      g_array_append_val (fits, g_array_index (self->plan->pairs, MukanaPlanPair,
                                               mukana_net_pair (self->net, i)->pair).fit);

  g_array_sort (fits, compare_fits);
  for (guint i = 0; i < MIN (n_seats, fits->len); i++)
    promise += g_array_index (fits, int, i) + mukana_plan_shortage (1, FALSE);
  return promise;
}

/* Lets @request take place in @way only.  Without its seats, arcs open and close for nothing. */
static void
turn_to (MukanaPlanner          *self,
         const MukanaNetRequest *request,
         guint                   way)
{
  mukana_plan_network_supply (self->net, request, FALSE);
  mukana_plan_units_release (self->net, request);
  for (guint i = request->first_pair; i < request->first_pair + request->n_pairs; i++)
    {
      MukanaNetPair *pair = mukana_net_pair (self->net, i);

      if (pair->way == way)
        while (pair->n_closed > 0)
          mukana_plan_network_open (self->net, i);
      else if (pair->n_closed == 0)
        mukana_plan_network_close (self->net, i);
    }
  mukana_plan_network_supply (self->net, request, TRUE);
}

static void
choose_first_way (MukanaPlanner          *self,
                  const MukanaNetRequest *request)
{
  guint best = request->first_way;

  for (guint way = best + 1; way < request->first_way + request->n_ways; way++)
    if (promise_of_way (self, request, way) > promise_of_way (self, request, best))
      best = way;

  turn_to (self, request, best);
}

static gboolean
try_other_ways (MukanaPlanner *self,
                guint          index)
{
  const MukanaNetRequest *request = &g_array_index (self->net->requests, MukanaNetRequest, index);
  gint64 before = self->best;

  for (guint way = request->first_way; way < request->first_way + request->n_ways; way++)
    {
      turn_to (self, request, way);
      mend (self, self->best);
      if (net_value (self) > self->best)
        remember (self);
      else
        {
          mukana_plan_network_supply (self->net, request, FALSE);
          return_to_best (self);
          mukana_plan_network_supply (self->net, request, TRUE);
        }
    }

  return self->best > before;
}

static void
turn_requests (MukanaPlanner *self)
{
  enum { MOST_ROUNDS = 10 };
  gboolean is_better = TRUE;

  for (int round = 0; round < MOST_ROUNDS && is_better; round++)
    {
      is_better = FALSE;
      for (guint i = 0; i < self->net->watched_requests->len; i++)
        {
          guint index = g_array_index (self->net->watched_requests, guint, i);

          if (!go_on (self, 0.5 + 0.02 * round))
            return;
          is_better |= g_array_index (self->net->requests, MukanaNetRequest, index).is_wanted &&
                       try_other_ways (self, index);
        }
    }
}

/* ---- What came of it ---- */

/* Seats lie by request.  Returns: where those of it begin, or would */
static guint
find_first_seat (MukanaPlanner *self,
                 gint64         request_id)
{
  guint low = 0, high = self->best_seats->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->best_seats, MukanaPlanSeat, middle).request_id < request_id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* @way: -1: in any */
static gboolean
has_seat (MukanaPlanner *self,
          gint64         request_id,
          gint64         person_id,
          int            way)
{
  for (guint i = find_first_seat (self, request_id); i < self->best_seats->len; i++)
    {
      const MukanaPlanSeat *seat = &g_array_index (self->best_seats, MukanaPlanSeat, i);

      if (seat->request_id != request_id)
        return FALSE;
      if (seat->person_id == person_id && (way < 0 || seat->way == way))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_seated (MukanaPlanner *self,
           guint          pair)
{
  const MukanaPlanPair *given = &g_array_index (self->plan->pairs, MukanaPlanPair,
                                                mukana_net_pair (self->net, pair)->pair);

  return has_seat (self, given->request_id, given->person_id, given->way);
}

/* Must-pairs that hold are worth a fortune in the network, and nothing more in the plan. */
static MukanaPlanResult *
make_result (MukanaPlanner *self)
{
  MukanaPlanResult *result = g_new0 (MukanaPlanResult, 1);
  gint64 fortune = 0;

  result->seats = g_array_ref (self->best_seats);
  result->n_kept_out = self->net->n_shut;
  for (guint i = 0; self->plan->pins->len > 0 && i < self->net->pairs->len; i++)
    if (mukana_net_pair (self->net, i)->is_must && is_seated (self, i))
      fortune += MUKANA_NET_MUST;

  for (guint p = 0; p < self->plan->pins->len; p++)
    {
      const MukanaPlanPin *pin = &g_array_index (self->plan->pins, MukanaPlanPin, p);

      result->n_unmet += pin->kind == MUKANA_PLAN_MUST &&
                         mukana_plan_is_wanted (self->plan, pin->request_id) &&
                         !has_seat (self, pin->request_id, pin->person_id, -1);
    }

  result->value = self->best - fortune;
  result->bound = MAX (self->bound, self->best) - fortune;
  result->n_branches = self->n_branches;
  result->is_stopped = self->is_stopped;
  return result;
}

/* ---- What is wanted ---- */

static void
supply (MukanaPlanner          *self,
        const MukanaNetRequest *request)
{
  if (request->n_ways > 1)
    choose_first_way (self, request);
  else
    mukana_plan_network_supply (self->net, request, TRUE);
}

/* Looks for somebody for every seat.  Returns: FALSE when it was stopped */
static gboolean
supply_all (MukanaPlanner *self)
{
  enum { EVERY = 16 };   /* requests between two looks */
  guint n_requests = self->net->requests->len;

  for (guint i = 0; i < 2 * n_requests; i++)
    {
      const MukanaNetRequest *request = &g_array_index (self->net->requests, MukanaNetRequest,
                                                        i % n_requests);
      gboolean has_ways = i < n_requests;   /* those with several come first */

      if (i % EVERY == 0 && !go_on (self, 0.25 * i / n_requests))
        return FALSE;
      if (request->is_wanted && has_ways == (request->n_ways > 1))
        supply (self, request);
    }

  return TRUE;
}

static void
take_turn (MukanaPlanner        *self,
           const MukanaPlanTurn *turn)
{
  guint index = mukana_plan_network_find_request (self->net, turn->request_id);
  MukanaNetRequest *request;

  if (index == MUKANA_NET_NONE)
    return;   /* it has no seat to fill */

  request = &g_array_index (self->net->requests, MukanaNetRequest, index);
  if (request->is_wanted == turn->is_wanted)
    return;

  request->is_wanted = turn->is_wanted;
  if (self->round < 0)
    return;   /* nothing is supplied yet */
  if (turn->is_wanted)
    supply (self, request);
  else
    mukana_plan_network_supply (self->net, request, FALSE);
}

static void
take_turns (MukanaPlanner *self,
            int            round)
{
  for (guint i = 0; i < self->plan->turns->len; i++)
    {
      const MukanaPlanTurn *turn = &g_array_index (self->plan->turns, MukanaPlanTurn, i);

      if (turn->round == round)
        take_turn (self, turn);
    }
}

/* Returns: G_MAXINT when all turns are taken */
static int
find_next_round (MukanaPlanner *self)
{
  int next = G_MAXINT;

  for (guint i = 0; i < self->plan->turns->len; i++)
    {
      int round = g_array_index (self->plan->turns, MukanaPlanTurn, i).round;

      if (round > self->round)
        next = MIN (next, round);
    }

  return next;
}

/* ---- The whole ---- */

/* From the flow as it stands. */
static void
search (MukanaPlanner *self)
{
  enum { PATHS_A_BRANCH = 20 };

  self->bound = G_MININT64;
  self->n_branches = 0;
  mend (self, G_MININT64);
  if (self->net->wants_units)
    return;
  remember (self);
  turn_requests (self);

  open_everything (self);
  self->most_paths = mukana_flow_n_paths (self->net->flow) + PATHS_A_BRANCH * self->most_branches;
  explore (self);
}

/* The same requests in a network whose groups can be mended. */
static void
begin_with_units (MukanaPlanner *self)
{
  MukanaPlanNetwork *old = self->net;

  self->net = mukana_plan_network_new (self->plan, TRUE);
  for (guint r = 0; r < old->requests->len; r++)
    g_array_index (self->net->requests, MukanaNetRequest, r).is_wanted =
      g_array_index (old->requests, MukanaNetRequest, r).is_wanted;
  mukana_plan_network_free (old);
  g_array_set_size (self->best_closed, 0);
}

/* Returns: FALSE when it was stopped before there was any plan */
static gboolean
plan_round (MukanaPlanner *self)
{
  search (self);
  if (self->net->wants_units)
    {
      begin_with_units (self);
      if (self->is_stopped || !supply_all (self))
        return FALSE;
      search (self);
    }

  return_to_best (self);
  mend (self, G_MININT64);   /* of equal flows another may be there now */
  return TRUE;
}

/**
 * mukana_planner_solve:
 * @most_branches: how much may be tried where rules go beyond the network
 * @progress: (nullable): called in this thread
 *
 * Once for a planner; all turns of the plan are taken, round by round.  Where a rule for
 * groups is broken it begins anew with seats that stand by themselves; as long as none
 * is, such rules cost nothing.
 *
 * Returns: yours; NULL when it was stopped before there was any plan
 */
MukanaPlanResult *
mukana_planner_solve (MukanaPlanner      *self,
                      guint               most_branches,
                      MukanaPlanProgress  progress,
                      gpointer            data)
{
  self->progress = progress;
  self->data = data;
  self->most_branches = most_branches;
  take_turns (self, 0);
  if (!supply_all (self))
    return NULL;

  self->round = 0;
  return plan_round (self) ? mukana_planner_solve_again (self, progress, data) : NULL;
}

/**
 * mukana_planner_turn:
 *
 * Leaves a request out of the plan or takes it in, from the next time on that it is solved
 * again.  The plan keeps the turn, so that it comes out the same from its text.
 *
 * Returns: FALSE when there have been so many that it is time to plan anew
 */
gboolean
mukana_planner_turn (MukanaPlanner *self,
                     gint64         request_id,
                     gboolean       is_wanted)
{
  g_return_val_if_fail (self->round >= 0, FALSE);

  if (mukana_plan_is_wanted (self->plan, request_id) == is_wanted)
    return TRUE;
  if (self->round == MUKANA_PLAN_MOST_ROUNDS)
    return FALSE;

  mukana_plan_add_turn (self->plan, self->round + 1, request_id, is_wanted);
  return TRUE;
}

/**
 * mukana_planner_solve_again:
 *
 * After mukana_planner_turn(), with as many branches as before.
 *
 * Returns: yours; NULL when it was stopped before there was any plan.  A planner that was
 *   stopped is of no more use.
 */
MukanaPlanResult *
mukana_planner_solve_again (MukanaPlanner      *self,
                            MukanaPlanProgress  progress,
                            gpointer            data)
{
  int round;

  self->progress = progress;
  self->data = data;
  while ((round = find_next_round (self)) < G_MAXINT)
    {
      take_turns (self, round);
      self->round = round;
      if (self->is_stopped || !plan_round (self))
        return NULL;
    }

  return make_result (self);
}

/** mukana_planner_has_seat: Returns: whether the plan that was found last has them in it */
gboolean
mukana_planner_has_seat (MukanaPlanner *self,
                         gint64         request_id,
                         gint64         person_id)
{
  return has_seat (self, request_id, person_id, -1);
}

/** mukana_planner_value: Returns: points of the flow as it stands */
gint64
mukana_planner_value (MukanaPlanner *self)
{
  return net_value (self);
}

guint
mukana_planner_n_paths (MukanaPlanner *self)
{
  return mukana_flow_n_paths (self->net->flow);
}

/** mukana_planner_peek_flow: for its proof */
MukanaFlow *
mukana_planner_peek_flow (MukanaPlanner *self)
{
  return self->net->flow;
}
