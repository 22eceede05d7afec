#pragma once

#include "domain/mukana-feedback.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* What was done about what somebody said. */
typedef struct
{
  gint64  feedback_id;
  char   *how;
} MukanaHandling;

MukanaHandling *mukana_handling_new  (gint64          feedback_id,
                                      const char     *how);
void            mukana_handling_free (MukanaHandling *self);

/* That those who took part have been told what followed. */
typedef struct
{
  gint64  request_id;
  char   *whom;          /* (nullable) */
  char   *how;           /* (nullable) */
  MukanaDay day;         /* MUKANA_DAY_NONE: today */
} MukanaTelling;

MukanaTelling *mukana_telling_new  (gint64         request_id,
                                    const char    *whom,
                                    const char    *how);
void           mukana_telling_free (MukanaTelling *self);

/* What somebody said that waits to be handled; nobody is named. */
typedef struct
{
  MukanaFeedback *feedback;
  char           *title;     /* the request's */
  MukanaDay       due;
} MukanaUnhandled;

typedef struct
{
  MukanaOutcome *outcome;
  char          *title;      /* the request's */
} MukanaHeardFinding;

/* Answers to the question that is counted. */
typedef struct
{
  gint64 n_answered;
  gint64 n_promoters;
  gint64 n_detractors;
} MukanaVoices;

enum { MUKANA_VOICES_EXPERTS, MUKANA_VOICES_REQUESTERS, MUKANA_VOICES_PARTICIPANTS,
       MUKANA_N_VOICES };

/* What has been heard: what waits, what was found, and the last twelve months as numbers. */
typedef struct
{
  MukanaDay           today;
  MukanaHandlingTime  time;
  GPtrArray          *unhandled;   /* MukanaUnhandled, the oldest first */
  GPtrArray          *findings;    /* MukanaHeardFinding, those that wait first, then the newest */
  MukanaVoices        voices[MUKANA_N_VOICES];
  guint               n_promised;  /* requests whose sixty days are over, or that have been told */
  guint               n_kept;      /* of those: told in sixty days */
} MukanaHeard;

void mukana_heard_free (MukanaHeard *self);

gboolean mukana_handling_time_load (MukanaDb            *db,
                                    MukanaHandlingTime  *time,
                                    GError             **error);

gboolean mukana_hearing_count_voices   (MukanaDb      *db,
                                        MukanaDay      from,
                                        MukanaDay      until,
                                        MukanaVoices  *voices,
                                        GError       **error);
gboolean mukana_hearing_count_promises (MukanaDb      *db,
                                        MukanaDay      from,
                                        MukanaDay      until,
                                        guint         *n_promised,
                                        guint         *n_kept,
                                        GError       **error);

extern const MukanaJob mukana_heard_job;              /* NULL -> MukanaHeard */
extern const MukanaJob mukana_heard_count_job;        /* NULL -> gint64 *: what waits */
extern const MukanaJob mukana_feedback_handle_job;    /* MukanaHandling -> NULL */
extern const MukanaJob mukana_participants_add_job;   /* MukanaParticipants -> gint64 *, its id */
extern const MukanaJob mukana_outcome_add_job;        /* MukanaOutcome -> gint64 *, its id */
extern const MukanaJob mukana_outcome_save_job;       /* MukanaOutcome that is there -> NULL */
extern const MukanaJob mukana_outcome_tell_job;       /* MukanaTelling -> NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaHeard, mukana_heard_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaHandling, mukana_handling_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTelling, mukana_telling_free)

G_END_DECLS
