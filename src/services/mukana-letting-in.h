#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Jobs: each takes the name of a login of the server (char *) and gives NULL. */

/* The login may read and write this register from now on, and pass by its door. */
extern const MukanaJob mukana_let_in_job;
/* … and from now on nothing of it. */
extern const MukanaJob mukana_shut_out_job;

G_END_DECLS
