/* test-wording.c: the county edits its words and prices, and nothing that was said is lost. */

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "domain/mukana-consent.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-listing.h"
#include "services/mukana-pricing.h"
#include "services/mukana-registering.h"
#include "services/mukana-wording.h"
#include "store/mukana-people.h"

typedef struct
{
  MukanaTestRegister *place;
  MukanaLexicon      *lexicon;   /* as last read */
} Fixture;

static void
read_again (Fixture *fixture)
{
  g_clear_object (&fixture->lexicon);
  fixture->lexicon = run (fixture, &mukana_lexicon_job, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  read_again (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->lexicon);
  mukana_test_register_free (fixture->place);
}

static gpointer
find (Fixture           *fixture,
      MukanaLexiconList  list,
      const char        *code)
{
  gpointer word = mukana_lexicon_find (fixture->lexicon, list, code);

  g_assert_nonnull (word);
  return word;
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
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  run (fixture, &mukana_consenting_give_job, consent);
}

/* Somebody who knows the theme and may be found by it. */
static void
add_person_of_theme (Fixture    *fixture,
                     const char *theme_id)
{
  gint64 person_id = mukana_test_add_person (fixture->place, 1);
  MukanaExperience *experience = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaPartsChange *change;

  mukana_record_init_text (experience, "theme-id", theme_id);
  mukana_record_init_text (experience, "perspective", "own");
  g_ptr_array_add (parts, experience);
  give (fixture, person_id, "register", NULL);
  give (fixture, person_id, "theme", theme_id);
  change = mukana_parts_change_new (person_id, "themes", parts);
  run (fixture, &mukana_person_parts_job, change);
  mukana_parts_change_free (change);
}

static guint
count_found (Fixture    *fixture,
             const char *needle)
{
  MukanaPeopleFilter filter = { .needle = (char *) needle };
  g_autoptr (GArray) found = run (fixture, &mukana_people_ids_job, &filter);

  return found->len;
}

static MukanaRole *
make_role (const char *code)
{
  MukanaRole *role = g_object_new (MUKANA_TYPE_ROLE, NULL);

  mukana_record_init_text (role, "code", code);
  mukana_record_init_text (role, "label-fi", "uusi rooli");
  mukana_record_init_text (role, "label-sv", "ny roll");
  mukana_record_init_text (role, "label-en", "new role");
  return role;
}

static void
renamed_theme_is_read_back (Fixture       *fixture,
                            gconstpointer  data)
{
  MukanaTheme *before = find (fixture, MUKANA_LEXICON_THEME, "ik.kot");
  g_autoptr (MukanaTheme) after = mukana_record_with_text (before, "label-fi", "Yöpartio kotona");
  g_autoptr (MukanaWordChange) change = mukana_word_change_new (before, after);

  run (fixture, &mukana_wording_change_job, change);
  read_again (fixture);

  g_assert_cmpstr (MUKANA_THEME (find (fixture, MUKANA_LEXICON_THEME, "ik.kot"))->label_fi, ==,
                   "Yöpartio kotona");
}

static void
people_are_found_by_the_new_words_of_their_theme (Fixture       *fixture,
                                                  gconstpointer  data)
{
  MukanaTheme *before = find (fixture, MUKANA_LEXICON_THEME, "ik.kot");
  g_autoptr (MukanaTheme) after = mukana_record_with_text (before, "label-fi", "Kotihoito, hämyrä");
  g_autoptr (MukanaWordChange) change = mukana_word_change_new (before, after);

  add_person_of_theme (fixture, "ik.kot");
  mukana_word_change_set_synonyms (change, "fi", "", "iltavuoro; yöpartio");
  g_assert_cmpuint (count_found (fixture, "hämyrä"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "iltavuoro"), ==, 0);

  run (fixture, &mukana_wording_change_job, change);

  g_assert_cmpuint (count_found (fixture, "hämyrä"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "iltavuoro"), ==, 1);
}

static void
synonyms_are_replaced_in_their_own_language_only (Fixture       *fixture,
                                                  gconstpointer  data)
{
  MukanaTheme *theme = find (fixture, MUKANA_LEXICON_THEME, "mt");
  g_autofree char *swedish =
    g_strdup (mukana_lexicon_peek_synonyms (fixture->lexicon, "mt", "sv"));
  g_autoptr (MukanaWordChange) change = mukana_word_change_new (theme, theme);

  mukana_word_change_set_synonyms (change, "fi", NULL, " mieli ,, mielen pulmat,mieli");
  run (fixture, &mukana_wording_change_job, change);
  read_again (fixture);

  g_assert_cmpstr (mukana_lexicon_peek_synonyms (fixture->lexicon, "mt", "fi"), ==,
                   "mielen pulmat, mieli");
  g_assert_cmpstr (mukana_lexicon_peek_synonyms (fixture->lexicon, "mt", "sv"), ==, swedish);
  g_assert_true (mukana_lexicon_theme_matches (fixture->lexicon,
                                               find (fixture, MUKANA_LEXICON_THEME, "mt"),
                                               "mielen pul"));
}

static void
a_change_can_be_taken_back (Fixture       *fixture,
                            gconstpointer  data)
{
  MukanaTheme *before = find (fixture, MUKANA_LEXICON_THEME, "mt");
  g_autofree char *words = g_strdup (mukana_lexicon_peek_synonyms (fixture->lexicon, "mt", "fi"));
  g_autofree char *label = g_strdup (before->label_fi);
  g_autoptr (MukanaTheme) after = mukana_record_with_text (before, "label-fi", "Mieli");
  g_autoptr (MukanaWordChange) change = mukana_word_change_new (before, after);
  g_autoptr (MukanaWordChange) back = NULL;

  mukana_word_change_set_synonyms (change, "fi", words, "pulma");
  back = mukana_word_change_reverse (change);
  run (fixture, &mukana_wording_change_job, change);
  run (fixture, &mukana_wording_change_job, back);
  read_again (fixture);

  g_assert_cmpstr (MUKANA_THEME (find (fixture, MUKANA_LEXICON_THEME, "mt"))->label_fi, ==, label);
  g_assert_cmpstr (mukana_lexicon_peek_synonyms (fixture->lexicon, "mt", "fi"), ==, words);
}

static void
a_change_over_somebody_elses_is_a_conflict (Fixture       *fixture,
                                            gconstpointer  data)
{
  MukanaRole *before = find (fixture, MUKANA_LEXICON_ROLE, "expert");
  g_autoptr (MukanaRole) theirs = mukana_record_with_text (before, "label-en", "theirs");
  g_autoptr (MukanaRole) ours = mukana_record_with_text (before, "label-en", "ours");
  g_autoptr (MukanaWordChange) first = mukana_word_change_new (before, theirs);
  g_autoptr (MukanaWordChange) second = mukana_word_change_new (before, ours);

  run (fixture, &mukana_wording_change_job, first);
  fail (fixture, &mukana_wording_change_job, second, MUKANA_ERROR_CONFLICT);
  read_again (fixture);

  g_assert_cmpstr (MUKANA_ROLE (find (fixture, MUKANA_LEXICON_ROLE, "expert"))->label_en, ==,
                   "theirs");
}

static void
a_new_word_gets_a_code_of_its_own (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (MukanaTheme) theme = g_object_new (MUKANA_TYPE_THEME, NULL);
  g_autoptr (MukanaTheme) first = NULL;
  g_autoptr (MukanaTheme) second = NULL;
  g_autoptr (MukanaWordChange) change = NULL;

  mukana_record_init_text (theme, "parent-id", "mt");
  mukana_record_init_text (theme, "label-fi", "Äkillinen kriisi työssä");
  mukana_record_init_text (theme, "label-sv", "Akut kris");
  mukana_record_init_text (theme, "label-en", "Acute crisis");
  mukana_record_init_text (theme, "sensitivity", "art9_health");
  first = mukana_wording_with_code (fixture->lexicon, theme);
  change = mukana_word_change_new (NULL, first);
  run (fixture, &mukana_wording_change_job, change);
  read_again (fixture);
  second = mukana_wording_with_code (fixture->lexicon, theme);

  g_assert_cmpstr (first->id, ==, "mt.akillinen-kriisi");
  g_assert_cmpstr (second->id, ==, "mt.akillinen-kriisi-2");
}

static void
a_new_word_does_not_overwrite_one_with_its_code (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaRole) role = make_role ("expert");
  g_autoptr (MukanaWordChange) change = mukana_word_change_new (NULL, role);

  fail (fixture, &mukana_wording_change_job, change, MUKANA_ERROR_CONFLICT);
}

static void
a_word_with_a_bad_code_is_refused (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (MukanaRole) role = make_role ("Uusi rooli");
  g_autoptr (MukanaWordChange) change = mukana_word_change_new (NULL, role);

  fail (fixture, &mukana_wording_change_job, change, MUKANA_ERROR_INVALID);
}

static void
a_method_needs_its_steps (Fixture       *fixture,
                          gconstpointer  data)
{
  MukanaMethod *before = g_ptr_array_index (mukana_lexicon_peek_all (fixture->lexicon,
                                                                     MUKANA_LEXICON_METHOD), 0);
  g_autoptr (MukanaMethod) low = mukana_record_with_int (before, "ladder-level", 0);
  g_autoptr (MukanaMethod) high = mukana_record_with_int (before, "house-level", 8);
  g_autoptr (GPtrArray) too_low = mukana_wording_check (low);
  g_autoptr (GPtrArray) too_high = mukana_wording_check (high);

  g_assert_nonnull (mukana_issues_find (too_low, "ladder-level"));
  g_assert_nonnull (mukana_issues_find (too_high, "house-level"));
}

static MukanaFeeRule *
make_next_rule (Fixture   *fixture,
                MukanaDay  from)
{
  MukanaFeeRule *rule = mukana_fee_rule_on (mukana_lexicon_peek_fee_rules (fixture->lexicon),
                                            "hour", MUKANA_TEST_TODAY);
  g_autoptr (MukanaFeeRule) dearer = mukana_record_with_int (rule, "amount-cents", 3000);

  return mukana_record_with_int (dearer, "valid-from", from);
}

static gint64
price_on (Fixture   *fixture,
          MukanaDay  day)
{
  return mukana_fee_rule_on (mukana_lexicon_peek_fee_rules (fixture->lexicon), "hour",
                             day)->amount_cents;
}

static void
a_new_price_leaves_the_old_one_in_force_before_it (Fixture       *fixture,
                                                   gconstpointer  data)
{
  MukanaDay from = mukana_day_new (2027, 1, 1);
  g_autoptr (MukanaFeeRule) rule = make_next_rule (fixture, from);
  gint64 old_cents = price_on (fixture, from - 1);

  g_free (run (fixture, &mukana_fee_rule_add_job, rule));
  read_again (fixture);

  g_assert_cmpint (price_on (fixture, from - 1), ==, old_cents);
  g_assert_cmpint (price_on (fixture, from), ==, 3000);
}

static void
two_prices_do_not_begin_on_one_day (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (MukanaFeeRule) rule = make_next_rule (fixture, mukana_day_new (2027, 1, 1));

  g_free (run (fixture, &mukana_fee_rule_add_job, rule));

  fail (fixture, &mukana_fee_rule_add_job, rule, MUKANA_ERROR_INVALID);
}

static void
a_new_price_can_be_taken_back (Fixture       *fixture,
                               gconstpointer  data)
{
  MukanaDay from = mukana_day_new (2027, 1, 1);
  g_autoptr (MukanaFeeRule) rule = make_next_rule (fixture, from);
  gint64 old_cents = price_on (fixture, from);
  g_autofree gint64 *id = run (fixture, &mukana_fee_rule_add_job, rule);
  g_autoptr (MukanaFeeRule) stored = mukana_record_with_int (rule, "id", *id);

  run (fixture, &mukana_fee_rule_drop_job, stored);
  read_again (fixture);

  g_assert_cmpint (price_on (fixture, from), ==, old_cents);
  fail (fixture, &mukana_fee_rule_drop_job, stored, MUKANA_ERROR_NOT_ALLOWED);
}

static void
a_kilometre_rate_is_added_and_taken_back (Fixture       *fixture,
                                          gconstpointer  data)
{
  MukanaDay from = mukana_day_new (2027, 1, 1);
  g_autoptr (MukanaTravelRate) rate = g_object_new (MUKANA_TYPE_TRAVEL_RATE, NULL);

  mukana_record_init_int (rate, "valid-from", from);
  mukana_record_init_int (rate, "km-cents", 56);
  mukana_record_init_int (rate, "passenger-cents", 4);
  run (fixture, &mukana_travel_rate_add_job, rate);
  fail (fixture, &mukana_travel_rate_add_job, rate, MUKANA_ERROR_INVALID);
  read_again (fixture);
  g_assert_cmpint (mukana_travel_rate_on (mukana_lexicon_peek_travel_rates (fixture->lexicon),
                                          from)->km_cents, ==, 56);

  run (fixture, &mukana_travel_rate_drop_job, rate);
  read_again (fixture);

  g_assert_null (mukana_travel_rate_on (mukana_lexicon_peek_travel_rates (fixture->lexicon),
                                        from));
}

static void
assert_found (Fixture           *fixture,
              MukanaLexiconList  list,
              const char        *typed,
              guint              place,
              const char        *code)
{
  g_autoptr (GPtrArray) found = mukana_lexicon_search (fixture->lexicon, list, typed);

  g_assert_cmpuint (found->len, >, place);
  g_assert_cmpstr (mukana_lexicon_peek_code (g_ptr_array_index (found, place)), ==, code);
}

/* "yksinhuoltaja" is a synonym of lp.van, which comes before mt.yks in the list. */
static void
a_name_is_found_before_a_synonym (Fixture       *fixture,
                                  gconstpointer  data)
{
  assert_found (fixture, MUKANA_LEXICON_THEME, "Yksin", 0, "mt.yks");
  assert_found (fixture, MUKANA_LEXICON_THEME, "yksinh", 0, "lp.van");
}

/* "add" is a synonym of nk.adh, and begins a word in the name of pr, which comes before it. */
static void
a_whole_synonym_is_found_before_a_word_that_begins_so (Fixture       *fixture,
                                                       gconstpointer  data)
{
  assert_found (fixture, MUKANA_LEXICON_THEME, "add", 0, "nk.adh");
  assert_found (fixture, MUKANA_LEXICON_THEME, "bi", 0, "mt.bip");
}

static void
a_beginning_is_found_before_what_only_holds_it (Fixture       *fixture,
                                                gconstpointer  data)
{
  assert_found (fixture, MUKANA_LEXICON_MUNICIPALITY, "salo", 0, "734");
  assert_found (fixture, MUKANA_LEXICON_MUNICIPALITY, "kajana", 0, "205");
}

static void
nothing_is_found_for_what_is_no_word (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GPtrArray) found =
    mukana_lexicon_search (fixture->lexicon, MUKANA_LEXICON_THEME, "jarjestoyht");

  g_assert_cmpuint (found->len, ==, 0);
}

static void
the_countys_own_municipalities_come_first (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *all;

  mukana_test_sql (fixture->place, "UPDATE store_state SET county_code = '20'");
  read_again (fixture);
  found = mukana_lexicon_search (fixture->lexicon, MUKANA_LEXICON_MUNICIPALITY, "");

  all = mukana_lexicon_peek_all (fixture->lexicon, MUKANA_LEXICON_MUNICIPALITY);
  g_assert_cmpuint (found->len, ==, all->len);
  g_assert_cmpstr (MUKANA_MUNICIPALITY (g_ptr_array_index (found, 0))->county_code, ==, "20");
  assert_found (fixture, MUKANA_LEXICON_MUNICIPALITY, "ka", 0, "205");
}

#define ADD(test) g_test_add ("/wording/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (renamed_theme_is_read_back);
  ADD (people_are_found_by_the_new_words_of_their_theme);
  ADD (synonyms_are_replaced_in_their_own_language_only);
  ADD (a_change_can_be_taken_back);
  ADD (a_change_over_somebody_elses_is_a_conflict);
  ADD (a_new_word_gets_a_code_of_its_own);
  ADD (a_new_word_does_not_overwrite_one_with_its_code);
  ADD (a_word_with_a_bad_code_is_refused);
  ADD (a_method_needs_its_steps);
  ADD (a_new_price_leaves_the_old_one_in_force_before_it);
  ADD (two_prices_do_not_begin_on_one_day);
  ADD (a_new_price_can_be_taken_back);
  ADD (a_kilometre_rate_is_added_and_taken_back);
  ADD (a_name_is_found_before_a_synonym);
  ADD (a_whole_synonym_is_found_before_a_word_that_begins_so);
  ADD (a_beginning_is_found_before_what_only_holds_it);
  ADD (nothing_is_found_for_what_is_no_word);
  ADD (the_countys_own_municipalities_come_first);

  return g_test_run ();
}
