/* mukana-correcting.c: what was written down of what people said, or of cooperation, is corrected
 * or taken away.
 *
 * The journal tells that it was, and never what stood there.  What was done about somebody's words
 * stays with them: a correction changes the words and not the handling.
 */

#include "services/mukana-correcting.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "services/mukana-cooperating.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

typedef struct
{
  const char *get;
  const char *add;
  const char *save;
  const char *drop;
} Statements;

static const Statements of_feedback = {
  "feedbacks.get", "feedbacks.add", "feedbacks.save", "feedbacks.drop"
};
static const Statements of_participants = {
  "participants.get", "participants.add", "participants.save", "participants.drop"
};

static const Statements *
statements_of (gpointer record)
{
  return MUKANA_IS_FEEDBACK (record) ? &of_feedback : &of_participants;
}

/** mukana_correcting_check_day: nobody has said anything on a day to come */
gboolean
mukana_correcting_check_day (MukanaDb   *db,
                             MukanaDay   day,
                             GError    **error)
{
  if (day <= mukana_db_today (db))
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                       N_("The day has not come yet."));
  return FALSE;
}

static void
touch (MukanaDb     *db,
       MukanaRecord *record,
       MukanaEffect  effect)
{
  gint64 id = mukana_record_get_int (record, "id");

  mukana_db_touch (db, MUKANA_KIND_FEEDBACK, id, effect);
  if (MUKANA_IS_FEEDBACK (record))
    mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, mukana_record_get_int (record, "assignment-id"),
                     MUKANA_EFFECT_CHANGED);
  else
    mukana_db_touch (db, MUKANA_KIND_REQUEST, mukana_record_get_int (record, "request-id"),
                     MUKANA_EFFECT_CHANGED);
}

/* Returns: whether it is still there */
static gboolean
is_there (MukanaDb      *db,
          MukanaRecord  *record,
          GError       **error)
{
  g_autoptr (MukanaRecord) now = mukana_record_get (db, statements_of (record)->get,
                                                    mukana_record_get_int (record, "id"),
                                                    G_OBJECT_TYPE (record), error);

  return now != NULL;
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const Statements *statements = statements_of (arg);
  g_autoptr (GPtrArray) issues = MUKANA_IS_FEEDBACK (arg) ? mukana_feedback_check (arg)
                                                          : mukana_participants_check (arg);
  g_autoptr (MukanaQuery) query = NULL;

  if (!mukana_issues_pass (issues, error) ||
      !mukana_correcting_check_day (db, (MukanaDay) mukana_record_get_int (arg, "given-on"),
                                    error) ||
      !is_there (db, arg, error) ||
      !(query = mukana_db_prepare (db, statements->save, NULL, error)))
    return NULL;

  mukana_record_bind (arg, query);
  if (mukana_query_run (query, error) >= 0 &&
      mukana_journal_add (db, statements->save, MUKANA_KIND_FEEDBACK,
                          mukana_record_get_int (arg, "id"), NULL, error))
    touch (db, arg, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const Statements *statements = statements_of (arg);
  gint64 id = mukana_record_get_int (arg, "id");

  if (is_there (db, arg, error) &&
      mukana_db_run (db, statements->drop, error, mukana_int ("id", id)) >= 0 &&
      mukana_journal_add (db, statements->drop, MUKANA_KIND_FEEDBACK, id, NULL, error))
    touch (db, arg, MUKANA_EFFECT_REMOVED);
  return NULL;
}

static gpointer
restore_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  const Statements *statements = statements_of (arg);
  gint64 id = mukana_record_insert (db, statements->add, arg, error);

  if (id > 0 && mukana_journal_add (db, statements->add, MUKANA_KIND_FEEDBACK, id, NULL, error))
    touch (db, arg, MUKANA_EFFECT_ADDED);
  return NULL;
}

/* ---- Lines of the log of cooperation ---- */

/* Returns: yours, the line with who else took part, or NULL with @error set */
static MukanaLogEntry *
read_entry (MukanaDb  *db,
            gint64     id,
            GError   **error)
{
  g_autoptr (MukanaLogEntry) entry = mukana_record_get (db, "log.get", id, MUKANA_TYPE_LOG_ENTRY,
                                                        error);
  g_autoptr (MukanaQuery) query = entry ? mukana_db_select (db, "log.also", error,
                                                            mukana_int ("id", id)) : NULL;
  g_autoptr (GString) also = g_string_new (NULL);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    g_string_append_printf (also, "%s%s%" G_GINT64_FORMAT, also->len > 0 ? " " : "",
                            mukana_query_peek_text (query, "kind"),
                            mukana_query_get_int (query, "id"));

  return result < 0 ? NULL
                    : mukana_record_with_text (entry, "also", also->len > 0 ? also->str : NULL);
}

static gpointer
get_log_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return read_entry (db, *(gint64 *) arg, error);
}

static gboolean
drop_also (MukanaDb  *db,
           gint64     id,
           GError   **error)
{
  return mukana_db_run (db, "log.drop-organisations", error, mukana_int ("id", id)) >= 0 &&
         mukana_db_run (db, "log.drop-contacts", error, mukana_int ("id", id)) >= 0;
}

static void
touch_log (MukanaDb        *db,
           MukanaLogEntry  *entry,
           MukanaEffect     effect)
{
  mukana_db_touch (db, MUKANA_KIND_LOG_ENTRY, entry->id, effect);
  mukana_db_touch (db, MUKANA_KIND_ORGANISATION, entry->organisation_id, MUKANA_EFFECT_CHANGED);
}

/* In the journal of the organisation stands which fields changed. */
static gpointer
save_log_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaLogEntry *wanted = arg;
  g_autoptr (GPtrArray) issues = mukana_log_entry_check (wanted);
  g_autoptr (MukanaLogEntry) before = NULL;
  g_autofree char *changes = NULL;

  if (!mukana_issues_pass (issues, error) || !(before = read_entry (db, wanted->id, error)))
    return NULL;

  changes = mukana_record_dup_changes (MUKANA_RECORD (before), MUKANA_RECORD (wanted));
  if (!mukana_record_update (db, "log.save", MUKANA_RECORD (wanted), error) ||
      !drop_also (db, wanted->id, error) ||
      !mukana_cooperating_put_participants (db, wanted->id, wanted->also, error) ||
      !mukana_journal_add (db, "log.save", MUKANA_KIND_ORGANISATION, wanted->organisation_id,
                           changes, error))
    return NULL;

  touch_log (db, before, MUKANA_EFFECT_CHANGED);
  touch_log (db, wanted, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static gpointer
drop_log_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaLogEntry) entry = read_entry (db, id, error);

  if (entry != NULL && drop_also (db, id, error) &&
      mukana_db_run (db, "log.drop", error, mukana_int ("id", id)) >= 0 &&
      mukana_journal_add (db, "log.drop", MUKANA_KIND_ORGANISATION, entry->organisation_id, NULL,
                          error))
    touch_log (db, entry, MUKANA_EFFECT_REMOVED);

  return NULL;
}

static gpointer
restore_log_run (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  MukanaLogEntry *entry = arg;
  gint64 id = mukana_record_insert (db, "log.restore", arg, error);

  if (id > 0 && mukana_cooperating_put_participants (db, id, entry->also, error) &&
      mukana_journal_add (db, "log.restore", MUKANA_KIND_ORGANISATION, entry->organisation_id, NULL,
                          error))
    touch_log (db, entry, MUKANA_EFFECT_ADDED);

  return NULL;
}

const MukanaJob mukana_correcting_save_job = {
  "correcting.save", MUKANA_LANE_WRITE, save_run, NULL, .needs = MUKANA_DEED_RECORD_FEEDBACK
};
const MukanaJob mukana_correcting_drop_job = {
  "correcting.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_RECORD_FEEDBACK
};
const MukanaJob mukana_correcting_restore_job = {
  "correcting.restore", MUKANA_LANE_WRITE, restore_run, NULL, .needs = MUKANA_DEED_RECORD_FEEDBACK
};
const MukanaJob mukana_log_entry_get_job = {
  "registering.log-get", MUKANA_LANE_READ, get_log_run, g_object_unref,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_log_entry_save_job = {
  "registering.log-save", MUKANA_LANE_WRITE, save_log_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_log_entry_drop_job = {
  "registering.log-drop", MUKANA_LANE_WRITE, drop_log_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
const MukanaJob mukana_log_entry_restore_job = {
  "registering.log-restore", MUKANA_LANE_WRITE, restore_log_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
