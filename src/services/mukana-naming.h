#pragma once

#include "domain/mukana-register-user.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Users of a local register.  With nobody named everybody coordinates. */
extern const MukanaJob mukana_users_list_job;   /* NULL -> GPtrArray of MukanaRegisterUser */
extern const MukanaJob mukana_user_save_job;    /* MukanaRegisterUser -> NULL: new or not */
extern const MukanaJob mukana_user_drop_job;    /* MukanaRegisterUser -> NULL */

G_END_DECLS
