/* mukana-week-pattern.c: which half hours of a week are free, as a value.
 *
 * Knows no pixels, no dates and no people.  A span that does not begin and end
 * on a half hour is rounded inwards: nobody is promised for minutes that were
 * not given.
 */

#include "ui/kit/mukana-week-pattern.h"

#define SLOT_MINUTES 30

/** mukana_week_pattern_from_spans: @spans: (array length=n_spans) (nullable): in any order */
MukanaWeekPattern
mukana_week_pattern_from_spans (const MukanaWeekSpan *spans,
                                guint                 n_spans)
{
  MukanaWeekPattern self = { { 0 } };

  for (guint i = 0; i < n_spans; i++)
    {
      int first = (MAX (0, spans[i].start_minute) + SLOT_MINUTES - 1) / SLOT_MINUTES;
      int end = MIN (spans[i].end_minute / SLOT_MINUTES, MUKANA_WEEK_N_SLOTS);

      if (spans[i].weekday < 1 || spans[i].weekday > MUKANA_WEEK_N_DAYS)
        continue;
      for (int slot = first; slot < end; slot++)
        self.days[spans[i].weekday - 1] |= G_GUINT64_CONSTANT (1) << slot;
    }

  return self;
}

/** mukana_week_pattern_to_spans: Returns: yours, #MukanaWeekSpan by day and time, none touching */
GArray *
mukana_week_pattern_to_spans (const MukanaWeekPattern *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MukanaWeekSpan));

  for (int day = 0; day < MUKANA_WEEK_N_DAYS; day++)
    {
      int slot = 0;
      int end;

      for (; mukana_week_pattern_next_run (self, day, &slot, &end); slot = end)
        {
          MukanaWeekSpan span = { day + 1, slot * SLOT_MINUTES, end * SLOT_MINUTES };

          g_array_append_val (spans, span);
        }
    }

  return spans;
}

/** mukana_week_pattern_holds: @day: 0 to 6; @slot: 0 to 47 */
gboolean
mukana_week_pattern_holds (const MukanaWeekPattern *self,
                           int                      day,
                           int                      slot)
{
  return self->days[day] >> slot & 1;
}

gboolean
mukana_week_pattern_equal (const MukanaWeekPattern *self,
                           const MukanaWeekPattern *other)
{
  for (int day = 0; day < MUKANA_WEEK_N_DAYS; day++)
    if (self->days[day] != other->days[day])
      return FALSE;

  return TRUE;
}

/**
 * mukana_week_pattern_paint:
 * @locked: half hours that keep what they have
 *
 * Paints the rectangle between two half hours, both included, in any order.
 */
void
mukana_week_pattern_paint (MukanaWeekPattern       *self,
                           const MukanaWeekPattern *locked,
                           int                      day_a,
                           int                      slot_a,
                           int                      day_b,
                           int                      slot_b,
                           gboolean                 is_free)
{
  for (int day = MIN (day_a, day_b); day <= MAX (day_a, day_b); day++)
    for (int slot = MIN (slot_a, slot_b); slot <= MAX (slot_a, slot_b); slot++)
      {
        guint64 bit = G_GUINT64_CONSTANT (1) << slot;

        if (mukana_week_pattern_holds (locked, day, slot))
          continue;
        if (is_free)
          self->days[day] |= bit;
        else
          self->days[day] &= ~bit;
      }
}

/** mukana_week_pattern_cover: adds every half hour that @span touches, however little */
void
mukana_week_pattern_cover (MukanaWeekPattern    *self,
                           const MukanaWeekSpan *span)
{
  int end = (span->end_minute + SLOT_MINUTES - 1) / SLOT_MINUTES;

  if (span->weekday < 1 || span->weekday > MUKANA_WEEK_N_DAYS)
    return;

  for (int slot = MAX (0, span->start_minute / SLOT_MINUTES);
       slot < MIN (end, MUKANA_WEEK_N_SLOTS); slot++)
    self->days[span->weekday - 1] |= G_GUINT64_CONSTANT (1) << slot;
}

/**
 * mukana_week_pattern_next_run:
 * @slot: (inout): where to look from; where the run begins
 * @end: (out): the first half hour after the run
 *
 * Returns: whether a run of free half hours begins at @slot or later that day
 */
gboolean
mukana_week_pattern_next_run (const MukanaWeekPattern *self,
                              int                      day,
                              int                     *slot,
                              int                     *end)
{
  while (*slot < MUKANA_WEEK_N_SLOTS && !mukana_week_pattern_holds (self, day, *slot))
    (*slot)++;
  if (*slot >= MUKANA_WEEK_N_SLOTS)
    return FALSE;

  for (*end = *slot; *end < MUKANA_WEEK_N_SLOTS; (*end)++)
    if (!mukana_week_pattern_holds (self, day, *end))
      break;

  return TRUE;
}
