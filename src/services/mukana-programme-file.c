/* mukana-programme-file.c: the whole programme as one reading.
 *
 * What fills itself is counted of the year of today when it is read, and never stored: a
 * reading is what somebody has noted on a day.
 */

#include "services/mukana-programme-file.h"

#include "domain/mukana-codes.h"
#include "services/mukana-statement-lines.h"
#include "store/mukana-record-io.h"

#define HUNDRED 100
#define HUNDRED_PERCENT 10000

static void
free_indicator (gpointer data)
{
  MukanaIndicatorRow *row = data;

  g_object_unref (row->indicator);
  g_ptr_array_unref (row->readings);
  g_free (row);
}

static void
free_measure (gpointer data)
{
  MukanaMeasureRow *row = data;

  g_object_unref (row->measure);
  g_ptr_array_unref (row->indicators);
  g_free (row);
}

static void
free_goal (gpointer data)
{
  MukanaGoalRow *row = data;

  g_object_unref (row->goal);
  g_ptr_array_unref (row->measures);
  g_free (row);
}

static void
free_priority (gpointer data)
{
  MukanaPriorityRow *row = data;

  g_object_unref (row->priority);
  g_ptr_array_unref (row->goals);
  g_free (row);
}

void
mukana_programme_free (MukanaProgramme *self)
{
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_free (self);
}

/* ---- What fills itself ---- */

typedef struct
{
  MukanaDay from;
  MukanaDay until;
} Period;

static gboolean
count (MukanaDb      *db,
       const char    *statement,
       const Period  *period,
       gint64        *hundredths,
       GError       **error)
{
  gint64 n = mukana_db_count (db, statement, error, mukana_day ("from", period->from),
                              mukana_day ("until", period->until));

  *hundredths = n * HUNDRED;
  return n >= 0;
}

/* Those that were given: what was only asked has said nothing yet. */
static gboolean
count_statements (MukanaDb      *db,
                  const Period  *period,
                  gint64        *hundredths,
                  GError       **error)
{
  g_autoptr (GPtrArray) lines = mukana_statement_lines_load (db, period->from, period->until,
                                                             error);

  if (lines != NULL)
    *hundredths = mukana_statement_lines_count (lines, NULL).n_given * HUNDRED;
  return lines != NULL;
}

/* Days from the feedback to its handling, on average; no number of none. */
static gboolean
average_handling (MukanaDb      *db,
                  const Period  *period,
                  gboolean      *is_counted,
                  gint64        *hundredths,
                  GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "programmes.handled", error,
                                                    mukana_day ("from", period->from),
                                                    mukana_day ("until", period->until));
  gint64 sum = 0, n = 0;
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      sum += mukana_query_get_day (query, "handled_on") - mukana_query_get_day (query, "given_on");
      n++;
    }

  *is_counted = n > 0;
  *hundredths = n > 0 ? (sum * HUNDRED + n / 2) / n : 0;
  return result == 0;
}

/* The share of 9 and 10 less the share of 0 to 6. */
static gboolean
net_score (MukanaDb      *db,
           const Period  *period,
           gboolean      *is_counted,
           gint64        *hundredths,
           GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "programmes.scores", error,
                                                    mukana_day ("from", period->from),
                                                    mukana_day ("until", period->until));
  gint64 n;

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return FALSE;

  n = mukana_query_get_int (query, "n_all");
  *is_counted = n > 0;
  *hundredths = n > 0 ? (mukana_query_get_int (query, "n_high") -
                         mukana_query_get_int (query, "n_low")) * HUNDRED_PERCENT / n : 0;
  return TRUE;
}

static gboolean
fill (MukanaDb            *db,
      MukanaIndicatorRow  *row,
      const Period        *period,
      GError             **error)
{
  const char *source = row->indicator->source;
  const Period so_far = { period->from, MIN (period->until, mukana_db_today (db)) };

  row->is_counted = source != NULL;
  if (source == NULL)
    return TRUE;
  if (g_str_equal (source, "statements"))
    return count_statements (db, period, &row->counted_hundredths, error);
  if (g_str_equal (source, "events"))
    return count (db, "programmes.count-events", &so_far, &row->counted_hundredths, error);
  if (g_str_equal (source, "experts"))
    return count (db, "programmes.count-experts", period, &row->counted_hundredths, error);
  if (g_str_equal (source, "handling"))
    return average_handling (db, period, &row->is_counted, &row->counted_hundredths, error);

  return net_score (db, period, &row->is_counted, &row->counted_hundredths, error);
}

/* ---- Reading ---- */

/* All rows of the five tables, as they come. */
typedef struct
{
  GPtrArray *priorities, *goals, *measures, *indicators, *readings;
} Rows;

static void
clear_rows (Rows *rows)
{
  g_clear_pointer (&rows->priorities, g_ptr_array_unref);
  g_clear_pointer (&rows->goals, g_ptr_array_unref);
  g_clear_pointer (&rows->measures, g_ptr_array_unref);
  g_clear_pointer (&rows->indicators, g_ptr_array_unref);
  g_clear_pointer (&rows->readings, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, clear_rows)

static gboolean
read_rows (MukanaDb  *db,
           Rows      *rows,
           GError   **error)
{
  return (rows->priorities = mukana_record_list (db, "programmes.priorities", MUKANA_TYPE_PRIORITY,
                                                 error)) != NULL &&
         (rows->goals = mukana_record_list (db, "programmes.goals", MUKANA_TYPE_GOAL,
                                            error)) != NULL &&
         (rows->measures = mukana_record_list (db, "programmes.measures", MUKANA_TYPE_MEASURE,
                                               error)) != NULL &&
         (rows->indicators = mukana_record_list (db, "programmes.indicators",
                                                 MUKANA_TYPE_INDICATOR, error)) != NULL &&
         (rows->readings = mukana_record_list (db, "programmes.readings", MUKANA_TYPE_READING,
                                               error)) != NULL;
}

static GPtrArray *
collect_readings (GPtrArray *readings,
                  gint64     indicator_id)
{
  GPtrArray *mine = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < readings->len; i++)
    if (MUKANA_READING (g_ptr_array_index (readings, i))->indicator_id == indicator_id)
      g_ptr_array_add (mine, g_object_ref (g_ptr_array_index (readings, i)));

  return mine;
}

static MukanaMeasureRow *
make_measure (MukanaDb       *db,
              Rows           *rows,
              MukanaMeasure  *measure,
              const Period   *period,
              GError        **error)
{
  MukanaMeasureRow *row = g_new0 (MukanaMeasureRow, 1);

  row->measure = g_object_ref (measure);
  row->indicators = g_ptr_array_new_with_free_func (free_indicator);
  for (guint i = 0; i < rows->indicators->len; i++)
    {
      MukanaIndicator *indicator = g_ptr_array_index (rows->indicators, i);
      MukanaIndicatorRow *under;

      if (indicator->measure_id != measure->id)
        continue;

      under = g_new0 (MukanaIndicatorRow, 1);
      under->indicator = g_object_ref (indicator);
      under->readings = collect_readings (rows->readings, indicator->id);
      g_ptr_array_add (row->indicators, under);
      if (!fill (db, under, period, error))
        {
          free_measure (row);
          return NULL;
        }
    }

  return row;
}

static gboolean
add_measures (MukanaDb         *db,
              Rows             *rows,
              MukanaProgramme  *programme,
              MukanaGoalRow    *goal,
              const Period     *period,
              GError          **error)
{
  for (guint i = 0; i < rows->measures->len; i++)
    {
      MukanaMeasure *measure = g_ptr_array_index (rows->measures, i);
      int status = mukana_code_index (mukana_measure_statuses, measure->status);
      MukanaMeasureRow *row;

      if (measure->goal_id != goal->goal->id)
        continue;
      if ((row = make_measure (db, rows, measure, period, error)) == NULL)
        return FALSE;

      g_ptr_array_add (goal->measures, row);
      programme->n_measures++;
      if (status >= 0)
        programme->n_with[status]++;
      else
        programme->n_without++;
    }

  return TRUE;
}

static gboolean
add_goals (MukanaDb           *db,
           Rows               *rows,
           MukanaProgramme    *programme,
           MukanaPriorityRow  *priority,
           const Period       *period,
           GError            **error)
{
  for (guint i = 0; i < rows->goals->len; i++)
    {
      MukanaGoal *goal = g_ptr_array_index (rows->goals, i);
      MukanaGoalRow *row;

      if (goal->priority_id != priority->priority->id)
        continue;

      row = g_new0 (MukanaGoalRow, 1);
      row->goal = g_object_ref (goal);
      row->measures = g_ptr_array_new_with_free_func (free_measure);
      g_ptr_array_add (priority->goals, row);
      if (!add_measures (db, rows, programme, row, period, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
programme_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (MukanaProgramme) programme = g_new0 (MukanaProgramme, 1);
  g_auto (Rows) rows = { 0 };
  Period period;
  int month, day;

  mukana_day_split (mukana_db_today (db), &programme->year, &month, &day);
  period = (Period) { mukana_day_new (programme->year, 1, 1),
                      mukana_day_new (programme->year, 12, 31) };
  programme->priorities = g_ptr_array_new_with_free_func (free_priority);
  if (!read_rows (db, &rows, error))
    return NULL;

  for (guint i = 0; i < rows.priorities->len; i++)
    {
      MukanaPriorityRow *row = g_new0 (MukanaPriorityRow, 1);

      row->priority = g_object_ref (g_ptr_array_index (rows.priorities, i));
      row->goals = g_ptr_array_new_with_free_func (free_goal);
      g_ptr_array_add (programme->priorities, row);
      if (!add_goals (db, &rows, programme, row, &period, error))
        return NULL;
    }

  return g_steal_pointer (&programme);
}

const MukanaJob mukana_programme_job = {
  "programme-file.read", MUKANA_LANE_READ, programme_run,
  (GDestroyNotify) mukana_programme_free, .needs = MUKANA_DEED_WORK_HERE
};
