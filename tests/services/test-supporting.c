/* test-supporting.c: what somebody needs to take part becomes tasks, which follow the assignment
 * and are shown to those who arrange them. */

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "seeking-kit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-journaling.h"
#include "services/mukana-overview.h"
#include "services/mukana-proposing.h"
#include "services/mukana-remembering.h"
#include "services/mukana-supporting.h"
#include "services/mukana-volunteering.h"
#include "store/mukana-record-io.h"

#define TODAY MUKANA_TEST_TODAY

static gint64
add_person (Seeking    *fixture,
            const char *kinds)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, "Aino", "Korpi");
  mukana_record_init_text (person, "support-kinds", kinds);
  return seeking_add_person (fixture, person, 8 * 60);
}

static gint64
add_request (Seeking   *fixture,
             MukanaDay  day,
             gboolean   is_demanding)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Työpaja", 2, 9);

  mukana_record_init_int (file->request, "meets-clients", is_demanding);
  mukana_record_init_int (g_ptr_array_index (file->times, 0), "day", day);
  return seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
}

static GPtrArray *
list (Seeking *fixture)
{
  return seeking_run (fixture, &mukana_supporting_list_job, NULL);
}

static MukanaSupportTask *
find (GPtrArray  *tasks,
      const char *kind)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_str_equal (((MukanaSupportTask *) g_ptr_array_index (tasks, i))->kind, kind))
      return g_ptr_array_index (tasks, i);

  return NULL;
}

static void
assert_kinds (Seeking    *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) tasks = list (fixture);
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "",
                            ((MukanaSupportTask *) g_ptr_array_index (tasks, i))->kind);
  g_assert_cmpstr (kinds->str, ==, expected);
}

static void
complete (Seeking    *fixture,
          gint64      assignment,
          const char *attendance,
          int         minutes)
{
  MukanaCompleting *completing = mukana_completing_new (assignment, attendance, minutes);

  g_ptr_array_unref (seeking_run (fixture, &mukana_completing_job, completing));
  mukana_completing_free (completing);
}

static MukanaAssignment *
read_assignment (Seeking *fixture,
                 gint64   id)
{
  g_autoptr (MukanaAssignmentFile) file = seeking_run (fixture, &mukana_assignment_file_job, &id);

  return g_object_ref (file->assignment);
}

static gint64
count_on_today (Seeking *fixture)
{
  MukanaOverview *read = seeking_run (fixture, &mukana_overview_job, NULL);
  gint64 n = read->counts[MUKANA_WAITING_SUPPORT];

  mukana_overview_free (read);
  return n;
}

static guint
count_looks (Seeking    *fixture,
             gint64      person,
             const char *action)
{
  g_autoptr (GPtrArray) rows = seeking_run (fixture, &mukana_journal_of_person_job, &person);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_str_equal (((MukanaJournalRow *) g_ptr_array_index (rows, i))->action, action);
  return n;
}

/* Promises. */

static void
reading_what_is_arranged_for_somebody_is_a_look_at_them (Seeking       *fixture,
                                                         gconstpointer  data)
{
  gint64 person = add_person (fixture, "interpreter");
  gint64 assignment = seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE), person);
  g_autoptr (MukanaAssignmentFile) file = NULL;
  guint n_before = count_looks (fixture, person, "looking.assignment");

  file = seeking_run (fixture, &mukana_assignment_file_job, &assignment);
  /* Through the writers' queue, in which the look is. */
  complete (fixture, assignment, "cancelled-unit", 0);

  g_assert_cmpuint (count_looks (fixture, person, "looking.assignment"), ==, n_before + 1);
}

static void
each_need_becomes_a_task_with_its_own_day (Seeking       *fixture,
                                           gconstpointer  data)
{
  gint64 person = add_person (fixture, "interpreter ticket childcare");
  g_autoptr (GPtrArray) tasks = NULL;

  seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE), person);

  tasks = list (fixture);
  g_assert_cmpuint (tasks->len, ==, 3);
  g_assert_cmpint (find (tasks, "interpreter")->due_on, ==, TODAY + 16);
  g_assert_cmpint (find (tasks, "ticket")->due_on, ==, TODAY + 23);
  g_assert_cmpint (find (tasks, "childcare")->due_on, ==, TODAY + 23);
}

static gboolean
decide (Seeking    *fixture,
        const char *days)
{
  MukanaSetting *setting = mukana_setting_new (MUKANA_SUPPORT_DAYS, days);
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, &mukana_setting_set_job, setting, &error);
  mukana_setting_free (setting);
  if (error != NULL)
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  return error == NULL;
}

static void
county_decides_how_long_before (Seeking       *fixture,
                                gconstpointer  data)
{
  gint64 person = add_person (fixture, "interpreter ticket");
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  gint64 id;

  g_assert_true (decide (fixture, "21 3 5"));
  id = seeking_agree (fixture, add_request (fixture, TODAY + 30, TRUE), person);
  tasks = list (fixture);
  g_assert_cmpint (find (tasks, "interpreter")->due_on, ==, TODAY + 30 - 21);
  g_assert_cmpint (find (tasks, "ticket")->due_on, ==, TODAY + 30 - 3);

  mukana_clock_set_still (fixture->place->clock, mukana_day_minute_us (TODAY + 31, 600));
  complete (fixture, id, "full", 120);
  moved = list (fixture);
  g_assert_cmpint (find (moved, MUKANA_SUPPORT_DEBRIEFING)->due_on, ==, TODAY + 30 + 5);
}

static void
days_that_cannot_be_counted_are_refused (Seeking       *fixture,
                                         gconstpointer  data)
{
  static const char * const wrong[] = { "soon", "14", "14 7", "14 7 7 7", "14 7 -1", "14 7 91",
                                        "14  7 7" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (decide (fixture, wrong[i]));

  seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE),
                 add_person (fixture, "interpreter"));
  g_autoptr (GPtrArray) tasks = list (fixture);
  g_assert_cmpint (find (tasks, "interpreter")->due_on, ==, TODAY + 16);
}

static void
no_task_is_due_in_the_past (Seeking       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GPtrArray) tasks = NULL;

  seeking_agree (fixture, add_request (fixture, TODAY + 5, FALSE),
                 add_person (fixture, "interpreter"));

  tasks = list (fixture);
  g_assert_cmpint (find (tasks, "interpreter")->due_on, ==, TODAY);
}

static void
who_needs_nothing_has_no_tasks (Seeking       *fixture,
                                gconstpointer  data)
{
  seeking_agree (fixture, add_request (fixture, TODAY + 30, TRUE), add_person (fixture, NULL));

  assert_kinds (fixture, "");
}

static void
done_is_taken_back (Seeking       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  gint64 id;

  seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE),
                 add_person (fixture, "quiet-room"));
  tasks = list (fixture);
  id = find (tasks, "quiet-room")->id;

  seeking_run (fixture, &mukana_supporting_done_job, &id);
  assert_kinds (fixture, "");
  seeking_run (fixture, &mukana_supporting_undone_job, &id);
  assert_kinds (fixture, "quiet-room");
}

static void
tasks_go_with_a_cancelled_assignment (Seeking       *fixture,
                                      gconstpointer  data)
{
  gint64 person = add_person (fixture, "interpreter ticket");
  gint64 assignment = seeking_agree (fixture, add_request (fixture, TODAY + 30, TRUE), person);

  complete (fixture, assignment, "cancelled-unit", 0);

  assert_kinds (fixture, "");
}

static void
tasks_move_with_the_day_and_back (Seeking       *fixture,
                                  gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE),
                             add_person (fixture, "interpreter"));
  g_autoptr (MukanaAssignment) before = read_assignment (fixture, id);
  g_autoptr (MukanaAssignment) moved = mukana_record_with_int (before, "day", TODAY + 40);
  g_autoptr (MukanaAssignment) back = mukana_record_with_int (before, "version",
                                                              before->version + 1);
  g_autoptr (GPtrArray) tasks = NULL, again = NULL;
  g_autoptr (MukanaAssignment) after = NULL;

  mukana_record_init_int (moved, "end-minute", 12 * 60);
  seeking_run (fixture, &mukana_supporting_move_job, moved);
  tasks = list (fixture);
  after = read_assignment (fixture, id);
  g_assert_cmpint (find (tasks, "interpreter")->due_on, ==, TODAY + 26);
  g_assert_cmpint (after->day, ==, TODAY + 40);
  g_assert_cmpint (after->planned_minutes, ==, before->planned_minutes + 60);

  seeking_run (fixture, &mukana_supporting_move_job, back);
  again = list (fixture);
  g_assert_cmpint (find (again, "interpreter")->due_on, ==, TODAY + 16);
}

static void
assignment_moves_onto_another_only_with_a_reason (Seeking       *fixture,
                                                  gconstpointer  data)
{
  gint64 person = add_person (fixture, NULL);
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE), person);
  g_autoptr (MukanaAssignment) before = read_assignment (fixture, id);
  g_autoptr (MukanaAssignment) moved = mukana_record_with_int (before, "day", TODAY + 31);
  g_autoptr (MukanaAssignment) past = mukana_record_with_int (before, "day", TODAY - 1);
  g_autoptr (GError) error = NULL, past_error = NULL;

  seeking_agree (fixture, add_request (fixture, TODAY + 31, FALSE), person);

  mukana_store_run (fixture->place->store, &mukana_supporting_move_job, moved, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  mukana_store_run (fixture->place->store, &mukana_supporting_move_job, past, &past_error);
  g_assert_error (past_error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  mukana_record_init_text (moved, "clash-reason", "Toinen on etänä");
  seeking_run (fixture, &mukana_supporting_move_job, moved);
}

static void
assignment_moves_onto_a_shift_only_with_a_reason (Seeking       *fixture,
                                                  gconstpointer  data)
{
  gint64 person = add_person (fixture, NULL);
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE), person);
  g_autoptr (MukanaAssignment) before = read_assignment (fixture, id);
  g_autoptr (MukanaAssignment) moved = mukana_record_with_int (before, "day", TODAY + 31);
  g_autoptr (MukanaAssignment) after = NULL;
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  seeking_give_shift (fixture, person, TODAY + 31, (int) before->end_minute - 30,
                      (int) before->end_minute + 60);
  mukana_store_run (fixture->place->store, &mukana_supporting_move_job, moved, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  told = mukana_error_add_detail (error, mukana_error_peek_sentence (error));
  mukana_record_init_text (moved, "clash-reason", "Toinen jatkaa");
  seeking_run (fixture, &mukana_supporting_move_job, moved);
  after = read_assignment (fixture, id);

  g_assert_nonnull (strstr (told, "Sairaalan aula"));
  g_assert_null (strstr (error->message, "Sairaalan aula"));   /* the log knows no place */
  g_assert_cmpint (after->day, ==, TODAY + 31);
  g_assert_cmpstr (after->clash_reason, ==, "Toinen jatkaa");
}

static void
shift_is_given_onto_no_agreed_work (Seeking       *fixture,
                                    gconstpointer  data)
{
  gint64 person = add_person (fixture, NULL);
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE), person);
  g_autoptr (MukanaAssignment) work = read_assignment (fixture, id);
  g_autoptr (MukanaShift) shift = g_object_new (MUKANA_TYPE_SHIFT, NULL);
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) error = NULL;

  seeking_give_shift (fixture, person, TODAY + 30, (int) work->end_minute,
                      (int) work->end_minute + 60);   /* right after it */
  mukana_record_init_int (shift, "point-id", 1);
  mukana_record_init_int (shift, "person-id", person);
  mukana_record_init_int (shift, "day", work->day);
  mukana_record_init_int (shift, "start-minute", work->start_minute - 60);
  mukana_record_init_int (shift, "end-minute", work->start_minute + 1);
  mukana_store_run (fixture->place->store, &mukana_shift_add_job, shift, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_nonnull (mukana_issues_find (mukana_error_get_issues (error), "person-id"));
}

static void
agreeing_onto_a_shift_needs_a_reason (Seeking       *fixture,
                                      gconstpointer  data)
{
  gint64 person = add_person (fixture, NULL);
  gint64 request = add_request (fixture, TODAY + 30, FALSE);
  MukanaProposing *proposing = mukana_proposing_new (request, "theme");
  MukanaAnswering *answering;
  g_autoptr (GArray) proposals = NULL, agreed = NULL;
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  mukana_proposing_except (proposing, "agreed");
  mukana_proposing_add (proposing, person, 50, FALSE);
  proposals = seeking_run (fixture, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  seeking_give_shift (fixture, person, TODAY + 30, 8 * 60, 20 * 60);
  answering = mukana_answering_new (g_array_index (proposals, gint64, 0), "accepted", NULL, NULL);
  mukana_store_run (fixture->place->store, &mukana_answering_job, answering, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  told = mukana_error_add_detail (error, mukana_error_peek_sentence (error));
  answering->clash_reason = g_strdup ("Päivystäjä tuuraa");
  agreed = seeking_run (fixture, &mukana_answering_job, answering);
  mukana_answering_free (answering);

  g_assert_nonnull (strstr (told, "Sairaalan aula, "));
  g_assert_nonnull (strstr (told, "8:00–20:00"));
  g_assert_cmpuint (agreed->len, ==, 1);
}

static void
tasks_follow_what_the_person_needs_now (Seeking       *fixture,
                                        gconstpointer  data)
{
  gint64 id = add_person (fixture, "interpreter ticket");
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (MukanaPersonFile) file = NULL;
  g_autoptr (MukanaPerson) changed = NULL;
  gint64 done;

  seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE), id);
  tasks = list (fixture);
  done = find (tasks, "ticket")->id;
  seeking_run (fixture, &mukana_supporting_done_job, &done);

  file = seeking_run (fixture, &mukana_person_file_job, &id);
  changed = mukana_record_with_text (file->person, "support-kinds", "assistant");
  g_free (seeking_run (fixture, &mukana_person_save_job, changed));
  assert_kinds (fixture, "assistant");

  seeking_run (fixture, &mukana_supporting_undone_job, &done);   /* what was arranged was kept */
  assert_kinds (fixture, "assistant ticket");
}

static void
demanding_work_is_followed_by_a_debriefing (Seeking       *fixture,
                                            gconstpointer  data)
{
  gint64 person = add_person (fixture, NULL);
  gint64 demanding = seeking_agree (fixture, add_request (fixture, TODAY, TRUE), person);
  g_autoptr (GPtrArray) tasks = NULL;

  complete (fixture, demanding, "full", 120);
  complete (fixture, demanding, "full", 180);   /* recorded again: still one */

  tasks = list (fixture);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpint (find (tasks, "debriefing")->due_on, ==, TODAY + 7);
  complete (fixture, demanding, "no-show", 0);
  assert_kinds (fixture, "");
}

/* Says of one assignment alone whether it is demanding. */
static void
say_demanding (Seeking  *fixture,
               gint64    id,
               gboolean  is_demanding)
{
  g_autoptr (MukanaAssignmentFile) file = seeking_run (fixture, &mukana_assignment_file_job, &id);
  g_autoptr (MukanaAssignment) wanted = mukana_record_with_int (file->assignment, "is-demanding",
                                                                is_demanding);

  mukana_record_init_int (wanted, "demand-is-own", TRUE);
  seeking_run (fixture, &mukana_supporting_demand_job, wanted);
}

static void
one_assignment_is_demanding_before_or_after_its_day (Seeking       *fixture,
                                                     gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY, FALSE);
  gint64 first = seeking_agree (fixture, request, add_person (fixture, NULL));

  say_demanding (fixture, first, TRUE);
  assert_kinds (fixture, "");
  complete (fixture, first, "full", 120);
  assert_kinds (fixture, "debriefing");
  say_demanding (fixture, first, FALSE);
  assert_kinds (fixture, "");
  say_demanding (fixture, first, TRUE);
  assert_kinds (fixture, "debriefing");
}

static void
what_is_said_of_one_assignment_outlives_a_change_of_its_request (Seeking       *fixture,
                                                                 gconstpointer  data)
{
  gint64 request = add_request (fixture, TODAY + 5, FALSE);
  gint64 said = seeking_agree (fixture, request, add_person (fixture, NULL));
  gint64 other = seeking_agree (fixture, request, add_person (fixture, "ticket"));
  g_autoptr (MukanaAssignmentFile) of_said = NULL, of_other = NULL;

  say_demanding (fixture, said, FALSE);
  for (int is_demanding = 1; is_demanding >= 0; is_demanding--)
    {
      g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job,
                                                        &request);
      MukanaRequest *changed = mukana_record_with_int (file->request, "is-demanding",
                                                       is_demanding);

      g_object_unref (file->request);
      file->request = changed;
      g_free (seeking_run (fixture, &mukana_request_save_job, file));
      if (is_demanding)
        say_demanding (fixture, said, TRUE);
    }
  of_said = seeking_run (fixture, &mukana_assignment_file_job, &said);
  of_other = seeking_run (fixture, &mukana_assignment_file_job, &other);

  g_assert_true (of_said->assignment->is_demanding);
  g_assert_false (of_other->assignment->is_demanding);
}

static void
nothing_is_said_of_cancelled_work (Seeking       *fixture,
                                   gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY, FALSE),
                             add_person (fixture, NULL));
  g_autoptr (MukanaAssignmentFile) file = NULL;
  g_autoptr (MukanaAssignment) wanted = NULL;
  g_autoptr (GError) error = NULL;

  complete (fixture, id, "cancelled-unit", 0);
  file = seeking_run (fixture, &mukana_assignment_file_job, &id);
  wanted = mukana_record_with_int (file->assignment, "is-demanding", TRUE);
  mukana_store_run (fixture->place->store, &mukana_supporting_demand_job, wanted, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
}

static void
light_work_asks_for_no_debriefing (Seeking       *fixture,
                                   gconstpointer  data)
{
  complete (fixture, seeking_agree (fixture, add_request (fixture, TODAY, FALSE),
                                    add_person (fixture, NULL)), "full", 120);

  assert_kinds (fixture, "");
}

static void
today_shows_what_is_due_within_a_week (Seeking       *fixture,
                                       gconstpointer  data)
{
  gint64 person = add_person (fixture, "ticket");

  seeking_agree (fixture, add_request (fixture, TODAY + 30, FALSE), person);
  g_assert_cmpint (count_on_today (fixture), ==, 0);
  seeking_agree (fixture, add_request (fixture, TODAY + 14, FALSE), person);
  g_assert_cmpint (count_on_today (fixture), ==, 1);
}

static void
tasks_of_who_has_left_the_register_are_not_shown (Seeking       *fixture,
                                                  gconstpointer  data)
{
  gint64 person = add_person (fixture, "ticket");
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "register", NULL, "phone");

  seeking_agree (fixture, add_request (fixture, TODAY + 10, FALSE), person);
  g_assert_cmpint (count_on_today (fixture), ==, 1);
  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  assert_kinds (fixture, "");
  g_assert_cmpint (count_on_today (fixture), ==, 0);
}

static gpointer
appoint_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  mukana_db_run (db, "users.put", error, mukana_text ("name", mukana_db_peek_actor (db)),
                 mukana_text ("role", arg), mukana_int ("sees_article_10", 0),
                 mukana_day ("added_on", mukana_db_today (db)), mukana_text ("added_by", "testi"));
  return NULL;
}

static void
nobody_else_sees_what_is_to_be_arranged (Seeking       *fixture,
                                         gconstpointer  data)
{
  gint64 id = seeking_agree (fixture, add_request (fixture, TODAY + 10, FALSE),
                             add_person (fixture, "ticket"));
  g_autoptr (MukanaAssignmentFile) file = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_write (fixture->place, appoint_run, (gpointer) "fees");

  g_assert_null (mukana_store_run (fixture->place->store, &mukana_supporting_list_job, NULL,
                                   &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpint (count_on_today (fixture), ==, 0);
  file = seeking_run (fixture, &mukana_assignment_file_job, &id);
  g_assert_cmpuint (file->support->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/supporting/" #name, Seeking, NULL, seeking_set_up, name, seeking_tear_down)
  ADD (reading_what_is_arranged_for_somebody_is_a_look_at_them);
  ADD (each_need_becomes_a_task_with_its_own_day);
  ADD (county_decides_how_long_before);
  ADD (days_that_cannot_be_counted_are_refused);
  ADD (no_task_is_due_in_the_past);
  ADD (who_needs_nothing_has_no_tasks);
  ADD (done_is_taken_back);
  ADD (tasks_go_with_a_cancelled_assignment);
  ADD (tasks_move_with_the_day_and_back);
  ADD (assignment_moves_onto_another_only_with_a_reason);
  ADD (assignment_moves_onto_a_shift_only_with_a_reason);
  ADD (shift_is_given_onto_no_agreed_work);
  ADD (agreeing_onto_a_shift_needs_a_reason);
  ADD (tasks_follow_what_the_person_needs_now);
  ADD (demanding_work_is_followed_by_a_debriefing);
  ADD (one_assignment_is_demanding_before_or_after_its_day);
  ADD (what_is_said_of_one_assignment_outlives_a_change_of_its_request);
  ADD (nothing_is_said_of_cancelled_work);
  ADD (light_work_asks_for_no_debriefing);
  ADD (today_shows_what_is_due_within_a_week);
  ADD (tasks_of_who_has_left_the_register_are_not_shown);
  ADD (nobody_else_sees_what_is_to_be_arranged);

  return g_test_run ();
}
