#pragma once

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

/* The targets of a panel, to be written by choosing.  Signal "changed". */
#define MUKANA_TYPE_PANEL_TARGETS (mukana_panel_targets_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPanelTargets, mukana_panel_targets, MUKANA, PANEL_TARGETS, GtkBox)

GtkWidget *mukana_panel_targets_new      (MukanaContext      *context);
void       mukana_panel_targets_set_size (MukanaPanelTargets *self,
                                          int                 size);
void       mukana_panel_targets_add      (MukanaPanelTargets *self,
                                          const char         *dimension,
                                          const char         *value,
                                          int                 least,
                                          int                 most);
void       mukana_panel_targets_set_text (MukanaPanelTargets *self,
                                          const char         *text);
char      *mukana_panel_targets_dup_text (MukanaPanelTargets *self);

G_END_DECLS
