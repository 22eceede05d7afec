/* mukana-judging.c: who may be asked to a request, judged in the write that asks.
 *
 * Finding people judges what was read before somebody pressed a button, and a list
 * of people judges nothing at all.  Whoever asks judges again, by the same rules and
 * from the rows as they are in the very transaction.
 *
 * That two are not placed together is not judged here, because those who are asked
 * together are not in the request yet: the write looks at each after the other.
 */

#include "services/mukana-judging.h"

#include "services/mukana-fact-loading.h"

struct _MukanaJudging
{
  MukanaDb           *db;
  MukanaLexicon      *lexicon;
  MukanaMatchRequest *request;
  GPtrArray          *facts;     /* MukanaMatchFacts, in the order of adding */
};

/**
 * mukana_judging_new:
 * @db: kept for as long as it judges
 * @lexicon: (nullable): of the same snapshot, for whoever judges many requests
 *
 * Thread: worker.
 * Returns: yours, of nobody yet
 */
MukanaJudging *
mukana_judging_new (MukanaDb       *db,
                    MukanaLexicon  *lexicon,
                    gint64          request_id,
                    GError        **error)
{
  g_autoptr (MukanaJudging) self = g_new0 (MukanaJudging, 1);

  self->db = db;
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_facts_unref);
  self->lexicon = lexicon != NULL ? g_object_ref (lexicon) : mukana_lexicon_load (db, error);
  self->request = self->lexicon != NULL
                  ? mukana_request_load (db, self->lexicon, request_id, error) : NULL;
  return self->request != NULL ? g_steal_pointer (&self) : NULL;
}

void
mukana_judging_free (MukanaJudging *self)
{
  g_clear_object (&self->lexicon);
  g_clear_pointer (&self->request, mukana_match_request_free);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

/** mukana_judging_add: somebody to judge; who is not in the register may not be asked */
gboolean
mukana_judging_add (MukanaJudging  *self,
                    gint64          person_id,
                    GError        **error)
{
  g_autoptr (GPtrArray) found = mukana_facts_load (self->db, self->lexicon, person_id, error);

  if (found == NULL)
    return FALSE;

  g_ptr_array_add (self->facts, found->len > 0
                                ? mukana_match_facts_ref (g_ptr_array_index (found, 0))
                                : mukana_match_facts_new (person_id));
  return TRUE;
}

static gboolean
suits_all (MukanaJudging *self,
           gint64         way)
{
  g_autoptr (MukanaMatchRequest) request = mukana_match_request_copy_at (self->request, way);

  for (guint i = 0; i < self->facts->len; i++)
    if (mukana_eligibility_plan (request, g_ptr_array_index (self->facts, i), NULL) < 0)
      return FALSE;

  return TRUE;
}

/**
 * mukana_judging_find_way:
 *
 * A request takes place once, so those who are asked together are asked to the same.
 *
 * Returns: a way of the request as in mukana_match_request_copy_at() in which all who were
 *   added have time; when there is none, its first
 */
gint64
mukana_judging_find_way (MukanaJudging *self)
{
  g_autoptr (GArray) ways = mukana_match_request_dup_ways (self->request);

  for (guint i = 0; ways->len > 1 && i < ways->len; i++)
    if (suits_all (self, g_array_index (ways, gint64, i)))
      return g_array_index (ways, gint64, i);

  return ways->len > 0 ? g_array_index (ways, gint64, 0) : 0;
}

/** mukana_judging_has_way: Returns: FALSE when the request takes place at another time already */
gboolean
mukana_judging_has_way (MukanaJudging *self,
                        gint64         way)
{
  g_autoptr (MukanaMatchRequest) request = mukana_match_request_copy_at (self->request, way);

  return self->request->slots->len == 0 || request->slots->len > 0;
}

/**
 * mukana_judging_judge:
 * @index: whom, in the order of adding
 *
 * Returns: why they do not fit the request in that way; 0 when they do
 */
MukanaReasons
mukana_judging_judge (MukanaJudging *self,
                      guint          index,
                      gint64         way)
{
  g_autoptr (MukanaMatchRequest) request = mukana_match_request_copy_at (self->request, way);

  return mukana_eligibility_judge (request, g_ptr_array_index (self->facts, index)) &
         ~(1u << MUKANA_REASON_NOT_TOGETHER);
}

/** mukana_judging_position: Returns: where they would have to come to; unknown when nowhere */
MukanaPosition
mukana_judging_position (MukanaJudging *self,
                         guint          index)
{
  MukanaPosition nowhere = { 0, 0 };

  return mukana_match_request_has_travel (self->request, g_ptr_array_index (self->facts, index))
         ? self->request->position : nowhere;
}
