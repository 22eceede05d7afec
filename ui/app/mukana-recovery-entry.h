#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @key: borrowed; (nullable): NULL when none was typed.  @is_to_keep: whether the keyring shall
 * have it, where that could be chosen */
typedef void (*MukanaRecoveryEntered) (GBytes   *key,
                                       gboolean  is_to_keep,
                                       gpointer  data);

void mukana_recovery_entry_present (GtkWindow             *parent,
                                    const char            *needed,
                                    gboolean               may_keep,
                                    MukanaRecoveryEntered  entered,
                                    gpointer               data);

G_END_DECLS
