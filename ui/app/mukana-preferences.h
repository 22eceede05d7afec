#pragma once

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"

void mukana_preferences_present (GtkWindow     *parent,
                                 MukanaContext *context);
