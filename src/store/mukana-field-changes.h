#pragma once

#include "domain/mukana-field-change.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

gboolean   mukana_field_changes_note (MukanaDb      *db,
                                      MukanaKind     kind,
                                      gint64         record_id,
                                      gint64         person_id,
                                      MukanaRecord  *before,
                                      MukanaRecord  *after,
                                      GError       **error);
gboolean   mukana_field_changes_note_parts (MukanaDb    *db,
                                            gint64       person_id,
                                            const char  *kind,
                                            GPtrArray   *before,
                                            GPtrArray   *after,
                                            GError     **error);

G_END_DECLS
