#pragma once

#include "domain/mukana-pay-identity.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Whether the register keeps identity codes and accounts, and what it has of them. */
typedef struct
{
  gboolean  is_on;
  gboolean  may_see;      /* whoever asks: all of them, whole */
  MukanaDay decided_on;
  char     *ground;       /* why the county decided so; NULL when it has not */
  gint64    n_codes;
  gint64    n_accounts;
} MukanaIdentifying;

void mukana_identifying_free (MukanaIdentifying *self);

/* What is shown of one person before it is asked for: the ends of what is there. */
typedef struct
{
  gboolean  is_on;
  gboolean  may_see;
  char     *identity_code;   /* "131052-****"; NULL when there is none */
  char     *account;         /* "**** 0785"; NULL when there is none */
} MukanaMaskedIdentity;

void mukana_masked_identity_free (MukanaMaskedIdentity *self);

/* For the deeds that need it, in their own transaction, on a worker.
 * Returns: 1 the register keeps them, 0 it does not, -1 with @error set */
int        mukana_identifying_is_on    (MukanaDb  *db,
                                        GError   **error);
gboolean   mukana_identifying_must_see (MukanaDb  *db,
                                        GError   **error);

extern const MukanaJob mukana_identifying_setting_job;    /* NULL -> MukanaIdentifying */
extern const MukanaJob mukana_identifying_turn_on_job;    /* char * the ground -> NULL */
extern const MukanaJob mukana_identifying_turn_off_job;   /* NULL -> gint64 * of how many people
                                                             something was removed */
extern const MukanaJob mukana_identifying_masked_job;     /* id of a person ->
                                                             MukanaMaskedIdentity */
extern const MukanaJob mukana_identifying_show_job;       /* id of a person -> MukanaPayIdentity,
                                                             noted in the journal */
extern const MukanaJob mukana_identifying_save_job;       /* MukanaPayIdentity -> gint64 * its
                                                             version now; 0: nothing is kept */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaIdentifying, mukana_identifying_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMaskedIdentity, mukana_masked_identity_free)

G_END_DECLS
