/* mukana-rights.c: what people ask for about their data: noted, answered, in force at once.
 *
 * Restriction (GDPR 18) and objection (21) are dates on the person, which the
 * consent views look at: from the commit on nothing that matches, invites or
 * exports sees the person, and open proposals close as they do for a
 * withdrawal.  The diary says who asked for what, and by when it is answered.
 */

#include "services/mukana-rights.h"

#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "services/mukana-consenting.h"
#include "services/mukana-drafting.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

/** mukana_rights_of_basis: @rights: (out): what allows the register and matching gives a person */
gboolean
mukana_rights_of_basis (MukanaDb      *db,
                        MukanaRights  *rights,
                        GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "rights.bases", error);
  MukanaRights found = mukana_basis_rights (NULL);
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    found |= mukana_basis_rights (mukana_query_peek_text (query, "basis"));

  if (result == 0)
    *rights = found;
  return result == 0;
}

/** mukana_rights_of_person: Returns: yours, of MukanaRightsRequest, newest first */
GPtrArray *
mukana_rights_of_person (MukanaDb  *db,
                         gint64     person_id,
                         GError   **error)
{
  return mukana_people_parts (db, "rights.of-person", person_id, MUKANA_TYPE_RIGHTS_REQUEST, error);
}

/* Sets or clears one of the two dates that take a person out of use. */
static gboolean
hold_back (MukanaDb    *db,
           gint64       person_id,
           const char  *statement,
           gboolean     holds,
           GError     **error)
{
  gint64 n_changed = mukana_db_run (db, statement, error, mukana_int ("person_id", person_id),
                                    mukana_int ("at", holds ? mukana_db_now_us (db) : 0));

  if (n_changed < 0)
    return FALSE;
  if (n_changed == 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no such person");
      return FALSE;
    }
  if (holds && (!mukana_drafts_drop_of_person (db, person_id, error) ||
                !mukana_consenting_close_unmatchable (db, person_id, error)))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PERSON, person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_CONSENT, person_id,
                   holds ? MUKANA_EFFECT_ENDED : MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gboolean
end_request (MukanaDb    *db,
             gint64       person_id,
             const char  *kind,
             const char  *reason,
             GError     **error)
{
  return mukana_db_run (db, "rights.end", error, mukana_int ("person_id", person_id),
                        mukana_text ("kind", kind), mukana_text ("reason", reason),
                        mukana_day ("day", mukana_db_today (db))) >= 0;
}

static MukanaRightsRequest *
complete_request (MukanaDb             *db,
                  MukanaRightsRequest  *request,
                  GError              **error)
{
  g_autoptr (MukanaRightsRequest) whole =
    mukana_record_with_text (request, "recorded-by", mukana_db_peek_actor (db));
  g_autoptr (GPtrArray) issues = NULL;

  mukana_record_init_int (whole, "created-at", mukana_db_now_us (db));
  mukana_record_init_text (whole, "extended-reason", NULL);
  mukana_record_init_text (whole, "decision", NULL);
  mukana_record_init_text (whole, "decision-reason", NULL);
  /* What was chosen for one kind may have been left behind when another was chosen. */
  if (!mukana_rights_ground_suits (whole->ground, whole->kind))
    mukana_record_init_text (whole, "ground", NULL);
  mukana_record_init_int (whole, "answered-on", MUKANA_DAY_NONE);
  mukana_record_init_int (whole, "ended-on", MUKANA_DAY_NONE);
  issues = mukana_rights_request_check (whole, mukana_db_today (db));
  if (!mukana_issues_pass (issues, error))
    return NULL;

  mukana_record_init_int (whole, "due-on", mukana_rights_due_on (whole->received_on, FALSE));
  return g_steal_pointer (&whole);
}

/* About a person it is noted under them, so that they can be shown it; else under its own id. */
static gboolean
keep_journal (MukanaDb    *db,
              const char  *action,
              gint64       person_id,
              gint64       id,
              const char  *fields,
              GError     **error)
{
  return mukana_journal_add (db, action, person_id ? MUKANA_KIND_PERSON : MUKANA_KIND_RIGHTS,
                             person_id ? person_id : id, fields, error);
}

/* An objection stops what rests on a public task until it is decided.
 * Source: GDPR 18(1)(d), 21(1). */
static gboolean
hold_while_weighed (MukanaDb             *db,
                    MukanaRightsRequest  *request,
                    GError              **error)
{
  MukanaRights rights;

  if (request->person_id == 0 || strcmp (request->kind, "objection") != 0)
    return TRUE;

  return mukana_rights_of_basis (db, &rights, error) &&
         ((rights & MUKANA_RIGHT_OBJECTION) == 0 ||
          hold_back (db, request->person_id, "rights.object", TRUE, error));
}

/**
 * mukana_rights_note:
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_INVALID with the findings
 * Returns: the id, or -1
 */
gint64
mukana_rights_note (MukanaDb             *db,
                    MukanaRightsRequest  *request,
                    GError              **error)
{
  g_autoptr (MukanaRightsRequest) whole = complete_request (db, request, error);
  gint64 id;

  if (whole == NULL || !hold_while_weighed (db, whole, error) ||
      (id = mukana_record_insert (db, "rights.add", MUKANA_RECORD (whole), error)) < 0 ||
      !keep_journal (db, "exercising.note", whole->person_id, id, whole->kind, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_RIGHTS, id, MUKANA_EFFECT_ADDED);
  return id;
}

/* What follows from the answer for the person. */
static gboolean
put_in_force (MukanaDb             *db,
              MukanaRightsRequest  *request,
              GError              **error)
{
  gboolean granted = strcmp (request->decision, "granted") == 0 ||
                     strcmp (request->decision, "partly") == 0;
  gint64 is_there = request->person_id == 0 ? 0
                    : mukana_db_count (db, "people.is-there", error,
                                       mukana_int ("id", request->person_id));

  /* Whoever has been erased since is answered, and there is nothing of them to hold back. */
  if (is_there <= 0)
    return is_there == 0;

  if (strcmp (request->kind, "restriction") == 0 && granted)
    return hold_back (db, request->person_id, "rights.restrict", TRUE, error);
  if (strcmp (request->kind, "objection") != 0)
    return TRUE;
  /* What it rests on may have changed since it was noted, and did not hold then. */
  if (granted)
    return hold_back (db, request->person_id, "rights.object", TRUE, error);

  return end_request (db, request->person_id, "objection", NULL, error) &&
         hold_back (db, request->person_id, "rights.object", FALSE, error);
}

/**
 * mukana_rights_answer:
 * @request: id and version as read, with the decision; answered today where no day is told
 *
 * A restriction that is granted is in force with the answer; an objection that is
 * refused no longer holds.  What else was granted is a deed of its own.
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_INVALID, %MUKANA_ERROR_CONFLICT answered or changed since
 */
gboolean
mukana_rights_answer (MukanaDb             *db,
                      MukanaRightsRequest  *request,
                      GError              **error)
{
  g_autoptr (MukanaRightsRequest) stored =
    mukana_record_get (db, "rights.get", request->id, MUKANA_TYPE_RIGHTS_REQUEST, error);
  g_autoptr (MukanaRightsRequest) whole = NULL;
  g_autoptr (GPtrArray) issues = NULL;

  if (stored == NULL)
    return FALSE;

  whole = mukana_record_with_int (stored, "version", request->version);
  mukana_record_init_text (whole, "decision", request->decision);
  mukana_record_init_text (whole, "decision-reason", request->decision_reason);
  mukana_record_init_int (whole, "answered-on", request->answered_on != MUKANA_DAY_NONE
                                                  ? request->answered_on : mukana_db_today (db));
  issues = mukana_rights_request_check_answer (whole, mukana_db_today (db));
  if (!mukana_issues_pass (issues, error) ||
      !mukana_record_update (db, "rights.answer", MUKANA_RECORD (whole), error) ||
      !put_in_force (db, whole, error) ||
      !keep_journal (db, "exercising.answer", whole->person_id, whole->id, "decision", error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_RIGHTS, whole->id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/**
 * mukana_rights_answer_open:
 * @decision: "granted", or "partly" with a reason
 * @reason: (nullable): told to the person; in the language of whoever decided
 *
 * What was asked for has just been done: the requests of that kind that wait are
 * answered with it.  None may be waiting.
 */
gboolean
mukana_rights_answer_open (MukanaDb    *db,
                           gint64       person_id,
                           const char  *kind,
                           const char  *decision,
                           const char  *reason,
                           GError     **error)
{
  g_autoptr (GPtrArray) open = mukana_record_list (db, "rights.open-of-kind",
                                                   MUKANA_TYPE_RIGHTS_REQUEST, error,
                                                   mukana_int ("person_id", person_id),
                                                   mukana_text ("kind", kind));

  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      g_autoptr (MukanaRightsRequest) answer =
        mukana_record_with_text (g_ptr_array_index (open, i), "decision", decision);

      mukana_record_init_text (answer, "decision-reason", reason);
      if (!mukana_rights_answer (db, answer, error))
        return FALSE;
    }

  return open != NULL;
}

/**
 * mukana_rights_restrict:
 * @request: person-id, how, words
 *
 * Notes that it was asked for and grants it, in one deed.
 */
gboolean
mukana_rights_restrict (MukanaDb             *db,
                        MukanaRightsRequest  *request,
                        GError              **error)
{
  g_autoptr (MukanaRightsRequest) noted = mukana_record_with_text (request, "kind", "restriction");
  g_autoptr (MukanaRightsRequest) answer = NULL;
  gint64 id;

  mukana_record_init_int (noted, "received-on", mukana_db_today (db));
  if ((id = mukana_rights_note (db, noted, error)) < 0)
    return FALSE;

  answer = mukana_record_with_int (noted, "id", id);
  mukana_record_init_int (answer, "version", 1);
  mukana_record_init_text (answer, "decision", "granted");
  mukana_record_init_text (answer, "decision-reason", NULL);
  return mukana_rights_answer (db, answer, error);
}

/**
 * mukana_rights_lift:
 * @request: person-id, the kind of what ends: "objection", which the person takes back, or
 *   "restriction"; and decision-reason: why it ends
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_rights_lift (MukanaDb             *db,
                    MukanaRightsRequest  *request,
                    GError              **error)
{
  gboolean is_objection = g_strcmp0 (request->kind, "objection") == 0;

  if (!hold_back (db, request->person_id, is_objection ? "rights.object" : "rights.restrict",
                  FALSE, error) ||
      !end_request (db, request->person_id, is_objection ? "objection" : "restriction",
                    request->decision_reason, error) ||
      !mukana_journal_add (db, is_objection ? "exercising.take-back" : "exercising.lift",
                           MUKANA_KIND_PERSON, request->person_id,
                           is_objection ? "objected-at" : "restricted-at", error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_RIGHTS, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static void
decide (MukanaDb             *db,
        MukanaRightsRequest  *request,
        GError              **error)
{
  g_autoptr (GPtrArray) open = mukana_record_list (db, "rights.open-of-kind",
                                                   MUKANA_TYPE_RIGHTS_REQUEST, error,
                                                   mukana_int ("person_id", request->person_id),
                                                   mukana_text ("kind", "objection"));

  if (open != NULL && open->len == 0)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "No objection waits for a decision");

  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      g_autoptr (MukanaRightsRequest) answer =
        mukana_record_with_text (g_ptr_array_index (open, i), "decision", request->decision);

      mukana_record_init_text (answer, "decision-reason", request->decision_reason);
      if (!mukana_rights_answer (db, answer, error))
        return;
    }
}

static void
extend (MukanaDb             *db,
        MukanaRightsRequest  *request,
        GError              **error)
{
  g_autoptr (MukanaRightsRequest) stored =
    mukana_record_get (db, "rights.get", request->id, MUKANA_TYPE_RIGHTS_REQUEST, error);
  g_autoptr (MukanaRightsRequest) whole = NULL;
  g_autoptr (GPtrArray) issues = NULL;

  if (stored == NULL)
    return;

  whole = mukana_record_with_int (stored, "version", request->version);
  mukana_record_init_text (whole, "extended-reason", request->extended_reason);
  mukana_record_init_int (whole, "due-on", mukana_rights_due_on (whole->received_on, TRUE));
  issues = mukana_rights_request_check_extension (whole, mukana_db_today (db));
  if (mukana_issues_pass (issues, error) &&
      mukana_record_update (db, "rights.extend", MUKANA_RECORD (whole), error) &&
      keep_journal (db, "exercising.extend", whole->person_id, whole->id, "due-on", error))
    mukana_db_touch (db, MUKANA_KIND_RIGHTS, whole->id, MUKANA_EFFECT_CHANGED);
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = mukana_rights_note (db, arg, error);

  return id < 0 ? NULL : g_memdup2 (&id, sizeof id);
}

static gpointer
extend_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  extend (db, arg, error);
  return NULL;
}

static gpointer
answer_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  mukana_rights_answer (db, arg, error);
  return NULL;
}

static gpointer
restrict_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  mukana_rights_restrict (db, arg, error);
  return NULL;
}

static gpointer
lift_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  mukana_rights_lift (db, arg, error);
  return NULL;
}

static gpointer
decide_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  decide (db, arg, error);
  return NULL;
}

static gpointer
diary_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return mukana_record_list (db, "rights.diary", MUKANA_TYPE_RIGHTS_REQUEST, error);
}

const MukanaJob mukana_rights_note_job = { "exercising.note", MUKANA_LANE_WRITE, note_run, g_free };
const MukanaJob mukana_rights_extend_job = {
  "exercising.extend", MUKANA_LANE_WRITE, extend_run, NULL
};
const MukanaJob mukana_rights_answer_job = {
  "exercising.answer", MUKANA_LANE_WRITE, answer_run, NULL
};
const MukanaJob mukana_rights_restrict_job = {
  "exercising.restrict", MUKANA_LANE_WRITE, restrict_run, NULL
};
const MukanaJob mukana_rights_lift_job = { "exercising.lift", MUKANA_LANE_WRITE, lift_run, NULL };
const MukanaJob mukana_rights_decide_job = {
  "exercising.decide", MUKANA_LANE_WRITE, decide_run, NULL
};
const MukanaJob mukana_rights_diary_job = {
  "exercising.diary", MUKANA_LANE_READ, diary_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
