#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a job or a page needs of whoever uses it. */
typedef enum
{
  MUKANA_DEED_UNNAMED,              /* none was named: see mukana_role_may() */
  MUKANA_DEED_WORK_HERE,            /* what everybody does: opening, reading words, drafts */
  MUKANA_DEED_SEE_WAITING,          /* what waits: of people only with the next */
  MUKANA_DEED_SEE_PEOPLE,           /* who somebody is, and how they are reached */
  MUKANA_DEED_SEE_SENSITIVE,        /* experience, support needs, notes */
  MUKANA_DEED_CHANGE_PEOPLE,        /* people, consents and their rights */
  MUKANA_DEED_MATCH,                /* finding, proposing, answers */
  MUKANA_DEED_CHANGE_REQUESTS,
  MUKANA_DEED_CHANGE_ORGANISATIONS, /* organisations and the log of cooperation */
  MUKANA_DEED_RECORD_WORK,          /* what was done, and its fees */
  MUKANA_DEED_SEE_IDENTITY,         /* by what payment knows somebody: code and account */
  MUKANA_DEED_RECORD_FEEDBACK,
  MUKANA_DEED_ARRANGE_SUPPORT,      /* interpreters, assistants, tickets; debriefings */
  MUKANA_DEED_CHANGE_WORDS,         /* vocabularies and prices */
  MUKANA_DEED_GIVE_OUT,             /* export, print, reports */
  MUKANA_DEED_READ_JOURNAL,
  MUKANA_DEED_ACCOUNT,              /* the diary of breaches and the documents of accountability */
  MUKANA_DEED_NAME_USERS,
  MUKANA_DEED_KEEP_REGISTER,        /* settings, import, backup, keys */
  MUKANA_N_DEEDS,
} MukanaDeed;

/* As stored: register_user.role. */
extern const char * const mukana_roles[];   /* coordinator hyte fees reader auditor */

gboolean    mukana_role_may            (const char *role,
                                        MukanaDeed  deed);
gboolean    mukana_role_may_open       (const char *role,
                                        const char *page);
gboolean    mukana_role_may_add        (const char *role,
                                        const char *page);
gboolean    mukana_role_may_act        (const char *role,
                                        const char *action);
const char *mukana_role_label          (const char *role);
const char *mukana_role_describe       (const char *role);
const char *mukana_role_of             (gint64      n_users,
                                        const char *named);
const char *mukana_role_only_reading (const char *role);
gboolean    mukana_role_sees_identity (const char *role,
                                       gint64      n_of_fees);

G_END_DECLS
