#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *mukana_secret_new       (gconstpointer   data,
                                 gsize           length);
GBytes *mukana_secret_random    (gsize           length,
                                 GError        **error);
void    mukana_secret_text_free (char           *text);

/* Text that is wiped when its block ends: g_auto (MukanaSecretText) text = NULL; */
typedef char *MukanaSecretText;
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (MukanaSecretText, mukana_secret_text_free, NULL)

G_END_DECLS
