/* test-crash.c: what was told as committed survives the program being killed.
 *
 * The writer is this very program, started again: it commits numbered notes
 * and tells each number through a pipe after the commit.
 */

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "domain/mukana-person-parts.h"
#include "kit/mukana-test.h"
#include "store/mukana-people.h"

#define N_ROUNDS 50

static const char *program;

static gpointer
add_note_work (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  const int *note = arg;   /* whose, and its number */
  g_autofree char *body = g_strdup_printf ("%d", note[1]);

  mukana_people_add_note (db, note[0], body, error);
  return NULL;
}

/* Until it is killed. */
static int
write_notes (const char *uri,
             int         person_id,
             int         number)
{
  MukanaTestRegister writer = { .uri = (char *) uri, .key = mukana_test_key_new (1),
                                .clock = mukana_test_clock_new () };

  mukana_test_register_open (&writer);
  for (;; number++)
    {
      int note[] = { person_id, number };

      mukana_test_write (&writer, add_note_work, note);
      if (write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
        return 1;
    }
}

static GPid
start_writer (MukanaTestRegister *fixture,
              gint64              person_id,
              int                 number,
              int                *pipe_fd)
{
  g_autofree char *person = g_strdup_printf ("%d", (int) person_id);
  g_autofree char *first = g_strdup_printf ("%d", number);
  const char * const argv[] = { program, "--write-notes", fixture->uri, person, first, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, pipe_fd, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* The last number that the writer told before it was killed. */
static int
kill_after (GPid pid,
            int  pipe_fd,
            int  delay_ms)
{
  int last = 0;

  g_assert_cmpint (read (pipe_fd, &last, sizeof last), ==, sizeof last);   /* it is at work */
  g_usleep ((gulong) delay_ms * 1000);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);

  while (read (pipe_fd, &last, sizeof last) == sizeof last)
    continue;

  close (pipe_fd);
  return last;
}

static gpointer
find_notes_work (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GPtrArray) notes = mukana_people_notes (db, *(gint64 *) arg, error);
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_hash_table_add (numbers,
                      GINT_TO_POINTER (atoi (((MukanaNote *) g_ptr_array_index (notes, i))->body)));

  return numbers;
}

static gpointer
verify_work (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return mukana_db_peek_engine (db)->verify (mukana_db_peek_connection (db), error);
}

static void
assert_only_the_register_is_there (MukanaTestRegister *fixture)
{
  g_autoptr (GDir) dir = fixture->folder ? g_dir_open (fixture->folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "test.mukana");
}

/* All that was told, and at most the one whose telling was cut off. */
static int
assert_notes_are_there (MukanaTestRegister *fixture,
                        gint64              person_id,
                        int                 last_told)
{
  g_autoptr (GHashTable) numbers = NULL;
  g_auto (GStrv) findings = NULL;
  int n_notes;

  mukana_test_register_open (fixture);
  numbers = mukana_test_read (fixture, find_notes_work, &person_id);
  findings = mukana_test_read (fixture, verify_work, NULL);
  mukana_test_register_close (fixture);

  n_notes = (int) g_hash_table_size (numbers);
  for (int i = 1; i <= last_told; i++)
    g_assert_true (g_hash_table_contains (numbers, GINT_TO_POINTER (i)));
  g_assert_cmpint (n_notes, <=, last_told + 1);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
  assert_only_the_register_is_there (fixture);
  return n_notes;
}

static void
committed_notes_survive_being_killed (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  gint64 person_id = mukana_test_add_person (fixture, 1);
  int n_notes = 0;

  mukana_test_register_close (fixture);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      int pipe_fd;
      GPid pid = start_writer (fixture, person_id, n_notes + 1, &pipe_fd);
      int last_told = kill_after (pid, pipe_fd, 8 + round * 7 % 26);

      n_notes = assert_notes_are_there (fixture, person_id, last_told);
    }

  g_assert_cmpint (n_notes, >=, N_ROUNDS);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 5 && strcmp (argv[1], "--write-notes") == 0)
    return write_notes (argv[2], atoi (argv[3]), atoi (argv[4]));

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crash/committed_notes_survive_being_killed",
                   committed_notes_survive_being_killed);

  return g_test_run ();
}
