#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_request_moving_menu (MukanaRequest           *request);
GtkWidget *mukana_request_moving_to   (MukanaPage              *page,
                                       const MukanaRequestFile *file,
                                       const char              *state);

G_END_DECLS
