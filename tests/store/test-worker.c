/* test-worker.c: three lanes, one writer, and answers that know their revision. */

#include <gio/gio.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "store/mukana-worker.h"

static gpointer
read_name (MukanaDb    *db,
           const char  *name,
           GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "mappings.get", error,
                                                    mukana_text ("signature", name));

  return query != NULL && mukana_query_step (query, error) > 0
         ? g_strdup (mukana_query_peek_text (query, "mapping")) : NULL;
}

static gpointer
read_letters_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return read_name (db, "letters", error);
}

/* Adds a letter to what is there: only in turn does the word come out right. */
static gpointer
append_letter_work (MukanaDb      *db,
                    gpointer       arg,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *before = read_name (db, "letters", error);
  g_autofree char *after = g_strdup_printf ("%s%c", before ? before : "", GPOINTER_TO_INT (arg));

  mukana_db_touch (db, MUKANA_KIND_REGISTER, GPOINTER_TO_INT (arg), MUKANA_EFFECT_CHANGED);
  mukana_db_run (db, "mappings.put", error, mukana_text ("signature", "letters"),
                 mukana_text ("mapping", after));
  return NULL;
}

static gpointer
fail_after_writing_work (MukanaDb      *db,
                         gpointer       arg,
                         GCancellable  *cancellable,
                         GError       **error)
{
  append_letter_work (db, GINT_TO_POINTER ('x'), cancellable, error);
  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, "No");
  return NULL;
}

/* Waits on the lane until the test lets it go on. */
typedef struct
{
  GMutex   lock;
  GCond    moved;
  gboolean is_there;
  gboolean may_go;
} Gate;

static gpointer
wait_at_gate_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Gate *gate = arg;

  g_mutex_lock (&gate->lock);
  gate->is_there = TRUE;
  while (!gate->may_go)
    g_cond_wait (&gate->moved, &gate->lock);
  g_mutex_unlock (&gate->lock);
  return NULL;
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->may_go = TRUE;
  g_cond_broadcast (&gate->moved);
  g_mutex_unlock (&gate->lock);
}

static gboolean
is_at_gate (gpointer data)
{
  Gate *gate = data;
  gboolean is_there;

  g_mutex_lock (&gate->lock);
  is_there = gate->is_there;
  g_mutex_unlock (&gate->lock);
  return is_there;
}

static const MukanaJob append_job = { "test.append", MUKANA_LANE_WRITE, append_letter_work, NULL };
static const MukanaJob letters_job = { "test.letters", MUKANA_LANE_READ, read_letters_work,
                                       g_free };
static const MukanaJob gate_job = { "test.gate", MUKANA_LANE_LONG, wait_at_gate_work, NULL };
static const MukanaJob write_gate_job = { "test.write-gate", MUKANA_LANE_WRITE, wait_at_gate_work,
                                          NULL };
static const MukanaJob read_gate_job = { "test.read-gate", MUKANA_LANE_READ, wait_at_gate_work,
                                         NULL };

/* What the main thread heard, in order: 'c' a change, 'a' an answer. */
typedef struct
{
  GString *heard;
  gint64   revision;
  GError  *error;
  char    *answer;
} Listener;

static void
changed_cb (MukanaStore     *store,
            MukanaChangeSet *changes,
            gpointer         data)
{
  Listener *listener = data;

  g_string_append_c (listener->heard, 'c');
  listener->revision = mukana_change_set_get_revision (changes);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Listener *listener = data;

  g_clear_error (&listener->error);
  g_free (listener->answer);
  listener->answer = mukana_store_run_finish (MUKANA_STORE (source), result, &listener->revision,
                                              &listener->error);
  g_string_append_c (listener->heard, 'a');
}

static gboolean
has_heard (gpointer data)
{
  return ((Listener *) data)->heard->len > 0;
}

static void
clear_listener (Listener *listener)
{
  g_string_free (listener->heard, TRUE);
  g_clear_error (&listener->error);
  g_free (listener->answer);
}

static void
writers_take_turns (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *letters = NULL;

  for (char letter = 'a'; letter <= 'z'; letter++)
    mukana_store_run_async (fixture->store, &append_job, GINT_TO_POINTER (letter), NULL, NULL, NULL,
                            NULL);
  mukana_test_write (fixture, append_letter_work, GINT_TO_POINTER ('!'));
  letters = mukana_test_read (fixture, read_letters_work, NULL);

  g_assert_cmpstr (letters, ==, "abcdefghijklmnopqrstuvwxyz!");
}

static void
change_is_heard_before_the_answer (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  Listener listener = { .heard = g_string_new (NULL) };
  gint64 told_revision;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &listener);
  mukana_store_run_async (fixture->store, &append_job, GINT_TO_POINTER ('a'), NULL, NULL,
                          answered_cb, &listener);
  mukana_test_wait_until (has_heard, &listener, "the change is heard");
  told_revision = listener.revision;
  while (listener.heard->len < 2)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (listener.heard->str, ==, "ca");
  g_assert_no_error (listener.error);
  g_assert_cmpint (listener.revision, ==, told_revision);
  clear_listener (&listener);
}

static void
read_knows_the_revision_of_what_it_saw (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  Listener listener = { .heard = g_string_new (NULL) };

  mukana_test_write (fixture, append_letter_work, GINT_TO_POINTER ('a'));
  mukana_test_write (fixture, append_letter_work, GINT_TO_POINTER ('b'));
  mukana_store_run_async (fixture->store, &letters_job, NULL, NULL, NULL, answered_cb, &listener);
  mukana_test_wait_until (has_heard, &listener, "the letters are read");

  g_assert_cmpstr (listener.answer, ==, "ab");
  g_assert_cmpint (listener.revision, ==, 2);
  clear_listener (&listener);
}

static void
failed_write_leaves_nothing_and_tells_nobody (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  Listener listener = { .heard = g_string_new (NULL) };
  g_autoptr (GError) error = NULL;
  g_autofree char *letters = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &listener);
  mukana_test_try (fixture, MUKANA_LANE_WRITE, fail_after_writing_work, NULL, &error);
  mukana_test_write (fixture, append_letter_work, GINT_TO_POINTER ('b'));
  mukana_test_wait_until (has_heard, &listener, "the second write is heard");
  letters = mukana_test_read (fixture, read_letters_work, NULL);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpstr (letters, ==, "b");
  g_assert_cmpstr (listener.heard->str, ==, "c");
  g_assert_cmpint (listener.revision, ==, 1);
  clear_listener (&listener);
}

/* The long lane is stuck at a gate; the window turns its loop, reads and writes. */
static void
slow_report_holds_up_nobody (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  Listener listener = { .heard = g_string_new (NULL) };
  Gate gate = { .may_go = FALSE };
  gint64 before_us = g_get_monotonic_time ();
  g_autofree char *letters = NULL;
  gint64 post_us;

  mukana_store_run_async (fixture->store, &gate_job, &gate, NULL, NULL, answered_cb, &listener);
  post_us = g_get_monotonic_time () - before_us;
  mukana_test_wait_until (is_at_gate, &gate, "the report runs");
  mukana_test_write (fixture, append_letter_work, GINT_TO_POINTER ('a'));
  letters = mukana_test_read (fixture, read_letters_work, NULL);

  g_assert_cmpstr (letters, ==, "a");
  g_assert_cmpuint (listener.heard->len, ==, 0);
  g_assert_cmpint (post_us, <, 50000);
  open_gate (&gate);
  mukana_test_wait_until (has_heard, &listener, "the report is ready");
  clear_listener (&listener);
}

static void
read_that_waits_in_the_queue_can_be_cancelled (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Listener listener = { .heard = g_string_new (NULL) };
  Gate gate = { .may_go = FALSE };

  mukana_store_run_async (fixture->store, &read_gate_job, &gate, NULL, NULL, NULL, NULL);
  mukana_test_wait_until (is_at_gate, &gate, "the lane is taken");
  mukana_store_run_async (fixture->store, &letters_job, NULL, NULL, cancellable, answered_cb,
                          &listener);
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  mukana_test_wait_until (has_heard, &listener, "the cancelled read answers");

  g_assert_error (listener.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clear_listener (&listener);
}

static void
write_that_has_begun_is_answered_as_committed (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Listener listener = { .heard = g_string_new (NULL) };
  Gate gate = { .may_go = FALSE };

  mukana_store_run_async (fixture->store, &write_gate_job, &gate, NULL, cancellable, answered_cb,
                          &listener);
  mukana_test_wait_until (is_at_gate, &gate, "the write has begun");
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  mukana_test_wait_until (has_heard, &listener, "the write answers");

  g_assert_no_error (listener.error);
  g_assert_cmpint (listener.revision, ==, 1);
  clear_listener (&listener);
}

/* Whom a worker serves, as the store does. */
typedef struct
{
  Gate          gate;     /* first: the job at the gate is given all of it */
  MukanaWorker *worker;
  int           is_gone;
  int           is_ended;
  int           n_late;   /* asked or told when it was gone */
} Owner;

static gboolean
owner_may_write_cb (gpointer   data,
                    GError   **error)
{
  Owner *owner = data;

  owner->n_late += g_atomic_int_get (&owner->is_gone);
  return TRUE;
}

static void
owner_changed_cb (MukanaChangeSet *changes,
                  gpointer         data)
{
  owner_may_write_cb (data, NULL);
}

static void
let_go_cb (gpointer data,
           gboolean is_done)
{
  Owner *owner = data;

  mukana_worker_free (owner->worker);
  g_atomic_int_set (&owner->is_gone, TRUE);
}

static void
note_end_cb (gpointer data,
             gboolean is_done)
{
  g_atomic_int_set (&((Owner *) data)->is_ended, is_done);
}

static gboolean
is_over (gpointer data)
{
  Owner *owner = data;

  return g_atomic_int_get (&owner->is_ended) && g_atomic_int_get (&owner->is_gone);
}

static gpointer
write_nothing_work (MukanaDb      *db,
                    gpointer       arg,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return NULL;
}

/* As when the last to hold the store is a job of its own, and a look is still to be noted. */
static void
owner_is_asked_nothing_when_it_is_gone (void)
{
  static const MukanaWorkerHooks hooks = { owner_changed_cb, NULL, NULL, owner_may_write_cb };
  static const MukanaJob nothing_job = { "test.nothing", MUKANA_LANE_WRITE, write_nothing_work };
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  Owner owner = { 0 };

  mukana_test_register_close (fixture);
  owner.worker = mukana_worker_new ("test", mukana_test_db_new (fixture), &hooks, &owner);
  mukana_worker_post (owner.worker, &write_gate_job, &owner, let_go_cb);
  mukana_worker_post (owner.worker, &nothing_job, &owner, note_end_cb);
  open_gate (&owner.gate);
  mukana_test_wait_until (is_over, &owner, "the worker has let go");

  g_assert_cmpint (owner.n_late, ==, 0);
}

static void
closing_waits_for_what_was_posted (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *letters = NULL;

  for (char letter = 'a'; letter <= 'j'; letter++)
    mukana_store_run_async (fixture->store, &append_job, GINT_TO_POINTER (letter), NULL, NULL, NULL,
                            NULL);
  mukana_test_register_close (fixture);
  mukana_test_register_open (fixture);
  letters = mukana_test_read (fixture, read_letters_work, NULL);

  g_assert_cmpstr (letters, ==, "abcdefghij");
}

static void
closed_store_answers_unreachable (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GError) error = NULL;

  mukana_store_close (fixture->store);
  mukana_store_close (fixture->store);
  mukana_test_try (fixture, MUKANA_LANE_READ, read_letters_work, NULL, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE);
}

static gpointer
read_for_ever_work (MukanaDb      *db,
                    gpointer       arg,
                    GCancellable  *cancellable,
                    GError       **error)
{
  wait_at_gate_work (db, arg, cancellable, error);
  mukana_db_exec (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                      " WHERE i < 2000000000) SELECT count(*) FROM n", error);
  return NULL;
}

static const MukanaJob endless_job = { "test.endless", MUKANA_LANE_LONG, read_for_ever_work, NULL };

static void
long_read_ends_soon_when_cancelled_and_the_window_does_not_wait (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Listener listener = { .heard = g_string_new (NULL) };
  Gate gate = { .may_go = TRUE };
  gint64 before_us, waited_us;

  mukana_store_run_async (fixture->store, &endless_job, &gate, NULL, cancellable, answered_cb,
                          &listener);
  mukana_test_wait_until (is_at_gate, &gate, "the read has begun");
  g_usleep (50000);   /* it is in its statement by now, or will be told before */
  before_us = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  waited_us = g_get_monotonic_time () - before_us;
  mukana_test_wait_until (has_heard, &listener, "the cancelled read answers");

  g_assert_error (listener.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (waited_us, <, 100000);
  clear_listener (&listener);
}

static gboolean
can_be_opened (gpointer data)
{
  MukanaTestRegister *fixture = data;

  /* Busy for as long as the dropped store is on its way out. */
  fixture->store = mukana_test_try_open (fixture, FALSE, NULL);
  return fixture->store != NULL;
}

/* Whoever lets go last closes it: the main thread or the worker, as chance has it. */
static void
store_may_be_dropped_at_the_answer_without_closing (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();

  for (int i = 0; i < 20; i++)
    {
      mukana_test_write (fixture, append_letter_work, GINT_TO_POINTER ('a'));
      g_clear_object (&fixture->store);
      if (!can_be_opened (fixture))
        mukana_test_wait_until (can_be_opened, fixture, "the store is gone");
    }
}

static gpointer
read_today_work (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return GINT_TO_POINTER (mukana_db_today (db));
}

static void
clock_set_back_does_not_turn_back_the_day (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();

  mukana_test_write (fixture, append_letter_work, GINT_TO_POINTER ('a'));
  mukana_clock_set_still (fixture->clock, mukana_day_minute_us (MUKANA_TEST_TODAY - 400, 600));
  mukana_test_write (fixture, append_letter_work, GINT_TO_POINTER ('b'));

  g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (fixture, read_today_work, NULL)), ==,
                   MUKANA_TEST_TODAY);
}

#define ADD(test) g_test_add_func ("/worker/" #test, test)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (writers_take_turns);
  ADD (change_is_heard_before_the_answer);
  ADD (read_knows_the_revision_of_what_it_saw);
  ADD (failed_write_leaves_nothing_and_tells_nobody);
  ADD (slow_report_holds_up_nobody);
  ADD (read_that_waits_in_the_queue_can_be_cancelled);
  ADD (write_that_has_begun_is_answered_as_committed);
  ADD (long_read_ends_soon_when_cancelled_and_the_window_does_not_wait);
  ADD (store_may_be_dropped_at_the_answer_without_closing);
  ADD (owner_is_asked_nothing_when_it_is_gone);
  ADD (closing_waits_for_what_was_posted);
  ADD (closed_store_answers_unreachable);
  ADD (clock_set_back_does_not_turn_back_the_day);

  return g_test_run ();
}
