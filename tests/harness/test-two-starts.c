/* test-two-starts.c: of two programs that open a register at once, one does.
 *
 * Both are this very program, started again, and let go at the same moment.  The other
 * hears within a second that the register is in use, and has not touched it; when
 * the first is killed, nothing of it stands in the way of the next.
 */

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "harness/harness-gate.h"
#include "harness/harness-work.h"

static const char *program;

typedef struct
{
  char   result;       /* 'o' opened, 'b' busy, 'x' anything else */
  gint64 elapsed_us;
} Told;

/* Waits for the start, opens, tells, and stays until it is killed. */
static int
open_and_stay (const char *uri)
{
  MukanaTestRegister place = { .uri = (char *) uri, .key = mukana_test_key_new (1),
                               .clock = mukana_test_clock_new () };
  g_autoptr (GError) error = NULL;
  Told told = { 'o', 0 };
  gint64 before_us;
  char start;

  if (write (STDOUT_FILENO, "r", 1) != 1 || read (STDIN_FILENO, &start, 1) != 1)
    return 1;

  before_us = g_get_monotonic_time ();
  place.store = mukana_test_try_open (&place, FALSE, &error);
  told.elapsed_us = g_get_monotonic_time () - before_us;
  if (place.store == NULL)
    told.result = g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_BUSY) ? 'b' : 'x';

  if (write (STDOUT_FILENO, &told, sizeof told) != sizeof told)
    return 1;
  return (int) read (STDIN_FILENO, &start, 1);
}

typedef struct
{
  GPid pid;
  int  in_fd, out_fd;
  Told told;
} Start;

static void
begin_start (Start      *self,
             const char *uri)
{
  const char * const argv[] = { program, "--open-and-stay", uri, NULL };
  g_autoptr (GError) error = NULL;
  char ready;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &self->pid, &self->in_fd, &self->out_fd, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (self->out_fd, &ready, 1), ==, 1);
}

static void
end_start (Start *self)
{
  kill (self->pid, SIGKILL);
  waitpid (self->pid, NULL, 0);
  close (self->in_fd);
  close (self->out_fd);
}

static char *
digest_file (MukanaTestRegister *place)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (mukana_test_path (place), &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

/* Left by whoever was killed in a race before; the next one must not mind. */
static void
assert_opens_at_once (MukanaTestRegister *place)
{
  gint64 before_us = g_get_monotonic_time ();

  mukana_test_register_open (place);
  g_assert_cmpint (g_get_monotonic_time () - before_us, <, 2 * G_USEC_PER_SEC);
  mukana_test_register_close (place);
}

static void
one_of_two_starts_opens (void)
{
  g_autoptr (MukanaTestRegister) place = harness_work_register_new ();
  g_autofree char *before = digest_file (place);
  int n_races = harness_gate_count (20, 100);

  for (int race = 0; race < n_races; race++)
    {
      Start starts[2];
      g_autofree char *after = NULL;

      for (int i = 0; i < 2; i++)
        begin_start (&starts[i], place->uri);
      for (int i = 0; i < 2; i++)
        g_assert_cmpint (write (starts[(i + race) % 2].in_fd, "s", 1), ==, 1);
      for (int i = 0; i < 2; i++)
        g_assert_cmpint (read (starts[i].out_fd, &starts[i].told, sizeof (Told)), ==,
                         sizeof (Told));

      after = digest_file (place);
      for (int i = 0; i < 2; i++)
        end_start (&starts[i]);

      g_assert_cmpint (starts[0].told.result + starts[1].told.result, ==, 'o' + 'b');
      for (int i = 0; i < 2; i++)
        if (starts[i].told.result == 'b')
          g_assert_cmpint (starts[i].told.elapsed_us, <, G_USEC_PER_SEC);
      g_assert_cmpstr (before, ==, after);
      assert_opens_at_once (place);
    }
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--open-and-stay") == 0)
    return open_and_stay (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/two-starts/one_of_two_starts_opens", one_of_two_starts_opens);

  return g_test_run ();
}
