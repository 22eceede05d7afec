#pragma once

#include "services/mukana-hearing.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_handle_dialog_present   (MukanaPage               *page,
                                           MukanaFeedback           *feedback);
GtkWidget *mukana_handling_dialog_present (MukanaPage               *page,
                                           const MukanaHandlingTime *time);

G_END_DECLS
