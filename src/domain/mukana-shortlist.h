#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* So many share a place or a language, at least, before it is told of one of them. */
#define MUKANA_SHORTLIST_FEW 5

/* Dates that one request may be polled about, at most. */
#define MUKANA_POLL_MOST_DAYS 5

/* Somebody on the shortlist of a request. */
#define MUKANA_TYPE_LISTED (mukana_listed_get_type ())
G_DECLARE_FINAL_TYPE (MukanaListed, mukana_listed, MUKANA, LISTED, MukanaRecord)

struct _MukanaListed
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      request_id;
  gint64      person_id;
  const char *code;               /* what the unit knows them by; drawn at random */
  gint64      score;              /* as it was shown */
  const char *note;
  MukanaDay   listed_on;
  MukanaDay   released_on;        /* when the unit was told the name */
  const char *display_name;       /* on reading only */
  const char *proposal_state;     /* on reading only: of the newest; NULL: not asked */
};

/* A date that candidates are asked about. */
#define MUKANA_TYPE_POLL_DAY (mukana_poll_day_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPollDay, mukana_poll_day, MUKANA, POLL_DAY, MukanaRecord)

struct _MukanaPollDay
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      request_id;
  MukanaDay   day;
  gint64      start_minute;
  gint64      end_minute;
  MukanaDay   chosen_on;          /* when it became the time of the request */
};

GPtrArray  *mukana_listed_check   (gpointer         draft);
GPtrArray  *mukana_poll_day_check    (gpointer         draft);
gboolean    mukana_listed_is_told (MukanaListed *self);
gboolean    mukana_listed_may_be_told (MukanaListed *self);
const char *mukana_shortlist_band    (int              km);
char       *mukana_shortlist_code    (guint32          random);

G_END_DECLS
