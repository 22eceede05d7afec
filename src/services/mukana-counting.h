#pragma once

#include "domain/mukana-fee-limit.h"
#include "services/mukana-proposing.h"

G_BEGIN_DECLS

gint64 mukana_counting_expect_fee (GPtrArray  *rules,
                                   const char *rule_code,
                                   gint64      agreed_cents,
                                   gint64      minutes,
                                   MukanaDay   day);

extern const MukanaJob mukana_fee_count_job;   /* id of a person -> MukanaFeeCount */
/* NULL -> GPtrArray of MukanaFeeCount: of those who are near a limit. */
extern const MukanaJob mukana_fee_near_job;
/* MukanaProposing -> GPtrArray of names: whose own ceiling the fee of the request would exceed,
 * with what is agreed already counted.  It forbids nothing: whoever invites is told before. */
extern const MukanaJob mukana_fee_over_job;

G_END_DECLS
