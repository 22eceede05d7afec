/* test-main-job.c: from a person with a consent to a fee, and what must not happen. */

#include "base/mukana-error.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-listing.h"
#include "services/mukana-matching.h"
#include "services/mukana-overview.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "services/mukana-remembering.h"

typedef struct
{
  MukanaTestRegister *place;
  MukanaMatcher      *matcher;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  fixture->matcher = mukana_matcher_new (fixture->place->store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->matcher);
  mukana_test_register_free (fixture->place);
}

static gint64
take_id (gpointer result)
{
  gint64 id = *(gint64 *) result;

  g_free (result);
  return id;
}

static void
give (Fixture    *fixture,
      gint64      person_id,
      const char *purpose,
      const char *theme_id)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme_id);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  run (fixture, &mukana_consenting_give_job, consent);
}

static void
set_parts (Fixture    *fixture,
           gint64      person_id,
           const char *kind,
           gpointer    part)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaPartsChange *change;

  g_ptr_array_add (parts, part);
  change = mukana_parts_change_new (person_id, kind, parts);
  run (fixture, &mukana_person_parts_job, change);
  mukana_parts_change_free (change);
}

static gint64
add_expert (Fixture    *fixture,
            const char *given,
            const char *family,
            gboolean    consents)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  MukanaExperience *theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  MukanaFreeTime *time = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);
  MukanaRoleTerm *role = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);
  gint64 id;

  mukana_person_init_names (person, given, family);
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi");
  mukana_record_init_text (person, "municipality-code", "205");
  mukana_record_init_int (person, "remote-ok", 1);
  mukana_record_init_int (person, "notice-days", 7);
  id = take_id (run (fixture, &mukana_person_save_job, person));

  mukana_record_init_text (theme, "theme-id", "ik.kot");
  mukana_record_init_text (theme, "perspective", "own");
  give (fixture, id, "theme", "ik.kot");
  set_parts (fixture, id, "themes", theme);
  mukana_record_init_int (time, "weekday", 4);
  mukana_record_init_int (time, "start-minute", 8 * 60);
  mukana_record_init_int (time, "end-minute", 20 * 60);
  set_parts (fixture, id, "times", time);
  mukana_record_init_text (role, "role-code", "expert");
  set_parts (fixture, id, "roles", role);

  if (consents)
    {
      give (fixture, id, "register", NULL);
      give (fixture, id, "matching", NULL);
    }

  return id;
}

static gint64
add_request (Fixture    *fixture,
             const char *title,
             int         start_minute)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  MukanaRequestTheme *theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, title);
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "on-site");
  mukana_record_init_text (file->request, "municipality-code", "765");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_text (file->request, "role-code", "expert");
  mukana_record_init_int (file->request, "people", 1);

  /* Thursday, 10 December 2026 */
  mukana_record_init_int (time, "day", mukana_day_new (2026, 12, 10));
  mukana_record_init_int (time, "start-minute", start_minute);
  mukana_record_init_int (time, "end-minute", start_minute + 240);
  g_ptr_array_add (file->times, time);
  mukana_record_init_text (theme, "theme-id", "ik.kot");
  mukana_record_init_int (theme, "weight", 1);
  g_ptr_array_add (file->themes, theme);
  return take_id (run (fixture, &mukana_request_save_job, file));
}

static MukanaMatchAnswer *
match (Fixture *fixture,
       gint64   request_id,
       gint64   why_person)
{
  MukanaMatchQuestion *question = mukana_match_question_new (fixture->matcher, request_id, 50);
  MukanaMatchAnswer *answer;

  question->why_person = why_person;
  answer = run (fixture, &mukana_matching_job, question);
  mukana_match_question_free (question);
  return answer;
}

/* Called through the main context, so that the matcher has heard of the commits. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static GArray *
propose (Fixture *fixture,
         gint64   request_id,
         gint64   person_id)
{
  MukanaProposing *proposing = mukana_proposing_new (request_id, "theme");
  GArray *ids;

  mukana_proposing_add (proposing, person_id, 78, FALSE);
  ids = run (fixture, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  return ids;
}

static GArray *
answer_yes (Fixture *fixture,
            gint64   proposal_id)
{
  MukanaAnswering *answering = mukana_answering_new (proposal_id, "accepted", NULL, NULL);
  GArray *ids = run (fixture, &mukana_answering_job, answering);

  mukana_answering_free (answering);
  return ids;
}

static void
consenting_person_fits_and_parts_add_up (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito yöllä, työpaja", 12 * 60);
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  MukanaMatchRow *row;
  int sum = 0;

  answer = match (fixture, request, 0);

  g_assert_cmpuint (answer->n_fits, ==, 1);
  g_assert_cmpuint (answer->rows->len, ==, 1);
  row = g_ptr_array_index (answer->rows, 0);
  g_assert_cmpint (row->person_id, ==, person);
  g_assert_cmpstr (row->name, ==, "Aino Koskelo");
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    {
      sum += row->score.parts[part].points;
      g_assert_cmpstr (row->why[part], !=, "");
    }
  g_assert_cmpint (sum, ==, row->score.points);
}

static void
index_made_ready_beforehand_follows_what_comes_after (Fixture       *fixture,
                                                      gconstpointer  data)
{
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (MukanaMatchAnswer) answer = NULL;

  add_expert (fixture, "Aino", "Koskelo", TRUE);
  settle ();
  run (fixture, &mukana_matching_prepare_job, fixture->matcher);
  g_assert_cmpuint (mukana_match_index_size (mukana_matcher_peek_index (fixture->matcher)), ==, 1);
  add_expert (fixture, "Veikko", "Salmela", TRUE);
  settle ();
  answer = match (fixture, request, 0);

  g_assert_cmpuint (answer->n_fits, ==, 2);
}

static void
weights_of_the_register_rank_unless_others_are_asked_for (Fixture       *fixture,
                                                          gconstpointer  data)
{
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  MukanaSetting *setting = mukana_setting_new (MUKANA_MATCHING_WEIGHTS, "50 0 0 0 0 0 0 0");
  MukanaMatchQuestion *question = mukana_match_question_new (fixture->matcher, request, 50);
  g_autoptr (MukanaMatchAnswer) set = NULL;
  g_autoptr (MukanaMatchAnswer) asked = NULL;

  add_expert (fixture, "Aino", "Koskelo", TRUE);
  run (fixture, &mukana_setting_set_job, setting);
  mukana_setting_free (setting);
  settle ();
  set = run (fixture, &mukana_matching_job, question);
  question->has_weights = TRUE;
  question->weights = mukana_weights_default ();
  asked = run (fixture, &mukana_matching_job, question);
  mukana_match_question_free (question);

  g_assert_cmpint (set->weights.max[MUKANA_PART_THEME], ==, 50);
  g_assert_cmpint (((MukanaMatchRow *) g_ptr_array_index (set->rows, 0))->score.max, ==, 50);
  g_assert_cmpint (((MukanaMatchRow *) g_ptr_array_index (set->rows, 0))->score.points, ==, 50);
  g_assert_cmpint (((MukanaMatchRow *) g_ptr_array_index (asked->rows, 0))->score.points, <, 100);
}

static void
whoever_has_one_of_several_roles_fits (Fixture       *fixture,
                                       gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (MukanaRequestFile) file = run (fixture, &mukana_request_file_job, &request);
  g_autoptr (MukanaRequest) any = mukana_record_with_text (file->request, "role-code", NULL);
  MukanaRequestNeed *need = g_object_new (MUKANA_TYPE_REQUEST_NEED, NULL);
  g_autoptr (MukanaRequestFile) again = NULL;
  g_autoptr (MukanaMatchAnswer) out = NULL;
  g_autoptr (MukanaMatchAnswer) in = NULL;

  g_set_object (&file->request, any);
  mukana_record_init_text (need, "role-code", "peer-supporter");
  mukana_record_init_int (need, "people", 1);
  g_ptr_array_add (file->needs, need);
  g_free (run (fixture, &mukana_request_save_job, file));
  settle ();
  out = match (fixture, request, person);
  g_assert_cmpuint (out->n_fits, ==, 0);
  g_assert_cmpuint (((MukanaMatchOut *) g_ptr_array_index (out->out, 0))->reasons, ==,
                    1u << MUKANA_REASON_ROLE);

  again = run (fixture, &mukana_request_file_job, &request);
  need = g_ptr_array_index (again->needs, 0);
  mukana_record_init_text (need, "role-code", "expert");
  g_free (run (fixture, &mukana_request_save_job, again));
  settle ();
  in = match (fixture, request, person);

  g_assert_cmpuint (in->n_fits, ==, 1);
}

/* The request is on Thursday, 10 December 2026: in the week that begins on the 7th. */
static void
a_week_of_its_own_is_heeded_and_can_be_taken_back (Fixture       *fixture,
                                                   gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  MukanaOwnWeek *week = g_object_new (MUKANA_TYPE_OWN_WEEK, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  MukanaPartsChange *back = mukana_parts_change_new (person, "own-weeks", none);
  g_autoptr (MukanaMatchAnswer) away = NULL;
  g_autoptr (MukanaMatchAnswer) again = NULL;

  mukana_record_init_int (week, "monday", mukana_day_new (2026, 12, 7));
  mukana_record_init_text (week, "times", "2 540-720");
  set_parts (fixture, person, "own-weeks", week);
  settle ();
  away = match (fixture, request, person);
  run (fixture, &mukana_person_parts_job, back);
  settle ();
  again = match (fixture, request, person);
  mukana_parts_change_free (back);

  g_assert_cmpuint (away->n_fits, ==, 0);
  g_assert_cmpuint (((MukanaMatchOut *) g_ptr_array_index (away->out, 0))->reasons, ==,
                    1u << MUKANA_REASON_NOT_FREE);
  g_assert_cmpuint (again->n_fits, ==, 1);
}

static void
person_without_consent_is_out_and_not_named (Fixture       *fixture,
                                             gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Veikko", "Salmela", FALSE);
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  MukanaMatchOut *out;

  answer = match (fixture, request, person);

  g_assert_cmpuint (answer->n_fits, ==, 0);
  g_assert_cmpuint (answer->out->len, ==, 1);
  out = g_ptr_array_index (answer->out, 0);
  g_assert_true (out->reasons & (1u << MUKANA_REASON_NO_CONSENT));
  g_assert_null (out->name);
}

static void
what_would_help_is_told_of_a_person_a_group_and_the_request (Fixture       *fixture,
                                                             gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 16 * 60 + 30);
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  MukanaMatchGroup *group;
  MukanaMatchOut *out;

  /* Free until eight, and the request ends half an hour later. */
  answer = match (fixture, request, person);

  g_assert_cmpuint (answer->groups->len, ==, 1);
  group = &g_array_index (answer->groups, MukanaMatchGroup, 0);
  g_assert_cmpint (group->reason, ==, MUKANA_REASON_NOT_FREE);
  g_assert_cmpuint (group->n_helped, ==, 1);
  g_assert_cmpstr (group->change, ==, "1 would fit if the end were 20:00");
  out = g_ptr_array_index (answer->out, 0);
  g_assert_cmpint (out->remedy.changes[0].kind, ==, MUKANA_MATCH_CHANGE_END_EARLIER);
  g_assert_cmpstr (out->change, ==, "Would fit if the end were 20:00");
  g_assert_cmpuint (answer->relaxed.n_fits, ==, 1);
  g_assert_cmpstr (answer->relaxation, ==, "If the end were 20:00, 1 person would fit");
}

static void
what_would_raise_the_score_is_told (Fixture       *fixture,
                                    gconstpointer  data)
{
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  MukanaMatchRow *row;

  add_expert (fixture, "Aino", "Koskelo", TRUE);
  answer = match (fixture, request, 0);

  row = g_ptr_array_index (answer->rows, 0);
  g_assert_cmpint (row->rise, ==, MUKANA_MATCH_CHANGE_REMOTE_TOO);
  g_assert_cmpint (row->risen_points, ==, row->score.points + 2);
  g_assert_nonnull (row->would_rise);
  g_assert_null (answer->relaxation);
}

static void
nothing_is_known_of_who_has_withdrawn (Fixture       *fixture,
                                       gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 16 * 60 + 30);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "register", NULL, "phone");
  MukanaMatchGroupQuestion *question =
    mukana_match_group_question_new (fixture->matcher, request, MUKANA_REASON_NO_CONSENT, 10);
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  g_autoptr (MukanaMatchGroupAnswer) group = NULL;
  MukanaMatchOut *out;

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  settle ();
  answer = match (fixture, request, person);
  group = run (fixture, &mukana_matching_group_job, question);

  g_assert_null (answer->relaxation);
  for (guint i = 0; i < answer->groups->len; i++)
    g_assert_null (g_array_index (answer->groups, MukanaMatchGroup, i).change);
  g_assert_cmpuint (group->people->len, ==, 0);
  g_assert_cmpuint (group->n_hidden, ==, 1);
  g_assert_cmpuint (answer->out->len, ==, 1);
  out = g_ptr_array_index (answer->out, 0);
  g_assert_cmphex (out->reasons & ~(1u << MUKANA_REASON_NOT_ACTIVE), ==,
                   1u << MUKANA_REASON_NO_CONSENT);
  g_assert_null (out->name);
  g_assert_null (out->change);
  mukana_match_group_question_free (question);
  mukana_withdrawal_free (withdrawal);
}

static void
withdrawal_closes_proposals_and_ends_matching (Fixture       *fixture,
                                               gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (GArray) proposals = propose (fixture, request, person);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "matching", NULL, "phone");
  MukanaProposing *again = mukana_proposing_new (request, NULL);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (MukanaMatchAnswer) answer = NULL;

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  settle ();
  answer = match (fixture, request, 0);
  file = run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpuint (answer->n_fits, ==, 0);
  g_assert_cmpuint (file->proposals->len, ==, 1);
  g_assert_cmpstr (((MukanaProposalRow *) g_ptr_array_index (file->proposals, 0))->proposal->state,
                   ==,
                   "withdrawn");
  mukana_proposing_add (again, person, 0, FALSE);
  fail (fixture, &mukana_proposing_job, again, MUKANA_ERROR_NOT_ALLOWED);
  mukana_proposing_free (again);
  mukana_withdrawal_free (withdrawal);
}

static void
clash_is_refused_unless_a_reason_is_given (Fixture       *fixture,
                                           gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 first = add_request (fixture, "Kotihoito", 12 * 60);
  gint64 second = add_request (fixture, "Omaishoito", 14 * 60);
  g_autoptr (GArray) one = propose (fixture, first, person);
  g_autoptr (GArray) two = propose (fixture, second, person);
  g_autoptr (GArray) agreed = answer_yes (fixture, g_array_index (one, gint64, 0));
  MukanaAnswering *clashing = mukana_answering_new (g_array_index (two, gint64, 0), "accepted",
                                                    NULL, NULL);
  g_autoptr (GArray) overridden = NULL;

  fail (fixture, &mukana_answering_job, clashing, MUKANA_ERROR_CONFLICT);
  clashing->clash_reason = g_strdup ("joins the second half by phone");
  overridden = run (fixture, &mukana_answering_job, clashing);

  g_assert_cmpuint (agreed->len, ==, 1);
  g_assert_cmpuint (overridden->len, ==, 1);
  mukana_answering_free (clashing);
}

static void
day_done_becomes_fee_travel_and_feedback (Fixture       *fixture,
                                          gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (GArray) proposals = propose (fixture, request, person);
  g_autoptr (GArray) assignments = answer_yes (fixture, g_array_index (proposals, gint64, 0));
  gint64 assignment = g_array_index (assignments, gint64, 0);
  MukanaCompleting *completing = mukana_completing_new (assignment, "full", 210);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaAssignmentFile) file = NULL;
  g_autoptr (MukanaFeedback) feedback = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);

  completing->hundredths_km = 8200;
  fail (fixture, &mukana_completing_job, completing, MUKANA_ERROR_INVALID);
  mukana_clock_set_still (fixture->place->clock,
                          mukana_day_minute_us (mukana_day_new (2026, 12, 11), 600));
  lines = run (fixture, &mukana_completing_job, completing);
  mukana_record_init_int (feedback, "assignment-id", assignment);
  mukana_record_init_text (feedback, "side", "requester");
  mukana_record_init_int (feedback, "score", 9);
  g_free (run (fixture, &mukana_feedback_add_job, feedback));
  file = run (fixture, &mukana_assignment_file_job, &assignment);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (((MukanaFeeLine *) g_ptr_array_index (lines, 0))->amount_cents, ==, 8750);
  g_assert_cmpint (((MukanaFeeLine *) g_ptr_array_index (lines, 1))->amount_cents, ==, 4510);
  g_assert_cmpstr (file->assignment->state, ==, "held");
  g_assert_cmpuint (file->fees->len, ==, 2);
  g_assert_cmpuint (file->feedback->len, ==, 1);
  mukana_completing_free (completing);
}

static void
yes_counts_only_while_the_consent_is_in_force (Fixture       *fixture,
                                               gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (GArray) proposals = propose (fixture, request, person);
  gint64 proposal = g_array_index (proposals, gint64, 0);
  MukanaAnswering *yes = mukana_answering_new (proposal, "accepted", NULL, NULL);
  MukanaAnswering *no = mukana_answering_new (proposal, "declined", NULL, NULL);
  g_autoptr (GArray) agreed = NULL;

  mukana_test_sql (fixture->place, "UPDATE consent SET expires_on = '2000-01-01'");
  fail (fixture, &mukana_answering_job, yes, MUKANA_ERROR_NOT_ALLOWED);
  agreed = run (fixture, &mukana_answering_job, no);

  g_assert_cmpuint (agreed->len, ==, 0);
  mukana_answering_free (yes);
  mukana_answering_free (no);
}

static void
overview_counts_what_waits (Fixture       *fixture,
                            gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (GArray) proposals = propose (fixture, request, person);
  g_autoptr (MukanaOverview) overview = NULL;

  overview = run (fixture, &mukana_overview_job, NULL);

  g_assert_cmpint (overview->counts[MUKANA_WAITING_REPLY], ==, 1);
  g_assert_cmpint (overview->counts[MUKANA_WAITING_REQUEST], ==, 1);
  g_assert_cmpint (overview->counts[MUKANA_WAITING_FEE], ==, 0);
  g_assert_cmpuint (overview->items->len, ==, 2);
}

static void
overview_counts_nobody_whom_it_may_not_name (Fixture       *fixture,
                                             gconstpointer  data)
{
  gint64 person = add_expert (fixture, "Aino", "Koskelo", TRUE);
  gint64 request = add_request (fixture, "Kotihoito", 12 * 60);
  g_autoptr (GArray) proposals = propose (fixture, request, person);
  g_autoptr (MukanaOverview) overview = NULL;

  mukana_test_sql (fixture->place, "UPDATE consent SET expires_on = '2000-01-01'");
  overview = run (fixture, &mukana_overview_job, NULL);

  g_assert_cmpint (overview->counts[MUKANA_WAITING_REPLY], ==, 0);
  g_assert_cmpint (overview->counts[MUKANA_WAITING_REQUEST], ==, 1);
  g_assert_cmpint (overview->counts[MUKANA_WAITING_ENDED], ==, 1);   /* to be erased */
  g_assert_cmpuint (overview->items->len, ==, 2);
}

static void
changed_somewhere_else_is_a_conflict (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 id = add_expert (fixture, "Aino", "Koskelo", TRUE);
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &id);
  g_autoptr (MukanaPerson) mine = mukana_record_with_text (file->person, "email",
                                                           "aino@example.org");
  g_autoptr (MukanaPerson) theirs = mukana_record_with_text (file->person, "email",
                                                             "koskelo@example.org");

  g_free (run (fixture, &mukana_person_save_job, theirs));

  fail (fixture, &mukana_person_save_job, mine, MUKANA_ERROR_CONFLICT);
}

static void
inflected_word_finds_the_person (Fixture       *fixture,
                                 gconstpointer  data)
{
  gint64 id = add_expert (fixture, "Aino", "Koskelo", TRUE);
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &id);
  g_autoptr (MukanaPerson) noted = mukana_record_with_text (file->person, "note",
                                                            "Tunnettu päihdekuntoutuja.");
  MukanaPeopleFilter filter = { .needle = (char *) "päihdekuntoutujille" };
  g_autoptr (GArray) found = NULL;

  g_free (run (fixture, &mukana_person_save_job, noted));
  found = run (fixture, &mukana_people_ids_job, &filter);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, id);
}

#define ADD(name) \
  g_test_add ("/services/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (consenting_person_fits_and_parts_add_up);
  ADD (index_made_ready_beforehand_follows_what_comes_after);
  ADD (weights_of_the_register_rank_unless_others_are_asked_for);
  ADD (whoever_has_one_of_several_roles_fits);
  ADD (a_week_of_its_own_is_heeded_and_can_be_taken_back);
  ADD (person_without_consent_is_out_and_not_named);
  ADD (what_would_help_is_told_of_a_person_a_group_and_the_request);
  ADD (what_would_raise_the_score_is_told);
  ADD (nothing_is_known_of_who_has_withdrawn);
  ADD (withdrawal_closes_proposals_and_ends_matching);
  ADD (clash_is_refused_unless_a_reason_is_given);
  ADD (day_done_becomes_fee_travel_and_feedback);
  ADD (yes_counts_only_while_the_consent_is_in_force);
  ADD (overview_counts_what_waits);
  ADD (overview_counts_nobody_whom_it_may_not_name);
  ADD (changed_somewhere_else_is_a_conflict);
  ADD (inflected_word_finds_the_person);

  return g_test_run ();
}
