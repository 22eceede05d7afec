/* test-steps.c: a register that is brought up to date is old or new, and never between.
 *
 * From each released step on, the program is killed, or the power goes, while it opens an old
 * register.  Afterwards the register is at its old step or at the newest, whole, with everybody
 * in it; and when it is at the newest, a copy from before lies beside it, whole, too.
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness/harness-gate.h"
#include "harness/harness-log.h"
#include "kit/mukana-test.h"
#include "store/mukana-people.h"
#include "store/mukana-schema.h"

#define N_PEOPLE 2   /* in each fixture, and more in some */

static const char *program;

/* ---- Old registers, each made once and copied ---- */

static GBytes *
make_old_register (int step)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  MukanaDb *db = mukana_test_db_new (place);
  char *content;
  gsize length;

  mukana_test_fill_old (db, step);
  mukana_db_close (db);
  g_assert_true (g_file_get_contents (mukana_test_path (place), &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static void
write_register (MukanaTestRegister *place,
                GBytes             *content)
{
  g_assert_true (g_file_set_contents_full (mukana_test_path (place),
                                           g_bytes_get_data (content, NULL),
                                           (gssize) g_bytes_get_size (content),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* ---- What must be there ---- */

/* Without the program, which would bring it up to date.  Returns: its step */
static int
look_into (MukanaTestRegister *place,
           const char         *path)
{
  g_autofree char *uri = g_strconcat ("sqlite:", path, NULL);
  const MukanaDbOptions options = { .uri = uri, .key = place->key, .actor = "test",
                                    .clock = place->clock };
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaDb) db = mukana_db_open (&options, &error);
  g_auto (GStrv) findings = NULL;
  int step;

  g_assert_no_error (error);
  step = mukana_schema_current (db, &error);
  g_assert_no_error (error);
  findings = mukana_db_verify (db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (findings[0], ==, NULL);
  if (step == mukana_schema_newest ())   /* how people are counted has changed with the steps */
    g_assert_cmpint (mukana_db_count (db, "people.count", &error), >=, N_PEOPLE);
  return step;
}

/* @ending: of its name */
static char *
find_copy (MukanaTestRegister *place,
           const char         *ending)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".before-step") != NULL && g_str_has_suffix (name, ending))
      return g_build_filename (place->folder, name, NULL);

  return NULL;
}

/* Returns: whether it is at the newest step */
static gboolean
assert_old_or_new (MukanaTestRegister *place,
                   int                 old_step)
{
  g_autofree char *day = mukana_day_to_iso (MUKANA_TEST_TODAY);
  int step = look_into (place, mukana_test_path (place));
  g_autofree char *copy = NULL;

  if (step == old_step)
    return FALSE;

  g_assert_cmpint (step, ==, mukana_schema_newest ());
  copy = find_copy (place, day);
  g_assert_nonnull (copy);
  g_assert_cmpint (look_into (place, copy), ==, old_step);
  return TRUE;
}

static void
assert_opens (MukanaTestRegister *place)
{
  mukana_test_register_open (place);
  mukana_test_register_close (place);
  g_assert_cmpint (look_into (place, mukana_test_path (place)), ==, mukana_schema_newest ());
}

/* ---- Killed ---- */

/* Stays until it is killed: on the way out the sanitizer looks for leaks from a thread of
 * its own, which outlives the killed program by a moment and keeps the register claimed. */
static int
bring_up_to_date (const char *uri)
{
  MukanaTestRegister place = { .uri = (char *) uri, .key = mukana_test_key_new (1),
                               .clock = mukana_test_clock_new () };
  char word = 'x';

  if (write (STDOUT_FILENO, &word, 1) != 1)
    return 1;
  mukana_test_register_open (&place);
  if (write (STDOUT_FILENO, &word, 1) != 1)
    return 1;
  return pause ();
}

/* @delay_us: after it has begun; -1 waits until it is done.  Returns: how long that took */
static int
kill_while_opening (MukanaTestRegister *place,
                    int                 delay_us)
{
  const char * const argv[] = { program, "--bring-up-to-date", place->uri, NULL };
  g_autoptr (GError) error = NULL;
  gint64 begun_us;
  GPid pid;
  int out;
  char word;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, &word, 1), ==, 1);
  begun_us = g_get_monotonic_time ();
  if (delay_us >= 0)
    g_usleep ((gulong) delay_us);
  else
    g_assert_cmpint (read (out, &word, 1), ==, 1);

  begun_us = g_get_monotonic_time () - begun_us;
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  close (out);
  return (int) begun_us;
}

static void
a_step_that_is_killed_is_done_or_not (void)
{
  g_autoptr (GRand) rand = harness_gate_rand ();
  int n_kills = harness_gate_count (1, 50), n_new = 0;

  for (int step = 1; step < mukana_schema_newest (); step++)
    {
      g_autoptr (GBytes) old = make_old_register (step);
      int whole_us = -1;

      for (int round = -1; round < n_kills; round++)
        {
          g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();

          write_register (place, old);
          if (round < 0)
            whole_us = kill_while_opening (place, -1);
          else
            kill_while_opening (place, g_rand_int_range (rand, 0, whole_us));
          n_new += assert_old_or_new (place, step);
          assert_opens (place);
        }
    }

  g_test_message ("%d of %d were at the newest step", n_new,
                  (n_kills + 1) * (mukana_schema_newest () - 1));
  g_assert_cmpint (n_new, >=, mukana_schema_newest () - 1);
}

/* ---- Power ---- */

/* Images are looked at once and thrown away: their syncs may be left out. */
static int
skip_sync_cb (const HarnessEvent *event,
              gpointer            data)
{
  return event->call == HARNESS_SYNC ? HARNESS_PRETEND : 0;
}

static HarnessLog *
record (GBytes *old)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  HarnessLog *log;

  write_register (place, old);
  log = harness_log_new (mukana_test_path (place));
  harness_log_start (log);
  mukana_test_register_open (place);
  mukana_test_register_close (place);
  harness_log_stop (log);
  return log;
}

/* A new name is no call of the database's, so that the log does not have it.  The copy gets it,
 * and the folder is synced, before the register is touched. */
static void
name_copy (MukanaTestRegister *image)
{
  g_autofree char *day = mukana_day_to_iso (MUKANA_TEST_TODAY);
  g_autofree char *of_earlier_image = find_copy (image, day);
  g_autofree char *part = find_copy (image, ".part");
  g_autofree char *path = part ? g_strndup (part, strlen (part) - strlen (".part")) : NULL;

  if (of_earlier_image != NULL)
    g_unlink (of_earlier_image);
  if (part != NULL)
    g_assert_cmpint (g_rename (part, path), ==, 0);
}

static void
a_step_in_which_the_power_goes_is_done_or_not (void)
{
  g_autoptr (GRand) rand = harness_gate_rand ();
  int n_images = harness_gate_count (5, 1000), n_new = 0;

  for (int step = 1; step < mukana_schema_newest (); step++)
    {
      g_autoptr (GBytes) old = make_old_register (step);
      g_autoptr (HarnessLog) log = record (old);
      g_autoptr (MukanaTestRegister) image = mukana_test_place_new ();

      harness_disk_watch (skip_sync_cb, NULL);
      for (int i = 0; i < n_images; i++)
        {
          guint size = harness_log_size (log);
          guint n_entries = i == 0 ? size : (guint) g_rand_int_range (rand, 0, (gint32) size + 1);

          harness_log_cut (log, n_entries, rand, mukana_test_path (image));
          g_test_message ("step %d, after %u of %u calls", step, n_entries, size);
          name_copy (image);
          n_new += assert_old_or_new (image, step);
        }
      harness_disk_watch (NULL, NULL);
    }

  g_assert_cmpint (n_new, >=, mukana_schema_newest () - 1);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--bring-up-to-date") == 0)
    return bring_up_to_date (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  harness_disk_install ();

  g_test_add_func ("/steps/a_step_that_is_killed_is_done_or_not",
                   a_step_that_is_killed_is_done_or_not);
  g_test_add_func ("/steps/a_step_in_which_the_power_goes_is_done_or_not",
                   a_step_in_which_the_power_goes_is_done_or_not);

  return g_test_run ();
}
