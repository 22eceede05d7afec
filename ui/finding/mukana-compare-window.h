#pragma once

#include <gtk/gtk.h>

#include "services/mukana-matching.h"

G_BEGIN_DECLS

#define MUKANA_COMPARE_LEAST 2
#define MUKANA_COMPARE_MOST 4

GtkWidget *mukana_compare_window_new (GtkWindow  *parent,
                                      GPtrArray  *rows,
                                      const char *judgement,
                                      gboolean    is_narrow);

G_END_DECLS
