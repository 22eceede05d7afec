#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in microdegrees (WGS84).  All zero means that the place is not known. */
typedef struct
{
  gint32 latitude_udeg;
  gint32 longitude_udeg;
} MukanaPosition;

#define MUKANA_DISTANCE_UNKNOWN (-1)

gboolean mukana_position_is_known  (MukanaPosition self);
int      mukana_distance_km        (MukanaPosition a,
                                    MukanaPosition b);
int      mukana_distance_minutes   (int            km);

G_END_DECLS
