/* test-journal-deeds.c: every job that writes leaves its rows in the journal, and no value. */

#include <string.h>

#include "domain/mukana-fee.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-vocabulary.h"
#include "kit/mukana-test.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-journaling.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-pricing.h"
#include "services/mukana-hearing.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "services/mukana-remembering.h"
#include "services/mukana-wording.h"
#include "store/mukana-journal.h"

#define MARK "MERKKI"   /* stands in every text that is written */
#define N_DEEDS 2000

typedef struct
{
  MukanaTestRegister *place;
  gint64              person;
  gint64              organisation;
  gint64              request;
} Fixture;

static gpointer
count_work (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  gint64 n_rows = 0;

  g_assert_cmpint (mukana_journal_check (db, &n_rows, error), ==, 0);
  return g_memdup2 (&n_rows, sizeof n_rows);
}

static gint64
count (Fixture *fixture)
{
  g_autofree gint64 *n_rows = mukana_test_read (fixture->place, count_work, NULL);

  return *n_rows;
}

/* Returns: yours, what the job answered */
static gpointer
run (Fixture         *fixture,
     const MukanaJob *job,
     gpointer         arg,
     gint64           n_expected)
{
  gint64 n_before = count (fixture);
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (fixture->place->store, job, arg, &error);

  g_assert_no_error (error);
  if (count (fixture) != n_before + n_expected)
    g_error ("%s left %d rows, not %d", job->name, (int) (count (fixture) - n_before),
             (int) n_expected);
  return result;
}

static gint64
take_id (gpointer result)
{
  g_autofree gint64 *id = result;

  return *id;
}

static gint64
first_id (GArray *ids)
{
  gint64 id = g_array_index (ids, gint64, 0);

  g_array_unref (ids);
  return id;
}

static gint64
add_person (Fixture *fixture)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, MARK, MARK "nen");
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi");
  mukana_record_init_text (person, "email", MARK "@example.org");
  return take_id (run (fixture, &mukana_person_save_job, person, 1));
}

static void
give (Fixture    *fixture,
      const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", fixture->person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_text (consent, "proof", MARK);
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  run (fixture, &mukana_consenting_give_job, consent, 1);
}

static gint64
add_request (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, MARK);
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "on-site");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_text (file->request, "municipality-code", "765");
  mukana_record_init_int (file->request, "people", 1);
  mukana_record_init_int (time, "day", MUKANA_TEST_TODAY);
  mukana_record_init_int (time, "start-minute", 600);
  mukana_record_init_int (time, "end-minute", 720);
  g_ptr_array_add (file->times, time);
  return take_id (run (fixture, &mukana_request_save_job, file, 1));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL, 1);
  fixture->person = add_person (fixture);
  give (fixture, "register");
  give (fixture, "matching");
  fixture->request = add_request (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static gpointer
wait_work (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return NULL;
}

/* The look at the person is in the journal afterwards. */
static MukanaPersonFile *
read_person (Fixture *fixture)
{
  gint64 n_before = count (fixture);
  MukanaPersonFile *file = mukana_store_run (fixture->place->store, &mukana_person_file_job,
                                             &fixture->person, NULL);

  mukana_test_write (fixture->place, wait_work, NULL);
  g_assert_cmpint (count (fixture), ==, n_before + 1);
  return file;
}

static void
change_person (Fixture *fixture)
{
  MukanaPersonFile *file = read_person (fixture);
  g_autoptr (MukanaPerson) changed = mukana_record_with_text (file->person, "support-needs", MARK);
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MukanaNote) note = g_object_new (MUKANA_TYPE_NOTE, NULL);
  MukanaRoleTerm *role = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);
  MukanaPartsChange *change;

  mukana_record_init_text (role, "role-code", "expert");
  g_ptr_array_add (roles, role);
  change = mukana_parts_change_new (fixture->person, "roles", roles);
  mukana_record_init_int (note, "person-id", fixture->person);
  mukana_record_init_text (note, "body", MARK);

  give (fixture, "support");
  g_free (run (fixture, &mukana_person_save_job, changed, 1));
  run (fixture, &mukana_person_parts_job, change, 1);
  run (fixture, &mukana_person_note_job, note, 1);
  run (fixture, &mukana_person_remove_job, &fixture->person, 1);
  run (fixture, &mukana_person_restore_job, &fixture->person, 1);
  mukana_parts_change_free (change);
  mukana_person_file_free (file);
}

static void
change_organisation (Fixture *fixture)
{
  MukanaOrganisationFile *file = g_new0 (MukanaOrganisationFile, 1);
  g_autoptr (MukanaContact) contact = g_object_new (MUKANA_TYPE_CONTACT, NULL);
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  gint64 contact_id;

  file->organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  mukana_record_init_text (file->organisation, "name", MARK);
  mukana_record_init_text (file->organisation, "sort-key", "m");
  mukana_record_init_text (file->organisation, "kind", "association");
  fixture->organisation = take_id (run (fixture, &mukana_organisation_save_job, file, 1));

  mukana_record_init_int (contact, "organisation-id", fixture->organisation);
  mukana_record_init_text (contact, "name", MARK);
  contact_id = take_id (run (fixture, &mukana_contact_add_job, contact, 1));
  mukana_record_init_int (contact, "id", contact_id);
  run (fixture, &mukana_contact_remove_job, contact, 1);
  run (fixture, &mukana_contact_restore_job, contact, 1);

  mukana_record_init_int (entry, "organisation-id", fixture->organisation);
  mukana_record_init_text (entry, "kind", "call");
  mukana_record_init_text (entry, "summary", MARK);
  g_free (run (fixture, &mukana_log_entry_add_job, entry, 1));

  run (fixture, &mukana_organisation_remove_job, &fixture->organisation, 1);
  run (fixture, &mukana_organisation_restore_job, &fixture->organisation, 1);
  mukana_organisation_file_free (file);
}

/* From a proposal to what followed.  An answer that agrees leaves a row of its own and one
 * for each assignment; what is completed one of its own and one for each line of fees. */
static void
do_work (Fixture *fixture)
{
  MukanaProposing *proposing = mukana_proposing_new (fixture->request, "theme");
  g_autoptr (MukanaFeedback) feedback = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);
  g_autoptr (MukanaOutcome) outcome = g_object_new (MUKANA_TYPE_OUTCOME, NULL);
  MukanaAnswering *answering;
  MukanaCompleting *completing;
  g_autoptr (MukanaParticipants) counts = g_object_new (MUKANA_TYPE_PARTICIPANTS, NULL);
  g_autoptr (MukanaHandling) handling = NULL;
  g_autoptr (MukanaTelling) telling = NULL;
  gint64 assignment, feedback_id, outcome_id;

  mukana_proposing_add (proposing, fixture->person, 70, FALSE);
  answering = mukana_answering_new (first_id (run (fixture, &mukana_proposing_job, proposing, 1)),
                                    "accepted", NULL, NULL);
  assignment = first_id (run (fixture, &mukana_answering_job, answering, 2));
  completing = mukana_completing_new (assignment, "full", 120);
  completing->hundredths_km = 5000;
  g_ptr_array_unref (run (fixture, &mukana_completing_job, completing, 3));

  mukana_record_init_int (feedback, "assignment-id", assignment);
  mukana_record_init_text (feedback, "side", "expert");
  mukana_record_init_int (feedback, "score", 9);
  mukana_record_init_text (feedback, "body", MARK);
  feedback_id = take_id (run (fixture, &mukana_feedback_add_job, feedback, 1));
  handling = mukana_handling_new (feedback_id, MARK);
  run (fixture, &mukana_feedback_handle_job, handling, 1);

  mukana_record_init_int (outcome, "request-id", fixture->request);
  mukana_record_init_text (outcome, "finding", MARK);
  mukana_record_init_text (outcome, "result", "adopted");
  outcome_id = take_id (run (fixture, &mukana_outcome_add_job, outcome, 1));
  mukana_record_init_int (outcome, "id", outcome_id);
  run (fixture, &mukana_outcome_save_job, outcome, 1);
  mukana_record_init_int (counts, "request-id", fixture->request);
  mukana_record_init_int (counts, "n-answered", 1);
  g_free (run (fixture, &mukana_participants_add_job, counts, 1));
  telling = mukana_telling_new (fixture->request, MARK, MARK);
  run (fixture, &mukana_outcome_tell_job, telling, 1);

  run (fixture, &mukana_request_remove_job, &fixture->request, 1);
  run (fixture, &mukana_request_restore_job, &fixture->request, 1);
  mukana_proposing_free (proposing);
  mukana_answering_free (answering);
  mukana_completing_free (completing);
}

static void
change_prices (Fixture *fixture)
{
  g_autoptr (MukanaTravelRate) rate = g_object_new (MUKANA_TYPE_TRAVEL_RATE, NULL);
  g_autoptr (MukanaFeeRule) rule = g_object_new (MUKANA_TYPE_FEE_RULE, NULL);

  mukana_record_init_int (rate, "valid-from", mukana_day_new (2027, 1, 1));
  mukana_record_init_int (rate, "km-cents", 56);
  mukana_record_init_int (rate, "passenger-cents", 4);
  run (fixture, &mukana_travel_rate_add_job, rate, 1);
  run (fixture, &mukana_travel_rate_drop_job, rate, 1);

  mukana_record_init_text (rule, "code", "own");
  mukana_record_init_text (rule, "label-fi", MARK);
  mukana_record_init_text (rule, "label-sv", MARK);
  mukana_record_init_text (rule, "label-en", MARK);
  mukana_record_init_text (rule, "unit", "hour");
  mukana_record_init_int (rule, "amount-cents", 3000);
  mukana_record_init_text (rule, "income-type", "209");
  mukana_record_init_int (rule, "valid-from", mukana_day_new (2027, 1, 1));
  mukana_record_init_int (rule, "id", take_id (run (fixture, &mukana_fee_rule_add_job, rule, 1)));
  run (fixture, &mukana_fee_rule_drop_job, rule, 1);
}

static void
change_register (Fixture *fixture)
{
  MukanaSetting *setting = mukana_setting_new ("weights", MARK);
  g_autoptr (MukanaSavedFilter) filter = g_object_new (MUKANA_TYPE_SAVED_FILTER, NULL);
  g_autoptr (MukanaLexicon) lexicon = run (fixture, &mukana_lexicon_job, NULL, 0);
  MukanaRecord *theme = mukana_lexicon_find (lexicon, MUKANA_LEXICON_THEME, "ik.kot");
  g_autoptr (MukanaRecord) renamed = mukana_record_with_text (theme, "label-fi", MARK);
  MukanaWordChange *change = mukana_word_change_new (theme, renamed);
  gint64 filter_id;

  mukana_word_change_set_synonyms (change, "fi", "", MARK);
  run (fixture, &mukana_wording_change_job, change, 2);   /* the word, and its synonyms */
  run (fixture, &mukana_setting_set_job, setting, 1);
  mukana_record_init_text (filter, "list", "people");
  mukana_record_init_text (filter, "name", MARK);
  mukana_record_init_text (filter, "conditions", MARK);
  filter_id = take_id (run (fixture, &mukana_filter_save_job, filter, 1));
  run (fixture, &mukana_filter_remove_job, &filter_id, 1);
  run (fixture, &mukana_founding_confirm_job, NULL, 1);
  run (fixture, &mukana_founding_rename_job, (gpointer) MARK, 1);
  mukana_word_change_free (change);
  mukana_setting_free (setting);
}

static gpointer
all_rows_work (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (MukanaQuery) rows = mukana_db_select (db, "journal.all", error);

  while (mukana_query_step (rows, error) > 0)
    {
      const char *action = mukana_query_peek_text (rows, "action");

      g_assert_null (strstr (mukana_query_peek_text (rows, "fields"), MARK));
      g_assert_null (strstr (mukana_query_peek_text (rows, "kind"), MARK));
      if (mukana_journal_action_label (action) == NULL)
        g_error ("The action %s has no words", action);
    }

  return NULL;
}

static void
every_writing_job_leaves_exactly_its_rows_and_no_value (Fixture       *fixture,
                                                        gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->person, "register", NULL, "other");

  change_person (fixture);
  change_organisation (fixture);
  do_work (fixture);
  change_prices (fixture);
  change_register (fixture);
  run (fixture, &mukana_consenting_withdraw_job, withdrawal, 1);

  mukana_test_read (fixture->place, all_rows_work, NULL);
  mukana_withdrawal_free (withdrawal);
}

static void
thousands_of_deeds_leave_as_many_rows (Fixture       *fixture,
                                       gconstpointer  data)
{
  MukanaSetting *setting = mukana_setting_new ("weights", MARK);
  gint64 n_before = count (fixture);

  for (int i = 0; i < N_DEEDS; i++)
    mukana_store_run (fixture->place->store, &mukana_setting_set_job, setting, NULL);

  g_assert_cmpint (count (fixture), ==, n_before + N_DEEDS);
  mukana_setting_free (setting);
}

/* What is undone leaves nothing, not even a row that says it was tried. */
static void
a_deed_that_fails_leaves_no_row (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (MukanaPerson) nameless = g_object_new (MUKANA_TYPE_PERSON, NULL);
  gint64 n_before = count (fixture);
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, &mukana_person_save_job, nameless, &error);

  g_assert_nonnull (error);
  g_assert_cmpint (count (fixture), ==, n_before);
}

static GArray *
list (Fixture             *fixture,
      MukanaJournalFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = mukana_store_run (fixture->place->store, &mukana_journal_ids_job, filter, &error);

  g_assert_no_error (error);
  mukana_journal_filter_free (filter);
  return ids;
}

static guint
count_list (Fixture             *fixture,
            MukanaJournalFilter *filter)
{
  g_autoptr (GArray) ids = list (fixture, filter);

  return ids->len;
}

static void
the_journal_is_narrowed_by_person_user_kind_and_day (Fixture       *fixture,
                                                     gconstpointer  data)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  guint n_all = count_list (fixture, mukana_journal_filter_copy (filter));

  filter->person_id = fixture->person;
  g_assert_cmpuint (count_list (fixture, mukana_journal_filter_copy (filter)), ==, 3);
  filter->group = MUKANA_DEEDS_CONSENTS;
  g_assert_cmpuint (count_list (fixture, filter), ==, 2);

  filter = mukana_journal_filter_new ();
  filter->actor = g_strdup ("nobody");
  g_assert_cmpuint (count_list (fixture, filter), ==, 0);

  filter = mukana_journal_filter_new ();
  filter->from_day = MUKANA_TEST_TODAY;
  filter->last_day = MUKANA_TEST_TODAY;
  g_assert_cmpuint (count_list (fixture, mukana_journal_filter_copy (filter)), >=, n_all);
  filter->from_day++;
  filter->last_day++;
  g_assert_cmpuint (count_list (fixture, filter), ==, 0);

  filter = mukana_journal_filter_new ();
  filter->needle = g_strdup (MARK "nen");
  g_assert_cmpuint (count_list (fixture, filter), ==, 3);
}

static void
a_search_is_told_without_the_name_of_what_was_typed_into (Fixture       *fixture,
                                                          gconstpointer  data)
{
  g_autoptr (MukanaJournalRow) search = g_object_new (MUKANA_TYPE_JOURNAL_ROW, NULL);
  g_autoptr (MukanaJournalRow) change = g_object_new (MUKANA_TYPE_JOURNAL_ROW, NULL);
  g_autofree char *searched = NULL;
  g_autofree char *changed = NULL;

  mukana_record_init_text (search, "action", "looking.search");
  mukana_record_init_text (search, "fields", "words");
  mukana_record_init_text (change, "action", "people.change");
  mukana_record_init_text (change, "fields", "email");
  searched = mukana_journal_describe_deed (search);
  changed = mukana_journal_describe_deed (change);

  g_assert_cmpstr (searched, ==, "Searched people by words");
  g_assert_nonnull (strstr (changed, ": E-mail"));
}

static void
a_row_names_its_record_while_that_may_be_shown (Fixture       *fixture,
                                                gconstpointer  data)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (GArray) ids = NULL;
  MukanaIdPage page = { .n_ids = 1 };
  GPtrArray *rows;

  filter->person_id = fixture->person;
  ids = list (fixture, filter);
  page.ids[0] = g_array_index (ids, gint64, 0);

  rows = mukana_store_run (fixture->place->store, &mukana_journal_rows_job, &page, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((MukanaJournalRow *) g_ptr_array_index (rows, 0))->name, ==,
                   MARK " " MARK "nen");
  g_ptr_array_unref (rows);

  mukana_store_run (fixture->place->store, &mukana_person_remove_job, &fixture->person, NULL);
  rows = mukana_store_run (fixture->place->store, &mukana_journal_rows_job, &page, NULL);
  g_assert_null (((MukanaJournalRow *) g_ptr_array_index (rows, 0))->name);
  g_ptr_array_unref (rows);
}

static gpointer
add_many_work (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  for (int i = 0; i < GPOINTER_TO_INT (arg); i++)
    if (!mukana_journal_add (db, i % 7 == 0 ? "looking.person" : "people.save", MUKANA_KIND_PERSON,
                             i % 500 + 1, "email phone", error))
      return NULL;

  return NULL;
}

/* What the page does with a log of many years; the times are told and not judged, since this
 * machine may be busy.  The bound is only that it ends. */
static void
a_hundred_thousand_rows_are_listed_and_verified (Fixture       *fixture,
                                                 gconstpointer  data)
{
  int n_rows = g_test_slow () ? 100000 : 5000;
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (GTimer) timer = NULL;
  g_autofree MukanaJournalVerdict *verdict = NULL;
  guint n_listed;

  mukana_test_write (fixture->place, add_many_work, GINT_TO_POINTER (n_rows));
  timer = g_timer_new ();
  filter->group = MUKANA_DEEDS_LOOKS;
  n_listed = count_list (fixture, filter);
  g_test_message ("%d rows: %.0f ms to list the looks", n_rows,
                  1000 * g_timer_elapsed (timer, NULL));
  g_timer_start (timer);
  verdict = mukana_store_run (fixture->place->store, &mukana_journal_verify_job, NULL, NULL);
  g_test_message ("%d rows: %.0f ms to verify", n_rows, 1000 * g_timer_elapsed (timer, NULL));

  g_assert_cmpuint (n_listed, >=, (guint) n_rows / 7);
  g_assert_cmpint (verdict->first_bad, ==, 0);
  g_assert_cmpint (verdict->n_rows, >=, n_rows);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add ("/journal-deeds/" #name, Fixture, NULL, set_up, name, tear_down)
  TEST (every_writing_job_leaves_exactly_its_rows_and_no_value);
  TEST (thousands_of_deeds_leave_as_many_rows);
  TEST (a_deed_that_fails_leaves_no_row);
  TEST (the_journal_is_narrowed_by_person_user_kind_and_day);
  TEST (a_search_is_told_without_the_name_of_what_was_typed_into);
  TEST (a_row_names_its_record_while_that_may_be_shown);
  TEST (a_hundred_thousand_rows_are_listed_and_verified);
#undef TEST
  return g_test_run ();
}
