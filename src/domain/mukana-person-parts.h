#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* A role, from when until when. */
#define MUKANA_TYPE_ROLE_TERM (mukana_role_term_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRoleTerm, mukana_role_term, MUKANA, ROLE_TERM, MukanaRecord)

struct _MukanaRoleTerm
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  const char *role_code;
  MukanaDay   from_day;
  MukanaDay   until_day;          /* first day it no longer holds */
};

/* A theme that a person knows, from one perspective. */
#define MUKANA_TYPE_EXPERIENCE (mukana_experience_get_type ())
G_DECLARE_FINAL_TYPE (MukanaExperience, mukana_experience, MUKANA, EXPERIENCE, MukanaRecord)

struct _MukanaExperience
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  const char *theme_id;
  const char *perspective;
  gint64      level;              /* 0: not told */
  gint64      last_year;          /* last used such a service; 0: not told */
};

/* A repeating time of the week when the person can take part. */
#define MUKANA_TYPE_FREE_TIME (mukana_free_time_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFreeTime, mukana_free_time, MUKANA, FREE_TIME, MukanaRecord)

struct _MukanaFreeTime
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  gint64      weekday;            /* 1 (Monday) to 7 */
  gint64      start_minute;       /* after midnight */
  gint64      end_minute;
  MukanaDay   valid_from;         /* the season */
  MukanaDay   valid_until;        /* first day it no longer holds */
};

/* One week of the calendar that does not follow the recurring one. */
#define MUKANA_TYPE_OWN_WEEK (mukana_own_week_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOwnWeek, mukana_own_week, MUKANA, OWN_WEEK, MukanaRecord)

struct _MukanaOwnWeek
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  MukanaDay   monday;
  const char *times;              /* of mukana_week_times_format(); NULL: none */
};

/* Days away, both ends included. */
#define MUKANA_TYPE_ABSENCE (mukana_absence_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAbsence, mukana_absence, MUKANA, ABSENCE, MukanaRecord)

struct _MukanaAbsence
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  MukanaDay   from_day;
  MukanaDay   last_day;
  const char *reason;
};

/* A time of one day that the person's own calendar says is taken.  By what is not known. */
#define MUKANA_TYPE_BUSY_TIME (mukana_busy_time_get_type ())
G_DECLARE_FINAL_TYPE (MukanaBusyTime, mukana_busy_time, MUKANA, BUSY_TIME, MukanaRecord)

struct _MukanaBusyTime
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  const char *source;             /* a digest of what the calendar calls it */
  MukanaDay   day;
  gint64      start_minute;
  gint64      end_minute;
};

/* A training, a commitment or a check that was seen. */
#define MUKANA_TYPE_CREDENTIAL (mukana_credential_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCredential, mukana_credential, MUKANA, CREDENTIAL, MukanaRecord)

struct _MukanaCredential
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  const char *kind;
  const char *title;
  MukanaDay   done_on;
  MukanaDay   expires_on;         /* last day it holds */
  gint64      level;
};

/* What a person has told of themself so that panels can be like those they speak for. */
#define MUKANA_TYPE_STATED_FACT (mukana_stated_fact_get_type ())
G_DECLARE_FINAL_TYPE (MukanaStatedFact, mukana_stated_fact, MUKANA, STATED_FACT, MukanaRecord)

struct _MukanaStatedFact
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  const char *kind;               /* of mukana_fact_kinds */
  const char *value;              /* of mukana_genders or mukana_situations */
  MukanaDay   stated_on;
};

/* A note on a person, kept as it was written. */
#define MUKANA_TYPE_NOTE (mukana_note_get_type ())
G_DECLARE_FINAL_TYPE (MukanaNote, mukana_note, MUKANA, NOTE, MukanaRecord)

struct _MukanaNote
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  gint64      created_at;
  const char *author;
  const char *body;
};

G_END_DECLS
