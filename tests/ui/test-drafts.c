/* test-drafts.c: whoever was typing when the register was locked goes on where they were. */

#include "kit/mukana-test-window.h"
#include "services/mukana-consenting.h"
#include "services/mukana-registering.h"
#include "ui/people/mukana-person-page.h"
#include "ui/requests/mukana-request-form-page.h"
#include "ui/requests/mukana-request-needs.h"
#include "ui/requests/mukana-request-themes.h"
#include "ui/requests/mukana-request-times.h"

typedef MukanaTestWindow Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  mukana_test_window_open (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (fixture);
}

static MukanaRequestFormPage *
show_form (Fixture *fixture)
{
  g_assert_true (mukana_window_show_page (fixture->window, "request-form", 0));
  mukana_test_window_settle ();
  return MUKANA_REQUEST_FORM_PAGE (mukana_window_get_page (fixture->window));
}

static gboolean
is_shown (gpointer page)
{
  return mukana_person_page_peek_file (page) != NULL;
}

static MukanaPersonPage *
show_person (Fixture *fixture,
             gint64   id)
{
  MukanaPage *page;

  g_assert_true (mukana_window_show_page (fixture->window, "person", id));
  page = mukana_window_get_page (fixture->window);
  mukana_test_wait_until (is_shown, page, "the person is shown");
  return MUKANA_PERSON_PAGE (page);
}

static MukanaForm *
edit (MukanaPersonPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "person.edit", NULL);
  mukana_test_window_settle ();
  return mukana_record_dialog_get_form (mukana_person_page_peek_dialog (page));
}

static void
request_that_was_being_described_is_all_there (Fixture       *fixture,
                                               gconstpointer  data)
{
  MukanaRequestFormPage *page = show_form (fixture);
  g_autoptr (GPtrArray) themes = NULL;
  g_autoptr (GPtrArray) times = NULL;

  mukana_form_set_text (mukana_request_form_page_peek_form (page), "title", "Päivystyksen aula");
  mukana_request_themes_add (MUKANA_REQUEST_THEMES (mukana_request_form_page_peek_themes (page)),
                             "mi.mas", "own");
  mukana_request_times_add (MUKANA_REQUEST_TIMES (mukana_request_form_page_peek_times (page)),
                            "10.12.2026", "12", "15:30");
  mukana_test_window_lock_and_open (fixture);
  page = show_form (fixture);
  themes = mukana_request_themes_dup (
    MUKANA_REQUEST_THEMES (mukana_request_form_page_peek_themes (page)));
  times =
    mukana_request_times_dup (MUKANA_REQUEST_TIMES (mukana_request_form_page_peek_times (page)));

  g_assert_cmpstr (mukana_form_peek_text (mukana_request_form_page_peek_form (page), "title"), ==,
                   "Päivystyksen aula");
  g_assert_cmpuint (themes->len, ==, 1);
  g_assert_nonnull (times);
  g_assert_cmpuint (times->len, ==, 1);
}

static void
dialog_of_a_person_has_what_was_typed (Fixture       *fixture,
                                       gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  MukanaForm *form = edit (show_person (fixture, id));

  mukana_form_set_text (form, "email", "uusi@example.org");
  mukana_test_window_lock_and_open (fixture);
  form = edit (show_person (fixture, id));

  g_assert_cmpstr (mukana_form_peek_text (form, "email"), ==, "uusi@example.org");
  g_assert_true (mukana_form_get_dirty (form));
}

static void
what_was_confided_to_a_form_is_not_kept (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  MukanaForm *form = edit (show_person (fixture, id));

  mukana_form_confide (form);
  mukana_form_set_text (form, "email", "uusi@example.org");
  mukana_test_window_lock_and_open (fixture);
  form = edit (show_person (fixture, id));

  g_assert_cmpstr (mukana_form_peek_text (form, "email"), !=, "uusi@example.org");
  g_assert_false (mukana_form_get_dirty (form));
}

static void
what_was_given_back_is_kept_again_at_the_next_lock (Fixture       *fixture,
                                                    gconstpointer  data)
{
  mukana_form_set_text (mukana_request_form_page_peek_form (show_form (fixture)), "title", "Aula");
  mukana_test_window_lock_and_open (fixture);
  show_form (fixture);
  mukana_test_window_lock_and_open (fixture);

  g_assert_cmpstr (mukana_form_peek_text (mukana_request_form_page_peek_form (show_form (fixture)),
                                          "title"), ==, "Aula");
}

static void
what_was_given_back_and_thrown_away_does_not_come_again (Fixture       *fixture,
                                                         gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  MukanaPersonPage *page = show_person (fixture, id);
  const char *draft_page;
  gint64 draft_id;

  mukana_form_set_text (edit (page), "email", "uusi@example.org");
  mukana_test_window_lock_and_open (fixture);
  page = show_person (fixture, id);
  edit (page);
  gtk_window_destroy (GTK_WINDOW (mukana_person_page_peek_dialog (page)));
  mukana_test_window_lock_and_open (fixture);

  g_assert_false (mukana_drafts_peek_newest (mukana_context_get_drafts (fixture->context),
                                             &draft_page, &draft_id));
}

static void
another_record_does_not_get_it (Fixture       *fixture,
                                gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  gint64 other = mukana_test_add_person (fixture->place, 2);

  mukana_form_set_text (edit (show_person (fixture, id)), "email", "uusi@example.org");
  mukana_test_window_lock_and_open (fixture);

  g_assert_false (mukana_form_get_dirty (edit (show_person (fixture, other))));
}

static void
nothing_comes_back_of_somebody_who_has_withdrawn (Fixture       *fixture,
                                                  gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (id, "register", NULL, "phone");
  g_autoptr (GError) error = NULL;

  mukana_form_set_text (edit (show_person (fixture, id)), "email", "uusi@example.org");
  mukana_test_window_lock_and_open (fixture);
  mukana_store_run (fixture->place->store, &mukana_consenting_withdraw_job, withdrawal, &error);
  mukana_withdrawal_free (withdrawal);
  g_assert_no_error (error);
  mukana_test_window_settle ();

  g_assert_false (mukana_form_get_dirty (edit (show_person (fixture, id))));
}

#define ADD(name) g_test_add ("/drafts/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  mukana_test_window_init (&argc, &argv);

  ADD (request_that_was_being_described_is_all_there);
  ADD (dialog_of_a_person_has_what_was_typed);
  ADD (what_was_confided_to_a_form_is_not_kept);
  ADD (what_was_given_back_is_kept_again_at_the_next_lock);
  ADD (what_was_given_back_and_thrown_away_does_not_come_again);
  ADD (another_record_does_not_get_it);
  ADD (nothing_comes_back_of_somebody_who_has_withdrawn);

  return g_test_run ();
}
