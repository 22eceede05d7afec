/* mukana-availability.c: when a person can take part.
 *
 * A recurring week of slots, each with its season; weeks of their own, which
 * stand in its place; and the days away and the times that are taken, which overrule both.
 * Whether somebody is free is judged to the minute: the half hours of a
 * MukanaWeek are for painting and for narrowing a search, never for judging.
 */

#include "domain/mukana-availability.h"

#include "domain/mukana-person-parts.h"

#define DAY_MINUTES 1440
#define CHANGE_MINUTE 180     /* of a day on which the clocks are changed */

void
mukana_availability_add_slot (MukanaAvailability   *self,
                              const MukanaWeekSlot *slot)
{
  g_return_if_fail (slot->weekday >= 1 && slot->weekday <= 7);
  g_return_if_fail (slot->start_minute >= 0 && slot->start_minute < slot->end_minute);
  g_return_if_fail (slot->end_minute <= 1440);

  self->slots = g_renew (MukanaWeekSlot, self->slots, self->n_slots + 1);
  self->slots[self->n_slots++] = *slot;
}

static MukanaDay
monday_of (MukanaDay day)
{
  return day - mukana_day_weekday (day) + 1;
}

/**
 * mukana_availability_add_own_week:
 * @monday: of the week
 * @times: (nullable): as mukana_week_times_format() writes them; none: not free at all
 *
 * In that week the recurring week does not hold.
 */
void
mukana_availability_add_own_week (MukanaAvailability *self,
                                  MukanaDay           monday,
                                  const char         *times)
{
  g_autoptr (GArray) slots = mukana_week_times_parse (times);

  g_return_if_fail (monday == monday_of (monday));

  self->own_weeks = g_renew (MukanaDay, self->own_weeks, self->n_own_weeks + 1);
  self->own_weeks[self->n_own_weeks++] = monday;
  self->own_slots = g_renew (MukanaWeekSlot, self->own_slots, self->n_own_slots + slots->len);
  for (guint i = 0; i < slots->len; i++)
    {
      MukanaWeekSlot slot = g_array_index (slots, MukanaWeekSlot, i);

      slot.valid = (MukanaDayRange) { monday, monday + 7 };
      self->own_slots[self->n_own_slots++] = slot;
    }
}

void
mukana_availability_add_absence (MukanaAvailability *self,
                                 MukanaDayRange      away)
{
  self->absences = g_renew (MukanaDayRange, self->absences, self->n_absences + 1);
  self->absences[self->n_absences++] = away;
}

void
mukana_availability_add_busy (MukanaAvailability *self,
                              MukanaBusySpan      busy)
{
  self->busy = g_renew (MukanaBusySpan, self->busy, self->n_busy + 1);
  self->busy[self->n_busy++] = busy;
}

/** mukana_availability_clear: frees what @self owns and makes it untold again */
void
mukana_availability_clear (MukanaAvailability *self)
{
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->own_weeks, g_free);
  g_clear_pointer (&self->own_slots, g_free);
  g_clear_pointer (&self->absences, g_free);
  g_clear_pointer (&self->busy, g_free);
  self->n_slots = 0;
  self->n_own_weeks = 0;
  self->n_own_slots = 0;
  self->n_absences = 0;
  self->n_busy = 0;
}

/** mukana_availability_is_known: whether the person has told any weekly time at all */
gboolean
mukana_availability_is_known (const MukanaAvailability *self)
{
  return self->n_slots > 0 || self->n_own_weeks > 0;
}

/* The slots that hold in the week of @day; each still has its weekday and season. */
static const MukanaWeekSlot *
peek_slots (const MukanaAvailability *self,
            MukanaDay                 day,
            guint                    *n_slots)
{
  for (guint i = 0; i < self->n_own_weeks; i++)
    if (self->own_weeks[i] == monday_of (day))
      {
        *n_slots = self->n_own_slots;
        return self->own_slots;
      }

  *n_slots = self->n_slots;
  return self->slots;
}

gboolean
mukana_availability_is_absent (const MukanaAvailability *self,
                               MukanaDay                 day)
{
  for (guint i = 0; i < self->n_absences; i++)
    if (mukana_day_range_holds (self->absences[i], day))
      return TRUE;

  return FALSE;
}

/** mukana_availability_is_busy: whether something else takes a part of that time; what only
 *  touches it does not */
gboolean
mukana_availability_is_busy (const MukanaAvailability *self,
                             MukanaDay                 day,
                             int                       start_minute,
                             int                       end_minute)
{
  for (guint i = 0; i < self->n_busy; i++)
    if (self->busy[i].day == day && self->busy[i].start_minute < end_minute &&
        self->busy[i].end_minute > start_minute)
      return TRUE;

  return FALSE;
}

/* How far one slot carries on @day from @minute on; @minute when it does not. */
static int
reach (const MukanaWeekSlot *slot,
       MukanaDay             day,
       int                   weekday,
       int                   minute)
{
  if (slot->weekday != weekday || slot->start_minute > minute || slot->end_minute <= minute)
    return minute;

  return mukana_day_range_holds (slot->valid, day) ? slot->end_minute : minute;
}

/**
 * mukana_availability_covers:
 * @start_minute: wall-clock time on @day
 * @end_minute: exclusive, at most 1440
 *
 * Slots that touch or overlap count as one.  Absences are not looked at.
 *
 * Returns: whether the weekly times hold the whole of that time, to the minute
 */
gboolean
mukana_availability_covers (const MukanaAvailability *self,
                            MukanaDay                 day,
                            int                       start_minute,
                            int                       end_minute)
{
  guint n_slots;
  const MukanaWeekSlot *slots = peek_slots (self, day, &n_slots);
  int weekday = mukana_day_weekday (day);
  int minute = start_minute;

  while (minute < end_minute)
    {
      int before = minute;

      for (guint i = 0; i < n_slots; i++)
        minute = reach (&slots[i], day, weekday, minute);

      if (minute == before)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_free_sometime (const MukanaAvailability *self,
                  MukanaDay                 day)
{
  guint n_slots;
  const MukanaWeekSlot *slots = peek_slots (self, day, &n_slots);

  for (guint i = 0; i < n_slots; i++)
    if (slots[i].weekday == mukana_day_weekday (day) &&
        mukana_day_range_holds (slots[i].valid, day))
      return !mukana_availability_is_absent (self, day);

  return FALSE;
}

/**
 * mukana_availability_next_free:
 * @until: exclusive
 *
 * Returns: the first day from @from on with any time free; NONE when there is none
 */
MukanaDay
mukana_availability_next_free (const MukanaAvailability *self,
                               MukanaDay                 from,
                               MukanaDay                 until)
{
  for (MukanaDay day = from; day < until; day++)
    if (is_free_sometime (self, day))
      return day;

  return MUKANA_DAY_NONE;
}

/**
 * mukana_availability_week:
 * @day: any day of the week shown
 *
 * Returns: the half hours that are wholly free in that week, Monday first,
 *   absences not looked at
 */
MukanaWeek
mukana_availability_week (const MukanaAvailability *self,
                          MukanaDay                 day)
{
  MukanaDay monday = monday_of (day);
  MukanaWeek week = { { 0 } };

  for (int i = 0; i < 7; i++)
    for (int half = 0; half < MUKANA_HALF_HOURS; half++)
      if (mukana_availability_covers (self, monday + i, half * 30, half * 30 + 30))
        week.days[i] |= G_GUINT64_CONSTANT (1) << half;

  return week;
}

static guint64
halves_between (int from_half,
                int until_half)
{
  return ((G_GUINT64_CONSTANT (1) << (until_half - from_half)) - 1) << from_half;
}

static void
touch (MukanaWeek           *week,
       const MukanaWeekSlot *slots,
       guint                 n_slots)
{
  for (guint i = 0; i < n_slots; i++)
    week->days[slots[i].weekday - 1] |= halves_between (slots[i].start_minute / 30,
                                                        (slots[i].end_minute + 29) / 30);
}

/**
 * mukana_availability_touched:
 *
 * Returns: the half hours in which the person may be free for a minute or more
 *   in any season or week of its own.  Whoever is free for a time has all its half
 *   hours here, but not the other way round.
 */
MukanaWeek
mukana_availability_touched (const MukanaAvailability *self)
{
  MukanaWeek week = { { 0 } };

  touch (&week, self->slots, self->n_slots);
  touch (&week, self->own_slots, self->n_own_slots);
  return week;
}

/* What the clock shows after @minute of real time since midnight; of the hour that comes twice,
 * the first time. */
static int
clock_minute (int minute,
              int change)
{
  if (minute < CHANGE_MINUTE || change == 0 || (change > 0 && minute < CHANGE_MINUTE + change))
    return minute;

  return minute - change;
}

/**
 * mukana_busy_spans_add:
 * @spans: of MukanaBusySpan
 * @start_us: an instant, microseconds since 1970 UTC
 * @end_us: exclusive
 *
 * Adds the time between two instants as what the clock shows in Helsinki, a span a day, to
 * whole minutes outward.  Whoever is busy in a part of the hour that comes twice is busy in
 * all of it, because nobody can say which of the two is meant.
 */
void
mukana_busy_spans_add (GArray *spans,
                       gint64  start_us,
                       gint64  end_us)
{
  for (MukanaDay day = mukana_day_from_us (start_us); start_us < end_us; day++)
    {
      gint64 midnight_us = mukana_day_minute_us (day, 0);
      gint64 next_us = mukana_day_minute_us (day + 1, 0);
      int change = (int) ((next_us - midnight_us) / G_TIME_SPAN_MINUTE) - DAY_MINUTES;
      int from = (int) ((start_us - midnight_us) / G_TIME_SPAN_MINUTE);
      int until = (int) ((MIN (end_us, next_us) - midnight_us + G_TIME_SPAN_MINUTE - 1) /
                         G_TIME_SPAN_MINUTE);
      MukanaBusySpan span = { day, (gint16) clock_minute (from, change),
                              (gint16) clock_minute (until, change) };

      if (change > 0 && from < CHANGE_MINUTE + 2 * change && until > CHANGE_MINUTE)
        {
          span.start_minute = MIN (span.start_minute, CHANGE_MINUTE);
          span.end_minute = MAX (span.end_minute, CHANGE_MINUTE + change);
        }
      g_array_append_val (spans, span);
      start_us = next_us;
    }
}

/* The number at *@text that ends with @end; -1 when there is none. */
static gint64
take_number (const char **text,
             char         end)
{
  char *rest;
  gint64 number = g_ascii_strtoll (*text, &rest, 10);

  if (rest == *text || *rest != end || number < 0 || number > 1440)
    return -1;

  *text = end == '\0' ? rest : rest + 1;
  return number;
}

/* "4 600-960" */
static gboolean
parse_time (const char     *text,
            MukanaWeekSlot *slot)
{
  gint64 weekday = take_number (&text, ' ');
  gint64 start_minute = weekday < 1 ? -1 : take_number (&text, '-');
  gint64 end_minute = start_minute < 0 ? -1 : take_number (&text, '\0');

  if (weekday > 7 || end_minute <= start_minute)
    return FALSE;

  *slot = (MukanaWeekSlot) { (gint8) weekday, (gint16) start_minute, (gint16) end_minute,
                             { MUKANA_DAY_NONE, MUKANA_DAY_NONE } };
  return TRUE;
}

/**
 * mukana_week_times_parse:
 * @text: (nullable): as mukana_week_times_format() writes them
 *
 * What is no time is left out: it can only be a mistake of whoever wrote it.
 *
 * Returns: yours, of MukanaWeekSlot, valid always
 */
GArray *
mukana_week_times_parse (const char *text)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (MukanaWeekSlot));
  g_auto (GStrv) times = g_strsplit (text ? text : "", ",", -1);

  for (guint i = 0; times[i] != NULL; i++)
    {
      MukanaWeekSlot slot;

      if (parse_time (times[i], &slot))
        g_array_append_val (slots, slot);
    }

  return slots;
}

/**
 * mukana_week_times_format:
 *
 * Returns: yours, one week's times as one text: "1 540-720,4 600-960", the weekday
 *   and the minutes; "" when there is none
 */
char *
mukana_week_times_format (const MukanaWeekSlot *slots,
                          guint                 n_slots)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_slots; i++)
    g_string_append_printf (text, "%s%d %d-%d", i > 0 ? "," : "", slots[i].weekday,
                            slots[i].start_minute, slots[i].end_minute);

  return g_string_free (text, FALSE);
}

/**
 * mukana_week_paint:
 * @weekday: 1 to 7
 * @from_half: 0 to 48
 * @until_half: exclusive; nothing is painted when it is not after @from_half
 */
void
mukana_week_paint (MukanaWeek *self,
                   int         weekday,
                   int         from_half,
                   int         until_half,
                   gboolean    is_free)
{
  guint64 mask;

  g_return_if_fail (weekday >= 1 && weekday <= 7);

  from_half = CLAMP (from_half, 0, MUKANA_HALF_HOURS);
  until_half = CLAMP (until_half, from_half, MUKANA_HALF_HOURS);
  mask = halves_between (from_half, until_half);

  if (is_free)
    self->days[weekday - 1] |= mask;
  else
    self->days[weekday - 1] &= ~mask;
}

gboolean
mukana_week_holds (const MukanaWeek *self,
                   int               weekday,
                   int               half)
{
  return (self->days[weekday - 1] >> half & 1) != 0;
}

/**
 * mukana_week_to_slots:
 * @valid: the season given to every slot
 *
 * Returns: yours, a GArray of MukanaWeekSlot: the longest runs of free half
 *   hours, in the order of the week
 */
GArray *
mukana_week_to_slots (const MukanaWeek *self,
                      MukanaDayRange    valid)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (MukanaWeekSlot));

  for (int weekday = 1; weekday <= 7; weekday++)
    for (int half = 0; half < MUKANA_HALF_HOURS; half++)
      {
        MukanaWeekSlot slot = { weekday, half * 30, 0, valid };

        if (!mukana_week_holds (self, weekday, half))
          continue;

        while (half < MUKANA_HALF_HOURS && mukana_week_holds (self, weekday, half))
          half++;

        slot.end_minute = half * 30;
        g_array_append_val (slots, slot);
      }

  return slots;
}

/**
 * mukana_availability_add_weeks:
 * @times: (nullable): of MukanaFreeTime
 * @own_weeks: (nullable): of MukanaOwnWeek
 *
 * As a person's page has them.
 */
void
mukana_availability_add_weeks (MukanaAvailability *self,
                               GPtrArray          *times,
                               GPtrArray          *own_weeks)
{
  for (guint i = 0; times != NULL && i < times->len; i++)
    {
      MukanaFreeTime *time = g_ptr_array_index (times, i);
      MukanaWeekSlot slot = { (gint8) time->weekday, (gint16) time->start_minute,
                              (gint16) time->end_minute, { time->valid_from, time->valid_until } };

      mukana_availability_add_slot (self, &slot);
    }

  for (guint i = 0; own_weeks != NULL && i < own_weeks->len; i++)
    {
      MukanaOwnWeek *week = g_ptr_array_index (own_weeks, i);

      mukana_availability_add_own_week (self, week->monday, week->times);
    }
}
