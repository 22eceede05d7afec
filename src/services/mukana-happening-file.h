#pragma once

#include "domain/mukana-happening.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* An event with all that belongs to it. */
typedef struct
{
  MukanaHappening *event;
  GPtrArray       *occurrences;   /* MukanaOccurrence, first first */
  GPtrArray       *agenda;        /* MukanaAgendaItem, in order */
  GPtrArray       *versions;      /* MukanaAgendaVersion: earlier agendas, newest first */
  GPtrArray       *surveys;       /* MukanaSurveyResult, newest first */
} MukanaHappeningFile;

extern const MukanaJob mukana_happenings_job;   /* NULL -> GPtrArray of MukanaHappeningFile, those
                                                   with no time or the latest first */

/* For whoever changes the agenda, in their own transaction, before they do. */
gboolean mukana_happening_keep_agenda (MukanaDb  *db,
                                       gint64     event_id,
                                       GError   **error);

G_END_DECLS
