/* test-killed.c: what was told as done survives the program being killed.
 *
 * The writer is this very program, started again: it does deed after deed and
 * tells the number of each through a pipe when the store has said that it is
 * done.  It is killed at a moment of which it knows nothing.
 */

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness/harness-gate.h"
#include "harness/harness-work.h"

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

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--write-deeds") == 0)
    return write_deeds (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/killed/deeds_survive_being_killed", deeds_survive_being_killed);

  return g_test_run ();
}
