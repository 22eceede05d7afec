#pragma once

#include "services/mukana-happening-file.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Each: the record NULL for a new one, of @event. */
void mukana_event_dialog_present      (MukanaPage         *page,
                                       MukanaHappening    *event);
void mukana_occurrence_dialog_present (MukanaPage         *page,
                                       MukanaOccurrence   *occurrence,
                                       MukanaHappening    *event);
void mukana_agenda_dialog_present     (MukanaPage         *page,
                                       MukanaAgendaItem   *item,
                                       MukanaHappening    *event);
void mukana_survey_dialog_present     (MukanaPage         *page,
                                       MukanaSurveyResult *result,
                                       MukanaHappening    *event);

G_END_DECLS
