#pragma once

#include "domain/mukana-guardian.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Job: takes a MukanaGuardian to be recorded (its person-id set), gives NULL. */
extern const MukanaJob mukana_guardian_add_job;

/* Job: takes a MukanaGuardian that is in force; its yes ends today.  Gives NULL. */
extern const MukanaJob mukana_guardian_withdraw_job;

GPtrArray *mukana_guardians_of_person (MukanaDb  *db,
                                       gint64     person_id,
                                       GError   **error);

G_END_DECLS
