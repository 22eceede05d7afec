/* mukana-programme-example.c: a programme to begin with, loaded when somebody wishes it.
 *
 * The twenty-nine measures of a published programme; a county changes them to its own.
 */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "mukana-reference.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-programme-file.h"
#include "services/mukana-table.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define EXAMPLE "/fi/mukana/reference/programme.csv"

/* Columns of the example. */
enum
{
  CODE, PLACE, PRIORITY, GOAL, MEASURE, ANSWERS, STATUS, INDICATOR, KIND, SOURCE, BASELINE,
  BASELINE_WHEN, TARGET
};

/* What the rows above have made already: a title that comes again is the same thing. */
typedef struct
{
  MukanaTable *table;
  guint        row;
  gint64       priority_id, goal_id, measure_id;
} Filling;

static const char *
cell (const Filling *filling,
      guint          column)
{
  const char *text = mukana_table_peek_cell (filling->table, filling->row, column);

  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
is_same (const Filling *filling,
         guint          column)
{
  return filling->row > 1 &&
         g_strcmp0 (mukana_table_peek_cell (filling->table, filling->row, column),
                    mukana_table_peek_cell (filling->table, filling->row - 1, column)) == 0;
}

static gint64
add_priority (MukanaDb  *db,
              Filling   *filling,
              GError   **error)
{
  g_autoptr (MukanaPriority) priority = g_object_new (MUKANA_TYPE_PRIORITY, NULL);

  mukana_record_init_int (priority, "place", g_ascii_strtoll (cell (filling, PLACE), NULL, 10));
  mukana_record_init_text (priority, "title", cell (filling, PRIORITY));
  return mukana_cooperating_save (db, MUKANA_RECORD (priority), error);
}

static gint64
add_goal (MukanaDb  *db,
          Filling   *filling,
          GError   **error)
{
  g_autoptr (MukanaGoal) goal = g_object_new (MUKANA_TYPE_GOAL, NULL);

  mukana_record_init_int (goal, "priority-id", filling->priority_id);
  mukana_record_init_int (goal, "place", filling->row);
  mukana_record_init_text (goal, "title", cell (filling, GOAL));
  return mukana_cooperating_save (db, MUKANA_RECORD (goal), error);
}

static gint64
add_measure (MukanaDb  *db,
             Filling   *filling,
             GError   **error)
{
  g_autoptr (MukanaMeasure) measure = g_object_new (MUKANA_TYPE_MEASURE, NULL);

  mukana_record_init_int (measure, "goal-id", filling->goal_id);
  mukana_record_init_text (measure, "code", cell (filling, CODE));
  mukana_record_init_text (measure, "title", cell (filling, MEASURE));
  mukana_record_init_text (measure, "answers", cell (filling, ANSWERS));
  mukana_record_init_text (measure, "status", cell (filling, STATUS));
  return mukana_cooperating_save (db, MUKANA_RECORD (measure), error);
}

static gboolean
add_indicator (MukanaDb  *db,
               Filling   *filling,
               GError   **error)
{
  g_autoptr (MukanaIndicator) indicator = g_object_new (MUKANA_TYPE_INDICATOR, NULL);
  const char *baseline = cell (filling, BASELINE);

  if (cell (filling, INDICATOR) == NULL)
    return TRUE;

  mukana_record_init_int (indicator, "measure-id", filling->measure_id);
  mukana_record_init_text (indicator, "title", cell (filling, INDICATOR));
  mukana_record_init_text (indicator, "kind", cell (filling, KIND));
  mukana_record_init_text (indicator, "source", cell (filling, SOURCE));
  mukana_record_init_int (indicator, "has-baseline", baseline != NULL);
  mukana_record_init_int (indicator, "baseline-hundredths",
                          baseline != NULL ? g_ascii_strtoll (baseline, NULL, 10) : 0);
  mukana_record_init_text (indicator, "baseline-when", cell (filling, BASELINE_WHEN));
  mukana_record_init_text (indicator, "target", cell (filling, TARGET));
  return mukana_cooperating_save (db, MUKANA_RECORD (indicator), error) > 0;
}

static gboolean
add_row (MukanaDb  *db,
         Filling   *filling,
         gint64    *n_measures,
         GError   **error)
{
  if (!is_same (filling, PRIORITY) &&
      (filling->priority_id = add_priority (db, filling, error)) < 0)
    return FALSE;
  if (!is_same (filling, GOAL) && (filling->goal_id = add_goal (db, filling, error)) < 0)
    return FALSE;
  if (!is_same (filling, CODE))
    {
      if ((filling->measure_id = add_measure (db, filling, error)) < 0)
        return FALSE;
      (*n_measures)++;
    }

  return add_indicator (db, filling, error);
}

static MukanaTable *
load_example (GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  /* Named so that the linker keeps the resource out of its static library. */
  g_resources_register (mukana_reference_get_resource ());
  bytes = g_resources_lookup_data (EXAMPLE, 0, error);
  return bytes ? mukana_table_parse_csv (bytes, error) : NULL;
}

static gboolean
is_empty (MukanaDb  *db,
          GError   **error)
{
  g_autoptr (GPtrArray) there = mukana_record_list (db, "programmes.priorities",
                                                    MUKANA_TYPE_PRIORITY, error);
  g_autoptr (GPtrArray) issues = mukana_issues_new ();

  if (there == NULL)
    return FALSE;
  if (there->len > 0)
    mukana_issues_add (issues, NULL, N_("There is a programme already."));

  return mukana_issues_pass (issues, error);
}

static gpointer
example_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaTable) table = is_empty (db, error) ? load_example (error) : NULL;
  Filling filling = { .table = table };
  gint64 n_measures = 0;

  if (table == NULL)
    return NULL;

  for (filling.row = 1; filling.row < mukana_table_get_n_rows (table); filling.row++)
    if (!add_row (db, &filling, &n_measures, error))
      return NULL;

  return g_memdup2 (&n_measures, sizeof n_measures);
}

const MukanaJob mukana_programme_example_job = {
  "programme-file.example", MUKANA_LANE_WRITE, example_run, g_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

/* Takes back the example, as long as nobody has noted anything under it. */
static gpointer
clear_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char * const statements[] = { "programmes.clear-indicators",
                                             "programmes.clear-measures", "programmes.clear-goals",
                                             "programmes.clear-priorities" };
  gint64 n_readings = mukana_db_count (db, "programmes.count-readings", error);
  g_autoptr (GPtrArray) issues = mukana_issues_new ();

  if (n_readings > 0)
    mukana_issues_add (issues, NULL, N_("Remove first what is under it."));
  if (n_readings < 0 || !mukana_issues_pass (issues, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (mukana_db_run (db, statements[i], error) < 0)
      return NULL;

  if (mukana_journal_add (db, "cooperating.drop", MUKANA_KIND_PROGRAMME, 0, "programme", error))
    mukana_db_touch (db, MUKANA_KIND_PROGRAMME, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_programme_clear_job = {
  "programme-file.clear", MUKANA_LANE_WRITE, clear_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
