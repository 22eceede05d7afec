#pragma once

#include "domain/mukana-fee.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A row is never edited, for fee lines quote it: a new price is a new row from
 * a day on.  What was just added can be dropped while no fee line may quote it;
 * NOT_ALLOWED after that. */
extern const MukanaJob mukana_fee_rule_add_job;      /* MukanaFeeRule -> its id, gint64 */
extern const MukanaJob mukana_fee_rule_drop_job;     /* MukanaFeeRule -> NULL */
extern const MukanaJob mukana_travel_rate_add_job;   /* MukanaTravelRate -> NULL */
extern const MukanaJob mukana_travel_rate_drop_job;  /* MukanaTravelRate -> NULL */

gboolean   mukana_pricing_find_rule (MukanaDb       *db,
                                     GPtrArray      *rules,
                                     const char     *code,
                                     MukanaDay       day,
                                     gint64          person_id,
                                     gboolean        is_at_door,
                                     MukanaFeeRule **rule,
                                     GError        **error);
GPtrArray *mukana_fee_rule_check    (gpointer   rule,
                                     GPtrArray *rules);
GPtrArray *mukana_travel_rate_check (gpointer   rate,
                                     GPtrArray *rates);

G_END_DECLS
