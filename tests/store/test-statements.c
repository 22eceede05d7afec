/* test-statements.c: every statement of the program means something to the engine. */

#include "kit/mukana-test.h"

#include <string.h>

static gboolean
is_for_another_engine (const char *name,
                       const char *scheme)
{
  static const char * const schemes[] = { "sqlite", "postgres" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *ending = g_strconcat ("-", schemes[i], NULL);

      if (g_str_has_suffix (name, ending))
        return strcmp (schemes[i], scheme) != 0;
    }

  return FALSE;
}

/* Prepares and says what is wrong, so that one run tells all mistakes. */
static guint
count_refused (MukanaDb   *db,
               const char *name,
               const char *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaQuery) query = NULL;

  g_assert_true (mukana_db_begin_read (db, NULL));
  query = mukana_db_prepare (db, name, order, &error);
  mukana_db_rollback (db);

  if (query == NULL)
    g_test_message ("%s", error->message);
  return query == NULL;
}

/* Returns: yours, how the engine goes about it, a line each */
static char *
dup_way (MukanaDb   *db,
         const char *name)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  const MukanaStatement *statement = mukana_statements_find (name);
  g_autofree char *filled = mukana_statement_fill (statement, NULL);
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", filled, NULL);
  g_autoptr (GError) error = NULL;
  gpointer asked = engine->prepare (mukana_db_peek_connection (db), sql,
                                    g_strv_length (statement->parameters), &error);
  GString *way = g_string_new (NULL);

  g_assert_no_error (error);
  while (engine->step (asked, &error) > 0)
    {
      MukanaValue value;

      engine->column (asked, engine->n_columns (asked) - 1, &value);
      g_string_append_printf (way, "%s\n", value.text);
    }
  engine->finalize (asked);
  return g_string_free (way, FALSE);
}

/* What is asked while somebody types, or each time that a page is read. */
static void
what_is_asked_often_reads_by_an_index (void)
{
  static const struct { const char *name, *lacks, *has; } ways[] = {
    { "people.alike", "SCAN person", "person_by_phone_end" },
    { "retention.waiting-theme", "consent_by_person", "COVERING INDEX consent_of_theme" },
  };
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (MukanaDb) db = NULL;

  if (mukana_test_path (fixture) == NULL)
    {
      g_test_skip ("a server decides by how many rows there are");
      return;
    }
  db = mukana_test_db_new (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *way = dup_way (db, ways[i].name);

      g_test_message ("%s", way);
      g_assert_null (strstr (way, ways[i].lacks));
      g_assert_nonnull (strstr (way, ways[i].has));
    }
}

static void
every_statement_and_order_prepares (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  const char *scheme = mukana_db_peek_engine (db)->scheme;
  GPtrArray *statements = mukana_statements_all ();
  guint n_refused = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      const MukanaStatement *statement = g_ptr_array_index (statements, i);

      if (is_for_another_engine (statement->name, scheme))
        continue;

      n_refused += count_refused (db, statement->name, NULL);
      for (guint j = 0; statement->orders != NULL && statement->orders[j] != NULL; j += 2)
        n_refused += count_refused (db, statement->name, statement->orders[j]);
    }

  g_assert_cmpuint (statements->len, >, 0);
  g_assert_cmpuint (n_refused, ==, 0);
}

static void
no_two_statements_share_a_name (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *statements = mukana_statements_all ();

  for (guint i = 0; i < statements->len; i++)
    {
      const MukanaStatement *statement = g_ptr_array_index (statements, i);

      g_assert_true (g_hash_table_add (names, (gpointer) statement->name));
      g_assert_true (mukana_statements_find (statement->name) == statement);
    }
}

static void
no_hole_is_left_in_a_statement (void)
{
  GPtrArray *statements = mukana_statements_all ();

  for (guint i = 0; i < statements->len; i++)
    {
      const MukanaStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *sql = mukana_statement_fill (statement, NULL);

      g_assert_null (strpbrk (sql, "{}"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statements/every_statement_and_order_prepares",
                   every_statement_and_order_prepares);
  g_test_add_func ("/statements/what_is_asked_often_reads_by_an_index",
                   what_is_asked_often_reads_by_an_index);
  g_test_add_func ("/statements/no_two_statements_share_a_name", no_two_statements_share_a_name);
  g_test_add_func ("/statements/no_hole_is_left_in_a_statement", no_hole_is_left_in_a_statement);

  return g_test_run ();
}
