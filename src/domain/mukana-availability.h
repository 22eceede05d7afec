#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

#define MUKANA_HALF_HOURS 48

/* One repeating time of the week when a person can take part. */
typedef struct
{
  gint8          weekday;        /* 1 (Monday) to 7 (Sunday) */
  gint16         start_minute;   /* after midnight, 0 to 1439; wall-clock time of Helsinki */
  gint16         end_minute;     /* exclusive, start_minute + 1 to 1440 */
  MukanaDayRange valid;          /* the season; both ends MUKANA_DAY_NONE: always */
} MukanaWeekSlot;

/* A time of one day that is taken by something else. */
typedef struct
{
  MukanaDay day;
  gint16    start_minute;        /* wall-clock time of Helsinki */
  gint16    end_minute;          /* exclusive, at most 1440 */
} MukanaBusySpan;

/* When a person can take part.  All zero: nothing has been told, which is not
 * the same as never.  Owns its arrays; free them with mukana_availability_clear(). */
typedef struct
{
  MukanaWeekSlot *slots;         /* the recurring weeks */
  guint           n_slots;
  MukanaDay      *own_weeks;     /* Mondays of weeks that do not follow them */
  guint           n_own_weeks;
  MukanaWeekSlot *own_slots;     /* the times of those weeks, each valid in its week */
  guint           n_own_slots;
  MukanaDayRange *absences;      /* days away, whatever the week says */
  guint           n_absences;
  MukanaBusySpan *busy;          /* as the person's own calendar has it */
  guint           n_busy;
} MukanaAvailability;

/* The week as painted: bit h of days[weekday - 1] is the half hour that begins
 * h * 30 minutes after midnight. */
typedef struct
{
  guint64 days[7];
} MukanaWeek;

void       mukana_availability_add_slot    (MukanaAvailability       *self,
                                            const MukanaWeekSlot     *slot);
void       mukana_availability_add_own_week (MukanaAvailability      *self,
                                             MukanaDay                monday,
                                             const char              *times);
void       mukana_availability_add_weeks   (MukanaAvailability       *self,
                                            GPtrArray                *times,
                                            GPtrArray                *own_weeks);
void       mukana_availability_add_absence (MukanaAvailability       *self,
                                            MukanaDayRange            away);
void       mukana_availability_add_busy    (MukanaAvailability       *self,
                                            MukanaBusySpan            busy);
void       mukana_availability_clear       (MukanaAvailability       *self);
gboolean   mukana_availability_is_known    (const MukanaAvailability *self);
gboolean   mukana_availability_is_absent   (const MukanaAvailability *self,
                                            MukanaDay                 day);
gboolean   mukana_availability_is_busy     (const MukanaAvailability *self,
                                            MukanaDay                 day,
                                            int                       start_minute,
                                            int                       end_minute);
gboolean   mukana_availability_covers      (const MukanaAvailability *self,
                                            MukanaDay                 day,
                                            int                       start_minute,
                                            int                       end_minute);
MukanaDay  mukana_availability_next_free   (const MukanaAvailability *self,
                                            MukanaDay                 from,
                                            MukanaDay                 until);
MukanaWeek mukana_availability_week        (const MukanaAvailability *self,
                                            MukanaDay                 day);
MukanaWeek mukana_availability_touched     (const MukanaAvailability *self);

void       mukana_busy_spans_add           (GArray                   *spans,
                                            gint64                    start_us,
                                            gint64                    end_us);

GArray    *mukana_week_times_parse         (const char               *text);
char      *mukana_week_times_format        (const MukanaWeekSlot     *slots,
                                            guint                     n_slots);

void       mukana_week_paint               (MukanaWeek               *self,
                                            int                       weekday,
                                            int                       from_half,
                                            int                       until_half,
                                            gboolean                  is_free);
gboolean   mukana_week_holds               (const MukanaWeek         *self,
                                            int                       weekday,
                                            int                       half);
GArray    *mukana_week_to_slots            (const MukanaWeek         *self,
                                            MukanaDayRange            valid);

G_END_DECLS
