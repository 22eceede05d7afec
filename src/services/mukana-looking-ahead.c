/* mukana-looking-ahead.c: what to know before agreed work is moved to another time.
 *
 * The write that moves asks again for what stands in the way; this tells it while the time is
 * chosen, with what does not: a week that somebody has told, a holiday, and that the others of the
 * request stay where they are.
 */

#include "services/mukana-looking-ahead.h"

#include "domain/mukana-assignment.h"
#include "domain/mukana-availability.h"
#include "domain/mukana-person-parts.h"
#include "domain/mukana-request.h"
#include "domain/mukana-working-day.h"
#include "services/mukana-clashing.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

void
mukana_look_ahead_free (MukanaLookAhead *self)
{
  g_clear_error (&self->clash);
  g_free (self);
}

static gboolean
look_at_clash (MukanaDb          *db,
               MukanaAssignment  *moved,
               MukanaLookAhead   *look,
               GError           **error)
{
  MukanaClashQuestion question = {
    .person_id = moved->person_id, .but_id = moved->id, .day = moved->day,
    .start_minute = (int) moved->start_minute, .end_minute = (int) moved->end_minute,
    .asks_absences = TRUE
  };
  g_autofree char *detail = NULL;
  int kind = mukana_clashing_find (db, &question, &detail, error);

  if (kind > MUKANA_CLASH_NONE)
    mukana_clashing_refuse (kind, detail, &look->clash);
  return kind >= 0;
}

static gboolean
look_at_week (MukanaDb          *db,
              MukanaAssignment  *moved,
              MukanaLookAhead   *look,
              GError           **error)
{
  g_autoptr (GPtrArray) times = mukana_people_parts (db, "availability.times", moved->person_id,
                                                     MUKANA_TYPE_FREE_TIME, error);
  g_autoptr (GPtrArray) own =
    times != NULL ? mukana_people_parts (db, "availability.own-weeks", moved->person_id,
                                         MUKANA_TYPE_OWN_WEEK, error) : NULL;
  MukanaAvailability week = { 0 };

  if (own == NULL)
    return FALSE;

  mukana_availability_add_weeks (&week, times, own);
  look->has_week = times->len + own->len > 0;
  look->is_in_week = mukana_availability_covers (&week, moved->day, (int) moved->start_minute,
                                                 (int) moved->end_minute);
  mukana_availability_clear (&week);
  return TRUE;
}

static gboolean
look_at_request (MukanaDb          *db,
                 MukanaAssignment  *moved,
                 MukanaLookAhead   *look,
                 GError           **error)
{
  g_autoptr (GPtrArray) times = mukana_record_list (db, "requests.slots",
                                                    MUKANA_TYPE_REQUEST_TIME, error,
                                                    mukana_int ("request_id", moved->request_id));
  gint64 n_others = times == NULL ? -1 : mukana_db_count (
    db, "assignments.count-elsewhere", error, mukana_int ("request_id", moved->request_id),
    mukana_int ("person_id", moved->person_id), mukana_day ("day", moved->day),
    mukana_int ("start_minute", moved->start_minute), mukana_int ("end_minute", moved->end_minute));

  if (n_others < 0)
    return FALSE;

  look->n_others = (guint) n_others;
  look->is_of_request = times->len == 0;
  look->request_day = times->len > 0 ? ((MukanaRequestTime *) g_ptr_array_index (times, 0))->day
                                     : MUKANA_DAY_NONE;
  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);

      look->is_of_request |= time->day == moved->day &&
                             time->start_minute == moved->start_minute &&
                             time->end_minute == moved->end_minute;
    }

  return TRUE;
}

static gpointer
look_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaAssignment *moved = arg;
  g_autoptr (MukanaLookAhead) look = g_new0 (MukanaLookAhead, 1);

  look->is_holiday = mukana_day_is_holiday (moved->day);
  if (!look_at_clash (db, moved, look, error) || !look_at_week (db, moved, look, error) ||
      !look_at_request (db, moved, look, error))
    return NULL;

  return g_steal_pointer (&look);
}

const MukanaJob mukana_look_ahead_job = {
  "assigning.look-ahead", MUKANA_LANE_READ, look_run, (GDestroyNotify) mukana_look_ahead_free,
  .needs = MUKANA_DEED_MATCH
};
