#pragma once

#include "domain/mukana-fee.h"
#include "domain/mukana-fee-limit.h"
#include "services/mukana-proposing.h"

G_BEGIN_DECLS

gboolean mukana_counting_expect_fee (MukanaDb             *db,
                                     GPtrArray            *rules,
                                     gint64                person_id,
                                     const char           *rule_code,
                                     const MukanaFeeWork  *work,
                                     gboolean              is_at_door,
                                     gint64               *cents,
                                     GError              **error);

extern const MukanaJob mukana_fee_count_job;   /* id of a person -> MukanaFeeCount */
/* NULL -> GPtrArray of MukanaFeeCount: of those who are near a limit. */
extern const MukanaJob mukana_fee_near_job;
/* MukanaProposing -> GPtrArray of names: whose own ceiling the fee of the request would exceed,
 * with what is agreed already counted.  It forbids nothing: whoever invites is told before. */
extern const MukanaJob mukana_fee_over_job;

G_END_DECLS
