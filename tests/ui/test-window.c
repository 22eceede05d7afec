/* test-window.c: every page opens: in an empty register, wide and at 360 px; back leads back. */

#include <adwaita.h>

#include "kit/mukana-test-window.h"
#include "ui/kit/mukana-tall-question.h"
#include "ui/mukana-pages.h"

typedef MukanaTestWindow Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  mukana_test_window_show (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (fixture);
}

static void
open_every_page (Fixture *fixture)
{
  for (guint i = 0; mukana_page_infos[i] != NULL; i++)
    {
      const MukanaPageInfo *info = mukana_page_infos[i];

      if (info->parent != NULL)
        continue;   /* needs a record: its own test opens it */

      g_assert_true (mukana_window_show_page (fixture->window, info->id, 0));
      mukana_test_window_settle ();
      g_assert_true (mukana_page_peek_info (mukana_window_get_page (fixture->window)) == info);
      g_assert_cmpuint (mukana_window_get_depth (fixture->window), ==, 1);
    }
}

static void
every_page_opens_in_an_empty_register (Fixture       *fixture,
                                       gconstpointer  data)
{
  open_every_page (fixture);
}

static gboolean
is_narrow (gpointer window)
{
  int width, height;

  /* What the manager says of its first size may come late and undo what was asked. */
  gtk_window_get_default_size (window, &width, &height);
  if (width != 360)
    gtk_window_set_default_size (window, 360, 640);
  return gtk_widget_has_css_class (window, "narrow");
}

static void
every_page_opens_at_360_px (Fixture       *fixture,
                            gconstpointer  data)
{
  int least_px;

  mukana_test_wait_until (is_narrow, fixture->window, "the window is narrow");

  open_every_page (fixture);
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &least_px, NULL,
                      NULL, NULL);

  g_assert_cmpint (least_px, <=, 360);
}

static void
an_unknown_route_leads_nowhere (Fixture       *fixture,
                                gconstpointer  data)
{
  g_assert_false (mukana_window_show_page (fixture->window, "nowhere", 0));
}

static void
without_a_register_there_are_no_pages (Fixture       *fixture,
                                       gconstpointer  data)
{
  mukana_window_set_context (fixture->window, NULL);

  g_assert_cmpuint (mukana_window_get_depth (fixture->window), ==, 0);
  g_assert_null (mukana_window_get_page (fixture->window));
}

static gboolean
is_said (GtkWidget  *widget,
         const char *sentence)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), sentence))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_said (child, sentence))
      return TRUE;

  return FALSE;
}

static gboolean
only_the_newest_is_said (gpointer window)
{
  return is_said (window, "Second") && !is_said (window, "First");
}

/* A toast stays for five seconds; two deeds may be done in one. */
static void
the_newest_deed_is_told_at_once (Fixture       *fixture,
                                 gconstpointer  data)
{
  gint64 start_us = g_get_monotonic_time ();

  mukana_window_toast (fixture->window, "First", 0);
  mukana_window_toast (fixture->window, "Second", 0);
  mukana_test_wait_until (only_the_newest_is_said, fixture->window, "the second is told");

  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 4 * G_USEC_PER_SEC);
}

static gboolean
nothing_is_said (gpointer window)
{
  return !is_said (window, "First");
}

static void
what_was_told_of_a_register_goes_with_it (Fixture       *fixture,
                                          gconstpointer  data)
{
  gint64 start_us = g_get_monotonic_time ();

  mukana_window_toast (fixture->window, "First", 0);
  mukana_test_window_settle ();
  mukana_window_set_context (fixture->window, NULL);

  mukana_test_wait_until (nothing_is_said, fixture->window, "nothing is told any more");
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 4 * G_USEC_PER_SEC);
}

/* The items of a menu have a type that is the toolkit's own. */
static guint
count_items (GtkWidget *widget,
             gboolean   only_live)
{
  guint n = g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") &&
            (!only_live || gtk_widget_is_sensitive (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_items (child, only_live);

  return n;
}

static GtkWidget *
find_menu (GtkWidget  *widget,
           const char *help)
{
  if (GTK_IS_MENU_BUTTON (widget) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (widget), help) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_menu (child, help);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_menu_is_live (Fixture    *fixture,
                     const char *help)
{
  GtkWidget *button = find_menu (GTK_WIDGET (fixture->window), help);

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  mukana_test_window_settle ();
  g_assert_cmpuint (count_items (button, FALSE), >, 3);
  g_assert_cmpuint (count_items (button, TRUE), ==, count_items (button, FALSE));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  mukana_test_window_settle ();
}

static void
the_menu_of_a_page_can_be_used_at_once_and_after_coming_back (Fixture       *fixture,
                                                              gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);

  g_assert_true (mukana_window_show_page (fixture->window, "person", id));
  mukana_test_window_settle ();
  assert_menu_is_live (fixture, "Deeds with this person");

  g_assert_true (mukana_window_show_page (fixture->window, "journal", id));
  mukana_test_window_settle ();
  mukana_window_go_back (fixture->window);
  mukana_test_window_settle ();

  assert_menu_is_live (fixture, "Deeds with this person");
}

/* Else nobody on a small screen can answer it. */
static void
question_is_never_taller_than_its_window (Fixture       *fixture,
                                          gconstpointer  data)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (fixture->window), "Propose?",
                                                "Nothing is sent by this.");
  int natural;

  for (guint i = 0; i < 100; i++)
    gtk_box_append (GTK_BOX (list), gtk_label_new ("somebody who is asked"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "cancel", "Cancel");

  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (question), list);
  gtk_window_present (GTK_WINDOW (question));
  mukana_test_window_settle ();

  gtk_widget_measure (question, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, <=, gtk_widget_get_height (GTK_WIDGET (fixture->window)));
  g_assert_cmpint (natural, >, 200);
  gtk_window_destroy (GTK_WINDOW (question));
}

#define ADD(test) g_test_add ("/window/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  ADD (every_page_opens_in_an_empty_register);
  ADD (every_page_opens_at_360_px);
  ADD (an_unknown_route_leads_nowhere);
  ADD (without_a_register_there_are_no_pages);
  ADD (the_menu_of_a_page_can_be_used_at_once_and_after_coming_back);
  ADD (the_newest_deed_is_told_at_once);
  ADD (what_was_told_of_a_register_goes_with_it);
  ADD (question_is_never_taller_than_its_window);

  return g_test_run ();
}
