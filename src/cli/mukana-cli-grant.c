/* mukana-cli-grant.c: which logins of a server may work with a shared register, at the terminal. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-letting-in.h"

static MukanaStatus
allow (MukanaCli       *cli,
       const MukanaJob *job,
       const char      *said)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (cli->store, job, (gpointer) cli->words[0], &error);
  return error != NULL ? mukana_cli_fail (error) : mukana_cli_say_done (cli, said);
}

/** mukana_cli_grant: LOGIN of the server, which may work with the register from now on */
MukanaStatus
mukana_cli_grant (MukanaCli *cli)
{
  return allow (cli, &mukana_let_in_job,
                _("The login may work with the register. Name its user and a role too."));
}

/** mukana_cli_revoke: LOGIN of the server, which may work with it no more */
MukanaStatus
mukana_cli_revoke (MukanaCli *cli)
{
  return allow (cli, &mukana_shut_out_job, _("The login may work with the register no more."));
}
