#pragma once

#include <gtk/gtk.h>

void mukana_about_present (GtkWindow *parent);
