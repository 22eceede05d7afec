/* mukana-cli-rights.c: the rights of a person, at the terminal. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-copying.h"
#include "services/mukana-keeping-apart.h"

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

/** mukana_cli_apart: PERSON PERSON [--reason CODE] [--drop] */
MukanaStatus
mukana_cli_apart (MukanaCli *cli)
{
  g_autoptr (MukanaApart) apart = g_object_new (MUKANA_TYPE_APART, NULL);
  const char *reason = cli->options.reason != NULL ? cli->options.reason : "other";
  g_autoptr (GError) error = NULL;
  gint64 person_id, other_id;
  MukanaStatus status = mukana_cli_find_person (cli, cli->words[0], &person_id);

  if (status == MUKANA_STATUS_DONE)
    status = mukana_cli_find_person (cli, cli->words[1], &other_id);
  if (status != MUKANA_STATUS_DONE)
    return status;

  if (mukana_code_index (mukana_apart_reasons, reason) < 0)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) mukana_apart_reasons);

      return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The reasons are: %s."), list);
    }

  mukana_record_init_int (apart, "person-id", person_id);
  mukana_record_init_int (apart, "other-id", other_id);
  mukana_record_init_text (apart, "reason", reason);
  mukana_store_run (cli->store, cli->options.drop ? &mukana_let_together_job
                                                  : &mukana_keep_apart_job, apart, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json == NULL)
    mukana_cli_say ("%s", cli->options.drop ? _("They may be placed together")
                                            : _("They are not placed together from now on"));
  return MUKANA_STATUS_DONE;
}
