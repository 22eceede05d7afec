/* mukana-day-words.c: days and months by name, in the language of the program.
 *
 * The system's own formats are not asked: they follow the locale of the session,
 * which need not be the language that the rest of the window speaks.
 */

#include "ui/kit/mukana-day-words.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-week-scene.h"

/* In Finnish the month of a date is in the partitive. */
static const char *const months_in_dates[] =
{
  NC_("month in a date", "January"), NC_("month in a date", "February"),
  NC_("month in a date", "March"), NC_("month in a date", "April"),
  NC_("month in a date", "May"), NC_("month in a date", "June"),
  NC_("month in a date", "July"), NC_("month in a date", "August"),
  NC_("month in a date", "September"), NC_("month in a date", "October"),
  NC_("month in a date", "November"), NC_("month in a date", "December"),
};

static const char *const short_months[] =
{
  NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"),
  NC_("short month", "Apr"), NC_("short month", "May"), NC_("short month", "Jun"),
  NC_("short month", "Jul"), NC_("short month", "Aug"), NC_("short month", "Sep"),
  NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

/* Weekdays are written small in Finnish and Swedish, but not where a heading begins. */
static char *
begin_with_capital (const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (text, g_utf8_next_char (words));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** mukana_day_words_heading: Returns: yours, "Monday 23 November" */
char *
mukana_day_words_heading (MukanaDay day)
{
  g_autofree char *words = NULL;
  int year, month, day_of_month;

  mukana_day_split (day, &year, &month, &day_of_month);
  /* Translators: a weekday, the day of the month and the month's name: "Monday 23 November" */
  words = g_strdup_printf (_("%1$s %2$d %3$s"),
                           mukana_week_day_name (mukana_day_weekday (day) - 1), day_of_month,
                           g_dpgettext2 (GETTEXT_PACKAGE, "month in a date",
                                         months_in_dates[month - 1]));
  return begin_with_capital (words);
}

/** mukana_day_words_month: @month: 1 is January.  Returns: borrowed, translated and short */
const char *
mukana_day_words_month (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", short_months[month - 1]);
}
