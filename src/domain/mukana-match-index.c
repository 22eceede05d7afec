/* mukana-match-index.c: everybody in memory, found by bits.
 *
 * The index owns the facts of every person and, beside them, one bit a person
 * in each of some four hundred bitmaps: who is active and consents, who knows a
 * theme, who speaks a language, who may be free in a half hour of the week.  A
 * request is a few ANDs and ORs over them, 64 people at a time, and only those
 * left are judged by mukana-eligibility.
 *
 * A bit may be set for somebody who does not fit after all (a season has ended,
 * a consent has run out), never clear for somebody who fits.  So the answer is
 * the same as judging everybody, the index does not depend on the day, and
 * nothing has to be rebuilt at midnight.  Whoever adds a bitmap keeps this.
 *
 * It knows nothing of the store: whoever follows the store puts and removes.
 */

#include "domain/mukana-match-index.h"

#include "domain/mukana-match-bits.h"
#include "domain/mukana-match-result-private.h"

struct _MukanaMatchIndex
{
  GObject          parent_instance;

  MukanaThemeTree *tree;           /* never changes */

  GRWLock          lock;           /* guards everything below */
  GPtrArray       *rows;           /* MukanaMatchFacts, or NULL for a row that is free */
  GHashTable      *row_of;         /* gint64 person id (in the facts) -> row */
  GArray          *free_rows;      /* guint */
  MukanaMatchBits *bits;           /* bit = row */
};

G_DEFINE_FINAL_TYPE (MukanaMatchIndex, mukana_match_index, G_TYPE_OBJECT)

static void
unref_facts (gpointer data)
{
  if (data != NULL)
    mukana_match_facts_unref (data);
}

static void
mukana_match_index_finalize (GObject *object)
{
  MukanaMatchIndex *self = MUKANA_MATCH_INDEX (object);

  mukana_match_bits_free (self->bits);
  g_array_unref (self->free_rows);
  g_hash_table_unref (self->row_of);
  g_ptr_array_unref (self->rows);
  g_rw_lock_clear (&self->lock);
  g_object_unref (self->tree);
  G_OBJECT_CLASS (mukana_match_index_parent_class)->finalize (object);
}

static void
mukana_match_index_class_init (MukanaMatchIndexClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mukana_match_index_finalize;
}

static void
mukana_match_index_init (MukanaMatchIndex *self)
{
  g_rw_lock_init (&self->lock);
  self->rows = g_ptr_array_new_with_free_func (unref_facts);
  self->row_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->free_rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * mukana_match_index_new:
 * @tree: the themes that facts and requests speak of; a reference is kept
 *
 * Returns: (transfer full): an empty index
 */
MukanaMatchIndex *
mukana_match_index_new (MukanaThemeTree *tree)
{
  MukanaMatchIndex *self = g_object_new (MUKANA_TYPE_MATCH_INDEX, NULL);

  self->tree = g_object_ref (tree);
  self->bits = mukana_match_bits_new (tree);
  return self;
}

MukanaThemeTree *
mukana_match_index_peek_tree (MukanaMatchIndex *self)
{
  return self->tree;
}

static gboolean
find_row (MukanaMatchIndex *self,
          gint64            person_id,
          guint            *row)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->row_of, &person_id, NULL, &found))
    return FALSE;

  *row = GPOINTER_TO_UINT (found);
  return TRUE;
}

/* Takes the person off their row and gives the row back, facts released. */
static void
empty_row (MukanaMatchIndex *self,
           guint             row)
{
  MukanaMatchFacts *facts = g_ptr_array_index (self->rows, row);

  mukana_match_bits_clear (self->bits, row, facts);
  g_hash_table_remove (self->row_of, &facts->person_id);
  g_ptr_array_index (self->rows, row) = NULL;
  mukana_match_facts_unref (facts);
}

static guint
new_row (MukanaMatchIndex *self)
{
  guint row;

  if (self->free_rows->len == 0)
    {
      g_ptr_array_add (self->rows, NULL);
      return self->rows->len - 1;
    }

  row = g_array_index (self->free_rows, guint, self->free_rows->len - 1);
  g_array_set_size (self->free_rows, self->free_rows->len - 1);
  return row;
}

/**
 * mukana_match_index_put:
 * @facts: (transfer full): of a person new to the index, or changed; not
 *   changed any more by whoever else holds a reference
 *
 * Thread: any; waits for those who read.
 */
void
mukana_match_index_put (MukanaMatchIndex *self,
                        MukanaMatchFacts *facts)
{
  guint row;

  g_rw_lock_writer_lock (&self->lock);

  if (find_row (self, facts->person_id, &row))
    empty_row (self, row);
  else
    row = new_row (self);

  g_ptr_array_index (self->rows, row) = facts;
  g_hash_table_insert (self->row_of, &facts->person_id, GUINT_TO_POINTER (row));
  mukana_match_bits_set (self->bits, row, facts);

  g_rw_lock_writer_unlock (&self->lock);
}

/**
 * mukana_match_index_remove:
 *
 * Thread: any; waits for those who read.
 * Returns: whether the person was there
 */
gboolean
mukana_match_index_remove (MukanaMatchIndex *self,
                           gint64            person_id)
{
  gboolean is_there;
  guint row;

  g_rw_lock_writer_lock (&self->lock);

  is_there = find_row (self, person_id, &row);
  if (is_there)
    {
      empty_row (self, row);
      g_array_append_val (self->free_rows, row);
    }

  g_rw_lock_writer_unlock (&self->lock);
  return is_there;
}

/** mukana_match_index_size: Returns: how many people are in the index; any thread */
guint
mukana_match_index_size (MukanaMatchIndex *self)
{
  guint size;

  g_rw_lock_reader_lock (&self->lock);
  size = g_hash_table_size (self->row_of);
  g_rw_lock_reader_unlock (&self->lock);
  return size;
}

/** mukana_match_index_ref_facts: Returns: (nullable): yours, the facts of the person; any thread */
MukanaMatchFacts *
mukana_match_index_ref_facts (MukanaMatchIndex *self,
                              gint64            person_id)
{
  MukanaMatchFacts *facts = NULL;
  guint row;

  g_rw_lock_reader_lock (&self->lock);
  if (find_row (self, person_id, &row))
    facts = mukana_match_facts_ref (g_ptr_array_index (self->rows, row));
  g_rw_lock_reader_unlock (&self->lock);
  return facts;
}

/* ---- Who fits ---- */

typedef struct
{
  MukanaMatchIndex         *index;
  const MukanaMatchRequest *request;
  const MukanaWeights      *weights;
  guint                     top_n;
  MukanaMatchResult        *result;
  guint                     n_fits;    /* when they are only counted */
} Run;

/* Facts lie all over the memory, and waiting for them is most of the work.  So
 * those of a few rows later are asked for already, and what they point at next. */
static inline void
fetch_ahead (GPtrArray   *all,
             const guint *rows,
             guint        n_rows,
             guint        i)
{
  enum { FAR = 12, NEAR = 6, LINE = 64 };

  if (i + FAR < n_rows)
    {
      const char *facts = g_ptr_array_index (all, rows[i + FAR]);

      for (gsize line = 0; line < sizeof (MukanaMatchFacts); line += LINE)
        __builtin_prefetch (facts + line);
    }

  if (i + NEAR < n_rows)
    {
      const MukanaMatchFacts *facts = g_ptr_array_index (all, rows[i + NEAR]);

      __builtin_prefetch (facts->themes);
      __builtin_prefetch (facts->availability.slots);
      __builtin_prefetch (facts->availability.slots + LINE / sizeof (MukanaWeekSlot));
    }
}

static void
judge_row (Run              *run,
           MukanaMatchFacts *facts)
{
  MukanaCandidate candidate;

  if (!mukana_eligibility_allows (run->request, facts))
    return;

  run->result->n_fits++;
  candidate.person_id = facts->person_id;
  candidate.facts = facts;
  if (mukana_score_reaches (run->request, facts, run->weights,
                            mukana_match_result_least (run->result, run->top_n), &candidate.score))
    mukana_match_result_keep (run->result, run->top_n, &candidate);
}

static void
rows_found_cb (const guint *rows,
               guint        n_rows,
               gpointer     data)
{
  Run *run = data;

  for (guint i = 0; i < n_rows; i++)
    {
      fetch_ahead (run->index->rows, rows, n_rows, i);
      judge_row (run, g_ptr_array_index (run->index->rows, rows[i]));
    }
}

/**
 * mukana_match_index_run:
 * @request: with themes of the same tree as the index
 * @top_n: how many candidates to give, at most
 *
 * Thread: any; several may run at once.
 * Returns: yours, who fits, best first
 */
MukanaMatchResult *
mukana_match_index_run (MukanaMatchIndex         *self,
                        const MukanaMatchRequest *request,
                        const MukanaWeights      *weights,
                        guint                     top_n)
{
  MukanaMatchResult *result = mukana_match_result_new ();
  Run run = { self, request, weights, top_n, result, 0 };

  g_rw_lock_reader_lock (&self->lock);
  mukana_match_bits_search (self->bits, request, self->rows->len, rows_found_cb, &run);
  mukana_match_result_finish (result);
  g_rw_lock_reader_unlock (&self->lock);

  return result;
}

static void
rows_counted_cb (const guint *rows,
                 guint        n_rows,
                 gpointer     data)
{
  Run *run = data;

  for (guint i = 0; i < n_rows; i++)
    {
      fetch_ahead (run->index->rows, rows, n_rows, i);
      run->n_fits += mukana_eligibility_allows (run->request,
                                                g_ptr_array_index (run->index->rows, rows[i]));
    }
}

/** mukana_match_index_count: Returns: how many people fit @request; any thread */
guint
mukana_match_index_count (MukanaMatchIndex         *self,
                          const MukanaMatchRequest *request)
{
  Run run = { .index = self, .request = request };

  g_rw_lock_reader_lock (&self->lock);
  mukana_match_bits_search (self->bits, request, self->rows->len, rows_counted_cb, &run);
  g_rw_lock_reader_unlock (&self->lock);

  return run.n_fits;
}

/* ---- Who does not, and why ---- */

/**
 * mukana_match_index_exclusions:
 *
 * Judges everybody: some ten milliseconds for a hundred thousand people, so
 * not on the main thread.  It is not a part of mukana_match_index_run(), which
 * must follow a slider.
 *
 * Thread: any; several may run at once.
 * Returns: yours, everybody who does not fit, with every reason
 */
MukanaMatchExclusions *
mukana_match_index_exclusions (MukanaMatchIndex         *self,
                               const MukanaMatchRequest *request)
{
  MukanaMatchExclusions *exclusions = mukana_match_exclusions_new ();

  g_rw_lock_reader_lock (&self->lock);
  for (guint row = 0; row < self->rows->len; row++)
    {
      MukanaMatchFacts *facts = g_ptr_array_index (self->rows, row);
      MukanaReasons reasons = facts ? mukana_eligibility_judge (request, facts) : 0;

      if (reasons != 0)
        mukana_match_exclusions_add (exclusions, facts, reasons);
    }
  g_rw_lock_reader_unlock (&self->lock);

  mukana_match_exclusions_finish (exclusions);
  return exclusions;
}

/**
 * mukana_match_index_why:
 * @reasons: (out): why the person is not proposed; 0 when they are
 * @score: (out): the score they have, or would have
 *
 * Thread: any.
 * Returns: FALSE when the person is not in the index
 */
gboolean
mukana_match_index_why (MukanaMatchIndex         *self,
                        const MukanaMatchRequest *request,
                        const MukanaWeights      *weights,
                        gint64                    person_id,
                        MukanaReasons            *reasons,
                        MukanaScore              *score)
{
  g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (self, person_id);

  if (facts == NULL)
    return FALSE;

  *reasons = mukana_eligibility_judge (request, facts);
  *score = mukana_score_new (request, facts, weights);
  return TRUE;
}
