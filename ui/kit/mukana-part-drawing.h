#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-score.h"

G_BEGIN_DECLS

/* Private to the widgets that show parts of a score. */
void mukana_part_draw_track (GtkWidget             *widget,
                             GtkSnapshot           *snapshot,
                             MukanaPart             part,
                             const graphene_rect_t *area,
                             double                 share);

G_END_DECLS
