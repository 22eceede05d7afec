#pragma once

#include "store/mukana-db.h"

G_BEGIN_DECLS

/* That somebody was erased, kept beside the register file: see mukana-erasure-ledger.c. */
typedef struct
{
  gint64  person_id;
  gint64  erased_at;
  char   *digest;
} MukanaErasureLine;

GPtrArray *mukana_erasure_ledger_read   (MukanaDb                *db,
                                         GError                 **error);
gboolean   mukana_erasure_ledger_add    (MukanaDb                *db,
                                         gint64                   person_id,
                                         gint64                   erased_at,
                                         gint64                   created_at,
                                         GError                 **error);
int        mukana_erasure_ledger_means  (MukanaDb                *db,
                                         const MukanaErasureLine *line,
                                         gint64                   created_at,
                                         GError                 **error);

G_END_DECLS
