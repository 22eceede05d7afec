#pragma once

#include <gtk/gtk.h>

#include "services/mukana-matching.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_WHY_PANEL (mukana_why_panel_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWhyPanel, mukana_why_panel, MUKANA, WHY_PANEL, GtkBox)

GtkWidget *mukana_why_panel_new  (void);
void       mukana_why_panel_show (MukanaWhyPanel       *self,
                                  const MukanaMatchRow *row);
void       mukana_why_panel_set_can_close (MukanaWhyPanel *self,
                                           gboolean        can_close);
const char *mukana_why_panel_peek_rise (MukanaWhyPanel    *self);

/* Signals "open-person" (gint64) and "close". */

G_END_DECLS
