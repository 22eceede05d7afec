#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_FIELD_ROW (mukana_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFieldRow, mukana_field_row, MUKANA, FIELD_ROW, AdwEntryRow)

GtkWidget *mukana_field_row_new (const char *title,
                                 const char *field,
                                 MukanaForm *form);

/* Properties "form" and "field", for templates. */

G_END_DECLS
