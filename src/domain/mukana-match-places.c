/* mukana-match-places.c: distances that are counted once.
 *
 * People live in some three hundred places, the municipalities, and requests are
 * held in the same; so the kilometres from one place to all others are a small
 * table, which is made when the first request of that place comes and kept for
 * the next.  Places are never taken away: a number means the same for as long as
 * the index lives.
 */

#include "domain/mukana-match-places.h"

/* Tables are dropped when they hold more distances than this. */
enum { MOST_DISTANCES = 1 << 22 };

struct _MukanaMatchPlaces
{
  GArray     *positions;       /* MukanaPosition by number; the index locks them */
  GHashTable *numbers;         /* gint64 key -> number */

  GMutex      lock;            /* guards the tables, which questions at once make and use */
  GHashTable *tables;          /* gint64 key -> gint16 *, in an rc box */
};

static void
release_table (gpointer table)
{
  g_atomic_rc_box_release (table);
}

/** mukana_match_places_new: Returns: yours, with the place that is not known alone */
MukanaMatchPlaces *
mukana_match_places_new (void)
{
  MukanaMatchPlaces *self = g_new0 (MukanaMatchPlaces, 1);
  MukanaPosition unknown = { 0, 0 };

  self->positions = g_array_new (FALSE, FALSE, sizeof (MukanaPosition));
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->tables = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, release_table);
  g_mutex_init (&self->lock);
  g_array_append_val (self->positions, unknown);
  return self;
}

void
mukana_match_places_free (MukanaMatchPlaces *self)
{
  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->positions);
  g_free (self);
}

static gint64
key_of (MukanaPosition position)
{
  return (gint64) (((guint64) (guint32) position.latitude_udeg << 32) |
                   (guint32) position.longitude_udeg);
}

/**
 * mukana_match_places_number:
 * @number: (out): of @position, new or known
 *
 * Thread: any, while nobody else uses the places.
 * Returns: FALSE when there is no number left
 */
gboolean
mukana_match_places_number (MukanaMatchPlaces *self,
                            MukanaPosition     position,
                            guint16           *number)
{
  gint64 key = key_of (position);
  gpointer found;

  *number = MUKANA_MATCH_NO_PLACE;
  if (!mukana_position_is_known (position))
    return TRUE;

  if (!g_hash_table_lookup_extended (self->numbers, &key, NULL, &found))
    {
      if (self->positions->len >= MUKANA_MATCH_MOST_PLACES)
        return FALSE;

      found = GUINT_TO_POINTER (self->positions->len);
      g_array_append_val (self->positions, position);
      g_hash_table_insert (self->numbers, g_memdup2 (&key, sizeof key), found);
      g_hash_table_remove_all (self->tables);
    }

  *number = (guint16) GPOINTER_TO_UINT (found);
  return TRUE;
}

static gint16 *
make_table (MukanaMatchPlaces *self,
            MukanaPosition     from)
{
  gint16 *km = g_atomic_rc_box_alloc (self->positions->len * sizeof *km);

  for (guint i = 0; i < self->positions->len; i++)
    km[i] = (gint16) mukana_distance_km (g_array_index (self->positions, MukanaPosition, i), from);

  return km;
}

/**
 * mukana_match_places_ref_km:
 *
 * Thread: any; several may ask at once, while no place is added.
 * Returns: the distances from @from by the number of the place, as
 *   mukana_distance_km() tells them; released with g_atomic_rc_box_release()
 */
gint16 *
mukana_match_places_ref_km (MukanaMatchPlaces *self,
                            MukanaPosition     from)
{
  gint64 key = key_of (from);
  gint16 *km;

  g_mutex_lock (&self->lock);

  if ((km = g_hash_table_lookup (self->tables, &key)) == NULL)
    {
      if ((gsize) g_hash_table_size (self->tables) * self->positions->len > MOST_DISTANCES)
        g_hash_table_remove_all (self->tables);

      km = make_table (self, from);
      g_hash_table_insert (self->tables, g_memdup2 (&key, sizeof key), km);
    }
  g_atomic_rc_box_acquire (km);

  g_mutex_unlock (&self->lock);
  return km;
}
