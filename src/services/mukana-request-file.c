/* mukana-request-file.c: one request, with its times, themes and people. */

#include "services/mukana-registering.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "services/mukana-proposing.h"
#include "services/mukana-seating.h"
#include "store/mukana-field-changes.h"
#include "store/mukana-journal.h"
#include "store/mukana-packs.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

/** mukana_request_file_new: Returns: yours, with empty lists and no request yet */
MukanaRequestFile *
mukana_request_file_new (void)
{
  MukanaRequestFile *self = g_new0 (MukanaRequestFile, 1);

  self->times = g_ptr_array_new_with_free_func (g_object_unref);
  self->themes = g_ptr_array_new_with_free_func (g_object_unref);
  self->needs = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
mukana_request_file_free (MukanaRequestFile *self)
{
  g_clear_object (&self->request);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_clear_pointer (&self->seats, g_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  g_free (self);
}

/** mukana_request_file_is_elsewhere: Returns: whether @assignment, which is agreed, is at none of
 * the times of the request */
gboolean
mukana_request_file_is_elsewhere (const MukanaRequestFile *self,
                                  MukanaAssignment        *assignment)
{
  gboolean is_elsewhere = self->times->len > 0 && g_str_equal (assignment->state, "agreed") &&
                          g_strcmp0 (self->request->mode, "period") != 0;

  for (guint i = 0; i < self->times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (self->times, i);

      is_elsewhere &= time->day != assignment->day ||
                      time->start_minute != assignment->start_minute ||
                      time->end_minute != assignment->end_minute;
    }

  return is_elsewhere;
}

static void
seat (GPtrArray  *names,
      GHashTable *people,
      gint64     *person_id,
      char       *name)
{
  if (g_hash_table_add (people, person_id))
    g_ptr_array_add (names, name);
}

/**
 * mukana_request_file_seated:
 * @is_reserve: who stands in reserve, else who has a place
 *
 * Returns: yours, borrowed names, one of each person whose place is not free: who has agreed, and
 *   who is asked and has not answered
 */
GPtrArray *
mukana_request_file_seated (const MukanaRequestFile *self,
                            gboolean                 is_reserve)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; !is_reserve && i < self->assignments->len; i++)
    {
      MukanaAssignmentRow *row = g_ptr_array_index (self->assignments, i);

      if (!g_str_equal (row->assignment->state, "cancelled"))
        seat (names, people, &row->assignment->person_id, row->name);
    }

  for (guint i = 0; i < self->proposals->len; i++)
    {
      MukanaProposalRow *row = g_ptr_array_index (self->proposals, i);
      gboolean is_standing = g_str_equal (row->proposal->state, "proposed") ||
                             (is_reserve && g_str_equal (row->proposal->state, "accepted"));

      if (is_standing && (row->proposal->is_reserve != 0) == is_reserve)
        seat (names, people, &row->proposal->person_id, row->name);
    }

  return names;
}

static gpointer
file_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaRequestFile) file = g_new0 (MukanaRequestFile, 1);

  if (!(file->request = mukana_record_get (db, "requests.get", id, MUKANA_TYPE_REQUEST, error)) ||
      !(file->times = mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                                           mukana_int ("request_id", id))) ||
      !(file->themes = mukana_record_list (db, "requests.themes", MUKANA_TYPE_REQUEST_THEME, error,
                                           mukana_int ("request_id", id))) ||
      !(file->needs = mukana_record_list (db, "requests.needs", MUKANA_TYPE_REQUEST_NEED, error,
                                           mukana_int ("request_id", id))) ||
      !(file->seats = mukana_seating_read (db, id, error)) ||
      !(file->outcomes = mukana_record_list (db, "outcomes.of-request", MUKANA_TYPE_OUTCOME, error,
                                           mukana_int ("request_id", id))) ||
      !(file->participants = mukana_record_list (db, "participants.of-request",
                                                 MUKANA_TYPE_PARTICIPANTS, error,
                                                 mukana_int ("request_id", id))) ||
      !(file->proposals = mukana_proposal_rows_load (db, id, error)) ||
      !(file->assignments = mukana_assignment_rows_load (db, id, error)))
    return NULL;

  return g_steal_pointer (&file);
}

const MukanaJob mukana_request_file_job = {
  "registering.request-file", MUKANA_LANE_READ, file_run, (GDestroyNotify) mukana_request_file_free,
  .needs = MUKANA_DEED_SEE_PEOPLE
};

/** mukana_requests_index: makes its search terms anew */
gboolean
mukana_requests_index (MukanaDb  *db,
                       gint64     id,
                       GError   **error)
{
  return mukana_search_put_words (db, "request", id, "search.request-words", error);
}

static gboolean
insert_parts (MukanaDb    *db,
              const char  *clear,
              const char  *add,
              gint64       request_id,
              GPtrArray   *parts,
              GError     **error)
{
  if (mukana_db_run (db, clear, error, mukana_int ("request_id", request_id)) < 0)
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (MukanaRecord) owned = mukana_record_with_int (g_ptr_array_index (parts, i),
                                                               "request-id", request_id);
      g_autoptr (MukanaQuery) query = mukana_db_prepare (db, add, NULL, error);

      if (query == NULL)
        return FALSE;

      mukana_record_bind (owned, query);
      if (mukana_query_run (query, error) < 0)
        return FALSE;
    }

  return TRUE;
}

/* A time that somebody has been asked to stays the row it is; the others are
 * made anew. */
static gboolean
save_times (MukanaDb    *db,
            gint64       request_id,
            GPtrArray   *times,
            GError     **error)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  g_autoptr (GPtrArray) kept = NULL;

  if (mukana_db_run (db, "requests.clear-slots", error,
                     mukana_int ("request_id", request_id)) < 0 ||
      !(kept = mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                                           mukana_int ("request_id", request_id))))
    return FALSE;

  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);
      gboolean is_kept = FALSE;

      for (guint j = 0; j < kept->len; j++)
        is_kept |= ((MukanaRequestTime *) g_ptr_array_index (kept, j))->id == time->id;
      if (!is_kept)
        g_ptr_array_add (fresh, time);
    }

  for (guint i = 0; i < fresh->len; i++)
    {
      g_autoptr (MukanaRecord) owned = mukana_record_with_int (g_ptr_array_index (fresh, i),
                                                               "request-id", request_id);

      if (mukana_record_insert (db, "requests.add-slot", owned, error) < 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_times (GPtrArray  *times,
             GError    **error)
{
  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);

      if (time->day == MUKANA_DAY_NONE || time->end_minute <= time->start_minute)
        {
          g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "A time ends before it begins");
          return FALSE;
        }
    }

  return TRUE;
}

/* Whoever has agreed is not left agreed to what does not take place: mukana-cancelling.c
 * cancels both. */
static gboolean
check_cancelling (MukanaDb       *db,
                  MukanaRequest  *before,
                  MukanaRequest  *after,
                  GError        **error)
{
  if (g_strcmp0 (after->state, "cancelled") != 0 || g_strcmp0 (before->state, "cancelled") == 0)
    return TRUE;

  return mukana_requests_check_nobody_agreed (db, after->id, error);
}

/** mukana_requests_check_nobody_agreed: before a request is taken away from under somebody */
gboolean
mukana_requests_check_nobody_agreed (MukanaDb  *db,
                                     gint64     id,
                                     GError   **error)
{
  gint64 n_agreed = mukana_db_count (db, "assignments.count-agreed", error,
                                     mukana_int ("request_id", id));

  if (n_agreed > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                         N_("Somebody has agreed to come. Cancel the request from its page first, "
                            "which says whom it concerns."));
  return n_agreed == 0;
}

/* Who took part is owed an answer: a request is told only by telling, and nothing goes to the
 * archive before.  That nothing came of it is an answer, too. */
static gboolean
check_telling (MukanaDb       *db,
               MukanaRequest  *before,
               MukanaRequest  *after,
               GError        **error)
{
  gboolean is_archived = g_strcmp0 (after->state, "archived") == 0;
  gint64 n_open, n_took_part;

  if (g_strcmp0 (after->state, before->state) == 0 ||
      (!is_archived && g_strcmp0 (after->state, "told") != 0))
    return TRUE;

  n_open = mukana_db_count (db, "outcomes.count-open", error, mukana_int ("request_id", after->id));
  n_took_part = n_open >= 0 ? mukana_db_count (db, "assignments.count-took-part", error,
                                               mukana_int ("request_id", after->id)) : -1;
  if (n_took_part < 0)
    return FALSE;
  if (n_open == 0 && (n_took_part == 0 || after->told_on != MUKANA_DAY_NONE))
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                       is_archived
                       ? N_("Before it is archived, say of each finding what followed, and tell "
                            "those who took part.")
                       : N_("Record first what followed, and whom you told and how; that nothing "
                            "came of it is a finding, too."));
  return FALSE;
}

static MukanaRequest *
check_and_stamp (MukanaDb                 *db,
                 const MukanaRequestFile  *file,
                 GError                  **error)
{
  g_autoptr (GPtrArray) issues = mukana_request_check (file->request);
  g_autoptr (GPtrArray) issues_of_needs = mukana_request_check_needs (file->request, file->needs);
  MukanaRequest *stamped;

  if (!mukana_issues_pass (issues, error) || !mukana_issues_pass (issues_of_needs, error))
    return NULL;

  stamped = mukana_record_stamped (db, file->request);
  if (stamped->created_on == MUKANA_DAY_NONE)
    mukana_record_init_int (stamped, "created-on", mukana_db_today (db));
  return stamped;
}

/* Whether matching knows something else of those who agreed: where they are, what they earn. */
static gboolean
alters_facts (MukanaRequest *before,
              MukanaRequest *after)
{
  return g_strcmp0 (before->mode, after->mode) != 0 ||
         g_strcmp0 (before->municipality_code, after->municipality_code) != 0 ||
         before->fee_cents != after->fee_cents ||
         mukana_request_is_demanding (before) != mukana_request_is_demanding (after);
}

static gboolean
touch_agreed (MukanaDb  *db,
              gint64     id,
              GError   **error)
{
  g_autoptr (MukanaQuery) people = mukana_db_select (db, "matching.together", error,
                                                     mukana_int ("request_id", id));

  return mukana_change_facts_of (db, people, error);
}

/* What was agreed follows a request that changed. */
static gboolean
follow_change (MukanaDb       *db,
               MukanaRequest  *before,
               MukanaRequest  *after,
               GError        **error)
{
  gboolean is_demanding = mukana_request_is_demanding (after);

  if (mukana_request_is_demanding (before) != is_demanding &&
      mukana_db_run (db, "assignments.follow-demand", error,
                     mukana_int ("request_id", after->id),
                     mukana_int ("is_demanding", is_demanding)) < 0)
    return FALSE;

  return !alters_facts (before, after) || touch_agreed (db, after->id, error);
}

/**
 * mukana_registering_save_request:
 * @file: its request, times, themes and needs; the rest is not looked at
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_INVALID, %MUKANA_ERROR_CONFLICT
 * Returns: the id, or -1
 */
gint64
mukana_registering_save_request (MukanaDb                 *db,
                                 const MukanaRequestFile  *file,
                                 GError                  **error)
{
  g_autoptr (MukanaRequest) stamped = check_and_stamp (db, file, error);
  g_autoptr (MukanaRequest) before = NULL;
  g_autofree char *changes = NULL;
  gboolean is_new = file->request->id == 0, asks_for_more = FALSE;
  gint64 id = file->request->id;

  if (stamped == NULL || !check_times (file->times, error))
    return -1;

  if (is_new)
    id = mukana_record_insert (db, "requests.add", MUKANA_RECORD (stamped), error);
  else if (!(before = mukana_record_get (db, "requests.get", id, MUKANA_TYPE_REQUEST, error)) ||
           !check_cancelling (db, before, stamped, error) ||
           !check_telling (db, before, stamped, error) ||
           !mukana_record_update (db, "requests.save", MUKANA_RECORD (stamped), error) ||
           !mukana_field_changes_note (db, MUKANA_KIND_REQUEST, id, 0, MUKANA_RECORD (before),
                                       MUKANA_RECORD (stamped), error) ||
           !follow_change (db, before, stamped, error))
    return -1;

  if (before != NULL)
    {
      changes = mukana_record_dup_changes (MUKANA_RECORD (before), MUKANA_RECORD (stamped));
      asks_for_more = stamped->people > before->people;
    }

  if (id < 0 || !save_times (db, id, file->times, error) ||
      !insert_parts (db, "requests.clear-themes", "requests.add-theme", id, file->themes, error) ||
      !insert_parts (db, "requests.clear-needs", "requests.add-need", id, file->needs, error) ||
      ((asks_for_more || file->needs->len > 0) &&
       !mukana_seating_search_again (db, id, error)) ||
      !mukana_requests_index (db, id, error) ||
      !mukana_journal_add (db, is_new ? "requests.add" : "requests.save", MUKANA_KIND_REQUEST, id,
                           changes, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_REQUEST, id,
                   is_new ? MUKANA_EFFECT_ADDED : MUKANA_EFFECT_CHANGED);
  return id;
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = mukana_registering_save_request (db, arg, error);

  return id < 0 ? NULL : g_memdup2 (&id, sizeof id);
}

const MukanaJob mukana_request_save_job = {
  "registering.request-save", MUKANA_LANE_WRITE, save_run, g_free,
  .needs = MUKANA_DEED_CHANGE_REQUESTS
};
