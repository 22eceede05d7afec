#pragma once

/* Requests that look for people, and all of them planned together. */

#include "seeking-kit.h"
#include "services/mukana-planning.h"

G_BEGIN_DECLS

gint64                 planning_add_free_expert (Seeking              *fixture,
                                                 const char           *given,
                                                 const char           *role_code,
                                                 int                   start_minute);
gint64                 planning_add_expert      (Seeking              *fixture,
                                                 const char           *given);
MukanaPlanningAnswer  *planning_plan            (Seeking              *fixture);
MukanaPlanningRequest *planning_find            (MukanaPlanningAnswer *answer,
                                                 gint64                request_id);
gboolean               planning_has             (GPtrArray            *moves,
                                                 gint64                person_id);
void                   planning_set_rules       (Seeking              *fixture,
                                                 const char           *rules);
void                   planning_hear_of_looks   (Seeking              *fixture);
MukanaPlanningAnswer  *planning_plan_without    (Seeking              *fixture,
                                                 MukanaPlanningMemory *memory,
                                                 gint64                left_out);

G_END_DECLS
