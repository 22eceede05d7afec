#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Jobs: take a text (char *), give a GArray of gint64: the one record that was
 * meant, or at most a few when several could be; empty when there is none. */
extern const MukanaJob mukana_person_find_job;    /* id, or name */
extern const MukanaJob mukana_request_find_job;   /* id, reference, or title */

G_END_DECLS
