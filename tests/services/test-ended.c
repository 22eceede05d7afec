/* test-ended.c: whose consent to the register has ended leaves every list at once, is shown
 * without what they told, waits under a name of its own, and goes when the rule says.
 */

#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-listing.h"
#include "services/mukana-overview.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-registering.h"
#include "services/mukana-renewing.h"
#include "services/mukana-retaining.h"
#include "services/mukana-rights.h"
#include "store/mukana-people.h"

#define THEME "mt.mas"
#define ENDED_DAYS 20

typedef struct
{
  MukanaTestRegister *place;
  gint64              staying;
  gint64              person;     /* of whom the tests are */
} Fixture;

static void
give (Fixture    *fixture,
      gint64      person_id,
      const char *purpose,
      const char *theme_id,
      MukanaDay   expires_on)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme_id);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 700);
  mukana_record_init_int (consent, "expires-on", expires_on);
  run (fixture, &mukana_consenting_give_job, consent);
}

static gint64
add_person (Fixture   *fixture,
            int        number,
            MukanaDay  expires_on)
{
  g_autoptr (MukanaPerson) plain = mukana_test_person_new (number);
  g_autoptr (MukanaPerson) person = mukana_record_with_text (plain, "state", "active");
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaExperience *theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  MukanaPartsChange *change;
  g_autofree gint64 *id = NULL;

  mukana_record_init_text (person, "note", "Kertoi pianosta");
  id = run (fixture, &mukana_person_save_job, person);
  give (fixture, *id, "register", NULL, expires_on);
  give (fixture, *id, "theme", THEME, MUKANA_TEST_TODAY + 300);
  mukana_record_init_text (theme, "theme-id", THEME);
  mukana_record_init_text (theme, "perspective", "own");
  g_ptr_array_add (themes, theme);
  change = mukana_parts_change_new (*id, "themes", themes);
  run (fixture, &mukana_person_parts_job, change);
  mukana_parts_change_free (change);
  return *id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  fixture->staying = add_person (fixture, 1, MUKANA_TEST_TODAY);
  fixture->person = add_person (fixture, 2, MUKANA_TEST_TODAY - ENDED_DAYS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static void
assert_lists (Fixture    *fixture,
              const char *consent,
              const char *needle,
              const char *theme,
              gint64      only)
{
  MukanaPeopleFilter filter = {
    .consent = (char *) consent, .needle = (char *) needle, .theme = (char *) theme
  };
  g_autoptr (GArray) ids = run (fixture, &mukana_people_ids_job, &filter);

  g_assert_cmpuint (ids->len, ==, only != 0 ? 1 : 0);
  if (only != 0)
    g_assert_cmpint (g_array_index (ids, gint64, 0), ==, only);
}

static void
only_whoever_has_a_consent_in_force_is_in_the_list (Fixture       *fixture,
                                                    gconstpointer  data)
{
  assert_lists (fixture, NULL, NULL, NULL, fixture->staying);
  assert_lists (fixture, NULL, NULL, THEME, fixture->staying);
  assert_lists (fixture, "ended", NULL, NULL, fixture->person);
}

static void
whoever_withdraws_leaves_the_list_with_the_commit (Fixture       *fixture,
                                                   gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->staying, "register", NULL,
                                                        "phone");

  g_assert_cmpint (GPOINTER_TO_INT (run (fixture, &mukana_consenting_withdraw_job, withdrawal)),
                   ==, 2);

  assert_lists (fixture, NULL, NULL, NULL, 0);
  mukana_withdrawal_free (withdrawal);
}

static void
what_they_told_finds_nobody_and_their_name_does (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &fixture->person);

  assert_lists (fixture, "ended", "pianosta", NULL, 0);
  assert_lists (fixture, "ended", NULL, THEME, 0);
  assert_lists (fixture, "ended", file->person->family_name, NULL, fixture->person);
  assert_lists (fixture, NULL, "pianosta", NULL, fixture->staying);
}

static void
register_that_rests_on_law_ends_for_nobody (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (MukanaPurpose) purpose = g_object_new (MUKANA_TYPE_PURPOSE, NULL);

  mukana_record_init_text (purpose, "code", "register");
  mukana_record_init_text (purpose, "basis", "public-task");
  run (fixture, &mukana_purpose_set_job, purpose);

  assert_lists (fixture, "ended", NULL, NULL, 0);
}

static void
page_tells_when_it_ended_and_nothing_that_was_told (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &fixture->person);
  g_autoptr (MukanaPersonFile) staying = run (fixture, &mukana_person_file_job, &fixture->staying);

  g_assert_cmpint (file->ended_on, ==, MUKANA_TEST_TODAY - ENDED_DAYS);
  g_assert_cmpint (file->erase_on, ==, MUKANA_TEST_TODAY - ENDED_DAYS + 30);
  g_assert_cmpuint (file->themes->len, ==, 0);
  g_assert_null (file->person->note);
  g_assert_cmpuint (file->consents->len, ==, 1);
  g_assert_cmpint (staying->ended_on, ==, MUKANA_DAY_NONE);
  g_assert_cmpuint (staying->themes->len, ==, 1);
  g_assert_nonnull (staying->person->note);
}

static void
consent_given_anew_brings_everything_back (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) file = NULL;

  give (fixture, fixture->person, "register", NULL, MUKANA_TEST_TODAY + 700);

  file = run (fixture, &mukana_person_file_job, &fixture->person);
  g_assert_cmpint (file->ended_on, ==, MUKANA_DAY_NONE);
  g_assert_cmpuint (file->themes->len, ==, 1);
  assert_lists (fixture, "ended", NULL, NULL, 0);
}

static void
today_names_them_until_they_are_asked_or_erased (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaOverview) overview = run (fixture, &mukana_overview_job, NULL);
  int most = 10;
  g_autoptr (GPtrArray) all = run (fixture, &mukana_ended_job, &most);
  g_autoptr (GPtrArray) renewals = run (fixture, &mukana_renewals_job, &most);
  const MukanaEnded *ended;

  g_assert_cmpint (overview->counts[MUKANA_WAITING_ENDED], ==, 1);
  g_assert_cmpuint (all->len, ==, 1);
  ended = g_ptr_array_index (all, 0);
  g_assert_cmpint (ended->person_id, ==, fixture->person);
  g_assert_cmpint (ended->erase_on, ==, MUKANA_TEST_TODAY - ENDED_DAYS + 30);
  g_assert_false (ended->is_withdrawn);
  for (guint i = 0; i < renewals->len; i++)
    g_assert_cmpint (((MukanaRenewal *) g_ptr_array_index (renewals, i))->person_id, !=,
                     fixture->person);
}

/* Art. 14: of whom data came without them is asked within a month, or erased. */
static void
today_names_those_who_never_consented (Fixture       *fixture,
                                       gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 77);
  g_autoptr (MukanaOverview) overview = run (fixture, &mukana_overview_job, NULL);
  const MukanaWaitingItem *found = NULL;

  for (guint i = 0; i < overview->items->len; i++)
    {
      const MukanaWaitingItem *item = g_ptr_array_index (overview->items, i);

      if (item->kind == MUKANA_WAITING_UNCONSENTED)
        found = item;
    }

  g_assert_cmpint (overview->counts[MUKANA_WAITING_UNCONSENTED], ==, 1);
  g_assert_cmpint (found->person_id, ==, person);
  g_assert_cmpint (found->due, ==, found->since + 30);
}

static void
set_days (Fixture *fixture,
          int      days)
{
  g_autoptr (MukanaRetentionRule) rule = g_object_new (MUKANA_TYPE_RETENTION_RULE, NULL);

  mukana_record_init_text (rule, "code", "ended");
  mukana_record_init_int (rule, "days", days);
  mukana_record_init_int (rule, "is-on", 1);
  run (fixture, &mukana_retaining_set_job, rule);
}

static void
their_data_are_due_when_the_rule_says_and_go_with_one_deed (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autoptr (MukanaRetention) early = NULL;
  g_autoptr (MukanaRetention) due = NULL;
  MukanaRetentionOrder *order;

  set_days (fixture, ENDED_DAYS + 1);
  early = run (fixture, &mukana_retaining_read_job, NULL);
  g_assert_cmpuint (early->due->len, ==, 0);

  set_days (fixture, ENDED_DAYS);
  due = run (fixture, &mukana_retaining_read_job, NULL);
  g_assert_cmpuint (due->due->len, ==, 1);
  order = mukana_retention_order_new ("ended", due->due);
  g_free (run (fixture, &mukana_retaining_run_job, order));
  mukana_retention_order_free (order);

  assert_lists (fixture, "ended", NULL, NULL, 0);
  assert_lists (fixture, NULL, NULL, NULL, fixture->staying);
}

#define ADD(name) g_test_add ("/ended/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (only_whoever_has_a_consent_in_force_is_in_the_list);
  ADD (whoever_withdraws_leaves_the_list_with_the_commit);
  ADD (what_they_told_finds_nobody_and_their_name_does);
  ADD (register_that_rests_on_law_ends_for_nobody);
  ADD (page_tells_when_it_ended_and_nothing_that_was_told);
  ADD (consent_given_anew_brings_everything_back);
  ADD (today_names_them_until_they_are_asked_or_erased);
  ADD (today_names_those_who_never_consented);
  ADD (their_data_are_due_when_the_rule_says_and_go_with_one_deed);
  return g_test_run ();
}
