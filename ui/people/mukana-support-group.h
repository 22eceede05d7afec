#pragma once

#include "services/mukana-registering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_SUPPORT_GROUP (mukana_support_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSupportGroup, mukana_support_group, MUKANA, SUPPORT_GROUP, GtkBox)

GtkWidget *mukana_support_group_new  (void);
void       mukana_support_group_show (MukanaSupportGroup     *self,
                                      const MukanaPersonFile *file,
                                      MukanaDay               today);

G_END_DECLS
