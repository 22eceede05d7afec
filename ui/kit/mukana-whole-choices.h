#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mukana_whole_choices_show (GtkWidget *list);

G_END_DECLS
