/* mukana-plan-network-index.c: requests, ways, people and pairs of a plan, each with a number.
 *
 * The network speaks of numbers only.  People are in the order of a lottery, so that of equals
 * nobody comes first for their name or their age in the register; what refers to nothing is
 * left out here and is nowhere else.
 */

#include "domain/mukana-plan-network.h"

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
      const MukanaPlanTime *time = mukana_net_time (self, i);
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
    ranks[mukana_net_person (self, i)->person] = i;
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
    mukana_net_person (self, mukana_net_pair (self, i)->person)->n_pairs++;
  for (guint i = 0; i < self->people->len; i++)
    {
      mukana_net_person (self, i)->first_pair = first;
      first += mukana_net_person (self, i)->n_pairs;
      mukana_net_person (self, i)->n_pairs = 0;
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      MukanaNetPerson *person = mukana_net_person (self, mukana_net_pair (self, i)->person);

      g_array_index (self->by_person, guint, person->first_pair + person->n_pairs++) = i;
    }
  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaNetPerson *person = mukana_net_person (self, i);

      if (person->n_pairs > 1)
        g_qsort_with_data (&g_array_index (self->by_person, guint, person->first_pair),
                           (int) person->n_pairs, sizeof (guint), compare_in_time, self);
    }
}

/** mukana_plan_network_index: gives requests, ways, people and pairs their numbers */
void
mukana_plan_network_index (MukanaPlanNetwork *self)
{
  g_autofree guint *ranks = NULL;

  index_lines (self);
  index_times (self);
  ranks = index_people (self);
  index_pairs (self, ranks);
  index_by_person (self);
}
