/* mukana-packing.c: packs what matching knows of people, so that an index is ready at once.
 *
 * A pack is a copy, made of what the facts are loaded from, and goes with the change that makes it
 * old (see store/mukana-packs.c).  So there is nothing here to keep in step: people without a pack
 * are read from the tables, and packed when somebody who may match next opens the register.
 */

#include "services/mukana-packing.h"

#include "domain/mukana-match-pack.h"
#include "services/mukana-fact-loading.h"

/* People packed in one write: some ten milliseconds. */
#define PIECE 200

/* Returns: yours, of gint64, in order */
static GArray *
read_lacking (MukanaDb  *db,
              gint64     after,
              GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "packs.lacking", error,
                                                    mukana_int ("after", after),
                                                    mukana_int ("most", PIECE));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");

      g_array_append_val (ids, id);
    }

  return result < 0 ? NULL : g_steal_pointer (&ids);
}

/* Where those who lack a pack lie close, all between them are read at once. */
static GPtrArray *
load_facts (MukanaDb       *db,
            MukanaLexicon  *lexicon,
            GArray         *ids,
            GError        **error)
{
  gint64 first = g_array_index (ids, gint64, 0), last = g_array_index (ids, gint64, ids->len - 1);
  g_autoptr (GPtrArray) all = NULL;

  if (last - first < 4 * (gint64) ids->len)
    return mukana_facts_load_range (db, lexicon, first, last, error);

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_facts_unref);
  for (guint i = 0; i < ids->len; i++)
    {
      GPtrArray *found = mukana_facts_load (db, lexicon, g_array_index (ids, gint64, i), error);

      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, found);
    }

  return g_steal_pointer (&all);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static gboolean
put_packs (MukanaDb   *db,
           GArray     *ids,
           GError    **error)
{
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);
  g_autoptr (GPtrArray) all = lexicon ? load_facts (db, lexicon, ids, error) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MukanaMatchFacts *facts = g_ptr_array_index (all, i);
      g_autoptr (GBytes) packed = NULL;

      /* Of others between them there is a pack, or nothing to pack. */
      if (!g_array_binary_search (ids, &facts->person_id, compare_ids, NULL))
        continue;
      packed = mukana_match_pack_new (facts, mukana_lexicon_peek_themes (lexicon));
      if (mukana_db_run (db, "packs.put", error, mukana_int ("person_id", facts->person_id),
                         mukana_bytes ("facts", packed)) < 0)
        return FALSE;
    }

  return all != NULL;
}

static gpointer
pack_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const gint64 *after = arg;
  g_autoptr (GArray) ids = NULL;

  if ((*after == 0 && mukana_db_run (db, "packs.drop-unusable", error) < 0) ||
      !(ids = read_lacking (db, *after, error)) || ids->len == 0 || !put_packs (db, ids, error))
    return NULL;

  return g_memdup2 (&g_array_index (ids, gint64, ids->len - 1), sizeof (gint64));
}

const MukanaJob mukana_packing_job = {
  "ranking.pack", MUKANA_LANE_WRITE, pack_run, g_free, .needs = MUKANA_DEED_MATCH
};

/**
 * mukana_packing_find_wrong:
 *
 * Opens each pack of use beside what the tables say now.
 *
 * Thread: worker.
 * Returns: yours, of gint64: people whose pack says something else; nobody, if all is well
 */
GArray *
mukana_packing_find_wrong (MukanaDb  *db,
                           GError   **error)
{
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);
  g_autoptr (GPtrArray) read = lexicon ? mukana_facts_load (db, lexicon, 0, error) : NULL;
  g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) packed =
    read ? mukana_facts_open_packs (db, lexicon, lacking, error) : NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (packed == NULL)
    return NULL;

  for (guint i = 0; i < read->len; i++)
    {
      MukanaMatchFacts *facts = g_ptr_array_index (read, i);

      g_hash_table_insert (by_id, &facts->person_id, facts);
    }
  for (guint i = 0; i < packed->len; i++)
    {
      MukanaMatchFacts *facts = g_ptr_array_index (packed, i);
      MukanaMatchFacts *expected = g_hash_table_lookup (by_id, &facts->person_id);

      if (expected == NULL ||
          !mukana_match_pack_is_same (facts, expected, mukana_lexicon_peek_themes (lexicon)))
        g_array_append_val (ids, facts->person_id);
    }

  return g_steal_pointer (&ids);
}
