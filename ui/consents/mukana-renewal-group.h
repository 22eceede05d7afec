#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_RENEWAL_GROUP (mukana_renewal_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRenewalGroup, mukana_renewal_group, MUKANA, RENEWAL_GROUP, GtkWidget)

GtkWidget *mukana_renewal_group_new    (MukanaPage         *page);
void       mukana_renewal_group_reload (MukanaRenewalGroup *self);
void       mukana_renewal_group_go_to  (MukanaRenewalGroup *self,
                                        gint64              person_id);

G_END_DECLS
