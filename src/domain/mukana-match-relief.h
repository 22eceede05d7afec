#pragma once

#include "domain/mukana-match-index.h"
#include "domain/mukana-match-remedy.h"

G_BEGIN_DECLS

/* What one change would do for a group of people. */
typedef struct
{
  guint             n_people;      /* whom it would let be proposed; 0: no such change is known */
  MukanaMatchChange change;        /* with the latest day, where each has their own */
} MukanaMatchRelief;

/* What would let a request be filled. */
typedef struct
{
  MukanaMatchRemedy remedy;
  guint             n_fits;        /* how many would then fit, those who do now among them */
} MukanaMatchRelaxation;

void     mukana_match_relief_of_groups (const MukanaMatchRemedies   *remedies,
                                        const MukanaMatchExclusions *exclusions,
                                        MukanaMatchRelief            reliefs[MUKANA_N_REASONS]);
gboolean mukana_match_relief_of_request (const MukanaMatchRemedies  *remedies,
                                         MukanaMatchIndex           *index,
                                         guint                       n_fits,
                                         guint                       n_needed,
                                         MukanaMatchRelaxation      *relaxation);

G_END_DECLS
