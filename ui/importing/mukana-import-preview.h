#pragma once

#include <gtk/gtk.h>

#include "services/mukana-importing.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_IMPORT_PREVIEW (mukana_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (MukanaImportPreview, mukana_import_preview, MUKANA, IMPORT_PREVIEW, GtkBox)

GtkWidget *mukana_import_preview_new (MukanaImportPlan       *plan,
                                      MukanaImportAcceptance *acceptance);

G_END_DECLS
