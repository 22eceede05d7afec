/* test-accounting.c: every breach is in the diary, its hours are counted, and papers are made. */

#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-accounting.h"
#include "services/mukana-founding.h"
#include "services/mukana-overview.h"
#include "services/mukana-paper.h"
#include "services/mukana-remembering.h"

#define US_PER_HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct
{
  MukanaTestRegister *place;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  mukana_store_run (fixture->place->store, &mukana_founding_job, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static MukanaBreach *
make_breach (const char *risk)
{
  MukanaBreach *breach = g_object_new (MUKANA_TYPE_BREACH, NULL);

  mukana_record_init_text (breach, "what", "Luettelo väärässä sähköpostissa");
  mukana_record_init_text (breach, "risk", risk);
  mukana_record_init_int (breach, "found-day", MUKANA_TEST_TODAY - 1);
  mukana_record_init_int (breach, "found-minute", 15 * 60 + 40);
  mukana_record_init_int (breach, "told-day", MUKANA_DAY_NONE);
  mukana_record_init_int (breach, "people-told-on", MUKANA_DAY_NONE);
  mukana_record_init_int (breach, "closed-on", MUKANA_DAY_NONE);
  return breach;
}

static MukanaBreach *
read_only (Fixture *fixture)
{
  g_autoptr (GPtrArray) breaches = run (fixture, &mukana_breaches_job, NULL);

  g_assert_cmpuint (breaches->len, ==, 1);
  return g_object_ref (g_ptr_array_index (breaches, 0));
}

static void
a_breach_comes_back_as_it_was_told (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (MukanaBreach) breach = make_breach ("risk");
  g_autoptr (MukanaBreach) stored = NULL;

  g_free (run (fixture, &mukana_breach_save_job, breach));
  stored = read_only (fixture);

  g_assert_cmpint (stored->found_day, ==, MUKANA_TEST_TODAY - 1);
  g_assert_cmpint (stored->found_minute, ==, 15 * 60 + 40);
  g_assert_cmpint (stored->told_day, ==, MUKANA_DAY_NONE);
  g_assert_cmpstr (stored->recorded_by, ==, "test");
  g_assert_true (mukana_breach_is_waiting (stored));
}

static void
the_clock_counts_hours_and_not_days (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaBreach) breach = make_breach ("risk");
  g_autoptr (MukanaBreach) settled = mukana_breach_settle (breach);

  g_assert_cmpint (mukana_breach_due_us (settled->found_at), ==,
                   settled->found_at + 72 * US_PER_HOUR);
}

/* Two nights in which an hour is missing or double: 72 hours are 72 hours. */
static void
summer_time_neither_gives_nor_takes_an_hour (Fixture       *fixture,
                                             gconstpointer  data)
{
  const MukanaDay days[] = { mukana_day_new (2026, 3, 28), mukana_day_new (2026, 10, 24) };
  const int hours_after_three_days[] = { 1, -1 };   /* as the wall clock shows the same hour */

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MukanaBreach) breach = make_breach ("risk");
      g_autoptr (MukanaBreach) settled = NULL;

      mukana_record_init_int (breach, "found-day", days[i]);
      mukana_record_init_int (breach, "found-minute", 12 * 60);
      settled = mukana_breach_settle (breach);

      g_assert_cmpint (mukana_breach_due_us (settled->found_at) -
                       mukana_day_minute_us (days[i] + 3, 12 * 60),
                       ==, hours_after_three_days[i] * US_PER_HOUR);
    }
}

/* A breach is found at 15.40, and the 72 hours are over at 15.40 and not at 15 or 16. */
static void
the_clock_counts_from_the_minute (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (MukanaBreach) breach = make_breach ("risk");
  g_autoptr (MukanaBreach) settled = mukana_breach_settle (breach);
  MukanaDay last = MUKANA_TEST_TODAY - 1 + 3;

  g_assert_cmpint (mukana_breach_due_us (settled->found_at), ==,
                   mukana_day_minute_us (last, 15 * 60 + 40));
}

/* Saved again without a word of time changed, it was found no sooner and no later. */
static void
an_instant_keeps_its_seconds (Fixture       *fixture,
                              gconstpointer  data)
{
  const gint64 found = mukana_day_minute_us (MUKANA_TEST_TODAY - 1, 15 * 60 + 40)
                       + 17 * G_USEC_PER_SEC;
  g_autoptr (MukanaBreach) breach = make_breach ("risk");
  g_autoptr (MukanaBreach) settled = NULL;

  mukana_record_init_int (breach, "found-at", found);
  mukana_breach_unsettle (breach);
  settled = mukana_breach_settle (breach);

  g_assert_cmpint (breach->found_minute, ==, 15 * 60 + 40);
  g_assert_cmpint (settled->found_at, ==, found);
}

static void
closing_asks_why_somebody_was_not_told (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (MukanaBreach) breach = make_breach ("high");
  g_autoptr (MukanaBreach) stored = NULL;
  g_autoptr (MukanaBreach) closed = NULL;
  g_autoptr (MukanaBreach) explained = NULL;
  g_autoptr (GError) error = NULL;

  g_free (run (fixture, &mukana_breach_save_job, breach));
  stored = read_only (fixture);
  closed = mukana_record_with_int (stored, "closed-on", MUKANA_TEST_TODAY);
  explained = mukana_record_with_text (closed, "not-told-reason", "Tiedosto oli salattu.");

  mukana_store_run (fixture->place->store, &mukana_breach_save_job, closed, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_free (run (fixture, &mukana_breach_save_job, explained));
  g_clear_object (&stored);
  stored = read_only (fixture);
  g_assert_false (mukana_breach_is_waiting (stored));
}

static void
an_open_breach_waits_until_the_authority_is_told (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaBreach) breach = make_breach ("risk");
  g_autoptr (MukanaBreach) stored = NULL;
  g_autoptr (MukanaBreach) told = NULL;
  g_autoptr (MukanaOverview) before = NULL;
  g_autoptr (MukanaOverview) after = NULL;

  g_free (run (fixture, &mukana_breach_save_job, breach));
  before = run (fixture, &mukana_overview_job, NULL);
  stored = read_only (fixture);
  told = mukana_record_with_int (stored, "told-day", MUKANA_TEST_TODAY);
  mukana_record_init_int (told, "told-minute", 6 * 60);
  g_free (run (fixture, &mukana_breach_save_job, told));
  after = run (fixture, &mukana_overview_job, NULL);

  g_assert_cmpint (before->counts[MUKANA_WAITING_BREACH], ==, 1);
  g_assert_cmpint (after->counts[MUKANA_WAITING_BREACH], ==, 0);
}

static void
a_breach_is_not_found_in_the_future (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaBreach) breach = make_breach ("none");
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (breach, "found-day", MUKANA_TEST_TODAY + 1);
  mukana_store_run (fixture->place->store, &mukana_breach_save_job, breach, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
}

/* Found and told within the minute, by what a form begins with. */
static void
telling_begins_as_now_and_not_as_midnight (Fixture       *fixture,
                                           gconstpointer  data)
{
  const gint64 now = mukana_day_minute_us (MUKANA_TEST_TODAY, 15 * 60 + 40) + 17 * G_USEC_PER_SEC;
  g_autoptr (MukanaBreach) breach = make_breach ("risk");
  g_autoptr (MukanaBreach) settled = NULL, earlier = NULL;
  g_autoptr (GPtrArray) none = NULL, some = NULL;

  mukana_record_init_int (breach, "found-at", now);
  mukana_record_init_int (breach, "authority-told-at", 0);
  mukana_breach_unsettle (breach);
  mukana_breach_offer_now (breach, now);
  mukana_record_init_int (breach, "told-day", MUKANA_TEST_TODAY);
  settled = mukana_breach_settle (breach);
  none = mukana_breach_check (settled, now);
  mukana_record_init_int (breach, "told-minute", 15 * 60 + 39);
  earlier = mukana_breach_settle (breach);
  some = mukana_breach_check (earlier, now);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (some->len, ==, 1);
}

typedef struct
{
  MukanaPaperKind  kind;
  const char      *language;
} Wish;

static gpointer
paper_work (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  const Wish *wish = arg;
  g_autoptr (MukanaDocument) document = mukana_paper_make (db, wish->kind, wish->language, FALSE,
                                                           error);

  return document != NULL ? mukana_document_to_text (document) : NULL;
}

static void
papers_name_the_contacts_in_each_language (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const char * const languages[] = { "fi", "sv", "en" };
  static const char * const languages_of_consent[] = { "Suostumus", "Samtycke", "Consent" };
  MukanaSetting *setting = mukana_setting_new ("dpo-name", "Tiina Tietosuoja");

  run (fixture, &mukana_setting_set_job, setting);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int kind = MUKANA_PAPER_PROCESSING_RECORD; kind <= MUKANA_PAPER_IMPACT_ASSESSMENT; kind++)
      {
        Wish wish = { (MukanaPaperKind) kind, languages[i] };
        g_autofree char *text = mukana_test_read (fixture->place, paper_work, &wish);

        g_assert_nonnull (strstr (text, "Tiina Tietosuoja"));
        g_assert_nonnull (strstr (text, languages_of_consent[i]));
        g_assert_null (strstr (text, "@"));
        g_assert_null (strstr (text, "{"));
      }
  mukana_setting_free (setting);
}

/* Whoever signs a record of processing signs what is true of this register. */
static void
papers_tell_how_this_register_is_protected_and_how_many_are_in_it (Fixture       *fixture,
                                                                   gconstpointer  data)
{
  gboolean is_file = mukana_test_path (fixture->place) != NULL;
  Wish record = { MUKANA_PAPER_PROCESSING_RECORD, "en" };
  Wish assessment = { MUKANA_PAPER_IMPACT_ASSESSMENT, "en" };
  g_autofree char *text = NULL, *numbers = NULL;

  for (guint i = 0; i < 3; i++)
    mukana_test_add_person (fixture->place, i);
  text = mukana_test_read (fixture->place, paper_work, &record);
  numbers = mukana_test_read (fixture->place, paper_work, &assessment);

  g_assert_cmpint (strstr (text, "AES-256") != NULL, ==, is_file);
  g_assert_cmpint (strstr (text, "a database of the county") != NULL, ==, !is_file);
  g_assert_nonnull (strstr (numbers, "Number of people: 3"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add ("/accounting/" #name, Fixture, NULL, set_up, name, tear_down)
  TEST (a_breach_comes_back_as_it_was_told);
  TEST (the_clock_counts_hours_and_not_days);
  TEST (the_clock_counts_from_the_minute);
  TEST (an_instant_keeps_its_seconds);
  TEST (summer_time_neither_gives_nor_takes_an_hour);
  TEST (closing_asks_why_somebody_was_not_told);
  TEST (an_open_breach_waits_until_the_authority_is_told);
  TEST (a_breach_is_not_found_in_the_future);
  TEST (telling_begins_as_now_and_not_as_midnight);
  TEST (papers_name_the_contacts_in_each_language);
  TEST (papers_tell_how_this_register_is_protected_and_how_many_are_in_it);
#undef TEST
  return g_test_run ();
}
