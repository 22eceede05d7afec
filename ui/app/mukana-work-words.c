/* mukana-work-words.c: requests, proposals and assignments in the words of a list.
 *
 * Times, hours and states as every page that shows work says them.  Knows no
 * widget but the pill, and no page.
 */

#include "ui/app/mukana-work-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-week-scene.h"

/** mukana_work_day: Returns: yours, "Thu 10.12.2026"; "" for none */
char *
mukana_work_day (MukanaDay day)
{
  int year, month, day_of_month;

  if (day == MUKANA_DAY_NONE)
    return g_strdup ("");

  mukana_day_split (day, &year, &month, &day_of_month);
  /* Translators: weekday, day, month and year as numbers: "Thu 10.12.2026" */
  return g_strdup_printf (_("%1$s %2$d.%3$d.%4$d"),
                          mukana_week_day_short_name (mukana_day_weekday (day) - 1), day_of_month,
                          month, year);
}

/** mukana_work_when: Returns: yours, "Thu 10.12.2026 12–16"; the day alone if at any time of it */
char *
mukana_work_when (MukanaDay day,
                  gint64    start_minute,
                  gint64    end_minute)
{
  g_autofree char *name = mukana_work_day (day);
  g_autofree char *start = NULL, *end = NULL;

  if (day == MUKANA_DAY_NONE || end_minute <= start_minute || end_minute - start_minute >= 24 * 60)
    return g_steal_pointer (&name);

  start = mukana_week_minute_text ((int) start_minute);
  end = mukana_week_minute_text ((int) end_minute);
  /* Translators: a day, when it begins and when it ends: "Thu 10.12.2026 12–16" */
  return g_strdup_printf (_("%1$s %2$s–%3$s"), name, start, end);
}

/** mukana_work_times: @times: of MukanaRequestTime.  Returns: yours, the first and how many more;
 * of alternatives one is held, of a series all */
char *
mukana_work_times (GPtrArray *times)
{
  g_autofree char *first = NULL;
  MukanaRequestTime *time;
  guint n_more;

  if (times->len == 0)
    return g_strdup (_("no time yet"));

  time = g_ptr_array_index (times, 0);
  first = mukana_work_when (time->day, time->start_minute, time->end_minute);
  if ((n_more = times->len - 1) == 0)
    return g_steal_pointer (&first);

  if (time->is_alternative)
    /* Translators: the first time that a request can be held, and how many others there are */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s or %u other time",
                                         "%s or %u other times", n_more), first, n_more);

  /* Translators: the first time of a request, and how many more there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more time",
                                       "%s and %u more times", n_more), first, n_more);
}

/** mukana_work_hours: Returns: yours, "3 h" or "3 h 30 min" */
char *
mukana_work_hours (gint64 minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf (_("%d h"), (int) (minutes / 60));

  return g_strdup_printf (_("%1$d h %2$d min"), (int) (minutes / 60), (int) (minutes % 60));
}

/**
 * mukana_work_parse_hours:
 * @text: "3", "3,5", "3.5" or "3:30"
 *
 * Returns: minutes, or -1 when it is none of these
 */
gint64
mukana_work_parse_hours (const char *text)
{
  g_autofree char *tidy = g_strdelimit (g_strstrip (g_strdup (text ? text : "")), ",", '.');
  const char *colon = strchr (tidy, ':');
  char *end;
  double hours;

  if (!g_ascii_isdigit (tidy[0]))
    return -1;

  if (colon != NULL)
    {
      gint64 whole = g_ascii_strtoll (tidy, &end, 10);
      gint64 minutes = g_ascii_isdigit (colon[1]) ? g_ascii_strtoll (colon + 1, NULL, 10) : 60;

      return end == colon && strlen (colon + 1) <= 2 && minutes < 60 && whole <= 1000
             ? whole * 60 + minutes : -1;
    }

  hours = g_ascii_strtod (tidy, &end);
  return *end == '\0' && hours <= 1000 ? llround (hours * 60) : -1;
}

/**
 * mukana_work_reason:
 * @code: (nullable): of @codes, a list of reasons
 * @words: (nullable): what it was, in words
 *
 * Returns: (nullable): yours, "Another reason: the room is mended"; NULL where nothing is told
 */
char *
mukana_work_reason (const char * const *codes,
                    const char         *code,
                    const char         *words)
{
  if (code == NULL || words == NULL)
    return code != NULL ? g_strdup (mukana_code_label (codes, code)) : g_strdup (words);

  /* Translators: a reason from a list, and what it was in words */
  return g_strdup_printf (_("%1$s: %2$s"), mukana_code_label (codes, code), words);
}

/** mukana_work_notice: Returns: yours, "26 hours of notice", in days where hours say little */
char *
mukana_work_notice (gint64 hours)
{
  int n = (int) MAX (hours, 0), days = n / 24;

  return n < 72 ? g_strdup_printf (ngettext ("%d hour of notice", "%d hours of notice",
                                             (gulong) n), n)
                : g_strdup_printf (ngettext ("%d day of notice", "%d days of notice",
                                             (gulong) days), days);
}

/** mukana_work_ago: Returns: yours, "today", "12 days ago", "7 months ago", "2 years ago" */
char *
mukana_work_ago (int n_days)
{
  gulong months = (gulong) MAX (n_days, 0) * 12 / 365;
  gulong years = (gulong) MAX (n_days, 0) / 365;

  if (n_days <= 0)
    return g_strdup (_("today"));
  if (n_days < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago",
                                         (gulong) n_days), n_days);
  if (years < 2)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu month ago", "%lu months ago",
                                         months), months);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu year ago", "%lu years ago", years),
                          years);
}

/** mukana_work_days_left: Returns: yours, "17 days left", "today", or how late it is */
char *
mukana_work_days_left (MukanaDay day,
                       MukanaDay today)
{
  gulong n = (gulong) ABS (day - today);

  if (day == today)
    return g_strdup (_("today"));
  if (day < today)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day over", "%lu days over", n), n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day left", "%lu days left", n), n);
}

/** mukana_work_people: Returns: yours, "2 people + 1 in reserve" */
char *
mukana_work_people (gint64 people,
                    gint64 reserve)
{
  g_autofree char *first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person", "%d people",
                                                         (gulong) people), (int) people);

  if (reserve == 0)
    return g_steal_pointer (&first);

  /* Translators: how many are needed and how many in reserve: "2 people + 1 in reserve" */
  return g_strdup_printf (_("%1$s + %2$d in reserve"), first, (int) reserve);
}

/** mukana_work_found: Returns: yours, "4 of 4 + 1": how many are found of how many needed, and how
 * many have said yes to the reserve */
char *
mukana_work_found (gint64 n_found,
                   gint64 n_needed,
                   gint64 n_in_reserve)
{
  if (n_in_reserve > 0)
    /* Translators: how many are found, how many needed, how many in reserve */
    return g_strdup_printf (_("%1$d of %2$d + %3$d"), (int) n_found, (int) n_needed,
                            (int) n_in_reserve);

  /* Translators: how many people have been found of how many needed */
  return g_strdup_printf (_("%1$d of %2$d"), (int) n_found, (int) n_needed);
}

/** mukana_work_place: Returns: yours, "Sotkamo, on site" */
char *
mukana_work_place (MukanaLexicon *words,
                   const char    *mode,
                   const char    *municipality_code)
{
  const char *how = mukana_code_label (mukana_request_modes, mode);

  if (municipality_code == NULL || g_strcmp0 (mode, "remote") == 0 ||
      g_strcmp0 (mode, "period") == 0)
    return g_strdup (how);

  /* Translators: municipality, and on site or remote */
  return g_strdup_printf (_("%1$s · %2$s"),
                          mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY,
                                                municipality_code),
                          how);
}

/* Shows @state of @codes with the kind that stands at its place in @kinds. */
static void
show_state (MukanaPill           *pill,
            const char * const   *codes,
            const MukanaPillKind *kinds,
            const char           *state)
{
  int index = mukana_code_index (codes, state);

  mukana_pill_set (pill, index < 0 ? MUKANA_PILL_NEUTRAL : kinds[index],
                   mukana_code_label (codes, state));
}

void
mukana_work_show_request (MukanaPill *pill,
                          const char *state)
{
  static const MukanaPillKind kinds[] = {
    MUKANA_PILL_NEUTRAL, MUKANA_PILL_INFO, MUKANA_PILL_INFO, MUKANA_PILL_OK, MUKANA_PILL_OK,
    MUKANA_PILL_WAITING, MUKANA_PILL_OK, MUKANA_PILL_ROLE, MUKANA_PILL_BAD,
  };

  show_state (pill, mukana_request_states, kinds, state);
}

void
mukana_work_show_proposal (MukanaPill *pill,
                           const char *state)
{
  static const MukanaPillKind kinds[] = {
    MUKANA_PILL_INFO, MUKANA_PILL_OK, MUKANA_PILL_BAD, MUKANA_PILL_NEUTRAL, MUKANA_PILL_BAD,
    MUKANA_PILL_BAD,
  };

  show_state (pill, mukana_proposal_states, kinds, state);
}

/** mukana_work_show_assignment: how it went once that is recorded; until then how it stands, and
 * from its @day on that this waits to be recorded: the same wherever the assignment is shown */
void
mukana_work_show_assignment (MukanaPill *pill,
                             const char *state,
                             const char *attendance,
                             MukanaDay   day,
                             MukanaDay   today)
{
  static const MukanaPillKind states[] = { MUKANA_PILL_INFO, MUKANA_PILL_OK, MUKANA_PILL_BAD };
  static const MukanaPillKind attendances[] = {
    MUKANA_PILL_OK, MUKANA_PILL_OK, MUKANA_PILL_BAD, MUKANA_PILL_BAD, MUKANA_PILL_BAD,
  };

  if (attendance != NULL)
    show_state (pill, mukana_attendances, attendances, attendance);
  else if (g_str_equal (state, "agreed") && day <= today)
    mukana_pill_set (pill, MUKANA_PILL_WARN, _("To record"));
  else
    show_state (pill, mukana_assignment_states, states, state);
}
