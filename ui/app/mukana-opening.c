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
#include "domain/mukana-recovery-key.h"
#include "domain/mukana-server.h"
#include "services/mukana-anchor.h"
#include "services/mukana-founding.h"
#include "services/mukana-keyring.h"
#include "services/mukana-making-up.h"
#include "services/mukana-unlocking.h"

#define DEMO_PEOPLE 300
#define DEMO_SEED 1
#define KEYRING_DEADLINE_MS 60000   /* somebody may be typing the password of the keyring */

/* The training register of this run: removed at the end; NULL while there is none. */
static char *demo_folder;
static GBytes *demo_key;

/* One opening, on its way from a path to a store. */
typedef struct
{
  char           *path;
  char           *register_id;   /* NULL until it was read from the file */
  GBytes         *key;           /* NULL until it was found */
  gboolean        is_typed;      /* the key is a password that was typed for a server */
  MukanaStore    *store;         /* of a training register while it is being filled */
  MukanaKeyState  state;         /* why there is no key; FOUND otherwise */
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening->register_id);
  g_clear_pointer (&opening->key, g_bytes_unref);
  g_clear_object (&opening->store);
  g_free (opening);
}

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
  g_clear_pointer (&demo_key, g_bytes_unref);
}

static GBytes *
make_key (GError **error)
{
  guint8 key[MUKANA_KEY_LENGTH];
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

/* The store refuses a key with LOCKED; what that means the key itself can tell. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  MukanaStore *store = mukana_store_open_finish (result, &error);

  if (store != NULL)
    {
      g_task_return_pointer (task, store, g_object_unref);
      return;
    }

  if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED) && opening->register_id != NULL)
    {
      mukana_anchor_note_failure (opening->path, g_get_real_time ());
      opening->state = mukana_unlocking_judge (opening->key, opening->register_id);
    }
  g_task_return_error (task, error);
}

static void
open_store (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (MukanaClock) clock = mukana_clock_new ();
  g_autofree char *uri = g_strconcat ("sqlite:", opening->path, NULL);

  mukana_store_open_async (uri, opening->key, clock, g_get_user_name (), NULL,
                           g_task_get_cancellable (task), opened_cb, g_object_ref (task));
}

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&opening->store), g_object_unref);
}

static void
founded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  MukanaMakingUp *wish = g_new0 (MukanaMakingUp, 1);
  GError *error = NULL;

  wish->n_people = DEMO_PEOPLE;
  wish->seed = DEMO_SEED;
  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    {
      g_free (wish);
      g_task_return_error (task, error);
      return;
    }

  mukana_store_run_async (MUKANA_STORE (source), &mukana_making_up_job, wish, g_free, NULL,
                          filled_cb, g_object_ref (task));
}

static void
demo_made_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->store = mukana_store_open_finish (result, &error);
  if (opening->store == NULL)
    g_task_return_error (task, error);
  else
    mukana_store_run_async (opening->store, &mukana_founding_job, NULL, NULL, NULL, founded_cb,
                            g_object_ref (task));
}

static void
make_demo (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (MukanaClock) clock = mukana_clock_new ();
  g_autofree char *uri = NULL;
  g_autofree char *id = NULL;
  MukanaRegisterSeed seed = { .county_name = _("Training county"), .is_made_up = TRUE };
  GError *error = NULL;

  if ((demo_key = make_key (&error)) == NULL || (demo_folder = make_demo_folder (&error)) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  id = mukana_recovery_key_register_id (g_bytes_get_data (demo_key, NULL));
  seed.register_id = id;
  opening->path = g_build_filename (demo_folder, "training.mukana", NULL);
  uri = g_strconcat ("sqlite:", opening->path, NULL);
  mukana_store_open_async (uri, demo_key, clock, g_get_user_name (), &seed,
                           g_task_get_cancellable (task), demo_made_cb, g_object_ref (task));
}

/* Locked and unlocked again, a training register is still the same. */
static void
open_demo (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);

  if (demo_folder == NULL)
    {
      make_demo (task);
      return;
    }

  opening->path = g_build_filename (demo_folder, "training.mukana", NULL);
  opening->key = g_bytes_ref (demo_key);
  open_store (task);
}

/* The keyring remembers a password only once it has opened the register. */
static void
password_kept_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  if (mukana_keyring_finish (result, NULL) != MUKANA_KEY_FOUND)
    g_message ("The keyring did not take the password of the shared register");
}

static void
server_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };
  GError *error = NULL;
  MukanaStore *store = mukana_store_open_finish (result, &error);

  if (store == NULL)
    {
      opening->state = MUKANA_KEY_FOUND;   /* the server alone knows what is wrong with it */
      g_task_return_error (task, error);
      return;
    }

  if (opening->is_typed)
    mukana_keyring_keep_async (opening->path, opening->key, opening->path, patience,
                               password_kept_cb, NULL);
  g_task_return_pointer (task, store, g_object_unref);
}

static void
open_shared (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (MukanaClock) clock = mukana_clock_new ();

  mukana_store_open_async (opening->path, opening->key, clock, g_get_user_name (), NULL,
                           g_task_get_cancellable (task), server_opened_cb, g_object_ref (task));
}

/* Without a password in the keyring the server is asked all the same: it may
 * know the user by other means, as on a socket of this machine. */
static void
password_sought_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);

  mukana_keyring_finish (result, &opening->key);
  open_shared (task);
}

static void
find_shared (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };

  opening->is_typed = opening->key != NULL;
  if (opening->is_typed)
    open_shared (task);
  else
    mukana_keyring_find_async (opening->path, patience, password_sought_cb, g_object_ref (task));
}

static void
key_sought_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);

  opening->state = mukana_keyring_finish (result, &opening->key);
  if (opening->state == MUKANA_KEY_FOUND)
    open_store (task);
  else
    g_task_return_new_error (task, MUKANA_ERROR, MUKANA_ERROR_LOCKED, "The key is not at hand");
}

static void
read_id_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  char *id = mukana_unlocking_register_id (data, &error);

  if (id == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, id, g_free);
}

static void
id_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };
  GError *error = NULL;

  opening->register_id = g_task_propagate_pointer (G_TASK (result), &error);
  if (opening->register_id == NULL)
    g_task_return_error (task, error);
  else if (opening->key != NULL)
    open_store (task);
  else
    mukana_keyring_find_async (opening->register_id, patience, key_sought_cb, g_object_ref (task));
}

static void
open_file (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GTask) reading = g_task_new (NULL, NULL, id_read_cb, g_object_ref (task));

  g_task_set_task_data (reading, g_strdup (opening->path), g_free);
  g_task_run_in_thread (reading, read_id_in_thread);
}

/**
 * mukana_opening_run_async:
 * @kind: which register
 * @path: (nullable): of a FILE, or the address of a shared register
 * @key: (nullable): the register key or the password, when it was typed; NULL to
 *   ask the keyring
 *
 * Errors: as mukana_store_open_async(), %MUKANA_ERROR_NOT_FOUND when there is
 *   no register yet, %MUKANA_ERROR_LOCKED when its key is not at hand or is not
 *   the right one: see mukana_opening_get_key_state()
 */
void
mukana_opening_run_async (MukanaOpeningKind    kind,
                          const char          *path,
                          GBytes              *key,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  done,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_task_data (task, opening, free_opening);
  if (kind == MUKANA_OPENING_DEMO)
    {
      open_demo (task);
      return;
    }

  opening->path = kind == MUKANA_OPENING_FILE ? g_strdup (path) : mukana_opening_dup_usual_path ();
  opening->key = key ? g_bytes_ref (key) : NULL;
  if (mukana_server_is_uri (opening->path))
    find_shared (task);
  else
    open_file (task);
}

MukanaStore *
mukana_opening_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** mukana_opening_get_key_state: Returns: after %MUKANA_ERROR_LOCKED, why there is no key */
MukanaKeyState
mukana_opening_get_key_state (GAsyncResult *result)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));

  return opening->state;
}

/** mukana_opening_dup_register_id: Returns: yours, of the file; (nullable): NULL: it has none */
char *
mukana_opening_dup_register_id (GAsyncResult *result)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));

  return g_strdup (opening->register_id);
}
