/* test-history.c: what a field was is kept, and comes back where the law lets it. */

#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-history.h"
#include "services/mukana-registering.h"
#include "store/mukana-people.h"

typedef struct
{
  MukanaTestRegister *place;
  gint64              person;
} Fixture;

static MukanaPerson *
read_person (Fixture *fixture)
{
  MukanaPersonFile *file = run (fixture, &mukana_person_file_job, &fixture->person);
  MukanaPerson *person = g_object_ref (file->person);

  mukana_person_file_free (file);
  return person;
}

static void
set_field (Fixture    *fixture,
           const char *field,
           const char *value)
{
  g_autoptr (MukanaPerson) person = read_person (fixture);
  g_autoptr (MukanaPerson) changed = mukana_record_with_text (person, field, value);

  g_free (run (fixture, &mukana_person_save_job, changed));
}

static void
give (Fixture    *fixture,
      const char *purpose,
      const char *theme_id)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", fixture->person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme_id);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 3);
  run (fixture, &mukana_consenting_give_job, consent);
}

static GPtrArray *
read_history (Fixture    *fixture,
              MukanaKind  kind,
              gint64      id)
{
  MukanaHistoryQuestion question = { kind, id };

  return run (fixture, &mukana_history_job, &question);
}

static MukanaFieldChange *
newest (GPtrArray *history)
{
  g_assert_cmpuint (history->len, >, 0);
  return g_ptr_array_index (history, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  gint64 *id;

  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  mukana_person_init_names (person, "Aino", "Korpi");
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi");
  mukana_record_init_text (person, "email", "aino@example.org");
  id = run (fixture, &mukana_person_save_job, person);
  fixture->person = *id;
  g_free (id);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static void
a_change_keeps_what_the_field_was (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) before = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);

  set_field (fixture, "email", "uusi@example.org");
  history = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);

  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpstr (newest (history)->field, ==, "email");
  g_assert_cmpstr (newest (history)->old_value, ==, "aino@example.org");
  g_assert_cmpstr (newest (history)->new_value, ==, "uusi@example.org");
  g_assert_cmpint (newest (history)->person_id, ==, fixture->person);
}

static void
putting_back_is_a_change_of_its_own (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MukanaPerson) person = NULL;

  set_field (fixture, "email", "uusi@example.org");
  history = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  run (fixture, &mukana_history_revert_job, &newest (history)->id);
  person = read_person (fixture);
  after = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);

  g_assert_cmpstr (person->email, ==, "aino@example.org");
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (newest (after)->new_value, ==, "aino@example.org");
}

static void
a_name_comes_back_with_what_is_shown_of_it (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (MukanaPerson) before = read_person (fixture);
  g_autoptr (MukanaPerson) renamed = mukana_person_with_names (before, "Aino", "Mäki");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (MukanaPerson) after = NULL;

  g_free (run (fixture, &mukana_person_save_job, renamed));
  history = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  g_assert_cmpuint (history->len, ==, 1);
  run (fixture, &mukana_history_revert_job, &newest (history)->id);
  after = read_person (fixture);

  g_assert_cmpstr (after->display_name, ==, before->display_name);
  g_assert_cmpstr (after->sort_key, ==, before->sort_key);
}

static void
what_a_withdrawal_emptied_does_not_come_back (Fixture       *fixture,
                                              gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->person, "register", NULL, "other");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  give (fixture, "register", NULL);
  set_field (fixture, "not-talked", "perhe");
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  set_field (fixture, "not-talked", NULL);
  history = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);

  mukana_store_run (fixture->place->store, &mukana_history_revert_job, &newest (history)->id,
                    &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  mukana_withdrawal_free (withdrawal);
}

/* Also not from what they were before, once the consent is there no more. */
static void
support_needs_go_with_their_consent_and_from_the_history (Fixture       *fixture,
                                                          gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->person, "support", NULL, "phone");
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (MukanaPerson) person = NULL;

  give (fixture, "support", NULL);
  set_field (fixture, "support-needs", "pyörätuoli");
  set_field (fixture, "support-kinds", "assistant");
  before = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  after = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  person = read_person (fixture);

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_null (person->support_needs);
  g_assert_null (person->support_kinds);
}

static void
nothing_of_somebody_removed_comes_back (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  set_field (fixture, "email", "uusi@example.org");
  history = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  run (fixture, &mukana_person_remove_job, &fixture->person);

  mukana_store_run (fixture->place->store, &mukana_history_revert_job, &newest (history)->id,
                    &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
}

static GPtrArray *
away (MukanaDay   from,
      const char *reason)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaAbsence *absence = g_object_new (MUKANA_TYPE_ABSENCE, NULL);

  mukana_record_init_int (absence, "from-day", from);
  mukana_record_init_int (absence, "last-day", from + 3);
  mukana_record_init_text (absence, "reason", reason);
  g_ptr_array_add (parts, absence);
  return parts;
}

static void
set_parts (Fixture    *fixture,
           const char *kind,
           GPtrArray  *parts)
{
  g_autoptr (GPtrArray) kept = parts;
  MukanaPartsChange change = { fixture->person, kind, kept };

  run (fixture, &mukana_person_parts_job, &change);
}

static void
what_belongs_to_a_person_has_a_history (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  MukanaPersonFile *file;
  MukanaAbsence *absence;

  set_parts (fixture, "absences", away (MUKANA_TEST_TODAY, "a\ttab, a = and\na line"));
  set_parts (fixture, "absences", g_ptr_array_new ());
  set_parts (fixture, "absences", g_ptr_array_new ());   /* no change */
  history = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  run (fixture, &mukana_history_revert_job, &newest (history)->id);
  file = run (fixture, &mukana_person_file_job, &fixture->person);

  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (newest (history)->field, ==, "absences");
  g_assert_null (newest (history)->new_value);
  g_assert_cmpuint (file->absences->len, ==, 1);
  absence = g_ptr_array_index (file->absences, 0);
  g_assert_cmpint (absence->from_day, ==, MUKANA_TEST_TODAY);
  g_assert_cmpint (absence->last_day, ==, MUKANA_TEST_TODAY + 3);
  g_assert_cmpstr (absence->reason, ==, "a\ttab, a = and\na line");
  mukana_person_file_free (file);
}

static void
a_role_without_an_end_comes_back_without_one (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  GPtrArray *roles = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaRoleTerm *term = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);
  MukanaPersonFile *file;

  mukana_record_init_text (term, "role-code", "expert");
  mukana_record_init_int (term, "from-day", MUKANA_TEST_TODAY);
  mukana_record_init_int (term, "until-day", MUKANA_DAY_NONE);
  g_ptr_array_add (roles, term);
  set_parts (fixture, "roles", roles);
  set_parts (fixture, "roles", g_ptr_array_new ());
  history = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  run (fixture, &mukana_history_revert_job, &newest (history)->id);
  file = run (fixture, &mukana_person_file_job, &fixture->person);

  g_assert_cmpuint (file->roles->len, ==, 1);
  term = g_ptr_array_index (file->roles, 0);
  g_assert_cmpint (term->until_day, ==, MUKANA_DAY_NONE);
  mukana_person_file_free (file);
}

/* One is of criminal background, which only named users see. */
static void
themes_of_the_past_tell_nothing_that_is_over (Fixture       *fixture,
                                              gconstpointer  data)
{
  static const char * const themes[] = { "mt", "so.rik" };
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (GError) refused = NULL;
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->person, "register", NULL, "phone");

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      MukanaExperience *experience = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);

      mukana_record_init_text (experience, "theme-id", themes[i]);
      mukana_record_init_text (experience, "perspective", "own");
      g_ptr_array_add (parts, experience);
      give (fixture, "theme", themes[i]);
    }
  set_parts (fixture, "themes", parts);
  before = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  mukana_store_run (fixture->place->store, &mukana_history_revert_job, &newest (before)->id,
                    &refused);
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  after = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  mukana_withdrawal_free (withdrawal);

  g_assert_nonnull (strstr (newest (before)->new_value, themes[0]));
  g_assert_null (strstr (newest (before)->new_value, themes[1]));
  g_assert_error (refused, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpuint (after->len, ==, 0);
}

/* Another consent says nothing of themes. */
static void
themes_of_the_past_stay_when_pictures_are_withdrawn (Fixture       *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) after = NULL;
  MukanaExperience *experience = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->person, "media", NULL, "phone");

  mukana_record_init_text (experience, "theme-id", "mt");
  mukana_record_init_text (experience, "perspective", "own");
  g_ptr_array_add (parts, experience);
  give (fixture, "theme", "mt");
  set_parts (fixture, "themes", parts);
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  after = read_history (fixture, MUKANA_KIND_PERSON, fixture->person);
  mukana_withdrawal_free (withdrawal);

  g_assert_cmpuint (after->len, >, 0);
  g_assert_nonnull (strstr (newest (after)->new_value, "mt"));
}

static void
an_organisation_has_a_history_too (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (MukanaOrganisationFile) file = g_new0 (MukanaOrganisationFile, 1);
  g_autoptr (MukanaOrganisationFile) stored = NULL;
  g_autoptr (MukanaOrganisationFile) reverted = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree gint64 *id = NULL;
  MukanaOrganisation *changed;

  file->organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  mukana_record_init_text (file->organisation, "name", "Yhdistys");
  mukana_record_init_text (file->organisation, "sort-key", "yhdistys");
  mukana_record_init_text (file->organisation, "kind", "association");
  id = run (fixture, &mukana_organisation_save_job, file);
  stored = run (fixture, &mukana_organisation_file_job, id);
  changed = mukana_record_with_text (stored->organisation, "name", "Toinen");
  g_object_unref (stored->organisation);
  stored->organisation = changed;
  g_free (run (fixture, &mukana_organisation_save_job, stored));
  history = read_history (fixture, MUKANA_KIND_ORGANISATION, *id);
  run (fixture, &mukana_history_revert_job, &newest (history)->id);
  reverted = run (fixture, &mukana_organisation_file_job, id);

  g_assert_cmpstr (reverted->organisation->name, ==, "Yhdistys");
  g_assert_cmpstr (reverted->organisation->sort_key, ==, "yhdistys");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add ("/history/" #name, Fixture, NULL, set_up, name, tear_down)
  TEST (a_change_keeps_what_the_field_was);
  TEST (putting_back_is_a_change_of_its_own);
  TEST (a_name_comes_back_with_what_is_shown_of_it);
  TEST (what_a_withdrawal_emptied_does_not_come_back);
  TEST (support_needs_go_with_their_consent_and_from_the_history);
  TEST (nothing_of_somebody_removed_comes_back);
  TEST (what_belongs_to_a_person_has_a_history);
  TEST (a_role_without_an_end_comes_back_without_one);
  TEST (themes_of_the_past_tell_nothing_that_is_over);
  TEST (themes_of_the_past_stay_when_pictures_are_withdrawn);
  TEST (an_organisation_has_a_history_too);
#undef TEST
  return g_test_run ();
}
