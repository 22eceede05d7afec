#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mukana_person_menu_new (GMenu *rights);

G_END_DECLS
