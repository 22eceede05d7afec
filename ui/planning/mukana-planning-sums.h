#pragma once

#include <gtk/gtk.h>

#include "services/mukana-planning.h"

G_BEGIN_DECLS

GtkWidget *mukana_planning_sums_new  (void);
void       mukana_planning_sums_show (GtkWidget                  *sums,
                                      const MukanaPlanningAnswer *answer,
                                      const MukanaPlanningSums   *staged,
                                     gboolean                    narrow);

G_END_DECLS
