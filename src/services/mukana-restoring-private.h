#pragma once

/* mukana-restoring-private.h: what the parts of a restore share. */

#include "store/mukana-db.h"

G_BEGIN_DECLS

void     mukana_restoring_blame_backup (GError     **error);
gboolean mukana_restoring_gather_diary (MukanaDb    *db,
                                        GPtrArray  **diary,
                                        GError     **error);
gboolean mukana_restoring_apply_diary  (MukanaDb    *db,
                                        GPtrArray   *diary,
                                        gint64      *n_kept,
                                        GError     **error);

gboolean mukana_restoring_gather_breaches (MukanaDb    *db,
                                           GPtrArray  **breaches,
                                           GError     **error);
gboolean mukana_restoring_apply_breaches  (MukanaDb    *db,
                                           GPtrArray   *breaches,
                                           gint64      *n_kept,
                                           GError     **error);

G_END_DECLS
