#pragma once

#include "base/mukana-clock.h"

G_BEGIN_DECLS

void      mukana_typed_day_set_clock (MukanaClock *clock);
MukanaDay mukana_typed_day           (const char  *text);

G_END_DECLS
