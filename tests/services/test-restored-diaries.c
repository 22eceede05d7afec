/* test-restored-diaries.c: an older backup takes nothing out of the diaries of accountability. */

#include <glib/gstdio.h>

#include "backups-kit.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-accounting.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-founding.h"
#include "services/mukana-restoring.h"
#include "services/mukana-rights.h"
#include "store/mukana-schema.h"

static MukanaRestore *
put_in_place (Backups    *fixture,
              const char *backup)
{
  g_autoptr (GError) error = NULL;
  MukanaRestore *done;

  backups_let_time_pass (fixture, 1);
  done = mukana_restoring_run (backup, fixture->place->key, mukana_test_path (fixture->place),
                               "tester", mukana_clock_now_us (fixture->place->clock), &error);
  g_assert_no_error (error);
  mukana_test_register_open (fixture->place);
  return done;
}

static MukanaRestore *
restore (Backups    *fixture,
         const char *backup)
{
  mukana_test_register_close (fixture->place);
  return put_in_place (fixture, backup);
}

/* As when its register cannot be read: nothing tells what came after the backup. */
static void
restore_where_nothing_is_known (Backups    *fixture,
                                const char *backup)
{
  mukana_test_register_close (fixture->place);
  g_assert_cmpint (g_unlink (mukana_test_path (fixture->place)), ==, 0);
  mukana_restore_free (put_in_place (fixture, backup));
}

static void
note_breach (Backups    *fixture,
             const char *what,
             int         minute)
{
  g_autoptr (MukanaBreach) breach = g_object_new (MUKANA_TYPE_BREACH, NULL);

  mukana_record_init_text (breach, "what", what);
  mukana_record_init_text (breach, "risk", "risk");
  mukana_record_init_int (breach, "found-day", MUKANA_TEST_TODAY - 1);
  mukana_record_init_int (breach, "found-minute", minute);
  mukana_record_init_int (breach, "told-day", MUKANA_DAY_NONE);
  mukana_record_init_int (breach, "people-told-on", MUKANA_DAY_NONE);
  mukana_record_init_int (breach, "closed-on", MUKANA_DAY_NONE);
  g_free (run (fixture, &mukana_breach_save_job, breach));
}

static GPtrArray *
list_breaches (Backups *fixture)
{
  return run (fixture, &mukana_breaches_job, NULL);
}

static MukanaBreach *
find_breach (GPtrArray  *breaches,
             const char *what)
{
  for (guint i = 0; i < breaches->len; i++)
    {
      MukanaBreach *breach = g_ptr_array_index (breaches, i);

      if (g_str_equal (breach->what, what))
        return breach;
    }

  return NULL;
}

static void
tell_authority (Backups    *fixture,
                const char *what)
{
  g_autoptr (GPtrArray) breaches = list_breaches (fixture);
  g_autoptr (MukanaBreach) told = mukana_record_with_int (find_breach (breaches, what), "told-day",
                                                          MUKANA_TEST_TODAY);

  g_free (run (fixture, &mukana_breach_save_job, told));
}

/* The authority asks for the diary, and knows what it was told. */
static void
breaches_since_the_backup_stay_in_the_diary (Backups       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *backup = NULL;
  g_autoptr (MukanaRestore) done = NULL, again = NULL;
  g_autoptr (GPtrArray) breaches = NULL, breaches_again = NULL;

  note_breach (fixture, "Ennen", 60);
  note_breach (fixture, "Ennallaan", 90);
  backup = backups_back_up (fixture);
  tell_authority (fixture, "Ennen");
  note_breach (fixture, "Jälkeen", 120);

  done = restore (fixture, backup);
  breaches = list_breaches (fixture);

  g_assert_cmpint (done->n_breaches, ==, 2);
  g_assert_cmpuint (breaches->len, ==, 3);
  g_assert_false (mukana_breach_is_waiting (find_breach (breaches, "Ennen")));
  g_assert_true (mukana_breach_is_waiting (find_breach (breaches, "Jälkeen")));
  g_assert_cmpstr (find_breach (breaches, "Jälkeen")->recorded_by, ==, "test");

  again = restore (fixture, backup);
  breaches_again = list_breaches (fixture);
  g_assert_cmpint (again->n_breaches, ==, 2);
  g_assert_cmpuint (breaches_again->len, ==, 3);
}

/* After a restore another one may have got the same number. */
static void
breach_with_the_number_of_another_is_kept_too (Backups       *fixture,
                                               gconstpointer  data)
{
  g_autofree char *empty = backups_back_up (fixture), *full = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (GPtrArray) breaches = NULL;

  note_breach (fixture, "Kadonnut muistitikku", 60);
  full = backups_back_up (fixture);
  restore_where_nothing_is_known (fixture, empty);
  note_breach (fixture, "Väärä liite", 120);

  done = restore (fixture, full);
  breaches = list_breaches (fixture);

  g_assert_cmpint (done->n_breaches, ==, 1);
  g_assert_cmpuint (breaches->len, ==, 2);
  g_assert_nonnull (find_breach (breaches, "Kadonnut muistitikku"));
  g_assert_nonnull (find_breach (breaches, "Väärä liite"));
}

/* Who restored too old a backup restores a newer one over it. */
static void
backup_that_knows_more_is_not_put_back (Backups       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *old = NULL, *newer = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (GPtrArray) breaches = NULL;

  note_breach (fixture, "Väärä liite", 60);
  old = backups_back_up (fixture);
  tell_authority (fixture, "Väärä liite");
  newer = backups_back_up (fixture);
  restore_where_nothing_is_known (fixture, old);

  done = restore (fixture, newer);
  breaches = list_breaches (fixture);

  g_assert_cmpint (done->n_breaches, ==, 0);
  g_assert_cmpuint (breaches->len, ==, 1);
  g_assert_false (mukana_breach_is_waiting (g_ptr_array_index (breaches, 0)));
}

static void
ask_for_access (Backups *fixture,
                gint64   person_id)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);

  mukana_record_init_int (request, "person-id", person_id);
  mukana_record_init_text (request, "kind", "access");
  mukana_record_init_text (request, "how", "phone");
  mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY);
  g_free (run (fixture, &mukana_rights_note_job, request));
}

/* The day after the program was brought up to date there is no other backup. */
static void
backup_of_the_program_before_this_one_loses_no_diary (Backups       *fixture,
                                                      gconstpointer  data)
{
  g_autofree char *forget_step = g_strdup_printf ("DELETE FROM schema_step WHERE number = %d",
                                                  mukana_schema_newest ());
  g_autofree char *add_step = g_strdup_printf ("INSERT INTO schema_step (number, title, sha256, "
                                               "applied_at) VALUES (%d, 'again', 'x', 1)",
                                               mukana_schema_newest ());
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autofree char *backup = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (GPtrArray) breaches = NULL, diary = NULL;

  mukana_test_sql (fixture->place, forget_step);
  backup = backups_back_up (fixture);
  mukana_test_sql (fixture->place, add_step);
  note_breach (fixture, "Väärä liite", 60);
  ask_for_access (fixture, person);

  done = restore (fixture, backup);
  breaches = list_breaches (fixture);
  diary = run (fixture, &mukana_rights_diary_job, NULL);

  g_assert_cmpint (done->n_breaches, ==, 1);
  g_assert_cmpint (done->n_asked, ==, 1);
  g_assert_cmpuint (breaches->len, ==, 1);
  g_assert_cmpuint (diary->len, ==, 1);
}

#define ADD(name) \
  g_test_add ("/restored-diaries/" #name, Backups, NULL, backups_set_up, name, backups_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (breaches_since_the_backup_stay_in_the_diary);
  ADD (breach_with_the_number_of_another_is_kept_too);
  ADD (backup_that_knows_more_is_not_put_back);
  ADD (backup_of_the_program_before_this_one_loses_no_diary);

  return g_test_run ();
}
