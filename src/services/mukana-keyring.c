/* mukana-keyring.c: what opens a register, in the Secret Service.
 *
 * Finding, keeping and forgetting are one walk: the bus, the service, the item,
 * and, when no item shows, the keyring itself; because a search answers nothing
 * both when the key was never stored and when the keyring is locked.  The key is
 * kept as its printed recovery key: services that hold text only take it, its
 * check characters guard it, and who looks into the keyring sees what the sheet
 * shows.  Nothing here makes a key.  What opens a shared register is a password,
 * which is kept as it is.
 *
 * A walk has at any time one question under way, whose callback owns it.  No
 * question is ever cancelled: cancelling an unlock that is asking for a password
 * loses the callback and brings the service down.  Instead the walk carries the
 * answer that holds if nothing more is heard; the deadline gives that answer, and
 * what comes later finds the task gone and ends the walk in silence.
 *
 * The service is opened anew for each walk, not taken from libsecret's shared
 * instance, which goes on speaking to a service that has since been replaced.
 */

#include "services/mukana-keyring.h"

#include <libsecret/secret.h>
#include <string.h>

#include "domain/mukana-recovery-key.h"
#include "domain/mukana-server.h"
#include "services/mukana-secret.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  DEED_FIND,
  DEED_KEEP,
  DEED_FORGET,
} Deed;

/* What is kept, and how it is written there. */
typedef struct
{
  SecretSchema    schema;
  const char     *attribute;
  const char     *label;                          /* N_(), with the name of the register */
  char         *(*print) (GBytes     *secret);    /* yours: free it as a MukanaSecretText */
  GBytes       *(*read)  (const char *text);      /* NULL when @text is none */
} Kind;

typedef struct
{
  const Kind     *kind;
  GTask          *task;         /* NULL once answered */
  GSource        *deadline;
  MukanaKeyState  if_silent;    /* the answer if nothing more is heard */

  Deed            deed;
  gboolean        may_ask;      /* until we have asked once */
  gboolean        is_kept;      /* stored, and now being read back */
  GHashTable     *attributes;
  char           *label;
  GBytes         *key;          /* to keep */

  SecretService  *service;
  GList          *leaving;      /* items still to be deleted */
} Walk;

typedef struct
{
  MukanaKeyState  state;
  GBytes         *key;
} Answer;

static char *
print_key (GBytes *secret)
{
  return mukana_recovery_key_print (g_bytes_get_data (secret, NULL));
}

static GBytes *
read_key (const char *text)
{
  MukanaRecoveryFinding finding;

  return mukana_secret_from_recovery_key (text, &finding);
}

static char *
print_password (GBytes *secret)
{
  gsize length;
  const char *text = g_bytes_get_data (secret, &length);

  return g_strndup (text, length);
}

static GBytes *
read_password (const char *text)
{
  return mukana_secret_new (text, strlen (text));
}

static const Kind register_key =
{
  { "fi.mukana.Register", SECRET_SCHEMA_NONE,
    { { "register", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } } },
  "register", N_("Mukana: key of the register %s"), print_key, read_key,
};

static const Kind server_password =
{
  { "fi.mukana.Server", SECRET_SCHEMA_NONE,
    { { "server", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } } },
  "server", N_("Mukana: password of the shared register %s"), print_password, read_password,
};

/* No secret, but outside the register, which is what it is for. */
static const Kind journal_link =
{
  { "fi.mukana.Journal", SECRET_SCHEMA_NONE,
    { { "register", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } } },
  "register", N_("Mukana: newest link of the log of the register %s"), print_password,
  read_password,
};

static void search          (Walk *walk);
static void look_at_keyring (Walk *walk);
static void delete_next     (Walk *walk);

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->key, g_bytes_unref);
  g_free (answer);
}

static void
free_walk (Walk *walk)
{
  g_assert (walk->task == NULL);

  g_hash_table_unref (walk->attributes);
  g_free (walk->label);
  g_clear_pointer (&walk->key, g_bytes_unref);
  g_clear_object (&walk->service);
  g_list_free_full (walk->leaving, g_object_unref);
  g_free (walk);
}

static void
tell (Walk           *walk,
      MukanaKeyState  state,
      GBytes         *key)
{
  g_autoptr (GTask) task = g_steal_pointer (&walk->task);
  Answer *answer = g_new0 (Answer, 1);

  g_source_destroy (walk->deadline);
  g_clear_pointer (&walk->deadline, g_source_unref);

  answer->state = state;
  answer->key = key != NULL ? g_bytes_ref (key) : NULL;
  g_task_return_pointer (task, answer, free_answer);
}

static void
end_walk (Walk           *walk,
          MukanaKeyState  state,
          GBytes         *key)
{
  tell (walk, state, key);
  free_walk (walk);
}

static gboolean
deadline_passed_cb (gpointer data)
{
  Walk *walk = data;

  tell (walk, walk->if_silent, NULL);
  return G_SOURCE_REMOVE;
}

/* Every callback asks this first.  Returns: whether the walk was over, and is now freed */
static gboolean
end_if_told (Walk *walk)
{
  if (walk->task != NULL)
    return FALSE;

  free_walk (walk);
  return TRUE;
}

static void
unlock_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  Walk *walk = data;
  /* Refused, failed or closed: in each case the keyring is still locked. */
  gboolean is_open = secret_service_unlock_finish (SECRET_SERVICE (source), result, NULL, NULL) > 0;

  if (end_if_told (walk))
    return;

  if (!is_open)
    {
      end_walk (walk, MUKANA_KEY_LOCKED, NULL);
      return;
    }

  walk->if_silent = MUKANA_KEY_NO_SERVICE;
  if (walk->deed == DEED_KEEP)
    look_at_keyring (walk);
  else
    search (walk);
}

/* @locked: GDBusProxy of an item or of a keyring; borrowed */
static void
ask_to_unlock (Walk     *walk,
               gpointer  locked)
{
  GList one = { .data = locked };

  if (!walk->may_ask)
    {
      end_walk (walk, MUKANA_KEY_LOCKED, NULL);
      return;
    }

  walk->may_ask = FALSE;
  walk->if_silent = MUKANA_KEY_LOCKED;
  secret_service_unlock (walk->service, &one, NULL, unlock_answered_cb, walk);
}

static void
key_stored_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Walk *walk = data;
  gboolean is_stored = secret_service_store_finish (SECRET_SERVICE (source), result, NULL);

  if (end_if_told (walk))
    return;

  if (!is_stored)
    {
      end_walk (walk, MUKANA_KEY_NO_SERVICE, NULL);
      return;
    }

  walk->is_kept = TRUE;
  search (walk);
}

static void
store_key (Walk *walk)
{
  g_auto (MukanaSecretText) text = walk->kind->print (walk->key);
  SecretValue *value = secret_value_new (text, -1, "text/plain");

  secret_service_store (walk->service, &walk->kind->schema, walk->attributes,
                        SECRET_COLLECTION_DEFAULT, walk->label, value, NULL, key_stored_cb, walk);
  secret_value_unref (value);
}

/* No keyring has no error, unless the default names one that somebody has deleted. */
static gboolean
is_missing (const GError *error)
{
  return error == NULL ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD);
}

static void
keyring_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  Walk *walk = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretCollection) keyring = secret_collection_for_alias_finish (result, &error);

  if (end_if_told (walk))
    return;

  if (keyring == NULL)
    end_walk (walk, is_missing (error) ? MUKANA_KEY_NO_KEYRING : MUKANA_KEY_NO_SERVICE, NULL);
  else if (secret_collection_get_locked (keyring))
    ask_to_unlock (walk, keyring);
  else if (walk->deed == DEED_KEEP && !walk->is_kept)
    store_key (walk);
  else
    end_walk (walk, MUKANA_KEY_ABSENT, NULL);
}

static void
look_at_keyring (Walk *walk)
{
  secret_collection_for_alias (walk->service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                               NULL, keyring_answered_cb, walk);
}

/* Returns: (nullable): the key in @item; NULL when that is no key, and says so in @is_garbled */
static GBytes *
read_item (const Kind *kind,
           SecretItem *item,
           gboolean   *is_garbled)
{
  SecretValue *value = secret_item_get_secret (item);
  GBytes *key = NULL;

  if (value != NULL)
    {
      gsize length;
      const char *content = secret_value_get (value, &length);
      g_auto (MukanaSecretText) text = g_strndup (content, length);

      key = kind->read (text);
      *is_garbled |= key == NULL;
      secret_value_unref (value);
    }

  return key;
}

static void
tell_what_was_found (Walk  *walk,
                     GList *items)
{
  g_autoptr (GBytes) found = NULL;
  gboolean is_garbled = FALSE;
  SecretItem *locked = NULL;

  for (GList *link = items; link != NULL && found == NULL; link = link->next)
    if (secret_item_get_locked (link->data))
      locked = link->data;
    else
      found = read_item (walk->kind, link->data, &is_garbled);

  if (walk->is_kept && (found == NULL || !g_bytes_equal (found, walk->key)))
    end_walk (walk, MUKANA_KEY_WRONG, NULL);
  else if (found != NULL)
    end_walk (walk, MUKANA_KEY_FOUND, found);
  else if (locked != NULL)
    ask_to_unlock (walk, locked);
  else if (is_garbled)
    end_walk (walk, MUKANA_KEY_WRONG, NULL);
  else
    look_at_keyring (walk);
}

static void
item_deleted_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Walk *walk = data;
  gboolean is_deleted = secret_item_delete_finish (SECRET_ITEM (source), result, NULL);

  if (end_if_told (walk))
    return;

  if (is_deleted)
    delete_next (walk);
  else
    end_walk (walk, MUKANA_KEY_NO_SERVICE, NULL);
}

static void
delete_next (Walk *walk)
{
  g_autoptr (SecretItem) item = NULL;

  if (walk->leaving == NULL)
    {
      search (walk);   /* that nothing is left is seen, not assumed */
      return;
    }

  item = walk->leaving->data;
  walk->leaving = g_list_delete_link (walk->leaving, walk->leaving);
  if (secret_item_get_locked (item))
    ask_to_unlock (walk, item);
  else
    secret_item_delete (item, NULL, item_deleted_cb, walk);
}

static void
search_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  Walk *walk = data;
  g_autoptr (GError) error = NULL;
  GList *items = secret_service_search_finish (SECRET_SERVICE (source), result, &error);

  if (end_if_told (walk))
    {
      g_list_free_full (items, g_object_unref);
      return;
    }

  if (error != NULL)
    end_walk (walk, MUKANA_KEY_NO_SERVICE, NULL);
  else if (walk->deed == DEED_FORGET && items != NULL)
    {
      g_list_free_full (walk->leaving, g_object_unref);
      walk->leaving = g_steal_pointer (&items);
      delete_next (walk);
    }
  else
    tell_what_was_found (walk, items);

  g_list_free_full (items, g_object_unref);
}

/* Not secret_service_lookup(), which asks for a password of its own accord. */
static void
search (Walk *walk)
{
  secret_service_search (walk->service, &walk->kind->schema, walk->attributes,
                         SECRET_SEARCH_ALL | SECRET_SEARCH_LOAD_SECRETS,
                         NULL, search_answered_cb, walk);
}

static void
service_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  Walk *walk = data;

  /* Why there is no service does not matter: it is not there. */
  walk->service = secret_service_open_finish (result, NULL);

  if (end_if_told (walk))
    return;

  if (walk->service == NULL)
    end_walk (walk, MUKANA_KEY_NO_SERVICE, NULL);
  else if (walk->deed == DEED_KEEP)
    look_at_keyring (walk);
  else
    search (walk);
}

static void
bus_answered_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Walk *walk = data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (end_if_told (walk))
    return;

  if (bus == NULL)
    {
      end_walk (walk, MUKANA_KEY_NO_BUS, NULL);
      return;
    }

  /* A bus that goes away costs us the keyring, not unsaved work. */
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  walk->if_silent = MUKANA_KEY_NO_SERVICE;
  secret_service_open (SECRET_TYPE_SERVICE, NULL, SECRET_SERVICE_OPEN_SESSION, NULL,
                       service_opened_cb, walk);
}

static const Kind *
kind_of (const char *register_id)
{
  return mukana_server_is_uri (register_id) ? &server_password : &register_key;
}

/* @key and @register_name: only to keep */
static void
begin_walk (Deed                   deed,
            const Kind            *kind,
            const char            *register_id,
            GBytes                *key,
            const char            *register_name,
            MukanaKeyringPatience  patience,
            GAsyncReadyCallback    done,
            gpointer               user_data)
{
  Walk *walk = g_new0 (Walk, 1);

  walk->task = g_task_new (NULL, NULL, done, user_data);
  g_task_set_source_tag (walk->task, begin_walk);
  walk->if_silent = MUKANA_KEY_NO_BUS;
  walk->deed = deed;
  walk->may_ask = patience.may_ask;
  walk->kind = kind;
  walk->attributes = secret_attributes_build (&walk->kind->schema, walk->kind->attribute,
                                              register_id, NULL);
  if (deed == DEED_KEEP)
    {
      g_auto (GStrv) around = g_strsplit (_(walk->kind->label), "%s", 2);

      walk->key = g_bytes_ref (key);
      walk->label = g_strjoinv (register_name, around);
    }

  walk->deadline = g_timeout_source_new (patience.deadline_ms);
  g_source_set_callback (walk->deadline, deadline_passed_cb, walk, NULL);
  g_source_attach (walk->deadline, g_task_get_context (walk->task));

  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_answered_cb, walk);
}

/**
 * mukana_keyring_find_async:
 * @register_id: as of mukana_unlocking_register_id(), or the address of a shared
 *   register, as of mukana_server_dup_uri(): then the key is a password
 *
 * Looks for the register's key.  %MUKANA_KEY_FOUND says that a whole key is kept
 * for the register, not that it opens it.
 *
 * Thread: any with a main context.  Answers when @patience ends at the latest.
 */
void
mukana_keyring_find_async (const char            *register_id,
                           MukanaKeyringPatience  patience,
                           GAsyncReadyCallback    done,
                           gpointer               user_data)
{
  begin_walk (DEED_FIND, kind_of (register_id), register_id, NULL, NULL, patience, done, user_data);
}

/**
 * mukana_keyring_keep_async:
 * @register_name: shown by programs that list what a keyring holds
 *
 * Stores @key in the place of any the register had, and reads it back.
 * %MUKANA_KEY_FOUND says that the keyring has it; %MUKANA_KEY_WRONG, that it
 * took it and gives back something else.
 */
void
mukana_keyring_keep_async (const char            *register_id,
                           GBytes                *key,
                           const char            *register_name,
                           MukanaKeyringPatience  patience,
                           GAsyncReadyCallback    done,
                           gpointer               user_data)
{
  begin_walk (DEED_KEEP, kind_of (register_id), register_id, key, register_name, patience, done,
              user_data);
}

/** mukana_keyring_forget_async: %MUKANA_KEY_ABSENT says that the keyring no longer has the key */
void
mukana_keyring_forget_async (const char            *register_id,
                             MukanaKeyringPatience  patience,
                             GAsyncReadyCallback    done,
                             gpointer               user_data)
{
  begin_walk (DEED_FORGET, kind_of (register_id), register_id, NULL, NULL, patience, done,
              user_data);
}

/**
 * mukana_keyring_finish:
 * @key: (out) (optional) (nullable): yours, when the state is %MUKANA_KEY_FOUND
 *
 * Returns: how any of the three ended
 */
MukanaKeyState
mukana_keyring_finish (GAsyncResult  *result,
                       GBytes       **key)
{
  /* There is no cancellable, so there is no error. */
  Answer *answer = g_task_propagate_pointer (G_TASK (result), NULL);
  MukanaKeyState state = answer->state;

  if (key != NULL)
    *key = g_steal_pointer (&answer->key);
  free_answer (answer);
  return state;
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* For a terminal, which has nothing else to do: a context of its own, until the
 * answer.  What a passed deadline leaves under way is never heard of again. */
static MukanaKeyState
walk_alone (Deed                    deed,
            const Kind             *kind,
            const char             *register_id,
            GBytes                 *key,
            const char             *register_name,
            MukanaKeyringPatience   patience,
            GBytes                **found)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  begin_walk (deed, kind, register_id, key, register_name, patience, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);

  /* What the bus still has to release, it releases in this context. */
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);

  return mukana_keyring_finish (result, found);
}

/** mukana_keyring_find: mukana_keyring_find_async() for who can wait */
MukanaKeyState
mukana_keyring_find (const char             *register_id,
                     MukanaKeyringPatience   patience,
                     GBytes                **key)
{
  return walk_alone (DEED_FIND, kind_of (register_id), register_id, NULL, NULL, patience, key);
}

/** mukana_keyring_keep: mukana_keyring_keep_async() for who can wait */
MukanaKeyState
mukana_keyring_keep (const char            *register_id,
                     GBytes                *key,
                     const char            *register_name,
                     MukanaKeyringPatience  patience)
{
  return walk_alone (DEED_KEEP, kind_of (register_id), register_id, key, register_name, patience,
                     NULL);
}

/** mukana_keyring_forget: mukana_keyring_forget_async() for who can wait */
MukanaKeyState
mukana_keyring_forget (const char            *register_id,
                       MukanaKeyringPatience  patience)
{
  return walk_alone (DEED_FORGET, kind_of (register_id), register_id, NULL, NULL, patience, NULL);
}

/**
 * mukana_keyring_find_link:
 *
 * Blocks.  For mukana-anchor alone.
 * Returns: (nullable): yours, the newest link of the register's journal that was kept
 */
char *
mukana_keyring_find_link (const char            *register_id,
                          MukanaKeyringPatience  patience)
{
  g_autoptr (GBytes) link = NULL;

  if (walk_alone (DEED_FIND, &journal_link, register_id, NULL, NULL, patience,
                  &link) != MUKANA_KEY_FOUND || link == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (link, NULL), g_bytes_get_size (link));
}

/** mukana_keyring_keep_link: Returns: whether the keyring has it; blocks */
gboolean
mukana_keyring_keep_link (const char            *register_id,
                          const char            *link,
                          MukanaKeyringPatience  patience)
{
  g_autoptr (GBytes) bytes = g_bytes_new (link, strlen (link));

  return walk_alone (DEED_KEEP, &journal_link, register_id, bytes, register_id, patience,
                     NULL) == MUKANA_KEY_FOUND;
}
