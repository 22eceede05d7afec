/* mukana-sharing-out.c: who is never asked, who carries much, and which theme has nobody where.
 *
 * Read at the door, so nobody is in it who may not be asked now.  Small counts of the
 * table never leave the job: a theme and a place with one person in it name that person.
 * There are no sums of rows or columns, from which a small count could be worked out.
 */

#include "services/mukana-sharing-out.h"

#include <string.h>

#define YEAR_DAYS 365

void
mukana_shared_work_free (MukanaSharedWork *self)
{
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_pointer (&self->carrying, g_array_unref);
  g_array_unref (self->shares);
  g_array_unref (self->cells);
  g_hash_table_unref (self->names);
  g_free (self);
}

/** mukana_shared_work_peek_name: Returns: (nullable): of somebody who waits or carries much */
const char *
mukana_shared_work_peek_name (MukanaSharedWork *self,
                              gint64            person_id)
{
  return g_hash_table_lookup (self->names, &person_id);
}

/** mukana_shared_work_find_cell: Returns: (nullable): NULL for a hole */
const MukanaSharingCell *
mukana_shared_work_find_cell (MukanaSharedWork *self,
                              const char       *theme_id,
                              const char       *place)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const MukanaSharingCell *cell = &g_array_index (self->cells, MukanaSharingCell, i);

      if (strcmp (cell->theme_id, theme_id) == 0 && strcmp (cell->place, place) == 0)
        return cell;
    }

  return NULL;
}

static MukanaShare *
find_share (MukanaSharedWork *self,
            gint64            person_id)
{
  guint low = 0, high = self->shares->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      MukanaShare *share = &g_array_index (self->shares, MukanaShare, middle);

      if (share->person_id == person_id)
        return share;
      if (share->person_id < person_id)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static gboolean
read_people (MukanaSharedWork  *self,
             MukanaDb          *db,
             GError           **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "sharing.people", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaShare share = {
        .person_id = mukana_query_get_int (query, "id"),
        .joined_on = mukana_query_get_day (query, "joined_on"),
        .max_per_month = (guint) mukana_query_get_int (query, "max_per_month"),
      };

      g_array_append_val (self->shares, share);
      g_hash_table_insert (self->names, g_memdup2 (&share.person_id, sizeof share.person_id),
                           g_strdup (mukana_query_peek_text (query, "display_name")));
    }

  return result == 0;
}

static gboolean
read_asked (MukanaSharedWork  *self,
            MukanaDb          *db,
            GError           **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "sharing.asked", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaShare *share = find_share (self, mukana_query_get_int (query, "person_id"));

      if (share != NULL)
        share->n_asked = (guint) mukana_query_get_int (query, "n_asked");
    }

  return result == 0;
}

static gboolean
read_held (MukanaSharedWork  *self,
           MukanaDb          *db,
           GError           **error)
{
  MukanaDay today = mukana_db_today (db);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "sharing.held", error,
                                                    mukana_day ("since", today - YEAR_DAYS),
                                                    mukana_day ("today", today));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaShare *share = find_share (self, mukana_query_get_int (query, "person_id"));
      guint n_held = (guint) mukana_query_get_int (query, "n_held");

      if (share == NULL)
        continue;
      share->n_held += n_held;
      share->most_in_month = MAX (share->most_in_month, n_held);
    }

  return result == 0;
}

static gboolean
read_themes (MukanaSharedWork  *self,
             MukanaDb          *db,
             GError           **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "sharing.themes", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      guint n_people = (guint) mukana_query_get_int (query, "n_people");
      gboolean is_few = n_people < MUKANA_SHARING_FEW;
      MukanaSharingCell cell = {
        .theme_id = g_intern_string (mukana_query_peek_text (query, "theme_id")),
        .place = g_intern_string (mukana_query_peek_text (query, "place")),
        .n_people = is_few ? 0 : n_people,
        .is_few = is_few,
      };

      g_array_append_val (self->cells, cell);
    }

  return result == 0;
}

/* Of whoever is told of, and of nobody else. */
static void
keep_names (MukanaSharedWork *self)
{
  GArray *told[] = { self->waiting, self->carrying };
  GHashTable *kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint k = 0; k < G_N_ELEMENTS (told); k++)
    for (guint i = 0; i < told[k]->len; i++)
      {
        gint64 id = g_array_index (told[k], MukanaShare *, i)->person_id;

        g_hash_table_insert (kept, g_memdup2 (&id, sizeof id),
                             g_strdup (mukana_shared_work_peek_name (self, id)));
      }

  g_hash_table_unref (self->names);
  self->names = kept;
}

static void
judge (MukanaSharedWork *self,
       MukanaDay         today)
{
  const MukanaShare *shares = (const MukanaShare *) self->shares->data;
  guint n_shares = self->shares->len;

  self->sharing = mukana_sharing_sum (shares, n_shares);
  self->waiting = mukana_sharing_never_asked (shares, n_shares, today);
  self->carrying = mukana_sharing_carrying_much (&self->sharing, shares, n_shares);
  keep_names (self);
}

static gpointer
sharing_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaSharedWork) self = g_new0 (MukanaSharedWork, 1);

  self->shares = g_array_new (FALSE, FALSE, sizeof (MukanaShare));
  self->cells = g_array_new (FALSE, FALSE, sizeof (MukanaSharingCell));
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!read_people (self, db, error) || !read_asked (self, db, error) ||
      !read_held (self, db, error) || !read_themes (self, db, error))
    return NULL;

  judge (self, mukana_db_today (db));
  return g_steal_pointer (&self);
}

static gboolean
look_at_sharing (gconstpointer  arg,
                 MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.sharing", MUKANA_KIND_PERSON, 0, "themes" };
  return TRUE;
}

const MukanaJob mukana_sharing_out_job = {
  "sharing-out.run", MUKANA_LANE_DOOR, sharing_run, (GDestroyNotify) mukana_shared_work_free,
  .looks_at = look_at_sharing, .needs = MUKANA_DEED_MATCH
};
