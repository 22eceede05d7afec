#pragma once

#include "domain/mukana-duplicate.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

gboolean    mukana_erasures_erase      (MukanaDb              *db,
                                        gint64                 person_id,
                                        const char            *approved_by,
                                        GError               **error);
gboolean    mukana_erasures_catch_up   (MukanaDb              *db,
                                        GError               **error);

/* Whether somebody of an imported list was erased before. */
GHashTable *mukana_erasures_suppressed (MukanaDb              *db,
                                        GError               **error);
char       *mukana_erasures_dup_secret (MukanaDb              *db,
                                        GError               **error);
char      **mukana_erasures_digests    (const char            *secret,
                                        const MukanaIdentity  *identity);
gboolean    mukana_erasures_unsuppress (MukanaDb              *db,
                                        gint64                 person_id,
                                        GError               **error);

G_END_DECLS
