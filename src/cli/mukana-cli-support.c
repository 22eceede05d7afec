/* mukana-cli-support.c: what is to be arranged for assignments, and another time for one. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-proposing.h"
#include "services/mukana-supporting.h"

static void
write_task (MukanaCli         *cli,
            MukanaSupportTask *task)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "id", task->id);
  mukana_json_add_number (cli->json, "assignment", task->assignment_id);
  mukana_json_add_text (cli->json, "kind", task->kind);
  mukana_cli_json_day (cli, "due", task->due_on);
  mukana_cli_json_day (cli, "day", task->day);
  mukana_json_add_text (cli->json, "name", task->display_name);
  mukana_json_add_text (cli->json, "title", task->title);
  mukana_json_end_object (cli->json);
}

static void
show_task (MukanaGrid        *grid,
           MukanaSupportTask *task)
{
  g_autofree char *due = mukana_cli_dup_day (task->due_on);
  g_autofree char *day = mukana_cli_dup_day (task->day);

  mukana_grid_add_number (grid, task->id);
  mukana_grid_add (grid, mukana_code_label (mukana_support_tasks, task->kind));
  mukana_grid_add (grid, due);
  mukana_grid_add (grid, task->display_name);
  mukana_grid_add (grid, task->title);
  mukana_grid_add (grid, day);
}

/** mukana_cli_support: all that is still to be arranged, soonest first */
MukanaStatus
mukana_cli_support (MukanaCli *cli)
{
  static const char * const headings[] = { N_("No."), N_("What"), N_("By"), N_("Person"),
                                           N_("Request"), N_("Day") };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (GPtrArray) tasks = mukana_store_run (cli->store, &mukana_supporting_list_job, NULL,
                                                  &error);

  if (tasks == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < tasks->len; i++)
    if (cli->json != NULL)
      write_task (cli, g_ptr_array_index (tasks, i));
    else
      show_task (grid, g_ptr_array_index (tasks, i));
  return mukana_cli_end_list (cli, grid);
}

/** mukana_cli_arranged: TASK */
MukanaStatus
mukana_cli_arranged (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the task, as support lists it."));

  mukana_store_run (cli->store, &mukana_supporting_done_job, &id, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("Marked done."));
}

/* "9.00-11.30", or "9-1130" */
static gboolean
read_times (const char *text,
            gint64     *start_minute,
            gint64     *end_minute)
{
  g_auto (GStrv) halves = g_strsplit (text, "-", 2);

  if (g_strv_length (halves) != 2)
    return FALSE;

  *start_minute = mukana_minute_parse (halves[0]);
  *end_minute = mukana_minute_parse (halves[1]);
  return *start_minute >= 0 && *end_minute >= 0;
}

/** mukana_cli_move: ASSIGNMENT DAY TIMES */
MukanaStatus
mukana_cli_move (MukanaCli *cli)
{
  MukanaDay day = mukana_day_parse_iso (cli->words[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAssignmentFile) file = NULL;
  g_autoptr (MukanaAssignment) moved = NULL;
  gint64 id, start_minute, end_minute;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id) || day == MUKANA_DAY_NONE ||
      !read_times (cli->words[2], &start_minute, &end_minute))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the assignment, the day as 2026-12-31 and the "
                                "times as 9.00-11.30."));

  file = mukana_store_run (cli->store, &mukana_assignment_file_job, &id, &error);
  if (file == NULL)
    return mukana_cli_fail (error);

  moved = mukana_record_with_int (file->assignment, "day", day);
  mukana_record_init_int (moved, "start-minute", start_minute);
  mukana_record_init_int (moved, "end-minute", end_minute);
  mukana_record_init_text (moved, "clash-reason", cli->options.despite_clash);
  mukana_store_run (cli->store, &mukana_supporting_move_job, moved, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("The assignment is moved."));
}

/** mukana_cli_demanding: ASSIGNMENT [--drop]: that one alone, whatever its request is */
MukanaStatus
mukana_cli_demanding (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAssignmentFile) file = NULL;
  g_autoptr (MukanaAssignment) wanted = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the assignment."));
  if ((file = mukana_store_run (cli->store, &mukana_assignment_file_job, &id, &error)) == NULL)
    return mukana_cli_fail (error);

  wanted = mukana_record_with_int (file->assignment, "is-demanding", !cli->options.drop);
  mukana_record_init_int (wanted, "demand-is-own", TRUE);
  mukana_store_run (cli->store, &mukana_supporting_demand_job, wanted, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, cli->options.drop
                                     ? _("The assignment is not demanding")
                                     : _("The assignment is demanding: they are heard "
                                         "afterwards"));
}
