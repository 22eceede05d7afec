#pragma once

#include <gtk/gtk.h>

#include "services/mukana-keyring.h"

G_BEGIN_DECLS

GtkWidget *mukana_lock_page_new         (void);
GtkWidget *mukana_lock_page_new_covered (void);
GtkWidget *mukana_lock_page_new_opening (void);
GtkWidget *mukana_lock_page_new_unconnected (const GError *error);
GtkWidget *mukana_lock_page_new_failed  (const GError   *error,
                                         MukanaKeyState  state,
                                         const char     *register_id);
GtkWidget *mukana_lock_page_new_missing (const char     *path);

G_END_DECLS
