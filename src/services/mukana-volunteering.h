#pragma once

#include "domain/mukana-cooperation.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Somebody who may be asked for a shift. */
typedef struct
{
  gint64   person_id;
  char    *name;
  gboolean is_volunteer;       /* by their role */
} MukanaVolunteer;

/* Volunteers' shifts at points, from today on, and the hours of the year. */
typedef struct
{
  GPtrArray *shifts;           /* MukanaShift */
  gint64     minutes;          /* of all shifts of this year */
} MukanaRoster;

void mukana_roster_free (MukanaRoster *self);

extern const MukanaJob mukana_volunteers_job;    /* NULL -> GPtrArray of MukanaVolunteer, those by
                                                    role first */
extern const MukanaJob mukana_roster_job;        /* NULL -> MukanaRoster */
extern const MukanaJob mukana_shift_add_job;     /* MukanaShift -> gint64 *, its id */
extern const MukanaJob mukana_shift_drop_job;    /* MukanaShift -> NULL */
extern const MukanaJob mukana_shift_restore_job; /* MukanaShift -> NULL: there again, if allowed */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaRoster, mukana_roster_free)

G_END_DECLS
