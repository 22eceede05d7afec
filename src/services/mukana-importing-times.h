#pragma once

#include "services/mukana-registering.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

#define MUKANA_BUSY_DAYS 366     /* how far ahead a calendar is read */

/* A person, and a calendar file of theirs. */
typedef struct
{
  gint64  person_id;
  char   *path;
} MukanaTimesFile;

MukanaTimesFile *mukana_times_file_new  (gint64           person_id,
                                         const char      *path);
void             mukana_times_file_free (MukanaTimesFile *self);

/* All the busy times that a person has, and all that they had before. */
typedef struct
{
  gint64     person_id;
  GPtrArray *before;       /* MukanaBusyTime */
  GPtrArray *after;
} MukanaTimesChange;

MukanaTimesChange *mukana_times_change_new  (gint64             person_id,
                                             GPtrArray         *before,
                                             GPtrArray         *after);
MukanaTimesChange *mukana_times_change_turn (MukanaTimesChange *self);
void               mukana_times_change_free (MukanaTimesChange *self);

/* What a calendar file would bring. */
typedef struct
{
  MukanaTimesChange *change;
  guint              n_new;
  guint              n_same;
  guint              n_gone;        /* an entry was moved, made shorter or cancelled */
  guint              n_cancelled;   /* entries that bring no times, and why not */
  guint              n_free;
  guint              n_own;
  guint              n_outside;
  guint              n_often;
  guint              n_zone;
  guint              n_broken;
} MukanaTimesPlan;

void       mukana_times_plan_free (MukanaTimesPlan       *self);
char      *mukana_times_plan_tell (const MukanaTimesPlan *self);
GPtrArray *mukana_times_plan_left (const MukanaTimesPlan *self);

/* Jobs.  The first changes nothing; the second does what its plan says, or the reverse, and
 * gives MUKANA_ERROR_CONFLICT when the times are not those before any more. */
extern const MukanaJob mukana_times_plan_job;     /* MukanaTimesFile -> MukanaTimesPlan */
extern const MukanaJob mukana_times_put_job;      /* MukanaTimesChange -> NULL */
extern const MukanaJob mukana_times_list_job;     /* gint64 *, a person -> MukanaTimesAway */

/* When a person is away. */
typedef struct
{
  GPtrArray *absences;     /* MukanaAbsence */
  GPtrArray *busy_times;   /* MukanaBusyTime */
} MukanaTimesAway;

void mukana_times_away_free (MukanaTimesAway *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTimesFile, mukana_times_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTimesChange, mukana_times_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTimesPlan, mukana_times_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTimesAway, mukana_times_away_free)

G_END_DECLS
