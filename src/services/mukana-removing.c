/* mukana-removing.c: take a record out of sight, and bring it back.
 *
 * Removing is a date, not a deletion, so that it can be undone; erasing a
 * person for good is another deed.  A record out of sight has no search terms.
 */

#include "services/mukana-registering.h"

#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

typedef struct
{
  MukanaKind   kind;
  const char  *word;          /* of the search index */
  const char  *remove;
  const char  *bring_back;
  gboolean   (*index)         (MukanaDb *db, gint64 id, GError **error);
  gboolean   (*may_remove)    (MukanaDb *db, gint64 id, GError **error);   /* (nullable) */
} Removable;

static void
remove_record (MukanaDb         *db,
               const Removable  *removable,
               gint64            id,
               GError          **error)
{
  if ((removable->may_remove == NULL || removable->may_remove (db, id, error)) &&
      mukana_db_run (db, removable->remove, error, mukana_int ("id", id),
                     mukana_int ("removed_at", mukana_db_now_us (db))) >= 0 &&
      mukana_search_clear (db, removable->word, id, error) &&
      mukana_journal_add (db, "removing.remove", removable->kind, id, NULL, error))
    mukana_db_touch (db, removable->kind, id, MUKANA_EFFECT_REMOVED);
}

static void
bring_record_back (MukanaDb         *db,
                   const Removable  *removable,
                   gint64            id,
                   GError          **error)
{
  if (mukana_db_run (db, removable->bring_back, error, mukana_int ("id", id)) >= 0 &&
      removable->index (db, id, error) &&
      mukana_journal_add (db, "removing.restore", removable->kind, id, NULL, error))
    mukana_db_touch (db, removable->kind, id, MUKANA_EFFECT_ADDED);
}

/* A job's function is told nothing but its argument, so each kind has its own two. */
#define DEFINE_REMOVABLE(name, rights, ...)                                   \
  static const Removable name = { __VA_ARGS__ };                              \
                                                                              \
  static gpointer                                                             \
  name##_remove_run (MukanaDb      *db,                                       \
                     gpointer       arg,                                      \
                     GCancellable  *cancellable,                              \
                     GError       **error)                                    \
  {                                                                           \
    remove_record (db, &name, *(gint64 *) arg, error);                        \
    return NULL;                                                              \
  }                                                                           \
                                                                              \
  static gpointer                                                             \
  name##_restore_run (MukanaDb      *db,                                      \
                      gpointer       arg,                                     \
                      GCancellable  *cancellable,                             \
                      GError       **error)                                   \
  {                                                                           \
    bring_record_back (db, &name, *(gint64 *) arg, error);                    \
    return NULL;                                                              \
  }                                                                           \
                                                                              \
  const MukanaJob mukana_##name##_remove_job = {                              \
    "removing." #name, MUKANA_LANE_WRITE, name##_remove_run, NULL,            \
    .needs = rights                                                           \
  };                                                                          \
  const MukanaJob mukana_##name##_restore_job = {                             \
    "removing." #name "-back", MUKANA_LANE_WRITE, name##_restore_run, NULL,   \
    .needs = rights                                                           \
  };

DEFINE_REMOVABLE (person, MUKANA_DEED_CHANGE_PEOPLE, MUKANA_KIND_PERSON, "person",
                  "people.remove", "people.bring-back", mukana_people_index)
DEFINE_REMOVABLE (organisation, MUKANA_DEED_CHANGE_ORGANISATIONS, MUKANA_KIND_ORGANISATION,
                  "organisation",
                  "organisations.remove", "organisations.bring-back", mukana_organisations_index)
DEFINE_REMOVABLE (request, MUKANA_DEED_CHANGE_REQUESTS, MUKANA_KIND_REQUEST, "request",
                  "requests.remove", "requests.bring-back", mukana_requests_index,
                  mukana_requests_check_nobody_agreed)

static gpointer
removed_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return mukana_record_list (db, "people.removed", MUKANA_TYPE_PERSON, error);
}

const MukanaJob mukana_people_removed_job = {
  "removing.people", MUKANA_LANE_READ, removed_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
