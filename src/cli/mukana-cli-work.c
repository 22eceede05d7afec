/* mukana-cli-work.c: from a proposal to the fee and the feedback, and consents taken back. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "services/mukana-consenting.h"
#include "services/mukana-counting.h"
#include "services/mukana-matching.h"
#include "services/mukana-paying-mode.h"
#include "services/mukana-proposing.h"

static void
write_ids (MukanaCli  *cli,
           const char *name,
           GArray     *ids)
{
  mukana_json_begin_array (cli->json, name);
  for (guint i = 0; i < ids->len; i++)
    {
      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_number (cli->json, "id", g_array_index (ids, gint64, i));
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
}

static void
tell_ids (const char *title,
          GArray     *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      mukana_cli_say ("%s %" G_GINT64_FORMAT, title, id);
    }
}

/** mukana_cli_find_score: as it is shown now; 0 for one whom matching would not put forward */
int
mukana_cli_find_score (MukanaCli *cli,
                       gint64     request_id,
                       gint64     person_id)
{
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (cli->store);
  MukanaMatchQuestion *question = mukana_match_question_new (matcher, request_id, 1);
  g_autoptr (MukanaMatchAnswer) answer = NULL;

  question->why_person = person_id;
  /* Without a score the proposal still stands: whether it may be made, its own guard says. */
  answer = mukana_store_run (cli->store, &mukana_matching_job, question, NULL);
  mukana_match_question_free (question);
  return answer != NULL && answer->why_row != NULL ? answer->why_row->score.points : 0;
}

/* Whose own ceiling the fee would be above.  It is theirs to change, so it is told before they are
 * asked, and whoever asks says that they know. */
static void
tell_over (MukanaCli *cli,
           GPtrArray *names)
{
  if (cli->json != NULL)
    {
      mukana_json_begin_array (cli->json, "over_ceiling");
      for (guint i = 0; i < names->len; i++)
        mukana_json_add_text (cli->json, NULL, g_ptr_array_index (names, i));
      mukana_json_end_array (cli->json);
      return;
    }

  for (guint i = 0; i < names->len; i++)
    mukana_cli_say (_("With the fee of this request, more than they want in a month or a year: %s"),
                    (char *) g_ptr_array_index (names, i));
}

/* Returns: yours, the ids of the proposals; NULL with @status, or with @error set */
static GArray *
propose (MukanaCli        *cli,
         MukanaProposing  *proposing,
         MukanaStatus     *status,
         GError          **error)
{
  g_autoptr (GPtrArray) over = mukana_store_run (cli->store, &mukana_fee_over_job, proposing,
                                                 error);

  if (over == NULL)
    return NULL;

  tell_over (cli, over);
  if (over->len == 0 || cli->options.despite_ceiling)
    return mukana_store_run (cli->store, &mukana_proposing_job, proposing, error);

  *status = mukana_cli_refuse (MUKANA_STATUS_REFUSED,
                               _("Nobody was asked: it would be above a ceiling that somebody has "
                                 "set for their fees. Ask all the same with --despite-ceiling."));
  return NULL;
}

/** mukana_cli_propose: REQUEST PERSON… [--reason CODE --text TEXT], all or none */
MukanaStatus
mukana_cli_propose (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  MukanaProposing *proposing;
  MukanaStatus status;
  gint64 request_id;

  if (cli->options.reason != NULL &&
      mukana_code_index (mukana_exception_reasons, cli->options.reason) < 0)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) mukana_exception_reasons);

      return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The reasons are: %s."), list);
    }

  if ((status = mukana_cli_find_request (cli, cli->words[0], &request_id)) != MUKANA_STATUS_DONE)
    return status;

  proposing = mukana_proposing_new (request_id, NULL);
  mukana_proposing_except (proposing, cli->options.reason);
  mukana_proposing_explain (proposing, cli->options.text);
  for (guint i = 1; i < cli->n_words && status == MUKANA_STATUS_DONE; i++)
    {
      gint64 person_id;

      if ((status = mukana_cli_find_person (cli, cli->words[i], &person_id)) == MUKANA_STATUS_DONE)
        mukana_proposing_add (proposing, person_id,
                              mukana_cli_find_score (cli, request_id, person_id), FALSE);
    }

  if (status == MUKANA_STATUS_DONE)
    ids = propose (cli, proposing, &status, &error);
  mukana_proposing_free (proposing);

  if (error != NULL)
    return mukana_cli_fail (error);
  if (ids != NULL && cli->json != NULL)
    write_ids (cli, "proposals", ids);
  else if (ids != NULL)
    tell_ids (_("Proposed. Number of the proposal:"), ids);
  return status;
}

/** mukana_cli_answer: PROPOSAL ANSWER [--reason CODE --text TEXT] [--despite-clash TEXT] */
MukanaStatus
mukana_cli_answer (MukanaCli *cli)
{
  static const char * const answers[] = { "accepted", "declined", "no-answer", NULL };
  const char *state = cli->words[1];
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  MukanaAnswering *answering;
  gint64 proposal_id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &proposal_id) ||
      !g_strv_contains (answers, state))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the proposal and accepted, declined or "
                                "no-answer."));

  if (cli->options.reason != NULL &&
      mukana_code_index (mukana_decline_reasons, cli->options.reason) < 0)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) mukana_decline_reasons);

      return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The reasons are: %s."), list);
    }

  answering = mukana_answering_new (proposal_id, state, cli->options.reason,
                                    cli->options.despite_clash);
  mukana_answering_explain (answering, cli->options.text);
  ids = mukana_store_run (cli->store, &mukana_answering_job, answering, &error);
  mukana_answering_free (answering);

  if (error != NULL)
    return mukana_cli_fail (error);
  if (cli->json != NULL)
    write_ids (cli, "assignments", ids);
  else if (ids->len > 0)
    tell_ids (_("Agreed. Number of the assignment:"), ids);
  else
    mukana_cli_say ("%s", _("The answer is on record."));
  return MUKANA_STATUS_DONE;
}

static void
tell_fees (MukanaCli *cli,
           GPtrArray *fees)
{
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "fees");
  else
    mukana_cli_say ("%s", _("The assignment is on record."));

  for (guint i = 0; i < fees->len; i++)
    {
      MukanaFeeLine *fee = g_ptr_array_index (fees, i);

      if (cli->json != NULL)
        {
          mukana_json_begin_object (cli->json, NULL);
          mukana_json_add_number (cli->json, "id", fee->id);
          mukana_json_add_text (cli->json, "kind", fee->kind);
          mukana_json_add_number (cli->json, "amount_cents", fee->amount_cents);
          mukana_json_add_text (cli->json, "calculation", fee->calculation);
          mukana_json_end_object (cli->json);
        }
      else
        mukana_cli_say ("%s: %s", mukana_code_label (mukana_fee_kinds, fee->kind),
                        fee->calculation);
    }

  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
}

static gboolean
read_euros (const char *text,
            gint64     *cents)
{
  return text == NULL || (mukana_money_parse (text, cents) && *cents >= 0);
}

static const char * const per_diem_words[] = { "none", "part", "whole", NULL };

/* Returns: (transfer full) (nullable): @said, or what stood there when nothing was said */
static char *
say_anew (char       *before,
          const char *said)
{
  if (said == NULL)
    return before;

  g_free (before);
  return g_strdup (said);
}

/* Returns: whether the costs among the options could be read */
static gboolean
read_costs (const MukanaCliOptions *options,
            MukanaCompleting       *completing)
{
  gint64 n_meals = completing->n_meals;

  if (!read_euros (options->public_euros, &completing->public_cents) ||
      !read_euros (options->taxi, &completing->taxi_cents) ||
      !read_euros (options->other, &completing->other_cents) ||
      (options->meals != NULL && !mukana_cli_read_number (options->meals, 0, 4, &n_meals)) ||
      (options->notice != NULL &&
       !mukana_cli_read_number (options->notice, 0, 10000, &completing->notice_hours)) ||
      (options->per_diem != NULL && !g_strv_contains (per_diem_words, options->per_diem)))
    return FALSE;

  completing->n_meals = (int) n_meals;
  completing->taxi_reason = say_anew (completing->taxi_reason, options->taxi_reason);
  completing->receipt = say_anew (completing->receipt, options->receipt);
  if (options->per_diem != NULL)
    {
      g_free (completing->per_diem);
      completing->per_diem = g_str_equal (options->per_diem, "none") ? NULL
                             : g_strdup (g_str_equal (options->per_diem, "part") ? "part-per-diem"
                                                                                 : "per-diem");
    }
  return TRUE;
}

/* Returns: whether the numbers among the options could be read */
static gboolean
read_completing (MukanaCli        *cli,
                 MukanaCompleting *completing)
{
  const MukanaCliOptions *options = &cli->options;
  gint64 passengers = completing->passengers;

  if ((options->hours != NULL &&
       !mukana_cli_read_hours (options->hours, &completing->actual_minutes)) ||
      (options->km != NULL &&
       !mukana_cli_read_hundredths (options->km, &completing->hundredths_km)) ||
      (options->passengers != NULL &&
       !mukana_cli_read_number (options->passengers, 0, 8, &passengers)))
    return FALSE;

  completing->passengers = (int) passengers;
  completing->cancel_reason = say_anew (completing->cancel_reason, options->reason);
  completing->cancel_words = say_anew (completing->cancel_words, options->text);
  return read_costs (options, completing);
}

/* With all that was recorded of the day, which recording it again would drop; nothing of what
 * is paid for work stays with somebody who did not come. */
static MukanaCompleting *
begin_completing (MukanaCli   *cli,
                  gint64       assignment_id,
                  const char  *attendance,
                  GError     **error)
{
  g_autoptr (MukanaAssignmentFile) file = NULL;
  MukanaCompleting *completing;

  if (attendance != NULL && !mukana_assignment_is_paid (attendance))
    return mukana_completing_new (assignment_id, attendance, 0);

  if (!(file = mukana_store_run (cli->store, &mukana_assignment_file_job, &assignment_id, error)))
    return NULL;

  /* What is not said again stays as it was recorded. */
  if (attendance == NULL)
    attendance = file->assignment->attendance != NULL ? file->assignment->attendance : "full";
  if (!mukana_assignment_is_paid (attendance))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("It is recorded that the person did not come. Say with "
                              "--attendance what is right."));
      return NULL;
    }

  completing = mukana_completing_of (file->assignment, file->fees);
  if (!g_str_equal (completing->attendance, attendance))
    g_clear_pointer (&completing->cancel_words, g_free);
  g_free (completing->attendance);
  completing->attendance = g_strdup (attendance);
  return completing;
}

/** mukana_cli_complete: ASSIGNMENT --hours H [--km K --passengers N] [--attendance …] */
MukanaStatus
mukana_cli_complete (MukanaCli *cli)
{
  const char *attendance = cli->options.attendance;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fees = NULL;
  MukanaCompleting *completing;
  gint64 assignment_id;

  /* Whose doing it was can be said; the short word means the person's. */
  if (g_strcmp0 (attendance, "cancelled") == 0)
    attendance = "cancelled-person";

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &assignment_id) ||
      (attendance != NULL && mukana_code_index (mukana_attendances, attendance) < 0))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the assignment, and whether full, part, "
                                "no-show, cancelled-person or cancelled-unit."));

  if ((attendance == NULL || mukana_assignment_is_paid (attendance)) && cli->options.hours == NULL)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say with --hours how long it took."));

  if (!(completing = begin_completing (cli, assignment_id, attendance, &error)))
    return mukana_cli_fail (error);

  if (read_completing (cli, completing))
    fees = mukana_store_run (cli->store, &mukana_completing_job, completing, &error);
  else
    {
      mukana_completing_free (completing);
      return mukana_cli_refuse (MUKANA_STATUS_REFUSED,
                                _("Hours, kilometres, passengers or costs are not numbers."));
    }

  mukana_completing_free (completing);
  if (error != NULL)
    return mukana_cli_fail (error);

  tell_fees (cli, fees);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_fee_mode: ASSIGNMENT MODE: how one assignment is paid */
MukanaStatus
mukana_cli_fee_mode (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAssignmentFile) file = NULL;
  g_autoptr (MukanaAssignment) changed = NULL;
  gint64 assignment_id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &assignment_id) ||
      mukana_code_index (mukana_fee_modes, cli->words[1]) < 0)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the assignment, and fee, expenses, declined, "
                                "volunteer, own-invoice or organisation-invoice."));

  if (!(file = mukana_store_run (cli->store, &mukana_assignment_file_job, &assignment_id, &error)))
    return mukana_cli_fail (error);

  changed = mukana_record_with_text (file->assignment, "fee-mode", cli->words[1]);
  mukana_store_run (cli->store, &mukana_paying_mode_job, changed, &error);
  return error != NULL ? mukana_cli_fail (error) : MUKANA_STATUS_DONE;
}

/* The other questions of an expert, left out where they were not answered. */
static gboolean
read_answers (MukanaCli      *cli,
              MukanaFeedback *feedback)
{
  const struct { const char *field, *text; } answers[] = {
    { "heard", cli->options.heard }, { "aim-clear", cli->options.aim },
    { "support", cli->options.support },
  };
  gint64 points;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (answers[i].text == NULL)
        continue;
      if (!mukana_cli_read_number (answers[i].text, 0, 10, &points))
        return FALSE;
      mukana_record_init_int (feedback, answers[i].field, points);
    }

  return TRUE;
}

/* The same paper is easily typed twice. */
static MukanaStatus
check_first (MukanaCli *cli,
             gint64     assignment_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAssignmentFile) file = mukana_store_run (cli->store,
                                                            &mukana_assignment_file_job,
                                                            &assignment_id, &error);

  if (file == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; !cli->options.again && i < file->feedback->len; i++)
    if (g_strcmp0 (((MukanaFeedback *) file->feedback->pdata[i])->side, cli->options.from) == 0)
      return mukana_cli_refuse (MUKANA_STATUS_REFUSED,
                                _("There is feedback of theirs on this assignment already. Is it "
                                  "the same? If not, say --again."));

  return MUKANA_STATUS_DONE;
}

/** mukana_cli_feedback: ASSIGNMENT --from expert|requester --score 0..10 [--text T] and more */
MukanaStatus
mukana_cli_feedback (MukanaCli *cli)
{
  g_autoptr (MukanaFeedback) feedback = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;
  gint64 assignment_id, score;
  MukanaStatus status;

  if (cli->options.from == NULL || cli->options.score == NULL ||
      mukana_code_index (mukana_feedback_sides, cli->options.from) < 0 ||
      !mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &assignment_id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the assignment, --from expert or requester, "
                                "and --score."));

  if (!mukana_cli_read_number (cli->options.score, 0, 10, &score) ||
      !read_answers (cli, feedback))
    return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The score is a number from 0 to 10."));

  if ((status = check_first (cli, assignment_id)) != MUKANA_STATUS_DONE)
    return status;

  mukana_record_init_int (feedback, "assignment-id", assignment_id);
  mukana_record_init_text (feedback, "side", cli->options.from);
  mukana_record_init_int (feedback, "score", score);
  mukana_record_init_text (feedback, "body", cli->options.text);
  mukana_record_init_text (feedback, "changed", cli->options.changed);
  if (!(id = mukana_store_run (cli->store, &mukana_feedback_add_job, feedback, &error)))
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "id", *id);
  else
    mukana_cli_say ("%s", _("The feedback is on record."));
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_withdraw: PERSON PURPOSE; harmless when there is nothing to withdraw */
MukanaStatus
mukana_cli_withdraw (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  MukanaWithdrawal *withdrawal;
  MukanaStatus status;
  gint64 person_id;
  int n_ended;

  if (mukana_code_index (mukana_purposes, cli->words[1]) < 0)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) mukana_purposes);

      return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The purposes are: %s."), list);
    }

  if ((status = mukana_cli_find_person (cli, cli->words[0], &person_id)) != MUKANA_STATUS_DONE)
    return status;

  withdrawal = mukana_withdrawal_new (person_id, cli->words[1], NULL, "other");
  n_ended = GPOINTER_TO_INT (mukana_store_run (cli->store, &mukana_consenting_withdraw_job,
                                               withdrawal, &error));
  mukana_withdrawal_free (withdrawal);

  if (error != NULL)
    return mukana_cli_fail (error);
  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "ended", n_ended);
  else
    mukana_cli_say (ngettext ("%d consent ended.", "%d consents ended.", (gulong) n_ended),
                    n_ended);
  return MUKANA_STATUS_DONE;
}
