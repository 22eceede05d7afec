/* mukana-correcting.c: what was written down of what people said is corrected, or taken away.
 *
 * The journal tells that it was, and never what stood there.  What was done about somebody's words
 * stays with them: a correction changes the words and not the handling.
 */

#include "services/mukana-correcting.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
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

static gpointer
drop_log_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  gint64 id = *(gint64 *) arg;
  gint64 organisation_id = mukana_db_count (db, "log.organisation-of", error,
                                            mukana_int ("id", id));

  if (organisation_id == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no such line");
  if (organisation_id <= 0 ||
      mukana_db_run (db, "log.drop-organisations", error, mukana_int ("id", id)) < 0 ||
      mukana_db_run (db, "log.drop-contacts", error, mukana_int ("id", id)) < 0 ||
      mukana_db_run (db, "log.drop", error, mukana_int ("id", id)) < 0 ||
      !mukana_journal_add (db, "log.drop", MUKANA_KIND_ORGANISATION, organisation_id, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_LOG_ENTRY, id, MUKANA_EFFECT_REMOVED);
  mukana_db_touch (db, MUKANA_KIND_ORGANISATION, organisation_id, MUKANA_EFFECT_CHANGED);
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
const MukanaJob mukana_log_entry_drop_job = {
  "registering.log-drop", MUKANA_LANE_WRITE, drop_log_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
