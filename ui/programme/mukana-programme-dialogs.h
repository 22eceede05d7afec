#pragma once

#include "services/mukana-programme-file.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Each: the record NULL for a new one, under @parent_id. */
void mukana_priority_dialog_present  (MukanaPage      *page,
                                      MukanaPriority  *priority,
                                      gint64           place);
void mukana_goal_dialog_present      (MukanaPage      *page,
                                      MukanaGoal      *goal,
                                      gint64           parent_id,
                                      gint64           place);
void mukana_measure_dialog_present   (MukanaPage      *page,
                                      MukanaMeasure   *measure,
                                      gint64           parent_id);
void mukana_indicator_dialog_present (MukanaPage      *page,
                                      MukanaIndicator *indicator,
                                      gint64           parent_id);
void mukana_reading_dialog_present   (MukanaPage      *page,
                                      MukanaIndicator *indicator);

G_END_DECLS
