#pragma once

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"

void mukana_search_present (GtkWindow     *parent,
                            MukanaContext *context);
