/* mukana-plan-conflict.c: rules that a flow breaks where the network cannot keep them.
 *
 * A conflict is told by its choices: whatever the best plan is, at least one of
 * them holds in it.  So whoever tries each of them has tried everything.
 */

#include "domain/mukana-plan-network.h"

void
mukana_plan_conflict_free (MukanaPlanConflict *self)
{
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/** mukana_plan_conflict_new: Returns: yours, without a choice */
MukanaPlanConflict *
mukana_plan_conflict_new (void)
{
  MukanaPlanConflict *self = g_new0 (MukanaPlanConflict, 1);

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->request = MUKANA_NET_NONE;
  return self;
}

/** mukana_plan_conflict_add: Returns: borrowed, a choice that closes nothing yet */
GArray *
mukana_plan_conflict_add (MukanaPlanConflict *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint));

  g_ptr_array_add (self->choices, pairs);
  return pairs;
}

/* One of these may not be chosen. */
static MukanaPlanConflict *
conflict_of_pairs (const guint *pairs,
                   guint        n_pairs)
{
  MukanaPlanConflict *self = mukana_plan_conflict_new ();

  for (guint i = 0; i < n_pairs; i++)
    g_array_append_val (mukana_plan_conflict_add (self), pairs[i]);
  return self;
}

static MukanaPlanConflict *
conflict_in_month (MukanaPlanNetwork *net,
                   GArray            *chosen,
                   guint              person,
                   int                month)
{
  int n_left = mukana_plan_network_room_in (net, person, month), n_times = 0;
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < chosen->len; i++)
    if (mukana_plan_network_touches (net, g_array_index (chosen, guint, i), month))
      {
        g_array_append_val (there, g_array_index (chosen, guint, i));
        n_times += mukana_plan_network_times_in (net, g_array_index (chosen, guint, i), month);
      }

  if ((int) there->len <= n_left && n_times <= mukana_plan_network_times_left (net, person, month))
    return NULL;

  return conflict_of_pairs ((guint *) there->data, there->len);
}

/* They would be paid more than they want. */
static MukanaPlanConflict *
conflict_of_fees (MukanaPlanNetwork *net,
                  GArray            *chosen,
                  guint              person)
{
  const MukanaPlanPurse *purse = mukana_plan_purses_exceeded (net, person, (guint *) chosen->data,
                                                              chosen->len);
  g_autoptr (GArray) paid = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; purse != NULL && i < chosen->len; i++)
    if (mukana_plan_purses_cost (net, purse, g_array_index (chosen, guint, i)) > 0)
      g_array_append_val (paid, g_array_index (chosen, guint, i));

  return purse != NULL ? conflict_of_pairs ((guint *) paid->data, paid->len) : NULL;
}

static MukanaPlanConflict *
conflict_of_person (MukanaPlanNetwork *net,
                    guint              person)
{
  const MukanaNetPerson *who = &g_array_index (net->people, MukanaNetPerson, person);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  MukanaPlanConflict *found = NULL;

  for (guint i = 0; i < who->n_pairs; i++)
    {
      guint pair = g_array_index (net->by_person, guint, who->first_pair + i);

      if (mukana_plan_network_has (net, pair))
        g_array_append_val (chosen, pair);
    }

  for (guint i = 0; i < chosen->len; i++)
    for (guint j = i + 1; j < chosen->len; j++)
      {
        guint two[] = { g_array_index (chosen, guint, i), g_array_index (chosen, guint, j) };

        if (mukana_plan_network_pairs_clash (net, two[0], two[1]))
          return conflict_of_pairs (two, 2);
      }

  for (guint i = 0; i < chosen->len && found == NULL; i++)
    {
      const MukanaNetWay *way = mukana_net_way (net, g_array_index (chosen, guint, i));

      for (guint t = 0; t < way->n_times && found == NULL; t++)
        found = conflict_in_month (net, chosen, person,
                                   g_array_index (net->plan->times, MukanaPlanTime,
                                                  way->first_time + t).month);
    }

  return found != NULL ? found : conflict_of_fees (net, chosen, person);
}

/* A request takes place in one of its ways: each choice leaves one. */
static MukanaPlanConflict *
conflict_of_ways (MukanaPlanNetwork *net,
                  guint              index)
{
  const MukanaNetRequest *request = &g_array_index (net->requests, MukanaNetRequest, index);
  guint end = request->first_pair + request->n_pairs, used = MUKANA_NET_NONE;
  gboolean is_split = FALSE;
  MukanaPlanConflict *self;

  for (guint pair = request->first_pair; pair < end; pair++)
    if (mukana_plan_network_has (net, pair))
      {
        is_split |= used != MUKANA_NET_NONE && used != mukana_net_pair (net, pair)->way;
        used = mukana_net_pair (net, pair)->way;
      }

  if (!is_split)
    return NULL;

  self = mukana_plan_conflict_new ();
  for (guint way = request->first_way; way < request->first_way + request->n_ways; way++)
    {
      GArray *others = mukana_plan_conflict_add (self);

      for (guint pair = request->first_pair; pair < end; pair++)
        if (mukana_net_pair (net, pair)->way != way && mukana_net_pair (net, pair)->n_closed == 0)
          g_array_append_val (others, pair);
    }

  return self;
}

static MukanaPlanConflict *
conflict_of_apart (MukanaPlanNetwork     *net,
                   const MukanaPlanApart *apart)
{
  guint first = mukana_plan_network_find_person (net, apart->person_id);
  guint second = mukana_plan_network_find_person (net, apart->other_id);
  const MukanaNetPerson *a, *b;

  if (first == MUKANA_NET_NONE || second == MUKANA_NET_NONE)
    return NULL;

  a = &g_array_index (net->people, MukanaNetPerson, first);
  b = &g_array_index (net->people, MukanaNetPerson, second);
  for (guint i = 0; i < a->n_pairs; i++)
    for (guint j = 0; j < b->n_pairs; j++)
      {
        guint two[] = { g_array_index (net->by_person, guint, a->first_pair + i),
                        g_array_index (net->by_person, guint, b->first_pair + j) };

        if (mukana_net_request (net, two[0]) == mukana_net_request (net, two[1]) &&
            mukana_plan_network_has (net, two[0]) && mukana_plan_network_has (net, two[1]))
          return conflict_of_pairs (two, 2);
      }

  return NULL;
}

/** mukana_plan_network_conflict: Returns: (nullable): yours, the first rule that is broken */
MukanaPlanConflict *
mukana_plan_network_conflict (MukanaPlanNetwork *self)
{
  MukanaPlanConflict *found = NULL;

  for (guint i = 0; i < self->watched_requests->len && found == NULL; i++)
    found = conflict_of_ways (self, g_array_index (self->watched_requests, guint, i));
  for (guint i = 0; i < self->watched_people->len && found == NULL; i++)
    found = conflict_of_person (self, g_array_index (self->watched_people, guint, i));
  for (guint i = 0; i < self->plan->apart->len && found == NULL; i++)
    found = conflict_of_apart (self, &g_array_index (self->plan->apart, MukanaPlanApart, i));
  for (guint i = 0; self->plan->rules->len > 0 && i < self->requests->len && found == NULL; i++)
    if (g_array_index (self->requests, MukanaNetRequest, i).n_rules > 0)
      found = mukana_plan_composition_conflict (self, i);

  return found;
}
