/* test-safekeeping.c: the page of backups says how things stand, and makes one. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "kit/mukana-test.h"
#include "kit/mukana-test-window.h"
#include "services/mukana-backing-up.h"
#include "store/mukana-schema.h"
#include "ui/app/mukana-backup-watch.h"

typedef struct
{
  MukanaTestWindow  window;
  const char       *words;   /* that are awaited */
} Fixture;

static gboolean
has_words (gpointer data)
{
  Fixture *fixture = data;

  return mukana_test_window_shows (&fixture->window, fixture->words);
}

static void
await_words (Fixture    *fixture,
             const char *words)
{
  fixture->words = words;
  mukana_test_wait_until (has_words, fixture, words);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  mukana_test_window_open (&fixture->window);
  g_assert_true (mukana_window_show_page (fixture->window.window, "safekeeping", 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = mukana_backup_dup_folder (fixture->window.context);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_remove (folder);
  mukana_test_window_close (&fixture->window);
}

static void
register_without_a_backup_says_so (Fixture       *fixture,
                                   gconstpointer  data)
{
  await_words (fixture, "There is no backup yet");
  await_words (fixture, "Nobody has checked the recovery key yet");
  g_assert_false (mukana_test_window_shows (&fixture->window, "Backups there are"));
}

static void
backup_is_said_to_be_made_when_it_is_there (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *folder = mukana_backup_dup_folder (fixture->window.context);
  g_autoptr (GDir) dir = NULL;

  await_words (fixture, "There is no backup yet");
  mukana_test_window_click (&fixture->window, "Back up _now");
  await_words (fixture, "The newest is of today, and was found whole");

  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  await_words (fixture, "Backups there are");
}

static void
backup_that_is_gone_is_not_offered (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *folder = mukana_backup_dup_folder (fixture->window.context);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;

  mukana_test_window_click (&fixture->window, "Back up _now");
  await_words (fixture, "Backups there are");
  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  g_remove (path);

  mukana_window_show_page (fixture->window.window, "people", 0);
  mukana_window_show_page (fixture->window.window, "safekeeping", 0);
  await_words (fixture, "Not in the folder any more");
}

static void
damaged_register_offers_a_backup_and_nothing_that_deletes (Fixture       *fixture,
                                                           gconstpointer  data)
{
  await_words (fixture, "There is no backup yet");
  g_assert_false (mukana_test_window_shows (&fixture->window, "nothing is saved any more"));
  mukana_store_note_damage (fixture->window.place->store);

  await_words (fixture, "nothing is saved any more");
  g_assert_nonnull (mukana_test_window_find_button (&fixture->window, "_Restore a backup…"));
  g_assert_null (mukana_test_window_find_button (&fixture->window, "_Delete"));
  mukana_test_window_lock_and_open (&fixture->window);
  g_assert_false (mukana_test_window_shows (&fixture->window, "nothing is saved any more"));
}

static void
await_gone (Fixture    *fixture,
            const char *words)
{
  mukana_test_window_await_gone (&fixture->window, words);
}

/* The folder of the register is moved away while it is open, and is brought back. */
static void
vanished_register_is_told_and_can_be_saved_elsewhere (Fixture       *fixture,
                                                      gconstpointer  data)
{
  MukanaStore *store = fixture->window.place->store;
  g_autofree char *away = g_strconcat (fixture->window.place->folder, "-away", NULL);

  await_words (fixture, "There is no backup yet");
  g_assert_cmpint (g_rename (fixture->window.place->folder, away), ==, 0);
  mukana_store_look_for_file (store);

  await_words (fixture, "gone from its place");
  g_assert_nonnull (mukana_test_window_find_button (&fixture->window, "_Save to another place…"));
  g_assert_cmpint (g_rename (away, fixture->window.place->folder), ==, 0);
  mukana_store_look_for_file (store);
  await_gone (fixture, "gone from its place");
}

static gpointer
leave_as_a_newer_program_work (MukanaDb      *db,
                               gpointer       arg,
                               GCancellable  *cancellable,
                               GError       **error)
{
  int newest = mukana_schema_newest ();

  if (mukana_db_run (db, "schema.note", error, mukana_int ("number", newest + 1),
                     mukana_text ("title", "x"), mukana_text ("sha256", "x"),
                     mukana_int ("applied_at", 1)) >= 0)
    mukana_db_run (db, "schema.note-readers", error, mukana_int ("number", newest + 1),
                   mukana_int ("min_reader", newest));
  return NULL;
}

static void
newer_register_says_why_it_is_only_read (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 person_id = mukana_test_add_person (fixture->window.place, 1);

  mukana_test_write (fixture->window.place, leave_as_a_newer_program_work, NULL);
  mukana_test_window_lock_and_open (&fixture->window);
  mukana_window_show_page (fixture->window.window, "person", person_id);

  await_words (fixture, "A newer Mukana has changed this register");
  await_words (fixture, "Åsa Mallikas");
  g_assert_false (mukana_context_may_act (fixture->window.context, "person.edit"));
  g_assert_false (mukana_context_may_open (fixture->window.context, "request-form"));
  g_assert_null (mukana_test_window_find_button (&fixture->window, "_Restore a backup…"));
}

#define ADD(name) g_test_add ("/safekeeping/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  mukana_test_window_init (&argc, &argv);

  ADD (register_without_a_backup_says_so);
  ADD (backup_is_said_to_be_made_when_it_is_there);
  ADD (backup_that_is_gone_is_not_offered);
  ADD (damaged_register_offers_a_backup_and_nothing_that_deletes);
  ADD (vanished_register_is_told_and_can_be_saved_elsewhere);
  ADD (newer_register_says_why_it_is_only_read);

  return g_test_run ();
}
