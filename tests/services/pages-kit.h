#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pages of a register file as they are under the cipher, free ones too. */
GBytes *pages_kit_decrypt (const char *path,
                           GBytes     *key);

G_END_DECLS
