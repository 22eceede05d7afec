#pragma once

#include "domain/mukana-planner.h"

G_BEGIN_DECLS

extern const MukanaPosition plan_kit_kajaani, plan_kit_helsinki;

MukanaPlanTime    plan_kit_time          (gint64      request_id,
                                          int         way,
                                          int         day,
                                          int         start_hour,
                                          int         end_hour);
MukanaPlanResult *plan_kit_solve         (MukanaPlan *plan);
MukanaPlan       *plan_kit_random        (guint       seed,
                                          guint       most_pairs);
MukanaPlan       *plan_kit_random_groups (guint       seed,
                                          guint       most_pairs);
void              plan_kit_add_fees      (MukanaPlan *plan,
                                          guint       seed);

G_END_DECLS
