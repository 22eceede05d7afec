/* mukana-retention.c: how long each group of data is kept, and from when on it goes.
 *
 * Counted in civil days of Europe/Helsinki, which have no hours that a change of
 * the clock could take or give.  The day a group falls due is the first on which
 * it may go: everything is kept for all of its days.
 */

#include "domain/mukana-retention.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"

#define FEE_YEARS 6
#define MAX_DAYS 36500

#define OFFSET(field) G_STRUCT_OFFSET (MukanaRetentionRule, field)

static const MukanaField fields[] = {
  { "code", MUKANA_FIELD_TEXT, OFFSET (code), 20, MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED,
    mukana_retention_codes },
  { "days", MUKANA_FIELD_INT, OFFSET (days), MAX_DAYS,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "is-on", MUKANA_FIELD_INT, OFFSET (is_on), 1, MUKANA_FIELD_PLAIN, NULL },
  { "needs-second", MUKANA_FIELD_INT, OFFSET (needs_second), 1, MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRetentionRule, mukana_retention_rule, fields)

/* The journal is not among them: a chain cannot lose its first links like this. */
const char * const mukana_retention_codes[] = {
  "candidate", "ended", "inactive", "theme", "ended-theme", "waiting-theme", "waiting-support",
  "proof", "extract", "support", "arrangement", "diet", "assignment", "paid-assignment", "feedback",
  "plan", "panel", "shortlist", "asker", "journal", NULL
};

static const struct
{
  const char *code;
  const char *title;
  const char *from;          /* goes on after "Kept 6 months" */
  const char *explanation;
} words[] = {
  { "candidate", N_("Candidates who did not join"), N_("from when the candidate was recorded"),
    N_("Days since the candidate was recorded. All data of the person are erased, but not while "
       "their processing is restricted.") },
  { "ended", N_("People whose consent to the register has ended"),
    N_("from the end of the consent"),
    N_("Days since the consent was withdrawn or ran out. They leave the lists at once; then all "
       "data of the person are erased, but not while their processing is restricted.") },
  { "inactive", N_("People without activity"), N_("from the last activity"),
    N_("Days since the last consent, proposal, assignment or change. Whoever nears that is asked "
       "on the page Consents whether they stay. All data of the person are erased when they were "
       "asked and have not said in three months that they stay; not while their processing is "
       "restricted.") },
  { "theme", N_("Themes after withdrawal"), N_("from the withdrawal of the consent"),
    N_("Days since the consent for the theme was withdrawn. The theme is erased; that there was a "
       "consent is kept without it.") },
  { "ended-theme", N_("Themes whose consent ran out"), N_("from the last day of the consent"),
    N_("Days since the last day of the consent for the theme. The theme is hidden at once and "
       "erased then, unless the person has consented anew; that there was a consent is kept "
       "without it. Not while their processing is restricted.") },
  { "waiting-theme", N_("Themes that never had a consent"),
    N_("from when themes were first stored with their consent"),
    N_("Days since themes are stored only with their consent. A theme that stood there before "
       "and still has none is erased.") },
  { "waiting-support", N_("Support needs that never had a consent"),
    N_("from when support needs were first stored with their consent"),
    N_("Days since support needs are stored only with their consent. Those that stood there "
       "before and still have none are erased.") },
  { "proof", N_("Proofs of ended consents"), N_("from the end of the consent"),
    N_("Days since the consent ended, when the person was erased or the theme was.") },
  { "extract", N_("Marks of extracts shown"), N_("from the end of the last role"),
    N_("Days since the person's last role ended. That an extract was shown is erased.") },
  { "support", N_("Diets and accessibility of an event"), N_("from the event"),
    N_("Days since the event. What was noted for it is erased from the request.") },
  { "arrangement", N_("Support arranged for an assignment"), N_("from the assignment"),
    N_("Days since the assignment. What was arranged for it, and what was not, is erased; a "
       "debriefing that is still to be held stays.") },
  { "diet", N_("Diets of those who registered to an event"), N_("from the event"),
    N_("Days since the event. The diet is erased; the registration stays.") },
  { "assignment", N_("Assignments without fees"), N_("from the assignment"),
    N_("Days since the assignment. It goes with its proposal and its feedback.") },
  { "paid-assignment", N_("Fees and their assignments"), N_("from the end of the year"),
    N_("Days since the end of the year, never less than six years. The name of an erased person "
       "goes with the last of them.") },
  { "feedback", N_("Words of feedback"), N_("from the feedback"),
    N_("Days since the feedback. The score stays, the words go.") },
  { "plan", N_("Protocols of plans"), N_("from when the plan was applied"),
    N_("Days since the plan was applied. What was proposed by it stays.") },
  { "panel", N_("Protocols of panels drawn by lot"), N_("from when the panel was drawn"),
    N_("Days since the panel was drawn. What was proposed by it stays.") },
  { "shortlist", N_("Places on shortlists"), N_("from when the person was put on it"),
    N_("Days since the person was put on it. What they said of dates goes with it; what was "
       "proposed stays.") },
  { "asker", N_("Askers who are not in the register"), N_("from the answer"),
    N_("Days since the request about own data was answered. Name, contact and words of somebody "
       "who is not in the register go; that it was asked and answered stays.") },
  { "journal", N_("Rows of the log"), N_("from when the row was written"),
    N_("Days since the row was written. The rest stays verifiable, and the run leaves a row.") },
};

/** mukana_retention_title: Returns: borrowed, a source string: what the rule, or a run, is about */
const char *
mukana_retention_title (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return words[i].title;

  return g_strcmp0 (code, MUKANA_RETENTION_ERASURE) == 0 ? N_("Erasing a person") : code;
}

/** mukana_retention_from: Returns: (nullable): borrowed, a source string: since when */
const char *
mukana_retention_from (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return words[i].from;

  return NULL;
}

/** mukana_retention_explanation: Returns: borrowed, a source string: from when, and what goes */
const char *
mukana_retention_explanation (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return words[i].explanation;

  return "";
}

/**
 * mukana_retention_unit:
 * @number: (out): how many of the unit
 *
 * "2192 days" is six years to whoever reads it: years or months where they are
 * within two days of it, and days else.
 */
MukanaRetentionUnit
mukana_retention_unit (gint64 days,
                       int   *number)
{
  int months = (int) ((days * 12 + 182) / 365);
  gboolean is_months = months >= 2 && ABS (days - months * 1461 / 48) <= 2;

  if (is_months && months >= 24 && months % 12 == 0)
    {
      *number = months / 12;
      return MUKANA_RETENTION_YEARS;
    }

  *number = is_months ? months : (int) days;
  return is_months ? MUKANA_RETENTION_MONTHS : MUKANA_RETENTION_DAYS;
}

GPtrArray *
mukana_retention_rule_check (gpointer draft)
{
  MukanaRetentionRule *self = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->days < 0)
    mukana_issues_add (issues, "days", N_("Write a number of days."));
  return issues;
}

static int
year_of (MukanaDay day)
{
  int year, month, number;

  mukana_day_split (day, &year, &month, &number);
  return year;
}

/**
 * mukana_retention_fee_until:
 *
 * Vouchers of fees and travel are kept six years from the end of the year.
 * Source: kirjanpitolaki 1336/1997, 2:10.
 *
 * Returns: the last day on which the law keeps it
 */
MukanaDay
mukana_retention_fee_until (MukanaDay service_day)
{
  return mukana_day_new (year_of (service_day) + FEE_YEARS, 12, 31);
}

/** mukana_retention_first_kept_fee: Returns: the earliest day of service that is still kept */
MukanaDay
mukana_retention_first_kept_fee (MukanaDay today)
{
  return mukana_day_new (year_of (today) - FEE_YEARS, 1, 1);
}

/**
 * mukana_retention_due_on:
 * @base: what the days count from; for "proof" the last day it is kept
 *
 * Returns: the first day on which it may go
 */
MukanaDay
mukana_retention_due_on (const char *code,
                         MukanaDay   base,
                         gint64      days)
{
  if (g_str_equal (code, "proof"))
    return base + 1;
  if (g_str_equal (code, "paid-assignment"))
    return MAX (mukana_day_new (year_of (base), 12, 31) + (MukanaDay) days,
                mukana_retention_fee_until (base) + 1);

  return base + (MukanaDay) days;
}
