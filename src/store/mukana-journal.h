#pragma once

#include "domain/mukana-journal-row.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

gboolean mukana_journal_add   (MukanaDb    *db,
                               const char  *action,
                               MukanaKind   kind,
                               gint64       record_id,
                               const char  *fields,
                               GError     **error);
gboolean mukana_journal_add_at (MukanaDb   *db,
                               gint64       at,
                               const char  *action,
                               MukanaKind   kind,
                               gint64       record_id,
                               const char  *fields,
                               GError     **error);
gint64   mukana_journal_check (MukanaDb    *db,
                               gint64      *n_rows,
                               GError     **error);
gint64   mukana_journal_trim  (MukanaDb    *db,
                               gint64       before,
                               GError     **error);
char    *mukana_journal_dup_tip (MukanaDb  *db,
                               GError     **error);
int      mukana_journal_has_link (MukanaDb *db,
                               const char  *link,
                               GError     **error);
GPtrArray *mukana_journal_of_person (MukanaDb  *db,
                               gint64       person_id,
                               GError     **error);

G_END_DECLS
