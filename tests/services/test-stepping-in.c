/* test-stepping-in.c: a reserve agrees to no work until they are taken in; a no to one time of a
 * request is no answer to another; and who is in a request already belongs to its group. */

#include "base/mukana-error.h"
#include "seeking-kit.h"
#include "services/mukana-cancelling.h"
#include "services/mukana-listing.h"
#include "services/mukana-proposing.h"
#include "services/mukana-timetabling.h"
#include "services/mukana-unasking.h"

typedef Seeking Fixture;

static gint64
add_expert (Fixture    *fixture,
            const char *given)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, given, "Kuvitelma");
  return seeking_add_person (fixture, person, 8 * 60);
}

static gint64
ask (Fixture  *fixture,
     gint64    request_id,
     gint64    person_id,
     gint64    slot_id,
     gboolean  is_reserve)
{
  MukanaProposing *proposing = mukana_proposing_new (request_id, "theme");
  g_autoptr (GArray) ids = NULL;

  mukana_proposing_add (proposing, person_id, 50, is_reserve);
  g_array_index (proposing->people, MukanaProposalSeed, 0).slot_id = slot_id;
  ids = seeking_run (fixture, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  return g_array_index (ids, gint64, 0);
}

static guint
answer (Fixture    *fixture,
        gint64      proposal_id,
        const char *state,
        const char *reason)
{
  MukanaAnswering *answering = mukana_answering_new (proposal_id, state, reason, NULL);
  g_autoptr (GArray) ids = seeking_run (fixture, &mukana_answering_job, answering);

  mukana_answering_free (answering);
  return ids->len;
}

static guint
take_in (Fixture *fixture,
         gint64   proposal_id)
{
  MukanaAnswering *answering = mukana_answering_new (proposal_id, "accepted", NULL, NULL);
  g_autoptr (GArray) ids = seeking_run (fixture, &mukana_taking_in_job, answering);

  mukana_answering_free (answering);
  return ids->len;
}

static MukanaRequestRow *
list (Fixture *fixture,
      gint64   request_id)
{
  MukanaIdPage page = { .ids = { request_id }, .n_ids = 1 };
  g_autoptr (GPtrArray) rows = seeking_run (fixture, &mukana_requests_rows_job, &page);

  return g_object_ref (g_ptr_array_index (rows, 0));
}

static MukanaMatchAnswer *
match (Fixture *fixture,
       gint64   request_id)
{
  MukanaMatchQuestion *question = mukana_match_question_new (fixture->matcher, request_id, 10);
  MukanaMatchAnswer *found;

  while (g_main_context_iteration (NULL, FALSE))   /* the matcher hears of the commit */
    continue;
  found = seeking_run (fixture, &mukana_matching_job, question);
  mukana_match_question_free (question);
  return found;
}

/* ---- In reserve ---- */

static void
reserve_who_says_yes_is_told_beside_those_found (Fixture       *fixture,
                                                 gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 aino = add_expert (fixture, "Aino"), bertta = add_expert (fixture, "Bertta");
  g_autoptr (MukanaRequestRow) row = NULL;

  g_assert_cmpuint (answer (fixture, ask (fixture, request, aino, 0, FALSE), "accepted", NULL),
                    ==, 1);
  g_assert_cmpuint (answer (fixture, ask (fixture, request, bertta, 0, TRUE), "accepted", NULL),
                    ==, 0);
  row = list (fixture, request);

  g_assert_cmpint (row->n_found, ==, 1);
  g_assert_cmpint (row->n_in_reserve, ==, 1);
}

static void
reserve_is_taken_in_when_a_place_is_empty_and_put_back (Fixture       *fixture,
                                                        gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 aino = add_expert (fixture, "Aino"), reserve;
  g_autoptr (MukanaRequestRow) taken = NULL;
  g_autoptr (MukanaRequestRow) back = NULL;

  reserve = ask (fixture, request, aino, 0, TRUE);
  answer (fixture, reserve, "accepted", NULL);
  g_assert_cmpuint (take_in (fixture, reserve), ==, 1);
  taken = list (fixture, request);
  g_assert_cmpint (taken->n_found, ==, 1);
  g_assert_cmpint (taken->n_in_reserve, ==, 0);
  g_assert_cmpstr (taken->state, ==, "filled");

  seeking_run (fixture, &mukana_putting_back_job, &reserve);
  back = list (fixture, request);
  g_assert_cmpint (back->n_found, ==, 0);
  g_assert_cmpint (back->n_in_reserve, ==, 1);
  g_assert_cmpstr (back->state, ==, "searching");
}

static void
reserve_who_has_not_answered_is_awaited_for_the_place (Fixture       *fixture,
                                                       gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 reserve = ask (fixture, request, add_expert (fixture, "Aino"), 0, TRUE);

  g_assert_cmpuint (take_in (fixture, reserve), ==, 0);
  g_assert_cmpuint (answer (fixture, reserve, "accepted", NULL), ==, 1);
}

static void
nobody_is_taken_in_twice (Fixture       *fixture,
                          gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 reserve = ask (fixture, request, add_expert (fixture, "Aino"), 0, TRUE);
  MukanaAnswering *again = mukana_answering_new (reserve, "accepted", NULL, NULL);
  g_autoptr (GError) error = NULL;

  take_in (fixture, reserve);
  g_assert_null (mukana_store_run (fixture->place->store, &mukana_taking_in_job, again, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  mukana_answering_free (again);
}

/* ---- One of two times ---- */

static gint64
add_two_times (Fixture *fixture,
               int      people)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", people, 10);
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);

  mukana_record_init_int (time, "day", REQUEST_DAY + 7);
  mukana_record_init_int (time, "start-minute", 10 * 60);
  mukana_record_init_int (time, "end-minute", 12 * 60);
  mukana_record_init_int (time, "is-alternative", 1);
  g_ptr_array_add (file->times, time);
  return seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
}

static gint64
find_alternative (Fixture *fixture,
                  gint64   request_id)
{
  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job,
                                                   &request_id);

  return ((MukanaRequestTime *) g_ptr_array_index (file->times, 1))->id;
}

static void
no_to_one_time_leaves_another (Fixture       *fixture,
                               gconstpointer  data)
{
  gint64 request = add_two_times (fixture, 1), aino = add_expert (fixture, "Aino");
  gint64 later = find_alternative (fixture, request);
  g_autoptr (MukanaMatchAnswer) after_one = NULL;
  g_autoptr (MukanaMatchAnswer) after_both = NULL;

  answer (fixture, ask (fixture, request, aino, later, FALSE), "declined", "time");
  after_one = match (fixture, request);
  g_assert_cmpuint (after_one->n_gone, ==, 0);
  answer (fixture, ask (fixture, request, aino, 0, FALSE), "declined", "time");
  after_both = match (fixture, request);
  g_assert_cmpuint (after_both->n_fits, ==, 1);
  g_assert_cmpuint (after_both->n_gone, ==, 1);
}

static void
no_to_the_request_is_counted_as_one_who_fits_no_more (Fixture       *fixture,
                                                      gconstpointer  data)
{
  gint64 request = add_two_times (fixture, 1), aino = add_expert (fixture, "Aino");
  g_autoptr (MukanaMatchAnswer) found = NULL;

  answer (fixture, ask (fixture, request, aino, 0, FALSE), "declined", "theme");
  found = match (fixture, request);

  g_assert_cmpuint (found->n_gone, ==, 1);
}

static void
time_that_was_not_chosen_leaves_the_list_and_the_calendar (Fixture       *fixture,
                                                           gconstpointer  data)
{
  gint64 request = add_two_times (fixture, 1), aino = add_expert (fixture, "Aino");
  MukanaTimetableAsk day = { { REQUEST_DAY, REQUEST_DAY + 1 }, MUKANA_TIMETABLE_ALL_KINDS };
  g_autoptr (MukanaRequestRow) before = list (fixture, request);
  g_autoptr (MukanaRequestRow) after = NULL;
  g_autoptr (MukanaTimetable) on_it = NULL;

  ask (fixture, request, aino, find_alternative (fixture, request), FALSE);
  after = list (fixture, request);
  on_it = seeking_run (fixture, &mukana_timetable_job, &day);

  g_assert_cmpint (before->n_slots, ==, 2);
  g_assert_cmpint (after->n_slots, ==, 1);
  g_assert_cmpint (after->first_day, ==, REQUEST_DAY + 7);
  g_assert_cmpuint (on_it->items->len, ==, 0);
}

/* ---- The group ---- */

static void
who_has_agreed_is_one_of_the_group (Fixture       *fixture,
                                    gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 aino = add_expert (fixture, "Aino");
  g_autoptr (MukanaMatchAnswer) found = NULL;

  add_expert (fixture, "Bertta");
  answer (fixture, ask (fixture, request, aino, 0, FALSE), "accepted", NULL);
  found = match (fixture, request);

  g_assert_cmpuint (found->others->len, ==, 1);
  for (guint i = 0; i < found->rows->len; i++)
    {
      const MukanaMatchRow *row = g_ptr_array_index (found->rows, i);
      gboolean is_alone =
        row->score.parts[MUKANA_PART_DIVERSITY].finding == MUKANA_FINDING_FIRST_OF_GROUP;

      g_assert_cmpint (is_alone, ==, row->person_id == aino);
    }
}

static void
who_is_not_free_is_told_with_a_time_that_would_do (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  gint64 request = seeking_add_request (fixture, "Raati", 1, 9);
  MukanaMatchQuestion *question;
  g_autoptr (MukanaMatchAnswer) found = NULL;

  mukana_person_init_names (person, "Aino", "Kuvitelma");
  seeking_add_person (fixture, person, 18 * 60);   /* until eight: no small change of time helps */
  question = mukana_match_question_new (fixture->matcher, request, 10);
  question->with_people = TRUE;
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  found = seeking_run (fixture, &mukana_matching_job, question);
  mukana_match_question_free (question);

  g_assert_cmpuint (found->out->len, ==, 1);
  g_assert_cmpstr (((MukanaMatchOut *) g_ptr_array_index (found->out, 0))->change, ==,
                   "Would be free 10 Dec 2026, 18:00–20:00");
}

static void
language_that_was_asked_for_is_told_of_who_works_in_it (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 1, 10);
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autoptr (MukanaMatchAnswer) found = NULL;
  gint64 request;

  mukana_record_init_text (file->request, "language", "fi");
  request = seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
  mukana_person_init_names (person, "Aino", "Kuvitelma");
  mukana_record_init_text (person, "channel", "phone");
  seeking_add_person (fixture, person, 8 * 60);
  found = match (fixture, request);

  g_assert_cmpuint (found->rows->len, ==, 1);
  g_assert_cmpstr (((MukanaMatchRow *) g_ptr_array_index (found->rows, 0))->works_in, ==,
                   "Finnish");
  g_assert_cmpstr (((MukanaMatchRow *) g_ptr_array_index (found->rows, 0))->channel, ==, "phone");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) \
  g_test_add ("/stepping-in/" #name, Fixture, NULL, seeking_set_up, name, seeking_tear_down)
  TEST (reserve_who_says_yes_is_told_beside_those_found);
  TEST (reserve_is_taken_in_when_a_place_is_empty_and_put_back);
  TEST (reserve_who_has_not_answered_is_awaited_for_the_place);
  TEST (nobody_is_taken_in_twice);
  TEST (no_to_one_time_leaves_another);
  TEST (no_to_the_request_is_counted_as_one_who_fits_no_more);
  TEST (time_that_was_not_chosen_leaves_the_list_and_the_calendar);
  TEST (who_has_agreed_is_one_of_the_group);
  TEST (who_is_not_free_is_told_with_a_time_that_would_do);
  TEST (language_that_was_asked_for_is_told_of_who_works_in_it);

  return g_test_run ();
}
