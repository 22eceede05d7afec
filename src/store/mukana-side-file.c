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
#include <unistd.h>

/** mukana_side_file_dup_path: Returns: yours */
char *
mukana_side_file_dup_path (const char *register_path,
                           const char *ending)
{
  return g_strconcat (register_path, ".", ending, NULL);
}

/** mukana_side_file_seal: Returns: yours, 64 digits that need the key of the register */
char *
mukana_side_file_seal (MukanaDb   *db,
                       const char *text)
{
  gsize length;
  const guint8 *key = g_bytes_get_data (mukana_db_peek_seal (db), &length);

  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, key, length, text, -1);
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
  int fd = open (path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  gsize length = strlen (text);
  gboolean is_written = fd >= 0 && write (fd, text, length) == (gssize) length && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    close (fd);
  errno = reason;
  return is_written && sync_folder (path);
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
  g_autoptr (GError) failure = NULL;
  gsize length;

  if (!g_file_get_contents (path, text, &length, &failure))
    {
      *text = g_strdup ("");
      return g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    }

  /* More than a register can need in this century is not ours. */
  if (length > MUKANA_SIDE_FILE_MAX_BYTES)
    (*text)[0] = '\0';
  return TRUE;
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
