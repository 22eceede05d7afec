#pragma once

#include "ui/app/mukana-setting-group.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_GROUP_RULES_GROUP (mukana_group_rules_group_get_type ())

G_DECLARE_FINAL_TYPE (MukanaGroupRulesGroup, mukana_group_rules_group, MUKANA, GROUP_RULES_GROUP,
                      MukanaSettingGroup)

G_END_DECLS
