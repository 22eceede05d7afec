#pragma once

#include "services/mukana-proposing.h"

G_BEGIN_DECLS

/* That an agreed assignment, or a request with all that was agreed for it, is off. */
typedef struct
{
  gint64  record_id;
  char   *attendance;   /* "cancelled-person" or "cancelled-unit"; a request's is the unit's */
  char   *reason;       /* (nullable): of mukana_cancel_reasons */
  char   *words;        /* (nullable) */
} MukanaCancelling;

MukanaCancelling *mukana_cancelling_new  (gint64            record_id,
                                          const char       *attendance,
                                          const char       *reason,
                                          const char       *words);
void              mukana_cancelling_free (MukanaCancelling *self);

/* Whom a cancelling concerns, and what it means. */
typedef struct
{
  MukanaAssignment *assignment;    /* as it was before */
  char             *name;          /* the person's */
  gint64            notice_hours;  /* from now to the beginning */
  gint64            fee_cents;     /* owed all the same if the unit cancels */
  GPtrArray        *fees;          /* MukanaFeeLine, before; of a day recorded again, else NULL */
} MukanaSettledWork;

/* What was, or would be, cancelled or recorded: what takes it back. */
typedef struct
{
  gint64     request_id;   /* of days that were recorded: of the first of them */
  gboolean   is_request;   /* the request itself, and not one assignment of it */
  char      *state;        /* of the request, before */
  GPtrArray *work;         /* MukanaSettledWork, the soonest first */
  GArray    *proposals;    /* gint64: that waited for an answer */
} MukanaSettled;

void mukana_settled_free (MukanaSettled *self);

/* What it would mean; nothing is written. */
extern const MukanaJob mukana_cancelling_foresee_job;          /* id of an assignment */
extern const MukanaJob mukana_cancelling_foresee_request_job;  /* id of a request */

/* Take a MukanaCancelling, give a MukanaSettled.  MUKANA_ERROR_INVALID when a day of the
 * request has passed and is not recorded, or there is no such reason; MUKANA_ERROR_CONFLICT
 * when it is not agreed any more. */
extern const MukanaJob mukana_cancelling_job;
extern const MukanaJob mukana_cancelling_request_job;

/* Takes a GPtrArray of MukanaCompleting for one request, gives a MukanaSettled: all of them are
 * recorded or none. */
extern const MukanaJob mukana_recording_job;

/* Takes a MukanaSettled, gives NULL: all is as it was.  MUKANA_ERROR_CONFLICT when something
 * of it was changed since, or somebody has agreed to other work at the time. */
extern const MukanaJob mukana_cancelling_undo_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaCancelling, mukana_cancelling_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaSettled, mukana_settled_free)

G_END_DECLS
