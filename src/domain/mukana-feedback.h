#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* What one side said of an assignment. */
#define MUKANA_TYPE_FEEDBACK (mukana_feedback_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFeedback, mukana_feedback, MUKANA, FEEDBACK, MukanaRecord)

struct _MukanaFeedback
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      assignment_id;
  const char *side;
  gint64      score;              /* 0 to 10: would come again; how useful it was */
  const char *body;
  MukanaDay   given_on;
  MukanaDay   handled_on;
  gint64      heard;              /* 0 to 10, or MUKANA_FEEDBACK_NO_POINTS */
  gint64      aim_clear;
  gint64      support;
  const char *changed;            /* what the unit says that it changed */
  const char *handled_by;
  const char *handled_how;
};

#define MUKANA_FEEDBACK_NO_POINTS (-1)

/* What a group of participants answered to one question, as counts. */
#define MUKANA_TYPE_PARTICIPANTS (mukana_participants_get_type ())
G_DECLARE_FINAL_TYPE (MukanaParticipants, mukana_participants, MUKANA, PARTICIPANTS, MukanaRecord)

struct _MukanaParticipants
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      request_id;
  MukanaDay   given_on;
  gint64      n_answered;
  gint64      n_promoters;        /* gave 9 or 10 */
  gint64      n_detractors;       /* gave 0 to 6 */
};

/* In how many days a detractor's words are handled: the county's own promise. */
typedef struct
{
  int      n_days;
  gboolean is_working;            /* days; else calendar days */
} MukanaHandlingTime;

#define MUKANA_HANDLING_TIME     "feedback-handling"   /* the setting that keeps it */
#define MUKANA_HANDLING_MAX_DAYS 90

/* What followed from taking part. */
#define MUKANA_TYPE_OUTCOME (mukana_outcome_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOutcome, mukana_outcome, MUKANA, OUTCOME, MukanaRecord)

struct _MukanaOutcome
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      request_id;
  const char *finding;
  const char *result;
  const char *reason;             /* needed when it was not all taken into use */
  MukanaDay   recorded_on;
  MukanaDay   told_on;
  const char *told_how;
  const char *told_whom;
  const char *theme_id;
  const char *service;
};

#define MUKANA_FEEDBACK_HANDLING_DAYS 7    /* a score of 0 to 6; counties' own promise */
#define MUKANA_OUTCOME_TELLING_DAYS   60   /* participants are told what followed */

gboolean           mukana_feedback_is_urgent    (MukanaFeedback           *self);
GPtrArray         *mukana_feedback_check        (MukanaFeedback           *self);
GPtrArray         *mukana_participants_check    (MukanaParticipants       *self);
int                mukana_nps                   (gint64                    n_promoters,
                                                 gint64                    n_detractors,
                                                 gint64                    n_answered);
MukanaHandlingTime mukana_handling_time_parse   (const char               *text);
char              *mukana_handling_time_to_text (const MukanaHandlingTime *self);
MukanaDay          mukana_handling_due          (const MukanaHandlingTime *self,
                                                 MukanaDay                 given_on);
GPtrArray         *mukana_outcome_check         (MukanaOutcome            *self);
gboolean           mukana_outcome_is_open       (MukanaOutcome            *self);

G_END_DECLS
