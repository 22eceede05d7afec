#pragma once

#include "domain/mukana-consent.h"
#include "domain/mukana-person.h"

G_BEGIN_DECLS

/* Fields of a person that two records may say differently, of which one is chosen. */
extern const char * const mukana_merge_fields[];

MukanaPerson *mukana_merge_people     (MukanaPerson        *kept,
                                       MukanaPerson        *gone,
                                       const char * const  *take);
gboolean      mukana_merge_must_choose (MukanaPerson       *kept,
                                       MukanaPerson        *gone,
                                       const char          *field);
GPtrArray    *mukana_merge_ends       (GPtrArray           *kept,
                                       GPtrArray           *gone,
                                       MukanaDay            today);

G_END_DECLS
