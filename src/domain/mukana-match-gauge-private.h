#pragma once

#include "domain/mukana-match-gauge.h"

G_BEGIN_DECLS

/* What judging and scoring both ask of a brief. */

static inline gboolean
holds (MukanaBriefDays days,
       int             day)
{
  return days.from <= day && day < days.until;
}

/* Whether the person would have to come to the place. */
static inline gboolean
has_travel (const MukanaMatchGauge *self,
            const MukanaMatchBrief *brief)
{
  return self->asks_travel |
         (self->asks_some_travel & ((brief->flags & MUKANA_BRIEF_REMOTE_OK) == 0));
}

/* Whether the brief has every theme that may be used today, and no other. */
static inline gboolean
knows_themes (const MukanaMatchGauge *self,
              const MukanaMatchBrief *brief)
{
  return !(brief->flags & MUKANA_BRIEF_MORE_THEMES) && holds (brief->themes_hold, self->today);
}

/* The place of a theme of @brief in the tables of a need. */
static inline int
theme_place (const MukanaMatchBrief *brief,
             int                     theme)
{
  return brief->themes[theme] * 4 + (brief->perspectives >> 2 * theme & 3);
}

/* How much of the work listed falls on @days, at least and at most: of what may be
 * of the request itself nobody knows here. */
static inline int
count_work (const MukanaMatchGauge *self,
            const MukanaMatchBrief *brief,
            MukanaDayRange          days,
            int                    *most)
{
  guint own = (guint) self->request->id & 15;
  int least = 0;

  *most = 0;
  for (int i = 0; i < MUKANA_BRIEF_WORK && brief->work[i] != MUKANA_BRIEF_NO_DAY; i++)
    if (brief->work[i] >= days.from &&
        (days.until == MUKANA_DAY_NONE || brief->work[i] < days.until))
      {
        ++*most;
        least += self->request->id == 0 || (brief->work_requests >> 4 * i & 15) != own;
      }

  return least;
}

G_END_DECLS
