/* mukana-erasing.c: somebody asks to be erased: what goes, what stays and why, and then it is done.
 *
 * GDPR 17.  The preview and the deed count by the same statement.  The deed
 * answers the request that waits for it, or notes one: the diary shows that it
 * was asked and done, without a name.
 */

#include "services/mukana-erasing.h"

#include "base/mukana-error.h"
#include "domain/mukana-backup.h"
#include "domain/mukana-retention.h"
#include "services/mukana-rights.h"
#include "store/mukana-erasures.h"

static MukanaErasurePreview *
read_preview (MukanaDb  *db,
              gint64     person_id,
              GError   **error)
{
  MukanaDay today = mukana_db_today (db);
  gint64 proof_days = mukana_db_count (db, "erasures.proof-days", error);
  g_autoptr (MukanaQuery) query = proof_days < 0 ? NULL
    : mukana_db_select (db, "erasures.preview", error, mukana_int ("person_id", person_id),
                        mukana_day ("today", today),
                        mukana_day ("first_kept", mukana_retention_first_kept_fee (today)));
  int result = query ? mukana_query_step (query, error) : -1;
  MukanaErasurePreview *preview;
  MukanaDay last;

  if (result == 0)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no such person");
  if (result <= 0)
    return NULL;

  last = mukana_query_get_day (query, "last_fee_on");
  preview = g_new0 (MukanaErasurePreview, 1);
  *preview = (MukanaErasurePreview) {
    person_id, mukana_query_get_int (query, "n_themes"),
    mukana_query_get_int (query, "n_consents"), mukana_query_get_int (query, "n_notes"),
    mukana_query_get_int (query, "n_attachments"), mukana_query_get_int (query, "n_proposals"),
    mukana_query_get_int (query, "n_assignments"), mukana_query_get_int (query, "n_agreed"),
    mukana_query_get_int (query, "n_fees_kept"),
    last != MUKANA_DAY_NONE ? mukana_retention_fee_until (last) : MUKANA_DAY_NONE,
    mukana_query_get_int (query, "n_backups"), today + MUKANA_BACKUPS_DAYS, MUKANA_DAY_NONE
  };
  if (preview->n_consents > 0)
    preview->proof_until = today + (MukanaDay) proof_days;
  return preview;
}

static gpointer
preview_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return read_preview (db, *(gint64 *) arg, error);
}

static gboolean
keep_diary (MukanaDb  *db,
            gint64     person_id,
            GError   **error)
{
  gint64 n_open = mukana_db_count (db, "rights.count-open", error,
                                   mukana_int ("person_id", person_id),
                                   mukana_text ("kind", "erasure"));
  g_autoptr (MukanaRightsRequest) request = NULL;

  if (n_open < 0)
    return FALSE;

  if (n_open == 0)
    {
      request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
      mukana_record_init_int (request, "person-id", person_id);
      mukana_record_init_text (request, "kind", "erasure");
      mukana_record_init_text (request, "how", "other");
      mukana_record_init_int (request, "received-on", mukana_db_today (db));
      if (mukana_rights_note (db, request, error) < 0)
        return FALSE;
    }

  return mukana_rights_answer_open (db, person_id, "erasure", NULL, error);
}

static gpointer
erase_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 person_id = *(gint64 *) arg;

  /* The diary first: erasing strips what was said from it too. */
  if (keep_diary (db, person_id, error))
    mukana_erasures_erase (db, person_id, NULL, error);
  return NULL;
}

const MukanaJob mukana_erasing_preview_job = {
  "erasing.preview", MUKANA_LANE_READ, preview_run, g_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_erasing_job = { "erasing.erase", MUKANA_LANE_WRITE, erase_run, NULL };
