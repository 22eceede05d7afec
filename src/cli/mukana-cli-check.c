/* mukana-cli-check.c: whether the register is whole. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-checking.h"
#include "services/mukana-righting-day.h"

static void
tell_part (MukanaCli  *cli,
           const char *name,
           const char *title,
           gboolean    is_whole)
{
  if (cli->json != NULL)
    mukana_json_add_text (cli->json, name, is_whole ? "ok" : "problem");
  else
    /* Translators: what was checked, and whether it is in order */
    mukana_cli_say (_("%s: %s"), title, is_whole ? _("in order") : _("a problem"));
}

/* The lines by their numbers, which name nobody. */
static void
tell_fees (MukanaCli *cli,
           GArray    *ids)
{
  tell_part (cli, "fees", _("Fees"), ids->len == 0);
  for (guint i = 0; i < ids->len && cli->json == NULL; i++)
    mukana_cli_say (_("Fee line %d does not come to the same cents again."),
                    (int) g_array_index (ids, gint64, i));
}

/** mukana_cli_check: the file, the chain of the journal, both indexes, the fees */
MukanaStatus
mukana_cli_check (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaCheckup) checkup = mukana_store_run (cli->store, &mukana_checking_job, NULL,
                                                        &error);
  gboolean file_is_whole, journal_is_whole, search_is_whole, matching_is_whole;

  if (checkup == NULL)
    return mukana_cli_fail (error);

  file_is_whole = checkup->file[0] == NULL;
  if (!file_is_whole)
    mukana_store_note_damage (cli->store);
  journal_is_whole = checkup->first_broken == 0;
  search_is_whole = checkup->n_stray_terms == 0 && checkup->n_missing_people == 0;
  matching_is_whole = checkup->wrong_packs->len == 0;

  tell_part (cli, "file", _("File"), file_is_whole);
  tell_part (cli, "journal", _("Journal"), journal_is_whole);
  tell_part (cli, "search", _("Search index"), search_is_whole);
  tell_part (cli, "matching", _("Matching"), matching_is_whole);
  tell_fees (cli, checkup->other_fees);

  return file_is_whole && journal_is_whole && search_is_whole && matching_is_whole &&
         checkup->other_fees->len == 0
           ? MUKANA_STATUS_DONE : MUKANA_STATUS_NO_STORE;
}

static MukanaStatus
tell_day (MukanaCli            *cli,
          const MukanaDayAhead *ahead)
{
  if (cli->json != NULL)
    {
      mukana_cli_json_day (cli, "register_day", ahead->register_day);
      mukana_cli_json_day (cli, "clock_day", ahead->clock_day);
    }
  else
    mukana_cli_tell_day_ahead (ahead);
  return MUKANA_STATUS_CONFLICT;
}

/** mukana_cli_tell_day_ahead: on the error output, which no list goes to */
void
mukana_cli_tell_day_ahead (const MukanaDayAhead *ahead)
{
  g_autofree char *register_day = mukana_cli_dup_day (ahead->register_day);
  g_autofree char *clock_day = mukana_cli_dup_day (ahead->clock_day);

  /* Translators: two days */
  g_printerr (_("The register's day is %s, but this computer's is %s. Consents that end between "
                "them count as ended, and nothing is erased because of its age. If the computer's "
                "day is right: mukana-cli day --accept"), register_day, clock_day);
  g_printerr ("\n");
}

/** mukana_cli_day: with --accept, a register's day that ran ahead is put right */
MukanaStatus
mukana_cli_day (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree MukanaDayAhead *ahead = mukana_store_run (cli->store, &mukana_day_ahead_job, NULL,
                                                       &error);

  if (error == NULL && ahead != NULL && !cli->options.accept)
    return tell_day (cli, ahead);
  if (error == NULL && ahead != NULL)
    mukana_store_run (cli->store, &mukana_day_put_right_job, NULL, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  mukana_cli_say ("%s", _("The register's day is that of this computer."));
  return MUKANA_STATUS_DONE;
}
