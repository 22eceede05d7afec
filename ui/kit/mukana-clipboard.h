#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mukana_clipboard_lend      (GtkWidget  *widget,
                                 const char *text);
void mukana_clipboard_take_back (void);

G_END_DECLS
