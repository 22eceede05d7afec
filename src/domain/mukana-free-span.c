/* mukana-free-span.c: who is free on a day, or at a time of it.
 *
 * The same conditions that finding people for a request has: the week with its seasons and weeks
 * of their own, absences, own calendar, agreed work and shifts, no evenings or weekends where
 * somebody takes none.  What only a request can fail is not asked: notice, caps, fees, the road.
 *
 * Whoever has not told any times may be asked for a request; but that they are free is not known,
 * so they are not among those of whom it is said.
 */

#include "domain/mukana-free-span.h"

#include "domain/mukana-explain-private.h"

#define HALF_HOUR 30
#define SEPARATOR 'T'

static const MukanaReasons asked = 1u << MUKANA_REASON_NOT_ACTIVE | 1u << MUKANA_REASON_NO_CONSENT |
                                   1u << MUKANA_REASON_RESTRICTED | 1u << MUKANA_REASON_REFUSES |
                                   1u << MUKANA_REASON_NOT_FREE | 1u << MUKANA_REASON_ABSENT |
                                   1u << MUKANA_REASON_CLASH;

/**
 * mukana_free_span_parse:
 * @text: "2027-02-03" or "2027-02-03T12:00-16:00"; the day also as people type it, "3.2.2027"
 *
 * Returns: whether it is a time; else @time is as it was
 */
gboolean
mukana_free_span_parse (const char     *text,
                        MukanaFreeSpan *time)
{
  g_auto (GStrv) parts = g_strsplit (text, "T", 2);
  MukanaFreeSpan read = { mukana_day_parse (parts[0]), -1, -1 };

  if (read.day == MUKANA_DAY_NONE)
    return FALSE;

  if (parts[1] != NULL)
    {
      g_auto (GStrv) hours = g_strsplit (parts[1], "-", 2);

      read.start_minute = mukana_minute_parse (hours[0]);
      read.end_minute = hours[0] != NULL ? mukana_minute_parse (hours[1]) : -1;
      if (read.start_minute < 0 || read.end_minute <= read.start_minute)
        return FALSE;
    }

  *time = read;
  return TRUE;
}

/** mukana_free_span_format: Returns: yours, as mukana_free_span_parse() reads it */
char *
mukana_free_span_format (const MukanaFreeSpan *self)
{
  g_autofree char *day = mukana_day_to_iso (self->day);
  g_autofree char *from = NULL, *until = NULL;

  if (self->start_minute < 0)
    return g_steal_pointer (&day);

  from = mukana_minute_to_iso (self->start_minute);
  until = mukana_minute_to_iso (self->end_minute);
  return g_strdup_printf ("%s%c%s-%s", day, SEPARATOR, from, until);
}

/** mukana_free_span_describe: Returns: yours, "3 Feb 2027" or "3 Feb 2027, 12:00–16:00" in words of
 * the program's language */
char *
mukana_free_span_describe (const MukanaFreeSpan *self)
{
  return self->start_minute < 0
         ? mukana_explain_day (self->day)
         : mukana_explain_hours (self->day, self->start_minute, self->end_minute);
}

/** mukana_free_span_new_request: Returns: yours, a request that asks for nothing but that time, at
 * no place; without slots when any half hour will do */
MukanaMatchRequest *
mukana_free_span_new_request (const MukanaFreeSpan *self,
                              MukanaThemeTree      *tree,
                              MukanaDay             today)
{
  MukanaMatchRequest *request = mukana_match_request_new (tree, today);

  request->mode = MUKANA_MODE_ON_SITE;
  if (self->start_minute >= 0)
    mukana_match_request_add_slot (request, self->day, self->start_minute, self->end_minute,
                                   FALSE);
  return request;
}

static gboolean
suits (const MukanaMatchRequest *request,
       const MukanaMatchFacts   *facts)
{
  return (mukana_eligibility_judge (request, facts) & asked) == 0;
}

/**
 * mukana_free_span_suits:
 * @request: of mukana_free_span_new_request()
 *
 * Returns: whether the person takes part in matching and is known to be free then
 */
gboolean
mukana_free_span_suits (const MukanaFreeSpan     *self,
                        const MukanaMatchRequest *request,
                        const MukanaMatchFacts   *facts)
{
  g_autoptr (MukanaMatchRequest) at = NULL;

  if (!mukana_availability_is_known (&facts->availability) || !suits (request, facts))
    return FALSE;
  if (self->start_minute >= 0)
    return TRUE;

  for (int minute = 0; minute < 1440; minute += HALF_HOUR)
    {
      if (!mukana_availability_covers (&facts->availability, self->day, minute,
                                       minute + HALF_HOUR))
        continue;
      if (at == NULL)
        {
          at = mukana_match_request_copy (request);
          mukana_match_request_add_slot (at, self->day, minute, minute + HALF_HOUR, FALSE);
        }
      mukana_match_request_move_slot (at, 0, self->day, minute, minute + HALF_HOUR);
      if (suits (at, facts))
        return TRUE;
    }

  return FALSE;
}
