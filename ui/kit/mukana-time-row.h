#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_TIME_ROW (mukana_time_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTimeRow, mukana_time_row, MUKANA, TIME_ROW, AdwEntryRow)

GtkWidget *mukana_time_row_new (const char *title,
                                const char *field,
                                MukanaForm *form);

/* A time of the day in minutes after midnight, typed: "9", "9.30", "930", "klo 9:30". */

G_END_DECLS
