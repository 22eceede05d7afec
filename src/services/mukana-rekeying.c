/* mukana-rekeying.c: a register under a new key: a new file, never the old one changed in place.
 *
 * The new file is made beside the old one, opened with the new key and read to its last
 * page; then it takes the old one's name.  Until that moment nothing has happened, and
 * afterwards the old key opens nothing but the backups made under it.  The seal of the journal
 * does not change with the key: what was written keeps its proof.
 */

#include "services/mukana-rekeying.h"

#include <glib/gstdio.h>

#include "domain/mukana-recovery-key.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-file-carrying.h"
#include "services/mukana-new-file.h"
#include "store/mukana-journal.h"
#include "store/mukana-register-file.h"

typedef struct
{
  GBytes *key;
  gint64  confirmed_at;   /* when the key was last typed from its sheet; 0: never */
} NewKey;

/* With the old key, whose seal the register keeps from now on. */
static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const NewKey *new_key = arg;
  g_autofree char *id =
    mukana_recovery_key_register_id (g_bytes_get_data (new_key->key, NULL));
  GBytes *seal = mukana_db_peek_seal (db, error);

  if (seal != NULL &&
      mukana_db_run (db, "state.keep-seal", error, mukana_bytes ("value", seal)) >= 0 &&
      mukana_db_run (db, "state.rename-register", error, mukana_text ("register_id", id),
                     mukana_int ("confirmed_at", new_key->confirmed_at)) >= 0)
    mukana_journal_add (db, "rekeying.change", MUKANA_KIND_REGISTER, 0, NULL, error);
  return NULL;
}

static const MukanaJob note_job = { "rekeying.change", MUKANA_LANE_WRITE, note_run, NULL };

static gboolean
put_in_place (const char  *part,
              const char  *path,
              GError     **error)
{
  if (g_rename (part, path) != 0)
    {
      mukana_new_file_set_error (error, "Cannot put the register under its new key in place");
      return FALSE;
    }

  /* It is under the new key now: to call that a failure would keep the key that opens nothing. */
  if (!mukana_file_sync_folder_of (path))
    g_message ("The register under its new key may not have its name after a power cut");
  return TRUE;
}

/**
 * mukana_rekeying_copy:
 * @path: a copy of a register that nobody has open; never the register itself
 * @confirmed_at: when @new_key was last typed from its sheet; 0: never
 *
 * Puts the copy under @new_key, and reads all of it.  Its journal keeps the proof that it has.
 *
 * Blocks.  Errors: as mukana_register_file_write(); then the copy is worth nothing
 */
gboolean
mukana_rekeying_copy (const char  *path,
                      GBytes      *key,
                      GBytes      *new_key,
                      gint64       confirmed_at,
                      const char  *actor,
                      GError     **error)
{
  NewKey wanted = { new_key, confirmed_at };
  g_autoptr (MukanaBackup) whole = NULL;

  return mukana_register_file_write (path, key, actor, &note_job, &wanted, error) &&
         mukana_register_file_rekey (path, key, new_key, error) &&
         (whole = mukana_backup_check (path, new_key, error)) != NULL;
}

/**
 * mukana_rekeying_run:
 * @path: a register that nobody has open
 * @new_key: in the keyring or on paper already, and typed back from there, by the caller
 *
 * Blocks: for the terminal, tests and a thread.
 *
 * Errors: as mukana_register_file_copy(), %MUKANA_ERROR_BUSY; then the register is as it was
 */
gboolean
mukana_rekeying_run (const char  *path,
                     GBytes      *key,
                     GBytes      *new_key,
                     const char  *actor,
                     GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".new-key", NULL);
  int claim = mukana_register_file_claim (path, error);
  gboolean done;

  if (claim == MUKANA_CLAIM_REFUSED)
    return FALSE;

  mukana_file_remove_database (part);   /* of a run that was killed */
  done = mukana_register_file_copy (path, key, part, error) &&
         mukana_rekeying_copy (part, key, new_key, g_get_real_time (), actor, error) &&
         put_in_place (part, path, error);
  mukana_file_remove_database (part);
  mukana_register_file_release (claim);
  return done;
}

typedef struct
{
  char   *path;
  GBytes *key;
  GBytes *new_key;
  char   *actor;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_bytes_unref (work->key);
  g_bytes_unref (work->new_key);
  g_free (work->actor);
  g_free (work);
}

static void
change_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (mukana_rekeying_run (work->path, work->key, work->new_key, work->actor, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/** mukana_rekeying_async: mukana_rekeying_run() in a thread of its own */
void
mukana_rekeying_async (const char          *path,
                       GBytes              *key,
                       GBytes              *new_key,
                       const char          *actor,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  done,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (path);
  work->key = g_bytes_ref (key);
  work->new_key = g_bytes_ref (new_key);
  work->actor = g_strdup (actor);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, change_in_thread);
}

gboolean
mukana_rekeying_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
