#pragma once

#include "services/mukana-happening-file.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_event_make (MukanaPage          *page,
                              MukanaHappeningFile *file);

G_END_DECLS
