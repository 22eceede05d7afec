/* mukana-new-file.c: a file that leaves the register on purpose: new, whole, its owner's alone.
 *
 * A name that exists is refused, be it a file, a link or a pipe; a file that cannot
 * be written whole is taken away.
 */

#include "services/mukana-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mukana-error.h"

static int
code_of_errno (void)
{
  switch (errno)
    {
    case EEXIST: return MUKANA_ERROR_CONFLICT;
    case ENOSPC:
    case EDQUOT: return MUKANA_ERROR_NO_SPACE;
    case ENOENT:
    case ENOTDIR: return MUKANA_ERROR_NOT_FOUND;
    default: return MUKANA_ERROR_NOT_ALLOWED;
    }
}

/** mukana_new_file_set_error: from errno; @what is English, for the log, and names nobody */
void
mukana_new_file_set_error (GError     **error,
                           const char  *what)
{
  g_set_error (error, MUKANA_ERROR, code_of_errno (), "%s: %s", what, g_strerror (errno));
}

/* Where there is more to say than what the code alone says. */
static void
set_making_error (GError **error)
{
  int code = code_of_errno ();
  const char *sentence =
    code == MUKANA_ERROR_CONFLICT ? N_("There is a file of that name already. Nothing was changed.")
    : code == MUKANA_ERROR_NOT_FOUND ? N_("There is no such folder. Nothing was changed.")
    : errno == EACCES || errno == EPERM || errno == EROFS
    ? N_("No file may be made in that folder. Nothing was changed.")
    : NULL;

  if (sentence != NULL)
    g_set_error_literal (error, MUKANA_ERROR, code, sentence);
  else
    mukana_new_file_set_error (error, "Cannot make the file");
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
      set_making_error (error);
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
