#pragma once

#include <gtk/gtk.h>

#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_FINDING_BAR (mukana_finding_bar_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFindingBar, mukana_finding_bar, MUKANA, FINDING_BAR, GtkBox)

GtkWidget  *mukana_finding_bar_new           (void);
void        mukana_finding_bar_show          (MukanaFindingBar    *self,
                                              MukanaFindingChoice *choice,
                                              gboolean             is_compact);
const char *mukana_finding_bar_peek_sentence (MukanaFindingBar    *self);
const char *mukana_finding_bar_peek_roles    (MukanaFindingBar    *self);

/* Signals "removed" and "explain" (gint64 person). */

G_END_DECLS
