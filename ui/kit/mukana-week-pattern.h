#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUKANA_WEEK_N_DAYS   7
#define MUKANA_WEEK_N_SLOTS 48   /* half hours of a day */

/* A time of a weekday: 1 (Monday) to 7, minutes from midnight, the end excluded. */
typedef struct
{
  int weekday;
  int start_minute;
  int end_minute;
} MukanaWeekSpan;

/* The free half hours of a week.  A plain value: assigning it copies it. */
typedef struct
{
  guint64 days[MUKANA_WEEK_N_DAYS];   /* bit n is the half hour that begins n * 30 minutes */
} MukanaWeekPattern;

MukanaWeekPattern mukana_week_pattern_from_spans (const MukanaWeekSpan    *spans,
                                                  guint                    n_spans);
GArray           *mukana_week_pattern_to_spans   (const MukanaWeekPattern *self);
gboolean          mukana_week_pattern_holds      (const MukanaWeekPattern *self,
                                                  int                      day,
                                                  int                      slot);
gboolean          mukana_week_pattern_equal      (const MukanaWeekPattern *self,
                                                  const MukanaWeekPattern *other);
void              mukana_week_pattern_paint      (MukanaWeekPattern       *self,
                                                  const MukanaWeekPattern *locked,
                                                  int                      day_a,
                                                  int                      slot_a,
                                                  int                      day_b,
                                                  int                      slot_b,
                                                  gboolean                 is_free);
void              mukana_week_pattern_cover      (MukanaWeekPattern       *self,
                                                  const MukanaWeekSpan    *span);
gboolean          mukana_week_pattern_next_run   (const MukanaWeekPattern *self,
                                                  int                      day,
                                                  int                     *slot,
                                                  int                     *end);

G_END_DECLS
