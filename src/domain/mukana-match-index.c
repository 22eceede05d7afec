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
 * Whoever is put from a shelf has bits and a brief, and a pack that is opened when somebody asks
 * for the facts: to rank, few are asked for.
 *
 * It knows nothing of the store: whoever follows the store puts and removes.
 */

#include "domain/mukana-match-index.h"

#include "domain/mukana-eligibility-private.h"
#include "domain/mukana-match-bits.h"
#include "domain/mukana-match-gauge.h"
#include "domain/mukana-match-pack.h"
#include "domain/mukana-match-result-private.h"
#include "domain/mukana-match-shelf.h"

#include <string.h>

/* What facts are made of when they are asked for. */
typedef struct
{
  guint8   *bytes;                 /* of a block; NULL: there is no more than the facts */
  guint32   length;
  MukanaDay today;                 /* what was over by then is left out; NONE: of somebody who may
                                    * not be read, and the length is their state */
} Packed;

struct _MukanaMatchIndex
{
  GObject          parent_instance;

  MukanaThemeTree *tree;           /* never changes */
  guint32          sum_of_themes;  /* of it, by which a shelf is known to be of the same */

  GRWLock          lock;           /* guards everything below */
  GPtrArray       *rows;           /* MukanaMatchFacts; or NULL for a row that is free, or packed:
                                    * those are made while others read too, so by atomic means */
  Packed          *packed;         /* of each row */
  GPtrArray       *blocks;         /* the bytes of all packs */
  MukanaMatchBrief *briefs;        /* of each row, derived; aligned to lines of the cache */
  MukanaMatchBriefMore *mores;     /* the same */
  gint64          *ids;            /* person ids by row */
  guint            n_room;         /* rows for which there are briefs and ids */
  guint            n_people;
  guint            n_ordered;      /* rows before this one are in order of id, and each is kept for
                                    * its person; of those after it: */
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
  g_free (self->packed);
  g_free (self->ids);
  g_array_unref (self->free_rows);
  g_hash_table_unref (self->row_of);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->blocks);
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
  self->blocks = g_ptr_array_new_with_free_func (g_free);
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
  self->sum_of_themes = mukana_shelf_sum_of_themes (tree);
  self->bits = mukana_match_bits_new (tree);
  self->places = mukana_match_places_new ();
  return self;
}

MukanaThemeTree *
mukana_match_index_peek_tree (MukanaMatchIndex *self)
{
  return self->tree;
}

/* Of somebody who may not be read: that there is somebody, and in what state.  A pack that does not
 * open, which nobody has put there, allows nothing. */
static MukanaMatchFacts *
open_packed (MukanaMatchIndex *self,
             guint             row)
{
  const Packed *packed = &self->packed[row];
  MukanaMatchFacts *facts = NULL;

  if (packed->today != MUKANA_DAY_NONE)
    facts = mukana_match_pack_open (packed->bytes, packed->length, self->ids[row], self->tree,
                                    packed->today);
  if (facts == NULL)
    {
      facts = mukana_match_facts_new (self->ids[row]);
      facts->state = packed->today == MUKANA_DAY_NONE ? (gint8) packed->length
                                                      : MUKANA_STATE_CANDIDATE;
    }

  return facts;
}

/* Returns: (nullable): borrowed; NULL for a row that is free.  Thread: any that holds the lock */
static inline MukanaMatchFacts *
facts_of (MukanaMatchIndex *self,
          guint             row)
{
  gpointer *place = &g_ptr_array_index (self->rows, row);
  MukanaMatchFacts *facts = g_atomic_pointer_get (place), *made;

  if (G_LIKELY (facts != NULL) || self->packed[row].bytes == NULL)
    return facts;

  made = open_packed (self, row);
  if (g_atomic_pointer_compare_and_exchange (place, NULL, made))
    return made;

  mukana_match_facts_unref (made);
  return g_atomic_pointer_get (place);
}

static gboolean
is_free (MukanaMatchIndex *self,
         guint             row)
{
  return g_ptr_array_index (self->rows, row) == NULL && self->packed[row].bytes == NULL;
}

/* Returns: whether the person has a row, or one that is kept for them */
static gboolean
find_place (MukanaMatchIndex *self,
            gint64            person_id,
            guint            *row)
{
  guint from = 0, until = self->n_ordered;
  gpointer found;

  while (from < until)
    {
      guint middle = from + (until - from) / 2;

      if (self->ids[middle] < person_id)
        from = middle + 1;
      else
        until = middle;
    }

  *row = from;
  if (from < self->n_ordered && self->ids[from] == person_id)
    return TRUE;
  if (!g_hash_table_lookup_extended (self->row_of, &person_id, NULL, &found))
    return FALSE;

  *row = GPOINTER_TO_UINT (found);
  return TRUE;
}

static gboolean
find_row (MukanaMatchIndex *self,
          gint64            person_id,
          guint            *row)
{
  return find_place (self, person_id, row) && !is_free (self, *row);
}

/* Takes the person off their row, facts released. */
static void
empty_row (MukanaMatchIndex *self,
           guint             row)
{
  MukanaMatchFacts *facts = facts_of (self, row);
  Packed *packed = &self->packed[row];

  mukana_match_bits_clear (self->bits, row, facts);
  if (row >= self->n_ordered)
    g_hash_table_remove (self->row_of, &facts->person_id);
  g_ptr_array_index (self->rows, row) = NULL;
  if (packed->bytes != NULL && packed->today != MUKANA_DAY_NONE)
    memset (packed->bytes, 0, packed->length);
  *packed = (Packed) { NULL };
  mukana_match_facts_unref (facts);
  self->n_people--;
}

/* Makes room for more briefs; four times as many, so that filling is not copying.  Memory that
 * nobody has touched yet costs nothing. */
static void
grow (MukanaMatchIndex *self)
{
  guint n_room = MAX (self->n_room * 4, 64);
  MukanaMatchBrief *briefs = g_aligned_alloc (n_room, sizeof *briefs, sizeof *briefs);

  if (self->n_room > 0)
    memcpy (briefs, self->briefs, self->n_room * sizeof *briefs);
  g_aligned_free (self->briefs);
  self->briefs = briefs;
  self->mores = g_renew (MukanaMatchBriefMore, self->mores, n_room);
  self->ids = g_renew (gint64, self->ids, n_room);
  self->packed = g_renew (Packed, self->packed, n_room);
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
      self->packed[self->rows->len - 1] = (Packed) { NULL };
      return self->rows->len - 1;
    }

  row = g_array_index (self->free_rows, guint, self->free_rows->len - 1);
  g_array_set_size (self->free_rows, self->free_rows->len - 1);
  return row;
}

static void
put (MukanaMatchIndex *self,
     MukanaMatchFacts *facts)
{
  guint row;

  if (!find_place (self, facts->person_id, &row))
    row = new_row (self);
  else if (!is_free (self, row))
    empty_row (self, row);

  self->n_people++;
  g_ptr_array_index (self->rows, row) = facts;
  if (row >= self->n_ordered)
    g_hash_table_insert (self->row_of, &facts->person_id, GUINT_TO_POINTER (row));
  mukana_match_bits_set (self->bits, row, facts);
  mukana_match_brief_fill (&self->briefs[row], &self->mores[row], self->places,
                           mukana_theme_tree_size (self->tree), facts);
  self->ids[row] = facts->person_id;
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
  g_rw_lock_writer_lock (&self->lock);
  put (self, facts);
  g_rw_lock_writer_unlock (&self->lock);
}

/* Only ever after everybody who is there: the row is one of those in order. */
static guint
new_ordered_row (MukanaMatchIndex *self,
                 gint64            person_id)
{
  g_ptr_array_add (self->rows, NULL);
  if (self->rows->len > self->n_room)
    grow (self);
  self->packed[self->n_ordered] = (Packed) { NULL };
  self->ids[self->n_ordered] = person_id;
  self->n_people++;
  return self->n_ordered++;
}

static void
put_brief (MukanaMatchIndex        *self,
           const MukanaShelfReader *shelf,
           const MukanaShelved     *person,
           guint                    row)
{
  MukanaMatchBrief *brief = &self->briefs[row];

  *brief = person->head.brief;
  self->mores[row] = person->head.more;
  if (!mukana_match_places_number (self->places, person->head.position, &brief->place))
    brief->flags |= MUKANA_BRIEF_BY_FACTS;
  mukana_match_bits_set_shelved (self->bits, row, person, shelf->roles);
}

/* The bytes of @block are those from where the packs of the shelf begin. */
static void
put_shelved (MukanaMatchIndex        *self,
             const MukanaShelfReader *shelf,
             const MukanaShelved     *person,
             MukanaDay                today,
             guint8                  *block)
{
  Packed *packed;
  guint row = new_ordered_row (self, person->person_id);

  packed = &self->packed[row];
  if (person->kind == MUKANA_SHELVED_OTHER)
    {
      *packed = (Packed) { block, (guint8) person->state, MUKANA_DAY_NONE };
      memset (&self->briefs[row], 0, sizeof *self->briefs);
      memset (&self->mores[row], 0, sizeof *self->mores);
      return;
    }

  *packed = (Packed) { block + (person->pack - shelf->packs_begin), (guint32) person->pack_length,
                       today };
  put_brief (self, shelf, person, row);
}

/* Everybody but those of whom nothing is known before their pack is opened. */
static int
put_people (MukanaMatchIndex  *self,
            MukanaShelfReader *shelf,
            MukanaDay          today,
            GArray            *lacking)
{
  gsize length = (gsize) (shelf->end - shelf->packs_begin);
  guint8 *block = g_malloc (length + 1);
  MukanaShelved person;
  int result;

  memcpy (block, shelf->packs_begin, length);
  g_ptr_array_add (self->blocks, block);
  while ((result = mukana_shelf_reader_next (shelf, &person)) > 0)
    if (self->n_ordered > 0 && person.person_id <= self->ids[self->n_ordered - 1])
      return -1;
    else if (person.kind == MUKANA_SHELVED_LACKING)
      g_array_append_val (lacking, person.person_id);
    else if (person.kind == MUKANA_SHELVED_PACK)
      {
        MukanaMatchFacts *facts = mukana_match_pack_open (person.pack, person.pack_length,
                                                          person.person_id, self->tree, today);

        if (facts == NULL)
          return -1;
        new_ordered_row (self, person.person_id);
        self->n_people--;
        put (self, facts);
      }
    else
      put_shelved (self, shelf, &person, today, block);

  return result;
}

/**
 * mukana_match_index_put_shelf:
 * @shelf: later than any put before, and nobody was put otherwise yet
 * @bytes: of the shelf, of which a copy is made
 * @today: as mukana_match_pack_open() takes it
 * @lacking: (element-type gint64): people to be read from the tables are added to it
 *
 * Thread: any; waits for those who read.
 * Returns: FALSE for what is not a shelf of this program's and of these themes; then nobody was put
 */
gboolean
mukana_match_index_put_shelf (MukanaMatchIndex *self,
                              gint64            shelf,
                              const guint8     *bytes,
                              gsize             length,
                              MukanaDay         today,
                              GArray           *lacking)
{
  MukanaShelfReader reader;
  guint n_rows, n_lacking = lacking->len;
  gboolean is_put;

  g_return_val_if_fail (self->rows->len == self->n_ordered, FALSE);

  if (!mukana_shelf_reader_init (&reader, shelf, bytes, length, self->sum_of_themes,
                                 mukana_theme_tree_size (self->tree)))
    return FALSE;

  g_rw_lock_writer_lock (&self->lock);
  n_rows = self->n_ordered;
  is_put = put_people (self, &reader, today, lacking) == 0;
  if (!is_put)
    {
      for (guint row = n_rows; row < self->n_ordered; row++)
        if (!is_free (self, row))
          empty_row (self, row);
      self->n_ordered = n_rows;
      g_ptr_array_set_size (self->rows, (int) n_rows);
      g_array_set_size (lacking, n_lacking);
    }
  g_rw_lock_writer_unlock (&self->lock);
  return is_put;
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
      if (row >= self->n_ordered)
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
  size = self->n_people;
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
    facts = mukana_match_facts_ref (facts_of (self, row));
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

      for (gsize line = 0; facts != NULL && line < sizeof (MukanaMatchFacts); line += LINE)
        __builtin_prefetch (facts + line);
    }

  if (i + NEAR < doubts->len)
    {
      const MukanaMatchFacts *facts =
        g_ptr_array_index (all, g_array_index (doubts, Doubt, i + NEAR).row);

      if (facts == NULL)
        return;
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
      const MukanaMatchFacts *facts;

      fetch_ahead (rows, run->unsure, i);
      facts = facts_of (run->index, doubt->row);
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
          mukana_score_reaches (run->request, facts_of (run->index, doubt->row), run->weights,
                                run->least, &score))
        keep (run, doubt->row, score.points);
    }
}

/* Looks through everybody; the index is locked meanwhile. */
static void
search (Run *run)
{
  /* So small that the allocator has them at hand. */
  run->unsure = g_array_sized_new (FALSE, FALSE, sizeof (Doubt), 64);
  run->inexact = g_array_sized_new (FALSE, FALSE, sizeof (Doubt), 64);
  mukana_match_gauge_init (&run->gauge, run->request, run->weights, run->index->places);
  mukana_match_bits_search (run->index->bits, run->request, run->index->rows->len, rows_found_cb,
                            run);
  settle_doubts (run);
  mukana_match_gauge_clear (&run->gauge);
  g_array_unref (run->unsure);
  g_array_unref (run->inexact);
}

/* Of who was found without their facts. */
static void
find_facts (MukanaMatchIndex *self,
            GArray           *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      MukanaCandidate *candidate = &g_array_index (candidates, MukanaCandidate, i);
      guint row;

      if (candidate->facts == NULL && find_row (self, candidate->person_id, &row))
        candidate->facts = facts_of (self, row);
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
  Run run = { .index = self, .request = request, .weights = weights, .top_n = top_n,
              .result = result };

  g_rw_lock_reader_lock (&self->lock);
  search (&run);
  result->n_fits = run.n_fits;
  find_facts (self, result->candidates);
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
      MukanaMatchFacts *facts = facts_of (self, row);
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
