#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_STATE_FILTER (mukana_state_filter_get_type ())
G_DECLARE_FINAL_TYPE (MukanaStateFilter, mukana_state_filter, MUKANA, STATE_FILTER, GtkBox)

GtkWidget  *mukana_state_filter_new       (const char         *name);
void        mukana_state_filter_add       (MukanaStateFilter  *self,
                                           const char         *code,
                                           const char         *label);
const char *mukana_state_filter_peek_code (MukanaStateFilter  *self);
void        mukana_state_filter_set_code  (MukanaStateFilter  *self,
                                           const char         *code);

/* Signal "changed". */

G_END_DECLS
