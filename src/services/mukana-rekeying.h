#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean mukana_rekeying_copy   (const char           *path,
                                 GBytes               *key,
                                 GBytes               *new_key,
                                 gint64                confirmed_at,
                                 const char           *actor,
                                 GError              **error);
gboolean mukana_rekeying_run    (const char           *path,
                                 GBytes               *key,
                                 GBytes               *new_key,
                                 const char           *actor,
                                 GError              **error);
void     mukana_rekeying_async  (const char           *path,
                                 GBytes               *key,
                                 GBytes               *new_key,
                                 const char           *actor,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   done,
                                 gpointer              user_data);
gboolean mukana_rekeying_finish (GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
