#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CLOCK_ROW (mukana_clock_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaClockRow, mukana_clock_row, MUKANA, CLOCK_ROW, AdwEntryRow)

/* A time of day, typed as 8, 8.30 or 08:30. */
GtkWidget *mukana_clock_row_new (const char *title,
                                 const char *field,
                                 MukanaForm *form);

G_END_DECLS
