#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     mukana_style_load             (GdkDisplay     *display);
void     mukana_style_follow           (GtkWidgetClass *widget_class);
GdkRGBA  mukana_style_color            (GtkWidget      *widget,
                                        const char     *name);
GdkRGBA  mukana_style_text_color       (GtkWidget      *widget,
                                        double          alpha);
gboolean mukana_style_is_high_contrast (GtkWidget      *widget);

G_END_DECLS
