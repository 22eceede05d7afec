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
  g_test_add_func ("/statements/no_two_statements_share_a_name", no_two_statements_share_a_name);
  g_test_add_func ("/statements/no_hole_is_left_in_a_statement", no_hole_is_left_in_a_statement);

  return g_test_run ();
}
