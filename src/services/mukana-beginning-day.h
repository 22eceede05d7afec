#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Job: the register's day is raised to that of the clock, and what is to go by itself goes.  Takes
 * a gboolean *: whether the day has turned under an open window, where everything is read again;
 * gives NULL. */
extern const MukanaJob mukana_new_day_job;

gboolean mukana_beginning_day_undo (MukanaDb   *db,
                                    MukanaDay   day,
                                    MukanaDay   later,
                                    GError    **error);

G_END_DECLS
