/* mukana-planner-why.c: why somebody is not in a request, and what it would cost.
 *
 * The cost is that of the cheapest way of putting everybody else in anew: what
 * the prices of the network say of one unit more over that arc.
 */

#include "domain/mukana-planner-private.h"

/* What else they do keeps them from it. */
static MukanaPlanWhyKind
why_busy (MukanaPlanner *self,
          guint          pair,
          gint64        *other_request)
{
  guint person = mukana_net_pair (self->net, pair)->person;
  const MukanaNetPerson *who = &g_array_index (self->net->people, MukanaNetPerson, person);
  const MukanaPlanPerson *limits = &g_array_index (self->plan->people, MukanaPlanPerson,
                                                   who->person);
  int month = mukana_net_way (self->net, pair)->month;
  int n_month = 0, n_times = mukana_plan_network_times_in (self->net, pair, month);
  int n_quarter = mukana_plan_network_taken_in (self->net, person, month, TRUE);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  if (mukana_plan_network_is_taken (self->net, pair))
    return MUKANA_PLAN_WHY_TAKEN;

  for (guint i = 0; i < who->n_pairs; i++)
    {
      guint other = g_array_index (self->net->by_person, guint, who->first_pair + i);

      if (other == pair || !mukana_plan_network_has (self->net, other))
        continue;
      if (mukana_plan_network_pairs_clash (self->net, pair, other))
        {
          *other_request = g_array_index (self->net->requests, MukanaNetRequest,
                                          mukana_net_request (self->net, other)).id;
          return MUKANA_PLAN_WHY_BUSY;
        }
      g_array_append_val (all, other);
      n_month += mukana_plan_network_touches (self->net, other, month);
      n_times += mukana_plan_network_times_in (self->net, other, month);
      n_quarter += mukana_net_way (self->net, other)->month / 3 == month / 3;
    }

  if (n_month >= mukana_plan_network_room_in (self->net, person, month) ||
      n_times > mukana_plan_network_times_left (self->net, person, month))
    return MUKANA_PLAN_WHY_MONTH;
  if (n_quarter >= limits->most_per_quarter)
    return MUKANA_PLAN_WHY_QUARTER;
  g_array_append_val (all, pair);
  if (mukana_plan_purses_exceeded (self->net, person, (guint *) all->data, all->len) != NULL)
    return MUKANA_PLAN_WHY_FEES;
  return n_quarter > 0 ? MUKANA_PLAN_WHY_LOAD : MUKANA_PLAN_WHY_FIT;
}

static gboolean
is_kept_apart (MukanaPlanner          *self,
               const MukanaNetRequest *request,
               gint64                  person_id)
{
  for (guint i = 0; i < self->plan->apart->len; i++)
    {
      const MukanaPlanApart *two = &g_array_index (self->plan->apart, MukanaPlanApart, i);
      gint64 other = two->person_id == person_id ? two->other_id
                     : two->other_id == person_id ? two->person_id : 0;

      for (guint p = request->first_pair; other != 0 &&
           p < request->first_pair + request->n_pairs; p++)
        if (g_array_index (self->net->people, MukanaNetPerson,
                           mukana_net_pair (self->net, p)->person).id == other &&
            mukana_plan_network_has (self->net, p))
          return TRUE;
    }

  return FALSE;
}

/* ---- The group ---- */

/* Returns: -1 when @seats keep every rule of @request, else the kind of the first one broken */
static int
find_broken (MukanaPlanner          *self,
             const MukanaNetRequest *request,
             GArray                 *seats)
{
  for (guint i = request->first_rule; i < request->first_rule + request->n_rules; i++)
    {
      const MukanaPlanRule *rule = &g_array_index (self->plan->rules, MukanaPlanRule, i);

      if (!mukana_plan_rule_holds (self->plan, rule, seats))
        return (int) rule->kind;
    }

  return -1;
}

static GArray *
seats_of (MukanaPlanner          *self,
          const MukanaNetRequest *request)
{
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (MukanaPlanSeat));

  for (guint i = 0; i < self->best_seats->len; i++)
    {
      const MukanaPlanSeat *seat = &g_array_index (self->best_seats, MukanaPlanSeat, i);

      if (seat->request_id == request->id && !seat->is_reserve)
        g_array_append_val (seats, *seat);
    }

  return seats;
}

static gboolean
has_empty_seat (MukanaPlanner          *self,
                const MukanaNetRequest *request,
                GArray                 *seats,
                guint                   lines)
{
  for (guint i = request->first_line; i < request->first_line + request->n_lines; i++)
    {
      const MukanaPlanLine *line = &g_array_index (self->plan->lines, MukanaPlanLine, i);
      int n_taken = 0;

      for (guint k = 0; k < seats->len; k++)
        n_taken += g_array_index (seats, MukanaPlanSeat, k).line == line->line;
      if (!line->is_reserve && (lines >> line->line & 1) != 0 && n_taken < line->seats)
        return TRUE;
    }

  return FALSE;
}

/* They would have a seat, empty or of somebody who fits less, were it not for what is asked of
 * the group. */
static gboolean
is_kept_out_by_group (MukanaPlanner          *self,
                      const MukanaNetRequest *request,
                      guint                   pair,
                      MukanaPlanRuleKind     *rule)
{
  const MukanaPlanPair *given = &g_array_index (self->plan->pairs, MukanaPlanPair,
                                                mukana_net_pair (self->net, pair)->pair);
  MukanaPlanSeat theirs = { given->request_id, given->person_id, given->way, 0, given->fit, FALSE };
  g_autoptr (GArray) seats = seats_of (self, request);
  guint n_seats = seats->len;
  int broken = -1;

  if (has_empty_seat (self, request, seats, given->lines))
    {
      g_array_append_val (seats, theirs);
      if ((broken = find_broken (self, request, seats)) < 0)
        return FALSE;
      g_array_set_size (seats, n_seats);
    }

  for (guint i = 0; i < n_seats; i++)
    {
      MukanaPlanSeat kept = g_array_index (seats, MukanaPlanSeat, i);

      if (kept.fit >= given->fit || (given->lines >> kept.line & 1) == 0)
        continue;
      g_array_index (seats, MukanaPlanSeat, i) = theirs;
      if ((broken = find_broken (self, request, seats)) < 0)
        return FALSE;
      g_array_index (seats, MukanaPlanSeat, i) = kept;
    }

  *rule = (MukanaPlanRuleKind) MAX (broken, 0);
  return broken >= 0;
}

static MukanaPlanWhy
why_pair (MukanaPlanner          *self,
          const MukanaNetRequest *request,
          guint                   pair,
          gint64                  person_id)
{
  const MukanaNetPair *net = mukana_net_pair (self->net, pair);
  MukanaPlanWhy why = { MUKANA_PLAN_WHY_FIT, -1, 0 };
  gint64 loss;

  if (mukana_plan_network_has (self->net, pair))
    return (MukanaPlanWhy) { MUKANA_PLAN_WHY_CHOSEN, 0, 0 };

  why.kind = why_busy (self, pair, &why.other_request);
  if (net->gate >= 0 && net->n_closed == 0 &&
      (loss = mukana_flow_loss (self->net->flow, net->gate)) < MUKANA_NET_MUST / 2)
    why.loss = loss;
  if (is_kept_apart (self, request, person_id))
    why.kind = MUKANA_PLAN_WHY_APART;
  else if ((why.kind == MUKANA_PLAN_WHY_FIT || why.kind == MUKANA_PLAN_WHY_LOAD) &&
           request->n_rules > 0 && is_kept_out_by_group (self, request, pair, &why.rule))
    {
      why.kind = MUKANA_PLAN_WHY_GROUP;
      why.loss = -1;   /* what the prices say is true without the rule */
    }

  for (guint p = request->first_pair; p < request->first_pair + request->n_pairs; p++)
    if (mukana_plan_network_has (self->net, p) && mukana_net_pair (self->net, p)->way != net->way)
      why.kind = MUKANA_PLAN_WHY_OTHER_WAY;

  return why;
}

/**
 * mukana_planner_why:
 *
 * The loss is what everything together loses with the person in the request,
 * when all others are put in anew as well as can be; rules beyond the network
 * may make it more.
 *
 * Thread: that which solves, after it has.
 */
MukanaPlanWhy
mukana_planner_why (MukanaPlanner *self,
                    gint64         request_id,
                    gint64         person_id)
{
  guint index = mukana_plan_network_find_request (self->net, request_id);
  MukanaPlanWhy best = { MUKANA_PLAN_WHY_NO_FIT, -1, 0 };
  const MukanaNetRequest *request;

  for (guint i = 0; i < self->plan->pins->len; i++)
    {
      const MukanaPlanPin *pin = &g_array_index (self->plan->pins, MukanaPlanPin, i);

      if (pin->request_id == request_id && pin->person_id == person_id &&
          pin->kind == MUKANA_PLAN_NEVER)
        return (MukanaPlanWhy) { MUKANA_PLAN_WHY_NEVER, -1, 0 };
    }

  if (index == MUKANA_NET_NONE)
    return best;

  request = &g_array_index (self->net->requests, MukanaNetRequest, index);
  for (guint pair = request->first_pair; pair < request->first_pair + request->n_pairs; pair++)
    if (g_array_index (self->net->people, MukanaNetPerson,
                       mukana_net_pair (self->net, pair)->person).id == person_id)
      {
        MukanaPlanWhy why = why_pair (self, request, pair, person_id);

        if (why.kind == MUKANA_PLAN_WHY_CHOSEN)
          return why;
        if (best.kind == MUKANA_PLAN_WHY_NO_FIT || (why.loss >= 0 && (best.loss < 0 ||
                                                                      why.loss < best.loss)))
          best = why;
      }

  return best;
}
