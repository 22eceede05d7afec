/* mukana-merging-search.c: the other record of a person, found by whoever knows them.
 *
 * No likeness finds a name that changed with a marriage, nor a person who is entered twice with
 * another number; somebody who knows them does.
 */

#include "services/mukana-merging.h"

#include "store/mukana-people.h"

#define MAX_FOUND 20

void
mukana_record_mark_free (MukanaRecordMark *self)
{
  g_free (self->name);
  g_free (self->municipality_code);
  g_free (self->phone);
  g_free (self);
}

MukanaMergeSearch *
mukana_merge_search_new (gint64      person_id,
                         const char *needle)
{
  MukanaMergeSearch *self = g_new0 (MukanaMergeSearch, 1);

  self->person_id = person_id;
  self->needle = g_strdup (needle);
  return self;
}

void
mukana_merge_search_free (MukanaMergeSearch *self)
{
  g_free (self->needle);
  g_free (self);
}

/** mukana_record_mark_load: Returns: yours; NULL with @error set */
MukanaRecordMark *
mukana_record_mark_load (MukanaDb  *db,
                         gint64     id,
                         GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "merges.about", error,
                                                    mukana_int ("id", id));
  MukanaRecordMark *self;
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return NULL;

  self = g_new0 (MukanaRecordMark, 1);
  self->id = id;
  if (result > 0)
    {
      self->name = g_strdup (mukana_query_peek_text (query, "display_name"));
      self->birth_year = (int) mukana_query_get_int (query, "birth_year");
      self->municipality_code = g_strdup (mukana_query_peek_text (query, "municipality_code"));
      self->phone = g_strdup (mukana_query_peek_text (query, "phone"));
    }
  return self;
}

/* As the list of people is searched: each word that was typed begins one of theirs. */
static GArray *
find_ids (MukanaDb                 *db,
          const MukanaMergeSearch  *search,
          GError                  **error)
{
  MukanaPeopleFilter filter = { .needle = search->needle };
  GArray *ids = mukana_people_ids (db, &filter, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == search->person_id)
      g_array_remove_index (ids, i);
  if (ids != NULL && ids->len > MAX_FOUND)
    g_array_set_size (ids, MAX_FOUND);

  return ids;
}

static gpointer
search_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_record_mark_free);
  g_autoptr (GArray) ids = find_ids (db, arg, error);

  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      MukanaRecordMark *mark = mukana_record_mark_load (db, g_array_index (ids, gint64, i), error);

      if (mark == NULL)
        return NULL;
      g_ptr_array_add (found, mark);
    }

  return g_steal_pointer (&found);
}

static gboolean
look_for_other (gconstpointer  arg,
                MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.search", MUKANA_KIND_PERSON, 0, "words" };
  return TRUE;
}

const MukanaJob mukana_merging_search_job = {
  "merging.search", MUKANA_LANE_READ, search_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_for_other, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
