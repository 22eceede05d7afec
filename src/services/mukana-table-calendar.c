/* mukana-table-calendar.c: when somebody's calendar says that they are busy.
 *
 * Of a calendar file only times are kept, and of what the calendar calls an entry a digest, so
 * that a later file can replace it.  What an entry is about, where and with whom does not
 * leave this file, and so not the helper process either.
 *
 * A file of strangers can ask for endless work: rules that repeat every second, a thousand
 * million times, or never.  What is repeated is counted, and what repeats more often than daily
 * is no appointment.  Zones are read from the file alone: those of the system are files, which
 * the helper may not open.  Times without a zone, and all that name Finland's, are Finland's.
 */

#include "services/mukana-table-private.h"

#include <libical/ical.h>
#include <string.h>

#include "domain/mukana-availability.h"

#define MAX_BYTES (10 << 20)
#define MAX_ENTRIES 20000
#define MAX_TIMES 5000
#define MAX_REPEATS 20000          /* of one entry, counted from its beginning */
#define MAX_ZONE_PARTS 400
#define SECONDS_A_DAY 86400
#define DIGEST_CHARS 32

/* Why an entry brings no times, beside faults of the whole file. */
#define NO_TIMES_CANCELLED "cancelled"
#define NO_TIMES_FREE "free"
#define NO_TIMES_OWN "own"          /* an assignment that this program wrote into the calendar */
#define NO_TIMES_OUTSIDE "outside"  /* before or after the days that are asked for */
#define NO_TIMES_OFTEN "often"
#define NO_TIMES_ZONE "zone"
#define NO_TIMES_BROKEN "broken"

typedef struct
{
  MukanaTable      *table;
  icalcomponent    *calendar;
  gint64            from_us;      /* of the days that are asked for */
  gint64            until_us;
  gboolean          is_cancelled; /* the whole file takes back */
  GHashTable       *moved;        /* "digest instant" of what stands elsewhere by itself */
  GArray           *spans;        /* MukanaBusySpan of the entry at hand */
  guint             n_rows;
  guint             n_times;
  MukanaTableFault  fault;
} Reader;

/* ---- Times ---- */

/* How the times of a property are to be understood. */
typedef struct
{
  gboolean      is_utc;
  gboolean      is_broken;
  icaltimezone *zone;             /* (nullable): of the file; NULL: Finland's */
} Zone;

/* A zone that changes otherwise than yearly, or very often, is none. */
static gboolean
is_sane_zone (icaltimezone *zone)
{
  icalcomponent *all = icaltimezone_get_component (zone);
  int n_parts = 0;

  for (icalcomponent *part = icalcomponent_get_first_component (all, ICAL_ANY_COMPONENT);
       part != NULL; part = icalcomponent_get_next_component (all, ICAL_ANY_COMPONENT))
    {
      icalproperty *rule = icalcomponent_get_first_property (part, ICAL_RRULE_PROPERTY);
      icalproperty *start = icalcomponent_get_first_property (part, ICAL_DTSTART_PROPERTY);

      n_parts += 1 + icalcomponent_count_properties (part, ICAL_RDATE_PROPERTY);
      if (start == NULL || icalproperty_get_dtstart (start).year < 1600 ||
          (rule != NULL && icalproperty_get_rrule (rule).freq != ICAL_YEARLY_RECURRENCE) ||
          icalcomponent_count_properties (part, ICAL_RRULE_PROPERTY) > 1)
        return FALSE;
    }

  return n_parts > 0 && n_parts <= MAX_ZONE_PARTS;
}

static Zone
zone_of (Reader       *self,
         icalproperty *property,
         gboolean      is_utc)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  const char *name = parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;
  Zone zone = { is_utc, FALSE, NULL };

  if (is_utc || name == NULL || strstr (name, "Helsinki") != NULL ||
      strstr (name, "Mariehamn") != NULL || strstr (name, "FLE Standard") != NULL)
    return zone;
  if (g_str_equal (name, "UTC") || g_str_equal (name, "Etc/UTC") || g_str_equal (name, "GMT"))
    return (Zone) { TRUE, FALSE, NULL };

  zone.zone = icalcomponent_get_timezone (self->calendar, name);
  zone.is_broken = zone.zone == NULL || !is_sane_zone (zone.zone);
  return zone;
}

/* Returns: the instant, microseconds since 1970 UTC; G_MININT64 when there is no such day */
static gint64
instant_of (struct icaltimetype  time,
            const Zone          *zone)
{
  MukanaDay day = mukana_day_new (time.year, time.month, time.day);

  if (day == MUKANA_DAY_NONE || time.hour < 0 || time.hour > 24 || time.minute < 0 ||
      time.minute > 59 || time.second < 0 || time.second > 60)
    return G_MININT64;
  if (time.is_date)
    return mukana_day_minute_us (day, 0);
  if (zone->is_utc)
    return ((gint64) day * SECONDS_A_DAY + time.hour * 3600 + time.minute * 60 + time.second) *
           G_USEC_PER_SEC;
  if (zone->zone != NULL)
    return (gint64) icaltime_as_timet_with_zone (time, zone->zone) * G_USEC_PER_SEC;

  return mukana_day_minute_us (day, time.hour * 60 + time.minute) + time.second * G_USEC_PER_SEC;
}

static gint64
duration_us (struct icaldurationtype duration)
{
  return (gint64) icaldurationtype_as_int (duration) * G_USEC_PER_SEC;
}

/* ---- Rows ---- */

static void
add_cell (Reader     *self,
          const char *text)
{
  if (self->fault == MUKANA_TABLE_FAULT_NONE)
    mukana_table_add_cell (self->table, text, strlen (text), &self->fault);
}

static void
end_row (Reader *self)
{
  if (self->fault == MUKANA_TABLE_FAULT_NONE)
    mukana_table_end_row (self->table, ++self->n_rows, MUKANA_TABLE_MAX_SHEET_ROWS, &self->fault);
}

/* A row is a digest and why there are no times, or a digest and one time. */
static void
add_no_times (Reader     *self,
              const char *digest,
              const char *why)
{
  add_cell (self, digest);
  add_cell (self, why);
  end_row (self);
}

static void
add_spans (Reader     *self,
           const char *digest)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      MukanaBusySpan *span = &g_array_index (self->spans, MukanaBusySpan, i);
      g_autofree char *day = mukana_day_to_iso (span->day);
      g_autofree char *start = g_strdup_printf ("%d", span->start_minute);
      g_autofree char *end = g_strdup_printf ("%d", span->end_minute);

      if (++self->n_times > MAX_TIMES)
        self->fault = MUKANA_TABLE_FAULT_TOO_MANY_TIMES;
      add_cell (self, digest);
      add_cell (self, day);
      add_cell (self, start);
      add_cell (self, end);
      end_row (self);
    }

  if (self->spans->len == 0)
    add_no_times (self, digest, NO_TIMES_OUTSIDE);
}

/* What of it is in the days that are asked for. */
static void
take_time (Reader *self,
           gint64  start_us,
           gint64  end_us)
{
  start_us = MAX (start_us, self->from_us);
  end_us = MIN (end_us, self->until_us);
  if (start_us < end_us && self->spans->len <= MAX_TIMES)
    mukana_busy_spans_add (self->spans, start_us, end_us);
}

/* ---- Entries ---- */

/* An entry and where it begins. */
typedef struct
{
  icalcomponent       *component;
  char                *digest;
  struct icaltimetype  start;
  Zone                 zone;
  gint64               start_us;
  gint64               length_us;   /* of a timed one */
  int                  n_days;      /* of one of whole days */
  GHashTable          *excluded;    /* instants, gint64 */
} Entry;

static void
clear_entry (Entry *entry)
{
  g_free (entry->digest);
  g_clear_pointer (&entry->excluded, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, clear_entry)

/* Without a name of its own an entry is known by when it is. */
static char *
digest_of (icalcomponent *component)
{
  const char *uid = icalcomponent_get_uid (component);
  g_autofree char *start = icaltime_as_ical_string_r (icalcomponent_get_dtstart (component));
  g_autofree char *name = g_strconcat ("mukana busy time ",
                                       uid != NULL && *uid != '\0' ? uid : start, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strndup (digest, DIGEST_CHARS);
}

static const char *
why_not_busy (Reader        *self,
              icalcomponent *component)
{
  icalproperty *status = icalcomponent_get_first_property (component, ICAL_STATUS_PROPERTY);
  icalproperty *transparency = icalcomponent_get_first_property (component, ICAL_TRANSP_PROPERTY);
  const char *uid = icalcomponent_get_uid (component);

  if (self->is_cancelled ||
      (status != NULL && icalproperty_get_status (status) == ICAL_STATUS_CANCELLED))
    return NO_TIMES_CANCELLED;
  if (transparency != NULL &&
      (icalproperty_get_transp (transparency) == ICAL_TRANSP_TRANSPARENT ||
       icalproperty_get_transp (transparency) == ICAL_TRANSP_TRANSPARENTNOCONFLICT))
    return NO_TIMES_FREE;

  return uid != NULL && g_str_has_suffix (uid, "@mukana") ? NO_TIMES_OWN : NULL;
}

/* Fills in how long it takes. Returns: why not, or NULL */
static const char *
read_length (Reader *self,
             Entry  *entry)
{
  icalproperty *end = icalcomponent_get_first_property (entry->component, ICAL_DTEND_PROPERTY);
  icalproperty *length = icalcomponent_get_first_property (entry->component,
                                                           ICAL_DURATION_PROPERTY);
  struct icaltimetype time;
  gint64 end_us;
  Zone zone;

  entry->n_days = 1;
  if (length != NULL)
    entry->length_us = duration_us (icalproperty_get_duration (length));
  if (length != NULL && entry->start.is_date)
    entry->n_days = (int) MIN (entry->length_us / G_USEC_PER_SEC / SECONDS_A_DAY, MAX_REPEATS);
  if (end == NULL)
    return entry->length_us < 0 ? NO_TIMES_BROKEN : NULL;

  time = icalproperty_get_dtend (end);
  zone = zone_of (self, end, icaltime_is_utc (time));
  if (zone.is_broken)
    return NO_TIMES_ZONE;
  end_us = instant_of (time, &zone);
  if (end_us == G_MININT64 || end_us < entry->start_us)
    return NO_TIMES_BROKEN;

  entry->length_us = end_us - entry->start_us;
  entry->n_days = mukana_day_new (time.year, time.month, time.day) -
                  mukana_day_new (entry->start.year, entry->start.month, entry->start.day);
  return NULL;
}

/* Returns: why it cannot be read, or NULL */
static const char *
read_entry (Reader *self,
            Entry  *entry)
{
  icalproperty *start = icalcomponent_get_first_property (entry->component,
                                                          ICAL_DTSTART_PROPERTY);

  if (start == NULL)
    return NO_TIMES_BROKEN;

  entry->start = icalproperty_get_dtstart (start);
  entry->zone = zone_of (self, start, icaltime_is_utc (entry->start));
  if (entry->zone.is_broken)
    return NO_TIMES_ZONE;
  entry->start_us = instant_of (entry->start, &entry->zone);
  return entry->start_us == G_MININT64 ? NO_TIMES_BROKEN : read_length (self, entry);
}

/* Takes one time of @entry, unless it was taken out or stands elsewhere by itself. */
static void
take_occurrence (Reader              *self,
                 Entry               *entry,
                 struct icaltimetype  time)
{
  gint64 start_us = instant_of (time, &entry->zone);
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, entry->digest, start_us);
  MukanaDay day = mukana_day_new (time.year, time.month, time.day);

  if (start_us == G_MININT64 || g_hash_table_contains (self->moved, key) ||
      g_hash_table_contains (entry->excluded, &start_us))
    return;

  /* A day is a day, also when it has 23 hours. */
  take_time (self, start_us, time.is_date ? mukana_day_minute_us (day + entry->n_days, 0)
                                          : start_us + entry->length_us);
}

static void
read_exclusions (Reader *self,
                 Entry  *entry)
{
  entry->excluded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (icalproperty *out = icalcomponent_get_first_property (entry->component,
                                                             ICAL_EXDATE_PROPERTY);
       out != NULL;
       out = icalcomponent_get_next_property (entry->component, ICAL_EXDATE_PROPERTY))
    {
      struct icaltimetype time = icalproperty_get_exdate (out);
      Zone zone = zone_of (self, out, icaltime_is_utc (time));
      gint64 instant;

      /* A day takes out what begins on it, at the hour of the entry. */
      if (time.is_date && !entry->start.is_date)
        {
          time.is_date = FALSE;
          time.hour = entry->start.hour;
          time.minute = entry->start.minute;
          time.second = entry->start.second;
          zone = entry->zone;
        }
      instant = instant_of (time, &zone);
      if (!zone.is_broken)
        g_hash_table_add (entry->excluded, g_memdup2 (&instant, sizeof instant));
    }
}

static void
take_dates (Reader *self,
            Entry  *entry)
{
  for (icalproperty *more = icalcomponent_get_first_property (entry->component,
                                                              ICAL_RDATE_PROPERTY);
       more != NULL;
       more = icalcomponent_get_next_property (entry->component, ICAL_RDATE_PROPERTY))
    {
      struct icaldatetimeperiodtype date = icalproperty_get_rdate (more);

      /* A period brings a length of its own, which hardly any calendar writes; its beginning
       * is taken with the length of the entry. */
      take_occurrence (self, entry, icaltime_is_null_time (date.time) ? date.period.start
                                                                      : date.time);
    }
}

/* Where to begin, when nothing need be counted. */
static void
skip_past (Reader             *self,
           Entry              *entry,
           icalrecur_iterator *iterator,
           int                 count)
{
  gint64 from_us = self->from_us - entry->length_us - (gint64) (entry->n_days + 2) *
                   SECONDS_A_DAY * G_USEC_PER_SEC;
  struct icaltimetype from = entry->start;
  MukanaDay day = mukana_day_from_us (from_us);

  if (count > 0 || from_us <= entry->start_us)
    return;

  mukana_day_split (day, &from.year, &from.month, &from.day);
  icalrecur_iterator_set_start (iterator, from);
}

/* Returns: why not, or NULL */
static const char *
take_repeats (Reader                    *self,
              Entry                     *entry,
              struct icalrecurrencetype  rule)
{
  gint64 last_us = self->until_us;
  icalrecur_iterator *iterator;
  struct icaltimetype time;
  guint n = 0;

  if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE ||
      rule.rscale != NULL)
    return NO_TIMES_OFTEN;

  /* Its end may be an instant where its times are not: compared here, and not there. */
  if (!icaltime_is_null_time (rule.until) && !rule.until.is_date)
    {
      Zone zone = entry->zone;

      zone.is_utc = zone.is_utc || icaltime_is_utc (rule.until);
      last_us = MIN (last_us, instant_of (rule.until, &zone));
      rule.until = icaltime_null_time ();
    }

  entry->start.zone = NULL;
  if ((iterator = icalrecur_iterator_new (rule, entry->start)) == NULL)
    return NO_TIMES_BROKEN;

  skip_past (self, entry, iterator, rule.count);
  while (n++ < MAX_REPEATS && self->spans->len <= MAX_TIMES &&
         !icaltime_is_null_time (time = icalrecur_iterator_next (iterator)))
    {
      if (instant_of (time, &entry->zone) > last_us)
        break;
      take_occurrence (self, entry, time);
    }

  icalrecur_iterator_free (iterator);
  return n > MAX_REPEATS ? NO_TIMES_OFTEN : NULL;
}

static void
read_event (Reader        *self,
            icalcomponent *component)
{
  g_auto (Entry) entry = { .component = component, .digest = digest_of (component) };
  const char *why_not = why_not_busy (self, component);
  icalproperty *rule = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY);
  gboolean is_moved = icalcomponent_get_first_property (component,
                                                        ICAL_RECURRENCEID_PROPERTY) != NULL;

  g_array_set_size (self->spans, 0);
  if (why_not == NULL)
    why_not = read_entry (self, &entry);
  if (why_not == NULL)
    {
      read_exclusions (self, &entry);
      if (is_moved)   /* it is the one that stands elsewhere: nothing takes its place */
        take_time (self, entry.start_us, entry.start.is_date
                   ? mukana_day_minute_us (mukana_day_from_us (entry.start_us) + entry.n_days, 0)
                   : entry.start_us + entry.length_us);
      else if (rule != NULL)
        why_not = take_repeats (self, &entry, icalproperty_get_rrule (rule));
      else
        take_occurrence (self, &entry, entry.start);
      if (!is_moved)
        take_dates (self, &entry);
    }

  if (why_not != NULL)
    add_no_times (self, entry.digest, why_not);
  else
    add_spans (self, entry.digest);
}

/* Times that a calendar gives out as taken, without any entry. */
static void
read_free_busy (Reader        *self,
                icalcomponent *component)
{
  g_autofree char *digest = digest_of (component);

  g_array_set_size (self->spans, 0);
  for (icalproperty *one = icalcomponent_get_first_property (component, ICAL_FREEBUSY_PROPERTY);
       one != NULL;
       one = icalcomponent_get_next_property (component, ICAL_FREEBUSY_PROPERTY))
    {
      icalparameter *kind = icalproperty_get_first_parameter (one, ICAL_FBTYPE_PARAMETER);
      struct icalperiodtype period = icalproperty_get_freebusy (one);
      Zone zone = { TRUE, FALSE, NULL };
      gint64 start_us = instant_of (period.start, &zone);
      gint64 end_us = icaltime_is_null_time (period.end)
                        ? start_us + duration_us (period.duration)
                        : instant_of (period.end, &zone);

      if (start_us != G_MININT64 &&
          (kind == NULL || icalparameter_get_fbtype (kind) != ICAL_FBTYPE_FREE))
        take_time (self, start_us, end_us);
    }

  add_spans (self, digest);
}

/* What of a series was moved or cancelled by itself. */
static void
find_moved (Reader        *self,
            icalcomponent *component)
{
  icalproperty *which = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  g_autofree char *digest = NULL;
  struct icaltimetype time;
  Zone zone;

  if (which == NULL)
    return;

  digest = digest_of (component);
  time = icalproperty_get_recurrenceid (which);
  zone = zone_of (self, which, icaltime_is_utc (time));
  if (!zone.is_broken)
    g_hash_table_add (self->moved, g_strdup_printf ("%s %" G_GINT64_FORMAT, digest,
                                                    instant_of (time, &zone)));
}

static void
read_calendar (Reader *self)
{
  guint n = 0;

  self->is_cancelled = icalcomponent_get_method (self->calendar) == ICAL_METHOD_CANCEL;
  for (icalcomponent *one = icalcomponent_get_first_component (self->calendar,
                                                               ICAL_VEVENT_COMPONENT);
       one != NULL;
       one = icalcomponent_get_next_component (self->calendar, ICAL_VEVENT_COMPONENT))
    {
      find_moved (self, one);
      if (++n > MAX_ENTRIES)
        self->fault = MUKANA_TABLE_FAULT_TOO_MANY_TIMES;
    }

  for (icalcompiter all = icalcomponent_begin_component (self->calendar, ICAL_ANY_COMPONENT);
       icalcompiter_deref (&all) != NULL && self->fault == MUKANA_TABLE_FAULT_NONE;
       icalcompiter_next (&all))
    {
      icalcomponent *one = icalcompiter_deref (&all);

      if (icalcomponent_isa (one) == ICAL_VEVENT_COMPONENT)
        read_event (self, one);
      else if (icalcomponent_isa (one) == ICAL_VFREEBUSY_COMPONENT)
        read_free_busy (self, one);
    }
}

/* Returns: (nullable): the calendar in @text; of several, the first */
static icalcomponent *
parse (GBytes            *bytes,
       MukanaTableFault  *fault)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;
  icalcomponent *parsed, *calendar;

  *fault = size > MAX_BYTES ? MUKANA_TABLE_FAULT_TOO_BIG
           : memchr (data, '\0', size) != NULL ? MUKANA_TABLE_FAULT_NUL
           : MUKANA_TABLE_FAULT_NOT_A_CALENDAR;
  if (*fault != MUKANA_TABLE_FAULT_NOT_A_CALENDAR)
    return NULL;

  text = g_strndup (data, size);
  if (g_strstr_len (text, 1000, "BEGIN:VCALENDAR") == NULL ||
      (parsed = icalparser_parse_string (text)) == NULL)
    return NULL;
  if (icalcomponent_isa (parsed) == ICAL_VCALENDAR_COMPONENT)
    return parsed;

  calendar = icalcomponent_get_first_component (parsed, ICAL_VCALENDAR_COMPONENT);
  if (calendar != NULL)
    icalcomponent_remove_component (parsed, calendar);
  icalcomponent_free (parsed);
  return calendar;
}

/**
 * mukana_table_parse_calendar:
 * @days: of which times are wanted
 *
 * Reads a calendar file (RFC 5545) as rows of a digest, a day, and two minutes of what the
 * clock shows in Helsinki; or of a digest and why there are no times.  Parses in this process:
 * for files of strangers there is mukana_table_read_calendar().
 *
 * Errors: %MUKANA_ERROR_INVALID; mukana_table_fault_of_error() says why.
 * Returns: yours, or NULL with @error set
 */
MukanaTable *
mukana_table_parse_calendar (GBytes          *bytes,
                             MukanaDayRange   days,
                             GError         **error)
{
  Reader self = { .from_us = mukana_day_minute_us (days.from, 0),
                  .until_us = mukana_day_minute_us (days.until, 0) };

  icalerror_set_errors_are_fatal (FALSE);
  if ((self.calendar = parse (bytes, &self.fault)) == NULL)
    {
      mukana_table_set_fault (error, self.fault);
      return NULL;
    }

  self.fault = MUKANA_TABLE_FAULT_NONE;
  self.table = mukana_table_new ();
  g_ptr_array_add (self.table->sheets, g_strdup (""));
  self.moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.spans = g_array_new (FALSE, FALSE, sizeof (MukanaBusySpan));
  read_calendar (&self);
  g_array_unref (self.spans);
  g_hash_table_unref (self.moved);
  icalcomponent_free (self.calendar);

  if (self.fault == MUKANA_TABLE_FAULT_NONE)
    return self.table;

  mukana_table_set_fault (error, self.fault);
  mukana_table_unref (self.table);
  return NULL;
}
