/* test-keeping-keys.c: a restore keeps the key, says what is wrong with a backup, and a copy goes
 * where it was to go. */

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
#include "services/mukana-founding.h"
#include "services/mukana-registering.h"
#include "services/mukana-rekeying.h"
#include "services/mukana-restoring.h"
#include "services/mukana-rights.h"
#include "store/mukana-people.h"

static void
change_key (Backups *fixture,
            guint8   seed)
{
  GBytes *new_key = mukana_test_key_new (seed);
  g_autoptr (GError) error = NULL;

  mukana_test_register_close (fixture->place);
  mukana_rekeying_run (mukana_test_path (fixture->place), fixture->place->key, new_key, "tester",
                       &error);
  g_assert_no_error (error);
  g_bytes_unref (fixture->place->key);
  fixture->place->key = new_key;
  mukana_test_register_open (fixture->place);
}

/* It was changed because somebody had seen the sheet; and what came after the backup is read with
 * the key that the register has now. */
static void
restored_register_keeps_its_newer_key (Backups       *fixture,
                                       gconstpointer  data)
{
  gint64 person = mukana_test_add_person (fixture->place, 1);
  g_autoptr (GBytes) old_key = g_bytes_ref (fixture->place->key);
  g_autofree char *backup = NULL, *id = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (MukanaRegisterAbout) about = NULL;
  g_autoptr (MukanaCheckup) checkup = NULL;
  g_autoptr (GError) error = NULL;

  backups_give (fixture, person, "register");
  backup = backups_back_up (fixture);
  change_key (fixture, 99);
  backups_ask_for (fixture, person, "access");
  backups_withdraw (fixture, person);
  id = mukana_recovery_key_register_id (g_bytes_get_data (fixture->place->key, NULL));
  mukana_test_register_close (fixture->place);

  done = mukana_restoring_run_kept (backup, old_key, fixture->place->key,
                                    mukana_test_path (fixture->place), "tester",
                                    mukana_clock_now_us (fixture->place->clock), &error);
  g_assert_no_error (error);
  mukana_test_register_open (fixture->place);
  about = run (fixture, &mukana_founding_about_job, NULL);
  checkup = run (fixture, &mukana_checking_job, NULL);

  g_assert_null (done->other_key);
  g_assert_true (done->was_readable);
  g_assert_cmpint (done->n_asked, ==, 1);
  g_assert_cmpstr (about->register_id, ==, id);
  g_assert_cmpint (about->recovery_confirmed_at, >, 0);
  g_assert_cmpint (checkup->first_broken, ==, 0);
  g_assert_false (backups_is_usable (fixture, person));
}

static void
older_key_that_comes_back_is_told (Backups       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GBytes) old_key = g_bytes_ref (fixture->place->key);
  g_autofree char *backup = backups_back_up (fixture);
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (old_key, NULL));
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (GError) error = NULL;

  change_key (fixture, 99);
  mukana_test_register_close (fixture->place);
  done = mukana_restoring_run_kept (backup, old_key, NULL, mukana_test_path (fixture->place),
                                    "tester", 1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (done->other_key, ==, id);
  g_assert_false (done->was_readable);
}

static void
key_typed_back_is_a_key_that_was_checked (Backups       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (MukanaRegisterAbout) about = NULL;

  change_key (fixture, 99);
  about = run (fixture, &mukana_founding_about_job, NULL);

  g_assert_cmpint (about->recovery_confirmed_at, >, 0);
}

/* Or a register that is whole is taken for damaged, and an older one put in its place. */
static void
damaged_backup_is_not_called_a_damaged_register (Backups       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *backup = backups_back_up (fixture);
  g_autofree char *paper = g_build_filename (fixture->folder, "paper.pdf", NULL);
  g_autofree char *id = NULL, *no_id = NULL, *not_of_a_folder = NULL;
  g_autoptr (GError) damaged = NULL, other = NULL, folder = NULL;

  g_file_set_contents (paper, "%PDF-1.7 of something else", -1, NULL);
  backups_flip (backup, 9000);
  mukana_test_register_close (fixture->place);

  g_assert_null (mukana_restoring_run (backup, fixture->place->key,
                                       mukana_test_path (fixture->place), "tester", 1, &damaged));
  id = mukana_restoring_register_id (backup, NULL);
  no_id = mukana_restoring_register_id (paper, &other);
  not_of_a_folder = mukana_restoring_register_id (fixture->folder, &folder);

  g_assert_error (damaged, MUKANA_ERROR, MUKANA_ERROR_DAMAGED);
  g_assert_true (g_str_has_prefix (mukana_error_peek_sentence (damaged), "The backup is damaged"));
  g_assert_nonnull (id);
  g_assert_null (no_id);
  g_assert_true (g_str_has_prefix (mukana_error_peek_sentence (other), "It is no whole backup"));
  g_assert_null (not_of_a_folder);
  g_assert_true (g_str_has_prefix (mukana_error_peek_sentence (folder), "It is no backup"));
  mukana_test_register_open (fixture->place);
}

/* The copy would lie on the disk that may break, and be believed to be on the stick. */
static void
folder_that_is_gone_is_not_made_anew (Backups       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *gone = g_build_filename (fixture->folder, "stick", NULL);
  const MukanaBackupPlace chosen = { .folder = gone };
  const MukanaBackupPlace left_behind = { .folder = fixture->place->folder, .is_elsewhere = TRUE };
  g_autoptr (GError) missing = NULL, empty = NULL;

  g_assert_null (mukana_backing_up_make_in (fixture->place->store, &chosen, &missing));
  g_assert_null (mukana_backing_up_make_in (fixture->place->store, &left_behind, &empty));

  g_assert_error (missing, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
  g_assert_error (empty, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
  g_assert_nonnull (mukana_error_peek_sentence (empty));
}

#define ADD(name) \
  g_test_add ("/keeping-keys/" #name, Backups, NULL, backups_set_up, name, backups_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (restored_register_keeps_its_newer_key);
  ADD (older_key_that_comes_back_is_told);
  ADD (key_typed_back_is_a_key_that_was_checked);
  ADD (damaged_backup_is_not_called_a_damaged_register);
  ADD (folder_that_is_gone_is_not_made_anew);

  return g_test_run ();
}
