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

#define TIME(self, i) (&g_array_index ((self)->plan->times, MukanaPlanTime, i))
#define PERSON(self, i) (&g_array_index ((self)->people, MukanaNetPerson, i))

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

/* ---- Requests, ways, people ---- */

static void
index_lines (MukanaPlanNetwork *self)
{
  for (guint i = 0; i < self->plan->lines->len; i++)
    {
      gint64 id = g_array_index (self->plan->lines, MukanaPlanLine, i).request_id;
      guint n = self->requests->len;

      if (n == 0 || g_array_index (self->requests, MukanaNetRequest, n - 1).id != id)
        {
          MukanaNetRequest request = { .id = id, .first_line = i, .is_wanted = TRUE };

          g_array_append_val (self->requests, request);
          n++;
        }
      g_array_index (self->requests, MukanaNetRequest, n - 1).n_lines++;
    }
}

static void
index_times (MukanaPlanNetwork *self)
{
  guint r = 0;

  for (guint i = 0; i < self->plan->times->len; i++)
    {
      const MukanaPlanTime *time = TIME (self, i);
      MukanaNetRequest *request;
      MukanaNetWay *last;

      while (r < self->requests->len &&
             g_array_index (self->requests, MukanaNetRequest, r).id < time->request_id)
        r++;
      if (r == self->requests->len)
        return;

      request = &g_array_index (self->requests, MukanaNetRequest, r);
      if (request->id != time->request_id)
        continue;
      last = self->ways->len > 0 ? &g_array_index (self->ways, MukanaNetWay, self->ways->len - 1)
                                 : NULL;
      if (last != NULL && last->request == r && last->number == time->way)
        {
          last->n_times++;
          continue;
        }

      MukanaNetWay way = { r, time->way, i, 1, time->start_minute, time->month };

      request->first_way = request->n_ways++ == 0 ? self->ways->len : request->first_way;
      g_array_append_val (self->ways, way);
    }
}

/* A number that looks thrown, the same for the same seed and person. */
static gint64
draw_lot (gint64 seed,
          gint64 person_id)
{
  guint64 lot = (guint64) seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (guint64) person_id;

  lot = (lot ^ lot >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  lot = (lot ^ lot >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (gint64) ((lot ^ lot >> 31) >> 1);
}

static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  const MukanaNetPerson *left = a, *right = b;

  if (left->lottery != right->lottery)
    return left->lottery < right->lottery ? -1 : 1;

  return left->id < right->id ? -1 : left->id > right->id;
}

/* Returns: by place in plan->people, their place in the lottery */
static guint *
index_people (MukanaPlanNetwork *self)
{
  MukanaPlan *plan = self->plan;
  guint *ranks = g_new (guint, plan->people->len + 1);
  guint taken = 0;

  for (guint i = 0; i < plan->people->len; i++)
    {
      gint64 id = g_array_index (plan->people, MukanaPlanPerson, i).id;
      MukanaNetPerson person = { .id = id, .lottery = draw_lot (plan->seed, id), .person = i };

      while (taken < plan->taken->len &&
             g_array_index (plan->taken, MukanaPlanTaken, taken).person_id < id)
        taken++;
      for (person.first_taken = taken; taken < plan->taken->len &&
           g_array_index (plan->taken, MukanaPlanTaken, taken).person_id == id; taken++)
        person.n_taken++;
      g_array_append_val (self->people, person);
    }

  g_array_sort (self->people, compare_lots);
  for (guint i = 0; i < self->people->len; i++)
    ranks[PERSON (self, i)->person] = i;
  return ranks;
}

static guint
find_in_people (MukanaPlan *plan,
                gint64      id)
{
  guint low = 0, high = plan->people->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (plan->people, MukanaPlanPerson, middle).id < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < plan->people->len && g_array_index (plan->people, MukanaPlanPerson, low).id == id
         ? low : MUKANA_NET_NONE;
}

static MukanaPlanPin *
find_pin (MukanaPlan *plan,
          gint64      request_id,
          gint64      person_id)
{
  for (guint i = 0; i < plan->pins->len; i++)
    {
      MukanaPlanPin *pin = &g_array_index (plan->pins, MukanaPlanPin, i);

      if (pin->request_id == request_id && pin->person_id == person_id)
        return pin;
    }

  return NULL;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const MukanaNetPair *left = a, *right = b;

  if (left->way != right->way)
    return left->way < right->way ? -1 : 1;
  return left->person < right->person ? -1 : left->person > right->person;
}

/* What refers to nothing is left out. */
static void
index_pairs (MukanaPlanNetwork *self,
             const guint       *ranks)
{
  MukanaPlan *plan = self->plan;
  guint way = 0;

  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const MukanaPlanPair *pair = &g_array_index (plan->pairs, MukanaPlanPair, i);
      MukanaPlanPin *pin = find_pin (plan, pair->request_id, pair->person_id);
      guint person = find_in_people (plan, pair->person_id);
      MukanaNetPair net = { .pair = i, .gate = -1 };

      for (; way < self->ways->len; way++)
        {
          const MukanaNetWay *at = &g_array_index (self->ways, MukanaNetWay, way);
          gint64 id = g_array_index (self->requests, MukanaNetRequest, at->request).id;

          if (id > pair->request_id || (id == pair->request_id && at->number >= pair->way))
            break;
        }
      if (way == self->ways->len || person == MUKANA_NET_NONE ||
          (pin != NULL && pin->kind == MUKANA_PLAN_NEVER))
        continue;

      const MukanaNetWay *at = &g_array_index (self->ways, MukanaNetWay, way);
      MukanaNetRequest *request = &g_array_index (self->requests, MukanaNetRequest, at->request);

      if (request->id != pair->request_id || at->number != pair->way)
        continue;
      net.way = way;
      net.person = ranks[person];
      net.is_must = pin != NULL;
      request->n_pairs++;
      g_array_append_val (self->pairs, net);
    }

  g_array_sort (self->pairs, compare_ranks);
  for (guint r = 0, first = 0; r < self->requests->len; r++)
    {
      MukanaNetRequest *request = &g_array_index (self->requests, MukanaNetRequest, r);

      request->first_pair = first;
      first += request->n_pairs;
    }
}

static int
compare_in_time (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  MukanaPlanNetwork *self = data;
  const MukanaNetWay *left = mukana_net_way (self, *(const guint *) a);
  const MukanaNetWay *right = mukana_net_way (self, *(const guint *) b);

  if (left->month != right->month)
    return left->month < right->month ? -1 : 1;
  if (left->start_minute != right->start_minute)
    return left->start_minute < right->start_minute ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Counts first, then fills: the lists are many and short. */
static void
index_by_person (MukanaPlanNetwork *self)
{
  guint first = 0;

  g_array_set_size (self->by_person, self->pairs->len);
  for (guint i = 0; i < self->pairs->len; i++)
    PERSON (self, mukana_net_pair (self, i)->person)->n_pairs++;
  for (guint i = 0; i < self->people->len; i++)
    {
      PERSON (self, i)->first_pair = first;
      first += PERSON (self, i)->n_pairs;
      PERSON (self, i)->n_pairs = 0;
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      MukanaNetPerson *person = PERSON (self, mukana_net_pair (self, i)->person);

      g_array_index (self->by_person, guint, person->first_pair + person->n_pairs++) = i;
    }
  for (guint i = 0; i < self->people->len; i++)
    if (PERSON (self, i)->n_pairs > 1)
      g_qsort_with_data (&g_array_index (self->by_person, guint, PERSON (self, i)->first_pair),
                         (int) PERSON (self, i)->n_pairs, sizeof (guint), compare_in_time, self);
}

/* ---- What two or more of a person's requests mean for each other ---- */

gboolean
mukana_plan_network_touches (MukanaPlanNetwork *self,
                             guint              pair,
                             int                month)
{
  const MukanaNetWay *way = mukana_net_way (self, pair);

  for (guint i = 0; i < way->n_times; i++)
    if (TIME (self, way->first_time + i)->month == month)
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
        const MukanaPlanTime *one = TIME (self, left->first_time + i);
        const MukanaPlanTime *other = TIME (self, right->first_time + j);

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
  const MukanaNetPerson *taker = PERSON (self, person);
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
    n_times += TIME (self, way->first_time + i)->month == month;

  return n_times;
}

/* How many more times somebody's own limit leaves in that month; the most when there is none. */
int
mukana_plan_network_times_left (MukanaPlanNetwork *self,
                                guint              person,
                                int                month)
{
  const MukanaNetPerson *taker = PERSON (self, person);
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
                                                   PERSON (self, person)->person);

  return MIN (limits->most_per_month - mukana_plan_network_taken_in (self, person, month, FALSE),
              mukana_plan_network_times_left (self, person, month));
}

/* Something agreed stands in the way: the same request, or one at the same time. */
gboolean
mukana_plan_network_is_taken (MukanaPlanNetwork *self,
                              guint              pair)
{
  const MukanaNetWay *way = mukana_net_way (self, pair);
  const MukanaNetPerson *taker = PERSON (self, mukana_net_pair (self, pair)->person);
  gint64 id = g_array_index (self->requests, MukanaNetRequest, way->request).id;
  gboolean travels = !is_remote (self, pair);

  for (guint i = 0; i < taker->n_taken; i++)
    {
      const MukanaPlanTime *time =
        &g_array_index (self->plan->taken, MukanaPlanTaken, taker->first_taken + i).time;

      if (time->request_id == id)
        return TRUE;
      for (guint t = 0; t < way->n_times; t++)
        if (travels ? mukana_plan_times_clash (time, TIME (self, way->first_time + t))
                    : mukana_plan_times_overlap (time, TIME (self, way->first_time + t)))
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
            TIME (self->net, mukana_net_way (self->net, self->pairs[i])->first_time);

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
      int month = TIME (self->net, way->first_time + i)->month;

      if (mukana_plan_network_room_in (self->net, self->person, month) <= 0 ||
          mukana_plan_network_times_in (self->net, pair, month) >
          mukana_plan_network_times_left (self->net, self->person, month))
        return FALSE;
    }

  return TRUE;
}

static void
grow_person (MukanaPlanNetwork *self,
             guint              index,
             GArray            *possible)
{
  const MukanaNetPerson *person = PERSON (self, index);
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
        &g_array_index (self->plan->people, MukanaPlanPerson, PERSON (self, pair->person)->person);
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
  g_autofree guint *ranks = NULL;
  g_autoptr (GArray) possible = g_array_new (FALSE, FALSE, sizeof (guint));

  self->has_units = has_units;
  index_lines (self);
  index_times (self);
  ranks = index_people (self);
  index_pairs (self, ranks);
  index_by_person (self);
  mukana_plan_composition_index (self);
  mukana_plan_purses_index (self);

  for (guint i = 0; i < self->people->len; i++)
    grow_person (self, i, possible);
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
    if (PERSON (self, i)->id == id)
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
