/* mukana-test.c: what tests of the store and of the services share.
 *
 * Everything here stops the test with g_assert when it fails: a test that
 * cannot be set up has nothing to say.
 */

#include "mukana-test.h"

#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-place.h"
#include "store/mukana-db-private.h"
#include "store/mukana-people.h"
#include "store/mukana-schema.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static const MukanaRegisterSeed seed = { "8f0c3a5e-mukana-test", "Testilän hyvinvointialue", NULL,
                                         TRUE };

/** mukana_test_key_new: Returns: yours, 32 bytes; the same for the same @first */
GBytes *
mukana_test_key_new (guint8 first)
{
  guint8 key[32];

  for (guint i = 0; i < sizeof key; i++)
    key[i] = (guint8) (first + 7 * i);

  return g_bytes_new (key, sizeof key);
}

/** mukana_test_clock_new: Returns: yours, a clock that stands still until it is set */
MukanaClock *
mukana_test_clock_new (void)
{
  return mukana_clock_new_still (mukana_day_minute_us (MUKANA_TEST_TODAY, 7 * 60));
}

static MukanaTestRegister *
new_nowhere (void)
{
  MukanaTestRegister *self = g_new0 (MukanaTestRegister, 1);

  self->key = mukana_test_key_new (1);
  self->clock = mukana_test_clock_new ();
  return self;
}

/** mukana_test_place_new: Returns: yours, a place where there is no register yet */
MukanaTestRegister *
mukana_test_place_new (void)
{
  MukanaTestRegister *self = new_nowhere ();

  mukana_test_place_make (self);
  return self;
}

/**
 * mukana_test_register_found:
 *
 * For tests of how a register is made; all others copy one, which is far quicker.
 *
 * Returns: yours, a new register with nobody in it, open, made step by step as the program does
 */
MukanaTestRegister *
mukana_test_register_found (void)
{
  g_autoptr (GError) error = NULL;
  MukanaTestRegister *self = mukana_test_place_new ();

  self->store = mukana_test_try_open (self, TRUE, &error);
  g_assert_no_error (error);
  return self;
}

/**
 * mukana_test_register_new:
 *
 * A copy of a register that mukana_test_register_found() made once in this process, and
 * like it in all: also those are alike, because key, clock and name are.
 *
 * Returns: yours, a new register with nobody in it, open
 */
MukanaTestRegister *
mukana_test_register_new (void)
{
  MukanaTestRegister *self = new_nowhere ();

  mukana_test_place_copy (self);
  mukana_test_register_open (self);
  return self;
}

void
mukana_test_register_free (MukanaTestRegister *self)
{
  mukana_test_register_close (self);
  mukana_test_place_remove (self);

  g_bytes_unref (self->key);
  g_object_unref (self->clock);
  g_free (self->folder);
  g_free (self->schema);
  g_free (self->database);
  g_free (self->uri);
  g_free (self);
}

/** mukana_test_try_open: Returns: (nullable): yours, another store on the same register */
MukanaStore *
mukana_test_try_open (MukanaTestRegister  *self,
                      gboolean             make_new,
                      GError             **error)
{
  return mukana_store_open (self->uri, self->key, self->clock, MUKANA_TEST_ACTOR,
                            make_new ? &seed : NULL, error);
}

/** mukana_test_open_for: Returns: yours, the register as @actor opens it; asserts that they do */
MukanaStore *
mukana_test_open_for (MukanaTestRegister *self,
                      const char         *actor)
{
  g_autofree char *uri = mukana_test_place_dup_uri_for (self, actor);
  g_autoptr (GError) error = NULL;
  MukanaStore *store = mukana_store_open (uri, self->key, self->clock, actor, NULL, &error);

  g_assert_no_error (error);
  return store;
}

/** mukana_test_register_open_as: @actor: the account, or on a server the login, that is at it */
void
mukana_test_register_open_as (MukanaTestRegister *self,
                              const char         *actor)
{
  g_assert_null (self->store);
  self->store = mukana_test_open_for (self, actor);
}

void
mukana_test_register_open (MukanaTestRegister *self)
{
  mukana_test_register_open_as (self, MUKANA_TEST_ACTOR);
}

void
mukana_test_register_close (MukanaTestRegister *self)
{
  if (self->store != NULL)
    mukana_store_close (self->store);
  g_clear_object (&self->store);
}

/** mukana_test_path: Returns: (nullable): borrowed, of the register's file; NULL on a server */
const char *
mukana_test_path (MukanaTestRegister *self)
{
  return self->folder ? self->uri + strlen ("sqlite:") : NULL;
}

/** mukana_test_db_new: Returns: yours, a bare connection, which may make the file */
MukanaDb *
mukana_test_db_new (MukanaTestRegister *self)
{
  MukanaDbOptions options = { .uri = self->uri, .key = self->key, .actor = MUKANA_TEST_ACTOR,
                              .clock = self->clock, .may_create = TRUE };
  g_autoptr (GError) error = NULL;
  MukanaDb *db = mukana_db_open (&options, &error);

  g_assert_no_error (error);
  return db;
}

/** mukana_test_try: runs @work as a job and waits; for tests of what fails */
gpointer
mukana_test_try (MukanaTestRegister  *self,
                 MukanaLane           lane,
                 MukanaTestWork       work,
                 gpointer             arg,
                 GError             **error)
{
  MukanaJob job = { .name = "test", .lane = lane, .run = work };

  return mukana_store_run (self->store, &job, arg, error);
}

/** mukana_test_write: runs @work in a write transaction, waits, and takes no failure */
gpointer
mukana_test_write (MukanaTestRegister *self,
                   MukanaTestWork      work,
                   gpointer            arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_test_try (self, MUKANA_LANE_WRITE, work, arg, &error);

  g_assert_no_error (error);
  return result;
}

/** mukana_test_read: runs @work in a read transaction, waits, and takes no failure */
gpointer
mukana_test_read (MukanaTestRegister *self,
                  MukanaTestWork      work,
                  gpointer            arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_test_try (self, MUKANA_LANE_READ, work, arg, &error);

  g_assert_no_error (error);
  return result;
}

static gpointer
sql_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  mukana_db_exec (db, arg, error);
  return NULL;
}

/**
 * mukana_test_number:
 *
 * A connection prepares only the statements of the program; this is for what none of them asks.
 *
 * Thread: the one that has the connection.
 * Returns: the number that @sql gives
 */
gint64
mukana_test_number (MukanaDb   *db,
                    const char *sql)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  g_autoptr (GError) error = NULL;
  gpointer statement = engine->prepare (mukana_db_peek_connection (db), sql, 0, &error);
  MukanaValue value;

  g_assert_no_error (error);
  g_assert_cmpint (engine->step (statement, &error), ==, 1);
  engine->column (statement, 0, &value);
  engine->reset (statement);
  engine->finalize (statement);
  return value.number;
}

/** mukana_test_try_sql: runs @statements as they stand, past every rule of the services */
void
mukana_test_try_sql (MukanaTestRegister  *self,
                     const char          *statements,
                     GError             **error)
{
  mukana_test_try (self, MUKANA_LANE_WRITE, sql_run, (gpointer) statements, error);
}

/** mukana_test_sql: as mukana_test_try_sql(), and takes no failure */
void
mukana_test_sql (MukanaTestRegister *self,
                 const char         *statements)
{
  g_autoptr (GError) error = NULL;

  mukana_test_try_sql (self, statements, &error);
  g_assert_no_error (error);
}

/** mukana_test_run: runs @job, waits, and takes no failure; Returns: what the job gives */
gpointer
mukana_test_run (MukanaTestRegister *self,
                 const MukanaJob    *job,
                 gpointer            arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (self->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

/** mukana_test_fail: runs @job, which must fail with @code of #MukanaError */
void
mukana_test_fail (MukanaTestRegister *self,
                  const MukanaJob    *job,
                  gpointer            arg,
                  int                 code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_store_run (self->store, job, arg, &error));
  g_assert_error (error, MUKANA_ERROR, code);
}

/**
 * mukana_test_dup_rows: reads fixtures/
 *
 * Returns: yours, the rows that a register at @step had, as statements for its schema
 */
char *
mukana_test_dup_rows (int step)
{
  GString *rows = g_string_new (NULL);

  for (int part = 1; part <= step; part++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%04d.sql", part);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_string_append (rows, text);
    }

  return g_string_free (rows, FALSE);
}

/** mukana_test_fill_old: makes of an empty place a register as the program of @step left it */
void
mukana_test_fill_old (MukanaDb *db,
                      int       step)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer connection = mukana_db_peek_connection (db);
  g_autofree char *rows = mukana_test_dup_rows (step);
  g_autoptr (GError) error = NULL;

  mukana_schema_update (db, step, 1, &error);
  g_assert_no_error (error);
  engine->begin (connection, TRUE, &error);
  g_assert_no_error (error);
  engine->exec (connection, rows, &error);
  g_assert_no_error (error);
  engine->commit (connection, &error);
  g_assert_no_error (error);
}

/** mukana_test_person_new: Returns: yours, an invented person; the same for the same @number */
MukanaPerson *
mukana_test_person_new (guint number)
{
  static const char * const given[] = { "Aino", "Åsa", "Eero", "Ilta", "Järvi", "Onni", "Pirkko",
                                        "Sääksi", "Tuisku", "Yrsa", "Ämmä", "Öysti" };
  static const char * const family[] = { "Koetinen", "Mallikas", "Näytelä", "Testberg", "Åkerprov",
                                         "Esimerkki", "Kuvitelma", "Östprov" };
  static const char * const places[] = { "091", "049", "092", "106", "853" };
  static const char * const languages[] = { "fi", "sv", "fi" };
  const char *language = languages[number % G_N_ELEMENTS (languages)];
  MukanaPerson *person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree char *second = g_strdup_printf ("%s %u", family[number % G_N_ELEMENTS (family)],
                                             number);
  g_autofree char *email = g_strdup_printf ("person%u@example.org", number);
  g_autofree char *phone = g_strdup_printf ("050 000 %04u", number % 10000);

  mukana_person_init_names (person, given[number % G_N_ELEMENTS (given)], second);
  mukana_record_init_text (person, "email", email);
  mukana_record_init_text (person, "phone", phone);
  mukana_record_init_int (person, "birth-year", 1950 + number % 50);
  mukana_record_init_text (person, "municipality-code", places[number % G_N_ELEMENTS (places)]);
  mukana_record_init_text (person, "contact-language", language);
  mukana_record_init_text (person, "work-languages", language);
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_int (person, "remote-ok", TRUE);
  mukana_record_init_int (person, "notice-days", 7);
  mukana_record_init_int (person, "joined-on", MUKANA_TEST_TODAY - 100 - (int) (number % 400));
  return person;
}

static gpointer
add_person_work (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (MukanaPerson) person = mukana_test_person_new (GPOINTER_TO_UINT (arg));
  gint64 id = mukana_people_add (db, person, error);

  return id > 0 && mukana_people_index (db, id, error) ? GSIZE_TO_POINTER (id) : NULL;
}

/**
 * mukana_test_add_person:
 *
 * Returns: the id of an invented person, now in the register, without consents
 */
gint64
mukana_test_add_person (MukanaTestRegister *self,
                        guint               number)
{
  gpointer id = mukana_test_write (self, add_person_work, GUINT_TO_POINTER (number));

  return (gint64) GPOINTER_TO_SIZE (id);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Where stacks are walked at each allocation, far too long is longer. */
static gint64
patience_us (void)
{
  const char *times = g_getenv ("MUKANA_TEST_PATIENCE");

  return PATIENCE_US * (times != NULL ? g_ascii_strtoll (times, NULL, 10) : 1);
}

/**
 * mukana_test_wait_until:
 * @what: what is waited for, for the message: "the list is loaded"
 *
 * Turns the main loop until @condition holds, and fails the test when it does
 * not within a time that is far too long.
 */
void
mukana_test_wait_until (gboolean   (*condition) (gpointer data),
                        gpointer     data,
                        const char  *what)
{
  gint64 deadline = g_get_monotonic_time () + patience_us ();
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  g_autoptr (GSource) waker = g_timeout_source_new (5);
  gboolean holds;

  g_source_set_callback (waker, wake_cb, NULL, NULL);
  g_source_attach (waker, context);

  while (!(holds = condition (data)) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (context, TRUE);

  g_source_destroy (waker);
  if (!holds)
    g_error ("Waited in vain until %s", what);
}
