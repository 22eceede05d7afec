#pragma once

#include "services/mukana-budgeting.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_budget_group_new       (GPtrArray    *rows,
                                          int           year);
void       mukana_budget_dialog_present  (MukanaPage   *page,
                                          MukanaBudget *budget,
                                          int           year);

G_END_DECLS
