/* test-proposing.c: who is asked fits, at the time they are asked for; and what a yes agrees to. */

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-role-seats.h"
#include "seeking-kit.h"
#include "services/mukana-beginning-day.h"
#include "services/mukana-consenting.h"
#include "services/mukana-fact-loading.h"
#include "services/mukana-keeping-apart.h"
#include "services/mukana-proposing.h"
#include "services/mukana-supporting.h"
#include "services/mukana-unasking.h"

typedef Seeking Fixture;

enum { NEEDED, ALTERNATIVE };

static gint64
add_expert (Fixture    *fixture,
            const char *given,
            int         free_from_hour,
            const char *field,
            gint64      value)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, given, "Kuvitelma");
  if (field != NULL)
    mukana_record_init_int (person, field, value);
  return seeking_add_person (fixture, person, free_from_hour * 60);
}

static void
add_time (MukanaRequestFile *file,
          int                weeks_later,
          int                start_hour,
          int                kind)
{
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);

  mukana_record_init_int (time, "day", REQUEST_DAY + 7 * weeks_later);
  mukana_record_init_int (time, "start-minute", start_hour * 60);
  mukana_record_init_int (time, "end-minute", (start_hour + 2) * 60);
  mukana_record_init_int (time, "is-alternative", kind == ALTERNATIVE);
  g_ptr_array_add (file->times, time);
}

static gint64
save (Fixture           *fixture,
      MukanaRequestFile *file)
{
  return seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
}

static MukanaMatchAnswer *
match (Fixture *fixture,
       gint64   request_id)
{
  MukanaMatchQuestion *question = mukana_match_question_new (fixture->matcher, request_id, 10);
  MukanaMatchAnswer *answer = seeking_run (fixture, &mukana_matching_job, question);

  mukana_match_question_free (question);
  return answer;
}

/* Returns: yours, ids of the proposals; NULL when it is refused with @refusal */
static GArray *
propose (Fixture    *fixture,
         gint64      request_id,
         gint64      first,
         gint64      second,
         const char *exception,
         int         refusal)
{
  MukanaProposing *proposing = mukana_proposing_new (request_id, "theme");
  g_autoptr (GError) error = NULL;
  GArray *ids;

  mukana_proposing_except (proposing, exception);
  mukana_proposing_add (proposing, first, 50, FALSE);
  if (second != 0)
    mukana_proposing_add (proposing, second, 50, FALSE);
  ids = mukana_store_run (fixture->place->store, &mukana_proposing_job, proposing, &error);
  mukana_proposing_free (proposing);
  while (g_main_context_iteration (NULL, FALSE))   /* the matcher hears of the commit */
    continue;

  if (refusal < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, MUKANA_ERROR, refusal);
  return ids;
}

static MukanaRequestFile *
say_yes (Fixture *fixture,
         gint64   request_id,
         gint64   proposal_id)
{
  MukanaAnswering *answering = mukana_answering_new (proposal_id, "accepted", NULL, NULL);
  g_autoptr (GArray) ids = seeking_run (fixture, &mukana_answering_job, answering);

  mukana_answering_free (answering);
  return seeking_run (fixture, &mukana_request_file_job, &request_id);
}

static MukanaAssignment *
assignment_at (MukanaRequestFile *file,
               guint              index)
{
  return ((MukanaAssignmentRow *) g_ptr_array_index (file->assignments, index))->assignment;
}

static const MukanaProposal *
proposal_at (MukanaRequestFile *file,
             guint              index)
{
  return ((MukanaProposalRow *) g_ptr_array_index (file->proposals, index))->proposal;
}

/* ---- Times ---- */

static void
series_is_agreed_whole_beside_an_alternative (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) series = seeking_new_request ("Sarja", 1, 10);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0), request;

  add_time (series, 1, 10, NEEDED);
  add_time (series, 2, 10, ALTERNATIVE);
  request = save (fixture, series);
  ids = propose (fixture, request, aino, 0, NULL, -1);
  file = say_yes (fixture, request, g_array_index (ids, gint64, 0));

  g_assert_cmpuint (file->assignments->len, ==, 2);
  g_assert_cmpint (assignment_at (file, 0)->day, ==, REQUEST_DAY);
  g_assert_cmpint (assignment_at (file, 1)->day, ==, REQUEST_DAY + 7);
}

static void
needed_time_is_agreed_although_an_alternative_is_earlier (Fixture       *fixture,
                                                          gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) request_file = seeking_new_request ("Raati", 1, 10);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0), request;

  add_time (request_file, -1, 10, ALTERNATIVE);
  request = save (fixture, request_file);
  ids = propose (fixture, request, aino, 0, NULL, -1);
  file = say_yes (fixture, request, g_array_index (ids, gint64, 0));

  g_assert_cmpuint (file->assignments->len, ==, 1);
  g_assert_cmpint (assignment_at (file, 0)->day, ==, REQUEST_DAY);
}

static void
who_is_free_at_the_alternative_alone_is_asked_to_it (Fixture       *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) request_file = seeking_new_request ("Raati", 1, 9);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 aino = add_expert (fixture, "Aino", 13, NULL, 0), request;
  const MukanaMatchRow *row;

  add_time (request_file, 1, 14, ALTERNATIVE);
  request = save (fixture, request_file);
  answer = match (fixture, request);
  row = g_ptr_array_index (answer->rows, 0);
  ids = propose (fixture, request, aino, 0, NULL, -1);
  file = say_yes (fixture, request, g_array_index (ids, gint64, 0));

  g_assert_cmpuint (row->ways->len, ==, 1);
  g_assert_cmpint (g_array_index (row->ways, gint64, 0), !=, 0);
  g_assert_cmpuint (file->assignments->len, ==, 1);
  g_assert_cmpint (assignment_at (file, 0)->day, ==, REQUEST_DAY + 7);
  g_assert_cmpint (assignment_at (file, 0)->start_minute, ==, 14 * 60);
}

static void
those_asked_together_are_asked_to_the_time_they_share (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) request_file = seeking_new_request ("Raati", 2, 9);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 bertta = add_expert (fixture, "Bertta", 13, NULL, 0);
  gint64 request;

  add_time (request_file, 1, 14, ALTERNATIVE);
  request = save (fixture, request_file);
  ids = propose (fixture, request, aino, bertta, NULL, -1);
  file = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (proposal_at (file, 0)->slot_id, !=, 0);
  g_assert_cmpint (proposal_at (file, 0)->slot_id, ==, proposal_at (file, 1)->slot_id);
}

static void
request_takes_place_when_the_first_was_asked_for (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) request_file = seeking_new_request ("Raati", 2, 9);
  g_autoptr (MukanaMatchAnswer) before = NULL;
  g_autoptr (MukanaMatchAnswer) after = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 bertta = add_expert (fixture, "Bertta", 13, NULL, 0);
  gint64 request;

  add_time (request_file, 1, 14, ALTERNATIVE);
  request = save (fixture, request_file);
  before = match (fixture, request);
  ids = propose (fixture, request, aino, 0, NULL, -1);
  after = match (fixture, request);

  g_assert_cmpuint (before->n_fits, ==, 2);
  g_assert_cmpuint (after->n_fits, ==, 1);   /* Aino herself */
  g_assert_null (propose (fixture, request, bertta, 0, NULL, MUKANA_ERROR_CONFLICT));
}

/* ---- Rules ---- */

static void
theme_without_consent_is_not_proposed_for_any_reason (Fixture       *fixture,
                                                      gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (aino, "theme", "ik.kot", "phone");

  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  g_assert_null (propose (fixture, request, aino, 0, NULL, MUKANA_ERROR_NOT_ALLOWED));
  g_assert_null (propose (fixture, request, aino, 0, "agreed", MUKANA_ERROR_NOT_ALLOWED));
}

static void
excluded_unit_does_not_get_the_person (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 1, 10);
  gint64 aino, request;

  mukana_person_init_names (person, "Aino", "Kuvitelma");
  mukana_record_init_text (person, "excluded-units", "Kotihoito pohjoinen");
  aino = seeking_add_person (fixture, person, 8 * 60);
  mukana_record_init_text (file->request, "unit", "Kotihoito Pohjoinen");
  request = save (fixture, file);

  g_assert_null (propose (fixture, request, aino, 0, "agreed", MUKANA_ERROR_NOT_ALLOWED));
}

static void
non_disclosed_person_is_not_proposed_before_media (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 1, 10);
  gint64 aino = add_expert (fixture, "Aino", 8, "non-disclosure", TRUE), request;

  mukana_record_init_int (file->request, "has-media", TRUE);
  request = save (fixture, file);

  g_assert_null (propose (fixture, request, aino, 0, "other", MUKANA_ERROR_NOT_ALLOWED));
}

static void
who_is_not_free_is_proposed_only_with_a_reason (Fixture       *fixture,
                                                gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 13, NULL, 0);
  gint64 bertta = add_expert (fixture, "Bertta", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 9);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (GArray) ids = NULL;

  g_assert_null (propose (fixture, request, bertta, aino, NULL, MUKANA_ERROR_CONFLICT));
  g_assert_null (propose (fixture, request, bertta, aino, "because", MUKANA_ERROR_INVALID));
  ids = propose (fixture, request, bertta, aino, "agreed", -1);
  file = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (proposal_at (file, 0)->exception_reason, ==, NULL);
  g_assert_cmpstr (proposal_at (file, 1)->exception_reason, ==, "agreed");
}

static void
no_lowers_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 first = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 second = seeking_add_request (fixture, "Raati", 1, 14);
  g_autoptr (GArray) ids = propose (fixture, first, aino, 0, NULL, -1);
  MukanaAnswering *declining = mukana_answering_new (g_array_index (ids, gint64, 0), "declined",
                                                     NULL, NULL);
  g_autoptr (MukanaMatchAnswer) waiting = match (fixture, second);
  g_autoptr (MukanaMatchAnswer) declined = NULL;
  const MukanaScore *score;

  g_array_unref (seeking_run (fixture, &mukana_answering_job, declining));
  mukana_answering_free (declining);
  declined = match (fixture, second);

  score = &((MukanaMatchRow *) g_ptr_array_index (waiting->rows, 0))->score;
  g_assert_cmpint (score->parts[MUKANA_PART_FAIRNESS].points, <,
                   score->parts[MUKANA_PART_FAIRNESS].max);
  score = &((MukanaMatchRow *) g_ptr_array_index (declined->rows, 0))->score;
  g_assert_cmpint (score->parts[MUKANA_PART_FAIRNESS].points, ==,
                   score->parts[MUKANA_PART_FAIRNESS].max);
}

static MukanaRequestFile *
load_file (Fixture *fixture,
           gint64   request_id)
{
  return seeking_run (fixture, &mukana_request_file_job, &request_id);
}

static void
who_was_asked_by_mistake_was_not_asked (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (MukanaMatchAnswer) before = match (fixture, request);
  g_autoptr (GArray) ids = propose (fixture, request, aino, 0, NULL, -1);
  g_autoptr (MukanaRequestFile) asked = load_file (fixture, request);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (MukanaRequestFile) again = NULL;
  g_autoptr (MukanaMatchAnswer) after = NULL;

  seeking_run (fixture, &mukana_proposing_take_back_job, ids);
  file = load_file (fixture, request);
  after = match (fixture, request);
  g_array_unref (propose (fixture, request, aino, 0, NULL, -1));
  again = load_file (fixture, request);

  g_assert_cmpstr (asked->request->state, ==, "searching");
  g_assert_cmpstr (file->request->state, ==, "open");
  g_assert_cmpuint (file->proposals->len, ==, 0);
  g_assert_cmpint (((MukanaMatchRow *) g_ptr_array_index (after->rows, 0))->score.points, ==,
                   ((MukanaMatchRow *) g_ptr_array_index (before->rows, 0))->score.points);
  g_assert_cmpuint (again->proposals->len, ==, 1);
}

static void
request_others_were_asked_to_stays_as_it_is (Fixture       *fixture,
                                             gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 bertta = add_expert (fixture, "Bertta", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (GArray) first = propose (fixture, request, aino, 0, NULL, -1);
  g_autoptr (GArray) second = propose (fixture, request, bertta, 0, NULL, -1);
  g_autoptr (MukanaRequestFile) file = NULL;

  seeking_run (fixture, &mukana_proposing_take_back_job, second);
  file = load_file (fixture, request);

  g_assert_cmpstr (file->request->state, ==, "searching");
  g_assert_cmpuint (file->proposals->len, ==, 1);
  g_assert_cmpint (proposal_at (file, 0)->id, ==, g_array_index (first, gint64, 0));
}

static void
who_has_answered_is_not_unasked (Fixture       *fixture,
                                 gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 bertta = add_expert (fixture, "Bertta", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (GArray) ids = propose (fixture, request, aino, bertta, NULL, -1);
  g_autoptr (MukanaRequestFile) said = say_yes (fixture, request, g_array_index (ids, gint64, 1));
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, &mukana_proposing_take_back_job, ids, &error);
  file = load_file (fixture, request);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_cmpuint (file->proposals->len, ==, 2);
  g_assert_cmpuint (file->assignments->len, ==, 1);
}

/* ---- An answer that is taken back ---- */

static void
unanswer (Fixture    *fixture,
          gint64      proposal_id,
          const char *state,
          int         refusal)
{
  MukanaAnswering *answered = mukana_answering_new (proposal_id, state, NULL, NULL);
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, &mukana_unanswering_job, answered, &error);
  mukana_answering_free (answered);
  if (refusal >= 0)
    g_assert_error (error, MUKANA_ERROR, refusal);
  else
    g_assert_no_error (error);
}

static void
say (Fixture    *fixture,
     gint64      proposal_id,
     const char *state,
     const char *reason)
{
  MukanaAnswering *answering = mukana_answering_new (proposal_id, state, reason, NULL);

  g_array_unref (seeking_run (fixture, &mukana_answering_job, answering));
  mukana_answering_free (answering);
}

static void
yes_taken_back_agrees_to_nothing (Fixture       *fixture,
                                  gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (GArray) ids = propose (fixture, request, aino, 0, NULL, -1);
  gint64 proposal = g_array_index (ids, gint64, 0);
  g_autoptr (MukanaRequestFile) said = say_yes (fixture, request, proposal);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (MukanaRequestFile) again = NULL;

  unanswer (fixture, proposal, "accepted", -1);
  file = load_file (fixture, request);
  again = say_yes (fixture, request, proposal);

  g_assert_cmpstr (said->request->state, ==, "filled");
  g_assert_cmpstr (file->request->state, ==, "searching");
  g_assert_cmpstr (proposal_at (file, 0)->state, ==, "proposed");
  g_assert_cmpint (proposal_at (file, 0)->answered_on, ==, MUKANA_DAY_NONE);
  g_assert_cmpuint (file->assignments->len, ==, 0);
  g_assert_cmpuint (again->assignments->len, ==, 1);
}

static void
no_taken_back_is_awaited_without_its_reason (Fixture       *fixture,
                                             gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (GArray) ids = propose (fixture, request, aino, 0, NULL, -1);
  gint64 proposal = g_array_index (ids, gint64, 0);
  g_autoptr (MukanaRequestFile) file = NULL;

  say (fixture, proposal, "declined", "distance");
  unanswer (fixture, proposal, "no-answer", MUKANA_ERROR_CONFLICT);
  unanswer (fixture, proposal, "declined", -1);
  unanswer (fixture, proposal, "declined", MUKANA_ERROR_CONFLICT);
  file = load_file (fixture, request);

  g_assert_cmpstr (proposal_at (file, 0)->state, ==, "proposed");
  g_assert_null (proposal_at (file, 0)->decline_reason);
}

static void
another_reason_is_told_in_words (Fixture       *fixture,
                                 gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 13, NULL, 0);
  gint64 bertta = add_expert (fixture, "Bertta", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 9);
  MukanaProposing *proposing = mukana_proposing_new (request, NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (MukanaRequestFile) file = NULL, back = NULL;
  MukanaAnswering *no;
  gint64 proposal;

  mukana_proposing_add (proposing, bertta, 0, FALSE);
  mukana_proposing_add (proposing, aino, 0, FALSE);
  mukana_proposing_except (proposing, "other");
  mukana_proposing_explain (proposing, " Tulee  myöhemmin ");
  ids = seeking_run (fixture, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  proposal = g_array_index (ids, gint64, 1);
  no = mukana_answering_new (proposal, "declined", "other", NULL);
  mukana_answering_explain (no, "Matkoilla");
  g_array_unref (seeking_run (fixture, &mukana_answering_job, no));
  mukana_answering_free (no);
  file = load_file (fixture, request);
  unanswer (fixture, proposal, "declined", -1);
  back = load_file (fixture, request);

  g_assert_null (proposal_at (file, 0)->asked_words);   /* she fitted */
  g_assert_cmpstr (proposal_at (file, 1)->asked_words, ==, "Tulee myöhemmin");
  g_assert_cmpstr (proposal_at (file, 1)->decline_words, ==, "Matkoilla");
  g_assert_null (proposal_at (back, 1)->decline_words);
}

static void
endless_reason_is_refused (Fixture       *fixture,
                           gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (GArray) ids = propose (fixture, request, aino, 0, NULL, -1);
  g_autofree char *words = g_strnfill (MUKANA_REASON_LIMIT + 1, 'a');
  MukanaAnswering *no = mukana_answering_new (g_array_index (ids, gint64, 0), "declined", "other",
                                              NULL);
  g_autoptr (GError) error = NULL;

  mukana_answering_explain (no, words);
  g_assert_null (mukana_store_run (fixture->place->store, &mukana_answering_job, no, &error));
  mukana_answering_free (no);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
}

static void
who_is_asked_again_does_not_wait_twice (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (GArray) first = propose (fixture, request, aino, 0, NULL, -1);

  say (fixture, g_array_index (first, gint64, 0), "no-answer", NULL);
  g_array_unref (propose (fixture, request, aino, 0, NULL, -1));

  unanswer (fixture, g_array_index (first, gint64, 0), "no-answer", MUKANA_ERROR_CONFLICT);
}

static void
who_has_withdrawn_is_not_awaited (Fixture       *fixture,
                                  gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (GArray) ids = propose (fixture, request, aino, 0, NULL, -1);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (aino, "matching", NULL, "phone");

  say (fixture, g_array_index (ids, gint64, 0), "declined", NULL);
  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  unanswer (fixture, g_array_index (ids, gint64, 0), "declined", MUKANA_ERROR_CONFLICT);
}

static void
support_already_arranged_keeps_the_yes (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (MukanaRequestFile) said = NULL;
  g_autoptr (MukanaRequestFile) kept = NULL;
  g_autoptr (MukanaAssignmentFile) work = NULL;
  gint64 aino, proposal, task;

  mukana_person_init_names (person, "Aino", "Kuvitelma");
  mukana_record_init_text (person, "support-kinds", "interpreter ticket");
  aino = seeking_add_person (fixture, person, 8 * 60);
  ids = propose (fixture, request, aino, 0, NULL, -1);
  proposal = g_array_index (ids, gint64, 0);
  said = say_yes (fixture, request, proposal);
  work = seeking_run (fixture, &mukana_assignment_file_job, &assignment_at (said, 0)->id);
  task = ((MukanaSupportTask *) g_ptr_array_index (work->support, 0))->id;

  seeking_run (fixture, &mukana_supporting_done_job, &task);
  unanswer (fixture, proposal, "accepted", MUKANA_ERROR_CONFLICT);
  kept = load_file (fixture, request);
  seeking_run (fixture, &mukana_supporting_undone_job, &task);
  unanswer (fixture, proposal, "accepted", -1);

  g_assert_cmpuint (kept->assignments->len, ==, 1);
  g_assert_cmpstr (proposal_at (kept, 0)->state, ==, "accepted");
}

static void
nobody_is_asked_twice (Fixture       *fixture,
                       gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (GArray) ids = propose (fixture, request, aino, 0, NULL, -1);

  g_assert_null (propose (fixture, request, aino, 0, "agreed", MUKANA_ERROR_CONFLICT));
}

/* ---- Roles ---- */

static MukanaMatchAnswer *
ask_about (Fixture *fixture,
           gint64   request_id,
           gint64   person_id)
{
  MukanaMatchQuestion *question = mukana_match_question_new (fixture->matcher, request_id, 10);
  MukanaMatchAnswer *answer;

  question->why_person = person_id;
  answer = seeking_run (fixture, &mukana_matching_job, question);
  mukana_match_question_free (question);
  return answer;
}

static void
add_role (Fixture    *fixture,
          gint64      person_id,
          const char *role_code)
{
  MukanaRoleTerm *term = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);

  mukana_record_init_text (term, "role-code", role_code);
  seeking_set_part (fixture, person_id, "roles", term);
}

static void
add_need (MukanaRequestFile *file,
          const char        *role_code)
{
  MukanaRequestNeed *need = g_object_new (MUKANA_TYPE_REQUEST_NEED, NULL);

  mukana_record_init_text (need, "role-code", role_code);
  mukana_record_init_int (need, "people", 1);
  g_ptr_array_add (file->needs, need);
}

/* One developer client and one expert by experience. */
static gint64
add_request_for_two_roles (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 2, 10);

  add_need (file, "developer-client");
  add_need (file, "expert");
  return save (fixture, file);
}

static gint64
add_expert_as (Fixture    *fixture,
               const char *given,
               const char *role_code)
{
  gint64 id = add_expert (fixture, given, 8, NULL, 0);

  add_role (fixture, id, role_code);
  return id;
}

static void
request_for_two_roles_is_filled_when_each_has_its_people (Fixture       *fixture,
                                                          gconstpointer  data)
{
  gint64 aino = add_expert_as (fixture, "Aino", "expert");
  gint64 bertta = add_expert_as (fixture, "Bertta", "expert");
  gint64 cecilia = add_expert_as (fixture, "Cecilia", "developer-client");
  gint64 request = add_request_for_two_roles (fixture);
  g_autoptr (GArray) first = propose (fixture, request, aino, bertta, NULL, -1), then = NULL;
  g_autoptr (MukanaRequestFile) one = NULL, two = NULL, three = NULL;

  one = say_yes (fixture, request, g_array_index (first, gint64, 0));
  two = say_yes (fixture, request, g_array_index (first, gint64, 1));
  then = propose (fixture, request, cecilia, 0, NULL, -1);
  three = say_yes (fixture, request, g_array_index (then, gint64, 0));

  g_assert_cmpstr (one->request->state, ==, "searching");
  g_assert_cmpstr (two->request->state, ==, "searching");
  g_assert_cmpint (mukana_role_seats_missing (two->seats), ==, 1);
  g_assert_cmpstr (three->request->state, ==, "filled");
  g_assert_cmpint (mukana_role_seats_missing (three->seats), ==, 0);
}

static void
each_who_fits_has_their_roles_and_those_asked_are_counted (Fixture       *fixture,
                                                           gconstpointer  data)
{
  gint64 aino = add_expert_as (fixture, "Aino", "expert");
  gint64 bertta = add_expert_as (fixture, "Bertta", "developer-client");
  gint64 request = add_request_for_two_roles (fixture);
  g_autoptr (GArray) ids = propose (fixture, request, aino, 0, NULL, -1);
  g_autoptr (MukanaMatchAnswer) answer = ask_about (fixture, request, bertta);

  g_assert_cmpuint (answer->seats->len, ==, 2);
  g_assert_cmpstr (answer->why_row->roles, ==, g_ptr_array_index (answer->role_labels, 0));
  g_assert_cmphex (answer->why_row->role_bits, ==, 1);
  g_assert_cmpuint (answer->seated->len, ==, 1);
  g_assert_cmphex (g_array_index (answer->seated, guint32, 0), ==, 2);
}

/* ---- Who is left out ---- */

static MukanaMatchGroupAnswer *
open_group (Fixture      *fixture,
            gint64        request_id,
            gint64        chosen,
            MukanaReason  reason,
            guint         limit)
{
  MukanaMatchGroupQuestion *question =
    mukana_match_group_question_new (fixture->matcher, request_id, reason, limit);
  MukanaMatchGroupAnswer *answer;

  question->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (question->chosen, chosen);
  answer = seeking_run (fixture, &mukana_matching_group_job, question);
  mukana_match_group_question_free (question);
  return answer;
}

static void
opened_group_knows_who_is_chosen (Fixture       *fixture,
                                  gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 bertta = add_expert (fixture, "Bertta", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (MukanaApart) apart = g_object_new (MUKANA_TYPE_APART, NULL);
  g_autoptr (MukanaMatchGroupAnswer) group = NULL;

  mukana_record_init_int (apart, "person-id", aino);
  mukana_record_init_int (apart, "other-id", bertta);
  mukana_record_init_text (apart, "reason", "household");
  seeking_run (fixture, &mukana_keep_apart_job, apart);
  group = open_group (fixture, request, aino, MUKANA_REASON_NOT_TOGETHER, 10);

  g_assert_cmpuint (group->people->len, ==, 1);
  g_assert_cmpint (((MukanaMatchOut *) g_ptr_array_index (group->people, 0))->person_id, ==,
                   bertta);
}

/* The nameless take no place from those who can be named, and who is over the limit is told. */
static void
opened_group_names_all_it_can_and_counts_the_rest (Fixture       *fixture,
                                                   gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 2, 9);
  g_autoptr (MukanaMatchGroupAnswer) absent = NULL;
  g_autoptr (MukanaMatchGroupAnswer) unasked = NULL;

  mukana_test_add_person (fixture->place, 1);   /* without any consent */
  mukana_test_add_person (fixture->place, 2);
  for (int i = 0; i < 3; i++)
    add_expert (fixture, i == 0 ? "Aino" : i == 1 ? "Bertta" : "Cecilia", 13, NULL, 0);
  absent = open_group (fixture, request, 0, MUKANA_REASON_NOT_FREE, 2);
  unasked = open_group (fixture, request, 0, MUKANA_REASON_NO_CONSENT, 1);

  g_assert_cmpuint (absent->people->len, ==, 2);
  g_assert_cmpuint (absent->n_more, ==, 1);
  g_assert_cmpuint (unasked->people->len, ==, 0);
  g_assert_cmpuint (unasked->n_hidden, ==, 2);
}

static void
take_back (Fixture    *fixture,
           gint64      person_id,
           const char *purpose)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, purpose, NULL, "phone");

  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
}

/* Who was never asked may be; who has answered no is counted, and nobody is told whom. */
static void
who_took_the_consent_back_is_counted_and_never_named (Fixture       *fixture,
                                                      gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 8, NULL, 0);
  gint64 bertta = add_expert (fixture, "Bertta", 8, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 9), cecilia;
  g_autoptr (MukanaMatchGroupAnswer) unasked = NULL, others = NULL;

  cecilia = mukana_test_add_person (fixture->place, 3);
  seeking_give (fixture, cecilia, "register", NULL);
  take_back (fixture, aino, "matching");
  take_back (fixture, bertta, "register");
  unasked = open_group (fixture, request, 0, MUKANA_REASON_NO_CONSENT, 10);
  others = open_group (fixture, request, 0, MUKANA_REASON_NOT_ACTIVE, 10);

  g_assert_cmpuint (unasked->people->len, ==, 1);
  g_assert_cmpint (((MukanaMatchOut *) g_ptr_array_index (unasked->people, 0))->person_id, ==,
                   cecilia);
  g_assert_cmpuint (unasked->n_hidden, ==, 2);
  for (guint i = 0; i < others->people->len; i++)
    g_assert_cmpint (((MukanaMatchOut *) g_ptr_array_index (others->people, i))->person_id, ==,
                     cecilia);
}

static void
who_took_the_consent_back_is_offered_nothing_until_they_give_it_again (Fixture       *fixture,
                                                                       gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", 13, NULL, 0);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (MukanaMatchAnswer) refused = NULL, given = NULL;
  const MukanaMatchOut *out;

  take_back (fixture, aino, "matching");
  refused = ask_about (fixture, request, aino);
  seeking_give (fixture, aino, "matching", NULL);
  given = ask_about (fixture, request, aino);

  g_assert_cmpuint (refused->out->len, ==, 1);
  out = g_ptr_array_index (refused->out, 0);
  g_assert_null (out->name);
  g_assert_null (out->change);
  g_assert_cmphex (out->reasons, ==, 1u << MUKANA_REASON_NO_CONSENT);
  out = g_ptr_array_index (given->out, 0);
  g_assert_nonnull (out->name);
  g_assert_nonnull (out->change);
}

static void
whose_consent_runs_out_while_they_think_is_told_beside_their_name (Fixture       *fixture,
                                                                   gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 2, 9), aino, bertta;
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (GArray) ids = NULL;

  aino = add_expert (fixture, "Aino", 8, NULL, 0);
  bertta = add_expert (fixture, "Bertta", 8, NULL, 0);
  ids = propose (fixture, request, aino, bertta, NULL, -1);
  mukana_test_sql (fixture->place, "UPDATE consent SET expires_on = '2026-01-01' "
                                   "WHERE person_id = (SELECT max(id) FROM person)");
  file = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpuint (file->proposals->len, ==, 2);
  g_assert_true (((MukanaProposalRow *) g_ptr_array_index (file->proposals, 0))->may_agree);
  g_assert_false (((MukanaProposalRow *) g_ptr_array_index (file->proposals, 1))->may_agree);
  g_assert_cmpstr (proposal_at (file, 1)->state, ==, "proposed");
}

/* Somebody who is on a break may still answer; a consent holds for all of its last day. */
static void
a_day_takes_back_what_was_proposed_to_those_whose_consent_ended (Fixture       *fixture,
                                                                 gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 2, 9), aino, bertta;
  g_autofree char *today = mukana_day_to_iso (MUKANA_TEST_TODAY);
  g_autofree char *sql = NULL;
  g_autoptr (MukanaRequestFile) before = NULL, after = NULL;
  g_autoptr (GArray) ids = NULL;
  gboolean has_turned = TRUE;

  aino = add_expert (fixture, "Aino", 8, NULL, 0);
  bertta = add_expert (fixture, "Bertta", 8, NULL, 0);
  ids = propose (fixture, request, aino, bertta, NULL, -1);
  sql = g_strdup_printf ("UPDATE person SET state = 'paused' WHERE id = %" G_GINT64_FORMAT ";"
                         "UPDATE consent SET expires_on = '%s' WHERE purpose = 'matching' AND "
                         "person_id = %" G_GINT64_FORMAT, aino, today, bertta);
  mukana_test_sql (fixture->place, sql);
  seeking_run (fixture, &mukana_new_day_job, &has_turned);
  before = seeking_run (fixture, &mukana_request_file_job, &request);
  mukana_clock_set_still (fixture->place->clock,
                          mukana_day_minute_us (MUKANA_TEST_TODAY + 1, 60));
  seeking_run (fixture, &mukana_new_day_job, &has_turned);
  after = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpstr (proposal_at (before, 1)->state, ==, "proposed");
  g_assert_cmpstr (proposal_at (after, 0)->state, ==, "proposed");
  g_assert_cmpstr (proposal_at (after, 1)->state, ==, "withdrawn");
}

/* ---- What a request asks ---- */

static gpointer
load_request (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);

  return lexicon != NULL ? mukana_request_load (db, lexicon, *(gint64 *) arg, error) : NULL;
}

static MukanaMatchRequest *
match_request_with (Fixture    *fixture,
                    const char *field,
                    gint64      number,
                    const char *text)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 2, 10);
  gint64 id;

  if (text != NULL)
    mukana_record_init_text (file->request, field, text);
  else if (field != NULL)
    mukana_record_init_int (file->request, field, number);
  id = save (fixture, file);
  return mukana_test_read (fixture->place, load_request, &id);
}

#define ASKED(field, number, text, member)                                                    \
  G_STMT_START {                                                                              \
    g_autoptr (MukanaMatchRequest) plain = match_request_with (fixture, NULL, 0, NULL);       \
    g_autoptr (MukanaMatchRequest) asked = match_request_with (fixture, field, number, text); \
    g_test_message ("%s", field);                                                             \
    g_assert_true (plain->member != asked->member);                                           \
    g_hash_table_add (told, (gpointer) field);                                                \
  } G_STMT_END

/* What only people read, or another layer does. */
static const char * const not_judged[] = {
  "id", "version", "reference", "title", "sort-key", "description", "state", "project",
  "requester-name", "requester-email", "venue", "prep-minutes", "decide-by", "can-influence",
  "affected-groups", "invited-groups", "preparation-phase", "use-of-results", "way-of-telling",
  "testing", "way-of-meeting", "special-needs", "audience", "contact-on-day", "created-on",
  "told-on", "removed-at", "created-at", "updated-at", "fee-rule-code", "is-demanding",
  "cancel-reason", "cancel-words", NULL
};

static void
everything_a_request_asks_is_judged (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaRequest) any = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (MUKANA_RECORD (any), &n_fields);

  ASKED ("method-code", 0, "vertaisryhma", skills);
  ASKED ("unit", 0, "Kotihoito", unit);
  ASKED ("mode", 0, "remote", mode);
  ASKED ("municipality-code", 0, "091", municipality);
  ASKED ("language", 0, "sv", language);
  ASKED ("role-code", 0, "expert", n_roles);
  ASKED ("people", 7, NULL, people);
  ASKED ("reserve", 3, NULL, reserve);
  ASKED ("fee-cents", 7700, NULL, fee_cents);
  ASKED ("needs-training", 1, NULL, needs_training);
  ASKED ("meets-clients", 1, NULL, meets_clients);
  ASKED ("with-minors", 1, NULL, is_with_minors);
  ASKED ("with-vulnerable", 1, NULL, is_with_vulnerable);
  ASKED ("is-public", 1, NULL, is_public);
  ASKED ("has-media", 1, NULL, has_media);
  ASKED ("has-large-audience", 1, NULL, has_large_audience);
  ASKED ("min-age", 18, NULL, min_age);

  for (guint i = 0; i < n_fields; i++)
    if (!g_strv_contains (not_judged, fields[i].name) &&
        !g_hash_table_contains (told, fields[i].name))
      g_error ("nothing judges %s of a request", fields[i].name);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) \
  g_test_add ("/proposing/" #name, Fixture, NULL, seeking_set_up, name, seeking_tear_down)
  TEST (series_is_agreed_whole_beside_an_alternative);
  TEST (needed_time_is_agreed_although_an_alternative_is_earlier);
  TEST (who_is_free_at_the_alternative_alone_is_asked_to_it);
  TEST (those_asked_together_are_asked_to_the_time_they_share);
  TEST (request_takes_place_when_the_first_was_asked_for);
  TEST (theme_without_consent_is_not_proposed_for_any_reason);
  TEST (excluded_unit_does_not_get_the_person);
  TEST (non_disclosed_person_is_not_proposed_before_media);
  TEST (who_is_not_free_is_proposed_only_with_a_reason);
  TEST (no_lowers_nothing);
  TEST (who_was_asked_by_mistake_was_not_asked);
  TEST (request_others_were_asked_to_stays_as_it_is);
  TEST (who_has_answered_is_not_unasked);
  TEST (yes_taken_back_agrees_to_nothing);
  TEST (no_taken_back_is_awaited_without_its_reason);
  TEST (another_reason_is_told_in_words);
  TEST (endless_reason_is_refused);
  TEST (who_is_asked_again_does_not_wait_twice);
  TEST (who_has_withdrawn_is_not_awaited);
  TEST (support_already_arranged_keeps_the_yes);
  TEST (nobody_is_asked_twice);
  TEST (whose_consent_runs_out_while_they_think_is_told_beside_their_name);
  TEST (a_day_takes_back_what_was_proposed_to_those_whose_consent_ended);
  TEST (opened_group_knows_who_is_chosen);
  TEST (request_for_two_roles_is_filled_when_each_has_its_people);
  TEST (each_who_fits_has_their_roles_and_those_asked_are_counted);
  TEST (opened_group_names_all_it_can_and_counts_the_rest);
  TEST (who_took_the_consent_back_is_counted_and_never_named);
  TEST (who_took_the_consent_back_is_offered_nothing_until_they_give_it_again);
  TEST (everything_a_request_asks_is_judged);

  return g_test_run ();
}
