#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mukana_count_new (guint      count);
void       mukana_count_set (GtkWidget *count_label,
                             guint      count);

G_END_DECLS
