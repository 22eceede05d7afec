/* mukana-planning-reasons.c: why a plan has those in it who are, and what would let it fill more.
 *
 * A reason is told from the score that finding people shows, and from who fits better.  What could
 * be asked less of a group is tried: the same plan is made without it.
 */

#include "services/mukana-planning-private.h"

#include "domain/mukana-explain-plan.h"

/* ---- Why they are in it ---- */

static int
way_of_slot (const MukanaPlanned *planned,
             gint64               slot_id)
{
  for (guint way = 0; way < planned->way_slots->len; way++)
    if (g_array_index (planned->way_slots, gint64, way) == slot_id)
      return (int) way;

  return 0;
}

/* Those who would fit better than @fit and are not in the request. */
static guint
count_passed (MukanaPlanning *self,
              gint64          request_id,
              int             way,
              int             fit)
{
  guint n_passed = 0, n_pairs;
  const MukanaPlanPair *pairs = mukana_planning_peek_pairs (self, request_id, &n_pairs);

  for (guint i = 0; i < n_pairs; i++)
    n_passed += pairs[i].way == way && pairs[i].fit > fit &&
                !mukana_planner_has_seat (self->planner, request_id, pairs[i].person_id);

  return n_passed;
}

static int
find_fit (MukanaPlanning *self,
          gint64          request_id,
          gint64          person_id,
          int             way)
{
  guint n_pairs;
  const MukanaPlanPair *pairs = mukana_planning_peek_pairs (self, request_id, &n_pairs);

  for (guint i = 0; i < n_pairs; i++)
    if (pairs[i].person_id == person_id && pairs[i].way == way)
      return pairs[i].fit;

  return MUKANA_PLAN_MOST_FIT;
}

static gboolean
is_pinned (MukanaPlanning *self,
           gint64          request_id,
           gint64          person_id)
{
  for (guint i = 0; i < self->plan->pins->len; i++)
    {
      const MukanaPlanPin *pin = &g_array_index (self->plan->pins, MukanaPlanPin, i);

      if (pin->request_id == request_id && pin->person_id == person_id &&
          pin->kind == MUKANA_PLAN_MUST)
        return TRUE;
    }

  return FALSE;
}

static void
tell_reason (MukanaPlanning     *self,
             MukanaPlanned      *planned,
             MukanaPlanningMove *move)
{
  gint64 request_id = planned->known->request_id;
  int way = way_of_slot (planned, move->slot_id);
  int fit = find_fit (self, request_id, move->person_id, way);
  g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (self->index,
                                                                     move->person_id);
  MukanaScore score;

  if (facts == NULL)
    return;

  score = mukana_score_new (g_ptr_array_index (planned->matches, way), facts, &self->weights);
  move->reason = mukana_explain_plan_chosen (&score, count_passed (self, request_id, way, fit),
                                             facts->last_asked == MUKANA_DAY_NONE,
                                             is_pinned (self, request_id, move->person_id));
}

/** mukana_planning_tell_reasons: of everybody who is to be asked */
void
mukana_planning_tell_reasons (MukanaPlanning *self,
                              MukanaPlanned  *planned)
{
  for (guint i = 0; i < planned->told->moves->len; i++)
    tell_reason (self, planned, g_ptr_array_index (planned->told->moves, i));
}

/* ---- What could be asked less ---- */

#define ALL_KINDS (-1)

/* Returns: how many rules were taken away */
static guint
drop_rules (MukanaPlan *plan,
            gint64      request_id,
            int         kind)
{
  guint n_dropped = 0;

  for (guint i = plan->rules->len; i-- > 0; )
    {
      const MukanaPlanRule rule = g_array_index (plan->rules, MukanaPlanRule, i);

      if (rule.request_id != request_id || (kind != ALL_KINDS && (int) rule.kind != kind))
        continue;
      for (guint k = plan->traits->len; k-- > 0; )
        {
          const MukanaPlanTrait *trait = &g_array_index (plan->traits, MukanaPlanTrait, k);

          if (trait->request_id == request_id && trait->number == rule.number)
            g_array_remove_index (plan->traits, k);
        }
      g_array_remove_index (plan->rules, i);
      n_dropped++;
    }

  return n_dropped;
}

static gboolean
goes_on (double   share,
         gpointer data)
{
  return !g_cancellable_is_cancelled (((MukanaPlanning *) data)->cancellable);
}

/* How many seats of the request the plan would fill, without its reserve. */
static guint
count_seats_without (MukanaPlanning *self,
                     const char     *text,
                     gint64          request_id,
                     int             kind)
{
  MukanaPlan *plan = mukana_plan_parse (text);
  guint n_seats = 0;

  if (plan != NULL && drop_rules (plan, request_id, kind) > 0)
    {
      MukanaPlanner *planner = mukana_planner_new (plan);
      g_autoptr (MukanaPlanResult) result =
        mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, goes_on, self);

      for (guint i = 0; result != NULL && !result->is_stopped && i < result->seats->len; i++)
        {
          const MukanaPlanSeat *seat = &g_array_index (result->seats, MukanaPlanSeat, i);

          n_seats += seat->request_id == request_id && !seat->is_reserve;
        }
      mukana_planner_free (planner);
    }

  g_clear_pointer (&plan, mukana_plan_free);
  return n_seats;
}

/**
 * mukana_planning_find_relief:
 * @n_seated: how many seats of it, without reserve, are filled by the plan
 *
 * One wish less is tried before none at all.
 *
 * Returns: (nullable): yours, what of its group need not be asked so that more are found
 */
char *
mukana_planning_find_relief (MukanaPlanning *self,
                             gint64          request_id,
                             guint           n_seated)
{
  g_autofree char *text = mukana_plan_format (self->plan);
  guint best = n_seated;
  int best_kind = ALL_KINDS;

  for (int kind = 0; kind < MUKANA_PLAN_N_RULES; kind++)
    {
      guint n = count_seats_without (self, text, request_id, kind);

      if (n > best)
        best = n, best_kind = kind;
    }
  if (best == n_seated)
    best = count_seats_without (self, text, request_id, ALL_KINDS);

  return best > n_seated ? mukana_explain_plan_group_relief (best_kind, best - n_seated) : NULL;
}
