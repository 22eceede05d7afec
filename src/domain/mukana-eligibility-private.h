#pragma once

#include "domain/mukana-eligibility.h"

G_BEGIN_DECLS

MukanaReasons mukana_eligibility_judge_time (const MukanaMatchRequest *request,
                                             const MukanaMatchFacts   *facts,
                                             int                      *plan,
                                             guint                    *n_possible);
gboolean      mukana_eligibility_note_time  (const MukanaMatchRequest *request,
                                             const MukanaMatchFacts   *facts,
                                             MukanaReason              reason,
                                             MukanaReasonNote         *note);

G_END_DECLS
