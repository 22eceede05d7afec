/* test-reporting.c: the report of a time counts what its own days hold, names nobody, and agrees
 * with the other pages that count the same.
 */

#include <glib/gstdio.h>

#include "kit/mukana-test-jobs.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-founding.h"
#include "services/mukana-log-lines.h"
#include "services/mukana-programme-file.h"
#include "services/mukana-registering.h"
#include "services/mukana-reporting.h"
#include "services/mukana-statement-lines.h"
#include "store/mukana-people.h"

#define N_PEOPLE 6
#define YEAR 2026

typedef struct
{
  MukanaTestRegister *place;
  gint64              people[N_PEOPLE];
  gint64              request;
  gint64              organisation;
} Fixture;

static gint64
add_person (Fixture *fixture,
            guint    number)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree char *name = g_strdup_printf ("Keksitty%u", number);
  g_autofree gint64 *id = NULL;

  mukana_person_init_names (person, "Aino", name);
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi");
  id = run (fixture, &mukana_person_save_job, person);
  return *id;
}

static gint64
add_request (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  g_autofree gint64 *id = NULL;

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Keksitty työpaja");
  mukana_record_init_text (file->request, "state", "held");
  mukana_record_init_text (file->request, "mode", "remote");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_text (file->request, "unit", "Päivystys");
  mukana_record_init_int (file->request, "people", 2);
  id = run (fixture, &mukana_request_save_job, file);
  return *id;
}

static gint64
add_organisation (Fixture *fixture)
{
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  MukanaOrganisationFile file = { .organisation = organisation };
  g_autofree gint64 *id = NULL;

  mukana_organisation_init_name (organisation, "Keksitty yhdistys ry");
  mukana_record_init_text (organisation, "kind", "association");
  id = run (fixture, &mukana_organisation_save_job, &file);
  return *id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    fixture->people[i] = add_person (fixture, i);
  fixture->request = add_request (fixture);
  fixture->organisation = add_organisation (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

/* Held that day for two hours; agreed to on the day it was asked. */
static void
hold (Fixture   *fixture,
      guint      person,
      MukanaDay  day)
{
  g_autofree char *iso = mukana_day_to_iso (day);
  g_autofree char *today = mukana_day_to_iso (MUKANA_TEST_TODAY);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO assignment (request_id, person_id, day, start_minute, end_minute, state, "
    "planned_minutes, agreed_on) VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", '%s', 600, "
    "720, 'held', 120, '%s')", fixture->request, fixture->people[person], iso, today);

  mukana_test_sql (fixture->place, sql);
}

static MukanaReport *
read_report (Fixture    *fixture,
             const char *period_text)
{
  MukanaReportPeriod period;

  g_assert_true (mukana_report_period_parse (period_text, &period));
  return run (fixture, &mukana_report_job, &period);
}

static void
a_few_people_are_not_counted_aloud (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (MukanaReport) report = NULL;

  hold (fixture, 0, mukana_day_new (YEAR, 3, 2));
  hold (fixture, 1, mukana_day_new (YEAR, 3, 2));
  report = read_report (fixture, "2026");

  g_assert_cmpint (report->figures[MUKANA_FIGURE_INVOLVED].state, ==, MUKANA_FIGURE_FEW);
  g_assert_cmpint (report->figures[MUKANA_FIGURE_FIRST_TIMERS].state, ==, MUKANA_FIGURE_FEW);
  g_assert_cmpint (report->figures[MUKANA_FIGURE_ASSIGNMENTS].value, ==, 2);
  g_assert_cmpint (report->figures[MUKANA_FIGURE_BUSIEST_TENTH].state, ==, MUKANA_FIGURE_UNKNOWN);
  g_assert_cmpuint (report->roles->len, ==, 1);
  g_assert_true (g_array_index (report->roles, MukanaReportRow, 0).is_few);
}

static void
a_quarter_counts_its_own_days (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (MukanaReport) first = NULL;
  g_autoptr (MukanaReport) second = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    hold (fixture, i, mukana_day_new (YEAR, 3, 31));
  hold (fixture, 0, mukana_day_new (YEAR, 4, 1));
  first = read_report (fixture, "1/2026");
  second = read_report (fixture, "2/2026");

  g_assert_cmpint (first->figures[MUKANA_FIGURE_INVOLVED].value, ==, N_PEOPLE);
  g_assert_cmpint (first->figures[MUKANA_FIGURE_FIRST_TIMERS].value, ==, N_PEOPLE);
  g_assert_cmpint (first->figures[MUKANA_FIGURE_HOURS].value, ==, N_PEOPLE * 120);
  g_assert_cmpint (first->earlier[MUKANA_FIGURE_ASSIGNMENTS].value, ==, 0);
  g_assert_cmpint (second->figures[MUKANA_FIGURE_ASSIGNMENTS].value, ==, 1);
  g_assert_cmpint (second->figures[MUKANA_FIGURE_FIRST_TIMERS].value, ==, 0);
  g_assert_cmpint (second->earlier[MUKANA_FIGURE_INVOLVED].value, ==, N_PEOPLE);
}

static void
a_request_is_filled_by_the_last_one_it_needed (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (MukanaReport) alone = NULL;
  g_autoptr (MukanaReport) both = NULL;

  hold (fixture, 0, MUKANA_TEST_TODAY);
  alone = read_report (fixture, "2026");
  hold (fixture, 1, MUKANA_TEST_TODAY);
  both = read_report (fixture, "2026");

  g_assert_cmpint (alone->figures[MUKANA_FIGURE_DAYS_TO_FILL].state, ==, MUKANA_FIGURE_UNKNOWN);
  g_assert_cmpint (both->figures[MUKANA_FIGURE_DAYS_TO_FILL].state, ==, MUKANA_FIGURE_TOLD);
  g_assert_cmpint (both->figures[MUKANA_FIGURE_DAYS_TO_FILL].value, ==, 0);
}

static void
a_time_without_anything_says_so (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (MukanaReport) report = read_report (fixture, "2019");

  g_assert_true (report->is_empty);
  g_assert_cmpuint (report->roles->len, ==, 0);
  g_assert_cmpint (report->figures[MUKANA_FIGURE_EXPERTS_SCORE].state, ==, MUKANA_FIGURE_UNKNOWN);
}

static void
add_line (Fixture    *fixture,
          const char *kind,
          const char *summary,
          MukanaDay   day,
          const char *who)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);

  mukana_record_init_int (entry, "organisation-id", fixture->organisation);
  mukana_record_init_text (entry, "kind", kind);
  mukana_record_init_text (entry, "summary", summary);
  mukana_record_init_int (entry, "day", day);
  mukana_record_init_text (entry, "next-deed", who != NULL ? "Lähettää muistio" : NULL);
  mukana_record_init_text (entry, "next-who", who);
  mukana_record_init_int (entry, "next-day", who != NULL ? MUKANA_TEST_TODAY + 3
                                                         : MUKANA_DAY_NONE);
  g_free (run (fixture, &mukana_log_entry_add_job, entry));
}

/* Written down in two ways, a statement is one; every number is counted from the same lines. */
static void
a_statement_counts_once_wherever_it_is_counted (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (MukanaStatementRequest) statement = g_object_new (MUKANA_TYPE_STATEMENT_REQUEST, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaReport) report = NULL;
  g_autoptr (MukanaCooperationDesk) desk = NULL;
  gint64 year = YEAR;

  mukana_record_init_int (statement, "organisation-id", fixture->organisation);
  mukana_record_init_text (statement, "kind", "hearing");
  mukana_record_init_text (statement, "about", "Palveluverkko");
  mukana_record_init_int (statement, "asked-on", MUKANA_TEST_TODAY - 10);
  mukana_record_init_int (statement, "given-on", MUKANA_TEST_TODAY - 2);
  g_free (run (fixture, &mukana_cooperating_save_job, statement));
  add_line (fixture, "statement-given", "Sama lausunto", MUKANA_TEST_TODAY - 2, NULL);
  add_line (fixture, "statement-given", "Toinen lausunto", MUKANA_TEST_TODAY - 5, NULL);
  add_line (fixture, "statement-given", "Viime vuonna", mukana_day_new (YEAR - 1, 5, 4), NULL);

  lines = run (fixture, &mukana_statement_lines_job, &year);
  report = read_report (fixture, "2026");
  desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (report->figures[MUKANA_FIGURE_STATEMENTS_ASKED].value, ==, 1);
  g_assert_cmpint (report->figures[MUKANA_FIGURE_STATEMENTS_GIVEN].value, ==, 2);
  g_assert_cmpint (report->figures[MUKANA_FIGURE_HEARINGS].value, ==, 1);
  g_assert_cmpint (desk->numbers.n_asked, ==, 1);
  g_assert_cmpint (desk->numbers.n_given, ==, 2);
  g_assert_cmpuint (report->statements->len, ==, 1);
  g_assert_cmpstr (g_array_index (report->statements, MukanaReportRow, 0).code, ==, "association");
  g_assert_cmpint (report->earlier[MUKANA_FIGURE_STATEMENTS_GIVEN].value, ==, 1);
}

static void
the_log_is_found_by_words_and_newest_by_its_day (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaLogSought *sought = mukana_log_sought_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;

  add_line (fixture, "call", "Puhuttiin esitteestä", MUKANA_TEST_TODAY - 1, NULL);
  add_line (fixture, "visit", "Käytiin talolla", MUKANA_TEST_TODAY - 30, NULL);
  all = run (fixture, &mukana_log_lines_job, sought);
  sought->words = g_strdup ("esite keksit");
  found = run (fixture, &mukana_log_lines_job, sought);
  sought->kind = g_strdup ("visit");
  none = run (fixture, &mukana_log_lines_job, sought);
  mukana_log_sought_free (sought);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (MUKANA_LOG_ENTRY (g_ptr_array_index (all, 0))->kind, ==, "call");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
own_open_steps_are_those_that_say_the_name (Fixture       *fixture,
                                            gconstpointer  data)
{
  MukanaLogSought *sought = mukana_log_sought_new ();
  g_autoptr (GPtrArray) found = NULL;

  add_line (fixture, "call", "Oma", MUKANA_TEST_TODAY, "Sari Keksitty");
  add_line (fixture, "call", "Toisen", MUKANA_TEST_TODAY, "Pekka Keksitty");
  add_line (fixture, "call", "Ilman askelta", MUKANA_TEST_TODAY, NULL);
  sought->is_own_open = TRUE;
  sought->name = g_strdup ("sari keksitty");
  found = run (fixture, &mukana_log_lines_job, sought);
  mukana_log_sought_free (sought);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (MUKANA_LOG_ENTRY (g_ptr_array_index (found, 0))->summary, ==, "Oma");
}

static void
the_report_is_printed_and_the_journal_tells_it (Fixture       *fixture,
                                                gconstpointer  data)
{
  MukanaReportPeriod period;
  g_autofree char *folder = g_dir_make_tmp ("mukana-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (MukanaReportPrint) asked = NULL;
  g_autoptr (MukanaReportPrint) written = NULL;

  g_assert_true (mukana_report_period_parse ("4/2026", &period));
  hold (fixture, 0, MUKANA_TEST_TODAY);
  asked = mukana_report_print_new (&period, path);
  written = run (fixture, &mukana_report_print_job, asked);
  run (fixture, &mukana_report_note_job, written);

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_unlink (path);
  g_rmdir (folder);
}

/* What is not told on paper is not told in the table. */
static void
the_report_is_a_table_of_the_same_figures (Fixture       *fixture,
                                           gconstpointer  data)
{
  MukanaReportPeriod period;
  g_autofree char *folder = g_dir_make_tmp ("mukana-report-XXXXXX", NULL);

  g_assert_true (mukana_report_period_parse ("4/2026", &period));
  hold (fixture, 0, MUKANA_TEST_TODAY);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "report.csv" : "report.xlsx",
                                                NULL);
      g_autofree char *content = NULL;
      g_autoptr (MukanaReportPrint) asked = mukana_report_print_new (&period, path);
      g_autoptr (MukanaReportPrint) written = run (fixture, &mukana_report_print_job, asked);

      g_assert_nonnull (written);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      if (i == 0)
        {
          g_assert_nonnull (strstr (content, "Took part;1–4;"));
          g_assert_null (strstr (content, "Took part;1;"));
        }
      else
        g_assert_true (g_str_has_prefix (content, "PK"));
      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add ("/reporting/" #name, Fixture, NULL, set_up, name, tear_down)
  TEST (a_few_people_are_not_counted_aloud);
  TEST (a_quarter_counts_its_own_days);
  TEST (a_request_is_filled_by_the_last_one_it_needed);
  TEST (a_time_without_anything_says_so);
  TEST (a_statement_counts_once_wherever_it_is_counted);
  TEST (the_log_is_found_by_words_and_newest_by_its_day);
  TEST (own_open_steps_are_those_that_say_the_name);
  TEST (the_report_is_printed_and_the_journal_tells_it);
  TEST (the_report_is_a_table_of_the_same_figures);

  return g_test_run ();
}
