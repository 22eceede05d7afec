#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Job: takes a gint64 *, 0 or what it gave before; gives how far it came, or NULL when everybody is
 * packed and stands on a shelf.  A piece at a time, so that other writes come in between. */
extern const MukanaJob mukana_packing_job;

GArray *mukana_packing_find_wrong (MukanaDb  *db,
                                   GError   **error);

G_END_DECLS
