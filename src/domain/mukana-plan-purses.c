/* mukana-plan-purses.c: whether the fees of what is planned stay below somebody's own ceiling.
 *
 * A ceiling holds over all that is planned for them together.  Fees are no units of
 * a flow, so the network lets them through; what is too much is found in what it
 * gives, and branched on.
 */

#include "domain/mukana-plan-network.h"

static void
index_fees (MukanaPlanNetwork *self)
{
  guint r = 0;

  for (guint i = 0; i < self->plan->fees->len; i++)
    {
      const MukanaPlanFee *fee = &g_array_index (self->plan->fees, MukanaPlanFee, i);

      while (r < self->requests->len &&
             g_array_index (self->requests, MukanaNetRequest, r).id < fee->request_id)
        r++;
      if (r < self->requests->len &&
          g_array_index (self->requests, MukanaNetRequest, r).id == fee->request_id)
        g_array_index (self->requests, MukanaNetRequest, r).fee_cents = fee->cents;
    }
}

/** mukana_plan_purses_index: looks up fees and purses once */
void
mukana_plan_purses_index (MukanaPlanNetwork *self)
{
  GArray *purses = self->plan->purses;
  g_autofree guint *places = g_new (guint, self->people->len + 1);
  guint next = 0;

  index_fees (self);

  /* People stand by lot; purses, as people of the plan, by id. */
  for (guint i = 0; i < self->people->len; i++)
    places[g_array_index (self->people, MukanaNetPerson, i).person] = i;
  for (guint i = 0; i < self->people->len; i++)
    {
      MukanaNetPerson *person = &g_array_index (self->people, MukanaNetPerson, places[i]);

      while (next < purses->len &&
             g_array_index (purses, MukanaPlanPurse, next).person_id < person->id)
        next++;
      for (person->first_purse = next; next < purses->len &&
           g_array_index (purses, MukanaPlanPurse, next).person_id == person->id; next++)
        person->n_purses++;
    }
}

/** mukana_plan_purses_cost: Returns: what the pair takes from the purse, in cents */
gint64
mukana_plan_purses_cost (MukanaPlanNetwork     *self,
                         const MukanaPlanPurse *purse,
                         guint                  pair)
{
  const MukanaNetWay *way = mukana_net_way (self, pair);
  gint64 fee_cents = g_array_index (self->requests, MukanaNetRequest, way->request).fee_cents;
  int n_times = 0;

  for (guint i = 0; fee_cents > 0 && i < way->n_times; i++)
    {
      int month = g_array_index (self->plan->times, MukanaPlanTime, way->first_time + i).month;

      n_times += month >= purse->first_month && month < purse->first_month + purse->n_months;
    }

  return fee_cents * n_times;
}

/** mukana_plan_purses_exceeded: Returns: (nullable): the first purse of the person that does not
 * hold what all of @pairs take from it */
const MukanaPlanPurse *
mukana_plan_purses_exceeded (MukanaPlanNetwork *self,
                             guint              person,
                             const guint       *pairs,
                             guint              n_pairs)
{
  const MukanaNetPerson *who = &g_array_index (self->people, MukanaNetPerson, person);

  for (guint i = who->first_purse; i < who->first_purse + who->n_purses; i++)
    {
      const MukanaPlanPurse *purse = &g_array_index (self->plan->purses, MukanaPlanPurse, i);
      gint64 sum_cents = 0;

      for (guint k = 0; k < n_pairs; k++)
        sum_cents += mukana_plan_purses_cost (self, purse, pairs[k]);
      if (sum_cents > 0 && sum_cents > purse->left_cents)
        return purse;
    }

  return NULL;
}
