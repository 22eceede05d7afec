#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mukana_keyring_is_plain (void);

G_END_DECLS
