#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-score.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PART_HEADER (mukana_part_header_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPartHeader, mukana_part_header, MUKANA, PART_HEADER, GtkWidget)

GtkWidget *mukana_part_header_new         (void);
void       mukana_part_header_set_weights (MukanaPartHeader    *self,
                                           const MukanaWeights *weights);

G_END_DECLS
