/* test-full-disk.c: a full disk costs the deed that met it, and nothing else.
 *
 * Each deed that needs room is done while more or less of it is left.  Either it is
 * done, whole, or it fails as NO_SPACE and the register is as it was; what it was
 * writing to is whole or not there.
 *
 * The disk is a small one in memory that only this process sees.  Where the
 * system lets nobody have one, the tests are skipped.
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "harness/harness-work.h"
#include "services/mukana-importing.h"
#include "services/mukana-key-sheet.h"
#include "services/mukana-registering.h"
#include "store/mukana-people.h"

#define DISK_SIZE "size=12m"

/* How much room is left in the trials, in KiB: from none to enough. */
static const guint rooms[] = { 0, 4, 16, 64, 128, 256, 512, 1024, 4096 };

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

static char *
ballast_path (void)
{
  return g_build_filename (g_get_tmp_dir (), "ballast", NULL);
}

static void
free_disk (void)
{
  g_autofree char *path = ballast_path ();

  g_remove (path);
}

/* To the brim, and then so much back. */
static void
fill_disk (guint room_kib)
{
  static const char piece[4096];
  g_autofree char *path = ballast_path ();
  int fd;
  off_t size = 0;

  free_disk ();
  fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, >=, 0);
  while (write (fd, piece, sizeof piece) == sizeof piece)
    size += sizeof piece;
  g_assert_cmpint (ftruncate (fd, MAX (0, size - (off_t) room_kib * 1024)), ==, 0);
  close (fd);
}

static gboolean
skips (gconstpointer disk)
{
  if (disk == NULL)
    g_test_skip ("This system lets nobody mount a disk of their own");

  return disk == NULL;
}

static void
assert_no_space (const GError *error)
{
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NO_SPACE);
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

static gpointer
count_people_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return GSIZE_TO_POINTER ((gsize) mukana_db_count (db, "people.count", error));
}

static guint
count_people (MukanaTestRegister *place)
{
  return (guint) GPOINTER_TO_SIZE (mukana_test_read (place, count_people_work, NULL));
}

static void
assert_whole (MukanaTestRegister *place)
{
  g_auto (GStrv) findings = mukana_test_read (place, verify_work, NULL);

  g_assert_cmpuint (g_strv_length (findings), ==, 0);
}

/* How many were told as done before the disk was full. */
static guint
write_until_it_fails (MukanaTestRegister  *place,
                      gint64               person_id,
                      GError             **error)
{
  guint n_done = 0;
  GError *failure = NULL;

  while (n_done < 10000)
    {
      mukana_test_try (place, MUKANA_LANE_WRITE, add_long_note_work, &person_id, &failure);
      if (failure != NULL)
        break;
      n_done++;
    }

  g_propagate_error (error, failure);
  return n_done;
}

static guint
count_notes (MukanaTestRegister *place,
             gint64              person_id)
{
  return GPOINTER_TO_UINT (mukana_test_read (place, count_notes_work, &person_id));
}

static void
notes_are_kept_and_more_come_when_there_is_room (gconstpointer disk)
{
  g_autoptr (MukanaTestRegister) place = NULL;
  g_autoptr (GError) error = NULL;
  gint64 person_id;
  guint n_done;

  if (skips (disk))
    return;

  place = mukana_test_register_new ();
  person_id = mukana_test_add_person (place, 1);
  fill_disk (4096);
  n_done = write_until_it_fails (place, person_id, &error);
  assert_no_space (error);
  g_assert_cmpuint (n_done, >, 0);
  g_assert_cmpuint (count_notes (place, person_id), ==, n_done);

  free_disk ();
  mukana_test_write (place, add_long_note_work, &person_id);
  mukana_test_register_close (place);
  mukana_test_register_open (place);
  g_assert_cmpuint (count_notes (place, person_id), ==, n_done + 1);
  assert_whole (place);
}

static gpointer
count_people_at_door_work (MukanaDb      *db,
                           gpointer       arg,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "sharing.people", error);

  if (query != NULL)
    mukana_query_step (query, error);
  return NULL;
}

static void
register_on_a_full_disk_is_read_and_written_when_there_is_room (gconstpointer disk)
{
  g_autoptr (MukanaTestRegister) place = NULL;
  g_autoptr (GError) error = NULL, failure = NULL;
  gint64 person_id;

  if (skips (disk))
    return;

  place = mukana_test_register_new ();
  person_id = mukana_test_add_person (place, 1);
  mukana_test_register_close (place);
  fill_disk (0);
  place->store = mukana_test_try_open (place, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (mukana_store_is_on_full_disk (place->store));
  g_assert_cmpuint (count_people (place), ==, 1);
  mukana_test_try (place, MUKANA_LANE_DOOR, count_people_at_door_work, NULL, &error);
  g_assert_no_error (error);
  mukana_test_try (place, MUKANA_LANE_WRITE, add_long_note_work, &person_id, &failure);
  assert_no_space (failure);
  g_assert_cmpuint (count_notes (place, person_id), ==, 0);

  free_disk ();
  mukana_test_write (place, add_long_note_work, &person_id);
  g_assert_false (mukana_store_is_on_full_disk (place->store));
  g_assert_cmpuint (count_notes (place, person_id), ==, 1);
  mukana_test_try (place, MUKANA_LANE_DOOR, count_people_at_door_work, NULL, &error);
  g_assert_no_error (error);
  mukana_test_register_close (place);
  mukana_test_register_open (place);
  g_assert_cmpuint (count_notes (place, person_id), ==, 1);
  assert_whole (place);
}

/* What was committed last stands in a file that cannot be read without room. */
static void
register_that_was_not_closed_waits_for_room (gconstpointer disk)
{
  g_autoptr (MukanaTestRegister) place = NULL;
  g_autoptr (GError) error = NULL, failure = NULL;
  g_autofree char *log = NULL;

  if (skips (disk))
    return;

  place = mukana_test_register_new ();
  mukana_test_register_close (place);
  log = g_strconcat (mukana_test_path (place), "-wal", NULL);
  g_assert_true (g_file_set_contents (log, "cut off", -1, NULL));
  fill_disk (0);
  g_assert_null (mukana_test_try_open (place, FALSE, &failure));
  assert_no_space (failure);
  g_assert_nonnull (mukana_error_peek_sentence (failure));

  free_disk ();
  mukana_test_register_open (place);
  assert_whole (place);
}

/* Not a register that does not answer: what is the matter, and what can be done. */
static void
register_that_can_only_be_read_says_so (gconstpointer disk)
{
  g_autoptr (MukanaTestRegister) place = NULL;
  g_autoptr (GError) failure = NULL;

  if (skips (disk))
    return;

  place = mukana_test_register_new ();
  mukana_test_register_close (place);
  g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  g_assert_null (mukana_test_try_open (place, FALSE, &failure));
  g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT, DISK_SIZE), ==, 0);

  g_assert_error (failure, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (mukana_error_peek_sentence (failure), "can only be read"));
  mukana_test_register_open (place);
  assert_whole (place);
}

#define N_LISTED 300

static char *
write_list (MukanaTestRegister *place)
{
  char *path = g_strconcat (mukana_test_path (place), ".csv", NULL);
  g_autoptr (GString) text = g_string_new ("Etunimi;Sukunimi;Sähköposti\n");

  for (int i = 0; i < N_LISTED; i++)
    g_string_append_printf (text, "Aino;Koetinen %d;aino%d@example.org\n", i, i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

static MukanaImportPlan *
plan_list (MukanaTestRegister *place)
{
  static const MukanaImportOptions options = { FALSE, FALSE };
  g_autofree char *path = write_list (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportSource) source = mukana_import_source_read (path, NULL, NULL, &error);
  MukanaImportOrder *order;
  MukanaImportPlan *plan;

  g_assert_no_error (error);
  order = mukana_import_order_new (source, &options);
  plan = mukana_store_run (place->store, &mukana_importing_plan_job, order, &error);
  g_assert_no_error (error);
  mukana_import_order_free (order);
  return plan;
}

static void
list_is_brought_in_whole_or_not_at_all (gconstpointer disk)
{
  gboolean is_in = FALSE;

  if (skips (disk))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (rooms) && !is_in; i++)
    {
      g_autoptr (MukanaTestRegister) place = harness_work_register_new ();
      g_autoptr (MukanaImportPlan) plan = NULL;
      g_autoptr (MukanaImportAcceptance) acceptance = NULL;
      g_autoptr (GError) error = NULL;

      mukana_test_register_open (place);
      plan = plan_list (place);
      acceptance = mukana_import_acceptance_new (plan);
      fill_disk (rooms[i]);
      g_free (mukana_store_run (place->store, &mukana_importing_accept_job, acceptance, &error));
      is_in = error == NULL;
      if (!is_in)
        assert_no_space (error);

      g_assert_cmpuint (count_people (place), ==, is_in ? N_LISTED : 0);
      free_disk ();
      assert_whole (place);
    }

  g_assert_true (is_in);
}

/* What a large deed that failed has left in the write-ahead log is room for a small one. */
static void
person_is_removed_on_a_disk_that_a_list_has_filled (gconstpointer disk)
{
  g_autoptr (MukanaTestRegister) place = NULL;
  g_autoptr (MukanaImportPlan) plan = NULL;
  g_autoptr (MukanaImportAcceptance) acceptance = NULL;
  g_autoptr (GError) error = NULL;
  gint64 person_id;

  if (skips (disk))
    return;

  place = harness_work_register_new ();
  mukana_test_register_open (place);
  person_id = mukana_test_add_person (place, 1);
  plan = plan_list (place);
  acceptance = mukana_import_acceptance_new (plan);
  fill_disk (256);
  g_free (mukana_store_run (place->store, &mukana_importing_accept_job, acceptance, &error));
  assert_no_space (error);

  g_clear_error (&error);
  mukana_store_run (place->store, &mukana_person_remove_job, &person_id, &error);
  g_assert_no_error (error);
  mukana_test_register_close (place);
  mukana_test_register_open (place);
  g_assert_cmpuint (count_people (place), ==, 0);
  assert_whole (place);
  free_disk ();
}

/* As the first program made it. */
static void
fill_old_register (MukanaTestRegister *place)
{
  g_autoptr (MukanaDb) db = mukana_test_db_new (place);

  mukana_test_fill_old (db, 1);
}

static char *
digest_register (MukanaTestRegister *place)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (mukana_test_path (place), &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

/* Made of a register before it is brought up to date. */
static guint
count_copies (MukanaTestRegister *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, ".before-step") != NULL;
  return n;
}

static void
old_register_is_brought_up_to_date_or_left_alone (gconstpointer disk)
{
  gboolean is_done = FALSE;

  if (skips (disk))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (rooms) && !is_done; i++)
    {
      g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      fill_old_register (place);
      before = digest_register (place);
      fill_disk (rooms[i]);
      place->store = mukana_test_try_open (place, FALSE, &error);
      is_done = place->store != NULL;
      if (!is_done)
        {
          assert_no_space (error);
          after = digest_register (place);
          g_assert_cmpstr (before, ==, after);
          g_assert_cmpuint (count_copies (place), ==, 0);
        }

      free_disk ();
      mukana_test_register_close (place);
      mukana_test_register_open (place);
      assert_whole (place);
      mukana_test_register_close (place);
      g_assert_cmpuint (count_copies (place), ==, 1);
    }

  g_assert_true (is_done);
}

static void
key_sheet_is_whole_or_not_there (gconstpointer disk)
{
  g_autoptr (GBytes) key = mukana_test_key_new (1);
  MukanaKeySheet sheet = { "Testilän hyvinvointialue", MUKANA_TEST_TODAY, key };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "sheet.pdf", NULL);
  gboolean is_saved = FALSE;

  if (skips (disk))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (rooms) && !is_saved; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;
      gsize length = 0;

      fill_disk (rooms[i]);
      is_saved = mukana_key_sheet_save_pdf (&sheet, path, &error);
      if (!is_saved)
        {
          assert_no_space (error);
          g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
          continue;
        }

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_nonnull (memmem (content + length - 16, 16, "%%EOF", 5));
    }

  g_assert_true (is_saved);
  g_remove (path);
  free_disk ();
}

#define ADD(test) g_test_add_data_func ("/full-disk/" #test, has_disk ? folder : NULL, test)

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
  ADD (notes_are_kept_and_more_come_when_there_is_room);
  ADD (register_on_a_full_disk_is_read_and_written_when_there_is_room);
  ADD (register_that_was_not_closed_waits_for_room);
  ADD (register_that_can_only_be_read_says_so);
  ADD (list_is_brought_in_whole_or_not_at_all);
  ADD (person_is_removed_on_a_disk_that_a_list_has_filled);
  ADD (old_register_is_brought_up_to_date_or_left_alone);
  ADD (key_sheet_is_whole_or_not_there);
  result = g_test_run ();

  if (has_disk)
    umount (folder);
  g_rmdir (folder);
  return result;
}
