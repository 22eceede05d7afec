#pragma once

#include "ui/app/mukana-setting-group.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SUPPORT_DAYS_GROUP (mukana_support_days_group_get_type ())

G_DECLARE_FINAL_TYPE (MukanaSupportDaysGroup, mukana_support_days_group, MUKANA,
                      SUPPORT_DAYS_GROUP, MukanaSettingGroup)

G_END_DECLS
