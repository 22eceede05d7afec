#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mukana_avatar_new (const char *name,
                              int         size_px);

G_END_DECLS
