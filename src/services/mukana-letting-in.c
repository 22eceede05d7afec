/* mukana-letting-in.c: which logins of a server may work with a shared register.
 *
 * The server asks who somebody is, and its administrator makes the logins; what a login may
 * do with the tables of the register is for whoever made them, and that is done here.  Their
 * roles in the program are another thing: see mukana-naming.h.
 */

#include "services/mukana-letting-in.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "store/mukana-journal.h"
#include "store/mukana-logins.h"

static void
allow (MukanaDb    *db,
       const char  *login,
       gboolean     is_let_in,
       GError     **error)
{
  if (mukana_text_is_empty (login))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("Write the name of a login of the server."));
      return;
    }

  if (mukana_logins_let_in (db, login, is_let_in, error))
    mukana_journal_add (db, is_let_in ? "letting.in" : "letting.out", MUKANA_KIND_REGISTER, 0, NULL,
                        error);
}

static gpointer
let_in_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  allow (db, arg, TRUE, error);
  return NULL;
}

static gpointer
shut_out_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  allow (db, arg, FALSE, error);
  return NULL;
}

const MukanaJob mukana_let_in_job = {
  "letting.in", MUKANA_LANE_WRITE, let_in_run, NULL, .needs = MUKANA_DEED_NAME_USERS
};
const MukanaJob mukana_shut_out_job = {
  "letting.out", MUKANA_LANE_WRITE, shut_out_run, NULL, .needs = MUKANA_DEED_NAME_USERS
};
