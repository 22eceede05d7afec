/* mukana-rights-request.c: what a person asked for about their data, and the month for answering.
 *
 * An answer is due without delay and within one month of the day on which the
 * request came; two more months can be taken with a reason, which the person is
 * told within the first.  Source: GDPR 12(3).  Months are months of the calendar:
 * the last day has the number of the first, or is the last of its month
 * (Regulation 1182/71, Article 3(2)(c)).
 */

#include "domain/mukana-rights-request.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

#define OFFSET(field) G_STRUCT_OFFSET (MukanaRightsRequest, field)

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, OFFSET (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, OFFSET (version), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, OFFSET (person_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, OFFSET (kind), 20, MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED,
    mukana_rights_kinds },
  { "received-on", MUKANA_FIELD_DAY, OFFSET (received_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "how", MUKANA_FIELD_TEXT, OFFSET (how), 20, MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED,
    mukana_consent_ways },
  { "due-on", MUKANA_FIELD_DAY, OFFSET (due_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "extended-reason", MUKANA_FIELD_TEXT, OFFSET (extended_reason), 500, MUKANA_FIELD_PERSONAL,
    NULL },
  { "words", MUKANA_FIELD_TEXT, OFFSET (words), 2000, MUKANA_FIELD_SPECIAL, NULL },
  { "decision", MUKANA_FIELD_TEXT, OFFSET (decision), 20, MUKANA_FIELD_PERSONAL,
    mukana_rights_decisions },
  { "decision-reason", MUKANA_FIELD_TEXT, OFFSET (decision_reason), 2000, MUKANA_FIELD_PERSONAL,
    NULL },
  { "answered-on", MUKANA_FIELD_DAY, OFFSET (answered_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "ended-on", MUKANA_FIELD_DAY, OFFSET (ended_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "recorded-by", MUKANA_FIELD_TEXT, OFFSET (recorded_by), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "created-at", MUKANA_FIELD_TIME, OFFSET (created_at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "asker-name", MUKANA_FIELD_TEXT, OFFSET (asker_name), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "asker-contact", MUKANA_FIELD_TEXT, OFFSET (asker_contact), 200, MUKANA_FIELD_CONTACT, NULL },
  { "ground", MUKANA_FIELD_TEXT, OFFSET (ground), 20, MUKANA_FIELD_PERSONAL,
    mukana_rights_grounds },
  { "display-name", MUKANA_FIELD_TEXT, OFFSET (display_name), 200, MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRightsRequest, mukana_rights_request, fields)

/** mukana_rights_due_on: Returns: the last day for the answer */
MukanaDay
mukana_rights_due_on (MukanaDay received_on,
                      gboolean  is_extended)
{
  return mukana_day_add_months (received_on, is_extended ? 3 : 1);
}

/**
 * mukana_rights_ground_suits:
 *
 * Source: GDPR Articles 18(1) and 21(1), (2) and (6).
 *
 * Returns: whether @ground is one on which a request of @kind may rest
 */
gboolean
mukana_rights_ground_suits (const char *ground,
                            const char *kind)
{
  int place = mukana_code_index (mukana_rights_grounds, ground);
  int first_of_objections = mukana_code_index (mukana_rights_grounds, "situation");

  if (place < 0)
    return FALSE;

  return place < first_of_objections ? g_strcmp0 (kind, "restriction") == 0
                                     : g_strcmp0 (kind, "objection") == 0;
}

/** mukana_rights_request_was_late: Returns: whether it was answered after its last day */
gboolean
mukana_rights_request_was_late (MukanaRightsRequest *self)
{
  return self->answered_on != MUKANA_DAY_NONE && self->answered_on > self->due_on;
}

/** mukana_rights_request_check: Returns: yours, the findings about a request to be noted */
GPtrArray *
mukana_rights_request_check (MukanaRightsRequest *self,
                             MukanaDay            today)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->received_on == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "received-on", N_("Say when the request came."));
  else if (self->received_on > today)
    mukana_issues_add (issues, "received-on", N_("A request cannot come in the future."));
  if (self->ground != NULL && !mukana_rights_ground_suits (self->ground, self->kind))
    mukana_issues_add (issues, "ground", N_("This is not a ground of such a request."));
  /* Of somebody in the register the asker is another, who asks for them. */
  if (self->person_id != 0 && self->asker_contact != NULL && self->asker_name == NULL)
    mukana_issues_add (issues, "asker-name", N_("Say whose address this is."));

  return issues;
}

/**
 * mukana_rights_request_check_answer:
 *
 * A refusal is told with its reasons.  Source: GDPR 12(4).  What was answered by letter may be
 * written down later: the day it was answered on decides whether it was in time.
 *
 * Returns: yours, the findings about an answer to be noted
 */
GPtrArray *
mukana_rights_request_check_answer (MukanaRightsRequest *self,
                                    MukanaDay            today)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->decision == NULL)
    mukana_issues_add (issues, "decision", N_("Say what was decided."));
  else if ((g_str_equal (self->decision, "refused") || g_str_equal (self->decision, "partly")) &&
           mukana_text_is_empty (self->decision_reason))
    mukana_issues_add (issues, "decision-reason", N_("Say why: the person is told the reason."));
  if (self->answered_on != MUKANA_DAY_NONE && self->answered_on > today)
    mukana_issues_add (issues, "answered-on", N_("An answer cannot be given in the future."));
  else if (self->answered_on != MUKANA_DAY_NONE && self->answered_on < self->received_on)
    mukana_issues_add (issues, "answered-on", N_("The answer is older than the request."));

  return issues;
}

/** mukana_rights_request_check_extension: Returns: yours, the findings about taking more time */
GPtrArray *
mukana_rights_request_check_extension (MukanaRightsRequest *self,
                                       MukanaDay            today)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (mukana_text_is_empty (self->extended_reason))
    mukana_issues_add (issues, "extended-reason",
                       N_("Say why more time is needed: the person is told the reason."));
  else if (today > mukana_rights_due_on (self->received_on, FALSE))
    mukana_issues_add (issues, "extended-reason",
                       N_("More time can be taken only within the first month."));

  return issues;
}
