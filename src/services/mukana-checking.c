/* mukana-checking.c: whether a register is whole: its file, its journal, its search index, what is
 * packed for matching, and whether every fee still comes to the same cents.
 *
 * Mends nothing: it is for finding out, and a backup is for mending.
 */

#include "services/mukana-checking.h"

#include "domain/mukana-fee.h"
#include "services/mukana-packing.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

void
mukana_checkup_free (MukanaCheckup *self)
{
  g_strfreev (self->file);
  g_clear_pointer (&self->wrong_packs, g_array_unref);
  g_clear_pointer (&self->other_fees, g_array_unref);
  g_free (self);
}

/* Returns: yours, the ids of lines that their rows of the tables do not bear out */
static GArray *
find_other_fees (MukanaDb  *db,
                 GError   **error)
{
  g_autoptr (GPtrArray) rules = mukana_record_list (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error);
  g_autoptr (GPtrArray) rates = rules ? mukana_record_list (db, "fees.rates",
                                                            MUKANA_TYPE_TRAVEL_RATE, error) : NULL;
  g_autoptr (MukanaQuery) query = rates ? mukana_db_select (db, "fees.all", error) : NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      g_autoptr (MukanaFeeLine) line = mukana_record_read (query, MUKANA_TYPE_FEE_LINE);

      if (mukana_fee_line_prove (line, rules, rates) == MUKANA_FEE_OTHER)
        g_array_append_val (ids, line->id);
    }

  return result < 0 ? NULL : g_steal_pointer (&ids);
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
      (checkup->n_missing_people = mukana_db_count (db, "search.missing", error)) < 0 ||
      !(checkup->wrong_packs = mukana_packing_find_wrong (db, error)) ||
      !(checkup->other_fees = find_other_fees (db, error)))
    return NULL;

  return g_steal_pointer (&checkup);
}

const MukanaJob mukana_checking_job = {
  "checking.run", MUKANA_LANE_LONG, check_run, (GDestroyNotify) mukana_checkup_free
};
