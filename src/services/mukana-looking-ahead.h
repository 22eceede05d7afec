#pragma once

#include "base/mukana-days.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* What there is to know before agreed work is moved. */
typedef struct
{
  GError   *clash;           /* what stands in the way, as a sentence; NULL: nothing does */
  gboolean  has_week;        /* they have said when they can take part */
  gboolean  is_in_week;      /* and that covers the new time */
  gboolean  is_holiday;
  gboolean  is_of_request;   /* the request has this time, or none of its own */
  MukanaDay request_day;     /* its first; %MUKANA_DAY_NONE: none */
  guint     n_others;        /* who else comes to it, at another time than this */
} MukanaLookAhead;

void mukana_look_ahead_free (MukanaLookAhead *self);

/* Job: takes a MukanaAssignment with its new time, gives a MukanaLookAhead.  Nothing is stored. */
extern const MukanaJob mukana_look_ahead_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaLookAhead, mukana_look_ahead_free)

G_END_DECLS
