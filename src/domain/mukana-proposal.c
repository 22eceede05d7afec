/* mukana-proposal.c: a person proposed to a request; its states and legal moves.
 */

#include "domain/mukana-proposal.h"

#include "domain/mukana-codes.h"

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaProposal, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaProposal, version), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "request-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaProposal, request_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaProposal, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "slot-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaProposal, slot_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "state", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaProposal, state), 20,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, mukana_proposal_states },
  { "is-reserve", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaProposal, is_reserve), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "score", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaProposal, score), 1000,
    MUKANA_FIELD_PERSONAL, NULL },
  { "choice-reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaProposal, choice_reason), 20,
    MUKANA_FIELD_PERSONAL, mukana_choice_reasons },
  { "exception-reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaProposal, exception_reason), 20,
    MUKANA_FIELD_PERSONAL, mukana_exception_reasons },
  { "asked-words", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaProposal, asked_words),
    MUKANA_REASON_LIMIT, MUKANA_FIELD_PERSONAL, NULL },
  { "proposed-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaProposal, proposed_on), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "answer-by", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaProposal, answer_by), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "answered-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaProposal, answered_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "decline-reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaProposal, decline_reason), 20,
    MUKANA_FIELD_PERSONAL, mukana_decline_reasons },
  { "decline-words", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaProposal, decline_words),
    MUKANA_REASON_LIMIT, MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaProposal, mukana_proposal, fields)


/** mukana_proposal_may_become: an answer may be corrected until an assignment rests on it */
gboolean
mukana_proposal_may_become (MukanaProposal *self,
                            const char     *state)
{
  if (mukana_code_index (mukana_proposal_states, state) < 0 || g_str_equal (self->state, state))
    return FALSE;

  return g_str_equal (self->state, "proposed") ||
         (g_str_equal (self->state, "no-answer") && !g_str_equal (state, "proposed"));
}

/** mukana_proposal_answer_by: five working days, Monday to Friday, after @proposed_on */
MukanaDay
mukana_proposal_answer_by (MukanaDay proposed_on)
{
  MukanaDay day = proposed_on;

  for (int n_left = 5; n_left > 0; )
    n_left -= mukana_day_weekday (++day) <= 5;

  return day;
}
