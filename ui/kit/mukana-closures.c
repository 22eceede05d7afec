/* mukana-closures.c: money, days and times as people read them.
 *
 * Days are Finnish and Swedish in form, 3.4.2026, in every language: the
 * register's readers all live with them, and an American date would be misread.
 * Words of months come from the translations, not from the system's locale,
 * which may speak another language than the program does.
 */

#include "ui/kit/mukana-closures.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"

/* From here on nobody counts hours. */
#define DAYS_ARE_ENOUGH 4

/** mukana_format_money: Returns: yours, "45,10 €" */
char *
mukana_format_money (GObject *object,
                     gint64   amount_cents)
{
  g_autofree char *amount = mukana_money_format (amount_cents);

  return g_strconcat (amount, "\u00a0€", NULL);
}

/** mukana_format_day: Returns: yours, "3.4.2026"; "" when unknown */
char *
mukana_format_day (GObject *object,
                   gint64   day)
{
  int year, month, number;

  if (day == MUKANA_DAY_NONE)
    return g_strdup ("");

  mukana_day_split ((MukanaDay) day, &year, &month, &number);
  return g_strdup_printf ("%d.%d.%d", number, month, year);
}

/** mukana_format_short_day: Returns: yours, "3.4."; "" when unknown */
char *
mukana_format_short_day (MukanaDay day)
{
  int year, month, number;

  if (day == MUKANA_DAY_NONE)
    return g_strdup ("");

  mukana_day_split (day, &year, &month, &number);
  /* Translators: day and month as numbers; Swedish has no full stop after the month */
  return g_strdup_printf (_("%1$d.%2$d."), number, month);
}

/** mukana_format_weekday_name: Returns: borrowed, "to"; "" when the day is unknown */
const char *
mukana_format_weekday_name (MukanaDay day)
{
  static const char * const names[] = {
    NC_("short weekday", "Mon"), NC_("short weekday", "Tue"), NC_("short weekday", "Wed"),
    NC_("short weekday", "Thu"), NC_("short weekday", "Fri"), NC_("short weekday", "Sat"),
    NC_("short weekday", "Sun"),
  };

  if (day == MUKANA_DAY_NONE)
    return "";

  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday", names[mukana_day_weekday (day) - 1]);
}

/** mukana_format_weekday: Returns: yours, "to 3.4."; "" when unknown */
char *
mukana_format_weekday (MukanaDay day)
{
  g_autofree char *number = mukana_format_short_day (day);

  return day == MUKANA_DAY_NONE ? g_strdup ("")
                                : g_strdup_printf ("%s %s", mukana_format_weekday_name (day),
                                                   number);
}

/** mukana_format_month: Returns: yours, "in April"; with the year when it is not that of @today */
char *
mukana_format_month (MukanaDay day,
                     MukanaDay today)
{
  static const char * const names[] = {
    N_("in January"), N_("in February"), N_("in March"), N_("in April"), N_("in May"),
    N_("in June"), N_("in July"), N_("in August"), N_("in September"), N_("in October"),
    N_("in November"), N_("in December"),
  };
  int year, month, number, this_year, this_month;

  if (day == MUKANA_DAY_NONE)
    return g_strdup (_("not yet"));

  mukana_day_split (day, &year, &month, &number);
  mukana_day_split (today, &this_year, &this_month, &number);
  if (year == this_year)
    return g_strdup (_(names[month - 1]));

  return g_strdup_printf ("%s %d", _(names[month - 1]), year);
}

static char *
format_minute (int minute)
{
  return minute % 60 == 0 ? g_strdup_printf ("%d", minute / 60)
                          : g_strdup_printf ("%d.%02d", minute / 60, minute % 60);
}

/** mukana_format_clock: Returns: yours, "8.05", always with its minutes */
char *
mukana_format_clock (int minute)
{
  return g_strdup_printf (C_("time of day", "%1$d:%2$02d"), minute / 60, minute % 60);
}

/** mukana_format_minutes: Returns: yours, "12–16" or "12.30–15" */
char *
mukana_format_minutes (int start_minute,
                       int end_minute)
{
  g_autofree char *start = format_minute (start_minute);
  g_autofree char *end = format_minute (end_minute);

  return g_strdup_printf ("%s\u2013%s", start, end);
}

/** mukana_format_span: Returns: yours, "5 days", "1 h 14 min", "9 min": never more than it is */
char *
mukana_format_span (gint64 us)
{
  gint64 minutes = us / G_TIME_SPAN_MINUTE, hours = minutes / 60;
  int days = (int) (hours / 24);

  if (days >= DAYS_ARE_ENOUGH)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days),
                            days);
  if (hours == 0)
    return g_strdup_printf (_("%d min"), (int) minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (_("%d h"), (int) hours);

  /* Translators: how long: "1 h 14 min" */
  return g_strdup_printf (_("%1$d h %2$d min"), (int) hours, (int) (minutes % 60));
}

/**
 * mukana_format_time_left:
 *
 * What is over since less than a minute is late too.
 *
 * Returns: yours, "1 h 14 min left", "9 min late"
 */
char *
mukana_format_time_left (gint64 due_us,
                         gint64 now_us)
{
  gint64 left = due_us - now_us;
  g_autofree char *span = mukana_format_span (left >= 0 ? left : MAX (-left, G_TIME_SPAN_MINUTE));

  /* Translators: how long: "1 h 14 min left", "9 min late", "5 days late" */
  return g_strdup_printf (left >= 0 ? _("%s left") : _("%s late"), span);
}

/** mukana_format_days_left: Returns: yours, "2 days left", "today", "3 days late" */
char *
mukana_format_days_left (MukanaDay day,
                         MukanaDay today)
{
  int left = day - today;

  if (left == 0)
    return g_strdup (_("today"));
  if (left > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left",
                                         (gulong) left), left);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late",
                                       (gulong) -left), -left);
}
