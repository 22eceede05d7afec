/* test-table-helper.c: the helper reads files and can do nothing else. */

#include "services/mukana-table-private.h"

#include "helper/mukana-confinement.h"
#include "services/kit-workbook.h"

#include "base/mukana-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
write_file (const char *contents,
            gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("mukana-test-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
a_file_comes_through_the_helper_unchanged (void)
{
  g_autofree char *path = write_file ("nimi;kunta\n\nÅke;\"a\nb\"\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaTable) table = mukana_table_read_file (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mukana_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (mukana_table_get_row_number (table, 1), ==, 3);
  g_assert_cmpuint (mukana_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (mukana_table_peek_cell (table, 1, 0), ==, "Åke");
  g_assert_cmpstr (mukana_table_peek_cell (table, 1, 1), ==, "a\nb");
  g_unlink (path);
}

static void
a_sheet_is_chosen_through_the_helper (void)
{
  g_autoptr (GBytes) bytes =
    kit_workbook_new ("<row><c t='inlineStr'><is><t>x</t></is></c></row>", NULL);
  g_autofree char *path = write_file (g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes));
  g_autoptr (MukanaTable) table = mukana_table_read_file (path, "Piilossa", NULL, NULL);

  g_assert_cmpuint (mukana_table_get_n_sheets (table), ==, 2);
  g_assert_cmpstr (mukana_table_peek_cell (table, 0, 0), ==, "hidden");
  g_unlink (path);
}

static void
faults_come_through_the_helper_by_name (void)
{
  g_autofree char *path = write_file ("a\0b", 3);
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_table_read_file (path, NULL, NULL, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_cmpint (mukana_table_fault_of_error (error), ==, MUKANA_TABLE_FAULT_NUL);
  g_unlink (path);
}

static void
files_that_are_not_there_or_not_files_are_refused (void)
{
  g_autoptr (GError) missing = NULL, folder = NULL, device = NULL;

  g_assert_null (mukana_table_read_file ("/nonexistent/list.csv", NULL, NULL, &missing));
  g_assert_error (missing, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
  g_assert_null (strstr (missing->message, "list.csv"));
  g_assert_null (mukana_table_read_file ("/tmp", NULL, NULL, &folder));
  g_assert_error (folder, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE);
  g_assert_null (mukana_table_read_file ("/dev/zero", NULL, NULL, &device));
  g_assert_error (device, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE);
}

static void
a_sparse_file_beyond_the_limit_is_refused_unread (void)
{
  g_autofree char *path = write_file ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (path, (off_t) 4 << 30), ==, 0);
  g_assert_null (mukana_table_read_file (path, NULL, NULL, &error));
  g_assert_cmpint (mukana_table_fault_of_error (error), ==, MUKANA_TABLE_FAULT_TOO_BIG);
  g_unlink (path);
}

static void
reading_can_be_stopped (void)
{
  g_autofree char *path = write_file ("a;b\n", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (mukana_table_read_file (path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);
}

static void
a_helper_that_dies_or_lies_is_not_believed (void)
{
  g_autofree char *path = write_file ("a;b\n", -1);
  g_autofree char *real = g_strdup (g_getenv ("MUKANA_IMPORT_HELPER"));
  g_autoptr (GError) dies = NULL, lies = NULL, missing = NULL;

  g_setenv ("MUKANA_IMPORT_HELPER", "/bin/false", TRUE);
  g_assert_null (mukana_table_read_file (path, NULL, NULL, &dies));
  g_setenv ("MUKANA_IMPORT_HELPER", "/bin/cat", TRUE);
  g_file_set_contents (path, "mukana0 and so on, for more than the length of a head", -1, NULL);
  g_assert_null (mukana_table_read_file (path, NULL, NULL, &lies));
  g_setenv ("MUKANA_IMPORT_HELPER", "/nonexistent", TRUE);
  g_assert_null (mukana_table_read_file (path, NULL, NULL, &missing));
  g_setenv ("MUKANA_IMPORT_HELPER", real, TRUE);

  g_assert_cmpint (mukana_table_fault_of_error (dies), ==, MUKANA_TABLE_FAULT_TOO_SLOW);
  g_assert_cmpint (mukana_table_fault_of_error (lies), ==, MUKANA_TABLE_FAULT_HELPER);
  g_assert_cmpint (mukana_table_fault_of_error (missing), ==, MUKANA_TABLE_FAULT_HELPER);
  g_unlink (path);
}

/* What the helper writes for a table of two rows. */
static GBytes *
record_pipe (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a;b\nc;d\n", 8);
  g_autoptr (MukanaTable) table = mukana_table_parse_csv (bytes, NULL);
  guint8 data[4096];
  int ends[2];
  ssize_t n;

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_true (mukana_table_write (table, MUKANA_TABLE_FAULT_NONE, TRUE, ends[1]));
  close (ends[1]);
  n = read (ends[0], data, sizeof data);
  close (ends[0]);
  g_assert_cmpint (n, >, 0);
  return g_bytes_new (data, (gsize) n);
}

static void
changed_bytes_in_the_pipe_do_no_harm (void)
{
  g_autoptr (GBytes) whole = record_pipe ();
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  static const guint8 values[] = { 0, 1, 2, 127, 128, 255 };

  for (gsize place = 0; place < size; place++)
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (copy, (gssize) size,
                                                                               g_free);
        g_autoptr (MukanaTable) table = NULL;
        g_autoptr (GError) error = NULL;

        copy[place] = values[i];
        table = mukana_table_read (stream, NULL, &error);
        g_assert_true ((table == NULL) == (error != NULL));
        for (guint row = 0; table != NULL && row < mukana_table_get_n_rows (table); row++)
          for (guint column = 0; column < mukana_table_get_n_cells (table, row); column++)
            g_assert_true (g_utf8_validate (mukana_table_peek_cell (table, row, column), -1, NULL));
      }
}

/* In a child: 0 when everything that must fail did, else the number of what did not. */
static int
try_to_break_out (void)
{
  static const char * const program[] = { "/bin/true", NULL };
  int fd;

  if (socket (AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM)
    return 1;
  if (socket (AF_UNIX, SOCK_STREAM, 0) >= 0)
    return 2;
  if ((fd = open ("/tmp/mukana-test-break-out", O_WRONLY | O_CREAT, 0600)) >= 0)
    return 3;
  if (open ("/etc/passwd", O_RDONLY) >= 0)
    return 4;
  if (unlink ("/tmp/mukana-test-break-out") == 0 || errno != EPERM)
    return 5;
  if (fork () >= 0)
    return 6;
  execv (program[0], (char **) program);
  if (errno != EPERM)
    return 7;
  if (kill (getppid (), 0) == 0)
    return 8;

  return 0;
}

static void
a_confined_process_cannot_connect_open_or_start (void)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    _exit (mukana_confine () ? try_to_break_out () : 77);

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("the kernel refuses filters here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
the_helper_says_whether_it_was_confined (void)
{
  g_autofree char *path = write_file ("a;b\n", -1);
  g_autoptr (MukanaTable) table = mukana_table_read_file (path, NULL, NULL, NULL);
  int status;
  pid_t child = fork ();

  if (child == 0)
    _exit (mukana_confine ());

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (mukana_table_is_confined (table), ==, WEXITSTATUS (status));
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/table-helper/" #name, name)
  TEST (a_file_comes_through_the_helper_unchanged);
  TEST (a_sheet_is_chosen_through_the_helper);
  TEST (faults_come_through_the_helper_by_name);
  TEST (files_that_are_not_there_or_not_files_are_refused);
  TEST (a_sparse_file_beyond_the_limit_is_refused_unread);
  TEST (reading_can_be_stopped);
  TEST (a_helper_that_dies_or_lies_is_not_believed);
  TEST (changed_bytes_in_the_pipe_do_no_harm);
  TEST (a_confined_process_cannot_connect_open_or_start);
  TEST (the_helper_says_whether_it_was_confined);

  return g_test_run ();
}
