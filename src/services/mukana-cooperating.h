#pragma once

#include "domain/mukana-cooperation.h"
#include "domain/mukana-organisation.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Jobs that take any record of mukana-cooperation.h or mukana-programme.h. */
/* -> the record of that type and id, as it is; not for what has no version */
extern const MukanaJob mukana_cooperating_get_job;
/* -> (nullable): what stands for that day or month, which saving would take the place of */
extern const MukanaJob mukana_cooperating_stored_job;
/* -> gint64 *, its id; one without an id is added; a number of a day or a month takes the place
 * of what was there */
extern const MukanaJob mukana_cooperating_save_job;
extern const MukanaJob mukana_cooperating_drop_job;      /* -> NULL; not while it has parts */
extern const MukanaJob mukana_cooperating_restore_job;   /* -> NULL; there again, with a new id */

/* One statement asked of several organisations at once. */
typedef struct
{
  MukanaStatementRequest *statement;   /* its organisation does not matter */
  GArray                 *organisations;   /* of gint64 */
} MukanaAsking;

MukanaAsking *mukana_asking_new  (MukanaStatementRequest *statement);
void          mukana_asking_free (MukanaAsking           *self);

extern const MukanaJob mukana_statements_ask_job;        /* MukanaAsking -> gint64 *, how many */

/* The next deed of a line of the log: id -> NULL. */
extern const MukanaJob mukana_task_done_job;
extern const MukanaJob mukana_task_undone_job;

/* Whether an agreement is let to end: nobody is reminded of it any more. */
extern const MukanaJob mukana_agreement_settle_job;      /* MukanaAgreement -> NULL */
extern const MukanaJob mukana_agreement_unsettle_job;

#define MUKANA_AGREEMENT_SOON_DAYS 30
#define MUKANA_QUIET_MONTHS 6

/* An organisation with which nothing has been logged for long. */
typedef struct
{
  gint64    id;
  char     *name;
  MukanaDay last_on;           /* NONE: never */
} MukanaQuiet;

/* Numbers of the year of today. */
typedef struct
{
  gint64 n_deeds, n_asked, n_given, n_hearings, n_referrals, n_encounters, n_theme_days;
} MukanaCooperationYear;

/* What the page of cooperation shows. */
typedef struct
{
  int                    year;
  MukanaCooperationYear  numbers;
  GPtrArray             *tasks;        /* MukanaLogEntry, soonest first */
  GPtrArray             *ending;       /* MukanaAgreement, soonest first */
  GPtrArray             *statements;   /* MukanaStatementRequest not given yet, soonest first */
  GPtrArray             *quiet;        /* MukanaQuiet, longest first */
  GPtrArray             *log;          /* MukanaLogEntry, newest first */
  GPtrArray             *points;       /* MukanaOlkaPoint, open ones first */
  GPtrArray             *days;         /* MukanaOlkaDay of this year, newest first, by point */
  GPtrArray             *theme_days;   /* MukanaThemeDay, of the last two months and coming */
  GPtrArray             *groups;       /* MukanaCooperationGroup, by kind and name */
} MukanaCooperationDesk;

void mukana_cooperation_desk_free (MukanaCooperationDesk *self);

extern const MukanaJob mukana_cooperation_desk_job;      /* NULL -> MukanaCooperationDesk */

/* Who can be said to have taken part: organisations, and those who speak for them now. */
typedef struct
{
  gint64  organisation_id;
  gint64  contact_id;          /* 0: the organisation itself */
  char   *name;
  char   *organisation_name;
  char   *sort_key;
} MukanaParticipant;

extern const MukanaJob mukana_participants_job;          /* NULL -> GPtrArray of them, by name */

gboolean mukana_cooperating_put_participants (MukanaDb    *db,
                                              gint64       log_entry_id,
                                              const char  *also,
                                              GError     **error);
gint64   mukana_cooperating_save             (MukanaDb    *db,
                                              MukanaRecord *record,
                                              GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaCooperationDesk, mukana_cooperation_desk_free)

G_END_DECLS
