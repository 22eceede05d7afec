#pragma once

#include "domain/mukana-match-brief.h"
#include "domain/mukana-score.h"

G_BEGIN_DECLS

enum { MUKANA_GAUGE_NEEDS = 8, MUKANA_GAUGE_SLOTS = 8 };

typedef enum
{
  MUKANA_GAUGE_OUT,
  MUKANA_GAUGE_IN,
  MUKANA_GAUGE_UNSURE_TIME,              /* fits, but for what depends on time */
  MUKANA_GAUGE_UNSURE,
} MukanaGaugeVerdict;

typedef struct
{
  gint16             share;              /* 0..1000 */
  gint16             answers;            /* whether it is enough where the theme is required */
} MukanaGaugeWorth;

typedef struct
{
  MukanaGaugeWorth  *worths;             /* by theme of a brief and perspective, 4 a theme */
  int                weight;
  gboolean           is_required;
} MukanaGaugeNeed;

/* A request, prepared to be held against briefs.  A part of mukana-match-index. */
typedef struct
{
  const MukanaMatchRequest *request;
  int                       max[MUKANA_N_PARTS];
  int                       best;              /* points of all parts together */
  gint16                   *km;                /* by place */
  gboolean                  asks_travel;       /* of everybody */
  gboolean                  asks_some_travel;  /* of those who do not take part remotely */
  gboolean                  is_by_facts;       /* the request does not fit here: nothing is sure */
  guint                     unsure_flags;      /* of briefs, with which the facts must judge */
  guint                     unsure_time_flags; /* the same of what depends on time */
  guint                     out_flags;         /* of briefs, which do not go with the request */

  int                       today, year, first_day, last_day;
  guint                     refusals;          /* which the request asks to do all the same */
  guint                     credentials;
  guint                     any_credential;    /* one of these is enough; 0: none is asked */
  int                       latest_birth;      /* in years of a brief; 0: no limit */

  guint                     n_needs;
  int                       weights;           /* of the needs together */
  gboolean                  has_required;
  MukanaGaugeNeed           needs[MUKANA_GAUGE_NEEDS];

  guint                     n_plans;
  int                       least_notice, most_notice;   /* days ahead, over the slots */
  guint                     some_refuse, all_refuse;     /* refusals of time of any, of each slot */
  guint64                   days;              /* of the slots, mod 64 */
  int                       last_slot;         /* the last day of the slots */
  int                       first_near, last_near;       /* days on which work may clash */
  guint64                   near;              /* the same, mod 64 */
  MukanaDayRange            months;            /* of the slots, from the first to the last */
  gboolean                  is_one_slot;
  int                       n_own;         /* as many times as may come with one, at most */
  MukanaDayRange            month;             /* of the first day */
} MukanaMatchGauge;

void               mukana_match_gauge_init  (MukanaMatchGauge         *self,
                                             const MukanaMatchRequest *request,
                                             const MukanaWeights      *weights,
                                             MukanaMatchPlaces        *places);
void               mukana_match_gauge_clear (MukanaMatchGauge         *self);
MukanaGaugeVerdict mukana_match_gauge_judge (const MukanaMatchGauge   *self,
                                             const MukanaMatchBrief   *brief,
                                             const MukanaMatchBriefMore *more);
int                mukana_match_gauge_bound (const MukanaMatchGauge   *self,
                                             const MukanaMatchBrief   *brief,
                                             guint                     n_plans,
                                             int                       least,
                                             gboolean                 *is_exact);

G_END_DECLS
