#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_WRAP_BOX (mukana_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWrapBox, mukana_wrap_box, MUKANA, WRAP_BOX, GtkWidget)

GtkWidget *mukana_wrap_box_new    (int            spacing,
                                   int            line_spacing);
void       mukana_wrap_box_append (MukanaWrapBox *self,
                                   GtkWidget     *child);
void       mukana_wrap_box_remove (MukanaWrapBox *self,
                                   GtkWidget     *child);
void       mukana_wrap_box_clear  (MukanaWrapBox *self);

G_END_DECLS
