/* mukana-packing.c: packs what matching knows of people, so that an index is ready at once.
 *
 * A pack is a copy, made of what the facts are loaded from, and goes with the change that makes it
 * old (see store/mukana-packs.c).  So there is nothing here to keep in step: people without a pack
 * are read from the tables, and packed when somebody who may match next opens the register.
 */

#include "services/mukana-packing.h"

#include "domain/mukana-codes.h"
#include "domain/mukana-match-pack.h"
#include "domain/mukana-match-shelf.h"
#include "domain/mukana-person.h"
#include "services/mukana-fact-loading.h"
#include "services/mukana-index-filling.h"
#include "store/mukana-packs.h"

G_STATIC_ASSERT (MUKANA_PACKS_ON_SHELF == MUKANA_SHELF_PEOPLE);

/* People packed in one write, or shelves filled: some ten milliseconds. */
#define PIECE 200
#define SHELVES 16

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

/* Whoever may be read and has no pack that opens stands on the shelf as lacking. */
static gboolean
put_shelf (MukanaDb       *db,
           MukanaLexicon  *lexicon,
           gint64          shelf,
           GError        **error)
{
  gint64 first_id = shelf * MUKANA_SHELF_PEOPLE, last_id = first_id + MUKANA_SHELF_PEOPLE - 1;
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "packs.read", error,
                                                    mukana_int ("first_id", first_id),
                                                    mukana_int ("last_id", last_id));
  g_autoptr (MukanaShelfWriter) writer =
    mukana_shelf_writer_new (mukana_lexicon_peek_themes (lexicon), mukana_db_today (db));
  g_autoptr (GBytes) bytes = NULL;
  int result = -1, state;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");
      MukanaValue pack;

      mukana_query_get_value (query, (guint) mukana_query_column (query, "facts"), &pack);
      state = mukana_code_index (mukana_person_states, mukana_query_peek_text (query, "state"));
      if (mukana_query_get_int (query, "is_usable") == 0)
        mukana_shelf_writer_add_other (writer, id, (gint8) state);
      else if (pack.kind != MUKANA_VALUE_BYTES ||
               !mukana_shelf_writer_add_pack (writer, id, (const guint8 *) pack.text, pack.length))
        mukana_shelf_writer_add_lacking (writer, id);
    }
  if (result < 0)
    return FALSE;

  bytes = mukana_shelf_writer_finish (writer);
  return mukana_db_run (db, "packs.put-shelf", error, mukana_int ("shelf", shelf),
                        mukana_int ("first_id", first_id), mukana_int ("last_id", last_id),
                        mukana_bytes ("facts", bytes)) >= 0;
}

/* Returns: yours, the id from which on there may be people on no shelf; NULL when there are none,
 * or with @error set */
static gint64 *
put_shelves (MukanaDb  *db,
             gint64     from_id,
             GError   **error)
{
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);
  gint64 id = lexicon != NULL ? 0 : -1;

  for (guint i = 0; i < SHELVES && id >= 0; i++)
    {
      id = mukana_db_count (db, "packs.unshelved", error, mukana_int ("from_id", from_id));
      if (id <= 0 || !put_shelf (db, lexicon, id / MUKANA_SHELF_PEOPLE, error))
        return NULL;
      from_id = (id / MUKANA_SHELF_PEOPLE + 1) * MUKANA_SHELF_PEOPLE;
    }

  return id > 0 ? g_memdup2 (&from_id, sizeof from_id) : NULL;
}

/* First packs, then shelves of them, which are counted below zero. */
static gpointer
pack_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 after = *(const gint64 *) arg;
  g_autoptr (GArray) ids = NULL;
  gint64 *next;

  /* What is packed is known already. */
  mukana_db_keep_quiet (db);
  if (after >= 0)
    {
      if ((after == 0 && mukana_db_run (db, "packs.drop-unusable", error) < 0) ||
          !(ids = read_lacking (db, after, error)) || (ids->len > 0 && !put_packs (db, ids, error)))
        return NULL;
      if (ids->len > 0)
        return g_memdup2 (&g_array_index (ids, gint64, ids->len - 1), sizeof (gint64));
    }

  if ((next = put_shelves (db, after < 0 ? -after : 0, error)) != NULL)
    *next = -*next;
  return next;
}

const MukanaJob mukana_packing_job = {
  "ranking.pack", MUKANA_LANE_WRITE, pack_run, g_free, .needs = MUKANA_DEED_MATCH
};

static void
add_once (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;

  g_array_append_val (ids, id);
}

/* Adds whoever of @read is another in the index. */
static void
find_wrong_in (MukanaMatchIndex *index,
               MukanaThemeTree  *themes,
               GPtrArray        *read,
               GArray           *ids)
{
  for (guint i = 0; i < read->len; i++)
    {
      MukanaMatchFacts *expected = g_ptr_array_index (read, i);
      g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (index,
                                                                         expected->person_id);

      if (facts == NULL || !mukana_match_pack_is_same (facts, expected, themes))
        add_once (ids, expected->person_id);
    }
}

/**
 * mukana_packing_find_wrong:
 *
 * Opens each pack of use beside what the tables say now, and asks an index that is filled from
 * shelves.
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
    read ? mukana_facts_open_packs (db, lexicon, 0, G_MAXINT64, lacking, error) : NULL;
  g_autoptr (MukanaMatchIndex) shelved = packed ? mukana_index_fill (db, lexicon, error) : NULL;
  g_autoptr (MukanaMatchIndex) index = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MukanaThemeTree *themes;

  if (shelved == NULL)
    return NULL;

  themes = mukana_lexicon_peek_themes (lexicon);
  index = mukana_match_index_new (themes);
  for (guint i = 0; i < read->len; i++)
    mukana_match_index_put (index, mukana_match_facts_ref (g_ptr_array_index (read, i)));
  find_wrong_in (index, themes, packed, ids);
  find_wrong_in (shelved, themes, read, ids);
  return g_steal_pointer (&ids);
}
