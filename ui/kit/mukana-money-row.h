#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_MONEY_ROW (mukana_money_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaMoneyRow, mukana_money_row, MUKANA, MONEY_ROW, AdwEntryRow)

GtkWidget *mukana_money_row_new (const char *title,
                                 const char *field,
                                 MukanaForm *form);
GtkWidget *mukana_money_row_new_of (const char *title,
                                    const char *field,
                                    const char *unit,
                                    MukanaForm *form);

/* Euros and cents, typed as "45,10".  Empty is 0, but where a number must be said it is none. */

G_END_DECLS
