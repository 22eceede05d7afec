/* mukana-register-file.c: copies, backups and other files that are registers too.
 *
 * Opens one connection for one deed and closes it.  No claim is laid on the file: to read
 * it beside a program that has it open is allowed, and copies belong to whoever makes them.
 */

#include "store/mukana-register-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "store/mukana-db-private.h"
#include "store/mukana-schema.h"

/**
 * mukana_register_file_claim:
 *
 * One program opens one register.  A name in the abstract socket space, made from the
 * file's identity, is given back by the kernel however the program ends, and leaves nothing
 * on disk.
 *
 * Errors: %MUKANA_ERROR_BUSY
 * Returns: a claim for mukana_register_file_release(), %MUKANA_CLAIM_NONE when there is no
 *   file yet, %MUKANA_CLAIM_REFUSED with @error set
 */
int
mukana_register_file_claim (const char  *path,
                            GError     **error)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  struct stat info;
  gsize length;
  int claim;

  if (stat (path, &info) != 0)
    return MUKANA_CLAIM_NONE;   /* opening it says what is wrong */

  g_snprintf (address.sun_path + 1, sizeof address.sun_path - 1, "fi.mukana.register/%lx/%lx",
              (gulong) info.st_dev, (gulong) info.st_ino);
  length = G_STRUCT_OFFSET (struct sockaddr_un, sun_path) + 1 + strlen (address.sun_path + 1);

  claim = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (claim >= 0 && bind (claim, (struct sockaddr *) &address, (socklen_t) length) == 0)
    return claim;

  if (claim >= 0)
    close (claim);
  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_BUSY, "The register is open in another program");
  return MUKANA_CLAIM_REFUSED;
}

void
mukana_register_file_release (int claim)
{
  if (claim >= 0)
    close (claim);
}

static MukanaDb *
open_file (const char  *path,
           GBytes      *key,
           const char  *actor,
           gboolean     read_only,
           GError     **error)
{
  g_autofree char *uri = g_strconcat ("sqlite:", path, NULL);
  g_autoptr (MukanaClock) clock = mukana_clock_new ();
  const MukanaDbOptions options = { .uri = uri, .key = key, .actor = actor, .clock = clock,
                                    .read_only = read_only };

  return mukana_db_open (&options, error);
}

/**
 * mukana_register_file_read:
 * @job: its function runs in one read transaction
 *
 * Blocks; for a thread that may.
 * Errors: as mukana_db_open(), and the job's
 * Returns: what the job returned
 */
gpointer
mukana_register_file_read (const char       *path,
                           GBytes           *key,
                           const MukanaJob  *job,
                           gpointer          arg,
                           GError          **error)
{
  MukanaDb *db = open_file (path, key, "", TRUE, error);
  gpointer result = NULL;

  if (db == NULL)
    return NULL;

  if (mukana_db_begin_read (db, error))
    {
      result = job->run (db, arg, NULL, error);
      mukana_db_rollback (db);
    }
  mukana_db_close (db);
  return result;
}

/** mukana_register_file_write: as mukana_register_file_read(), and commits; the result is freed */
gboolean
mukana_register_file_write (const char       *path,
                            GBytes           *key,
                            const char       *actor,
                            const MukanaJob  *job,
                            gpointer          arg,
                            GError          **error)
{
  MukanaDb *db = open_file (path, key, actor, FALSE, error);
  g_autoptr (MukanaChangeSet) changes = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean done = FALSE;

  if (db == NULL)
    return FALSE;

  if (mukana_schema_current (db, &failure) > mukana_schema_newest ())
    g_set_error (&failure, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW,
                 "The file is newer than the program");
  else if (failure == NULL && mukana_db_begin_write (db, &failure))
    {
      gpointer result = job->run (db, arg, NULL, &failure);

      if (result != NULL && job->free_result != NULL)
        job->free_result (result);
      done = failure == NULL && mukana_db_commit (db, &changes, &failure);
      if (!done)
        mukana_db_rollback (db);
    }
  mukana_db_close (db);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return done;
}

static gboolean
find_whole (MukanaDb  *db,
            GError   **error)
{
  g_auto (GStrv) findings = NULL;

  if (mukana_db_begin_read (db, error))
    {
      findings = mukana_db_verify (db, error);
      mukana_db_rollback (db);
    }

  if (findings != NULL && findings[0] != NULL)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED, "The register is damaged: %s",
                 findings[0]);
  return findings != NULL && findings[0] == NULL;
}

/**
 * mukana_register_file_copy:
 * @target: a new file, under the same key
 *
 * A consistent copy, whatever is written meanwhile.  A source with a damaged page is not
 * copied.
 *
 * Errors: %MUKANA_ERROR_DAMAGED, %MUKANA_ERROR_NO_SPACE, %MUKANA_ERROR_CONFLICT
 */
gboolean
mukana_register_file_copy (const char  *path,
                           GBytes      *key,
                           const char  *target,
                           GError     **error)
{
  /* SQLite lets no connection that only reads write a copy either. */
  MukanaDb *db = open_file (path, key, "", FALSE, error);
  gboolean done;

  if (db == NULL)
    return FALSE;

  done = find_whole (db, error) &&
         mukana_db_peek_engine (db)->copy_to (mukana_db_peek_connection (db), target, error);
  mukana_db_close (db);
  return done;
}

static gboolean
sync_path (const char *path,
           int         flags)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | flags);
  gboolean is_synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return is_synced;
}

/**
 * mukana_register_file_settle:
 * @part: a new copy that nobody has open
 * @path: its name from now on; what had it is replaced
 *
 * Reads every page of the copy, and gives it its name when all of it is on the disk: whatever
 * happens to the register afterwards, the copy is there.
 *
 * Errors: %MUKANA_ERROR_DAMAGED, %MUKANA_ERROR_UNREACHABLE; then there is no @part any more
 */
gboolean
mukana_register_file_settle (const char  *part,
                             const char  *path,
                             GBytes      *key,
                             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  MukanaDb *db = open_file (part, key, "", TRUE, error);
  gboolean is_whole = db != NULL && find_whole (db, error);

  mukana_db_close (db);
  if (is_whole && sync_path (part, 0) && g_rename (part, path) == 0 &&
      sync_path (folder, O_DIRECTORY))
    return TRUE;

  if (is_whole)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE,
                 "The copy of the register cannot be named");
  g_unlink (part);
  return FALSE;
}

/**
 * mukana_register_file_save:
 * @db: of a register that is open, between two transactions
 * @path: its copy, under the same key; what had that name is replaced
 *
 * Through the connection that there is and not by the register's path, at which there may be
 * nothing any more.
 *
 * Errors: as mukana_register_file_settle()
 */
gboolean
mukana_register_file_save (MukanaDb    *db,
                           GBytes      *key,
                           const char  *path,
                           GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".copying", NULL);

  g_unlink (part);
  return mukana_db_peek_engine (db)->copy_to (mukana_db_peek_connection (db), part, error) &&
         mukana_register_file_settle (part, path, key, error);
}

/**
 * mukana_register_file_rekey:
 * @path: a copy that nobody has open; never the register itself
 *
 * Afterwards the file opens with @new_key only and begins with its mark.
 */
gboolean
mukana_register_file_rekey (const char  *path,
                            GBytes      *key,
                            GBytes      *new_key,
                            GError     **error)
{
  MukanaDb *db = open_file (path, key, "", FALSE, error);
  gboolean done;

  if (db == NULL)
    return FALSE;

  done = mukana_db_peek_engine (db)->rekey (mukana_db_peek_connection (db), new_key, error);
  mukana_db_close (db);
  return done;
}
