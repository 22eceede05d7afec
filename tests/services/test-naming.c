/* test-naming.c: roles hold, and criminal background is shown to those named for it alone. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-consent.h"
#include "kit/mukana-test.h"
#include "services/mukana-attaching.h"
#include "services/mukana-consenting.h"
#include "services/mukana-copying.h"
#include "services/mukana-erasing.h"
#include "services/mukana-founding.h"
#include "services/mukana-history.h"
#include "services/mukana-journaling.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-listing.h"
#include "services/mukana-matching.h"
#include "services/mukana-merging.h"
#include "services/mukana-naming.h"
#include "services/mukana-registering.h"
#include "services/mukana-renewing.h"
#include "services/mukana-rights.h"
#include "services/mukana-staying.h"
#include "services/mukana-wording.h"

#define CRIMINAL "so.rik"

typedef struct
{
  MukanaTestRegister *place;
  MukanaStore        *store;    /* as whom the test works now */
  gint64              person;
  gint64              request;
} Fixture;

static gpointer
run (Fixture         *fixture,
     const MukanaJob *job,
     gpointer         arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (fixture->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_refused (Fixture         *fixture,
                const MukanaJob *job,
                gpointer         arg)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->store, job, arg, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
}

/* The same register, opened by another account. */
static void
work_as (Fixture    *fixture,
         const char *actor)
{
  if (fixture->place->store != NULL)
    mukana_test_register_close (fixture->place);
  if (fixture->store != NULL)
    mukana_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fixture->store = mukana_test_open_for (fixture->place, actor);
}

static MukanaRegisterUser *
make_user (const char *name,
           const char *role,
           gboolean    sees_article_10)
{
  MukanaRegisterUser *user = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);

  mukana_record_init_text (user, "name", name);
  mukana_record_init_text (user, "role", role);
  mukana_record_init_int (user, "sees-article-10", sees_article_10);
  return user;
}

static void
name_user (Fixture    *fixture,
           const char *name,
           const char *role,
           gboolean    sees_article_10)
{
  g_autoptr (MukanaRegisterUser) user = make_user (name, role, sees_article_10);

  run (fixture, &mukana_user_save_job, user);
}

static gint64
take_id (gpointer result)
{
  g_autofree gint64 *id = result;

  return *id;
}

static void
give_to (Fixture    *fixture,
         gint64      person,
         const char *purpose,
         const char *theme)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 3);
  if (theme != NULL)
    mukana_record_init_int (consent, "expires-on", MUKANA_TEST_TODAY + 20);
  run (fixture, &mukana_consenting_give_job, consent);
}

static void
give (Fixture    *fixture,
      const char *purpose,
      const char *theme)
{
  give_to (fixture, fixture->person, purpose, theme);
}

static void
set_themes (Fixture    *fixture,
            const char *first,
            const char *second)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  const char *ids[] = { first, second };
  MukanaPartsChange *change;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i] != NULL)
      {
        MukanaExperience *theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);

        mukana_record_init_text (theme, "theme-id", ids[i]);
        mukana_record_init_text (theme, "perspective", "own");
        g_ptr_array_add (parts, theme);
      }

  change = mukana_parts_change_new (fixture->person, "themes", parts);
  run (fixture, &mukana_person_parts_job, change);
  mukana_parts_change_free (change);
}

static void
add_request (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  MukanaRequestTheme *theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Vankilatyön kehittäminen");
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "remote");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", 1);
  mukana_record_init_int (time, "day", mukana_day_new (2026, 12, 10));
  mukana_record_init_int (time, "start-minute", 600);
  mukana_record_init_int (time, "end-minute", 720);
  g_ptr_array_add (file->times, time);
  mukana_record_init_text (theme, "theme-id", CRIMINAL);
  mukana_record_init_int (theme, "weight", 1);
  mukana_record_init_int (theme, "is-required", 1);
  g_ptr_array_add (file->themes, theme);
  fixture->request = take_id (run (fixture, &mukana_request_save_job, file));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  MukanaToldPerson told = { person, consent };

  fixture->place = mukana_test_register_new ();
  work_as (fixture, "maija");
  run (fixture, &mukana_founding_job, NULL);
  mukana_person_init_names (person, "Aino", "Korpi");
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi");
  mukana_record_init_int (person, "remote-ok", 1);
  mukana_record_init_text (person, "support-needs", "induktiosilmukka");
  mukana_record_init_text (person, "email", "aino@example.org");
  mukana_record_init_text (consent, "purpose", "support");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  fixture->person = take_id (run (fixture, &mukana_person_tell_job, &told));
  give (fixture, "register", NULL);
  give (fixture, "matching", NULL);
  give (fixture, "theme", CRIMINAL);
  give (fixture, "theme", "mt.mas");
  set_themes (fixture, CRIMINAL, "mt.mas");
  add_request (fixture);
  name_user (fixture, "maija", "coordinator", TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_store_close (fixture->store);
  g_clear_object (&fixture->store);
  mukana_test_register_free (fixture->place);
}

static MukanaPersonFile *
read_person (Fixture *fixture)
{
  return run (fixture, &mukana_person_file_job, &fixture->person);
}

/* How often the theme shows: on the person's page, among their consents, in the list's rows,
 * by its filter, by its word, in the words of themes, on the request and in matching. */
typedef struct
{
  guint on_page, consents, rows, filter, words, lexicon, request, candidates;
} Seen;

static guint
count_ids (Fixture            *fixture,
           MukanaPeopleFilter  filter)
{
  g_autoptr (GArray) ids = run (fixture, &mukana_people_ids_job, &filter);

  return ids->len;
}

static guint
count_candidates (Fixture *fixture)
{
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (fixture->store);
  MukanaMatchQuestion *question = mukana_match_question_new (matcher, fixture->request, 50);
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  guint n_themed = 0;

  question->why_person = fixture->person;
  answer = run (fixture, &mukana_matching_job, question);
  mukana_match_question_free (question);
  if (answer->why_row != NULL)
    {
      const char *why = answer->why_row->why[MUKANA_PART_THEME];

      g_test_message ("The theme part says: %s", why);
      n_themed = strstr (why, "riminal") != NULL || strstr (why, "ikostausta") != NULL;
    }
  return n_themed;
}

static Seen
look_around (Fixture *fixture)
{
  g_autoptr (MukanaPersonFile) file = read_person (fixture);
  g_autoptr (MukanaLexicon) words = run (fixture, &mukana_lexicon_job, NULL);
  g_autoptr (MukanaRequestFile) request = run (fixture, &mukana_request_file_job,
                                               &fixture->request);
  MukanaIdPage page = { { fixture->person }, 1 };
  g_autoptr (GPtrArray) rows = run (fixture, &mukana_people_rows_job, &page);
  MukanaPersonRow *row = g_ptr_array_index (rows, 0);
  Seen seen = { 0 };

  for (guint i = 0; i < file->themes->len; i++)
    seen.on_page += g_str_equal (((MukanaExperience *) g_ptr_array_index (file->themes, i))
                                   ->theme_id, CRIMINAL);
  for (guint i = 0; i < file->consents->len; i++)
    seen.consents += g_strcmp0 (((MukanaConsent *) g_ptr_array_index (file->consents, i))
                                  ->theme_id, CRIMINAL) == 0;
  seen.rows = row->themes != NULL && strstr (row->themes, CRIMINAL) != NULL;
  seen.filter = count_ids (fixture, (MukanaPeopleFilter) { .theme = (char *) CRIMINAL });
  seen.words = count_ids (fixture, (MukanaPeopleFilter) { .needle = (char *) "rikostausta" });
  seen.lexicon = mukana_lexicon_find (words, MUKANA_LEXICON_THEME, CRIMINAL) != NULL;
  seen.request = request->themes->len;
  seen.candidates = count_candidates (fixture);
  return seen;
}

static void
criminal_background_is_seen_by_who_is_named_for_it (Fixture       *fixture,
                                                    gconstpointer  data)
{
  Seen seen;

  name_user (fixture, "pekka", "coordinator", FALSE);
  seen = look_around (fixture);

  g_assert_cmpuint (seen.on_page, ==, 1);
  g_assert_cmpuint (seen.consents, ==, 1);
  g_assert_cmpuint (seen.rows, ==, 1);
  g_assert_cmpuint (seen.filter, ==, 1);
  g_assert_cmpuint (seen.lexicon, ==, 1);
  g_assert_cmpuint (seen.request, ==, 1);
  g_assert_cmpuint (seen.candidates, ==, 1);
}

static void
assert_unseen (Fixture *fixture)
{
  Seen seen = look_around (fixture);

  g_assert_cmpuint (seen.on_page, ==, 0);
  g_assert_cmpuint (seen.consents, ==, 0);
  g_assert_cmpuint (seen.rows, ==, 0);
  g_assert_cmpuint (seen.filter, ==, 0);
  g_assert_cmpuint (seen.words, ==, 0);
  g_assert_cmpuint (seen.lexicon, ==, 0);
  g_assert_cmpuint (seen.request, ==, 0);
  g_assert_cmpuint (seen.candidates, ==, 0);
}

static void
another_coordinator_sees_none_of_it (Fixture       *fixture,
                                     gconstpointer  data)
{
  name_user (fixture, "pekka", "coordinator", FALSE);
  work_as (fixture, "pekka");

  assert_unseen (fixture);
}

/* Neither before anybody is named, nor by naming somebody else. */
static void
nobody_sees_it_who_is_not_named_for_it (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (MukanaRegisterUser) maija = make_user ("maija", "coordinator", TRUE);

  run (fixture, &mukana_user_drop_job, maija);
  assert_unseen (fixture);
  name_user (fixture, "pekka", "reader", FALSE);
  assert_unseen (fixture);
}

static void
what_one_cannot_see_one_does_not_take_away (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) file = NULL;

  name_user (fixture, "pekka", "coordinator", FALSE);
  work_as (fixture, "pekka");
  set_themes (fixture, "mt.mas", NULL);
  work_as (fixture, "maija");
  file = read_person (fixture);

  g_assert_cmpuint (file->themes->len, ==, 2);
}

/* A list of what is to be renewed would tell of them, and a copy would have all of them. */
static void
whoever_is_not_named_neither_renews_nor_copies_them (Fixture       *fixture,
                                                     gconstpointer  data)
{
  const int most = 50;
  g_autofree char *folder = g_dir_make_tmp ("mukana-XXXXXX", NULL);
  MukanaCopy *copy = mukana_copy_new (fixture->person, FALSE, folder);
  g_autoptr (GPtrArray) named = NULL, not_named = NULL;

  named = run (fixture, &mukana_renewals_job, (gpointer) &most);
  name_user (fixture, "pekka", "coordinator", FALSE);
  work_as (fixture, "pekka");
  not_named = run (fixture, &mukana_renewals_job, (gpointer) &most);
  assert_refused (fixture, &mukana_copying_write_job, copy);
  mukana_copy_free (copy);

  g_assert_cmpuint (named->len, ==, 2);
  g_assert_cmpuint (not_named->len, ==, 1);
  g_assert_cmpint (g_rmdir (folder), ==, 0);    /* nothing was written */
}

/* Two records: in the other one the consent to it was taken back. */
static void
merging_ends_what_whoever_merges_may_not_see (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaPerson) other = g_object_new (MUKANA_TYPE_PERSON, NULL);
  MukanaMergeOrder order = { fixture->person, 0, (char *[]) { NULL } };
  MukanaWithdrawal *withdrawal;
  g_autoptr (MukanaPersonFile) file = NULL;

  mukana_person_init_names (other, "Aino", "Korppi");
  mukana_record_init_text (other, "state", "active");
  mukana_record_init_text (other, "fee-mode", "fee");
  order.gone_id = take_id (run (fixture, &mukana_person_save_job, other));
  give_to (fixture, order.gone_id, "register", NULL);
  give_to (fixture, order.gone_id, "theme", CRIMINAL);
  withdrawal = mukana_withdrawal_new (order.gone_id, "theme", CRIMINAL, "phone");
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  name_user (fixture, "pekka", "coordinator", FALSE);
  work_as (fixture, "pekka");
  g_free (run (fixture, &mukana_merging_merge_job, &order));
  work_as (fixture, "maija");
  file = read_person (fixture);

  g_assert_false (mukana_consent_allows (file->consents, "theme", CRIMINAL, MUKANA_TEST_TODAY));
  g_assert_true (mukana_consent_allows (file->consents, "theme", "mt.mas", MUKANA_TEST_TODAY));
}

static void
a_word_one_cannot_see_is_not_written_over (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (MukanaTheme) theme = g_object_new (MUKANA_TYPE_THEME, NULL);
  g_autoptr (MukanaLexicon) words = NULL;
  MukanaTheme *hidden;
  MukanaWordChange *change;

  mukana_record_init_text (theme, "id", CRIMINAL);
  mukana_record_init_text (theme, "label-fi", "Aivan muuta");
  mukana_record_init_text (theme, "label-sv", "Något annat");
  mukana_record_init_text (theme, "label-en", "Something else");
  mukana_record_init_text (theme, "sensitivity", "social");
  change = mukana_word_change_new (NULL, theme);
  name_user (fixture, "pekka", "coordinator", FALSE);
  work_as (fixture, "pekka");
  assert_refused (fixture, &mukana_wording_change_job, change);
  mukana_word_change_free (change);

  work_as (fixture, "maija");
  words = run (fixture, &mukana_lexicon_job, NULL);
  hidden = mukana_lexicon_find (words, MUKANA_LEXICON_THEME, CRIMINAL);
  g_assert_cmpstr (hidden->sensitivity, ==, "art10_criminal");
}

static void
the_first_user_is_whoever_named_one (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaRegisterUser) nobody_yet = make_user ("maija", "coordinator", TRUE);
  g_autoptr (GPtrArray) users = NULL;
  MukanaRegisterUser *first;

  run (fixture, &mukana_user_drop_job, nobody_yet);
  name_user (fixture, "pekka", "reader", FALSE);
  users = run (fixture, &mukana_users_list_job, NULL);
  first = g_ptr_array_index (users, 0);

  g_assert_cmpuint (users->len, ==, 2);
  g_assert_cmpstr (first->name, ==, "maija");
  g_assert_cmpstr (first->role, ==, "coordinator");
}

static void
somebody_always_coordinates (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (MukanaRegisterUser) reader = make_user ("maija", "reader", FALSE);

  name_user (fixture, "pekka", "reader", FALSE);
  assert_refused (fixture, &mukana_user_save_job, reader);
  assert_refused (fixture, &mukana_user_drop_job, reader);
}

static void
a_reader_changes_nothing_and_sees_nothing_sensitive (Fixture       *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) file = NULL;
  g_autoptr (MukanaPerson) changed = NULL;
  MukanaHistoryQuestion question = { MUKANA_KIND_PERSON, fixture->person };
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->person, "register", NULL, "other");

  name_user (fixture, "liisa", "reader", TRUE);
  work_as (fixture, "liisa");
  file = read_person (fixture);
  changed = mukana_record_with_text (file->person, "pronoun", "hän");

  g_assert_cmpstr (file->person->display_name, ==, "Aino Korpi");
  g_assert_cmpuint (file->themes->len, ==, 0);
  g_assert_null (file->person->support_needs);
  g_assert_cmpuint (count_ids (fixture, (MukanaPeopleFilter) { .needle = (char *) "korpi" }),
                    ==, 1);
  g_assert_cmpuint (count_ids (fixture, (MukanaPeopleFilter) { .needle = (char *) "masennus" }),
                    ==, 0);
  assert_refused (fixture, &mukana_person_save_job, changed);
  assert_refused (fixture, &mukana_person_remove_job, &fixture->person);
  assert_refused (fixture, &mukana_consenting_withdraw_job, withdrawal);
  assert_refused (fixture, &mukana_users_list_job, NULL);
  assert_refused (fixture, &mukana_history_job, &question);
  assert_refused (fixture, &mukana_journal_verify_job, NULL);
  mukana_withdrawal_free (withdrawal);
}

/* A signed form says what the consent is about, and its name may as well. */
static void
papers_and_requests_of_a_person_are_sensitive (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "masennus-suostumus.txt", NULL);
  MukanaNewAttachment *asked = mukana_new_attachment_new (fixture->person, 0, path);
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  MukanaMergeOrder order = { fixture->person, fixture->person, NULL };
  g_autoptr (MukanaPersonFile) full = NULL, file = NULL;

  g_assert_true (g_file_set_contents (path, "suostun", -1, NULL));
  g_free (run (fixture, &mukana_attachment_add_job, asked));
  g_unlink (path);
  mukana_new_attachment_free (asked);
  mukana_record_init_int (request, "person-id", fixture->person);
  mukana_record_init_text (request, "kind", "access");
  mukana_record_init_text (request, "how", "phone");
  mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY);
  mukana_record_init_text (request, "words", "mitä masennuksestani on kirjattu");
  g_free (run (fixture, &mukana_rights_note_job, request));
  full = read_person (fixture);
  name_user (fixture, "liisa", "reader", TRUE);
  work_as (fixture, "liisa");
  file = read_person (fixture);

  g_assert_cmpuint (full->attachments->len, ==, 1);
  g_assert_nonnull (((MukanaRightsRequest *) g_ptr_array_index (full->rights, 0))->words);
  g_assert_cmpuint (file->attachments->len, ==, 0);
  g_assert_null (((MukanaRightsRequest *) g_ptr_array_index (file->rights, 0))->words);
  assert_refused (fixture, &mukana_attachment_read_job,
                  g_ptr_array_index (full->attachments, 0));
  assert_refused (fixture, &mukana_erasing_preview_job, &fixture->person);
  assert_refused (fixture, &mukana_merging_view_job, &order);
  assert_refused (fixture, &mukana_rights_diary_job, NULL);
  assert_refused (fixture, &mukana_renewals_job, NULL);
  assert_refused (fixture, &mukana_staying_list_job, NULL);
}

static void
an_auditor_reads_the_log_without_names (Fixture       *fixture,
                                        gconstpointer  data)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (GArray) ids = NULL;
  MukanaIdPage page = { .n_ids = 1 };
  g_autoptr (GPtrArray) rows = NULL;

  name_user (fixture, "ari", "auditor", FALSE);
  work_as (fixture, "ari");
  filter->person_id = fixture->person;
  ids = run (fixture, &mukana_journal_ids_job, filter);
  page.ids[0] = g_array_index (ids, gint64, 0);
  rows = run (fixture, &mukana_journal_rows_job, &page);

  g_assert_cmpuint (ids->len, >, 0);
  g_assert_null (((MukanaJournalRow *) g_ptr_array_index (rows, 0))->name);
  assert_refused (fixture, &mukana_person_file_job, &fixture->person);
  assert_refused (fixture, &mukana_people_rows_job, &page);
  mukana_journal_filter_free (filter);
}

static void
a_role_holds_from_the_next_deed_on (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) before = NULL;
  g_autoptr (MukanaRegisterUser) hyte = make_user ("maija", "hyte", FALSE);

  name_user (fixture, "pekka", "coordinator", TRUE);
  before = read_person (fixture);
  run (fixture, &mukana_user_save_job, hyte);

  assert_refused (fixture, &mukana_person_file_job, &fixture->person);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add ("/naming/" #name, Fixture, NULL, set_up, name, tear_down)
  TEST (criminal_background_is_seen_by_who_is_named_for_it);
  TEST (another_coordinator_sees_none_of_it);
  TEST (nobody_sees_it_who_is_not_named_for_it);
  TEST (what_one_cannot_see_one_does_not_take_away);
  TEST (whoever_is_not_named_neither_renews_nor_copies_them);
  TEST (merging_ends_what_whoever_merges_may_not_see);
  TEST (a_word_one_cannot_see_is_not_written_over);
  TEST (the_first_user_is_whoever_named_one);
  TEST (somebody_always_coordinates);
  TEST (a_reader_changes_nothing_and_sees_nothing_sensitive);
  TEST (papers_and_requests_of_a_person_are_sensitive);
  TEST (an_auditor_reads_the_log_without_names);
  TEST (a_role_holds_from_the_next_deed_on);
#undef TEST
  return g_test_run ();
}
