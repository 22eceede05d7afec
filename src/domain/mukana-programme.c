/* mukana-programme.c: the programme of participation: priorities, goals, measures, indicators.
 *
 * A measure may have a status and numbers at the same time, or numbers alone, or neither.
 * Numbers are kept in hundredths, as they were told; nothing is derived from a percentage.
 */

#include "domain/mukana-programme.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

#define MOST_PLACES 1000
#define HUNDRED_PERCENT 10000   /* hundredths */

#define PLAIN MUKANA_FIELD_PLAIN
#define NEEDED (MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED)

#define AT(field) G_STRUCT_OFFSET (MukanaPriority, field)
static const MukanaField priority_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "place", MUKANA_FIELD_INT, AT (place), MOST_PLACES, PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 300, NEEDED, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaPriority, mukana_priority, priority_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaGoal, field)
static const MukanaField goal_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "priority-id", MUKANA_FIELD_INT, AT (priority_id), 0, PLAIN, NULL },
  { "place", MUKANA_FIELD_INT, AT (place), MOST_PLACES, PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 300, NEEDED, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaGoal, mukana_goal, goal_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaMeasure, field)
static const MukanaField measure_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "goal-id", MUKANA_FIELD_INT, AT (goal_id), 0, PLAIN, NULL },
  { "code", MUKANA_FIELD_TEXT, AT (code), 20, PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 500, NEEDED, NULL },
  { "answers", MUKANA_FIELD_TEXT, AT (answers), 500, PLAIN, NULL },
  { "status", MUKANA_FIELD_TEXT, AT (status), 20, PLAIN, mukana_measure_statuses },
  { "status-on", MUKANA_FIELD_DAY, AT (status_on), 0, PLAIN, NULL },
  { "note", MUKANA_FIELD_TEXT, AT (note), 2000, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaMeasure, mukana_measure, measure_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaIndicator, field)
static const MukanaField indicator_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "measure-id", MUKANA_FIELD_INT, AT (measure_id), 0, PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 300, NEEDED, NULL },
  { "kind", MUKANA_FIELD_TEXT, AT (kind), 20, NEEDED, mukana_indicator_kinds },
  { "source", MUKANA_FIELD_TEXT, AT (source), 20, PLAIN, mukana_indicator_sources },
  { "has-baseline", MUKANA_FIELD_BOOL, AT (has_baseline), 0, PLAIN, NULL },
  { "baseline-hundredths", MUKANA_FIELD_CENTS, AT (baseline_hundredths), 0,
    PLAIN | MUKANA_FIELD_UNSAID, NULL },
  { "baseline-when", MUKANA_FIELD_TEXT, AT (baseline_when), 40, PLAIN, NULL },
  { "target", MUKANA_FIELD_TEXT, AT (target), 100, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaIndicator, mukana_indicator, indicator_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaReading, field)
static const MukanaField reading_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "indicator-id", MUKANA_FIELD_INT, AT (indicator_id), 0, PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, AT (day), 0, PLAIN, NULL },
  { "hundredths", MUKANA_FIELD_CENTS, AT (hundredths), 0,
    PLAIN | MUKANA_FIELD_UNSAID, NULL },
  { "words", MUKANA_FIELD_TEXT, AT (words), 500, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaReading, mukana_reading, reading_fields)

static GPtrArray *
check_fields (gpointer draft)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  return issues;
}

GPtrArray *
mukana_priority_check (gpointer draft)
{
  return check_fields (draft);
}

GPtrArray *
mukana_goal_check (gpointer draft)
{
  return check_fields (draft);
}

GPtrArray *
mukana_measure_check (gpointer draft)
{
  return check_fields (draft);
}

/* What may stand for it: a percentage from 0 to 100, a net score from -100 to 100. */
static gboolean
is_possible (const char *kind,
             gint64      hundredths)
{
  if (g_strcmp0 (kind, "percent") == 0)
    return hundredths >= 0 && hundredths <= HUNDRED_PERCENT;
  if (g_strcmp0 (kind, "nps") == 0)
    return hundredths >= -HUNDRED_PERCENT && hundredths <= HUNDRED_PERCENT;

  return hundredths >= 0;
}

GPtrArray *
mukana_indicator_check (gpointer draft)
{
  MukanaIndicator *indicator = draft;
  GPtrArray *issues = check_fields (draft);

  if (indicator->has_baseline && indicator->baseline_hundredths == MUKANA_NUMBER_UNSAID)
    mukana_issues_add (issues, "baseline-hundredths", N_("A number is needed."));
  else if (indicator->has_baseline &&
           !is_possible (indicator->kind, indicator->baseline_hundredths))
    mukana_issues_add (issues, "baseline-hundredths",
                       N_("A percentage is from 0 to 100, a net score from -100 to 100."));
  return issues;
}

GPtrArray *
mukana_reading_check (gpointer draft)
{
  MukanaReading *reading = draft;
  GPtrArray *issues = check_fields (draft);

  if (reading->day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "day", N_("A day is needed."));
  if (reading->hundredths == MUKANA_NUMBER_UNSAID && mukana_text_is_empty (reading->words))
    {
      /* Of the two a form has the one that the indicator is told in. */
      mukana_issues_add (issues, "hundredths", N_("A number is needed."));
      mukana_issues_add (issues, "words", N_("This must not be empty."));
    }
  return issues;
}

/**
 * mukana_indicator_tell:
 * @kind: of mukana_indicator_kinds
 *
 * Returns: yours, "46,2 %", "+1", "7": decimals only where there are any
 */
char *
mukana_indicator_tell (const char *kind,
                       gint64      hundredths)
{
  const char *sign = hundredths < 0 ? "−" : g_strcmp0 (kind, "nps") == 0 ? "+" : "";
  const char *unit = g_strcmp0 (kind, "percent") == 0 ? " %" : "";
  gint64 size = ABS (hundredths);
  int whole = (int) (size / 100), rest = (int) (size % 100);

  if (rest == 0)
    return g_strdup_printf ("%s%d%s", sign, whole, unit);
  if (rest % 10 == 0)
    return g_strdup_printf ("%s%d,%d%s", sign, whole, rest / 10, unit);

  return g_strdup_printf ("%s%d,%02d%s", sign, whole, rest, unit);
}
