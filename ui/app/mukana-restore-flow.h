#pragma once

#include <gtk/gtk.h>

#include "services/mukana-restoring.h"

G_BEGIN_DECLS

/* @done: NULL when it failed, and @error says why; borrowed.  @key: of the register, borrowed. */
typedef void (*MukanaRestored) (MukanaRestore *done,
                                GBytes        *key,
                                const GError  *error,
                                gpointer       data);

/* Borrowed: the file whose register shall take the place of the one that is open. */
typedef void (*MukanaRestoreAgreed) (const char *backup,
                                     gpointer    data);

void mukana_restore_flow_ask (GtkWindow           *parent,
                              const char          *backup,
                              MukanaRestoreAgreed  agreed,
                              gpointer             data);
void mukana_restore_flow_run (GtkWindow           *parent,
                              const char          *backup,
                              GBytes              *key,
                              const char          *target,
                              MukanaRestored       restored,
                              gpointer             data);

char *mukana_restore_flow_describe (MukanaRestore *done);

G_END_DECLS
