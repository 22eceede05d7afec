#pragma once

#include "domain/mukana-purpose.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Job: takes NULL, gives a GPtrArray of MukanaPurpose in the order of mukana_all_purposes. */
extern const MukanaJob mukana_purposes_job;

/* Job: takes a MukanaPurpose with its new basis, gives NULL. */
extern const MukanaJob mukana_purpose_set_job;

G_END_DECLS
