#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

#define MUKANA_REPORT_FEW 5   /* fewer people than this are told as "1–4" */
#define MUKANA_REPORT_FEW_PAID 3   /* of fewer people the money tells what one has got */

/* The questions that the report answers. */
typedef enum
{
  MUKANA_REPORT_PEOPLE,        /* who was involved */
  MUKANA_REPORT_WORK,
  MUKANA_REPORT_FAIRNESS,
  MUKANA_REPORT_FEEDBACK,
  MUKANA_REPORT_FOLLOWED,
  MUKANA_REPORT_SPEED,
  MUKANA_REPORT_COOPERATION,
  MUKANA_REPORT_COST,
  MUKANA_N_REPORT_GROUPS
} MukanaReportGroup;

typedef enum
{
  MUKANA_FIGURE_INVOLVED,
  MUKANA_FIGURE_FIRST_TIMERS,
  MUKANA_FIGURE_JOINED,
  MUKANA_FIGURE_ASKED_SHARE,
  MUKANA_FIGURE_NEVER_ASKED,
  MUKANA_FIGURE_ASSIGNMENTS,
  MUKANA_FIGURE_HOURS,
  MUKANA_FIGURE_REQUESTS,
  MUKANA_FIGURE_BUSIEST_TENTH,
  MUKANA_FIGURE_CARRYING_HALF,
  MUKANA_FIGURE_CARRYING_MUCH,
  MUKANA_FIGURE_EXPERTS_SCORE,
  MUKANA_FIGURE_EXPERTS_ANSWERS,
  MUKANA_FIGURE_REQUESTERS_SCORE,
  MUKANA_FIGURE_REQUESTERS_ANSWERS,
  MUKANA_FIGURE_PARTICIPANTS_SCORE,
  MUKANA_FIGURE_PARTICIPANTS_ANSWERS,
  MUKANA_FIGURE_TOLD_IN_TIME,
  MUKANA_FIGURE_ADOPTED,
  MUKANA_FIGURE_PARTLY,
  MUKANA_FIGURE_NOT_ADOPTED,
  MUKANA_FIGURE_NOT_KNOWN,
  MUKANA_FIGURE_DAYS_TO_FILL,
  MUKANA_FIGURE_DAYS_TO_PAY,
  MUKANA_FIGURE_STATEMENTS_ASKED,
  MUKANA_FIGURE_STATEMENTS_GIVEN,
  MUKANA_FIGURE_HEARINGS,
  MUKANA_FIGURE_EVENTS,
  MUKANA_FIGURE_TRAININGS,
  MUKANA_FIGURE_REFERRALS,
  MUKANA_FIGURE_DEEDS,
  MUKANA_FIGURE_SPENT,
  MUKANA_FIGURE_COMMITTED,
  MUKANA_N_FIGURES
} MukanaFigureId;

/* What a figure says of itself: nothing known, its value, that it is small, that a small one could
 * be worked out from it, or between what it is because of that. */
typedef enum
{
  MUKANA_FIGURE_UNKNOWN,
  MUKANA_FIGURE_TOLD,
  MUKANA_FIGURE_FEW,
  MUKANA_FIGURE_HIDDEN,
  MUKANA_FIGURE_BETWEEN
} MukanaFigureState;

typedef struct
{
  gint64            value;   /* people, times, minutes, per cent, days, points or cents */
  MukanaFigureState state;
  gint64            most;    /* of MUKANA_FIGURE_BETWEEN, where the value is the least */
} MukanaFigure;

typedef struct
{
  const char        *name;    /* in JSON, and of its words on paper */
  MukanaReportGroup  group;
  enum { MUKANA_FIGURE_COUNT, MUKANA_FIGURE_MINUTES, MUKANA_FIGURE_PERCENT, MUKANA_FIGURE_DAYS,
         MUKANA_FIGURE_POINTS, MUKANA_FIGURE_CENTS } kind;
  const char        *label;   /* N_() */
  const char        *page;    /* (nullable): the list behind it */
} MukanaFigureInfo;

/* A row of a table: how many people, or what a unit spends. */
typedef struct
{
  char    *code;           /* role, municipality, unit or kind of organisation; "" for the others */
  gint64   numbers[3];
  gint64   n_people;       /* whose money a unit's is */
  gboolean is_few;         /* numbers[0] counts people who are few; of units, money of few */
} MukanaReportRow;

typedef struct
{
  MukanaDay from;
  MukanaDay until;         /* last day */
} MukanaReportPeriod;

const MukanaFigureInfo *mukana_figure_info         (MukanaFigureId             id);
char                   *mukana_figure_tell         (MukanaFigureId             id,
                                                    const MukanaFigure        *figure);
MukanaFigure            mukana_figure_of           (gint64                     value);
MukanaFigure            mukana_figure_of_people    (gint64                     n_people,
                                                    gint64                     n_all);
MukanaFigure            mukana_figure_of_share     (gint64                     n_people,
                                                    gint64                     n_all);
MukanaFigure            mukana_figure_of_sum       (MukanaFigure               whole,
                                                    const MukanaFigure        *parts,
                                                    guint                      n_parts);
MukanaFigure            mukana_figure_median       (GArray                    *values);
const char             *mukana_report_group_name   (MukanaReportGroup          group);
const char             *mukana_report_group_label  (MukanaReportGroup          group);
GArray                 *mukana_report_rows_new     (void);
void                    mukana_report_rows_fold    (GArray                    *rows);
void                    mukana_report_units_hide   (GArray                    *units);
gboolean                mukana_report_is_money_of_few (gint64                  n_people);
char                   *mukana_report_row_tell     (const MukanaReportRow     *row);
MukanaReportPeriod      mukana_report_period_around (MukanaDay                 day,
                                                     gboolean                  is_quarter);
MukanaReportPeriod      mukana_report_period_move  (const MukanaReportPeriod  *self,
                                                    int                        n_periods);
gboolean                mukana_report_period_parse (const char                *text,
                                                    MukanaReportPeriod        *period);
char                   *mukana_report_period_tell  (const MukanaReportPeriod  *self);

G_END_DECLS
