#pragma once

/* mukana-test-undo.h: takes back the last deed of a window. */

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

void mukana_test_undo (MukanaContext *context,
                       GtkWidget     *widget);

G_END_DECLS
