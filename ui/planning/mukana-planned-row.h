#pragma once

#include <gtk/gtk.h>

#include "services/mukana-planning.h"
#include "ui/planning/mukana-staging.h"

G_BEGIN_DECLS

/* One request of a plan: who is asked already, who would be, who else fits.
 * Signals, each with the ids of request and person: "ticked" and "pinned" (and whether it is
 * on), "chosen"; with that of the request "opened", "left-out" (and whether it is), and "asked"
 * with the popover that wants to know why others are not in the plan; and with the id of the person
 * alone "person": they want to be looked at. */
#define MUKANA_TYPE_PLANNED_ROW (mukana_planned_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPlannedRow, mukana_planned_row, MUKANA, PLANNED_ROW, GtkBox)

GtkWidget *mukana_planned_row_new   (void);
void       mukana_planned_row_show  (MukanaPlannedRow            *self,
                                     const MukanaPlanningRequest *told,
                                     MukanaStaging               *staging);
gint64     mukana_planned_row_get_request (MukanaPlannedRow      *self);
GtkWidget *mukana_planned_row_peek_check  (MukanaPlannedRow      *self,
                                           guint                  index);
GtkWidget *mukana_planned_row_peek_others (MukanaPlannedRow      *self);
GtkWidget *mukana_planned_row_peek_leave  (MukanaPlannedRow      *self);
const char *mukana_planned_row_peek_words (MukanaPlannedRow      *self);

G_END_DECLS
