/* mukana-file-carrying.c: whole files from one disk to another, or not at all.
 *
 * A file has its name only when every byte has arrived, was compared and is on the disk.
 */

#include "services/mukana-file-carrying.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "services/mukana-new-file.h"

#define PIECE_BYTES (1024 * 1024)

/** mukana_file_remove_database: a file and what SQLite leaves beside one that it has opened */
void
mukana_file_remove_database (const char *path)
{
  static const char * const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

/** mukana_file_sync_folder_of: so that a name survives a loss of power */
gboolean
mukana_file_sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

/* Byte by byte, to a name of its own that is only given up when all of it is there. */
static gboolean
carry (int          from,
       int          to,
       GError     **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  gssize n;

  while ((n = read (from, piece, PIECE_BYTES)) > 0)
    for (gssize at = 0; at < n;)
      {
        gssize written = write (to, piece + at, (gsize) (n - at));

        if (written < 0 && errno != EINTR)
          {
            mukana_new_file_set_error (error, "Cannot write the copy");
            return FALSE;
          }
        at += MAX (written, 0);
      }

  if (n == 0 && fsync (to) == 0)
    return TRUE;

  mukana_new_file_set_error (error, n < 0 ? "Cannot read the copy" : "Cannot write the copy");
  return FALSE;
}

/* Anything but a file might never end, or never begin. */
static int
open_file (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat about;

  if (fd < 0 || (fstat (fd, &about) == 0 && S_ISREG (about.st_mode)))
    return fd;

  close (fd);
  errno = EINVAL;
  return -1;
}

/* Yours; NULL when it cannot be read. */
static char *
dup_sum (const char *path)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  int fd = open_file (path);
  gssize n = -1;

  while (fd >= 0 && (n = read (fd, piece, PIECE_BYTES)) > 0)
    g_checksum_update (sum, piece, n);
  if (fd >= 0)
    close (fd);

  return n == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static gboolean
is_same_content (const char *path,
                 const char *other)
{
  g_autofree char *sum = dup_sum (path);
  g_autofree char *other_sum = dup_sum (other);

  return sum != NULL && g_strcmp0 (sum, other_sum) == 0;
}

/* Never into what has the name already: of a run that was killed, or another name of some
 * other file, or a pipe. */
static int
make_anew (const char *path)
{
  g_unlink (path);
  return open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

/* Opened one after the other: errno tells of the one that failed. */
static gboolean
carry_between (const char  *from,
               const char  *arriving,
               GError     **error)
{
  int source = open_file (from);
  int sink = source < 0 ? -1 : make_anew (arriving);
  gboolean done = FALSE;

  if (source < 0 || sink < 0)
    mukana_new_file_set_error (error, source < 0 ? "Cannot read the copy"
                                                 : "Cannot write the copy");
  else
    done = carry (source, sink, error);

  if (source >= 0)
    close (source);
  if (sink >= 0)
    close (sink);
  return done;
}

/**
 * mukana_file_carry:
 * @to: a new name; what is called so is replaced, when all of the new file is there
 *
 * Errors: %MUKANA_ERROR_NO_SPACE, %MUKANA_ERROR_DAMAGED what arrived is not what was sent;
 *   then @to is as it was, or gone where only its name may not have reached the disk
 */
gboolean
mukana_file_carry (const char  *from,
                   const char  *to,
                   GError     **error)
{
  g_autofree char *arriving = g_strconcat (to, ".part", NULL);
  gboolean done = carry_between (from, arriving, error);

  if (done && !is_same_content (from, arriving))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED,
                   "What arrived is not what was sent");
      done = FALSE;
    }
  if (done && g_rename (arriving, to) != 0)
    {
      mukana_new_file_set_error (error, "Cannot name the copy");
      done = FALSE;
    }
  if (!done)
    g_unlink (arriving);
  else if (!mukana_file_sync_folder_of (to))
    {
      mukana_new_file_set_error (error, "Cannot name the copy for good");
      g_unlink (to);
      done = FALSE;
    }
  return done;
}
