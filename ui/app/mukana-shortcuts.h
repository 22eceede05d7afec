#pragma once

#include <gtk/gtk.h>

void mukana_shortcuts_present    (GtkWindow      *parent);
void mukana_shortcuts_set_accels (GtkApplication *application);
