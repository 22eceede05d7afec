#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @key: borrowed */
typedef void (*MukanaRecoveryEntered) (GBytes   *key,
                                       gpointer  data);

void mukana_recovery_entry_present (GtkWindow             *parent,
                                    MukanaRecoveryEntered  entered,
                                    gpointer               data);

G_END_DECLS
