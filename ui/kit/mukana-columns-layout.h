#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_COLUMNS_LAYOUT (mukana_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (MukanaColumnsLayout, mukana_columns_layout, MUKANA, COLUMNS_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *mukana_columns_layout_new (int column_px,
                                             int spacing,
                                             int line_spacing);

G_END_DECLS
