/* mukana-damage-mark.c: that a register was found damaged, for whoever opens it next.
 *
 * A damaged page is met by reading it, and the next program may write for long before it does.
 * So the program that meets one leaves a file beside the register, "<register>.damaged-page",
 * which says nothing but that.  It is gone when a backup takes the place of the register, or
 * when the register is found whole.
 */

#include "store/mukana-damage-mark.h"

#include <glib/gstdio.h>

#include "store/mukana-side-file.h"

static const char words[] =
  "\nA part of the register beside this file could not be read. Mukana only reads the register "
  "until a backup is restored, or until it finds the register whole when it opens it.\n";

static char *
dup_path (const char *register_path)
{
  return mukana_side_file_dup_path (register_path, "damaged-page");
}

/** mukana_damage_mark_put: if it can be written; whoever reads meets the page again anyway */
void
mukana_damage_mark_put (const char *register_path)
{
  g_autofree char *path = dup_path (register_path);

  if (!mukana_damage_mark_stands (register_path) && !mukana_side_file_append (path, words))
    g_message ("The next program will not know that the register is damaged");
}

gboolean
mukana_damage_mark_stands (const char *register_path)
{
  g_autofree char *path = dup_path (register_path);

  return mukana_side_file_measure (path) > 0;
}

/** mukana_damage_mark_drop: the register is whole; harmless where there is no mark */
void
mukana_damage_mark_drop (const char *register_path)
{
  g_autofree char *path = dup_path (register_path);

  g_unlink (path);
}
