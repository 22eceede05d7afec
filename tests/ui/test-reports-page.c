/* test-reports-page.c: the page of reports shows a time beside the one before, and lists behind its
 * numbers; the log and the statements of cooperation are pages of their own.
 */

#include "kit/mukana-test-window.h"
#include "services/mukana-registering.h"

typedef struct
{
  MukanaTestWindow window;
  gint64           organisation;
} Fixture;

static gpointer
run (Fixture         *fixture,
     const MukanaJob *job,
     gpointer         arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (fixture->window.place->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

static void
add_line (Fixture    *fixture,
          const char *kind,
          const char *summary)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);

  mukana_record_init_int (entry, "organisation-id", fixture->organisation);
  mukana_record_init_text (entry, "kind", kind);
  mukana_record_init_text (entry, "summary", summary);
  mukana_record_init_int (entry, "day", MUKANA_TEST_TODAY);
  g_free (run (fixture, &mukana_log_entry_add_job, entry));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  MukanaOrganisationFile file = { .organisation = organisation };
  g_autofree gint64 *id = NULL;

  mukana_test_window_open (&fixture->window);
  mukana_organisation_init_name (organisation, "Keksitty yhdistys ry");
  mukana_record_init_text (organisation, "kind", "association");
  id = run (fixture, &mukana_organisation_save_job, &file);
  fixture->organisation = *id;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (&fixture->window);
}

static void
show (Fixture    *fixture,
      const char *page)
{
  mukana_window_show_page (fixture->window.window, page, 0);
  mukana_test_window_settle ();
}

static void
a_year_is_shown_and_the_one_before_it_and_its_quarter (Fixture       *fixture,
                                                       gconstpointer  data)
{
  show (fixture, "reports");
  mukana_test_window_await (&fixture->window, "Who was involved");
  g_assert_true (mukana_test_window_shows (&fixture->window, "Involvement in 2026"));
  g_assert_true (mukana_test_window_shows (&fixture->window, "What it cost"));

  mukana_test_window_click (&fixture->window, "One _Quarter");
  mukana_test_window_await (&fixture->window, "Involvement in quarter 4/2026");
}

static void
a_time_without_anything_says_what_comes_there (Fixture       *fixture,
                                               gconstpointer  data)
{
  show (fixture, "reports");

  mukana_test_window_await (&fixture->window,
                            "Nothing is recorded of this time. Numbers come here by themselves "
                            "from requests, assignments, fees, feedback and cooperation.");
}

static void
the_log_shows_every_line_and_the_statements_theirs (Fixture       *fixture,
                                                    gconstpointer  data)
{
  add_line (fixture, "call", "Puhuttiin esitteestä");
  add_line (fixture, "statement-given", "Lausunto palveluverkosta");

  show (fixture, "log");
  mukana_test_window_await (&fixture->window, "Puhuttiin esitteestä");
  mukana_test_window_await (&fixture->window, "2 lines");

  show (fixture, "statements");
  mukana_test_window_await (&fixture->window, "Lausunto palveluverkosta");
  mukana_test_window_await (&fixture->window, "Association: asked 0, given 1");
  mukana_test_window_await_gone (&fixture->window, "Puhuttiin esitteestä");
}

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

#define TEST(name) g_test_add ("/reports-page/" #name, Fixture, NULL, set_up, name, tear_down)
  TEST (a_year_is_shown_and_the_one_before_it_and_its_quarter);
  TEST (a_time_without_anything_says_what_comes_there);
  TEST (the_log_shows_every_line_and_the_statements_theirs);

  return g_test_run ();
}
