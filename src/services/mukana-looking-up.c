/* mukana-looking-up.c: which person or request somebody means.
 *
 * A number is an id.  A name is somebody's if it is the whole of it; else if
 * each of its words begins a word of the name.  What several could be is never
 * chosen among here.
 */

#include "services/mukana-looking-up.h"

#include <string.h>

#include "base/mukana-text.h"
#include "services/mukana-listing.h"
#include "store/mukana-people.h"

static gboolean
read_id (const char *text,
         gint64     *id)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}

/* Returns: 0 not the name, 1 begins its words, 2 is the whole name */
static int
compare_name (char       **wanted,
              const char  *name)
{
  g_auto (GStrv) words = mukana_text_words (name);
  gboolean is_whole = g_strv_length (wanted) == g_strv_length (words);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean begins = FALSE;

      for (guint j = 0; words[j] != NULL; j++)
        begins |= g_str_has_prefix (words[j], wanted[i]);
      if (!begins)
        return 0;
      is_whole = is_whole && g_strv_contains ((const char * const *) words, wanted[i]);
    }

  return is_whole ? 2 : 1;
}

/* Appends the ids among @ids whose names are at least as near as the best so far. */
static gboolean
keep_nearest (MukanaDb   *db,
              GArray     *ids,
              char      **wanted,
              GArray     *nearest,
              GError    **error)
{
  int best = 1;

  for (guint start = 0; start < ids->len; start += MUKANA_LIST_PAGE)
    {
      MukanaIdPage page = { .n_ids = MIN (MUKANA_LIST_PAGE, ids->len - start) };
      g_autoptr (GPtrArray) rows = NULL;

      memcpy (page.ids, &g_array_index (ids, gint64, start), page.n_ids * sizeof (gint64));
      if (!(rows = mukana_listing_people (db, &page, error)))
        return FALSE;

      for (guint i = 0; i < rows->len; i++)
        {
          MukanaPersonRow *row = g_ptr_array_index (rows, i);
          int nearness = compare_name (wanted, row->display_name);

          if (nearness > best)
            g_array_set_size (nearest, 0);
          best = MAX (best, nearness);
          if (nearness == best)
            g_array_append_val (nearest, row->id);
        }
    }

  return TRUE;
}

static gpointer
find_person_run (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  MukanaPeopleFilter filter = { .needle = arg };
  g_autoptr (GArray) nearest = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) wanted = mukana_text_words (arg);
  g_autoptr (GArray) ids = NULL;
  gint64 id;

  if (read_id (arg, &id))
    {
      g_autoptr (MukanaPerson) person = mukana_people_get (db, id, error);

      if (person == NULL)
        return NULL;
      g_array_append_val (nearest, id);
      return g_steal_pointer (&nearest);
    }

  if (wanted[0] == NULL)
    return g_steal_pointer (&nearest);

  if (!(ids = mukana_people_ids (db, &filter, error)) ||
      !keep_nearest (db, ids, wanted, nearest, error))
    return NULL;

  return g_steal_pointer (&nearest);
}

static gboolean
look_for_person (gconstpointer  arg,
                 MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.search", MUKANA_KIND_PERSON, 0, "words" };
  return TRUE;
}

const MukanaJob mukana_person_find_job = {
  "looking-up.person", MUKANA_LANE_READ, find_person_run, (GDestroyNotify) g_array_unref,
  .looks_at = look_for_person, .needs = MUKANA_DEED_SEE_PEOPLE
};

static gpointer
find_request_run (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *tidy = mukana_text_tidy (arg);
  g_autofree char *key = mukana_text_sort_key (tidy);
  g_autoptr (MukanaQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 id;

  if (!(query = mukana_db_select (db, "requests.find", error, mukana_text ("text", tidy),
                                  mukana_text ("sort_key", key))) ||
      !(ids = mukana_ids_read (query, error)))
    return NULL;

  /* A unit's own mark may be a number too; it goes before our number. */
  if (ids->len == 0 && read_id (arg, &id))
    {
      g_autoptr (MukanaQuery) by_id = mukana_db_select (db, "requests.get", error,
                                                        mukana_int ("id", id));
      int result = by_id ? mukana_query_step (by_id, error) : -1;

      if (result < 0)
        return NULL;
      if (result > 0)
        g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

const MukanaJob mukana_request_find_job = {
  "looking-up.request", MUKANA_LANE_READ, find_request_run, (GDestroyNotify) g_array_unref
};
