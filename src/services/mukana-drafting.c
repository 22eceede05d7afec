/* mukana-drafting.c: what was typed and not stored is kept over a lock, for whoever typed it.
 *
 * A draft is no record: it changes nothing that anybody else sees, and so leaves
 * no row in the journal.  It lies in the encrypted register and nowhere else.
 */

#include "services/mukana-drafting.h"

#include "base/mukana-clock.h"
#include "base/mukana-issue.h"
#include "store/mukana-record-io.h"

static gboolean
drop_old (MukanaDb  *db,
          GError   **error)
{
  gint64 kept_us = MUKANA_KEPT_DRAFT_DAYS * G_TIME_SPAN_DAY;

  return mukana_db_run (db, "drafts.drop-old", error,
                        mukana_int ("before", mukana_db_now_us (db) - kept_us)) >= 0;
}

static gboolean
keep_one (MukanaDb         *db,
          MukanaKeptDraft  *draft,
          GError          **error)
{
  g_autoptr (GPtrArray) issues = mukana_kept_draft_check (draft);

  return mukana_issues_pass (issues, error) &&
         mukana_db_run (db, "drafts.keep", error,
                        mukana_text ("actor", mukana_db_peek_actor (db)),
                        mukana_text ("page", draft->page),
                        mukana_int ("record_id", draft->record_id),
                        mukana_text ("body", draft->body),
                        mukana_int ("saved_at", mukana_db_now_us (db))) >= 0;
}

static gpointer
keep_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  GPtrArray *drafts = arg;

  if (!drop_old (db, error))
    return NULL;
  for (guint i = 0; i < drafts->len; i++)
    if (!keep_one (db, g_ptr_array_index (drafts, i), error))
      return NULL;

  return NULL;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return mukana_record_list (db, "drafts.list", MUKANA_TYPE_KEPT_DRAFT, error,
                             mukana_text ("actor", mukana_db_peek_actor (db)));
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaKeptDraft *draft = arg;

  mukana_db_run (db, "drafts.drop", error, mukana_text ("actor", mukana_db_peek_actor (db)),
                 mukana_text ("page", draft->page), mukana_int ("record_id", draft->record_id));
  return NULL;
}

/**
 * mukana_drafts_drop_of_person:
 *
 * For what ends the right to hold them: nobody's draft about the person stays.
 */
gboolean
mukana_drafts_drop_of_person (MukanaDb  *db,
                              gint64     person_id,
                              GError   **error)
{
  return mukana_db_run (db, "erasures.drop-drafts", error,
                        mukana_int ("person_id", person_id)) >= 0;
}

const MukanaJob mukana_drafts_keep_job = {
  "drafting.keep", MUKANA_LANE_WRITE, keep_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};
const MukanaJob mukana_drafts_list_job = {
  "drafting.list", MUKANA_LANE_READ, list_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_WORK_HERE
};
const MukanaJob mukana_draft_drop_job = {
  "drafting.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};
