#pragma once

#include "ui/app/mukana-setting-group.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PLAN_LIMITS_GROUP (mukana_plan_limits_group_get_type ())

G_DECLARE_FINAL_TYPE (MukanaPlanLimitsGroup, mukana_plan_limits_group, MUKANA, PLAN_LIMITS_GROUP,
                      MukanaSettingGroup)

G_END_DECLS
