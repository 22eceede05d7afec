/* mukana-plan-network-person.c: one person's part of the network.
 *
 * What two or more of their requests mean for each other, and the nodes in which that can be
 * kept exactly, because it is nested: times that all clash in a month, the month in a quarter.
 */

#include "domain/mukana-plan-network.h"

/* ---- What two or more of a person's requests mean for each other ---- */

gboolean
mukana_plan_network_touches (MukanaPlanNetwork *self,
                             guint              pair,
                             int                month)
{
  const MukanaNetWay *way = mukana_net_way (self, pair);

  for (guint i = 0; i < way->n_times; i++)
    if (mukana_net_time (self, way->first_time + i)->month == month)
      return TRUE;

  return FALSE;
}

static gboolean
is_remote (MukanaPlanNetwork *self,
           guint              pair)
{
  return g_array_index (self->plan->pairs, MukanaPlanPair,
                        mukana_net_pair (self, pair)->pair).is_remote;
}

gboolean
mukana_plan_network_pairs_clash (MukanaPlanNetwork *self,
                                 guint              a,
                                 guint              b)
{
  const MukanaNetWay *left = mukana_net_way (self, a), *right = mukana_net_way (self, b);
  gboolean travels = !is_remote (self, a) && !is_remote (self, b);

  for (guint i = 0; i < left->n_times; i++)
    for (guint j = 0; j < right->n_times; j++)
      {
        const MukanaPlanTime *one = mukana_net_time (self, left->first_time + i);
        const MukanaPlanTime *other = mukana_net_time (self, right->first_time + j);

        if (travels ? mukana_plan_times_clash (one, other)
                    : mukana_plan_times_overlap (one, other))
          return TRUE;
      }

  return FALSE;
}

/* Requests taken in that month, or in the quarter that it is in: by their first time there. */
int
mukana_plan_network_taken_in (MukanaPlanNetwork *self,
                              guint              person,
                              int                month,
                              gboolean           is_quarter)
{
  const MukanaNetPerson *taker = mukana_net_person (self, person);
  gint64 last_request = 0;
  gboolean is_first = TRUE, is_counted = FALSE;
  int n_taken = 0;

  /* They lie by request and time, so the first of a request tells its quarter. */
  for (guint i = 0; i < taker->n_taken; i++)
    {
      const MukanaPlanTime *time =
        &g_array_index (self->plan->taken, MukanaPlanTaken, taker->first_taken + i).time;
      gboolean is_new = is_first || time->request_id != last_request;

      if (is_new)
        is_counted = FALSE;
      if (!is_counted && (is_quarter ? is_new && time->month / 3 == month / 3
                                     : time->month == month))
        {
          n_taken++;
          is_counted = TRUE;
        }
      last_request = time->request_id;
      is_first = FALSE;
    }

  return n_taken;
}

/* How many times of the pair fall in that month. */
int
mukana_plan_network_times_in (MukanaPlanNetwork *self,
                              guint              pair,
                              int                month)
{
  const MukanaNetWay *way = mukana_net_way (self, pair);
  int n_times = 0;

  for (guint i = 0; i < way->n_times; i++)
    n_times += mukana_net_time (self, way->first_time + i)->month == month;

  return n_times;
}

/* How many more times somebody's own limit leaves in that month; the most when there is none. */
int
mukana_plan_network_times_left (MukanaPlanNetwork *self,
                                guint              person,
                                int                month)
{
  const MukanaNetPerson *taker = mukana_net_person (self, person);
  int left = g_array_index (self->plan->people, MukanaPlanPerson,
                            taker->person).most_times_per_month;

  if (left == 0)
    return G_MAXINT;

  for (guint i = 0; i < taker->n_taken; i++)
    left -= g_array_index (self->plan->taken, MukanaPlanTaken,
                           taker->first_taken + i).time.month == month;

  return left;
}

/* How many more requests can be in that month, if each had a single time. */
int
mukana_plan_network_room_in (MukanaPlanNetwork *self,
                             guint              person,
                             int                month)
{
  const MukanaPlanPerson *limits = &g_array_index (self->plan->people, MukanaPlanPerson,
                                                   mukana_net_person (self, person)->person);

  return MIN (limits->most_per_month - mukana_plan_network_taken_in (self, person, month, FALSE),
              mukana_plan_network_times_left (self, person, month));
}

/* Something agreed stands in the way: the same request, or one at the same time. */
gboolean
mukana_plan_network_is_taken (MukanaPlanNetwork *self,
                              guint              pair)
{
  const MukanaNetWay *way = mukana_net_way (self, pair);
  const MukanaNetPerson *taker = mukana_net_person (self, mukana_net_pair (self, pair)->person);
  gint64 id = g_array_index (self->requests, MukanaNetRequest, way->request).id;
  gboolean travels = !is_remote (self, pair);

  for (guint i = 0; i < taker->n_taken; i++)
    {
      const MukanaPlanTime *time =
        &g_array_index (self->plan->taken, MukanaPlanTaken, taker->first_taken + i).time;

      if (time->request_id == id)
        return TRUE;
      for (guint t = 0; t < way->n_times; t++)
        if (travels ? mukana_plan_times_clash (time, mukana_net_time (self, way->first_time + t))
                    : mukana_plan_times_overlap (time, mukana_net_time (self, way->first_time + t)))
          return TRUE;
    }

  return FALSE;
}

/* ---- One person's part of the network ---- */

typedef struct
{
  MukanaPlanNetwork *net;
  guint              person;
  const guint       *pairs;      /* of that person that can be, by time */
  guint              n_pairs;
  int                most_per_quarter;
  gboolean           is_watched;
} Branch;

static gboolean
all_clash (Branch *self,
           guint   from,
           guint   until)
{
  for (guint i = from; i < until; i++)
    for (guint j = i + 1; j < until; j++)
      if (!mukana_plan_network_pairs_clash (self->net, self->pairs[i], self->pairs[j]))
        return FALSE;

  return TRUE;
}

/* At most so many of them can be: those that end first, without looking at roads, which can
 * only make them fewer. */
static int
most_apart (Branch *self,
            guint   from,
            guint   until)
{
  gint64 free_from = G_MININT64;
  int n_apart = 0;

  while (TRUE)
    {
      gint64 first_end = G_MAXINT64;

      for (guint i = from; i < until; i++)
        {
          const MukanaPlanTime *time =
            mukana_net_time (self->net, mukana_net_way (self->net, self->pairs[i])->first_time);

          if (time->start_minute >= free_from)
            first_end = MIN (first_end, MAX (time->end_minute, time->start_minute + 1));
        }
      if (first_end == G_MAXINT64)
        return n_apart;
      free_from = first_end;
      n_apart++;
    }
}

static void
hang (Branch *self,
      guint   from,
      guint   until,
      int     node)
{
  for (guint i = from; i < until; i++)
    mukana_net_pair (self->net, self->pairs[i])->parent = node;
}

/* Those that hang together by clashes share a node. */
static void
grow_times (Branch *self,
            guint   from,
            guint   until,
            int     node)
{
  for (guint start = from, end; start < until; start = end)
    {
      gboolean grows = TRUE;
      int most = 1, shared;

      for (end = start + 1; end < until && grows; end += grows)
        {
          grows = FALSE;
          for (guint i = start; i < end && !grows; i++)
            grows = mukana_plan_network_pairs_clash (self->net, self->pairs[i], self->pairs[end]);
        }

      if (end - start == 1)
        {
          hang (self, start, end, node);
          continue;
        }
      if (!all_clash (self, start, end))
        {
          most = most_apart (self, start, end);
          self->is_watched |= most > 1;
        }
      shared = mukana_flow_add_node (self->net->flow);
      mukana_flow_add_arc (self->net->flow, shared, node, most, 0);
      hang (self, start, end, shared);
    }
}

static void
grow_quarter (Branch *self,
              guint   from,
              guint   until)
{
  MukanaFlow *flow = self->net->flow;
  int quarter_month = mukana_net_way (self->net, self->pairs[from])->month;
  int n_taken = mukana_plan_network_taken_in (self->net, self->person, quarter_month, TRUE);
  MukanaNetPair *only = mukana_net_pair (self->net, self->pairs[from]);
  int node;

  if (until - from == 1)
    {
      only->parent = MUKANA_FLOW_SINK;
      only->extra = mukana_plan_workload (n_taken + 1);
      return;
    }

  node = mukana_flow_add_node (flow);
  for (int nth = n_taken + 1; nth <= MIN (self->most_per_quarter, n_taken + (int) (until - from));
       nth++)
    mukana_flow_add_arc (flow, node, MUKANA_FLOW_SINK, 1, mukana_plan_workload (nth));

  for (guint start = from, end; start < until; start = end)
    {
      int month = mukana_net_way (self->net, self->pairs[start])->month, month_node = node;
      int left = mukana_plan_network_room_in (self->net, self->person, month);

      for (end = start + 1; end < until &&
           mukana_net_way (self->net, self->pairs[end])->month == month; )
        end++;
      if ((int) (end - start) > left)
        {
          month_node = mukana_flow_add_node (flow);
          mukana_flow_add_arc (flow, month_node, node, left, 0);
        }
      grow_times (self, start, end, month_node);
    }
}

/* Clashes that no shared node sees: over the end of a month, by a road past somebody in
 * between, and between the days of a series. */
static gboolean
needs_watching (Branch *self)
{
  enum { FAR = 4 * 24 * 60 };   /* minutes after which nothing clashes that began before */

  if (mukana_plan_purses_exceeded (self->net, self->person, self->pairs, self->n_pairs) != NULL)
    return TRUE;
  for (guint i = 0; i < self->n_pairs; i++)
    {
      const MukanaNetWay *way = mukana_net_way (self->net, self->pairs[i]);

      if (way->n_times > 1 && self->n_pairs > 1)
        return TRUE;
      for (guint j = i + 1; j < self->n_pairs &&
           mukana_net_way (self->net, self->pairs[j])->start_minute - way->start_minute < FAR; j++)
        if (mukana_net_pair (self->net, self->pairs[i])->parent !=
            mukana_net_pair (self->net, self->pairs[j])->parent &&
            mukana_plan_network_pairs_clash (self->net, self->pairs[i], self->pairs[j]))
          return TRUE;
    }

  return FALSE;
}

static gboolean
has_room (Branch *self,
          guint   pair)
{
  const MukanaNetWay *way = mukana_net_way (self->net, pair);

  if (mukana_plan_network_is_taken (self->net, pair) ||
      mukana_plan_network_taken_in (self->net, self->person, way->month, TRUE) >=
      self->most_per_quarter ||
      mukana_plan_purses_exceeded (self->net, self->person, &pair, 1) != NULL)
    return FALSE;

  for (guint i = 0; i < way->n_times; i++)
    {
      int month = mukana_net_time (self->net, way->first_time + i)->month;

      if (mukana_plan_network_room_in (self->net, self->person, month) <= 0 ||
          mukana_plan_network_times_in (self->net, pair, month) >
          mukana_plan_network_times_left (self->net, self->person, month))
        return FALSE;
    }

  return TRUE;
}

/** mukana_plan_network_grow_person: makes the nodes of one person; @possible: guint, to work in */
void
mukana_plan_network_grow_person (MukanaPlanNetwork *self,
                                 guint              index,
                                 GArray            *possible)
{
  const MukanaNetPerson *person = mukana_net_person (self, index);
  const MukanaPlanPerson *limits = &g_array_index (self->plan->people, MukanaPlanPerson,
                                                   person->person);
  Branch branch = { self, index, NULL, 0, limits->most_per_quarter, FALSE };

  g_array_set_size (possible, 0);
  for (guint i = 0; i < person->n_pairs; i++)
    {
      guint pair = g_array_index (self->by_person, guint, person->first_pair + i);

      mukana_net_pair (self, pair)->parent = -1;
      if (has_room (&branch, pair))
        g_array_append_val (possible, pair);
    }

  branch.pairs = (const guint *) possible->data;
  branch.n_pairs = possible->len;
  for (guint start = 0, end; start < possible->len; start = end)
    {
      int quarter = mukana_net_way (self, branch.pairs[start])->month / 3;

      for (end = start + 1; end < possible->len &&
           mukana_net_way (self, branch.pairs[end])->month / 3 == quarter; )
        end++;
      grow_quarter (&branch, start, end);
    }

  if (branch.is_watched || needs_watching (&branch))
    g_array_append_val (self->watched_people, index);
}
