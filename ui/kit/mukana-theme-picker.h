#pragma once

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_THEME_PICKER (mukana_theme_picker_get_type ())
G_DECLARE_FINAL_TYPE (MukanaThemePicker, mukana_theme_picker, MUKANA, THEME_PICKER, GtkBox)

GtkWidget *mukana_theme_picker_new       (MukanaContext     *context);
void       mukana_theme_picker_set_taken (MukanaThemePicker *self,
                                          const char        *themes);

/* Signal "picked" (theme id).  Put it into a popover or a dialog. */

G_END_DECLS
