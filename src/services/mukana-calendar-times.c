/* mukana-calendar-times.c: which times a request's calendar file tells, and under which identifier.
 *
 * Once somebody has agreed, the times they agreed to are told and no others.  A time that is where
 * one was told keeps its identifier; of the rest, what is new takes the identifiers of what went
 * away, in order, as a move; and what is left over of what was told is cancelled.
 */

#include "services/mukana-calendar-times.h"

#include "domain/mukana-request.h"
#include "store/mukana-record-io.h"

static GArray *
read_times (MukanaDb    *db,
            const char  *statement,
            const char  *what,
            gint64       request_id,
            GError     **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, TRUE, sizeof (MukanaCalendarTime));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, statement, error,
                                                    mukana_int ("request_id", request_id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaCalendarTime time = {
        .what = what ? what : g_intern_string (mukana_query_peek_text (query, "what")),
        .number = mukana_query_get_int (query, "number"),
        .day = mukana_query_get_day (query, "day"),
        .start_minute = mukana_query_get_int (query, "start_minute"),
        .end_minute = mukana_query_get_int (query, "end_minute"),
        .versions = mukana_query_get_int (query, "versions"),
        .sequence = mukana_query_get_int (query, "sequence"),
        .is_cancelled = mukana_query_get_int (query, "is_cancelled"),
      };

      g_strlcpy (time.digest, mukana_query_peek_text (query, "digest"), sizeof time.digest);
      g_array_append_val (times, time);
    }

  return result == 0 ? g_steal_pointer (&times) : NULL;
}

static MukanaCalendarTime *
find_time (GArray                   *times,
           const MukanaCalendarTime *like)
{
  for (guint i = 0; i < times->len; i++)
    {
      MukanaCalendarTime *one = &g_array_index (times, MukanaCalendarTime, i);

      if (!one->is_taken && one->day == like->day && one->start_minute == like->start_minute &&
          one->end_minute == like->end_minute)
        return one;
    }

  return NULL;
}

/* The request's own times, of which only those are told that somebody agreed to, once
 * somebody has; then what was agreed for another time. */
static GArray *
choose_times (GPtrArray *slots,
              GArray    *agreed)
{
  GArray *chosen = g_array_new (FALSE, TRUE, sizeof (MukanaCalendarTime));

  for (guint i = 0; i < slots->len; i++)
    {
      MukanaRequestTime *slot = g_ptr_array_index (slots, i);
      MukanaCalendarTime time = { .what = "time", .number = i + 1, .day = slot->day,
                                  .start_minute = slot->start_minute,
                                  .end_minute = slot->end_minute, .sequence = -1 };
      MukanaCalendarTime *found = find_time (agreed, &time);

      if (found == NULL && agreed->len > 0)
        continue;
      if (found != NULL)
        {
          found->is_taken = TRUE;
          time.versions = found->versions;
          time.is_cancelled = found->is_cancelled;
        }
      g_array_append_val (chosen, time);
    }

  for (guint i = 0; i < agreed->len; i++)
    if (!g_array_index (agreed, MukanaCalendarTime, i).is_taken)
      g_array_append_val (chosen, g_array_index (agreed, MukanaCalendarTime, i));

  return chosen;
}

static void
take_over (MukanaCalendarTime *time,
           MukanaCalendarTime *told)
{
  told->is_taken = time->is_taken = TRUE;
  time->what = told->what;
  time->number = told->number;
  time->sequence = told->sequence;
  g_strlcpy (time->digest, told->digest, sizeof time->digest);
}

static gboolean
is_number_taken (GArray                   *told,
                 GArray                   *chosen,
                 const MukanaCalendarTime *time)
{
  GArray *both[] = { told, chosen };

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    for (guint i = 0; i < both[k]->len; i++)
      {
        const MukanaCalendarTime *one = &g_array_index (both[k], MukanaCalendarTime, i);

        if (one != time && one->number == time->number && g_str_equal (one->what, time->what) &&
            (both[k] == told || one->is_taken))
          return TRUE;
      }

  return FALSE;
}

static void
match (GArray *chosen,
       GArray *told)
{
  guint next = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      MukanaCalendarTime *time = &g_array_index (chosen, MukanaCalendarTime, i);
      MukanaCalendarTime *same = find_time (told, time);

      if (same != NULL)
        take_over (time, same);
    }

  for (guint i = 0; i < chosen->len; i++)
    {
      MukanaCalendarTime *time = &g_array_index (chosen, MukanaCalendarTime, i);

      if (time->is_taken || time->is_cancelled)
        continue;
      while (next < told->len && (g_array_index (told, MukanaCalendarTime, next).is_taken ||
                                  g_array_index (told, MukanaCalendarTime, next).is_cancelled))
        next++;
      if (next < told->len)
        take_over (time, &g_array_index (told, MukanaCalendarTime, next));
    }

  for (guint i = 0; i < chosen->len; i++)
    {
      MukanaCalendarTime *time = &g_array_index (chosen, MukanaCalendarTime, i);

      while (!time->is_taken && is_number_taken (told, chosen, time))
        time->number++;
      time->is_taken = TRUE;
    }
}

/**
 * mukana_calendar_times_plan:
 *
 * Thread: worker.
 * Returns: yours, MukanaCalendarTime in order, those that went away last
 */
GArray *
mukana_calendar_times_plan (MukanaDb  *db,
                            gint64     request_id,
                            GError   **error)
{
  g_autoptr (GPtrArray) slots = mukana_record_list (db, "requests.slots",
                                                    MUKANA_TYPE_REQUEST_TIME, error,
                                                    mukana_int ("request_id", request_id));
  g_autoptr (GArray) agreed = slots ? read_times (db, "calendars.agreed-times", "agreed",
                                                  request_id, error) : NULL;
  g_autoptr (GArray) told = agreed ? read_times (db, "calendars.told", NULL, request_id, error)
                                   : NULL;
  g_autoptr (GArray) chosen = NULL;

  if (told == NULL)
    return NULL;

  chosen = choose_times (slots, agreed);
  for (guint i = 0; i < chosen->len; i++)
    g_array_index (chosen, MukanaCalendarTime, i).is_taken = FALSE;
  match (chosen, told);
  for (guint i = 0; i < told->len; i++)
    {
      MukanaCalendarTime gone = g_array_index (told, MukanaCalendarTime, i);

      if (gone.is_taken)
        continue;
      gone.is_cancelled = TRUE;
      g_array_append_val (chosen, gone);
    }

  return g_steal_pointer (&chosen);
}

/** mukana_calendar_times_remember: @told: (nullable): what a file has told */
gboolean
mukana_calendar_times_remember (MukanaDb  *db,
                                gint64     request_id,
                                GArray    *told,
                                GError   **error)
{
  for (guint i = 0; told != NULL && i < told->len; i++)
    {
      const MukanaCalendarTime *time = &g_array_index (told, MukanaCalendarTime, i);

      if (mukana_db_run (db, "calendars.remember", error, mukana_int ("request_id", request_id),
                         mukana_text ("what", time->what), mukana_int ("number", time->number),
                         mukana_day ("day", time->day),
                         mukana_int ("start_minute", time->start_minute),
                         mukana_int ("end_minute", time->end_minute),
                         mukana_int ("sequence", time->sequence),
                         mukana_int ("is_cancelled", time->is_cancelled),
                         mukana_text ("digest", time->digest)) < 0)
        return FALSE;
    }

  return TRUE;
}
