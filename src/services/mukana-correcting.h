#pragma once

#include "domain/mukana-feedback.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Each takes a MukanaFeedback or MukanaParticipants that is stored and gives NULL; restoring makes
 * one that was dropped anew.  MUKANA_ERROR_NOT_FOUND when it is not there any more. */
extern const MukanaJob mukana_correcting_save_job;
extern const MukanaJob mukana_correcting_drop_job;
extern const MukanaJob mukana_correcting_restore_job;

/* A line of the log that was written a moment ago: id -> NULL */
extern const MukanaJob mukana_log_entry_drop_job;

gboolean mukana_correcting_check_day (MukanaDb   *db,
                                      MukanaDay   day,
                                      GError    **error);

G_END_DECLS
