/* mukana-schema.c: steps of the schema, those that a store lacks in one transaction.
 *
 * A released step is never edited.  A store newer than the program is refused and left alone,
 * unless it says that this program may read it; then it is only read.  A step that fails
 * leaves the store as it was before the first.  Nothing is ever deleted to make a step pass.
 */

#include "store/mukana-schema.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mukana-error.h"

#define SCHEMA_FOLDER "/fi/mukana/store/schema/"

/* Of a step after which older programs read what they read before, and mean the same by it.
 * Without the line they are refused: that is the mistake which does no harm. */
#define READ_ON "\n-- Older programs read on.\n"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* "0001-register.sql" …, in order; where engines differ "0014-x.sqlite.sql". */
static char **
list_steps (const char *scheme)
{
  g_auto (GStrv) names = g_resources_enumerate_children (SCHEMA_FOLDER, 0, NULL);
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  g_autofree char *own = g_strdup_printf (".%s.sql", scheme);

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *first_dot = strchr (names[i], '.');

      if (strcmp (first_dot, ".sql") == 0 || strcmp (first_dot, own) == 0)
        g_strv_builder_add (steps, names[i]);
    }

  return g_strv_builder_end (steps);
}

/** mukana_schema_newest: Returns: the number of the last step this program knows */
int
mukana_schema_newest (void)
{
  g_auto (GStrv) steps = list_steps ("sqlite");

  return atoi (steps[g_strv_length (steps) - 1]);
}

/** mukana_schema_current: Returns: the step the store is at, 0 for an empty one, or -1 */
int
mukana_schema_current (MukanaDb  *db,
                       GError   **error)
{
  gboolean is_file = mukana_db_peek_engine (db) == &mukana_engine_sqlite;
  gint64 n_tables = mukana_db_count (db, is_file ? "schema.exists-sqlite"
                                                 : "schema.exists-postgres", error);

  if (n_tables <= 0)
    return (int) n_tables;

  return (int) mukana_db_count (db, "schema.current", error);
}

static char *
read_step (const MukanaEngine *engine,
           const char         *name)
{
  g_autofree char *path = g_strconcat (SCHEMA_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  GString *sql = g_string_new (g_bytes_get_data (bytes, NULL));

  g_string_replace (sql, "{{id}}", engine->id_type, 0);
  g_string_replace (sql, "{{key}}", engine->key_type, 0);
  g_string_replace (sql, "{{bytes}}", engine->bytes_type, 0);
  return g_string_free (sql, FALSE);
}

/* Two programs may bring one server up to date at the same moment: the second
 * waits here, inside its transaction, and then sees what the first has done.
 * The transaction on a file lets nobody else write as it is. */
static int
current_in_turn (MukanaDb  *db,
                 GError   **error)
{
  if (mukana_db_peek_engine (db) != &mukana_engine_sqlite &&
      mukana_db_count (db, "schema.take-turn-postgres", error) < 0)
    return -1;

  return mukana_schema_current (db, error);
}

/* @min_reader: (inout): raised by a step that does not let older programs read on */
static gboolean
apply_step (MukanaDb    *db,
            const char  *name,
            gint64       now_us,
            int         *min_reader,
            GError     **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer connection = mukana_db_peek_connection (db);
  g_autofree char *sql = read_step (engine, name);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sql, -1);

  if (strstr (sql, READ_ON) == NULL)
    *min_reader = atoi (name);

  if (engine->exec (connection, sql, error) &&
      mukana_db_run (db, "schema.note", error, mukana_int ("number", atoi (name)),
                     mukana_text ("title", name), mukana_text ("sha256", sum),
                     mukana_int ("applied_at", now_us)) >= 0)
    return TRUE;

  g_prefix_error (error, "Schema step %s: ", name);
  return FALSE;
}

/* Returns: what a program must know to read the store before any step, or -1 */
static int
ask_min_reader (MukanaDb  *db,
                int        current,
                GError   **error)
{
  return current < MUKANA_SCHEMA_FIRST_WITH_READERS
         ? current : (int) mukana_db_count (db, "schema.min-reader", error);
}

/* Inside the transaction: what another program has done meanwhile is not done again. */
static gboolean
apply_steps (MukanaDb  *db,
             int        until,
             gint64     now_us,
             GError   **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  g_auto (GStrv) steps = list_steps (engine->scheme);
  int current = current_in_turn (db, error);
  int min_reader = current < 0 ? -1 : ask_min_reader (db, current, error);

  if (min_reader < 0)
    return FALSE;

  for (guint i = 0; steps[i] != NULL; i++)
    if (atoi (steps[i]) > current && atoi (steps[i]) <= until &&
        !apply_step (db, steps[i], now_us, &min_reader, error))
      return FALSE;

  if (current < until && until >= MUKANA_SCHEMA_FIRST_WITH_READERS &&
      mukana_db_run (db, "schema.note-readers", error, mukana_int ("number", until),
                     mukana_int ("min_reader", min_reader)) < 0)
    return FALSE;

  return current >= until || engine->open_door == NULL ||
         engine->open_door (mukana_db_peek_connection (db), error);
}

/**
 * mukana_schema_admit:
 * @current: as mukana_schema_current() says
 *
 * Errors: %MUKANA_ERROR_TOO_NEW when the store is ahead of the program and does not say that it
 *   may be read
 * Returns: 1 it is ahead and may be read, 0 it is not ahead, -1 with @error set
 */
int
mukana_schema_admit (MukanaDb  *db,
                     int        current,
                     GError   **error)
{
  int newest = mukana_schema_newest ();
  int min_reader;

  if (current <= newest)
    return 0;

  if ((min_reader = ask_min_reader (db, current, error)) < 0)
    return -1;
  if (min_reader <= newest)
    return 1;

  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW,
               "The store is at step %d, this program knows %d", current, newest);
  return -1;
}

/**
 * mukana_schema_update:
 * @until: the last step to apply; the newest, but for tests of old stores
 * @now_us: what is noted as the time; microseconds since 1970 UTC
 *
 * Brings the store up to @until, by all the steps it lacks or by none.  The caller has made a
 * backup if there was anything to lose, and has asked mukana_schema_admit().
 */
gboolean
mukana_schema_update (MukanaDb  *db,
                      int        until,
                      gint64     now_us,
                      GError   **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer connection = mukana_db_peek_connection (db);
  int current = mukana_schema_current (db, error);

  if (current < 0 || current == until)
    return current >= 0;

  if (!engine->begin (connection, TRUE, error))
    return FALSE;
  if (apply_steps (db, until, now_us, error) && engine->commit (connection, error))
    return TRUE;

  engine->rollback (connection);
  return FALSE;
}
