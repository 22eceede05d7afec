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

/* A whole number with its unit beside it; empty is 0. */

G_END_DECLS
