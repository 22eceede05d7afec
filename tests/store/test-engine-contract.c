/* test-engine-contract.c: what every engine must do; the comments of mukana-engine.h, executed. */

#include <gio/gio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"

/* A table of our own, and a connection to it without statements in files. */
typedef struct
{
  MukanaTestRegister *place;
  MukanaDb           *db;
  const MukanaEngine *engine;
  gpointer            connection;
} Bench;

static void
exec (Bench      *self,
      const char *sql)
{
  g_autoptr (GError) error = NULL;

  self->engine->exec (self->connection, sql, &error);
  g_assert_no_error (error);
}

static void
begin (Bench    *self,
       gboolean  write)
{
  g_autoptr (GError) error = NULL;

  self->engine->begin (self->connection, write, &error);
  g_assert_no_error (error);
}

static void
commit (Bench *self)
{
  g_autoptr (GError) error = NULL;

  self->engine->commit (self->connection, &error);
  g_assert_no_error (error);
}

static void
open_bench (Bench              *self,
            MukanaTestRegister *place)
{
  self->place = place;
  self->db = mukana_test_db_new (place);
  self->engine = mukana_db_peek_engine (self->db);
  self->connection = mukana_db_peek_connection (self->db);
}

static void
set_up (Bench         *self,
        gconstpointer  data)
{
  g_autoptr (GString) sql = g_string_new (
    "CREATE TABLE parent (id {{id}});"
    "CREATE TABLE thing (id {{id}}, number BIGINT, word TEXT UNIQUE,"
    " code {{key}}, picture {{bytes}},"
    " small INTEGER NOT NULL DEFAULT 0 CHECK (small < 10),"
    " parent_id BIGINT REFERENCES parent (id))");

  open_bench (self, mukana_test_place_new ());
  g_string_replace (sql, "{{id}}", self->engine->id_type, 0);
  g_string_replace (sql, "{{key}}", self->engine->key_type, 0);
  g_string_replace (sql, "{{bytes}}", self->engine->bytes_type, 0);

  begin (self, TRUE);
  exec (self, sql->str);
  commit (self);
}

static void
tear_down (Bench         *self,
           gconstpointer  data)
{
  mukana_db_close (self->db);
  mukana_test_register_free (self->place);
}

static gpointer
prepare (Bench      *self,
         const char *sql,
         guint       n_params)
{
  g_autoptr (GError) error = NULL;
  gpointer statement = self->engine->prepare (self->connection, sql, n_params, &error);

  g_assert_no_error (error);
  return statement;
}

static int
step (Bench    *self,
      gpointer  statement)
{
  g_autoptr (GError) error = NULL;
  int result = self->engine->step (statement, &error);

  g_assert_no_error (error);
  return result;
}

static void
bind_text (Bench      *self,
           gpointer    statement,
           guint       index,
           const char *text)
{
  MukanaValue value = { MUKANA_VALUE_TEXT, 0, text, 0 };

  self->engine->bind (statement, index, &value);
}

static gint64
ask_number (Bench      *self,
            const char *sql)
{
  gpointer statement = prepare (self, sql, 0);
  MukanaValue value;

  g_assert_cmpint (step (self, statement), ==, 1);
  self->engine->column (statement, 0, &value);
  g_assert_cmpint (value.kind, ==, MUKANA_VALUE_INT);
  self->engine->finalize (statement);
  return value.number;
}

static void
assert_comes_back (Bench             *self,
                   const char        *column,
                   const MukanaValue *sent)
{
  g_autofree char *insert_sql = g_strdup_printf ("INSERT INTO thing (%s) VALUES ($1) RETURNING id",
                                                 column);
  g_autofree char *select_sql = g_strdup_printf ("SELECT %s FROM thing ORDER BY id DESC LIMIT 1",
                                                 column);
  gpointer insert = prepare (self, insert_sql, 1);
  gpointer select = prepare (self, select_sql, 0);
  MukanaValue got;

  self->engine->bind (insert, 0, sent);
  g_assert_cmpint (step (self, insert), ==, 1);
  g_assert_cmpint (step (self, insert), ==, 0);
  g_assert_cmpint (step (self, select), ==, 1);
  self->engine->column (select, 0, &got);

  g_assert_cmpint (got.kind, ==, sent->kind);
  if (sent->kind == MUKANA_VALUE_INT)
    g_assert_cmpint (got.number, ==, sent->number);
  else if (sent->kind == MUKANA_VALUE_TEXT)
    g_assert_cmpstr (got.text, ==, sent->text);
  else if (sent->kind == MUKANA_VALUE_BYTES)
    g_assert_cmpmem (got.text, got.length, sent->text, sent->length);

  self->engine->finalize (insert);
  self->engine->finalize (select);
}

static void
every_kind_of_value_comes_back (Bench         *self,
                                gconstpointer  data)
{
  static const struct { const char *column; MukanaValue value; } sent[] = {
    { "number", { MUKANA_VALUE_NULL, 0, NULL, 0 } },
    { "number", { MUKANA_VALUE_INT, 0, NULL, 0 } },
    { "number", { MUKANA_VALUE_INT, G_MAXINT64, NULL, 0 } },
    { "number", { MUKANA_VALUE_INT, G_MININT64, NULL, 0 } },
    { "word", { MUKANA_VALUE_NULL, 0, NULL, 0 } },
    { "word", { MUKANA_VALUE_TEXT, 0, "", 0 } },
    { "word", { MUKANA_VALUE_TEXT, 0, "Öylätti, Åke & 'näädät' \"\\x41\" 🦦", 0 } },
    { "word", { MUKANA_VALUE_TEXT, 0, "2026-11-23", 0 } },
    { "word", { MUKANA_VALUE_TEXT, 0, "42", 0 } },
    { "picture", { MUKANA_VALUE_NULL, 0, NULL, 0 } },
    { "picture", { MUKANA_VALUE_BYTES, 0, "", 0 } },
    { "picture", { MUKANA_VALUE_BYTES, 0, "\0\1'\\\xff\0", 6 } },
  };

  begin (self, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (sent); i++)
    assert_comes_back (self, sent[i].column, &sent[i].value);
  commit (self);
}

static void
counts_and_sums_are_numbers (Bench         *self,
                             gconstpointer  data)
{
  begin (self, TRUE);
  exec (self, "INSERT INTO thing (number, small) VALUES (4000000000, 3), (5000000000, 4)");

  g_assert_cmpint (ask_number (self, "SELECT count(*) FROM thing"), ==, 2);
  g_assert_cmpint (ask_number (self, "SELECT sum(number) FROM thing"), ==, 9000000000);
  g_assert_cmpint (ask_number (self, "SELECT sum(small) FROM thing"), ==, 7);
  commit (self);
}

static void
engine_says_how_many_rows_it_changed (Bench         *self,
                                      gconstpointer  data)
{
  gpointer update;

  begin (self, TRUE);
  exec (self, "INSERT INTO thing (small) VALUES (1), (1), (2)");
  update = prepare (self, "UPDATE thing SET small = small + 1 WHERE word IS NULL AND code IS NULL "
                          "AND CAST($1 AS TEXT) = 'yes'", 1);

  bind_text (self, update, 0, "yes");
  g_assert_cmpint (step (self, update), ==, 0);
  g_assert_cmpint (self->engine->n_affected (update), ==, 3);

  self->engine->reset (update);
  bind_text (self, update, 0, "no");
  g_assert_cmpint (step (self, update), ==, 0);
  g_assert_cmpint (self->engine->n_affected (update), ==, 0);

  self->engine->finalize (update);
  commit (self);
}

static void
reset_forgets_results_and_bindings (Bench         *self,
                                    gconstpointer  data)
{
  char passing[] = "first";
  gpointer select = prepare (self, "SELECT CAST($1 AS TEXT) AS word", 1);
  MukanaValue value;

  begin (self, FALSE);
  bind_text (self, select, 0, passing);
  memset (passing, 'x', strlen (passing));   /* the engine has taken its copy */
  g_assert_cmpint (step (self, select), ==, 1);
  g_assert_cmpuint (self->engine->n_columns (select), ==, 1);
  g_assert_cmpstr (self->engine->column_name (select, 0), ==, "word");
  self->engine->column (select, 0, &value);
  g_assert_cmpstr (value.text, ==, "first");

  self->engine->reset (select);
  g_assert_cmpint (step (self, select), ==, 1);
  self->engine->column (select, 0, &value);
  g_assert_cmpint (value.kind, ==, MUKANA_VALUE_NULL);

  self->engine->finalize (select);
  self->engine->rollback (self->connection);
}

static void
two_statements_are_read_side_by_side (Bench         *self,
                                      gconstpointer  data)
{
  gpointer up, down;
  MukanaValue low, high;

  begin (self, TRUE);
  exec (self, "INSERT INTO thing (number) VALUES (1), (2), (3)");
  up = prepare (self, "SELECT number FROM thing ORDER BY number", 0);
  down = prepare (self, "SELECT number FROM thing ORDER BY number DESC", 0);

  for (int i = 1; i <= 3; i++)
    {
      g_assert_cmpint (step (self, up), ==, 1);
      g_assert_cmpint (step (self, down), ==, 1);
      self->engine->column (up, 0, &low);
      self->engine->column (down, 0, &high);
      g_assert_cmpint (low.number, ==, i);
      g_assert_cmpint (high.number, ==, 4 - i);
    }

  self->engine->finalize (up);
  self->engine->finalize (down);
  commit (self);
}

static void
keys_are_ordered_by_their_bytes (Bench         *self,
                                 gconstpointer  data)
{
  static const char * const ordered[] = { "Z", "a", "b", "z", "Ä", "ä", "ö" };
  gpointer select;
  MukanaValue value;

  begin (self, TRUE);
  exec (self, "INSERT INTO thing (code) VALUES ('ö'), ('a'), ('Ä'), ('Z'), ('z'), ('b'), ('ä')");
  select = prepare (self, "SELECT code FROM thing ORDER BY code", 0);

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      g_assert_cmpint (step (self, select), ==, 1);
      self->engine->column (select, 0, &value);
      g_assert_cmpstr (value.text, ==, ordered[i]);
    }

  self->engine->finalize (select);
  commit (self);
}

static void
broken_rule_is_a_conflict_and_tells_no_value (Bench         *self,
                                              gconstpointer  data)
{
  static const char * const inserts[] = {
    "INSERT INTO thing (word) VALUES ('secret@example.org')",
    "INSERT INTO thing (word, small) VALUES ('secret-2', 10)",
    "INSERT INTO thing (word, small) VALUES ('secret-3', NULL)",
    "INSERT INTO thing (word, parent_id) VALUES ('secret-4', 7)",
  };

  begin (self, TRUE);
  exec (self, inserts[0]);
  commit (self);

  for (guint i = 0; i < G_N_ELEMENTS (inserts); i++)
    {
      g_autoptr (GError) error = NULL;
      gpointer insert;

      begin (self, TRUE);
      insert = prepare (self, inserts[i], 0);
      g_assert_cmpint (self->engine->step (insert, &error), ==, -1);
      g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
      g_assert_null (strstr (error->message, "secret"));
      self->engine->finalize (insert);
      self->engine->rollback (self->connection);
    }
}

static void
rollback_after_a_failure_leaves_nothing (Bench         *self,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  begin (self, TRUE);
  exec (self, "INSERT INTO thing (word) VALUES ('one')");
  g_assert_false (self->engine->exec (self->connection, "INSERT INTO thing (word) VALUES ('one')",
                                      &error));
  self->engine->rollback (self->connection);

  begin (self, FALSE);
  g_assert_cmpint (ask_number (self, "SELECT count(*) FROM thing"), ==, 0);
  self->engine->rollback (self->connection);
  self->engine->rollback (self->connection);   /* a second time does no harm */
}

static void
statement_that_makes_no_sense_is_our_mistake (Bench         *self,
                                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (self->engine->prepare (self->connection, "SELECT nonsense FROM nowhere", 0,
                                        &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL);
}

static void
read_sees_one_snapshot (Bench         *self,
                        gconstpointer  data)
{
  Bench reader = { NULL };

  open_bench (&reader, self->place);
  begin (&reader, FALSE);
  g_assert_cmpint (ask_number (&reader, "SELECT count(*) FROM thing"), ==, 0);

  begin (self, TRUE);
  exec (self, "INSERT INTO thing (word) VALUES ('one')");
  commit (self);

  g_assert_cmpint (ask_number (&reader, "SELECT count(*) FROM thing"), ==, 0);
  reader.engine->rollback (reader.connection);
  begin (&reader, FALSE);
  g_assert_cmpint (ask_number (&reader, "SELECT count(*) FROM thing"), ==, 1);
  reader.engine->rollback (reader.connection);
  mukana_db_close (reader.db);
}

static void
reader_cannot_write (Bench         *self,
                     gconstpointer  data)
{
  MukanaDbOptions options = { .uri = self->place->uri, .key = self->place->key, .actor = "test",
                              .clock = self->place->clock, .read_only = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaDb) reader = mukana_db_open (&options, &error);

  g_assert_no_error (error);
  g_assert_false (mukana_db_exec (reader, "INSERT INTO thing (word) VALUES ('one')", &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
}

static void
other_connection_sees_what_was_committed (Bench         *self,
                                          gconstpointer  data)
{
  Bench other = { NULL };

  begin (self, TRUE);
  exec (self, "INSERT INTO thing (word) VALUES ('kept')");
  commit (self);
  begin (self, TRUE);
  exec (self, "INSERT INTO thing (word) VALUES ('dropped')");
  self->engine->rollback (self->connection);

  open_bench (&other, self->place);
  begin (&other, FALSE);
  g_assert_cmpint (ask_number (&other, "SELECT count(*) FROM thing"), ==, 1);
  other.engine->rollback (other.connection);
  mukana_db_close (other.db);
}

static gpointer
interrupt_in_thread (gpointer data)
{
  Bench *self = data;

  /* Long enough that the statement has begun; were it not, the test would only take longer. */
  g_usleep (100000);
  self->engine->interrupt (self->connection);
  return NULL;
}

static void
interrupt_ends_a_long_read (Bench         *self,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 began_us = g_get_monotonic_time ();
  gpointer endless;
  GThread *thread;

  begin (self, FALSE);
  endless = prepare (self, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                           "WHERE i < 1000000000) SELECT count(*) FROM n", 0);
  thread = g_thread_new ("interrupt", interrupt_in_thread, self);
  g_assert_cmpint (self->engine->step (endless, &error), ==, -1);
  g_thread_join (thread);
  self->engine->finalize (endless);
  self->engine->rollback (self->connection);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - began_us, <, 5 * G_USEC_PER_SEC);
  begin (self, FALSE);
  g_assert_cmpint (ask_number (self, "SELECT count(*) FROM thing"), ==, 0);
  self->engine->rollback (self->connection);
}

static void
interrupt_between_statements_does_no_harm (Bench         *self,
                                           gconstpointer  data)
{
  self->engine->interrupt (self->connection);

  for (int i = 0; i < 20; i++)
    {
      begin (self, FALSE);
      g_assert_cmpint (ask_number (self, "SELECT count(*) FROM thing"), ==, 0);
      self->engine->rollback (self->connection);
    }
}

static void
whole_store_has_no_findings (Bench         *self,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = self->engine->verify (self->connection, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
}

#define ADD(test) g_test_add ("/engine/" #test, Bench, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (every_kind_of_value_comes_back);
  ADD (counts_and_sums_are_numbers);
  ADD (engine_says_how_many_rows_it_changed);
  ADD (reset_forgets_results_and_bindings);
  ADD (two_statements_are_read_side_by_side);
  ADD (keys_are_ordered_by_their_bytes);
  ADD (broken_rule_is_a_conflict_and_tells_no_value);
  ADD (rollback_after_a_failure_leaves_nothing);
  ADD (statement_that_makes_no_sense_is_our_mistake);
  ADD (read_sees_one_snapshot);
  ADD (reader_cannot_write);
  ADD (other_connection_sees_what_was_committed);
  ADD (interrupt_ends_a_long_read);
  ADD (interrupt_between_statements_does_no_harm);
  ADD (whole_store_has_no_findings);

  return g_test_run ();
}
