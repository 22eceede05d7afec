/* mukana-reporting.c: the report of a quarter or a year: who was involved, what it cost, how evenly
 * it was shared, what was said and what followed.
 *
 * Read at the door.  What another page counts is counted here by the same function; small numbers
 * of people never leave the job.
 */

#include "services/mukana-reporting.h"

#include "domain/mukana-fee.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-sharing.h"
#include "services/mukana-budgeting.h"
#include "services/mukana-hearing.h"
#include "services/mukana-sharing-out.h"
#include "services/mukana-statement-lines.h"
#include "store/mukana-record-io.h"

void
mukana_report_free (MukanaReport *self)
{
  g_clear_pointer (&self->roles, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->statements, g_array_unref);
  g_free (self);
}

/* What one time is read into. */
typedef struct
{
  MukanaDb           *db;
  MukanaReportPeriod  period;
  MukanaFigure       *figures;
} Reading;

#define PERIOD(reading) mukana_day ("from", (reading)->period.from), \
                        mukana_day ("until", (reading)->period.until)

static gint64
count (Reading     *reading,
       const char  *statement,
       GError     **error)
{
  return mukana_db_count (reading->db, statement, error, PERIOD (reading));
}

/* A number that is about no people. */
static gboolean
count_into (Reading         *reading,
            MukanaFigureId   id,
            const char      *statement,
            GError         **error)
{
  gint64 n = count (reading, statement, error);

  if (n >= 0)
    reading->figures[id] = mukana_figure_of (n);
  return n >= 0;
}

/* What is booked for later is not counted as held. */
static gboolean
count_held_events (Reading  *reading,
                   GError  **error)
{
  Reading so_far = *reading;

  so_far.period.until = MIN (reading->period.until, mukana_db_today (reading->db));
  return count_into (&so_far, MUKANA_FIGURE_EVENTS, "programmes.count-events", error) &&
         count_into (&so_far, MUKANA_FIGURE_TRAININGS, "programmes.count-trainings", error);
}

/* ---- People and work ---- */

static gboolean
read_held (Reading  *reading,
           GError  **error)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (MukanaShare));
  g_autoptr (MukanaQuery) query = mukana_db_select (reading->db, "reports.held", error,
                                                    PERIOD (reading));
  MukanaSharing sum;
  gint64 n_minutes = 0, n_first;
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaShare share = { .person_id = mukana_query_get_int (query, "person_id"),
                            .n_held = (guint) mukana_query_get_int (query, "n_held") };

      g_array_append_val (shares, share);
      n_minutes += mukana_query_get_int (query, "n_minutes");
    }
  if (result != 0 || (n_first = count (reading, "reports.count-first-timers", error)) < 0)
    return FALSE;

  sum = mukana_sharing_sum ((const MukanaShare *) shares->data, shares->len);
  reading->figures[MUKANA_FIGURE_INVOLVED] = mukana_figure_of_people (sum.n_working, -1);
  reading->figures[MUKANA_FIGURE_FIRST_TIMERS] = mukana_figure_of_people (n_first, sum.n_working);
  reading->figures[MUKANA_FIGURE_ASSIGNMENTS] = mukana_figure_of (sum.n_held);
  reading->figures[MUKANA_FIGURE_HOURS] = mukana_figure_of (n_minutes);
  if (sum.n_working < MUKANA_REPORT_FEW)
    return TRUE;

  reading->figures[MUKANA_FIGURE_BUSIEST_TENTH] =
    mukana_figure_of ((100 * (gint64) mukana_sharing_busiest_tenth (
      (const MukanaShare *) shares->data, shares->len) + sum.n_held / 2) / sum.n_held);
  reading->figures[MUKANA_FIGURE_CARRYING_HALF] =
    mukana_figure_of_people (sum.n_carrying_half, sum.n_working);
  return TRUE;
}

static gboolean
read_people (Reading  *reading,
             GError  **error)
{
  gint64 n_joined = count (reading, "reports.count-joined", error);

  if (n_joined < 0 ||
      !count_into (reading, MUKANA_FIGURE_REQUESTS, "reports.count-requests", error))
    return FALSE;

  reading->figures[MUKANA_FIGURE_JOINED] = mukana_figure_of_people (n_joined, -1);
  return read_held (reading, error);
}

/* Of those who may be asked now; what was so in an earlier time is not known any more. */
static gboolean
read_sharing (Reading           *reading,
              MukanaSharedWork  *work,
              GError           **error)
{
  gint64 n_asked = count (reading, "reports.count-asked", error);

  if (n_asked < 0)
    return FALSE;

  reading->figures[MUKANA_FIGURE_ASKED_SHARE] = mukana_figure_of_share (n_asked,
                                                                        work->sharing.n_people);
  reading->figures[MUKANA_FIGURE_NEVER_ASKED] = mukana_figure_of_people (work->waiting->len, -1);
  reading->figures[MUKANA_FIGURE_CARRYING_MUCH] = mukana_figure_of_people (work->carrying->len, -1);
  return TRUE;
}

static GArray *
read_rows (Reading     *reading,
           const char  *statement,
           GError     **error)
{
  g_autoptr (GArray) rows = mukana_report_rows_new ();
  g_autoptr (MukanaQuery) query = mukana_db_select (reading->db, statement, error,
                                                    PERIOD (reading));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaReportRow row = { .code = g_strdup (mukana_query_peek_text (query, "code")),
                              .numbers = { mukana_query_get_int (query, "n_people") } };

      g_array_append_val (rows, row);
    }
  if (result != 0)
    return NULL;

  mukana_report_rows_fold (rows);
  return g_steal_pointer (&rows);
}

/* ---- What was said, and what followed ---- */

static gboolean
read_voices (Reading  *reading,
             GError  **error)
{
  static const MukanaFigureId scores[MUKANA_N_VOICES] = {
    MUKANA_FIGURE_EXPERTS_SCORE, MUKANA_FIGURE_REQUESTERS_SCORE, MUKANA_FIGURE_PARTICIPANTS_SCORE
  };
  MukanaVoices voices[MUKANA_N_VOICES] = { 0 };

  if (!mukana_hearing_count_voices (reading->db, reading->period.from, reading->period.until,
                                    voices, error))
    return FALSE;

  for (guint i = 0; i < MUKANA_N_VOICES; i++)
    {
      const MukanaVoices *of_side = &voices[i];

      reading->figures[scores[i] + 1] = mukana_figure_of_people (of_side->n_answered, -1);
      if (of_side->n_answered >= MUKANA_REPORT_FEW)
        reading->figures[scores[i]] = mukana_figure_of (mukana_nps (of_side->n_promoters,
                                                                    of_side->n_detractors,
                                                                    of_side->n_answered));
    }

  return TRUE;
}

static gboolean
read_findings (Reading  *reading,
               GError  **error)
{
  static const struct { const char *result; MukanaFigureId id; } results[] = {
    { "adopted", MUKANA_FIGURE_ADOPTED }, { "partly", MUKANA_FIGURE_PARTLY },
    { "not", MUKANA_FIGURE_NOT_ADOPTED }, { "waiting", MUKANA_FIGURE_NOT_KNOWN },
  };
  g_autoptr (MukanaQuery) query = mukana_db_select (reading->db, "reports.findings", error,
                                                    PERIOD (reading));
  guint n_promised, n_kept;
  int result = -1;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    reading->figures[results[i].id] = mukana_figure_of (0);
  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    for (guint i = 0; i < G_N_ELEMENTS (results); i++)
      if (g_strcmp0 (mukana_query_peek_text (query, "result"), results[i].result) == 0)
        reading->figures[results[i].id] =
          mukana_figure_of (mukana_query_get_int (query, "n_findings"));
  if (result != 0 ||
      !mukana_hearing_count_promises (reading->db, reading->period.from, reading->period.until,
                                      &n_promised, &n_kept, error))
    return FALSE;

  /* Of requests, which are not people. */
  if (n_promised > 0)
    reading->figures[MUKANA_FIGURE_TOLD_IN_TIME] =
      mukana_figure_of ((100 * n_kept + n_promised / 2) / n_promised);
  return TRUE;
}

/* ---- How fast ---- */

/* Adds how long the request took, if the last one that it needed said yes in the time. */
static void
take_filled (Reading   *reading,
             GArray    *days,
             MukanaDay  created,
             MukanaDay  filled)
{
  gint64 n_days = MAX (filled - created, 0);

  if (filled >= reading->period.from && filled <= reading->period.until)
    g_array_append_val (days, n_days);
}

static gboolean
read_filling (Reading  *reading,
              GError  **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaQuery) query = mukana_db_select (reading->db, "reports.filling", error);
  gint64 request = 0, n_agreed = 0;
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");

      n_agreed = id == request ? n_agreed + 1 : 1;
      request = id;
      if (n_agreed == mukana_query_get_int (query, "people"))
        take_filled (reading, days, mukana_query_get_day (query, "created_on"),
                     mukana_query_get_day (query, "agreed_on"));
    }

  reading->figures[MUKANA_FIGURE_DAYS_TO_FILL] = mukana_figure_median (days);
  return result == 0;
}

static gboolean
read_paying (Reading  *reading,
             GError  **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaQuery) query = mukana_db_select (reading->db, "reports.paid", error,
                                                    PERIOD (reading));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 n_days = MAX (mukana_query_get_day (query, "paid_on") -
                           mukana_query_get_day (query, "service_day"), 0);

      g_array_append_val (days, n_days);
    }

  reading->figures[MUKANA_FIGURE_DAYS_TO_PAY] = mukana_figure_median (days);
  return result == 0;
}

/* ---- Cooperation ---- */

static gboolean
read_cooperation (Reading  *reading,
                  GError  **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (reading->db, "organisations.year", error,
                                                    PERIOD (reading));

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return FALSE;

  reading->figures[MUKANA_FIGURE_REFERRALS] =
    mukana_figure_of_people (mukana_query_get_int (query, "n_referrals"), -1);
  reading->figures[MUKANA_FIGURE_DEEDS] =
    mukana_figure_of (mukana_query_get_int (query, "n_deeds"));
  return count_held_events (reading, error);
}

static void
take_statements (Reading   *reading,
                 GPtrArray *lines)
{
  MukanaStatementCount all = mukana_statement_lines_count (lines, NULL);

  reading->figures[MUKANA_FIGURE_STATEMENTS_ASKED] = mukana_figure_of (all.n_asked);
  reading->figures[MUKANA_FIGURE_STATEMENTS_GIVEN] = mukana_figure_of (all.n_given);
  reading->figures[MUKANA_FIGURE_HEARINGS] = mukana_figure_of (all.n_hearings);
}

static GArray *
sort_statements (GPtrArray *lines)
{
  GArray *rows = mukana_report_rows_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *kind = ((MukanaStatementLine *) g_ptr_array_index (lines, i))->organisation_kind;
      MukanaStatementCount n = mukana_statement_lines_count (lines, kind);
      MukanaReportRow row = { .numbers = { n.n_asked, n.n_given, n.n_hearings } };

      if (!g_hash_table_add (seen, (gpointer) kind))
        continue;
      row.code = g_strdup (kind);
      g_array_append_val (rows, row);
    }

  return rows;
}

/* ---- Cost ---- */

/* Whose money the rows are of; @rest: those of no unit. */
static gboolean
read_unit_people (Reading          *reading,
                  GArray           *units,
                  MukanaReportRow  *rest,
                  GError          **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (reading->db, "reports.unit-people", error,
                                                    PERIOD (reading));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      const char *unit = mukana_query_peek_text (query, "unit");
      MukanaReportRow *row = rest;

      for (guint i = 0; i < units->len; i++)
        if (g_strcmp0 (g_array_index (units, MukanaReportRow, i).code, unit) == 0)
          row = &g_array_index (units, MukanaReportRow, i);
      row->n_people += mukana_query_get_int (query, "n_people");
    }

  return result == 0;
}

/* What is of no unit is what is left when the units are taken from all. */
static gboolean
read_units (Reading   *reading,
            GArray    *units,
            GPtrArray *rules,
            GError   **error)
{
  MukanaFeeScope scope = { .from = reading->period.from, .until = reading->period.until,
                           .is_at_door = TRUE };
  MukanaReportRow rest = { 0 };
  MukanaFeeUse use;
  gint64 n_people;

  if (!mukana_budgeting_count_fees (reading->db, rules, &scope, &use, error))
    return FALSE;

  reading->figures[MUKANA_FIGURE_SPENT] = mukana_figure_of (use.spent_cents);
  reading->figures[MUKANA_FIGURE_COMMITTED] = mukana_figure_of (use.committed_cents);
  if ((n_people = count (reading, "reports.count-paid-people", error)) < 0 ||
      (units != NULL && !read_unit_people (reading, units, &rest, error)))
    return FALSE;
  if (mukana_report_is_money_of_few (n_people))
    reading->figures[MUKANA_FIGURE_SPENT].state = reading->figures[MUKANA_FIGURE_COMMITTED].state =
      MUKANA_FIGURE_HIDDEN;
  rest.numbers[0] = use.spent_cents;
  rest.numbers[1] = use.committed_cents;
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      MukanaReportRow *row = &g_array_index (units, MukanaReportRow, i);

      scope.unit = row->code;
      if (!mukana_budgeting_count_fees (reading->db, rules, &scope, &use, error))
        return FALSE;
      row->numbers[0] = use.spent_cents;
      row->numbers[1] = use.committed_cents;
      rest.numbers[0] -= use.spent_cents;
      rest.numbers[1] -= use.committed_cents;
    }
  if (units != NULL && (rest.numbers[0] > 0 || rest.numbers[1] > 0))
    {
      rest.code = g_strdup ("");
      g_array_append_val (units, rest);
    }
  if (units != NULL)
    mukana_report_units_hide (units);

  return TRUE;
}

static GArray *
list_units (Reading  *reading,
            GError  **error)
{
  g_autoptr (GArray) rows = mukana_report_rows_new ();
  g_autoptr (MukanaQuery) query = NULL;
  int year, month, day, result = -1;

  mukana_day_split (reading->period.from, &year, &month, &day);
  query = mukana_db_select (reading->db, "reports.units", error, PERIOD (reading),
                            mukana_int ("year", year));
  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaReportRow row = { .code = g_strdup (mukana_query_peek_text (query, "unit")),
                              .numbers = { 0, 0, mukana_query_get_int (query, "planned_cents") } };

      g_array_append_val (rows, row);
    }

  return result == 0 ? g_steal_pointer (&rows) : NULL;
}

/* ---- The whole ---- */

#define N_QUARTERS 4

/* What is counted of people anew in each time, so that quarters make up a year. */
static const MukanaFigureId summed[] = {
  MUKANA_FIGURE_FIRST_TIMERS, MUKANA_FIGURE_JOINED, MUKANA_FIGURE_REFERRALS,
  MUKANA_FIGURE_EXPERTS_ANSWERS, MUKANA_FIGURE_REQUESTERS_ANSWERS,
  MUKANA_FIGURE_PARTICIPANTS_ANSWERS
};

static gboolean
read_counted (Reading  *reading,
              GError  **error)
{
  return read_people (reading, error) && read_voices (reading, error) &&
         read_cooperation (reading, error);
}

/* A year is told as far as its quarters are, where a small one could be worked out from it. */
static gboolean
round_sums (Reading  *year,
           GError  **error)
{
  MukanaFigure quarters[N_QUARTERS][MUKANA_N_FIGURES] = { 0 };
  MukanaReportPeriod period = mukana_report_period_around (year->period.from, TRUE);

  if (period.until == year->period.until)
    return TRUE;   /* a quarter itself */

  for (guint i = 0; i < N_QUARTERS; i++)
    {
      Reading quarter = { year->db, mukana_report_period_move (&period, (int) i), quarters[i] };

      if (!read_counted (&quarter, error))
        return FALSE;
    }

  for (guint k = 0; k < G_N_ELEMENTS (summed); k++)
    {
      MukanaFigure parts[N_QUARTERS];

      for (guint i = 0; i < N_QUARTERS; i++)
        parts[i] = quarters[i][summed[k]];
      year->figures[summed[k]] = mukana_figure_of_sum (year->figures[summed[k]], parts,
                                                       N_QUARTERS);
    }

  return TRUE;
}

static gboolean
read_figures (Reading    *reading,
              GPtrArray  *statements,
              GError    **error)
{
  take_statements (reading, statements);
  return read_counted (reading, error) && round_sums (reading, error) &&
         read_findings (reading, error) && read_filling (reading, error) &&
         read_paying (reading, error);
}

static gboolean
read_earlier (MukanaDb      *db,
              MukanaReport  *report,
              GPtrArray     *rules,
              GError       **error)
{
  Reading reading = { db, report->before, report->earlier };
  g_autoptr (GPtrArray) statements =
    mukana_statement_lines_load (db, report->before.from, report->before.until, error);

  return statements != NULL && read_figures (&reading, statements, error) &&
         read_units (&reading, NULL, rules, error);
}

static gboolean
read_tables (Reading           *reading,
             MukanaReport      *report,
             MukanaSharedWork  *work,
             GPtrArray         *rules,
             GError           **error)
{
  return (report->roles = read_rows (reading, "reports.roles", error)) != NULL &&
         (report->places = read_rows (reading, "reports.places", error)) != NULL &&
         (report->units = list_units (reading, error)) != NULL &&
         read_units (reading, report->units, rules, error) &&
         read_sharing (reading, work, error);
}

static gboolean
has_nothing (MukanaReport *report)
{
  static const MukanaFigureId told[] = {
    MUKANA_FIGURE_INVOLVED, MUKANA_FIGURE_ASSIGNMENTS, MUKANA_FIGURE_REQUESTS, MUKANA_FIGURE_JOINED,
    MUKANA_FIGURE_STATEMENTS_ASKED, MUKANA_FIGURE_STATEMENTS_GIVEN, MUKANA_FIGURE_EVENTS,
    MUKANA_FIGURE_TRAININGS, MUKANA_FIGURE_REFERRALS, MUKANA_FIGURE_DEEDS, MUKANA_FIGURE_SPENT,
    MUKANA_FIGURE_COMMITTED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (report->figures[told[i]].state != MUKANA_FIGURE_TOLD ||
        report->figures[told[i]].value != 0)
      return FALSE;

  return TRUE;
}

static gpointer
report_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaReport) report = g_new0 (MukanaReport, 1);
  Reading reading = { db, *(const MukanaReportPeriod *) arg, report->figures };
  g_autoptr (GPtrArray) rules = mukana_record_list (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error);
  g_autoptr (MukanaSharedWork) work =
    rules != NULL ? mukana_sharing_out_job.run (db, NULL, cancellable, error) : NULL;
  g_autoptr (GPtrArray) statements =
    work != NULL ? mukana_statement_lines_load (db, reading.period.from, reading.period.until,
                                                error) : NULL;

  if (statements == NULL)
    return NULL;

  report->period = reading.period;
  report->before = mukana_report_period_move (&report->period, -1);
  report->statements = sort_statements (statements);
  if (!read_figures (&reading, statements, error) ||
      !read_tables (&reading, report, work, rules, error) ||
      !read_earlier (db, report, rules, error))
    return NULL;

  report->is_empty = has_nothing (report);
  return g_steal_pointer (&report);
}

const MukanaJob mukana_report_job = {
  "reporting.read", MUKANA_LANE_DOOR, report_run, (GDestroyNotify) mukana_report_free,
  .needs = MUKANA_DEED_WORK_HERE
};
