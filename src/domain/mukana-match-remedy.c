/* mukana-match-remedy.c: the smallest change that would let somebody be proposed.
 *
 * Tries what could be otherwise, the smallest first, and believes only what
 * mukana-eligibility says of the changed request and facts.  Two changes are
 * offered only when no single one is enough, and three when no two are, and each
 * of them takes a reason away by itself, so that nothing is asked in vain.
 *
 * Of those who may not be read, have taken their consent back, have restricted the use
 * of their data, or have excluded the unit nothing is told at all: their no is not a
 * thing to work on.
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

enum
{
  LEAST_RISE = 2,
  HALF_HOUR = 30,
  MOST_TRIES = 200,            /* sets of changes judged for one person */
};

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
         mukana_match_facts_may_be_told (facts, self->request->today);
}

/* ---- Some together ---- */

/* A change that takes some of the reasons away. */
typedef struct
{
  MukanaMatchChange change;
  int               cost;
  MukanaReasons     left;
} Part;

typedef struct
{
  const MukanaMatchRemedies *remedies;
  MukanaMatchFacts          *facts;
  GArray                    *parts;        /* of Part, the smallest first */
  guint                      n_wanted;
  MukanaMatchRemedy          picked;
  guint                      n_tries;
  int                        least;        /* the cost of the best so far */
  MukanaMatchRemedy         *best;
} Search;

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

/** mukana_match_remedy_request: Returns: yours, the request after all the changes */
MukanaMatchRequest *
mukana_match_remedy_request (const MukanaMatchRemedy  *self,
                             const MukanaMatchRequest *request)
{
  MukanaMatchRequest *changed = mukana_match_request_copy (request);

  for (guint i = 0; i < self->n_changes; i++)
    {
      g_autoptr (MukanaMatchRequest) before = changed;

      changed = mukana_match_change_request (&self->changes[i], before);
    }

  return changed;
}

static gboolean
is_enough (const Search *search)
{
  const MukanaMatchRequest *asked = search->remedies->request;
  g_autoptr (MukanaMatchRequest) request = mukana_match_remedy_request (&search->picked, asked);
  MukanaMatchFacts *facts = mukana_match_facts_ref (search->facts);
  gboolean allows;

  for (guint i = 0; i < search->picked.n_changes; i++)
    {
      g_autoptr (MukanaMatchFacts) before = facts;

      facts = mukana_match_change_facts (&search->picked.changes[i], asked, before);
    }

  allows = mukana_eligibility_allows (request, facts);
  mukana_match_facts_unref (facts);
  return allows;
}

static gboolean
goes_with_picked (const Search *search,
                  const Part   *part)
{
  for (guint i = 0; i < search->picked.n_changes; i++)
    if (!mukana_match_changes_go_together (&search->picked.changes[i], &part->change))
      return FALSE;

  return TRUE;
}

/* Adds one part more to what is picked, of cost @cost, with which @left are left. */
static void
pick (Search        *search,
      guint          first,
      int            cost,
      MukanaReasons  left)
{
  guint n_missing = search->n_wanted - search->picked.n_changes;

  if (n_missing == 0)
    {
      if (left == 0 && search->n_tries++ < MOST_TRIES && is_enough (search))
        {
          search->least = cost;
          *search->best = search->picked;
        }
      return;
    }

  for (guint i = first; i < search->parts->len; i++)
    {
      const Part *part = &g_array_index (search->parts, Part, i);

      if (cost + (int) n_missing * part->cost >= search->least)
        return;   /* those after it cost no less */
      if ((left & ~part->left) == 0 || !goes_with_picked (search, part))
        continue;

      search->picked.changes[search->picked.n_changes++] = part->change;
      pick (search, i + 1, cost + part->cost, left & part->left);
      search->picked.n_changes--;
    }
}

static gboolean
find_together (Search        *search,
               MukanaReasons  reasons)
{
  MukanaReasons stubborn = reasons;

  for (guint i = 0; i < search->parts->len; i++)
    stubborn &= g_array_index (search->parts, Part, i).left;
  if (stubborn != 0)
    return FALSE;

  for (search->n_wanted = 2;
       search->n_wanted <= MUKANA_MATCH_MOST_CHANGES && search->least == G_MAXINT;
       search->n_wanted++)
    pick (search, 0, 0, reasons);

  return search->least < G_MAXINT;
}

static gboolean
find_within (const MukanaMatchRemedies *self,
             MukanaMatchFacts          *facts,
             MukanaReasons              reasons,
             gboolean                   is_of_request,
             MukanaMatchRemedy         *remedy)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Search search = { self, facts, parts, .least = G_MAXINT, .best = remedy };

  for (guint i = 0; i < self->options->len; i++)
    {
      const MukanaMatchOption *option = &g_array_index (self->options, MukanaMatchOption, i);
      Part part = { .cost = option->cost };

      if ((is_of_request && !mukana_match_change_is_of_request (option->change.kind)) ||
          (mukana_match_change_helps (option->change.kind) & reasons) == 0 ||
          !mukana_match_option_make (option, self->request, facts, &part.change))
        continue;

      part.left = mukana_match_option_judge (option, &part.change, self->request, facts);
      if (part.left == 0)
        {
          *remedy = (MukanaMatchRemedy) { 1, { part.change } };
          return TRUE;
        }
      if (part.left != reasons && (part.left & ~reasons) == 0)
        g_array_append_val (parts, part);
    }

  return find_together (&search, reasons);
}

/**
 * mukana_match_remedies_find_of_request:
 *
 * For counting only: what is found is told of nobody.
 *
 * Returns: whether changes of the request alone would let the person be proposed
 */
gboolean
mukana_match_remedies_find_of_request (const MukanaMatchRemedies *self,
                                       MukanaMatchFacts          *facts,
                                       MukanaReasons              reasons,
                                       MukanaMatchRemedy         *remedy)
{
  return find_within (self, facts, reasons, TRUE, remedy);
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
  return mukana_match_remedies_may_tell (self, facts, reasons) &&
         find_within (self, facts, reasons, FALSE, remedy);
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
