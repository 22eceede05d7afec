#pragma once

#include "services/mukana-proposing.h"

G_BEGIN_DECLS

/* Job: takes a GArray of gint64, proposals that were just made; gives NULL.  Nobody has been
 * asked, all or none, and a request to which nobody else was is open again:
 * MUKANA_ERROR_CONFLICT when somebody has answered already. */
extern const MukanaJob mukana_proposing_take_back_job;

/* Job: takes a MukanaAnswering as it was recorded; gives NULL.  The answer is awaited again and
 * what was agreed by it is gone: MUKANA_ERROR_CONFLICT when it is another by now, when more was
 * recorded of the work, or when the person may not be asked any more. */
extern const MukanaJob mukana_unanswering_job;

/* Job: takes a gint64, a proposal of somebody who was taken in from the reserve; gives NULL.  They
 * are in reserve again, and what was agreed for them is gone: MUKANA_ERROR_CONFLICT when more was
 * recorded of the work. */
extern const MukanaJob mukana_putting_back_job;

G_END_DECLS
