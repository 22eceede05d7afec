/* mukana-new-file.c: a file that leaves the register on purpose: new, whole, its owner's alone.
 *
 * A name that exists is refused, be it a file, a link or a pipe; a file that cannot
 * be written whole is taken away.
 */

#include "services/mukana-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mukana-error.h"

/** mukana_new_file_set_error: from errno; @what is English, for the log, and names nobody */
void
mukana_new_file_set_error (GError     **error,
                           const char  *what)
{
  int code;

  switch (errno)
    {
    case EEXIST:
      code = MUKANA_ERROR_CONFLICT;
      break;
    case ENOSPC:
    case EDQUOT:
      code = MUKANA_ERROR_NO_SPACE;
      break;
    case ENOENT:
    case ENOTDIR:
      code = MUKANA_ERROR_NOT_FOUND;
      break;
    default:
      code = MUKANA_ERROR_NOT_ALLOWED;
      break;
    }

  g_set_error (error, MUKANA_ERROR, code, "%s: %s", what, g_strerror (errno));
}

static gboolean
write_all (int         file,
           const char *data,
           gsize       length)
{
  while (length > 0)
    {
      gssize written = write (file, data, length);

      if (written < 0 && errno != EINTR)
        return FALSE;
      data += MAX (written, 0);
      length -= (gsize) MAX (written, 0);
    }

  return fsync (file) == 0;
}

/**
 * mukana_new_file_write:
 * @path: a new file; not a good place for the name of a person
 *
 * Errors: %MUKANA_ERROR_CONFLICT when something of that name exists,
 *   %MUKANA_ERROR_NO_SPACE, %MUKANA_ERROR_NOT_FOUND when there is no such folder,
 *   %MUKANA_ERROR_NOT_ALLOWED.
 * Returns: whether all of it is on the disk
 */
gboolean
mukana_new_file_write (const char  *path,
                       const char  *data,
                       gsize        length,
                       GError     **error)
{
  int file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  gboolean is_saved;

  if (file < 0)
    {
      mukana_new_file_set_error (error, "Cannot make the file");
      return FALSE;
    }

  /* A mask may have taken away the owner's own rights. */
  is_saved = fchmod (file, 0600) == 0 && write_all (file, data, length);
  if (!is_saved)
    {
      mukana_new_file_set_error (error, "Cannot write the file");
      unlink (path);   /* ours: nobody else could have made it */
    }

  close (file);
  return is_saved;
}
