/* mukana-people.c: the collection of persons and of what belongs to each.
 *
 * Checks what one row can check; rules that need a consent or a procedure are
 * of the services.
 */

#include "store/mukana-people.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-guardian.h"
#include "domain/mukana-people-step.h"
#include "store/mukana-field-changes.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

static void
free_free_people (gpointer data)
{
  MukanaFreePeople *people = data;

  g_free (people->time);
  g_array_unref (people->ids);
  g_free (people);
}

/** mukana_free_people_new: Returns: yours, of MukanaFreePeople, empty */
GPtrArray *
mukana_free_people_new (void)
{
  return g_ptr_array_new_with_free_func (free_free_people);
}

MukanaPeopleFilter *
mukana_people_filter_copy (const MukanaPeopleFilter *self)
{
  MukanaPeopleFilter *copy = g_new0 (MukanaPeopleFilter, 1);

  copy->needle = g_strdup (self->needle);
  copy->state = g_strdup (self->state);
  copy->role = g_strdup (self->role);
  copy->theme = g_strdup (self->theme);
  copy->municipality = g_strdup (self->municipality);
  copy->consent = g_strdup (self->consent);
  copy->asked = g_strdup (self->asked);
  copy->county = g_strdup (self->county);
  copy->free = g_strdup (self->free);
  g_set_object (&copy->matcher, self->matcher);
  copy->free_people = self->free_people != NULL ? g_ptr_array_ref (self->free_people) : NULL;
  copy->steps = g_strdup (self->steps);
  copy->order = g_strdup (self->order);
  return copy;
}

void
mukana_people_filter_free (MukanaPeopleFilter *self)
{
  g_free (self->needle);
  g_free (self->state);
  g_free (self->role);
  g_free (self->theme);
  g_free (self->municipality);
  g_free (self->consent);
  g_free (self->asked);
  g_free (self->county);
  g_free (self->free);
  g_clear_object (&self->matcher);
  g_clear_pointer (&self->free_people, g_ptr_array_unref);
  g_free (self->steps);
  g_free (self->order);
  g_free (self);
}

/* Where a condition of that name is kept; NULL: there is none. */
static char **
find_slot (MukanaPeopleFilter *self,
           const char         *name)
{
  const struct { const char *name; char **slot; } conditions[] = {
    { "role", &self->role }, { "theme", &self->theme }, { "municipality", &self->municipality },
    { "county", &self->county }, { "consent", &self->consent }, { "state", &self->state },
    { "asked", &self->asked }, { "free", &self->free },
  };

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (g_str_equal (conditions[i].name, name))
      return conditions[i].slot;

  return NULL;
}

/**
 * mukana_people_filter_parse:
 * @conditions: "role=expert county=18 -asked=3"; names that are not known are left out
 *
 * Returns: yours, without needle and order
 */
MukanaPeopleFilter *
mukana_people_filter_parse (const char *conditions)
{
  MukanaPeopleFilter *self = g_new0 (MukanaPeopleFilter, 1);
  g_auto (GStrv) pairs = g_strsplit (conditions, " ", -1);

  self->steps = g_strdup (conditions);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');
      char **slot;

      if (equals == NULL || equals[1] == '\0')
        continue;
      *equals = '\0';
      if ((slot = find_slot (self, pairs[i])) != NULL && *slot == NULL)
        *slot = g_strdup (equals + 1);
    }

  return self;
}

/**
 * mukana_people_filter_is_understood:
 * @conditions: as somebody wrote them
 *
 * A word that is left out finds more people than was asked for, which nobody sees from the list.
 *
 * Returns: whether each word is a condition or a step, and no condition is there twice
 */
gboolean
mukana_people_filter_is_understood (const char *conditions)
{
  MukanaPeopleFilter *read = g_new0 (MukanaPeopleFilter, 1);
  g_autoptr (GPtrArray) steps = mukana_people_steps_parse (conditions);
  g_auto (GStrv) words = g_strsplit (conditions, " ", -1);
  gboolean is_understood = TRUE;
  guint n_steps = 0;

  for (guint i = 0; words[i] != NULL && is_understood; i++)
    {
      gboolean is_step = *words[i] != '\0' && strchr ("+-&", *words[i]) != NULL;
      char *equals = strchr (words[i], '=');
      char **slot;

      if (*words[i] == '\0')
        continue;
      if (equals != NULL)
        *equals = '\0';
      slot = find_slot (read, words[i] + (is_step ? 1 : 0));
      is_understood = equals != NULL && equals[1] != '\0' && slot != NULL &&
                      (is_step || *slot == NULL);
      if (is_understood && !is_step)
        *slot = g_strdup (equals + 1);
      n_steps += is_step;
    }

  mukana_people_filter_free (read);
  return is_understood && n_steps == steps->len;
}

/** mukana_people_filter_times: Returns: yours, of char *: the times of which is asked who is free,
 * each once */
GPtrArray *
mukana_people_filter_times (const MukanaPeopleFilter *self)
{
  GPtrArray *times = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) steps = mukana_people_steps_parse (self->steps);

  if (self->free != NULL)
    g_ptr_array_add (times, g_strdup (self->free));
  for (guint i = 0; i < steps->len; i++)
    {
      const MukanaPeopleStep *step = g_ptr_array_index (steps, i);

      if (g_str_equal (step->condition, "free") &&
          !g_ptr_array_find_with_equal_func (times, step->code, g_str_equal, NULL))
        g_ptr_array_add (times, g_strdup (step->code));
    }

  return times;
}

/** mukana_ids_read: Returns: yours, the column "id" of every row as gint64 */
GArray *
mukana_ids_read (MukanaQuery  *query,
                 GError      **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MukanaValue value;
  int result;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      mukana_query_get_value (query, 0, &value);
      g_array_append_val (ids, value.number);
    }

  return result < 0 ? NULL : g_steal_pointer (&ids);
}

MukanaPerson *
mukana_people_get (MukanaDb  *db,
                   gint64     id,
                   GError   **error)
{
  return mukana_record_get (db, "people.get", id, MUKANA_TYPE_PERSON, error);
}

/* Under 18 only where the county lets them take part; those who are in the register
 * already may be corrected whatever it has decided since. */
static gboolean
check_age (MukanaDb      *db,
           MukanaPerson  *person,
           MukanaPerson  *before,
           GPtrArray     *issues,
           GError       **error)
{
  int year, month, day;
  gint64 youngest;

  if (!mukana_person_may_be_minor (person, mukana_db_today (db)) ||
      (before != NULL && before->birth_year == person->birth_year))
    return TRUE;

  mukana_day_split (mukana_db_today (db), &year, &month, &day);
  if ((youngest = mukana_db_count (db, "settings.youngest-age", error)) < 0)
    return FALSE;

  if (year - person->birth_year < youngest)
    mukana_issues_add (issues, "birth-year",
                       N_("The county's register takes nobody this young. "
                          "The lower limit is among the settings of consents."));
  return TRUE;
}

static MukanaPerson *
check_and_stamp (MukanaDb      *db,
                 MukanaPerson  *person,
                 MukanaPerson  *before,
                 GError       **error)
{
  g_autoptr (GPtrArray) issues = mukana_person_check (person, mukana_db_today (db));

  if (!check_age (db, person, before, issues, error))
    return NULL;

  return mukana_issues_pass (issues, error) ? mukana_record_stamped (db, person) : NULL;
}

/**
 * mukana_people_add:
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_INVALID with the findings
 * Returns: the id, or -1
 */
gint64
mukana_people_add (MukanaDb      *db,
                   MukanaPerson  *person,
                   GError       **error)
{
  g_autoptr (MukanaPerson) stamped = check_and_stamp (db, person, NULL, error);
  gint64 id;

  if (stamped == NULL ||
      (id = mukana_record_insert (db, "people.add", MUKANA_RECORD (stamped), error)) < 0 ||
      !mukana_journal_add (db, "people.add", MUKANA_KIND_PERSON, id, NULL, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_PERSON, id, MUKANA_EFFECT_ADDED);
  return id;
}

/**
 * mukana_people_save:
 * @person: with the version it was read with
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_INVALID, %MUKANA_ERROR_CONFLICT when changed since
 */
gboolean
mukana_people_save (MukanaDb      *db,
                    MukanaPerson  *person,
                    GError       **error)
{
  g_autoptr (MukanaPerson) before = mukana_people_get (db, person->id, error);
  g_autoptr (MukanaPerson) stamped = NULL;
  g_autofree char *changes = NULL;

  if (before == NULL || (stamped = check_and_stamp (db, person, before, error)) == NULL)
    return FALSE;

  changes = mukana_record_dup_changes (MUKANA_RECORD (before), MUKANA_RECORD (stamped));
  if (!mukana_record_update (db, "people.save", MUKANA_RECORD (stamped), error) ||
      !mukana_field_changes_note (db, MUKANA_KIND_PERSON, person->id, person->id,
                                  MUKANA_RECORD (before), MUKANA_RECORD (stamped), error) ||
      !mukana_journal_add (db, "people.save", MUKANA_KIND_PERSON, person->id, changes, error) ||
      !mukana_people_index (db, person->id, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PERSON, person->id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static void
bind_filter (MukanaQuery              *query,
             const MukanaPeopleFilter *filter,
             MukanaDay                 today)
{
  g_autofree char *below = filter->theme ? g_strconcat (filter->theme, ".%", NULL) : NULL;
  MukanaDay asked_since = filter->asked != NULL
                          ? mukana_day_add_months (today, -atoi (filter->asked)) : MUKANA_DAY_NONE;
  const MukanaArg args[] = {
    mukana_text ("state", filter->state),
    mukana_text ("municipality", filter->municipality),
    mukana_text ("role", filter->role),
    mukana_text ("theme", filter->theme),
    mukana_text ("theme_below", below),
    mukana_text ("consent", filter->consent),
    mukana_day ("asked_since", asked_since),
    mukana_text ("county", filter->county),
    mukana_day ("today", today),
    mukana_day ("soon", today + 30),
  };

  for (guint i = 0; i < G_N_ELEMENTS (args); i++)
    mukana_query_bind (query, &args[i]);
  mukana_search_bind (query, filter->needle, 3);
}

static gboolean
holds_id (GArray *ids,
          gint64  id)
{
  return g_array_binary_search (ids, &id, mukana_record_compare_ids, NULL);
}

/* Returns: yours, those of @ids who are in @among, in the order of @ids */
static GArray *
keep_ids (GArray *ids,
          GArray *among)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    if (holds_id (among, g_array_index (ids, gint64, i)))
      g_array_append_val (kept, g_array_index (ids, gint64, i));

  return kept;
}

/* Returns: (nullable): borrowed, who is free at the time that is asked for */
static GArray *
find_free (const MukanaPeopleFilter  *filter,
           GError                   **error)
{
  for (guint i = 0; filter->free_people != NULL && i < filter->free_people->len; i++)
    {
      const MukanaFreePeople *people = g_ptr_array_index (filter->free_people, i);

      if (g_str_equal (people->time, filter->free))
        return people->ids;
    }

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                       "It was not found beforehand who is free then.");
  return NULL;
}

static GArray *
select_ids (MukanaDb                  *db,
            const MukanaPeopleFilter  *filter,
            const char                *order,
            GError                   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, "people.ids", order, error);

  if (query == NULL)
    return NULL;

  bind_filter (query, filter, mukana_db_today (db));
  return mukana_ids_read (query, error);
}

/* Whoever took part in matching when it was found who is free may have withdrawn since. */
static GArray *
keep_free (MukanaDb                  *db,
           const MukanaPeopleFilter  *filter,
           GArray                    *ids,
           GError                   **error)
{
  const MukanaPeopleFilter matched = { .consent = (char *) "matching" };
  GArray *free_ids = find_free (filter, error);
  g_autoptr (GArray) matched_ids = free_ids != NULL ? select_ids (db, &matched, "number", error)
                                                    : NULL;
  g_autoptr (GArray) kept = NULL;

  if (matched_ids == NULL)
    return NULL;

  kept = keep_ids (ids, free_ids);
  return keep_ids (kept, matched_ids);
}

static GArray *
read_ids (MukanaDb                  *db,
          const MukanaPeopleFilter  *filter,
          const char                *order,
          GError                   **error)
{
  g_autoptr (GArray) ids = select_ids (db, filter, order, error);

  return ids != NULL && filter->free != NULL ? keep_free (db, filter, ids, error)
                                             : g_steal_pointer (&ids);
}

/* Those who fulfil one step, by their numbers.  A condition that is not known finds nobody. */
static GArray *
read_step (MukanaDb                  *db,
           const MukanaPeopleFilter  *whole,
           const MukanaPeopleStep    *step,
           GError                   **error)
{
  MukanaPeopleFilter filter = { .free_people = whole->free_people };
  char **slot = find_slot (&filter, step->condition);

  if (slot == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  *slot = step->code;
  return read_ids (db, &filter, "number", error);
}

static GArray *
read_steps (MukanaDb                  *db,
            const MukanaPeopleFilter  *filter,
            GPtrArray                 *steps,
            GError                   **error)
{
  MukanaPeopleFilter first = *filter;
  g_autoptr (GArray) found = NULL;

  first.needle = NULL;
  found = read_ids (db, &first, "number", error);
  for (guint i = 0; found != NULL && i < steps->len; i++)
    {
      const MukanaPeopleStep *step = g_ptr_array_index (steps, i);
      g_autoptr (GArray) ids = read_step (db, filter, step, error);
      GArray *after = ids != NULL ? mukana_people_ids_combine (step->kind, found, ids) : NULL;

      g_array_unref (found);
      found = after;
    }

  return g_steal_pointer (&found);
}

/** mukana_people_ids: Returns: yours, gint64 ids in the order of the list */
GArray *
mukana_people_ids (MukanaDb                  *db,
                   const MukanaPeopleFilter  *filter,
                   GError                   **error)
{
  const char *order = filter->order ? filter->order : "name";
  g_autoptr (GPtrArray) steps = mukana_people_steps_parse (filter->steps);
  const MukanaPeopleFilter words = { .needle = filter->needle };
  g_autoptr (GArray) found = NULL;
  GArray *all, *ids;

  if (steps->len == 0)
    return read_ids (db, filter, order, error);

  /* The words that are typed narrow what the steps have found, and the list is in its order. */
  if ((found = read_steps (db, filter, steps, error)) == NULL ||
      (all = read_ids (db, &words, order, error)) == NULL)
    return NULL;

  ids = keep_ids (all, found);
  g_array_unref (all);
  return ids;
}

GPtrArray *
mukana_people_parts (MukanaDb    *db,
                     const char  *statement,
                     gint64       person_id,
                     GType        type,
                     GError     **error)
{
  return mukana_record_list (db, statement, type, error, mukana_int ("person_id", person_id));
}

GPtrArray *
mukana_people_roles (MukanaDb  *db,
                     gint64     person_id,
                     GError   **error)
{
  return mukana_people_parts (db, "people.roles", person_id, MUKANA_TYPE_ROLE_TERM, error);
}

GPtrArray *
mukana_people_themes (MukanaDb  *db,
                      gint64     person_id,
                      GError   **error)
{
  return mukana_people_parts (db, "people.themes", person_id, MUKANA_TYPE_EXPERIENCE, error);
}

GPtrArray *
mukana_people_facts (MukanaDb  *db,
                     gint64     person_id,
                     GError   **error)
{
  return mukana_people_parts (db, "people.facts", person_id, MUKANA_TYPE_STATED_FACT, error);
}

GPtrArray *
mukana_people_credentials (MukanaDb  *db,
                           gint64     person_id,
                           GError   **error)
{
  return mukana_people_parts (db, "people.credentials", person_id, MUKANA_TYPE_CREDENTIAL, error);
}

GPtrArray *
mukana_people_notes (MukanaDb  *db,
                     gint64     person_id,
                     GError   **error)
{
  return mukana_people_parts (db, "people.notes", person_id, MUKANA_TYPE_NOTE, error);
}

/** mukana_people_add_part: Returns: the id of the new row, or -1 */
gint64
mukana_people_add_part (MukanaDb    *db,
                        const char  *statement,
                        gint64       person_id,
                        gpointer     part,
                        GError     **error)
{
  g_autoptr (MukanaRecord) owned = mukana_record_with_int (part, "person-id", person_id);
  g_autoptr (GPtrArray) issues = mukana_issues_new ();
  GError *invalid;

  mukana_record_check (owned, issues);
  if ((invalid = mukana_issues_to_error (issues)) != NULL)
    {
      g_propagate_error (error, invalid);
      return -1;
    }

  return mukana_record_insert (db, statement, owned, error);
}

gboolean
mukana_people_add_note (MukanaDb    *db,
                        gint64       person_id,
                        const char  *body,
                        GError     **error)
{
  g_autoptr (MukanaNote) note = g_object_new (MUKANA_TYPE_NOTE, NULL);

  mukana_record_init_int (note, "created-at", mukana_db_now_us (db));
  mukana_record_init_text (note, "author", mukana_db_peek_actor (db));
  mukana_record_init_text (note, "body", body);
  return mukana_people_add_part (db, "people.add-note", person_id, note, error) > 0;
}

static gboolean
add_theme_words (MukanaDb    *db,
                 gint64       person_id,
                 GHashTable  *terms,
                 GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "search.theme-words", error,
                                                    mukana_int ("person_id", person_id));
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    mukana_search_add_text (terms, mukana_query_peek_text (query, "word"));

  return result == 0;
}

/**
 * mukana_people_index:
 *
 * Makes the search terms of a person anew: name, address of mail, digits of the
 * phone, place unless it may not be told, themes in all languages, notes.
 */
gboolean
mukana_people_index (MukanaDb  *db,
                     gint64     person_id,
                     GError   **error)
{
  g_autoptr (GHashTable) terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MukanaPerson) person = mukana_people_get (db, person_id, error);
  g_autofree char *digits = NULL;

  if (person == NULL)
    return FALSE;

  digits = mukana_text_digits (person->phone);
  mukana_search_add_names (terms, person->display_name);
  mukana_search_add_names (terms, person->email);
  mukana_search_add_names (terms, digits);
  mukana_search_add_text (terms, person->note);

  return add_theme_words (db, person_id, terms, error) &&
         mukana_search_put (db, "person", person_id, terms, error);
}
