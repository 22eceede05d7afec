/* mukana-day-near.c: a day as people write it in speech: without its year it is the nearest one. */

#include "base/mukana-day-near.h"

#include <stdlib.h>

#define MOST_LETTERS 4   /* of a weekday, as it is written before a day */

/* Returns: whether @text is a day and a month: "4.12.", "4.12" */
static gboolean
read_without_year (const char *text,
                   int        *month,
                   int        *day)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*([0-9]{1,2})\\.([0-9]{1,2})\\.?\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *day_text = NULL, *month_text = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;

  day_text = g_match_info_fetch (match, 1);
  month_text = g_match_info_fetch (match, 2);
  *day = atoi (day_text);
  *month = atoi (month_text);
  return TRUE;
}

/* Returns: what follows a weekday: "to 17.12.2026", "Thu 4.12." are how days are shown */
static const char *
skip_weekday (const char *text)
{
  const char *at = text;
  int n_letters = 0;

  for (; g_unichar_isalpha (g_utf8_get_char (at)); at = g_utf8_next_char (at))
    n_letters++;
  if (n_letters == 0 || n_letters > MOST_LETTERS)
    return text;

  at += *at == '.';
  return *at == ' ' ? at + 1 : text;
}

/**
 * mukana_day_parse_near:
 * @text: (nullable): as for mukana_day_parse(), or without the year, or after a short weekday
 *
 * What is typed without its year is the one that is nearest to @today: in November "4.1." is to
 * come, in January "20.12." has been.
 *
 * Returns: %MUKANA_DAY_NONE when it is no day
 */
MukanaDay
mukana_day_parse_near (const char *text,
                       MukanaDay   today)
{
  MukanaDay nearest = text != NULL ? mukana_day_parse (skip_weekday (text)) : MUKANA_DAY_NONE;
  int year, this_month, this_day, month, day;

  if (text == NULL || nearest != MUKANA_DAY_NONE || today == MUKANA_DAY_NONE ||
      !read_without_year (skip_weekday (text), &month, &day))
    return nearest;

  mukana_day_split (today, &year, &this_month, &this_day);
  for (int i = year - 1; i <= year + 1; i++)
    {
      MukanaDay of_year = mukana_day_new (i, month, day);

      if (of_year != MUKANA_DAY_NONE &&
          (nearest == MUKANA_DAY_NONE || ABS (of_year - today) < ABS (nearest - today)))
        nearest = of_year;
    }

  return nearest;
}
