#pragma once

#include <gtk/gtk.h>

#include "ui/sharing/mukana-sharing-places.h"

G_BEGIN_DECLS

GtkWidget *mukana_sharing_table_new (const MukanaSharingPlaces *places,
                                     gboolean                   is_narrow);

G_END_DECLS
