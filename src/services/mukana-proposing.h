#pragma once

#include "domain/mukana-assignment.h"
#include "domain/mukana-fee.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-proposal.h"
#include "services/mukana-judging.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Who is asked to which request. */
typedef struct
{
  gint64  person_id;
  gint64  slot_id;          /* of an alternative time; 0: all needed ones; or TIME_THAT_FITS */
  gint64  score;            /* as it was shown */
  gboolean is_reserve;
} MukanaProposalSeed;

typedef struct
{
  gint64  request_id;
  GArray *people;           /* of MukanaProposalSeed */
  char   *choice_reason;    /* of mukana_choice_reasons; or NULL */
  char   *exception_reason; /* of mukana_exception_reasons, why those are asked who do not fit;
                             * NULL: then nobody is asked who does not */
  char   *words;            /* (nullable): what another reason was */
} MukanaProposing;

MukanaProposing *mukana_proposing_new  (gint64           request_id,
                                        const char      *choice_reason);
void             mukana_proposing_add  (MukanaProposing *self,
                                        gint64           person_id,
                                        gint64           score,
                                        gboolean         is_reserve);
void             mukana_proposing_except (MukanaProposing *self,
                                        const char      *exception_reason);
void             mukana_proposing_explain (MukanaProposing *self,
                                        const char      *words);
void             mukana_proposing_free (MukanaProposing *self);

/* Job: takes a MukanaProposing, gives a GArray of gint64, the ids of the
 * proposals.  All are made or none: MUKANA_ERROR_NOT_ALLOWED when somebody may
 * not be asked, MUKANA_ERROR_CONFLICT when somebody is asked already, or does not
 * fit and no exception is made. */
extern const MukanaJob mukana_proposing_job;

/* An answer to a proposal. */
typedef struct
{
  gint64    proposal_id;
  char     *state;          /* accepted, declined, no-answer, cancelled */
  char     *reason;         /* of mukana_decline_reasons, or NULL */
  char     *words;          /* (nullable): what another reason was */
  char     *clash_reason;   /* why a clash is accepted; NULL refuses it */
} MukanaAnswering;

MukanaAnswering *mukana_answering_new  (gint64           proposal_id,
                                        const char      *state,
                                        const char      *reason,
                                        const char      *clash_reason);
void             mukana_answering_explain (MukanaAnswering *self,
                                        const char      *words);
void             mukana_answering_free (MukanaAnswering *self);

/* Job: takes a MukanaAnswering, gives a GArray of gint64: the assignments that
 * came of it, one for each time.  MUKANA_ERROR_CONFLICT on a clash. */
extern const MukanaJob mukana_answering_job;

/* Job: takes a MukanaAnswering of a reserve, whose state is "accepted": they take a place in the
 * request.  Gives a GArray of gint64, the assignments: none while their reply is awaited.
 * MUKANA_ERROR_CONFLICT on a clash, or when they are in reserve no more. */
extern const MukanaJob mukana_taking_in_job;

/* What happened on the day. */
typedef struct
{
  gint64    assignment_id;
  char     *attendance;     /* of mukana_attendances */
  gint64    actual_minutes; /* worked, preparation included */
  gint64    hundredths_km;  /* driven with an own car; 0: no travel line */
  int       passengers;
  gint64    public_cents;   /* tickets */
  gint64    taxi_cents;
  char     *taxi_reason;    /* why a taxi; needed with taxi_cents */
  gint64    other_cents;    /* other expenses, by receipt */
  char     *receipt;        /* which vouchers show the costs; needed with other_cents */
  char     *per_diem;       /* "per-diem", "part-per-diem", or NULL */
  int       n_meals;        /* meal allowances; not beside a per diem */
  gint64    notice_hours;   /* cancelled so long before; -1: from now, where it is to come */
  char     *cancel_reason;  /* of mukana_cancel_reasons; or NULL */
  char     *cancel_words;   /* (nullable) */
  char     *fee_rule_code;  /* NULL: as agreed, or the default rule */
} MukanaCompleting;

MukanaCompleting *mukana_completing_new  (gint64            assignment_id,
                                          const char       *attendance,
                                          gint64            actual_minutes);
MukanaCompleting *mukana_completing_of   (MukanaAssignment *assignment,
                                          GPtrArray        *lines);
void              mukana_completing_free (MukanaCompleting *self);

/* Job: takes a MukanaCompleting, gives a GPtrArray of the MukanaFeeLine made. */
extern const MukanaJob mukana_completing_job;

/* Job: takes a MukanaFeedback (its assignment-id set), gives gint64 * its id. */
extern const MukanaJob mukana_feedback_add_job;

/* A proposal as a list shows it. */
typedef struct
{
  MukanaProposal *proposal;
  char           *name;      /* the person's */
  gboolean        may_agree; /* what lets them be asked still holds */
} MukanaProposalRow;

typedef struct
{
  MukanaAssignment *assignment;
  char             *name;    /* the person's */
} MukanaAssignmentRow;

GPtrArray *mukana_proposal_rows_load   (MukanaDb   *db,
                                        gint64      request_id,
                                        GError    **error);
GPtrArray *mukana_assignment_rows_load (MukanaDb   *db,
                                        gint64      request_id,
                                        GError    **error);

/* One assignment with everything about it. */
typedef struct
{
  MukanaAssignment *assignment;
  char             *name;          /* the person's */
  char             *title;         /* the request's */
  GPtrArray        *support;       /* MukanaSupportTask; none for who does not arrange it */
  GPtrArray        *fees;          /* MukanaFeeLine */
  GPtrArray        *feedback;      /* MukanaFeedback */
  guint             warnings;      /* bits of MukanaTimetableWarning: what holds no more */
} MukanaAssignmentFile;

void mukana_assignment_file_free (MukanaAssignmentFile *self);
extern const MukanaJob mukana_assignment_file_job;   /* id -> MukanaAssignmentFile */

GArray    *mukana_proposing_run   (MukanaDb                *db,
                                   const MukanaProposing   *proposing,
                                   GError                 **error);
GArray    *mukana_proposing_run_with (MukanaDb            *db,
                                   MukanaLexicon           *lexicon,
                                   const MukanaProposing   *proposing,
                                   GError                 **error);
GArray    *mukana_answering_run   (MukanaDb                *db,
                                   const MukanaAnswering   *answering,
                                   GError                 **error);
GPtrArray *mukana_completing_run  (MukanaDb                *db,
                                   const MukanaCompleting  *completing,
                                   GError                 **error);

gboolean   mukana_proposing_move_request (MukanaDb          *db,
                                   gint64                   request_id,
                                   const char              *state,
                                   GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaAssignmentFile, mukana_assignment_file_free)

G_END_DECLS
