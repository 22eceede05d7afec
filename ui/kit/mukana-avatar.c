/* mukana-avatar.c: initials on a tinted disc.
 *
 * All discs have one tint, so that strong colour stays free for the parts of a
 * score and nobody is told apart by a colour chosen for them.
 */

#include "ui/kit/mukana-avatar.h"

#include <adwaita.h>

/**
 * mukana_avatar_new:
 * @name: whose initials
 * @size_px: 22 in a chip, 28 in a table, 44 in the explanation, 64 at the top of a page
 *
 * Returns: an #AdwAvatar; change the name with adw_avatar_set_text()
 */
GtkWidget *
mukana_avatar_new (const char *name,
                   int         size_px)
{
  GtkWidget *self = adw_avatar_new (size_px, name, TRUE);

  gtk_widget_add_css_class (self, "mukana-avatar");
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  return self;
}
