#pragma once

#include "domain/mukana-shortlist.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* What a candidate says of a date. */
typedef struct
{
  gint64 poll_day_id;
  gint64 candidate_id;
  char  *answer;          /* "yes", "maybe", "no"; NULL takes it back */
} MukanaPollAnswer;

/* The date that becomes the time of the request. */
typedef struct
{
  gint64   poll_day_id;
  gboolean is_proposing;  /* to those who said yes to it */
} MukanaPollChoice;

MukanaPollAnswer *mukana_poll_answer_new  (gint64            poll_day_id,
                                           gint64            candidate_id,
                                           const char       *answer);
void              mukana_poll_answer_free (MukanaPollAnswer *self);

/* Jobs. */
extern const MukanaJob mukana_poll_day_add_job;      /* MukanaPollDay -> gint64 * its id */
extern const MukanaJob mukana_poll_day_drop_job;     /* id -> NULL */
extern const MukanaJob mukana_poll_day_restore_job;  /* id -> NULL */
extern const MukanaJob mukana_poll_answer_job;       /* MukanaPollAnswer -> NULL;
                                                        %MUKANA_ERROR_NOT_ALLOWED of somebody who
                                                        no longer takes part in matching */
/* Takes a MukanaPollChoice, gives a gint64 *: to how many it was proposed.  All of it is done or
 * nothing; %MUKANA_ERROR_CONFLICT when the request no longer looks for people. */
extern const MukanaJob mukana_poll_choose_job;

G_END_DECLS
