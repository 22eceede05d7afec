/* test-door.c: what matches, exports and reports reads nobody but by the consent views. */

#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-consent.h"
#include "kit/mukana-test.h"
#include "store/mukana-door.h"

static gpointer
prepare_work (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer statement = engine->prepare (mukana_db_peek_connection (db), arg, 0, error);

  /* A server tells of a missing right only when the statement runs. */
  if (statement != NULL)
    {
      engine->step (statement, error);
      engine->finalize (statement);
    }
  return NULL;
}

static void
try_on_lane (MukanaTestRegister *fixture,
             MukanaLane          lane,
             const char         *sql,
             gboolean            is_allowed)
{
  g_autoptr (GError) error = NULL;

  mukana_test_try (fixture, lane, prepare_work, (gpointer) sql, &error);
  if (is_allowed)
    g_assert_no_error (error);
  else if (error == NULL)
    g_error ("The door let through: %s", sql);
  else
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
}

/* However the table is asked for. */
static const char * const ways[] = {
  "SELECT * FROM %s",
  "SELECT count(*) FROM %s",
  "SELECT 1 WHERE EXISTS (SELECT 1 FROM %s)",
  "WITH usable_person AS (SELECT * FROM %s) SELECT * FROM usable_person",
  "SELECT u.id FROM usable_person AS u, %s AS t",
  "SELECT id FROM usable_person UNION ALL SELECT 1 FROM %s",
};

static void
no_table_of_people_is_read_at_the_door (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();

  mukana_test_add_person (fixture, 1);

  for (guint table = 0; mukana_door_tables[table] != NULL; table++)
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
      {
        g_auto (GStrv) around = g_strsplit (ways[way], "%s", 2);
        g_autofree char *sql = g_strjoinv (mukana_door_tables[table], around);

        try_on_lane (fixture, MUKANA_LANE_DOOR, sql, FALSE);
        try_on_lane (fixture, MUKANA_LANE_READ, sql, TRUE);
      }
}

static void
consent_views_are_read_at_the_door (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();

  for (guint view = 0; mukana_door_views[view] != NULL; view++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", mukana_door_views[view]);

      try_on_lane (fixture, MUKANA_LANE_DOOR, sql, TRUE);
    }
}

/* What rests on agreement or law and names nobody. */
static void
what_names_nobody_is_read_at_the_door (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  static const char * const tables[] = { "request", "assignment", "proposal", "theme",
                                         "store_state" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", tables[i]);

      try_on_lane (fixture, MUKANA_LANE_DOOR, sql, TRUE);
    }
}

static void
nothing_is_written_at_the_door (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  static const char * const deeds[] = {
    "DELETE FROM request", "UPDATE store_state SET revision = 0",
    "CREATE VIEW usable_all AS SELECT * FROM person", "DROP VIEW usable_person",
  };

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (GError) error = NULL;

      mukana_test_try (fixture, MUKANA_LANE_DOOR, prepare_work, (gpointer) deeds[i], &error);
      g_assert_nonnull (error);
    }
}

/* A new table that says who somebody is must come to the list of the door. */
static gpointer
list_tables_work (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gboolean is_file = g_str_has_prefix (((MukanaTestRegister *) arg)->uri, "sqlite:");
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer statement = engine->prepare (mukana_db_peek_connection (db), is_file
    ? "SELECT m.name FROM sqlite_schema AS m, pragma_table_info (m.name) AS c"
      " WHERE m.type = 'table' AND c.name = 'person_id'"
    : "SELECT c.table_name FROM information_schema.columns AS c"
      "  JOIN information_schema.tables AS t ON t.table_name = c.table_name"
      "   AND t.table_schema = c.table_schema AND t.table_type = 'BASE TABLE'"
      " WHERE c.table_schema = current_schema () AND c.column_name = 'person_id'", 0, error);
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (*error);
  while (engine->step (statement, error) > 0)
    {
      MukanaValue value;

      engine->column (statement, 0, &value);
      g_ptr_array_add (tables, g_strdup (value.text));
    }

  engine->finalize (statement);
  return tables;
}

static void
every_table_about_a_person_is_on_one_of_two_lists (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  /* They rest on an agreement, on law or on a public task; whose name of the register they lead
   * to is asked at the door. */
  static const char * const agreed[] = { "proposal", "assignment", "fee_line", "erasure",
                                         "organisation_contact", "log_entry", "olka_shift",
                                         "event_registration", NULL };
  g_autoptr (GPtrArray) tables = mukana_test_read (fixture, list_tables_work, fixture);

  g_assert_cmpuint (tables->len, >, 15);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      if (!g_strv_contains (agreed, table) && !g_strv_contains (mukana_door_tables, table))
        g_error ("%s is on neither list", table);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/door/no_table_of_people_is_read_at_the_door",
                   no_table_of_people_is_read_at_the_door);
  g_test_add_func ("/door/consent_views_are_read_at_the_door", consent_views_are_read_at_the_door);
  g_test_add_func ("/door/what_names_nobody_is_read_at_the_door",
                   what_names_nobody_is_read_at_the_door);
  g_test_add_func ("/door/nothing_is_written_at_the_door", nothing_is_written_at_the_door);
  g_test_add_func ("/door/every_table_about_a_person_is_on_one_of_two_lists",
                   every_table_about_a_person_is_on_one_of_two_lists);

  return g_test_run ();
}
