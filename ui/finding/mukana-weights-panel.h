#pragma once

#include "domain/mukana-score.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_WEIGHTS_PANEL (mukana_weights_panel_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWeightsPanel, mukana_weights_panel, MUKANA, WEIGHTS_PANEL, GtkBox)

GtkWidget     *mukana_weights_panel_new         (void);
MukanaWeights  mukana_weights_panel_get_weights (MukanaWeightsPanel  *self);
void           mukana_weights_panel_set_weight  (MukanaWeightsPanel  *self,
                                                 MukanaPart           part,
                                                 int                  max);
void           mukana_weights_panel_fill          (MukanaWeightsPanel *self,
                                                   const MukanaWeights *weights);
void           mukana_weights_panel_reset       (MukanaWeightsPanel  *self);
void           mukana_weights_panel_keep_for    (MukanaWeightsPanel  *self,
                                                 MukanaPage          *page);
gboolean       mukana_weights_panel_is_moving   (MukanaWeightsPanel  *self);
void           mukana_weights_panel_leave       (MukanaWeightsPanel  *self);

/* Signal "changed" while a slider moves. */

G_END_DECLS
