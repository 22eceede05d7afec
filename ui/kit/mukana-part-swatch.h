#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-score.h"

G_BEGIN_DECLS

GtkWidget *mukana_part_swatch_new (MukanaPart part);
GtkWidget *mukana_part_legend_new (void);

G_END_DECLS
