/* mukana-new-register.c: makes a register in a file: its key, its words, its place in the keyring.
 *
 * A keyring that does not take the key is no reason to fail: the recovery key
 * opens the register, and the person is told.  A file that is there already is
 * never touched.
 */

#include "ui/welcome/mukana-new-register.h"

#include <glib/gstdio.h>

#include "base/mukana-error.h"
#include "services/mukana-founding.h"
#include "services/mukana-secret.h"

#define KEYRING_DEADLINE_MS 60000   /* somebody may be typing the password of the keyring */
#define FOLDER_MODE 0700

typedef struct
{
  MukanaNewRegister *made;
  char              *county_name;
  char              *register_id;
} Making;

void
mukana_new_register_free (MukanaNewRegister *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->key, g_bytes_unref);
  g_free (self);
}

static void
free_making (gpointer data)
{
  Making *making = data;

  g_clear_pointer (&making->made, mukana_new_register_free);
  g_free (making->county_name);
  g_free (making->register_id);
  g_free (making);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  Making *making = g_task_get_task_data (task);

  making->made->kept = mukana_keyring_finish (result, NULL);
  g_task_return_pointer (task, g_steal_pointer (&making->made),
                         (GDestroyNotify) mukana_new_register_free);
}

static void
founded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  Making *making = g_task_get_task_data (task);
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };
  GError *error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    mukana_keyring_keep_async (making->register_id, making->made->key, making->county_name,
                               patience, kept_cb, g_object_ref (task));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;

  making->made->store = mukana_store_open_finish (result, &error);
  if (making->made->store == NULL)
    g_task_return_error (task, error);
  else
    mukana_store_run_async (making->made->store, &mukana_founding_job, NULL, NULL, NULL,
                            founded_cb, g_object_ref (task));
}

static gboolean
prepare_place (const char  *path,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT, "Something of that name exists");
      return FALSE;
    }

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, "No folder for the register");
      return FALSE;
    }

  return TRUE;
}

/**
 * mukana_new_register_make_async:
 * @path: where there is no file yet
 * @county_code: (nullable): of the list of counties
 *
 * Errors: %MUKANA_ERROR_CONFLICT when there is a file, %MUKANA_ERROR_NOT_ALLOWED,
 *   and as mukana_store_open_async()
 */
void
mukana_new_register_make_async (const char          *path,
                                const char          *county_name,
                                const char          *county_code,
                                GAsyncReadyCallback  done,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done, user_data);
  g_autoptr (MukanaClock) clock = mukana_clock_new ();
  g_autofree char *uri = g_strconcat ("sqlite:", path, NULL);
  Making *making = g_new0 (Making, 1);
  MukanaRegisterSeed seed = { .county_name = county_name, .county_code = county_code };
  GError *error = NULL;

  making->made = g_new0 (MukanaNewRegister, 1);
  making->county_name = g_strdup (county_name);
  g_task_set_task_data (task, making, free_making);
  if (!prepare_place (path, &error) || !(making->made->key = mukana_secret_new_key (&error)))
    {
      g_task_return_error (task, error);
      return;
    }

  making->register_id = mukana_recovery_key_register_id (g_bytes_get_data (making->made->key,
                                                                           NULL));
  seed.register_id = making->register_id;
  mukana_store_open_async (uri, making->made->key, clock, g_get_user_name (), &seed, NULL,
                           opened_cb, g_object_ref (task));
}

/** mukana_new_register_make_finish: Returns: yours, see mukana_new_register_free() */
MukanaNewRegister *
mukana_new_register_make_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
