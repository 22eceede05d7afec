/* mukana-purpose-setting.c: on which legal basis the county uses people's data, and for what.
 *
 * A change of the basis changes who may be read, at once and everywhere: when
 * consent begins to be asked for, whoever has not given it leaves, and what was
 * proposed to them is taken back as if they had withdrawn.
 */

#include "services/mukana-purpose-setting.h"

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

static int
compare_purposes (gconstpointer a,
                  gconstpointer b)
{
  const MukanaPurpose *left = *(const MukanaPurpose * const *) a;
  const MukanaPurpose *right = *(const MukanaPurpose * const *) b;

  return mukana_code_index (mukana_all_purposes, left->code) -
         mukana_code_index (mukana_all_purposes, right->code);
}

static gpointer
purposes_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  GPtrArray *purposes = mukana_record_list (db, "purposes.all", MUKANA_TYPE_PURPOSE, error);

  if (purposes != NULL)
    g_ptr_array_sort (purposes, compare_purposes);
  return purposes;
}

static gpointer
set_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  MukanaPurpose *purpose = arg;
  gint64 n_changed;

  if (!mukana_purpose_may_rest_on (purpose->code, purpose->basis))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                   "This purpose cannot rest on that basis");
      return NULL;
    }

  n_changed = mukana_db_run (db, "purposes.set-basis", error, mukana_text ("code", purpose->code),
                             mukana_text ("basis", purpose->basis),
                             mukana_day ("day", mukana_db_today (db)),
                             mukana_text ("actor", mukana_db_peek_actor (db)));
  if (n_changed > 0 &&
      mukana_db_run (db, "proposals.close-unmatchable", error, mukana_text ("state", "withdrawn"),
                     mukana_day ("day", mukana_db_today (db))) >= 0 &&
      mukana_journal_add (db, "purposing.set-basis", MUKANA_KIND_REGISTER, 0, purpose->code, error))
    mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_purposes_job = {
  "purposing.list", MUKANA_LANE_READ, purposes_run, (GDestroyNotify) g_ptr_array_unref
};
const MukanaJob mukana_purpose_set_job = {
  "purposing.set-basis", MUKANA_LANE_WRITE, set_run, NULL
};
