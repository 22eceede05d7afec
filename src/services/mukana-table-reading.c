/* mukana-table-reading.c: a stranger's file, read by a helper that can do nothing else.
 *
 * We open the file and hand it over; the helper never sees a name.  It has no
 * network, may open nothing and is given little memory and time, so the worst a
 * file can do to it is to make it stop.
 */

#include "services/mukana-table-private.h"

#include "base/mukana-error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The one in the environment is for tests; beside the program, for a build tree. */
static char *
find_helper (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *given = g_getenv ("MUKANA_IMPORT_HELPER");
  static const char * const places[] = {
    ".", "services", "../services", "../src/services", "../../src/services", NULL
  };

  if (given != NULL && *given != '\0')
    return g_strdup (given);

  for (guint i = 0; program != NULL && places[i] != NULL; i++)
    {
      g_autofree char *folder = g_path_get_dirname (program);
      g_autofree char *path = g_build_filename (folder, places[i], "mukana-import-helper", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return g_build_filename (MUKANA_LIBEXECDIR, "mukana-import-helper", NULL);
}

static void
set_open_error (GError **error,
                int      problem)
{
  int code = problem == ENOENT || problem == ENOTDIR ? MUKANA_ERROR_NOT_FOUND
             : problem == EACCES || problem == EPERM ? MUKANA_ERROR_NOT_ALLOWED
             : MUKANA_ERROR_UNREACHABLE;

  g_set_error (error, MUKANA_ERROR, code, "the file cannot be opened: %s", g_strerror (problem));
}

/* Opened so that a pipe or a device cannot make us wait, and refused if it is one. */
static int
open_file (const char  *path,
           GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat info;

  if (fd < 0)
    {
      set_open_error (error, errno);
      return -1;
    }

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    set_open_error (error, S_ISDIR (info.st_mode) ? EISDIR : EINVAL);
  else if (info.st_size > MUKANA_TABLE_MAX_TEXT_BYTES)
    mukana_table_set_fault (error, MUKANA_TABLE_FAULT_TOO_BIG);
  else if (info.st_size == 0)
    mukana_table_set_fault (error, MUKANA_TABLE_FAULT_EMPTY);
  else
    return fd;

  close (fd);
  return -1;
}

/* @arguments: of the helper; the first is its own name */
static GSubprocess *
start_helper (int          fd,
              const char  *arguments[],
              GError     **error)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *helper = find_helper ();
  char *environment[] = { (char *) "LC_ALL=C.UTF-8", NULL };
  GSubprocess *process;

  arguments[0] = helper;
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &problem);
  if (process == NULL)
    mukana_table_set_fault (error, MUKANA_TABLE_FAULT_HELPER);

  return process;
}

static MukanaTable *
read_through_helper (const char    *path,
                     const char    *arguments[],
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GSubprocess) process = NULL;
  MukanaTable *table;
  int fd;

  if ((fd = open_file (path, error)) < 0)
    return NULL;

  if (!(process = start_helper (fd, arguments, error)))
    return NULL;

  table = mukana_table_read (g_subprocess_get_stdout_pipe (process), cancellable, error);

  /* Whatever it still wanted to say, we have what we asked for or never shall. */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);   /* no error is possible without a cancellable */
  return table;
}

/**
 * mukana_table_read_file:
 * @path: a workbook or a text file
 * @sheet: (nullable): the name of a sheet; NULL for the first visible one
 * @cancellable: (nullable): stops the helper
 *
 * Reads a file of strangers through the helper process.  The names of all sheets
 * are in the answer, so that the user can choose another.
 *
 * Thread: worker; this waits.
 * Errors: %MUKANA_ERROR_INVALID, with the reason in mukana_table_fault_of_error();
 *   %MUKANA_ERROR_NOT_FOUND, %MUKANA_ERROR_NOT_ALLOWED or %MUKANA_ERROR_UNREACHABLE when
 *   the file cannot be opened; %G_IO_ERROR_CANCELLED.
 * Returns: yours, or NULL with @error set
 */
MukanaTable *
mukana_table_read_file (const char    *path,
                        const char    *sheet,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const char *arguments[] = { NULL, sheet, NULL };

  g_return_val_if_fail (path != NULL, NULL);

  return read_through_helper (path, arguments, cancellable, error);
}

/**
 * mukana_table_read_calendar:
 * @path: a calendar file
 * @days: of which times are wanted
 *
 * As mukana_table_read_file(), of a calendar: see mukana_table_parse_calendar().
 *
 * Thread: worker; this waits.
 * Returns: yours, or NULL with @error set
 */
MukanaTable *
mukana_table_read_calendar (const char      *path,
                            MukanaDayRange   days,
                            GCancellable    *cancellable,
                            GError         **error)
{
  g_autofree char *from = mukana_day_to_iso (days.from);
  g_autofree char *until = mukana_day_to_iso (days.until);
  const char *arguments[] = { NULL, MUKANA_TABLE_CALENDAR_OPTION, from, until, NULL };

  g_return_val_if_fail (path != NULL, NULL);

  return read_through_helper (path, arguments, cancellable, error);
}
