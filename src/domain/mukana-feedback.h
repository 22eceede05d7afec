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
  gint64      score;              /* 0 to 10 */
  const char *body;
  MukanaDay   given_on;
  MukanaDay   handled_on;
};

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
  const char *reason;             /* needed when nothing followed */
  MukanaDay   recorded_on;
  MukanaDay   told_on;
  const char *told_how;
};

#define MUKANA_FEEDBACK_HANDLING_DAYS 7    /* a score of 0 to 6; counties' own promise */
#define MUKANA_OUTCOME_TELLING_DAYS   60   /* participants are told what followed */

gboolean   mukana_feedback_is_urgent (MukanaFeedback *self);
GPtrArray *mukana_outcome_check      (MukanaOutcome  *self);

G_END_DECLS
