/* mukana-restoring-diary.c: what people asked for about their data is not lost with a restore.
 *
 * A request has its month whatever becomes of the register, and whoever asked does not know
 * that a backup was restored.  So the requests that the replaced register has and the backup
 * lacks are noted in it, and what was answered since is answered.  A row is known by when it
 * was made; whose it is, by when the person was.
 */

#include "services/mukana-restoring-private.h"

#include "base/mukana-text.h"
#include "domain/mukana-rights-request.h"
#include "store/mukana-record-io.h"
#include "store/mukana-schema.h"

typedef struct
{
  MukanaRightsRequest *request;
  gint64               person_made_at;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->request);
  g_free (asked);
}

/** mukana_restoring_gather_diary: @diary: (out): yours, of what was asked; NULL where an older
 *  program had another diary */
gboolean
mukana_restoring_gather_diary (MukanaDb   *db,
                               GPtrArray **diary,
                               GError    **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (asked_free);
  g_autoptr (MukanaQuery) query = NULL;
  int step = mukana_schema_current (db, error), result;

  *diary = NULL;
  if (step < MUKANA_SCHEMA_FIRST_WITH_ASKERS)
    return step >= 0;
  if ((query = mukana_db_select (db, "restores.diary", error)) == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      Asked *asked = g_new0 (Asked, 1);

      asked->request = mukana_record_read (query, MUKANA_TYPE_RIGHTS_REQUEST);
      asked->person_made_at = mukana_query_get_int (query, "person_made_at");
      g_ptr_array_add (found, asked);
    }

  if (result == 0)
    *diary = g_steal_pointer (&found);
  return result == 0;
}

/* Of somebody whom the backup does not know, the name is all by which they can be answered. */
static gboolean
note_again (MukanaDb     *db,
            const Asked  *asked,
            GError      **error)
{
  MukanaRightsRequest *request = asked->request;
  gint64 is_known = request->person_id == 0 ? 0
                    : mukana_db_count (db, "restores.is-person", error,
                                       mukana_int ("id", request->person_id),
                                       mukana_int ("made_at", asked->person_made_at));
  g_autoptr (MukanaRightsRequest) again = NULL;

  if (is_known < 0)
    return FALSE;

  again = mukana_record_with_int (request, "person-id", is_known > 0 ? request->person_id : 0);
  if (is_known == 0 && again->asker_name == NULL && !mukana_text_is_empty (request->display_name))
    mukana_record_init_text (again, "asker-name", request->display_name);
  return mukana_record_insert (db, "rights.add", MUKANA_RECORD (again), error) >= 0;
}

static gboolean
answer_again (MukanaDb     *db,
              gint64        id,
              const Asked  *asked,
              gint64       *n_changed,
              GError      **error)
{
  MukanaRightsRequest *request = asked->request;
  gint64 n;

  if (request->answered_on == MUKANA_DAY_NONE && request->extended_reason == NULL)
    return TRUE;

  n = mukana_db_run (db, "restores.answer", error, mukana_int ("id", id),
                     mukana_day ("due_on", request->due_on),
                     mukana_text ("extended_reason", request->extended_reason),
                     mukana_text ("decision", request->decision),
                     mukana_text ("decision_reason", request->decision_reason),
                     mukana_day ("answered_on", request->answered_on),
                     mukana_day ("ended_on", request->ended_on));
  *n_changed += MAX (n, 0);
  return n >= 0;
}

/**
 * mukana_restoring_apply_diary:
 * @diary: (nullable): of mukana_restoring_gather_diary()
 * @n_kept: (out): how many were noted or answered again
 *
 * Thread: the one that has the backup, in a write.
 */
gboolean
mukana_restoring_apply_diary (MukanaDb   *db,
                              GPtrArray  *diary,
                              gint64     *n_kept,
                              GError    **error)
{
  int step = mukana_schema_current (db, error);

  *n_kept = 0;
  if (diary == NULL || step < MUKANA_SCHEMA_FIRST_WITH_ASKERS)
    return step >= 0;

  for (guint i = 0; i < diary->len; i++)
    {
      const Asked *asked = g_ptr_array_index (diary, i);
      gint64 id = mukana_db_count (db, "restores.find-asked", error,
                                   mukana_int ("made_at", asked->request->created_at),
                                   mukana_text ("kind", asked->request->kind));

      if (id < 0 || (id == 0 && !note_again (db, asked, error)) ||
          (id > 0 && !answer_again (db, id, asked, n_kept, error)))
        return FALSE;
      *n_kept += id == 0;
    }

  return TRUE;
}
