/* mukana-match-result.c: the answers of a match index.
 *
 * Who fits, best first and no more than were asked for; who does not, with
 * every reason.  Knows nothing of how they are found.
 */

#include "domain/mukana-match-result-private.h"

/* Best first; equal scores by person, so that the same register always gives
 * the same list. */
static int
compare_candidates (gconstpointer a,
              gconstpointer b)
{
  const MukanaCandidate *left = a;
  const MukanaCandidate *right = b;

  if (left->points != right->points)
    return left->points > right->points ? -1 : 1;

  return left->person_id < right->person_id ? -1 : left->person_id > right->person_id;
}

static int
compare_worst_first (gconstpointer a,
                     gconstpointer b)
{
  return compare_candidates (b, a);
}

/** mukana_match_result_new: Returns: yours, an answer that nobody fits */
MukanaMatchResult *
mukana_match_result_new (void)
{
  MukanaMatchResult *self = g_new0 (MukanaMatchResult, 1);

  self->candidates = g_array_sized_new (FALSE, FALSE, sizeof (MukanaCandidate), 32);
  return self;
}

/* Lets the first of @items sink to its place in a heap with the worst on top. */
static void
sink (MukanaCandidate *items,
      guint            n_items)
{
  for (guint i = 0, child; (child = 2 * i + 1) < n_items; i = child)
    {
      MukanaCandidate moved = items[i];

      if (child + 1 < n_items && compare_candidates (&items[child + 1], &items[child]) > 0)
        child++;
      if (compare_candidates (&items[child], &items[i]) <= 0)
        return;

      items[i] = items[child];
      items[child] = moved;
    }
}

/**
 * mukana_match_result_keep:
 * @top_n: how many to keep; the same at each call
 * @facts: of the person, borrowed until mukana_match_result_finish()
 * @points: their score
 *
 * Keeps the person while they are among the best @top_n.
 */
void
mukana_match_result_keep (MukanaMatchResult *self,
                          guint              top_n,
                          gint64             person_id,
                          MukanaMatchFacts  *facts,
                          int                points)
{
  MukanaCandidate found = { person_id, facts, points };
  MukanaCandidate *items;

  if (self->candidates->len < top_n)
    {
      g_array_append_val (self->candidates, found);

      /* Sorted with the worst first is a heap already. */
      if (self->candidates->len == top_n)
        g_array_sort (self->candidates, compare_worst_first);

      return;
    }

  items = (MukanaCandidate *) (gpointer) self->candidates->data;
  if (top_n > 0 && compare_candidates (&found, &items[0]) < 0)
    {
      items[0] = found;
      sink (items, self->candidates->len);
    }
}

/**
 * mukana_match_result_least:
 *
 * Returns: the score without which nobody is kept any more; with it, the lower
 *   person id decides
 */
int
mukana_match_result_least (const MukanaMatchResult *self,
                           guint                    top_n)
{
  if (top_n == 0 || self->candidates->len < top_n)
    return 0;

  return g_array_index (self->candidates, MukanaCandidate, 0).points;
}

/** mukana_match_result_finish: puts the candidates in order and keeps their facts alive */
void
mukana_match_result_finish (MukanaMatchResult *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    __builtin_prefetch ((const char *) g_array_index (self->candidates, MukanaCandidate, i).facts -
                        sizeof (gpointer));
  for (guint i = 0; i < self->candidates->len; i++)
    mukana_match_facts_ref (g_array_index (self->candidates, MukanaCandidate, i).facts);

  g_array_sort (self->candidates, compare_candidates);
}

void
mukana_match_result_free (MukanaMatchResult *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    mukana_match_facts_unref (g_array_index (self->candidates, MukanaCandidate, i).facts);

  g_array_unref (self->candidates);
  g_free (self);
}

static int
compare_excluded (gconstpointer a,
                  gconstpointer b)
{
  const MukanaExcluded *left = a;
  const MukanaExcluded *right = b;

  return left->person_id < right->person_id ? -1 : left->person_id > right->person_id;
}

/** mukana_match_exclusions_new: Returns: yours, an answer that everybody fits */
MukanaMatchExclusions *
mukana_match_exclusions_new (void)
{
  MukanaMatchExclusions *self = g_new0 (MukanaMatchExclusions, 1);

  self->people = g_array_new (FALSE, FALSE, sizeof (MukanaExcluded));
  return self;
}

/** mukana_match_exclusions_add: @facts: a reference is kept; @reasons: not 0 */
void
mukana_match_exclusions_add (MukanaMatchExclusions *self,
                             MukanaMatchFacts      *facts,
                             MukanaReasons          reasons)
{
  MukanaExcluded excluded = { facts->person_id, mukana_match_facts_ref (facts), reasons };

  g_array_append_val (self->people, excluded);
  self->firsts[__builtin_ctz (reasons)]++;
  for (MukanaReasons left = reasons; left != 0; left &= left - 1)
    self->counts[__builtin_ctz (left)]++;
}

void
mukana_match_exclusions_finish (MukanaMatchExclusions *self)
{
  g_array_sort (self->people, compare_excluded);
}

/** mukana_match_exclusions_people: Returns: yours, gint64 ids of those with @reason, ascending */
GArray *
mukana_match_exclusions_people (const MukanaMatchExclusions *self,
                                MukanaReason                 reason)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaExcluded *excluded = &g_array_index (self->people, MukanaExcluded, i);

      if ((excluded->reasons >> reason & 1) != 0)
        g_array_append_val (ids, excluded->person_id);
    }

  return ids;
}

void
mukana_match_exclusions_free (MukanaMatchExclusions *self)
{
  for (guint i = 0; i < self->people->len; i++)
    mukana_match_facts_unref (g_array_index (self->people, MukanaExcluded, i).facts);

  g_array_unref (self->people);
  g_free (self);
}
