/* test-consent-rule.c: the rule in words and the rule in the view are one rule.
 *
 * Random histories of giving, ending and waiting, of guardians, legal bases and ages, are
 * played through domain/mukana-usable and through the views usable_person and
 * matchable_person; after every step both must say the same.  So must the two views of whose
 * consent has ended: the one that asks a person and the one that begins with what ended.
 */

#include <stdlib.h>

#include "domain/mukana-usable.h"
#include "kit/mukana-test.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-guarding.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-remembering.h"
#include "store/mukana-people.h"

#define N_PEOPLE 20
#define N_STEPS 10000
#define STEPS_A_JOB 250
#define STEPS_A_LOOK 25

typedef struct
{
  GRand          *rand;
  gint64          people[N_PEOPLE];
  int             n_steps;
  MukanaUseRules  rules;
} Play;

static const char * const purposes[] = { "register", "matching", "communication", "media" };

static MukanaConsent *
make_consent (Play      *play,
              gint64     person_id,
              MukanaDay  today)
{
  MukanaConsent *consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  MukanaDay given = today - g_rand_int_range (play->rand, 0, 400);
  MukanaDay end = today + g_rand_int_range (play->rand, -3, 4);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose",
                           purposes[g_rand_int_range (play->rand, 0, G_N_ELEMENTS (purposes))]);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", given);
  /* Some end before today, some today, some later, some never. */
  if (g_rand_boolean (play->rand))
    mukana_record_init_int (consent, "expires-on", MAX (given, end));
  return consent;
}

/* A guardian says yes, or takes it back. */
static void
play_guardian (Play      *play,
               MukanaDb  *db,
               gint64     person_id,
               GError   **error)
{
  g_autoptr (GPtrArray) guardians = mukana_guardians_of_person (db, person_id, error);

  if (guardians->len > 0 && g_rand_boolean (play->rand))
    mukana_guardian_withdraw_job.run (db, g_ptr_array_index (guardians, guardians->len - 1), NULL,
                                      error);
  else
    {
      g_autoptr (MukanaGuardian) guardian = g_object_new (MUKANA_TYPE_GUARDIAN, NULL);

      mukana_record_init_int (guardian, "person-id", person_id);
      mukana_record_init_text (guardian, "name", "Huoltaja Koetinen");
      mukana_record_init_text (guardian, "how", "form");
      mukana_record_init_int (guardian, "given-on", mukana_db_today (db));
      mukana_guardian_add_job.run (db, guardian, NULL, error);
    }
}

/* The county changes its mind. */
static void
play_rules (Play      *play,
            MukanaDb  *db,
            GError   **error)
{
  g_autoptr (MukanaPurpose) purpose = g_object_new (MUKANA_TYPE_PURPOSE, NULL);
  gboolean is_register = g_rand_boolean (play->rand), needs_consent = g_rand_boolean (play->rand);
  g_autofree char *age = g_strdup_printf ("%d", g_rand_int_range (play->rand, 15, 19));
  MukanaSetting *setting = mukana_setting_new ("youngest-age", age);

  mukana_record_init_text (purpose, "code", is_register ? "register" : "matching");
  mukana_record_init_text (purpose, "basis", needs_consent ? "consent" : "public-task");
  mukana_purpose_set_job.run (db, purpose, NULL, error);
  mukana_setting_set_job.run (db, setting, NULL, error);
  mukana_setting_free (setting);

  *(is_register ? &play->rules.register_needs_consent : &play->rules.matching_needs_consent) =
    needs_consent;
  play->rules.youngest_age = atoi (age);
}

static void
play_step (Play     *play,
           MukanaDb *db,
           gint64    person_id)
{
  g_autoptr (GError) error = NULL;
  int deed = g_rand_int_range (play->rand, 0, 40);

  if (deed == 0)
    play_rules (play, db, &error);
  else if (deed < 8)
    play_guardian (play, db, person_id, &error);
  else if (deed < 30)
    {
      g_autoptr (MukanaConsent) consent = make_consent (play, person_id, mukana_db_today (db));

      mukana_consenting_give (db, consent, &error);
    }
  else
    {
      MukanaWithdrawal *withdrawal =
        mukana_withdrawal_new (person_id, purposes[g_rand_int_range (play->rand, 0, 4)], NULL,
                               "phone");

      mukana_consenting_withdraw (db, withdrawal, &error);
      mukana_withdrawal_free (withdrawal);
    }

  g_assert_no_error (error);
}

static void
compare (Play     *play,
         MukanaDb *db,
         gint64    person_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = mukana_consenting_history (db, person_id, &error);
  g_autoptr (GPtrArray) guardians = mukana_guardians_of_person (db, person_id, &error);
  g_autoptr (MukanaPerson) person = mukana_people_get (db, person_id, &error);
  MukanaDay today = mukana_db_today (db);
  gboolean usable = mukana_person_is_usable (person, history, guardians, &play->rules, today);
  gboolean matchable = mukana_person_is_matchable (person, history, guardians, &play->rules, today);
  gint64 in_usable = mukana_db_count (db, "consents.is-usable", &error,
                                      mukana_int ("person_id", person_id));
  gint64 in_matchable = mukana_db_count (db, "consents.is-matchable", &error,
                                         mukana_int ("person_id", person_id));

  g_assert_no_error (error);
  g_assert_cmpint (in_usable, ==, usable);
  g_assert_cmpint (in_matchable, ==, matchable);
}

static void
compare_ended (MukanaDb *db)
{
  gint64 n_ended = mukana_test_number (db, "SELECT count(*) FROM ended_person");

  g_assert_cmpint (mukana_test_number (db, "SELECT count(*) FROM ended_people"), ==, n_ended);
  g_assert_cmpint (mukana_test_number (
                     db, "SELECT count(*) FROM ended_people AS a JOIN ended_person AS b"
                         " ON b.id = a.id AND b.ended_on = a.ended_on"), ==, n_ended);
}

static gpointer
play_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  Play *play = arg;

  for (int i = 0; i < play->n_steps; i++)
    {
      gint64 person = play->people[g_rand_int_range (play->rand, 0, N_PEOPLE)];

      play_step (play, db, person);
      compare (play, db, person);
      if (i % STEPS_A_LOOK == 0)
        compare_ended (db);
    }

  return NULL;
}

static gpointer
add_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  Play *play = arg;
  MukanaSetting setting = { (char *) "youngest-age", (char *) "15" };

  mukana_setting_set_job.run (db, &setting, NULL, error);
  play->rules.youngest_age = 15;
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (MukanaPerson) plain = mukana_test_person_new (i);
      g_autoptr (MukanaPerson) person = mukana_record_with_text (plain, "state", "active");

      /* From fifteen to twenty, and some whose year nobody knows. */
      mukana_record_init_int (person, "birth-year", i % 4 == 0 ? 0 : 2006 + i % 6);
      /* Of some the day has been said, and comes while this is played. */
      if (i % 4 != 0 && i % 3 != 0)
        mukana_record_init_int (person, "adult-on",
                                mukana_day_new (2024 + i % 6, 12, 1 + (int) i % 20));

      play->people[i] = mukana_people_add (db, person, error);
    }

  return NULL;
}

static void
view_and_domain_agree_on_random_histories (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  Play play = { .rand = rand, .n_steps = STEPS_A_JOB, .rules = { TRUE, TRUE, 0 } };

  mukana_test_write (place, add_run, &play);

  /* A day passes between the jobs, or the clock is set back: the register's day never is. */
  for (int step = 0; step < N_STEPS; step += STEPS_A_JOB)
    {
      gint64 days_us = g_rand_int_range (rand, -2, 4) * 24 * G_TIME_SPAN_HOUR;

      mukana_clock_set_still (place->clock, mukana_clock_now_us (place->clock) + days_us);
      mukana_test_write (place, play_run, &play);
    }
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 *id = arg;

  *id = mukana_db_count (db, "consents.is-usable", error, mukana_int ("person_id", *id));
  return NULL;
}

static gpointer
give_short_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", *(gint64 *) arg);
  mukana_record_init_text (consent, "purpose", "register");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  mukana_record_init_int (consent, "expires-on", MUKANA_TEST_TODAY);
  mukana_consenting_give (db, consent, error);
  return NULL;
}

static gpointer
nothing_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return NULL;
}

static void
clock_set_back_revives_no_consent (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gint64 person = mukana_test_add_person (place, 1);
  gint64 usable = person;

  mukana_test_write (place, give_short_run, &person);
  mukana_clock_set_still (place->clock, mukana_day_minute_us (MUKANA_TEST_TODAY + 1, 600));
  mukana_test_write (place, nothing_run, NULL);
  mukana_clock_set_still (place->clock, mukana_day_minute_us (MUKANA_TEST_TODAY, 600));
  mukana_test_read (place, count_run, &usable);

  g_assert_cmpint (usable, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/consent-rule/view_and_domain_agree_on_random_histories",
                   view_and_domain_agree_on_random_histories);
  g_test_add_func ("/consent-rule/clock_set_back_revives_no_consent",
                   clock_set_back_revives_no_consent);

  return g_test_run ();
}
