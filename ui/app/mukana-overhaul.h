#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Actions of the application, which is their @data. */
void mukana_overhaul_restore    (GSimpleAction *action,
                                 GVariant      *parameter,
                                 gpointer       data);
void mukana_overhaul_change_key (GSimpleAction *action,
                                 GVariant      *parameter,
                                 gpointer       data);

G_END_DECLS
