/* test-failing-calls.c: a backup, a restore and another key, while one call after another fails.
 *
 * Every statement and every call of the system that they make fails once; so do those of
 * smaller things that keys and files rest on.  Either they tell it and
 * all is as it was, or they are done whole; and nothing half made is left beside the register.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-faults.h"
#include "domain/mukana-recovery-key.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-new-file.h"
#include "services/mukana-rekeying.h"
#include "services/mukana-restoring.h"
#include "services/mukana-unlocking.h"

/* Up to here one by one; after it in steps that grow, because SQLite writes page by page. */
#define N_ONE_BY_ONE 80

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;   /* of the backups */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  fixture->folder = g_dir_make_tmp ("backups-XXXXXX", NULL);
  mukana_test_add_person (fixture->place, 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  mukana_test_register_free (fixture->place);
}

static int
next_after (int n)
{
  return n < N_ONE_BY_ONE ? n + 1 : n + n / 5;
}

static gpointer
count_work (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  return GINT_TO_POINTER ((int) mukana_db_count (db, "people.count", error));
}

static int
count_people (MukanaTestRegister *place)
{
  return GPOINTER_TO_INT (mukana_test_read (place, count_work, NULL));
}

/* The register and its lists, and what was kept of it on purpose. */
static void
assert_nothing_half_made (MukanaTestRegister *place,
                          int                 n)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".copying") != NULL || strstr (name, ".restoring") != NULL ||
        strstr (name, ".new-key") != NULL || strstr (name, ".part") != NULL)
      g_error ("fault %d: %s was left behind", n, name);
}

static void
assert_every_backup_is_whole (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".mukana"))
      {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (MukanaBackup) backup = mukana_backup_check (path, fixture->place->key, &error);

        g_assert_no_error (error);
        g_unlink (path);
      }
}

static char *
back_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBackup) backup = mukana_backing_up_make (fixture->place->store, fixture->folder,
                                                            &error);

  g_assert_no_error (error);
  return g_build_filename (fixture->folder, backup->file_name, NULL);
}

static void
backup_is_whole_or_told (Fixture       *fixture,
                         gconstpointer  data)
{
  gboolean has_failed = TRUE;
  int n_told = 0;

  for (int n = 0; has_failed; n = next_after (n))
    {
      g_autoptr (MukanaBackup) backup = NULL;
      g_autoptr (GError) error = NULL;

      mukana_test_faults_begin (n);
      backup = mukana_backing_up_make (fixture->place->store, fixture->folder, &error);
      has_failed = mukana_test_faults_end ();

      n_told += error != NULL;
      g_assert_cmpint (backup == NULL, ==, error != NULL);
      g_assert_false (error != NULL && !has_failed);
      assert_nothing_half_made (fixture->place, n);
      assert_every_backup_is_whole (fixture);
      g_assert_cmpint (count_people (fixture->place), ==, 1);
    }

  g_assert_cmpint (n_told, >, 20);
}

/* What was there before is at its place, or what was restored is. */
static void
restore_is_whole_or_told (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *backup = back_up (fixture);
  const char *target = mukana_test_path (fixture->place);
  gboolean has_failed = TRUE;
  int n_told = 0;

  mukana_test_add_person (fixture->place, 2);
  for (int n = 0; has_failed; n = next_after (n))
    {
      g_autoptr (MukanaRestore) done = NULL;
      g_autoptr (GError) error = NULL;
      int n_people;

      mukana_test_register_close (fixture->place);
      mukana_test_faults_begin (n);
      done = mukana_restoring_run (backup, fixture->place->key, target, "tester",
                                   (n + 1) * G_USEC_PER_SEC, &error);
      has_failed = mukana_test_faults_end ();
      mukana_test_register_open (fixture->place);
      n_people = count_people (fixture->place);

      n_told += error != NULL;
      g_assert_cmpint (done == NULL, ==, error != NULL);
      g_assert_cmpint (n_people, ==, error != NULL ? 2 : 1);
      assert_nothing_half_made (fixture->place, n);
      if (n_people == 1)
        mukana_test_add_person (fixture->place, 2);
    }

  g_assert_cmpint (n_told, >, 20);
}

static void
key_is_another_or_told (Fixture       *fixture,
                        gconstpointer  data)
{
  gboolean has_failed = TRUE;
  int n_told = 0;

  for (int n = 0; has_failed; n = next_after (n))
    {
      g_autoptr (GBytes) new_key = mukana_test_key_new ((guint8) (100 + n));
      g_autoptr (GError) error = NULL;
      gboolean done;

      mukana_test_register_close (fixture->place);
      mukana_test_faults_begin (n);
      done = mukana_rekeying_run (mukana_test_path (fixture->place), fixture->place->key, new_key,
                                  "tester", &error);
      has_failed = mukana_test_faults_end ();
      if (done)
        {
          g_bytes_unref (fixture->place->key);
          fixture->place->key = g_steal_pointer (&new_key);
        }
      mukana_test_register_open (fixture->place);

      n_told += error != NULL;
      g_assert_cmpint (done, ==, error == NULL);
      g_assert_cmpint (count_people (fixture->place), ==, 1);
      assert_nothing_half_made (fixture->place, n);
    }

  g_assert_cmpint (n_told, >, 20);
}

static void
new_file_is_whole_or_not_there (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  gboolean has_failed = TRUE;

  for (int n = 0; has_failed; n++)
    {
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done;

      mukana_test_faults_begin (n);
      done = mukana_new_file_write (path, "first;second\n", 13, &error);
      has_failed = mukana_test_faults_end ();

      g_assert_cmpint (done, ==, error == NULL);
      g_assert_cmpint (done, ==, !has_failed);
      g_assert_cmpint (done, ==, g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, done ? "first;second\n" : NULL);
    }
}

static void
key_is_asked_for_by_the_right_name_or_not_at_all (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *name = mukana_recovery_key_register_id (g_bytes_get_data (fixture->place->key,
                                                                             NULL));
  gboolean has_failed = TRUE;

  mukana_test_register_close (fixture->place);
  for (int n = 0; has_failed; n++)
    {
      g_autofree char *id = NULL;
      g_autoptr (GError) error = NULL;

      mukana_test_faults_begin (n);
      id = mukana_unlocking_register_id (mukana_test_path (fixture->place), &error);
      has_failed = mukana_test_faults_end ();

      g_assert_cmpint (has_failed, ==, error != NULL);
      g_assert_cmpstr (id, ==, has_failed ? NULL : name);
    }
}

#define ADD(name) g_test_add ("/failing-calls/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (backup_is_whole_or_told);
  ADD (restore_is_whole_or_told);
  ADD (key_is_another_or_told);
  ADD (new_file_is_whole_or_not_there);
  ADD (key_is_asked_for_by_the_right_name_or_not_at_all);

  return g_test_run ();
}
