/* test-killed.c: what was told as done survives the program being killed.
 *
 * The writer is this very program, started again: it does deed after deed and
 * tells the number of each through a pipe when the store has said that it is
 * done.  It is killed at a moment of which it knows nothing.
 */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "domain/mukana-recovery-key.h"
#include "harness/harness-gate.h"
#include "harness/harness-work.h"
#include "services/mukana-checking.h"
#include "services/mukana-founding.h"
#include "services/mukana-keyring.h"
#include "services/mukana-rekeying.h"
#include "services/mukana-unlocking.h"

#define N_PEOPLE 40

static const char *program;

/* Until it is killed. */
static int
write_deeds (const char *uri)
{
  MukanaTestRegister place = { .uri = (char *) uri, .key = mukana_test_key_new (1),
                               .clock = mukana_test_clock_new () };
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (HarnessReckoning) before = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_register_open (&place);
  work = harness_work_new (place.store, NULL, &error);
  g_assert_no_error (error);
  before = harness_work_reckon (work, &error);
  g_assert_no_error (error);

  for (int deed = before->n_deeds + 1;; deed++)
    {
      harness_work_do (work, deed, &error);
      g_assert_no_error (error);
      if (write (STDOUT_FILENO, &deed, sizeof deed) != sizeof deed)
        return 1;
    }
}

static GPid
start_writer (MukanaTestRegister *place,
              int                *pipe_fd)
{
  const char * const argv[] = { program, "--write-deeds", place->uri, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, pipe_fd, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* The last deed that the writer told before it was killed.  The delay is counted
 * from its first one: it is at work then, however long it took to start. */
static int
kill_after (GPid pid,
            int  pipe_fd,
            int  delay_us)
{
  int last = 0;

  g_assert_cmpint (read (pipe_fd, &last, sizeof last), ==, sizeof last);
  g_usleep ((gulong) delay_us);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);

  while (read (pipe_fd, &last, sizeof last) == sizeof last)
    continue;

  close (pipe_fd);
  return last;
}

static void
assert_only_the_register_is_there (MukanaTestRegister *place)
{
  g_autoptr (GDir) dir = place->folder ? g_dir_open (place->folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, "test.mukana.withdrawals"))   /* numbers, which outlive a register */
      g_assert_cmpstr (name, ==, "test.mukana");
}

/* All that was told, and at most the one whose telling was cut off. */
static void
assert_deeds_are_there (MukanaTestRegister *place,
                        int                 last_told)
{
  gint64 before_us = g_get_monotonic_time ();
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (HarnessReckoning) found = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_register_open (place);
  g_assert_cmpint (g_get_monotonic_time () - before_us, <, 3 * G_USEC_PER_SEC);
  work = harness_work_new (place->store, NULL, &error);
  g_assert_no_error (error);
  found = harness_work_reckon (work, &error);
  g_assert_no_error (error);
  mukana_test_register_close (place);

  g_assert_cmpstr (found->problem, ==, NULL);
  g_assert_cmpint (found->n_deeds, >=, last_told);
  g_assert_cmpint (found->n_deeds, <=, last_told + 1);
  assert_only_the_register_is_there (place);
}

static void
deeds_survive_being_killed (void)
{
  g_autoptr (GRand) rand = harness_gate_rand ();
  g_autoptr (MukanaTestRegister) place = harness_work_register_new ();
  int n_kills = harness_gate_count (place->folder ? 50 : 20, 1000);
  int last_told = 0;

  for (int round = 0; round < n_kills; round++)
    {
      int pipe_fd;
      GPid pid = start_writer (place, &pipe_fd);
      int told = kill_after (pid, pipe_fd, g_rand_int_range (rand, 0, 33000));

      g_assert_cmpint (told, >, last_told);
      last_told = told;
      assert_deeds_are_there (place, last_told);
    }

  g_test_message ("%d kills, %d deeds", n_kills, last_told);
}

/* Of with-keyring.sh: the keys are kept there too, as the window does. */
static gboolean
has_keyring (void)
{
  return g_strcmp0 (g_getenv ("MUKANA_TEST_KEYRING"), "open") == 0;
}

static const MukanaKeyringPatience patience = { 10000, FALSE };

static void
keep_in_keyring (GBytes *key)
{
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (key, NULL));

  g_assert_cmpint (mukana_keyring_keep (id, key, "test", patience), ==, MUKANA_KEY_FOUND);
}

/* Another key, by the seeds of both. */
static int
change_key (const char *path,
            const char *seeds)
{
  g_auto (GStrv) words = g_strsplit (seeds, " ", 2);
  g_autoptr (GBytes) key = mukana_test_key_new ((guint8) atoi (words[0]));
  g_autoptr (GBytes) new_key = mukana_test_key_new ((guint8) atoi (words[1]));
  g_autoptr (GError) error = NULL;
  int begun = 1;

  if (write (STDOUT_FILENO, &begun, sizeof begun) != sizeof begun)
    return 1;
  if (has_keyring ())
    keep_in_keyring (new_key);
  mukana_rekeying_run (path, key, new_key, "tester", &error);
  g_assert_no_error (error);
  return write (STDOUT_FILENO, &begun, sizeof begun) != sizeof begun;
}

static GPid
start_key_change (MukanaTestRegister *place,
                  guint8              seed,
                  int                *pipe_fd)
{
  g_autofree char *seeds = g_strdup_printf ("%d %d", seed, seed + 1);
  const char * const argv[] = { program, "--change-key", mukana_test_path (place), seeds, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, pipe_fd, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* Microseconds that a change takes which nobody disturbs. */
static int
time_key_change (MukanaTestRegister *place,
                 guint8              seed)
{
  int pipe_fd, word;
  GPid pid = start_key_change (place, seed, &pipe_fd);
  gint64 begun;

  g_assert_cmpint (read (pipe_fd, &word, sizeof word), ==, sizeof word);
  begun = g_get_monotonic_time ();
  g_assert_cmpint (read (pipe_fd, &word, sizeof word), ==, sizeof word);
  waitpid (pid, NULL, 0);
  close (pipe_fd);
  return (int) (g_get_monotonic_time () - begun);
}

static gboolean
opens_with (MukanaTestRegister *place,
            guint8              seed)
{
  g_autoptr (GError) error = NULL;

  g_bytes_unref (place->key);
  place->key = mukana_test_key_new (seed);
  place->store = mukana_store_open (place->uri, place->key, place->clock, "tester", NULL, &error);
  return place->store != NULL;
}

static void
assert_whole (MukanaTestRegister *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaCheckup) checkup = mukana_store_run (place->store, &mukana_checking_job, NULL,
                                                        &error);
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run (place->store,
                                                            &mukana_founding_about_job, NULL,
                                                            &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (checkup->file), ==, 0);
  g_assert_cmpint (checkup->first_broken, ==, 0);
  g_assert_cmpint (about->n_people, ==, N_PEOPLE);
}

/* Whoever opens the register next asks the keyring by what the file begins with. */
static void
assert_keyring_has_the_key (MukanaTestRegister *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mukana_unlocking_register_id (mukana_test_path (place), &error);
  g_autoptr (GBytes) key = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (mukana_keyring_find (id, patience, &key), ==, MUKANA_KEY_FOUND);
  g_assert_true (g_bytes_equal (key, place->key));
}

/* One of the two keys opens the register, the keyring has it, and all of it is there. */
static void
a_key_change_that_is_killed_leaves_one_key (void)
{
  g_autoptr (GRand) rand = harness_gate_rand ();
  g_autoptr (MukanaTestRegister) place = harness_work_register_new ();
  int n_kills = harness_gate_count (20, 200), n_new = 0, whole_us;
  guint8 seed = 2;

  if (place->folder == NULL)
    {
      g_test_skip ("a server has no key");
      return;
    }

  mukana_test_register_open (place);
  for (guint i = 0; i < N_PEOPLE; i++)
    mukana_test_add_person (place, i);
  mukana_test_register_close (place);
  if (has_keyring ())
    keep_in_keyring (place->key);
  whole_us = time_key_change (place, 1);
  for (int round = 0; round < n_kills; round++)
    {
      int pipe_fd;
      GPid pid = start_key_change (place, seed, &pipe_fd);
      gboolean is_new;

      kill_after (pid, pipe_fd, g_rand_int_range (rand, 0, whole_us + whole_us / 4));
      is_new = !opens_with (place, seed);
      g_assert_true (!is_new || opens_with (place, seed + 1));
      assert_whole (place);
      mukana_test_register_close (place);
      if (has_keyring ())
        assert_keyring_has_the_key (place);
      seed += is_new;
      n_new += is_new;
    }

  g_test_message ("%d kills, %d after the new key was in place", n_kills, n_new);
  g_assert_cmpint (n_new, <, n_kills);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--change-key") == 0)
    return change_key (argv[2], argv[3]);
  if (argc == 3 && strcmp (argv[1], "--write-deeds") == 0)
    return write_deeds (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/killed/deeds_survive_being_killed", deeds_survive_being_killed);
  g_test_add_func ("/killed/a_key_change_that_is_killed_leaves_one_key",
                   a_key_change_that_is_killed_leaves_one_key);

  return g_test_run ();
}
