/* mukana-paying-mode.c: how one assignment is paid, when it is not as the person usually is.
 *
 * An assignment begins with what the person has chosen; they may decline a single fee, or
 * send an invoice for it.  A day that is recorded already is worked out anew, so that what
 * waits for a batch is what was agreed.
 */

#include "services/mukana-paying-mode.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-fee.h"
#include "services/mukana-paying.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, sentence);
  return FALSE;
}

static gboolean
check_mode (MukanaDb          *db,
            MukanaAssignment  *wanted,
            MukanaAssignment  *stored,
            GError           **error)
{
  gint64 n_bound;

  if (mukana_code_index (mukana_fee_modes, wanted->fee_mode) < 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("There is no such way of being paid."));
      return FALSE;
    }
  if (g_str_equal (stored->state, "cancelled"))
    return refuse (N_("The assignment was cancelled."), error);

  n_bound = mukana_db_count (db, "fees.count-bound", error,
                             mukana_int ("assignment_id", stored->id));
  if (n_bound > 0)
    return refuse (N_("The fees of this day are in a batch already. Correct them there."), error);

  return n_bound == 0;
}

static gboolean
set_mode (MukanaDb                *db,
          MukanaAssignment        *wanted,
          const MukanaCompleting  *recorded,
          GError                 **error)
{
  /* A rule that was chosen when the day was recorded stays chosen, also over a time without a
   * fee, in which no line could keep it. */
  gint64 n_changed = mukana_db_run (db, "assignments.set-fee-mode", error,
                                    mukana_text ("fee_mode", wanted->fee_mode),
                                    mukana_text ("fee_rule_code", recorded->fee_rule_code),
                                    mukana_int ("id", wanted->id),
                                    mukana_int ("version", wanted->version));

  if (n_changed == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("The assignment was changed since."));
  return n_changed > 0;
}

/* Nothing to do before the day is recorded. */
static gboolean
work_out_anew (MukanaDb                *db,
               MukanaAssignment        *assignment,
               const MukanaCompleting  *recorded,
               GError                 **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  const char *problem = mukana_paying_refuse (recorded, assignment);

  if (!mukana_assignment_is_paid (assignment->attendance))
    return TRUE;
  if (problem != NULL)
    return refuse (problem, error);

  return mukana_paying_add_lines (db, recorded, assignment, lines, error);
}

static gboolean
change_mode (MukanaDb          *db,
             MukanaAssignment  *wanted,
             MukanaAssignment  *stored,
             GPtrArray         *lines,
             GError           **error)
{
  MukanaCompleting *recorded = mukana_completing_of (stored, lines);
  g_autoptr (MukanaAssignment) changed = mukana_record_with_text (stored, "fee-mode",
                                                                  wanted->fee_mode);
  gboolean is_done = set_mode (db, wanted, recorded, error) &&
                     work_out_anew (db, changed, recorded, error);

  mukana_completing_free (recorded);
  return is_done;
}

static gpointer
mode_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaAssignment *wanted = arg;
  g_autoptr (MukanaAssignment) stored = mukana_record_get (db, "assignments.get", wanted->id,
                                                           MUKANA_TYPE_ASSIGNMENT, error);
  g_autoptr (GPtrArray) lines =
    stored ? mukana_record_list (db, "fees.of-assignment", MUKANA_TYPE_FEE_LINE, error,
                                 mukana_int ("assignment_id", stored->id)) : NULL;

  if (lines == NULL || !check_mode (db, wanted, stored, error) ||
      !change_mode (db, wanted, stored, lines, error) ||
      !mukana_journal_add (db, "paying.set-mode", MUKANA_KIND_ASSIGNMENT, wanted->id, "fee-mode",
                           error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, wanted->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, stored->person_id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_paying_mode_job = {
  "paying.set-mode", MUKANA_LANE_WRITE, mode_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
