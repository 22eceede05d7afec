/* mukana-cli-report.c: the report of a quarter or a year, as the window shows it. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/mukana-grid.h"
#include "services/mukana-reporting.h"

#define FIGURE_COLUMNS 3

static void
write_figure (MukanaCli         *cli,
              const char        *name,
              MukanaFigureId     id,
              const MukanaFigure *figure)
{
  g_autofree char *told = mukana_figure_tell (id, figure);

  /* A number where it is one, else what the window shows in its place. */
  if (figure->state == MUKANA_FIGURE_TOLD)
    mukana_json_add_number (cli->json, name, figure->value);
  else
    mukana_json_add_text (cli->json, name, figure->state == MUKANA_FIGURE_UNKNOWN ? NULL : told);
}

static void
write_figures (MukanaCli    *cli,
               MukanaReport *report)
{
  g_autofree char *period = mukana_report_period_tell (&report->period);

  mukana_json_add_text (cli->json, "period", period);
  mukana_json_begin_array (cli->json, "figures");
  for (guint i = 0; i < MUKANA_N_FIGURES; i++)
    {
      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_text (cli->json, "name", mukana_figure_info (i)->name);
      write_figure (cli, "value", i, &report->figures[i]);
      write_figure (cli, "before", i, &report->earlier[i]);
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
}

static void
say_figures (MukanaReport      *report,
             MukanaReportGroup  group)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (FIGURE_COLUMNS);
  g_autofree char *now = mukana_report_period_tell (&report->period);
  g_autofree char *before = mukana_report_period_tell (&report->before);

  mukana_grid_add (grid, _(mukana_report_group_label (group)));
  mukana_grid_add (grid, now);
  mukana_grid_add (grid, before);
  for (guint i = 0; i < MUKANA_N_FIGURES; i++)
    {
      g_autofree char *value = mukana_figure_tell (i, &report->figures[i]);
      g_autofree char *earlier = mukana_figure_tell (i, &report->earlier[i]);

      if (mukana_figure_info (i)->group != group)
        continue;
      mukana_grid_add (grid, _(mukana_figure_info (i)->label));
      mukana_grid_add (grid, value);
      mukana_grid_add (grid, earlier);
    }
  mukana_cli_say_grid (grid);
}

static void
tell_row (MukanaCli             *cli,
          MukanaGrid            *grid,
          MukanaReportTable      table,
          const MukanaReportRow *row,
          MukanaLexicon         *words)
{
  const char * const *headings = mukana_report_headings (table);
  g_autofree char *label = mukana_report_row_label (table, row, words);

  if (cli->json != NULL)
    {
      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_text (cli->json, "code", row->code);
      mukana_json_begin_array (cli->json, "numbers");
    }
  mukana_grid_add (grid, label);
  for (guint k = 1; headings[k] != NULL; k++)
    {
      g_autofree char *cell = mukana_report_row_cell (table, row, k - 1);

      mukana_grid_add (grid, cell);
      if (cli->json != NULL)
        mukana_json_add_text (cli->json, NULL, cell);
    }
  if (cli->json != NULL)
    {
      mukana_json_end_array (cli->json);
      mukana_json_end_object (cli->json);
    }
}

static void
tell_table (MukanaCli         *cli,
            MukanaReport      *report,
            MukanaReportTable  table,
            MukanaLexicon     *words)
{
  static const char * const names[MUKANA_N_REPORT_TABLES] = { "roles", "places", "statements",
                                                              "units" };
  const char * const *headings = mukana_report_headings (table);
  GArray *rows = mukana_report_peek_table (report, table);
  g_autoptr (MukanaGrid) grid = mukana_grid_new (g_strv_length ((char **) headings));

  for (guint k = 0; headings[k] != NULL; k++)
    mukana_grid_add (grid, _(headings[k]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, names[table]);
  for (guint i = 0; i < rows->len; i++)
    tell_row (cli, grid, table, &g_array_index (rows, MukanaReportRow, i), words);
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else if (rows->len > 0)
    mukana_cli_say_grid (grid);
}

static MukanaStatus
print_report (MukanaCli                *cli,
              const MukanaReportPeriod *period,
              const char               *path)
{
  g_autoptr (MukanaReportPrint) asked = mukana_report_print_new (period, path);
  g_autoptr (MukanaReportPrint) written = NULL;
  g_autoptr (GError) error = NULL;

  written = mukana_store_run (cli->store, &mukana_report_print_job, asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_report_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("The report is written."));
}

/** mukana_cli_report: [YEAR|QUARTER/YEAR] [--pdf FILE | --to FILE]; at the door: it names nobody */
MukanaStatus
mukana_cli_report (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaReport) report = NULL;
  MukanaReportPeriod period = mukana_report_period_around (mukana_clock_today (cli->clock), FALSE);
  MukanaLexicon *words;

  if (cli->words[0] != NULL && !mukana_report_period_parse (cli->words[0], &period))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Write a year, 2026, or a quarter of one, 3/2026."));
  if (cli->options.pdf != NULL || cli->options.to != NULL)
    return print_report (cli, &period, cli->options.pdf ? cli->options.pdf : cli->options.to);

  report = mukana_store_run (cli->store, &mukana_report_job, &period, &error);
  words = report != NULL ? mukana_cli_lexicon (cli, &error) : NULL;
  if (words == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    write_figures (cli, report);
  for (guint group = 0; group < MUKANA_N_REPORT_GROUPS; group++)
    {
      if (cli->json == NULL)
        say_figures (report, group);
      for (guint table = 0; table < MUKANA_N_REPORT_TABLES; table++)
        if (mukana_report_table_group (table) == group)
          tell_table (cli, report, table, words);
    }
  return MUKANA_STATUS_DONE;
}
