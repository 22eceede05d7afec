/* mukana-availability.c: when a person can take part.
 *
 * A week of slots, each with its season, and the days away that overrule it.
 * Whether somebody is free is judged to the minute: the half hours of a
 * MukanaWeek are for painting and for narrowing a search, never for judging.
 */

#include "domain/mukana-availability.h"

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

void
mukana_availability_add_absence (MukanaAvailability *self,
                                 MukanaDayRange      away)
{
  self->absences = g_renew (MukanaDayRange, self->absences, self->n_absences + 1);
  self->absences[self->n_absences++] = away;
}

/** mukana_availability_clear: frees what @self owns and makes it untold again */
void
mukana_availability_clear (MukanaAvailability *self)
{
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->absences, g_free);
  self->n_slots = 0;
  self->n_absences = 0;
}

/** mukana_availability_is_known: whether the person has told any weekly time at all */
gboolean
mukana_availability_is_known (const MukanaAvailability *self)
{
  return self->n_slots > 0;
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
  int weekday = mukana_day_weekday (day);
  int minute = start_minute;

  while (minute < end_minute)
    {
      int before = minute;

      for (guint i = 0; i < self->n_slots; i++)
        minute = reach (&self->slots[i], day, weekday, minute);

      if (minute == before)
        return FALSE;
    }

  return TRUE;
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
  MukanaDay monday = day - mukana_day_weekday (day) + 1;
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

/**
 * mukana_availability_touched:
 *
 * Returns: the half hours in which the person may be free for a minute or more
 *   in any season.  Whoever is free for a time has all its half hours here, but
 *   not the other way round.
 */
MukanaWeek
mukana_availability_touched (const MukanaAvailability *self)
{
  MukanaWeek week = { { 0 } };

  for (guint i = 0; i < self->n_slots; i++)
    {
      const MukanaWeekSlot *slot = &self->slots[i];

      week.days[slot->weekday - 1] |= halves_between (slot->start_minute / 30,
                                                      (slot->end_minute + 29) / 30);
    }

  return week;
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
