/* mukana-test-calls.c: calls of the system fail, as statements do.
 *
 * For what is more than one transaction: see mukana_test_faults_begin().  SQLite's own calls are
 * among them where it is built in.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kit/mukana-test-faults.h"

int     __real_open64  (const char *path, int flags, ...);
int     __wrap_open64  (const char *path, int flags, ...);
int     __real_fstat64 (int file, struct stat *about);
int     __wrap_fstat64 (int file, struct stat *about);
int     __real_fsync   (int file);
int     __wrap_fsync   (int file);
int     __real_rename  (const char *from, const char *to);
int     __wrap_rename  (const char *from, const char *to);
ssize_t __real_read    (int file, void *data, size_t length);
ssize_t __wrap_read    (int file, void *data, size_t length);
ssize_t __real_write   (int file, const void *data, size_t length);
ssize_t __wrap_write   (int file, const void *data, size_t length);

static gboolean
call_fails (void)
{
  if (!mukana_test_call_fails ())
    return FALSE;

  errno = EIO;
  return TRUE;
}

int
__wrap_open64 (const char *path,
               int         flags,
               ...)
{
  mode_t mode = 0;
  va_list more;

  if ((flags & O_CREAT) != 0)
    {
      va_start (more, flags);
      mode = va_arg (more, mode_t);
      va_end (more);
    }

  return call_fails () ? -1 : __real_open64 (path, flags, mode);
}

int
__wrap_fstat64 (int          file,
                struct stat *about)
{
  return call_fails () ? -1 : __real_fstat64 (file, about);
}

int
__wrap_fsync (int file)
{
  return call_fails () ? -1 : __real_fsync (file);
}

int
__wrap_rename (const char *from,
               const char *to)
{
  return call_fails () ? -1 : __real_rename (from, to);
}

ssize_t
__wrap_read (int     file,
             void   *data,
             size_t  length)
{
  return call_fails () ? -1 : __real_read (file, data, length);
}

ssize_t
__wrap_write (int         file,
              const void *data,
              size_t      length)
{
  return call_fails () ? -1 : __real_write (file, data, length);
}
