#pragma once

#include "domain/mukana-request.h"
#include "domain/mukana-role-seats.h"
#include "store/mukana-store.h"

G_BEGIN_DECLS

GArray  *mukana_seating_read_wanted  (MukanaDb       *db,
                                      gint64          request_id,
                                      GError        **error);
GArray  *mukana_seating_read         (MukanaDb       *db,
                                      gint64          request_id,
                                      GError        **error);
gboolean mukana_seating_is_filled    (MukanaDb       *db,
                                      MukanaRequest  *request,
                                      gboolean       *is_filled,
                                      GError        **error);
gboolean mukana_seating_search_again (MukanaDb       *db,
                                      gint64          request_id,
                                      GError        **error);

G_END_DECLS
