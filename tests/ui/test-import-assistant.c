/* test-import-assistant.c: a list goes in after Accept, and nothing before it. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "kit/mukana-test.h"
#include "services/mukana-founding.h"
#include "ui/app/mukana-types.h"
#include "ui/app/mukana-window.h"
#include "ui/importing/mukana-import-page.h"
#include "ui/kit/mukana-style.h"

#define LIST                                                                          \
  "Nimi;Sähköposti;Kunta;Suostumus rekisteriin\n"                                     \
  "Testi Tuomas;tuomas@example.org;Kajaani;1.3.2026\n"                                \
  "Testi Tiina;tiina@example.org;Sotkamo;2.3.2026\n"

typedef struct
{
  MukanaTestRegister *place;
  MukanaContext      *context;
  MukanaWindow       *window;
  char               *path;
  const char         *step;     /* that is awaited */
} Fixture;

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  ((Fixture *) data)->context = mukana_context_new_finish (result, NULL);
}

static gboolean
has_context (gpointer data)
{
  return ((Fixture *) data)->context != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mukana-list-XXXXXX", &error);

  g_assert_no_error (error);
  fixture->path = g_build_filename (folder, "list.csv", NULL);
  g_assert_true (g_file_set_contents (fixture->path, LIST, -1, NULL));
  fixture->place = mukana_test_register_new ();
  mukana_store_run (fixture->place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  mukana_context_new_async (fixture->place->store, NULL, NULL, made_cb, fixture);
  mukana_test_wait_until (has_context, fixture, "the context is made");
  fixture->window = mukana_window_new (NULL);
  mukana_window_set_context (fixture->window, fixture->context);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (mukana_window_show_page (fixture->window, "import", 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  mukana_window_set_context (fixture->window, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->context);
  mukana_test_register_free (fixture->place);
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
  GtkWidget *stack = find_stack (GTK_WIDGET (mukana_window_get_page (fixture->window)));

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
  GtkWidget *page = GTK_WIDGET (mukana_window_get_page (fixture->window));

  g_assert_true (gtk_widget_activate_action (page, "import.next", NULL));
}

static gint64
count_people (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run (fixture->place->store,
                                                            &mukana_founding_about_job, NULL,
                                                            &error);

  g_assert_no_error (error);
  return about->n_people;
}

static void
read_list (Fixture *fixture)
{
  mukana_import_page_read (MUKANA_IMPORT_PAGE (mukana_window_get_page (fixture->window)),
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
a_file_that_is_no_list_is_said_to_be_none (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));

  mukana_import_page_read (MUKANA_IMPORT_PAGE (mukana_window_get_page (fixture->window)),
                           fixture->path);

  await_step (fixture, "start");
  g_assert_cmpint (count_people (fixture), ==, 0);
}

#define ADD(test) g_test_add ("/import-assistant/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_types_ensure ();
  mukana_style_load (gdk_display_get_default ());

  ADD (looking_changes_nothing);
  ADD (accepting_takes_the_list_in);
  ADD (a_file_that_is_no_list_is_said_to_be_none);

  return g_test_run ();
}
