/* mukana-search-job.c: the first few people, organisations, requests and lines of the log that a
 * needle finds.
 *
 * Asks the same statements as the lists do, so that what is found here is found
 * there; Finnish and Swedish forms are the index's affair.
 */

#include "ui/search/mukana-search-job.h"

#include "domain/mukana-organisation.h"
#include "domain/mukana-person.h"
#include "domain/mukana-request.h"
#include "services/mukana-log-lines.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

#define MAX_HITS_OF_A_KIND 6

static void
free_hit (gpointer data)
{
  MukanaHit *hit = data;

  g_free (hit->title);
  g_free (hit->code);
  g_free (hit);
}

static void
add_hit (GPtrArray     *hits,
         MukanaHitKind  kind,
         gint64         id,
         const char    *title,
         const char    *code)
{
  MukanaHit *hit = g_new0 (MukanaHit, 1);

  hit->kind = kind;
  hit->id = id;
  hit->title = g_strdup (title);
  hit->code = g_strdup (code);
  g_ptr_array_add (hits, hit);
}

static GArray *
find_organisations (MukanaDb    *db,
                    const char  *needle,
                    GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, "organisations.ids", "name", error);
  const MukanaArg args[] = { mukana_text ("kind", NULL), mukana_text ("municipality", NULL) };

  if (query == NULL)
    return NULL;

  mukana_query_bind (query, &args[0]);
  mukana_query_bind (query, &args[1]);
  mukana_search_bind (query, needle, 3);
  return mukana_ids_read (query, error);
}

static GArray *
find_requests (MukanaDb    *db,
               const char  *needle,
               GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, "requests.ids", "newest", error);
  const MukanaArg state = mukana_text ("state", NULL);

  if (query == NULL)
    return NULL;

  mukana_query_bind (query, &state);
  mukana_search_bind (query, needle, 3);
  return mukana_ids_read (query, error);
}

static GArray *
find_people (MukanaDb    *db,
             const char  *needle,
             GError     **error)
{
  const MukanaPeopleFilter filter = { .needle = (char *) needle };

  return mukana_people_ids (db, &filter, error);
}

static void
add_record (GPtrArray     *hits,
            MukanaHitKind  kind,
            gpointer       record)
{
  if (kind == MUKANA_HIT_PERSON)
    {
      MukanaPerson *person = record;

      add_hit (hits, kind, person->id, person->display_name,
               person->non_disclosure ? NULL : person->municipality_code);
    }
  else if (kind == MUKANA_HIT_ORGANISATION)
    {
      MukanaOrganisation *organisation = record;

      add_hit (hits, kind, organisation->id, organisation->name, organisation->municipality_code);
    }
  else
    {
      MukanaRequest *request = record;

      add_hit (hits, kind, request->id, request->title, request->state);
    }
}

/* What one kind of record needs: how its ids are found and a record is read. */
typedef struct
{
  MukanaHitKind  kind;
  GArray      *(*find)      (MukanaDb    *db,
                             const char  *needle,
                             GError     **error);
  const char    *statement;
  GType        (*get_type)  (void);
  MukanaDeed     needs;
} Searched;

static const Searched searched[] = {
  { MUKANA_HIT_PERSON, find_people, "people.get", mukana_person_get_type,
    MUKANA_DEED_SEE_PEOPLE },
  { MUKANA_HIT_REQUEST, find_requests, "requests.get", mukana_request_get_type,
    MUKANA_DEED_SEE_PEOPLE },
  { MUKANA_HIT_ORGANISATION, find_organisations, "organisations.get",
    mukana_organisation_get_type, MUKANA_DEED_WORK_HERE },
};

static gboolean
search_kind (MukanaDb        *db,
             const Searched  *kind,
             const char      *needle,
             GPtrArray       *hits,
             GError         **error)
{
  g_autoptr (GArray) ids = kind->find (db, needle, error);

  for (guint i = 0; ids != NULL && i < MIN (ids->len, MAX_HITS_OF_A_KIND); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (MukanaQuery) query = mukana_db_select (db, kind->statement, error,
                                                        mukana_int ("id", id));
      g_autoptr (MukanaRecord) record = NULL;

      if (query == NULL ||
          (record = mukana_record_read_one (query, kind->get_type (), error)) == NULL)
        return FALSE;
      add_record (hits, kind->kind, record);
    }

  return ids != NULL;
}

/* Lines of the log and next steps, the newest first. */
static gboolean
search_log (MukanaDb    *db,
            const char  *needle,
            GPtrArray   *hits,
            GError     **error)
{
  MukanaLogSought sought = { .words = (char *) needle, .from = MUKANA_DAY_NONE,
                             .until = MUKANA_DAY_NONE, .max_rows = MAX_HITS_OF_A_KIND };
  g_autoptr (GPtrArray) lines = mukana_log_lines_job.run (db, &sought, NULL, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      MukanaLogEntry *entry = g_ptr_array_index (lines, i);

      add_hit (hits, MUKANA_HIT_LOG_LINE, entry->id, entry->summary, entry->organisation_name);
    }

  return lines != NULL;
}

static gpointer
search_everything (MukanaDb      *db,
                   gpointer       needle,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (free_hit);

  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    if (mukana_role_may (mukana_db_peek_role (db), searched[i].needs) &&
        !search_kind (db, &searched[i], needle, hits, error))
      return NULL;

  return search_log (db, needle, hits, error) ? g_steal_pointer (&hits) : NULL;
}

static void
free_hits (gpointer data)
{
  g_ptr_array_unref (data);
}

static gboolean
look_for_words (gconstpointer  needle,
                MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.search", MUKANA_KIND_PERSON, 0, "words" };
  return TRUE;
}

const MukanaJob mukana_search_job = {
  .name = "search.everything",
  .lane = MUKANA_LANE_READ,
  .run = search_everything,
  .free_result = free_hits,
  .looks_at = look_for_words,
  .needs = MUKANA_DEED_WORK_HERE,   /* each kind asks for its own deed */
};
