#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

MukanaDay mukana_easter_sunday      (int       year);
gboolean  mukana_day_is_holiday     (MukanaDay day);
gboolean  mukana_day_is_working_day (MukanaDay day);
MukanaDay mukana_day_add_working    (MukanaDay day,
                                     int       n_days);

G_END_DECLS
