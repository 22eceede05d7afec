/* test-full-disk.c: a full disk costs the write that met it, and nothing else.
 *
 * The disk is a small one in memory that only this process sees.  Where the
 * system lets nobody have one, the test is skipped.
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "store/mukana-people.h"

#define DISK_SIZE "size=12m"
#define BALLAST_BYTES (6 * 1024 * 1024)

static gboolean
write_line (const char *path,
            const char *line)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean written = fd >= 0 && write (fd, line, strlen (line)) == (gssize) strlen (line);

  if (fd >= 0)
    close (fd);
  return written;
}

/* Before there is a second thread: a process of many may not change its world. */
static gboolean
mount_small_disk (const char *folder)
{
  g_autofree char *users = g_strdup_printf ("0 %d 1", (int) geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %d 1", (int) getegid ());

  if (geteuid () == 0 ? unshare (CLONE_NEWNS) != 0
                      : unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 ||
                        !write_line ("/proc/self/setgroups", "deny") ||
                        !write_line ("/proc/self/uid_map", users) ||
                        !write_line ("/proc/self/gid_map", groups))
    return FALSE;

  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("mukana-test", folder, "tmpfs", MS_NOSUID | MS_NODEV, DISK_SIZE) == 0;
}

static gpointer
add_long_note_work (MukanaDb      *db,
                    gpointer       arg,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *body = g_strnfill (7000, 'n');

  mukana_people_add_note (db, *(gint64 *) arg, body, error);
  return NULL;
}

static gpointer
count_notes_work (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GPtrArray) notes = mukana_people_notes (db, *(gint64 *) arg, error);

  return GUINT_TO_POINTER (notes ? notes->len : 0);
}

static gpointer
verify_work (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return mukana_db_peek_engine (db)->verify (mukana_db_peek_connection (db), error);
}

/* How many were told as done before the disk was full. */
static guint
write_until_it_fails (MukanaTestRegister  *fixture,
                      gint64               person_id,
                      GError             **error)
{
  guint n_done = 0;
  GError *failure = NULL;

  while (n_done < 10000)
    {
      mukana_test_try (fixture, MUKANA_LANE_WRITE, add_long_note_work, &person_id, &failure);
      if (failure != NULL)
        break;
      n_done++;
    }

  g_propagate_error (error, failure);
  return n_done;
}

static void
full_disk_costs_one_write_and_nothing_else (gconstpointer data)
{
  g_autoptr (MukanaTestRegister) fixture = NULL;
  g_autofree char *ballast = g_build_filename (g_get_tmp_dir (), "ballast", NULL);
  g_autofree char *weight = g_malloc0 (BALLAST_BYTES);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = NULL;
  gint64 person_id;
  guint n_done;

  if (data == NULL)
    {
      g_test_skip ("This system lets nobody mount a disk of their own");
      return;
    }

  g_assert_true (g_file_set_contents (ballast, weight, BALLAST_BYTES, NULL));
  fixture = mukana_test_register_new ();
  person_id = mukana_test_add_person (fixture, 1);
  n_done = write_until_it_fails (fixture, person_id, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NO_SPACE);
  g_assert_cmpuint (n_done, >, 0);
  g_assert_cmpuint (GPOINTER_TO_UINT (mukana_test_read (fixture, count_notes_work, &person_id)), ==,
                    n_done);

  g_remove (ballast);
  mukana_test_write (fixture, add_long_note_work, &person_id);
  mukana_test_register_close (fixture);
  mukana_test_register_open (fixture);
  findings = mukana_test_read (fixture, verify_work, NULL);
  g_assert_cmpuint (GPOINTER_TO_UINT (mukana_test_read (fixture, count_notes_work, &person_id)), ==,
                    n_done + 1);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  char folder[] = "/tmp/mukana-disk-XXXXXX";
  gboolean has_disk = g_mkdtemp (folder) != NULL && mount_small_disk (folder);
  int result;

  if (has_disk)
    g_setenv ("TMPDIR", folder, TRUE);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/full-disk/full_disk_costs_one_write_and_nothing_else",
                        has_disk ? folder : NULL, full_disk_costs_one_write_and_nothing_else);
  result = g_test_run ();

  if (has_disk)
    umount (folder);
  g_rmdir (folder);
  return result;
}
