#pragma once

#include "services/mukana-registering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mukana_apart_group_new  (void);
void       mukana_apart_group_show (GtkWidget              *self,
                                    const MukanaPersonFile *file);

G_END_DECLS
