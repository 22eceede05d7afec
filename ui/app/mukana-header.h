#pragma once

#include <gtk/gtk.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_HEADER (mukana_header_get_type ())
G_DECLARE_FINAL_TYPE (MukanaHeader, mukana_header, MUKANA, HEADER, GtkBox)

GtkWidget *mukana_header_new          (void);
void       mukana_header_set_page     (MukanaHeader *self,
                                       MukanaPage   *page,
                                       gboolean      can_go_back);
void       mukana_header_set_narrow   (MukanaHeader *self,
                                       gboolean      narrow);
void       mukana_header_focus_search (MukanaHeader *self);

G_END_DECLS
