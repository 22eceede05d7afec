/* mukana-theme-adding.c: one theme for several people at once.
 *
 * It is there to be asked about: until each of them has consented to it, it is
 * neither shown in lists nor used for matching.  Source: GDPR Article 9(2)(a).
 */

#include "services/mukana-theme-adding.h"

#include "base/mukana-error.h"
#include "services/mukana-registering.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

MukanaThemeAddition *
mukana_theme_addition_new (GArray            *ids,
                           MukanaExperience  *experience,
                           gboolean           takes_away)
{
  MukanaThemeAddition *self = g_new0 (MukanaThemeAddition, 1);

  self->ids = g_array_ref (ids);
  self->experience = g_object_ref (experience);
  self->takes_away = takes_away;
  return self;
}

void
mukana_theme_addition_free (MukanaThemeAddition *self)
{
  g_array_unref (self->ids);
  g_object_unref (self->experience);
  g_free (self);
}

static gboolean
is_same (MukanaExperience *one,
         MukanaExperience *other)
{
  return g_strcmp0 (one->theme_id, other->theme_id) == 0 &&
         g_strcmp0 (one->perspective, other->perspective) == 0;
}

/* Somebody who has gone meanwhile is no error of the others. */
static gboolean
may_change (MukanaDb  *db,
            gint64     person_id,
            GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MukanaPerson) person = mukana_people_get (db, person_id, &failure);

  if (person != NULL)
    return person->restricted_at == 0 && person->removed_at == 0;

  if (!g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Returns: whether the person was changed; FALSE also with @error set */
static gboolean
change_one (MukanaDb                  *db,
            const MukanaThemeAddition *addition,
            gint64                     person_id,
            GError                   **error)
{
  g_autoptr (GPtrArray) themes = mukana_record_list (db, "people.themes", MUKANA_TYPE_EXPERIENCE,
                                                     error, mukana_int ("person_id", person_id));
  MukanaPartsChange change = { person_id, "themes", themes };
  guint at = 0;

  if (themes == NULL)
    return FALSE;

  while (at < themes->len && !is_same (g_ptr_array_index (themes, at), addition->experience))
    at++;
  if ((at < themes->len) != addition->takes_away)
    return FALSE;

  if (addition->takes_away)
    g_ptr_array_remove_index (themes, at);
  else
    g_ptr_array_add (themes, g_object_ref (addition->experience));
  return mukana_registering_change_parts (db, &change, error);
}

static gpointer
add_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaThemeAddition *addition = arg;
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *failure = NULL;

  for (guint i = 0; i < addition->ids->len && failure == NULL; i++)
    {
      gint64 id = g_array_index (addition->ids, gint64, i);

      if (may_change (db, id, &failure) && change_one (db, addition, id, &failure))
        g_array_append_val (changed, id);
    }

  if (failure == NULL)
    return g_steal_pointer (&changed);

  g_propagate_error (error, failure);
  return NULL;
}

const MukanaJob mukana_theme_adding_job = {
  "theme-adding.add", MUKANA_LANE_WRITE, add_run, (GDestroyNotify) g_array_unref
};
