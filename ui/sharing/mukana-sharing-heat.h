#pragma once

#include <gtk/gtk.h>

#include "ui/sharing/mukana-sharing-places.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SHARING_HEAT (mukana_sharing_heat_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSharingHeat, mukana_sharing_heat, MUKANA, SHARING_HEAT, GtkWidget)

GtkWidget *mukana_sharing_heat_new  (void);
void       mukana_sharing_heat_show (MukanaSharingHeat         *self,
                                     const MukanaSharingPlaces *places);

G_END_DECLS
