#pragma once

#include "ui/app/mukana-setting-group.h"

G_BEGIN_DECLS

/* Whether an erasure that somebody asks for waits for another user. */
#define MUKANA_TYPE_SECOND_GROUP (mukana_second_group_get_type ())

G_DECLARE_FINAL_TYPE (MukanaSecondGroup, mukana_second_group, MUKANA, SECOND_GROUP,
                      MukanaSettingGroup)

G_END_DECLS
