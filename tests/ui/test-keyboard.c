/* test-keyboard.c: keys go where one is at work; each is pressed as a person does. */

#include <adwaita.h>

#include "kit/mukana-test-window.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/organisations/mukana-log-dialog.h"
#include "ui/people/mukana-person-dialogs.h"

typedef MukanaTestWindow Fixture;

static gint64
take_id (gpointer result)
{
  g_autofree gint64 *id = result;

  return *id;
}

static gint64
add_organisation (Fixture    *fixture,
                  const char *name)
{
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  MukanaOrganisationFile file = { .organisation = organisation };
  g_autoptr (GError) error = NULL;
  gpointer id;

  mukana_organisation_init_name (organisation, name);
  mukana_record_init_text (organisation, "kind", "association");
  id = mukana_store_run (fixture->place->store, &mukana_organisation_save_job, &file, &error);
  g_assert_no_error (error);
  return take_id (id);
}

static gint64
add_request (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  g_autoptr (GError) error = NULL;
  gpointer id;

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Raati");
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "remote");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", 1);
  id = mukana_store_run (fixture->place->store, &mukana_request_save_job, file, &error);
  g_assert_no_error (error);
  return take_id (id);
}

/* Pages ask the application for each other. */
static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       window)
{
  const char *route;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &route, &id);
  mukana_window_show_page (window, route, id);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "show", .activate = show_cb, .parameter_type = "(sx)" },
  };
  g_autoptr (GSimpleActionGroup) app = g_simple_action_group_new ();

  mukana_test_window_open (fixture);
  g_action_map_add_action_entries (G_ACTION_MAP (app), entries, G_N_ELEMENTS (entries),
                                   fixture->window);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "app", G_ACTION_GROUP (app));
  mukana_test_window_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (fixture);
}

static void
press (Fixture    *fixture,
       const char *key)
{
  mukana_test_window_press (fixture, key);
  mukana_test_window_settle ();
}

static const char *
peek_page (Fixture *fixture)
{
  return mukana_page_peek_info (mukana_window_get_page (fixture->window))->id;
}

static GtkWidget *
peek_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
is_in_page (Fixture *fixture)
{
  GtkWidget *focus = peek_focus (fixture);

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (mukana_window_get_page (fixture->window)));
}

static GtkWidget *
find_pages (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "navigation-sidebar") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_pages (child);
  return found;
}

/* The list of the sidebar. */
static GtkListBox *
peek_pages (Fixture *fixture)
{
  return GTK_LIST_BOX (find_pages (GTK_WIDGET (fixture->window)));
}

static void
tab_begins_in_the_page_that_was_opened (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 id = add_request (fixture);

  mukana_window_show_page (fixture->window, "requests", 0);
  mukana_test_window_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (peek_pages (fixture))));
  mukana_window_show_page (fixture->window, "request", id);
  mukana_test_window_settle ();
  press (fixture, "Tab");

  g_assert_cmpstr (peek_page (fixture), ==, "request");
  g_assert_true (is_in_page (fixture));
}

static void
request_that_seeks_people_leads_to_finding_them (Fixture       *fixture,
                                                 gconstpointer  data)
{
  gint64 id = add_request (fixture);

  mukana_window_show_page (fixture->window, "requests", 0);
  mukana_window_show_page (fixture->window, "request", id);
  mukana_test_window_settle ();

  g_assert_true (GTK_IS_BUTTON (peek_focus (fixture)));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (peek_focus (fixture))), ==,
                   "request.find");
}

static void
arrows_in_the_sidebar_leave_the_page_in_sight_marked (Fixture       *fixture,
                                                      gconstpointer  data)
{
  GtkListBoxRow *today;

  mukana_window_show_page (fixture->window, "today", 0);
  today = gtk_list_box_get_selected_row (peek_pages (fixture));
  gtk_widget_grab_focus (GTK_WIDGET (today));
  press (fixture, "Down");

  g_assert_true (gtk_list_box_get_selected_row (peek_pages (fixture)) == today);
  g_assert_true (peek_focus (fixture) != GTK_WIDGET (today));
  g_assert_cmpstr (peek_page (fixture), ==, "today");
  press (fixture, "Return");
  g_assert_cmpstr (peek_page (fixture), ==, "people");
}

static void
tab_leaves_the_sidebar_at_once (Fixture       *fixture,
                                gconstpointer  data)
{
  mukana_window_show_page (fixture->window, "today", 0);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (peek_pages (fixture))));
  press (fixture, "Tab");

  g_assert_false (gtk_widget_is_ancestor (peek_focus (fixture),
                                          GTK_WIDGET (peek_pages (fixture))));
}

static void
title_is_typed_into_the_new_form (Fixture       *fixture,
                                  gconstpointer  data)
{
  mukana_window_show_page (fixture->window, "requests", 0);
  mukana_test_window_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (peek_pages (fixture))));
  press (fixture, "ctrl+n");
  press (fixture, "a");
  press (fixture, "space");
  press (fixture, "b");

  g_assert_cmpstr (peek_page (fixture), ==, "request-form");
  g_assert_true (GTK_IS_EDITABLE (peek_focus (fixture)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (peek_focus (fixture))), ==, "a b");
}

static void
new_record_is_begun_from_a_page_of_one (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 id = add_request (fixture);

  mukana_window_show_page (fixture->window, "requests", 0);
  mukana_window_show_page (fixture->window, "request", id);
  mukana_test_window_settle ();
  press (fixture, "ctrl+n");

  g_assert_cmpstr (peek_page (fixture), ==, "request-form");
}

/* ---- A window over the page ---- */

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_window (MUKANA_TYPE_RECORD_DIALOG) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

static gboolean
has_question (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static MukanaLogEntry *
peek_draft (void)
{
  GtkWindow *dialog = find_window (MUKANA_TYPE_RECORD_DIALOG);

  return mukana_form_get_draft (mukana_record_dialog_get_form (MUKANA_RECORD_DIALOG (dialog)));
}

static void
open_log (Fixture *fixture)
{
  mukana_window_show_page (fixture->window, "organisations", 0);
  mukana_test_window_settle ();
  mukana_log_dialog_present (mukana_window_get_page (fixture->window), 0);
  mukana_test_wait_until (has_dialog, NULL, "the dialog is there");
  mukana_test_window_settle ();
}

static void
close_log (void)
{
  gtk_window_close (find_window (MUKANA_TYPE_RECORD_DIALOG));
  mukana_test_wait_until (has_question, NULL, "it is asked");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_window (ADW_TYPE_MESSAGE_DIALOG)),
                               "discard");
  mukana_test_wait_until (has_no_dialog, NULL, "the dialog is gone");
  mukana_test_window_settle ();
}

static void
organisation_that_is_typed_is_the_one_that_is_taken (Fixture       *fixture,
                                                     gconstpointer  data)
{
  gint64 kuhmo;

  add_organisation (fixture, "Kainuun ammattikampus");
  kuhmo = add_organisation (fixture, "Seppä, Kuhmon tuki");
  open_log (fixture);
  for (const char *const *key = (const char *const[]) { "space", "k", "u", "h", "m", "o", "Down",
                                                        "Return", NULL };
       *key != NULL; key++)
    press (fixture, *key);

  g_assert_cmpint (peek_draft ()->organisation_id, ==, kuhmo);
  close_log ();
}

static GtkWidget *
find_text_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TEXT_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text_view (child);

  return found;
}

static void
control_return_saves_while_many_lines_are_written (Fixture       *fixture,
                                                   gconstpointer  data)
{
  MukanaRecordDialog *dialog;
  MukanaForm *form;
  GtkWidget *text;

  mukana_window_show_page (fixture->window, "people", 0);
  dialog = mukana_person_dialog_new (mukana_window_get_page (fixture->window), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  form = mukana_record_dialog_get_form (dialog);
  mukana_form_set_text (form, "given-name", "Testi");
  mukana_form_set_text (form, "family-name", "Tyyne");
  text = find_text_view (GTK_WIDGET (dialog));
  g_assert_nonnull (text);
  gtk_widget_grab_focus (text);
  mukana_test_window_settle ();
  press (fixture, "ctrl+Return");

  mukana_test_wait_until (has_no_dialog, NULL, "the dialog is gone");
  mukana_test_window_settle ();
}

/* A complaint of the toolkit ends the test. */
static void
dialog_is_left_unsaved_without_a_complaint (Fixture       *fixture,
                                            gconstpointer  data)
{
  add_organisation (fixture, "Kainuun ammattikampus");
  open_log (fixture);
  mukana_form_set_text (mukana_record_dialog_get_form (
    MUKANA_RECORD_DIALOG (find_window (MUKANA_TYPE_RECORD_DIALOG))), "summary", "Kahvia");
  gtk_window_close (find_window (MUKANA_TYPE_RECORD_DIALOG));
  mukana_test_wait_until (has_question, NULL, "it is asked");
  mukana_test_window_settle ();
  press (fixture, "Right");
  press (fixture, "Return");

  mukana_test_wait_until (has_no_dialog, NULL, "the dialog is gone");
  mukana_test_window_settle ();
}

#define ADD(test) g_test_add ("/keyboard/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  ADD (tab_begins_in_the_page_that_was_opened);
  ADD (request_that_seeks_people_leads_to_finding_them);
  ADD (arrows_in_the_sidebar_leave_the_page_in_sight_marked);
  ADD (tab_leaves_the_sidebar_at_once);
  ADD (title_is_typed_into_the_new_form);
  ADD (new_record_is_begun_from_a_page_of_one);
  ADD (organisation_that_is_typed_is_the_one_that_is_taken);
  ADD (control_return_saves_while_many_lines_are_written);
  ADD (dialog_is_left_unsaved_without_a_complaint);

  return g_test_run ();
}
