/* mukana-db.c: a connection, its statements and its transaction.
 *
 * Belongs to one thread.  Each write transaction begins by raising the
 * revision: that row is the queue of writers on PostgreSQL, as BEGIN IMMEDIATE
 * is on SQLite, and the day of the register moves forward with it, never back,
 * so that a clock set back revives no consent.
 */

#include "store/mukana-db.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-role-rights.h"
#include "store/mukana-db-private.h"
#include "store/mukana-side-file.h"

typedef struct
{
  gpointer statement;
  gboolean in_use;
} Cached;

/* A file that rests on the open transaction, or its end. */
typedef struct
{
  char    *path;
  goffset  length;   /* that it had before; 0: it was not there */
} HeldFile;

static HeldFile *
held_file_new (const char *path,
               goffset     length)
{
  HeldFile *self = g_new (HeldFile, 1);

  self->path = g_strdup (path);
  self->length = length;
  return self;
}

static void
held_file_free (gpointer data)
{
  HeldFile *self = data;

  g_free (self->path);
  g_free (self);
}

struct _MukanaDb
{
  const MukanaEngine *engine;
  gpointer            connection;
  GHashTable         *cache;      /* SQL text -> Cached */
  char               *file;       /* where the register is; NULL on a server */

  MukanaClock        *clock;
  char               *actor;
  char               *origin;     /* of our own notifications */
  GBytes             *seal;       /* the key of the journal's chain */
  gboolean            has_asked_for_seal;   /* the register may keep that of an earlier key */

  /* The transaction that is open. */
  gint64              revision;   /* what it will be after the commit, or what a read sees */
  MukanaDay           civil_day;  /* the register's day: never earlier than it has been */
  MukanaChangeSet    *changes;    /* NULL in a read */
  gboolean            is_quiet;   /* nobody is to hear of the write */
  GPtrArray          *files;      /* of HeldFile */
  const char         *role;       /* static: of the actor; see mukana_db_know_user() */
  gboolean            sees_article_10;
  gboolean            sees_identity;
  gboolean            only_reads;   /* the register is ahead of the program */

  /* To open anew when there is room on the disk again; see mukana-room.c. */
  MukanaEngineOptions again;
  MukanaRoom         *room;         /* NULL: it was never asked for */
  gboolean            is_still;     /* the connection takes the file as one that nobody changes */
  gboolean            holds_still;  /* … and the open read sees to it */
};

/* Another purpose, another key: the journal's seal is not the register key. */
static GBytes *
derive_seal (GBytes *key)
{
  static const char purpose[] = "mukana journal seal 1";
  gsize key_length = 0;
  const guint8 *key_data = key ? g_bytes_get_data (key, &key_length) : (const guint8 *) "";
  GHmac *hmac = g_hmac_new (G_CHECKSUM_SHA256, key_data, key_length);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) purpose, strlen (purpose));
  g_hmac_get_digest (hmac, digest, &length);
  g_hmac_unref (hmac);
  return g_bytes_new (digest, length);
}

static void
free_cached (Cached             *cached,
             const MukanaEngine *engine)
{
  engine->finalize (cached->statement);
  g_free (cached);
}

static const MukanaEngine *
find_engine (const char  *uri,
             const char **location)
{
  if (g_str_has_prefix (uri, "sqlite:"))
    {
      *location = uri + strlen ("sqlite:");
      return &mukana_engine_sqlite;
    }

  if (g_str_has_prefix (uri, "postgresql:") || g_str_has_prefix (uri, "postgres:"))
    {
      *location = uri;
      return &mukana_engine_postgres;
    }

  return NULL;
}

/* A full disk lets no files be made beside the register, but it can be read. */
static gpointer
connect_to (const MukanaEngine   *engine,
            MukanaEngineOptions  *options,
            MukanaRoom           *room,
            GError              **error)
{
  GError *failure = NULL;
  gpointer connection;

  options->is_still = room != NULL && mukana_room_is_lacking (room);
  if ((connection = engine->open (options, &failure)) == NULL && room != NULL &&
      !options->is_still && !options->may_create && engine == &mukana_engine_sqlite &&
      g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_NO_SPACE))
    {
      g_clear_error (&failure);
      options->is_still = TRUE;
      if ((connection = engine->open (options, &failure)) != NULL)
        mukana_room_set_lacking (room, TRUE);
    }

  if (failure != NULL)
    g_propagate_error (error, failure);
  return connection;
}

/**
 * mukana_db_open:
 *
 * Thread: the one that will use the connection.
 * Errors: %MUKANA_ERROR_LOCKED wrong or missing key, %MUKANA_ERROR_NOT_FOUND,
 *   %MUKANA_ERROR_DAMAGED, %MUKANA_ERROR_BUSY, %MUKANA_ERROR_UNREACHABLE,
 *   %MUKANA_ERROR_NOT_ALLOWED a place where no register may be kept
 * Returns: yours, to be closed with mukana_db_close()
 */
MukanaDb *
mukana_db_open (const MukanaDbOptions  *options,
                GError                **error)
{
  MukanaEngineOptions engine_options = { .key = options->key, .may_create = options->may_create,
                                         .read_only = options->read_only,
                                         .by_views_only = options->by_views_only };
  const MukanaEngine *engine = find_engine (options->uri, &engine_options.location);
  char *login = NULL;
  gpointer connection;
  MukanaDb *self;

  if (engine == NULL)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "No engine for this kind of address");
      return NULL;
    }

  if (!(connection = connect_to (engine, &engine_options, options->room, error)))
    return NULL;

  if (engine->dup_login != NULL && !(login = engine->dup_login (connection, error)))
    {
      engine->close (connection);
      return NULL;
    }

  self = g_new0 (MukanaDb, 1);
  self->engine = engine;
  self->connection = connection;
  self->file = engine == &mukana_engine_sqlite ? g_strdup (engine_options.location) : NULL;
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->clock = g_object_ref (options->clock);
  self->actor = login != NULL ? login : g_strdup (options->actor);
  self->origin = options->origin ? g_strdup (options->origin) : g_uuid_string_random ();
  /* Users of a server have a password each and no key in common.  Their chain is a plain
   * one: against who may write there, the server's rights help and not a hash. */
  self->seal = derive_seal (engine == &mukana_engine_sqlite ? options->key : NULL);
  self->role = mukana_role_of (0, NULL);
  self->sees_identity = TRUE;
  self->files = g_ptr_array_new_with_free_func (held_file_free);
  self->is_still = engine_options.is_still;
  if (options->room != NULL && self->file != NULL)
    {
      self->room = mukana_room_ref (options->room);
      self->again = engine_options;
      self->again.location = self->file;
      self->again.key = options->key ? g_bytes_ref (options->key) : NULL;
      self->again.may_create = FALSE;
    }
  return self;
}

static void
drop_statements (MukanaDb *self)
{
  GHashTableIter iter;
  gpointer cached;

  g_hash_table_iter_init (&iter, self->cache);
  while (g_hash_table_iter_next (&iter, NULL, &cached))
    free_cached (cached, self->engine);
  g_hash_table_remove_all (self->cache);
}

void
mukana_db_close (MukanaDb *self)
{
  if (self == NULL)
    return;

  drop_statements (self);
  g_hash_table_unref (self->cache);
  self->engine->close (self->connection);
  g_clear_pointer (&self->changes, mukana_change_set_unref);
  g_clear_pointer (&self->seal, g_bytes_unref);
  g_ptr_array_unref (self->files);
  g_object_unref (self->clock);
  g_free (self->actor);
  g_free (self->origin);
  g_free (self->file);
  g_clear_pointer (&self->again.key, g_bytes_unref);
  g_clear_pointer (&self->room, mukana_room_unref);
  g_free (self);
}

const MukanaEngine *
mukana_db_peek_engine (MukanaDb *self)
{
  return self->engine;
}

gpointer
mukana_db_peek_connection (MukanaDb *self)
{
  return self->connection;
}

/** mukana_db_peek_file: Returns: (nullable): the register's file; NULL on a server */
const char *
mukana_db_peek_file (MukanaDb *self)
{
  return self->file;
}

gboolean
mukana_db_exec (MukanaDb    *self,
                const char  *sql,
                GError     **error)
{
  return self->engine->exec (self->connection, sql, error);
}

/** mukana_db_interrupt: from any thread; what runs now fails soon */
void
mukana_db_interrupt (MukanaDb *self)
{
  self->engine->interrupt (self->connection);
}

/** mukana_db_listen: from now on mukana_db_hear() misses nothing, unless it says so */
gboolean
mukana_db_listen (MukanaDb  *self,
                  GError   **error)
{
  return self->engine->listen (self->connection, error);
}

/**
 * mukana_db_hear:
 * @stop_fd: what makes it return when it can be read
 *
 * Waits until another program, or another store of this one, has changed the
 * register.  Our own notifications are passed over by their origin: the number
 * of our connection would not do, it is another after each loss.
 *
 * Errors: %MUKANA_ERROR_UNREACHABLE when the connection is lost
 * Returns: (nullable): yours; NULL without an error when told to stop
 */
MukanaChangeSet *
mukana_db_hear (MukanaDb  *self,
                int        stop_fd,
                GError   **error)
{
  gsize length = strlen (self->origin);
  g_autofree char *payload = NULL;

  do
    {
      g_clear_pointer (&payload, g_free);
      if (self->engine->hear (self->connection, stop_fd, &payload, error) <= 0)
        return NULL;
    }
  while (strncmp (payload, self->origin, length) == 0 && payload[length] == ' ');

  return mukana_change_set_from_payload (strchr (payload, ' ') ? strchr (payload, ' ') + 1 : "");
}

/* Kept prepared, unless it is being read already: then a second one is made. */
static MukanaQuery *
lend_query (MukanaDb               *self,
            const MukanaStatement  *statement,
            const char             *sql,
            GError                **error)
{
  Cached *cached = g_hash_table_lookup (self->cache, sql);
  guint n_parameters = g_strv_length (statement->parameters);
  MukanaQuery *query;
  gpointer prepared;

  if (cached == NULL || cached->in_use)
    {
      if (!(prepared = self->engine->prepare (self->connection, sql, n_parameters, error)))
        {
          g_prefix_error (error, "%s: ", statement->name);
          return NULL;
        }
      if (cached != NULL)
        return mukana_query_new (self->engine, prepared, statement);

      cached = g_new0 (Cached, 1);
      cached->statement = prepared;
      g_hash_table_insert (self->cache, g_strdup (sql), cached);
    }

  query = mukana_query_new (self->engine, cached->statement, statement);
  mukana_query_lend (query, &cached->in_use);
  return query;
}

/* Parameters that say what the actor may see.  Bound here, so that no job forgets to. */
static void
bind_sight (MukanaDb    *self,
            MukanaQuery *query)
{
  const MukanaArg sights[] = {
    mukana_int ("sees_article_10", self->sees_article_10),
    mukana_int ("sees_sensitive", mukana_role_may (self->role, MUKANA_DEED_SEE_SENSITIVE)),
    mukana_int ("sees_identity", self->sees_identity),
    mukana_int ("sees_people", mukana_role_may (self->role, MUKANA_DEED_SEE_PEOPLE)),
    mukana_int ("sees_fees", mukana_role_may (self->role, MUKANA_DEED_RECORD_WORK)),
    mukana_int ("sees_feedback", mukana_role_may (self->role, MUKANA_DEED_RECORD_FEEDBACK)),
    mukana_int ("handles_ended", mukana_role_may (self->role, MUKANA_DEED_CHANGE_PEOPLE)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    if (mukana_query_wants (query, sights[i].name))
      mukana_query_bind (query, &sights[i]);
}

/**
 * mukana_db_prepare:
 * @statement: its name in the files of sql/
 * @order: (nullable): a word of its "-- order:" lines
 *
 * What the actor may see is bound already, where the statement asks for it.
 *
 * Returns: yours
 */
MukanaQuery *
mukana_db_prepare (MukanaDb    *self,
                   const char  *statement,
                   const char  *order,
                   GError     **error)
{
  const MukanaStatement *found = mukana_statements_find (statement);
  g_autofree char *sql = NULL;
  MukanaQuery *query;

  if (found == NULL)
    g_error ("There is no statement %s", statement);

  if (!(sql = mukana_statement_fill (found, order)))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "%s: no such order", statement);
      return NULL;
    }

  query = lend_query (self, found, sql, error);
  if (query != NULL)
    bind_sight (self, query);
  return query;
}

MukanaQuery *
mukana_db_select_args (MukanaDb         *self,
                       const char       *statement,
                       GError          **error,
                       const MukanaArg  *args)
{
  MukanaQuery *query = mukana_db_prepare (self, statement, NULL, error);

  for (; query != NULL && args->name != NULL; args++)
    mukana_query_bind (query, args);

  return query;
}

gint64
mukana_db_run_args (MukanaDb         *self,
                    const char       *statement,
                    GError          **error,
                    const MukanaArg  *args)
{
  g_autoptr (MukanaQuery) query = mukana_db_select_args (self, statement, error, args);

  return query ? mukana_query_run (query, error) : -1;
}

static gint64
read_number (MukanaDb         *self,
             const char       *statement,
             GError          **error,
             const MukanaArg  *args,
             gint64            when_none)
{
  g_autoptr (MukanaQuery) query = mukana_db_select_args (self, statement, error, args);
  MukanaValue value;
  int result;

  if (query == NULL || (result = mukana_query_step (query, error)) < 0)
    return -1;
  if (result == 0)
    return when_none;

  mukana_query_get_value (query, 0, &value);
  return value.kind == MUKANA_VALUE_INT ? value.number : 0;
}

gint64
mukana_db_insert_args (MukanaDb         *self,
                       const char       *statement,
                       GError          **error,
                       const MukanaArg  *args)
{
  gint64 id = read_number (self, statement, error, args, 0);

  /* A guarded insert that selects nobody hands out no id: the guard said no. */
  if (id == 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, "%s: nothing was added",
                   statement);
      return -1;
    }

  return id;
}

gint64
mukana_db_count_args (MukanaDb         *self,
                      const char       *statement,
                      GError          **error,
                      const MukanaArg  *args)
{
  return read_number (self, statement, error, args, 0);
}

static gboolean
read_state (MukanaDb    *self,
            const char  *statement,
            GError     **error,
            MukanaArg    today)
{
  g_autoptr (MukanaQuery) query = NULL;

  if (!(query = today.name ? mukana_db_select (self, statement, error, today)
                           : mukana_db_select (self, statement, error)))
    return FALSE;

  if (mukana_query_step (query, error) <= 0)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED, "The register has no state row");
      return FALSE;
    }

  self->revision = mukana_query_get_int (query, "revision");
  self->civil_day = mukana_query_get_day (query, "civil_day");
  return TRUE;
}

static void
let_go_of_stillness (MukanaDb *self)
{
  if (self->holds_still)
    mukana_room_let_go (self->room);
  self->holds_still = FALSE;
}

/* Outside a transaction.  The connection that there is stays when there is still no room. */
static gboolean
open_anew (MukanaDb  *self,
           GError   **error)
{
  gpointer connection;

  self->again.is_still = FALSE;
  if (!(connection = self->engine->open (&self->again, error)))
    return FALSE;

  drop_statements (self);
  self->engine->close (self->connection);
  self->connection = connection;
  self->is_still = FALSE;
  return TRUE;
}

/* No read that takes the file as one that nobody changes goes on into the time of writing. */
static gboolean
look_for_room (MukanaDb  *self,
               GError   **error)
{
  gboolean is_found;

  if (self->room == NULL || !mukana_room_is_lacking (self->room))
    return self->room == NULL || !self->is_still || open_anew (self, error);

  mukana_room_begin_change (self->room);
  if ((is_found = open_anew (self, error)))
    mukana_room_set_lacking (self->room, FALSE);
  mukana_room_end_change (self->room);
  return is_found;
}

static gboolean
begin_engine_read (MukanaDb  *self,
                   GError   **error)
{
  if (self->is_still)
    {
      self->holds_still = mukana_room_hold_still (self->room);
      if (!self->holds_still && !open_anew (self, error))
        return FALSE;
    }

  if (self->engine->begin (self->connection, FALSE, error))
    return TRUE;

  let_go_of_stillness (self);
  return FALSE;
}

/** mukana_db_begin_read: one snapshot until mukana_db_rollback() */
gboolean
mukana_db_begin_read (MukanaDb  *self,
                      GError   **error)
{
  if (!begin_engine_read (self, error))
    return FALSE;

  if (!read_state (self, "state.read", error, (MukanaArg) { 0 }))
    {
      mukana_db_rollback (self);
      return FALSE;
    }

  return TRUE;
}

/** mukana_db_begin_write: takes the writers' queue, raises the revision */
gboolean
mukana_db_begin_write (MukanaDb  *self,
                       GError   **error)
{
  if (!look_for_room (self, error) || !self->engine->begin (self->connection, TRUE, error))
    return FALSE;

  if (!read_state (self, "state.raise", error,
                   mukana_day ("today", mukana_clock_today (self->clock))))
    {
      mukana_db_rollback (self);
      return FALSE;
    }

  self->changes = mukana_change_set_new (self->revision);
  self->is_quiet = FALSE;
  return TRUE;
}

/**
 * mukana_db_commit:
 * @changes: (out): yours, what was touched
 *
 * Returns: whether everything since mukana_db_begin_write() is on disk; when
 *   not, nothing of it is
 */
gboolean
mukana_db_commit (MukanaDb         *self,
                  MukanaChangeSet **changes,
                  GError          **error)
{
  g_autofree char *changed = mukana_change_set_to_payload (self->changes);
  g_autofree char *payload = g_strjoin (" ", self->origin, changed, NULL);

  if ((self->engine->notify != NULL && !self->is_quiet &&
       !self->engine->notify (self->connection, payload, error)) ||
      !self->engine->commit (self->connection, error))
    {
      mukana_db_rollback (self);
      return FALSE;
    }

  g_ptr_array_set_size (self->files, 0);
  *changes = g_steal_pointer (&self->changes);
  return TRUE;
}

static void
let_go_of_file (const HeldFile *file)
{
  if (file->length == 0)
    g_unlink (file->path);
  else
    mukana_side_file_cut (file->path, file->length);
}

void
mukana_db_rollback (MukanaDb *self)
{
  self->engine->rollback (self->connection);
  let_go_of_stillness (self);
  g_clear_pointer (&self->changes, mukana_change_set_unref);
  for (guint i = 0; i < self->files->len; i++)
    let_go_of_file (self->files->pdata[i]);
  g_ptr_array_set_size (self->files, 0);
}

/**
 * mukana_db_hold_file:
 * @path: of a file that was made of the register
 *
 * Until the open write transaction is committed the file rests on it, and goes when it is rolled
 * back: what leaves the register is noted, or has not left.
 */
void
mukana_db_hold_file (MukanaDb   *self,
                     const char *path)
{
  g_return_if_fail (self->changes != NULL);
  g_ptr_array_add (self->files, held_file_new (path, 0));
}

/**
 * mukana_db_hold_end:
 * @path: of a list beside the register, which need not be there yet
 *
 * As mukana_db_hold_file(), for what is about to be added at the end of a list: when nothing was
 * committed, the list does not say that it was.
 */
void
mukana_db_hold_end (MukanaDb   *self,
                    const char *path)
{
  g_return_if_fail (self->changes != NULL);
  g_ptr_array_add (self->files, held_file_new (path, mukana_side_file_measure (path)));
}

/**
 * mukana_db_touch:
 *
 * Says that the open write transaction changed a record, so that lists and
 * pages hear of it after the commit.
 */
void
mukana_db_touch (MukanaDb     *self,
                 MukanaKind    kind,
                 gint64        id,
                 MukanaEffect  effect)
{
  g_return_if_fail (self->changes != NULL);
  mukana_change_set_add (self->changes, kind, id, effect);
}

/**
 * mukana_db_keep_quiet:
 *
 * Says that the open write transaction changes nothing that anybody is shown: no list or page
 * hears of it, here or in another program.  It may not touch a record.
 */
void
mukana_db_keep_quiet (MukanaDb *self)
{
  g_return_if_fail (self->changes != NULL);
  self->is_quiet = TRUE;
}

/** mukana_db_is_quiet: Returns: whether the newest write was kept quiet */
gboolean
mukana_db_is_quiet (MukanaDb *self)
{
  return self->is_quiet;
}

/** mukana_db_peek_changes: Returns: borrowed, what the open write transaction has touched so far */
MukanaChangeSet *
mukana_db_peek_changes (MukanaDb *self)
{
  return self->changes;
}

gint64
mukana_db_get_revision (MukanaDb *self)
{
  return self->revision;
}

gint64
mukana_db_now_us (MukanaDb *self)
{
  return mukana_clock_now_us (self->clock);
}

/** mukana_db_today: Returns: the register's civil day, never earlier than it has been */
MukanaDay
mukana_db_today (MukanaDb *self)
{
  return MAX (self->civil_day, mukana_clock_today (self->clock));
}

/** mukana_db_days_ahead: Returns: how far the register's day is ahead of the clock's; or 0 */
int
mukana_db_days_ahead (MukanaDb *self)
{
  return MAX (self->civil_day - mukana_clock_today (self->clock), 0);
}

/**
 * mukana_db_peek_actor:
 *
 * On a server the login that it knows: what a program says of its user anybody can make it say.
 *
 * Returns: borrowed, who the journal says did it
 */
const char *
mukana_db_peek_actor (MukanaDb *self)
{
  return self->actor;
}

/**
 * mukana_db_know_user:
 *
 * Reads, in the open transaction, as what the actor works here.  Each worker does
 * so before each job, because somebody may have changed it a moment ago.
 */
gboolean
mukana_db_know_user (MukanaDb  *self,
                     GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self, "users.me", error,
                                                    mukana_text ("actor", self->actor));
  gint64 n_users;

  if (query == NULL || mukana_query_step (query, error) < 0)
    return FALSE;

  n_users = mukana_query_get_int (query, "n_users");
  self->role = mukana_role_of (n_users, mukana_query_peek_text (query, "role"));
  if (self->only_reads)
    self->role = mukana_role_only_reading (self->role);
  self->sees_article_10 = mukana_query_get_int (query, "sees_article_10") != 0;
  self->sees_identity = mukana_role_sees_identity (self->role,
                                                   mukana_query_get_int (query, "n_of_fees"));
  return TRUE;
}

/** mukana_db_is_shared: whether a server has the register, and not a file of ours */
gboolean
mukana_db_is_shared (MukanaDb *self)
{
  return !g_str_equal (self->engine->scheme, "sqlite");
}

/** mukana_db_peek_role: Returns: static, of mukana_roles */
const char *
mukana_db_peek_role (MukanaDb *self)
{
  return self->role;
}

/** mukana_db_sees_article_10: whether the actor is named to see themes of criminal background */
gboolean
mukana_db_sees_article_10 (MukanaDb *self)
{
  return self->sees_article_10;
}

/** mukana_db_sees_identity: whether the actor may see identity codes and accounts whole */
gboolean
mukana_db_sees_identity (MukanaDb *self)
{
  return self->sees_identity;
}

/** mukana_db_only_read: from now on whoever sees people is a reader; the store refuses writes */
void
mukana_db_only_read (MukanaDb *self)
{
  self->only_reads = TRUE;
}

/* Returns: 1 the register keeps the seal of an earlier key, 0 it does not, -1 with @error set */
static int
read_seal (MukanaDb  *self,
           GBytes   **seal,
           GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MukanaQuery) query = mukana_db_select (self, "state.seal", &failure);
  int result = query != NULL ? mukana_query_step (query, &failure) : -1;

  if (result > 0)
    *seal = mukana_query_dup_bytes (query, "value");
  if (result >= 0)
    return result;

  /* A register of an early step, a backup perhaps, has no place to keep one in. */
  if (g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_INTERNAL))
    return 0;

  g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
}

/**
 * mukana_db_peek_seal:
 *
 * A seal that cannot be read is an error and not another seal: what is linked with the wrong
 * one looks forged for ever.
 *
 * Returns: borrowed, the key of the journal's chain; NULL with @error set
 */
GBytes *
mukana_db_peek_seal (MukanaDb  *self,
                     GError   **error)
{
  GBytes *kept = NULL;

  if (!self->has_asked_for_seal)
    {
      if (read_seal (self, &kept, error) < 0)
        return NULL;

      if (kept != NULL)
        {
          g_bytes_unref (self->seal);
          self->seal = kept;
        }
      self->has_asked_for_seal = TRUE;
    }

  return self->seal;
}

/** mukana_db_verify: Returns: yours, what is wrong with the pages, in English; or nothing */
char **
mukana_db_verify (MukanaDb  *self,
                  GError   **error)
{
  return self->engine->verify (self->connection, error);
}
