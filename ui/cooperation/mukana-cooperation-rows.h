#pragma once

#include "services/mukana-cooperating.h"
#include "services/mukana-volunteering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Groups of the page, in its order; each with its heading. */
GtkWidget *mukana_cooperation_make_numbers    (MukanaPage            *page,
                                               MukanaCooperationDesk *desk);
GtkWidget *mukana_cooperation_make_tasks      (MukanaPage            *page,
                                               MukanaCooperationDesk *desk);
GtkWidget *mukana_cooperation_make_log        (MukanaPage            *page,
                                               MukanaCooperationDesk *desk);
GtkWidget *mukana_cooperation_make_ending     (MukanaPage            *page,
                                               MukanaCooperationDesk *desk);
GtkWidget *mukana_cooperation_make_statements (MukanaPage            *page,
                                               MukanaCooperationDesk *desk);
GtkWidget *mukana_cooperation_make_quiet      (MukanaPage            *page,
                                               MukanaCooperationDesk *desk);
GtkWidget *mukana_cooperation_make_points     (MukanaPage            *page,
                                               MukanaCooperationDesk *desk);
GtkWidget *mukana_cooperation_make_roster     (MukanaPage            *page,
                                               MukanaRoster          *roster);
GtkWidget *mukana_cooperation_make_groups     (MukanaPage            *page,
                                               MukanaCooperationDesk *desk);

G_END_DECLS
