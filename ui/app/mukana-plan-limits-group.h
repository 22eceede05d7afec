#pragma once

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

GtkWidget *mukana_plan_limits_group_new (MukanaContext *context,
                                         GtkWidget     *window);

G_END_DECLS
