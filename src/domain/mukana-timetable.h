#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* How much of a calendar is looked at. */
typedef enum
{
  MUKANA_TIMETABLE_DAY,
  MUKANA_TIMETABLE_WEEK,
  MUKANA_TIMETABLE_MONTH,
  MUKANA_TIMETABLE_AGENDA,
  MUKANA_TIMETABLE_N_VIEWS
} MukanaTimetableView;

#define MUKANA_TIMETABLE_HIDDEN (-1)

/* A time of one day, as it stands beside others. */
typedef struct
{
  MukanaDay day;
  int       start_minute;   /* wall-clock time of Helsinki; end not after it: the whole day */
  int       end_minute;
  gint64    who;            /* whose time it takes; 0: nobody's */
  int       column;         /* (out): from 0, or MUKANA_TIMETABLE_HIDDEN: no room for it */
  int       n_columns;      /* (out): abreast with it, itself counted */
  gboolean  is_clash;       /* (out): @who has something else at the same time */
} MukanaTimetableSpan;

MukanaDayRange mukana_timetable_period       (MukanaTimetableView  view,
                                              MukanaDay            day);
MukanaDay      mukana_timetable_step         (MukanaTimetableView  view,
                                              MukanaDay            day,
                                              int                  n_steps);
int            mukana_timetable_clock_change (MukanaDay            day);
guint          mukana_timetable_lay_out      (MukanaTimetableSpan *spans,
                                              guint                n_spans,
                                              int                  most_columns,
                                              int                  least_minutes);
void           mukana_timetable_find_clashes (MukanaTimetableSpan *spans,
                                              guint                n_spans);

G_END_DECLS
