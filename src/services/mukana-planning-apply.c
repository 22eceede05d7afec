/* mukana-planning-apply.c: ask those who were staged, all of them or nobody.
 *
 * Between planning and asking somebody may have withdrawn, been asked by a
 * colleague or agreed to something else.  Every move is looked at before the
 * first is made, in the transaction that makes them, so that whoever plans is
 * told of all that stand in the way at once, and nothing is half done.
 */

#include "services/mukana-planning.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-plan-protocol.h"
#include "domain/mukana-plan.h"
#include "domain/mukana-request.h"
#include "services/mukana-clashing.h"
#include "services/mukana-judging.h"
#include "services/mukana-proposing.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

/** mukana_planning_applying_new: Returns: yours, of @answer's protocol, with nobody staged */
MukanaPlanningApplying *
mukana_planning_applying_new (const MukanaPlanningAnswer *answer)
{
  MukanaPlanningApplying *self = g_new0 (MukanaPlanningApplying, 1);

  self->seed = answer->seed;
  self->weights = g_strdup (answer->weights);
  self->input_digest = g_strdup (answer->input_digest);
  self->result_digest = g_strdup (answer->result_digest);
  self->protocol = g_strdup (answer->protocol);
  self->staged = g_array_new (FALSE, FALSE, sizeof (MukanaPlanningStaged));
  return self;
}

void
mukana_planning_applying_add (MukanaPlanningApplying   *self,
                              gint64                    request_id,
                              const MukanaPlanningMove *move)
{
  MukanaPlanningStaged staged = { request_id, move->person_id, move->slot_id, move->score,
                                  move->is_reserve };

  g_array_append_val (self->staged, staged);
}

void
mukana_planning_applying_free (MukanaPlanningApplying *self)
{
  g_free (self->weights);
  g_free (self->input_digest);
  g_free (self->result_digest);
  g_free (self->protocol);
  g_array_unref (self->staged);
  g_free (self);
}

void
mukana_planning_applied_free (MukanaPlanningApplied *self)
{
  g_array_unref (self->proposals);
  g_array_unref (self->refusals);
  g_free (self);
}

/** mukana_planning_refusal_label: Returns: borrowed, translated */
const char *
mukana_planning_refusal_label (MukanaPlanningRefusalKind kind)
{
  switch (kind)
    {
    case MUKANA_PLANNING_NO_CONSENT: return _("no longer takes part in matching");
    case MUKANA_PLANNING_ASKED: return _("is asked already");
    case MUKANA_PLANNING_OVER: return _("the request no longer looks for people");
    case MUKANA_PLANNING_SHIFT: return _("has been given a shift as a volunteer at that time");
    case MUKANA_PLANNING_UNFIT: return _("does not fit the request any more");
    case MUKANA_PLANNING_CLASH:
    default: return _("has something else at that time");
    }
}

/* ---- Looking ---- */

typedef struct
{
  MukanaDb              *db;
  MukanaLexicon         *lexicon;
  GArray                *staged;
  GPtrArray             *times;     /* by staged: GPtrArray of MukanaRequestTime */
  GArray                *positions; /* by staged: MukanaPosition, where they would have to come */
  MukanaPlanningApplied *applied;
} Applying;

static MukanaPlanningStaged *
staged_at (Applying *self,
           guint     index)
{
  return &g_array_index (self->staged, MukanaPlanningStaged, index);
}

static void
refuse (Applying                  *self,
        guint                      index,
        MukanaPlanningRefusalKind  kind)
{
  MukanaPlanningRefusal refusal = { staged_at (self, index)->request_id,
                                    staged_at (self, index)->person_id, kind };

  g_array_append_val (self->applied->refusals, refusal);
}

/* The times for which somebody is asked. */
static GPtrArray *
read_times (Applying                    *self,
            const MukanaPlanningStaged  *staged,
            GError                     **error)
{
  GPtrArray *times;

  if (staged->slot_id != 0)
    return mukana_record_list (self->db, "requests.slot", MUKANA_TYPE_REQUEST_TIME, error,
                               mukana_int ("id", staged->slot_id));

  times = mukana_record_list (self->db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                              mukana_int ("request_id", staged->request_id));
  for (guint i = times != NULL ? times->len : 0; i-- > 0; )
    if (((MukanaRequestTime *) g_ptr_array_index (times, i))->is_alternative)
      g_ptr_array_remove_index (times, i);

  return times;
}

static MukanaPlanTime
time_of (Applying                *self,
         guint                    index,
         const MukanaRequestTime *time)
{
  return mukana_plan_time (staged_at (self, index)->request_id, 0, time->day,
                           (int) time->start_minute, (int) time->end_minute,
                           g_array_index (self->positions, MukanaPosition, index));
}

/* At the same time, or without time for the road between them. */
static gboolean
times_clash (Applying *self,
             guint     one,
             guint     other)
{
  GPtrArray *left = g_ptr_array_index (self->times, one);
  GPtrArray *right = g_ptr_array_index (self->times, other);

  for (guint i = 0; i < left->len; i++)
    for (guint j = 0; j < right->len; j++)
      {
        MukanaPlanTime a = time_of (self, one, g_ptr_array_index (left, i));
        MukanaPlanTime b = time_of (self, other, g_ptr_array_index (right, j));

        if (mukana_plan_times_clash (&a, &b))
          return TRUE;
      }

  return FALSE;
}

static gboolean
staged_clash (Applying *self,
              guint     index)
{
  for (guint other = 0; other < index; other++)
    if (staged_at (self, other)->person_id == staged_at (self, index)->person_id &&
        times_clash (self, other, index))
      return TRUE;

  return FALSE;
}

/* Returns: -1 with @error set, else what is there at one of the times */
static int
agreed_clash (Applying  *self,
              guint      index,
              GError   **error)
{
  GPtrArray *times = g_ptr_array_index (self->times, index);
  int kind = MUKANA_CLASH_NONE;

  for (guint i = 0; i < times->len && kind == MUKANA_CLASH_NONE; i++)
    {
      const MukanaRequestTime *time = g_ptr_array_index (times, i);
      MukanaClashQuestion question = {
        .person_id = staged_at (self, index)->person_id, .day = time->day,
        .start_minute = (int) time->start_minute, .end_minute = (int) time->end_minute
      };

      kind = mukana_clashing_find (self->db, &question, NULL, error);
    }

  return kind;
}

static int
is_asked (Applying  *self,
          guint      index,
          GError   **error)
{
  g_autoptr (MukanaQuery) query =
    mukana_db_select (self->db, "proposals.open-between", error,
                      mukana_int ("request_id", staged_at (self, index)->request_id),
                      mukana_int ("person_id", staged_at (self, index)->person_id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result != 0)
    return result;

  for (guint other = 0; other < index; other++)
    if (staged_at (self, other)->person_id == staged_at (self, index)->person_id &&
        staged_at (self, other)->request_id == staged_at (self, index)->request_id)
      return TRUE;

  return FALSE;
}

/* By the rules of matching, from the rows as they are now. */
static gboolean
judge (Applying       *self,
       guint           index,
       MukanaReasons  *reasons,
       GError        **error)
{
  const MukanaPlanningStaged *staged = staged_at (self, index);
  g_autoptr (MukanaJudging) judging = mukana_judging_new (self->db, self->lexicon,
                                                          staged->request_id, error);

  if (judging == NULL || !mukana_judging_add (judging, staged->person_id, error))
    return FALSE;

  g_array_index (self->positions, MukanaPosition, index) = mukana_judging_position (judging, 0);
  *reasons = mukana_judging_has_way (judging, staged->slot_id)
             ? mukana_judging_judge (judging, 0, staged->slot_id) : 1u << MUKANA_REASON_NOT_FREE;
  return TRUE;
}

static gboolean
look_at_person (Applying  *self,
                guint      index,
                GError   **error)
{
  gint64 n_matchable = mukana_db_count (self->db, "plans.is-matchable", error,
                                        mukana_int ("id", staged_at (self, index)->person_id));
  MukanaReasons reasons = 0;
  int asked, clash;

  if (n_matchable < 0 || (asked = is_asked (self, index, error)) < 0 ||
      (clash = agreed_clash (self, index, error)) < 0 || !judge (self, index, &reasons, error))
    return FALSE;

  if (n_matchable == 0)
    refuse (self, index, MUKANA_PLANNING_NO_CONSENT);
  else if (asked)
    refuse (self, index, MUKANA_PLANNING_ASKED);
  else if (clash == MUKANA_CLASH_SHIFT)
    refuse (self, index, MUKANA_PLANNING_SHIFT);
  else if (clash != MUKANA_CLASH_NONE || staged_clash (self, index) ||
           (reasons >> MUKANA_REASON_CLASH & 1))
    refuse (self, index, MUKANA_PLANNING_CLASH);
  else if (reasons != 0)
    refuse (self, index, MUKANA_PLANNING_UNFIT);
  return TRUE;
}

/* A request that somebody has removed meanwhile is one that looks for nobody. */
static gboolean
look_at (Applying  *self,
         guint      index,
         GError   **error)
{
  const MukanaPlanningStaged *staged = staged_at (self, index);
  g_autoptr (GError) local = NULL;
  g_autoptr (MukanaRequest) request = mukana_record_get (self->db, "requests.get",
                                                         staged->request_id, MUKANA_TYPE_REQUEST,
                                                         &local);
  GPtrArray *times;

  if (request == NULL && !g_error_matches (local, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if ((times = read_times (self, staged, error)) == NULL)
    return FALSE;
  g_ptr_array_add (self->times, times);
  if (request == NULL || !mukana_request_is_waiting (request))
    {
      refuse (self, index, MUKANA_PLANNING_OVER);
      return TRUE;
    }

  if (g_str_equal (request->mode, "period"))
    g_ptr_array_set_size (times, 0);   /* at one's own time: nothing stands in its way */
  return look_at_person (self, index, error);
}

/* ---- Asking ---- */

static gboolean
ask (Applying                    *self,
     const MukanaPlanningStaged  *staged,
     GError                     **error)
{
  MukanaProposalSeed seed = { staged->person_id, staged->slot_id, staged->score,
                              staged->is_reserve };
  MukanaProposing *proposing = mukana_proposing_new (staged->request_id, NULL);
  g_autoptr (GArray) ids = NULL;

  g_array_append_val (proposing->people, seed);
  ids = mukana_proposing_run_with (self->db, self->lexicon, proposing, error);
  mukana_proposing_free (proposing);
  if (ids == NULL)
    return FALSE;

  g_array_append_vals (self->applied->proposals, ids->data, ids->len);
  return TRUE;
}

static gboolean
keep_run (MukanaDb                      *db,
          const MukanaPlanningApplying  *applying,
          gint64                        *run_id,
          GError                       **error)
{
  gint64 now = mukana_db_now_us (db);

  *run_id = mukana_db_insert (db, "plans.add-run", error, mukana_int ("made_at", now),
                              mukana_text ("made_by", mukana_db_peek_actor (db)),
                              mukana_int ("seed", applying->seed),
                              mukana_text ("weights", applying->weights),
                              mukana_text ("input_digest", applying->input_digest),
                              mukana_text ("result_digest", applying->result_digest),
                              mukana_text ("protocol", applying->protocol),
                              mukana_int ("applied_at", now));
  return *run_id >= 0 &&
         mukana_journal_add (db, "planning.apply", MUKANA_KIND_REQUEST, 0, NULL, error);
}

static gpointer
apply_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  MukanaPlanningApplying *applying = arg;
  g_autoptr (MukanaPlanningApplied) applied = g_new0 (MukanaPlanningApplied, 1);
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) positions = g_array_new (FALSE, TRUE, sizeof (MukanaPosition));
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);
  Applying self = { db, lexicon, applying->staged, times, positions, applied };

  applied->proposals = g_array_new (FALSE, FALSE, sizeof (gint64));
  applied->refusals = g_array_new (FALSE, FALSE, sizeof (MukanaPlanningRefusal));
  if (lexicon == NULL)
    return NULL;

  g_array_set_size (positions, applying->staged->len);
  for (guint i = 0; i < applying->staged->len; i++)
    if (!look_at (&self, i, error))
      return NULL;

  if (applied->refusals->len > 0 || applying->staged->len == 0)
    return g_steal_pointer (&applied);

  for (guint i = 0; i < applying->staged->len; i++)
    if (!ask (&self, staged_at (&self, i), error))
      return NULL;

  return keep_run (db, applying, &applied->run_id, error) ? g_steal_pointer (&applied) : NULL;
}

const MukanaJob mukana_planning_apply_job = {
  "planning.apply", MUKANA_LANE_WRITE, apply_run, (GDestroyNotify) mukana_planning_applied_free,
  .needs = MUKANA_DEED_MATCH
};

/* ---- The protocol ---- */

void
mukana_planning_run_free (MukanaPlanningRun *self)
{
  g_free (self->made_by);
  g_free (self->weights);
  g_free (self->input_digest);
  g_free (self->result_digest);
  g_free (self->protocol);
  g_free (self);
}

static void
read_run (MukanaPlanningRun *run,
          MukanaQuery       *query)
{
  run->id = mukana_query_get_int (query, "id");
  run->made_at = mukana_query_get_int (query, "made_at");
  run->made_by = g_strdup (mukana_query_peek_text (query, "made_by"));
  run->seed = mukana_query_get_int (query, "seed");
}

static gboolean
checking_goes_on (double   share,
                  gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

static gpointer
recall_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaPlanningRun) run = g_new0 (MukanaPlanningRun, 1);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "plans.get-run", error,
                                                    mukana_int ("id", *(gint64 *) arg));
  int result = query != NULL ? mukana_query_step (query, error) : -1;
  g_autofree char *digest = NULL;

  if (result == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, N_("There is no such plan."));
  if (result <= 0)
    return NULL;

  read_run (run, query);
  run->weights = g_strdup (mukana_query_peek_text (query, "weights"));
  run->input_digest = g_strdup (mukana_query_peek_text (query, "input_digest"));
  run->result_digest = g_strdup (mukana_query_peek_text (query, "result_digest"));
  run->protocol = g_strdup (mukana_query_peek_text (query, "protocol"));
  digest = mukana_plan_protocol_digest (run->protocol);
  run->is_as_kept = g_str_equal (digest, run->result_digest);
  run->check = mukana_plan_protocol_check (run->protocol, checking_goes_on, cancellable);
  run->holds = run->is_as_kept && run->check.holds;
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&run);
}

const MukanaJob mukana_planning_recall_job = {
  "planning.recall", MUKANA_LANE_LONG, recall_run, (GDestroyNotify) mukana_planning_run_free,
  .needs = MUKANA_DEED_MATCH
};

static gpointer
runs_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) runs =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_planning_run_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "plans.runs", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaPlanningRun *run = g_new0 (MukanaPlanningRun, 1);

      read_run (run, query);
      g_ptr_array_add (runs, run);
    }

  return result == 0 ? g_steal_pointer (&runs) : NULL;
}

const MukanaJob mukana_planning_runs_job = {
  "planning.runs", MUKANA_LANE_READ, runs_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_MATCH
};
