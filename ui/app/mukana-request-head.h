#pragma once

#include <gtk/gtk.h>

#include "services/mukana-registering.h"
#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

GtkWidget *mukana_request_head_new (MukanaContext           *context,
                                    const MukanaRequestFile *file);

G_END_DECLS
