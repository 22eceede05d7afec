/* test-cancelling.c: what is cancelled stands in nobody's way, is owed for by the rule, and comes
 * back whole; nobody stays agreed to what does not take place. */

#include "base/mukana-error.h"
#include "seeking-kit.h"
#include "services/mukana-cancelling.h"
#include "services/mukana-clashing.h"
#include "services/mukana-overview.h"
#include "services/mukana-proposing.h"
#include "services/mukana-supporting.h"
#include "services/mukana-timetabling.h"
#include "store/mukana-record-io.h"

#define TODAY MUKANA_TEST_TODAY

static gint64
add_person (Seeking    *fixture,
            const char *name)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, name, "Korpi");
  mukana_record_init_text (person, "support-kinds", "interpreter");
  return seeking_add_person (fixture, person, 8 * 60);
}

static gint64
add_request (Seeking   *fixture,
             MukanaDay  day,
             int        people)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Työpaja", people, 9);

  mukana_record_init_int (g_ptr_array_index (file->times, 0), "day", day);
  return seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
}

static void
assert_state (Seeking    *fixture,
              gint64      request,
              const char *state)
{
  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpstr (file->request->state, ==, state);
}

static MukanaAssignment *
read_assignment (Seeking *fixture,
                 gint64   id)
{
  g_autoptr (MukanaAssignmentFile) file = seeking_run (fixture, &mukana_assignment_file_job, &id);

  return g_object_ref (file->assignment);
}

static gint64
count_today (Seeking           *fixture,
             MukanaWaitingKind  kind)
{
  MukanaOverview *read = seeking_run (fixture, &mukana_overview_job, NULL);
  gint64 n = read->counts[kind];

  mukana_overview_free (read);
  return n;
}

static gint64
ask (Seeking *fixture,
     gint64   request,
     gint64   person)
{
  MukanaProposing *proposing = mukana_proposing_new (request, "theme");
  g_autoptr (GArray) ids = NULL;

  mukana_proposing_except (proposing, "agreed");
  mukana_proposing_add (proposing, person, 50, FALSE);
  ids = seeking_run (fixture, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  return g_array_index (ids, gint64, 0);
}

static MukanaSettled *
cancel (Seeking         *fixture,
        const MukanaJob *job,
        gint64           id,
        const char      *attendance)
{
  g_autoptr (MukanaCancelling) asked = mukana_cancelling_new (id, attendance, "plans",
                                                              "Ryhmä siirtyi");

  return seeking_run (fixture, job, asked);
}

static void
fail (Seeking         *fixture,
      const MukanaJob *job,
      gpointer         arg,
      int              code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_store_run (fixture->place->store, job, arg, &error));
  g_assert_error (error, MUKANA_ERROR, code);
  g_assert_nonnull (mukana_error_peek_sentence (error));
}

static void
set_late_rule (Seeking *fixture)
{
  mukana_test_sql (fixture->place, "UPDATE fee_rule SET cancel_hours = 48, cancel_percent = 50");
}

/* Promises. */

static void
filled_request_looks_for_people_again (Seeking       *fixture,
                                       gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY + 30, 2);
  gint64 first = seeking_agree (fixture, request, add_person (fixture, "Aino"));
  g_autoptr (MukanaSettled) done = NULL;

  seeking_agree (fixture, request, add_person (fixture, "Eino"));
  assert_state (fixture, request, "filled");
  g_assert_cmpint (count_today (fixture, MUKANA_WAITING_REQUEST), ==, 0);
  done = cancel (fixture, &mukana_cancelling_job, first, "cancelled-person");

  assert_state (fixture, request, "searching");
  g_assert_cmpint (count_today (fixture, MUKANA_WAITING_REQUEST), ==, 1);
  seeking_run (fixture, &mukana_cancelling_undo_job, done);
  assert_state (fixture, request, "filled");
}

static void
request_that_needs_more_people_looks_for_them (Seeking       *fixture,
                                               gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY + 30, 1);
  g_autoptr (MukanaRequestFile) file = NULL;
  MukanaRequest *more;

  seeking_agree (fixture, request, add_person (fixture, "Aino"));
  file = seeking_run (fixture, &mukana_request_file_job, &request);
  more = mukana_record_with_int (file->request, "people", 2);
  g_object_unref (file->request);
  file->request = more;
  g_free (seeking_run (fixture, &mukana_request_save_job, file));

  assert_state (fixture, request, "searching");
}

static void
cancelled_request_lets_everybody_go_and_takes_them_back (Seeking       *fixture,
                                                         gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY + 5, 2), person = add_person (fixture, "Aino");
  gint64 id = seeking_agree (fixture, request, person);
  gint64 asked = ask (fixture, request, add_person (fixture, "Eino"));
  g_autoptr (MukanaSettled) done = NULL;
  g_autoptr (MukanaAssignment) off = NULL, back = NULL;
  g_autoptr (MukanaRequestFile) file = NULL;
  gint64 n_support, n_replies;

  done = cancel (fixture, &mukana_cancelling_request_job, request, "cancelled-unit");
  off = read_assignment (fixture, id);
  n_support = count_today (fixture, MUKANA_WAITING_SUPPORT);
  n_replies = count_today (fixture, MUKANA_WAITING_REPLY);
  assert_state (fixture, request, "cancelled");
  seeking_agree (fixture, add_request (fixture, TODAY + 5, 1), add_person (fixture, "Outi"));
  seeking_run (fixture, &mukana_cancelling_undo_job, done);
  back = read_assignment (fixture, id);
  file = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpuint (done->work->len, ==, 1);
  g_assert_cmpstr (off->state, ==, "cancelled");
  g_assert_cmpstr (off->attendance, ==, "cancelled-unit");
  g_assert_cmpstr (off->cancel_reason, ==, "plans");
  g_assert_cmpstr (off->cancel_words, ==, "Ryhmä siirtyi");
  g_assert_cmpint (off->notice_hours, ==, 5 * 24 + 2);   /* it is seven, and begins at nine */
  g_assert_cmpint (n_support, ==, 0);
  g_assert_cmpint (n_replies, ==, 0);
  g_assert_cmpstr (back->state, ==, "agreed");
  g_assert_null (back->attendance);
  g_assert_null (back->cancel_words);
  g_assert_cmpstr (file->request->state, ==, "searching");
  for (guint i = 0; i < file->proposals->len; i++)
    {
      const MukanaProposalRow *row = g_ptr_array_index (file->proposals, i);

      if (row->proposal->id == asked)
        g_assert_cmpstr (row->proposal->state, ==, "proposed");
    }
  g_assert_cmpint (count_today (fixture, MUKANA_WAITING_SUPPORT), >, n_support);
}

static void
request_tells_why_it_was_cancelled_although_nobody_had_agreed (Seeking       *fixture,
                                                              gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY + 5, 2);
  g_autoptr (MukanaSettled) done = NULL;
  g_autoptr (MukanaRequestFile) off = NULL, back = NULL;

  done = cancel (fixture, &mukana_cancelling_request_job, request, "cancelled-unit");
  off = seeking_run (fixture, &mukana_request_file_job, &request);
  seeking_run (fixture, &mukana_cancelling_undo_job, done);
  back = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpstr (off->request->cancel_reason, ==, "plans");
  g_assert_cmpstr (off->request->cancel_words, ==, "Ryhmä siirtyi");
  g_assert_null (back->request->cancel_reason);
  g_assert_null (back->request->cancel_words);
}

static void
request_with_somebody_agreed_is_neither_removed_nor_cancelled_unseen (Seeking       *fixture,
                                                                      gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY + 5, 1);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (MukanaSettled) done = NULL;
  MukanaRequest *cancelled;

  seeking_agree (fixture, request, add_person (fixture, "Aino"));
  file = seeking_run (fixture, &mukana_request_file_job, &request);
  cancelled = mukana_record_with_text (file->request, "state", "cancelled");
  g_object_unref (file->request);
  file->request = cancelled;
  fail (fixture, &mukana_request_save_job, file, MUKANA_ERROR_INVALID);
  fail (fixture, &mukana_request_remove_job, &request, MUKANA_ERROR_INVALID);

  done = cancel (fixture, &mukana_cancelling_request_job, request, "cancelled-unit");
  seeking_run (fixture, &mukana_request_remove_job, &request);
}

static void
day_that_has_passed_is_recorded_and_not_cancelled (Seeking       *fixture,
                                                   gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY + 1, 1);
  g_autoptr (MukanaCancelling) asked = mukana_cancelling_new (request, "cancelled-unit", NULL,
                                                              NULL);
  gint64 id = seeking_agree (fixture, request, add_person (fixture, "Aino"));
  g_autoptr (MukanaCancelling) one = mukana_cancelling_new (id, "cancelled-unit", NULL, NULL);

  mukana_clock_set_still (fixture->place->clock, mukana_day_minute_us (TODAY + 2, 600));

  fail (fixture, &mukana_cancelling_request_job, asked, MUKANA_ERROR_INVALID);
  fail (fixture, &mukana_cancelling_job, one, MUKANA_ERROR_INVALID);
}

static void
late_word_of_the_unit_is_foreseen_and_owed (Seeking       *fixture,
                                            gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 1, 1),
                             add_person (fixture, "Aino"));
  g_autoptr (MukanaSettled) foreseen = NULL, done = NULL;
  g_autoptr (MukanaAssignmentFile) owed = NULL, free = NULL;
  const MukanaSettledWork *work;

  set_late_rule (fixture);
  foreseen = seeking_run (fixture, &mukana_cancelling_foresee_job, &id);
  work = g_ptr_array_index (foreseen->work, 0);
  done = cancel (fixture, &mukana_cancelling_job, id, "cancelled-unit");
  owed = seeking_run (fixture, &mukana_assignment_file_job, &id);
  seeking_run (fixture, &mukana_cancelling_undo_job, done);
  free = seeking_run (fixture, &mukana_assignment_file_job, &id);

  g_assert_cmpint (work->notice_hours, ==, 26);
  g_assert_cmpint (work->fee_cents, >, 0);
  g_assert_cmpuint (owed->fees->len, ==, 1);
  g_assert_cmpint (((MukanaFeeLine *) owed->fees->pdata[0])->amount_cents, ==, work->fee_cents);
  g_assert_cmpuint (free->fees->len, ==, 0);
}

static void
person_who_cancels_is_owed_nothing (Seeking       *fixture,
                                    gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 1, 1),
                             add_person (fixture, "Aino"));
  g_autoptr (MukanaSettled) done = NULL;
  g_autoptr (MukanaAssignmentFile) file = NULL;

  set_late_rule (fixture);
  done = cancel (fixture, &mukana_cancelling_job, id, "cancelled-person");
  file = seeking_run (fixture, &mukana_assignment_file_job, &id);

  g_assert_cmpuint (file->fees->len, ==, 0);
  g_assert_cmpstr (file->assignment->attendance, ==, "cancelled-person");
}

/* After the day only people know how late the word was. */
static void
unknown_notice_is_asked_where_the_fee_depends_on_it (Seeking       *fixture,
                                                     gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 1, 1),
                             add_person (fixture, "Aino"));
  MukanaCompleting *completing = mukana_completing_new (id, "cancelled-unit", 0);
  g_autoptr (GPtrArray) lines = NULL;

  set_late_rule (fixture);
  mukana_clock_set_still (fixture->place->clock, mukana_day_minute_us (TODAY + 2, 600));
  fail (fixture, &mukana_completing_job, completing, MUKANA_ERROR_INVALID);
  completing->notice_hours = 3;
  lines = seeking_run (fixture, &mukana_completing_job, completing);
  mukana_completing_free (completing);

  g_assert_cmpuint (lines->len, ==, 1);
}

static void
nobody_is_brought_back_to_two_things_at_once (Seeking       *fixture,
                                              gconstpointer  data)
{
  gint64 person = add_person (fixture, "Aino");
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 5, 1), person);
  g_autoptr (MukanaSettled) done = cancel (fixture, &mukana_cancelling_job, id,
                                             "cancelled-person");
  g_autoptr (MukanaAssignment) still = NULL;

  seeking_agree (fixture, add_request (fixture, TODAY + 5, 1), person);
  fail (fixture, &mukana_cancelling_undo_job, done, MUKANA_ERROR_CONFLICT);
  still = read_assignment (fixture, id);

  g_assert_cmpstr (still->state, ==, "cancelled");
}

static void
day_of_all_is_recorded_at_once_or_not_at_all (Seeking       *fixture,
                                              gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY, 2);
  gint64 first = seeking_agree (fixture, request, add_person (fixture, "Aino"));
  gint64 second = seeking_agree (fixture, request, add_person (fixture, "Eino"));
  g_autoptr (GPtrArray) days =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_completing_free);
  g_autoptr (MukanaSettled) done = NULL;
  g_autoptr (MukanaAssignment) none = NULL, one = NULL, other = NULL, back = NULL;

  g_ptr_array_add (days, mukana_completing_new (first, "full", 120));
  g_ptr_array_add (days, mukana_completing_new (second, "full", 0));   /* without its hours */
  fail (fixture, &mukana_recording_job, days, MUKANA_ERROR_INVALID);
  none = read_assignment (fixture, first);
  ((MukanaCompleting *) days->pdata[1])->actual_minutes = 60;
  done = seeking_run (fixture, &mukana_recording_job, days);
  one = read_assignment (fixture, first);
  other = read_assignment (fixture, second);
  assert_state (fixture, request, "held");
  seeking_run (fixture, &mukana_cancelling_undo_job, done);
  back = read_assignment (fixture, second);

  g_assert_cmpstr (none->state, ==, "agreed");
  g_assert_cmpstr (one->state, ==, "held");
  g_assert_cmpint (other->actual_minutes, ==, 60);
  g_assert_cmpint (((MukanaSettledWork *) done->work->pdata[0])->fee_cents, >, 0);
  g_assert_cmpstr (back->state, ==, "agreed");
  g_assert_cmpint (back->actual_minutes, ==, 0);
  assert_state (fixture, request, "filled");
}

/* Returns: yours, what takes the recording of the one day back */
static MukanaSettled *
record_day (Seeking    *fixture,
            gint64      id,
            const char *attendance,
            gint64      minutes)
{
  g_autoptr (GPtrArray) days =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_completing_free);

  g_ptr_array_add (days, mukana_completing_new (id, attendance, minutes));
  return seeking_run (fixture, &mukana_recording_job, days);
}

static void
day_recorded_again_is_taken_back_to_what_was_recorded_first (Seeking       *fixture,
                                                             gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY, 1);
  gint64 id = seeking_agree (fixture, request, add_person (fixture, "Aino"));
  g_autoptr (MukanaSettled) first = record_day (fixture, id, "full", 120);
  g_autoptr (MukanaAssignmentFile) recorded = seeking_run (fixture, &mukana_assignment_file_job,
                                                           &id);
  g_autoptr (MukanaSettled) second = record_day (fixture, id, "no-show", 0);
  g_autoptr (MukanaAssignmentFile) wrong = seeking_run (fixture, &mukana_assignment_file_job, &id);
  g_autoptr (MukanaAssignmentFile) back = NULL;

  seeking_run (fixture, &mukana_cancelling_undo_job, second);
  back = seeking_run (fixture, &mukana_assignment_file_job, &id);

  g_assert_cmpstr (wrong->assignment->attendance, ==, "no-show");
  g_assert_cmpstr (back->assignment->state, ==, "held");
  g_assert_cmpstr (back->assignment->attendance, ==, "full");
  g_assert_cmpint (back->assignment->actual_minutes, ==, 120);
  g_assert_cmpint (back->assignment->completed_on, ==, recorded->assignment->completed_on);
  g_assert_cmpuint (back->fees->len, ==, recorded->fees->len);
  for (guint i = 0; i < back->fees->len; i++)
    {
      MukanaFeeLine *line = g_ptr_array_index (back->fees, i);
      MukanaFeeLine *was = g_ptr_array_index (recorded->fees, i);

      g_assert_cmpint (line->amount_cents, ==, was->amount_cents);
      g_assert_cmpstr (line->calculation, ==, was->calculation);
    }
  assert_state (fixture, request, "held");
}

static void
lines_come_back_at_the_price_that_they_had (Seeking       *fixture,
                                            gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY, 1),
                             add_person (fixture, "Aino"));
  g_autoptr (MukanaSettled) first = record_day (fixture, id, "full", 120);
  g_autoptr (MukanaSettled) second = NULL;
  g_autoptr (MukanaAssignmentFile) back = NULL;

  mukana_test_sql (fixture->place, "UPDATE fee_line SET amount_cents = 12345");
  second = record_day (fixture, id, "full", 180);
  seeking_run (fixture, &mukana_cancelling_undo_job, second);
  back = seeking_run (fixture, &mukana_assignment_file_job, &id);

  g_assert_cmpint (MUKANA_FEE_LINE (g_ptr_array_index (back->fees, 0))->amount_cents, ==, 12345);
}

static void
what_was_recorded_a_third_time_is_not_taken_back_twice (Seeking       *fixture,
                                                        gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY, 1),
                             add_person (fixture, "Aino"));
  g_autoptr (MukanaSettled) first = record_day (fixture, id, "full", 120);
  g_autoptr (MukanaSettled) second = record_day (fixture, id, "full", 180);
  g_autoptr (MukanaSettled) third = record_day (fixture, id, "part", 60);
  g_autoptr (MukanaAssignment) still = NULL;

  fail (fixture, &mukana_cancelling_undo_job, second, MUKANA_ERROR_CONFLICT);
  still = read_assignment (fixture, id);

  g_assert_cmpint (still->actual_minutes, ==, 60);
}

static void
demand_of_a_request_reaches_what_was_agreed (Seeking       *fixture,
                                             gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY + 5, 2);
  gint64 id = seeking_agree (fixture, request, add_person (fixture, "Aino"));
  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request);
  MukanaRequest *changed = mukana_record_with_int (file->request, "is-demanding", TRUE);
  g_autoptr (MukanaAssignment) later = NULL, before = read_assignment (fixture, id);
  g_autoptr (MukanaAssignment) after = NULL;

  g_object_unref (file->request);
  file->request = changed;
  g_free (seeking_run (fixture, &mukana_request_save_job, file));
  after = read_assignment (fixture, id);
  later = read_assignment (fixture, seeking_agree (fixture, request,
                                                   add_person (fixture, "Eino")));

  g_assert_false (before->is_demanding);
  g_assert_true (after->is_demanding);
  g_assert_true (later->is_demanding);
}

/* ---- What holds no more ---- */

static guint
read_warnings (Seeking *fixture,
               gint64   id)
{
  g_autoptr (MukanaAssignmentFile) file = seeking_run (fixture, &mukana_assignment_file_job, &id);

  return file->warnings;
}

static void
week_that_has_no_room_any_more_is_told (Seeking       *fixture,
                                        gconstpointer  data)
{
  gint64 person = add_person (fixture, "Aino"), other = add_person (fixture, "Eino");
  gint64 free = seeking_agree (fixture, add_request (fixture, REQUEST_DAY, 1), person);
  gint64 never = seeking_agree (fixture, add_request (fixture, REQUEST_DAY + 1, 1), other);
  MukanaFreeTime *times[2];
  guint before = read_warnings (fixture, free), after;

  for (guint i = 0; i < 2; i++)
    {
      times[i] = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);
      mukana_record_init_int (times[i], "weekday", 1);
      mukana_record_init_int (times[i], "start-minute", 600);
      mukana_record_init_int (times[i], "end-minute", 700);
      seeking_set_part (fixture, i == 0 ? person : other, "times", times[i]);
    }
  after = read_warnings (fixture, free);

  g_assert_cmpuint (before, ==, 0);
  g_assert_cmpuint (after, ==, MUKANA_TIMETABLE_WEEK_FULL);
  g_assert_cmpuint (read_warnings (fixture, never), ==, 0);
  g_assert_cmpint (count_today (fixture, MUKANA_WAITING_WARNING), ==, 1);
}

static void
training_that_was_taken_away_is_told (Seeking       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Koulutus", 2, 9);
  MukanaCredential *training = g_object_new (MUKANA_TYPE_CREDENTIAL, NULL);
  gint64 person = add_person (fixture, "Aino"), request, had, never;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  MukanaPartsChange *change = mukana_parts_change_new (person, "credentials", none);

  mukana_record_init_int (file->request, "needs-training", TRUE);
  request = seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
  mukana_record_init_text (training, "kind", "training");
  seeking_set_part (fixture, person, "credentials", training);
  had = seeking_agree (fixture, request, person);
  never = seeking_agree (fixture, request, add_person (fixture, "Eino"));
  g_assert_cmpuint (read_warnings (fixture, had), ==, 0);
  seeking_run (fixture, &mukana_person_parts_job, change);
  mukana_parts_change_free (change);

  g_assert_cmpuint (read_warnings (fixture, had), ==, MUKANA_TIMETABLE_CHECK_GONE);
  g_assert_cmpuint (read_warnings (fixture, never), ==, 0);
}

static void
theme_that_may_not_be_used_any_more_is_told (Seeking       *fixture,
                                             gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, REQUEST_DAY, 1),
                             add_person (fixture, "Aino"));

  g_assert_cmpuint (read_warnings (fixture, id), ==, 0);
  mukana_test_sql (fixture->place, "UPDATE consent SET withdrawn_at = 1, withdrawn_on = "
                                   "'2026-11-23' WHERE purpose = 'theme'");

  g_assert_cmpuint (read_warnings (fixture, id), ==, MUKANA_TIMETABLE_NO_THEME);
}

static void
work_of_a_request_that_was_taken_away_is_told (Seeking       *fixture,
                                               gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, REQUEST_DAY, 1),
                             add_person (fixture, "Aino"));

  /* As older programs have left it. */
  mukana_test_sql (fixture->place, "UPDATE request SET state = 'cancelled'");

  g_assert_cmpuint (read_warnings (fixture, id), ==, MUKANA_TIMETABLE_REQUEST_OFF);
}

static void
yes_of_somebody_who_is_away_or_busy_asks_why (Seeking       *fixture,
                                              gconstpointer  data)
{
  gint64 person = add_person (fixture, "Aino");
  gint64 proposal = ask (fixture, add_request (fixture, TODAY + 5, 1), person);
  MukanaAnswering *answering = mukana_answering_new (proposal, "accepted", NULL, NULL);
  MukanaAbsence *away = g_object_new (MUKANA_TYPE_ABSENCE, NULL);
  g_autoptr (GArray) agreed = NULL;
  g_autoptr (MukanaAssignment) old = NULL, moved = NULL;

  mukana_test_sql (fixture->place, "INSERT INTO busy_time (person_id, source, day, start_minute, "
                                   "end_minute) SELECT id, 'x', '2026-11-28', 600, 630 "
                                   "FROM person");
  fail (fixture, &mukana_answering_job, answering, MUKANA_ERROR_CONFLICT);
  answering->clash_reason = g_strdup ("Kokous siirtyi");
  agreed = seeking_run (fixture, &mukana_answering_job, answering);
  mukana_answering_free (answering);

  mukana_record_init_int (away, "from-day", TODAY + 9);
  mukana_record_init_int (away, "last-day", TODAY + 10);
  seeking_set_part (fixture, person, "absences", away);
  old = read_assignment (fixture, g_array_index (agreed, gint64, 0));
  g_assert_cmpstr (old->clash_reason, ==, "Kokous siirtyi");
  moved = mukana_record_with_int (old, "day", TODAY + 10);
  mukana_record_init_text (moved, "clash-reason", NULL);
  fail (fixture, &mukana_supporting_move_job, moved, MUKANA_ERROR_CONFLICT);
}

static void
reason_of_the_old_time_does_not_go_with_a_move (Seeking       *fixture,
                                                gconstpointer  data)
{
  gint64 person = add_person (fixture, "Aino"), id;
  g_autoptr (MukanaAssignment) old = NULL, moved = NULL, after = NULL;

  id = seeking_agree (fixture, add_request (fixture, TODAY + 5, 1), person);
  mukana_test_sql (fixture->place, "UPDATE assignment SET clash_reason = 'Toinen on etänä'");
  old = read_assignment (fixture, id);
  moved = mukana_record_with_int (old, "day", TODAY + 12);
  seeking_run (fixture, &mukana_supporting_move_job, moved);
  after = read_assignment (fixture, id);

  g_assert_null (after->clash_reason);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/cancelling/" #name, Seeking, NULL, seeking_set_up, name, seeking_tear_down)
  ADD (filled_request_looks_for_people_again);
  ADD (request_that_needs_more_people_looks_for_them);
  ADD (cancelled_request_lets_everybody_go_and_takes_them_back);
  ADD (request_tells_why_it_was_cancelled_although_nobody_had_agreed);
  ADD (request_with_somebody_agreed_is_neither_removed_nor_cancelled_unseen);
  ADD (day_that_has_passed_is_recorded_and_not_cancelled);
  ADD (late_word_of_the_unit_is_foreseen_and_owed);
  ADD (person_who_cancels_is_owed_nothing);
  ADD (unknown_notice_is_asked_where_the_fee_depends_on_it);
  ADD (nobody_is_brought_back_to_two_things_at_once);
  ADD (day_of_all_is_recorded_at_once_or_not_at_all);
  ADD (day_recorded_again_is_taken_back_to_what_was_recorded_first);
  ADD (lines_come_back_at_the_price_that_they_had);
  ADD (what_was_recorded_a_third_time_is_not_taken_back_twice);
  ADD (demand_of_a_request_reaches_what_was_agreed);
  ADD (week_that_has_no_room_any_more_is_told);
  ADD (training_that_was_taken_away_is_told);
  ADD (theme_that_may_not_be_used_any_more_is_told);
  ADD (work_of_a_request_that_was_taken_away_is_told);
  ADD (yes_of_somebody_who_is_away_or_busy_asks_why);
  ADD (reason_of_the_old_time_does_not_go_with_a_move);

  return g_test_run ();
}
