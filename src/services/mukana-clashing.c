/* mukana-clashing.c: what somebody is to do already at a time they are wanted for.
 *
 * Agreed work and a volunteer's shift stand in the way alike; days away and times of their own
 * calendar do where whoever asks wants to hear of them.  It is asked in the
 * write that agrees, so that nothing comes between; whether a clash is accepted is
 * for whoever asks.
 */

#include "services/mukana-clashing.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-assignment.h"
#include "domain/mukana-cooperation.h"
#include "domain/mukana-explain.h"
#include "store/mukana-record-io.h"

/* Returns: -1 with @error set, else whether there is one */
static int
find_assignment (MukanaDb                   *db,
                 const MukanaClashQuestion  *question,
                 char                      **detail,
                 GError                    **error)
{
  g_autoptr (GPtrArray) others =
    mukana_record_list (db, "assignments.on-day", MUKANA_TYPE_ASSIGNMENT, error,
                        mukana_int ("person_id", question->person_id),
                        mukana_day ("from_day", question->day),
                        mukana_day ("last_day", question->day));

  if (others == NULL)
    return -1;

  for (guint i = 0; i < others->len; i++)
    {
      MukanaAssignment *other = g_ptr_array_index (others, i);

      if (other->id == question->but_id ||
          !mukana_assignment_clashes (other, question->day, question->start_minute,
                                      question->end_minute))
        continue;
      if (detail != NULL)
        *detail = mukana_explain_hours (other->day, (int) other->start_minute,
                                        (int) other->end_minute);
      return TRUE;
    }

  return FALSE;
}

static int
find_shift (MukanaDb                   *db,
            const MukanaClashQuestion  *question,
            char                      **detail,
            GError                    **error)
{
  g_autoptr (GPtrArray) shifts =
    mukana_record_list (db, "shifts.of-person", MUKANA_TYPE_SHIFT, error,
                        mukana_int ("person_id", question->person_id),
                        mukana_day ("day", question->day),
                        mukana_int ("start_minute", question->start_minute),
                        mukana_int ("end_minute", question->end_minute));

  if (shifts == NULL)
    return -1;

  if (shifts->len > 0 && detail != NULL)
    {
      MukanaShift *shift = g_ptr_array_index (shifts, 0);
      g_autofree char *hours = mukana_explain_hours (shift->day, (int) shift->start_minute,
                                                     (int) shift->end_minute);

      *detail = g_strdup_printf ("%s, %s", shift->point_name, hours);
    }

  return shifts->len > 0;
}

/* Neither why somebody is away nor what they are busy with is told. */
static int
find_absence (MukanaDb                   *db,
              const MukanaClashQuestion  *question,
              char                      **detail,
              GError                    **error)
{
  gint64 n_away = mukana_db_count (db, "availability.count-away", error,
                                   mukana_int ("person_id", question->person_id),
                                   mukana_day ("day", question->day));
  gint64 n_busy = n_away == 0
    ? mukana_db_count (db, "availability.count-busy", error,
                       mukana_int ("person_id", question->person_id),
                       mukana_day ("day", question->day),
                       mukana_int ("start_minute", question->start_minute),
                       mukana_int ("end_minute", question->end_minute)) : 0;

  if (n_away < 0 || n_busy < 0)
    return -1;
  if (n_away + n_busy > 0 && detail != NULL)
    *detail = mukana_explain_hours (question->day, question->start_minute, question->end_minute);

  return n_away > 0 ? MUKANA_CLASH_AWAY : n_busy > 0 ? MUKANA_CLASH_BUSY : MUKANA_CLASH_NONE;
}

/**
 * mukana_clashing_find:
 * @detail: (out) (optional): where and when that is, in the language of the program
 *
 * Thread: worker.
 * Returns: a #MukanaClashKind, or -1 with @error set
 */
int
mukana_clashing_find (MukanaDb                   *db,
                      const MukanaClashQuestion  *question,
                      char                      **detail,
                      GError                    **error)
{
  int found = find_assignment (db, question, detail, error);

  if (found != FALSE)
    return found < 0 ? -1 : MUKANA_CLASH_ASSIGNMENT;

  found = find_shift (db, question, detail, error);
  if (found != FALSE)
    return found < 0 ? -1 : MUKANA_CLASH_SHIFT;

  return question->asks_absences ? find_absence (db, question, detail, error)
                                 : MUKANA_CLASH_NONE;
}

/** mukana_clashing_refuse: sets @error to %MUKANA_ERROR_CONFLICT, with @detail kept out of logs */
void
mukana_clashing_refuse (int          kind,
                        const char  *detail,
                        GError     **error)
{
  static const char * const sentences[] = {
    [MUKANA_CLASH_ASSIGNMENT] =
      N_("The time clashes with another assignment of the same person."),
    [MUKANA_CLASH_SHIFT] = N_("The time clashes with a volunteer's shift of the same person."),
    [MUKANA_CLASH_AWAY] = N_("The person is away on that day."),
    [MUKANA_CLASH_BUSY] = N_("The person's own calendar has something else at that time."),
  };
  GError *refusal = g_error_new_literal (MUKANA_ERROR, MUKANA_ERROR_CONFLICT, sentences[kind]);

  mukana_error_set_detail (refusal, g_strdup (detail));
  g_propagate_error (error, refusal);
}
