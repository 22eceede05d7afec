#pragma once

#include "store/mukana-db.h"

G_BEGIN_DECLS

gboolean mukana_journal_add   (MukanaDb    *db,
                               const char  *action,
                               MukanaKind   kind,
                               gint64       record_id,
                               const char  *fields,
                               GError     **error);
gint64   mukana_journal_check (MukanaDb    *db,
                               gint64      *n_rows,
                               GError     **error);

G_END_DECLS
