/* mukana-painted-week.c: from stored times to a week to paint, and back.
 *
 * Half hours are painted, but times are stored to the minute.  A day that was
 * not painted keeps the minutes it had.
 */

#include "ui/people/mukana-painted-week.h"

#include "domain/mukana-availability.h"

static GArray *
new_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (MukanaWeekSpan));
}

static void
add_span (GArray *spans,
          int     weekday,
          int     start_minute,
          int     end_minute)
{
  MukanaWeekSpan span = { weekday, start_minute, end_minute };

  g_array_append_val (spans, span);
}

static void
add_time (GArray         *spans,
          MukanaFreeTime *time)
{
  add_span (spans, (int) time->weekday, (int) time->start_minute, (int) time->end_minute);
}

static gboolean
is_of_season (MukanaFreeTime *time,
              MukanaDayRange  season)
{
  return time->valid_from == season.from && time->valid_until == season.until;
}

/** mukana_painted_week_of_season: Returns: yours, the recurring week of one season */
GArray *
mukana_painted_week_of_season (GPtrArray      *times,
                               MukanaDayRange  season)
{
  GArray *spans = new_spans ();

  for (guint i = 0; i < times->len; i++)
    if (is_of_season (g_ptr_array_index (times, i), season))
      add_time (spans, g_ptr_array_index (times, i));

  return spans;
}

/** mukana_painted_week_find_own: Returns: (nullable): borrowed, the own times of that week */
MukanaOwnWeek *
mukana_painted_week_find_own (GPtrArray *own_weeks,
                              MukanaDay  monday)
{
  for (guint i = 0; i < own_weeks->len; i++)
    {
      MukanaOwnWeek *week = g_ptr_array_index (own_weeks, i);

      if (week->monday == monday)
        return week;
    }

  return NULL;
}

static void
add_own_times (GArray        *spans,
               MukanaOwnWeek *week)
{
  g_autoptr (GArray) slots = mukana_week_times_parse (week->times);

  for (guint i = 0; i < slots->len; i++)
    {
      const MukanaWeekSlot *slot = &g_array_index (slots, MukanaWeekSlot, i);

      add_span (spans, slot->weekday, slot->start_minute, slot->end_minute);
    }
}

/** mukana_painted_week_of_calendar: Returns: yours, a week as it is but for absences */
GArray *
mukana_painted_week_of_calendar (GPtrArray *times,
                                 GPtrArray *own_weeks,
                                 MukanaDay  monday)
{
  MukanaOwnWeek *own = mukana_painted_week_find_own (own_weeks, monday);
  GArray *spans = new_spans ();

  if (own != NULL)
    add_own_times (spans, own);
  else
    for (guint i = 0; i < times->len; i++)
      {
        MukanaFreeTime *time = g_ptr_array_index (times, i);
        MukanaDayRange season = { time->valid_from, time->valid_until };

        if (mukana_day_range_holds (season, monday + (MukanaDay) time->weekday - 1))
          add_time (spans, time);
      }

  return spans;
}

static MukanaWeekPattern
pattern_of (GArray *spans)
{
  return mukana_week_pattern_from_spans ((MukanaWeekSpan *) spans->data, spans->len);
}

/**
 * mukana_painted_week_merge:
 * @shown: the spans before painting
 * @painted: the half hours after it
 *
 * Returns: yours, the days that were painted as they are now, the others as they were
 */
GArray *
mukana_painted_week_merge (GArray *shown,
                           GArray *painted)
{
  MukanaWeekPattern before = pattern_of (shown), after = pattern_of (painted);
  GArray *spans = new_spans ();

  for (int weekday = 1; weekday <= MUKANA_WEEK_N_DAYS; weekday++)
    {
      GArray *source = before.days[weekday - 1] == after.days[weekday - 1] ? shown : painted;

      for (guint i = 0; i < source->len; i++)
        if (g_array_index (source, MukanaWeekSpan, i).weekday == weekday)
          g_array_append_val (spans, g_array_index (source, MukanaWeekSpan, i));
    }

  return spans;
}

static MukanaFreeTime *
new_time (const MukanaWeekSpan *span,
          MukanaDayRange        season)
{
  MukanaFreeTime *time = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);

  mukana_record_init_int (time, "weekday", span->weekday);
  mukana_record_init_int (time, "start-minute", span->start_minute);
  mukana_record_init_int (time, "end-minute", span->end_minute);
  mukana_record_init_int (time, "valid-from", season.from);
  mukana_record_init_int (time, "valid-until", season.until);
  return time;
}

/** mukana_painted_week_with_season: Returns: yours, @times with @spans as those of @season */
GPtrArray *
mukana_painted_week_with_season (GPtrArray      *times,
                                 MukanaDayRange  season,
                                 GArray         *spans)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < times->len; i++)
    if (!is_of_season (g_ptr_array_index (times, i), season))
      g_ptr_array_add (all, g_object_ref (g_ptr_array_index (times, i)));
  for (guint i = 0; i < spans->len; i++)
    g_ptr_array_add (all, new_time (&g_array_index (spans, MukanaWeekSpan, i), season));

  return all;
}

static MukanaOwnWeek *
new_own_week (MukanaDay  monday,
              GArray    *spans)
{
  MukanaOwnWeek *week = g_object_new (MUKANA_TYPE_OWN_WEEK, NULL);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (MukanaWeekSlot));
  g_autofree char *times = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const MukanaWeekSpan *span = &g_array_index (spans, MukanaWeekSpan, i);
      MukanaWeekSlot slot = { (gint8) span->weekday, (gint16) span->start_minute,
                              (gint16) span->end_minute, { MUKANA_DAY_NONE, MUKANA_DAY_NONE } };

      g_array_append_val (slots, slot);
    }

  times = mukana_week_times_format ((MukanaWeekSlot *) slots->data, slots->len);
  mukana_record_init_int (week, "monday", monday);
  mukana_record_init_text (week, "times", times);
  return week;
}

/**
 * mukana_painted_week_with_own:
 * @spans: (nullable): the times of the week of @monday; NULL: it follows the recurring week
 *
 * Returns: yours, the weeks of their own with that one changed
 */
GPtrArray *
mukana_painted_week_with_own (GPtrArray *own_weeks,
                              MukanaDay  monday,
                              GArray    *spans)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < own_weeks->len; i++)
    {
      MukanaOwnWeek *week = g_ptr_array_index (own_weeks, i);

      if (week->monday != monday)
        g_ptr_array_add (all, g_object_ref (week));
    }
  if (spans != NULL)
    g_ptr_array_add (all, new_own_week (monday, spans));

  return all;
}
