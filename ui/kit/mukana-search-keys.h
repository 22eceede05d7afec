#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mukana_search_keys_add (GtkWidget  *search,
                             GtkListBox *found);

G_END_DECLS
