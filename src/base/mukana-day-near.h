#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

MukanaDay mukana_day_parse_near (const char *text,
                                 MukanaDay   today);

G_END_DECLS
