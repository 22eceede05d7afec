/* mukana-logins.c: which logins of a server may work with a store on it.
 *
 * The engine knows how the server is told; that a file has none is known here.
 */

#include "store/mukana-logins.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "store/mukana-db-private.h"

/**
 * mukana_logins_let_in:
 * @login: another one of the server
 * @is_let_in: whether it may read and write the store from now on, and pass by its door
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_NOT_FOUND no such login, %MUKANA_ERROR_NOT_ALLOWED a file, or a store that
 *   another login has made
 */
gboolean
mukana_logins_let_in (MukanaDb    *db,
                      const char  *login,
                      gboolean     is_let_in,
                      GError     **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);

  if (engine->let_in != NULL)
    return engine->let_in (mukana_db_peek_connection (db), login, is_let_in, error);

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("This register is a file: whoever has its key opens it."));
  return FALSE;
}
