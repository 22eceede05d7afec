#pragma once

#include "store/mukana-db-private.h"

G_BEGIN_DECLS

int      mukana_schema_newest  (void);
int      mukana_schema_current (MukanaDb    *db,
                                GError     **error);
gboolean mukana_schema_update  (MukanaDb    *db,
                                int          until,
                                gint64       now_us,
                                GError     **error);

G_END_DECLS
