/* mukana-index-filling.c: an index of everybody, from what is packed.
 *
 * From shelves where there are any, some dozens of people at once; from the packs of single people
 * where a shelf is missing; and from the tables for whoever has no pack.  All three say the same.
 */

#include "services/mukana-index-filling.h"

#include "services/mukana-fact-loading.h"
#include "store/mukana-packs.h"

/* How many people without a pack are read one by one before everybody is read anew. */
#define MOST_LACKING 500

typedef struct
{
  MukanaDb         *db;
  MukanaLexicon    *lexicon;
  MukanaMatchIndex *index;
  GArray           *gaps;        /* gint64, two by two: people from and to, who are on no shelf */
  GArray           *lacking;     /* gint64: people who are in no pack */
} Filling;

static void
add_gap (Filling *self,
         gint64   first_id,
         gint64   last_id)
{
  if (first_id > last_id)
    return;

  g_array_append_val (self->gaps, first_id);
  g_array_append_val (self->gaps, last_id);
}

static gboolean
read_shelves (Filling  *self,
              GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "packs.shelves", error);
  MukanaDay today = mukana_db_today (self->db);
  gint64 next_id = 0;
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 shelf = mukana_query_get_int (query, "shelf");
      MukanaValue bytes;

      mukana_query_get_value (query, (guint) mukana_query_column (query, "facts"), &bytes);
      if (bytes.kind != MUKANA_VALUE_BYTES ||
          !mukana_match_index_put_shelf (self->index, shelf, (const guint8 *) bytes.text,
                                         bytes.length, today, self->lacking))
        continue;
      add_gap (self, next_id, shelf * MUKANA_PACKS_ON_SHELF - 1);
      next_id = (shelf + 1) * MUKANA_PACKS_ON_SHELF;
    }

  add_gap (self, next_id, G_MAXINT64);
  return result == 0;
}

static void
put_all (MukanaMatchIndex *index,
         GPtrArray        *all)
{
  for (guint i = 0; i < all->len; i++)
    mukana_match_index_put (index, mukana_match_facts_ref (g_ptr_array_index (all, i)));
}

static gboolean
read_gaps (Filling  *self,
           GError  **error)
{
  for (guint i = 0; i < self->gaps->len; i += 2)
    {
      g_autoptr (GPtrArray) all =
        mukana_facts_open_packs (self->db, self->lexicon, g_array_index (self->gaps, gint64, i),
                                 g_array_index (self->gaps, gint64, i + 1), self->lacking, error);

      if (all == NULL)
        return FALSE;
      put_all (self->index, all);
    }

  return TRUE;
}

/* Few have anything that is in no pack. */
static gboolean
add_unpacked (Filling  *self,
              GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "packs.unpacked", error);
  g_autoptr (GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_facts_unref);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      g_autoptr (MukanaMatchFacts) facts =
        mukana_match_index_ref_facts (self->index, mukana_query_get_int (query, "person_id"));

      if (facts != NULL)
        g_ptr_array_add (all, mukana_match_facts_copy (facts));
    }

  if (result < 0 || !mukana_facts_add_unpacked (self->db, self->lexicon, all, error))
    return FALSE;

  put_all (self->index, all);
  return TRUE;
}

/* On a shelf whoever may not be read is a number and a state; a guardian's yes is asked of few. */
static gboolean
mark_unguarded (Filling  *self,
                GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "matching.unguarded", error,
                                                    mukana_int ("first_id", 0),
                                                    mukana_int ("last_id", G_MAXINT64));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      g_autoptr (MukanaMatchFacts) facts =
        mukana_match_index_ref_facts (self->index, mukana_query_get_int (query, "person_id"));

      if (facts != NULL && !facts->lacks_guardian)
        {
          MukanaMatchFacts *marked = mukana_match_facts_copy (facts);

          marked->lacks_guardian = TRUE;
          mukana_match_index_put (self->index, marked);
        }
    }

  return result == 0;
}

static gboolean
read_lacking (Filling  *self,
              GError  **error)
{
  guint n_people = mukana_match_index_size (self->index) + self->lacking->len;

  if (self->lacking->len > MOST_LACKING || self->lacking->len * 8 > n_people)
    {
      g_autoptr (GPtrArray) all = mukana_facts_load (self->db, self->lexicon, 0, error);

      if (all != NULL)
        put_all (self->index, all);
      return all != NULL;
    }

  for (guint i = 0; i < self->lacking->len; i++)
    {
      g_autoptr (GPtrArray) found =
        mukana_facts_load (self->db, self->lexicon, g_array_index (self->lacking, gint64, i),
                           error);

      if (found == NULL)
        return FALSE;
      put_all (self->index, found);
    }

  return TRUE;
}

/**
 * mukana_index_fill:
 *
 * Thread: worker.
 * Returns: yours, with everybody as mukana_facts_load() gives them, and much sooner where they are
 *   packed
 */
MukanaMatchIndex *
mukana_index_fill (MukanaDb       *db,
                   MukanaLexicon  *lexicon,
                   GError        **error)
{
  g_autoptr (MukanaMatchIndex) index =
    mukana_match_index_new (mukana_lexicon_peek_themes (lexicon));
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (gint64));
  Filling self = { db, lexicon, index, gaps, lacking };

  if (!read_shelves (&self, error) || !read_gaps (&self, error) ||
      !add_unpacked (&self, error) || !mark_unguarded (&self, error) ||
      !read_lacking (&self, error))
    return NULL;

  return g_steal_pointer (&index);
}
