/* mukana-cli-rights.c: the rights of a person, at the terminal. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-copying.h"

/** mukana_cli_copy: PERSON FOLDER; what the register knows about somebody, for them */
MukanaStatus
mukana_cli_copy (MukanaCli *cli)
{
  g_autoptr (MukanaCopy) asked = NULL;
  g_autoptr (MukanaCopy) written = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;
  gint64 person_id;

  if ((status = mukana_cli_find_person (cli, cli->words[0], &person_id)) != MUKANA_STATUS_DONE)
    return status;

  asked = mukana_copy_new (person_id, cli->options.given, cli->words[1]);
  written = mukana_store_run (cli->store, &mukana_copying_write_job, asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_copying_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    {
      mukana_json_add_text (cli->json, "json", written->json_path);
      mukana_json_add_text (cli->json, "pdf", written->pdf_path);
    }
  else
    {
      mukana_cli_say ("%s", written->json_path);
      if (written->pdf_path != NULL)
        mukana_cli_say ("%s", written->pdf_path);
    }

  return MUKANA_STATUS_DONE;
}
