/* test-inviting.c: an invitation says what the unit has answered, in the language of who is
 * invited, and nobody is invited who does not allow it. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-decision-question.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-document-words.h"
#include "services/mukana-founding.h"
#include "services/mukana-inviting.h"
#include "services/mukana-journaling.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"

typedef struct
{
  MukanaTestRegister *place;
  char               *path;       /* of the invitation */
  gint64              aino;
  gint64              request;
  gint64              proposal;
} Fixture;

static void
give (Fixture    *fixture,
      const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", fixture->aino);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 3);
  run (fixture, &mukana_consenting_give_job, consent);
}

static gint64
add_person (Fixture *fixture)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree gint64 *id = NULL;

  mukana_person_init_names (person, "Aino", "Korpi");
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi sv");
  mukana_record_init_text (person, "contact-language", "sv");
  id = run (fixture, &mukana_person_save_job, person);
  return *id;
}

static gint64
add_request (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  g_autofree gint64 *id = NULL;

  mukana_record_init_int (time, "day", MUKANA_TEST_TODAY + 30);
  mukana_record_init_int (time, "start-minute", 9 * 60 + 5);
  mukana_record_init_int (time, "end-minute", 11 * 60);
  g_ptr_array_add (file->times, time);
  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Aulan työpaja");
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "hybrid");
  mukana_record_init_text (file->request, "municipality-code", "205");
  mukana_record_init_text (file->request, "venue", "Sairaalan aula");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", 2);
  mukana_record_init_int (file->request, "fee-cents", 12550);
  mukana_record_init_text (file->request, "audience", "Vahtimestareita, 12");
  mukana_record_init_text (file->request, "contact-on-day", "Testi Tapaaja, 040 000 0000");
  mukana_record_init_text (file->request, "can-influence", "Opasteet ja penkit");
  mukana_record_init_text (file->request, "way-of-telling", "Kirje joulukuussa");
  id = run (fixture, &mukana_request_save_job, file);
  return *id;
}

static gint64
propose (Fixture *fixture)
{
  MukanaProposing *proposing = mukana_proposing_new (fixture->request, "theme");
  g_autoptr (GArray) ids = NULL;

  mukana_proposing_add (proposing, fixture->aino, 50, FALSE);
  ids = run (fixture, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  return g_array_index (ids, gint64, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("mukana-invitation-XXXXXX", NULL);

  fixture->path = g_build_filename (folder, "invitation.pdf", NULL);
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  fixture->aino = add_person (fixture);
  give (fixture, "register");
  give (fixture, "matching");
  fixture->request = add_request (fixture);
  fixture->proposal = propose (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
  mukana_test_register_free (fixture->place);
}

static gpointer
text_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  Fixture *fixture = arg;
  gint64 person_id;
  g_autoptr (MukanaDocument) document = mukana_invitation_make (db, fixture->proposal, &person_id,
                                                                error);

  return document != NULL ? mukana_document_to_text (document) : NULL;
}

static const MukanaJob text_job = { "test.invitation", MUKANA_LANE_DOOR, text_run, g_free };

static guint
count_in_journal (Fixture    *fixture,
                  const char *action)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (GArray) ids = run (fixture, &mukana_journal_ids_job, filter);
  MukanaIdPage page = { .n_ids = MIN (ids->len, MUKANA_LIST_PAGE) };
  g_autoptr (GPtrArray) rows = NULL;
  guint n_found = 0;

  mukana_journal_filter_free (filter);
  memcpy (page.ids, ids->data, page.n_ids * sizeof (gint64));
  rows = run (fixture, &mukana_journal_rows_job, &page);
  for (guint i = 0; i < rows->len; i++)
    n_found += g_str_equal (((MukanaJournalRow *) g_ptr_array_index (rows, i))->action, action);
  return n_found;
}

/* Promises. */

static void
invitation_is_in_the_language_of_who_is_invited (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *text = run (fixture, &text_job, fixture);

  g_assert_nonnull (strstr (text, "Inbjudan"));
  g_assert_nonnull (strstr (text, "Korpi"));
  g_assert_nonnull (strstr (text, "9.05–11.00"));
  g_assert_nonnull (strstr (text, "Sairaalan aula, Kajana (På plats eller på distans)"));
  g_assert_nonnull (strstr (text, "125,50 €"));
}

/* A weekday is what people look for in their calendars. */
static void
invitation_says_the_weekday_and_leaves_a_line_for_whom_to_answer (Fixture       *fixture,
                                                                  gconstpointer  data)
{
  g_autoptr (GKeyFile) words = mukana_document_words_load ("sv", NULL);
  g_autofree char *thursday = mukana_document_words_weekday (words, mukana_day_new (2026, 12, 10),
                                                             12 * 60, 16 * 60);
  g_autofree char *asked = mukana_document_words_weekday (words, MUKANA_TEST_TODAY + 30,
                                                          9 * 60 + 5, 11 * 60);
  g_autofree char *text = run (fixture, &text_job, fixture);

  g_assert_cmpstr (thursday, ==, "torsdag 10.12.2026 12.00–16.00");
  g_assert_nonnull (strstr (text, asked));
  g_assert_nonnull (strstr (text, "Till vem du svarar: ____"));
}

static void
invitation_tells_whom_to_answer_where_that_is_known (Fixture       *fixture,
                                                     gconstpointer  data)
{
  g_autofree char *of_request = NULL, *of_unit = NULL;

  mukana_test_sql (fixture->place, "UPDATE request SET requester_name = 'Testi Tilaaja'");
  of_request = run (fixture, &text_job, fixture);
  mukana_test_sql (fixture->place, "INSERT INTO register_setting (name, value) "
                                   "VALUES ('unit-phone', '040 000 0001')");
  of_unit = run (fixture, &text_job, fixture);

  g_assert_nonnull (strstr (of_request, "Till vem du svarar: Testi Tilaaja"));
  g_assert_nonnull (strstr (of_unit, "Till vem du svarar: 040 000 0001"));
}

/* Also where nothing was agreed for the request itself. */
static void
invitation_tells_the_fee_of_the_table (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *text = NULL;

  mukana_test_sql (fixture->place, "UPDATE request SET fee_cents = 0");
  text = run (fixture, &text_job, fixture);

  g_assert_nonnull (strstr (text, "Arvode: "));
  g_assert_nonnull (strstr (text, " € / "));
  g_assert_null (strstr (text, "125,50"));
}

static void
who_is_there_on_the_day_is_told (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *text = run (fixture, &text_job, fixture);

  g_assert_nonnull (strstr (text, "Vahtimestareita, 12"));
  g_assert_nonnull (strstr (text, "Testi Tapaaja, 040 000 0000"));
}

static void
answers_of_the_unit_are_printed_and_open_questions_are_not (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autofree char *text = run (fixture, &text_job, fixture);

  g_assert_nonnull (strstr (text, "Vad i beslutet går det att påverka?"));
  g_assert_nonnull (strstr (text, "Opasteet ja penkit"));
  g_assert_nonnull (strstr (text, "Kirje joulukuussa"));
  g_assert_null (strstr (text, "Vem eller vilka påverkas av beslutet?"));
}

static void
each_question_has_its_words_in_each_language (void)
{
  static const char * const languages[] = { "fi", "sv", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GKeyFile) words = mukana_document_words_load (languages[i], NULL);

      for (guint j = 0; j < MUKANA_N_DECISION_QUESTIONS; j++)
        g_assert_true (g_key_file_has_key (words, "decision-question",
                                           mukana_decision_questions[j].field, NULL));
    }
}

static void
printing_is_noted_in_the_journal (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (MukanaInvitation) asked = mukana_invitation_new (fixture->proposal, fixture->path);
  g_autoptr (MukanaInvitation) written = run (fixture, &mukana_inviting_job, asked);

  run (fixture, &mukana_inviting_note_job, written);

  g_assert_cmpint (written->person_id, ==, fixture->aino);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_in_journal (fixture, "inviting.print"), ==, 1);
}

static void
nobody_is_invited_who_has_taken_the_consent_back (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaInvitation) asked = mukana_invitation_new (fixture->proposal, fixture->path);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->aino, "matching", NULL, "phone");
  g_autoptr (GError) error = NULL;

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  g_assert_null (mukana_store_run (fixture->place->store, &mukana_inviting_job, asked, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/inviting/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (invitation_is_in_the_language_of_who_is_invited);
  ADD (invitation_says_the_weekday_and_leaves_a_line_for_whom_to_answer);
  ADD (invitation_tells_whom_to_answer_where_that_is_known);
  ADD (invitation_tells_the_fee_of_the_table);
  ADD (who_is_there_on_the_day_is_told);
  ADD (answers_of_the_unit_are_printed_and_open_questions_are_not);
  ADD (printing_is_noted_in_the_journal);
  ADD (nobody_is_invited_who_has_taken_the_consent_back);
  g_test_add_func ("/inviting/each_question_has_its_words_in_each_language",
                   each_question_has_its_words_in_each_language);

  return g_test_run ();
}
