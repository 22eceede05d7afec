/* mukana-supporting.c: what people need to take part becomes tasks, and tasks follow the work.
 *
 * An agreement makes a task of each kind of support that its person needs.  The tasks go when
 * the assignment is cancelled, move with its day, and follow what the person needs while the
 * day is to come.  After a demanding assignment there is a debriefing to be held.  What
 * somebody needs is sensitive: the journal tells that something was arranged, never what.
 */

#include "services/mukana-supporting.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "services/mukana-agreed-with.h"
#include "services/mukana-clashing.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define MOST_TASKS 1000
#define MOST_DAYS  3660   /* ahead: all of them */

/* As the register has them, or the usual ones. */
static gboolean
load_days (MukanaDb           *db,
           MukanaSupportDays  *days,
           GError            **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name", MUKANA_SUPPORT_DAYS));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return FALSE;

  if (result == 0 || !mukana_support_days_parse (mukana_query_peek_text (query, "value"), days))
    mukana_support_days_parse (NULL, days);
  return TRUE;
}

static gboolean
add_task (MukanaDb          *db,
          MukanaAssignment  *assignment,
          const char        *kind,
          GError           **error)
{
  MukanaSupportDays days;
  MukanaDay due_on;

  if (!load_days (db, &days, error))
    return FALSE;

  due_on = mukana_support_task_due_on (kind, &days, assignment->day, mukana_db_today (db));
  return mukana_db_run (db, "support.add", error, mukana_int ("assignment_id", assignment->id),
                        mukana_text ("kind", kind), mukana_day ("due_on", due_on)) >= 0;
}

/**
 * mukana_supporting_plan:
 * @support_kinds: (nullable): what the person needs now; what they no longer need and nobody has
 *   arranged yet goes
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_supporting_plan (MukanaDb          *db,
                        MukanaAssignment  *assignment,
                        const char        *support_kinds,
                        GError           **error)
{
  for (guint i = 0; mukana_support_kinds[i] != NULL; i++)
    {
      const char *kind = mukana_support_kinds[i];
      gboolean is_done =
        mukana_codes_hold (support_kinds, kind)
          ? add_task (db, assignment, kind, error)
          : mukana_db_run (db, "support.drop-kind", error, mukana_text ("kind", kind),
                           mukana_int ("assignment_id", assignment->id)) >= 0;

      if (!is_done)
        return FALSE;
    }

  return TRUE;
}

/** mukana_supporting_follow_person: @person: as stored a moment ago */
gboolean
mukana_supporting_follow_person (MukanaDb      *db,
                                 MukanaPerson  *person,
                                 GError       **error)
{
  g_autoptr (GPtrArray) coming =
    mukana_record_list (db, "support.coming-of-person", MUKANA_TYPE_ASSIGNMENT, error,
                        mukana_int ("person_id", person->id),
                        mukana_day ("today", mukana_db_today (db)));

  for (guint i = 0; coming != NULL && i < coming->len; i++)
    {
      MukanaAssignment *assignment = g_ptr_array_index (coming, i);

      if (!mukana_supporting_plan (db, assignment, person->support_kinds, error))
        return FALSE;
      mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, assignment->id, MUKANA_EFFECT_CHANGED);
    }

  return coming != NULL;
}

/** mukana_supporting_follow_move: @assignment: with its new day */
gboolean
mukana_supporting_follow_move (MukanaDb          *db,
                               MukanaAssignment  *assignment,
                               GError           **error)
{
  MukanaDay today = mukana_db_today (db);
  MukanaSupportDays days;

  if (!load_days (db, &days, error))
    return FALSE;

  for (guint i = 0; mukana_support_kinds[i] != NULL; i++)
    {
      const char *kind = mukana_support_kinds[i];
      MukanaDay due_on = mukana_support_task_due_on (kind, &days, assignment->day, today);

      if (mukana_db_run (db, "support.move", error, mukana_day ("due_on", due_on),
                         mukana_int ("assignment_id", assignment->id),
                         mukana_text ("kind", kind)) < 0)
        return FALSE;
    }

  return TRUE;
}

/** mukana_supporting_follow_day: @attendance: as it was recorded */
gboolean
mukana_supporting_follow_day (MukanaDb          *db,
                              MukanaAssignment  *assignment,
                              const char        *attendance,
                              GError           **error)
{
  if (!mukana_assignment_is_paid (attendance))   /* nobody came: nothing is left to be arranged */
    return mukana_db_run (db, "support.drop-open", error,
                          mukana_int ("assignment_id", assignment->id)) >= 0;

  return !assignment->is_demanding ||
         add_task (db, assignment, MUKANA_SUPPORT_DEBRIEFING, error);
}

GPtrArray *
mukana_supporting_of_assignment (MukanaDb  *db,
                                 gint64     assignment_id,
                                 GError   **error)
{
  if (!mukana_role_may (mukana_db_peek_role (db), MUKANA_DEED_ARRANGE_SUPPORT))
    return g_ptr_array_new_with_free_func (g_object_unref);

  return mukana_record_list (db, "support.of-assignment", MUKANA_TYPE_SUPPORT_TASK, error,
                             mukana_int ("assignment_id", assignment_id));
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return mukana_record_list (db, "support.waiting", MUKANA_TYPE_SUPPORT_TASK, error,
                             mukana_day ("today", mukana_db_today (db)),
                             mukana_day ("soon", mukana_db_today (db) + MOST_DAYS),
                             mukana_int ("max_rows", MOST_TASKS));
}

static gboolean
look_at_support (gconstpointer  arg,
                 MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.support", MUKANA_KIND_ASSIGNMENT, 0, NULL };
  return TRUE;
}

const MukanaJob mukana_supporting_list_job = {
  "supporting.list", MUKANA_LANE_READ, list_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_at_support, .needs = MUKANA_DEED_ARRANGE_SUPPORT
};

/* @done_on: %MUKANA_DAY_NONE opens it again */
static void
mark (MukanaDb    *db,
      gint64       id,
      MukanaDay    done_on,
      const char  *action,
      GError     **error)
{
  gint64 n_marked = mukana_db_run (db, "support.mark", error, mukana_day ("done_on", done_on),
                                   mukana_int ("id", id));
  gint64 assignment_id;

  if (n_marked == 0)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no such task");
  if (n_marked <= 0 ||
      (assignment_id = mukana_db_count (db, "support.assignment-of", error,
                                        mukana_int ("id", id))) < 0 ||
      !mukana_journal_add (db, action, MUKANA_KIND_ASSIGNMENT, assignment_id, NULL, error))
    return;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, assignment_id, MUKANA_EFFECT_CHANGED);
}

static gpointer
done_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  mark (db, *(gint64 *) arg, mukana_db_today (db), "supporting.done", error);
  return NULL;
}

const MukanaJob mukana_supporting_done_job = {
  "supporting.done", MUKANA_LANE_WRITE, done_run, NULL, .needs = MUKANA_DEED_ARRANGE_SUPPORT
};

static gpointer
undone_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  mark (db, *(gint64 *) arg, MUKANA_DAY_NONE, "supporting.undone", error);
  return NULL;
}

const MukanaJob mukana_supporting_undone_job = {
  "supporting.undone", MUKANA_LANE_WRITE, undone_run, NULL, .needs = MUKANA_DEED_ARRANGE_SUPPORT
};

/* ---- Demanding ---- */

/* After a day that was worked there is a debriefing to be held, or none that is still open. */
static gboolean
follow_demand (MukanaDb          *db,
               MukanaAssignment  *assignment,
               GError           **error)
{
  if (!assignment->is_demanding)
    return mukana_db_run (db, "support.drop-kind", error,
                          mukana_text ("kind", MUKANA_SUPPORT_DEBRIEFING),
                          mukana_int ("assignment_id", assignment->id)) >= 0;

  return !g_str_equal (assignment->state, "held") ||
         !mukana_assignment_is_paid (assignment->attendance) ||
         add_task (db, assignment, MUKANA_SUPPORT_DEBRIEFING, error);
}

static gpointer
demand_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  MukanaAssignment *wanted = arg;
  g_autoptr (MukanaAssignment) stored = mukana_record_get (db, "assignments.get", wanted->id,
                                                           MUKANA_TYPE_ASSIGNMENT, error);
  g_autoptr (MukanaAssignment) changed = NULL;

  if (stored == NULL)
    return NULL;
  if (g_str_equal (stored->state, "cancelled"))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("The assignment was cancelled."));
      return NULL;
    }

  changed = mukana_record_with_int (stored, "is-demanding", wanted->is_demanding);
  if (!mukana_record_update (db, "assignments.set-demand", MUKANA_RECORD (wanted), error) ||
      !follow_demand (db, changed, error) ||
      !mukana_journal_add (db, "supporting.demand", MUKANA_KIND_ASSIGNMENT, wanted->id,
                           "is-demanding", error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, wanted->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, stored->person_id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_supporting_demand_job = {
  "supporting.demand", MUKANA_LANE_WRITE, demand_run, NULL, .needs = MUKANA_DEED_MATCH
};

/* ---- Another time ---- */

/* @reason: (out): the one to keep; what was accepted for another time is no reason for this */
static gboolean
check_time (MukanaDb          *db,
            MukanaAssignment  *moved,
            gboolean           asks_absences,
            const char       **reason,
            GError           **error)
{
  MukanaClashQuestion question = {
    .person_id = moved->person_id, .but_id = moved->id, .day = moved->day,
    .start_minute = (int) moved->start_minute, .end_minute = (int) moved->end_minute,
    .asks_absences = asks_absences
  };
  g_autofree char *detail = NULL;
  int kind;

  if (moved->day < mukana_db_today (db) || moved->start_minute >= moved->end_minute)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("Choose a day to come, and a time that ends after it begins."));
      return FALSE;
    }

  kind = mukana_clashing_find (db, &question, &detail, error);
  *reason = kind > MUKANA_CLASH_NONE ? moved->clash_reason : NULL;
  if (kind > MUKANA_CLASH_NONE && *reason == NULL)
    mukana_clashing_refuse (kind, detail, error);
  return kind == MUKANA_CLASH_NONE || *reason != NULL;
}

static void
move (MukanaDb          *db,
      MukanaAssignment  *moved,
      gboolean           asks_absences,
      GError           **error)
{
  g_autoptr (MukanaAssignment) old = mukana_record_get (db, "assignments.get", moved->id,
                                                        MUKANA_TYPE_ASSIGNMENT, error);
  gint64 old_minutes, n_moved;
  const char *reason = NULL;

  if (old == NULL || !check_time (db, moved, asks_absences, &reason, error))
    return;

  /* What was planned stays where no clock time was known. */
  old_minutes = old->end_minute > old->start_minute ? old->end_minute - old->start_minute
                                                    : moved->end_minute - moved->start_minute;
  n_moved = mukana_db_run (db, "assignments.move", error, mukana_day ("day", moved->day),
                           mukana_int ("start_minute", moved->start_minute),
                           mukana_int ("end_minute", moved->end_minute),
                           mukana_int ("more_minutes",
                                       moved->end_minute - moved->start_minute - old_minutes),
                           mukana_text ("clash_reason", reason),
                           mukana_int ("id", moved->id), mukana_int ("version", moved->version));
  if (n_moved == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("The assignment was changed since."));
  if (n_moved <= 0 || !mukana_supporting_follow_move (db, moved, error) ||
      !mukana_agreed_with_note (db, moved, error) ||
      !mukana_journal_add (db, "assigning.move", MUKANA_KIND_ASSIGNMENT, moved->id,
                           "day start-minute end-minute", error))
    return;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, moved->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_REQUEST, moved->request_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, moved->person_id, MUKANA_EFFECT_CHANGED);
}

static gpointer
move_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  move (db, arg, TRUE, error);
  return NULL;
}

/* What was agreed before somebody was away may be agreed again. */
static gpointer
move_back_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  move (db, arg, FALSE, error);
  return NULL;
}

const MukanaJob mukana_supporting_move_job = {
  "assigning.move", MUKANA_LANE_WRITE, move_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_supporting_move_back_job = {
  "assigning.move-back", MUKANA_LANE_WRITE, move_back_run, NULL, .needs = MUKANA_DEED_MATCH
};
