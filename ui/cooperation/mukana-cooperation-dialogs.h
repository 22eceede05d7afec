#pragma once

#include "services/mukana-cooperating.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Each: the record NULL for a new one. */
void mukana_point_dialog_present      (MukanaPage             *page,
                                       MukanaOlkaPoint        *point);
void mukana_encounters_dialog_present (MukanaPage             *page,
                                       gint64                  point_id);
void mukana_theme_day_dialog_present  (MukanaPage             *page,
                                       gint64                  point_id,
                                       MukanaThemeDay         *day,
                                       GPtrArray              *participants);
void mukana_shift_dialog_present      (MukanaPage             *page,
                                       gint64                  point_id,
                                       GPtrArray              *volunteers);
void mukana_group_dialog_present      (MukanaPage             *page,
                                       MukanaCooperationGroup *group);
void mukana_meeting_dialog_present    (MukanaPage             *page,
                                       MukanaCooperationGroup *group);
void mukana_ask_dialog_present        (MukanaPage             *page,
                                       GPtrArray              *participants);
void mukana_given_dialog_present      (MukanaPage             *page,
                                       MukanaStatementRequest *statement);

G_END_DECLS
