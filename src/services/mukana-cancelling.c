/* mukana-cancelling.c: agreed work is off, or its day is recorded, for one or for many at once.
 *
 * What is cancelled no longer stands in anybody's way, and what is owed for a late word is
 * worked out as for a recorded day.  A request goes with all that was agreed for it in one
 * transaction, and comes back with it: nobody is left agreed to what does not take place.
 */

#include "services/mukana-cancelling.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-request.h"
#include "services/mukana-clashing.h"
#include "services/mukana-paying.h"
#include "services/mukana-supporting.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"


MukanaCancelling *
mukana_cancelling_new (gint64      record_id,
                       const char *attendance,
                       const char *reason,
                       const char *words)
{
  MukanaCancelling *self = g_new0 (MukanaCancelling, 1);

  self->record_id = record_id;
  self->attendance = g_strdup (attendance);
  self->reason = g_strdup (reason);
  self->words = mukana_text_tidy (words);
  return self;
}

void
mukana_cancelling_free (MukanaCancelling *self)
{
  g_free (self->attendance);
  g_free (self->reason);
  g_free (self->words);
  g_free (self);
}

static void
free_work (gpointer data)
{
  MukanaSettledWork *work = data;

  g_object_unref (work->assignment);
  g_clear_pointer (&work->fees, g_ptr_array_unref);
  g_free (work->name);
  g_free (work);
}

void
mukana_settled_free (MukanaSettled *self)
{
  g_clear_pointer (&self->work, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_array_unref);
  g_free (self->state);
  g_free (self);
}

/* ---- What it means ---- */

static MukanaSettledWork *
read_work (MukanaDb     *db,
           MukanaQuery  *row,
           GError      **error)
{
  g_autoptr (MukanaAssignment) assignment = mukana_record_read (row, MUKANA_TYPE_ASSIGNMENT);
  MukanaCompleting *completing = mukana_completing_new (assignment->id, "cancelled-unit", 0);
  g_autofree char *name = g_strdup (mukana_query_peek_text (row, "display_name"));
  MukanaSettledWork *work = NULL;
  gint64 cents = 0;

  completing->notice_hours = mukana_assignment_notice_hours (assignment, mukana_db_now_us (db));
  if (mukana_paying_foresee (db, completing, assignment, &cents, error))
    {
      work = g_new0 (MukanaSettledWork, 1);
      work->notice_hours = completing->notice_hours;
      work->assignment = g_steal_pointer (&assignment);
      work->name = g_steal_pointer (&name);
      work->fee_cents = cents;
    }
  mukana_completing_free (completing);
  return work;
}

/* @assignment_id: the only one; 0: all that are agreed for the request */
static gboolean
gather_work (MukanaDb         *db,
             MukanaSettled  *self,
             gint64            assignment_id,
             GError          **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "assignments.agreed-of", error,
                                                    mukana_int ("request_id", self->request_id),
                                                    mukana_int ("id", assignment_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaSettledWork *work = read_work (db, query, error);

      if (work == NULL)
        return FALSE;
      g_ptr_array_add (self->work, work);
    }

  return result == 0;
}

static gboolean
gather_proposals (MukanaDb         *db,
                  MukanaSettled  *self,
                  GError          **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "proposals.open-of-request", error,
                                                    mukana_int ("request_id", self->request_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");

      g_array_append_val (self->proposals, id);
    }

  return result == 0;
}

/* @assignment_id: the only one; 0: the request with all of its own */
static MukanaSettled *
foresee (MukanaDb  *db,
         gint64     request_id,
         gint64     assignment_id,
         GError   **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);
  g_autoptr (MukanaSettled) self = g_new0 (MukanaSettled, 1);

  if (request == NULL)
    return NULL;

  self->request_id = request_id;
  self->is_request = assignment_id == 0;
  self->state = g_strdup (request->state);
  self->work = g_ptr_array_new_with_free_func (free_work);
  self->proposals = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!gather_work (db, self, assignment_id, error) ||
      (self->is_request && !gather_proposals (db, self, error)))
    return NULL;

  return g_steal_pointer (&self);
}

static MukanaSettled *
foresee_assignment (MukanaDb  *db,
                    gint64     id,
                    GError   **error)
{
  g_autoptr (MukanaAssignment) assignment = mukana_record_get (db, "assignments.get", id,
                                                               MUKANA_TYPE_ASSIGNMENT, error);

  return assignment != NULL ? foresee (db, assignment->request_id, id, error) : NULL;
}

static gpointer
foresee_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return foresee_assignment (db, *(gint64 *) arg, error);
}

static gpointer
foresee_request_run (MukanaDb      *db,
                     gpointer       arg,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return foresee (db, *(gint64 *) arg, 0, error);
}

/* ---- The deed ---- */

static gboolean
check_cancelling (const MukanaCancelling  *asked,
                  const MukanaSettled   *found,
                  MukanaDay                today,
                  GError                 **error)
{
  const char *problem = NULL;

  if (!g_str_has_prefix (asked->attendance, "cancelled") ||
      mukana_code_index (mukana_attendances, asked->attendance) < 0 ||
      (asked->reason != NULL && mukana_code_index (mukana_cancel_reasons, asked->reason) < 0))
    problem = N_("There is no such reason.");
  else if (asked->words != NULL && g_utf8_strlen (asked->words, -1) > MUKANA_REASON_LIMIT)
    problem = N_("The reason is too long.");
  for (guint i = 0; i < found->work->len && problem == NULL; i++)
    if (((MukanaSettledWork *) found->work->pdata[i])->assignment->day < today)
      problem = N_("Its day has passed. Record the day instead.");

  if (problem != NULL)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, problem);
  return problem == NULL;
}

static gboolean
cancel_work (MukanaDb                *db,
             const MukanaCancelling  *asked,
             MukanaSettledWork     *work,
             GError                 **error)
{
  MukanaCompleting *completing = mukana_completing_new (work->assignment->id, asked->attendance,
                                                        0);
  g_autoptr (GPtrArray) lines = NULL;

  completing->notice_hours = work->notice_hours;
  completing->cancel_reason = g_strdup (asked->reason);
  completing->cancel_words = g_strdup (asked->words);
  lines = mukana_completing_run (db, completing, error);
  mukana_completing_free (completing);
  return lines != NULL;
}

static gboolean
cancel_all_work (MukanaDb                *db,
                 const MukanaCancelling  *asked,
                 MukanaSettled         *found,
                 GError                 **error)
{
  if (!check_cancelling (asked, found, mukana_db_today (db), error))
    return FALSE;

  for (guint i = 0; i < found->work->len; i++)
    if (!cancel_work (db, asked, g_ptr_array_index (found->work, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
set_proposals (MukanaDb               *db,
               const MukanaSettled  *found,
               const char             *from,
               const char             *to,
               MukanaDay               day,
               GError                **error)
{
  for (guint i = 0; i < found->proposals->len; i++)
    {
      gint64 id = g_array_index (found->proposals, gint64, i);

      if (mukana_db_run (db, "proposals.turn", error, mukana_int ("id", id),
                         mukana_text ("from", from), mukana_text ("to", to),
                         mukana_day ("day", day)) < 0)
        return FALSE;
      mukana_db_touch (db, MUKANA_KIND_PROPOSAL, id, MUKANA_EFFECT_CHANGED);
    }

  return TRUE;
}

static gpointer
cancel_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  const MukanaCancelling *asked = arg;
  g_autoptr (MukanaSettled) found = foresee_assignment (db, asked->record_id, error);

  if (found == NULL)
    return NULL;
  if (found->work->len == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           N_("The assignment was changed since."));
      return NULL;
    }

  return cancel_all_work (db, asked, found, error) ? g_steal_pointer (&found) : NULL;
}

static gboolean
may_cancel (MukanaDb  *db,
            gint64     request_id,
            GError   **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);

  if (request == NULL)
    return FALSE;
  if (mukana_request_may_become (request, "cancelled"))
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                       N_("The request was held or cancelled already."));
  return FALSE;
}

/* Why, too: where nobody had agreed, the request alone can tell. */
static gboolean
end_request (MukanaDb                *db,
             const MukanaCancelling  *asked,
             GError                 **error)
{
  gint64 id = asked->record_id;

  if (mukana_db_run (db, "requests.cancel", error, mukana_text ("cancel_reason", asked->reason),
                     mukana_text ("cancel_words", asked->words),
                     mukana_int ("updated_at", mukana_db_now_us (db)), mukana_int ("id", id)) < 0)
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_REQUEST, id, MUKANA_EFFECT_CHANGED);
  return mukana_journal_add (db, "cancelling.request", MUKANA_KIND_REQUEST, id, "state", error);
}

static gpointer
cancel_request_run (MukanaDb      *db,
                    gpointer       arg,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const MukanaCancelling *asked = arg;
  gint64 id = asked->record_id;
  g_autoptr (MukanaSettled) found = foresee (db, id, 0, error);

  if (found == NULL || !may_cancel (db, id, error) ||
      !cancel_all_work (db, asked, found, error) ||
      !set_proposals (db, found, "proposed", "cancelled", mukana_db_today (db), error) ||
      !end_request (db, asked, error))
    return NULL;

  return g_steal_pointer (&found);
}

/* ---- Days of many ---- */

static gboolean
is_recorded (MukanaAssignment *assignment)
{
  return !g_str_equal (assignment->state, "agreed");
}

static gboolean
record_one (MukanaDb                *db,
            const MukanaCompleting  *completing,
            MukanaSettled           *done,
            GError                 **error)
{
  g_autoptr (MukanaAssignment) before = mukana_record_get (db, "assignments.get",
                                                           completing->assignment_id,
                                                           MUKANA_TYPE_ASSIGNMENT, error);
  g_autoptr (GPtrArray) fees = before == NULL ? NULL
    : mukana_record_list (db, "fees.of-assignment", MUKANA_TYPE_FEE_LINE, error,
                          mukana_int ("assignment_id", before->id));
  g_autoptr (GPtrArray) lines = NULL;
  MukanaSettledWork *work;

  if (fees == NULL)
    return FALSE;

  if (done->state == NULL)
    {
      g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get",
                                                             before->request_id,
                                                             MUKANA_TYPE_REQUEST, error);

      if (request == NULL)
        return FALSE;
      done->request_id = request->id;
      done->state = g_strdup (request->state);
    }
  if (!(lines = mukana_completing_run (db, completing, error)))
    return FALSE;

  work = g_new0 (MukanaSettledWork, 1);
  work->fees = is_recorded (before) ? g_steal_pointer (&fees) : NULL;
  work->assignment = g_steal_pointer (&before);
  for (guint i = 0; i < lines->len; i++)
    work->fee_cents += ((MukanaFeeLine *) g_ptr_array_index (lines, i))->amount_cents;
  g_ptr_array_add (done->work, work);
  return TRUE;
}

static gpointer
record_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  GPtrArray *days = arg;
  g_autoptr (MukanaSettled) done = g_new0 (MukanaSettled, 1);

  done->work = g_ptr_array_new_with_free_func (free_work);
  done->proposals = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < days->len; i++)
    if (!record_one (db, g_ptr_array_index (days, i), done, error))
      return NULL;

  return g_steal_pointer (&done);
}

/* ---- Taking it back ---- */

/* Whoever has agreed to something else since is not agreed twice. */
static gboolean
check_free (MukanaDb          *db,
            MukanaAssignment  *assignment,
            GError           **error)
{
  const MukanaClashQuestion question = {
    .person_id = assignment->person_id, .but_id = assignment->id, .day = assignment->day,
    .start_minute = (int) assignment->start_minute, .end_minute = (int) assignment->end_minute
  };
  g_autofree char *detail = NULL;
  int kind;

  if (assignment->clash_reason != NULL || assignment->end_minute <= assignment->start_minute)
    return TRUE;

  kind = mukana_clashing_find (db, &question, &detail, error);
  if (kind > MUKANA_CLASH_NONE)
    mukana_clashing_refuse (kind, detail, error);
  return kind == MUKANA_CLASH_NONE;
}

static gboolean
check_unpaid (MukanaDb  *db,
              gint64     assignment_id,
              GError   **error)
{
  gint64 n_bound = mukana_db_count (db, "fees.count-bound", error,
                                    mukana_int ("assignment_id", assignment_id));

  if (n_bound > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("The fees of this day are in a batch already. Correct them there."));
  return n_bound == 0;
}

/* @n_changed: rows of an assignment that was at the version that the deed had left it at */
static gboolean
was_unchanged (gint64   n_changed,
               GError **error)
{
  if (n_changed == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("The assignment was changed since."));
  return n_changed > 0;
}

static gboolean
agree_again (MukanaDb          *db,
             MukanaAssignment  *before,
             MukanaPerson      *person,
             GError           **error)
{
  gint64 n_changed = mukana_db_run (db, "assignments.agree-again", error,
                                    mukana_int ("id", before->id),
                                    mukana_int ("version", before->version + 1));

  return was_unchanged (n_changed, error) &&
         mukana_supporting_plan (db, before, person->support_kinds, error) &&
         mukana_db_run (db, "support.drop-kind", error, mukana_int ("assignment_id", before->id),
                        mukana_text ("kind", MUKANA_SUPPORT_DEBRIEFING)) >= 0;
}

/* The lines are those that were there, and not worked out anew: a price may be another since.  A
 * correction that waited is of the line's new number. */
static gboolean
put_fees_back (MukanaDb   *db,
               GPtrArray  *fees,
               GError    **error)
{
  g_autofree gint64 *ids = g_new0 (gint64, fees->len);

  for (guint i = 0; i < fees->len; i++)
    {
      MukanaFeeLine *line = g_ptr_array_index (fees, i);
      g_autoptr (MukanaFeeLine) fresh = g_object_ref (line);

      for (guint k = 0; k < i; k++)
        if (line->corrects_id != 0 &&
            line->corrects_id == MUKANA_FEE_LINE (g_ptr_array_index (fees, k))->id)
          {
            g_object_unref (fresh);
            fresh = mukana_record_with_int (line, "corrects-id", ids[k]);
          }
      if ((ids[i] = mukana_record_insert (db, "fees.add", MUKANA_RECORD (fresh), error)) < 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
record_back (MukanaDb                 *db,
             const MukanaSettledWork  *work,
             GError                  **error)
{
  g_autoptr (MukanaAssignment) back = mukana_record_with_int (work->assignment, "version",
                                                              work->assignment->version + 1);
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, "assignments.record-back", NULL, error);

  if (query == NULL)
    return FALSE;

  mukana_record_bind (MUKANA_RECORD (back), query);
  return was_unchanged (mukana_query_run (query, error), error) &&
         put_fees_back (db, work->fees, error) &&
         mukana_supporting_follow_day (db, back, back->attendance, error);
}

static gboolean
bring_work_back (MukanaDb                 *db,
                 const MukanaSettledWork  *work,
                 GError                  **error)
{
  MukanaAssignment *before = work->assignment;
  g_autoptr (MukanaPerson) person = mukana_people_get (db, before->person_id, error);
  gboolean is_off = g_str_equal (before->state, "cancelled");

  if (person == NULL || (!is_off && !check_free (db, before, error)) ||
      !check_unpaid (db, before->id, error) ||
      mukana_db_run (db, "fees.drop-drafts", error,
                     mukana_int ("assignment_id", before->id)) < 0 ||
      !(work->fees != NULL ? record_back (db, work, error)
                           : agree_again (db, before, person, error)) ||
      !mukana_journal_add (db, "assigning.uncancel", MUKANA_KIND_ASSIGNMENT, before->id, "state",
                           error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, before->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, before->person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_FEE, 0, MUKANA_EFFECT_REMOVED);
  return TRUE;
}

/* A request that was not cancelled itself goes back only from where the deed has left it:
 * whatever else became of it meanwhile is somebody's decision. */
static gboolean
is_where_left (const MukanaSettled *found,
               const char          *state)
{
  return g_str_equal (state, "cancelled") == found->is_request &&
         (found->is_request || g_str_equal (state, "searching") || g_str_equal (state, "held"));
}

static gboolean
bring_request_back (MukanaDb               *db,
                    const MukanaSettled  *found,
                    GError                **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", found->request_id,
                                                         MUKANA_TYPE_REQUEST, error);

  if (request == NULL)
    return FALSE;
  if (found->is_request && !is_where_left (found, request->state))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           N_("The request was changed since."));
      return FALSE;
    }
  if (found->is_request &&
      !mukana_journal_add (db, "cancelling.request-back", MUKANA_KIND_REQUEST, request->id, "state",
                           error))
    return FALSE;

  return !is_where_left (found, request->state) ||
         mukana_proposing_move_request (db, request->id, found->state, error);
}

static gpointer
undo_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaSettled *found = arg;

  for (guint i = 0; i < found->work->len; i++)
    if (!bring_work_back (db, g_ptr_array_index (found->work, i), error))
      return NULL;

  if (set_proposals (db, found, "cancelled", "proposed", MUKANA_DAY_NONE, error))
    bring_request_back (db, found, error);
  return NULL;
}

const MukanaJob mukana_cancelling_foresee_job = {
  "cancelling.foresee", MUKANA_LANE_READ, foresee_run, (GDestroyNotify) mukana_settled_free,
  .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_cancelling_foresee_request_job = {
  "cancelling.foresee-request", MUKANA_LANE_READ, foresee_request_run,
  (GDestroyNotify) mukana_settled_free, .needs = MUKANA_DEED_CHANGE_REQUESTS
};
const MukanaJob mukana_cancelling_job = {
  "cancelling.assignment", MUKANA_LANE_WRITE, cancel_run, (GDestroyNotify) mukana_settled_free,
  .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_cancelling_request_job = {
  "cancelling.request", MUKANA_LANE_WRITE, cancel_request_run,
  (GDestroyNotify) mukana_settled_free, .needs = MUKANA_DEED_CHANGE_REQUESTS
};
const MukanaJob mukana_recording_job = {
  "assigning.complete-all", MUKANA_LANE_WRITE, record_run, (GDestroyNotify) mukana_settled_free,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_cancelling_undo_job = {
  "cancelling.undo", MUKANA_LANE_WRITE, undo_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
