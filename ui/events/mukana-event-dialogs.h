#pragma once

#include "services/mukana-happening-file.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Each: the record NULL for a new one, of @event_id. */
void mukana_event_dialog_present      (MukanaPage         *page,
                                       MukanaHappening    *event);
void mukana_occurrence_dialog_present (MukanaPage         *page,
                                       MukanaOccurrence   *occurrence,
                                       gint64              event_id);
void mukana_agenda_dialog_present     (MukanaPage         *page,
                                       MukanaAgendaItem   *item,
                                       gint64              event_id);
void mukana_survey_dialog_present     (MukanaPage         *page,
                                       MukanaSurveyResult *result,
                                       gint64              event_id);

G_END_DECLS
