#pragma once

#include <gtk/gtk.h>

#include "services/mukana-panelling.h"

G_BEGIN_DECLS

GtkWidget *mukana_panel_result_widget_new (const MukanaPanelAnswer *answer,
                                           gboolean                 is_narrow);

G_END_DECLS
