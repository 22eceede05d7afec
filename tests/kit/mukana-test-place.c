/* mukana-test-place.c: where the registers of tests are, and the one they are copied from.
 *
 * To run all steps of the schema takes longer than most tests.  So the first register of a
 * process is made by them, as the program makes one, and the others are copies: of the bytes
 * of its file, or of its database on the server.  The pattern is never older than the program
 * under test, because the same process made it.
 *
 * A copy on a server is a database of its own, which only the server of with-postgres.sh is
 * asked for; on one that somebody named, each register is a schema and made step by step.
 */

#include "kit/mukana-test-place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* In each of their databases. */
#define SCHEMA_OF_COPIES "register"

static GBytes *pattern_file;
static char *pattern_database;
static GPtrArray *left_databases;   /* of registers that are gone */

/* NULL for a register in a file. */
static const char *
peek_server (void)
{
  const char *store = g_getenv ("MUKANA_TEST_STORE");

  if (store == NULL || *store == '\0')
    store = g_getenv ("MUKANA_TEST_POSTGRES");

  return store != NULL && g_str_has_prefix (store, "postgres") ? store : NULL;
}

static gboolean
is_own_server (void)
{
  const char *own = g_getenv ("MUKANA_TEST_POSTGRES");

  return own != NULL && strstr (own, "/postgres?") != NULL && strcmp (own, peek_server ()) == 0;
}

static void
tell_server (const char *sql)
{
  MukanaEngineOptions options = { .location = peek_server () };
  g_autoptr (GError) error = NULL;
  gpointer connection = mukana_engine_postgres.open (&options, &error);

  g_assert_no_error (error);
  mukana_engine_postgres.exec (connection, sql, &error);
  g_assert_no_error (error);
  mukana_engine_postgres.close (connection);
}

/* A schema of its own, found through an option of the connection. */
static void
make_schema (MukanaTestRegister *self)
{
  static guint n_schemas;
  g_autofree char *sql = NULL;

  self->schema = g_strdup_printf ("test_%d_%u", getpid (), ++n_schemas);
  self->uri = g_strdup_printf ("%s%coptions=-csearch_path%%3D%s", peek_server (),
                               strchr (peek_server (), '?') ? '&' : '?', self->schema);
  sql = g_strdup_printf ("CREATE SCHEMA %s", self->schema);
  tell_server (sql);
}

static void
make_folder (MukanaTestRegister *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mukana-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->uri = g_strdup_printf ("sqlite:%s/test.mukana", self->folder);
}

/* Gives an empty place its address. */
void
mukana_test_place_make (MukanaTestRegister *self)
{
  if (peek_server () != NULL)
    make_schema (self);
  else
    make_folder (self);
}

/* Closed, so that all of it is in the one file. */
static GBytes *
read_pattern (void)
{
  g_autoptr (MukanaTestRegister) pattern = mukana_test_register_found ();
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  mukana_test_register_close (pattern);
  g_file_get_contents (mukana_test_path (pattern), &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static void
copy_file (MukanaTestRegister *self)
{
  g_autoptr (GError) error = NULL;
  const char *content;
  gsize length;

  if (pattern_file == NULL)
    pattern_file = read_pattern ();

  make_folder (self);
  content = g_bytes_get_data (pattern_file, &length);
  g_file_set_contents_full (mukana_test_path (self), content, (gssize) length,
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Of the server's address, with another database in it. */
static char *
dup_address (const char *database)
{
  g_autofree char *place = g_strdup_printf ("/%s?", database);
  GString *address = g_string_new (peek_server ());

  g_string_replace (address, "/postgres?", place, 1);
  g_string_append (address, "&options=-csearch_path%3D" SCHEMA_OF_COPIES);
  return g_string_free (address, FALSE);
}

static void
make_database (MukanaTestRegister *self,
               const char         *pattern)
{
  static guint n_databases;
  g_autofree char *sql = NULL;

  self->database = g_strdup_printf ("test_%d_%u", getpid (), ++n_databases);
  self->schema = g_strdup (SCHEMA_OF_COPIES);
  self->uri = dup_address (self->database);
  sql = g_strdup_printf ("CREATE DATABASE %s TEMPLATE %s", self->database, pattern);
  tell_server (sql);
}

static void
begin_register (MukanaTestRegister *self)
{
  g_autoptr (GError) error = NULL;

  self->store = mukana_test_try_open (self, TRUE, &error);
  g_assert_no_error (error);
  mukana_test_register_close (self);
}

static char *
make_pattern_database (void)
{
  MukanaTestRegister pattern = { .key = mukana_test_key_new (1),
                                 .clock = mukana_test_clock_new () };
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (GError) error = NULL;

  make_database (&pattern, "template1");
  db = mukana_test_db_new (&pattern);
  mukana_db_exec (db, "CREATE SCHEMA " SCHEMA_OF_COPIES, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, mukana_db_close);
  begin_register (&pattern);

  g_bytes_unref (pattern.key);
  g_object_unref (pattern.clock);
  g_free (pattern.schema);
  g_free (pattern.uri);
  return pattern.database;
}

/* Not when a register ends: the server would wait for its connections to go. */
static void
drop_left_databases (void)
{
  for (guint i = 0; left_databases != NULL && i < left_databases->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP DATABASE %s WITH (FORCE)",
                                              (char *) left_databases->pdata[i]);

      tell_server (sql);
    }
  g_clear_pointer (&left_databases, g_ptr_array_unref);
}

static void
copy_database (MukanaTestRegister *self)
{
  if (pattern_database == NULL)
    pattern_database = make_pattern_database ();

  drop_left_databases ();
  make_database (self, pattern_database);
}

/* Gives a place its address, and a new register there, closed. */
void
mukana_test_place_copy (MukanaTestRegister *self)
{
  if (peek_server () == NULL)
    copy_file (self);
  else if (is_own_server ())
    copy_database (self);
  else
    {
      make_schema (self);
      begin_register (self);
    }
}

/* Who works on a server is who signs in there.  A test needs somebody else and no rights of
 * theirs, so that they may do all that the test itself may. */
static void
make_login (const char *login)
{
  g_autofree char *sql = g_strdup_printf (
    "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%s')"
    " THEN CREATE ROLE \"%s\" SUPERUSER LOGIN; END IF; END $$", login, login);

  tell_server (sql);
}

/* Returns: yours, the address at which @actor is the one who works */
char *
mukana_test_place_dup_uri_for (MukanaTestRegister *self,
                               const char         *actor)
{
  g_autofree char *user = g_strdup_printf ("//%s@", actor);
  GString *uri = g_string_new (self->uri);

  if (peek_server () != NULL && is_own_server () && strcmp (actor, MUKANA_TEST_ACTOR) != 0)
    {
      make_login (actor);
      g_assert_cmpuint (g_string_replace (uri, "//" MUKANA_TEST_ACTOR "@", user, 1), ==, 1);
    }
  return g_string_free (uri, FALSE);
}

/** mukana_test_remove_folder: with the files in it; harmless for one that is not there */
void
mukana_test_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}

/* The register is closed. */
void
mukana_test_place_remove (MukanaTestRegister *self)
{
  g_autofree char *sql = NULL;

  if (self->folder != NULL)
    mukana_test_remove_folder (self->folder);
  else if (self->database != NULL)
    {
      if (left_databases == NULL)
        left_databases = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (left_databases, g_steal_pointer (&self->database));
    }
  else
    {
      sql = g_strdup_printf ("DROP SCHEMA IF EXISTS %s CASCADE", self->schema);
      tell_server (sql);
    }
}
