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

/* What came of it, and what there was before: all that taking it back needs. */
typedef struct
{
  gint64     request_id;
  gint64     n_proposed;
  GArray    *proposals;       /* gint64 ids of those that were made */
  GPtrArray *times;           /* MukanaRequestTime before */
  GArray    *let_go;          /* MukanaPollLetGo: closed proposals of times that are no more */
  gint64     n_standing;      /* proposals that stood before; they are to this date */
  gint64     chosen_before;   /* poll day, or 0 */
  MukanaDay  chosen_on;       /* of that one */
} MukanaPollChosen;

typedef struct
{
  gint64 proposal_id;
  gint64 slot_id;
} MukanaPollLetGo;

GPtrArray        *mukana_polling_own_times (GPtrArray    *times,
                                            GPtrArray    *days,
                                            MukanaDay     today);
gboolean          mukana_polling_note     (MukanaDb         *db,
                                           const char       *action,
                                           gint64            request_id,
                                           GError          **error);
void              mukana_poll_chosen_free (MukanaPollChosen *self);

MukanaPollAnswer *mukana_poll_answer_new  (gint64            poll_day_id,
                                           gint64            candidate_id,
                                           const char       *answer);
void              mukana_poll_answer_free (MukanaPollAnswer *self);

/* Jobs. */
extern const MukanaJob mukana_poll_day_add_job;      /* MukanaPollDay -> gint64 * its id */
extern const MukanaJob mukana_poll_own_days_job;     /* id of a request -> NULL; adds what
                                                        mukana_polling_own_times() gives */
extern const MukanaJob mukana_poll_day_drop_job;     /* id -> NULL */
extern const MukanaJob mukana_poll_day_restore_job;  /* id -> NULL */
extern const MukanaJob mukana_poll_answer_job;       /* MukanaPollAnswer -> NULL;
                                                        %MUKANA_ERROR_NOT_ALLOWED of somebody who
                                                        no longer takes part in matching */
/* Takes a MukanaPollChoice, gives a MukanaPollChosen.  All of it is done or nothing;
 * %MUKANA_ERROR_CONFLICT when the request no longer looks for people, or when somebody is asked to
 * or has agreed to another time. */
extern const MukanaJob mukana_poll_choose_job;
extern const MukanaJob mukana_poll_unchoose_job;     /* MukanaPollChosen -> NULL;
                                                        %MUKANA_ERROR_CONFLICT when somebody was
                                                        asked or has answered since */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPollChosen, mukana_poll_chosen_free)

G_END_DECLS
