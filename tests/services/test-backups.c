/* test-backups.c: copies that open, a restore that loses nobody's no, and another key. */

#include <glib/gstdio.h>
#include <string.h>

#include "backups-kit.h"
#include "base/mukana-error.h"
#include "domain/mukana-backup.h"
#include "domain/mukana-recovery-key.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-checking.h"
#include "services/mukana-consenting.h"
#include "services/mukana-erasing.h"
#include "services/mukana-founding.h"
#include "services/mukana-registering.h"
#include "services/mukana-rekeying.h"
#include "services/mukana-restoring.h"
#include "services/mukana-rights.h"
#include "store/mukana-people.h"

static void
restrict_or_lift (Backups *fixture,
                  gint64   person_id,
                  gboolean is_restricted)
{
  g_autoptr (MukanaRightsRequest) order = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);

  mukana_record_init_int (order, "person-id", person_id);
  mukana_record_init_text (order, "how", "phone");
  mukana_record_init_text (order, "decision-reason", "weighed");
  run (fixture, is_restricted ? &mukana_rights_restrict_job : &mukana_rights_lift_job, order);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
backup_opens_and_is_whole (Backups       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBackup) found = NULL;
  g_autoptr (GPtrArray) known = NULL;
  g_autofree char *path = NULL, *content = NULL;

  mukana_test_add_person (fixture->place, 1);
  mukana_test_add_person (fixture->place, 2);
  path = backups_back_up (fixture);
  found = mukana_backup_check (path, fixture->place->key, &error);
  known = run (fixture, &mukana_backups_job, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (found->n_people, ==, 2);
  g_assert_cmpuint (known->len, ==, 1);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_false (g_str_has_prefix (content, "SQLite format 3"));
}

static void
nothing_is_left_beside_a_backup (Backups       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = backups_back_up (fixture);

  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpuint (count_files (fixture->place->folder), <=, 3);   /* the register, -wal, -shm */
}

static void
old_backups_are_dropped_and_other_files_kept (Backups       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.odt", NULL);
  g_autoptr (GPtrArray) known = NULL;

  g_file_set_contents (letter, "x", 1, NULL);
  for (int i = 0; i < 6; i++)
    g_free (backups_back_up (fixture));
  known = run (fixture, &mukana_backups_job, NULL);

  g_assert_cmpuint (known->len, ==, MUKANA_BACKUPS_NEWEST);   /* all are of one week */
  g_assert_cmpuint (count_files (fixture->folder), ==, MUKANA_BACKUPS_NEWEST + 1);
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
}

/* Whoever was erased since is still in it. */
static void
old_register_beside_a_new_one_goes_when_a_backup_is_made (Backups       *fixture,
                                                          gconstpointer  data)
{
  const char *path = mukana_test_path (fixture->place);
  g_autofree char *old = g_strconcat (path, ".replaced-2020-01-05-120000", NULL);
  g_autofree char *day = mukana_day_to_iso (MUKANA_TEST_TODAY - 1);
  g_autofree char *fresh = g_strconcat (path, ".before-step-3-", day, NULL);

  g_file_set_contents (old, "x", 1, NULL);
  g_file_set_contents (fresh, "x", 1, NULL);
  g_free (backups_back_up (fixture));

  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_unlink (fresh);
}

static void
every_damaged_backup_is_reported (Backups       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *path = NULL, *damaged = NULL, *content = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize length;

  mukana_test_add_person (fixture->place, 1);
  path = backups_back_up (fixture);
  damaged = g_build_filename (fixture->folder, "damaged", NULL);
  g_file_get_contents (path, &content, &length, NULL);

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      gsize keep = i % 2 ? length : (gsize) g_rand_int_range (rand, 0, (gint32) length);

      g_file_set_contents (damaged, content, (gssize) keep, NULL);
      if (i % 2)
        backups_flip (damaged, (gsize) g_rand_int_range (rand, 0, (gint32) length));
      g_assert_null (mukana_backup_check (damaged, fixture->place->key, &error));
      g_assert_nonnull (error);
      g_unlink (damaged);
    }
}

static void
damaged_register_takes_the_place_of_no_backup (Backups       *fixture,
                                               gconstpointer  data)
{
  g_autofree char *good = backups_back_up (fixture);
  g_autoptr (GError) error = NULL;

  mukana_test_register_close (fixture->place);
  backups_flip (mukana_test_path (fixture->place), 20 * 4096 + 100);
  mukana_test_register_open (fixture->place);
  backups_let_time_pass (fixture, 1);

  g_assert_null (mukana_backing_up_make (fixture->place->store, fixture->folder, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (g_file_test (good, G_FILE_TEST_EXISTS));
  g_assert_true (mukana_store_is_damaged (fixture->place->store));
}

static MukanaRestore *
restore (Backups    *fixture,
         const char *backup)
{
  g_autoptr (GError) error = NULL;
  MukanaRestore *done;

  mukana_test_register_close (fixture->place);
  done = mukana_restoring_run (backup, fixture->place->key, mukana_test_path (fixture->place),
                               "tester", mukana_clock_now_us (fixture->place->clock), &error);
  g_assert_no_error (error);
  mukana_test_register_open (fixture->place);
  return done;
}

static void
restored_register_is_written_again (Backups       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *mark = g_strconcat (mukana_test_path (fixture->place), ".damaged-page", NULL);
  g_autofree char *good = backups_back_up (fixture);
  g_autoptr (MukanaRestore) done = NULL;

  mukana_store_note_damage (fixture->place->store);
  g_assert_true (g_file_test (mark, G_FILE_TEST_EXISTS));
  done = restore (fixture, good);

  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
  g_assert_false (mukana_store_is_damaged (fixture->place->store));
  mukana_test_add_person (fixture->place, 1);
}

static void
what_was_taken_back_since_is_not_given_again (Backups       *fixture,
                                              gconstpointer  data)
{
  gint64 stays = mukana_test_add_person (fixture->place, 1);
  gint64 leaves = mukana_test_add_person (fixture->place, 2);
  g_autofree char *backup = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (MukanaCheckup) checkup = NULL;

  backups_give (fixture, stays, "register");
  backups_give (fixture, leaves, "register");
  backup = backups_back_up (fixture);
  backups_let_time_pass (fixture, 60);
  backups_withdraw (fixture, leaves);

  done = restore (fixture, backup);

  g_assert_true (done->was_readable);
  g_assert_cmpint (done->n_reapplied, ==, 1);
  g_assert_true (backups_is_usable (fixture, stays));
  g_assert_false (backups_is_usable (fixture, leaves));
  checkup = run (fixture, &mukana_checking_job, NULL);
  g_assert_cmpint (checkup->first_broken, ==, 0);
}

static gint64
add_with_needs (Backups *fixture)
{
  g_autoptr (MukanaPerson) plain = mukana_test_person_new (1);
  g_autoptr (MukanaPerson) person = mukana_record_with_text (plain, "support-needs", "pyörätuoli");
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  MukanaToldPerson told = { person, consent };
  g_autofree gint64 *id = NULL;

  mukana_record_init_text (consent, "purpose", "support");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  id = run (fixture, &mukana_person_tell_job, &told);
  return *id;
}

/* Not only when the next day begins. */
static void
needs_do_not_come_back_with_a_backup (Backups       *fixture,
                                      gconstpointer  data)
{
  gint64 person = add_with_needs (fixture);
  g_autofree char *backup = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (MukanaPersonFile) file = NULL;
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "support", NULL, "phone");

  backups_give (fixture, person, "register");
  backup = backups_back_up (fixture);
  backups_let_time_pass (fixture, 60);
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  done = restore (fixture, backup);

  file = run (fixture, &mukana_person_file_job, &person);
  g_assert_null (file->person->support_needs);
  g_assert_true (backups_is_usable (fixture, person));
}

static void
consent_given_after_the_backup_ends_nobody_else_s (Backups       *fixture,
                                                   gconstpointer  data)
{
  gint64 first = mukana_test_add_person (fixture->place, 1);
  gint64 second = mukana_test_add_person (fixture->place, 2);
  g_autofree char *backup = backups_back_up (fixture);
  g_autoptr (MukanaRestore) done = NULL;

  backups_let_time_pass (fixture, 60);
  backups_give (fixture, first, "register");
  backups_withdraw (fixture, first);
  done = restore (fixture, backup);
  backups_give (fixture, second, "register");   /* gets the number that the lost one had */

  g_assert_cmpint (done->n_reapplied, ==, 0);
  g_assert_true (backups_is_usable (fixture, second));
}

static void
register_that_was_there_is_kept (Backups       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *backup = backups_back_up (fixture);
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (MukanaBackup) kept = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_add_person (fixture->place, 1);
  done = restore (fixture, backup);
  kept = mukana_backup_check (done->kept_as, fixture->place->key, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kept->n_people, ==, 1);
  g_assert_cmpint (done->backup->n_people, ==, 0);
}

static void
damaged_register_is_restored_over_and_kept (Backups       *fixture,
                                            gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autofree char *backup = backups_back_up (fixture);
  g_autoptr (MukanaRestore) done = NULL;

  mukana_test_register_close (fixture->place);
  backups_flip (mukana_test_path (fixture->place), 100);
  done = restore (fixture, backup);

  g_assert_false (done->was_readable);
  g_assert_true (g_file_test (done->kept_as, G_FILE_TEST_EXISTS));
  g_assert_false (backups_is_usable (fixture, person));
}

/* The register that a backup takes the place of is damaged. */
static void
what_was_taken_back_is_known_without_the_register (Backups       *fixture,
                                                   gconstpointer  data)
{
  gint64 stays = mukana_test_add_person (fixture->place, 1);
  gint64 leaves = mukana_test_add_person (fixture->place, 2);
  gint64 hides = mukana_test_add_person (fixture->place, 3);
  g_autofree char *backup = NULL;
  g_autoptr (MukanaRestore) done = NULL;

  backups_give (fixture, stays, "register");
  backups_give (fixture, leaves, "register");
  backups_give (fixture, hides, "register");
  backup = backups_back_up (fixture);
  backups_withdraw (fixture, leaves);
  restrict_or_lift (fixture, hides, TRUE);
  mukana_test_register_close (fixture->place);
  backups_flip (mukana_test_path (fixture->place), 100);

  done = restore (fixture, backup);

  g_assert_false (done->was_readable);
  g_assert_true (done->had_list);
  g_assert_cmpint (done->n_reapplied, ==, 2);
  g_assert_true (backups_is_usable (fixture, stays));
  g_assert_false (backups_is_usable (fixture, leaves));
  g_assert_false (backups_is_usable (fixture, hides));
}

static void
restriction_that_was_lifted_stays_lifted (Backups       *fixture,
                                          gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autofree char *backup = NULL;
  g_autoptr (MukanaRestore) done = NULL;

  backups_give (fixture, person, "register");
  backup = backups_back_up (fixture);
  restrict_or_lift (fixture, person, TRUE);
  restrict_or_lift (fixture, person, FALSE);
  mukana_test_register_close (fixture->place);
  backups_flip (mukana_test_path (fixture->place), 100);
  done = restore (fixture, backup);

  g_assert_true (backups_is_usable (fixture, person));
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       statement,
           GCancellable  *cancellable,
           GError       **error)
{
  return GINT_TO_POINTER ((int) mukana_db_count (db, statement, error));
}

static int
count (Backups    *fixture,
       const char *statement)
{
  return GPOINTER_TO_INT (mukana_test_read (fixture->place, count_run, (gpointer) statement));
}

static gpointer
is_erased_run (MukanaDb      *db,
               gpointer       person_id,
               GCancellable  *cancellable,
               GError       **error)
{
  gint64 *id = person_id;

  return GINT_TO_POINTER ((int) mukana_db_count (db, "people.is-there", error,
                                                 mukana_int ("id", *id)) == 0);
}

static void
backup_from_before_the_roles_makes_nobody_a_coordinator (Backups       *fixture,
                                                         gconstpointer  data)
{
  g_autofree char *backup = backups_back_up (fixture);
  const char *target = mukana_test_path (fixture->place);
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_sql (fixture->place,
                   "INSERT INTO register_user (name, role, added_on, added_by) VALUES"
                   " ('tester', 'reader', '2026-11-01', 'keeper'),"
                   " ('keeper', 'coordinator', '2026-11-01', 'keeper')");
  mukana_test_register_close (fixture->place);

  g_assert_null (mukana_restoring_run (backup, fixture->place->key, target, "tester", 1, &refused));
  done = mukana_restoring_run (backup, fixture->place->key, target, "keeper", 1, &error);

  g_assert_error (refused, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_no_error (error);
  mukana_test_register_open_as (fixture->place, "tester");
  g_assert_cmpint (count (fixture, "users.count"), ==, 2);
  g_assert_cmpint (count (fixture, "users.count-coordinators"), ==, 1);
}

static void
register_knows_whom_it_erased_when_its_list_is_lost (Backups       *fixture,
                                                     gconstpointer  data)
{
  gint64 erased = mukana_test_add_person (fixture->place, 1);
  g_autofree char *backup = backups_back_up (fixture);
  g_autofree char *list = g_strconcat (mukana_test_path (fixture->place), ".erasures", NULL);
  g_autoptr (MukanaRestore) done = NULL;

  run (fixture, &mukana_erasing_job, &erased);
  g_assert_cmpint (g_unlink (list), ==, 0);
  done = restore (fixture, backup);

  g_assert_true (GPOINTER_TO_INT (mukana_test_read (fixture->place, is_erased_run, &erased)));
}

/* On a computer that has nothing but the folder of backups. */
static void
older_backup_undoes_nothing_that_a_later_one_knew (Backups       *fixture,
                                                   gconstpointer  data)
{
  gint64 leaves = mukana_test_add_person (fixture->place, 1);
  gint64 erased = mukana_test_add_person (fixture->place, 2);
  g_autofree char *older = NULL, *later = NULL, *target = NULL, *list = NULL, *erasures = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (GError) error = NULL;

  backups_give (fixture, leaves, "register");
  older = backups_back_up (fixture);
  backups_withdraw (fixture, leaves);
  run (fixture, &mukana_erasing_job, &erased);
  later = backups_back_up (fixture);
  target = g_build_filename (fixture->folder, "new.mukana", NULL);
  list = g_strconcat (target, ".withdrawals", NULL);
  erasures = g_strconcat (target, ".erasures", NULL);

  done = mukana_restoring_run (older, fixture->place->key, target, "tester", 1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (done->n_reapplied, ==, 1);
  g_assert_true (g_file_test (erasures, G_FILE_TEST_EXISTS));   /* applied when it is opened */
}

static void
forged_withdrawal_withdraws_nothing (Backups       *fixture,
                                     gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autofree char *backup = NULL, *list = NULL;
  g_autofree char *line = NULL;
  g_autofree char *digest = g_strnfill (64, 'a');
  g_autoptr (MukanaRestore) done = NULL;

  backups_give (fixture, person, "register");
  backup = backups_back_up (fixture);
  mukana_test_register_close (fixture->place);
  list = g_strconcat (mukana_test_path (fixture->place), ".withdrawals", NULL);
  line = g_strdup_printf ("consent 1 1 20000 - %" G_GINT64_FORMAT " %s\nconsent\n%s\n",
                          mukana_clock_now_us (fixture->place->clock), digest, digest);
  g_file_set_contents (list, line, -1, NULL);
  backups_flip (mukana_test_path (fixture->place), 100);
  done = restore (fixture, backup);

  g_assert_cmpint (done->n_reapplied, ==, 0);
  g_assert_true (backups_is_usable (fixture, person));
}

static void
list_of_withdrawals_names_nobody (Backups       *fixture,
                                  gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "register", NULL, "told Maija");
  g_autofree char *list = g_strconcat (mukana_test_path (fixture->place), ".withdrawals", NULL);
  g_autofree char *text = NULL;
  GStatBuf about;

  backups_give (fixture, person, "register");
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "consent "));
  g_assert_null (strstr (text, "Maija"));
  g_assert_cmpint (g_stat (list, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
}

static void
backup_opens_where_there_is_no_register (Backups       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *backup = NULL, *folder = NULL, *target = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_add_person (fixture->place, 1);
  backup = backups_back_up (fixture);
  folder = g_build_filename (fixture->folder, "not yet", NULL);
  target = g_build_filename (folder, "new.mukana", NULL);
  done = mukana_restoring_run (backup, fixture->place->key, target, "tester", 1, &error);

  g_assert_no_error (error);
  g_assert_null (done->kept_as);
  g_assert_cmpint (done->backup->n_people, ==, 1);
  mukana_test_remove_folder (folder);
}

static void
refused_restore_changes_nothing (Backups       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *backup = backups_back_up (fixture);
  g_autoptr (GBytes) other_key = mukana_test_key_new (99);
  const char *target = mukana_test_path (fixture->place);
  g_autoptr (GError) busy = NULL, locked = NULL, damaged = NULL, missing = NULL;

  g_assert_null (mukana_restoring_run (backup, fixture->place->key, target, "tester", 1, &busy));
  g_assert_error (busy, MUKANA_ERROR, MUKANA_ERROR_BUSY);

  mukana_test_register_close (fixture->place);
  g_assert_null (mukana_restoring_run (backup, other_key, target, "tester", 1, &locked));
  g_assert_error (locked, MUKANA_ERROR, MUKANA_ERROR_LOCKED);
  backups_flip (backup, 5000);
  g_assert_null (mukana_restoring_run (backup, fixture->place->key, target, "tester", 1, &damaged));
  g_assert_error (damaged, MUKANA_ERROR, MUKANA_ERROR_DAMAGED);
  g_assert_null (mukana_restoring_run ("/nowhere", fixture->place->key, target, "tester", 1,
                                       &missing));
  g_assert_error (missing, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);

  mukana_test_register_open (fixture->place);
  g_assert_cmpuint (count_files (fixture->place->folder), <=, 3);
}

/* Their month runs whatever becomes of the register. */
static void
what_was_asked_since_is_in_the_diary (Backups       *fixture,
                                      gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1), early, late;
  g_autoptr (MukanaRightsRequest) answer = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  g_autofree char *backup = NULL;
  g_autoptr (MukanaRestore) done = NULL, again = NULL;
  g_autoptr (GPtrArray) diary = NULL;

  backups_give (fixture, person, "register");
  early = backups_ask_for (fixture, person, "access");
  backup = backups_back_up (fixture);
  mukana_record_init_int (answer, "id", early);
  mukana_record_init_int (answer, "version", 1);
  mukana_record_init_text (answer, "decision", "granted");
  run (fixture, &mukana_rights_answer_job, answer);
  backups_ask_for (fixture, person, "objection");
  late = mukana_test_add_person (fixture->place, 2);
  backups_ask_for (fixture, late, "correction");
  restrict_or_lift (fixture, person, TRUE);

  done = restore (fixture, backup);
  diary = run (fixture, &mukana_rights_diary_job, NULL);

  g_assert_cmpint (done->n_asked, ==, 4);
  g_assert_cmpuint (diary->len, ==, 4);
  for (guint i = 0; i < diary->len; i++)
    {
      MukanaRightsRequest *one = g_ptr_array_index (diary, i);
      gboolean is_of_late = g_str_equal (one->kind, "correction");

      g_assert_cmpint (one->person_id, ==, is_of_late ? 0 : person);
      g_assert_cmpint (one->asker_name != NULL, ==, is_of_late);
      g_assert_cmpint (one->answered_on != MUKANA_DAY_NONE, ==,
                       g_str_equal (one->kind, "access") || g_str_equal (one->kind, "restriction"));
    }

  backups_let_time_pass (fixture, 1);
  again = restore (fixture, backup);
  g_assert_cmpint (again->n_asked, ==, 4);
}

static gpointer
count_deeds_run (MukanaDb      *db,
                 gpointer       action,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (MukanaQuery) rows = mukana_db_select (db, "journal.all", error);
  int n_rows = 0;

  while (mukana_query_step (rows, error) > 0)
    n_rows += g_str_equal (mukana_query_peek_text (rows, "action"), action);

  return GINT_TO_POINTER (n_rows);
}

static int
count_deeds (Backups    *fixture,
             const char *action)
{
  return GPOINTER_TO_INT (mukana_test_read (fixture->place, count_deeds_run, (gpointer) action));
}

/* As whoever keeps a computer restores a file: with what lies beside it left as it is. */
static void
put_back_by_hand (Backups    *fixture,
                  const char *backup)
{
  const char *path = mukana_test_path (fixture->place);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *content = NULL;
  gsize length;

  mukana_test_register_close (fixture->place);
  g_unlink (wal);
  g_unlink (shm);
  g_assert_true (g_file_get_contents (backup, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  mukana_test_register_open (fixture->place);
}

static void
older_file_put_back_by_hand_gives_no_consent_again (Backups       *fixture,
                                                    gconstpointer  data)
{
  gint64 stays = mukana_test_add_person (fixture->place, 1);
  gint64 leaves = mukana_test_add_person (fixture->place, 2);
  gint64 hides = mukana_test_add_person (fixture->place, 3);
  g_autofree char *backup = NULL;
  int n_told;

  backups_give (fixture, stays, "register");
  backups_give (fixture, leaves, "register");
  backups_give (fixture, hides, "register");
  backup = backups_back_up (fixture);
  backups_withdraw (fixture, leaves);
  restrict_or_lift (fixture, hides, TRUE);

  put_back_by_hand (fixture, backup);

  g_assert_true (backups_is_usable (fixture, stays));
  g_assert_false (backups_is_usable (fixture, leaves));
  g_assert_false (backups_is_usable (fixture, hides));
  g_assert_cmpint (mukana_store_get_n_taken_back_again (fixture->place->store), ==, 2);
  n_told = count_deeds (fixture, "restoring.reapply");
  g_assert_cmpint (n_told, ==, 1);

  /* Once, and again each time that it happens. */
  mukana_test_register_close (fixture->place);
  mukana_test_register_open (fixture->place);
  g_assert_cmpint (mukana_store_get_n_taken_back_again (fixture->place->store), ==, 0);
  g_assert_cmpint (count_deeds (fixture, "restoring.reapply"), ==, 1);
  put_back_by_hand (fixture, backup);
  g_assert_false (backups_is_usable (fixture, leaves));
}

/* A list of a program that did not write yet of which revision it is. */
static void
drop_revisions (const char *list)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) older = g_string_new (NULL);

  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "revision "))
      g_string_append_printf (older, "%s\n", lines[i]);

  g_assert_true (g_file_set_contents (list, older->str, -1, NULL));
}

static void
list_of_an_older_program_holds_at_the_first_opening (Backups       *fixture,
                                                     gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autofree char *list = g_strconcat (mukana_test_path (fixture->place), ".withdrawals", NULL);
  g_autofree char *backup = NULL;

  backups_give (fixture, person, "register");
  backup = backups_back_up (fixture);
  backups_withdraw (fixture, person);
  mukana_test_register_close (fixture->place);
  drop_revisions (list);
  mukana_test_register_open (fixture->place);
  g_assert_cmpint (mukana_store_get_n_taken_back_again (fixture->place->store), ==, 0);

  put_back_by_hand (fixture, backup);

  g_assert_false (backups_is_usable (fixture, person));
  g_assert_cmpint (mukana_store_get_n_taken_back_again (fixture->place->store), >, 0);
}

/* Nobody can know what they were, but that they were, and have their month. */
static void
older_file_put_back_by_hand_tells_of_lost_requests (Backups       *fixture,
                                                    gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autofree char *list = g_strconcat (mukana_test_path (fixture->place), ".withdrawals", NULL);
  g_autofree char *backup = NULL, *text = NULL;

  backups_give (fixture, person, "register");
  backups_ask_for (fixture, person, "access");
  backup = backups_back_up (fixture);
  backups_ask_for (fixture, person, "correction");
  backups_ask_for (fixture, person, "erasure");

  put_back_by_hand (fixture, backup);

  g_assert_cmpint (mukana_store_get_n_lost_requests (fixture->place->store), ==, 2);
  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  g_assert_null (strstr (text, "correction"));

  /* It is told once. */
  backups_give (fixture, person, "matching");
  mukana_test_register_close (fixture->place);
  mukana_test_register_open (fixture->place);
  g_assert_cmpint (mukana_store_get_n_lost_requests (fixture->place->store), ==, 0);
}

/* A restore of the program brings them over, so that none is lost. */
static void
restored_register_lacks_no_request (Backups       *fixture,
                                    gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autofree char *backup = NULL;
  g_autoptr (MukanaRestore) done = NULL;

  backups_give (fixture, person, "register");
  backup = backups_back_up (fixture);
  backups_ask_for (fixture, person, "correction");

  done = restore (fixture, backup);

  g_assert_cmpint (done->n_asked, ==, 1);
  g_assert_cmpint (mukana_store_get_n_lost_requests (fixture->place->store), ==, 0);
}

/* What was lawfully lifted stays so: in the file that was put back, and where a power cut came
 * between the deed and its line in the list. */
static void
what_was_given_anew_is_not_taken_back_at_opening (Backups       *fixture,
                                                  gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autofree char *list = g_strconcat (mukana_test_path (fixture->place), ".withdrawals", NULL);
  g_autofree char *backup = NULL, *before = NULL;

  backups_give (fixture, person, "register");
  backup = backups_back_up (fixture);
  restrict_or_lift (fixture, person, TRUE);
  g_assert_true (g_file_get_contents (list, &before, NULL, NULL));
  restrict_or_lift (fixture, person, FALSE);
  put_back_by_hand (fixture, backup);
  g_assert_true (backups_is_usable (fixture, person));

  restrict_or_lift (fixture, person, TRUE);
  g_free (before);
  g_assert_true (g_file_get_contents (list, &before, NULL, NULL));
  restrict_or_lift (fixture, person, FALSE);
  mukana_test_register_close (fixture->place);
  g_assert_true (g_file_set_contents (list, before, -1, NULL));
  mukana_test_register_open (fixture->place);

  g_assert_true (backups_is_usable (fixture, person));
}

/* Another key. */

static void
register_opens_with_its_new_key_only (Backups       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GBytes) new_key = mukana_test_key_new (99);
  const char *path = mukana_test_path (fixture->place);
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (new_key, NULL));
  g_autoptr (GError) error = NULL, refused = NULL;
  g_autoptr (MukanaRegisterAbout) about = NULL;
  g_autoptr (MukanaCheckup) checkup = NULL;
  g_autofree char *content = NULL;

  mukana_test_add_person (fixture->place, 1);
  mukana_test_register_close (fixture->place);
  mukana_rekeying_run (path, fixture->place->key, new_key, "tester", &error);
  g_assert_no_error (error);

  g_assert_null (mukana_test_try_open (fixture->place, FALSE, &refused));
  g_assert_error (refused, MUKANA_ERROR, MUKANA_ERROR_LOCKED);
  g_bytes_unref (fixture->place->key);
  fixture->place->key = g_bytes_ref (new_key);
  mukana_test_register_open (fixture->place);
  about = run (fixture, &mukana_founding_about_job, NULL);
  checkup = run (fixture, &mukana_checking_job, NULL);

  g_assert_cmpint (about->n_people, ==, 1);
  g_assert_cmpstr (about->register_id, ==, id);
  g_assert_cmpint (checkup->first_broken, ==, 0);   /* the chain was sealed under the old key */
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  for (guint i = 0; i < MUKANA_REGISTER_ID_BYTES; i++)
    {
      g_autofree char *byte = g_strdup_printf ("%02x", (guint8) content[i]);

      g_assert_true (g_str_has_prefix (id + 2 * i, byte));
    }
}

static void
key_is_changed_more_than_once (Backups       *fixture,
                               gconstpointer  data)
{
  const char *path = mukana_test_path (fixture->place);
  g_autoptr (MukanaCheckup) checkup = NULL;

  mukana_test_register_close (fixture->place);
  for (guint8 seed = 100; seed < 103; seed++)
    {
      GBytes *new_key = mukana_test_key_new (seed);
      g_autoptr (GError) error = NULL;

      mukana_rekeying_run (path, fixture->place->key, new_key, "tester", &error);
      g_assert_no_error (error);
      g_bytes_unref (fixture->place->key);
      fixture->place->key = new_key;
    }

  mukana_test_register_open (fixture->place);
  checkup = run (fixture, &mukana_checking_job, NULL);
  g_assert_cmpint (checkup->first_broken, ==, 0);
}

static void
open_register_keeps_its_key (Backups       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GBytes) new_key = mukana_test_key_new (99);
  g_autoptr (GError) error = NULL;

  g_assert_false (mukana_rekeying_run (mukana_test_path (fixture->place), fixture->place->key,
                                       new_key, "tester", &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_BUSY);
  g_assert_cmpuint (count_files (fixture->place->folder), <=, 3);
}

#define ADD(name) \
  g_test_add ("/backups/" #name, Backups, NULL, backups_set_up, name, backups_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (backup_opens_and_is_whole);
  ADD (nothing_is_left_beside_a_backup);
  ADD (old_backups_are_dropped_and_other_files_kept);
  ADD (old_register_beside_a_new_one_goes_when_a_backup_is_made);
  ADD (every_damaged_backup_is_reported);
  ADD (damaged_register_takes_the_place_of_no_backup);
  ADD (restored_register_is_written_again);
  ADD (what_was_taken_back_since_is_not_given_again);
  ADD (needs_do_not_come_back_with_a_backup);
  ADD (consent_given_after_the_backup_ends_nobody_else_s);
  ADD (register_that_was_there_is_kept);
  ADD (damaged_register_is_restored_over_and_kept);
  ADD (what_was_taken_back_is_known_without_the_register);
  ADD (restriction_that_was_lifted_stays_lifted);
  ADD (backup_from_before_the_roles_makes_nobody_a_coordinator);
  ADD (register_knows_whom_it_erased_when_its_list_is_lost);
  ADD (older_backup_undoes_nothing_that_a_later_one_knew);
  ADD (forged_withdrawal_withdraws_nothing);
  ADD (list_of_withdrawals_names_nobody);
  ADD (what_was_asked_since_is_in_the_diary);
  ADD (older_file_put_back_by_hand_gives_no_consent_again);
  ADD (list_of_an_older_program_holds_at_the_first_opening);
  ADD (older_file_put_back_by_hand_tells_of_lost_requests);
  ADD (restored_register_lacks_no_request);
  ADD (what_was_given_anew_is_not_taken_back_at_opening);
  ADD (backup_opens_where_there_is_no_register);
  ADD (refused_restore_changes_nothing);
  ADD (register_opens_with_its_new_key_only);
  ADD (key_is_changed_more_than_once);
  ADD (open_register_keeps_its_key);

  return g_test_run ();
}
