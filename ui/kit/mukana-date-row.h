#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_DATE_ROW (mukana_date_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaDateRow, mukana_date_row, MUKANA, DATE_ROW, AdwEntryRow)

GtkWidget *mukana_date_row_new (const char *title,
                                const char *field,
                                MukanaForm *form);

/* A typed day, "3.4.2026" or "2026-04-03", with a calendar beside it. */

G_END_DECLS
