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

static void
tell_agenda (MukanaCli                 *cli,
             const MukanaHappeningFile *file)
{
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "agenda");
  else if (file->agenda->len == 0)
    mukana_cli_say ("%s", _("It has no agenda."));

  for (guint i = 0; i < file->agenda->len; i++)
    {
      MukanaAgendaItem *item = g_ptr_array_index (file->agenda, i);
      g_autofree char *line = mukana_agenda_item_tell (item);

      if (cli->json == NULL)
        {
          mukana_cli_say ("%s%s%s", line, item->speaker != NULL ? " · " : "",
                          item->speaker != NULL ? item->speaker : "");
          continue;
        }
      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_number (cli->json, "id", item->id);
      mukana_json_add_number (cli->json, "start_minute", item->start_minute);
      mukana_json_add_text (cli->json, "title", item->title);
      mukana_json_add_text (cli->json, "speaker", item->speaker);
      mukana_json_end_object (cli->json);
    }
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
}

static void
tell_versions (MukanaCli                 *cli,
               const MukanaHappeningFile *file)
{
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "earlier");

  for (guint i = 0; i < file->versions->len; i++)
    {
      MukanaAgendaVersion *version = g_ptr_array_index (file->versions, i);
      g_autofree char *day = mukana_cli_dup_day (version->until_day);

      if (cli->json == NULL)
        {
          /* Translators: the day until which an agenda was so, and who changed it then */
          mukana_cli_say (_("Until %s, changed by %s"), day, version->changed_by);
          mukana_cli_say ("%s", version->body);
          continue;
        }
      mukana_json_begin_object (cli->json, NULL);
      mukana_cli_json_day (cli, "until", version->until_day);
      mukana_json_add_text (cli->json, "changed_by", version->changed_by);
      mukana_json_add_text (cli->json, "agenda", version->body);
      mukana_json_end_object (cli->json);
    }
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
}

static gboolean
is_event (MukanaHappening *event,
          const char      *wanted)
{
  gint64 id;

  return mukana_cli_read_number (wanted, 1, G_MAXINT64, &id) ? event->id == id
                                                             : g_str_equal (event->title, wanted);
}

/** mukana_cli_agenda: EVENT, its title, or the number that the list of events tells with --json */
MukanaStatus
mukana_cli_agenda (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = mukana_store_run (cli->store, &mukana_happenings_job, NULL,
                                                  &error);

  if (files == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < files->len; i++)
    {
      MukanaHappeningFile *file = g_ptr_array_index (files, i);

      if (!is_event (file->event, cli->words[0]))
        continue;
      tell_agenda (cli, file);
      tell_versions (cli, file);
      return MUKANA_STATUS_DONE;
    }

  return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("There is no such event."));
}
