#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mukana_confirm_keys_add      (GtkWidget         *widget,
                                   GtkShortcutAction *action);
void mukana_confirm_keys_add_bare (GtkWidget         *widget,
                                   GtkShortcutAction *action);

G_END_DECLS
