#pragma once

#include "base/mukana-days.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A consent that is to be asked for again. */
typedef struct
{
  gint64      person_id;
  char       *name;
  const char *purpose;      /* interned */
  const char *theme_id;     /* interned; NULL but of the purpose "theme" */
  MukanaDay   expires_on;   /* may have passed */
} MukanaRenewal;

void mukana_renewal_free (MukanaRenewal *self);

#define MUKANA_RENEWAL_DAYS_AHEAD 60
#define MUKANA_RENEWAL_DAYS_BACK 183

/* Job: takes an int * with how many are wanted, gives a GPtrArray of MukanaRenewal, the
 * most urgent first. */
extern const MukanaJob mukana_renewals_job;

/* Somebody whose consent to the register has ended: to be asked, or erased. */
typedef struct
{
  gint64    person_id;
  char     *name;
  MukanaDay ended_on;       /* its last day */
  MukanaDay erase_on;       /* from when on the data may go; NONE: no rule says */
  gboolean  is_withdrawn;   /* by the person, who is asked for nothing */
} MukanaEnded;

void       mukana_ended_free (MukanaEnded  *self);
GPtrArray *mukana_ended_list (MukanaDb     *db,
                              int           max_rows,
                              GError      **error);

/* Job: takes an int * with how many are wanted, gives a GPtrArray of MukanaEnded, the
 * longest ended first. */
extern const MukanaJob mukana_ended_job;

G_END_DECLS
