/* mukana-match-remedy.c: the smallest change that would let somebody be proposed.
 *
 * Tries what could be otherwise, the smallest first, and believes only what
 * mukana-eligibility says of the changed request and facts.  Two changes are
 * offered only when no single one is enough and each of the two takes a reason
 * away by itself, so that nothing is asked in vain.
 *
 * Of those who may not be read, have restricted the use of their data, or have
 * excluded the unit nothing is told at all: their no is not a thing to work on.
 * Non-disclosure stays in force in every change: an event can become one that
 * suits, the person never one who may be shown.
 */

#include "domain/mukana-match-remedy.h"

#include "domain/mukana-match-remedy-private.h"

#define REASON(reason) (1u << MUKANA_REASON_##reason)

/* Nobody is asked to change these, and no request becomes another one for them. */
#define FINAL_REASONS \
  (REASON (RESTRICTED) | REASON (EXCLUDED_UNIT) | REASON (NOT_TOGETHER) | REASON (NO_THEME) | \
   REASON (AGE))

enum { LEAST_RISE = 2, HALF_HOUR = 30 };

struct _MukanaMatchRemedies
{
  MukanaMatchRequest *request;
  GArray             *options;     /* MukanaMatchOption, the smallest first */
};

/** mukana_match_remedies_new: @request: copied; Returns: yours */
MukanaMatchRemedies *
mukana_match_remedies_new (const MukanaMatchRequest *request)
{
  MukanaMatchRemedies *self = g_new0 (MukanaMatchRemedies, 1);

  self->request = mukana_match_request_copy (request);
  self->options = mukana_match_options_new (request);
  return self;
}

void
mukana_match_remedies_free (MukanaMatchRemedies *self)
{
  g_array_unref (self->options);
  mukana_match_request_free (self->request);
  g_free (self);
}

const MukanaMatchRequest *
mukana_match_remedies_peek_request (const MukanaMatchRemedies *self)
{
  return self->request;
}

GArray *
mukana_match_remedies_peek_options (const MukanaMatchRemedies *self)
{
  return self->options;
}

/**
 * mukana_match_remedies_may_tell:
 * @reasons: why the person is not proposed
 *
 * Returns: whether it may be told, and is worth finding out, what would help them
 */
gboolean
mukana_match_remedies_may_tell (const MukanaMatchRemedies *self,
                                const MukanaMatchFacts    *facts,
                                MukanaReasons              reasons)
{
  return reasons != 0 && (reasons & FINAL_REASONS) == 0 && !facts->is_restricted &&
         mukana_day_range_holds (facts->register_consent, self->request->today);
}

/* ---- Two together ---- */

/* A change that takes some of the reasons away. */
typedef struct
{
  MukanaMatchChange change;
  int               cost;
  MukanaReasons     left;
} Half;

static gboolean
is_of_clock (const MukanaMatchChange *change)
{
  return change->kind == MUKANA_MATCH_CHANGE_START_LATER ||
         change->kind == MUKANA_MATCH_CHANGE_END_EARLIER ||
         change->kind == MUKANA_MATCH_CHANGE_MOVED;
}

static gboolean
is_of_weeks (const MukanaMatchChange *change)
{
  return change->kind == MUKANA_MATCH_CHANGE_LATER_WEEK ||
         change->kind == MUKANA_MATCH_CHANGE_AFTER_ABSENCE ||
         change->kind == MUKANA_MATCH_CHANGE_AFTER_BREAK ||
         change->kind == MUKANA_MATCH_CHANGE_FROM_MONTH;
}

/**
 * mukana_match_changes_go_together:
 *
 * Two changes of the same time would be told as two times, of which neither holds.
 *
 * Returns: whether both can be made, and told one after the other
 */
gboolean
mukana_match_changes_go_together (const MukanaMatchChange *one,
                                  const MukanaMatchChange *other)
{
  gboolean is_day = one->kind == MUKANA_MATCH_CHANGE_OTHER_DAY || is_of_weeks (one);
  gboolean is_other_day = other->kind == MUKANA_MATCH_CHANGE_OTHER_DAY || is_of_weeks (other);

  if (is_day && is_other_day)
    return !is_of_weeks (one) && !is_of_weeks (other) && one->slot != other->slot;

  return !is_of_clock (one) || !is_of_clock (other) || one->slot != other->slot;
}

static gboolean
is_enough (const MukanaMatchRemedies *self,
           MukanaMatchFacts          *facts,
           const MukanaMatchChange   *one,
           const MukanaMatchChange   *other)
{
  g_autoptr (MukanaMatchRequest) first = mukana_match_change_request (one, self->request);
  g_autoptr (MukanaMatchRequest) both = mukana_match_change_request (other, first);
  g_autoptr (MukanaMatchFacts) half = mukana_match_change_facts (one, self->request, facts);
  g_autoptr (MukanaMatchFacts) whole = mukana_match_change_facts (other, self->request, half);

  return mukana_eligibility_allows (both, whole);
}

static gboolean
find_two (const MukanaMatchRemedies *self,
          MukanaMatchFacts          *facts,
          GArray                    *halves,
          MukanaMatchRemedy         *remedy)
{
  int least = G_MAXINT;

  for (guint i = 0; i < halves->len; i++)
    for (guint k = i + 1; k < halves->len; k++)
      {
        const Half *one = &g_array_index (halves, Half, i);
        const Half *other = &g_array_index (halves, Half, k);

        if ((one->left & other->left) != 0 || one->cost + other->cost >= least ||
            !mukana_match_changes_go_together (&one->change, &other->change) ||
            !is_enough (self, facts, &one->change, &other->change))
          continue;

        least = one->cost + other->cost;
        *remedy = (MukanaMatchRemedy) { 2, { one->change, other->change } };
      }

  return least < G_MAXINT;
}

/**
 * mukana_match_remedies_find:
 * @reasons: why the person is not proposed, as judged of the request
 * @remedy: (out): the smallest change; written only when there is one
 *
 * Returns: FALSE when none is known, or nothing may be told of the person
 */
gboolean
mukana_match_remedies_find (const MukanaMatchRemedies *self,
                            MukanaMatchFacts          *facts,
                            MukanaReasons              reasons,
                            MukanaMatchRemedy         *remedy)
{
  g_autoptr (GArray) halves = g_array_new (FALSE, FALSE, sizeof (Half));

  if (!mukana_match_remedies_may_tell (self, facts, reasons))
    return FALSE;

  for (guint i = 0; i < self->options->len; i++)
    {
      const MukanaMatchOption *option = &g_array_index (self->options, MukanaMatchOption, i);
      Half half = { .cost = option->cost };

      if ((mukana_match_change_helps (option->change.kind) & reasons) == 0 ||
          !mukana_match_option_make (option, self->request, facts, &half.change))
        continue;

      half.left = mukana_match_option_judge (option, &half.change, self->request, facts);
      if (half.left == 0)
        {
          *remedy = (MukanaMatchRemedy) { 1, { half.change } };
          return TRUE;
        }
      if (half.left != reasons && (half.left & ~reasons) == 0)
        g_array_append_val (halves, half);
    }

  return find_two (self, facts, halves, remedy);
}

/* ---- More points ---- */

static gboolean
may_raise (const MukanaMatchChange *change)
{
  switch ((int) change->kind)
    {
    case MUKANA_MATCH_CHANGE_REMOTE_TOO: return TRUE;
    case MUKANA_MATCH_CHANGE_START_LATER:
    case MUKANA_MATCH_CHANGE_MOVED: return ABS (change->amount) == HALF_HOUR;
    default: return FALSE;
    }
}

/**
 * mukana_match_remedies_rise:
 * @facts: of somebody who fits
 * @score: the score they have
 * @change: (out): the change of the request that raises it the most
 * @risen: (out): the score they would have
 *
 * Returns: FALSE when no change raises it by two points or more
 */
gboolean
mukana_match_remedies_rise (const MukanaMatchRemedies *self,
                            const MukanaMatchFacts    *facts,
                            const MukanaWeights       *weights,
                            const MukanaScore         *score,
                            MukanaMatchChange         *change,
                            MukanaScore               *risen)
{
  int best = score->points + LEAST_RISE - 1;

  for (guint i = 0; i < self->options->len; i++)
    {
      const MukanaMatchOption *option = &g_array_index (self->options, MukanaMatchOption, i);
      MukanaScore found;

      if (!may_raise (&option->change) || !mukana_eligibility_allows (option->request, facts))
        continue;

      found = mukana_score_new (option->request, facts, weights);
      if (found.points > best)
        {
          best = found.points;
          *change = option->change;
          *risen = found;
        }
    }

  return best >= score->points + LEAST_RISE;
}
