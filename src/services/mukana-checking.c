/* mukana-checking.c: whether a register is whole: its file, its journal, its search index.
 *
 * Mends nothing: it is for finding out, and a backup is for mending.
 */

#include "services/mukana-checking.h"

#include "store/mukana-journal.h"

void
mukana_checkup_free (MukanaCheckup *self)
{
  g_strfreev (self->file);
  g_free (self);
}

static gpointer
check_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaCheckup) checkup = g_new0 (MukanaCheckup, 1);

  if (!(checkup->file = mukana_db_verify (db, error)) ||
      (checkup->first_broken = mukana_journal_check (db, &checkup->n_journal_rows, error)) < 0 ||
      (checkup->n_stray_terms = mukana_db_count (db, "search.stray", error)) < 0 ||
      (checkup->n_missing_people = mukana_db_count (db, "search.missing", error)) < 0)
    return NULL;

  return g_steal_pointer (&checkup);
}

const MukanaJob mukana_checking_job = {
  "checking.run", MUKANA_LANE_LONG, check_run, (GDestroyNotify) mukana_checkup_free
};
