/* mukana-cli-programme.c: the measures of the programme, and the newest number of each. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-programme-file.h"

/* Returns: (nullable): yours: what the register counts, or else what was noted last */
static char *
tell_newest (MukanaIndicatorRow *row)
{
  MukanaReading *newest = row->readings->len > 0 ? g_ptr_array_index (row->readings, 0) : NULL;

  if (row->is_counted)
    return mukana_indicator_tell (row->indicator->kind, row->counted_hundredths);
  if (newest == NULL)
    return NULL;
  if (g_strcmp0 (row->indicator->kind, "words") == 0)
    return g_strdup (newest->words);

  return mukana_indicator_tell (row->indicator->kind, newest->hundredths);
}

static void
write_measure (MukanaCli        *cli,
               MukanaMeasureRow *row)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "id", row->measure->id);
  mukana_json_add_text (cli->json, "code", row->measure->code);
  mukana_json_add_text (cli->json, "title", row->measure->title);
  mukana_json_add_text (cli->json, "answers", row->measure->answers);
  mukana_json_add_text (cli->json, "status", row->measure->status);
  mukana_json_begin_array (cli->json, "indicators");
  for (guint i = 0; i < row->indicators->len; i++)
    {
      MukanaIndicatorRow *indicator = g_ptr_array_index (row->indicators, i);
      g_autofree char *newest = tell_newest (indicator);

      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_number (cli->json, "id", indicator->indicator->id);
      mukana_json_add_text (cli->json, "title", indicator->indicator->title);
      mukana_json_add_text (cli->json, "kind", indicator->indicator->kind);
      mukana_json_add_text (cli->json, "value", newest);
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
  mukana_json_end_object (cli->json);
}

static void
show_measure (MukanaGrid       *grid,
              MukanaMeasureRow *row)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < row->indicators->len; i++)
    {
      MukanaIndicatorRow *indicator = g_ptr_array_index (row->indicators, i);
      g_autofree char *newest = tell_newest (indicator);

      g_string_append_printf (numbers, "%s%s: %s", numbers->len > 0 ? "; " : "",
                              indicator->indicator->title, newest != NULL ? newest : "–");
    }

  mukana_grid_add (grid, row->measure->code);
  mukana_grid_add (grid, row->measure->title);
  mukana_grid_add (grid, row->measure->answers);
  mukana_grid_add (grid, mukana_code_label (mukana_measure_statuses, row->measure->status));
  mukana_grid_add (grid, numbers->str);
}

static void
tell_goal (MukanaCli     *cli,
           MukanaGrid    *grid,
           MukanaGoalRow *goal)
{
  for (guint i = 0; i < goal->measures->len; i++)
    if (cli->json != NULL)
      write_measure (cli, g_ptr_array_index (goal->measures, i));
    else
      show_measure (grid, g_ptr_array_index (goal->measures, i));
}

static MukanaStatus
fill_with_example (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n_measures = mukana_store_run (cli->store, &mukana_programme_example_job, NULL,
                                                    &error);

  return n_measures == NULL ? mukana_cli_fail (error) : MUKANA_STATUS_DONE;
}

static MukanaStatus
print_programme (MukanaCli *cli)
{
  MukanaProgrammePrint *asked = mukana_programme_print_new (mukana_lexicon_language (),
                                                            cli->options.pdf);
  g_autoptr (GError) error = NULL;

  mukana_store_run (cli->store, &mukana_programme_print_job, asked, &error);
  mukana_programme_print_free (asked);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("The programme is written."));
}

static MukanaStatus
list_measures (MukanaCli *cli)
{
  static const char * const headings[] = { N_("Code"), N_("Measure"), N_("Who answers"),
                                           N_("Status"), N_("Indicators") };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (MukanaProgramme) programme = mukana_store_run (cli->store, &mukana_programme_job,
                                                            NULL, &error);

  if (programme == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "measures");
  for (guint i = 0; i < programme->priorities->len; i++)
    {
      MukanaPriorityRow *priority = g_ptr_array_index (programme->priorities, i);

      for (guint j = 0; j < priority->goals->len; j++)
        tell_goal (cli, grid, g_ptr_array_index (priority->goals, j));
    }
  return mukana_cli_end_list (cli, grid);
}

/** mukana_cli_programme: [--example] [--pdf FILE]; without a file, every measure a row */
MukanaStatus
mukana_cli_programme (MukanaCli *cli)
{
  MukanaStatus status = cli->options.example ? fill_with_example (cli) : MUKANA_STATUS_DONE;

  if (status != MUKANA_STATUS_DONE)
    return status;

  return cli->options.pdf != NULL ? print_programme (cli) : list_measures (cli);
}
