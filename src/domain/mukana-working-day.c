/* mukana-working-day.c: which days are worked in a public office in Finland.
 *
 * The holidays of law, with those that move: Good Friday and Easter Monday, Ascension Day,
 * Midsummer and All Saints' Day.  Midsummer Eve and Christmas Eve are no church holidays, and
 * public offices are closed on them all the same, so nothing is due on them.
 * Source: Church Act 652/2023; Act on public holidays (Independence Day 388/1937, May Day
 * 272/1944); the general collective agreements of the public sector on both eves.
 */

#include "domain/mukana-working-day.h"

#define SATURDAY 6

/** mukana_easter_sunday: Returns: by the Gregorian reckoning (Meeus, Jones and Butcher) */
MukanaDay
mukana_easter_sunday (int year)
{
  int golden = year % 19;
  int century = year / 100, rest = year % 100;
  int shift = (8 * century + 13) / 25;
  int epact = (19 * golden + century - century / 4 - shift + 15) % 30;
  int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  int late = (golden + 11 * epact + 22 * weekday) / 451;
  int days = epact + weekday - 7 * late + 114;

  return mukana_day_new (year, days / 31, days % 31 + 1);
}

/* Whether @day is the Saturday of the seven days that begin with @first. */
static gboolean
is_saturday_of (MukanaDay day,
                MukanaDay first)
{
  return day >= first && day < first + 7 && mukana_day_weekday (day) == SATURDAY;
}

static gboolean
is_fixed_holiday (int month,
                  int number)
{
  static const struct { int month, number; } fixed[] = {
    { 1, 1 }, { 1, 6 }, { 5, 1 }, { 12, 6 }, { 12, 24 }, { 12, 25 }, { 12, 26 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i].month == month && fixed[i].number == number)
      return TRUE;

  return FALSE;
}

/** mukana_day_is_holiday: Returns: whether public offices are closed, were it not a weekend */
gboolean
mukana_day_is_holiday (MukanaDay day)
{
  int year, month, number;
  MukanaDay easter;

  mukana_day_split (day, &year, &month, &number);
  easter = mukana_easter_sunday (year);
  if (is_fixed_holiday (month, number))
    return TRUE;

  return day == easter - 2 || day == easter || day == easter + 1 ||   /* Good Friday to Monday */
         day == easter + 39 || day == easter + 49 ||                  /* Ascension, Pentecost */
         is_saturday_of (day, mukana_day_new (year, 6, 20)) ||        /* Midsummer Day */
         is_saturday_of (day + 1, mukana_day_new (year, 6, 20)) ||    /* and its eve */
         is_saturday_of (day, mukana_day_new (year, 10, 31));         /* All Saints' Day */
}

gboolean
mukana_day_is_working_day (MukanaDay day)
{
  return mukana_day_weekday (day) < SATURDAY && !mukana_day_is_holiday (day);
}

/** mukana_day_add_working: Returns: the @n_days th working day after @day; @day when 0 */
MukanaDay
mukana_day_add_working (MukanaDay day,
                        int       n_days)
{
  for (; n_days > 0; n_days--)
    do
      day++;
    while (!mukana_day_is_working_day (day));

  return day;
}
