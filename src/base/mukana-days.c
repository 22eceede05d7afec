/* mukana-days.c: calendar days, ranges of days, and minutes of a day.
 *
 * A day knows no time zone.  Where an instant becomes a day, the zone is
 * Europe/Helsinki: consents, absences and retention are counted in the civil
 * days of the people they concern, wherever the program runs.
 */

#include "base/mukana-days.h"

#include <string.h>

static const int EPOCH_JULIAN = 719163;   /* g_date_get_julian() of 1970-01-01 */

/* In the place of quarters of an hour: the clocks are changed on that day. */
enum { CHANGES = 127 };

static GTimeZone *
peek_helsinki (void)
{
  static GTimeZone *zone;

  if (g_once_init_enter (&zone))
    {
      GTimeZone *found = g_time_zone_new_identifier ("Europe/Helsinki");

      g_once_init_leave (&zone, found ? found : g_time_zone_new_utc ());
    }

  return zone;
}

/**
 * mukana_day_new:
 * @year: 1800 to 2999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %MUKANA_DAY_NONE when there is no such day
 */
MukanaDay
mukana_day_new (int year,
                int month,
                int day)
{
  int year_from_march, from_march;

  if (year < 1800 || year > 2999 || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month (month, year))
    return MUKANA_DAY_NONE;

  /* From March on, so that the day of a leap year comes last. */
  year_from_march = year - (month <= 2);
  from_march = month > 2 ? month - 3 : month + 9;
  return year_from_march * 365 + year_from_march / 4 - year_from_march / 100 +
         year_from_march / 400 + (153 * from_march + 2) / 5 + day - 1 - 719468;
}

static GDate
to_date (MukanaDay self)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (self + EPOCH_JULIAN));
  return date;
}

/** mukana_day_split: the year, month (1 to 12) and day of a day that is not NONE */
void
mukana_day_split (MukanaDay  self,
                  int       *year,
                  int       *month,
                  int       *day)
{
  /* Counted from March of the year 0, so that the day of a leap year comes last; GDate
   * counts year by year, which is a large part of matching.  A cycle is 400 years. */
  gint64 since = (gint64) self + 719468;
  gint64 cycle = (since >= 0 ? since : since - 146096) / 146097;
  int of_cycle = (int) (since - cycle * 146097);
  int year_of_cycle = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / 146096) / 365;
  int of_year = of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  int from_march = (5 * of_year + 2) / 153;

  *day = of_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = year_of_cycle + (int) cycle * 400 + (*month <= 2);
}

/** mukana_day_from_us: Returns: the civil day in Europe/Helsinki of an instant */
MukanaDay
mukana_day_from_us (gint64 time_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, peek_helsinki ());
  int year, month, day;

  g_date_time_get_ymd (local, &year, &month, &day);
  return mukana_day_new (year, month, day);
}

/* What mukana_day_minute_us() says, asked of the time zone. */
static gint64
ask_zone (MukanaDay self,
          int       minute)
{
  g_autoptr (GDateTime) local = NULL;
  int year, month, day;

  mukana_day_split (self + minute / 1440, &year, &month, &day);
  local = g_date_time_new (peek_helsinki (), year, month, day,
                           minute % 1440 / 60, minute % 60, 0);
  return g_date_time_to_unix (local) * G_USEC_PER_SEC;
}

/* How far the clock is ahead of UTC on a day without a change of it, in quarters of an
 * hour; CHANGES when there is one.  The zone is asked once a day, because that takes
 * longer than all else that is judged of two times.  Threads that ask at once write
 * the same. */
static int
quarters_ahead (MukanaDay self)
{
  enum { N_DAYS = 1 << 15, UNKNOWN = 0 };
  static gint8 known[N_DAYS];
  int quarters;
  gint64 start_us, end_us;

  if (self < 0 || self >= N_DAYS)
    return CHANGES;
  if ((quarters = __atomic_load_n (&known[self], __ATOMIC_RELAXED)) != UNKNOWN)
    return quarters;

  start_us = ask_zone (self, 0);
  end_us = ask_zone (self + 1, 0);
  quarters = (int) (((gint64) self * G_TIME_SPAN_DAY - start_us) / (15 * G_TIME_SPAN_MINUTE));
  if (end_us - start_us != G_TIME_SPAN_DAY || quarters <= 0 ||
      start_us + quarters * 15 * G_TIME_SPAN_MINUTE != (gint64) self * G_TIME_SPAN_DAY)
    quarters = CHANGES;
  __atomic_store_n (&known[self], (gint8) quarters, __ATOMIC_RELAXED);
  return quarters;
}

/**
 * mukana_day_minute_us:
 * @minute: minutes after midnight, 0 to 1440
 *
 * Returns: the instant of that wall-clock time in Europe/Helsinki, in
 *   microseconds since 1970 UTC; of the hour that is missing in March, its end
 */
gint64
mukana_day_minute_us (MukanaDay self,
                      int       minute)
{
  int quarters = minute < 0 ? CHANGES : quarters_ahead (self + minute / 1440);

  if (quarters == CHANGES)
    return ask_zone (self, minute);

  return (gint64) self * G_TIME_SPAN_DAY + (minute - quarters * 15) * G_TIME_SPAN_MINUTE;
}

/** mukana_day_weekday: Returns: 1 (Monday) to 7 (Sunday) */
int
mukana_day_weekday (MukanaDay self)
{
  /* 1970-01-01 was a Thursday. */
  return ((self + 3) % 7 + 7) % 7 + 1;
}

/** mukana_day_iso_week: Returns: the ISO 8601 week number, 1 to 53 */
int
mukana_day_iso_week (MukanaDay self)
{
  GDate date = to_date (self);

  return (int) g_date_get_iso8601_week_of_year (&date);
}

/** mukana_day_add_months: the same day @n_months later, or the last of that month */
MukanaDay
mukana_day_add_months (MukanaDay self,
                       int       n_months)
{
  GDate date = to_date (self);

  if (n_months >= 0)
    g_date_add_months (&date, (guint) n_months);
  else
    g_date_subtract_months (&date, (guint) -n_months);

  return (MukanaDay) g_date_get_julian (&date) - EPOCH_JULIAN;
}

/** mukana_day_first_of_month: Returns: the first day of the month of @self */
MukanaDay
mukana_day_first_of_month (MukanaDay self)
{
  int year, month, day;

  mukana_day_split (self, &year, &month, &day);
  return self - day + 1;
}

static gboolean
scan_number (const char **text,
             int          max_digits,
             int         *number)
{
  int n = 0;

  for (*number = 0; n < max_digits && g_ascii_isdigit (**text); n++, (*text)++)
    *number = *number * 10 + (**text - '0');

  return n > 0;
}

static gboolean
scan_char (const char **text,
           char         wanted)
{
  if (**text != wanted)
    return FALSE;

  (*text)++;
  return TRUE;
}

/** mukana_day_parse_iso: Returns: the day of "2026-11-23", else %MUKANA_DAY_NONE */
MukanaDay
mukana_day_parse_iso (const char *text)
{
  int year, month, day;

  if (text == NULL || strlen (text) != 10 ||
      !scan_number (&text, 4, &year) || !scan_char (&text, '-') ||
      !scan_number (&text, 2, &month) || !scan_char (&text, '-') ||
      !scan_number (&text, 2, &day) || *text != '\0')
    return MUKANA_DAY_NONE;

  return mukana_day_new (year, month, day);
}

static MukanaDay
parse_finnish (const char *text)
{
  int year, month, day;

  if (!scan_number (&text, 2, &day) || !scan_char (&text, '.') ||
      !scan_number (&text, 2, &month) || !scan_char (&text, '.') ||
      !scan_number (&text, 4, &year) || *text != '\0')
    return MUKANA_DAY_NONE;

  if (year < 100)
    year += year < 70 ? 2000 : 1900;

  return mukana_day_new (year, month, day);
}

/**
 * mukana_day_parse:
 * @text: (nullable): what a person typed
 *
 * Understands ISO (2026-11-23) and the Finnish form with or without leading
 * zeros (3.2.2025, 03.02.25), spaces around it ignored.
 *
 * Returns: the day, or %MUKANA_DAY_NONE
 */
MukanaDay
mukana_day_parse (const char *text)
{
  g_autofree char *bare = text ? g_strstrip (g_strdup (text)) : NULL;
  MukanaDay day;

  if (bare == NULL)
    return MUKANA_DAY_NONE;

  day = mukana_day_parse_iso (bare);
  return day != MUKANA_DAY_NONE ? day : parse_finnish (bare);
}

/** mukana_day_to_iso: Returns: yours, "2026-11-23"; NULL for %MUKANA_DAY_NONE */
char *
mukana_day_to_iso (MukanaDay self)
{
  int year, month, day;

  if (self == MUKANA_DAY_NONE)
    return NULL;

  mukana_day_split (self, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* "klo 9", "kl. 9", "kl 9": what people write before a time. */
static const char *
skip_clock_word (const char *text)
{
  static const char * const words[] = { "klo ", "klo", "kl. ", "kl.", "kl ", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
      return text + strlen (words[i]);

  return text;
}

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;

  return text;
}

/**
 * mukana_minute_parse:
 * @text: (nullable): "8", "8.30", "08:30", "830" or "klo 8.30"
 *
 * "9.5" is none: it may be half past nine, and it may be five past.
 *
 * Returns: minutes after midnight, at most 1440; -1 where it is no time
 */
int
mukana_minute_parse (const char *text)
{
  int hour, minute = 0;
  const char *start;

  if (text == NULL)
    return -1;

  start = text = skip_spaces (skip_clock_word (skip_spaces (text)));
  if (!scan_number (&text, 4, &hour))
    return -1;

  if (text - start > 2)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (*text == ':' || *text == '.')
    {
      start = ++text;
      if (!scan_number (&text, 2, &minute) || text - start != 2)
        return -1;
    }

  if (*skip_spaces (text) != '\0' || minute > 59 || hour * 60 + minute > 1440)
    return -1;

  return hour * 60 + minute;
}

/** mukana_minute_to_iso: Returns: yours, "08:30" */
char *
mukana_minute_to_iso (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

gboolean
mukana_day_range_holds (MukanaDayRange self,
                        MukanaDay      day)
{
  return (self.from == MUKANA_DAY_NONE || self.from <= day) &&
         (self.until == MUKANA_DAY_NONE || day < self.until);
}

gboolean
mukana_day_range_overlaps (MukanaDayRange a,
                           MukanaDayRange b)
{
  return (a.from == MUKANA_DAY_NONE || b.until == MUKANA_DAY_NONE || a.from < b.until) &&
         (b.from == MUKANA_DAY_NONE || a.until == MUKANA_DAY_NONE || b.from < a.until);
}
