/* mukana-completing.c: after the day: attendance, hours, fee, travel and feedback.
 *
 * Recording the day again replaces its fee lines while they are in no batch; see
 * mukana-paying.c for what they are.
 */

#include "services/mukana-proposing.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-fee.h"
#include "services/mukana-correcting.h"
#include "services/mukana-paying.h"
#include "services/mukana-seating.h"
#include "services/mukana-supporting.h"
#include "services/mukana-timetabling.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define DAY_MINUTES 1440

MukanaCompleting *
mukana_completing_new (gint64      assignment_id,
                       const char *attendance,
                       gint64      actual_minutes)
{
  MukanaCompleting *self = g_new0 (MukanaCompleting, 1);

  self->assignment_id = assignment_id;
  self->attendance = g_strdup (attendance);
  self->actual_minutes = actual_minutes;
  self->notice_hours = -1;
  return self;
}

static void
take_text (char       **field,
           const char  *text)
{
  if (text == NULL)
    return;

  g_free (*field);
  *field = g_strdup (text);
}

/* What a receipt says is the unit; the amount may be less, by the most for a trip.  A line from a
 * list has the amount alone. */
static gint64
paid_cents (MukanaFeeLine *line)
{
  return MAX (line->unit_cents, line->amount_cents);
}

static void
take_line (MukanaCompleting *self,
           MukanaAssignment *assignment,
           MukanaFeeLine    *line)
{
  const char *agreed = mukana_fee_rule_code (assignment->fee_rule_code);

  if (g_str_equal (line->kind, "fee") && g_strcmp0 (line->rule_code, agreed) != 0)
    take_text (&self->fee_rule_code, line->rule_code);
  else if (g_str_equal (line->kind, "travel"))
    {
      self->hundredths_km += line->quantity_hundredths;
      self->passengers = (int) line->passengers;
    }
  else if (g_str_equal (line->kind, "public"))
    self->public_cents += paid_cents (line);
  else if (g_str_equal (line->kind, "taxi"))
    {
      self->taxi_cents += paid_cents (line);
      take_text (&self->taxi_reason, line->reason);
    }
  else if (g_str_equal (line->kind, "expense"))
    self->other_cents += paid_cents (line);
  else if (g_str_equal (line->kind, "meal"))
    self->n_meals += (int) (line->quantity_hundredths / 100);
  else if (g_str_has_suffix (line->kind, "per-diem"))
    take_text (&self->per_diem, line->kind);

  take_text (&self->receipt, line->receipt);
}

/**
 * mukana_completing_of:
 * @lines: of MukanaFeeLine, all that the assignment has
 *
 * Recording a day again replaces all its lines, so whoever corrects one thing begins with
 * everything that was recorded.
 *
 * Returns: yours, what was recorded of the day, or what was planned
 */
MukanaCompleting *
mukana_completing_of (MukanaAssignment *assignment,
                      GPtrArray        *lines)
{
  MukanaCompleting *self =
    mukana_completing_new (assignment->id,
                           assignment->attendance != NULL ? assignment->attendance : "full",
                           assignment->actual_minutes > 0 ? assignment->actual_minutes
                                                          : assignment->planned_minutes);

  if (g_str_equal (assignment->state, "cancelled"))
    self->notice_hours = assignment->notice_hours;
  self->cancel_reason = g_strdup (assignment->cancel_reason);
  self->cancel_words = g_strdup (assignment->cancel_words);
  for (guint i = 0; i < lines->len; i++)
    if (((MukanaFeeLine *) lines->pdata[i])->corrects_id == 0)
      take_line (self, assignment, lines->pdata[i]);

  return self;
}

void
mukana_completing_free (MukanaCompleting *self)
{
  g_free (self->attendance);
  g_free (self->fee_rule_code);
  g_free (self->taxi_reason);
  g_free (self->receipt);
  g_free (self->per_diem);
  g_free (self->cancel_reason);
  g_free (self->cancel_words);
  g_free (self);
}

static gboolean
check_completing (const MukanaCompleting  *completing,
                  MukanaAssignment        *assignment,
                  MukanaDay                today,
                  GError                 **error)
{
  const char *problem = NULL;

  if (mukana_code_index (mukana_attendances, completing->attendance) < 0)
    problem = N_("There is no such attendance.");
  else if (completing->cancel_reason != NULL &&
           mukana_code_index (mukana_cancel_reasons, completing->cancel_reason) < 0)
    problem = N_("There is no such reason.");
  else if (completing->cancel_words != NULL &&
           g_utf8_strlen (completing->cancel_words, -1) > MUKANA_REASON_LIMIT)
    problem = N_("The reason is too long.");
  else if (completing->actual_minutes < 0 || completing->actual_minutes > 100000 ||
           completing->hundredths_km < 0 || completing->hundredths_km > 1000000 ||
           completing->passengers < 0 || completing->passengers > 8)
    problem = N_("Hours, kilometres or passengers cannot be right.");
  else if (completing->actual_minutes > MAX (DAY_MINUTES, assignment->planned_minutes))
    problem = N_("That is more hours than a day has.");
  else if (mukana_assignment_is_paid (completing->attendance) && completing->actual_minutes == 0)
    problem = N_("Say how many hours were worked.");
  else if (assignment->day > today && mukana_assignment_is_paid (completing->attendance))
    problem = N_("The day has not come yet.");
  else
    problem = mukana_paying_refuse (completing, assignment);

  if (problem == NULL)
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, problem);
  return FALSE;
}

static gboolean
is_cancelling (const MukanaCompleting *completing)
{
  return g_str_has_prefix (completing->attendance, "cancelled");
}

static gboolean
note_completion (MukanaDb                *db,
                 const MukanaCompleting  *completing,
                 MukanaAssignment        *assignment,
                 GError                 **error)
{
  gboolean is_cancelled = is_cancelling (completing);
  /* Of a day that was as agreed there is nothing to tell. */
  gboolean is_whole = g_str_equal (completing->attendance, "full");
  gint64 n_changed = mukana_db_run (db, "assignments.complete", error,
                                    mukana_text ("state", is_cancelled ? "cancelled" : "held"),
                                    mukana_text ("attendance", completing->attendance),
                                    mukana_int ("actual_minutes", completing->actual_minutes),
                                    mukana_day ("day", mukana_db_today (db)),
                                    mukana_text ("cancel_reason",
                                                 is_cancelled ? completing->cancel_reason : NULL),
                                    mukana_text ("cancel_words",
                                                 is_whole ? NULL : completing->cancel_words),
                                    mukana_int ("notice_hours",
                                                is_cancelled ? completing->notice_hours : -1),
                                    mukana_int ("id", assignment->id),
                                    mukana_int ("version", assignment->version));

  if (n_changed == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("The assignment was changed since."));
  if (n_changed <= 0 ||
      !mukana_journal_add (db, is_cancelled ? "assigning.cancel" : "assigning.complete",
                           MUKANA_KIND_ASSIGNMENT, assignment->id,
                           "attendance actual-minutes state", error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, assignment->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_REQUEST, assignment->request_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, assignment->person_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* The request was held once nothing agreed is left of it; it looks for people again when
 * somebody is missing from a day to come. */
static gboolean
move_request (MukanaDb                *db,
              const MukanaCompleting  *completing,
              MukanaAssignment        *assignment,
              GError                 **error)
{
  gint64 n_agreed = mukana_db_count (db, "assignments.count-agreed", error,
                                     mukana_int ("request_id", assignment->request_id));
  const MukanaArg id = mukana_int ("id", assignment->request_id);
  const MukanaArg now = mukana_int ("updated_at", mukana_db_now_us (db));

  if (n_agreed < 0 ||
      (n_agreed == 0 && mukana_db_run (db, "requests.hold", error, now, id) < 0))
    return FALSE;

  return !is_cancelling (completing) || assignment->day < mukana_db_today (db) ||
         mukana_seating_search_again (db, assignment->request_id, error);
}

/* When a cancelling is recorded before the beginning, the word is given now. */
static void
find_notice (const MukanaCompleting  *asked,
             MukanaAssignment        *assignment,
             gint64                   now_us,
             MukanaCompleting        *completing)
{
  *completing = *asked;
  if (is_cancelling (asked) && asked->notice_hours < 0)
    completing->notice_hours = mukana_assignment_notice_hours (assignment, now_us);
}

/**
 * mukana_completing_run:
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_INVALID, and those of mukana_paying_add_lines()
 * Returns: yours, the MukanaFeeLine that were made
 */
GPtrArray *
mukana_completing_run (MukanaDb                *db,
                       const MukanaCompleting  *asked,
                       GError                 **error)
{
  g_autoptr (MukanaAssignment) assignment = mukana_record_get (db, "assignments.get",
                                                               asked->assignment_id,
                                                               MUKANA_TYPE_ASSIGNMENT, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaCompleting completing;

  if (assignment == NULL)
    return NULL;

  find_notice (asked, assignment, mukana_db_now_us (db), &completing);
  if (!check_completing (&completing, assignment, mukana_db_today (db), error) ||
      !note_completion (db, &completing, assignment, error) ||
      !mukana_supporting_follow_day (db, assignment, completing.attendance, error) ||
      !mukana_paying_add_lines (db, &completing, assignment, lines, error) ||
      !move_request (db, &completing, assignment, error))
    return NULL;

  return g_steal_pointer (&lines);
}

static gpointer
completing_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  return mukana_completing_run (db, arg, error);
}

const MukanaJob mukana_completing_job = {
  "assigning.complete", MUKANA_LANE_WRITE, completing_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_RECORD_WORK
};

static gpointer
feedback_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaFeedback *given = arg;
  MukanaDay day = given->given_on != MUKANA_DAY_NONE ? given->given_on : mukana_db_today (db);
  g_autoptr (MukanaAssignment) assignment = mukana_record_get (db, "assignments.get",
                                                               given->assignment_id,
                                                               MUKANA_TYPE_ASSIGNMENT, error);
  g_autoptr (MukanaFeedback) feedback = mukana_record_with_int (given, "given-on", day);
  g_autoptr (GPtrArray) issues = mukana_feedback_check (feedback);
  gint64 id;

  if (assignment == NULL || !mukana_issues_pass (issues, error) ||
      !mukana_correcting_check_day (db, day, error) ||
      (id = mukana_record_insert (db, "feedbacks.add", MUKANA_RECORD (feedback), error)) < 0 ||
      !mukana_journal_add (db, "feedbacks.add", MUKANA_KIND_FEEDBACK, id, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, assignment->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_FEEDBACK, id, MUKANA_EFFECT_ADDED);
  return g_memdup2 (&id, sizeof id);
}

const MukanaJob mukana_feedback_add_job = { "hearing.add", MUKANA_LANE_WRITE, feedback_run,
                                            g_free, .needs = MUKANA_DEED_RECORD_FEEDBACK };

static void
free_assignment_row (gpointer data)
{
  MukanaAssignmentRow *row = data;

  g_object_unref (row->assignment);
  g_free (row->name);
  g_free (row);
}

/** mukana_assignment_rows_load: Returns: yours, of MukanaAssignmentRow */
GPtrArray *
mukana_assignment_rows_load (MukanaDb  *db,
                             gint64     request_id,
                             GError   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_assignment_row);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "assignments.of-request", error,
                                                    mukana_int ("request_id", request_id));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaAssignmentRow *row = g_new0 (MukanaAssignmentRow, 1);

      row->assignment = mukana_record_read (query, MUKANA_TYPE_ASSIGNMENT);
      row->name = g_strdup (mukana_query_peek_text (query, "display_name"));
      g_ptr_array_add (rows, row);
    }

  return result < 0 ? NULL : g_steal_pointer (&rows);
}

void
mukana_assignment_file_free (MukanaAssignmentFile *self)
{
  g_clear_object (&self->assignment);
  g_clear_pointer (&self->support, g_ptr_array_unref);
  g_clear_pointer (&self->fees, g_ptr_array_unref);
  g_clear_pointer (&self->feedback, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

static gpointer
file_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaAssignmentFile) file = g_new0 (MukanaAssignmentFile, 1);
  g_autoptr (MukanaQuery) names = mukana_db_select (db, "assignments.file", error,
                                                    mukana_int ("id", id));

  if (!(file->assignment = mukana_record_read_one (names, MUKANA_TYPE_ASSIGNMENT, error)))
    return NULL;

  file->name = g_strdup (mukana_query_peek_text (names, "display_name"));
  file->title = g_strdup (mukana_query_peek_text (names, "title"));
  if (!(file->support = mukana_supporting_of_assignment (db, id, error)) ||
      !(file->fees = mukana_record_list (db, "fees.of-assignment", MUKANA_TYPE_FEE_LINE, error,
                                         mukana_int ("assignment_id", id))) ||
      !(file->feedback = mukana_record_list (db, "feedbacks.of-assignment", MUKANA_TYPE_FEEDBACK,
                                             error, mukana_int ("assignment_id", id))) ||
      !mukana_timetable_warnings_of (db, id, &file->warnings, error))
    return NULL;

  return g_steal_pointer (&file);
}

/* Of the support somebody needs and the words they gave, too. */
static gboolean
look_at_assignment (gconstpointer  arg,
                    MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.assignment", MUKANA_KIND_ASSIGNMENT, *(const gint64 *) arg,
                         NULL };
  return TRUE;
}

const MukanaJob mukana_assignment_file_job = {
  "assigning.file", MUKANA_LANE_READ, file_run, (GDestroyNotify) mukana_assignment_file_free,
  .looks_at = look_at_assignment, .needs = MUKANA_DEED_SEE_PEOPLE
};
