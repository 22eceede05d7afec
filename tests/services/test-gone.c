/* test-gone.c: a register whose file is gone while it is open takes no write, and is saved. */

#include <glib/gstdio.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-saving-elsewhere.h"
#include "store/mukana-people.h"

typedef struct
{
  MukanaTestRegister *place;
  char               *elsewhere;   /* a folder of its own */
  char               *moved;       /* where the register's folder is moved to */
  guint               n_changes;   /* how often "place-changed" was heard */
} Fixture;

static void
place_changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->place = mukana_test_register_new ();
  mukana_test_add_person (fixture->place, 1);
  fixture->elsewhere = g_dir_make_tmp ("mukana-elsewhere-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->moved = g_strconcat (fixture->place->folder, "-moved", NULL);
  g_signal_connect_swapped (fixture->place->store, "place-changed", G_CALLBACK (place_changed_cb),
                            fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_close (fixture->place);
  mukana_test_remove_folder (fixture->moved);
  mukana_test_remove_folder (fixture->elsewhere);
  mukana_test_register_free (fixture->place);
  g_free (fixture->elsewhere);
  g_free (fixture->moved);
}

static gpointer
write_work (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  mukana_db_run (db, "mappings.put", error, mukana_text ("signature", arg),
                 mukana_text ("mapping", "y"));
  return NULL;
}

/* What befalls the folder while a job writes: nobody can say when it happens. */
static gpointer
write_and_lose_work (MukanaDb      *db,
                     gpointer       arg,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Fixture *fixture = arg;

  write_work (db, (gpointer) "late", cancellable, error);
  g_assert_cmpint (g_rename (fixture->place->folder, fixture->moved), ==, 0);
  return NULL;
}

static int
code_of_writing (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  mukana_test_try (fixture->place, MUKANA_LANE_WRITE, write_work, (gpointer) "x", &error);
  g_assert_true (error == NULL || error->domain == MUKANA_ERROR);
  return error != NULL ? error->code : -1;
}

static gpointer
count_work (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  return GINT_TO_POINTER ((int) mukana_test_number (db, "SELECT count(*) FROM person"));
}

static gpointer
count_mappings_work (MukanaDb      *db,
                     gpointer       arg,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return GINT_TO_POINTER ((int) mukana_test_number (db, "SELECT count(*) FROM import_mapping"));
}

static void
hear (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
removed_file_takes_no_write (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_cmpint (code_of_writing (fixture), ==, -1);

  g_unlink (mukana_test_path (fixture->place));

  g_assert_cmpint (code_of_writing (fixture), ==, MUKANA_ERROR_UNREACHABLE);
  hear ();
  g_assert_true (mukana_store_is_gone (fixture->place->store));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
removed_log_of_writes_takes_no_write (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *log = g_strconcat (mukana_test_path (fixture->place), "-wal", NULL);

  g_assert_cmpint (g_unlink (log), ==, 0);

  g_assert_cmpint (code_of_writing (fixture), ==, MUKANA_ERROR_UNREACHABLE);
}

static void
another_file_in_its_place_takes_no_write (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_assert_true (g_file_set_contents (mukana_test_path (fixture->place), "another", -1, NULL));

  g_assert_cmpint (code_of_writing (fixture), ==, MUKANA_ERROR_UNREACHABLE);
}

static void
moved_folder_is_written_again_when_it_is_back (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_assert_cmpint (g_rename (fixture->place->folder, fixture->moved), ==, 0);
  g_assert_cmpint (code_of_writing (fixture), ==, MUKANA_ERROR_UNREACHABLE);
  g_assert_cmpint (g_rename (fixture->moved, fixture->place->folder), ==, 0);

  g_assert_cmpint (code_of_writing (fixture), ==, -1);

  hear ();
  g_assert_false (mukana_store_is_gone (fixture->place->store));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

static void
folder_lost_in_the_middle_of_a_write_takes_it_back (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  mukana_test_try (fixture->place, MUKANA_LANE_WRITE, write_and_lose_work, fixture, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE);
  g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (fixture->place, count_mappings_work, NULL)),
                   ==, 0);
}

/* The folder is removed with all that is in it, as by somebody who tidies up. */
static void
what_is_open_is_saved_elsewhere_whole (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->elsewhere, "saved.mukana", NULL);
  g_autoptr (MukanaSavingElsewhere) wish =
    mukana_saving_elsewhere_new (fixture->place->store, path);
  g_autofree char *uri = g_strconcat ("sqlite:", path, NULL);
  g_autoptr (GError) error = NULL;

  mukana_test_remove_folder (fixture->place->folder);
  g_assert_false (g_file_test (fixture->place->folder, G_FILE_TEST_EXISTS));

  mukana_test_run (fixture->place, &mukana_saving_elsewhere_job, wish);

  mukana_test_register_close (fixture->place);
  g_free (fixture->place->uri);
  fixture->place->uri = g_steal_pointer (&uri);
  fixture->place->store = mukana_test_try_open (fixture->place, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (fixture->place, count_work, NULL)), ==, 1);
  g_assert_cmpint (code_of_writing (fixture), ==, -1);
}

static void
no_backup_is_made_and_no_folder_for_it (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->place->folder, "backups", NULL);
  g_autoptr (MukanaBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->place->folder, fixture->moved), ==, 0);

  backup = mukana_backing_up_make (fixture->place->store, folder, &error);

  g_assert_null (backup);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE);
  g_assert_nonnull (mukana_error_peek_sentence (error));
  g_assert_false (g_file_test (fixture->place->folder, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/gone/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (removed_file_takes_no_write);
  ADD (removed_log_of_writes_takes_no_write);
  ADD (another_file_in_its_place_takes_no_write);
  ADD (moved_folder_is_written_again_when_it_is_back);
  ADD (folder_lost_in_the_middle_of_a_write_takes_it_back);
  ADD (what_is_open_is_saved_elsewhere_whole);
  ADD (no_backup_is_made_and_no_folder_for_it);
#undef ADD

  return g_test_run ();
}
