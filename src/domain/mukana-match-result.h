#pragma once

#include "domain/mukana-score.h"

G_BEGIN_DECLS

typedef struct
{
  gint64            person_id;
  MukanaMatchFacts *facts;          /* for mukana_score_new(), which gives the parts */
  int               points;         /* the score */
} MukanaCandidate;

/* Who fits, best first; equal scores by person id. */
typedef struct
{
  guint             n_fits;         /* all who fit, shown or not */
  GArray           *candidates;     /* MukanaCandidate, at most the number asked for */
} MukanaMatchResult;

typedef struct
{
  gint64            person_id;
  MukanaMatchFacts *facts;          /* for mukana_explain_reason() and what would help */
  MukanaReasons     reasons;        /* never 0 */
} MukanaExcluded;

/* Who does not fit, and why: each person with every reason. */
typedef struct
{
  guint             counts[MUKANA_N_REASONS];   /* people with the reason; may overlap */
  guint             firsts[MUKANA_N_REASONS];   /* by first reason; add up to people->len */
  GArray           *people;                     /* MukanaExcluded, by person id */
} MukanaMatchExclusions;

GArray *mukana_match_exclusions_people (const MukanaMatchExclusions *self,
                                        MukanaReason                 reason);
void    mukana_match_result_free       (MukanaMatchResult           *self);
void    mukana_match_exclusions_free   (MukanaMatchExclusions       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMatchResult, mukana_match_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMatchExclusions, mukana_match_exclusions_free)

G_END_DECLS
