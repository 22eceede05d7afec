#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* What a unit asks for. */
#define MUKANA_TYPE_REQUEST (mukana_request_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequest, mukana_request, MUKANA, REQUEST, MukanaRecord)

struct _MukanaRequest
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  const char *reference;          /* the unit's own mark */
  const char *title;
  const char *sort_key;
  const char *description;
  const char *state;
  const char *method_code;
  const char *unit;
  const char *project;            /* that pays; NULL: the unit does */
  const char *requester_name;
  const char *requester_email;
  const char *mode;
  const char *municipality_code;
  const char *venue;
  const char *language;
  const char *role_code;          /* NULL: any role */
  gint64      people;
  gint64      reserve;
  gint64      prep_minutes;
  const char *fee_rule_code;
  gint64      fee_cents;          /* agreed for one person; 0: by the rule */
  MukanaDay   decide_by;
  /* Answers to the checklist of mukana-decision-question.c. */
  const char *can_influence;
  const char *affected_groups;
  const char *invited_groups;
  const char *preparation_phase;
  const char *use_of_results;
  const char *way_of_telling;
  const char *testing;
  const char *way_of_meeting;
  const char *special_needs;
  const char *audience;           /* who is there, and how many */
  const char *contact_on_day;     /* who meets the expert, and by which number */
  gint64      needs_training;
  gint64      meets_clients;
  gint64      with_minors;
  gint64      is_demanding;       /* for another reason: who comes is heard afterwards */
  gint64      with_vulnerable;    /* older or disabled clients: extract 741/2023 */
  gint64      is_public;
  gint64      has_media;
  gint64      has_large_audience;
  gint64      min_age;            /* whole years; 0: no limit */
  MukanaDay   created_on;
  MukanaDay   told_on;            /* when it was told what followed */
  const char *cancel_reason;      /* of mukana_cancel_reasons */
  const char *cancel_words;
  gint64      removed_at;
  gint64      created_at;
  gint64      updated_at;
};

/* One time of a request. */
#define MUKANA_TYPE_REQUEST_TIME (mukana_request_time_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestTime, mukana_request_time, MUKANA, REQUEST_TIME, MukanaRecord)

struct _MukanaRequestTime
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      request_id;
  MukanaDay   day;
  gint64      start_minute;
  gint64      end_minute;
  gint64      is_alternative;
};

/* A theme that a request asks for. */
#define MUKANA_TYPE_REQUEST_THEME (mukana_request_theme_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestTheme, mukana_request_theme, MUKANA, REQUEST_THEME, MukanaRecord)

struct _MukanaRequestTheme
{
  MukanaRecord  parent_instance;

  gint64      request_id;
  const char *theme_id;
  const char *perspective;
  gint64      weight;
  gint64      is_required;
};

/* How many in which role, when a request asks for several roles. */
#define MUKANA_TYPE_REQUEST_NEED (mukana_request_need_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestNeed, mukana_request_need, MUKANA, REQUEST_NEED, MukanaRecord)

struct _MukanaRequestNeed
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      request_id;
  const char *role_code;
  gint64      people;
  const char *perspective;
};

GPtrArray *mukana_request_check      (gpointer draft);
int        mukana_request_count_needs (GPtrArray    *needs);
GPtrArray *mukana_request_check_needs (MukanaRequest *self,
                                       GPtrArray     *needs);
void       mukana_request_init_title (MukanaRequest *self,
                                      const char    *title);
gboolean   mukana_request_may_become (MukanaRequest *self,
                                      const char    *state);
gboolean   mukana_request_is_waiting (MukanaRequest *self);
gboolean   mukana_request_is_demanding (MukanaRequest *self);

G_END_DECLS
