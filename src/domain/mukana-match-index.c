/* mukana-match-index.c: everybody in memory, found by bits.
 *
 * The index owns the facts of every person and, beside them, one bit a person
 * in each of some four hundred bitmaps: who is active and consents, who knows a
 * theme, who speaks a language, who may be free in a half hour of the week.  A
 * request is a few ANDs and ORs over them, 64 people at a time.  Those left are
 * held against their briefs, 64 bytes each and side by side, which decide most;
 * only where a brief does not know are the facts themselves asked, which lie all
 * over the memory.
 *
 * A bit may be set for somebody who does not fit after all (a season has ended,
 * a consent has run out), never clear for somebody who fits.  So the answer is
 * the same as judging everybody, the index does not depend on the day, and
 * nothing has to be rebuilt at midnight.  Whoever adds a bitmap keeps this.
 *
 * It knows nothing of the store: whoever follows the store puts and removes.
 */

#include "domain/mukana-match-index.h"

#include "domain/mukana-eligibility-private.h"
#include "domain/mukana-match-bits.h"
#include "domain/mukana-match-gauge.h"
#include "domain/mukana-match-result-private.h"

#include <string.h>

struct _MukanaMatchIndex
{
  GObject          parent_instance;

  MukanaThemeTree *tree;           /* never changes */

  GRWLock          lock;           /* guards everything below */
  GPtrArray       *rows;           /* MukanaMatchFacts, or NULL for a row that is free */
  MukanaMatchBrief *briefs;        /* of each row, derived; aligned to lines of the cache */
  MukanaMatchBriefMore *mores;     /* the same */
  gint64          *ids;            /* person ids by row */
  guint            n_room;         /* rows for which there are briefs and ids */
  MukanaMatchPlaces *places;
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
  mukana_match_places_free (self->places);
  g_aligned_free (self->briefs);
  g_free (self->mores);
  g_free (self->ids);
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
  self->places = mukana_match_places_new ();
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

/* Makes room for more briefs; twice as many, so that filling is not copying. */
static void
grow (MukanaMatchIndex *self)
{
  guint n_room = MAX (self->n_room * 2, 64);
  MukanaMatchBrief *briefs = g_aligned_alloc (n_room, sizeof *briefs, sizeof *briefs);

  if (self->n_room > 0)
    memcpy (briefs, self->briefs, self->n_room * sizeof *briefs);
  g_aligned_free (self->briefs);
  self->briefs = briefs;
  self->mores = g_renew (MukanaMatchBriefMore, self->mores, n_room);
  self->ids = g_renew (gint64, self->ids, n_room);
  self->n_room = n_room;
}

static guint
new_row (MukanaMatchIndex *self)
{
  guint row;

  if (self->free_rows->len == 0)
    {
      g_ptr_array_add (self->rows, NULL);
      if (self->rows->len > self->n_room)
        grow (self);
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
  mukana_match_brief_fill (&self->briefs[row], &self->mores[row], self->places,
                           mukana_theme_tree_size (self->tree), facts);
  self->ids[row] = facts->person_id;

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

/* Somebody about whom the facts must be asked. */
typedef struct
{
  guint              row;
  MukanaGaugeVerdict verdict;
  int                bound;          /* a score that they do not exceed; of those who fit */
} Doubt;

typedef struct
{
  MukanaMatchIndex         *index;
  const MukanaMatchRequest *request;
  const MukanaWeights      *weights;
  guint                     top_n;
  MukanaMatchGauge          gauge;
  MukanaMatchResult        *result;    /* NULL: they are only counted */
  int                       least;     /* the score without which nobody is kept */
  guint                     n_fits;
  GArray                   *unsure;    /* Doubt: who may fit */
  GArray                   *inexact;   /* Doubt: who fits, with a bound that may be too high */
} Run;

/* Facts lie all over the memory, and waiting for them is most of the work.  So
 * those of a few people later are asked for already, and what they point at next. */
static inline void
fetch_ahead (GPtrArray *all,
             GArray    *doubts,
             guint      i)
{
  enum { FAR = 12, NEAR = 6, LINE = 64 };

  if (i + FAR < doubts->len)
    {
      const char *facts = g_ptr_array_index (all, g_array_index (doubts, Doubt, i + FAR).row);

      for (gsize line = 0; line < sizeof (MukanaMatchFacts); line += LINE)
        __builtin_prefetch (facts + line);
    }

  if (i + NEAR < doubts->len)
    {
      const MukanaMatchFacts *facts =
        g_ptr_array_index (all, g_array_index (doubts, Doubt, i + NEAR).row);

      __builtin_prefetch (facts->themes);
      __builtin_prefetch (facts->assignments);
      __builtin_prefetch (facts->availability.absences);
      __builtin_prefetch (facts->availability.slots);
      __builtin_prefetch (facts->availability.slots + LINE / sizeof (MukanaWeekSlot));
    }
}

static inline void
keep (Run   *run,
      guint  row,
      int    points)
{
  mukana_match_result_keep (run->result, run->top_n, run->index->ids[row],
                            g_ptr_array_index (run->index->rows, row), points);
  run->least = mukana_match_result_least (run->result, run->top_n);
}

/* Somebody who fits, in @n_plans ways if that is known: kept, if their score may be
 * among the best. */
static inline void
weigh (Run   *run,
       guint  row,
       guint  n_plans)
{
  Doubt doubt = { row, MUKANA_GAUGE_IN, 0 };
  gboolean is_exact;

  run->n_fits++;
  if (run->top_n == 0)
    return;

  doubt.bound = mukana_match_gauge_bound (&run->gauge, &run->index->briefs[row], n_plans,
                                          run->least, &is_exact);
  if (doubt.bound < run->least)
    return;

  if (is_exact)
    keep (run, row, doubt.bound);
  else
    g_array_append_val (run->inexact, doubt);
}

static void
rows_found_cb (const MukanaMatchHit *hits,
               guint                 n_hits,
               gpointer              data)
{
  enum { AHEAD = 12 };
  Run *run = data;
  const MukanaMatchBrief *briefs = run->index->briefs;

  for (guint i = 0; i < n_hits; i++)
    {
      Doubt doubt = { hits[i].row, MUKANA_GAUGE_UNSURE, 0 };

      if (i + AHEAD < n_hits)
        __builtin_prefetch (&briefs[hits[i + AHEAD].row]);
      doubt.verdict = mukana_match_gauge_judge (&run->gauge, &briefs[doubt.row],
                                                &run->index->mores[doubt.row]);
      if (doubt.verdict == MUKANA_GAUGE_IN)
        weigh (run, doubt.row, hits[i].n_plans);
      else if (doubt.verdict != MUKANA_GAUGE_OUT)
        g_array_append_val (run->unsure, doubt);
    }
}

/* Those whom the briefs do not decide come last: all together they can be fetched
 * ahead, and by then only few can still be among the best. */
static void
settle_doubts (Run *run)
{
  GPtrArray *rows = run->index->rows;

  for (guint i = 0; i < run->unsure->len; i++)
    {
      const Doubt *doubt = &g_array_index (run->unsure, Doubt, i);
      const MukanaMatchFacts *facts = g_ptr_array_index (rows, doubt->row);

      fetch_ahead (rows, run->unsure, i);
      if (doubt->verdict == MUKANA_GAUGE_UNSURE_TIME
          ? mukana_eligibility_judge_time (run->request, facts, NULL, NULL) == 0
          : mukana_eligibility_allows (run->request, facts))
        weigh (run, doubt->row, 0);
    }

  for (guint i = 0; i < run->inexact->len; i++)
    {
      const Doubt *doubt = &g_array_index (run->inexact, Doubt, i);
      MukanaScore score;

      fetch_ahead (rows, run->inexact, i);
      if (doubt->bound >= run->least &&
          mukana_score_reaches (run->request, g_ptr_array_index (rows, doubt->row), run->weights,
                                run->least, &score))
        keep (run, doubt->row, score.points);
    }
}

/* Looks through everybody; the index is locked meanwhile. */
static void
search (Run *run)
{
  run->unsure = g_array_sized_new (FALSE, FALSE, sizeof (Doubt), 256);
  run->inexact = g_array_sized_new (FALSE, FALSE, sizeof (Doubt), 256);
  mukana_match_gauge_init (&run->gauge, run->request, run->weights, run->index->places);
  mukana_match_bits_search (run->index->bits, run->request, run->index->rows->len, rows_found_cb,
                            run);
  settle_doubts (run);
  mukana_match_gauge_clear (&run->gauge);
  g_array_unref (run->unsure);
  g_array_unref (run->inexact);
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
  Run run = { .index = self, .request = request, .weights = weights, .top_n = top_n,
              .result = result };

  g_rw_lock_reader_lock (&self->lock);
  search (&run);
  result->n_fits = run.n_fits;
  mukana_match_result_finish (result);
  g_rw_lock_reader_unlock (&self->lock);

  return result;
}

/** mukana_match_index_count: Returns: how many people fit @request; any thread */
guint
mukana_match_index_count (MukanaMatchIndex         *self,
                          const MukanaMatchRequest *request)
{
  Run run = { .index = self, .request = request };

  g_rw_lock_reader_lock (&self->lock);
  search (&run);
  g_rw_lock_reader_unlock (&self->lock);

  return run.n_fits;
}

/* ---- Who is free ---- */

typedef struct
{
  MukanaMatchIndex         *index;
  const MukanaFreeSpan     *time;
  const MukanaMatchRequest *request;
  GArray                   *ids;
} Freeing;

static void
maybe_free_cb (const MukanaMatchHit *hits,
               guint                 n_hits,
               gpointer              data)
{
  Freeing *freeing = data;

  for (guint i = 0; i < n_hits; i++)
    if (mukana_free_span_suits (freeing->time, freeing->request,
                                g_ptr_array_index (freeing->index->rows, hits[i].row)))
      g_array_append_val (freeing->ids, freeing->index->ids[hits[i].row]);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/**
 * mukana_match_index_free_at:
 *
 * Thread: any; several may run at once.
 * Returns: yours, gint64 ids, rising, of those who take part in matching and are free then
 */
GArray *
mukana_match_index_free_at (MukanaMatchIndex     *self,
                            const MukanaFreeSpan *time,
                            MukanaDay             today)
{
  g_autoptr (MukanaMatchRequest) request = mukana_free_span_new_request (time, self->tree, today);
  Freeing freeing = { self, time, request, g_array_new (FALSE, FALSE, sizeof (gint64)) };

  g_rw_lock_reader_lock (&self->lock);
  mukana_match_bits_search (self->bits, request, self->rows->len, maybe_free_cb, &freeing);
  g_rw_lock_reader_unlock (&self->lock);

  g_array_sort (freeing.ids, compare_ids);
  return freeing.ids;
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
