#pragma once

#include "store/mukana-db-private.h"

G_BEGIN_DECLS

/* The step since which those who work with a register have roles. */
#define MUKANA_SCHEMA_FIRST_WITH_ROLES 3

/* The steps since which breaches are in a diary, and who asked for something in another. */
#define MUKANA_SCHEMA_FIRST_WITH_BREACHES 3
#define MUKANA_SCHEMA_FIRST_WITH_ASKERS 26

/* The step since which a store says who may still read it: see mukana_schema_admit(). */
#define MUKANA_SCHEMA_FIRST_WITH_READERS 14

/* The step since which people are packed for matching. */
#define MUKANA_SCHEMA_FIRST_WITH_PACKS 22

int      mukana_schema_newest  (void);
int      mukana_schema_current (MukanaDb    *db,
                                GError     **error);
int      mukana_schema_admit   (MukanaDb    *db,
                                int          current,
                                GError     **error);
gboolean mukana_schema_update  (MukanaDb    *db,
                                int          until,
                                gint64       now_us,
                                GError     **error);

G_END_DECLS
