/* mukana-db-postgres.c: the engine for a register that an office shares.
 *
 * Speaks to a server over a socket of this machine, or over a network when the
 * server proves by certificate who it is.  Knows that a connection can be lost
 * at any moment: what was begun is then lost too, the next transaction begins
 * on a new link, and a commit without an answer is asked after by the number
 * of its transaction.
 *
 * Messages never quote a value: only the primary message of the server is
 * taken, never its detail, and not even that where it repeats the input.
 */

#include "store/mukana-db-postgres-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <poll.h>
#include <string.h>

#include "base/mukana-error.h"

#define CONNECT_TIMEOUT_S 10

/* From the server's catalogue, where these numbers never change. */
enum { TYPE_BOOL = 16, TYPE_BYTEA = 17, TYPE_INT8 = 20, TYPE_INT2 = 21, TYPE_INT4 = 23,
       TYPE_NUMERIC = 1700 };

typedef MukanaPostgres Connection;

typedef struct
{
  Connection *connection;
  char       *sql;
  char       *name;
  guint       session;     /* in which it was prepared */

  guint       n_params;
  char      **params;      /* NULL for null */
  int        *lengths;
  int        *formats;     /* 0 text, 1 bytes as they are */

  PGresult   *result;      /* every row; NULL before the first step */
  int         row;
  GPtrArray  *unescaped;   /* bytes read from this row */
} Statement;

static int
translate_state (const char *state)
{
  static const struct { const char *prefix; int code; } meanings[] = {
    { "08", MUKANA_ERROR_UNREACHABLE },
    { "23", MUKANA_ERROR_CONFLICT },
    { "25006", MUKANA_ERROR_NOT_ALLOWED },    /* a write in a read-only transaction */
    { "25P03", MUKANA_ERROR_UNREACHABLE },    /* stood still in a transaction for too long */
    { "28", MUKANA_ERROR_LOCKED },
    { "3D000", MUKANA_ERROR_NOT_FOUND },
    { "40001", MUKANA_ERROR_BUSY },
    { "40P01", MUKANA_ERROR_BUSY },
    { "42501", MUKANA_ERROR_NOT_ALLOWED },
    { "53100", MUKANA_ERROR_NO_SPACE },
    { "53300", MUKANA_ERROR_BUSY },           /* too many connections */
    { "55P03", MUKANA_ERROR_BUSY },           /* waited too long for a lock */
    { "57P", MUKANA_ERROR_UNREACHABLE },
    { "XX001", MUKANA_ERROR_DAMAGED },
    { "XX002", MUKANA_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_has_prefix (state, meanings[i].prefix))
      return meanings[i].code;

  return MUKANA_ERROR_INTERNAL;
}

static void
set_error (GError         **error,
           PGconn          *link,
           const PGresult  *result)
{
  const char *state = PQresultErrorField (result, PG_DIAG_SQLSTATE);
  const char *message = PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY);

  if (state == NULL)
    g_set_error (error, MUKANA_ERROR, PQstatus (link) == CONNECTION_BAD ? MUKANA_ERROR_UNREACHABLE
                                                                        : MUKANA_ERROR_INTERNAL,
                 "The server does not answer");
  else if (strcmp (state, "57014") == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else if (g_str_has_prefix (state, "22"))   /* "invalid input syntax: «the input»" */
    g_set_error (error, MUKANA_ERROR, translate_state (state), "PostgreSQL %s: bad value", state);
  else
    g_set_error (error, MUKANA_ERROR, translate_state (state), "PostgreSQL %s: %s", state, message);
}

/* Keeps @result when it is a good one. */
static gboolean
check_result (PGconn    *link,
              PGresult **result,
              GError   **error)
{
  ExecStatusType status = PQresultStatus (*result);

  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
    return TRUE;

  set_error (error, link, *result);
  g_clear_pointer (result, PQclear);
  return FALSE;
}

gboolean
mukana_postgres_exec (gpointer     data,
                      const char  *sql,
                      GError     **error)
{
  Connection *self = data;
  PGresult *result = PQexec (self->link, sql);
  gboolean done = check_result (self->link, &result, error);

  PQclear (result);
  return done;
}

/** mukana_postgres_ask: Returns: yours, the single text that @sql selects; NULL with @error set */
char *
mukana_postgres_ask (MukanaPostgres  *self,
                     const char      *sql,
                     const char      *param,
                     GError         **error)
{
  PGresult *result = PQexecParams (self->link, sql, param ? 1 : 0, NULL, &param, NULL, NULL, 0);
  char *answer;

  if (!check_result (self->link, &result, error))
    return NULL;

  answer = g_strdup (PQntuples (result) > 0 ? PQgetvalue (result, 0, 0) : "");
  PQclear (result);
  return answer;
}

/* A URI that would send a register over a network unproven is refused, not mended. */
static gboolean
check_address (const char  *uri,
               GError     **error)
{
  PQconninfoOption *options = PQconninfoParse (uri, NULL);
  gboolean is_network = FALSE;
  const char *sslmode = NULL;
  gboolean is_safe;

  for (PQconninfoOption *option = options; option != NULL && option->keyword != NULL; option++)
    {
      if (option->val == NULL || *option->val == '\0')
        continue;

      if (strcmp (option->keyword, "sslmode") == 0)
        sslmode = option->val;
      else if (strcmp (option->keyword, "hostaddr") == 0)
        is_network = TRUE;
      else if (strcmp (option->keyword, "host") == 0)
        {
          g_auto (GStrv) hosts = g_strsplit (option->val, ",", -1);

          for (guint i = 0; hosts[i] != NULL; i++)
            is_network = is_network || (hosts[i][0] != '/' && hosts[i][0] != '@');
        }
    }

  is_safe = !is_network || sslmode == NULL || strcmp (sslmode, "verify-full") == 0;
  if (options == NULL)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "The address of the server is not one");
  else if (!is_safe)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                 "Over a network only sslmode=verify-full is allowed");

  PQconninfoFree (options);
  return options != NULL && is_safe;
}

/* A link that does not come about has no result to ask for its state, but with
 * the verbosity set below its message ends in one: "… FATAL:  28P01". */
static void
set_connect_error (GError **error,
                   PGconn  *link)
{
  g_autofree char *message = g_strchomp (g_strdup (PQerrorMessage (link)));
  const char *last = strrchr (message, ' ');
  gboolean has_state = last != NULL && strlen (last) == 6 && g_ascii_isdigit (last[1]) &&
                       strspn (last + 1, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 5;

  if (PQconnectionNeedsPassword (link))
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED, "The server asks for a password");
  else if (has_state)
    g_set_error (error, MUKANA_ERROR, translate_state (last + 1), "PostgreSQL %s: refused",
                 last + 1);
  else if (strstr (message, "SSL") != NULL || strstr (message, "certificate") != NULL)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                 "The server does not prove who it is; see sslmode and sslrootcert");
  else
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE, "The server cannot be reached");
}

/* Drives a link in the making, but not for ever. */
static gboolean
finish_link (PGconn                     *link,
             PostgresPollingStatusType (*advance) (PGconn *),
             GError                    **error)
{
  gint64 deadline = g_get_monotonic_time () + CONNECT_TIMEOUT_S * G_USEC_PER_SEC;
  PostgresPollingStatusType status =
    PQstatus (link) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;

  while (status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED)
    {
      struct pollfd fd = { PQsocket (link), status == PGRES_POLLING_WRITING ? POLLOUT : POLLIN, 0 };
      gint64 left_ms = (deadline - g_get_monotonic_time ()) / 1000;
      int n_ready = left_ms > 0 ? poll (&fd, 1, (int) left_ms) : 0;

      if (n_ready > 0)
        status = advance (link);
      else if (n_ready == 0 || errno != EINTR)
        status = PGRES_POLLING_FAILED;
    }

  if (status == PGRES_POLLING_OK)
    return TRUE;

  set_connect_error (error, link);
  return FALSE;
}

static void
ignore_notice_cb (void       *data,
                  const char *message)
{
}

/* What each new link is told, the first and those after a loss alike. */
static gboolean
begin_session (Connection  *self,
               GError     **error)
{
  self->session++;
  g_ptr_array_set_size (self->retired, 0);
  g_clear_pointer (&self->channel, g_free);

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->cancel, PQfreeCancel);
  self->cancel = PQgetCancel (self->link);
  g_mutex_unlock (&self->lock);

  /* A computer that falls asleep in a write must not hold up the whole office. */
  return mukana_postgres_exec (self, "SET lock_timeout = '15s';"
                                     "SET idle_in_transaction_session_timeout = '60s';"
                                     "SET client_min_messages = warning; SET bytea_output = hex",
                               error) &&
         (!self->read_only ||
          mukana_postgres_exec (self, "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
                                error)) &&
         (self->channel = mukana_postgres_ask (
            self, "SELECT 'mukana_' || coalesce (to_regnamespace (quote_ident (current_schema ()))"
                  "::oid, 0)", NULL, error)) &&
         (!self->by_views_only || mukana_postgres_take_door_role (self, error));
}

static void
wait_for_canceller (Connection *self)
{
  GThread *canceller;

  g_mutex_lock (&self->lock);
  canceller = g_steal_pointer (&self->canceller);
  g_mutex_unlock (&self->lock);

  if (canceller != NULL)
    g_thread_join (canceller);
}

static void
close_connection (gpointer data)
{
  Connection *self = data;

  wait_for_canceller (self);
  g_clear_pointer (&self->cancel, PQfreeCancel);
  PQfinish (self->link);
  g_ptr_array_unref (self->retired);
  g_mutex_clear (&self->lock);
  g_free (self->transaction);
  g_free (self->channel);
  g_free (self);
}

static char *
dup_password (GBytes *key)
{
  gsize length;
  const char *text = g_bytes_get_data (key, &length);

  return g_strndup (text, length);
}

static void
wipe (char *password)
{
  if (password != NULL)
    explicit_bzero (password, strlen (password));
  g_free (password);
}

static gpointer
open_connection (const MukanaEngineOptions  *options,
                 GError                    **error)
{
  /* What stands before the URI is a default, what stands after it is the law. */
  static const char * const names[] = { "connect_timeout", "keepalives_idle", "tcp_user_timeout",
                                        "application_name", "password", "dbname", "sslmode",
                                        "gssencmode", "client_encoding", NULL };
  char *password = options->key != NULL ? dup_password (options->key) : NULL;
  const char * const values[] = { G_STRINGIFY (CONNECT_TIMEOUT_S), "30", "30000", "mukana",
                                  password, options->location, "verify-full", "disable", "UTF8",
                                  NULL };
  Connection *self;

  if (!check_address (options->location, error))
    {
      wipe (password);
      return NULL;
    }

  self = g_new0 (Connection, 1);
  g_mutex_init (&self->lock);
  self->retired = g_ptr_array_new_with_free_func (g_free);
  self->read_only = options->read_only;
  self->by_views_only = options->by_views_only;
  self->link = PQconnectStartParams (names, values, TRUE);
  wipe (password);
  PQsetErrorVerbosity (self->link, PQERRORS_SQLSTATE);
  PQsetNoticeProcessor (self->link, ignore_notice_cb, NULL);

  if (finish_link (self->link, PQconnectPoll, error) && begin_session (self, error))
    return self;

  close_connection (self);
  return NULL;
}

static gboolean
reconnect (Connection  *self,
           GError     **error)
{
  if (!PQresetStart (self->link))
    {
      set_connect_error (error, self->link);
      return FALSE;
    }

  return finish_link (self->link, PQresetPoll, error) && begin_session (self, error);
}

static gboolean
drop_retired (Connection  *self,
              GError     **error)
{
  for (; self->retired->len > 0; g_ptr_array_set_size (self->retired, (int) self->retired->len - 1))
    {
      const char *name = g_ptr_array_index (self->retired, self->retired->len - 1);
      g_autofree char *sql = g_strconcat ("DEALLOCATE ", name, NULL);

      if (!mukana_postgres_exec (self, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
begin_here (Connection  *self,
            gboolean     write,
            GError     **error)
{
  g_clear_pointer (&self->transaction, g_free);

  if (!drop_retired (self, error) ||
      !mukana_postgres_exec (self, write ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                                         : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                             error))
    return FALSE;

  if (write)
    self->transaction = mukana_postgres_ask (self, "SELECT pg_current_xact_id ()", NULL, error);
  return !write || self->transaction != NULL;
}

static void
rollback (gpointer data)
{
  Connection *self = data;

  wait_for_canceller (self);

  /* More than once, because a late cancel may hit the rollback itself. */
  for (int attempt = 0; attempt < 3 && PQtransactionStatus (self->link) != PQTRANS_IDLE &&
                        PQstatus (self->link) == CONNECTION_OK; attempt++)
    PQclear (PQexec (self->link, "ROLLBACK"));
}

/* That the link was lost is often seen only when it is used again.  Nothing has
 * been done yet, so one new try on a new link is harmless. */
static gboolean
begin (gpointer   data,
       gboolean   write,
       GError   **error)
{
  Connection *self = data;
  g_autoptr (GError) failure = NULL;

  rollback (self);
  if (PQstatus (self->link) == CONNECTION_OK && begin_here (self, write, &failure))
    return TRUE;

  if (PQstatus (self->link) == CONNECTION_OK)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return reconnect (self, error) && begin_here (self, write, error);
}

/* The link was lost between our COMMIT and its answer: the server knows. */
static gboolean
was_committed (Connection *self)
{
  for (int attempt = 0; attempt < 20; attempt++)
    {
      /* Unreachable still: then the caller says so, which is true whatever happened. */
      g_autofree char *end = PQstatus (self->link) == CONNECTION_OK || reconnect (self, NULL)
                             ? mukana_postgres_ask (self, "SELECT pg_xact_status ($1::xid8)",
                                                    self->transaction, NULL)
                             : NULL;

      if (end == NULL || strcmp (end, "in progress") != 0)
        return g_strcmp0 (end, "committed") == 0;

      g_usleep (50000);
    }

  return FALSE;
}

static gboolean
commit (gpointer   data,
        GError   **error)
{
  Connection *self = data;
  g_autoptr (GError) failure = NULL;
  PGresult *result;
  gboolean done;

  wait_for_canceller (self);
  result = PQexec (self->link, "COMMIT");

  if (!check_result (self->link, &result, &failure))
    {
      if (PQstatus (self->link) == CONNECTION_BAD && self->transaction != NULL &&
          was_committed (self))
        return TRUE;

      rollback (self);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  /* After a failed statement the server answers COMMIT with ROLLBACK and calls it success. */
  done = strcmp (PQcmdStatus (result), "COMMIT") == 0;
  if (!done)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL,
                 "A statement of this transaction failed before; all of it was rolled back");
  PQclear (result);
  return done;
}

static gboolean
prepare_here (Statement  *self,
              GError    **error)
{
  Connection *connection = self->connection;
  PGresult *result = PQprepare (connection->link, self->name, self->sql, (int) self->n_params,
                                NULL);
  gboolean done = check_result (connection->link, &result, error);

  PQclear (result);
  if (done)
    self->session = connection->session;
  return done;
}

static void
reset (gpointer data)
{
  Statement *self = data;

  g_clear_pointer (&self->result, PQclear);
  g_ptr_array_set_size (self->unescaped, 0);
  for (guint i = 0; i < self->n_params; i++)
    g_clear_pointer (&self->params[i], g_free);
}

static void
finalize (gpointer data)
{
  Statement *self = data;

  reset (self);

  /* Not now: in a transaction that has failed the server would refuse. */
  if (self->session == self->connection->session)
    g_ptr_array_add (self->connection->retired, g_steal_pointer (&self->name));

  g_ptr_array_unref (self->unescaped);
  g_free (self->params);
  g_free (self->lengths);
  g_free (self->formats);
  g_free (self->name);
  g_free (self->sql);
  g_free (self);
}

static gpointer
prepare (gpointer     data,
         const char  *sql,
         guint        n_params,
         GError     **error)
{
  Connection *connection = data;
  Statement *self = g_new0 (Statement, 1);

  self->connection = connection;
  self->sql = g_strdup (sql);
  self->name = g_strdup_printf ("s%u", ++connection->n_names);
  self->n_params = n_params;
  self->params = g_new0 (char *, n_params);
  self->lengths = g_new0 (int, n_params);
  self->formats = g_new0 (int, n_params);
  self->unescaped = g_ptr_array_new_with_free_func (PQfreemem);

  if (prepare_here (self, error))
    return self;

  finalize (self);
  return NULL;
}

static void
bind (gpointer           data,
      guint              index,
      const MukanaValue *value)
{
  Statement *self = data;

  g_clear_pointer (&self->params[index], g_free);
  self->formats[index] = value->kind == MUKANA_VALUE_BYTES;

  switch (value->kind)
    {
    case MUKANA_VALUE_INT:
      self->params[index] = g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
      break;
    case MUKANA_VALUE_TEXT:
      self->params[index] = g_strdup (value->text);
      break;
    case MUKANA_VALUE_BYTES:
      /* One more, so that no bytes are still not null. */
      self->params[index] = g_malloc0 (value->length + 1);
      memcpy (self->params[index], value->length ? value->text : "", value->length);
      self->lengths[index] = (int) value->length;
      break;
    case MUKANA_VALUE_NULL:
    default:
      break;
    }
}

static int
step (gpointer   data,
      GError   **error)
{
  Statement *self = data;
  Connection *connection = self->connection;

  g_ptr_array_set_size (self->unescaped, 0);

  if (self->result == NULL)
    {
      if (self->session != connection->session && !prepare_here (self, error))
        return -1;

      self->row = -1;
      self->result = PQexecPrepared (connection->link, self->name, (int) self->n_params,
                                     (const char * const *) self->params, self->lengths,
                                     self->formats, 0);
      if (!check_result (connection->link, &self->result, error))
        return -1;
    }

  if (self->row + 1 >= PQntuples (self->result))
    return 0;

  self->row++;
  return 1;
}

static gint64
n_affected (gpointer data)
{
  Statement *self = data;

  return self->result ? g_ascii_strtoll (PQcmdTuples (self->result), NULL, 10) : 0;
}

static guint
n_columns (gpointer data)
{
  Statement *self = data;

  return self->result ? (guint) PQnfields (self->result) : 0;
}

static const char *
column_name (gpointer data,
             guint    column)
{
  return PQfname (((Statement *) data)->result, (int) column);
}

static void
read_column (gpointer     data,
             guint        column,
             MukanaValue *value)
{
  Statement *self = data;
  int number = (int) column;
  char *text = PQgetvalue (self->result, self->row, number);

  *value = (MukanaValue) { MUKANA_VALUE_NULL, 0, NULL, 0 };
  if (PQgetisnull (self->result, self->row, number))
    return;

  switch (PQftype (self->result, number))
    {
    case TYPE_BOOL:
      value->kind = MUKANA_VALUE_INT;
      value->number = *text == 't';
      break;
    case TYPE_INT2:
    case TYPE_INT4:
    case TYPE_INT8:
    case TYPE_NUMERIC:   /* the sum of int8 */
      value->kind = MUKANA_VALUE_INT;
      value->number = g_ascii_strtoll (text, NULL, 10);
      break;
    case TYPE_BYTEA:
      value->kind = MUKANA_VALUE_BYTES;
      value->text = (const char *) PQunescapeBytea ((const unsigned char *) text, &value->length);
      g_ptr_array_add (self->unescaped, (gpointer) value->text);
      break;
    default:
      value->kind = MUKANA_VALUE_TEXT;
      value->text = text;
      break;
    }
}

static gpointer
cancel_in_thread (gpointer data)
{
  char refusal[256];

  /* When it fails the statement runs on to its end, which is allowed. */
  PQcancel (data, refusal, sizeof refusal);
  return NULL;
}

/* Asking the server to stop takes a connection of its own, which may hang: the
 * caller, who may be a window, does not wait for it; the transaction's end does. */
static void
interrupt (gpointer data)
{
  Connection *self = data;

  g_mutex_lock (&self->lock);
  if (self->canceller == NULL && self->cancel != NULL)
    self->canceller = g_thread_new ("mukana-cancel", cancel_in_thread, self->cancel);
  g_mutex_unlock (&self->lock);
}

static gboolean
notify (gpointer     data,
        const char  *payload,
        GError     **error)
{
  Connection *self = data;
  const char * const params[] = { self->channel, payload };
  PGresult *result = PQexecParams (self->link, "SELECT pg_notify ($1, $2)", 2, NULL, params, NULL,
                                   NULL, 0);
  gboolean done = check_result (self->link, &result, error);

  PQclear (result);
  return done;
}

static gboolean
begin_listening (gpointer   data,
                 GError   **error)
{
  Connection *self = data;
  g_autofree char *sql = NULL;

  if (PQstatus (self->link) != CONNECTION_OK && !reconnect (self, error))
    return FALSE;

  sql = g_strconcat ("LISTEN ", self->channel, NULL);
  return mukana_postgres_exec (self, sql, error);
}

static int
hear (gpointer   data,
      int        stop_fd,
      char     **payload,
      GError   **error)
{
  Connection *self = data;

  while (PQconsumeInput (self->link) && PQstatus (self->link) == CONNECTION_OK)
    {
      struct pollfd fds[] = { { stop_fd, POLLIN, 0 }, { PQsocket (self->link), POLLIN, 0 } };
      PGnotify *heard = PQnotifies (self->link);

      if (heard != NULL)
        {
          *payload = g_strdup (heard->extra);
          PQfreemem (heard);
          return 1;
        }

      if (poll (fds, G_N_ELEMENTS (fds), -1) > 0 && fds[0].revents != 0)
        return 0;
    }

  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE, "The server does not answer");
  return -1;
}

/* The server checks its pages as it reads them and counts what it finds; an
 * index that was left half built does not answer for its table. */
static char **
verify (gpointer   data,
        GError   **error)
{
  Connection *self = data;
  g_autoptr (GStrvBuilder) findings = g_strv_builder_new ();
  PGresult *result = PQexec (self->link,
    "SELECT 'The server has met ' || checksum_failures || ' damaged pages'"
    "  FROM pg_stat_database WHERE datname = current_database () AND checksum_failures > 0"
    " UNION ALL SELECT 'An index is not whole: ' || i.indexrelid::regclass"
    "  FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid"
    " WHERE c.relnamespace = current_schema ()::regnamespace"
    "   AND NOT (i.indisvalid AND i.indisready)"
    " UNION ALL SELECT 'A rule was never proved: ' || conname"
    "  FROM pg_constraint"
    " WHERE connamespace = current_schema ()::regnamespace AND NOT convalidated");

  if (!check_result (self->link, &result, error))
    return NULL;

  for (int i = 0; i < PQntuples (result); i++)
    g_strv_builder_add (findings, PQgetvalue (result, i, 0));

  PQclear (result);
  return g_strv_builder_end (findings);
}

const MukanaEngine mukana_engine_postgres = {
  .scheme = "postgres",
  .id_type = "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
  .key_type = "TEXT COLLATE \"C\"",
  .bytes_type = "BYTEA",
  .open = open_connection,
  .close = close_connection,
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .exec = mukana_postgres_exec,
  .prepare = prepare,
  .finalize = finalize,
  .bind = bind,
  .step = step,
  .reset = reset,
  .n_affected = n_affected,
  .n_columns = n_columns,
  .column_name = column_name,
  .column = read_column,
  .interrupt = interrupt,
  .open_door = mukana_postgres_open_door,
  .dup_login = mukana_postgres_dup_login,
  .judge_rights = mukana_postgres_judge_rights,
  .let_in = mukana_postgres_let_in,
  .notify = notify,
  .listen = begin_listening,
  .hear = hear,
  .verify = verify,
};
