/* test-withdrawal.c: whoever withdraws is gone at once, everywhere, and stays gone.
 *
 * The person page over a list of valid consents, with a matching answer and a
 * late reading of the list on their way: the walk of one datum, with real
 * widgets on a real register.
 */

#include <adwaita.h>

#include "kit/mukana-test-window.h"
#include "services/mukana-consenting.h"
#include "services/mukana-listing.h"
#include "services/mukana-matching.h"
#include "services/mukana-registering.h"
#include "ui/app/mukana-day-watch.h"
#include "ui/people/mukana-people-page.h"
#include "ui/people/mukana-person-page.h"

#define N_PEOPLE 5

typedef struct
{
  MukanaTestWindow  window;
  gint64            ids[N_PEOPLE];
  gint64            request_id;
  MukanaMatcher    *matcher;
  MukanaRowModel   *model;
  MukanaPersonPage *page;
} Fixture;

static void
run_job (Fixture         *fixture,
         const MukanaJob *job,
         gpointer         arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (fixture->window.place->store, job, arg, &error);

  g_assert_no_error (error);
  if (result != NULL && job->free_result != NULL)
    job->free_result (result);
}

static void
give (Fixture    *fixture,
      gint64      id,
      const char *purpose,
      const char *theme_id)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme_id);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  mukana_record_init_int (consent, "expires-on", MUKANA_TEST_TODAY + 300);
  mukana_record_init_int (consent, "withdrawn-on", MUKANA_DAY_NONE);
  run_job (fixture, &mukana_consenting_give_job, consent);
}

static const char *
peek_theme (Fixture *fixture)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (fixture->window.context);
  GPtrArray *themes = mukana_lexicon_peek_all (words, MUKANA_LEXICON_THEME);

  return mukana_lexicon_peek_code (g_ptr_array_index (themes, themes->len - 1));
}

static void
add_person (Fixture *fixture,
            guint    number)
{
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaExperience *experience = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaPartsChange *change;
  gint64 id = mukana_test_add_person (fixture->window.place, number);

  mukana_record_init_text (experience, "theme-id", peek_theme (fixture));
  mukana_record_init_text (experience, "perspective", "own");
  g_ptr_array_add (themes, experience);
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      MukanaFreeTime *time = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);

      mukana_record_init_int (time, "weekday", weekday);
      mukana_record_init_int (time, "start-minute", 8 * 60);
      mukana_record_init_int (time, "end-minute", 20 * 60);
      mukana_record_init_int (time, "valid-from", MUKANA_DAY_NONE);
      mukana_record_init_int (time, "valid-until", MUKANA_DAY_NONE);
      g_ptr_array_add (times, time);
    }

  give (fixture, id, "theme", peek_theme (fixture));
  change = mukana_parts_change_new (id, "themes", themes);
  run_job (fixture, &mukana_person_parts_job, change);
  mukana_parts_change_free (change);
  change = mukana_parts_change_new (id, "times", times);
  run_job (fixture, &mukana_person_parts_job, change);
  mukana_parts_change_free (change);
  give (fixture, id, "register", NULL);
  give (fixture, id, "matching", NULL);
  fixture->ids[number] = id;
}

static void
add_request (Fixture *fixture)
{
  MukanaRequestFile *file = mukana_request_file_new ();
  MukanaRequestTime *slot = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  MukanaRequestTheme *theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  g_clear_object (&file->request);
  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Workshop");
  mukana_record_init_text (file->request, "state", "searching");
  mukana_record_init_text (file->request, "mode", "remote");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", 2);
  mukana_record_init_int (file->request, "decide-by", MUKANA_DAY_NONE);
  mukana_record_init_int (slot, "day", MUKANA_TEST_TODAY + 21);
  mukana_record_init_int (slot, "start-minute", 12 * 60);
  mukana_record_init_int (slot, "end-minute", 14 * 60);
  mukana_record_init_text (theme, "theme-id", peek_theme (fixture));
  mukana_record_init_int (theme, "weight", 5);
  g_ptr_array_add (file->times, slot);
  g_ptr_array_add (file->themes, theme);
  id = mukana_store_run (fixture->window.place->store, &mukana_request_save_job, file, &error);
  g_assert_no_error (error);
  fixture->request_id = *id;
  mukana_request_file_free (file);
}

static gboolean
list_is_full (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((Fixture *) data)->model)) == N_PEOPLE;
}

static gboolean
person_is_read (gpointer data)
{
  return mukana_person_page_peek_file (((Fixture *) data)->page) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  MukanaPeoplePage *people;

  mukana_test_window_open (&fixture->window);
  for (guint i = 0; i < N_PEOPLE; i++)
    add_person (fixture, i);
  add_request (fixture);
  fixture->matcher = mukana_matcher_new (fixture->window.place->store);

  mukana_window_show_page (fixture->window.window, "people", 0);
  people = MUKANA_PEOPLE_PAGE (mukana_window_get_page (fixture->window.window));
  fixture->model = mukana_row_list_get_model (mukana_people_page_peek_list (people));
  mukana_people_sentence_set (mukana_people_page_peek_sentence (people), "consent", "valid");
  mukana_test_wait_until (list_is_full, fixture, "everybody is in the list");

  mukana_window_show_page (fixture->window.window, "person", fixture->ids[2]);
  fixture->page = MUKANA_PERSON_PAGE (mukana_window_get_page (fixture->window.window));
  mukana_test_wait_until (person_is_read, fixture, "the person is read");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->matcher);
  mukana_test_window_close (&fixture->window);
}

static void
withdraw (Fixture    *fixture,
          const char *purpose)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "person.withdraw", "(ss)", purpose, "");
}

static gboolean
has_left_the_list (gpointer data)
{
  Fixture *fixture = data;

  return mukana_row_model_find (fixture->model, fixture->ids[2]) < 0;
}

static guint
count_candidates (Fixture *fixture,
                  gboolean *has_person)
{
  MukanaMatchQuestion *question = mukana_match_question_new (fixture->matcher, fixture->request_id,
                                                             20);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaMatchAnswer) answer = mukana_store_run (fixture->window.place->store,
                                                           &mukana_matching_job, question, &error);

  g_assert_no_error (error);
  *has_person = FALSE;
  for (guint i = 0; i < answer->rows->len; i++)
    {
      const MukanaMatchRow *row = g_ptr_array_index (answer->rows, i);

      *has_person |= row->person_id == fixture->ids[2];
    }

  mukana_match_question_free (question);
  return answer->n_fits;
}

static void
withdrawing_takes_the_person_out_of_the_list_and_of_matching (Fixture       *fixture,
                                                              gconstpointer  data)
{
  gboolean has_person;
  guint n_before = count_candidates (fixture, &has_person);

  g_assert_true (has_person);

  withdraw (fixture, "matching");
  withdraw (fixture, "register");
  mukana_test_wait_until (has_left_the_list, fixture, "the person has left the list");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, N_PEOPLE - 1);
  g_assert_cmpuint (count_candidates (fixture, &has_person), ==, n_before - 1);
  g_assert_false (has_person);
}

static void
a_late_answer_does_not_bring_the_person_back (Fixture       *fixture,
                                              gconstpointer  data)
{
  /* Asked just before, answered after: it still has the person. */
  mukana_row_model_reload (fixture->model);
  withdraw (fixture, "register");
  mukana_row_model_reload (fixture->model);
  mukana_test_wait_until (has_left_the_list, fixture, "the person has left the list");

  mukana_test_window_settle ();
  g_assert_true (has_left_the_list (fixture));
  mukana_row_model_reload (fixture->model);
  mukana_test_window_settle ();
  g_assert_true (has_left_the_list (fixture));
}

static gboolean
is_not_matchable (gpointer data)
{
  return !mukana_person_page_peek_file (((Fixture *) data)->page)->is_matchable;
}

static void
the_row_says_withdrawn_and_has_the_focus (Fixture       *fixture,
                                          gconstpointer  data)
{
  GtkWidget *focus;

  withdraw (fixture, "matching");
  mukana_test_wait_until (is_not_matchable, fixture, "the person is read again");
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (&fixture->window, "Withdrawn today"));
  g_assert_true (mukana_test_window_shows (&fixture->window, "Consent withdrawn"));
  g_assert_false (mukana_undo_can (mukana_context_get_undo (fixture->window.context)));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window.window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->page)));
  g_assert_cmpstr (g_object_get_data (G_OBJECT (focus), "key"), ==, "matching");
}

static gboolean
is_told_final (gpointer data)
{
  return mukana_test_window_shows (&((Fixture *) data)->window, "Cannot be taken back");
}

static void
undo_takes_nothing_older_back_than_a_withdrawal (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaUndo *undo = mukana_context_get_undo (fixture->window.context);

  mukana_undo_push (undo, mukana_step_new ("an older deed", &mukana_consenting_withdraw_job, NULL,
                                           NULL));
  withdraw (fixture, "matching");
  mukana_test_wait_until (is_not_matchable, fixture, "the person is read again");
  mukana_test_window_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "win.undo", NULL);
  mukana_test_wait_until (is_told_final, fixture, "it is told that nothing takes it back");

  g_assert_true (mukana_undo_can (undo));   /* the older deed is still there */
}

/* By a colleague's program where there can be one, else by another part of this one. */
static void
withdraw_elsewhere (Fixture *fixture,
                    gint64   person_id)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "matching", NULL, "phone");
  g_autoptr (GError) error = NULL;

  if (mukana_test_path (fixture->window.place) == NULL)
    {
      g_autoptr (MukanaStore) colleague = mukana_test_try_open (fixture->window.place, FALSE,
                                                                &error);

      g_assert_no_error (error);
      mukana_store_run (colleague, &mukana_consenting_withdraw_job, withdrawal, &error);
      mukana_store_close (colleague);
    }
  else
    mukana_store_run (fixture->window.place->store, &mukana_consenting_withdraw_job, withdrawal,
                      &error);

  g_assert_no_error (error);
  mukana_withdrawal_free (withdrawal);
}

static void
a_withdrawal_elsewhere_shows_on_an_open_page (Fixture       *fixture,
                                              gconstpointer  data)
{
  withdraw_elsewhere (fixture, fixture->ids[2]);

  mukana_test_wait_until (is_not_matchable, fixture, "the page follows");
  g_assert_true (mukana_test_window_shows (&fixture->window, "Withdrawn today"));
}

static void
withdrawing_the_register_ends_everything (Fixture       *fixture,
                                          gconstpointer  data)
{
  const MukanaPersonFile *file;

  withdraw (fixture, "register");
  mukana_test_wait_until (is_not_matchable, fixture, "the person is read again");

  file = mukana_person_page_peek_file (fixture->page);
  for (guint i = 0; i < file->consents->len; i++)
    g_assert_cmpint (((MukanaConsent *) g_ptr_array_index (file->consents, i))->withdrawn_at, !=,
                     0);
}

static gboolean
list_is_one_shorter (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((Fixture *) data)->model)) == N_PEOPLE - 1;
}

/* Nobody writes anything: a consent ends with its day in a window that stays open. */
static void
consent_that_ends_at_midnight_is_over_in_an_open_window (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE consent SET expires_on = '%s' "
                                          "WHERE person_id = %" G_GINT64_FORMAT,
                                          "2026-11-23", fixture->ids[2]);
  MukanaClock *clock = fixture->window.place->clock;
  g_autoptr (MukanaDayWatch) watch = mukana_day_watch_new (fixture->window.context);

  mukana_test_sql (fixture->window.place, sql);
  mukana_day_watch_look (watch);
  g_assert_true (list_is_full (fixture));
  mukana_clock_set_still (clock, mukana_clock_now_us (clock) + 24 * G_TIME_SPAN_HOUR);
  mukana_day_watch_look (watch);

  mukana_test_wait_until (list_is_one_shorter, fixture, "the list of the new day");
  mukana_test_wait_until (is_not_matchable, fixture, "the person of the new day");
}

#define ADD(test) g_test_add ("/withdrawal/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  ADD (withdrawing_takes_the_person_out_of_the_list_and_of_matching);
  ADD (a_late_answer_does_not_bring_the_person_back);
  ADD (the_row_says_withdrawn_and_has_the_focus);
  ADD (undo_takes_nothing_older_back_than_a_withdrawal);
  ADD (a_withdrawal_elsewhere_shows_on_an_open_page);
  ADD (withdrawing_the_register_ends_everything);
  ADD (consent_that_ends_at_midnight_is_over_in_an_open_window);

  return g_test_run ();
}
