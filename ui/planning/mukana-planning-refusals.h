#pragma once

#include <gtk/gtk.h>

#include "services/mukana-planning.h"

G_BEGIN_DECLS

GtkWidget *mukana_planning_refusals_new (const MukanaPlanningAnswer  *answer,
                                         const MukanaPlanningApplied *applied);

G_END_DECLS
