#pragma once

#include "domain/mukana-person-parts.h"
#include "ui/kit/mukana-week-pattern.h"

G_BEGIN_DECLS

/* Spans are a GArray of MukanaWeekSpan. */
GArray        *mukana_painted_week_of_season    (GPtrArray      *times,
                                                 MukanaDayRange  season);
GArray        *mukana_painted_week_of_calendar  (GPtrArray      *times,
                                                 GPtrArray      *own_weeks,
                                                 MukanaDay       monday);
GArray        *mukana_painted_week_merge        (GArray         *shown,
                                                 GArray         *painted);
GPtrArray     *mukana_painted_week_with_season  (GPtrArray      *times,
                                                 MukanaDayRange  season,
                                                 GArray         *spans);
GPtrArray     *mukana_painted_week_with_own     (GPtrArray      *own_weeks,
                                                 MukanaDay       monday,
                                                 GArray         *spans);
MukanaOwnWeek *mukana_painted_week_find_own     (GPtrArray      *own_weeks,
                                                 MukanaDay       monday);

G_END_DECLS
