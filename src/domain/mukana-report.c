/* mukana-report.c: what the report of a time tells, and what it does not.
 *
 * Numbers only.  A small number of people can point at somebody, so it is told as "1–4", and a
 * number from which it could be worked out is not told either: rows of a table that are small
 * are told together.
 */

#include "domain/mukana-report.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/mukana-money.h"

#define MINUTES_AN_HOUR 60
#define MONTHS_A_QUARTER 3
#define MONTHS_A_YEAR 12

static const struct { const char *name, *label; } groups[MUKANA_N_REPORT_GROUPS] = {
  [MUKANA_REPORT_PEOPLE] = { "people", N_("Who was involved") },
  [MUKANA_REPORT_WORK] = { "work", N_("What was done") },
  [MUKANA_REPORT_FAIRNESS] = { "fairness", N_("How evenly the work is shared") },
  [MUKANA_REPORT_FEEDBACK] = { "feedback", N_("What was said of it") },
  [MUKANA_REPORT_FOLLOWED] = { "followed", N_("What followed") },
  [MUKANA_REPORT_SPEED] = { "speed", N_("How fast it went") },
  [MUKANA_REPORT_COOPERATION] = { "cooperation", N_("Cooperation with organisations") },
  [MUKANA_REPORT_COST] = { "cost", N_("What it cost") },
};

#define PEOPLE MUKANA_REPORT_PEOPLE
#define WORK MUKANA_REPORT_WORK
#define FAIR MUKANA_REPORT_FAIRNESS
#define SAID MUKANA_REPORT_FEEDBACK
#define THEN MUKANA_REPORT_FOLLOWED
#define SPEED MUKANA_REPORT_SPEED
#define WITH MUKANA_REPORT_COOPERATION
#define COST MUKANA_REPORT_COST
#define COUNT MUKANA_FIGURE_COUNT
#define PERCENT MUKANA_FIGURE_PERCENT
#define DAYS MUKANA_FIGURE_DAYS
#define POINTS MUKANA_FIGURE_POINTS
#define CENTS MUKANA_FIGURE_CENTS

static const MukanaFigureInfo infos[MUKANA_N_FIGURES] = {
  [MUKANA_FIGURE_INVOLVED] =
    { "involved", PEOPLE, COUNT, N_("Took part"), "assignments" },
  [MUKANA_FIGURE_FIRST_TIMERS] =
    { "first-timers", PEOPLE, COUNT, N_("Of them for the first time"), "assignments" },
  [MUKANA_FIGURE_JOINED] =
    { "joined", PEOPLE, COUNT, N_("New in the register"), "people" },
  [MUKANA_FIGURE_ASKED_SHARE] =
    { "asked-share", PEOPLE, PERCENT, N_("Asked, of those who may be asked now"), "sharing" },
  [MUKANA_FIGURE_NEVER_ASKED] =
    { "never-asked", PEOPLE, COUNT, N_("Never asked in twelve weeks or more, now"), "sharing" },
  [MUKANA_FIGURE_ASSIGNMENTS] =
    { "assignments", WORK, COUNT, N_("Assignments held"), "assignments" },
  [MUKANA_FIGURE_HOURS] =
    { "hours", WORK, MUKANA_FIGURE_MINUTES, N_("Hours"), "assignments" },
  [MUKANA_FIGURE_REQUESTS] =
    { "requests", WORK, COUNT, N_("Requests received"), "requests" },
  [MUKANA_FIGURE_BUSIEST_TENTH] =
    { "busiest-tenth", FAIR, PERCENT, N_("Held by the busiest tenth"), "sharing" },
  [MUKANA_FIGURE_CARRYING_HALF] =
    { "carrying-half", FAIR, COUNT, N_("People who held half of it"), "sharing" },
  [MUKANA_FIGURE_CARRYING_MUCH] =
    { "carrying-much", FAIR, COUNT, N_("Carry much in the last twelve months"), "sharing" },
  [MUKANA_FIGURE_EXPERTS_SCORE] =
    { "experts-score", SAID, POINTS, N_("Experts, net score"), "feedback" },
  [MUKANA_FIGURE_EXPERTS_ANSWERS] =
    { "experts-answers", SAID, COUNT, N_("Experts, answers"), "feedback" },
  [MUKANA_FIGURE_REQUESTERS_SCORE] =
    { "requesters-score", SAID, POINTS, N_("Requesters, net score"), "feedback" },
  [MUKANA_FIGURE_REQUESTERS_ANSWERS] =
    { "requesters-answers", SAID, COUNT, N_("Requesters, answers"), "feedback" },
  [MUKANA_FIGURE_PARTICIPANTS_SCORE] =
    { "participants-score", SAID, POINTS, N_("Participants, net score"), "feedback" },
  [MUKANA_FIGURE_PARTICIPANTS_ANSWERS] =
    { "participants-answers", SAID, COUNT, N_("Participants, answers"), "feedback" },
  [MUKANA_FIGURE_TOLD_IN_TIME] =
    { "told-in-time", THEN, PERCENT, N_("Told in 60 days what followed"), "feedback" },
  [MUKANA_FIGURE_ADOPTED] =
    { "adopted", THEN, COUNT, N_("Findings taken into use"), "feedback" },
  [MUKANA_FIGURE_PARTLY] =
    { "partly", THEN, COUNT, N_("Findings partly taken into use"), "feedback" },
  [MUKANA_FIGURE_NOT_ADOPTED] =
    { "not-adopted", THEN, COUNT, N_("Findings not taken into use"), "feedback" },
  [MUKANA_FIGURE_NOT_KNOWN] =
    { "not-known", THEN, COUNT, N_("Findings that wait for an answer"), "feedback" },
  [MUKANA_FIGURE_DAYS_TO_FILL] =
    { "days-to-fill", SPEED, DAYS, N_("From a request to its people, days (median)"), "requests" },
  [MUKANA_FIGURE_DAYS_TO_PAY] =
    { "days-to-pay", SPEED, DAYS, N_("From the work to the fee, days (median)"), "fees" },
  [MUKANA_FIGURE_STATEMENTS_ASKED] =
    { "statements-asked", WITH, COUNT, N_("Statements asked"), "statements" },
  [MUKANA_FIGURE_STATEMENTS_GIVEN] =
    { "statements-given", WITH, COUNT, N_("Statements given"), "statements" },
  [MUKANA_FIGURE_HEARINGS] =
    { "hearings", WITH, COUNT, N_("Hearings"), "statements" },
  [MUKANA_FIGURE_EVENTS] =
    { "events", WITH, COUNT, N_("Events and theme days"), "events" },
  [MUKANA_FIGURE_TRAININGS] =
    { "trainings", WITH, COUNT, N_("Trainings"), "events" },
  [MUKANA_FIGURE_REFERRALS] =
    { "referrals", WITH, COUNT, N_("Wellbeing referrals"), "cooperation" },
  [MUKANA_FIGURE_DEEDS] =
    { "deeds", WITH, COUNT, N_("Entries in the log of cooperation"), "log" },
  [MUKANA_FIGURE_SPENT] =
    { "spent", COST, CENTS, N_("Fees and travel, paid"), "fees" },
  [MUKANA_FIGURE_COMMITTED] =
    { "committed", COST, CENTS, N_("Promised and not paid"), "fees" },
};

/** mukana_figure_info: Returns: borrowed */
const MukanaFigureInfo *
mukana_figure_info (MukanaFigureId id)
{
  return &infos[id];
}

const char *
mukana_report_group_name (MukanaReportGroup group)
{
  return groups[group].name;
}

/** mukana_report_group_label: Returns: borrowed, a source string for gettext */
const char *
mukana_report_group_label (MukanaReportGroup group)
{
  return groups[group].label;
}

/* ---- Figures ---- */

MukanaFigure
mukana_figure_of (gint64 value)
{
  return (MukanaFigure) { value, MUKANA_FIGURE_TOLD };
}

static gboolean
is_small (gint64 n_people)
{
  return n_people > 0 && n_people < MUKANA_REPORT_FEW;
}

/**
 * mukana_figure_of_people:
 * @n_all: of how many who are told of; -1 when they are not
 */
MukanaFigure
mukana_figure_of_people (gint64 n_people,
                         gint64 n_all)
{
  if (is_small (n_people))
    return (MukanaFigure) { 0, MUKANA_FIGURE_FEW };
  if (n_all >= 0 && is_small (n_all - n_people))
    return (MukanaFigure) { 0, MUKANA_FIGURE_HIDDEN };

  return mukana_figure_of (n_people);
}

/** mukana_figure_of_share: in per cent; of none nothing is known */
MukanaFigure
mukana_figure_of_share (gint64 n_people,
                        gint64 n_all)
{
  if (n_all <= 0)
    return (MukanaFigure) { 0, MUKANA_FIGURE_UNKNOWN };
  if (is_small (n_all) || is_small (n_people) || is_small (n_all - n_people))
    return (MukanaFigure) { 0, MUKANA_FIGURE_HIDDEN };

  return mukana_figure_of ((n_people * 100 + n_all / 2) / n_all);
}

/**
 * mukana_figure_of_sum:
 * @whole: of a time that others make up, as a year is of quarters
 * @parts: what is told of those
 *
 * The parts may have been given out before the whole was known.  So where what they hide could be
 * worked out from the whole, because one is hidden alone or only one set of small numbers makes
 * the sum, the whole is told as far as the parts tell it.
 */
MukanaFigure
mukana_figure_of_sum (MukanaFigure        whole,
                      const MukanaFigure *parts,
                      guint               n_parts)
{
  gint64 n_few = 0, told = 0, sum;

  if (whole.state != MUKANA_FIGURE_TOLD)
    return whole;

  for (guint i = 0; i < n_parts; i++)
    if (parts[i].state == MUKANA_FIGURE_TOLD)
      told += parts[i].value;
    else if (parts[i].state == MUKANA_FIGURE_FEW)
      n_few++;
    else
      return (MukanaFigure) { 0, MUKANA_FIGURE_HIDDEN };

  sum = whole.value - told;
  if (n_few == 0 ||
      (n_few > 1 && sum > n_few && sum >= MUKANA_REPORT_FEW &&
       sum != n_few * (MUKANA_REPORT_FEW - 1)))
    return whole;

  return (MukanaFigure) { told + n_few, MUKANA_FIGURE_BETWEEN,
                          told + n_few * (MUKANA_REPORT_FEW - 1) };
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/** mukana_figure_median: @values: of gint64, put in order; of none nothing is known */
MukanaFigure
mukana_figure_median (GArray *values)
{
  if (values->len == 0)
    return (MukanaFigure) { 0, MUKANA_FIGURE_UNKNOWN };

  g_array_sort (values, compare_values);
  return mukana_figure_of ((g_array_index (values, gint64, values->len / 2) +
                            g_array_index (values, gint64, (values->len - 1) / 2) + 1) / 2);
}

static char *
tell_cents (gint64 cents)
{
  g_autofree char *euros = mukana_money_format (cents);

  return g_strdup_printf ("%s €", euros);
}

static char *
tell_value (MukanaFigureId id,
            gint64         value)
{
  switch (infos[id].kind)
    {
    case MUKANA_FIGURE_MINUTES:
      return g_strdup_printf ("%d", (int) ((value + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR));
    case PERCENT:
      return g_strdup_printf ("%d %%", (int) value);
    case POINTS:
      return g_strdup_printf ("%s%d", value < 0 ? "−" : value > 0 ? "+" : "", abs ((int) value));
    case CENTS:
      return tell_cents (value);
    case DAYS:
    case COUNT:
    default:
      return g_strdup_printf ("%d", (int) value);
    }
}

/** mukana_figure_tell: Returns: yours, alike in every language */
char *
mukana_figure_tell (MukanaFigureId      id,
                    const MukanaFigure *figure)
{
  switch (figure->state)
    {
    case MUKANA_FIGURE_TOLD:
      return tell_value (id, figure->value);
    case MUKANA_FIGURE_FEW:
      return g_strdup ("1–4");
    case MUKANA_FIGURE_HIDDEN:
      return g_strdup ("··");
    case MUKANA_FIGURE_BETWEEN:
      return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, figure->value,
                              figure->most);
    case MUKANA_FIGURE_UNKNOWN:
    default:
      return g_strdup ("–");
    }
}

/* ---- Rows of people ---- */

static void
clear_row (gpointer data)
{
  g_free (((MukanaReportRow *) data)->code);
}

/** mukana_report_rows_new: Returns: yours, of MukanaReportRow */
GArray *
mukana_report_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (MukanaReportRow));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

static int
compare_most_first (gconstpointer a,
                    gconstpointer b)
{
  const MukanaReportRow *one = a, *other = b;

  if ((*one->code == '\0') != (*other->code == '\0'))
    return *one->code == '\0' ? 1 : -1;
  if (one->numbers[0] != other->numbers[0])
    return one->numbers[0] < other->numbers[0] ? 1 : -1;
  return strcmp (one->code, other->code);
}

/**
 * mukana_report_rows_fold:
 * @rows: of people in numbers[0]; the row "" may be among them
 *
 * Tells the small rows together as the row "", and the smallest of the others with them while
 * that is small itself: a sum that is told elsewhere would tell it.
 */
void
mukana_report_rows_fold (GArray *rows)
{
  MukanaReportRow others = { 0 };

  g_array_sort (rows, compare_most_first);
  for (guint i = rows->len; i > 0; i--)
    {
      MukanaReportRow *row = &g_array_index (rows, MukanaReportRow, i - 1);

      if (*row->code != '\0' && !is_small (row->numbers[0]) && !is_small (others.numbers[0]))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (others.numbers); k++)
        others.numbers[k] += row->numbers[k];
      g_array_remove_index (rows, i - 1);
    }

  if (others.numbers[0] == 0)
    return;
  others.code = g_strdup ("");
  others.is_few = is_small (others.numbers[0]);
  g_array_append_val (rows, others);
}

/** mukana_report_is_money_of_few: of one it is their fee; of two each knows the other's */
gboolean
mukana_report_is_money_of_few (gint64 n_people)
{
  return n_people > 0 && n_people < MUKANA_REPORT_FEW_PAID;
}

/**
 * mukana_report_units_hide:
 * @units: with their money and whose it is, also those of no unit
 *
 * Marks the units whose money is that of one or two people, and the smallest of the others
 * with them when there is but one: the sum of all is told, too.
 */
void
mukana_report_units_hide (GArray *units)
{
  MukanaReportRow *smallest = NULL;
  guint n_hidden = 0;

  for (guint i = 0; i < units->len; i++)
    {
      MukanaReportRow *row = &g_array_index (units, MukanaReportRow, i);
      gint64 cents = row->numbers[0] + row->numbers[1];

      row->is_few = cents != 0 && mukana_report_is_money_of_few (row->n_people);
      n_hidden += row->is_few ? 1 : 0;
      if (cents != 0 && !row->is_few &&
          (smallest == NULL || cents < smallest->numbers[0] + smallest->numbers[1]))
        smallest = row;
    }

  if (n_hidden == 1 && smallest != NULL)
    smallest->is_few = TRUE;
}

/** mukana_report_row_tell: Returns: yours, how many people */
char *
mukana_report_row_tell (const MukanaReportRow *row)
{
  return row->is_few ? g_strdup ("1–4") : g_strdup_printf ("%d", (int) row->numbers[0]);
}

/* ---- Periods ---- */

static int
count_months (const MukanaReportPeriod *self)
{
  return self->until - self->from > 100 ? MONTHS_A_YEAR : MONTHS_A_QUARTER;
}

static MukanaReportPeriod
begin_period (MukanaDay from,
              int       n_months)
{
  return (MukanaReportPeriod) { from, mukana_day_add_months (from, n_months) - 1 };
}

/** mukana_report_period_around: the quarter or the year of @day */
MukanaReportPeriod
mukana_report_period_around (MukanaDay day,
                             gboolean  is_quarter)
{
  int year, month, number;

  mukana_day_split (day, &year, &month, &number);
  if (!is_quarter)
    return begin_period (mukana_day_new (year, 1, 1), MONTHS_A_YEAR);

  return begin_period (mukana_day_new (year, month - (month - 1) % MONTHS_A_QUARTER, 1),
                       MONTHS_A_QUARTER);
}

MukanaReportPeriod
mukana_report_period_move (const MukanaReportPeriod *self,
                           int                       n_periods)
{
  int n_months = count_months (self);

  return begin_period (mukana_day_add_months (self->from, n_periods * n_months), n_months);
}

/** mukana_report_period_parse: @text: "2026" or "3/2026", the third quarter */
gboolean
mukana_report_period_parse (const char         *text,
                            MukanaReportPeriod *period)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(?:([1-4])/)?([0-9]{4})$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *quarter = NULL, *year = NULL;
  int number;

  if (text == NULL || !g_regex_match (regex, text, 0, &match))
    return FALSE;

  quarter = g_match_info_fetch (match, 1);
  year = g_match_info_fetch (match, 2);
  number = atoi (year);
  if (number < 1900)
    return FALSE;
  *period = *quarter == '\0'
    ? mukana_report_period_around (mukana_day_new (number, 1, 1), FALSE)
    : mukana_report_period_around (mukana_day_new (number, atoi (quarter) * MONTHS_A_QUARTER, 1),
                                   TRUE);
  return TRUE;
}

/** mukana_report_period_tell: Returns: yours, "2026" or "3/2026" */
char *
mukana_report_period_tell (const MukanaReportPeriod *self)
{
  int year, month, number;

  mukana_day_split (self->from, &year, &month, &number);
  if (count_months (self) == MONTHS_A_YEAR)
    return g_strdup_printf ("%d", year);

  return g_strdup_printf ("%d/%d", (month - 1) / MONTHS_A_QUARTER + 1, year);
}
