#pragma once

#include <adwaita.h>

#include "services/mukana-importing.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_IMPORT_COLUMNS (mukana_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (MukanaImportColumns, mukana_import_columns, MUKANA, IMPORT_COLUMNS, GtkBox)

GtkWidget          *mukana_import_columns_new         (MukanaImportSource  *source);
MukanaImportSource *mukana_import_columns_peek_source (MukanaImportColumns *self);

/* Signal "sheet" (name): another sheet of a workbook was chosen. */

G_END_DECLS
