#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_IDENTITY_GROUP (mukana_identity_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaIdentityGroup, mukana_identity_group, MUKANA, IDENTITY_GROUP, GtkBox)

GtkWidget *mukana_identity_group_new  (MukanaPage             *page);
void       mukana_identity_group_show (MukanaIdentityGroup    *self,
                                       const MukanaPersonFile *file);

G_END_DECLS
