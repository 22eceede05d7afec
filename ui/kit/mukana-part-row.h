#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-score.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PART_ROW (mukana_part_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPartRow, mukana_part_row, MUKANA, PART_ROW, GtkWidget)

GtkWidget *mukana_part_row_new (MukanaPart     part);
void       mukana_part_row_set (MukanaPartRow *self,
                                int            points,
                                int            max,
                                const char    *sentence);

G_END_DECLS
