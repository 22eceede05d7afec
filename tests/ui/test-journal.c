/* test-journal.c: the log is shown in words, verified, and opens what its rows are of. */

#include <adwaita.h>

#include "kit/mukana-test-window.h"
#include "services/mukana-naming.h"
#include "ui/journal/mukana-journal-page.h"
#include "ui/kit/mukana-row-list.h"

typedef struct
{
  MukanaTestWindow window;
  gint64           person;
  const char      *words;   /* that are awaited */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  mukana_test_window_open (&fixture->window);
  fixture->person = mukana_test_add_person (fixture->window.place, 7);
  mukana_test_add_person (fixture->window.place, 8);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (&fixture->window);
}

static gboolean
shows_words (gpointer data)
{
  Fixture *fixture = data;

  return mukana_test_window_shows (&fixture->window, fixture->words);
}

static void
await (Fixture    *fixture,
       const char *words)
{
  fixture->words = words;
  mukana_test_wait_until (shows_words, fixture, words);
}

static guint
count_rows (Fixture *fixture)
{
  MukanaJournalPage *page = MUKANA_JOURNAL_PAGE (mukana_window_get_page (fixture->window.window));
  MukanaRowList *list = MUKANA_ROW_LIST (mukana_journal_page_peek_list (page));

  return g_list_model_get_n_items (G_LIST_MODEL (mukana_row_list_get_model (list)));
}

static void
every_deed_is_told_in_words (Fixture       *fixture,
                             gconstpointer  data)
{
  mukana_window_show_page (fixture->window.window, "journal", 0);

  await (fixture, "Added a person");
  g_assert_cmpuint (count_rows (fixture), >=, 2);
}

static void
verifying_says_that_the_log_is_whole (Fixture       *fixture,
                                      gconstpointer  data)
{
  mukana_window_show_page (fixture->window.window, "journal", 0);
  await (fixture, "Added a person");
  mukana_test_window_click (&fixture->window, "_Verify");

  await (fixture, "The log is whole");
}

/* Returns: yours, what the page has written to a new file of that name */
static char *
export (Fixture    *fixture,
        const char *name)
{
  g_autofree char *path = g_build_filename (fixture->window.place->folder, name, NULL);
  char *content = NULL;

  mukana_journal_page_export_to (
    MUKANA_JOURNAL_PAGE (mukana_window_get_page (fixture->window.window)), path);
  await (fixture, "of the log were written to the file");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static void
what_is_shown_is_written_to_a_file_without_names (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *table = NULL;

  mukana_window_show_page (fixture->window.window, "journal", 0);
  await (fixture, "Added a person");
  table = export (fixture, "log.csv");

  g_assert_nonnull (strstr (table, "Added a person"));
  g_assert_nonnull (strstr (table, "Person 2"));
  g_assert_null (strstr (table, "Östprov"));
  await (fixture, "Printed or exported the log");
}

static void
log_is_printed (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *paper = NULL;

  mukana_window_show_page (fixture->window.window, "journal", 0);
  await (fixture, "Added a person");
  paper = export (fixture, "log.pdf");

  g_assert_true (g_str_has_prefix (paper, "%PDF-"));
}

static gpointer
spoil_work (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  mukana_db_exec (db, "UPDATE journal SET actor = 'somebody else' WHERE id ="
                      " (SELECT max(id) FROM journal)", error);
  return NULL;
}

static void
verifying_names_the_first_row_that_was_changed (Fixture       *fixture,
                                                gconstpointer  data)
{
  mukana_test_write (fixture->window.place, spoil_work, NULL);
  mukana_window_show_page (fixture->window.window, "journal", 0);
  await (fixture, "Added a person");
  mukana_test_window_click (&fixture->window, "_Verify");

  await (fixture, "The log was changed: row ");
}

static void
of_a_person_only_their_rows_are_shown (Fixture       *fixture,
                                       gconstpointer  data)
{
  mukana_window_show_page (fixture->window.window, "journal", fixture->person);

  await (fixture, "Added a person");
  mukana_test_window_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static void
opening_a_person_is_a_look_that_shows_at_once (Fixture       *fixture,
                                               gconstpointer  data)
{
  mukana_window_show_page (fixture->window.window, "person", fixture->person);
  mukana_window_show_page (fixture->window.window, "journal", fixture->person);

  await (fixture, "Looked at a person");
}

static void
name_user (Fixture    *fixture,
           const char *name,
           const char *role)
{
  g_autoptr (MukanaRegisterUser) user = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);
  g_autoptr (GError) error = NULL;

  mukana_record_init_text (user, "name", name);
  mukana_record_init_text (user, "role", role);
  mukana_store_run (fixture->window.place->store, &mukana_user_save_job, user, &error);
  g_assert_no_error (error);
}

static gboolean
is_auditor (gpointer data)
{
  Fixture *fixture = data;

  return !mukana_context_may_open (fixture->window.context, "people");
}

/* From the next moment on: the window hears of it as of any change. */
static void
an_auditor_is_offered_the_log_and_no_people (Fixture       *fixture,
                                             gconstpointer  data)
{
  MukanaPage *page;

  name_user (fixture, "maija", "coordinator");
  name_user (fixture, "test", "auditor");
  mukana_test_wait_until (is_auditor, fixture, "the role is known");

  mukana_window_show_page (fixture->window.window, "people", 0);
  page = mukana_window_get_page (fixture->window.window);
  g_assert_cmpstr (mukana_page_peek_info (page)->id, !=, "people");
  mukana_window_show_page (fixture->window.window, "journal", 0);
  await (fixture, "Added a person");
}

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

#define TEST(name) g_test_add ("/journal-page/" #name, Fixture, NULL, set_up, name, tear_down)
  TEST (every_deed_is_told_in_words);
  TEST (verifying_says_that_the_log_is_whole);
  TEST (what_is_shown_is_written_to_a_file_without_names);
  TEST (log_is_printed);
  TEST (verifying_names_the_first_row_that_was_changed);
  TEST (of_a_person_only_their_rows_are_shown);
  TEST (opening_a_person_is_a_look_that_shows_at_once);
  TEST (an_auditor_is_offered_the_log_and_no_people);
#undef TEST
  return g_test_run ();
}
