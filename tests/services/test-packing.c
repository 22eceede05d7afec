/* test-packing.c: what is packed of people says what the tables say, or is not there. */

#include "outputs-model.h"
#include "seeking-kit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-erasing.h"
#include "services/mukana-fact-loading.h"
#include "services/mukana-founding.h"
#include "services/mukana-index-filling.h"
#include "services/mukana-packing.h"
#include "services/mukana-remembering.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

#define N_ROUNDS 12

static void
pack_everybody (MukanaTestRegister *place)
{
  gint64 after = 0;
  gint64 *last;

  while ((last = mukana_test_run (place, &mukana_packing_job, &after)) != NULL)
    {
      after = *last;
      g_free (last);
    }
}

static gpointer
wrong_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return mukana_packing_find_wrong (db, error);
}

static guint
count_wrong (MukanaTestRegister *place)
{
  g_autoptr (GArray) ids = mukana_test_read (place, wrong_run, NULL);

  return ids->len;
}

static gpointer
lacks_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 person_id = *(gint64 *) arg;
  gint64 first = mukana_db_count (db, "packs.lacking", error,
                                  mukana_int ("after", person_id - 1), mukana_int ("most", 1));

  return GINT_TO_POINTER (first == person_id);
}

/* Whether the person may be read and is not packed. */
static gboolean
lacks_pack (MukanaTestRegister *place,
            gint64              person_id)
{
  return mukana_test_read (place, lacks_run, &person_id) != NULL;
}

static gpointer
unshelved_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  gint64 first = mukana_db_count (db, "packs.unshelved", error, mukana_int ("from_id", 0));

  return GINT_TO_POINTER (first != 0);
}

/* Whether everybody stands on a shelf of use. */
static gboolean
is_shelved (MukanaTestRegister *place)
{
  return mukana_test_read (place, unshelved_run, NULL) == NULL;
}

static gint64
add_person (Seeking    *fixture,
            const char *family_name)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, "Aino", family_name);
  mukana_record_init_text (person, "municipality-code", "205");
  mukana_record_init_text (person, "excluded-units", "Kotihoito");
  mukana_record_init_int (person, "fee-ceiling-cents", 50000);
  return seeking_add_person (fixture, person, 8 * 60);
}

static gpointer
packed_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);

  return lexicon ? mukana_index_fill (db, lexicon, error) : NULL;
}

/* As the index reads everybody; yours, the facts of one of them. */
static MukanaMatchFacts *
read_packed (Seeking *fixture,
             gint64   person_id)
{
  static const MukanaJob job = { "test.packed", MUKANA_LANE_DOOR, packed_run, g_object_unref };
  g_autoptr (MukanaMatchIndex) all = mukana_test_run (fixture->place, &job, NULL);
  MukanaMatchFacts *facts = mukana_match_index_ref_facts (all, person_id);

  g_assert_nonnull (facts);
  return facts;
}

static void
heard_cb (MukanaStore     *store,
          MukanaChangeSet *changes,
          guint           *n_heard)
{
  (*n_heard)++;
}

/* A large register is packed in hundreds of writes, while somebody reads Today. */
static void
no_page_hears_of_packing (Seeking       *fixture,
                          gconstpointer  data)
{
  gint64 person = add_person (fixture, "Hakola");
  guint n_heard = 0;

  while (g_main_context_iteration (NULL, FALSE));
  g_signal_connect (fixture->place->store, "changed", G_CALLBACK (heard_cb), &n_heard);
  pack_everybody (fixture->place);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_false (lacks_pack (fixture->place, person));
  g_assert_cmpuint (n_heard, ==, 0);

  add_person (fixture, "Mattila");
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (n_heard, >, 0);
}

static void
packed_people_say_what_the_tables_say (Seeking       *fixture,
                                       gconstpointer  data)
{
  gint64 first = add_person (fixture, "Korpi");
  gint64 second = add_person (fixture, "Salo");
  gint64 request = seeking_add_request (fixture, "Kotihoito", 2, 12);

  seeking_agree (fixture, request, first);
  seeking_give_shift (fixture, second, MUKANA_TEST_TODAY + 3, 600, 720);
  g_assert_true (lacks_pack (fixture->place, first));
  pack_everybody (fixture->place);

  g_assert_false (lacks_pack (fixture->place, first));
  g_assert_false (lacks_pack (fixture->place, second));
  g_assert_cmpuint (count_wrong (fixture->place), ==, 0);
}

static void
save_name (Seeking *fixture,
           gint64   person_id)
{
  g_autoptr (MukanaPersonFile) file = mukana_test_run (fixture->place, &mukana_person_file_job,
                                                       &person_id);
  g_autoptr (MukanaPerson) changed = mukana_record_with_int (file->person, "notice-days", 30);

  g_free (mukana_test_run (fixture->place, &mukana_person_save_job, changed));
}

static void
move_request (Seeking *fixture,
              gint64   request_id)
{
  g_autoptr (MukanaRequestFile) file = mukana_test_run (fixture->place, &mukana_request_file_job,
                                                        &request_id);
  MukanaRequest *moved = mukana_record_with_text (file->request, "municipality-code", "091");

  g_set_object (&file->request, moved);
  g_object_unref (moved);
  g_free (mukana_test_run (fixture->place, &mukana_request_save_job, file));
}

/* Each in turn, packed again in between. */
static void
whoever_changes_is_packed_anew (Seeking       *fixture,
                                gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  gint64 other = add_person (fixture, "Salo");
  gint64 request = seeking_add_request (fixture, "Kotihoito", 2, 12);

  for (int deed = 0; deed < 5; deed++)
    {
      pack_everybody (fixture->place);
      if (deed == 0)
        save_name (fixture, person);
      else if (deed == 1)
        seeking_give (fixture, person, "media", NULL);
      else if (deed == 2)
        seeking_agree (fixture, request, person);
      else if (deed == 3)
        move_request (fixture, request);
      else
        seeking_give_shift (fixture, person, MUKANA_TEST_TODAY + 3, 600, 720);

      g_assert_true (lacks_pack (fixture->place, person));
      g_assert_false (lacks_pack (fixture->place, other));
      pack_everybody (fixture->place);
      g_assert_cmpuint (count_wrong (fixture->place), ==, 0);
    }
}

/* Somebody else's tool may have written it. */
static void
pack_of_who_may_not_be_read_tells_nothing (Seeking       *fixture,
                                           gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  gint64 other = add_person (fixture, "Salo");
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "register", NULL, "phone");
  g_autofree char *sql = NULL;
  g_autoptr (MukanaMatchFacts) facts = NULL;
  g_autoptr (MukanaMatchFacts) of_other = NULL;

  pack_everybody (fixture->place);
  mukana_test_run (fixture->place, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  sql = g_strdup_printf ("INSERT INTO match_pack (person_id, generation, facts) SELECT %"
                         G_GINT64_FORMAT ", generation, facts FROM match_pack WHERE person_id = %"
                         G_GINT64_FORMAT, person, other);
  mukana_test_sql (fixture->place, sql);
  facts = read_packed (fixture, person);
  of_other = read_packed (fixture, other);

  g_assert_cmpuint (facts->n_themes, ==, 0);
  g_assert_cmpint (facts->register_consent.until, ==, 0);
  g_assert_cmpuint (of_other->n_themes, ==, 1);
}

static void
pack_goes_when_a_consent_has_run_out (Seeking       *fixture,
                                      gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  g_autofree char *sql = g_strdup_printf ("UPDATE consent SET expires_on = '2026-11-24'"
                                          " WHERE person_id = %" G_GINT64_FORMAT, person);

  mukana_test_sql (fixture->place, sql);
  pack_everybody (fixture->place);
  mukana_clock_set_still (fixture->place->clock,
                          mukana_clock_now_us (fixture->place->clock) + 3 * G_TIME_SPAN_DAY);
  pack_everybody (fixture->place);
  mukana_test_sql (fixture->place, "UPDATE consent SET expires_on = NULL");

  g_assert_true (lacks_pack (fixture->place, person));
}

/* Whoever writes the row, and by whatever program. */
static void
shelf_goes_with_what_decides_who_may_be_read (Seeking       *fixture,
                                              gconstpointer  data)
{
  static const char * const deeds[] = {
    "UPDATE consent SET withdrawn_at = 1, withdrawn_on = '2026-11-01'",
    "UPDATE consent SET withdrawn_at = NULL, withdrawn_on = NULL",
    "UPDATE person SET restricted_at = 1",
    "UPDATE person SET restricted_at = 0",
    "UPDATE person SET birth_year = 2015",
    "INSERT INTO register_setting (name, value) VALUES ('youngest-age', '5')",
    "INSERT INTO guardian (person_id, name, given_on, how, recorded_by)"
    " SELECT id, 'Esko', '2026-11-01', 'form', 'test' FROM person",
    "UPDATE guardian SET withdrawn_on = '2026-11-02'",
    "UPDATE purpose SET basis = 'public-task' WHERE code = 'register'",
    "DELETE FROM consent",
  };

  add_person (fixture, "Korpi");
  add_person (fixture, "Salo");
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      pack_everybody (fixture->place);
      g_assert_true (is_shelved (fixture->place));
      mukana_test_sql (fixture->place, deeds[i]);
      g_assert_false (is_shelved (fixture->place));
    }
}

static void
shelf_is_not_good_for_longer_than_a_consent (Seeking       *fixture,
                                             gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  g_autoptr (MukanaMatchFacts) before = NULL;
  g_autoptr (MukanaMatchFacts) after = NULL;

  mukana_test_sql (fixture->place, "UPDATE consent SET expires_on = '2026-11-24'");
  pack_everybody (fixture->place);
  g_assert_true (is_shelved (fixture->place));
  before = read_packed (fixture, person);
  mukana_test_sql (fixture->place, "UPDATE store_state SET civil_day = '2026-11-25'");
  after = read_packed (fixture, person);

  g_assert_false (is_shelved (fixture->place));
  g_assert_cmpuint (before->n_themes, ==, 1);
  g_assert_cmpuint (after->n_themes, ==, 0);
}

static void
whoever_comes_of_age_is_found_that_day (Seeking       *fixture,
                                        gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  g_autoptr (MukanaMatchFacts) before = NULL;
  g_autoptr (MukanaMatchFacts) after = NULL;

  mukana_test_sql (fixture->place,
                   "UPDATE person SET birth_year = 2008, adult_on = '2026-11-25'");
  pack_everybody (fixture->place);
  before = read_packed (fixture, person);
  mukana_test_sql (fixture->place, "UPDATE store_state SET civil_day = '2026-11-25'");
  after = read_packed (fixture, person);

  g_assert_cmpuint (before->n_themes, ==, 0);
  g_assert_cmpuint (after->n_themes, ==, 1);
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer statement = engine->prepare (mukana_db_peek_connection (db),
                                        "SELECT count(*) FROM match_pack", 0, error);
  MukanaValue value = { 0 };

  if (engine->step (statement, error) > 0)
    engine->column (statement, 0, &value);
  engine->finalize (statement);
  return GINT_TO_POINTER (value.number);
}

static void
pack_goes_with_the_person (Seeking       *fixture,
                           gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  gint64 other = add_person (fixture, "Salo");

  pack_everybody (fixture->place);
  mukana_test_run (fixture->place, &mukana_erasing_job, &person);

  g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (fixture->place, count_run, NULL)), ==, 1);
  g_assert_false (lacks_pack (fixture->place, other));
}

static gpointer
vocabulary_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  mukana_db_touch (db, MUKANA_KIND_VOCABULARY, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static void
other_words_and_rules_make_every_pack_old (Seeking       *fixture,
                                           gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  g_autoptr (MukanaMatchFacts) facts = NULL;

  pack_everybody (fixture->place);
  mukana_test_write (fixture->place, vocabulary_run, NULL);
  g_assert_true (lacks_pack (fixture->place, person));
  facts = read_packed (fixture, person);

  g_assert_cmpuint (facts->n_themes, ==, 1);
}

static void
what_is_no_pack_is_read_from_the_tables (Seeking       *fixture,
                                         gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  g_autoptr (MukanaMatchFacts) facts = NULL;

  for (int i = 0; i < 10; i++)
    add_person (fixture, "Salo");
  pack_everybody (fixture->place);
  mukana_test_sql (fixture->place, "DELETE FROM match_shelf;"
                                   "UPDATE match_pack SET facts = substr (facts, 1, 5)"
                                   " WHERE person_id = (SELECT min(person_id) FROM match_pack)");
  facts = read_packed (fixture, person);

  g_assert_cmpuint (facts->n_themes, ==, 1);
  g_assert_cmpuint (facts->n_excluded_units, ==, 1);
}

static void
check_finds_a_pack_that_says_something_else (Seeking       *fixture,
                                             gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  g_autofree char *sql = g_strdup_printf ("UPDATE person SET notice_days = 21 WHERE id = %"
                                          G_GINT64_FORMAT, person);
  g_autoptr (GArray) wrong = NULL;

  add_person (fixture, "Salo");
  pack_everybody (fixture->place);
  mukana_test_sql (fixture->place, sql);
  wrong = mukana_test_read (fixture->place, wrong_run, NULL);

  g_assert_cmpuint (wrong->len, ==, 1);
  g_assert_cmpint (g_array_index (wrong, gint64, 0), ==, person);
}

/* Not in the packs, which whoever may match can read; who may see it is told all the same. */
static void
theme_of_article_10_is_known_without_being_packed (Seeking       *fixture,
                                                   gconstpointer  data)
{
  gint64 person = add_person (fixture, "Korpi");
  g_autoptr (MukanaMatchFacts) before = NULL;
  g_autoptr (MukanaMatchFacts) facts = NULL;

  mukana_test_sql (fixture->place,
                   "UPDATE theme SET sensitivity = 'art10_criminal'; "
                   "INSERT INTO register_user (name, role, sees_article_10, added_on, added_by) "
                   "VALUES ('test', 'coordinator', 1, '2026-11-01', 'test')");
  before = read_packed (fixture, person);
  pack_everybody (fixture->place);
  facts = read_packed (fixture, person);

  g_assert_false (lacks_pack (fixture->place, person));
  g_assert_cmpuint (facts->n_themes, ==, before->n_themes);
  g_assert_cmpint (facts->themes[0].theme, ==, before->themes[0].theme);
  g_assert_cmpint (facts->themes[0].consent.from, ==, before->themes[0].consent.from);
}

static gpointer
people_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  Play *play = arg;

  for (guint i = 0; i < N_PEOPLE && *error == NULL; i++)
    {
      g_autoptr (MukanaPerson) plain = mukana_test_person_new (i);
      g_autoptr (MukanaPerson) person = mukana_record_with_text (plain, "state", "active");
      g_autoptr (MukanaExperience) theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
      Model *model = &play->people[i];

      mukana_record_init_text (person, "work-languages", "fi");
      mukana_record_init_text (theme, "theme-id", THEME);
      mukana_record_init_text (theme, "perspective", "own");
      model->is_minor = i % 10 == 9;
      if (model->is_minor)
        mukana_record_init_int (person, "birth-year", 2010);
      model->id = mukana_people_add (db, person, error);
      model->given = g_array_new (FALSE, FALSE, sizeof (Given));
      model->merged_into = -1;
      mukana_people_add_part (db, "people.add-theme", model->id, theme, error);
      mukana_people_index (db, model->id, error);
    }

  return NULL;
}

/* What an earlier round has packed goes with what befalls people, or still says what is so. */
static void
packs_follow_whatever_befalls_people (void)
{
  static const MukanaSetting youngest = { (char *) "youngest-age", (char *) "15" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261129);
  Play play = { .rand = rand, .day = G_MININT32, .place = mukana_test_register_new () };

  mukana_test_run (play.place, &mukana_founding_job, NULL);
  mukana_test_run (play.place, &mukana_setting_set_job, (gpointer) &youngest);
  mukana_test_write (play.place, people_run, &play);
  for (int round = 0; round < N_ROUNDS; round++)
    {
      mukana_clock_set_still (play.place->clock,
                              mukana_clock_now_us (play.place->clock) +
                              g_rand_int_range (rand, -2, 4) * G_TIME_SPAN_DAY +
                              G_TIME_SPAN_MINUTE);
      mukana_test_write (play.place, model_play, &play);
      g_assert_cmpuint (count_wrong (play.place), ==, 0);
      pack_everybody (play.place);
      g_assert_cmpuint (count_wrong (play.place), ==, 0);
    }

  model_clear_all (play.people);
  mukana_test_register_free (play.place);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) \
  g_test_add ("/packing/" #test, Seeking, NULL, seeking_set_up, test, seeking_tear_down)
  ADD (packed_people_say_what_the_tables_say);
  ADD (no_page_hears_of_packing);
  ADD (whoever_changes_is_packed_anew);
  ADD (pack_of_who_may_not_be_read_tells_nothing);
  ADD (pack_goes_when_a_consent_has_run_out);
  ADD (pack_goes_with_the_person);
  ADD (other_words_and_rules_make_every_pack_old);
  ADD (what_is_no_pack_is_read_from_the_tables);
  ADD (check_finds_a_pack_that_says_something_else);
  ADD (theme_of_article_10_is_known_without_being_packed);
  ADD (shelf_goes_with_what_decides_who_may_be_read);
  ADD (shelf_is_not_good_for_longer_than_a_consent);
  ADD (whoever_comes_of_age_is_found_that_day);
#undef ADD
  g_test_add_func ("/packing/packs_follow_whatever_befalls_people",
                   packs_follow_whatever_befalls_people);

  return g_test_run ();
}
