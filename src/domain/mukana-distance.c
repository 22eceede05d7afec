/* mukana-distance.c: how far apart two places are by road, roughly.
 *
 * The great circle times 1.3 is a usable estimate of Finnish roads for choosing
 * people.  It is never the basis of a payment: for that the person tells the
 * kilometres driven.
 */

#include "domain/mukana-distance.h"

#include <math.h>

static const double EARTH_RADIUS_KM = 6371.0;
static const double ROAD_FACTOR = 1.3;
static const int    ROAD_SPEED_KM_H = 70;

/** mukana_position_is_known: whether @self is a place at all */
gboolean
mukana_position_is_known (MukanaPosition self)
{
  return self.latitude_udeg != 0 || self.longitude_udeg != 0;
}

static double
to_radians (gint64 microdegrees)
{
  return (double) microdegrees * (G_PI / 180.0 / 1e6);
}

/**
 * mukana_distance_km:
 *
 * Returns: kilometres by road, estimated and rounded to the nearest; or
 *   %MUKANA_DISTANCE_UNKNOWN when either place is not known
 */
int
mukana_distance_km (MukanaPosition a,
                    MukanaPosition b)
{
  double half_lat, half_lon, chord;

  if (!mukana_position_is_known (a) || !mukana_position_is_known (b))
    return MUKANA_DISTANCE_UNKNOWN;

  /* The haversine form stays exact for neighbours, where the law of cosines
   * loses its digits. */
  half_lat = sin (to_radians ((gint64) a.latitude_udeg - b.latitude_udeg) / 2);
  half_lon = sin (to_radians ((gint64) a.longitude_udeg - b.longitude_udeg) / 2);
  chord = half_lat * half_lat + half_lon * half_lon *
          cos (to_radians (a.latitude_udeg)) * cos (to_radians (b.latitude_udeg));

  return (int) lround (2 * EARTH_RADIUS_KM * asin (sqrt (MIN (chord, 1.0))) * ROAD_FACTOR);
}

/** mukana_distance_minutes: Returns: minutes on the road for @km, rounded up; 0 when unknown */
int
mukana_distance_minutes (int km)
{
  return km <= 0 ? 0 : (km * 60 + ROAD_SPEED_KM_H - 1) / ROAD_SPEED_KM_H;
}
