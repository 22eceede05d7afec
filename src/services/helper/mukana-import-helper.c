/* mukana-import-helper.c: reads one file that a stranger may have made.
 *
 * The file is standard input, the table goes to standard output; an argument may name a
 * sheet, or say that it is a calendar and of which days.  The helper knows no file names and
 * no register, and gives up its rights before it looks at the first byte.
 */

#include "services/helper/mukana-confinement.h"
#include "services/mukana-table-private.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
/* Looking for leaks at the end needs calls that the filter forbids. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0";
}
#endif

static GBytes *
map_input (void)
{
  struct stat info;
  void *data;

  if (fstat (STDIN_FILENO, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size == 0 ||
      info.st_size > MUKANA_TABLE_MAX_TEXT_BYTES)
    return NULL;

  data = mmap (NULL, (gsize) info.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  return data == MAP_FAILED ? NULL : g_bytes_new_static (data, (gsize) info.st_size);
}

static MukanaTable *
parse (GBytes  *bytes,
       int      argc,
       char   **argv,
       GError **error)
{
  if (argc == 4 && strcmp (argv[1], MUKANA_TABLE_CALENDAR_OPTION) == 0)
    {
      MukanaDayRange days = { mukana_day_parse_iso (argv[2]), mukana_day_parse_iso (argv[3]) };

      return mukana_table_parse_calendar (bytes, days, error);
    }

  return mukana_table_parse (bytes, argc > 1 ? argv[1] : NULL, error);
}

static gboolean
confine (void)
{
  /* Finland's time is a file of the system: read while files may be read. */
  mukana_day_minute_us (0, 0);
  return mukana_confine ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GBytes) bytes = map_input ();
  gboolean is_confined = confine ();
  g_autoptr (MukanaTable) table = NULL;
  g_autoptr (GError) error = NULL;
  MukanaTableFault fault = MUKANA_TABLE_FAULT_EMPTY;

  if (bytes != NULL)
    {
      table = parse (bytes, argc, argv, &error);
      fault = mukana_table_fault_of_error (error);
    }

  return mukana_table_write (table, fault, is_confined, STDOUT_FILENO) ? EXIT_SUCCESS
                                                                      : EXIT_FAILURE;
}
