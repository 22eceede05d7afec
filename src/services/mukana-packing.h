#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Job: takes a gint64 *, after whose id people are packed; gives the id of the last who was, or
 * NULL when nobody is left.  A piece at a time, so that other writes come in between. */
extern const MukanaJob mukana_packing_job;

GArray *mukana_packing_find_wrong (MukanaDb  *db,
                                   GError   **error);

G_END_DECLS
