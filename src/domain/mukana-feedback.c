/* mukana-feedback.c: what both sides said afterwards, and what followed.
 */

#include "domain/mukana-feedback.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"

static const MukanaField feedback_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeedback, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "assignment-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeedback, assignment_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "side", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeedback, side), 20,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, mukana_feedback_sides },
  { "score", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeedback, score), 10,
    MUKANA_FIELD_PERSONAL, NULL },
  { "body", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeedback, body), 4000,
    MUKANA_FIELD_SPECIAL, NULL },
  { "given-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeedback, given_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "handled-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeedback, handled_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaFeedback, mukana_feedback, feedback_fields)

static const MukanaField outcome_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaOutcome, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaOutcome, request_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "finding", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOutcome, finding), 2000,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "result", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOutcome, result), 20,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_outcomes },
  { "reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOutcome, reason), 2000,
    MUKANA_FIELD_PLAIN, NULL },
  { "recorded-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaOutcome, recorded_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "told-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaOutcome, told_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "told-how", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOutcome, told_how), 200,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaOutcome, mukana_outcome, outcome_fields)


/** mukana_feedback_is_urgent: Returns: whether it is a detractor's (0 to 6) and not handled */
gboolean
mukana_feedback_is_urgent (MukanaFeedback *self)
{
  return self->score <= 6 && self->handled_on == MUKANA_DAY_NONE;
}

/** mukana_outcome_check: Returns: yours, the findings; "not" needs its reason */
GPtrArray *
mukana_outcome_check (MukanaOutcome *self)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (g_strcmp0 (self->result, "adopted") != 0 && self->reason == NULL)
    mukana_issues_add (issues, "reason", N_("Say why it was not taken into use."));

  return issues;
}
