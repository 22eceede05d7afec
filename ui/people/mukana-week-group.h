#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-week-painter.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_WEEK_GROUP (mukana_week_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWeekGroup, mukana_week_group, MUKANA, WEEK_GROUP, GtkBox)

GtkWidget         *mukana_week_group_new          (MukanaPage             *page);
void               mukana_week_group_show         (MukanaWeekGroup        *self,
                                                   const MukanaPersonFile *file);
void               mukana_week_group_save_now     (MukanaWeekGroup        *self);
void               mukana_week_group_set_narrow   (MukanaWeekGroup        *self,
                                                   gboolean                narrow);
MukanaWeekPainter *mukana_week_group_peek_painter (MukanaWeekGroup        *self);

/* For the dialog of the season: the one that is shown and painted. */
MukanaDayRange     mukana_week_group_get_season   (MukanaWeekGroup        *self);
void               mukana_week_group_set_season   (MukanaWeekGroup        *self,
                                                   MukanaDayRange          season);

G_END_DECLS
