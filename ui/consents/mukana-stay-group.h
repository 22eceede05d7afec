#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_STAY_GROUP (mukana_stay_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaStayGroup, mukana_stay_group, MUKANA, STAY_GROUP, GtkWidget)

GtkWidget *mukana_stay_group_new    (MukanaPage      *page);
void       mukana_stay_group_reload (MukanaStayGroup *self);
void       mukana_stay_group_go_to  (MukanaStayGroup *self,
                                     gint64           person_id);

G_END_DECLS
