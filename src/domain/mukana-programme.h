#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* What the county means to be better at in this term. */
#define MUKANA_TYPE_PRIORITY (mukana_priority_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPriority, mukana_priority, MUKANA, PRIORITY, MukanaRecord)

struct _MukanaPriority
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      place;
  const char *title;
};

/* What must succeed for it. */
#define MUKANA_TYPE_GOAL (mukana_goal_get_type ())
G_DECLARE_FINAL_TYPE (MukanaGoal, mukana_goal, MUKANA, GOAL, MukanaRecord)

struct _MukanaGoal
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      priority_id;
  gint64      place;
  const char *title;
};

/* What is done for it, and who answers for that. */
#define MUKANA_TYPE_MEASURE (mukana_measure_get_type ())
G_DECLARE_FINAL_TYPE (MukanaMeasure, mukana_measure, MUKANA, MEASURE, MukanaRecord)

struct _MukanaMeasure
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      goal_id;
  const char *code;
  const char *title;
  const char *answers;            /* several, with semicolons */
  const char *status;             /* of mukana_measure_statuses; NULL: followed by numbers alone */
  MukanaDay   status_on;
  const char *note;
};

/* By what it is seen. */
#define MUKANA_TYPE_INDICATOR (mukana_indicator_get_type ())
G_DECLARE_FINAL_TYPE (MukanaIndicator, mukana_indicator, MUKANA, INDICATOR, MukanaRecord)

struct _MukanaIndicator
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      measure_id;
  const char *title;
  const char *kind;               /* of mukana_indicator_kinds */
  const char *source;             /* of mukana_indicator_sources; NULL: typed */
  gint64      has_baseline;
  gint64      baseline_hundredths;
  const char *baseline_when;      /* "2022", "Q1 2023": as it was told */
  const char *target;             /* "7", "growth" */
};

/* What it was on a day. */
#define MUKANA_TYPE_READING (mukana_reading_get_type ())
G_DECLARE_FINAL_TYPE (MukanaReading, mukana_reading, MUKANA, READING, MukanaRecord)

struct _MukanaReading
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      indicator_id;
  MukanaDay   day;
  gint64      hundredths;
  const char *words;              /* of an indicator in words */
};

/* Each: Returns: yours, the findings; empty when it may be stored. */
GPtrArray *mukana_priority_check  (gpointer draft);
GPtrArray *mukana_goal_check      (gpointer draft);
GPtrArray *mukana_measure_check   (gpointer draft);
GPtrArray *mukana_indicator_check (gpointer draft);
GPtrArray *mukana_reading_check   (gpointer draft);

char      *mukana_indicator_tell  (const char *kind,
                                   gint64      hundredths);

G_END_DECLS
