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
  GPtrArray       *surveys;       /* MukanaSurveyResult, newest first */
} MukanaHappeningFile;

extern const MukanaJob mukana_happenings_job;   /* NULL -> GPtrArray of MukanaHappeningFile, those
                                                   with no time or the latest first */

G_END_DECLS
