#pragma once

#include "store/mukana-db.h"

G_BEGIN_DECLS

/* Other logins of a server that has a store. */
gboolean mukana_logins_let_in (MukanaDb    *db,
                               const char  *login,
                               gboolean     is_let_in,
                               GError     **error);

G_END_DECLS
