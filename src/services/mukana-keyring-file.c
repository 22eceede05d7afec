/* mukana-keyring-file.c: whether the keyring's file can be read by everybody who has the disk.
 *
 * GNOME Keyring writes a keyring with an empty password as plain text, "[keyring]" and so on,
 * and any other in a format of its own.  Its service does not tell which, so its file is looked
 * at.  Other services keep files elsewhere, and of them nothing is said.
 */

#include "services/mukana-keyring-file.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define PLAIN_BEGINNING "[keyring]"

static char *
dup_default_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "keyrings", NULL);
  g_autofree char *default_file = g_build_filename (folder, "default", NULL);
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;

  if (!g_file_get_contents (default_file, &name, NULL, NULL))
    name = g_strdup ("login");
  g_strstrip (name);
  file_name = g_strconcat (name, ".keyring", NULL);
  return strchr (name, '/') == NULL ? g_build_filename (folder, file_name, NULL) : NULL;
}

/** mukana_keyring_is_plain: Returns: whether the default keyring is known to have no password */
gboolean
mukana_keyring_is_plain (void)
{
  g_autofree char *path = dup_default_path ();
  char beginning[sizeof PLAIN_BEGINNING] = "";
  int file = path != NULL ? open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
  gssize n = file >= 0 ? read (file, beginning, sizeof beginning - 1) : 0;

  if (file >= 0)
    close (file);
  return n == (gssize) strlen (PLAIN_BEGINNING) && strcmp (beginning, PLAIN_BEGINNING) == 0;
}
