#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SWITCH_ROW (mukana_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSwitchRow, mukana_switch_row, MUKANA, SWITCH_ROW, AdwActionRow)

GtkWidget *mukana_switch_row_new (const char *title,
                                  const char *field,
                                  MukanaForm *form);

G_END_DECLS
