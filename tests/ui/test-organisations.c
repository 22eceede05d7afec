/* test-organisations.c: the page shows what is stored, and a removal can be undone. */

#include <adwaita.h>

#include "kit/mukana-test-undo.h"
#include "kit/mukana-test-window.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/organisations/mukana-log-dialog.h"

typedef struct
{
  MukanaTestWindow test;
  gint64           id;
} Fixture;

static gint64
add_named (MukanaStore *store,
           const char  *name)
{
  MukanaOrganisationFile file = { 0 };
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  mukana_organisation_init_name (organisation, name);
  mukana_record_init_text (organisation, "kind", "association");
  file.organisation = organisation;
  id = mukana_store_run (store, &mukana_organisation_save_job, &file, &error);
  g_assert_no_error (error);
  return *id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test.place = mukana_test_register_new ();
  fixture->id = add_named (fixture->test.place->store, "Kokeilun tuki ry");
  mukana_test_window_show (&fixture->test);
  g_assert_true (mukana_window_show_page (fixture->test.window, "organisations", 0));
  mukana_test_window_await (&fixture->test, "Kokeilun tuki ry");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (&fixture->test);
}

static gboolean
is_back_in_the_list (gpointer data)
{
  return mukana_window_get_depth (((Fixture *) data)->test.window) == 1;
}

static void
open_organisation (Fixture *fixture)
{
  g_assert_true (mukana_window_show_page (fixture->test.window, "organisation", fixture->id));
  mukana_test_window_await (&fixture->test, "Nothing logged yet");
}

static void
a_logged_deed_is_shown_at_once (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  open_organisation (fixture);
  mukana_record_init_int (entry, "organisation-id", fixture->id);
  mukana_record_init_text (entry, "kind", "call");
  mukana_record_init_text (entry, "summary", "Vertaisryhmä alkaa keväällä");

  id = mukana_store_run (fixture->test.place->store, &mukana_log_entry_add_job, entry, &error);

  g_assert_no_error (error);
  mukana_test_window_await (&fixture->test, "Vertaisryhmä alkaa keväällä");
}

static void
a_removed_organisation_comes_back_with_undo (Fixture       *fixture,
                                             gconstpointer  data)
{
  open_organisation (fixture);

  gtk_widget_activate_action (GTK_WIDGET (mukana_window_get_page (fixture->test.window)),
                              "organisation.remove", NULL);
  mukana_test_wait_until (is_back_in_the_list, fixture, "the list is shown");
  mukana_test_window_await (&fixture->test, "No organisations yet");
  mukana_test_undo (fixture->test.context, GTK_WIDGET (fixture->test.window));

  mukana_test_window_await (&fixture->test, "Kokeilun tuki ry");
}

static MukanaRecordDialog *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (MUKANA_IS_RECORD_DIALOG (at->data) &&
        gtk_window_get_transient_for (at->data) == GTK_WINDOW (fixture->test.window))
      return at->data;

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

static void
the_log_opens_over_any_page (Fixture       *fixture,
                             gconstpointer  data)
{
  mukana_log_dialog_present (mukana_window_get_page (fixture->test.window), 0);

  mukana_test_wait_until (has_dialog, fixture, "the dialog is open");
}

static void
the_log_is_with_nobody_until_somebody_is_chosen (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaForm *form;

  open_organisation (fixture);
  mukana_log_dialog_present (mukana_window_get_page (fixture->test.window), 0);
  mukana_test_wait_until (has_dialog, fixture, "the dialog is open");
  form = mukana_record_dialog_get_form (find_dialog (fixture));

  mukana_form_set_text (form, "summary", "Tapaaminen sovittiin");
  g_assert_false (mukana_form_get_valid (form));
  mukana_form_set_int (form, "organisation-id",
                       mukana_page_get_record_id (mukana_window_get_page (fixture->test.window)));
  g_assert_true (mukana_form_get_valid (form));
}

static void
an_untouched_log_closes_without_a_question (Fixture       *fixture,
                                            gconstpointer  data)
{
  open_organisation (fixture);
  mukana_log_dialog_present (mukana_window_get_page (fixture->test.window), 0);
  mukana_test_wait_until (has_dialog, fixture, "the dialog is open");

  gtk_window_close (GTK_WINDOW (find_dialog (fixture)));

  mukana_test_wait_until (has_no_dialog, fixture, "the dialog is closed");
}

/* Participants are stored by their numbers and chosen by their names. */
static void
a_line_that_was_only_looked_at_is_not_changed (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  gint64 later = add_named (fixture->test.place->store, "Äänekkäät ry");
  gint64 earlier = add_named (fixture->test.place->store, "Aamut ry");
  g_autofree char *also = g_strdup_printf ("o%d o%d", (int) later, (int) earlier);
  g_autofree gint64 *id = NULL;
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (entry, "organisation-id", fixture->id);
  mukana_record_init_text (entry, "kind", "meeting");
  mukana_record_init_text (entry, "summary", "Sovittiin jatkosta");
  mukana_record_init_text (entry, "also", also);
  id = mukana_store_run (fixture->test.place->store, &mukana_log_entry_add_job, entry, &error);
  g_assert_no_error (error);

  mukana_log_dialog_present_line (mukana_window_get_page (fixture->test.window), *id);
  mukana_test_wait_until (has_dialog, fixture, "the dialog is open");

  g_assert_false (mukana_form_get_dirty (mukana_record_dialog_get_form (find_dialog (fixture))));
}

#define ADD(test) g_test_add ("/organisations/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  ADD (a_logged_deed_is_shown_at_once);
  ADD (a_removed_organisation_comes_back_with_undo);
  ADD (the_log_opens_over_any_page);
  ADD (the_log_is_with_nobody_until_somebody_is_chosen);
  ADD (an_untouched_log_closes_without_a_question);
  ADD (a_line_that_was_only_looked_at_is_not_changed);

  return g_test_run ();
}
