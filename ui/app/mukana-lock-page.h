#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mukana_lock_page_new         (void);
GtkWidget *mukana_lock_page_new_opening (void);
GtkWidget *mukana_lock_page_new_failed  (const GError *error);

G_END_DECLS
