/* mukana-restoring.c: an older copy takes the place of a register, and nobody's no is lost.
 *
 * The backup is copied, read to its last page and only then put in place; the register that
 * was there is kept under another name, whatever is wrong with it.  What people have taken
 * back since the backup was made (consents, guardians' yes, by restriction, objection and
 * non-disclosure) is read from the old register and holds in the new one too, and so do
 * the requests about their own data and the breaches that are in its diaries, and the roles
 * of those who work with it: a reader becomes no coordinator by a backup from before the
 * roles.  Who was erased since is erased again when the register is opened.
 *
 * The register keeps its key, too.  A key is changed because somebody has seen the sheet; a
 * backup from before must not bring that sheet back to honour.  Only where nobody has the
 * key, or the copy is too old to hold the seal of another, the key of the backup holds, and
 * that is told.
 */

#include "services/mukana-restoring.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "domain/mukana-recovery-key.h"
#include "domain/mukana-role-rights.h"
#include "services/mukana-consenting.h"
#include "services/mukana-file-carrying.h"
#include "services/mukana-new-file.h"
#include "services/mukana-rekeying.h"
#include "services/mukana-restoring-private.h"
#include "services/mukana-unlocking.h"
#include "store/mukana-damage-mark.h"
#include "store/mukana-erasures.h"
#include "store/mukana-journal.h"
#include "store/mukana-register-file.h"
#include "store/mukana-schema.h"
#include "store/mukana-side-file.h"
#include "store/mukana-taken-back.h"

void
mukana_restore_free (MukanaRestore *self)
{
  g_clear_pointer (&self->backup, mukana_backup_free);
  g_free (self->kept_as);
  g_free (self->other_key);
  g_free (self);
}

/* Somebody who works with the register that is replaced, and as what. */
typedef struct
{
  char   *name;
  char   *role;
  char   *added_on;
  char   *added_by;
  gint64  sees_article_10;
} User;

static void
user_free (gpointer data)
{
  User *user = data;

  g_free (user->name);
  g_free (user->role);
  g_free (user->added_on);
  g_free (user->added_by);
  g_free (user);
}

typedef struct
{
  const char *actor;
  GPtrArray  *taken_back;   /* of MukanaTakenBack; NULL: the old register cannot be read */
  GPtrArray  *users;        /* of User; NULL: it cannot be read, or knows none */
  const char *list;         /* the file that says what was taken back then */
  GPtrArray  *diary;        /* of what was asked; NULL: it cannot be read */
  GPtrArray  *breaches;     /* of MukanaBreach; NULL: it cannot be read */
  gint64      n_reapplied;
  gint64      n_asked;
  gint64      n_breaches;
  gint64      confirmed_at;   /* when the key of the register was last typed from its sheet */
} Since;

static gboolean
gather_users (MukanaDb  *db,
              Since     *since,
              GError   **error)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (user_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "users.list", error);
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      User *user = g_new0 (User, 1);

      user->name = g_strdup (mukana_query_peek_text (query, "name"));
      user->role = g_strdup (mukana_query_peek_text (query, "role"));
      user->added_on = g_strdup (mukana_query_peek_text (query, "added_on"));
      user->added_by = g_strdup (mukana_query_peek_text (query, "added_by"));
      user->sees_article_10 = mukana_query_get_int (query, "sees_article_10");
      g_ptr_array_add (users, user);
    }

  since->users = result == 0 ? g_steal_pointer (&users) : NULL;
  return result == 0;
}

static gboolean
gather_confirmed (MukanaDb  *db,
                  Since     *since,
                  GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "state.about", error);

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return FALSE;

  since->confirmed_at = mukana_query_get_int (query, "recovery_confirmed_at");
  return TRUE;
}

static gpointer
gather_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  Since *since = arg;
  g_autoptr (GError) failure = NULL;
  int step = mukana_schema_current (db, error);

  if (step < 0 || !gather_confirmed (db, since, error) ||
      (step >= MUKANA_SCHEMA_FIRST_WITH_ROLES && !gather_users (db, since, error)))
    return NULL;

  /* Where the list has been lost, the register itself still knows. */
  if (!mukana_erasures_complete_list (db, &failure))
    g_message ("The list of erasures could not be completed: %s", failure->message);
  if (mukana_restoring_gather_diary (db, &since->diary, error) &&
      mukana_restoring_gather_breaches (db, &since->breaches, error))
    since->taken_back = mukana_taken_back_list (db, error);
  return NULL;
}

/* Of a register that can be read only whoever keeps it may put an older copy in its place. */
static gboolean
may_replace (const Since  *since,
             GError      **error)
{
  guint n_users = since->users ? since->users->len : 0;
  const char *role = NULL;

  for (guint i = 0; i < n_users; i++)
    {
      const User *user = g_ptr_array_index (since->users, i);

      if (strcmp (user->name, since->actor) == 0)
        role = user->role;
    }

  if (mukana_role_may (mukana_role_of (n_users, role), MUKANA_DEED_KEEP_REGISTER))
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("Your role in this register does not include this."));
  return FALSE;
}

/* A backup from before there were roles has no place for them until it is opened. */
static gboolean
keep_users (MukanaDb   *db,
            GPtrArray  *users,
            GError    **error)
{
  int step = mukana_schema_current (db, error);

  if (step < 0 || users == NULL || step < MUKANA_SCHEMA_FIRST_WITH_ROLES)
    return step >= 0;
  if (mukana_db_run (db, "users.drop-all", error) < 0)
    return FALSE;

  for (guint i = 0; i < users->len; i++)
    {
      const User *user = g_ptr_array_index (users, i);

      if (mukana_db_run (db, "users.put", error, mukana_text ("name", user->name),
                         mukana_text ("role", user->role),
                         mukana_int ("sees_article_10", user->sees_article_10),
                         mukana_text ("added_on", user->added_on),
                         mukana_text ("added_by", user->added_by)) < 0)
        return FALSE;
    }

  return TRUE;
}

/* What rested on a consent that was withdrawn since goes with it, and does not wait for the next
 * day.  A register of an older program is brought up to date first; its day begins after that. */
static gboolean
forget_support (MukanaDb  *db,
                GError   **error)
{
  int step = mukana_schema_current (db, error);

  return step >= 0 && (step < mukana_schema_newest () ||
                       mukana_consenting_forget_ended_support (db, error));
}

static gpointer
apply_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  Since *since = arg;
  g_autoptr (GPtrArray) taken_back = since->taken_back
                                     ? g_ptr_array_ref (since->taken_back)
                                     : mukana_taken_back_read (db, since->list, NULL, error);

  if (taken_back != NULL &&
      mukana_taken_back_apply (db, taken_back, &since->n_reapplied, error) &&
      forget_support (db, error) &&
      mukana_restoring_apply_diary (db, since->diary, &since->n_asked, error) &&
      mukana_restoring_apply_breaches (db, since->breaches, &since->n_breaches, error) &&
      keep_users (db, since->users, error))
    mukana_journal_add (db, "restoring.restore", MUKANA_KIND_REGISTER, 0, NULL, error);
  return NULL;
}

static const MukanaJob gather_job = { "restoring.gather", MUKANA_LANE_LONG, gather_run, NULL };
static const MukanaJob apply_job = { "restoring.restore", MUKANA_LANE_WRITE, apply_run, NULL };

/* What SQLite keeps beside a file. */
static const char * const endings[] = { "-wal", "-shm", "-journal" };

/* Most often there is nothing.  Returns: FALSE with errno when something is and stays */
static gboolean
move_what_is_beside (const char *from,
                     const char *to)
{
  gboolean done = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *beside = g_strconcat (from, endings[i], NULL);
      g_autofree char *beside_aside = g_strconcat (to, endings[i], NULL);

      done = done && (g_rename (beside, beside_aside) == 0 || errno == ENOENT);
    }

  return done;
}

static void
put_back (const char *aside,
          const char *path)
{
  if (g_rename (aside, path) != 0 || !move_what_is_beside (aside, path))
    g_message ("The register that was there is kept aside: %s", g_strerror (errno));
}

/* With what is beside it: a damaged register may be mended by somebody one day. */
static char *
keep_aside (const char  *path,
            gint64       now_us,
            GError     **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now_us / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.replaced-%s", path, stamp);

  if (g_file_test (aside, G_FILE_TEST_EXISTS) || g_rename (path, aside) != 0)
    {
      mukana_new_file_set_error (error, "Cannot keep the register that was there");
      return NULL;
    }

  /* What SQLite kept beside the one would be read as if it were the other's. */
  if (!move_what_is_beside (path, aside))
    {
      mukana_new_file_set_error (error, "Cannot keep what is beside the register");
      put_back (aside, path);
      return NULL;
    }

  return g_steal_pointer (&aside);
}

/* Whether the register that was there, or a list, can tell what came after the backup. */
static void
look_for_later_deeds (MukanaRestore *restore,
                      const char    *backup,
                      const char    *target,
                      GBytes        *key,
                      Since         *since)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (mukana_backup_lists); i++)
    {
      g_autofree char *from = mukana_backup_list_path (backup, mukana_backup_lists[i]);
      g_autofree char *to = mukana_side_file_dup_path (target, mukana_backup_lists[i]);

      if (!mukana_side_file_merge (from, to))
        g_message ("A list beside the backup cannot be read");
    }

  restore->had_list = g_file_test (since->list, G_FILE_TEST_EXISTS);
  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return;

  mukana_register_file_read (target, key, &gather_job, since, &error);
  restore->was_readable = error == NULL;
  if (error != NULL)
    g_debug ("What came after the backup cannot be read: %s", error->message);
}

/* The step that brought the roles brought a place for the seal, which a register under another
 * key than its first cannot do without. */
static gpointer
has_seal_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  return GINT_TO_POINTER (mukana_schema_current (db, error) >= MUKANA_SCHEMA_FIRST_WITH_ROLES);
}

static const MukanaJob has_seal_job = { "restoring.has-seal", MUKANA_LANE_LONG, has_seal_run,
                                        NULL };

static gboolean
keep_key (const char   *part,
          GBytes       *key,
          GBytes       *register_key,
          const Since  *since,
          GError      **error)
{
  return register_key == NULL || g_bytes_equal (key, register_key) ||
         mukana_register_file_read (part, key, &has_seal_job, NULL, NULL) == NULL ||
         mukana_rekeying_copy (part, key, register_key, since->confirmed_at, since->actor, error);
}

/* Told by the files: what takes the place, and what was there as far as it can be read. */
static char *
dup_other_key (const char *part,
               const char *target,
               GBytes     *register_key)
{
  g_autofree char *now = mukana_unlocking_register_id (part, NULL);
  g_autofree char *before =
    register_key != NULL ? mukana_recovery_key_register_id (g_bytes_get_data (register_key, NULL))
                         : mukana_unlocking_register_id (target, NULL);

  return before != NULL && g_strcmp0 (now, before) != 0 ? g_steal_pointer (&now) : NULL;
}

static gboolean
put_in_place (MukanaRestore  *restore,
              const char     *part,
              const char     *target,
              gint64          now_us,
              GError        **error)
{
  if (g_file_test (target, G_FILE_TEST_EXISTS) &&
      (restore->kept_as = keep_aside (target, now_us, error)) == NULL)
    return FALSE;

  if (g_rename (part, target) != 0)
    {
      mukana_new_file_set_error (error, "Cannot put the backup in place");
      if (restore->kept_as != NULL)
        put_back (restore->kept_as, target);
      return FALSE;
    }

  mukana_damage_mark_drop (target);
  /* It is what opens from now on: to say that nothing has changed would not be true. */
  if (!mukana_file_sync_folder_of (target))
    g_message ("The restored register may not have its name after a power cut");
  return TRUE;
}

/* What takes the place: the copy, and what came after it.  Errors are the backup's. */
static gboolean
make_ready (MukanaRestore  *restore,
            const char     *part,
            GBytes         *key,
            GBytes         *register_key,
            Since          *since,
            GError        **error)
{
  g_autoptr (GError) failure = NULL;

  if (may_replace (since, &failure) &&
      mukana_register_file_write (part, key, since->actor, &apply_job, since, &failure) &&
      keep_key (part, key, register_key, since, &failure))
    {
      restore->n_reapplied = since->n_reapplied;
      restore->n_asked = since->n_asked;
      restore->n_breaches = since->n_breaches;
      return TRUE;
    }

  mukana_restoring_blame_backup (&failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
restore_to (MukanaRestore  *restore,
            const char     *backup,
            const char     *part,
            GBytes         *key,
            GBytes         *register_key,
            const char     *target,
            const char     *actor,
            gint64          now_us,
            GError        **error)
{
  g_autofree char *list = mukana_side_file_dup_path (target, "withdrawals");
  Since since = { .actor = actor, .list = list };
  gboolean is_ready;

  if ((restore->backup = mukana_backup_check (part, key, error)) == NULL)
    {
      mukana_restoring_blame_backup (error);
      return FALSE;
    }

  look_for_later_deeds (restore, backup, target, register_key ? register_key : key, &since);
  is_ready = make_ready (restore, part, key, register_key, &since, error);
  g_clear_pointer (&since.taken_back, g_ptr_array_unref);
  g_clear_pointer (&since.users, g_ptr_array_unref);
  g_clear_pointer (&since.diary, g_ptr_array_unref);
  g_clear_pointer (&since.breaches, g_ptr_array_unref);
  if (!is_ready)
    return FALSE;

  restore->other_key = dup_other_key (part, target, register_key);
  return put_in_place (restore, part, target, now_us, error);
}

/**
 * mukana_restoring_run_kept:
 * @backup: a file that is left as it is; may be on a disk that cannot be written
 * @key: of the register it is a copy of
 * @register_key: (nullable): of the register that is there, which it keeps; NULL where that is not
 *   at hand: then the key of the backup is that of the register from now on
 * @target: where the register shall be; whatever is there is kept beside it
 *
 * Blocks: for the terminal, tests and a thread.
 *
 * Errors: %MUKANA_ERROR_LOCKED the key is another register's, %MUKANA_ERROR_DAMAGED the backup is
 *   not whole, %MUKANA_ERROR_BUSY the register is open, %MUKANA_ERROR_NOT_ALLOWED whoever restores
 *   does not keep the register that is there, %MUKANA_ERROR_NO_SPACE; then nothing has changed
 * Returns: yours, what was done
 */
MukanaRestore *
mukana_restoring_run_kept (const char  *backup,
                           GBytes      *key,
                           GBytes      *register_key,
                           const char  *target,
                           const char  *actor,
                           gint64       now_us,
                           GError     **error)
{
  g_autofree char *part = g_strconcat (target, ".restoring", NULL);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (MukanaRestore) restore = g_new0 (MukanaRestore, 1);
  int claim;
  gboolean done;

  /* On a new computer there is no folder for registers yet. */
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      mukana_new_file_set_error (error, "Cannot make the folder of the register");
      return NULL;
    }

  if ((claim = mukana_register_file_claim (target, error)) == MUKANA_CLAIM_REFUSED)
    return NULL;

  mukana_file_remove_database (part);   /* of a run that was killed */
  done = mukana_file_carry (backup, part, error) &&
         restore_to (restore, backup, part, key, register_key, target, actor, now_us, error);
  mukana_file_remove_database (part);
  mukana_register_file_release (claim);
  return done ? g_steal_pointer (&restore) : NULL;
}

/** mukana_restoring_run: mukana_restoring_run_kept() of a register that still has the key @key */
MukanaRestore *
mukana_restoring_run (const char  *backup,
                      GBytes      *key,
                      const char  *target,
                      const char  *actor,
                      gint64       now_us,
                      GError     **error)
{
  return mukana_restoring_run_kept (backup, key, NULL, target, actor, now_us, error);
}

typedef struct
{
  char   *backup;
  GBytes *key;
  GBytes *register_key;   /* NULL: not at hand */
  char   *target;
  char   *actor;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->backup);
  g_bytes_unref (work->key);
  g_clear_pointer (&work->register_key, g_bytes_unref);
  g_free (work->target);
  g_free (work->actor);
  g_free (work);
}

static void
restore_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  MukanaRestore *restore = mukana_restoring_run_kept (work->backup, work->key, work->register_key,
                                                      work->target, work->actor,
                                                      g_get_real_time (), &error);

  if (restore == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, restore, (GDestroyNotify) mukana_restore_free);
}

/** mukana_restoring_async: mukana_restoring_run_kept() in a thread of its own */
void
mukana_restoring_async (const char          *backup,
                        GBytes              *key,
                        GBytes              *register_key,
                        const char          *target,
                        const char          *actor,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  done,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Work *work = g_new0 (Work, 1);

  work->backup = g_strdup (backup);
  work->key = g_bytes_ref (key);
  work->register_key = register_key != NULL ? g_bytes_ref (register_key) : NULL;
  work->target = g_strdup (target);
  work->actor = g_strdup (actor);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, restore_in_thread);
}

MukanaRestore *
mukana_restoring_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
