#pragma once

#include <gtk/gtk.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* The seed of the plan, and the plans that were applied.  Signal "seeded": it is to be planned
 * with the seed that is set. */
#define MUKANA_TYPE_PLANNING_PROTOCOLS (mukana_planning_protocols_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPlanningProtocols, mukana_planning_protocols, MUKANA,
                      PLANNING_PROTOCOLS, GtkBox)

GtkWidget *mukana_planning_protocols_new        (MukanaPage              *page);
void       mukana_planning_protocols_read       (MukanaPlanningProtocols *self);
void       mukana_planning_protocols_set_seed   (MukanaPlanningProtocols *self,
                                                 gint64                   seed);
gint64     mukana_planning_protocols_get_seed   (MukanaPlanningProtocols *self);
GtkWidget *mukana_planning_protocols_peek_check (MukanaPlanningProtocols *self,
                                                 guint                    index);
const char *mukana_planning_protocols_peek_told (MukanaPlanningProtocols *self);

G_END_DECLS
