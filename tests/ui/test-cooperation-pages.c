/* test-cooperation-pages.c: the pages of cooperation and of the programme show what is stored, and
 * do what their buttons say.
 */

#include <adwaita.h>

#include "kit/mukana-test-jobs.h"
#include "kit/mukana-test-window.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-founding.h"
#include "services/mukana-happening-file.h"
#include "services/mukana-programme-file.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/organisations/mukana-organisation-cooperation.h"

typedef struct
{
  MukanaTestWindow test;
  gint64           organisation;
  gint64           record;    /* that is gone to */
  const char      *action;    /* of its deed */
} Fixture;

static GtkWidget *
find_action (GtkWidget  *widget,
             const char *action)
{
  if (GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_action (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
press (Fixture    *fixture,
       const char *action)
{
  GtkWidget *page = GTK_WIDGET (mukana_window_get_page (fixture->test.window));
  GtkWidget *button = find_action (page, action);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gint64
add_organisation (Fixture *fixture)
{
  MukanaOrganisationFile file = { 0 };
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  g_autofree gint64 *id = NULL;

  mukana_organisation_init_name (organisation, "Kokeilun tuki ry");
  mukana_record_init_text (organisation, "kind", "association");
  file.organisation = organisation;
  id = run (&fixture->test, &mukana_organisation_save_job, &file);
  return *id;
}

static void
add_task (Fixture *fixture)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);

  mukana_record_init_int (entry, "organisation-id", fixture->organisation);
  mukana_record_init_int (entry, "day", MUKANA_TEST_TODAY);
  mukana_record_init_text (entry, "kind", "meeting");
  mukana_record_init_text (entry, "summary", "Sovittu esittelystä");
  mukana_record_init_text (entry, "next-deed", "Lähetetään ohjelma");
  mukana_record_init_int (entry, "next-day", MUKANA_TEST_TODAY + 2);
  g_free (run (&fixture->test, &mukana_log_entry_add_job, entry));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test.place = mukana_test_register_new ();
  run (&fixture->test, &mukana_founding_job, NULL);
  fixture->organisation = add_organisation (fixture);
  mukana_test_window_show (&fixture->test);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (&fixture->test);
}

static void
a_step_marked_done_leaves_the_page (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (MukanaCooperationDesk) desk = NULL;

  add_task (fixture);
  g_assert_true (mukana_window_show_page (fixture->test.window, "cooperation", 0));
  mukana_test_window_await (&fixture->test, "Lähetetään ohjelma");

  press (fixture, "cooperation.done");

  mukana_test_window_await_gone (&fixture->test, "Lähetetään ohjelma");
  desk = run (&fixture->test, &mukana_cooperation_desk_job, NULL);
  g_assert_cmpuint (desk->tasks->len, ==, 0);
}

static void
a_step_is_marked_done_on_today (Fixture       *fixture,
                                gconstpointer  data)
{
  add_task (fixture);
  g_assert_true (mukana_window_show_page (fixture->test.window, "today", 0));
  mukana_test_window_await (&fixture->test, "Lähetetään ohjelma");
  mukana_test_window_await (&fixture->test, "Kokeilun tuki ry");

  gtk_widget_activate_action (GTK_WIDGET (mukana_window_get_page (fixture->test.window)),
                              "today.done", "x", (gint64) 1);

  mukana_test_window_await_gone (&fixture->test, "Lähetetään ohjelma");
}

static void
a_step_is_marked_done_on_the_organisation (Fixture       *fixture,
                                           gconstpointer  data)
{
  add_task (fixture);
  g_assert_true (mukana_window_show_page (fixture->test.window, "organisation",
                                          fixture->organisation));
  mukana_test_window_await (&fixture->test, "→ Lähetetään ohjelma");

  press (fixture, "organisation.done");

  mukana_test_window_await (&fixture->test, "Done 23");   /* the day */
}

static void
an_agreement_of_an_organisation_is_on_its_page (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (MukanaAgreement) grant = g_object_new (MUKANA_TYPE_AGREEMENT, NULL);

  g_assert_true (mukana_window_show_page (fixture->test.window, "organisation",
                                          fixture->organisation));
  mukana_test_window_await (&fixture->test, "No agreements or grants here");
  mukana_record_init_int (grant, "organisation-id", fixture->organisation);
  mukana_record_init_text (grant, "kind", "grant");
  mukana_record_init_text (grant, "title", "Vertaistoiminta 2026");
  g_free (run (&fixture->test, &mukana_cooperating_save_job, grant));

  mukana_test_window_await (&fixture->test, "Vertaistoiminta 2026");
}

static void
the_example_comes_only_when_it_is_wished_for (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaProgramme) before = NULL, after = NULL;

  g_assert_true (mukana_window_show_page (fixture->test.window, "programme", 0));
  mukana_test_window_await (&fixture->test, "No programme yet");
  before = run (&fixture->test, &mukana_programme_job, NULL);
  g_assert_cmpuint (before->n_measures, ==, 0);

  press (fixture, "programme.example");

  mukana_test_window_await (&fixture->test, "29 measures");
  mukana_test_window_await (&fixture->test, "2.2.b Järjestöjen kuuleminen");
  mukana_test_window_await (&fixture->test, "baseline 46,2 % (2022)");
  after = run (&fixture->test, &mukana_programme_job, NULL);
  g_assert_cmpuint (after->n_measures, ==, 29);
}

static void
a_status_is_seen_at_once (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (MukanaProgramme) programme = NULL;
  g_autoptr (MukanaMeasure) changed = NULL;
  MukanaPriorityRow *priority;
  MukanaGoalRow *goal;
  MukanaMeasureRow *measure;

  g_free (run (&fixture->test, &mukana_programme_example_job, NULL));
  programme = run (&fixture->test, &mukana_programme_job, NULL);
  priority = g_ptr_array_index (programme->priorities, 0);
  goal = g_ptr_array_index (priority->goals, 0);
  measure = g_ptr_array_index (goal->measures, 1);
  g_assert_true (mukana_window_show_page (fixture->test.window, "programme", 0));
  mukana_test_window_await (&fixture->test, "Under way 0");

  changed = mukana_record_with_text (measure->measure, "status", "under-way");
  g_free (run (&fixture->test, &mukana_cooperating_save_job, changed));

  mukana_test_window_await (&fixture->test, "Under way 1");
}

static void
an_event_has_its_times_and_deadlines (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (MukanaHappening) event = g_object_new (MUKANA_TYPE_HAPPENING, NULL);
  g_autoptr (MukanaOccurrence) occurrence = g_object_new (MUKANA_TYPE_OCCURRENCE, NULL);
  g_autofree gint64 *id = NULL;

  g_assert_true (mukana_window_show_page (fixture->test.window, "events", 0));
  mukana_test_window_await (&fixture->test, "No events yet");
  mukana_record_init_text (event, "title", "Järjestöiltapäivä");
  mukana_record_init_text (event, "kind", "event");
  mukana_record_init_text (event, "mode", "hybrid");
  mukana_record_init_int (event, "register-days", 14);
  id = run (&fixture->test, &mukana_cooperating_save_job, event);
  mukana_test_window_await (&fixture->test, "Järjestöiltapäivä");

  mukana_record_init_int (occurrence, "event-id", *id);
  mukana_record_init_int (occurrence, "day", MUKANA_TEST_TODAY + 20);
  mukana_record_init_int (occurrence, "start-minute", 750);
  mukana_record_init_int (occurrence, "end-minute", 960);
  mukana_record_init_text (occurrence, "venue", "Koutasali");
  g_free (run (&fixture->test, &mukana_cooperating_save_job, occurrence));

  mukana_test_window_await (&fixture->test, "Koutasali");
  mukana_test_window_await (&fixture->test, "Register by 29");
}

/* What is focused is the deed of that record. */
static gboolean
is_at_record (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->test.window));
  GVariant *target = GTK_IS_BUTTON (focus)
                       ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)) : NULL;

  return target != NULL && g_variant_is_of_type (target, G_VARIANT_TYPE_INT64) &&
         g_variant_get_int64 (target) == fixture->record &&
         g_str_equal (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), fixture->action);
}

static void
an_event_of_the_calendar_opens_where_it_stands (Fixture       *fixture,
                                                gconstpointer  data)
{
  for (int i = 0; i < 30; i++)
    {
      g_autoptr (MukanaHappening) event = g_object_new (MUKANA_TYPE_HAPPENING, NULL);
      g_autofree gint64 *id = NULL;

      mukana_record_init_text (event, "title", "Järjestöiltapäivä");
      mukana_record_init_text (event, "kind", "event");
      mukana_record_init_text (event, "mode", "remote");
      id = run (&fixture->test, &mukana_cooperating_save_job, event);
      if (i == 20)
        fixture->record = *id;
    }
  fixture->action = "happening.event";

  g_assert_true (mukana_window_show_page (fixture->test.window, "events", fixture->record));

  mukana_test_wait_until (is_at_record, fixture, "the page stands at the event");
}

static void
a_theme_day_of_the_calendar_opens_where_it_stands (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (MukanaOlkaPoint) point = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);
  g_autofree gint64 *point_id = NULL;

  mukana_record_init_text (point, "name", "Ratamokeskus");
  mukana_record_init_int (point, "opens-minute", 540);
  mukana_record_init_int (point, "closes-minute", 900);
  point_id = run (&fixture->test, &mukana_cooperating_save_job, point);
  for (int i = 0; i < 12; i++)
    {
      g_autoptr (MukanaThemeDay) day = g_object_new (MUKANA_TYPE_THEME_DAY, NULL);
      g_autofree gint64 *id = NULL;

      mukana_record_init_int (day, "point-id", *point_id);
      mukana_record_init_int (day, "organisation-id", fixture->organisation);
      mukana_record_init_int (day, "day", MUKANA_TEST_TODAY + i);
      mukana_record_init_int (day, "score", MUKANA_THEME_DAY_NO_SCORE);
      id = run (&fixture->test, &mukana_cooperating_save_job, day);
      if (i == 8)
        fixture->record = *id;
    }
  fixture->action = "cooperation.theme-day";

  g_assert_true (mukana_window_show_page (fixture->test.window, "cooperation", fixture->record));

  mukana_test_wait_until (is_at_record, fixture, "the page stands at the theme day");
}

static MukanaRecordDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (MUKANA_IS_RECORD_DIALOG (link->data))
      return link->data;

  g_assert_not_reached ();
}

static gboolean
shows_number (gpointer data)
{
  return mukana_form_get_int (data, "n-referrals") == 7;
}

static gboolean
is_undone (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (MukanaOrganisationFile) file = run (&fixture->test, &mukana_organisation_file_job,
                                                 &fixture->organisation);

  return file->referrals->len == 1 &&
         MUKANA_REFERRAL_COUNT (file->referrals->pdata[0])->n_referrals == 7;
}

static gboolean
is_nine (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (MukanaOrganisationFile) file = run (&fixture->test, &mukana_organisation_file_job,
                                                 &fixture->organisation);

  return MUKANA_REFERRAL_COUNT (file->referrals->pdata[0])->n_referrals == 9;
}

/* Whoever counts a month again sees what was counted, and takes the new number back. */
static void
a_number_takes_the_place_of_one_that_is_seen (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaReferralCount) count = g_object_new (MUKANA_TYPE_REFERRAL_COUNT, NULL);
  g_autoptr (MukanaOrganisationFile) file = run (&fixture->test, &mukana_organisation_file_job,
                                                 &fixture->organisation);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (count, "organisation-id", fixture->organisation);
  mukana_record_init_int (count, "month", mukana_day_first_of_month (MUKANA_TEST_TODAY));
  mukana_record_init_int (count, "n-referrals", 7);
  g_free (run (&fixture->test, &mukana_cooperating_save_job, count));
  g_assert_true (mukana_window_show_page (fixture->test.window, "organisation",
                                          fixture->organisation));

  mukana_referrals_dialog_present (mukana_window_get_page (fixture->test.window), file);
  dialog = find_dialog ();
  form = mukana_record_dialog_get_form (dialog);
  mukana_test_wait_until (shows_number, form, "the form shows what was counted");
  g_assert_false (mukana_form_get_dirty (form));

  mukana_form_set_int (form, "n-referrals", 9);
  mukana_record_dialog_save (dialog);
  mukana_test_wait_until (is_nine, fixture, "the new number is stored");
  mukana_test_window_await (&fixture->test, "Saved");
  gtk_widget_activate_action (GTK_WIDGET (fixture->test.window), "win.undo", NULL);
  mukana_test_wait_until (is_undone, fixture, "the number is as it was");
}

#define TEST(name) g_test_add ("/cooperation-pages/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  TEST (a_step_marked_done_leaves_the_page);
  TEST (a_step_is_marked_done_on_today);
  TEST (a_step_is_marked_done_on_the_organisation);
  TEST (an_agreement_of_an_organisation_is_on_its_page);
  TEST (the_example_comes_only_when_it_is_wished_for);
  TEST (a_status_is_seen_at_once);
  TEST (an_event_has_its_times_and_deadlines);
  TEST (an_event_of_the_calendar_opens_where_it_stands);
  TEST (a_theme_day_of_the_calendar_opens_where_it_stands);
  TEST (a_number_takes_the_place_of_one_that_is_seen);

  return g_test_run ();
}
