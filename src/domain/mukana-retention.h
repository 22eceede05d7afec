#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

MukanaDay mukana_retention_fee_until   (MukanaDay service_day);
MukanaDay mukana_retention_first_kept_fee (MukanaDay today);

G_END_DECLS
