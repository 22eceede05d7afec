/* mukana-cli-cancel.c: that an assignment or a request is off, by whom and why. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "services/mukana-cancelling.h"

/* Who is still paid. */
static void
tell_owed (MukanaCli           *cli,
           const MukanaSettled *done)
{
  gint64 cents = 0;
  g_autofree char *money = NULL;

  for (guint i = 0; i < done->work->len; i++)
    cents += ((MukanaSettledWork *) g_ptr_array_index (done->work, i))->fee_cents;
  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "assignments", done->work->len);
      mukana_json_add_number (cli->json, "proposals", done->proposals->len);
      mukana_json_add_number (cli->json, "owed_cents", cents);
      return;
    }

  money = mukana_money_format (cents);
  mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u agreed assignment is cancelled.",
                               "%u agreed assignments are cancelled.", done->work->len),
                  done->work->len);
  if (cents > 0)
    /* Translators: %s is an amount in euros */
    mukana_cli_say (_("Owed all the same: %s €."), money);
}

/* Returns: (nullable): static: whose doing it is */
static const char *
read_who (MukanaCli *cli,
          gboolean   is_request)
{
  if (cli->n_words < 3)
    return "cancelled-unit";
  if (g_str_equal (cli->words[2], "unit"))
    return "cancelled-unit";

  return g_str_equal (cli->words[2], "person") && !is_request ? "cancelled-person" : NULL;
}

/** mukana_cli_cancel: assignment|request NUMBER [unit|person] [--reason CODE --text TEXT] */
MukanaStatus
mukana_cli_cancel (MukanaCli *cli)
{
  gboolean is_request = g_str_equal (cli->words[0], "request");
  const char *who = read_who (cli, is_request);
  g_autoptr (MukanaCancelling) cancelling = NULL;
  g_autoptr (MukanaSettled) done = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status = MUKANA_STATUS_DONE;
  gint64 id = 0;

  if ((!is_request && !g_str_equal (cli->words[0], "assignment")) || who == NULL ||
      (!is_request && !mukana_cli_read_number (cli->words[1], 1, G_MAXINT64, &id)))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say assignment and its number, and whether unit or person "
                                "cancels it; or request, and which."));
  if (cli->options.reason != NULL &&
      mukana_code_index (mukana_cancel_reasons, cli->options.reason) < 0)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) mukana_cancel_reasons);

      return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The reasons are: %s."), list);
    }
  if (is_request)
    status = mukana_cli_find_request (cli, cli->words[1], &id);
  if (status != MUKANA_STATUS_DONE)
    return status;

  cancelling = mukana_cancelling_new (id, who, cli->options.reason, cli->options.text);
  done = mukana_store_run (cli->store, is_request ? &mukana_cancelling_request_job
                                                  : &mukana_cancelling_job, cancelling, &error);
  if (done == NULL)
    return mukana_cli_fail (error);

  tell_owed (cli, done);
  return MUKANA_STATUS_DONE;
}
