/* test-server.c: what a register on a server promises beside the contract.
 *
 * Several programs share it, and the way to it can be lost at any moment.
 */

#include <glib/gstdio.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-relay.h"
#include "kit/mukana-test.h"
#include "store/mukana-db-private.h"
#include "store/mukana-journal.h"
#include "store/mukana-logins.h"
#include "store/mukana-schema.h"

static void
assert_address_fails (const char *uri,
                      int         code)
{
  g_autoptr (MukanaClock) clock = mukana_test_clock_new ();
  MukanaDbOptions options = { .uri = uri, .actor = "test", .clock = clock };
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_db_open (&options, &error));
  g_assert_error (error, MUKANA_ERROR, code);
}

static void
network_without_proof_is_refused (void)
{
  static const char * const uris[] = {
    "postgresql://mukana@db.example/register?sslmode=require",
    "postgresql://mukana@db.example/register?sslmode=verify-ca",
    "postgresql://mukana@db.example/register?sslmode=disable",
    "postgresql:///register?host=/tmp,db.example&sslmode=prefer",
    "postgresql:///register?hostaddr=192.0.2.1&sslmode=allow",
  };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    assert_address_fails (uris[i], MUKANA_ERROR_NOT_ALLOWED);
}

/* A server that answers the wish for encryption with "no", and hears what comes then. */
static gpointer
decline_encryption (gpointer data)
{
  int client = accept (GPOINTER_TO_INT (data), NULL, NULL);
  char bytes[1024];
  gssize n_wish = read (client, bytes, sizeof bytes);
  gssize n_after;

  g_assert_cmpint (n_wish, ==, 8);
  g_assert_cmpint (write (client, "N", 1), ==, 1);
  n_after = read (client, bytes, sizeof bytes);
  close (client);
  return GINT_TO_POINTER (MAX (n_after, 0));
}

static void
server_without_encryption_is_told_nothing (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET,
                                 .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t length = sizeof address;
  int listener = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  g_autofree char *uri = NULL;
  GThread *thread;

  g_assert_cmpint (bind (listener, (struct sockaddr *) &address, length), ==, 0);
  g_assert_cmpint (listen (listener, 1), ==, 0);
  getsockname (listener, (struct sockaddr *) &address, &length);
  thread = g_thread_new ("server", decline_encryption, GINT_TO_POINTER (listener));
  uri = g_strdup_printf ("postgresql://mukana:secret@localhost:%d/register?hostaddr=127.0.0.1",
                         ntohs (address.sin_port));

  assert_address_fails (uri, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (thread)), ==, 0);
  close (listener);
}

static void
address_that_leads_nowhere_says_why (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_place_new ();
  g_autoptr (GString) elsewhere = g_string_new (fixture->uri);

  g_string_replace (elsewhere, "/postgres?", "/no_such_register?", 1);

  assert_address_fails ("postgresql://[", MUKANA_ERROR_INVALID);
  assert_address_fails ("postgresql:///register?host=/nonexistent", MUKANA_ERROR_UNREACHABLE);
  assert_address_fails (elsewhere->str, MUKANA_ERROR_NOT_FOUND);
}

/* What is written, as the argument of a job. */
static char word_a[] = "a", word_b[] = "b", word_c[] = "c";

static gpointer
put_work (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  mukana_db_run (db, "mappings.put", error, mukana_text ("signature", arg),
                 mukana_text ("mapping", "x"));
  mukana_db_touch (db, MUKANA_KIND_PERSON, 77, MUKANA_EFFECT_ENDED);
  return NULL;
}

static gpointer
has_work (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "mappings.get", error,
                                                    mukana_text ("signature", arg));

  return GINT_TO_POINTER (query != NULL && mukana_query_step (query, error) > 0);
}

/* What a store told its main loop. */
typedef struct
{
  guint           n_heard;
  MukanaChangeSet *last;
} Ear;

static void
changed_cb (MukanaStore     *store,
            MukanaChangeSet *changes,
            gpointer         data)
{
  Ear *ear = data;

  ear->n_heard++;
  g_clear_pointer (&ear->last, mukana_change_set_unref);
  ear->last = mukana_change_set_ref (changes);
}

static gboolean
has_heard_something (gpointer data)
{
  return ((Ear *) data)->n_heard > 0;
}

static gboolean
has_heard_twice (gpointer data)
{
  return ((Ear *) data)->n_heard >= 2;
}

static gboolean
has_heard_everything (gpointer data)
{
  Ear *ear = data;

  return ear->last != NULL && mukana_change_set_touches (ear->last, MUKANA_KIND_EVERYTHING, 0);
}

static MukanaTestRegister *
open_beside (MukanaTestRegister *fixture)
{
  MukanaTestRegister *beside = g_new0 (MukanaTestRegister, 1);

  beside->uri = g_strdup (fixture->uri);
  beside->key = g_bytes_ref (fixture->key);
  beside->clock = g_object_ref (fixture->clock);
  beside->schema = g_strdup ("nobody_else");
  mukana_test_register_open (beside);
  return beside;
}

static void
change_of_a_colleague_is_heard_once (void)
{
  g_autoptr (MukanaTestRegister) ours = mukana_test_register_new ();
  g_autoptr (MukanaTestRegister) theirs = open_beside (ours);
  Ear our_ear = { 0 }, their_ear = { 0 };

  g_signal_connect (ours->store, "changed", G_CALLBACK (changed_cb), &our_ear);
  g_signal_connect (theirs->store, "changed", G_CALLBACK (changed_cb), &their_ear);

  mukana_test_write (ours, put_work, word_a);
  mukana_test_wait_until (has_heard_something, &their_ear, "the colleague hears");
  g_assert_cmpint (mukana_change_set_get_revision (their_ear.last), ==, 1);
  g_assert_true (mukana_change_set_touches (their_ear.last, MUKANA_KIND_PERSON, 77));
  g_assert_false (mukana_change_set_touches (their_ear.last, MUKANA_KIND_PERSON, 78));

  /* Were our own change to come back to us, it would come before theirs. */
  mukana_test_write (theirs, put_work, word_b);
  mukana_test_wait_until (has_heard_twice, &our_ear, "we hear them");
  g_assert_cmpint (mukana_change_set_get_revision (our_ear.last), ==, 2);
  g_assert_cmpuint (our_ear.n_heard, ==, 2);

  mukana_change_set_unref (our_ear.last);
  mukana_change_set_unref (their_ear.last);
}

/* Not copies, which have a database each: the server lets nothing be heard from one in another. */
static void
other_register_on_the_same_server_is_not_heard (void)
{
  g_autoptr (MukanaTestRegister) ours = mukana_test_register_found ();
  g_autoptr (MukanaTestRegister) others = mukana_test_register_found ();
  g_autoptr (MukanaTestRegister) beside_ours = open_beside (ours);
  Ear ear = { 0 };

  g_signal_connect (beside_ours->store, "changed", G_CALLBACK (changed_cb), &ear);
  mukana_test_write (others, put_work, word_a);
  mukana_test_write (others, put_work, word_b);
  mukana_test_write (ours, put_work, word_c);
  mukana_test_wait_until (has_heard_something, &ear, "the change of our register is heard");

  g_assert_cmpuint (ear.n_heard, ==, 1);
  g_assert_cmpint (mukana_change_set_get_revision (ear.last), ==, 1);
  mukana_change_set_unref (ear.last);
}

static void
cut_everybody_off (MukanaTestRegister *fixture)
{
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (GError) error = NULL;

  mukana_db_exec (db, "SELECT pg_terminate_backend (pid, 5000) FROM pg_stat_activity"
                      " WHERE pid <> pg_backend_pid () AND datname = current_database ()", &error);
  g_assert_no_error (error);
}

static void
lost_server_is_found_again_and_everything_counts_as_changed (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  Ear ear = { 0 };

  mukana_test_write (fixture, put_work, word_a);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &ear);
  cut_everybody_off (fixture);
  mukana_test_wait_until (has_heard_everything, &ear, "everything counts as changed");

  g_assert_cmpint (mukana_change_set_get_revision (ear.last), ==, 1);
  g_assert_true (mukana_test_read (fixture, has_work, word_a));
  mukana_test_write (fixture, put_work, word_b);
  g_assert_true (mukana_test_read (fixture, has_work, word_b));
  g_clear_pointer (&ear.last, mukana_change_set_unref);
}

static void
loss_in_a_transaction_is_unreachable_and_the_next_one_works (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nothing = NULL;

  g_assert_true (mukana_db_begin_write (db, &nothing));
  put_work (db, word_a, NULL, &nothing);
  cut_everybody_off (fixture);
  put_work (db, word_b, NULL, &error);
  mukana_db_rollback (db);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE);
  g_assert_true (mukana_db_begin_read (db, &nothing));
  g_assert_false (has_work (db, word_a, NULL, &nothing));
  mukana_db_rollback (db);
  g_assert_no_error (nothing);
}

/* Some job forgets an error: the server must not keep the half of its work. */
static void
swallowed_failure_cannot_be_committed (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (MukanaChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nothing = NULL;

  mukana_db_begin_write (db, &nothing);
  put_work (db, word_a, NULL, &nothing);
  g_assert_false (mukana_db_exec (db, "SELECT 1 / 0", NULL));
  g_assert_false (mukana_db_commit (db, &changes, &error));

  g_assert_nonnull (error);
  g_assert_null (changes);
  mukana_db_begin_read (db, &nothing);
  g_assert_false (has_work (db, word_a, NULL, &nothing));
  mukana_db_rollback (db);
  g_assert_no_error (nothing);
}

/* A register behind a relay; NULL when the server is not on a socket of this machine. */
static MukanaTestRelay *
put_relay_before (MukanaTestRegister *fixture,
                  char               *folder)
{
  const char *host = strstr (fixture->uri, "host=/");
  g_autofree char *server_folder = NULL;
  g_autoptr (GString) uri = g_string_new (fixture->uri);

  if (host == NULL)
    return NULL;

  server_folder = g_strndup (host + strlen ("host="), strcspn (host + strlen ("host="), "&"));
  g_string_replace (uri, server_folder, folder, 1);
  g_free (fixture->uri);
  fixture->uri = g_string_free (g_steal_pointer (&uri), FALSE);
  return mukana_test_relay_new (server_folder, folder);
}

static gpointer
commit_over_cut (MukanaTestCut   cut,
                 GError        **error)
{
  MukanaTestRegister *fixture = mukana_test_register_new ();
  g_autofree char *folder = g_dir_make_tmp ("mukana-relay-XXXXXX", NULL);
  g_autoptr (MukanaTestRelay) relay = NULL;
  gpointer is_there = NULL;

  mukana_test_register_close (fixture);
  if ((relay = put_relay_before (fixture, folder)) != NULL)
    {
      mukana_test_register_open (fixture);
      mukana_test_relay_cut (relay, cut, "COMMIT");
      mukana_test_try (fixture, MUKANA_LANE_WRITE, put_work, word_a, error);
      is_there = mukana_test_read (fixture, has_work, word_a);
    }
  else
    g_test_skip ("The server is not on a socket of this machine");

  mukana_test_register_free (fixture);
  g_clear_pointer (&relay, mukana_test_relay_free);
  g_rmdir (folder);
  return is_there;
}

static void
commit_whose_answer_is_lost_is_told_as_done (void)
{
  g_autoptr (GError) error = NULL;
  gpointer is_there = commit_over_cut (MUKANA_TEST_CUT_AFTER, &error);

  g_assert_no_error (error);
  g_assert_true (is_there);
}

static void
commit_that_never_arrived_is_told_as_failed (void)
{
  g_autoptr (GError) error = NULL;
  gpointer is_there = commit_over_cut (MUKANA_TEST_CUT_BEFORE, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE);
  g_assert_false (is_there);
}

#define SECOND "mukana_second"

static gpointer
make_login_work (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  mukana_db_exec (db, "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" SECOND
                      "') THEN CREATE ROLE " SECOND " LOGIN; END IF; END $$", error);
  return NULL;
}

static gpointer
let_in_work (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  mukana_logins_let_in (db, SECOND, arg != NULL, error);
  return NULL;
}

static gpointer
let_stranger_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  mukana_logins_let_in (db, "nobody'; DROP TABLE person; --", TRUE, error);
  return NULL;
}

static gpointer
read_people_work (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer statement = engine->prepare (mukana_db_peek_connection (db), arg, 0, error);

  if (statement != NULL)
    {
      engine->step (statement, error);
      engine->finalize (statement);
    }
  return NULL;
}

static MukanaStore *
open_as_second (MukanaTestRegister  *ours,
                GError             **error)
{
  g_autoptr (GString) uri = g_string_new (ours->uri);

  g_assert_cmpuint (g_string_replace (uri, "//" MUKANA_TEST_ACTOR "@", "//" SECOND "@", 1), ==, 1);
  return mukana_store_open (uri->str, NULL, ours->clock, "second", NULL, error);
}

static void
try_reading (MukanaStore *theirs,
             MukanaLane   lane,
             const char  *sql,
             GError     **error)
{
  MukanaJob job = { "test.read", lane, read_people_work, NULL, .needs = MUKANA_DEED_WORK_HERE };

  mukana_store_run (theirs, &job, (gpointer) sql, error);
}

/* By one word of the program of whoever made the register, and no GRANT by hand. */
static void
another_login_works_when_it_was_let_in_and_passes_by_the_door_alone (void)
{
  static const MukanaJob put = { "test.put", MUKANA_LANE_WRITE, put_work, NULL,
                                 .needs = MUKANA_DEED_WORK_HERE };
  g_autoptr (MukanaTestRegister) ours = mukana_test_register_new ();
  g_autoptr (GError) before = NULL, stranger = NULL, door = NULL, after = NULL, error = NULL;
  g_autoptr (MukanaStore) theirs = NULL, shut = NULL;

  if (strstr (ours->uri, "//" MUKANA_TEST_ACTOR "@") == NULL)
    {
      g_test_skip ("the server is somebody else's");
      return;
    }
  mukana_test_write (ours, make_login_work, NULL);
  shut = open_as_second (ours, &before);
  g_assert_null (shut);
  g_assert_nonnull (before);
  mukana_test_try (ours, MUKANA_LANE_WRITE, let_stranger_work, NULL, &stranger);
  g_assert_error (stranger, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);

  mukana_test_write (ours, let_in_work, word_a);
  theirs = open_as_second (ours, &error);
  g_assert_no_error (error);
  mukana_store_run (theirs, &put, word_a, &error);
  g_assert_no_error (error);
  g_assert_true (mukana_test_read (ours, has_work, word_a) != NULL);
  try_reading (theirs, MUKANA_LANE_READ, "SELECT * FROM person", &error);
  try_reading (theirs, MUKANA_LANE_DOOR, "SELECT * FROM usable_person", &error);
  g_assert_no_error (error);
  try_reading (theirs, MUKANA_LANE_DOOR, "SELECT * FROM person", &door);
  g_assert_error (door, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  mukana_store_close (theirs);

  mukana_test_write (ours, let_in_work, NULL);
  shut = open_as_second (ours, &after);
  g_assert_null (shut);
  g_assert_nonnull (after);
}

static gpointer
exec_work (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  mukana_db_exec (db, arg, error);
  return NULL;
}

static gpointer
note_work (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  mukana_journal_add (db, "naming.user", MUKANA_KIND_USER, 0, NULL, error);
  return NULL;
}

static gpointer
dup_newest_actor_work (MukanaDb      *db,
                       gpointer       arg,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "journal.all", error);

  while (query != NULL && mukana_query_step (query, error) > 0)
    g_ptr_array_add (actors, g_strdup (mukana_query_peek_text (query, "actor")));
  return actors->len > 0 ? g_strdup (actors->pdata[actors->len - 1]) : NULL;
}

static void
assert_told (MukanaTestRegister       *place,
             const MukanaRegisterSeed *seed,
             int                       code,
             const char               *words,
             const char               *detail)
{
  g_autoptr (GString) uri = g_string_new (place->uri);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_string_replace (uri, "//" MUKANA_TEST_ACTOR "@", "//" SECOND "@", 1);
  g_assert_null (mukana_store_open (uri->str, NULL, place->clock, "second", seed, &error));
  g_assert_error (error, MUKANA_ERROR, code);
  g_assert_nonnull (mukana_error_peek_sentence (error));
  sentence = mukana_error_add_detail (error, mukana_error_peek_sentence (error));
  g_test_message ("%s", sentence);
  g_assert_nonnull (strstr (sentence, words));
  if (detail != NULL)
    g_assert_true (g_str_has_suffix (sentence, detail));
}

/* @words: with PLACE where the schema stands */
static void
tell_place (MukanaTestRegister *place,
            const char         *words)
{
  g_autoptr (MukanaDb) db = mukana_test_db_new (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) sql = g_string_new (words);

  g_string_replace (sql, "PLACE", place->schema, 1);
  make_login_work (db, NULL, NULL, &error);
  g_assert_no_error (error);
  mukana_db_exec (db, sql->str, &error);
  g_assert_no_error (error);
}

/* With the rights that are told of and no others, so that no step needs more. */
static void
make_and_close (MukanaTestRegister       *place,
                const MukanaRegisterSeed *seed)
{
  g_autoptr (GString) uri = g_string_new (place->uri);
  g_autoptr (MukanaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (uri, "//" MUKANA_TEST_ACTOR "@", "//" SECOND "@", 1);
  store = mukana_store_open (uri->str, NULL, place->clock, "second", seed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mukana_store_peek_actor (store), ==, SECOND);
  mukana_store_close (store);
}

static void
login_that_may_not_make_a_register_hears_what_it_lacks (void)
{
  static const MukanaRegisterSeed seed = { "test", "Test", NULL, FALSE };
  g_autoptr (MukanaTestRegister) empty = mukana_test_place_new ();
  g_autoptr (MukanaTestRegister) ours = NULL;

  if (strstr (empty->uri, "//" MUKANA_TEST_ACTOR "@") == NULL)
    {
      g_test_skip ("the server is somebody else's");
      return;
    }

  tell_place (empty, "GRANT USAGE ON SCHEMA PLACE TO " SECOND);
  assert_told (empty, NULL, MUKANA_ERROR_NOT_ALLOWED, "may not make one", NULL);
  assert_told (empty, &seed, MUKANA_ERROR_NOT_ALLOWED, "no right to create tables", NULL);
  tell_place (empty, "GRANT CREATE ON SCHEMA PLACE TO " SECOND);
  assert_told (empty, NULL, MUKANA_ERROR_NOT_ALLOWED, "right to create roles", NULL);
  assert_told (empty, &seed, MUKANA_ERROR_NOT_ALLOWED, "CREATEROLE", NULL);
  tell_place (empty, "CREATE TABLE PLACE.elsewhere (id integer)");
  tell_place (empty, "ALTER ROLE " SECOND " CREATEROLE");
  assert_told (empty, NULL, MUKANA_ERROR_NOT_FOUND, "something else", NULL);
  assert_told (empty, &seed, MUKANA_ERROR_CONFLICT, "empty database", NULL);
  tell_place (empty, "DROP TABLE PLACE.elsewhere");
  make_and_close (empty, &seed);
  tell_place (empty, "ALTER ROLE " SECOND " NOCREATEROLE");
  tell_place (empty, "REVOKE ALL ON SCHEMA PLACE FROM " SECOND);

  ours = mukana_test_register_new ();
  assert_told (ours, NULL, MUKANA_ERROR_NOT_ALLOWED, "not been let in", ": " MUKANA_TEST_ACTOR ".");
  assert_told (ours, &seed, MUKANA_ERROR_CONFLICT, "not been let in", NULL);
}

/* Whoever else is let in cannot add what a step adds. */
static void
login_that_meets_an_older_register_hears_who_can_bring_it_up_to_date (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (place);
  g_autoptr (GError) error = NULL;

  if (strstr (place->uri, "//" MUKANA_TEST_ACTOR "@") == NULL)
    {
      g_test_skip ("the server is somebody else's");
      return;
    }

  mukana_schema_update (db, mukana_schema_newest () - 1, 1, &error);
  mukana_test_fill_old (db, mukana_schema_newest () - 1);
  make_login_work (db, NULL, NULL, &error);
  mukana_logins_let_in (db, SECOND, TRUE, &error);
  g_assert_no_error (error);

  assert_told (place, NULL, MUKANA_ERROR_NOT_ALLOWED, "older Mukana", ": " MUKANA_TEST_ACTOR ".");
  mukana_logins_let_in (db, SECOND, FALSE, &error);
  g_assert_no_error (error);
}

/* What a program says of its user anybody can make it say. */
static void
deeds_are_those_of_the_login_whatever_the_program_says (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *actor = NULL;

  mukana_test_register_close (fixture);
  fixture->store = mukana_store_open (fixture->uri, NULL, fixture->clock, "somebody-else", NULL,
                                      &error);
  g_assert_no_error (error);
  mukana_test_write (fixture, note_work, NULL);
  actor = mukana_test_read (fixture, dup_newest_actor_work, NULL);

  g_assert_cmpstr (actor, ==, MUKANA_TEST_ACTOR);
  g_assert_cmpstr (mukana_store_peek_actor (fixture->store), ==, MUKANA_TEST_ACTOR);
}

static void
try_writing (MukanaStore *theirs,
             const char  *sql,
             int          code)
{
  MukanaJob job = { "test.write", MUKANA_LANE_WRITE, exec_work, NULL,
                    .needs = MUKANA_DEED_WORK_HERE };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  mukana_store_run (theirs, &job, (gpointer) sql, &error);
  if (code == 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, MUKANA_ERROR, code);
}

/* Also with statements of its own, past the program. */
static void
login_that_was_let_in_writes_in_no_other_name_and_changes_no_log (void)
{
  static const struct { const char *sql; int code; } tries[] = {
    { "INSERT INTO journal (at, actor, action, kind, record_id, fields, link)"
      " VALUES (extract (epoch FROM now ()) * 1000000, 'test', 'x', 'person', 1, '', 'x')",
      MUKANA_ERROR_NOT_ALLOWED },
    { "INSERT INTO journal (at, actor, action, kind, record_id, fields, link)"
      " VALUES (extract (epoch FROM now ()) * 1000000, '" SECOND "', 'x', 'person', 1, '', 'x')",
      0 },
    { "UPDATE journal SET action = 'y' WHERE action = 'x'", MUKANA_ERROR_NOT_ALLOWED },
    { "DELETE FROM journal WHERE action = 'x'", MUKANA_ERROR_NOT_ALLOWED },
    { "TRUNCATE journal", MUKANA_ERROR_NOT_ALLOWED },
    { "ALTER TABLE journal DISABLE TRIGGER USER", MUKANA_ERROR_NOT_ALLOWED },
    { "INSERT INTO journal (at, actor, action, kind, record_id, fields, link)"
      " VALUES (1, '" SECOND "', 'old', 'person', 1, '', 'x')", 0 },
    { "DELETE FROM journal WHERE action = 'old'", 0 },
    { "INSERT INTO retention_run (code, proposed_at, proposed_by, record_ids, n_records)"
      " VALUES ('feedback', 1, 'test', '', 0)", MUKANA_ERROR_NOT_ALLOWED },
    { "INSERT INTO retention_run (code, proposed_at, proposed_by, record_ids, n_records)"
      " VALUES ('feedback', 1, '" SECOND "', '', 0)", 0 },
    { "UPDATE retention_run SET approved_by = 'test'", MUKANA_ERROR_NOT_ALLOWED },
    { "UPDATE retention_run SET n_records = 1", 0 },
    { "INSERT INTO erasure (person_id, erased_at, erased_by, kept) VALUES (1, 1, 'test', '')",
      MUKANA_ERROR_NOT_ALLOWED },
    { "INSERT INTO erasure (person_id, erased_at, erased_by, approved_by, kept)"
      " VALUES (1, 1, '" SECOND "', 'test', '')", MUKANA_ERROR_NOT_ALLOWED },
    { "INSERT INTO erasure (person_id, erased_at, erased_by, kept) VALUES (1, 1, '" SECOND "', '')",
      0 },
    { "UPDATE erasure SET approved_by = 'test'", MUKANA_ERROR_NOT_ALLOWED },
    { "UPDATE erasure SET approved_by = '" SECOND "'", 0 },
    { "INSERT INTO breach (found_at, what, risk, recorded_by) VALUES (1, 'x', 'none', 'test')",
      MUKANA_ERROR_NOT_ALLOWED },
    { "INSERT INTO breach (found_at, what, risk, recorded_by) VALUES (1, 'x', 'none', '"
      SECOND "')", 0 },
    { "INSERT INTO rights_request (kind, received_on, how, due_on, recorded_by, created_at)"
      " VALUES ('access', '2026-11-01', 'phone', '2026-12-01', 'test', 1)",
      MUKANA_ERROR_NOT_ALLOWED },
  };
  g_autoptr (MukanaTestRegister) ours = mukana_test_register_new ();
  g_autoptr (MukanaStore) theirs = NULL;
  g_autoptr (GError) error = NULL;

  if (strstr (ours->uri, "//" MUKANA_TEST_ACTOR "@") == NULL)
    {
      g_test_skip ("the server is somebody else's");
      return;
    }
  mukana_test_write (ours, make_login_work, NULL);
  mukana_test_write (ours, let_in_work, word_a);
  theirs = open_as_second (ours, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    try_writing (theirs, tries[i].sql, tries[i].code);

  mukana_store_close (theirs);
  mukana_test_write (ours, let_in_work, NULL);   /* the role of the door is that of all copies */
}

/* A register of before, in which users were named by their accounts. */
static void
whoever_made_the_register_still_names_users_when_logins_count (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (place);
  g_autoptr (GError) error = NULL;
  MukanaJob names = { "test.names", MUKANA_LANE_READ, has_work, NULL,
                      .needs = MUKANA_DEED_NAME_USERS };

  g_assert_true (mukana_schema_update (db, 28, 1, &error));
  mukana_test_fill_old (db, 28);
  mukana_db_exec (db, "DELETE FROM register_user; INSERT INTO register_user (name, role, "
                      "sees_article_10, added_on, added_by) VALUES ('account', 'coordinator', 0, "
                      "'2026-11-01', 'account')", &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, mukana_db_close);
  mukana_test_register_open (place);

  mukana_test_run (place, &names, word_a);
}

#define ADD(test) g_test_add_func ("/server/" #test, test)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (network_without_proof_is_refused);
  ADD (server_without_encryption_is_told_nothing);
  ADD (address_that_leads_nowhere_says_why);
  ADD (change_of_a_colleague_is_heard_once);
  ADD (other_register_on_the_same_server_is_not_heard);
  ADD (lost_server_is_found_again_and_everything_counts_as_changed);
  ADD (loss_in_a_transaction_is_unreachable_and_the_next_one_works);
  ADD (swallowed_failure_cannot_be_committed);
  ADD (commit_whose_answer_is_lost_is_told_as_done);
  ADD (another_login_works_when_it_was_let_in_and_passes_by_the_door_alone);
  ADD (deeds_are_those_of_the_login_whatever_the_program_says);
  ADD (login_that_was_let_in_writes_in_no_other_name_and_changes_no_log);
  ADD (login_that_may_not_make_a_register_hears_what_it_lacks);
  ADD (login_that_meets_an_older_register_hears_who_can_bring_it_up_to_date);
  ADD (whoever_made_the_register_still_names_users_when_logins_count);
  ADD (commit_that_never_arrived_is_told_as_failed);

  return g_test_run ();
}
