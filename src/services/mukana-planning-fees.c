/* mukana-planning-fees.c: what own ceilings leave somebody to be paid by a plan.
 *
 * The sums are those that finding people judges by: what is agreed in a month or a
 * year, and what they are asked for already, which nobody has agreed with them yet.
 */

#include "services/mukana-planning-private.h"

/* The months from the first one on, as days. */
static MukanaDayRange
days_of (int first_month,
         int n_months)
{
  int end = first_month + n_months;

  return (MukanaDayRange) { mukana_day_new (first_month / 12, first_month % 12 + 1, 1),
                            mukana_day_new (end / 12, end % 12 + 1, 1) };
}

static gboolean
is_agreed (const MukanaMatchFacts *facts,
           gint64                  request_id)
{
  for (guint i = 0; i < facts->n_assignments; i++)
    if (facts->assignments[i].request_id == request_id)
      return TRUE;

  return FALSE;
}

/* How many times they are asked for fall in those days. */
static int
count_times (const MukanaPlanned      *planned,
             const MukanaPlanningMove *asked,
             MukanaDayRange            days)
{
  int n_times = 0;

  for (guint i = 0; i < planned->times->len; i++)
    {
      const MukanaRequestTime *time = g_ptr_array_index (planned->times, i);
      gboolean is_theirs = asked->slot_id == 0 ? !time->is_alternative
                                               : time->id == asked->slot_id;

      n_times += is_theirs && mukana_day_range_holds (days, time->day);
    }

  return n_times;
}

static gint64
sum_asked (MukanaPlanning         *self,
           const MukanaMatchFacts *facts,
           MukanaDayRange          days)
{
  gint64 sum_cents = 0;

  for (guint r = 0; r < self->requests->len; r++)
    {
      const MukanaPlanned *planned = &g_array_index (self->requests, MukanaPlanned, r);

      for (guint i = 0; planned->fee_cents > 0 && i < planned->known->kept->len; i++)
        {
          const MukanaPlanningMove *asked = g_ptr_array_index (planned->known->kept, i);

          if (asked->person_id == facts->person_id &&
              !is_agreed (facts, planned->known->request_id))
            sum_cents += planned->fee_cents * count_times (planned, asked, days);
        }
    }

  return sum_cents;
}

/* One for each of the stretches of months in which something is planned. */
static void
add_purses (MukanaPlanning         *self,
            const MukanaMatchFacts *facts,
            gint64                  ceiling_cents,
            int                     n_months)
{
  GArray *purses = self->plan->purses;
  guint first = purses->len;

  for (guint i = 0; ceiling_cents > 0 && i < self->plan->times->len; i++)
    {
      int month = g_array_index (self->plan->times, MukanaPlanTime, i).month;
      MukanaPlanPurse purse = { facts->person_id, month - month % n_months, n_months, 0 };
      MukanaDayRange days = days_of (purse.first_month, n_months);
      gboolean is_there = FALSE;

      for (guint k = first; k < purses->len && !is_there; k++)
        is_there = g_array_index (purses, MukanaPlanPurse, k).first_month == purse.first_month;
      if (is_there)
        continue;
      purse.left_cents = ceiling_cents - mukana_match_facts_fees_between (facts, days, 0) -
                         sum_asked (self, facts, days);
      g_array_append_val (purses, purse);
    }
}

/** mukana_planning_add_purses: after requests, their times and whoever is asked are there */
void
mukana_planning_add_purses (MukanaPlanning         *self,
                            const MukanaMatchFacts *facts)
{
  if (facts->fee_mode != MUKANA_FEE_MODE_FEE)
    return;

  add_purses (self, facts, facts->fee_ceiling_cents, 1);
  add_purses (self, facts, facts->fee_ceiling_year_cents, 12);
}
