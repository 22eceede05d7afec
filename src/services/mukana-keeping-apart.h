#pragma once

#include "domain/mukana-apart.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Jobs.  Both take a MukanaApart; dropping drops the pair whichever way it is told. */
extern const MukanaJob mukana_keep_apart_job;    /* gives NULL; twice is once */
extern const MukanaJob mukana_let_together_job;  /* gives NULL */

GPtrArray *mukana_apart_of_person (MukanaDb  *db,
                                   gint64     person_id,
                                   GError   **error);

G_END_DECLS
