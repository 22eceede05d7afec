#pragma once

#include "base/mukana-record.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

gpointer   mukana_record_read      (MukanaQuery   *query,
                                    GType          type);
void       mukana_record_bind      (MukanaRecord  *self,
                                    MukanaQuery   *query);
gpointer   mukana_record_read_one  (MukanaQuery   *query,
                                    GType          type,
                                    GError       **error);
GPtrArray *mukana_record_read_all  (MukanaQuery   *query,
                                    GType          type,
                                    GError       **error);
gint64     mukana_record_insert    (MukanaDb      *db,
                                    const char    *statement,
                                    MukanaRecord  *record,
                                    GError       **error);
gboolean   mukana_record_update    (MukanaDb      *db,
                                    const char    *statement,
                                    MukanaRecord  *record,
                                    GError       **error);

G_END_DECLS
