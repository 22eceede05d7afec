#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_NUMBER_ROW (mukana_number_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaNumberRow, mukana_number_row, MUKANA, NUMBER_ROW, AdwEntryRow)

GtkWidget *mukana_number_row_new (const char *title,
                                  const char *field,
                                  const char *unit,
                                  MukanaForm *form);

/* A whole number with its unit beside it.  Empty is 0, but where a number must be said it is none:
 * a field table tells which. */

G_END_DECLS
