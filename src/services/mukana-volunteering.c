/* mukana-volunteering.c: volunteers' shifts at points: who may be asked, who has agreed.
 *
 * Who may be asked is read at the door, and a shift is added through the consent view, so that
 * nobody is on a roster who has not allowed it.  A shift that was agreed stays in sight when
 * the consent ends, and says so.
 */

#include "services/mukana-volunteering.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define MAX_ROWS 200

void
mukana_roster_free (MukanaRoster *self)
{
  g_clear_pointer (&self->shifts, g_ptr_array_unref);
  g_free (self);
}

static void
free_volunteer (gpointer data)
{
  MukanaVolunteer *volunteer = data;

  g_free (volunteer->name);
  g_free (volunteer);
}

static gpointer
volunteers_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_volunteer);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "shifts.volunteers", error);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaVolunteer *volunteer = g_new0 (MukanaVolunteer, 1);

      volunteer->person_id = mukana_query_get_int (query, "id");
      volunteer->name = g_strdup (mukana_query_peek_text (query, "display_name"));
      volunteer->is_volunteer = mukana_query_get_int (query, "is_volunteer") != 0;
      g_ptr_array_add (found, volunteer);
    }

  return result < 0 ? NULL : g_steal_pointer (&found);
}

static gpointer
roster_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaRoster) roster = g_new0 (MukanaRoster, 1);
  MukanaDay today = mukana_db_today (db);
  int year, month, day;

  mukana_day_split (today, &year, &month, &day);
  roster->shifts = mukana_record_list (db, "shifts.coming", MUKANA_TYPE_SHIFT, error,
                                       mukana_day ("from", today),
                                       mukana_int ("max_rows", MAX_ROWS));
  if (roster->shifts == NULL)
    return NULL;

  roster->minutes = mukana_db_count (db, "shifts.minutes", error,
                                     mukana_day ("from", mukana_day_new (year, 1, 1)),
                                     mukana_day ("until", today));
  return roster->minutes < 0 ? NULL : g_steal_pointer (&roster);
}

static gint64
count_clashes (MukanaDb     *db,
               const char   *statement,
               MukanaShift  *shift,
               GError      **error)
{
  return mukana_db_count (db, statement, error, mukana_int ("person_id", shift->person_id),
                          mukana_day ("day", shift->day),
                          mukana_int ("start_minute", shift->start_minute),
                          mukana_int ("end_minute", shift->end_minute));
}

static gboolean
is_possible (MukanaDb     *db,
             MukanaShift  *shift,
             GError      **error)
{
  g_autoptr (GPtrArray) issues = mukana_shift_check (shift);
  gint64 n_shifts = count_clashes (db, "shifts.clashes", shift, error);
  gint64 n_assignments = n_shifts < 0 ? -1 : count_clashes (db, "shifts.assignments", shift,
                                                            error);
  gint64 n_shut = n_assignments < 0 ? -1 : mukana_db_count (db, "olka.is-shut", error,
                                                            mukana_int ("point_id",
                                                                        shift->point_id),
                                                            mukana_day ("day", shift->day));

  if (n_shut < 0)
    return FALSE;
  if (n_shifts > 0 || n_assignments > 0)
    mukana_issues_add (issues, "person-id", N_("They have something else at that time."));
  if (n_shut > 0)
    mukana_issues_add (issues, "day", N_("The point is not open on that day."));

  return mukana_issues_pass (issues, error);
}

static gboolean
tell (MukanaDb     *db,
      MukanaShift  *shift,
      const char   *action,
      GError      **error)
{
  if (!mukana_journal_add (db, action, MUKANA_KIND_PERSON, shift->person_id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_COOPERATION, shift->point_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_AVAILABILITY, shift->person_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gpointer
add_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  gint64 id;

  if (!is_possible (db, arg, error) ||
      (id = mukana_record_insert (db, "shifts.add", arg, error)) < 0 ||
      !tell (db, arg, "volunteering.add", error))
    return NULL;

  return g_memdup2 (&id, sizeof id);
}

/* The same shift again, so that a calendar takes it back, and does not have two. */
static gpointer
restore_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  MukanaShift *shift = arg;
  gint64 n_restored;

  if (!is_possible (db, shift, error) ||
      (n_restored = mukana_db_run (db, "shifts.restore", error,
                                   mukana_int ("id", shift->id))) < 0)
    return NULL;

  if (n_restored == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("The shift cannot be brought back."));
  else
    tell (db, shift, "volunteering.add", error);
  return NULL;
}

/* Twice is once: somebody else may have cancelled it a moment ago. */
static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaShift *shift = arg;

  if (mukana_db_run (db, "shifts.drop", error, mukana_int ("id", shift->id)) > 0)
    tell (db, shift, "volunteering.drop", error);

  return NULL;
}

const MukanaJob mukana_volunteers_job = {
  "volunteering.volunteers", MUKANA_LANE_DOOR, volunteers_run,
  (GDestroyNotify) g_ptr_array_unref, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_roster_job = {
  "volunteering.roster", MUKANA_LANE_READ, roster_run, (GDestroyNotify) mukana_roster_free,
  .needs = MUKANA_DEED_SEE_PEOPLE
};
const MukanaJob mukana_shift_add_job = {
  "volunteering.add", MUKANA_LANE_WRITE, add_run, g_free, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_shift_drop_job = {
  "volunteering.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_shift_restore_job = {
  "volunteering.restore", MUKANA_LANE_WRITE, restore_run, NULL, .needs = MUKANA_DEED_MATCH
};
