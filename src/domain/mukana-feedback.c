/* mukana-feedback.c: what both sides said afterwards, and what followed.
 */

#include "domain/mukana-feedback.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-working-day.h"

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
  { "heard", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeedback, heard), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "aim-clear", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeedback, aim_clear), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "support", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeedback, support), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "changed", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeedback, changed), 2000,
    MUKANA_FIELD_SPECIAL, NULL },
  { "handled-by", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeedback, handled_by), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "handled-how", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeedback, handled_how), 2000,
    MUKANA_FIELD_SPECIAL, NULL },
};

G_DEFINE_FINAL_TYPE (MukanaFeedback, mukana_feedback, MUKANA_TYPE_RECORD)

static void
mukana_feedback_class_init (MukanaFeedbackClass *klass)
{
  mukana_record_class_set_fields (MUKANA_RECORD_CLASS (klass), feedback_fields,
                                  G_N_ELEMENTS (feedback_fields));
}

/* What was not asked is not nought. */
static void
mukana_feedback_init (MukanaFeedback *self)
{
  self->heard = self->aim_clear = self->support = MUKANA_FEEDBACK_NO_POINTS;
}

static const MukanaField participants_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaParticipants, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaParticipants, request_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "given-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaParticipants, given_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "n-answered", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaParticipants, n_answered), 100000,
    MUKANA_FIELD_PLAIN, NULL },
  { "n-promoters", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaParticipants, n_promoters), 100000,
    MUKANA_FIELD_PLAIN, NULL },
  { "n-detractors", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaParticipants, n_detractors), 100000,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaParticipants, mukana_participants, participants_fields)

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
  { "told-whom", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOutcome, told_whom), 200,
    MUKANA_FIELD_PLAIN, NULL },
  { "theme-id", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOutcome, theme_id), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "service", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOutcome, service), 200,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaOutcome, mukana_outcome, outcome_fields)


/** mukana_feedback_is_urgent: Returns: whether it is a detractor's words and not handled */
gboolean
mukana_feedback_is_urgent (MukanaFeedback *self)
{
  return self->score <= 6 && !mukana_text_is_empty (self->body) &&
         self->handled_on == MUKANA_DAY_NONE;
}

/** mukana_feedback_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_feedback_check (MukanaFeedback *self)
{
  const struct { const char *field; gint64 points; } answers[] = {
    { "heard", self->heard }, { "aim-clear", self->aim_clear }, { "support", self->support },
  };
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (answers[i].points < MUKANA_FEEDBACK_NO_POINTS || answers[i].points > 10)
      mukana_issues_add (issues, answers[i].field, N_("Give from 0 to 10 points."));

  return issues;
}

/** mukana_participants_check: Returns: yours, the findings; empty when it may be stored */
GPtrArray *
mukana_participants_check (MukanaParticipants *self)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->n_answered < 1)
    mukana_issues_add (issues, "n-answered", N_("Say how many answered."));
  else if (self->n_promoters + self->n_detractors > self->n_answered)
    mukana_issues_add (issues, "n-answered", N_("More gave points than answered."));

  return issues;
}

/**
 * mukana_nps:
 * @n_answered: more than none
 *
 * The share of those who gave 9 or 10 minus the share of those who gave 0 to 6.
 *
 * Returns: -100 to 100, rounded to the nearest, halves away from nought
 */
int
mukana_nps (gint64 n_promoters,
            gint64 n_detractors,
            gint64 n_answered)
{
  gint64 difference = 100 * (n_promoters - n_detractors);

  g_return_val_if_fail (n_answered > 0, 0);

  return (int) ((2 * ABS (difference) + n_answered) / (2 * n_answered)) *
         (difference < 0 ? -1 : 1);
}

/**
 * mukana_handling_time_parse:
 * @text: (nullable): "7 calendar" or "7 working", as the register keeps it
 *
 * Returns: what it says; the usual time when it says nothing that can be followed
 */
MukanaHandlingTime
mukana_handling_time_parse (const char *text)
{
  MukanaHandlingTime time = { MUKANA_FEEDBACK_HANDLING_DAYS, FALSE };
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", 2);
  gint64 n_days;

  if (words[0] != NULL && words[1] != NULL &&
      g_ascii_string_to_signed (words[0], 10, 1, MUKANA_HANDLING_MAX_DAYS, &n_days, NULL))
    {
      time.n_days = (int) n_days;
      time.is_working = g_str_equal (words[1], "working");
    }

  return time;
}

/** mukana_handling_time_to_text: Returns: yours, as the register keeps it */
char *
mukana_handling_time_to_text (const MukanaHandlingTime *self)
{
  return g_strdup_printf ("%d %s", self->n_days, self->is_working ? "working" : "calendar");
}

/** mukana_handling_due: Returns: the last day on which what was said on @given_on is in time */
MukanaDay
mukana_handling_due (const MukanaHandlingTime *self,
                     MukanaDay                 given_on)
{
  return self->is_working ? mukana_day_add_working (given_on, self->n_days)
                          : given_on + self->n_days;
}

/** mukana_outcome_check: Returns: yours, what is wrong; what was not all taken needs its reason */
GPtrArray *
mukana_outcome_check (MukanaOutcome *self)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if ((g_strcmp0 (self->result, "partly") == 0 || g_strcmp0 (self->result, "not") == 0) &&
      mukana_text_is_empty (self->reason))
    mukana_issues_add (issues, "reason", N_("Say why it was not taken into use."));

  return issues;
}

/** mukana_outcome_is_open: Returns: whether it is not known yet what followed, or not told */
gboolean
mukana_outcome_is_open (MukanaOutcome *self)
{
  return g_strcmp0 (self->result, "waiting") == 0 || self->told_on == MUKANA_DAY_NONE;
}
