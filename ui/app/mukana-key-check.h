#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An action of the application, which is its @data. */
void mukana_key_check_action (GSimpleAction *action,
                              GVariant      *parameter,
                              gpointer       data);

G_END_DECLS
