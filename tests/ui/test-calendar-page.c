/* test-calendar-page.c: the calendar is walked by keys, told to the ear, and opens its things. */

#include <string.h>

#include "kit/mukana-test-window.h"

typedef struct
{
  MukanaTestWindow window;
  gint64           person;
  const char      *words;      /* that are awaited */
} Fixture;

static gpointer
sql_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  mukana_db_exec (db, arg, error);
  return NULL;
}

static void
sql (Fixture    *fixture,
     const char *statement)
{
  mukana_test_write (fixture->window.place, sql_run, (gpointer) statement);
}

/* On the Thursday after today, a Monday: a request with somebody in it, and an event. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *assignment = NULL;

  mukana_test_window_open (&fixture->window);
  fixture->person = mukana_test_add_person (fixture->window.place, 1);
  assignment = g_strdup_printf (
    "INSERT INTO assignment (id, request_id, person_id, day, start_minute, end_minute, state, "
    "agreed_on) VALUES (910, 900, %d, '2026-11-26', 540, 660, 'agreed', '2026-11-01')",
    (int) fixture->person);
  sql (fixture, "INSERT INTO request (id, title, sort_key, state, mode, language, people, "
                "created_on, created_at, updated_at) VALUES (900, 'Kriisiraati', 'kriisiraati', "
                "'filled', 'remote', 'fi', 2, '2026-01-01', 0, 0)");
  sql (fixture, "INSERT INTO request_slot (request_id, day, start_minute, end_minute) VALUES "
                "(900, '2026-11-26', 540, 660)");
  sql (fixture, assignment);
  sql (fixture, "INSERT INTO event (id, title, kind, mode) VALUES (5, 'Iltapäivä', 'event', "
                "'remote')");
  sql (fixture, "INSERT INTO event_occurrence (event_id, day, start_minute, end_minute) VALUES "
                "(5, '2026-11-26', 720, 900)");
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
await_words (Fixture    *fixture,
             const char *words)
{
  fixture->words = words;
  mukana_test_wait_until (shows_words, fixture, words);
}

static gboolean
focus_is_on_words (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window.window));

  return focus != NULL && GTK_IS_BUTTON (focus) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), fixture->words) == 0;
}

static void
await_focus (Fixture    *fixture,
             const char *label)
{
  fixture->words = label;
  mukana_test_wait_until (focus_is_on_words, fixture, label);
}

static void
show (Fixture *fixture)
{
  g_assert_true (mukana_window_show_page (fixture->window.window, "calendar", 0));
  await_words (fixture, "November 2026");
}

static void
press (Fixture    *fixture,
       const char *key)
{
  mukana_test_window_press (&fixture->window, key);
}

/* Returns: (nullable): the button that shows @what in the calendar */
static GtkWidget *
find_item (GtkWidget  *widget,
           const char *route)
{
  GVariant *target = GTK_IS_BUTTON (widget)
                       ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)) : NULL;

  if (target != NULL && g_variant_is_of_type (target, G_VARIANT_TYPE ("(sx)")))
    {
      const char *opens;

      g_variant_get (target, "(&sx)", &opens, NULL);
      if (g_str_equal (opens, route))
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_item (child, route);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return GTK_WIDGET (mukana_window_get_page (fixture->window.window));
}

static void
arrows_go_by_days_and_weeks_and_past_the_month (Fixture       *fixture,
                                                gconstpointer  data)
{
  show (fixture);
  await_focus (fixture, "23");

  press (fixture, "Right");
  await_focus (fixture, "24");
  press (fixture, "Down");
  await_focus (fixture, "1");
  await_words (fixture, "December 2026");

  press (fixture, "Page_Down");
  await_words (fixture, "January 2027");
  press (fixture, "Home");
  await_words (fixture, "November 2026");
  await_focus (fixture, "23");
}

static void
a_number_chooses_how_much_is_shown (Fixture       *fixture,
                                    gconstpointer  data)
{
  show (fixture);
  await_focus (fixture, "23");

  press (fixture, "2");
  await_words (fixture, "Week 48, 23.11.–29.11.2026");
  press (fixture, "1");
  await_words (fixture, "Monday 23 November 2026");
  press (fixture, "4");
  await_words (fixture, "23.11.–20.12.2026");
  press (fixture, "3");
  await_words (fixture, "November 2026");
}

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         char         **shown)
{
  *shown = g_variant_print (parameter, FALSE);
}

/* The application's action, which a window without one lacks. */
static void
follow_routes (Fixture  *fixture,
               char    **shown)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show", G_VARIANT_TYPE ("(sx)"));

  g_signal_connect (action, "activate", G_CALLBACK (show_cb), shown);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window.window), "app",
                                  G_ACTION_GROUP (group));
}

static void
a_thing_is_named_in_full_and_opens_its_page (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *shown = NULL;
  GtkWidget *item;

  show (fixture);
  follow_routes (fixture, &shown);
  await_words (fixture, "Kriisiraati");
  item = find_item (get_page (fixture), "request");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Thursday 26 November, 9–11, Kriisiraati, Request, Filled, "
                                       "1 of 2 found, Remote");
  g_signal_emit_by_name (item, "clicked");
  g_assert_cmpstr (shown, ==, "('request', 900)");
}

/* There is no consent: what was agreed says so with a word and a shape. */
static void
what_holds_no_more_is_told_with_the_assignment (Fixture       *fixture,
                                                gconstpointer  data)
{
  GtkWidget *item;

  show (fixture);
  await_words (fixture, "Kriisiraati");
  item = find_item (get_page (fixture), "assignment");

  g_assert_true (gtk_widget_has_css_class (item, "noticed"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (item), "May not be asked any more"));
  await_focus (fixture, "23");
  press (fixture, "4");
  await_words (fixture, "May not be asked any more");
}

static void
an_empty_time_says_so_and_offers_a_first_deed (Fixture       *fixture,
                                                     gconstpointer  data)
{
  show (fixture);
  await_words (fixture, "Iltapäivä");

  await_focus (fixture, "23");
  sql (fixture, "DELETE FROM request_slot");
  sql (fixture, "DELETE FROM assignment");
  sql (fixture, "DELETE FROM event_occurrence");
  press (fixture, "4");

  await_words (fixture, "Nothing takes place then.");
  g_assert_nonnull (mukana_test_window_find_button (&fixture->window, "_New Request…"));
}

static void
a_narrow_month_tells_its_day_below (Fixture       *fixture,
                                    gconstpointer  data)
{
  mukana_test_window_make_narrow (&fixture->window);
  show (fixture);
  await_words (fixture, "Monday 23 November, today");
  await_words (fixture, "Nothing on this day");

  await_focus (fixture, "23");
  for (int i = 0; i < 3; i++)
    press (fixture, "Right");

  await_words (fixture, "Thursday 26 November");
  await_words (fixture, "Kriisiraati");
}

static void
who_may_not_see_people_is_shown_events_and_theme_days (Fixture       *fixture,
                                                       gconstpointer  data)
{
  sql (fixture, "INSERT INTO register_user (name, role, added_on, added_by) VALUES "
                "('test', 'hyte', '2026-11-01', 'koe')");
  mukana_test_window_lock_and_open (&fixture->window);

  show (fixture);
  await_words (fixture, "Iltapäivä");

  g_assert_false (mukana_test_window_shows (&fixture->window, "Kriisiraati"));
  g_assert_false (mukana_test_window_shows (&fixture->window, "Assignments"));
  g_assert_true (mukana_test_window_shows (&fixture->window, "Theme days"));
}

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

#define ADD(test) g_test_add ("/calendar-page/" #test, Fixture, NULL, set_up, test, tear_down)
  ADD (arrows_go_by_days_and_weeks_and_past_the_month);
  ADD (a_number_chooses_how_much_is_shown);
  ADD (a_thing_is_named_in_full_and_opens_its_page);
  ADD (what_holds_no_more_is_told_with_the_assignment);
  ADD (an_empty_time_says_so_and_offers_a_first_deed);
  ADD (a_narrow_month_tells_its_day_below);
  ADD (who_may_not_see_people_is_shown_events_and_theme_days);
#undef ADD

  return g_test_run ();
}
