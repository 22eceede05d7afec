#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* An event or a training: one content, at one or several times and places. */
#define MUKANA_TYPE_HAPPENING (mukana_happening_get_type ())
G_DECLARE_FINAL_TYPE (MukanaHappening, mukana_happening, MUKANA, HAPPENING, MukanaRecord)

struct _MukanaHappening
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  const char *title;
  const char *kind;               /* of mukana_happening_kinds */
  const char *mode;               /* of mukana_happening_modes */
  const char *series;
  gint64      part;               /* of the series; 0: none */
  const char *audience;
  const char *facilitators;       /* by role or organisation */
  gint64      price_cents;
  gint64      is_recorded;
  gint64      minimum_minutes;    /* of what has no time yet */
  gint64      register_days;      /* before each occurrence; 0: see register_by */
  MukanaDay   register_by;
  MukanaDay   done_by;            /* of what everybody does by themselves */
  const char *note;
};

#define MUKANA_TYPE_OCCURRENCE (mukana_occurrence_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOccurrence, mukana_occurrence, MUKANA, OCCURRENCE, MukanaRecord)

struct _MukanaOccurrence
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      event_id;
  MukanaDay   day;
  gint64      start_minute;
  gint64      end_minute;
  const char *venue;
  const char *address;
  const char *municipality_code;
  const char *link;
  gint64      n_registered;
  gint64      n_attended;
  MukanaDay   cancelled_on;   /* NONE while it takes place */
  const char *cancel_reason;
};

#define MUKANA_TYPE_AGENDA_ITEM (mukana_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAgendaItem, mukana_agenda_item, MUKANA, AGENDA_ITEM, MukanaRecord)

struct _MukanaAgendaItem
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      event_id;
  gint64      start_minute;
  const char *title;
  const char *speaker;            /* by role and organisation */
};

/* A programme as it was before it was changed. */
#define MUKANA_TYPE_AGENDA_VERSION (mukana_agenda_version_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAgendaVersion, mukana_agenda_version, MUKANA, AGENDA_VERSION,
                      MukanaRecord)

struct _MukanaAgendaVersion
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      event_id;
  MukanaDay   until_day;          /* when it was changed */
  const char *changed_by;
  const char *body;               /* a line for each item */
};

/* A result as it was reported: no number of answers is ever made of the two. */
#define MUKANA_TYPE_SURVEY_RESULT (mukana_survey_result_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSurveyResult, mukana_survey_result, MUKANA, SURVEY_RESULT, MukanaRecord)

struct _MukanaSurveyResult
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      event_id;
  MukanaDay   asked_on;
  const char *question;
  const char *audience;
  gint64      n_asked;
  gint64      percent_hundredths;
  gint64      is_estimate;        /* of somebody else than who was asked about */
};

#define MUKANA_SURVEY_LEAST 5     /* a result of fewer is not shown */

/* Each: Returns: yours, the findings; empty when it may be stored. */
GPtrArray *mukana_happening_check     (gpointer draft);
GPtrArray *mukana_occurrence_check    (gpointer draft);
GPtrArray *mukana_agenda_item_check   (gpointer draft);
char      *mukana_agenda_item_tell    (MukanaAgendaItem *self);
char      *mukana_agenda_tell         (GPtrArray *items);
GPtrArray *mukana_survey_result_check (gpointer draft);

MukanaDay  mukana_happening_deadline  (MukanaHappening  *self,
                                       MukanaOccurrence *occurrence);
char      *mukana_survey_result_tell  (MukanaSurveyResult *self);

G_END_DECLS
