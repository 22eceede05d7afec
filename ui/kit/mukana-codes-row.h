#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CODES_ROW (mukana_codes_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCodesRow, mukana_codes_row, MUKANA, CODES_ROW, AdwExpanderRow)

GtkWidget *mukana_codes_row_new (const char *title,
                                 const char *field,
                                 MukanaForm *form);
void       mukana_codes_row_add (MukanaCodesRow *self,
                                 const char     *code,
                                 const char     *label);
void       mukana_codes_row_add_codes (MukanaCodesRow     *self,
                                       const char * const *codes);

/* Several of a list: codes separated by spaces. */

G_END_DECLS
