/* mukana-erasing.c: somebody asks to be erased: what goes, what stays and why, and then it is done.
 *
 * GDPR 17.  The preview and the deed count by the same statement.  The deed
 * answers the request that waits for it, or notes one: the diary shows that it
 * was asked and done, without a name.  Where the county has decided that two decide, it
 * waits for the second.
 */

#include "services/mukana-erasing.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-backup.h"
#include "domain/mukana-retention.h"
#include "services/mukana-retaining.h"
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
    mukana_query_get_int (query, "n_backups"), today + MUKANA_BACKUPS_DAYS, MUKANA_DAY_NONE,
    0, FALSE, FALSE, FALSE
  };
  if (preview->n_consents > 0)
    preview->proof_until = today + (MukanaDay) proof_days;
  return preview;
}

/**
 * mukana_erasing_needs_second:
 * @needs_second: (out): whether another user approves an erasure that somebody asks for here
 *
 * Thread: worker.
 */
gboolean
mukana_erasing_needs_second (MukanaDb  *db,
                             gboolean  *needs_second,
                             GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name",
                                                                 MUKANA_ERASING_NEEDS_SECOND));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result >= 0)
    *needs_second = result > 0 && g_strcmp0 (mukana_query_peek_text (query, "value"), "yes") == 0;
  return result >= 0;
}

/* Returns: how many runs wait that erase the person, or -1 */
static gint64
count_waiting (MukanaDb  *db,
               gint64     person_id,
               GError   **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, person_id);

  return mukana_db_count (db, "retention.count-erasures-of", error,
                          mukana_text ("record_ids", text));
}

/* Returns: how many requests of the person to be erased wait, or -1 */
static gint64
count_asked (MukanaDb  *db,
             gint64     person_id,
             GError   **error)
{
  return mukana_db_count (db, "rights.count-open", error, mukana_int ("person_id", person_id),
                          mukana_text ("kind", "erasure"));
}

static gpointer
preview_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 person_id = *(gint64 *) arg, n_waiting, n_asked;
  g_autofree MukanaErasurePreview *preview = read_preview (db, person_id, error);

  if (preview == NULL || !mukana_erasing_needs_second (db, &preview->needs_second, error) ||
      (n_waiting = count_waiting (db, person_id, error)) < 0 ||
      (n_asked = count_asked (db, person_id, error)) < 0 ||
      (preview->n_other_asks = mukana_db_count (db, "rights.count-others", error,
                                                mukana_int ("person_id", person_id))) < 0)
    return NULL;

  preview->is_asked = n_asked > 0;

  preview->is_waiting = n_waiting > 0;
  return g_steal_pointer (&preview);
}

/* The diary tells that it was asked, since when its month runs. */
static gboolean
note_request (MukanaDb  *db,
              gint64     person_id,
              GError   **error)
{
  gint64 n_open = count_asked (db, person_id, error);
  g_autoptr (MukanaRightsRequest) request = NULL;

  if (n_open != 0)
    return n_open > 0;

  request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  mukana_record_init_int (request, "person-id", person_id);
  mukana_record_init_text (request, "kind", "erasure");
  mukana_record_init_text (request, "how", "other");
  mukana_record_init_int (request, "received-on", mukana_db_today (db));
  return mukana_rights_note (db, request, error) >= 0;
}

/**
 * mukana_erasing_carry_out:
 *
 * Erases, and answers what was asked: in part, and why, where the law keeps vouchers with the name.
 * Source: GDPR Articles 12(4) and 17(3)(b).
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_erasing_carry_out (MukanaDb  *db,
                          gint64     person_id,
                          GError   **error)
{
  g_autofree MukanaErasurePreview *preview = read_preview (db, person_id, error);
  g_autofree char *reason = NULL;
  int year, month, day;

  if (preview == NULL)
    return FALSE;
  if (preview->n_fees_kept > 0)
    {
      mukana_day_split (preview->keep_until, &year, &month, &day);
      reason = g_strdup_printf (_("Vouchers of fees are kept with the name until the end of %d, "
                                  "because the law has the county keep them (GDPR 17(3)(b))."),
                                year);
    }

  /* The diary last: erasing strips from it what was said, and this was not said by the person. */
  return mukana_erasures_erase (db, person_id, NULL, error) &&
         mukana_rights_answer_open (db, person_id, "erasure", reason ? "partly" : "granted", reason,
                                    error);
}

/* What waits already waits once. */
static gboolean
ask_second (MukanaDb  *db,
            gint64     person_id,
            GError   **error)
{
  gint64 n_waiting = count_waiting (db, person_id, error);

  if (n_waiting > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("This erasure waits for another user’s approval already."));
  return n_waiting == 0 && mukana_retaining_propose_erasure (db, person_id, error);
}

static gboolean
erase (MukanaDb  *db,
       gint64     person_id,
       GError   **error)
{
  gboolean needs_second;

  if (!mukana_erasing_needs_second (db, &needs_second, error))
    return FALSE;

  return needs_second ? ask_second (db, person_id, error)
                      : mukana_erasing_carry_out (db, person_id, error);
}

static gpointer
erase_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  erase (db, *(gint64 *) arg, error);
  return NULL;
}

static gpointer
erase_asked_run (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gint64 person_id = *(gint64 *) arg;

  if (note_request (db, person_id, error))
    erase (db, person_id, error);
  return NULL;
}

const MukanaJob mukana_erasing_preview_job = {
  "erasing.preview", MUKANA_LANE_READ, preview_run, g_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_erasing_job = { "erasing.erase", MUKANA_LANE_WRITE, erase_run, NULL };
const MukanaJob mukana_erasing_asked_job = {
  "erasing.erase-asked", MUKANA_LANE_WRITE, erase_asked_run, NULL
};
