/* mukana-packs.c: what is packed of people for matching goes when it may be old.
 *
 * Knows whom a change is about, and not what a pack says.  Nothing is packed here: whoever
 * lacks a pack is read from the tables, and packed when the register is opened next.  With the
 * pack goes the shelf on which it stands; the packs of its neighbours are there still.
 */

#include "store/mukana-packs.h"

/**
 * mukana_change_alters_facts:
 * @person_id: (out): of whom; 0: of everybody
 *
 * Whatever changes what matching knows of somebody touches that person, so that an index in
 * memory and what is packed follow alike.
 *
 * Returns: whether matching may know something else after the change
 */
gboolean
mukana_change_alters_facts (const MukanaChange *change,
                            gint64             *person_id)
{
  switch (change->kind)
    {
    case MUKANA_KIND_PERSON:
    case MUKANA_KIND_CONSENT:
    case MUKANA_KIND_AVAILABILITY:
      *person_id = change->id;
      return TRUE;
    case MUKANA_KIND_VOCABULARY:
    case MUKANA_KIND_EVERYTHING:
      *person_id = 0;
      return TRUE;
    default:
      return FALSE;   /* proposals and assignments touch their person too */
    }
}

/**
 * mukana_change_facts_of:
 * @people: (nullable): gives a person_id in each row; NULL with @error set: it was not prepared
 *
 * For changes of something else on which facts of people rest: touches each of them.
 */
gboolean
mukana_change_facts_of (MukanaDb     *db,
                        MukanaQuery  *people,
                        GError      **error)
{
  int result = -1;

  while (people != NULL && (result = mukana_query_step (people, error)) > 0)
    mukana_db_touch (db, MUKANA_KIND_PERSON, mukana_query_get_int (people, "person_id"),
                     MUKANA_EFFECT_CHANGED);

  return result == 0;
}

/**
 * mukana_packs_follow:
 * @changes: of the write transaction that is open, all of them
 *
 * Thread: worker.
 * Returns: whether no pack is left that the changes have made old
 */
gboolean
mukana_packs_follow (MukanaDb         *db,
                     MukanaChangeSet  *changes,
                     GError          **error)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);
  gint64 before = -1, person_id;

  for (guint i = 0; i < n_changes; i++)
    {
      if (!mukana_change_alters_facts (&change[i], &person_id) || person_id == before)
        continue;
      if (person_id == 0)
        return mukana_db_run (db, "packs.renew", error) >= 0;
      if (mukana_db_run (db, "packs.drop", error, mukana_int ("person_id", person_id)) < 0 ||
          mukana_db_run (db, "packs.drop-shelf", error,
                         mukana_int ("shelf", person_id / MUKANA_PACKS_ON_SHELF)) < 0)
        return FALSE;
      before = person_id;
    }

  return TRUE;
}
