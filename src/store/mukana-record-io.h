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
gpointer   mukana_record_get       (MukanaDb         *db,
                                    const char       *statement,
                                    gint64            id,
                                    GType             type,
                                    GError          **error);
GPtrArray *mukana_record_list_args (MukanaDb         *db,
                                    const char       *statement,
                                    GType             type,
                                    GError          **error,
                                    const MukanaArg  *args);

/* Every row of a statement as a record. */
#define mukana_record_list(db, statement, type, error, ...) \
  mukana_record_list_args (db, statement, type, error, MUKANA_ARGS (__VA_ARGS__))

gpointer   mukana_record_stamped   (MukanaDb      *db,
                                    gpointer       record);
gint64     mukana_record_insert    (MukanaDb      *db,
                                    const char    *statement,
                                    MukanaRecord  *record,
                                    GError       **error);
gboolean   mukana_record_update    (MukanaDb      *db,
                                    const char    *statement,
                                    MukanaRecord  *record,
                                    GError       **error);

G_END_DECLS
