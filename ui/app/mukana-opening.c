/* mukana-opening.c: from what was asked on the command line to an open store.
 *
 * The one place where the window learns how a register is opened.  A training
 * register lives in a private folder of this session, under a key that exists
 * only in memory, and is gone when the program ends.
 */

#include "ui/app/mukana-opening.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/random.h>

#include "base/mukana-error.h"

#define KEY_BYTES 32

static char *demo_folder;   /* removed at the end; NULL while there is none */

/** mukana_opening_dup_usual_path: Returns: yours, where this computer keeps its register */
char *
mukana_opening_dup_usual_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "mukana", "register.mukana", NULL);
}

/** mukana_opening_forget_demo: removes the training register, which must be closed */
void
mukana_opening_forget_demo (void)
{
  GDir *dir = demo_folder != NULL ? g_dir_open (demo_folder, 0, NULL) : NULL;
  const char *name;

  /* What cannot be removed here is in a folder that the session removes. */
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (demo_folder, name, NULL);

      g_unlink (path);
    }
  if (demo_folder != NULL)
    g_rmdir (demo_folder);
  g_clear_pointer (&dir, g_dir_close);
  g_clear_pointer (&demo_folder, g_free);
}

static GBytes *
make_key (GError **error)
{
  guint8 key[KEY_BYTES];
  GBytes *bytes;

  if (getrandom (key, sizeof key, 0) != sizeof key)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL, "No random bytes");
      return NULL;
    }

  bytes = g_bytes_new (key, sizeof key);
  explicit_bzero (key, sizeof key);
  return bytes;
}

static char *
make_demo_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "mukana-training-XXXXXX",
                                              NULL);

  if (g_mkdtemp (folder) == NULL)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NO_SPACE, "No folder for a training register");
      return NULL;
    }

  return g_steal_pointer (&folder);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  MukanaStore *store = mukana_store_open_finish (result, &error);

  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, store, g_object_unref);
}

static void
open_demo (GTask *task)
{
  g_autoptr (MukanaClock) clock = mukana_clock_new ();
  g_autoptr (GBytes) key = NULL;
  g_autofree char *uri = NULL;
  const MukanaRegisterSeed seed = {
    .register_id = "training", .county_name = _("Training county"), .is_made_up = TRUE
  };
  GError *error = NULL;

  mukana_opening_forget_demo ();
  if ((key = make_key (&error)) == NULL || (demo_folder = make_demo_folder (&error)) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  uri = g_strconcat ("sqlite:", demo_folder, "/training.mukana", NULL);
  mukana_store_open_async (uri, key, clock, g_get_user_name (), &seed,
                           g_task_get_cancellable (task), opened_cb, g_object_ref (task));
}

static void
open_file (GTask      *task,
           const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_task_return_new_error (task, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no register");
  else
    g_task_return_new_error (task, MUKANA_ERROR, MUKANA_ERROR_LOCKED, "The register needs its key");
}

/**
 * mukana_opening_run_async:
 * @kind: which register
 * @path: (nullable): of a FILE
 *
 * Errors: as mukana_store_open_async(), %MUKANA_ERROR_NOT_FOUND when there is
 *   no register yet, %MUKANA_ERROR_LOCKED when its key is not at hand
 */
void
mukana_opening_run_async (MukanaOpeningKind    kind,
                          const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  done,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  g_autofree char *usual = mukana_opening_dup_usual_path ();

  if (kind == MUKANA_OPENING_DEMO)
    open_demo (task);
  else
    open_file (task, kind == MUKANA_OPENING_FILE ? path : usual);
}

MukanaStore *
mukana_opening_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
