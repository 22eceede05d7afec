/* mukana-cli-events.c: events and trainings, an occurrence a row. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-happening-file.h"

static void
write_occurrence (MukanaCli        *cli,
                  MukanaHappening  *event,
                  MukanaOccurrence *occurrence)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "event", event->id);
  mukana_json_add_text (cli->json, "title", event->title);
  mukana_json_add_text (cli->json, "kind", event->kind);
  mukana_json_add_text (cli->json, "mode", event->mode);
  if (occurrence != NULL)
    {
      mukana_json_add_number (cli->json, "id", occurrence->id);
      mukana_cli_json_day (cli, "day", occurrence->day);
      mukana_json_add_number (cli->json, "start_minute", occurrence->start_minute);
      mukana_json_add_number (cli->json, "end_minute", occurrence->end_minute);
      mukana_json_add_text (cli->json, "venue", occurrence->venue);
      mukana_json_add_text (cli->json, "municipality", occurrence->municipality_code);
      mukana_cli_json_day (cli, "register_by", mukana_happening_deadline (event, occurrence));
      mukana_json_add_number (cli->json, "registered", occurrence->n_registered);
      mukana_json_add_number (cli->json, "attended", occurrence->n_attended);
    }
  mukana_json_end_object (cli->json);
}

static void
show_occurrence (MukanaGrid       *grid,
                 MukanaHappening  *event,
                 MukanaOccurrence *occurrence)
{
  g_autofree char *day = occurrence ? mukana_cli_dup_day (occurrence->day) : NULL;
  g_autofree char *deadline =
    occurrence ? mukana_cli_dup_day (mukana_happening_deadline (event, occurrence)) : NULL;

  if (occurrence != NULL)
    mukana_grid_add_number (grid, occurrence->id);
  else
    mukana_grid_add (grid, NULL);
  mukana_grid_add (grid, event->title);
  mukana_grid_add (grid, mukana_code_label (mukana_happening_kinds, event->kind));
  mukana_grid_add (grid, day);
  mukana_grid_add (grid, occurrence ? occurrence->venue : NULL);
  mukana_grid_add (grid, deadline);
  mukana_grid_add_number (grid, occurrence ? occurrence->n_registered : 0);
  mukana_grid_add_number (grid, occurrence ? occurrence->n_attended : 0);
}

static void
tell (MukanaCli        *cli,
      MukanaGrid       *grid,
      MukanaHappening  *event,
      MukanaOccurrence *occurrence)
{
  if (cli->json != NULL)
    write_occurrence (cli, event, occurrence);
  else
    show_occurrence (grid, event, occurrence);
}

/** mukana_cli_events: each occurrence a row; what has no time yet has one as well */
MukanaStatus
mukana_cli_events (MukanaCli *cli)
{
  static const char * const headings[] = { N_("No."), N_("Title"), N_("Kind"), N_("Day"),
                                           N_("Venue"), N_("Register by"), N_("Registered"),
                                           N_("Attended") };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (GPtrArray) files = mukana_store_run (cli->store, &mukana_happenings_job, NULL,
                                                  &error);

  if (files == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "events");
  for (guint i = 0; i < files->len; i++)
    {
      MukanaHappeningFile *file = g_ptr_array_index (files, i);

      for (guint j = 0; j < file->occurrences->len; j++)
        tell (cli, grid, file->event, g_ptr_array_index (file->occurrences, j));
      if (file->occurrences->len == 0)
        tell (cli, grid, file->event, NULL);
    }
  return mukana_cli_end_list (cli, grid);
}
