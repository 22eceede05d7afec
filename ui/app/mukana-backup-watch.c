/* mukana-backup-watch.c: a backup of each day, without anybody thinking of it.
 *
 * Looks a minute after the register was opened and every half hour then, so that a window
 * left open over night makes one too.  That the folder is away is told once, because it is for
 * somebody to connect; any other failure not in the middle of other work: the page of backups
 * shows how old the newest one is.
 */

#include "ui/app/mukana-backup-watch.h"

#include "base/mukana-error.h"
#include "services/mukana-backing-up.h"

#define FIRST_LOOK_SECONDS 60
#define NEXT_LOOK_SECONDS (30 * 60)

struct _MukanaBackupWatch
{
  MukanaContext *context;       /* borrowed: it outlives us */
  GCancellable  *cancellable;
  guint          source;
  gboolean       has_told;      /* that the folder is away */

  MukanaBackupAway away;
  gpointer         away_data;
};

/**
 * mukana_backup_dup_folder:
 *
 * Returns: yours, where the backups of the open register go; (nullable): NULL when it is
 *   not in a file
 */
char *
mukana_backup_dup_folder (MukanaContext *context)
{
  const char *uri = mukana_store_peek_uri (mukana_context_get_store (context));
  GSettings *settings = mukana_context_get_settings (context);
  g_autofree char *chosen = settings != NULL ? g_settings_get_string (settings, "backup-folder")
                                             : NULL;
  g_autofree char *beside = NULL;

  if (!g_str_has_prefix (uri, "sqlite:"))
    return NULL;
  if (chosen != NULL && *chosen == '/')
    return g_steal_pointer (&chosen);

  beside = g_path_get_dirname (uri + strlen ("sqlite:"));
  return g_build_filename (beside, "backups", NULL);
}

/**
 * mukana_backup_make_async:
 *
 * Makes one in the folder of the backups.  What somebody chose must be there: a memory stick that
 * is not in the computer gets no copy, and none is made in its stead.
 *
 * Returns: whether the register is in a file, so that @done will be called
 */
gboolean
mukana_backup_make_async (MukanaContext       *context,
                          GAsyncReadyCallback  done,
                          gpointer             user_data)
{
  MukanaStore *store = mukana_context_get_store (context);
  GSettings *settings = mukana_context_get_settings (context);
  g_autofree char *folder = mukana_backup_dup_folder (context);
  g_autofree char *chosen = settings != NULL ? g_settings_get_string (settings, "backup-folder")
                                             : NULL;
  gboolean is_chosen = chosen != NULL && *chosen == '/';
  const MukanaBackupPlace place = {
    .folder = folder, .may_be_made = !is_chosen,
    .is_elsewhere = is_chosen && g_settings_get_boolean (settings, "backup-folder-elsewhere"),
  };

  if (folder != NULL)
    mukana_backing_up_async (store, &place, NULL, done, user_data);
  return folder != NULL;
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GCancellable) alive = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBackup) backup = mukana_backing_up_finish (result, &error);
  MukanaBackupWatch *self = g_cancellable_is_cancelled (alive)
                            ? NULL : g_object_get_data (G_OBJECT (alive), "watch");

  if (backup != NULL)
    return;

  g_message ("No backup was made: %s", error->message);
  if (self != NULL && !self->has_told &&
      g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
    {
      self->has_told = TRUE;
      self->away (error, self->away_data);
    }
}

/** mukana_backup_is_in: Returns: whether a file of its name is in @folder */
gboolean
mukana_backup_is_in (const char         *folder,
                     const MukanaBackup *backup)
{
  g_autofree char *path = g_build_filename (folder, backup->file_name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);
  MukanaBackupWatch *self = data;
  const MukanaBackup *newest;
  g_autofree char *folder = NULL;

  if (backups == NULL)
    return;   /* also when it was cancelled, and then @data is gone */

  newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  folder = mukana_backup_dup_folder (self->context);
  if (folder != NULL &&
      (newest == NULL ||
       mukana_day_from_us (newest->made_at) < mukana_context_today (self->context)))
    mukana_backup_make_async (self->context, made_cb, g_object_ref (self->cancellable));
}

static gboolean
look_cb (gpointer data)
{
  MukanaBackupWatch *self = data;

  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_backups_job, NULL,
                          NULL, self->cancellable, listed_cb, self);
  self->source = g_timeout_add_seconds (NEXT_LOOK_SECONDS, look_cb, self);
  return G_SOURCE_REMOVE;
}

/** mukana_backup_watch_new: invented people are not backed up, nor what this program may not list
 * as backed up.  @away: is called when the folder is not there.  Returns: (nullable): yours */
MukanaBackupWatch *
mukana_backup_watch_new (MukanaContext    *context,
                         MukanaBackupAway  away,
                         gpointer          data)
{
  MukanaBackupWatch *self;

  if (mukana_context_is_made_up (context) ||
      mukana_store_is_newer (mukana_context_get_store (context)) ||
      mukana_store_is_damaged (mukana_context_get_store (context)))
    return NULL;

  self = g_new0 (MukanaBackupWatch, 1);
  self->context = context;
  self->away = away;
  self->away_data = data;
  self->cancellable = g_cancellable_new ();
  g_object_set_data (G_OBJECT (self->cancellable), "watch", self);
  self->source = g_timeout_add_seconds (FIRST_LOOK_SECONDS, look_cb, self);
  return self;
}

void
mukana_backup_watch_free (MukanaBackupWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}
