/* mukana-theme-adding.c: a theme for one person or for several at once.
 *
 * It comes with the explicit consent of each, in the same transaction; without one
 * nothing is stored.  Taking it back ends that consent too.
 * Source: GDPR Article 9(2)(a).
 */

#include "services/mukana-theme-adding.h"

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "services/mukana-consenting.h"
#include "services/mukana-registering.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

MukanaThemeAddition *
mukana_theme_addition_new (GArray           *ids,
                           MukanaGivenTheme *given)
{
  MukanaThemeAddition *self = g_new0 (MukanaThemeAddition, 1);

  self->ids = g_array_ref (ids);
  self->given = g_object_ref (given);
  return self;
}

void
mukana_theme_addition_free (MukanaThemeAddition *self)
{
  g_array_unref (self->ids);
  g_object_unref (self->given);
  g_clear_pointer (&self->consented, g_array_unref);
  g_free (self);
}

static gboolean
is_same (MukanaExperience *one,
         MukanaGivenTheme *other)
{
  return g_strcmp0 (one->theme_id, other->theme_id) == 0 &&
         g_strcmp0 (one->perspective, other->perspective) == 0;
}

/* Somebody who has gone meanwhile is no error of the others.
 * Returns: (nullable): yours; NULL also with @error set */
static MukanaPerson *
find_person (MukanaDb  *db,
             gint64     person_id,
             GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MukanaPerson) person = mukana_people_get (db, person_id, &failure);

  if (failure != NULL && !g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));

  return person != NULL && person->restricted_at == 0 && person->removed_at == 0
         ? g_steal_pointer (&person) : NULL;
}

/* Whoever has consented to the theme already is not asked twice. */
static gboolean
give_consent (MukanaDb                   *db,
              const MukanaThemeAddition  *addition,
              MukanaPerson               *person,
              GArray                     *consented,
              GError                    **error)
{
  g_autoptr (MukanaConsent) consent = mukana_given_theme_consent (addition->given, person->id,
                                                                  person->contact_language);
  gint64 allows = mukana_db_count (db, "consents.allows", error,
                                   mukana_int ("person_id", person->id),
                                   mukana_text ("purpose", "theme"),
                                   mukana_text ("theme_id", consent->theme_id),
                                   mukana_day ("today", mukana_db_today (db)));

  if (allows != 0)
    return allows > 0;
  if (mukana_consenting_give (db, consent, error) < 0)
    return FALSE;

  g_array_append_val (consented, person->id);
  return TRUE;
}

static gboolean
end_consent (MukanaDb                   *db,
             const MukanaThemeAddition  *addition,
             gint64                      person_id,
             GError                    **error)
{
  MukanaWithdrawal withdrawal = { person_id, (char *) "theme",
                                  (char *) addition->given->theme_id, (char *) "other" };

  return !g_array_binary_search (addition->consented, &person_id, mukana_record_compare_ids,
                                 NULL) ||
         mukana_consenting_withdraw (db, &withdrawal, error) >= 0;
}

/* Returns: 1 the person was changed, 0 there was nothing to change, -1 with @error set */
static int
change_one (MukanaDb                   *db,
            const MukanaThemeAddition  *addition,
            MukanaPerson               *person,
            GArray                     *consented,
            GError                    **error)
{
  g_autoptr (GPtrArray) themes = mukana_people_themes (db, person->id, error);
  MukanaPartsChange change = { person->id, "themes", themes };
  gboolean takes_away = addition->consented != NULL;
  guint at = 0;

  if (themes == NULL)
    return -1;

  while (at < themes->len && !is_same (g_ptr_array_index (themes, at), addition->given))
    at++;
  if ((at < themes->len) != takes_away)
    return 0;

  if (takes_away)
    g_ptr_array_remove_index (themes, at);
  else
    g_ptr_array_add (themes, mukana_given_theme_experience (addition->given));

  return (takes_away || give_consent (db, addition, person, consented, error)) &&
         mukana_registering_change_parts (db, &change, error) &&
         (!takes_away || end_consent (db, addition, person->id, error)) ? 1 : -1;
}

static gpointer
add_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaThemeAddition *addition = arg;
  g_autoptr (GPtrArray) issues = mukana_given_theme_check (addition->given, mukana_db_today (db));
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaThemeAddition) back = mukana_theme_addition_new (changed, addition->given);
  GError *failure = NULL;

  if (!mukana_issues_pass (issues, error))
    return NULL;

  back->consented = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < addition->ids->len && failure == NULL; i++)
    {
      gint64 id = g_array_index (addition->ids, gint64, i);
      g_autoptr (MukanaPerson) person = find_person (db, id, &failure);

      if (person != NULL && change_one (db, addition, person, back->consented, &failure) > 0)
        g_array_append_val (changed, id);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  g_array_sort (back->consented, mukana_record_compare_ids);
  return g_steal_pointer (&back);
}

const MukanaJob mukana_theme_adding_job = {
  "theme-adding.add", MUKANA_LANE_WRITE, add_run, (GDestroyNotify) mukana_theme_addition_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
