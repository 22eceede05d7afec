/* mukana-cli-calendar.c: times that were agreed, as a calendar file. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-calendar.h"

/** mukana_cli_calendar: FILE, and --person or --request */
MukanaStatus
mukana_cli_calendar (MukanaCli *cli)
{
  gboolean is_of_person = cli->options.person != NULL;
  g_autoptr (MukanaCalendarFile) asked = NULL;
  g_autoptr (MukanaCalendarFile) written = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;
  MukanaKind kind = is_of_person ? MUKANA_KIND_PERSON : MUKANA_KIND_REQUEST;
  gint64 id;

  if (is_of_person == (cli->options.request != NULL))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Give either --person or --request."));

  status = is_of_person ? mukana_cli_find_person (cli, cli->options.person, &id)
                        : mukana_cli_find_request (cli, cli->options.request, &id);
  if (status != MUKANA_STATUS_DONE)
    return status;

  asked = mukana_calendar_file_new (kind, id, cli->words[0]);
  written = mukana_store_run (cli->store, mukana_calendar_job_of (kind), asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_calendar_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    {
      mukana_json_add_text (cli->json, "file", written->path);
      mukana_json_add_number (cli->json, "events", written->n_events);
    }
  else
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u event in %s", "%u events in %s",
                                 written->n_events), written->n_events, written->path);
  return MUKANA_STATUS_DONE;
}
