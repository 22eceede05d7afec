/* test-consents.c: what consents rest on, what they say, who says yes for the young, and what
 * proves it.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-attaching.h"
#include "services/mukana-beginning-day.h"
#include "services/mukana-consent-text.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-guarding.h"
#include "services/mukana-importing.h"
#include "services/mukana-listing.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-registering.h"
#include "services/mukana-remembering.h"
#include "store/mukana-people.h"

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  fixture->folder = g_dir_make_tmp ("consents-XXXXXX", NULL);
  run (fixture, &mukana_founding_job, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  mukana_test_register_free (fixture->place);
}

static gint64
add_person (Fixture *fixture,
            int      birth_year)
{
  g_autoptr (MukanaPerson) plain = mukana_test_person_new (1);
  g_autoptr (MukanaPerson) person = mukana_record_with_text (plain, "state", "active");
  g_autofree gint64 *id = NULL;

  mukana_record_init_int (person, "birth-year", birth_year);
  id = run (fixture, &mukana_person_save_job, person);
  return *id;
}

static void
give (Fixture    *fixture,
      gint64      person_id,
      const char *purpose,
      const char *theme_id)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme_id);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_text (consent, "given-to", "Kirjaaja");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  run (fixture, &mukana_consenting_give_job, consent);
}

static void
set_basis (Fixture    *fixture,
           const char *code,
           const char *basis)
{
  g_autoptr (MukanaPurpose) purpose = g_object_new (MUKANA_TYPE_PURPOSE, NULL);

  mukana_record_init_text (purpose, "code", code);
  mukana_record_init_text (purpose, "basis", basis);
  run (fixture, &mukana_purpose_set_job, purpose);
}

static void
set_setting (Fixture    *fixture,
             const char *name,
             const char *value)
{
  MukanaSetting *setting = mukana_setting_new (name, value);

  run (fixture, &mukana_setting_set_job, setting);
  mukana_setting_free (setting);
}

static gboolean
is_usable (Fixture *fixture,
           gint64   person_id)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &person_id);

  return file->is_usable;
}

static void
county_chooses_the_basis_of_the_register (Fixture       *fixture,
                                          gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);

  g_assert_false (is_usable (fixture, person));
  set_basis (fixture, "register", "public-task");
  g_assert_true (is_usable (fixture, person));
  set_basis (fixture, "register", "consent");
  g_assert_false (is_usable (fixture, person));
}

static const char *
find_way (MukanaPersonFile *file,
          const char       *purpose)
{
  return mukana_consent_find (file->consents, purpose, NULL)->withdrawn_how;
}

static void
how_a_withdrawal_was_told_is_said_after_it_and_once (Fixture       *fixture,
                                                     gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);
  MukanaWithdrawal *pressed, *by_phone, *by_mail;
  g_autoptr (MukanaPersonFile) before = NULL;
  g_autoptr (MukanaPersonFile) after = NULL;

  give (fixture, person, "register", NULL);
  give (fixture, person, "matching", NULL);
  pressed = mukana_withdrawal_new (person, "matching", NULL, "other");
  by_phone = mukana_withdrawal_new (person, "matching", NULL, "phone");
  by_mail = mukana_withdrawal_new (person, "matching", NULL, "email");

  run (fixture, &mukana_consenting_withdraw_job, pressed);
  before = run (fixture, &mukana_person_file_job, &person);
  run (fixture, &mukana_consenting_tell_how_job, by_phone);
  run (fixture, &mukana_consenting_tell_how_job, by_mail);
  after = run (fixture, &mukana_person_file_job, &person);

  g_assert_cmpstr (find_way (before, "matching"), ==, "other");
  g_assert_cmpstr (find_way (after, "matching"), ==, "phone");
  g_assert_null (find_way (after, "register"));
  mukana_withdrawal_free (pressed);
  mukana_withdrawal_free (by_phone);
  mukana_withdrawal_free (by_mail);
}

static void
health_and_money_have_no_other_basis (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const struct { const char *code; const char *basis; } refused[] = {
    { "theme", "public-task" }, { "support", "contract" }, { "media", "public-task" },
    { "fee", "consent" }, { "register", "law" }, { "register", "" }, { "nothing", "consent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (MukanaPurpose) purpose = g_object_new (MUKANA_TYPE_PURPOSE, NULL);

      mukana_record_init_text (purpose, "code", refused[i].code);
      mukana_record_init_text (purpose, "basis", refused[i].basis);
      fail (fixture, &mukana_purpose_set_job, purpose, MUKANA_ERROR_INVALID);
    }
}

static GPtrArray *
make_version (const char *purpose,
              const char *title)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_consent_text_free);

  for (guint i = 0; mukana_contact_languages[i] != NULL; i++)
    {
      MukanaConsentText *text = mukana_consent_text_new (purpose, mukana_contact_languages[i]);

      text->title = g_strdup (title);
      text->body = g_strdup ("Uusi teksti.");
      g_ptr_array_add (texts, text);
    }

  return texts;
}

static void
text_is_followed_by_a_version_and_never_changed (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaConsentText) question = mukana_consent_text_new ("register", "sv");
  g_autoptr (MukanaConsentText) before = run (fixture, &mukana_consent_text_job, question);
  g_autoptr (GPtrArray) texts = make_version ("register", "Uusi otsikko");
  g_autofree gint64 *version = run (fixture, &mukana_consent_version_job, texts);
  g_autoptr (MukanaConsentText) newest = run (fixture, &mukana_consent_text_job, question);
  g_autoptr (MukanaConsentText) again = NULL;

  question->version = before->version;
  again = run (fixture, &mukana_consent_text_job, question);

  g_assert_cmpint (*version, ==, before->version + 1);
  g_assert_cmpstr (newest->title, ==, "Uusi otsikko");
  g_assert_cmpstr (again->title, ==, before->title);
  g_assert_cmpstr (again->body, ==, before->body);
  g_assert_nonnull (again->plain_body);
}

static void
version_is_there_in_every_language_or_not_at_all (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) one_short = make_version ("register", "Otsikko");
  g_autoptr (GPtrArray) untitled = make_version ("register", " ");
  g_autoptr (GPtrArray) no_purpose = make_version ("nothing", "Otsikko");
  char *purpose = (char *) "register";
  g_autoptr (GPtrArray) before = run (fixture, &mukana_consent_texts_job, purpose);
  g_autoptr (GPtrArray) texts = NULL;

  g_ptr_array_set_size (one_short, 2);
  fail (fixture, &mukana_consent_version_job, one_short, MUKANA_ERROR_INVALID);
  fail (fixture, &mukana_consent_version_job, untitled, MUKANA_ERROR_INVALID);
  fail (fixture, &mukana_consent_version_job, no_purpose, MUKANA_ERROR_INVALID);

  texts = run (fixture, &mukana_consent_texts_job, purpose);
  g_assert_cmpuint (texts->len, ==, before->len);
}

static void
consents_are_counted_by_the_text_they_rest_on (Fixture       *fixture,
                                               gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);
  g_autoptr (GPtrArray) texts = NULL;
  gint64 n_used = 0;

  give (fixture, person, "register", NULL);
  give (fixture, person, "matching", NULL);
  texts = run (fixture, &mukana_counted_texts_job, NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const MukanaConsentText *text = g_ptr_array_index (texts, i);

      if (g_str_equal (text->purpose, "register"))
        n_used += text->n_used;
    }
  g_assert_cmpint (n_used, ==, 1);
}

static void
consent_remembers_to_whom_it_was_given (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);
  g_autoptr (MukanaPersonFile) file = NULL;
  MukanaConsent *consent;

  give (fixture, person, "register", NULL);
  file = run (fixture, &mukana_person_file_job, &person);

  consent = g_ptr_array_index (file->consents, 0);
  g_assert_cmpstr (consent->given_to, ==, "Kirjaaja");
}

static void
add_guardian (Fixture *fixture,
              gint64   person)
{
  g_autoptr (MukanaGuardian) guardian = g_object_new (MUKANA_TYPE_GUARDIAN, NULL);

  mukana_record_init_int (guardian, "person-id", person);
  mukana_record_init_text (guardian, "name", "Huoltaja Koetinen");
  mukana_record_init_text (guardian, "how", "form");
  mukana_record_init_int (guardian, "given-on", MUKANA_TEST_TODAY);
  run (fixture, &mukana_guardian_add_job, guardian);
}

static void
young_need_the_county_and_a_guardian (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) file = NULL;
  g_autoptr (MukanaPerson) young = mukana_test_person_new (2);
  gint64 person;

  mukana_record_init_int (young, "birth-year", 2010);
  fail (fixture, &mukana_person_save_job, young, MUKANA_ERROR_INVALID);
  set_setting (fixture, "youngest-age", "16");
  person = add_person (fixture, 2009);
  give (fixture, person, "register", NULL);
  g_assert_false (is_usable (fixture, person));

  add_guardian (fixture, person);
  g_assert_true (is_usable (fixture, person));

  file = run (fixture, &mukana_person_file_job, &person);
  run (fixture, &mukana_guardian_withdraw_job, g_ptr_array_index (file->guardians, 0));
  g_assert_false (is_usable (fixture, person));
}

/* On the 23rd of November 2026, where the county takes people from 16 years on. */
static void
age_that_the_year_leaves_open_is_the_younger_one_until_the_day_is_said (Fixture       *fixture,
                                                                        gconstpointer  data)
{
  static const struct
  {
    int         birth_year;
    const char *adult_on;      /* NULL: not said */
    gboolean    with_guardian, is_usable;
  } cases[] = {
    { 2008, NULL, FALSE, FALSE }, { 2008, NULL, TRUE, TRUE },
    { 2008, "2026-12-24", FALSE, FALSE }, { 2008, "2026-11-24", FALSE, FALSE },
    { 2008, "2026-11-23", FALSE, TRUE }, { 2007, NULL, FALSE, TRUE },
    { 2010, NULL, TRUE, FALSE }, { 2010, "2028-11-24", TRUE, FALSE },
    { 2010, "2028-11-23", TRUE, TRUE }, { 2010, "2028-05-01", FALSE, FALSE },
  };

  set_setting (fixture, "youngest-age", "16");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 person = add_person (fixture, cases[i].birth_year);
      g_autofree char *sql = g_strdup_printf ("UPDATE person SET adult_on = '%s' WHERE id = %"
                                              G_GINT64_FORMAT, cases[i].adult_on, person);

      give (fixture, person, "register", NULL);
      if (cases[i].adult_on != NULL)
        mukana_test_sql (fixture->place, sql);
      if (cases[i].with_guardian)
        add_guardian (fixture, person);

      g_assert_cmpint (is_usable (fixture, person), ==, cases[i].is_usable);
    }
}

static void
day_of_coming_of_age_is_an_18th_birthday (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = mukana_test_person_new (2);

  set_setting (fixture, "youngest-age", "15");
  mukana_record_init_int (person, "birth-year", 2009);
  mukana_record_init_int (person, "adult-on", mukana_day_new (2026, 3, 4));
  fail (fixture, &mukana_person_save_job, person, MUKANA_ERROR_INVALID);
  mukana_record_init_int (person, "adult-on", mukana_day_new (2027, 3, 4));
  g_free (run (fixture, &mukana_person_save_job, person));
}

static void
age_of_the_county_is_a_number_of_the_law (Fixture       *fixture,
                                          gconstpointer  data)
{
  static const char * const refused[] = { "14", "19", "", "x", "15 ", "-1", "15; DROP" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      MukanaSetting *setting = mukana_setting_new ("youngest-age", refused[i]);

      fail (fixture, &mukana_setting_set_job, setting, MUKANA_ERROR_INVALID);
      mukana_setting_free (setting);
    }
}

static gpointer
find_theme_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  MukanaPeopleFilter filter = { .needle = arg };
  MukanaPeopleFilter by_theme = { .theme = (char *) "mt" };
  g_autoptr (GArray) found = mukana_people_ids (db, &filter, error);
  g_autoptr (GArray) listed = mukana_people_ids (db, &by_theme, error);

  return GUINT_TO_POINTER (found->len * 10 + listed->len);
}

static void
theme_is_hidden_when_its_consent_is_withdrawn (Fixture       *fixture,
                                               gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaExperience *theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  MukanaPartsChange *change;
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "theme", "mt", "phone");
  char *needle = (char *) "mielenterveys";

  mukana_record_init_text (theme, "theme-id", "mt");
  mukana_record_init_text (theme, "perspective", "own");
  g_ptr_array_add (parts, theme);
  give (fixture, person, "register", NULL);
  give (fixture, person, "theme", "mt");
  change = mukana_parts_change_new (person, "themes", parts);
  run (fixture, &mukana_person_parts_job, change);
  g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (fixture->place, find_theme_run, needle)), ==,
                   11);

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (fixture->place, find_theme_run, needle)), ==,
                   0);

  give (fixture, person, "theme", "mt");
  g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (fixture->place, find_theme_run, needle)), ==,
                   11);

  mukana_withdrawal_free (withdrawal);
  mukana_parts_change_free (change);
}

static GPtrArray *
themes_of (const char *theme_id)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaExperience *theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);

  mukana_record_init_text (theme, "theme-id", theme_id);
  mukana_record_init_text (theme, "perspective", "own");
  g_ptr_array_add (parts, theme);
  return parts;
}

static gboolean
try_themes (Fixture   *fixture,
            gint64     person,
            GPtrArray *themes)
{
  MukanaPartsChange change = { person, "themes", themes };
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, &mukana_person_parts_job, &change, &error);
  if (error != NULL)
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  return error == NULL;
}

/* Also not after a consent that has run out, or was for another theme. */
static void
theme_without_its_consent_is_not_stored (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);
  g_autoptr (GPtrArray) themes = themes_of ("mt"), others = themes_of ("mt.mas");
  g_autoptr (MukanaPersonFile) file = NULL;

  give (fixture, person, "register", NULL);
  g_assert_false (try_themes (fixture, person, themes));
  give (fixture, person, "theme", "mt");
  g_assert_false (try_themes (fixture, person, others));
  mukana_test_sql (fixture->place, "UPDATE consent SET expires_on = '2020-01-01' "
                                   "WHERE purpose = 'theme'");
  g_assert_false (try_themes (fixture, person, themes));

  file = run (fixture, &mukana_person_file_job, &person);
  g_assert_cmpuint (file->themes->len, ==, 0);
}

static const char *
timeline_theme (MukanaPersonFile *file)
{
  for (guint i = 0; i < file->timeline->len; i++)
    {
      const MukanaEvent *event = g_ptr_array_index (file->timeline, i);

      if (g_str_equal (event->state, "theme") && g_str_equal (event->kind, "consent"))
        return event->theme_id;
    }

  g_assert_not_reached ();
}

/* Each theme has a consent of its own, and they are told apart; not what is told nowhere else. */
static void
timeline_names_the_theme_that_stands (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autoptr (GPtrArray) themes = themes_of ("mt"), none = g_ptr_array_new ();
  g_autoptr (MukanaPersonFile) with = NULL, without = NULL;

  give (fixture, person, "register", NULL);
  give (fixture, person, "theme", "mt");
  g_assert_true (try_themes (fixture, person, themes));
  with = run (fixture, &mukana_person_file_job, &person);
  g_assert_true (try_themes (fixture, person, none));
  without = run (fixture, &mukana_person_file_job, &person);

  g_assert_cmpstr (timeline_theme (with), ==, "mt");
  g_assert_cmpstr (timeline_theme (without), ==, NULL);
}

/* What was there before stays when another theme is taken away. */
static void
theme_that_waits_stays_and_does_not_come_back (Fixture       *fixture,
                                               gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);
  g_autoptr (GPtrArray) themes = themes_of ("mt"), none = g_ptr_array_new ();

  give (fixture, person, "theme", "mt");
  g_assert_true (try_themes (fixture, person, themes));
  mukana_test_sql (fixture->place, "DELETE FROM consent");

  g_assert_true (try_themes (fixture, person, themes));
  g_assert_true (try_themes (fixture, person, none));
  g_assert_false (try_themes (fixture, person, themes));
}

static MukanaConsent *
make_support_consent (void)
{
  MukanaConsent *consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_text (consent, "purpose", "support");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  mukana_record_init_int (consent, "expires-on", MUKANA_TEST_TODAY + 7);
  return consent;
}

/* Returns: the number of the person, or 0 when nothing was stored */
static gint64
tell (Fixture       *fixture,
      gint64         person_id,
      const char    *needs,
      MukanaConsent *consent)
{
  g_autoptr (MukanaPerson) plain = mukana_test_person_new (1);
  g_autoptr (MukanaPersonFile) file = person_id != 0
    ? run (fixture, &mukana_person_file_job, &person_id) : NULL;
  g_autoptr (MukanaPerson) person = mukana_record_with_text (file ? file->person : plain,
                                                             "support-needs", needs);
  MukanaToldPerson told = { person, consent };
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run (fixture->place->store, &mukana_person_tell_job, &told,
                                            &error);

  if (error != NULL)
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  return id != NULL ? *id : 0;
}

static char *
dup_needs (Fixture *fixture,
           gint64   person_id)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &person_id);

  return g_strdup (file->person->support_needs);
}

/* With it both are stored, without it neither the needs nor whose they are. */
static void
support_needs_are_stored_only_with_their_consent (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaConsent) consent = make_support_consent ();
  gint64 person;
  g_autofree char *needs = NULL;

  g_assert_cmpint (tell (fixture, 0, "pyörätuoli", NULL), ==, 0);
  person = tell (fixture, 0, "pyörätuoli", consent);
  g_assert_cmpint (person, >, 0);
  g_assert_cmpint (tell (fixture, person, "tulkki", NULL), ==, person);
  needs = dup_needs (fixture, person);
  g_assert_cmpstr (needs, ==, "tulkki");
}

/* They hold for all of the last day of their consent. */
static void
support_needs_end_with_the_day_of_their_consent (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaConsent) consent = make_support_consent ();
  gint64 person = tell (fixture, 0, "pyörätuoli", consent);
  gboolean has_turned = TRUE;
  g_autofree char *last_day = NULL, *day_after = NULL;

  mukana_clock_set_still (fixture->place->clock,
                          mukana_day_minute_us (MUKANA_TEST_TODAY + 7, 60));
  run (fixture, &mukana_new_day_job, &has_turned);
  last_day = dup_needs (fixture, person);
  mukana_clock_set_still (fixture->place->clock,
                          mukana_day_minute_us (MUKANA_TEST_TODAY + 8, 60));
  run (fixture, &mukana_new_day_job, &has_turned);
  day_after = dup_needs (fixture, person);

  g_assert_cmpstr (last_day, ==, "pyörätuoli");
  g_assert_null (day_after);
  g_assert_cmpint (tell (fixture, person, "tulkki", NULL), ==, 0);
}

/* A register that was made before there was a text to consent to. */
static void
a_text_that_came_with_the_program_is_there_the_next_day (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autoptr (MukanaConsentText) question = mukana_consent_text_new ("support", "sv");
  g_autoptr (MukanaConsentText) text = NULL;
  gboolean has_turned = TRUE;

  mukana_test_sql (fixture->place, "DELETE FROM consent_text WHERE purpose = 'support'; "
                                   "UPDATE consent_text SET title = 'Omat sanat'");
  run (fixture, &mukana_new_day_job, &has_turned);
  text = run (fixture, &mukana_consent_text_job, question);

  g_assert_cmpint (text->version, ==, 1);
  g_assert_cmpstr (text->title, ==, "Uttryckligt samtycke till uppgifter om stödbehov");
  g_assert_nonnull (text->plain_body);
}

/* Returns: what is planned of a list; stored as planned */
static MukanaImportPlan *
bring_text_in (Fixture    *fixture,
               const char *text,
               gboolean    themes_covered)
{
  const MukanaImportOptions options = { themes_covered, FALSE };
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportSource) source = NULL;
  g_autoptr (MukanaImportOrder) order = NULL;
  g_autoptr (MukanaImportAcceptance) acceptance = NULL;
  MukanaImportPlan *plan;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  source = mukana_import_source_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  order = mukana_import_order_new (source, &options);
  plan = run (fixture, &mukana_importing_plan_job, order);
  acceptance = mukana_import_acceptance_new (plan);
  g_free (run (fixture, &mukana_importing_accept_job, acceptance));
  return plan;
}

static MukanaImportPlan *
bring_in (Fixture    *fixture,
          const char *consent,
          gboolean    themes_covered)
{
  g_autofree char *text = g_strdup_printf (
    "Etunimi;Sukunimi;Sähköposti;Rooli;Tila;Teemat;Suostumus\n"
    "Aino;Koetinen;aino@example.org;kokemusasiantuntija;aktiivinen;Mielenterveys;%s\n", consent);

  return bring_text_in (fixture, text, themes_covered);
}

static gboolean
tells (MukanaImportPlan *plan,
       const char       *reason)
{
  for (guint i = 0; i < mukana_import_plan_get_n_problems (plan); i++)
    if (g_str_equal (mukana_import_plan_peek_problem (plan, i)->reason, reason))
      return TRUE;

  return FALSE;
}

static gint64
count_themes (Fixture *fixture)
{
  MukanaPeopleFilter nobody_else = { .needle = (char *) "Koetinen" };
  g_autoptr (GArray) ids = run (fixture, &mukana_people_ids_job, &nobody_else);
  g_autoptr (MukanaPersonFile) file = NULL;

  g_assert_cmpuint (ids->len, ==, 1);
  file = run (fixture, &mukana_person_file_job, &g_array_index (ids, gint64, 0));
  return file->themes->len;
}

/* Each purpose by its own column, counted before anything comes in: a "no" is one, and
 * a yes to the register is a yes to nothing else. */
static void
list_gives_each_purpose_only_its_own_yes (Fixture       *fixture,
                                          gconstpointer  data)
{
  static const struct
  {
    const char *headings, *cells;
    guint       n[MUKANA_IMPORT_N_PURPOSES];   /* register, matching, communication, media, theme */
  } cases[] = {
    { "Suostumus rekisteriin;Suostumus tehtävien ehdottamiseen", "kyllä;ei", { 1, 0, 0, 0, 0 } },
    { "Suostumus rekisteriin", "kyllä", { 1, 0, 0, 0, 0 } },
    { "Suostumus", "kyllä", { 1, 0, 0, 0, 0 } },
    { "Suostumus tehtävien ehdottamiseen", "kyllä", { 0, 1, 0, 0, 0 } },
    { "Suostumus;Tehtävien ehdottaminen", "kyllä;ei", { 1, 0, 0, 0, 0 } },
    { "Suostumus;Suostumus ehdottamiseen;Kuvauslupa", "x;x;", { 1, 1, 0, 0, 0 } },
    { "Suostumus;Suostumus teemoihin", "kyllä;kyllä", { 1, 0, 0, 0, 1 } },
    { "Suostumus;Suostumus teemoihin", "kyllä;ei", { 1, 0, 0, 0, 0 } },
    { "Suostumus;Suostumus teemoihin", "kyllä;PERUTTU 1.2.2026", { 1, 0, 0, 0, 0 } },
    { "Suostumus;Suostumus tietojen luovuttamiseen", "ei;kyllä", { 0, 0, 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Etunimi;Sukunimi;Teemat;%s\n"
                                               "Aino;Koetin%c;Mielenterveys;%s\n",
                                               cases[i].headings, (char) ('a' + i), cases[i].cells);
      g_autoptr (MukanaImportPlan) plan = bring_text_in (fixture, text, FALSE);

      for (guint purpose = 0; purpose < MUKANA_IMPORT_N_PURPOSES; purpose++)
        g_assert_cmpuint (mukana_import_plan_count_consents (plan, purpose), ==,
                          cases[i].n[purpose]);
    }
}

/* What a list says of its themes goes before what was decided of all its rows. */
static void
no_to_the_themes_in_a_list_is_not_overruled_by_a_tick (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (MukanaImportPlan) plan =
    bring_text_in (fixture, "Etunimi;Sukunimi;Teemat;Suostumus;Suostumus teemoihin\n"
                            "Aino;Koetinen;Mielenterveys;kyllä;ei\n", TRUE);

  g_assert_cmpuint (mukana_import_plan_count_consents (plan, 4), ==, 0);
  g_assert_cmpint (count_themes (fixture), ==, 0);
}

/* A theme is stored when the list clearly says yes to it, and told when it is left out. */
static void
list_brings_no_theme_without_a_clear_consent (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaImportPlan) apart = bring_in (fixture, "kyllä 1.10.2026", FALSE);
  g_autoptr (MukanaImportPlan) unclear = NULL, clear = NULL;

  g_assert_true (tells (apart, "theme-no-consent"));
  g_assert_cmpint (count_themes (fixture), ==, 0);
  unclear = bring_in (fixture, "ehkä", TRUE);
  g_assert_true (tells (unclear, "theme-no-consent"));
  g_assert_cmpint (count_themes (fixture), ==, 0);
  clear = bring_in (fixture, "kyllä 2.10.2026", TRUE);
  g_assert_false (tells (clear, "theme-no-consent"));
  g_assert_cmpint (count_themes (fixture), ==, 1);
}

/* Documents of a person. */

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *begin,
            gsize       length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *content = g_malloc (length + 1);

  memset (content, 'x', length);
  memcpy (content, begin, MIN (strlen (begin), length));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  return path;
}

static void
document_comes_back_as_it_was_attached (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);
  g_autofree char *path = write_file (fixture, "lupa.pdf", "%PDF-1.5\n", 700000);
  MukanaNewAttachment *asked = mukana_new_attachment_new (person, 0, path);
  g_autofree gint64 *id = run (fixture, &mukana_attachment_add_job, asked);
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &person);
  MukanaAttachment *attachment = g_ptr_array_index (file->attachments, 0);
  g_autoptr (GBytes) content = run (fixture, &mukana_attachment_read_job, attachment);
  g_autofree char *expected = NULL;
  gsize length;

  g_file_get_contents (path, &expected, &length, NULL);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), expected, length);
  g_assert_cmpstr (attachment->name, ==, "lupa.pdf");
  g_assert_cmpstr (attachment->media_type, ==, "application/pdf");

  run (fixture, &mukana_attachment_remove_job, id);
  fail (fixture, &mukana_attachment_read_job, attachment, MUKANA_ERROR_NOT_FOUND);
  mukana_new_attachment_free (asked);
}

static void
what_is_no_paper_is_not_attached (Fixture       *fixture,
                                  gconstpointer  data)
{
  gint64 person = add_person (fixture, 1980);
  g_autofree char *program = write_file (fixture, "lupa2.pdf", "\177ELF\002\001\001", 4000);
  g_autofree char *empty = write_file (fixture, "lupa3.pdf", "", 0);
  g_autofree char *large = write_file (fixture, "lupa4.pdf", "%PDF-1.5\n",
                                       MUKANA_ATTACHMENT_BYTES + 1);
  const char *paths[] = { program, empty, large, fixture->folder, "/dev/zero" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      MukanaNewAttachment *asked = mukana_new_attachment_new (person, 0, paths[i]);

      fail (fixture, &mukana_attachment_add_job, asked, MUKANA_ERROR_INVALID);
      mukana_new_attachment_free (asked);
    }
}

static void
name_of_a_document_is_text_and_no_path (void)
{
  static const struct { const char *name; const char *clean; } cases[] = {
    { "lupa.pdf", "lupa.pdf" }, { "../../etc/passwd", "passwd" },
    { "C:\\temp\\lupa.pdf", "lupa.pdf" },
    { "/abs/olute.pdf", "olute.pdf" }, { "..", "" }, { "...hidden.pdf", "hidden.pdf" },
    { "lu\npa\t.pdf", "lupa.pdf" }, { "a\u202Efdp.exe", "afdp.exe" }, { "\u200Bb.pdf", "b.pdf" },
    { "  väli .pdf ", "väli .pdf" }, { "", "" }, { "\xff\xfe.pdf", "\uFFFD\uFFFD.pdf" },
  };
  g_autofree char *long_name = g_strnfill (300, 'a');
  g_autofree char *cut = mukana_attachment_clean_name (long_name);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = mukana_attachment_clean_name (cases[i].name);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
  g_assert_cmpuint (strlen (cut), ==, 100);
}

#define ADD(name) g_test_add ("/consents/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (county_chooses_the_basis_of_the_register);
  ADD (health_and_money_have_no_other_basis);
  ADD (text_is_followed_by_a_version_and_never_changed);
  ADD (version_is_there_in_every_language_or_not_at_all);
  ADD (consents_are_counted_by_the_text_they_rest_on);
  ADD (consent_remembers_to_whom_it_was_given);
  ADD (young_need_the_county_and_a_guardian);
  ADD (age_that_the_year_leaves_open_is_the_younger_one_until_the_day_is_said);
  ADD (day_of_coming_of_age_is_an_18th_birthday);
  ADD (age_of_the_county_is_a_number_of_the_law);
  ADD (how_a_withdrawal_was_told_is_said_after_it_and_once);
  ADD (theme_is_hidden_when_its_consent_is_withdrawn);
  ADD (theme_without_its_consent_is_not_stored);
  ADD (timeline_names_the_theme_that_stands);
  ADD (theme_that_waits_stays_and_does_not_come_back);
  ADD (support_needs_are_stored_only_with_their_consent);
  ADD (support_needs_end_with_the_day_of_their_consent);
  ADD (a_text_that_came_with_the_program_is_there_the_next_day);
  ADD (list_gives_each_purpose_only_its_own_yes);
  ADD (no_to_the_themes_in_a_list_is_not_overruled_by_a_tick);
  ADD (list_brings_no_theme_without_a_clear_consent);
  ADD (document_comes_back_as_it_was_attached);
  ADD (what_is_no_paper_is_not_attached);
  g_test_add_func ("/consents/name_of_a_document_is_text_and_no_path",
                   name_of_a_document_is_text_and_no_path);

  return g_test_run ();
}
