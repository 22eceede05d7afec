/* mukana-unasking.c: take back that people were asked, or what they were said to have answered.
 *
 * A slip leaves no trace among those who were asked: a row that stayed would count as having been
 * asked, and stand beside the one that follows.  The journal keeps both the deed and that it was
 * taken back.  Whatever has come of it since is somebody's work and refuses.
 */

#include "services/mukana-unasking.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-request.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

/* Nobody was ever asked to it: it is open.  Any other state is somebody's decision. */
static gboolean
open_request (MukanaDb  *db,
              gint64     request_id,
              GError   **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);
  gint64 n_asked = request != NULL ? mukana_db_count (db, "proposals.count-of-request", error,
                                                      mukana_int ("request_id", request_id)) : -1;

  if (n_asked < 0)
    return FALSE;

  return n_asked > 0 || !g_str_equal (request->state, "searching") ||
         mukana_proposing_move_request (db, request_id, "open", error);
}

static gboolean
unask (MukanaDb  *db,
       gint64     id,
       GError   **error)
{
  g_autoptr (MukanaProposal) proposal = mukana_record_get (db, "proposals.get", id,
                                                           MUKANA_TYPE_PROPOSAL, error);
  gint64 n_dropped = proposal != NULL ? mukana_db_run (db, "proposals.drop-open", error,
                                                       mukana_int ("id", id)) : -1;

  if (n_dropped == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("The proposal has been answered already."));
  if (n_dropped <= 0 ||
      !mukana_journal_add (db, "proposing.take-back", MUKANA_KIND_PROPOSAL, id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PROPOSAL, id, MUKANA_EFFECT_REMOVED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, proposal->person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_REQUEST, proposal->request_id, MUKANA_EFFECT_CHANGED);
  return open_request (db, proposal->request_id, error);
}

static gpointer
unask_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  GArray *proposals = arg;

  for (guint i = 0; i < proposals->len; i++)
    if (!unask (db, g_array_index (proposals, gint64, i), error))
      break;

  return NULL;
}

/* ---- An answer ---- */

/* Returns: whether nothing has come of what was agreed; else @error is set */
static gboolean
disagree (MukanaDb        *db,
          MukanaProposal  *proposal,
          GError         **error)
{
  g_autoptr (GPtrArray) agreed = mukana_record_list (db, "assignments.of-proposal",
                                                     MUKANA_TYPE_ASSIGNMENT, error,
                                                     mukana_int ("proposal_id", proposal->id));

  for (guint i = 0; agreed != NULL && i < agreed->len; i++)
    {
      gint64 id = ((MukanaAssignment *) g_ptr_array_index (agreed, i))->id;
      gint64 n_dropped = mukana_db_run (db, "support.drop-open", error,
                                        mukana_int ("assignment_id", id)) < 0
                           ? -1 : mukana_db_run (db, "assignments.drop-untouched", error,
                                                 mukana_int ("id", id));

      if (n_dropped == 0)
        g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                             N_("More is recorded of what was agreed. Cancel the assignment "
                                "instead."));
      if (n_dropped <= 0)
        return FALSE;
      mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, id, MUKANA_EFFECT_REMOVED);
    }

  return agreed != NULL;
}

/* They are asked still only while they may be: not after a withdrawal, nor twice. */
static gboolean
wait_again (MukanaDb               *db,
            MukanaProposal         *proposal,
            const MukanaAnswering  *answered,
            GError                **error)
{
  gint64 n_moved = mukana_db_run (db, "proposals.wait-again", error,
                                  mukana_int ("id", proposal->id),
                                  mukana_text ("state", answered->state));

  if (n_moved == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("The answer cannot be taken back: something has changed since."));
  return n_moved > 0;
}

static gboolean
search_again (MukanaDb       *db,
              MukanaRequest  *request,
              GError        **error)
{
  gint64 n_found = mukana_db_count (db, "assignments.count-found", error,
                                    mukana_int ("request_id", request->id));

  if (n_found < 0)
    return FALSE;

  return n_found >= request->people || !g_str_equal (request->state, "filled") ||
         mukana_proposing_move_request (db, request->id, "searching", error);
}

static gpointer
unanswer_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  const MukanaAnswering *answered = arg;
  g_autoptr (MukanaProposal) proposal = mukana_record_get (db, "proposals.get",
                                                           answered->proposal_id,
                                                           MUKANA_TYPE_PROPOSAL, error);
  g_autoptr (MukanaRequest) request =
    proposal != NULL ? mukana_record_get (db, "requests.get", proposal->request_id,
                                          MUKANA_TYPE_REQUEST, error) : NULL;

  if (request == NULL || !wait_again (db, proposal, answered, error) ||
      !disagree (db, proposal, error) || !search_again (db, request, error) ||
      !mukana_journal_add (db, "proposing.unanswer", MUKANA_KIND_PROPOSAL, proposal->id, "state",
                           error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_PROPOSAL, proposal->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, proposal->person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_REQUEST, request->id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

/* ---- Who stepped in from the reserve ---- */

static gpointer
put_back_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (MukanaProposal) proposal = mukana_record_get (db, "proposals.get", *(gint64 *) arg,
                                                           MUKANA_TYPE_PROPOSAL, error);
  g_autoptr (MukanaRequest) request =
    proposal != NULL ? mukana_record_get (db, "requests.get", proposal->request_id,
                                          MUKANA_TYPE_REQUEST, error) : NULL;

  if (request == NULL ||
      mukana_db_run (db, "proposals.set-reserve", error, mukana_int ("is_reserve", 1),
                     mukana_int ("id", proposal->id),
                     mukana_int ("version", proposal->version)) < 0 ||
      !disagree (db, proposal, error) || !search_again (db, request, error) ||
      !mukana_journal_add (db, "proposing.put-back", MUKANA_KIND_PROPOSAL, proposal->id,
                           "is_reserve", error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_PROPOSAL, proposal->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, proposal->person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_REQUEST, request->id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_proposing_take_back_job = {
  "proposing.take-back", MUKANA_LANE_WRITE, unask_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_unanswering_job = {
  "proposing.unanswer", MUKANA_LANE_WRITE, unanswer_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_putting_back_job = {
  "proposing.put-back", MUKANA_LANE_WRITE, put_back_run, NULL, .needs = MUKANA_DEED_MATCH
};
