/* mukana-proposing.c: ask people, record what they answer.
 *
 * A proposal reads its person through the consent view in the same transaction,
 * after the writers' queue: it comes either before a withdrawal, which then
 * closes it, or after one, and then there is nobody to select.  Everything else
 * that the rules say is judged in that transaction too.
 */

#include "services/mukana-proposing.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-explain.h"
#include "domain/mukana-person.h"
#include "domain/mukana-request.h"
#include "services/mukana-agreed-with.h"
#include "services/mukana-clashing.h"
#include "services/mukana-seating.h"
#include "services/mukana-supporting.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

#define DEFAULT_MINUTES 120   /* of a request without clock times */

MukanaProposing *
mukana_proposing_new (gint64      request_id,
                      const char *choice_reason)
{
  MukanaProposing *self = g_new0 (MukanaProposing, 1);

  self->request_id = request_id;
  self->people = g_array_new (FALSE, TRUE, sizeof (MukanaProposalSeed));
  self->choice_reason = g_strdup (choice_reason);
  return self;
}

void
mukana_proposing_add (MukanaProposing *self,
                      gint64           person_id,
                      gint64           score,
                      gboolean         is_reserve)
{
  MukanaProposalSeed seed = { .person_id = person_id, .slot_id = MUKANA_TIME_THAT_FITS,
                              .score = score, .is_reserve = is_reserve };

  g_array_append_val (self->people, seed);
}

/** mukana_proposing_except: @exception_reason: (nullable): of mukana_exception_reasons */
void
mukana_proposing_except (MukanaProposing *self,
                         const char      *exception_reason)
{
  g_free (self->exception_reason);
  self->exception_reason = g_strdup (exception_reason);
}

/** mukana_proposing_explain: @words: (nullable): what another reason was */
void
mukana_proposing_explain (MukanaProposing *self,
                          const char      *words)
{
  g_free (self->words);
  self->words = mukana_text_tidy (words);
}

void
mukana_proposing_free (MukanaProposing *self)
{
  g_array_unref (self->people);
  g_free (self->choice_reason);
  g_free (self->exception_reason);
  g_free (self->words);
  g_free (self);
}

MukanaAnswering *
mukana_answering_new (gint64      proposal_id,
                      const char *state,
                      const char *reason,
                      const char *clash_reason)
{
  MukanaAnswering *self = g_new0 (MukanaAnswering, 1);

  self->proposal_id = proposal_id;
  self->state = g_strdup (state);
  self->reason = g_strdup (reason);
  self->clash_reason = g_strdup (clash_reason);
  return self;
}

/** mukana_answering_explain: @words: (nullable): what another reason was */
void
mukana_answering_explain (MukanaAnswering *self,
                          const char      *words)
{
  g_free (self->words);
  self->words = mukana_text_tidy (words);
}

void
mukana_answering_free (MukanaAnswering *self)
{
  g_free (self->state);
  g_free (self->reason);
  g_free (self->words);
  g_free (self->clash_reason);
  g_free (self);
}

/** mukana_proposing_move_request: whatever its state was */
gboolean
mukana_proposing_move_request (MukanaDb    *db,
                               gint64       request_id,
                               const char  *state,
                               GError     **error)
{
  if (mukana_db_run (db, "requests.set-state", error, mukana_text ("state", state),
                     mukana_int ("updated_at", mukana_db_now_us (db)),
                     mukana_int ("id", request_id)) < 0)
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_REQUEST, request_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gboolean
set_request_state (MukanaDb       *db,
                   MukanaRequest  *request,
                   const char     *state,
                   GError        **error)
{
  return !mukana_request_may_become (request, state) ||
         mukana_proposing_move_request (db, request->id, state, error);
}

/* Seen by whoever proposes, and by a plan or a draw that was made before it was said. */
static gboolean
check_together (MukanaDb  *db,
                gint64     request_id,
                gint64     person_id,
                GError   **error)
{
  gint64 n_apart = mukana_db_count (db, "apart.in-request", error,
                                    mukana_int ("person_id", person_id),
                                    mukana_int ("request_id", request_id));

  if (n_apart > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("Two of them are not placed together."));
  return n_apart == 0;
}

/* @codes: those that @reason is of; what another reason was is told in @words */
static gboolean
check_reason (const char * const  *codes,
              const char          *reason,
              const char          *words,
              GError             **error)
{
  const char *problem = NULL;

  if (reason != NULL && mukana_code_index (codes, reason) < 0)
    problem = N_("There is no such reason.");
  else if (words != NULL && g_utf8_strlen (words, -1) > MUKANA_REASON_LIMIT)
    problem = N_("The reason is too long.");

  if (problem != NULL)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, problem);
  return problem == NULL;
}

/* "Not free, Too far away".  Whose reasons they are is told where people are chosen; an error
 * names nobody. */
static char *
say_reasons (MukanaReasons reasons)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
    if (reasons >> reason & 1)
      g_string_append_printf (said, "%s%s", said->len > 0 ? ", " : "",
                              mukana_explain_reason_title ((MukanaReason) reason));
  return g_string_free (g_steal_pointer (&said), FALSE);
}

/* Not told by the reasons of matching: of whoever is asked already nothing else matters. */
static gboolean
check_not_asked (MukanaDb  *db,
                 gint64     request_id,
                 gint64     person_id,
                 GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "proposals.open-between", error,
                                                    mukana_int ("request_id", request_id),
                                                    mukana_int ("person_id", person_id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("Somebody is asked to this request already, so nobody was asked."));
  return result == 0;
}

/* Of whoever may not be read nothing is known, so that they seem to want everything that is judged:
 * a consent, a theme, a language.  A restriction is the one thing to tell of them, and it is told
 * where somebody decides whom to ask. */
static gboolean
tell_restriction (MukanaDb       *db,
                  gint64          person_id,
                  MukanaReasons  *reasons,
                  GError        **error)
{
  gint64 n_restricted = (*reasons & 1u << MUKANA_REASON_NO_CONSENT) == 0
                        ? 0 : mukana_db_count (db, "proposals.is-restricted", error,
                                               mukana_int ("person_id", person_id));

  if (n_restricted > 0)
    *reasons = 1u << MUKANA_REASON_RESTRICTED;
  return n_restricted >= 0;
}

static void
refuse (MukanaReasons   reasons,
        GError        **error)
{
  gboolean is_firm = (reasons & MUKANA_FIRM_REASONS) != 0;
  GError *refusal = g_error_new_literal (
    MUKANA_ERROR, is_firm ? MUKANA_ERROR_NOT_ALLOWED : MUKANA_ERROR_CONFLICT,
    is_firm ? N_("Somebody may not be asked to this request, so nobody was asked.")
            : N_("Somebody does not fit this request, so nobody was asked."));

  mukana_error_set_detail (refusal, say_reasons (reasons));
  g_propagate_error (error, refusal);
}

/* All of them, before the first is asked.  Returns: yours, MukanaReasons of each that are
 * passed over; seeds get the time they are asked for. */
static GArray *
judge_all (MukanaDb               *db,
           MukanaLexicon          *lexicon,
           const MukanaProposing  *proposing,
           GArray                 *seeds,
           GError                **error)
{
  g_autoptr (MukanaJudging) judging = mukana_judging_new (db, lexicon, proposing->request_id,
                                                        error);
  g_autoptr (GArray) passed = g_array_new (FALSE, FALSE, sizeof (MukanaReasons));
  gint64 way;

  for (guint i = 0; judging != NULL && i < seeds->len; i++)
    if (!mukana_judging_add (judging, g_array_index (seeds, MukanaProposalSeed, i).person_id,
                             error))
      return NULL;

  if (judging == NULL)
    return NULL;

  way = mukana_judging_find_way (judging);
  for (guint i = 0; i < seeds->len; i++)
    {
      MukanaProposalSeed *seed = &g_array_index (seeds, MukanaProposalSeed, i);
      MukanaReasons reasons;

      if (seed->slot_id == MUKANA_TIME_THAT_FITS)
        seed->slot_id = way;
      if (!check_not_asked (db, proposing->request_id, seed->person_id, error))
        return NULL;
      if (!mukana_judging_has_way (judging, seed->slot_id))
        {
          g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                               N_("Others are asked to another time of this request."));
          return NULL;
        }

      reasons = mukana_judging_judge (judging, i, seed->slot_id);
      if (!tell_restriction (db, seed->person_id, &reasons, error))
        return NULL;
      if ((reasons & MUKANA_FIRM_REASONS) != 0 ||
          (reasons != 0 && proposing->exception_reason == NULL))
        {
          refuse (reasons, error);
          return NULL;
        }
      g_array_append_val (passed, reasons);
    }

  return g_steal_pointer (&passed);
}

/* Returns: (nullable): borrowed; of somebody who fits, an exception is nothing to tell */
static const char *
peek_words (const MukanaProposing *proposing,
            MukanaReasons          passed)
{
  return passed != 0 || proposing->choice_reason != NULL ? proposing->words : NULL;
}

static gint64
propose_one (MukanaDb                  *db,
             const MukanaProposing     *proposing,
             const MukanaProposalSeed  *seed,
             MukanaReasons              passed,
             GError                   **error)
{
  MukanaDay today = mukana_db_today (db);
  gint64 id;

  if (!check_together (db, proposing->request_id, seed->person_id, error))
    return -1;

  id = mukana_db_insert (db, "proposals.add", error,
                         mukana_int ("request_id", proposing->request_id),
                         mukana_int ("person_id", seed->person_id),
                         mukana_int ("slot_id", seed->slot_id),
                         mukana_int ("is_reserve", seed->is_reserve),
                         mukana_int ("score", seed->score),
                         mukana_text ("choice_reason", proposing->choice_reason),
                         mukana_text ("exception_reason",
                                      passed != 0 ? proposing->exception_reason : NULL),
                         mukana_text ("asked_words", peek_words (proposing, passed)),
                         mukana_day ("proposed_on", today),
                         mukana_day ("answer_by", mukana_proposal_answer_by (today)));

  if (id < 0 ||
      !mukana_journal_add (db, "proposing.propose", MUKANA_KIND_PROPOSAL, id, NULL, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_PROPOSAL, id, MUKANA_EFFECT_ADDED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, seed->person_id, MUKANA_EFFECT_CHANGED);
  return id;
}

/**
 * mukana_proposing_run_with:
 * @lexicon: (nullable): of the same snapshot, for whoever proposes to many requests
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_NOT_ALLOWED somebody may not be asked, which no exception helps,
 *   %MUKANA_ERROR_CONFLICT somebody is asked already, does not fit, or the request is over,
 *   %MUKANA_ERROR_INVALID no such reason for an exception
 * Returns: yours, gint64 ids of the proposals
 */
GArray *
mukana_proposing_run_with (MukanaDb               *db,
                           MukanaLexicon          *lexicon,
                           const MukanaProposing  *proposing,
                           GError                **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", proposing->request_id,
                                                         MUKANA_TYPE_REQUEST, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) seeds = g_array_copy (proposing->people);
  g_autoptr (GArray) passed = NULL;

  if (request == NULL)
    return NULL;

  if (!mukana_request_is_waiting (request))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                   N_("The request no longer looks for people."));
      return NULL;
    }

  if (!check_reason (mukana_exception_reasons, proposing->exception_reason, proposing->words,
                     error) ||
      (passed = judge_all (db, lexicon, proposing, seeds, error)) == NULL)
    return NULL;

  for (guint i = 0; i < seeds->len; i++)
    {
      gint64 id = propose_one (db, proposing, &g_array_index (seeds, MukanaProposalSeed, i),
                               g_array_index (passed, MukanaReasons, i), error);

      if (id < 0)
        return NULL;
      g_array_append_val (ids, id);
    }

  if (g_strcmp0 (request->state, "filled") != 0 &&
      !set_request_state (db, request, "searching", error))
    return NULL;

  return g_steal_pointer (&ids);
}

/** mukana_proposing_run: as mukana_proposing_run_with(), once */
GArray *
mukana_proposing_run (MukanaDb               *db,
                      const MukanaProposing  *proposing,
                      GError                **error)
{
  return mukana_proposing_run_with (db, NULL, proposing, error);
}

static gboolean
move_proposal (MukanaDb               *db,
               MukanaProposal         *proposal,
               const MukanaAnswering  *answering,
               GError                **error)
{
  gint64 n_moved;

  if (!mukana_proposal_may_become (proposal, answering->state))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           N_("The proposal has been answered already."));
      return FALSE;
    }

  if (!check_reason (mukana_decline_reasons, answering->reason, answering->words, error))
    return FALSE;

  n_moved = mukana_db_run (db, "proposals.move", error, mukana_text ("state", answering->state),
                           mukana_day ("day", mukana_db_today (db)),
                           mukana_text ("reason", answering->reason),
                           mukana_text ("words", answering->words),
                           mukana_int ("id", proposal->id), mukana_int ("version",
                                                                        proposal->version));
  if (n_moved < 0 ||
      !mukana_journal_add (db, "proposing.answer", MUKANA_KIND_PROPOSAL, proposal->id,
                                          "state", error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PROPOSAL, proposal->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, proposal->person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_REQUEST, proposal->request_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* Refused by default; with a reason the reason is kept on the assignment. */
static gboolean
check_clash (MukanaDb               *db,
             gint64                  person_id,
             MukanaRequestTime      *time,
             const MukanaAnswering  *answering,
             gboolean               *clashes,
             GError                **error)
{
  MukanaClashQuestion question = {
    .person_id = person_id, .day = time->day,
    .start_minute = (int) time->start_minute, .end_minute = (int) time->end_minute,
    .asks_absences = TRUE
  };
  g_autofree char *detail = NULL;
  int kind = mukana_clashing_find (db, &question, &detail, error);

  if (kind < 0)
    return FALSE;

  *clashes = kind != MUKANA_CLASH_NONE;
  if (!*clashes || answering->clash_reason != NULL)
    return TRUE;

  mukana_clashing_refuse (kind, detail, error);
  return FALSE;
}

static gint64
agree_time (MukanaDb               *db,
            MukanaProposal         *proposal,
            MukanaRequest          *request,
            MukanaPerson           *person,
            MukanaRequestTime      *time,
            const MukanaAnswering  *answering,
            GError                **error)
{
  g_autoptr (MukanaAssignment) assignment = g_object_new (MUKANA_TYPE_ASSIGNMENT, NULL);
  gboolean is_period = g_str_equal (request->mode, "period");
  gint64 minutes = is_period ? DEFAULT_MINUTES : time->end_minute - time->start_minute;
  gboolean clashes = FALSE;
  gint64 id;

  if (!is_period && !check_clash (db, proposal->person_id, time, answering, &clashes, error))
    return -1;

  mukana_record_init_int (assignment, "request-id", request->id);
  mukana_record_init_int (assignment, "person-id", proposal->person_id);
  mukana_record_init_int (assignment, "proposal-id", proposal->id);
  mukana_record_init_int (assignment, "day", time->day);
  mukana_record_init_int (assignment, "start-minute", is_period ? 0 : time->start_minute);
  mukana_record_init_int (assignment, "end-minute", is_period ? 0 : time->end_minute);
  mukana_record_init_text (assignment, "state", "agreed");
  mukana_record_init_int (assignment, "planned-minutes", minutes + request->prep_minutes);
  mukana_record_init_int (assignment, "is-demanding", mukana_request_is_demanding (request));
  mukana_record_init_text (assignment, "clash-reason", clashes ? answering->clash_reason : NULL);
  mukana_record_init_text (assignment, "fee-mode", person->fee_mode);
  mukana_record_init_text (assignment, "fee-rule-code", request->fee_rule_code);
  mukana_record_init_int (assignment, "agreed-on", mukana_db_today (db));

  if ((id = mukana_record_insert (db, "assignments.add", MUKANA_RECORD (assignment), error)) < 0 ||
      !mukana_journal_add (db, "proposing.agree", MUKANA_KIND_ASSIGNMENT, id, NULL, error))
    return -1;

  mukana_record_init_int (assignment, "id", id);
  if (!mukana_supporting_plan (db, assignment, person->support_kinds, error) ||
      !mukana_agreed_with_note (db, assignment, error))
    return -1;

  mukana_db_touch (db, MUKANA_KIND_ASSIGNMENT, id, MUKANA_EFFECT_ADDED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, proposal->person_id, MUKANA_EFFECT_CHANGED);
  return id;
}

static GPtrArray *
read_times (MukanaDb        *db,
            MukanaProposal  *proposal,
            GError         **error)
{
  if (proposal->slot_id != 0)
    return mukana_record_list (db, "requests.slot", MUKANA_TYPE_REQUEST_TIME, error,
                               mukana_int ("id", proposal->slot_id));

  return mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                             mukana_int ("request_id", proposal->request_id));
}

/* Whoever was asked to the request as a whole agrees to all its needed times; to an alternative
 * only who was asked to it.  A proposal from before times were chosen can be to a request that
 * has alternatives alone: then the first. */
static gboolean
is_wanted (MukanaProposal *proposal,
           GPtrArray      *times,
           guint           index)
{
  gboolean has_needed = FALSE;

  if (proposal->slot_id != 0)
    return TRUE;

  for (guint i = 0; i < times->len; i++)
    has_needed |= ((MukanaRequestTime *) g_ptr_array_index (times, i))->is_alternative == 0;

  return has_needed ? ((MukanaRequestTime *) g_ptr_array_index (times, index))->is_alternative == 0
                    : index == 0;
}

/* It may have run out while the answer was awaited: then it is asked for first. */
static gboolean
has_consent (MukanaDb  *db,
             gint64     person_id,
             GError   **error)
{
  gint64 n_usable = mukana_db_count (db, "consents.is-usable", error,
                                     mukana_int ("person_id", person_id));

  if (n_usable == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("The consent of this person is no longer in force. Ask for it first, "
                            "then record the yes."));
  return n_usable > 0;
}

static gboolean
agree (MukanaDb               *db,
       MukanaProposal         *proposal,
       MukanaRequest          *request,
       const MukanaAnswering  *answering,
       GArray                 *ids,
       GError                **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, proposal->person_id, error);
  g_autoptr (GPtrArray) times = NULL;
  gboolean is_filled;

  if (person == NULL || (times = read_times (db, proposal, error)) == NULL)
    return FALSE;

  if (times->len == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("The request has no time yet."));
      return FALSE;
    }

  for (guint i = 0; i < times->len; i++)
    {
      gint64 id;

      if (!is_wanted (proposal, times, i))
        continue;
      id = agree_time (db, proposal, request, person, g_ptr_array_index (times, i), answering,
                       error);
      if (id < 0)
        return FALSE;
      g_array_append_val (ids, id);
    }

  return mukana_seating_is_filled (db, request, &is_filled, error) &&
         (!is_filled || set_request_state (db, request, "filled", error));
}

/**
 * mukana_answering_run:
 *
 * Records the answer; a yes becomes an agreed assignment for each time.  A
 * reserve who says yes stays a reserve until they are needed.
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_CONFLICT a clash, or answered already; %MUKANA_ERROR_NOT_ALLOWED a yes
 *   of somebody whose consent is not in force; %MUKANA_ERROR_INVALID
 * Returns: yours, gint64 ids of the assignments
 */
GArray *
mukana_answering_run (MukanaDb               *db,
                      const MukanaAnswering  *answering,
                      GError                **error)
{
  g_autoptr (MukanaProposal) proposal = mukana_record_get (db, "proposals.get",
                                                           answering->proposal_id,
                                                                MUKANA_TYPE_PROPOSAL, error);
  g_autoptr (MukanaRequest) request = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (proposal == NULL ||
      (request = mukana_record_get (db, "requests.get", proposal->request_id, MUKANA_TYPE_REQUEST,
                                    error)) == NULL ||
      !move_proposal (db, proposal, answering, error))
    return NULL;

  if (g_str_equal (answering->state, "accepted") &&
      (!has_consent (db, proposal->person_id, error) ||
       (!proposal->is_reserve && !agree (db, proposal, request, answering, ids, error))))
    return NULL;

  return g_steal_pointer (&ids);
}

static void
free_proposal_row (gpointer data)
{
  MukanaProposalRow *row = data;

  g_object_unref (row->proposal);
  g_free (row->name);
  g_free (row);
}

/** mukana_proposal_rows_load: Returns: yours, of MukanaProposalRow */
GPtrArray *
mukana_proposal_rows_load (MukanaDb  *db,
                           gint64     request_id,
                           GError   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_proposal_row);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "proposals.of-request", error,
                                                    mukana_int ("request_id", request_id));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaProposalRow *row = g_new0 (MukanaProposalRow, 1);

      row->proposal = mukana_record_read (query, MUKANA_TYPE_PROPOSAL);
      row->name = g_strdup (mukana_query_peek_text (query, "display_name"));
      row->may_agree = mukana_query_get_int (query, "may_agree") != 0;
      g_ptr_array_add (rows, row);
    }

  return result < 0 ? NULL : g_steal_pointer (&rows);
}

static gpointer
proposing_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  return mukana_proposing_run (db, arg, error);
}

static gpointer
answering_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  return mukana_answering_run (db, arg, error);
}

const MukanaJob mukana_proposing_job = {
  "proposing.propose", MUKANA_LANE_WRITE, proposing_run, (GDestroyNotify) g_array_unref,
  .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_answering_job = {
  "proposing.answer", MUKANA_LANE_WRITE, answering_run, (GDestroyNotify) g_array_unref,
  .needs = MUKANA_DEED_MATCH
};
