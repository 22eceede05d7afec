#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Somebody was asked. */
#define MUKANA_TYPE_PROPOSAL (mukana_proposal_get_type ())
G_DECLARE_FINAL_TYPE (MukanaProposal, mukana_proposal, MUKANA, PROPOSAL, MukanaRecord)

struct _MukanaProposal
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      request_id;
  gint64      person_id;
  gint64      slot_id;            /* 0: the request as a whole */
  const char *state;
  gint64      is_reserve;
  gint64      score;
  const char *choice_reason;
  const char *exception_reason;   /* of mukana_exception_reasons; NULL: they fitted */
  const char *asked_words;        /* what another reason of these two was */
  MukanaDay   proposed_on;
  MukanaDay   answer_by;
  MukanaDay   answered_on;
  const char *decline_reason;
  const char *decline_words;      /* what another reason was */
};

gboolean  mukana_proposal_may_become (MukanaProposal *self,
                                      const char     *state);
MukanaDay mukana_proposal_answer_by  (MukanaDay       proposed_on);

G_END_DECLS
