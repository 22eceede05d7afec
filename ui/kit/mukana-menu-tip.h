#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mukana_menu_tip_set (GtkWidget  *button,
                          const char *tip);

G_END_DECLS
