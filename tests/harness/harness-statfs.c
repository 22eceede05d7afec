/* harness-statfs.c: loaded before a program, it says that every file system is another.
 *
 * MUKANA_HARNESS_FILE_SYSTEM is the magic number that statfs() shall give, in
 * hexadecimal.  Nothing else of the answer is touched.
 */

/* Both functions are replaced, so neither may be another name of the other. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/vfs.h>

typedef int (*Statfs) (const char *path, void *info);

int statfs (const char *path, struct statfs *info);
int statfs64 (const char *path, struct statfs64 *info);

static unsigned long
peek_magic (void)
{
  const char *given = getenv ("MUKANA_HARNESS_FILE_SYSTEM");

  return given != NULL ? strtoul (given, NULL, 16) : 0;
}

int
statfs (const char    *path,
        struct statfs *info)
{
  int result = ((Statfs) dlsym (RTLD_NEXT, "statfs")) (path, info);

  if (result == 0 && peek_magic () != 0)
    info->f_type = (__typeof__ (info->f_type)) peek_magic ();
  return result;
}

int
statfs64 (const char      *path,
          struct statfs64 *info)
{
  int result = ((Statfs) dlsym (RTLD_NEXT, "statfs64")) (path, info);

  if (result == 0 && peek_magic () != 0)
    info->f_type = (__typeof__ (info->f_type)) peek_magic ();
  return result;
}
