#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_GUARDIAN_GROUP (mukana_guardian_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaGuardianGroup, mukana_guardian_group, MUKANA, GUARDIAN_GROUP, GtkBox)

GtkWidget *mukana_guardian_group_new  (MukanaPage             *page);
void       mukana_guardian_group_show (MukanaGuardianGroup    *self,
                                       const MukanaPersonFile *file,
                                       MukanaDay               today);

G_END_DECLS
