/* mukana-cli-identity.c: by what payment knows people, where the county keeps it here.
 *
 * What is written is read from standard input: everybody on a computer can read the words of a
 * command.
 */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "services/mukana-identifying.h"

/* ---- Whether they are kept ---- */

static MukanaStatus
tell_setting (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaIdentifying) setting = mukana_store_run (cli->store,
                                                            &mukana_identifying_setting_job, NULL,
                                                            &error);
  g_autofree char *day = NULL;

  if (setting == NULL)
    return mukana_cli_fail (error);
  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "kept", setting->is_on);
      mukana_cli_json_day (cli, "decided", setting->decided_on);
      mukana_json_add_text (cli->json, "ground", setting->ground);
      mukana_json_add_number (cli->json, "identity_codes", setting->n_codes);
      mukana_json_add_number (cli->json, "accounts", setting->n_accounts);
      return MUKANA_STATUS_DONE;
    }
  if (!setting->is_on)
    return mukana_cli_say_done (cli, _("This register keeps no identity codes and no account "
                                       "numbers."));

  day = mukana_cli_dup_day (setting->decided_on);
  /* Translators: a day, and the ground on which the county decided */
  mukana_cli_say (_("Kept since %s: %s"), day, setting->ground);
  mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%d identity code", "%d identity codes",
                               (gulong) setting->n_codes), (int) setting->n_codes);
  mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%d account number", "%d account numbers",
                               (gulong) setting->n_accounts), (int) setting->n_accounts);
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
drop_all (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n_people = mukana_store_run (cli->store, &mukana_identifying_turn_off_job,
                                                  NULL, &error);
  g_autofree char *told = NULL;

  if (n_people == NULL)
    return mukana_cli_fail (error);

  told = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "The identity code and account number of %d person are removed",
                 "The identity codes and account numbers of %d people are removed",
                 (gulong) *n_people), (int) *n_people);
  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "people", *n_people);
  return mukana_cli_say_done (cli, told);
}

/** mukana_cli_identities: [GROUND] [--drop]: whether they are kept; lets it, or removes all */
MukanaStatus
mukana_cli_identities (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (cli->options.drop)
    return drop_all (cli);
  if (cli->n_words == 0)
    return tell_setting (cli);

  mukana_store_run (cli->store, &mukana_identifying_turn_on_job, (gpointer) cli->words[0], &error);
  return error != NULL ? mukana_cli_fail (error)
                       : mukana_cli_say_done (cli, _("The register keeps identity codes and "
                                                     "account numbers from now on."));
}

/* ---- Of one person ---- */

static MukanaStatus
tell (MukanaCli  *cli,
      const char *code,
      const char *account)
{
  if (cli->json != NULL)
    {
      mukana_json_add_text (cli->json, "identity_code", code);
      mukana_json_add_text (cli->json, "account", account);
      return MUKANA_STATUS_DONE;
    }

  if (code != NULL)
    mukana_cli_say ("%s: %s", _("Personal identity code"), code);
  if (account != NULL)
    mukana_cli_say ("%s: %s", _("Account number (IBAN)"), account);
  if (code == NULL && account == NULL)
    mukana_cli_say ("%s", _("Neither an identity code nor an account number is kept of this "
                            "person."));
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
tell_masked (MukanaCli *cli,
             gint64     person_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaMaskedIdentity) masked = mukana_store_run (cli->store,
                                                              &mukana_identifying_masked_job,
                                                              &person_id, &error);

  return masked == NULL ? mukana_cli_fail (error)
                        : tell (cli, masked->identity_code, masked->account);
}

/* Lines of standard input: "identity-code=…", "account=…"; what has no line stays as it is. */
static MukanaPayIdentity *
read_typed (MukanaPayIdentity *stored)
{
  static const char * const fields[] = { "identity-code", "account" };
  char *values[] = { g_strdup (stored->identity_code), g_strdup (stored->account) };
  MukanaPayIdentity *typed;
  char line[200];

  while (fgets (line, sizeof line, stdin) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      if (g_str_has_prefix (line, fields[i]) && line[strlen (fields[i])] == '=')
        {
          g_free (values[i]);
          values[i] = g_strdup (line + strlen (fields[i]) + 1);
        }

  typed = mukana_pay_identity_new (stored->person_id, stored->version, values[0], values[1]);
  g_free (values[0]);
  g_free (values[1]);
  return typed;
}

static MukanaStatus
change (MukanaCli         *cli,
        MukanaPayIdentity *stored)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPayIdentity) typed = read_typed (stored);
  g_autofree gint64 *version = mukana_store_run (cli->store, &mukana_identifying_save_job, typed,
                                                 &error);

  return version == NULL ? mukana_cli_fail (error)
                         : mukana_cli_say_done (cli, _("Identity code and account number saved"));
}

/** mukana_cli_identity: PERSON [show|change]: the ends, the whole, or what standard input says */
MukanaStatus
mukana_cli_identity (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPayIdentity) whole = NULL;
  gint64 person_id;
  MukanaStatus status = mukana_cli_find_person (cli, cli->words[0], &person_id);

  if (status != MUKANA_STATUS_DONE)
    return status;
  if (cli->n_words == 1)
    return tell_masked (cli, person_id);
  if (!g_str_equal (cli->words[1], "show") && !g_str_equal (cli->words[1], "change"))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say “show” or “change”."));

  whole = mukana_store_run (cli->store, &mukana_identifying_show_job, &person_id, &error);
  if (whole == NULL)
    return mukana_cli_fail (error);

  return g_str_equal (cli->words[1], "show") ? tell (cli, whole->identity_code, whole->account)
                                             : change (cli, whole);
}
