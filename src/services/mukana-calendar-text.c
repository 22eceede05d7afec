/* mukana-calendar-text.c: events as an iCalendar file that other calendars read.
 *
 * Knows the format and no record.  Times are local, with the zone beside them, so that
 * a calendar shows the hour that was agreed.  The hour that is missing in March and the
 * one that comes twice in October are written in UTC: readers disagree on what a local
 * time means there, and nobody on what an instant is.
 *
 * The zone is written out here.  The one that libical has goes back to 1878 and is named
 * otherwise than its times refer to it.
 */

#include "services/mukana-calendar-text.h"

#include <libical/ical.h>
#include <string.h>

#define ZONE "Europe/Helsinki"
#define DAY_US (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

static const char zone_text[] =
  "BEGIN:VTIMEZONE\r\n"
  "TZID:" ZONE "\r\n"
  "BEGIN:DAYLIGHT\r\n"
  "DTSTART:19970330T030000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0200\r\n"
  "TZOFFSETTO:+0300\r\n"
  "TZNAME:EEST\r\n"
  "END:DAYLIGHT\r\n"
  "BEGIN:STANDARD\r\n"
  "DTSTART:19971026T040000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0300\r\n"
  "TZOFFSETTO:+0200\r\n"
  "TZNAME:EET\r\n"
  "END:STANDARD\r\n"
  "END:VTIMEZONE\r\n";

struct _MukanaCalendarText
{
  icalcomponent       *calendar;
  struct icaltimetype  made;
};

static struct icaltimetype
make_utc (gint64 time_us)
{
  return icaltime_from_timet_with_zone ((time_t) (time_us / G_USEC_PER_SEC), FALSE,
                                        icaltimezone_get_utc_timezone ());
}

/** mukana_calendar_text_new: @made_us: when it is made, microseconds since 1970 UTC */
MukanaCalendarText *
mukana_calendar_text_new (gint64 made_us)
{
  MukanaCalendarText *self = g_new0 (MukanaCalendarText, 1);

  self->made = make_utc (made_us);
  self->calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (self->calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (self->calendar, icalproperty_new_prodid ("-//Mukana//Mukana//EN"));
  icalcomponent_add_property (self->calendar, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (self->calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  icalcomponent_add_component (self->calendar, icalcomponent_new_from_string (zone_text));
  return self;
}

void
mukana_calendar_text_free (MukanaCalendarText *self)
{
  icalcomponent_free (self->calendar);
  g_free (self);
}

/* Whether the clocks are changed on @day, in the hour of @minute. */
static gboolean
is_doubtful (MukanaDay day,
             int       minute)
{
  return minute >= 180 && minute < 240 &&
         mukana_day_minute_us (day + 1, 0) - mukana_day_minute_us (day, 0) != DAY_US;
}

static struct icaltimetype
make_date (MukanaDay day)
{
  struct icaltimetype date = icaltime_null_time ();

  date.is_date = TRUE;
  mukana_day_split (day, &date.year, &date.month, &date.day);
  return date;
}

static void
add_moment (icalcomponent *event,
            icalproperty  *property,
            gboolean       is_local)
{
  if (is_local)
    icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
  icalcomponent_add_property (event, property);
}

/* Fills @moment. Returns: whether it is local time of the zone */
static gboolean
make_moment (MukanaDay            day,
             int                  minute,
             struct icaltimetype *moment)
{
  if (is_doubtful (day, minute))
    {
      *moment = make_utc (mukana_day_minute_us (day, minute));
      return FALSE;
    }

  *moment = make_date (day + minute / 1440);
  moment->is_date = FALSE;
  moment->hour = minute % 1440 / 60;
  moment->minute = minute % 60;
  return TRUE;
}

static void
add_time (icalcomponent             *component,
          const MukanaCalendarEvent *event)
{
  struct icaltimetype start, end;
  gboolean is_local;

  if (event->end_minute <= event->start_minute)
    {
      icalcomponent_add_property (component, icalproperty_new_dtstart (make_date (event->day)));
      icalcomponent_add_property (component, icalproperty_new_dtend (make_date (event->day + 1)));
      return;
    }

  is_local = make_moment (event->day, event->start_minute, &start);
  add_moment (component, icalproperty_new_dtstart (start), is_local);
  is_local = make_moment (event->day, event->end_minute, &end);
  add_moment (component, icalproperty_new_dtend (end), is_local);
}

void
mukana_calendar_text_add (MukanaCalendarText        *self,
                          const MukanaCalendarEvent *event)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (self->made));
  icalcomponent_add_property (component, icalproperty_new_sequence ((int) event->sequence));
  icalcomponent_add_property (component, icalproperty_new_status (
                                event->is_cancelled ? ICAL_STATUS_CANCELLED
                                                    : ICAL_STATUS_CONFIRMED));
  add_time (component, event);
  icalcomponent_add_property (component, icalproperty_new_summary (event->summary));
  if (event->location != NULL)
    icalcomponent_add_property (component, icalproperty_new_location (event->location));
  if (event->contact != NULL)
    icalcomponent_add_property (component, icalproperty_new_contact (event->contact));
  if (event->description != NULL)
    icalcomponent_add_property (component, icalproperty_new_description (event->description));
  if (event->is_private)
    icalcomponent_add_property (component, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  icalcomponent_add_component (self->calendar, component);
}

/** mukana_calendar_text_finish: Returns: yours; the same bytes for the same events and time */
GBytes *
mukana_calendar_text_finish (MukanaCalendarText *self)
{
  char *text = icalcomponent_as_ical_string_r (self->calendar);

  return g_bytes_new_with_free_func (text, strlen (text), icalmemory_free_buffer, text);
}
