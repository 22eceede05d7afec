#pragma once

#include "domain/mukana-distance.h"

G_BEGIN_DECLS

/* The places where people of a match index live, as numbers; a part of mukana-match-index. */
typedef struct _MukanaMatchPlaces MukanaMatchPlaces;

#define MUKANA_MATCH_NO_PLACE   0          /* not known */
#define MUKANA_MATCH_MOST_PLACES 65535

MukanaMatchPlaces *mukana_match_places_new    (void);
void               mukana_match_places_free   (MukanaMatchPlaces *self);
gboolean           mukana_match_places_number (MukanaMatchPlaces *self,
                                               MukanaPosition     position,
                                               guint16           *number);
gint16            *mukana_match_places_ref_km (MukanaMatchPlaces *self,
                                               MukanaPosition     from);

G_END_DECLS
