#pragma once

#include "domain/mukana-match-result.h"

G_BEGIN_DECLS

/* How a match index builds its answers. */

MukanaMatchResult     *mukana_match_result_new        (void);
void                   mukana_match_result_keep       (MukanaMatchResult     *self,
                                                       guint                  top_n,
                                                       gint64                 person_id,
                                                       MukanaMatchFacts      *facts,
                                                       int                    points);
int                    mukana_match_result_least      (const MukanaMatchResult *self,
                                                       guint                  top_n);
void                   mukana_match_result_finish     (MukanaMatchResult     *self);
MukanaMatchExclusions *mukana_match_exclusions_new    (void);
void                   mukana_match_exclusions_add    (MukanaMatchExclusions *self,
                                                       MukanaMatchFacts      *facts,
                                                       MukanaReasons          reasons);
void                   mukana_match_exclusions_finish (MukanaMatchExclusions *self);

G_END_DECLS
