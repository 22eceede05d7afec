#pragma once

#include "domain/mukana-consent.h"
#include "domain/mukana-person.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Job: takes a MukanaConsent to be recorded (its person-id set), gives NULL. */
extern const MukanaJob mukana_consenting_give_job;

/* Whose consent ends, and for what. */
typedef struct
{
  gint64  person_id;
  char   *purpose;     /* of mukana_purposes; "register" carries all the others */
  char   *theme_id;    /* only of the purpose "theme"; NULL there means every theme */
  char   *how;         /* of mukana_consent_ways */
} MukanaWithdrawal;

MukanaWithdrawal *mukana_withdrawal_new  (gint64            person_id,
                                          const char       *purpose,
                                          const char       *theme_id,
                                          const char       *how);
void              mukana_withdrawal_free (MukanaWithdrawal *self);

/* Job: takes a MukanaWithdrawal, gives GINT_TO_POINTER of how many consents ended. */
extern const MukanaJob mukana_consenting_withdraw_job;

/* Job: takes a MukanaWithdrawal of today, gives NULL.  How the person told of it is kept in the
 * place of "other", which is what a press that asks nothing leaves. */
extern const MukanaJob mukana_consenting_tell_how_job;

/* Job: takes the id of a person (gint64 *), gives a GPtrArray of MukanaConsent. */
extern const MukanaJob mukana_consenting_history_job;

gint64     mukana_consenting_give     (MukanaDb               *db,
                                       MukanaConsent          *consent,
                                       GError                **error);
gboolean   mukana_consenting_check_themes
                                      (MukanaDb               *db,
                                       gint64                  person_id,
                                       GPtrArray              *themes,
                                       GError                **error);
int        mukana_consenting_withdraw (MukanaDb               *db,
                                       const MukanaWithdrawal *withdrawal,
                                       GError                **error);
gboolean   mukana_consenting_check_support
                                      (MukanaDb               *db,
                                       gint64                  person_id,
                                       MukanaPerson           *before,
                                       MukanaPerson           *after,
                                       GError                **error);
gboolean   mukana_consenting_forget_ended_support
                                             (MukanaDb                *db,
                                              GError                 **error);
gboolean   mukana_consenting_forget_support
                                      (MukanaDb               *db,
                                       gint64                  person_id,
                                       GError                **error);
gboolean   mukana_consenting_close_proposals
                                      (MukanaDb               *db,
                                       gint64                  person_id,
                                       GError                **error);
gboolean   mukana_consenting_close_unmatchable
                                      (MukanaDb               *db,
                                       gint64                  person_id,
                                       GError                **error);
GPtrArray *mukana_consenting_history  (MukanaDb               *db,
                                       gint64                  person_id,
                                       GError                **error);

G_END_DECLS
