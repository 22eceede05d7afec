#pragma once

#include "domain/mukana-assignment.h"
#include "domain/mukana-person.h"
#include "domain/mukana-support-task.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* For the deeds that tasks follow, in their own transaction, on a worker. */
gboolean   mukana_supporting_plan          (MukanaDb          *db,
                                            MukanaAssignment  *assignment,
                                            const char        *support_kinds,
                                            GError           **error);
gboolean   mukana_supporting_follow_person (MukanaDb          *db,
                                            MukanaPerson      *person,
                                            GError           **error);
gboolean   mukana_supporting_follow_move   (MukanaDb          *db,
                                            MukanaAssignment  *assignment,
                                            GError           **error);
gboolean   mukana_supporting_follow_day    (MukanaDb          *db,
                                            MukanaAssignment  *assignment,
                                            const char        *attendance,
                                            GError           **error);

/* Of one assignment, with what is done; none for a role that does not arrange support. */
GPtrArray *mukana_supporting_of_assignment (MukanaDb          *db,
                                            gint64             assignment_id,
                                            GError           **error);

extern const MukanaJob mukana_supporting_list_job;     /* NULL -> MukanaSupportTask, by day */
extern const MukanaJob mukana_supporting_done_job;     /* id of a task -> NULL */
extern const MukanaJob mukana_supporting_undone_job;   /* id of a task -> NULL */

/* Whether one assignment is demanding: takes a MukanaAssignment as it is to be, gives NULL. */
extern const MukanaJob mukana_supporting_demand_job;

/* An agreed assignment gets another time: takes a MukanaAssignment as it is to be, gives NULL.
 * MUKANA_ERROR_CONFLICT when the time clashes and the record has no clash-reason. */
extern const MukanaJob mukana_supporting_move_job;
extern const MukanaJob mukana_supporting_move_back_job;   /* takes it back: so it was agreed */

G_END_DECLS
