/* mukana-cli-absences.c: when a person is away, and the busy times of their own calendar. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-importing-times.h"
#include "services/mukana-table.h"

/* ---- A list ---- */

/* @start_minute: not before @end_minute: whole days */
static void
tell_time (MukanaCli  *cli,
           MukanaGrid *grid,
           MukanaDay   day,
           MukanaDay   last_day,
           int         start_minute,
           int         end_minute)
{
  g_autofree char *first = mukana_cli_dup_day (day), *last = mukana_cli_dup_day (last_day);
  g_autofree char *start = mukana_minute_to_iso (start_minute);
  g_autofree char *end = mukana_minute_to_iso (end_minute);
  gboolean is_timed = end_minute > start_minute;

  if (cli->json == NULL)
    {
      mukana_grid_add (grid, first);
      mukana_grid_add (grid, last);
      mukana_grid_add (grid, is_timed ? start : NULL);
      mukana_grid_add (grid, is_timed ? end : NULL);
      return;
    }

  mukana_json_begin_object (cli->json, NULL);
  mukana_cli_json_day (cli, "day", day);
  mukana_cli_json_day (cli, "last_day", last_day);
  if (is_timed)
    {
      mukana_json_add_number (cli->json, "start_minute", start_minute);
      mukana_json_add_number (cli->json, "end_minute", end_minute);
    }
  mukana_json_end_object (cli->json);
}

static MukanaStatus
list_away (MukanaCli *cli,
           gint64     person_id)
{
  static const char * const headings[] = { N_("First day"), N_("Last day"), N_("From"),
                                           N_("Until") };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (MukanaTimesAway) away = mukana_store_run (cli->store, &mukana_times_list_job,
                                                       &person_id, &error);

  if (away == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "absences");
  for (guint i = 0; i < away->absences->len; i++)
    {
      MukanaAbsence *absence = g_ptr_array_index (away->absences, i);

      tell_time (cli, grid, absence->from_day, absence->last_day, 0, 0);
    }
  for (guint i = 0; i < away->busy_times->len; i++)
    {
      MukanaBusyTime *time = g_ptr_array_index (away->busy_times, i);

      tell_time (cli, grid, time->day, time->day, (int) time->start_minute,
                 (int) time->end_minute);
    }

  return mukana_cli_end_list (cli, grid);
}

/* ---- A calendar ---- */

static void
write_plan (MukanaCli             *cli,
            const MukanaTimesPlan *plan)
{
  const struct { const char *name; guint number; } numbers[] = {
    { "new", plan->n_new }, { "same", plan->n_same }, { "gone", plan->n_gone },
    { "cancelled", plan->n_cancelled }, { "free", plan->n_free }, { "own", plan->n_own },
    { "outside", plan->n_outside }, { "too_often", plan->n_often }, { "bad_zone", plan->n_zone },
    { "not_understood", plan->n_broken },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    mukana_json_add_number (cli->json, numbers[i].name, numbers[i].number);
  mukana_json_add_boolean (cli->json, "accepted", cli->options.accept);
}

static void
show_plan (MukanaCli             *cli,
           const MukanaTimesPlan *plan)
{
  g_autofree char *told = mukana_times_plan_tell (plan);
  g_autoptr (GPtrArray) left = mukana_times_plan_left (plan);

  mukana_cli_say ("%s", told);
  for (guint i = 0; i < left->len; i++)
    mukana_cli_say ("%s", (const char *) g_ptr_array_index (left, i));
  if (!cli->options.accept)
    mukana_cli_say ("%s", _("Nothing has changed yet. With --accept it will."));
}

static MukanaStatus
bring (MukanaCli *cli,
       gint64     person_id)
{
  g_autoptr (MukanaTimesFile) file = mukana_times_file_new (person_id,
                                                            cli->options.from_calendar);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaTimesPlan) plan = mukana_store_run (cli->store, &mukana_times_plan_job, file,
                                                       &error);
  MukanaTableFault fault = mukana_table_fault_of_error (error);

  if (fault != MUKANA_TABLE_FAULT_NONE)
    return mukana_cli_refuse (MUKANA_STATUS_REFUSED, "%s",
                              _(mukana_table_fault_sentence (fault)));
  if (plan != NULL && cli->options.accept)
    mukana_store_run (cli->store, &mukana_times_put_job, plan->change, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    write_plan (cli, plan);
  else
    show_plan (cli, plan);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_absences: PERSON; with --from-calendar, what would come, and with --accept comes */
MukanaStatus
mukana_cli_absences (MukanaCli *cli)
{
  gint64 person_id;
  MukanaStatus status;

  if (cli->options.accept && cli->options.from_calendar == NULL)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say of which calendar: --from-calendar."));

  status = mukana_cli_find_person (cli, cli->words[0], &person_id);
  if (status != MUKANA_STATUS_DONE)
    return status;

  return cli->options.from_calendar != NULL ? bring (cli, person_id)
                                            : list_away (cli, person_id);
}
