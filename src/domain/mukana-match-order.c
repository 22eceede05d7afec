/* mukana-match-order.c: who fits, in another order than the best first.
 *
 * An order is of everybody who fits: of the best only, the nearest may be missing.
 * Where an order knows no difference, the best come first.  What people are called
 * is not known here, so the order of names comes from outside.
 */

#include "domain/mukana-match-order.h"

/* Where a candidate stands, and what of the order decides it. */
typedef struct
{
  int   key;
  guint place;        /* among the best */
} Standing;

/* The smallest first. */
static int
find_key (MukanaMatchOrder   order,
          const MukanaScore *score)
{
  const MukanaScorePart *place = &score->parts[MUKANA_PART_PLACE];
  const MukanaScorePart *fairness = &score->parts[MUKANA_PART_FAIRNESS];

  switch (order)
    {
    case MUKANA_MATCH_ORDER_NEAR:
      return place->finding == MUKANA_FINDING_PLACE ? place->numbers[0] : G_MAXINT;
    case MUKANA_MATCH_ORDER_RESTED:
      return fairness->finding == MUKANA_FINDING_TOOK_PART && fairness->numbers[0] >= 0
             ? -fairness->numbers[0] : -G_MAXINT;
    case MUKANA_MATCH_ORDER_BEST:
    case MUKANA_MATCH_ORDER_NAME:
    default:
      return 0;
    }
}

static int
compare_standings (gconstpointer a,
                   gconstpointer b)
{
  const Standing *left = a;
  const Standing *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;

  return left->place < right->place ? -1 : left->place > right->place;
}

/* Leaves the first of @standings, in their order. */
static void
pick (MukanaMatchResult *self,
      GArray            *standings,
      guint              first_n)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (MukanaCandidate));

  for (guint i = 0; i < MIN (first_n, standings->len); i++)
    {
      guint place = g_array_index (standings, Standing, i).place;
      MukanaCandidate *candidate = &g_array_index (self->candidates, MukanaCandidate, place);

      g_array_append_val (picked, *candidate);
      candidate->facts = NULL;
    }

  for (guint i = 0; i < self->candidates->len; i++)
    g_clear_pointer (&g_array_index (self->candidates, MukanaCandidate, i).facts,
                     mukana_match_facts_unref);
  g_array_unref (self->candidates);
  self->candidates = picked;
}

/**
 * mukana_match_result_order:
 * @self: with everybody who fits
 * @first_n: how many to leave
 *
 * Thread: any.
 */
void
mukana_match_result_order (MukanaMatchResult        *self,
                           const MukanaMatchRequest *request,
                           const MukanaWeights      *weights,
                           MukanaMatchOrder          order,
                           guint                     first_n)
{
  g_autoptr (GArray) standings = g_array_new (FALSE, FALSE, sizeof (Standing));

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const MukanaCandidate *candidate = &g_array_index (self->candidates, MukanaCandidate, i);
      MukanaScore score = mukana_score_new (request, candidate->facts, weights);
      Standing standing = { find_key (order, &score), i };

      g_array_append_val (standings, standing);
    }

  g_array_sort (standings, compare_standings);
  pick (self, standings, first_n);
}

/**
 * mukana_match_result_follow:
 * @self: with everybody who fits
 * @ids: gint64 ids of people, fitting or not; whoever is not among them is left out
 * @first_n: how many to leave
 *
 * Thread: any.
 */
void
mukana_match_result_follow (MukanaMatchResult *self,
                            GArray            *ids,
                            guint              first_n)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) standings = g_array_new (FALSE, FALSE, sizeof (Standing));

  for (guint i = 0; i < self->candidates->len; i++)
    g_hash_table_insert (places,
                         &g_array_index (self->candidates, MukanaCandidate, i).person_id,
                         GUINT_TO_POINTER (i));

  for (guint i = 0; i < ids->len && standings->len < first_n; i++)
    {
      Standing standing = { 0 };
      gpointer place;

      if (!g_hash_table_lookup_extended (places, &g_array_index (ids, gint64, i), NULL, &place))
        continue;
      standing.place = GPOINTER_TO_UINT (place);
      g_array_append_val (standings, standing);
    }

  pick (self, standings, first_n);
}
