#pragma once

#include "domain/mukana-planner.h"

G_BEGIN_DECLS

char     *mukana_plan_protocol_new    (MukanaPlan             *plan,
                                       const MukanaPlanResult *result);
gboolean  mukana_plan_protocol_holds  (const char             *text);
char     *mukana_plan_protocol_digest (const char             *text);

G_END_DECLS
