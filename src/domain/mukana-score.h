#pragma once

#include "domain/mukana-eligibility.h"

G_BEGIN_DECLS

/* In the order in which they are shown. */
typedef enum
{
  MUKANA_PART_THEME,
  MUKANA_PART_SERVICE,
  MUKANA_PART_AVAILABILITY,
  MUKANA_PART_PLACE,
  MUKANA_PART_FAIRNESS,
  MUKANA_PART_LOAD,
  MUKANA_PART_SKILLS,
  MUKANA_PART_DIVERSITY,
} MukanaPart;

#define MUKANA_N_PARTS (MUKANA_PART_DIVERSITY + 1)

#define MUKANA_WEIGHT_MOST 50

/* The most points each part can give; 0 to MUKANA_WEIGHT_MOST.  Their sum is the best score. */
typedef struct
{
  int max[MUKANA_N_PARTS];
} MukanaWeights;

/* What a part found, from which mukana-explain makes a sentence.  What the
 * numbers mean is said at each finding in mukana-score.c. */
typedef enum
{
  MUKANA_FINDING_NO_THEMES_ASKED,
  MUKANA_FINDING_THEME,
  MUKANA_FINDING_SERVICE_RECENT,
  MUKANA_FINDING_SERVICE_OLD,
  MUKANA_FINDING_SERVICE_UNKNOWN,
  MUKANA_FINDING_OWN_TIME,
  MUKANA_FINDING_TIME_UNKNOWN,
  MUKANA_FINDING_TIME_FREE,
  MUKANA_FINDING_TIME_NOT_FREE,
  MUKANA_FINDING_REMOTE,
  MUKANA_FINDING_PLACE_HIDDEN,
  MUKANA_FINDING_PLACE_UNKNOWN,
  MUKANA_FINDING_PLACE,
  MUKANA_FINDING_NEVER_ASKED,
  MUKANA_FINDING_NEVER_TOOK_PART,
  MUKANA_FINDING_TOOK_PART,
  MUKANA_FINDING_LOAD,
  MUKANA_FINDING_LOAD_DEMANDING,
  MUKANA_FINDING_SKILLS,
  MUKANA_FINDING_SKILLS_UNKNOWN,
  MUKANA_FINDING_NO_SKILLS_ASKED,
  MUKANA_FINDING_FIRST_OF_GROUP,
  MUKANA_FINDING_GROUP_UNKNOWN,
  MUKANA_FINDING_GROUP,
} MukanaFinding;

typedef struct
{
  int           points;             /* 0 to @max */
  int           max;
  MukanaFinding finding;
  int           numbers[6];
} MukanaScorePart;

/* The points of the parts always add up to @points. */
typedef struct
{
  int             points;
  int             max;
  MukanaScorePart parts[MUKANA_N_PARTS];
} MukanaScore;

MukanaWeights mukana_weights_default (void);
MukanaWeights mukana_weights_parse   (const char                *text);
char         *mukana_weights_format  (const MukanaWeights       *self);
int           mukana_weights_total   (const MukanaWeights      *self);
MukanaScore   mukana_score_new       (const MukanaMatchRequest *request,
                                      const MukanaMatchFacts   *facts,
                                      const MukanaWeights      *weights);
gboolean      mukana_score_reaches   (const MukanaMatchRequest *request,
                                      const MukanaMatchFacts   *facts,
                                      const MukanaWeights      *weights,
                                      int                       least,
                                      MukanaScore              *score);
const char   *mukana_part_code       (MukanaPart                part);

G_END_DECLS
