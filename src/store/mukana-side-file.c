/* mukana-side-file.c: lists that lie beside a register and outlive it.
 *
 * What a backup must not undo is also a line in a file beside the register: numbers
 * and times, never names.  Each line ends with a digest under the register's seal, so
 * that one that was forged, or is another register's, is known.  Lines are only added.
 */

#include "store/mukana-side-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** mukana_side_file_dup_path: Returns: yours */
char *
mukana_side_file_dup_path (const char *register_path,
                           const char *ending)
{
  return g_strconcat (register_path, ".", ending, NULL);
}

/** mukana_side_file_seal: Returns: yours, 64 digits that need the key of the register; or NULL */
char *
mukana_side_file_seal (MukanaDb    *db,
                       const char  *text,
                       GError     **error)
{
  gsize length = 0;
  GBytes *seal = mukana_db_peek_seal (db, error);
  const guint8 *key = seal ? g_bytes_get_data (seal, &length) : NULL;

  return seal == NULL ? NULL : g_compute_hmac_for_string (G_CHECKSUM_SHA256, key, length, text, -1);
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean is_synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return is_synced;
}

/* Not through a link, and not from a pipe, which might never end.  Returns: -1 with errno */
static int
open_own (const char  *path,
          int          flags,
          struct stat *about)
{
  int fd = open (path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);

  if (fd < 0 || (fstat (fd, about) == 0 && S_ISREG (about->st_mode)))
    return fd;

  close (fd);
  errno = EINVAL;
  return -1;
}

/* The file has another name too, perhaps in somebody's snapshot, or it was planted: what is
 * written here is not written there. */
static gboolean
append_apart (const char *path,
              const char *text)
{
  g_autofree char *before = NULL;
  g_autofree char *all = NULL;
  gboolean is_written;

  if (!mukana_side_file_read (path, &before))
    return FALSE;

  all = g_strconcat (before, text, NULL);
  is_written = g_file_set_contents_full (path, all, -1, G_FILE_SET_CONTENTS_CONSISTENT |
                                         G_FILE_SET_CONTENTS_DURABLE, 0600, NULL);
  return is_written && sync_folder (path);
}

/**
 * mukana_side_file_append:
 * @text: whole lines, which begin with a line break too: one that was cut off before by a
 *   loss of power does not swallow the next
 *
 * It is on the disk when this returns %TRUE; else errno says why not.
 */
gboolean
mukana_side_file_append (const char *path,
                         const char *text)
{
  struct stat about;
  int fd = open_own (path, O_WRONLY | O_APPEND | O_CREAT, &about);
  gsize length = strlen (text);
  gboolean is_shared = fd >= 0 && about.st_nlink > 1;
  gboolean is_written = fd >= 0 && !is_shared &&
                        write (fd, text, length) == (gssize) length && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    close (fd);
  if (is_shared)
    return append_apart (path, text);

  errno = reason;
  return is_written && sync_folder (path);
}

/** mukana_side_file_measure: Returns: bytes; 0 where there is no such file */
goffset
mukana_side_file_measure (const char *path)
{
  struct stat about;

  return lstat (path, &about) == 0 && S_ISREG (about.st_mode) ? about.st_size : 0;
}

/** mukana_side_file_cut: takes away what was added behind @length bytes, if that can be done */
void
mukana_side_file_cut (const char *path,
                      goffset     length)
{
  struct stat about;
  int fd = open_own (path, O_WRONLY, &about);

  if (fd < 0)
    return;

  if (about.st_size > length && ftruncate (fd, length) == 0)
    fsync (fd);
  close (fd);
}

/**
 * mukana_side_file_read:
 * @text: (out): yours; "" when there is no such file
 *
 * Returns: %FALSE when there is one and it cannot be read
 */
gboolean
mukana_side_file_read (const char  *path,
                       char       **text)
{
  struct stat about = { 0 };
  int fd = open_own (path, O_RDONLY, &about);
  gboolean is_read = fd >= 0 || errno == ENOENT;
  /* More than a register can need in this century is not ours. */
  gsize length = about.st_size <= MUKANA_SIDE_FILE_MAX_BYTES ? (gsize) about.st_size : 0;
  gsize done = 0;
  gssize n = 0;

  *text = g_malloc0 (length + 1);
  while (fd >= 0 && done < length && (n = read (fd, *text + done, length - done)) > 0)
    done += (gsize) n;

  if (fd >= 0)
    close (fd);
  return is_read && n >= 0;
}

/**
 * mukana_side_file_merge:
 * @from: there need be none
 *
 * Adds to @to the lines of @from that it lacks, in their order.
 */
gboolean
mukana_side_file_merge (const char *from,
                        const char *to)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) news = g_string_new ("\n");
  g_autofree char *text = NULL, *old_text = NULL;
  g_auto (GStrv) lines = NULL, old_lines = NULL;

  if (!mukana_side_file_read (from, &text) || !mukana_side_file_read (to, &old_text))
    return FALSE;

  lines = g_strsplit (text, "\n", -1);
  old_lines = g_strsplit (old_text, "\n", -1);
  for (guint i = 0; old_lines[i] != NULL; i++)
    g_hash_table_add (known, old_lines[i]);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && !g_hash_table_contains (known, lines[i]))
      g_string_append_printf (news, "%s\n", lines[i]);

  return news->len == 1 || mukana_side_file_append (to, news->str);
}
