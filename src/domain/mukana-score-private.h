#pragma once

#include "domain/mukana-score.h"

G_BEGIN_DECLS

/* Shares of a part's maximum, in thousandths. */
enum { FULL = 1000, NEUTRAL = 500 };

/* Notes what a part found, on its way to returning @share of its maximum. */
static inline int
find (MukanaScorePart *part,
      MukanaFinding    finding,
      int              share)
{
  part->finding = finding;
  return share;
}

/* Each part returns its share and fills the numbers and the finding of @part. */
int mukana_score_theme        (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaScorePart          *part);
int mukana_score_service      (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaScorePart          *part);
int mukana_score_availability (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaScorePart          *part);
int mukana_score_place        (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaScorePart          *part);
int mukana_score_fairness     (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaScorePart          *part);
int mukana_score_load         (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaScorePart          *part);
int mukana_score_skills       (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaScorePart          *part);
int mukana_score_diversity    (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               MukanaScorePart          *part);

G_END_DECLS
