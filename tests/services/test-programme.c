/* test-programme.c: the programme is what somebody wished for, fills itself where it can, and
 * comes out on paper.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-founding.h"
#include "services/mukana-programme-file.h"
#include "services/mukana-registering.h"

typedef struct
{
  MukanaTestRegister *place;
} Fixture;

static void
refused (Fixture         *fixture,
         const MukanaJob *job,
         gpointer         arg)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, job, arg, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
}

static gint64
save (Fixture  *fixture,
      gpointer  record)
{
  g_autofree gint64 *id = run (fixture, &mukana_cooperating_save_job, record);

  return *id;
}

static MukanaProgramme *
read_programme (Fixture *fixture)
{
  return run (fixture, &mukana_programme_job, NULL);
}

static void
load_example (Fixture *fixture)
{
  g_free (run (fixture, &mukana_programme_example_job, NULL));
}

static MukanaMeasureRow *
find_measure (MukanaProgramme *programme,
              const char      *code)
{
  for (guint i = 0; i < programme->priorities->len; i++)
    {
      MukanaPriorityRow *priority = g_ptr_array_index (programme->priorities, i);

      for (guint j = 0; j < priority->goals->len; j++)
        {
          MukanaGoalRow *goal = g_ptr_array_index (priority->goals, j);

          for (guint k = 0; k < goal->measures->len; k++)
            {
              MukanaMeasureRow *row = g_ptr_array_index (goal->measures, k);

              if (g_strcmp0 (row->measure->code, code) == 0)
                return row;
            }
        }
    }

  g_error ("There is no measure %s", code);
}

static MukanaIndicatorRow *
find_indicator (MukanaProgramme *programme,
                const char      *code,
                guint            place)
{
  return g_ptr_array_index (find_measure (programme, code)->indicators, place);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static void
a_new_register_has_no_programme (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = read_programme (fixture);

  g_assert_cmpuint (programme->n_measures, ==, 0);
  g_assert_cmpuint (programme->priorities->len, ==, 0);
}

static void
the_example_has_29_measures_in_four_priorities (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = NULL;
  MukanaIndicatorRow *turnout, *response, *staff;

  load_example (fixture);
  programme = read_programme (fixture);
  turnout = find_indicator (programme, "3.1.c", 0);
  response = find_indicator (programme, "4.1.a", 0);
  staff = find_indicator (programme, "4.1.a", 1);

  g_assert_cmpuint (programme->n_measures, ==, 29);
  g_assert_cmpuint (programme->priorities->len, ==, 4);
  g_assert_null (find_measure (programme, "3.3.a")->measure->status);
  g_assert_cmpuint (find_measure (programme, "3.3.a")->indicators->len, ==, 0);
  g_assert_cmpstr (find_measure (programme, "2.2.b")->measure->status, ==, "not-begun");
  g_assert_true (turnout->indicator->has_baseline);
  g_assert_cmpint (turnout->indicator->baseline_hundredths, ==, 4620);
  g_assert_cmpint (response->indicator->baseline_hundredths, ==, 3100);
  g_assert_cmpint (staff->indicator->baseline_hundredths, ==, 100);
  g_assert_cmpuint (programme->n_with[0] + programme->n_with[1] + programme->n_with[2], ==, 23);
  g_assert_cmpuint (programme->n_without, ==, 6);   /* so that every measure is counted */
}

static void
the_example_does_not_come_on_top_of_a_programme (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = NULL;

  load_example (fixture);
  refused (fixture, &mukana_programme_example_job, NULL);
  programme = read_programme (fixture);

  g_assert_cmpuint (programme->n_measures, ==, 29);
}

static gint64
note_reading (Fixture    *fixture,
              gint64      indicator_id,
              MukanaDay   day,
              gint64      hundredths)
{
  g_autoptr (MukanaReading) reading = g_object_new (MUKANA_TYPE_READING, NULL);

  mukana_record_init_int (reading, "indicator-id", indicator_id);
  mukana_record_init_int (reading, "day", day);
  mukana_record_init_int (reading, "hundredths", hundredths);
  return save (fixture, reading);
}

static void
the_example_is_taken_back_until_something_is_noted (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = NULL, empty = NULL;

  load_example (fixture);
  run (fixture, &mukana_programme_clear_job, NULL);
  empty = read_programme (fixture);
  g_assert_cmpuint (empty->n_measures, ==, 0);

  load_example (fixture);
  programme = read_programme (fixture);
  note_reading (fixture, find_indicator (programme, "3.1.c", 0)->indicator->id, MUKANA_TEST_TODAY,
                4810);
  refused (fixture, &mukana_programme_clear_job, NULL);
}

static void
readings_have_days_and_the_newest_is_first (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = NULL, after = NULL;
  MukanaIndicatorRow *row;
  gint64 id;

  load_example (fixture);
  programme = read_programme (fixture);
  id = find_indicator (programme, "4.1.a", 1)->indicator->id;
  note_reading (fixture, id, MUKANA_TEST_TODAY - 30, 300);
  note_reading (fixture, id, MUKANA_TEST_TODAY, -500);
  note_reading (fixture, id, MUKANA_TEST_TODAY, -400);   /* typed again: the same day */
  after = read_programme (fixture);
  row = find_indicator (after, "4.1.a", 1);

  g_assert_cmpuint (row->readings->len, ==, 2);
  g_assert_cmpint (MUKANA_READING (g_ptr_array_index (row->readings, 0))->hundredths, ==, -400);
  g_assert_cmpint (row->indicator->baseline_hundredths, ==, 100);
}

static gint64
add_organisation (Fixture *fixture)
{
  MukanaOrganisationFile file = { 0 };
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  g_autofree gint64 *id = NULL;

  mukana_organisation_init_name (organisation, "Kokeilun tuki ry");
  mukana_record_init_text (organisation, "kind", "association");
  file.organisation = organisation;
  id = run (fixture, &mukana_organisation_save_job, &file);
  return *id;
}

static void
add_statement (Fixture   *fixture,
               gint64     organisation,
               MukanaDay  given_on)
{
  g_autoptr (MukanaStatementRequest) statement = g_object_new (MUKANA_TYPE_STATEMENT_REQUEST, NULL);

  mukana_record_init_int (statement, "organisation-id", organisation);
  mukana_record_init_text (statement, "kind", "assessment");
  mukana_record_init_text (statement, "about", "Palveluverkko");
  mukana_record_init_int (statement, "asked-on", mukana_day_new (2025, 6, 1));
  mukana_record_init_int (statement, "given-on", given_on);
  save (fixture, statement);
}

static void
statements_of_this_year_fill_their_indicator (Fixture       *fixture,
                                              gconstpointer  data)
{
  gint64 organisation = add_organisation (fixture);
  g_autoptr (MukanaProgramme) programme = NULL;
  MukanaIndicatorRow *row;

  load_example (fixture);
  add_statement (fixture, organisation, mukana_day_new (2026, 1, 1));
  add_statement (fixture, organisation, mukana_day_new (2026, 11, 20));
  add_statement (fixture, organisation, mukana_day_new (2025, 12, 31));
  add_statement (fixture, organisation, MUKANA_DAY_NONE);
  programme = read_programme (fixture);
  row = find_indicator (programme, "2.2.b", 0);

  g_assert_true (row->is_counted);
  g_assert_cmpint (row->counted_hundredths, ==, 200);
}

static void
add_deed (Fixture    *fixture,
          gint64      organisation,
          const char *kind,
          MukanaDay   day)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);

  mukana_record_init_int (entry, "organisation-id", organisation);
  mukana_record_init_int (entry, "day", day);
  mukana_record_init_text (entry, "kind", kind);
  mukana_record_init_text (entry, "summary", "Syystapahtuma");
  g_free (run (fixture, &mukana_log_entry_add_job, entry));
}

static void
events_of_this_year_fill_their_indicator (Fixture       *fixture,
                                          gconstpointer  data)
{
  gint64 organisation = add_organisation (fixture);
  g_autoptr (MukanaProgramme) programme = NULL;

  load_example (fixture);
  mukana_test_sql (fixture->place,
    "INSERT INTO event (id, title, kind, mode) VALUES (900, 'Messut', 'event', 'on-site'), "
    "(901, 'Kurssi', 'training', 'on-site'); "
    "INSERT INTO event_occurrence (event_id, day, start_minute, end_minute) VALUES "
    "(900, '2026-10-01', 540, 600), (900, '2026-10-02', 540, 600), (901, '2026-10-03', 540, 600), "
    /* Booked, and not held yet. */
    "(900, '2026-12-30', 540, 600); "
    "INSERT INTO event_occurrence (event_id, day, start_minute, end_minute, cancelled_on) VALUES "
    "(900, '2026-10-05', 540, 600, '2026-10-04')");
  add_deed (fixture, organisation, "event", mukana_day_new (2026, 9, 9));
  add_deed (fixture, organisation, "event", mukana_day_new (2026, 10, 1));   /* the fair again */
  add_deed (fixture, organisation, "call", mukana_day_new (2026, 9, 10));
  add_deed (fixture, organisation, "event", mukana_day_new (2025, 9, 9));
  programme = read_programme (fixture);

  g_assert_cmpint (find_indicator (programme, "3.3.b", 0)->counted_hundredths, ==, 300);
}

/* 10, 9, 8 and 3: two of four in favour, one against: 25. */
static void
the_net_score_is_of_what_organisations_gave (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const int scores[] = { 10, 9, 8, 3, MUKANA_THEME_DAY_NO_SCORE };
  gint64 organisation = add_organisation (fixture);
  g_autoptr (MukanaOlkaPoint) point = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);
  g_autoptr (MukanaProgramme) before = NULL, programme = NULL;
  gint64 point_id;

  load_example (fixture);
  before = read_programme (fixture);
  mukana_record_init_text (point, "name", "Aula");
  mukana_record_init_int (point, "closes-minute", 900);
  point_id = save (fixture, point);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autoptr (MukanaThemeDay) day = g_object_new (MUKANA_TYPE_THEME_DAY, NULL);

      mukana_record_init_int (day, "point-id", point_id);
      mukana_record_init_int (day, "organisation-id", organisation);
      mukana_record_init_int (day, "day", mukana_day_new (2026, 3, 1 + (int) i));
      mukana_record_init_int (day, "score", scores[i]);
      save (fixture, day);
    }
  programme = read_programme (fixture);

  g_assert_false (find_indicator (before, "2.2.d", 0)->is_counted);
  g_assert_cmpint (find_indicator (programme, "2.2.d", 0)->counted_hundredths, ==, 2500);
}

static void
no_feedback_gives_no_handling_time (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = NULL;

  load_example (fixture);
  programme = read_programme (fixture);

  g_assert_false (find_indicator (programme, "1.1.a", 0)->is_counted);
}

static void
a_measure_with_indicators_is_not_removed (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = NULL, after = NULL;

  load_example (fixture);
  programme = read_programme (fixture);
  refused (fixture, &mukana_cooperating_drop_job, find_measure (programme, "3.1.c")->measure);
  run (fixture, &mukana_cooperating_drop_job, find_measure (programme, "3.3.a")->measure);
  after = read_programme (fixture);

  g_assert_cmpuint (after->n_measures, ==, 28);
}

static void
a_percentage_above_a_hundred_is_refused (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = NULL;
  g_autoptr (MukanaIndicator) changed = NULL;

  load_example (fixture);
  programme = read_programme (fixture);
  changed = mukana_record_with_int (find_indicator (programme, "3.1.c", 0)->indicator,
                                    "baseline-hundredths", 10001);

  refused (fixture, &mukana_cooperating_save_job, changed);
}

static void
numbers_are_told_as_they_were_given (void)
{
  static const struct { const char *kind; gint64 hundredths; const char *words; } cases[] = {
    { "percent", 4620, "46,2 %" }, { "percent", 3100, "31 %" }, { "nps", 100, "+1" },
    { "nps", -1250, "−12,5" }, { "days", 733, "7,33" }, { "per-year", 1200, "12" },
    { "nps", 0, "+0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = mukana_indicator_tell (cases[i].kind, cases[i].hundredths);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static gpointer
print_text (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaDocument) document = mukana_programme_document (db, arg, error);

  return document != NULL ? mukana_document_to_text (document) : NULL;
}

static void
the_paper_has_every_measure_in_its_language (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *finnish = NULL, *swedish = NULL;

  load_example (fixture);
  finnish = mukana_test_read (fixture->place, print_text, (gpointer) "fi");
  swedish = mukana_test_read (fixture->place, print_text, (gpointer) "sv");

  g_assert_nonnull (strstr (finnish, "Osallisuusohjelman seuranta"));
  g_assert_nonnull (strstr (finnish, "2.2.b Järjestöjen kuuleminen"));
  g_assert_nonnull (strstr (finnish, "lähtötaso 46,2 % (2022)"));
  g_assert_nonnull (strstr (finnish, "Aloittamatta"));
  g_assert_nonnull (strstr (swedish, "Uppföljning av delaktighetsprogrammet"));
  g_assert_nonnull (strstr (swedish, "utgångsnivå 46,2 % (2022)"));
}

static void
the_paper_is_a_new_file (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("mukana-programme-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ohjelma.pdf", NULL);
  MukanaProgrammePrint *print = mukana_programme_print_new ("fi", path);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  load_example (fixture);
  run (fixture, &mukana_programme_print_job, print);

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  mukana_programme_print_free (print);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

#define TEST(name) g_test_add ("/programme/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/programme/numbers_are_told_as_they_were_given",
                   numbers_are_told_as_they_were_given);
  TEST (a_new_register_has_no_programme);
  TEST (the_example_has_29_measures_in_four_priorities);
  TEST (the_example_does_not_come_on_top_of_a_programme);
  TEST (the_example_is_taken_back_until_something_is_noted);
  TEST (readings_have_days_and_the_newest_is_first);
  TEST (statements_of_this_year_fill_their_indicator);
  TEST (events_of_this_year_fill_their_indicator);
  TEST (the_net_score_is_of_what_organisations_gave);
  TEST (no_feedback_gives_no_handling_time);
  TEST (a_measure_with_indicators_is_not_removed);
  TEST (a_percentage_above_a_hundred_is_refused);
  TEST (the_paper_has_every_measure_in_its_language);
  TEST (the_paper_is_a_new_file);

  return g_test_run ();
}
