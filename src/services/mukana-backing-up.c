/* mukana-backing-up.c: copies of a register that are known to open.
 *
 * A copy is made beside the register, opened with the key and read to its last page, and
 * only then carried to its folder and called a backup.  A damaged register makes none,
 * so that it never takes the place of a good one.  The folder may be on a disk or a
 * network where no register could live: there the copy is only bytes, compared again.
 */

#include "services/mukana-backing-up.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-backup.h"
#include "services/mukana-file-carrying.h"
#include "services/mukana-new-file.h"
#include "store/mukana-journal.h"
#include "store/mukana-register-file.h"
#include "store/mukana-side-file.h"

void
mukana_backup_free (MukanaBackup *self)
{
  g_free (self->file_name);
  g_free (self->journal_tip);
  g_free (self);
}

const char * const mukana_backup_lists[MUKANA_N_BACKUP_LISTS] = { "erasures", "withdrawals" };

/** mukana_backup_list_path: Returns: yours, where the list lies in the folder of @backup */
char *
mukana_backup_list_path (const char *backup,
                         const char *ending)
{
  g_autofree char *folder = g_path_get_dirname (backup);
  g_autofree char *name = g_strconcat ("mukana.", ending, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
check_pages (MukanaDb  *db,
             GError   **error)
{
  g_auto (GStrv) findings = mukana_db_verify (db, error);

  if (findings != NULL && findings[0] != NULL)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED, "The register is damaged: %s",
                 findings[0]);
  return findings != NULL && findings[0] == NULL;
}

static gboolean
check_chain (MukanaDb  *db,
             GError   **error)
{
  gint64 n_rows;
  gint64 first_broken = mukana_journal_check (db, &n_rows, error);

  if (first_broken > 0)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED,
                 "The journal is not whole from row %" G_GINT64_FORMAT, first_broken);
  return first_broken == 0;
}

static MukanaBackup *
describe (MukanaDb    *db,
          const char  *path,
          GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "backups.of-itself", error);
  g_autoptr (MukanaBackup) backup = g_new0 (MukanaBackup, 1);

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return NULL;

  backup->file_name = g_path_get_basename (path);
  backup->n_people = mukana_query_get_int (query, "n_people");
  backup->journal_tip = g_strdup (mukana_query_peek_text (query, "journal_tip"));
  backup->made_at = mukana_query_get_int (query, "last_at");
  return g_steal_pointer (&backup);
}

/* Nothing but what the file says: every page, every rule of its columns, the whole chain. */
static gpointer
check_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return check_pages (db, error) && check_chain (db, error) ? describe (db, arg, error) : NULL;
}

static const MukanaJob check_job = {
  "backing-up.check", MUKANA_LANE_LONG, check_run, (GDestroyNotify) mukana_backup_free,
  .needs = MUKANA_DEED_WORK_HERE
};

/**
 * mukana_backup_check:
 * @path: a backup, or a register that is not open
 *
 * Reads all of it.  Blocks: for a thread of its own.
 *
 * Errors: as mukana_register_file_read(), %MUKANA_ERROR_DAMAGED
 * Returns: yours, what it is
 */
MukanaBackup *
mukana_backup_check (const char  *path,
                     GBytes      *key,
                     GError     **error)
{
  return mukana_register_file_read (path, key, &check_job, (gpointer) path, error);
}

/* The register's own list of them. */

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaBackup *backup = arg;

  if (mukana_db_insert (db, "backups.add", error, mukana_int ("made_at", backup->made_at),
                        mukana_text ("file_name", backup->file_name),
                        mukana_int ("n_people", backup->n_people),
                        mukana_text ("journal_tip", backup->journal_tip)) >= 0 &&
      mukana_journal_add (db, "backing-up.make", MUKANA_KIND_REGISTER, 0, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

static gpointer
gone_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  if (mukana_db_run (db, "backups.gone", error, mukana_text ("file_name", arg),
                     mukana_int ("at", mukana_db_now_us (db))) >= 0)
    mukana_journal_add (db, "backing-up.drop", MUKANA_KIND_REGISTER, 0, NULL, error);

  return NULL;
}

static gpointer
backups_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "backups.all", error);
  g_autoptr (GPtrArray) backups =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_backup_free);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaBackup *backup = g_new0 (MukanaBackup, 1);

      backup->id = mukana_query_get_int (query, "id");
      backup->made_at = mukana_query_get_int (query, "made_at");
      backup->file_name = g_strdup (mukana_query_peek_text (query, "file_name"));
      backup->n_people = mukana_query_get_int (query, "n_people");
      backup->journal_tip = g_strdup (mukana_query_peek_text (query, "journal_tip"));
      g_ptr_array_add (backups, backup);
    }

  return result == 0 ? g_steal_pointer (&backups) : NULL;
}

/* Whoever opens the register makes its daily copy. */
static const MukanaJob note_job = { "backing-up.make", MUKANA_LANE_WRITE, note_run, NULL,
                                    .needs = MUKANA_DEED_WORK_HERE };
static const MukanaJob gone_job = { "backing-up.drop", MUKANA_LANE_WRITE, gone_run, NULL,
                                    .needs = MUKANA_DEED_WORK_HERE };
const MukanaJob mukana_backups_job = {
  "backing-up.list", MUKANA_LANE_READ, backups_run, (GDestroyNotify) g_ptr_array_unref
};

/* Only files that we would call so, and only those that are not to be kept. */
static gboolean
drop_old (MukanaStore  *store,
          const char   *folder,
          MukanaDay     today,
          GError      **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) dropped = NULL;
  g_autoptr (GError) failure = NULL;
  const char *name;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  dropped = mukana_backups_to_drop (names, today);
  for (guint i = 0; i < dropped->len && failure == NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (dropped, i), NULL);

      if (g_unlink (path) == 0)
        mukana_store_run (store, &gone_job, g_ptr_array_index (dropped, i), &failure);
    }

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return error == NULL || *error == NULL;
}

/* There is a good backup now, so that nobody needs them any more. */
static void
drop_old_copies (const char *path,
                 MukanaDay   today)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *register_name = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (mukana_backup_is_old_copy (name, register_name, today))
      {
        g_autofree char *old = g_build_filename (folder, name, NULL);

        if (g_unlink (old) != 0)
          g_message ("An old copy of the register cannot be removed");
      }
}

static gboolean
note (MukanaStore   *store,
      MukanaBackup  *backup,
      GError       **error)
{
  g_autoptr (GError) failure = NULL;

  mukana_store_run (store, &note_job, backup, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Reads every page, and so is the first to meet a damaged one. */
static gboolean
copy_register (MukanaStore  *store,
               const char   *path,
               const char   *part,
               GError      **error)
{
  g_autoptr (GError) failure = NULL;

  if (mukana_register_file_copy (path, mukana_store_peek_key (store), part, &failure))
    return TRUE;

  if (g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_DAMAGED))
    mukana_store_note_damage (store);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* So that an older backup undoes nothing on another computer either.  A backup without them
 * is still one. */
static void
carry_lists (const char *path,
             const char *backup)
{
  for (guint i = 0; i < MUKANA_N_BACKUP_LISTS; i++)
    {
      g_autofree char *from = mukana_side_file_dup_path (path, mukana_backup_lists[i]);
      g_autofree char *to = mukana_backup_list_path (backup, mukana_backup_lists[i]);

      if (!mukana_side_file_merge (from, to))
        g_message ("A list beside the register cannot be copied to the backups");
    }
}

static gboolean
is_on_disk_of (const GStatBuf *about,
               const char     *other)
{
  GStatBuf other_about;

  return g_stat (other, &other_about) == 0 && other_about.st_dev == about->st_dev;
}

/**
 * mukana_backup_is_on_own_disk:
 * @path: of the register
 *
 * May wait for a disk that is far away.
 *
 * Returns: whether @folder goes with the register, or with the computer, when the disk breaks
 */
gboolean
mukana_backup_is_on_own_disk (const char *folder,
                              const char *path)
{
  g_autofree char *beside = g_path_get_dirname (path);
  GStatBuf about;

  return g_stat (folder, &about) == 0 &&
         (is_on_disk_of (&about, beside) || is_on_disk_of (&about, "/") ||
          is_on_disk_of (&about, g_get_home_dir ()));
}

/* What somebody chose on a memory stick or in the network is not made anew on the disk of this
 * computer when that is not there: the copy would be where it does not help, and be believed to
 * be where it does.  The empty folder that a stick leaves behind is no better. */
static gboolean
find_folder (const MukanaBackupPlace  *place,
             const char               *path,
             GError                  **error)
{
  gboolean is_there = g_file_test (place->folder, G_FILE_TEST_IS_DIR);

  if (place->may_be_made && !is_there && g_mkdir_with_parents (place->folder, 0700) != 0)
    {
      mukana_new_file_set_error (error, "Cannot make the folder of the backups");
      return FALSE;
    }
  if ((!place->may_be_made && !is_there) ||
      (place->is_elsewhere && mukana_backup_is_on_own_disk (place->folder, path)))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND,
                           N_("The folder of the backups is not there, and no backup was made. "
                              "Connect the memory stick or the network disk, or choose another "
                              "folder."));
      return FALSE;
    }

  return TRUE;
}

/**
 * mukana_backing_up_make_in:
 * @store: of a register in a file
 *
 * Blocks for as long as it takes: for the terminal, tests and a thread.  Other jobs run
 * meanwhile, and what they commit may or may not be in the copy.
 *
 * Errors: %MUKANA_ERROR_DAMAGED the register is damaged and no backup was made of it,
 *   %MUKANA_ERROR_NO_SPACE, %MUKANA_ERROR_NOT_ALLOWED no register in a file,
 *   %MUKANA_ERROR_NOT_FOUND the folder is not there
 * Returns: yours, after the copy was found whole and is in the register's list
 */
MukanaBackup *
mukana_backing_up_make_in (MukanaStore              *store,
                           const MukanaBackupPlace  *place,
                           GError                  **error)
{
  const char *folder = place->folder;
  const char *uri = mukana_store_peek_uri (store);
  gint64 now_us = mukana_clock_now_us (mukana_store_peek_clock (store));
  g_autofree char *name = mukana_backup_name (now_us);
  g_autofree char *target = g_build_filename (folder, name, NULL);
  g_autofree char *part = NULL;
  g_autoptr (MukanaBackup) backup = NULL;
  gboolean done;

  if (!g_str_has_prefix (uri, "sqlite:"))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                   "The server of a shared register makes its own backups");
      return NULL;
    }
  if (!mukana_store_look_for_file (store))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE,
                           N_("The file of the register is no longer in its place. No backup was "
                              "made."));
      return NULL;
    }
  if (!find_folder (place, uri + strlen ("sqlite:"), error))
    return NULL;

  part = g_strconcat (uri + strlen ("sqlite:"), ".copying", NULL);
  mukana_file_remove_database (part);   /* of a run that was killed */
  done = copy_register (store, uri + strlen ("sqlite:"), part, error) &&
         (backup = mukana_backup_check (part, mukana_store_peek_key (store), error)) != NULL &&
         mukana_file_carry (part, target, error);
  mukana_file_remove_database (part);
  if (!done)
    return NULL;

  carry_lists (uri + strlen ("sqlite:"), target);
  drop_old_copies (uri + strlen ("sqlite:"), mukana_day_from_us (now_us));
  backup->made_at = now_us;
  g_free (backup->file_name);
  backup->file_name = g_strdup (name);
  return note (store, backup, error) &&
         drop_old (store, folder, mukana_day_from_us (now_us), error)
         ? g_steal_pointer (&backup) : NULL;
}

/** mukana_backing_up_make: mukana_backing_up_make_in(), in a folder that is made where there is
 *  none */
MukanaBackup *
mukana_backing_up_make (MukanaStore  *store,
                        const char   *folder,
                        GError      **error)
{
  const MukanaBackupPlace place = { .folder = folder, .may_be_made = TRUE };

  return mukana_backing_up_make_in (store, &place, error);
}

typedef struct
{
  MukanaStore       *store;
  char              *folder;
  MukanaBackupPlace  place;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  g_free (work->folder);
  g_free (work);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  MukanaBackup *backup = mukana_backing_up_make_in (work->store, &work->place, &error);

  if (backup == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, backup, (GDestroyNotify) mukana_backup_free);
}

/** mukana_backing_up_async: mukana_backing_up_make_in() in a thread of its own */
void
mukana_backing_up_async (MukanaStore             *store,
                         const MukanaBackupPlace *place,
                         GCancellable            *cancellable,
                         GAsyncReadyCallback      done,
                         gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->folder = g_strdup (place->folder);
  work->place = *place;
  work->place.folder = work->folder;
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, make_in_thread);
}

MukanaBackup *
mukana_backing_up_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
