#pragma once

#include "store/mukana-db.h"

G_BEGIN_DECLS

/* As the statements and the schema divide: people of so many ids stand on one shelf. */
#define MUKANA_PACKS_ON_SHELF 64

gboolean mukana_change_alters_facts (const MukanaChange *change,
                                     gint64             *person_id);
gboolean mukana_change_facts_of     (MukanaDb           *db,
                                     MukanaQuery        *people,
                                     GError            **error);
gboolean mukana_packs_follow        (MukanaDb           *db,
                                     MukanaChangeSet    *changes,
                                     GError            **error);

G_END_DECLS
