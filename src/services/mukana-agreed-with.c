/* mukana-agreed-with.c: what held when work was agreed, so that a change after it is seen.
 *
 * The view assignment_warning compares.  Somebody who agreed outside their week, without a theme
 * or without a training, has changed nothing: only what was there can be missed.  Whether the
 * week has room is worked out here, because a painted week is text to a statement.
 */

#include "services/mukana-agreed-with.h"

#include "domain/mukana-availability.h"
#include "domain/mukana-person-parts.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

static gboolean
load_week (MukanaDb            *db,
           gint64               person_id,
           MukanaAvailability  *week,
           GError             **error)
{
  g_autoptr (GPtrArray) times = mukana_people_parts (db, "availability.times", person_id,
                                                     MUKANA_TYPE_FREE_TIME, error);
  g_autoptr (GPtrArray) own = times ? mukana_people_parts (db, "availability.own-weeks", person_id,
                                                           MUKANA_TYPE_OWN_WEEK, error) : NULL;

  if (own != NULL)
    mukana_availability_add_weeks (week, times, own);

  return own != NULL;
}

static gboolean
has_room (const MukanaAvailability *week,
          MukanaAssignment         *assignment)
{
  return assignment->end_minute > assignment->start_minute &&
         mukana_availability_covers (week, assignment->day, (int) assignment->start_minute,
                                     (int) assignment->end_minute);
}

/* Returns: (nullable): yours, codes apart by spaces; @error is set on failure */
static char *
find_what_holds (MukanaDb          *db,
                 MukanaAssignment  *assignment,
                 GError           **error)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (MukanaQuery) query =
    mukana_db_select (db, "assignments.holds", error,
                      mukana_int ("person_id", assignment->person_id),
                      mukana_int ("request_id", assignment->request_id),
                      mukana_day ("day", assignment->day));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "",
                            mukana_query_peek_text (query, "kind"));

  return result < 0 ? NULL : g_string_free (g_steal_pointer (&codes), FALSE);
}

/**
 * mukana_agreed_with_note:
 * @assignment: as it was agreed or moved a moment ago
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_agreed_with_note (MukanaDb          *db,
                         MukanaAssignment  *assignment,
                         GError           **error)
{
  MukanaAvailability week = { 0 };
  g_autofree char *codes = find_what_holds (db, assignment, error);
  gboolean is_done = codes != NULL && load_week (db, assignment->person_id, &week, error) &&
                     mukana_db_run (db, "assignments.note-holds", error,
                                    mukana_text ("agreed_with", *codes != '\0' ? codes : NULL),
                                    mukana_text ("week", has_room (&week, assignment) ? "free"
                                                                                      : NULL),
                                    mukana_int ("id", assignment->id)) >= 0;

  mukana_availability_clear (&week);
  return is_done;
}

/**
 * mukana_agreed_with_follow_week: the times of a person were changed a moment ago
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_agreed_with_follow_week (MukanaDb  *db,
                                gint64     person_id,
                                GError   **error)
{
  MukanaAvailability week = { 0 };
  g_autoptr (GPtrArray) coming =
    mukana_record_list (db, "support.coming-of-person", MUKANA_TYPE_ASSIGNMENT, error,
                        mukana_int ("person_id", person_id),
                        mukana_day ("today", mukana_db_today (db)));
  gboolean is_done = coming != NULL && load_week (db, person_id, &week, error);

  for (guint i = 0; is_done && i < coming->len; i++)
    {
      MukanaAssignment *assignment = g_ptr_array_index (coming, i);

      if (assignment->week == NULL)
        continue;
      is_done = mukana_db_run (db, "assignments.follow-week", error,
                               mukana_text ("week", has_room (&week, assignment) ? "free" : "off"),
                               mukana_int ("id", assignment->id)) >= 0;
      mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, assignment->id, MUKANA_EFFECT_CHANGED);
    }

  mukana_availability_clear (&week);
  return is_done;
}
