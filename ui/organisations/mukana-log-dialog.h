#pragma once

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

void mukana_log_dialog_present (GtkWindow     *parent,
                                MukanaContext *context,
                                gint64         organisation_id);

G_END_DECLS
