/* test-import-assistant.c: a list goes in after Accept, and nothing before it. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "kit/mukana-test-window.h"
#include "services/mukana-founding.h"
#include "ui/importing/mukana-import-page.h"

#define LIST                                                                          \
  "Nimi;Sähköposti;Kunta;Suostumus rekisteriin\n"                                     \
  "Testi Tuomas;tuomas@example.org;Kajaani;1.3.2026\n"                                \
  "Testi Tiina;tiina@example.org;Sotkamo;2.3.2026\n"

typedef struct
{
  MukanaTestWindow test;
  char            *path;
  const char      *step;     /* that is awaited */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mukana-list-XXXXXX", &error);

  g_assert_no_error (error);
  fixture->path = g_build_filename (folder, "list.csv", NULL);
  g_assert_true (g_file_set_contents (fixture->path, LIST, -1, NULL));
  fixture->test.place = mukana_test_register_new ();
  mukana_store_run (fixture->test.place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  mukana_test_window_show (&fixture->test);
  g_assert_true (mukana_window_show_page (fixture->test.window, "import", 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  mukana_test_window_close (&fixture->test);
  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
}

static GtkWidget *
find_stack (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_stack (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_at_step (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *stack = find_stack (GTK_WIDGET (mukana_window_get_page (fixture->test.window)));

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), fixture->step) == 0;
}

static void
await_step (Fixture    *fixture,
            const char *step)
{
  fixture->step = step;
  mukana_test_wait_until (is_at_step, fixture, step);
}

static void
press_next (Fixture *fixture)
{
  GtkWidget *page = GTK_WIDGET (mukana_window_get_page (fixture->test.window));

  g_assert_true (gtk_widget_activate_action (page, "import.next", NULL));
}

static gint64
count_people (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run (fixture->test.place->store,
                                                            &mukana_founding_about_job, NULL,
                                                            &error);

  g_assert_no_error (error);
  return about->n_people;
}

static void
read_list (Fixture *fixture)
{
  mukana_import_page_read (MUKANA_IMPORT_PAGE (mukana_window_get_page (fixture->test.window)),
                           fixture->path);
  await_step (fixture, "columns");
}

static void
looking_changes_nothing (Fixture       *fixture,
                         gconstpointer  data)
{
  read_list (fixture);

  press_next (fixture);
  await_step (fixture, "preview");

  g_assert_cmpint (count_people (fixture), ==, 0);
}

/* Whom the list lets be proposed is to be seen before it is taken in. */
static void
preview_counts_the_consents_of_each_purpose (Fixture       *fixture,
                                             gconstpointer  data)
{
  read_list (fixture);
  press_next (fixture);
  await_step (fixture, "preview");
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (&fixture->test,
                                           "come with the list: Register 2 · Matching 0 ·"));
}

static void
accepting_takes_the_list_in (Fixture       *fixture,
                             gconstpointer  data)
{
  read_list (fixture);
  press_next (fixture);
  await_step (fixture, "preview");

  press_next (fixture);
  await_step (fixture, "done");

  g_assert_cmpint (count_people (fixture), ==, 2);
}

static void
count_cb (guint *n_told)
{
  ++*n_told;
}

/* Or Undo would reach past it, to something older. */
static void
undo_says_that_a_list_is_in_for_good (Fixture       *fixture,
                                      gconstpointer  data)
{
  MukanaUndo *undo = mukana_context_get_undo (fixture->test.context);
  guint n_told = 0;

  g_signal_connect_swapped (undo, "final", G_CALLBACK (count_cb), &n_told);
  read_list (fixture);
  press_next (fixture);
  await_step (fixture, "preview");
  press_next (fixture);
  await_step (fixture, "done");

  mukana_undo_take_back (undo, fixture->test.place->store, 0);

  g_assert_cmpuint (n_told, ==, 1);
  g_signal_handlers_disconnect_by_data (undo, &n_told);
}

static gboolean
finds_question (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      *(GtkWidget **) data = l->data;

  return *(GtkWidget **) data != NULL;
}

static void
a_preview_is_not_left_without_a_question (Fixture       *fixture,
                                          gconstpointer  data)
{
  MukanaPage *page = mukana_window_get_page (fixture->test.window);
  GtkWidget *question = NULL;

  read_list (fixture);
  press_next (fixture);
  await_step (fixture, "preview");

  g_assert_true (mukana_window_show_page (fixture->test.window, "people", 0));

  g_assert_true (mukana_window_get_page (fixture->test.window) == page);
  mukana_test_wait_until (finds_question, &question, "it is asked");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  mukana_test_window_settle ();
  g_assert_true (mukana_window_get_page (fixture->test.window) != page);
}

static void
a_refused_row_says_why (Fixture       *fixture,
                        gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, LIST ";nobody@example.org;Kajaani;2.3.2026\n",
                                      -1, NULL));
  read_list (fixture);
  press_next (fixture);
  await_step (fixture, "preview");
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (&fixture->test, "Row 4: "));
}

static void
a_file_that_is_no_list_is_said_to_be_none (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));

  mukana_import_page_read (MUKANA_IMPORT_PAGE (mukana_window_get_page (fixture->test.window)),
                           fixture->path);

  await_step (fixture, "start");
  g_assert_cmpint (count_people (fixture), ==, 0);
}

#define ADD(test) g_test_add ("/import-assistant/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  ADD (looking_changes_nothing);
  ADD (preview_counts_the_consents_of_each_purpose);
  ADD (accepting_takes_the_list_in);
  ADD (undo_says_that_a_list_is_in_for_good);
  ADD (a_preview_is_not_left_without_a_question);
  ADD (a_refused_row_says_why);
  ADD (a_file_that_is_no_list_is_said_to_be_none);

  return g_test_run ();
}
