#pragma once

#include <adwaita.h>

#include "services/mukana-proposing.h"

G_BEGIN_DECLS

/* What the day cost beside an own car: tickets, a taxi, expenses, per diem and meals. */
#define MUKANA_TYPE_COST_ROW (mukana_cost_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCostRow, mukana_cost_row, MUKANA, COST_ROW, AdwExpanderRow)

GtkWidget  *mukana_cost_row_new    (void);
const char *mukana_cost_row_read   (MukanaCostRow          *self,
                                    MukanaCompleting       *completing);
void        mukana_cost_row_show   (MukanaCostRow          *self,
                                    const MukanaCompleting *recorded);
void        mukana_cost_row_forget (MukanaCostRow          *self);
void        mukana_cost_row_type   (MukanaCostRow          *self,
                                    const char             *public_euros,
                                    const char             *taxi_euros,
                                    const char             *taxi_reason);

G_END_DECLS
