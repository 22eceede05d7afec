#pragma once

#include "domain/mukana-assignment.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Job: takes a MukanaAssignment with another fee-mode, gives NULL.  The same with the old mode and
 * the next version takes it back. */
extern const MukanaJob mukana_paying_mode_job;

G_END_DECLS
