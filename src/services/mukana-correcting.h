#pragma once

#include "domain/mukana-feedback.h"
#include "domain/mukana-organisation.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Each takes a MukanaFeedback or MukanaParticipants that is stored and gives NULL; restoring makes
 * one that was dropped anew.  MUKANA_ERROR_NOT_FOUND when it is not there any more. */
extern const MukanaJob mukana_correcting_save_job;
extern const MukanaJob mukana_correcting_drop_job;
extern const MukanaJob mukana_correcting_restore_job;

/* A line of the log of cooperation, with who else took part. */
extern const MukanaJob mukana_log_entry_get_job;       /* id -> MukanaLogEntry */
extern const MukanaJob mukana_log_entry_save_job;      /* MukanaLogEntry -> NULL */
extern const MukanaJob mukana_log_entry_drop_job;      /* id -> NULL */
extern const MukanaJob mukana_log_entry_restore_job;   /* MukanaLogEntry, dropped -> NULL; there
                                                          again, with a new id */

gboolean mukana_correcting_check_day (MukanaDb   *db,
                                      MukanaDay   day,
                                      GError    **error);

G_END_DECLS
