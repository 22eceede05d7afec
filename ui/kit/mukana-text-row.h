#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

/* Several lines of text for a field of a form. */
#define MUKANA_TYPE_TEXT_ROW (mukana_text_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTextRow, mukana_text_row, MUKANA, TEXT_ROW, AdwPreferencesRow)

GtkWidget *mukana_text_row_new (const char *title,
                                const char *field,
                                MukanaForm *form);

G_END_DECLS
