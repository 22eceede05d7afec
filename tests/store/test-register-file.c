/* test-register-file.c: what a register in a file promises beside the contract. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "domain/mukana-recovery-key.h"
#include "kit/mukana-test.h"

static void
assert_refused (MukanaTestRegister *fixture,
                int                 code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_test_try_open (fixture, FALSE, &error));
  g_assert_error (error, MUKANA_ERROR, code);
}

static char *
read_file (MukanaTestRegister *fixture,
           gsize              *length)
{
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (mukana_test_path (fixture), &content, length, &error);
  g_assert_no_error (error);
  return content;
}

static void
write_file (MukanaTestRegister *fixture,
            const char         *content,
            gsize               length)
{
  g_assert_true (g_file_set_contents_full (mukana_test_path (fixture), content, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
wrong_key_is_told_from_damage (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();

  mukana_test_register_close (fixture);
  g_bytes_unref (fixture->key);
  fixture->key = mukana_test_key_new (99);
  assert_refused (fixture, MUKANA_ERROR_LOCKED);

  g_bytes_unref (fixture->key);
  fixture->key = mukana_test_key_new (1);
  mukana_test_register_open (fixture);
}

static void
missing_key_opens_nothing (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GBytes) kept = g_bytes_ref (fixture->key);
  g_autoptr (GError) error = NULL;

  mukana_test_register_close (fixture);
  g_assert_null (mukana_store_open (fixture->uri, NULL, fixture->clock, "test", NULL, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED);
}

static void
assert_begins_with_mark (const char *path,
                         GBytes     *key)
{
  guint8 mark[MUKANA_REGISTER_ID_BYTES];
  g_autofree char *content = NULL;
  gsize length = 0;

  mukana_recovery_key_mark (g_bytes_get_data (key, NULL), mark);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, sizeof mark);
  g_assert_cmpmem (content, sizeof mark, mark, sizeof mark);
}

static gpointer
copy_work (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  mukana_db_peek_engine (db)->copy_to (mukana_db_peek_connection (db), arg, error);
  return NULL;
}

static void
file_and_its_copy_begin_with_the_mark_of_their_key (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_found ();
  g_autofree char *copy = g_strconcat (mukana_test_path (fixture), ".copy", NULL);
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_register_close (fixture);
  db = mukana_test_db_new (fixture);
  mukana_db_peek_engine (db)->copy_to (mukana_db_peek_connection (db), copy, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, mukana_db_close);

  assert_begins_with_mark (mukana_test_path (fixture), fixture->key);
  assert_begins_with_mark (copy, fixture->key);
}

/* A plain database of another program: its first page says so. */
static void
plain_database_is_refused_and_left_alone (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_place_new ();
  char plain[4096] = "SQLite format 3";
  g_autofree char *after = NULL;
  gsize length;

  write_file (fixture, plain, sizeof plain);
  assert_refused (fixture, MUKANA_ERROR_NOT_ALLOWED);

  after = read_file (fixture, &length);
  g_assert_cmpmem (after, length, plain, sizeof plain);
}

static void
file_holds_nothing_readable (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_found ();
  g_autofree char *content = NULL;
  gsize length;

  mukana_test_add_person (fixture, 7);
  mukana_test_register_close (fixture);
  content = read_file (fixture, &length);

  g_assert_null (memmem (content, length, "SQLite", strlen ("SQLite")));
  g_assert_null (memmem (content, length, "example.org", strlen ("example.org")));
  g_assert_null (memmem (content, length, "CREATE TABLE", strlen ("CREATE TABLE")));
}

static void
file_is_its_owners_alone (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_found ();
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  mukana_test_add_person (fixture, 7);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      struct stat info;

      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

static void
copy_is_its_owners_alone_whatever_the_umask (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *path = g_strconcat (mukana_test_path (fixture), ".copy", NULL);
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;
  mode_t before;

  mukana_test_register_close (fixture);
  db = mukana_test_db_new (fixture);
  before = umask (0);
  copy_work (db, path, NULL, &error);
  umask (before);

  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, >, 0);
}

/* What is there already may be somebody's only copy. */
static void
copy_is_not_made_over_another_file (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *path = g_strconcat (mukana_test_path (fixture), ".copy", NULL);
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
  mukana_test_register_close (fixture);
  db = mukana_test_db_new (fixture);
  copy_work (db, path, NULL, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "kept");
}

static void
closed_register_is_one_file (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GDir) dir = NULL;

  mukana_test_add_person (fixture, 7);
  mukana_test_register_close (fixture);
  dir = g_dir_open (fixture->folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, "test.mukana");
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

static void
second_opening_is_busy_at_once (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  gint64 before_us = g_get_monotonic_time ();

  assert_refused (fixture, MUKANA_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - before_us, <, G_USEC_PER_SEC);

  mukana_test_register_close (fixture);
  mukana_test_register_open (fixture);
}

static void
missing_file_is_not_made_by_opening (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_place_new ();

  assert_refused (fixture, MUKANA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (mukana_test_path (fixture), G_FILE_TEST_EXISTS));
}

static void
link_in_the_place_of_the_file_is_not_followed (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *elsewhere = g_strconcat (mukana_test_path (fixture), ".moved", NULL);

  mukana_test_register_close (fixture);
  g_assert_cmpint (g_rename (mukana_test_path (fixture), elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, mukana_test_path (fixture)), ==, 0);

  assert_refused (fixture, MUKANA_ERROR_UNREACHABLE);
}

static gpointer
verify_work (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return mukana_db_peek_engine (db)->verify (mukana_db_peek_connection (db), error);
}

/* Each page carries a seal: one byte is enough to be noticed, wherever it is. */
static void
changed_byte_is_noticed (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) findings = NULL;
  gsize length;

  mukana_test_register_close (fixture);
  content = read_file (fixture, &length);
  content[length - length / 4] ^= 1;
  write_file (fixture, content, length);

  fixture->store = mukana_test_try_open (fixture, FALSE, &error);
  if (fixture->store != NULL)
    findings = mukana_test_try (fixture, MUKANA_LANE_READ, verify_work, NULL, &error);

  g_assert_true (error != NULL || g_strv_length (findings) > 0);
}

static void
first_page_overwritten_is_no_register (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *content = NULL;
  gsize length;

  mukana_test_register_close (fixture);
  content = read_file (fixture, &length);
  memset (content, 'x', 4096);
  write_file (fixture, content, length);

  /* From outside it cannot be told from another key. */
  assert_refused (fixture, MUKANA_ERROR_LOCKED);
}

/* The salt is whole, so the key is known to be the right one. */
static void
first_page_damaged_behind_its_mark_is_damage (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *content = NULL;
  gsize length;

  mukana_test_register_close (fixture);
  content = read_file (fixture, &length);
  content[100] ^= 1;
  write_file (fixture, content, length);

  assert_refused (fixture, MUKANA_ERROR_DAMAGED);
}

static void
file_cut_off_in_its_mark_is_damage (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_place_new ();

  write_file (fixture, "short", 5);
  assert_refused (fixture, MUKANA_ERROR_DAMAGED);
}

/* Exits with whether another process would have to wait for the register. */
static int
ask_for_lock (const char *path)
{
  struct flock wish = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = open (path, O_RDWR | O_CLOEXEC);

  return fd < 0 || fcntl (fd, F_GETLK, &wish) != 0 ? 2 : wish.l_type != F_UNLCK;
}

/* A process that closes any descriptor of a file gives up all its locks on it. */
static void
locks_are_held_while_the_register_is_open (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  int status = 0;
  pid_t child;

  mukana_test_register_close (fixture);
  mukana_test_register_open (fixture);
  if ((child = fork ()) == 0)
    _exit (ask_for_lock (mukana_test_path (fixture)));

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
}

static gpointer
count_people_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return GSIZE_TO_POINTER (mukana_db_count (db, "people.count", error));
}

static void
copy_is_a_register_under_the_same_key (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *path = g_strconcat (mukana_test_path (fixture), ".copy", NULL);
  g_autoptr (MukanaDb) db = NULL;

  mukana_test_add_person (fixture, 7);
  mukana_test_register_close (fixture);
  db = mukana_test_db_new (fixture);
  copy_work (db, path, NULL, NULL);
  g_clear_pointer (&db, mukana_db_close);
  g_free (fixture->uri);
  fixture->uri = g_strconcat ("sqlite:", path, NULL);

  mukana_test_register_open (fixture);
  g_assert_cmpuint (GPOINTER_TO_SIZE (mukana_test_read (fixture, count_people_work, NULL)), ==, 1);
}

#define ADD(test) g_test_add_func ("/register-file/" #test, test)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (wrong_key_is_told_from_damage);
  ADD (missing_key_opens_nothing);
  ADD (file_and_its_copy_begin_with_the_mark_of_their_key);
  ADD (plain_database_is_refused_and_left_alone);
  ADD (file_holds_nothing_readable);
  ADD (file_is_its_owners_alone);
  ADD (copy_is_its_owners_alone_whatever_the_umask);
  ADD (copy_is_not_made_over_another_file);
  ADD (closed_register_is_one_file);
  ADD (second_opening_is_busy_at_once);
  ADD (missing_file_is_not_made_by_opening);
  ADD (link_in_the_place_of_the_file_is_not_followed);
  ADD (changed_byte_is_noticed);
  ADD (first_page_overwritten_is_no_register);
  ADD (first_page_damaged_behind_its_mark_is_damage);
  ADD (file_cut_off_in_its_mark_is_damage);
  ADD (locks_are_held_while_the_register_is_open);
  ADD (copy_is_a_register_under_the_same_key);

  return g_test_run ();
}
