/* mukana-match-gauge-bound.c: what somebody's score is at most, from their brief.
 *
 * For most it is the score itself.  Parts that differ most between people come
 * first, so that whoever cannot be among the best is dropped early.  The shares are
 * those of mukana-score-fit.c and mukana-score-spread.c; test-match-gauge holds
 * them together.
 */

#include "domain/mukana-match-bits.h"
#include "domain/mukana-match-gauge-private.h"
#include "domain/mukana-score-private.h"

typedef struct
{
  int      share;
  gboolean is_exact;
} Bound;

/* The share of the theme; @last gets the year in which a service was last used. */
static inline int
theme_share (const MukanaMatchGauge *self,
             const MukanaMatchBrief *brief,
             int                    *last)
{
  int best = 0, weighted = 0;

  *last = 0;
  for (guint k = 0; k < self->n_needs; k++)
    {
      const MukanaGaugeNeed *need = &self->needs[k];
      int own = 0;

      for (int i = 0; i < MUKANA_BRIEF_THEMES && brief->themes[i] != 0; i++)
        {
          int share = need->worths[theme_place (brief, i)].share;
          int year = share > 0 ? brief->theme_years[i] : 0;

          own = MAX (own, share);
          *last = MAX (*last, year);
        }
      weighted += own * need->weight;
      best = MAX (best, own);
    }

  return (best + weighted / self->weights) / 2;
}

static inline int
service_share (const MukanaMatchGauge *self,
               int                     last)
{
  int age = MAX (self->year - last, 0);

  return last == 0 ? NEUTRAL : age <= 5 ? FULL : age <= 10 ? 400 : 200;
}

static inline Bound
time_bound (const MukanaMatchGauge *self,
            const MukanaMatchBrief *brief,
            guint                   n_plans)
{
  gboolean is_counted;

  if (self->request->mode == MUKANA_MODE_PERIOD)
    return (Bound) { FULL, TRUE };
  if ((brief->flags & MUKANA_BRIEF_WEEK_UNKNOWN) != 0 || self->n_plans == 0)
    return (Bound) { NEUTRAL, TRUE };

  is_counted = n_plans > 0 && self->n_plans <= MUKANA_MATCH_MOST_PLANS;
  return (Bound) { is_counted ? 800 + (int) (200 * n_plans / self->n_plans) : FULL,
                   is_counted && self->request->prep_minutes <= 0 };
}

static inline int
place_share (const MukanaMatchGauge *self,
             const MukanaMatchBrief *brief)
{
  int km = self->km[brief->place];

  if (!has_travel (self, brief))
    return FULL;
  if ((brief->flags & MUKANA_BRIEF_NON_DISCLOSURE) != 0 || km < 0)
    return NEUTRAL;

  return km <= 30 ? FULL : km <= 80 ? 800 : km <= 150 ? 500 : 300;
}

static inline int
recovered (int    today,
           gint16 last,
           int    full_days)
{
  return last == MUKANA_BRIEF_NO_DAY ? FULL : CLAMP (today - last, 0, full_days) * FULL / full_days;
}

static inline Bound
fairness_bound (const MukanaMatchGauge *self,
                const MukanaMatchBrief *brief)
{
  int rest = MIN (recovered (self->today, brief->last_took_part, 365),
                  recovered (self->today, brief->last_counted, 90));
  int most_90, most_year;
  int n_90 = count_work (self, brief, (MukanaDayRange) { self->today - 90, MUKANA_DAY_NONE },
                         &most_90);
  int n_year = count_work (self, brief, (MukanaDayRange) { self->today - 365, MUKANA_DAY_NONE },
                           &most_year);
  int room = MAX (FULL - 250 * n_90 - 50 * n_year, 0);

  return (Bound) { (rest * 6 + room * 4) / 10,
                   n_90 == most_90 && n_year == most_year &&
                   !(brief->flags & MUKANA_BRIEF_MORE_WORK) };
}

static inline Bound
load_bound (const MukanaMatchGauge *self,
            const MukanaMatchBrief *brief)
{
  int most, count = count_work (self, brief, self->month, &most), cap = brief->cap_per_month;
  int share = cap > 0 ? MAX (cap - count, 0) * FULL / cap : MAX (FULL - 250 * count, 0);
  gboolean is_tired = FALSE;

  for (int i = 0; brief->demanding != 0 && i < MUKANA_BRIEF_WORK; i++)
    is_tired = is_tired || ((brief->demanding >> i & 1) != 0 && brief->work[i] <= self->first_day &&
                            brief->work[i] >= self->first_day - 14);

  return (Bound) { is_tired ? share / 2 : share,
                   count == most && !(brief->flags & MUKANA_BRIEF_MORE_WORK) };
}

static inline Bound
skills_bound (const MukanaMatchGauge *self,
              const MukanaMatchBrief *brief)
{
  guint skills = self->request->skills;
  gboolean has_training = (brief->held >> MUKANA_CREDENTIAL_TRAINING & 1) != 0;
  gboolean is_exact = !has_training || holds (brief->credentials_hold, self->first_day);

  if (skills == 0)
    return (Bound) { has_training ? FULL : NEUTRAL, is_exact };
  if (brief->skills == 0)
    return (Bound) { has_training ? 600 : NEUTRAL, is_exact };

  return (Bound) { __builtin_popcount (skills & brief->skills) * FULL / __builtin_popcount (skills),
                   TRUE };
}

/* Takes what @part does not give off what was still possible. */
static inline void
take (const MukanaMatchGauge *self,
      MukanaPart              part,
      int                     share,
      int                    *points)
{
  *points -= self->max[part] - (int) ((guint) (self->max[part] * share + FULL / 2) / FULL);
}

/**
 * mukana_match_gauge_bound:
 * @brief: of somebody who fits
 * @n_plans: in how many ways they can take part; 0 when that is not known
 * @least: a score worth having
 * @is_exact: (out): whether it is the score itself; written when it is worth having
 *
 * Thread: any.
 * Returns: a score that the person does not exceed, or anything below @least
 */
int
mukana_match_gauge_bound (const MukanaMatchGauge *self,
                          const MukanaMatchBrief *brief,
                          guint                   n_plans,
                          int                     least,
                          gboolean               *is_exact)
{
  int points = self->best, last;
  gboolean is_group = self->request->chosen->len > 0;
  Bound time, fairness, load, skills;

  *is_exact = FALSE;
  if (self->is_by_facts || (brief->flags & MUKANA_BRIEF_BY_FACTS) != 0)
    return points;

  if (self->n_needs == 0)
    {
      take (self, MUKANA_PART_THEME, NEUTRAL, &points);
      take (self, MUKANA_PART_SERVICE, NEUTRAL, &points);
    }
  else if (knows_themes (self, brief))
    {
      take (self, MUKANA_PART_THEME, theme_share (self, brief, &last), &points);
      take (self, MUKANA_PART_SERVICE, service_share (self, last), &points);
    }
  take (self, MUKANA_PART_PLACE, place_share (self, brief), &points);
  if (!is_group)
    take (self, MUKANA_PART_DIVERSITY, NEUTRAL, &points);
  if (points < least)
    return points;

  time = time_bound (self, brief, n_plans);
  take (self, MUKANA_PART_AVAILABILITY, time.share, &points);
  skills = skills_bound (self, brief);
  take (self, MUKANA_PART_SKILLS, skills.share, &points);
  if (points < least)
    return points;

  fairness = fairness_bound (self, brief);
  take (self, MUKANA_PART_FAIRNESS, fairness.share, &points);
  load = load_bound (self, brief);
  take (self, MUKANA_PART_LOAD, load.share, &points);
  *is_exact = (self->n_needs == 0 || knows_themes (self, brief)) && !is_group &&
              time.is_exact && skills.is_exact && fairness.is_exact && load.is_exact;
  return points;
}
