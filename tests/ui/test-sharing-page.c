/* test-sharing-page.c: how the work is shared is shown of those who may be asked, and of nobody
 * else from the moment they may not. */

#include "kit/mukana-test-window.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-registering.h"
#include "ui/app/mukana-asked-people.h"
#include "ui/kit/mukana-layout.h"
#include "ui/sharing/mukana-sharing-page.h"

typedef struct
{
  MukanaTestWindow window;
  gint64           person;
} Fixture;

static gpointer
run (Fixture         *fixture,
     const MukanaJob *job,
     gpointer         arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (fixture->window.place->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

static void
give (Fixture    *fixture,
      const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", fixture->person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 3);
  run (fixture, &mukana_consenting_give_job, consent);
}

/* Somebody who has waited for a year. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree gint64 *id = NULL;

  mukana_test_window_open (&fixture->window);
  mukana_person_init_names (person, "Aino", "Odottava");
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi");
  mukana_record_init_int (person, "joined-on", MUKANA_TEST_TODAY - 365);
  id = run (fixture, &mukana_person_save_job, person);
  fixture->person = *id;
  give (fixture, "register");
  give (fixture, "matching");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (&fixture->window);
}

static MukanaSharingPage *
show (Fixture *fixture)
{
  mukana_window_show_page (fixture->window.window, "sharing", 0);
  mukana_test_window_settle ();
  return MUKANA_SHARING_PAGE (mukana_window_get_page (fixture->window.window));
}

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gint64        *shown)
{
  const char *route;

  g_variant_get (parameter, "(&sx)", &route, shown);
  g_assert_cmpstr (route, ==, "person");
}

/* The application's action, which a window without one lacks. */
static void
follow_routes (Fixture *fixture,
               gint64  *shown)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show", G_VARIANT_TYPE ("(sx)"));

  g_signal_connect (action, "activate", G_CALLBACK (show_cb), shown);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window.window), "app",
                                  G_ACTION_GROUP (group));
}

static void
who_was_never_asked_is_named_and_opens (Fixture       *fixture,
                                        gconstpointer  data)
{
  MukanaSharingPage *page = show (fixture);
  GtkWidget *card = mukana_sharing_page_peek_waiting (page);
  gint64 shown = 0;

  g_assert_true (mukana_test_window_shows (&fixture->window, "Never asked: 1"));
  g_assert_true (mukana_test_window_shows (&fixture->window, "Aino Odottava"));
  follow_routes (fixture, &shown);
  g_signal_emit_by_name (card, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (card), 0));

  g_assert_cmpint (shown, ==, fixture->person);
}

static void
list_cb (GSimpleAction *action,
         GVariant      *parameter,
         gboolean      *was_shown)
{
  const char *route;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &route, &id);
  *was_shown = g_str_equal (route, "people");
}

static void
theme_leads_to_those_who_know_it (Fixture       *fixture,
                                  gconstpointer  data)
{
  MukanaSharingPage *page = show (fixture);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show", G_VARIANT_TYPE ("(sx)"));
  g_autofree char *asked = NULL;
  gboolean was_shown = FALSE;

  g_signal_connect (action, "activate", G_CALLBACK (list_cb), &was_shown);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window.window), "app",
                                  G_ACTION_GROUP (group));
  gtk_widget_activate_action (GTK_WIDGET (page), "sharing.show-people", "s", "ik.kot");
  asked = mukana_asked_people_take (mukana_page_get_context (MUKANA_PAGE (page)));

  g_assert_true (was_shown);
  g_assert_cmpstr (asked, ==, "theme=ik.kot");
}

static void
who_withdraws_leaves_the_page (Fixture       *fixture,
                               gconstpointer  data)
{
  MukanaWithdrawal *withdrawal;

  show (fixture);
  g_assert_true (mukana_test_window_shows (&fixture->window, "Aino Odottava"));
  withdrawal = mukana_withdrawal_new (fixture->person, "matching", NULL, "other");
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  mukana_test_window_settle ();

  g_assert_false (mukana_test_window_shows (&fixture->window, "Aino Odottava"));
  g_assert_true (mukana_test_window_shows (&fixture->window, "Never asked: 0"));
}

static GtkWidget *
find_role (GtkWidget         *widget,
           GtkAccessibleRole  role)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_role (child, role);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
table_keeps_its_roles_and_brings_its_heads_along_when_narrow (Fixture       *fixture,
                                                              gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (show (fixture));
  GtkWidget *table = find_role (page, GTK_ACCESSIBLE_ROLE_TABLE);

  g_assert_nonnull (table);
  g_assert_nonnull (find_role (table, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  mukana_test_window_make_narrow (&fixture->window);
  table = find_role (page, GTK_ACCESSIBLE_ROLE_TABLE);
  g_assert_nonnull (table);
  g_assert_null (find_role (table, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
}

int
main (int    argc,
      char **argv)
{
  mukana_test_window_init (&argc, &argv);

#define ADD(name) g_test_add ("/sharing-page/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (who_was_never_asked_is_named_and_opens);
  ADD (theme_leads_to_those_who_know_it);
  ADD (who_withdraws_leaves_the_page);
  ADD (table_keeps_its_roles_and_brings_its_heads_along_when_narrow);

  return g_test_run ();
}
