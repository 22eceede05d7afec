/* mukana-db-sqlite.c: the engine for a register in a file: statements and their errors.
 *
 * How the file is opened, and why its key can be relied on, is in mukana-db-sqlite-file.c.
 */

#include "store/mukana-db-sqlite-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "store/mukana-door.h"

typedef struct
{
  sqlite3      *connection;
  sqlite3_stmt *statement;
  int           bind_code;    /* SQLITE_OK, or why a parameter is not as it was given */
} Statement;

/** mukana_sqlite_translate_code: returns: the MUKANA_ERROR that a code of SQLite stands for */
int
mukana_sqlite_translate_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MUKANA_ERROR_BUSY;
    case SQLITE_FULL:
      return MUKANA_ERROR_NO_SPACE;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MUKANA_ERROR_DAMAGED;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
      return MUKANA_ERROR_UNREACHABLE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return MUKANA_ERROR_NOT_ALLOWED;
    case SQLITE_CONSTRAINT:
      return MUKANA_ERROR_CONFLICT;
    default:
      return MUKANA_ERROR_INTERNAL;
    }
}

/* A full disk is not always called so: the index of the write-ahead log cannot grow. */
static gboolean
is_full_disk (sqlite3 *connection,
              int      code)
{
  int problem = sqlite3_system_errno (connection);

  return ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN) &&
         (problem == ENOSPC || problem == EDQUOT);
}

/* The disk of an open register was locked, or failed: the system writes there no more. */
static gboolean
is_only_read (sqlite3 *connection,
              int      code)
{
  return ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN) &&
         sqlite3_system_errno (connection) == EROFS;
}

/* SQLCipher calls a page that its key does not fit an error, and says no word about it;
 * whatever else is called so has words of its own. */
static int
code_of_failure (sqlite3 *connection,
                 int      code)
{
#ifndef MUKANA_SQLITE3MC
  if (code == SQLITE_ERROR &&
      strcmp (sqlite3_errmsg (connection), sqlite3_errstr (SQLITE_ERROR)) == 0)
    return SQLITE_CORRUPT;
#endif

  return code;
}

/**
 * mukana_sqlite_set_error: why a call answered @code
 *
 * SQLite's own messages name tables and columns, never values.  The connection forgets
 * them with the next call, and then has none for @code.
 */
void
mukana_sqlite_set_error (GError  **error,
                         sqlite3  *connection,
                         int       code)
{
  int failure = code_of_failure (connection, code);
  int detail = sqlite3_extended_errcode (connection);
  gboolean is_known = (detail & 0xff) == (failure & 0xff);

  if (code == SQLITE_INTERRUPT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      return;
    }

  if (is_only_read (connection, failure))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("The disk of the register can only be read now. Nothing was changed. "
                              "Have the disk looked at, and open the register again."));
      return;
    }

  g_set_error (error, MUKANA_ERROR,
               is_full_disk (connection, failure) ? MUKANA_ERROR_NO_SPACE
                                                  : mukana_sqlite_translate_code (failure),
               "SQLite %d: %s", is_known ? detail : failure,
               is_known ? sqlite3_errmsg (connection) : sqlite3_errstr (failure));
}

/** mukana_sqlite_exec: runs statements without parameters */
gboolean
mukana_sqlite_exec (gpointer     connection,
                    const char  *sql,
                    GError     **error)
{
  int code = sqlite3_exec (connection, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  mukana_sqlite_set_error (error, connection, code);
  return FALSE;
}

static void
rollback (gpointer connection)
{
  /* Fails when SQLite has rolled back on its own, and then nothing is left to do; or
   * for want of memory, and then begin() makes up for it. */
  sqlite3_exec (connection, "ROLLBACK", NULL, NULL, NULL);
}

static gboolean
begin (gpointer   connection,
       gboolean   write,
       GError   **error)
{
  if (!sqlite3_get_autocommit (connection))
    rollback (connection);

  return mukana_sqlite_exec (connection, write ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

static gboolean
commit (gpointer   connection,
        GError   **error)
{
  return mukana_sqlite_exec (connection, "COMMIT", error);
}

static gpointer
prepare (gpointer     connection,
         const char  *sql,
         guint        n_params,
         GError     **error)
{
  sqlite3_stmt *statement = NULL;
  Statement *self;
  int code = mukana_sqlite_is_door (connection) && !mukana_door_takes (sql)
             ? SQLITE_AUTH : sqlite3_prepare_v3 (connection, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                                 &statement, NULL);

  if (code != SQLITE_OK)
    {
      mukana_sqlite_set_error (error, connection, code);
      return NULL;
    }

  self = g_new0 (Statement, 1);
  self->connection = connection;
  self->statement = statement;
  return self;
}

static void
finalize (gpointer data)
{
  Statement *self = data;

  sqlite3_finalize (self->statement);
  g_free (self);
}

static int
bind_value (sqlite3_stmt      *statement,
            int                number,
            const MukanaValue *value)
{
  switch (value->kind)
    {
    case MUKANA_VALUE_INT:
      return sqlite3_bind_int64 (statement, number, value->number);
    case MUKANA_VALUE_TEXT:
      return sqlite3_bind_text (statement, number, value->text, -1, SQLITE_TRANSIENT);
    case MUKANA_VALUE_BYTES:
      return sqlite3_bind_blob64 (statement, number, value->text, value->length, SQLITE_TRANSIENT);
    case MUKANA_VALUE_NULL:
    default:
      return sqlite3_bind_null (statement, number);
    }
}

/* A parameter that could not be set is null: the step must not run with it. */
static void
bind (gpointer           data,
      guint              index,
      const MukanaValue *value)
{
  Statement *self = data;
  int code = bind_value (self->statement, (int) index + 1, value);

  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

/* When the disk fails or memory runs out, SQLite may roll back on its own and would then
 * commit each further statement by itself.  Nothing is written outside a transaction. */
static gboolean
may_run (Statement  *self,
         GError    **error)
{
  if (self->bind_code != SQLITE_OK)
    {
      g_set_error (error, MUKANA_ERROR, mukana_sqlite_translate_code (self->bind_code),
                   "SQLite %d: a parameter could not be set", self->bind_code);
      return FALSE;
    }

  if (sqlite3_stmt_readonly (self->statement) || !sqlite3_get_autocommit (self->connection))
    return TRUE;

  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE,
               "There is no transaction to write in, or it has ended by a failure");
  return FALSE;
}

/* Text that no memory is found for reads as null, and would be taken for a value. */
static gboolean
has_its_texts (sqlite3_stmt *statement)
{
  int n = sqlite3_column_count (statement);

  for (int i = 0; i < n; i++)
    if (sqlite3_column_type (statement, i) == SQLITE_TEXT &&
        sqlite3_column_text (statement, i) == NULL)
      return FALSE;

  return TRUE;
}

static int
step (gpointer   data,
      GError   **error)
{
  Statement *self = data;
  int code;

  if (!may_run (self, error))
    return -1;

  code = sqlite3_step (self->statement);
  if (code == SQLITE_ROW && has_its_texts (self->statement))
    return 1;
  if (code == SQLITE_DONE)
    return 0;

  mukana_sqlite_set_error (error, self->connection, code == SQLITE_ROW ? SQLITE_NOMEM : code);
  return -1;
}

static void
reset (gpointer data)
{
  Statement *self = data;

  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->bind_code = SQLITE_OK;
}

static gint64
n_affected (gpointer data)
{
  return sqlite3_changes64 (((Statement *) data)->connection);
}

static guint
n_columns (gpointer data)
{
  return (guint) sqlite3_column_count (((Statement *) data)->statement);
}

static const char *
column_name (gpointer data,
             guint    column)
{
  return sqlite3_column_name (((Statement *) data)->statement, (int) column);
}

static void
read_column (gpointer     data,
             guint        column,
             MukanaValue *value)
{
  sqlite3_stmt *statement = ((Statement *) data)->statement;
  int number = (int) column;

  *value = (MukanaValue) { MUKANA_VALUE_NULL, 0, NULL, 0 };

  switch (sqlite3_column_type (statement, number))
    {
    case SQLITE_INTEGER:
      value->kind = MUKANA_VALUE_INT;
      value->number = sqlite3_column_int64 (statement, number);
      break;
    case SQLITE_TEXT:
      value->kind = MUKANA_VALUE_TEXT;
      value->text = (const char *) sqlite3_column_text (statement, number);
      break;
    case SQLITE_BLOB:
      value->kind = MUKANA_VALUE_BYTES;
      value->text = sqlite3_column_blob (statement, number);
      value->length = (gsize) sqlite3_column_bytes (statement, number);
      break;
    default:
      break;
    }
}

static void
interrupt (gpointer connection)
{
  sqlite3_interrupt (connection);
}

/* A page that cannot be read for now, because the disk or the memory fails, is listed
 * with the damaged ones, but nobody needs a backup for it.  SQLCipher says no more than
 * "error" of a page that its key does not fit. */
static int
code_of_finding (const char *finding)
{
  static const char mark[] = "error code=";
  const char *words = strstr (finding, mark);
  int code = words != NULL ? atoi (words + strlen (mark)) : SQLITE_CORRUPT;

  return code == SQLITE_ERROR ? SQLITE_CORRUPT : code;
}

static char **
verify (gpointer   connection,
        GError   **error)
{
  g_autoptr (GStrvBuilder) findings = g_strv_builder_new ();
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (connection, "PRAGMA integrity_check(20)", -1, &statement, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    if ((code = sqlite3_step (statement)) == SQLITE_ROW)
      {
        const char *finding = (const char *) sqlite3_column_text (statement, 0);

        if (finding == NULL)
          code = SQLITE_NOMEM;
        else if (mukana_sqlite_translate_code (code_of_finding (finding)) != MUKANA_ERROR_DAMAGED)
          code = code_of_finding (finding);
        else if (strcmp (finding, "ok") != 0)
          g_strv_builder_add (findings, finding);
      }
  sqlite3_finalize (statement);

  if (code == SQLITE_DONE)
    return g_strv_builder_end (findings);

  mukana_sqlite_set_error (error, connection, code);
  return NULL;
}

const MukanaEngine mukana_engine_sqlite = {
  .scheme = "sqlite",
  .id_type = "INTEGER PRIMARY KEY",
  .key_type = "TEXT",
  .bytes_type = "BLOB",
  .open = mukana_sqlite_open,
  .close = mukana_sqlite_close,
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .exec = mukana_sqlite_exec,
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
  .copy_to = mukana_sqlite_copy_to,
  .rekey = mukana_sqlite_rekey,
  .verify = verify,
};
