/* mukana-matching.c: who fits a request, and why not the others.
 *
 * Candidates are ranked in memory over an index that follows the store's change
 * sets: a commit marks people as stale on the main thread, and the next question
 * reads them again before it is answered.  Whatever the index thinks, a name is
 * shown only if the consent view has it in the very snapshot of the question.
 *
 * Nothing here is stored: a ranking is decision support, and the coordinator
 * decides (GDPR Article 22).
 */

#include "services/mukana-matching.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-request.h"
#include "services/mukana-fact-loading.h"
#include "services/mukana-index-filling.h"
#include "services/mukana-matching-part.h"
#include "store/mukana-packs.h"
#include "store/mukana-record-io.h"

#define PAGE 64
/* With so many stale people reading everybody is quicker than one by one. */
#define MANY_STALE 500

struct _MukanaMatcher
{
  GObject           parent_instance;

  MukanaStore      *store;        /* weak */
  gulong            changed_handler;

  /* Shared, under the lock: what commits have touched since the last question. */
  GMutex            lock;
  GHashTable       *stale;        /* set of gint64 * */
  gboolean          is_all_stale;

  /* The LONG lane's own. */
  MukanaLexicon    *lexicon;
  MukanaMatchIndex *index;
};

G_DEFINE_FINAL_TYPE (MukanaMatcher, mukana_matcher, G_TYPE_OBJECT)

static void
mark_stale (MukanaMatcher *self,
            gint64         person_id)
{
  g_hash_table_add (self->stale, g_memdup2 (&person_id, sizeof person_id));
}

static void
changed_cb (MukanaStore     *store,
            MukanaChangeSet *changes,
            MukanaMatcher   *self)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);
  gint64 person_id;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_USER)   /* what we may see may be other than it was */
      self->is_all_stale = TRUE;
    else if (mukana_change_alters_facts (&list[i], &person_id))
      {
        if (person_id == 0)
          self->is_all_stale = TRUE;
        else
          mark_stale (self, person_id);
      }
  g_mutex_unlock (&self->lock);
}

static void
mukana_matcher_dispose (GObject *object)
{
  MukanaMatcher *self = MUKANA_MATCHER (object);

  if (self->store != NULL)
    {
      g_clear_signal_handler (&self->changed_handler, self->store);
      g_clear_weak_pointer (&self->store);
    }

  G_OBJECT_CLASS (mukana_matcher_parent_class)->dispose (object);
}

static void
mukana_matcher_finalize (GObject *object)
{
  MukanaMatcher *self = MUKANA_MATCHER (object);

  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->stale);
  g_clear_object (&self->lexicon);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (mukana_matcher_parent_class)->finalize (object);
}

static void
mukana_matcher_class_init (MukanaMatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_matcher_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_matcher_finalize;
}

static void
mukana_matcher_init (MukanaMatcher *self)
{
  g_mutex_init (&self->lock);
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->is_all_stale = TRUE;
}

/** mukana_matcher_new: Returns: yours, following @store; Thread: main */
MukanaMatcher *
mukana_matcher_new (MukanaStore *store)
{
  MukanaMatcher *self = g_object_new (MUKANA_TYPE_MATCHER, NULL);

  g_set_weak_pointer (&self->store, store);
  self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

static gboolean
rebuild (MukanaMatcher  *self,
         MukanaDb       *db,
         GError        **error)
{
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);
  g_autoptr (MukanaMatchIndex) index = NULL;

  if (lexicon == NULL || (index = mukana_index_fill (db, lexicon, error)) == NULL)
    return FALSE;

  g_set_object (&self->lexicon, lexicon);
  g_set_object (&self->index, index);
  return TRUE;
}

static gboolean
refresh_person (MukanaMatcher  *self,
                MukanaDb       *db,
                gint64          person_id,
                GError        **error)
{
  g_autoptr (GPtrArray) found = mukana_facts_load (db, self->lexicon, person_id, error);

  if (found == NULL)
    return FALSE;

  if (found->len > 0)
    mukana_match_index_put (self->index, mukana_match_facts_ref (g_ptr_array_index (found, 0)));
  else
    mukana_match_index_remove (self->index, person_id);

  return TRUE;
}

/**
 * mukana_matcher_catch_up:
 *
 * Reads again whom commits have touched.  What is taken off the list here is read;
 * if that fails, everything is stale and the next question starts over.
 *
 * Thread: worker of the lane "door".
 */
gboolean
mukana_matcher_catch_up (MukanaMatcher  *self,
                         MukanaDb       *db,
                         GError        **error)
{
  g_autoptr (GHashTable) stale = NULL;
  GHashTableIter iter;
  gpointer person_id;
  gboolean is_all_stale;
  gboolean done = TRUE;

  g_mutex_lock (&self->lock);
  stale = g_steal_pointer (&self->stale);
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  is_all_stale = self->is_all_stale || g_hash_table_size (stale) > MANY_STALE;
  self->is_all_stale = FALSE;
  g_mutex_unlock (&self->lock);

  if (is_all_stale || self->index == NULL)
    done = rebuild (self, db, error);
  else
    {
      g_hash_table_iter_init (&iter, stale);
      while (done && g_hash_table_iter_next (&iter, &person_id, NULL))
        done = refresh_person (self, db, *(gint64 *) person_id, error);
    }

  if (!done)
    {
      g_mutex_lock (&self->lock);
      self->is_all_stale = TRUE;
      g_mutex_unlock (&self->lock);
    }

  return done;
}

/** mukana_matcher_peek_index: Thread: worker of the lane "door", after catching up */
MukanaMatchIndex *
mukana_matcher_peek_index (MukanaMatcher *self)
{
  return self->index;
}

/** mukana_matcher_peek_lexicon: Thread: as mukana_matcher_peek_index() */
MukanaLexicon *
mukana_matcher_peek_lexicon (MukanaMatcher *self)
{
  return self->lexicon;
}

/** mukana_match_question_new: with the weights of the register; Returns: yours */
MukanaMatchQuestion *
mukana_match_question_new (MukanaMatcher *matcher,
                           gint64         request_id,
                           guint          top_n)
{
  MukanaMatchQuestion *self = g_new0 (MukanaMatchQuestion, 1);

  self->matcher = g_object_ref (matcher);
  self->request_id = request_id;
  self->top_n = top_n;
  return self;
}

void
mukana_match_question_free (MukanaMatchQuestion *self)
{
  g_object_unref (self->matcher);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_pointer (&self->told, g_array_unref);
  g_free (self);
}

static void
free_row (gpointer data)
{
  MukanaMatchRow *row = data;

  g_free (row->name);
  g_free (row->place);
  for (guint i = 0; i < MUKANA_N_PARTS; i++)
    g_free (row->why[i]);
  g_free (row->would_rise);
  g_free (row->when);
  g_free (row->works_in);
  g_array_unref (row->ways);
  g_array_unref (row->apart);
  g_free (row->roles);
  g_free (row);
}

static void
free_out (gpointer data)
{
  MukanaMatchOut *out = data;

  g_free (out->name);
  g_free (out->change);
  g_clear_pointer (&out->why, g_ptr_array_unref);
  g_free (out);
}

static void
clear_group (gpointer data)
{
  MukanaMatchGroup *group = data;

  g_free (group->change);
}

void
mukana_match_answer_free (MukanaMatchAnswer *self)
{
  g_free (self->title);
  g_free (self->relaxation);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->seats, g_array_unref);
  g_clear_pointer (&self->seated, g_array_unref);
  g_clear_pointer (&self->role_labels, g_ptr_array_unref);
  g_clear_pointer (&self->out, g_ptr_array_unref);
  g_clear_pointer (&self->told_rows, g_ptr_array_unref);
  g_clear_pointer (&self->told_out, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

static void
set_text (char       **slot,
          const char  *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

static void
bind_ids (MukanaQuery  *query,
          const gint64 *ids,
          guint         n_ids)
{
  for (guint i = 0; i < PAGE; i++)
    {
      g_autofree char *name = g_strdup_printf ("id_%u", i);
      MukanaArg arg = i < n_ids ? mukana_int (name, ids[i]) : mukana_text (name, NULL);

      mukana_query_bind (query, &arg);
    }
}

static void
fill_rise (const MukanaMatchRemedies *remedies,
           const MukanaMatchFacts    *facts,
           const MukanaWeights       *weights,
           MukanaMatchRow            *row)
{
  MukanaMatchChange change;
  MukanaScore risen;

  if (!mukana_match_remedies_rise (remedies, facts, weights, &row->score, &change, &risen))
    return;

  row->rise = change.kind;
  row->risen_points = risen.points;
  row->would_rise = mukana_explain_rise (mukana_match_remedies_peek_request (remedies), &change,
                                         &risen);
}

static MukanaMatchRow *
make_row (MukanaMatcher             *self,
          const MukanaMatchRemedies *remedies,
          const MukanaWeights       *weights,
          gint64                     person_id,
          MukanaMatchFacts          *facts,
          const MukanaScore         *score)
{
  const MukanaMatchRequest *request = mukana_match_remedies_peek_request (remedies);
  MukanaExplainWords words = mukana_lexicon_explain_words (self->lexicon);
  MukanaMatchRow *row = g_new0 (MukanaMatchRow, 1);

  row->person_id = person_id;
  row->score = *score;
  row->languages = facts->languages;
  row->apart = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (row->apart, facts->apart, facts->n_apart);
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    row->why[part] = mukana_explain_part (request, facts, score, (MukanaPart) part, &words);
  fill_rise (remedies, facts, weights, row);
  mukana_matching_part_tell (request, facts, row);

  return row;
}

/* Names for the rows of one page; a row without one may not be shown. */
static gboolean
name_rows (MukanaMatcher    *self,
           MukanaDb         *db,
           MukanaMatchRow  **rows,
           guint             n_rows,
           GError          **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "matching.names", error);
  gint64 ids[PAGE];
  int result;

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < n_rows; i++)
    ids[i] = rows[i]->person_id;
  bind_ids (query, ids, n_rows);

  while ((result = mukana_query_step (query, error)) > 0)
    for (guint i = 0; i < n_rows; i++)
      if (rows[i]->person_id == mukana_query_get_int (query, "id"))
        {
          const char *code = mukana_query_peek_text (query, "municipality_code");

          set_text (&rows[i]->name, mukana_query_peek_text (query, "display_name"));
          rows[i]->channel = g_intern_string (mukana_query_peek_text (query, "channel"));
          if (code != NULL && mukana_query_get_int (query, "non_disclosure") == 0)
            set_text (&rows[i]->place, mukana_lexicon_label (self->lexicon,
                                                             MUKANA_LEXICON_MUNICIPALITY, code));
        }

  return result == 0;
}

/* Whoever may not be named in this very snapshot is not in @rows afterwards. */
static gboolean
name_all_rows (MukanaMatcher  *self,
               MukanaDb       *db,
               GPtrArray      *rows,
               GError        **error)
{
  for (guint start = 0; start < rows->len; start += PAGE)
    if (!name_rows (self, db, (MukanaMatchRow **) rows->pdata + start,
                    MIN (PAGE, rows->len - start), error))
      return FALSE;

  for (guint i = rows->len; i-- > 0; )
    if (((MukanaMatchRow *) g_ptr_array_index (rows, i))->name == NULL)
      g_ptr_array_remove_index (rows, i);

  return TRUE;
}

static gboolean
fill_rows (MukanaMatcher             *self,
           MukanaDb                  *db,
           const MukanaMatchRemedies *remedies,
           const MukanaWeights       *weights,
           MukanaMatchResult         *result,
           MukanaMatchAnswer         *answer,
           GError                   **error)
{
  GArray *candidates = result->candidates;

  for (guint i = 0; i < candidates->len; i++)
    {
      const MukanaCandidate *candidate = &g_array_index (candidates, MukanaCandidate, i);
      MukanaScore score = mukana_score_new (mukana_match_remedies_peek_request (remedies),
                                            candidate->facts, weights);

      g_ptr_array_add (answer->rows, make_row (self, remedies, weights, candidate->person_id,
                                               candidate->facts, &score));
    }

  return name_all_rows (self, db, answer->rows, error);
}

static void
fill_groups (const MukanaMatchRemedies   *remedies,
             const MukanaMatchExclusions *exclusions,
             MukanaMatchAnswer           *answer)
{
  const MukanaMatchRequest *request = mukana_match_remedies_peek_request (remedies);
  MukanaMatchRelief reliefs[MUKANA_N_REASONS];

  mukana_match_relief_of_groups (remedies, exclusions, reliefs);
  for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
    {
      MukanaMatchGroup group = { (MukanaReason) reason,
                                 mukana_explain_reason_title ((MukanaReason) reason),
                                 exclusions->firsts[reason], exclusions->counts[reason],
                                 reliefs[reason].n_people, NULL };

      if (group.n_any == 0)
        continue;
      if (group.n_helped > 0)
        group.change = mukana_explain_relief (request, &reliefs[reason]);
      g_array_append_val (answer->groups, group);
    }

  answer->n_out = exclusions->people->len;
}

/* What would help, for those of whom it may be told. */
static void
fill_change (const MukanaMatchRemedies *remedies,
             const MukanaExcluded      *excluded,
             MukanaMatchOut            *out)
{
  if (!mukana_match_remedies_may_tell (remedies, excluded->facts, excluded->reasons))
    return;

  if (mukana_match_remedies_find (remedies, excluded->facts, excluded->reasons, &out->remedy))
    out->change = mukana_explain_remedy (mukana_match_remedies_peek_request (remedies),
                                         &out->remedy);
  else if ((out->change = mukana_matching_part_say_free (
              mukana_match_remedies_peek_request (remedies), excluded->facts,
              excluded->reasons)) == NULL)
    out->change = g_strdup (_("No small change is known"));
}

/* Of somebody who may not be read nothing is known but that: their other reasons
 * are only that nothing has been read.  So with who took the consent back. */
static MukanaReasons
told_reasons (const MukanaMatchRequest *request,
              const MukanaExcluded     *excluded)
{
  if (mukana_match_facts_may_be_told (excluded->facts, request->today))
    return excluded->reasons;

  return excluded->reasons & (1u << MUKANA_REASON_NOT_ACTIVE | 1u << MUKANA_REASON_NO_CONSENT);
}

static MukanaMatchOut *
make_out (MukanaMatcher             *self,
          const MukanaMatchRemedies *remedies,
          const MukanaExcluded      *excluded)
{
  const MukanaMatchRequest *request = mukana_match_remedies_peek_request (remedies);
  MukanaExplainWords words = mukana_lexicon_explain_words (self->lexicon);
  MukanaMatchOut *out = g_new0 (MukanaMatchOut, 1);

  out->person_id = excluded->person_id;
  out->may_be_named = mukana_match_facts_may_be_told (excluded->facts, request->today);
  out->reasons = told_reasons (request, excluded);
  out->why = g_ptr_array_new_with_free_func (g_free);
  for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
    if (out->reasons & (1u << reason))
      g_ptr_array_add (out->why, mukana_explain_reason (request, excluded->facts,
                                                        (MukanaReason) reason, &words));
  fill_change (remedies, excluded, out);

  return out;
}

static gboolean
name_outs (MukanaDb         *db,
           MukanaMatchOut  **outs,
           guint             n_outs,
           GError          **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "matching.usable-names", error);
  gint64 ids[PAGE];
  int result;

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < n_outs; i++)
    ids[i] = outs[i]->person_id;
  bind_ids (query, ids, n_outs);

  while ((result = mukana_query_step (query, error)) > 0)
    for (guint i = 0; i < n_outs; i++)
      if (outs[i]->may_be_named && outs[i]->person_id == mukana_query_get_int (query, "id"))
        set_text (&outs[i]->name, mukana_query_peek_text (query, "display_name"));

  return result == 0;
}

static gboolean
name_all_outs (MukanaDb   *db,
               GPtrArray  *outs,
               GError    **error)
{
  for (guint start = 0; start < outs->len; start += PAGE)
    if (!name_outs (db, (MukanaMatchOut **) outs->pdata + start, MIN (PAGE, outs->len - start),
                    error))
      return FALSE;

  return TRUE;
}

static void
add_why (MukanaMatcher             *self,
         const MukanaMatchRemedies *remedies,
         const MukanaMatchQuestion *question,
         MukanaMatchAnswer         *answer)
{
  g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (self->index,
                                                                     question->why_person);
  MukanaExcluded person = { question->why_person, facts, 0 };
  MukanaScore score;

  if (facts == NULL ||
      !mukana_match_index_why (self->index, mukana_match_remedies_peek_request (remedies),
                               &answer->weights, person.person_id, &person.reasons, &score))
    return;

  if (person.reasons != 0)
    g_ptr_array_add (answer->out, make_out (self, remedies, &person));
  else
    {
      answer->why_row = make_row (self, remedies, &answer->weights, person.person_id, facts,
                                  &score);
      g_ptr_array_add (answer->extra, answer->why_row);
    }
}

/* Those who are chosen are told about although others may be better by now, or they do
 * not fit any more. */
static void
tell_chosen (MukanaMatcher             *self,
             const MukanaMatchRemedies *remedies,
             const MukanaMatchQuestion *question,
             MukanaMatchAnswer         *answer)
{
  const MukanaMatchRequest *request = mukana_match_remedies_peek_request (remedies);

  for (guint i = 0; question->told != NULL && i < question->told->len; i++)
    {
      gint64 id = g_array_index (question->told, gint64, i);
      g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (self->index, id);
      MukanaExcluded person = { id, facts, 0 };
      MukanaScore score;

      if (facts == NULL || !mukana_match_index_why (self->index, request, &answer->weights, id,
                                                    &person.reasons, &score))
        continue;
      if (person.reasons != 0)
        g_ptr_array_add (answer->told_out, make_out (self, remedies, &person));
      else
        g_ptr_array_add (answer->told_rows, make_row (self, remedies, &answer->weights, id, facts,
                                                      &score));
    }
}

static void
add_people (MukanaMatcher               *self,
            const MukanaMatchRemedies   *remedies,
            const MukanaMatchExclusions *exclusions,
            MukanaMatchAnswer           *answer)
{
  for (guint i = 0; i < exclusions->people->len; i++)
    g_ptr_array_add (answer->out,
                     make_out (self, remedies,
                               &g_array_index (exclusions->people, MukanaExcluded, i)));
}

static void
add_chosen (MukanaMatcher      *self,
            MukanaMatchRequest *request,
            GArray             *chosen)
{
  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    {
      g_autoptr (MukanaMatchFacts) facts =
        mukana_match_index_ref_facts (self->index, g_array_index (chosen, gint64, i));

      if (facts != NULL)
        mukana_match_request_add_chosen (request, facts);
    }
}

static void
fill_relaxation (MukanaMatcher             *self,
                 const MukanaMatchRemedies *remedies,
                 MukanaMatchAnswer         *answer)
{
  const MukanaMatchRequest *request = mukana_match_remedies_peek_request (remedies);

  answer->n_needed = (guint) MAX (request->people, 1);
  if (!mukana_match_relief_of_request (remedies, self->index, answer->n_fits,
                                       answer->n_needed + answer->n_gone, &answer->relaxed))
    return;

  answer->relaxed.n_fits -= MIN (answer->n_gone, answer->relaxed.n_fits);
  answer->relaxation = mukana_explain_relaxation (request, &answer->relaxed);
}

/* Those who are in it already belong to the group that the others would come to. */
static gboolean
add_others (MukanaMatcher       *self,
            MukanaDb            *db,
            MukanaMatchRequest  *request,
            GArray             **others,
            GError             **error)
{
  g_autoptr (GArray) ids = mukana_matching_part_read_others (db, request->id, error);

  if (ids == NULL)
    return FALSE;

  add_chosen (self, request, ids);
  *others = g_steal_pointer (&ids);
  return TRUE;
}

static void
tell_others (MukanaMatcher             *self,
             const MukanaMatchRemedies *remedies,
             GArray                    *others,
             MukanaMatchAnswer         *answer)
{
  const MukanaMatchRequest *request = mukana_match_remedies_peek_request (remedies);

  for (guint i = 0; i < others->len; i++)
    {
      gint64 id = g_array_index (others, gint64, i);
      g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (self->index, id);
      MukanaScore score;

      if (facts == NULL)
        continue;
      score = mukana_score_new (request, facts, &answer->weights);
      g_ptr_array_add (answer->others, make_row (self, remedies, &answer->weights, id, facts,
                                                 &score));
    }
}

static char *
dup_title (MukanaDb  *db,
           gint64     request_id,
           GError   **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);

  return request ? g_strdup (request->title) : NULL;
}

/* Those asked for, else those set for the register. */
static gboolean
find_weights (MukanaDb                   *db,
              const MukanaMatchQuestion  *question,
              MukanaWeights              *weights,
              GError                    **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name", MUKANA_MATCHING_WEIGHTS));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return FALSE;

  *weights = question->has_weights ? question->weights
             : mukana_weights_parse (result > 0 ? mukana_query_peek_text (query, "value") : NULL);
  return TRUE;
}

/* Returns: (nullable): yours, gint64 ids of whoever may be shown, in order of their names */
static GArray *
read_by_name (MukanaDb  *db,
              GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "matching.by-name", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  for (; result > 0; result = mukana_query_step (query, error))
    {
      gint64 id = mukana_query_get_int (query, "id");

      g_array_append_val (ids, id);
    }

  return result == 0 ? g_steal_pointer (&ids) : NULL;
}

/* Who fits, the first of the order that was asked for. */
static MukanaMatchResult *
rank (MukanaDb                   *db,
      const MukanaMatchQuestion  *question,
      const MukanaMatchRequest   *request,
      const MukanaWeights        *weights,
      GError                    **error)
{
  gboolean is_best = question->order == MUKANA_MATCH_ORDER_BEST;
  g_autoptr (MukanaMatchResult) result = NULL;
  g_autoptr (GArray) names = NULL;

  if (question->order == MUKANA_MATCH_ORDER_NAME && (names = read_by_name (db, error)) == NULL)
    return NULL;

  result = mukana_match_index_run (question->matcher->index, request, weights,
                                   is_best ? question->top_n : G_MAXUINT);
  if (names != NULL)
    mukana_match_result_follow (result, names, question->top_n);
  else if (!is_best)
    mukana_match_result_order (result, request, weights, question->order, question->top_n);

  return g_steal_pointer (&result);
}

/* Who does not fit, why, and what would help. */
static gboolean
judge_others (const MukanaMatchQuestion  *question,
              const MukanaMatchRemedies  *remedies,
              MukanaMatchAnswer          *answer,
              GCancellable               *cancellable,
              GError                    **error)
{
  MukanaMatcher *self = question->matcher;
  g_autoptr (MukanaMatchExclusions) exclusions =
    mukana_match_index_exclusions (self->index, mukana_match_remedies_peek_request (remedies));

  fill_groups (remedies, exclusions, answer);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  fill_relaxation (self, remedies, answer);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (question->with_people)
    add_people (self, remedies, exclusions, answer);
  return TRUE;
}

static gpointer
match_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  MukanaMatchQuestion *question = arg;
  MukanaMatcher *self = question->matcher;
  g_autoptr (MukanaMatchAnswer) answer = g_new0 (MukanaMatchAnswer, 1);
  g_autoptr (MukanaMatchRequest) request = NULL;
  g_autoptr (MukanaMatchRemedies) remedies = NULL;
  g_autoptr (MukanaMatchResult) result = NULL;
  g_autoptr (GArray) others = NULL;

  answer->request_id = question->request_id;
  answer->is_of_rank = question->is_of_rank;
  answer->rows = g_ptr_array_new_with_free_func (free_row);
  answer->extra = g_ptr_array_new_with_free_func (free_row);
  answer->told_rows = g_ptr_array_new_with_free_func (free_row);
  answer->told_out = g_ptr_array_new_with_free_func (free_out);
  answer->out = g_ptr_array_new_with_free_func (free_out);
  answer->others = g_ptr_array_new_with_free_func (free_row);
  answer->groups = g_array_new (FALSE, FALSE, sizeof (MukanaMatchGroup));
  g_array_set_clear_func (answer->groups, clear_group);

  if (!mukana_matcher_catch_up (self, db, error) ||
      !find_weights (db, question, &answer->weights, error) ||
      (answer->title = dup_title (db, question->request_id, error)) == NULL ||
      (request = mukana_request_load (db, self->lexicon, question->request_id, error)) == NULL)
    return NULL;

  add_chosen (self, request, question->chosen);
  if (!add_others (self, db, request, &others, error) ||
      !mukana_matching_part_count_gone (self, db, request, answer, error) ||
      (result = rank (db, question, request, &answer->weights, error)) == NULL ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  remedies = mukana_match_remedies_new (request);
  answer->n_fits = result->n_fits;
  if (!question->is_of_rank && !judge_others (question, remedies, answer, cancellable, error))
    return NULL;

  tell_chosen (self, remedies, question, answer);
  tell_others (self, remedies, others, answer);
  if (question->why_person != 0)
    add_why (self, remedies, question, answer);

  if (!fill_rows (self, db, remedies, &answer->weights, result, answer, error) ||
      !name_all_rows (self, db, answer->told_rows, error) ||
      !name_all_rows (self, db, answer->others, error) ||
      !name_all_outs (db, answer->out, error) || !name_all_outs (db, answer->told_out, error) ||
      (answer->why_row != NULL && !name_rows (self, db, &answer->why_row, 1, error)) ||
      !mukana_matching_part_add_roles (self, db, request, answer, error))
    return NULL;

  return g_steal_pointer (&answer);
}

static gpointer
prepare_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  mukana_matcher_catch_up (arg, db, error);
  return NULL;
}

/* Nobody is looked at: whoever asks later does that, and the journal says so then. */
const MukanaJob mukana_matching_prepare_job = {
  "ranking.prepare", MUKANA_LANE_DOOR, prepare_run, NULL, .needs = MUKANA_DEED_MATCH
};

/* Matching is a search by themes, on behalf of a request. */
static gboolean
look_for_candidates (gconstpointer  arg,
                     MukanaLook    *look)
{
  const MukanaMatchQuestion *question = arg;

  *look = (MukanaLook) { "looking.match", MUKANA_KIND_REQUEST, question->request_id, "themes" };
  return TRUE;
}

static gboolean
look_into_group (gconstpointer  arg,
                 MukanaLook    *look)
{
  const MukanaMatchGroupQuestion *question = arg;

  *look = (MukanaLook) { "looking.match", MUKANA_KIND_REQUEST, question->request_id, "themes" };
  return TRUE;
}

const MukanaJob mukana_matching_job = {
  "ranking.run", MUKANA_LANE_DOOR, match_run, (GDestroyNotify) mukana_match_answer_free,
  .looks_at = look_for_candidates, .needs = MUKANA_DEED_MATCH
};

MukanaMatchGroupQuestion *
mukana_match_group_question_new (MukanaMatcher *matcher,
                                 gint64         request_id,
                                 MukanaReason   reason,
                                 guint          limit)
{
  MukanaMatchGroupQuestion *self = g_new0 (MukanaMatchGroupQuestion, 1);

  self->matcher = g_object_ref (matcher);
  self->request_id = request_id;
  self->reason = reason;
  self->limit = limit;
  return self;
}

void
mukana_match_group_question_free (MukanaMatchGroupQuestion *self)
{
  g_object_unref (self->matcher);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_free (self);
}

void
mukana_match_group_answer_free (MukanaMatchGroupAnswer *self)
{
  g_ptr_array_unref (self->people);
  g_free (self);
}

/* Those whose first reason it is, and then the others: the first are the number that is shown. */
static gboolean
list_group (MukanaMatchGroupQuestion     *question,
            const MukanaMatchRemedies    *remedies,
            const MukanaMatchExclusions  *exclusions,
            MukanaMatchGroupAnswer       *answer,
            GCancellable                 *cancellable,
            GError                      **error)
{
  const MukanaMatchRequest *request = mukana_match_remedies_peek_request (remedies);

  for (int is_first = TRUE; is_first >= FALSE; is_first--)
    for (guint i = 0; i < exclusions->people->len; i++)
      {
        const MukanaExcluded *excluded = &g_array_index (exclusions->people, MukanaExcluded, i);

        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;
        if ((excluded->reasons >> question->reason & 1) == 0 ||
            (__builtin_ctz (excluded->reasons) == (int) question->reason) != is_first)
          continue;
        if (!mukana_match_facts_may_be_told (excluded->facts, request->today))
          {
            answer->n_hidden++;
            answer->n_unguarded += excluded->facts->lacks_guardian;
          }
        else if (answer->people->len < question->limit)
          g_ptr_array_add (answer->people, make_out (question->matcher, remedies, excluded));
        else
          answer->n_more++;
      }

  return TRUE;
}

static gpointer
group_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  MukanaMatchGroupQuestion *question = arg;
  MukanaMatcher *self = question->matcher;
  g_autoptr (MukanaMatchRequest) request = NULL;
  g_autoptr (MukanaMatchRemedies) remedies = NULL;
  g_autoptr (MukanaMatchExclusions) exclusions = NULL;
  g_autoptr (MukanaMatchGroupAnswer) answer = g_new0 (MukanaMatchGroupAnswer, 1);

  answer->people = g_ptr_array_new_with_free_func (free_out);
  if (!mukana_matcher_catch_up (self, db, error) ||
      (request = mukana_request_load (db, self->lexicon, question->request_id, error)) == NULL)
    return NULL;

  add_chosen (self, request, question->chosen);
  remedies = mukana_match_remedies_new (request);
  exclusions = mukana_match_index_exclusions (self->index, request);
  if (!list_group (question, remedies, exclusions, answer, cancellable, error) ||
      !name_all_outs (db, answer->people, error))
    return NULL;

  for (guint i = answer->people->len; i-- > 0; )
    if (((MukanaMatchOut *) g_ptr_array_index (answer->people, i))->name == NULL)
      {
        g_ptr_array_remove_index (answer->people, i);
        answer->n_hidden++;
      }

  return g_steal_pointer (&answer);
}

const MukanaJob mukana_matching_group_job = {
  "ranking.group", MUKANA_LANE_DOOR, group_run, (GDestroyNotify) mukana_match_group_answer_free,
  .looks_at = look_into_group, .needs = MUKANA_DEED_MATCH
};
