#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar day: days since 1970-01-01.  Stored as ISO text, counted as a number. */
typedef gint32 MukanaDay;

#define MUKANA_DAY_NONE G_MININT32

/* Inclusive start, exclusive end.  MUKANA_DAY_NONE leaves that side open. */
typedef struct
{
  MukanaDay from;
  MukanaDay until;
} MukanaDayRange;

MukanaDay mukana_day_new            (int         year,
                                     int         month,
                                     int         day);
void      mukana_day_split          (MukanaDay   self,
                                     int        *year,
                                     int        *month,
                                     int        *day);
MukanaDay mukana_day_from_us        (gint64      time_us);
gint64    mukana_day_minute_us      (MukanaDay   self,
                                     int         minute);
int       mukana_day_weekday        (MukanaDay   self);
int       mukana_day_iso_week       (MukanaDay   self);
MukanaDay mukana_day_add_months     (MukanaDay   self,
                                     int         n_months);
MukanaDay mukana_day_first_of_month (MukanaDay   self);
MukanaDay mukana_day_parse_iso      (const char *text);
MukanaDay mukana_day_parse          (const char *text);
char     *mukana_day_to_iso         (MukanaDay   self);
int       mukana_minute_parse       (const char *text);
char     *mukana_minute_to_iso      (int         minute);

gboolean  mukana_day_range_holds    (MukanaDayRange self,
                                     MukanaDay      day);
gboolean  mukana_day_range_overlaps (MukanaDayRange a,
                                     MukanaDayRange b);

G_END_DECLS
