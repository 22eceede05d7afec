/* test-renewing.c: whose consent ends is asked anew, once, and what was agreed to can be opened. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-beginning-day.h"
#include "services/mukana-consent-opening.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-guarding.h"
#include "services/mukana-listing.h"
#include "services/mukana-renewing.h"
#include "services/mukana-retaining.h"
#include "services/mukana-standard-texts.h"
#include "store/mukana-people.h"

#define THEME "mt.mas"
#define SOON_DAYS 20

typedef struct
{
  MukanaTestRegister *place;
  gint64              person;
  char               *folder;
  MukanaRenewalDeed  *deed;
} Fixture;

static MukanaConsent *
make_consent (gint64      person_id,
              const char *purpose,
              const char *theme_id,
              MukanaDay   expires_on)
{
  MukanaConsent *consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme_id);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 700);
  mukana_record_init_int (consent, "expires-on", expires_on);
  mukana_record_init_int (consent, "withdrawn-on", MUKANA_DAY_NONE);
  return consent;
}

static void
give (Fixture    *self,
      gint64      person_id,
      const char *purpose,
      const char *theme_id,
      MukanaDay   expires_on)
{
  g_autoptr (MukanaConsent) consent = make_consent (person_id, purpose, theme_id, expires_on);

  run (self, &mukana_consenting_give_job, consent);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->place = mukana_test_register_new ();
  run (self, &mukana_founding_job, NULL);
  self->person = mukana_test_add_person (self->place, 1);
  self->folder = g_dir_make_tmp ("mukana-renewing-XXXXXX", &error);
  g_assert_no_error (error);
  self->deed = mukana_renewal_deed_new (self->person);
  self->deed->path = g_build_filename (self->folder, "letter.pdf", NULL);
  give (self, self->person, "register", NULL, MUKANA_TEST_TODAY + SOON_DAYS);
  give (self, self->person, "theme", THEME, MUKANA_TEST_TODAY + SOON_DAYS);
  mukana_test_sql (self->place, "UPDATE person SET contact_language = 'fi'; "
                                "INSERT INTO person_theme (person_id, theme_id, perspective) "
                                "SELECT person_id, theme_id, 'own' FROM consent "
                                " WHERE theme_id IS NOT NULL");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  mukana_renewal_deed_free (self->deed);
  mukana_test_register_free (self->place);
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return GSIZE_TO_POINTER ((gsize) mukana_test_number (db, arg));
}

static gint64
count (Fixture    *self,
       const char *sql)
{
  return (gint64) GPOINTER_TO_SIZE (mukana_test_read (self->place, count_run, (gpointer) sql));
}

static GPtrArray *
list (Fixture *self)
{
  int most = 100;

  return run (self, &mukana_renewals_job, &most);
}

static void
set_day (Fixture   *self,
         MukanaDay  day)
{
  gboolean has_turned = TRUE;

  mukana_clock_set_still (self->place->clock, mukana_day_minute_us (day, 600));
  run (self, &mukana_new_day_job, &has_turned);
}

static char *
read_text (Fixture    *self,
           const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* Asking. */

static void
one_letter_asks_for_all_and_says_that_they_were_asked (Fixture       *self,
                                                       gconstpointer  data)
{
  g_autoptr (MukanaRenewalDeed) done = run (self, &mukana_renewal_print_job, self->deed);
  g_autoptr (GPtrArray) renewals = list (self);
  g_autofree char *text = read_text (self, "letter.txt");

  g_assert_cmpuint (done->n_done, ==, 1);
  g_assert_true (g_file_test (self->deed->path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "Suostumus rekisteriin"));
  g_assert_null (strchr (text, '{'));
  g_assert_cmpuint (renewals->len, ==, 2);
  for (guint i = 0; i < renewals->len; i++)
    {
      const MukanaRenewal *renewal = g_ptr_array_index (renewals, i);

      g_assert_cmpint (renewal->asked_on, ==, MUKANA_TEST_TODAY);
      g_assert_cmpstr (renewal->asked_how, ==, "letter");
    }
  g_assert_cmpint (count (self, "SELECT count(*) FROM journal WHERE action = 'renewing.print'"),
                   ==, 1);
}

/* Somebody else may open it. */
static void
a_letter_names_no_theme_and_no_place (Fixture       *self,
                                      gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (MukanaRenewalDeed) done = NULL;

  mukana_test_sql (self->place, "UPDATE person SET street = 'Salakuja 1', channel = 'letter', "
                                "municipality_code = '205', non_disclosure = 1");
  done = run (self, &mukana_renewal_print_job, self->deed);
  text = read_text (self, "letter.txt");

  g_assert_cmpuint (done->n_done, ==, 1);
  g_assert_null (strstr (text, "asennus"));
  g_assert_null (strstr (text, "Salakuja"));
  g_assert_null (strstr (text, "Kajaani"));
}

static void
nobody_is_asked_twice_in_silence (Fixture       *self,
                                  gconstpointer  data)
{
  g_autoptr (MukanaRenewalDeed) first = run (self, &mukana_renewal_ask_job, self->deed);
  g_autoptr (MukanaRenewalDeed) second = NULL;

  fail (self, &mukana_renewal_print_job, self->deed, MUKANA_ERROR_CONFLICT);
  g_assert_false (g_file_test (self->deed->path, G_FILE_TEST_EXISTS));
  self->deed->is_again = TRUE;
  second = run (self, &mukana_renewal_print_job, self->deed);

  g_assert_cmpuint (first->n_done, ==, 1);
  g_assert_cmpuint (second->n_done, ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM renewal_question"), ==, 2);
}

static void
that_somebody_was_asked_by_phone_is_taken_back (Fixture       *self,
                                                gconstpointer  data)
{
  g_autoptr (MukanaRenewalDeed) done = run (self, &mukana_renewal_ask_job, self->deed);
  g_autoptr (GPtrArray) asked = list (self);
  g_autoptr (GPtrArray) after = NULL;

  self->deed->question_id = done->question_id;
  run (self, &mukana_renewal_unask_job, self->deed);
  after = list (self);
  fail (self, &mukana_renewal_unask_job, self->deed, MUKANA_ERROR_CONFLICT);

  g_assert_cmpstr (((MukanaRenewal *) asked->pdata[0])->asked_how, ==, "phone");
  g_assert_cmpint (((MukanaRenewal *) after->pdata[0])->asked_on, ==, MUKANA_DAY_NONE);
}

static void
letter_that_is_not_written_asks_nobody (Fixture       *self,
                                        gconstpointer  data)
{
  g_autofree char *text = g_build_filename (self->folder, "letter.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (text, "here already", -1, NULL);
  mukana_store_run (self->place->store, &mukana_renewal_print_job, self->deed, &error);

  g_assert_nonnull (error);
  g_assert_false (g_file_test (self->deed->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count (self, "SELECT count(*) FROM renewal_question"), ==, 0);
}

/* Who must not be found is asked in the way that was agreed, and only so. */
static void
many_are_written_to_at_once_but_nobody_against_what_was_agreed (Fixture       *self,
                                                                gconstpointer  data)
{
  gint64 second = mukana_test_add_person (self->place, 2);
  gint64 third = mukana_test_add_person (self->place, 3);
  g_autoptr (MukanaRenewalDeed) all = mukana_renewal_deed_new (0);
  g_autoptr (MukanaRenewalDeed) hidden = mukana_renewal_deed_new (third);
  g_autoptr (MukanaRenewalDeed) done = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE person SET non_disclosure = 1, channel = 'phone' "
                                          "WHERE id = %" G_GINT64_FORMAT, third);

  give (self, second, "register", NULL, MUKANA_TEST_TODAY + 1);
  give (self, third, "register", NULL, MUKANA_TEST_TODAY + 2);
  mukana_test_sql (self->place, sql);
  all->folder = g_strdup (self->folder);
  hidden->path = g_strdup (self->deed->path);
  done = run (self, &mukana_renewal_print_job, all);

  g_assert_cmpuint (done->n_done, ==, 2);
  g_assert_cmpuint (done->n_left_out, ==, 1);
  fail (self, &mukana_renewal_print_job, hidden, MUKANA_ERROR_NOT_ALLOWED);
  fail (self, &mukana_renewal_print_job, all, MUKANA_ERROR_INVALID);   /* all were asked */
  g_assert_cmpint (count (self, "SELECT count(*) FROM renewal_question"), ==, 2);
}

static void
whoever_withdrew_or_is_restricted_is_not_asked (Fixture       *self,
                                                gconstpointer  data)
{
  MukanaWithdrawal *all = mukana_withdrawal_new (self->person, "register", NULL, "phone");

  mukana_test_sql (self->place, "UPDATE person SET restricted_at = 1");
  fail (self, &mukana_renewal_ask_job, self->deed, MUKANA_ERROR_NOT_ALLOWED);
  mukana_test_sql (self->place, "UPDATE person SET restricted_at = 0");
  run (self, &mukana_consenting_withdraw_job, all);
  fail (self, &mukana_renewal_print_job, self->deed, MUKANA_ERROR_NOT_ALLOWED);

  mukana_withdrawal_free (all);
}

static void
whose_consent_to_the_register_ran_out_can_be_asked_for_it_alone (Fixture       *self,
                                                                 gconstpointer  data)
{
  g_autoptr (MukanaRenewalDeed) done = NULL;
  g_autofree char *text = NULL;
  int most = 10;
  g_autoptr (GPtrArray) ended = NULL;

  set_day (self, MUKANA_TEST_TODAY + SOON_DAYS + 1);
  done = run (self, &mukana_renewal_print_job, self->deed);
  ended = run (self, &mukana_ended_job, &most);
  text = read_text (self, "letter.txt");

  g_assert_null (strstr (text, "Kokemusteema"));
  g_assert_cmpuint (ended->len, ==, 1);
  g_assert_cmpint (((MukanaEnded *) ended->pdata[0])->asked_on, ==,
                   MUKANA_TEST_TODAY + SOON_DAYS + 1);
}

/* A theme whose consent ran out. */

static MukanaRetention *
read_due (Fixture *self)
{
  return run (self, &mukana_retaining_read_job, NULL);
}

static guint
count_due (Fixture *self)
{
  MukanaRetention *retention = read_due (self);
  guint n = 0;

  for (guint i = 0; i < retention->due->len; i++)
    n += g_str_equal (((MukanaRetentionItem *) retention->due->pdata[i])->code, "ended-theme");
  mukana_retention_free (retention);
  return n;
}

static void
renew_register (Fixture *self)
{
  give (self, self->person, "register", NULL, MUKANA_TEST_TODAY + 700);
}

static void
theme_whose_consent_ran_out_is_found_no_more (Fixture       *self,
                                              gconstpointer  data)
{
  const char *known = "SELECT count(*) FROM known_theme";
  const char *terms = "SELECT count(*) FROM search_term WHERE term LIKE 'masennu%'";

  renew_register (self);
  set_day (self, MUKANA_TEST_TODAY + SOON_DAYS);
  mukana_test_sql (self->place, "UPDATE person SET note = note");
  g_assert_cmpint (count (self, known), ==, 1);

  set_day (self, MUKANA_TEST_TODAY + SOON_DAYS + 1);
  g_assert_cmpint (count (self, known), ==, 0);
  g_assert_cmpint (count (self, terms), ==, 0);

  give (self, self->person, "theme", THEME, MUKANA_TEST_TODAY + 700);
  g_assert_cmpint (count (self, known), ==, 1);
  g_assert_cmpint (count (self, terms), >, 0);
}

static void
theme_whose_consent_ran_out_goes_when_the_rule_says (Fixture       *self,
                                                     gconstpointer  data)
{
  MukanaRetentionOrder *order;
  MukanaRetention *due;

  renew_register (self);
  set_day (self, MUKANA_TEST_TODAY + SOON_DAYS + 29);
  g_assert_cmpuint (count_due (self), ==, 0);
  set_day (self, MUKANA_TEST_TODAY + SOON_DAYS + 30);
  g_assert_cmpuint (count_due (self), ==, 1);

  due = read_due (self);
  order = mukana_retention_order_new ("ended-theme", due->due);
  g_free (run (self, &mukana_retaining_run_job, order));
  mukana_retention_order_free (order);
  mukana_retention_free (due);

  g_assert_cmpint (count (self, "SELECT count(*) FROM person_theme"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM consent WHERE theme_id IS NOT NULL"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM consent_proof WHERE purpose = 'theme'"), ==,
                   1);
}

static void
theme_that_was_consented_to_anew_or_is_restricted_stays (Fixture       *self,
                                                         gconstpointer  data)
{
  renew_register (self);
  set_day (self, MUKANA_TEST_TODAY + SOON_DAYS + 40);
  mukana_test_sql (self->place, "UPDATE person SET restricted_at = 1");
  g_assert_cmpuint (count_due (self), ==, 0);
  mukana_test_sql (self->place, "UPDATE person SET restricted_at = 0");
  g_assert_cmpuint (count_due (self), ==, 1);
  give (self, self->person, "theme", THEME, MUKANA_TEST_TODAY + 700);

  g_assert_cmpuint (count_due (self), ==, 0);
}

/* Who waits for a guardian, and who is counted. */

static char *
dup_standing (Fixture *self)
{
  MukanaIdPage page = { .ids = { self->person }, .n_ids = 1 };
  g_autoptr (GPtrArray) rows = run (self, &mukana_people_rows_job, &page);

  return g_strdup (((MukanaPersonRow *) g_ptr_array_index (rows, 0))->consent);
}

static void
add_guardian (Fixture *self)
{
  g_autoptr (MukanaGuardian) guardian = g_object_new (MUKANA_TYPE_GUARDIAN, NULL);

  mukana_record_init_int (guardian, "person-id", self->person);
  mukana_record_init_text (guardian, "name", "Huoltaja Koetinen");
  mukana_record_init_text (guardian, "how", "form");
  mukana_record_init_int (guardian, "given-on", MUKANA_TEST_TODAY);
  mukana_record_init_int (guardian, "withdrawn-on", MUKANA_DAY_NONE);
  run (self, &mukana_guardian_add_job, guardian);
}

static void
a_minor_waits_for_a_guardian_in_the_list_and_for_matching (Fixture       *self,
                                                           gconstpointer  data)
{
  const char *unguarded = "SELECT count(*) FROM unguarded_person";
  g_autofree char *without = NULL, *with = NULL;

  give (self, self->person, "matching", NULL, MUKANA_TEST_TODAY + SOON_DAYS);
  mukana_test_sql (self->place, "UPDATE person SET birth_year = 2010; "
                                "INSERT INTO register_setting (name, value) "
                                "VALUES ('youngest-age', '15')");
  without = dup_standing (self);
  g_assert_cmpint (count (self, unguarded), ==, 1);
  add_guardian (self);
  with = dup_standing (self);

  g_assert_cmpstr (without, ==, "unguarded");
  g_assert_cmpstr (with, ==, "ending");
  g_assert_cmpint (count (self, unguarded), ==, 0);
}

static void
whoever_is_in_no_list_is_not_counted_in_it (Fixture       *self,
                                            gconstpointer  data)
{
  g_autoptr (MukanaRegisterAbout) before = run (self, &mukana_founding_about_job, NULL);
  g_autoptr (MukanaRegisterAbout) after = NULL;

  set_day (self, MUKANA_TEST_TODAY + SOON_DAYS + 1);
  after = run (self, &mukana_founding_about_job, NULL);

  g_assert_cmpint (before->n_people, ==, 1);
  g_assert_cmpint (after->n_people, ==, 0);
}

/* What was agreed to. */

static void
consent_is_opened_with_its_text_and_who_noted_its_end (Fixture       *self,
                                                       gconstpointer  data)
{
  MukanaConsentQuestion *question = mukana_consent_question_new (self->person, "theme", THEME);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (self->person, "theme", THEME, "other");
  MukanaWithdrawal *how = mukana_withdrawal_new (self->person, "theme", THEME, "meeting");
  g_autoptr (GPtrArray) sheets = NULL;
  const MukanaConsentSheet *sheet;

  run (self, &mukana_consenting_withdraw_job, withdrawal);
  run (self, &mukana_consenting_tell_how_job, how);
  sheets = run (self, &mukana_consent_open_job, question);
  sheet = g_ptr_array_index (sheets, 0);

  g_assert_cmpuint (sheets->len, ==, 1);
  g_assert_nonnull (sheet->text);
  g_assert_cmpint (sheet->text->version, ==, sheet->consent->text_version);
  g_assert_cmpstr (sheet->basis, ==, "consent");
  g_assert_cmpstr (sheet->consent->withdrawn_how, ==, "meeting");
  g_assert_nonnull (sheet->withdrawn_by);

  mukana_consent_question_free (question);
  mukana_withdrawal_free (withdrawal);
  mukana_withdrawal_free (how);
}

static void
consent_to_a_text_that_never_was_is_refused (Fixture       *self,
                                             gconstpointer  data)
{
  static const gint64 versions[] = { -1, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (MukanaConsent) consent = make_consent (self->person, "media", NULL,
                                                        MUKANA_DAY_NONE);

      mukana_record_init_int (consent, "text-version", versions[i]);
      fail (self, &mukana_consenting_give_job, consent, MUKANA_ERROR_INVALID);
    }

  g_assert_cmpint (count (self, "SELECT count(*) FROM consent WHERE purpose = 'media'"), ==, 0);
}

static void
newer_standard_text_is_offered_and_taken_only_on_purpose (Fixture       *self,
                                                          gconstpointer  data)
{
  g_autoptr (GPtrArray) before = run (self, &mukana_standard_texts_job, NULL);
  g_autoptr (GPtrArray) offered = NULL, taken = NULL, after = NULL;
  gboolean has_turned = TRUE;
  g_autofree gint64 *version = NULL;

  mukana_test_sql (self->place, "DELETE FROM consent_text WHERE purpose = 'register' "
                                "AND version = 2");
  run (self, &mukana_new_day_job, &has_turned);
  offered = run (self, &mukana_standard_texts_job, NULL);
  taken = mukana_standard_texts_of (offered, "register");
  version = run (self, &mukana_consent_version_job, taken);
  after = run (self, &mukana_standard_texts_job, NULL);

  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (offered->len, ==, 3);
  g_assert_cmpint (*version, ==, 2);
  g_assert_cmpuint (after->len, ==, 0);
}

#define ADD(name) g_test_add ("/renewing/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (one_letter_asks_for_all_and_says_that_they_were_asked);
  ADD (a_letter_names_no_theme_and_no_place);
  ADD (nobody_is_asked_twice_in_silence);
  ADD (that_somebody_was_asked_by_phone_is_taken_back);
  ADD (letter_that_is_not_written_asks_nobody);
  ADD (many_are_written_to_at_once_but_nobody_against_what_was_agreed);
  ADD (whoever_withdrew_or_is_restricted_is_not_asked);
  ADD (whose_consent_to_the_register_ran_out_can_be_asked_for_it_alone);
  ADD (theme_whose_consent_ran_out_is_found_no_more);
  ADD (theme_whose_consent_ran_out_goes_when_the_rule_says);
  ADD (theme_that_was_consented_to_anew_or_is_restricted_stays);
  ADD (a_minor_waits_for_a_guardian_in_the_list_and_for_matching);
  ADD (whoever_is_in_no_list_is_not_counted_in_it);
  ADD (consent_is_opened_with_its_text_and_who_noted_its_end);
  ADD (consent_to_a_text_that_never_was_is_refused);
  ADD (newer_standard_text_is_offered_and_taken_only_on_purpose);
  return g_test_run ();
}
