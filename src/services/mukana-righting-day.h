#pragma once

#include "base/mukana-days.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* That a register's day is ahead of the clock: one was wrong once, or is wrong now. */
typedef struct
{
  MukanaDay register_day;
  MukanaDay clock_day;
} MukanaDayAhead;

/* NULL -> MukanaDayAhead; NULL when the two agree, to a day. */
extern const MukanaJob mukana_day_ahead_job;

/* The register's day becomes that of the clock.  NULL -> NULL; %MUKANA_ERROR_CONFLICT when it is
 * not ahead.  Consents that had ended by the wrong day hold again. */
extern const MukanaJob mukana_day_put_right_job;

gboolean mukana_righting_day_may_erase (MukanaDb  *db,
                                        GError   **error);

G_END_DECLS
