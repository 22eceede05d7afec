#pragma once

#include <gtk/gtk.h>

#include "services/mukana-overview.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_TODAY_YEAR (mukana_today_year_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTodayYear, mukana_today_year, MUKANA, TODAY_YEAR, GtkBox)

GtkWidget *mukana_today_year_new  (void);
void       mukana_today_year_fill (MukanaTodayYear *self,
                                   MukanaOverview  *overview);

G_END_DECLS
