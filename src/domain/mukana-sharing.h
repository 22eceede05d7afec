#pragma once

#include <glib.h>

#include "base/mukana-days.h"

G_BEGIN_DECLS

#define MUKANA_SHARING_WAIT_WEEKS 12     /* in the pool before not being asked is told */
#define MUKANA_SHARING_MEDIAN_TIMES 3    /* more than so many times the median is much */
#define MUKANA_SHARING_LEAST_MANY 4      /* fewer assignments in a year are never much */

/* One person who may be asked, in numbers. */
typedef struct
{
  gint64    person_id;
  MukanaDay joined_on;        /* MUKANA_DAY_NONE: not known */
  guint     n_asked;          /* ever */
  guint     n_held;           /* in the last twelve months */
  guint     most_in_month;    /* held in one month of those twelve */
  guint     max_per_month;    /* what they said themselves; 0: nothing */
} MukanaShare;

/* Why somebody carries much. */
typedef enum
{
  MUKANA_LOAD_ABOVE_OWN    = 1 << 0,   /* in some month more than they said */
  MUKANA_LOAD_ABOVE_MEDIAN = 1 << 1,   /* far more than others who work */
} MukanaLoad;

/* How the work is shared among all of them. */
typedef struct
{
  guint n_people;
  guint n_held;             /* assignments, together */
  guint n_working;          /* who held any */
  guint n_carrying_half;    /* the fewest who together held half; 0 when nothing was held */
  guint median_doubled;     /* of those who held any, times two, to stay whole */
} MukanaSharing;

MukanaSharing mukana_sharing_sum           (const MukanaShare   *shares,
                                            guint                n_shares);
guint         mukana_sharing_busiest_tenth (const MukanaShare   *shares,
                                            guint                n_shares);
MukanaLoad    mukana_sharing_load          (const MukanaSharing *self,
                                            const MukanaShare   *share);
gboolean      mukana_sharing_is_never_asked (const MukanaShare  *share,
                                            MukanaDay            today);
GArray       *mukana_sharing_never_asked   (const MukanaShare   *shares,
                                            guint                n_shares,
                                            MukanaDay            today);
GArray       *mukana_sharing_carrying_much (const MukanaSharing *self,
                                            const MukanaShare   *shares,
                                            guint                n_shares);

G_END_DECLS
