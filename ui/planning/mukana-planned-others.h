#pragma once

#include <gtk/gtk.h>

#include "services/mukana-planning.h"

G_BEGIN_DECLS

/* Called with who is wanted instead. */
typedef void (*MukanaPlannedChoose) (gint64   request_id,
                                     gint64   person_id,
                                     gpointer data);

GtkWidget *mukana_planned_others_new (const MukanaPlanningRequest *told,
                                      MukanaPlannedChoose          choose,
                                      gpointer                     data);
void       mukana_planned_others_tell (GtkWidget                   *popover,
                                       GPtrArray                   *others,
                                       const char                  *sentence);

G_END_DECLS
