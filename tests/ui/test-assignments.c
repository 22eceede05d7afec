/* test-assignments.c: a recorded day makes the lines of its fee; hours are typed as people do. */

#include <glib/gstdio.h>

#include "mukana-test-made-up.h"

#include "kit/mukana-test-toolkit.h"
#include "kit/mukana-test-undo.h"
#include "services/mukana-listing.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "services/mukana-supporting.h"
#include "ui/assignments/mukana-assignment-deeds.h"
#include "ui/assignments/mukana-assignment-page.h"
#include "ui/assignments/mukana-assignments-page.h"
#include "ui/assignments/mukana-cost-row.h"
#include "ui/assignments/mukana-day-group.h"
#include "ui/assignments/mukana-pay-group.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/app/mukana-work-words.h"

#define HINT "A part per diem"

typedef struct
{
  MukanaTestMadeUp *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = mukana_test_made_up_new (120);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_made_up_free (self->window);
}

static gboolean
is_listed (gpointer page)
{
  MukanaRowList *list = MUKANA_ROW_LIST (mukana_assignments_page_peek_list (page));

  return mukana_row_model_get_state (mukana_row_list_get_model (list)) == MUKANA_ROWS_READY;
}

static void
assignments_are_listed (Fixture       *self,
                        gconstpointer  data)
{
  MukanaPage *page = mukana_test_made_up_show (self->window, "assignments", 0);
  MukanaRowList *list =
    MUKANA_ROW_LIST (mukana_assignments_page_peek_list (MUKANA_ASSIGNMENTS_PAGE (page)));

  mukana_test_wait_until (is_listed, page, "the assignments are listed");
  mukana_test_made_up_shoot (self->window, "assignments");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mukana_row_list_get_model (list))), >,
                    0);
}

/* An assignment that waits to be recorded and is paid by the hour. */
static gint64
find_paid (MukanaTestMadeUp *window)
{
  MukanaListFilter filter = { .state = (char *) "to-record" };
  g_autoptr (GArray) ids = mukana_test_made_up_run (window, &mukana_assignments_ids_job, &filter);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (MukanaAssignmentFile) file =
        mukana_test_made_up_run (window, &mukana_assignment_file_job, &id);

      if (g_str_equal (file->assignment->fee_mode, "fee"))
        return id;
    }

  g_assert_not_reached ();
}

static gboolean
has_file (gpointer page)
{
  return mukana_assignment_page_peek_file (page) != NULL;
}

static gboolean
has_fees (gpointer page)
{
  return mukana_assignment_page_peek_file (page)->fees->len > 0;
}

static gboolean
is_agreed (gpointer page)
{
  return g_str_equal (mukana_assignment_page_peek_file (page)->assignment->state, "agreed");
}

static void
recorded_day_makes_lines_of_the_fee (Fixture       *self,
                                     gconstpointer  data)
{
  gint64 id = find_paid (self->window);
  MukanaAssignmentPage *page =
    MUKANA_ASSIGNMENT_PAGE (mukana_test_made_up_show (self->window, "assignment", id));
  const MukanaAssignmentFile *file;

  mukana_test_wait_until (has_file, page, "the assignment is read");
  mukana_day_group_type (MUKANA_DAY_GROUP (mukana_assignment_page_peek_day (page)), "full", "3,5",
                         "42", "1");
  gtk_widget_activate_action (GTK_WIDGET (page), "assignment.record", NULL);
  mukana_test_wait_until (has_fees, page, "the fee is computed");
  mukana_test_made_up_shoot (self->window, "assignment");
  mukana_test_undo (self->window->context, GTK_WIDGET (page));
  mukana_test_wait_until (is_agreed, page, "the day is not recorded any more");
  g_assert_cmpuint (mukana_assignment_page_peek_file (page)->fees->len, ==, 0);
  mukana_day_group_type (MUKANA_DAY_GROUP (mukana_assignment_page_peek_day (page)), "full", "3,5",
                         "42", "1");
  gtk_widget_activate_action (GTK_WIDGET (page), "assignment.record", NULL);
  mukana_test_wait_until (has_fees, page, "the fee is computed again");

  file = mukana_assignment_page_peek_file (page);
  g_assert_cmpint (file->assignment->actual_minutes, ==, 210);
  g_assert_cmpuint (file->fees->len, ==, 2);   /* the fee and the travel */
  for (guint i = 0; i < file->fees->len; i++)
    g_assert_nonnull (((MukanaFeeLine *) g_ptr_array_index (file->fees, i))->calculation);
}

static MukanaDayGroup *
peek_day (MukanaAssignmentPage *page)
{
  return MUKANA_DAY_GROUP (mukana_assignment_page_peek_day (page));
}

static gboolean
is_later (gpointer page)
{
  return mukana_assignment_page_peek_file (page)->assignment->actual_minutes == 240;
}

/* Another hour, and nothing else: the journey is still paid. */
static void
recording_again_begins_with_all_that_was_recorded (Fixture       *self,
                                                   gconstpointer  data)
{
  gint64 id = find_paid (self->window);
  MukanaCompleting *first = mukana_completing_new (id, "part", 210);
  g_autoptr (GPtrArray) lines = NULL;
  MukanaAssignmentPage *page;
  MukanaCompleting *again;

  first->hundredths_km = 8250;
  first->passengers = 1;
  first->public_cents = 1240;
  first->taxi_cents = 2310;
  first->taxi_reason = g_strdup ("No bus in the evening");
  first->other_cents = 499;
  first->receipt = g_strdup ("T 17");
  first->n_meals = 2;
  first->fee_rule_code = g_strdup ("lecture");
  lines = mukana_test_made_up_run (self->window, &mukana_completing_job, first);
  mukana_completing_free (first);
  page = MUKANA_ASSIGNMENT_PAGE (mukana_test_made_up_show (self->window, "assignment", id));
  mukana_test_wait_until (has_file, page, "the assignment is read");
  mukana_test_made_up_settle ();
  mukana_test_made_up_shoot (self->window, "assignment-again");
  again = mukana_day_group_dup_completing (peek_day (page), id);

  g_assert_cmpstr (again->attendance, ==, "part");
  g_assert_cmpint (again->actual_minutes, ==, 210);
  g_assert_cmpint (again->hundredths_km, ==, 8250);
  g_assert_cmpint (again->passengers, ==, 1);
  g_assert_cmpint (again->public_cents, ==, 1240);
  g_assert_cmpint (again->taxi_cents, ==, 2310);
  g_assert_cmpstr (again->taxi_reason, ==, "No bus in the evening");
  g_assert_cmpint (again->other_cents, ==, 499);
  g_assert_cmpstr (again->receipt, ==, "T 17");
  g_assert_cmpint (again->n_meals, ==, 2);
  g_assert_cmpstr (again->fee_rule_code, ==, "lecture");
  mukana_completing_free (again);
}

static gboolean
is_seen (GtkWidget  *widget,
         const char *start)
{
  gboolean is_found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                      g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), start);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !is_found;
       child = gtk_widget_get_next_sibling (child))
    is_found = is_seen (child, start);

  return is_found;
}

static void
per_diem_that_the_day_does_not_reach_is_asked_about (Fixture       *self,
                                                     gconstpointer  data)
{
  gint64 id = find_paid (self->window);
  MukanaCompleting *recorded = mukana_completing_new (id, "full", 11 * 60);
  g_autoptr (GPtrArray) lines = NULL;
  MukanaAssignmentPage *page;
  MukanaCompleting *short_day;

  recorded->per_diem = g_strdup ("per-diem");
  lines = mukana_test_made_up_run (self->window, &mukana_completing_job, recorded);
  mukana_completing_free (recorded);
  page = MUKANA_ASSIGNMENT_PAGE (mukana_test_made_up_show (self->window, "assignment", id));
  mukana_test_wait_until (has_file, page, "the assignment is read");
  mukana_test_made_up_settle ();
  g_assert_false (is_seen (GTK_WIDGET (page), HINT));
  mukana_day_group_type (peek_day (page), "full", "10", "", "");
  mukana_test_made_up_settle ();
  mukana_test_made_up_shoot (self->window, "assignment-per-diem");
  short_day = mukana_day_group_dup_completing (peek_day (page), id);

  /* A question, and no refusal. */
  g_assert_true (is_seen (GTK_WIDGET (page), HINT));
  g_assert_cmpstr (short_day->per_diem, ==, "per-diem");
  mukana_completing_free (short_day);
}

static gboolean
is_declined (gpointer page)
{
  return g_str_equal (mukana_assignment_page_peek_file (page)->assignment->fee_mode, "declined");
}

static gboolean
is_fee (gpointer page)
{
  return !is_declined (page);
}

static void
fee_of_one_assignment_is_declined_on_its_page (Fixture       *self,
                                               gconstpointer  data)
{
  gint64 id = find_paid (self->window);
  MukanaAssignmentPage *page =
    MUKANA_ASSIGNMENT_PAGE (mukana_test_made_up_show (self->window, "assignment", id));
  AdwComboRow *row;

  mukana_test_wait_until (has_file, page, "the assignment is read");
  row = mukana_pay_group_peek_row (MUKANA_PAY_GROUP (mukana_assignment_page_peek_pay (page)));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 2);
  mukana_test_wait_until (is_declined, page, "the fee is declined");
  mukana_test_made_up_shoot (self->window, "assignment-mode");
  mukana_test_undo (self->window->context, GTK_WIDGET (page));
  mukana_test_wait_until (is_fee, page, "the fee is taken again");
}

static void
typed_hours_survive_what_happens_meanwhile (Fixture       *self,
                                            gconstpointer  data)
{
  gint64 id = find_paid (self->window);
  MukanaAssignmentPage *page =
    MUKANA_ASSIGNMENT_PAGE (mukana_test_made_up_show (self->window, "assignment", id));
  MukanaCompleting *typed, *meanwhile = mukana_completing_new (id, "part", 240);
  g_autoptr (GPtrArray) lines = NULL;

  mukana_test_wait_until (has_file, page, "the assignment is read");
  mukana_test_made_up_settle ();
  mukana_day_group_type (peek_day (page), "full", "5,5", "42", "");
  meanwhile->public_cents = 1240;
  lines = mukana_test_made_up_run (self->window, &mukana_completing_job, meanwhile);
  mukana_completing_free (meanwhile);
  mukana_test_wait_until (is_later, page, "the day is read again");
  typed = mukana_day_group_dup_completing (peek_day (page), id);

  /* What was typed stays; what nobody touched follows. */
  g_assert_cmpint (typed->actual_minutes, ==, 330);
  g_assert_cmpint (typed->hundredths_km, ==, 4200);
  g_assert_cmpint (typed->public_cents, ==, 1240);
  g_assert_cmpstr (typed->attendance, ==, "part");
  mukana_completing_free (typed);
}

static void
wrong_hours_are_not_recorded (Fixture       *self,
                              gconstpointer  data)
{
  GtkWidget *day = g_object_ref_sink (mukana_day_group_new ());

  mukana_day_group_type (MUKANA_DAY_GROUP (day), "full", "three", "", "");
  g_assert_null (mukana_day_group_dup_completing (MUKANA_DAY_GROUP (day), 1));
  mukana_day_group_type (MUKANA_DAY_GROUP (day), "full", "3:75", "", "");
  g_assert_null (mukana_day_group_dup_completing (MUKANA_DAY_GROUP (day), 1));

  g_object_unref (day);
}

static void
a_taxi_is_not_recorded_without_its_reason (Fixture       *self,
                                           gconstpointer  data)
{
  GtkWidget *day = g_object_ref_sink (mukana_day_group_new ());
  MukanaCostRow *costs = MUKANA_COST_ROW (mukana_day_group_peek_costs (MUKANA_DAY_GROUP (day)));
  MukanaCompleting *completing;

  mukana_day_group_type (MUKANA_DAY_GROUP (day), "full", "3", "", "");
  mukana_cost_row_type (costs, "12,40", "23,10", "");
  g_assert_null (mukana_day_group_dup_completing (MUKANA_DAY_GROUP (day), 1));
  mukana_cost_row_type (costs, "12,40", "23,10", "No bus in the evening");
  completing = mukana_day_group_dup_completing (MUKANA_DAY_GROUP (day), 1);

  g_assert_cmpint (completing->public_cents, ==, 1240);
  g_assert_cmpint (completing->taxi_cents, ==, 2310);
  g_assert_cmpstr (completing->taxi_reason, ==, "No bus in the evening");
  mukana_completing_free (completing);
  g_object_unref (day);
}

/* An agreed assignment of somebody who needs a ticket. */
static gint64
find_supported (MukanaTestMadeUp *window)
{
  MukanaListFilter filter = { .state = (char *) "coming" };
  g_autoptr (GArray) ids = mukana_test_made_up_run (window, &mukana_assignments_ids_job, &filter);
  gint64 id = g_array_index (ids, gint64, 0);
  g_autoptr (MukanaAssignmentFile) file =
    mukana_test_made_up_run (window, &mukana_assignment_file_job, &id);
  g_autoptr (MukanaPersonFile) person =
    mukana_test_made_up_run (window, &mukana_person_file_job, &file->assignment->person_id);
  g_autoptr (MukanaPerson) changed = mukana_record_with_text (person->person, "support-kinds",
                                                              "ticket");
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  MukanaToldPerson told = { changed, consent };

  mukana_record_init_text (consent, "purpose", "support");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", mukana_context_today (window->context));
  g_free (mukana_test_made_up_run (window, &mukana_person_tell_job, &told));
  return id;
}

static MukanaSupportTask *
peek_task (gpointer page)
{
  return g_ptr_array_index (mukana_assignment_page_peek_file (page)->support, 0);
}

static gboolean
is_arranged (gpointer page)
{
  return peek_task (page)->done_on != MUKANA_DAY_NONE;
}

static gboolean
is_open (gpointer page)
{
  return !is_arranged (page);
}

static void
arranged_support_can_be_taken_back (Fixture       *self,
                                    gconstpointer  data)
{
  MukanaAssignmentPage *page =
    MUKANA_ASSIGNMENT_PAGE (mukana_test_made_up_show (self->window, "assignment",
                                                      find_supported (self->window)));

  mukana_test_wait_until (has_file, page, "the assignment is read");
  g_assert_cmpstr (peek_task (page)->kind, ==, "ticket");
  gtk_widget_activate_action (GTK_WIDGET (page), "assignment.arranged", "x", peek_task (page)->id);
  mukana_test_wait_until (is_arranged, page, "the ticket is arranged");
  mukana_test_undo (self->window->context, GTK_WIDGET (page));
  mukana_test_wait_until (is_open, page, "the ticket is to be arranged again");
}

static gboolean
asks (gpointer dialog)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        *(GtkWidget **) dialog = window;
    }

  return *(GtkWidget **) dialog != NULL;
}

static gboolean
is_off (gpointer page)
{
  return g_str_equal (mukana_assignment_page_peek_file (page)->assignment->state, "cancelled");
}

static void
agreed_work_is_cancelled_before_its_day_and_brought_back (Fixture       *self,
                                                          gconstpointer  data)
{
  MukanaListFilter filter = { .state = (char *) "coming" };
  g_autoptr (GArray) ids =
    mukana_test_made_up_run (self->window, &mukana_assignments_ids_job, &filter);
  MukanaPage *page = mukana_test_made_up_show (self->window, "assignment",
                                               g_array_index (ids, gint64, 0));
  GtkWidget *dialog = NULL;

  mukana_test_wait_until (has_file, page, "the assignment is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "assignment.cancel", NULL);
  mukana_test_wait_until (asks, &dialog, "who and why is asked");
  mukana_test_made_up_shoot (self->window, "cancel-assignment");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "off");
  mukana_test_wait_until (is_off, page, "the assignment is cancelled");
  mukana_test_made_up_shoot (self->window, "cancelled-assignment");
  mukana_test_undo (self->window->context, GTK_WIDGET (page));

  mukana_test_wait_until (is_agreed, page, "the assignment is agreed again");
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
commitment_is_saved_for_its_person (Fixture       *self,
                                    gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("mukana-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  MukanaListFilter filter = { .state = (char *) "held" };
  g_autoptr (GArray) ids =
    mukana_test_made_up_run (self->window, &mukana_assignments_ids_job, &filter);
  gint64 id = g_array_index (ids, gint64, 0);
  MukanaPage *page = mukana_test_made_up_show (self->window, "assignment", id);

  mukana_assignment_paper_save_to (page, id, "commitment", FALSE, path);
  mukana_test_wait_until (is_written, path, "the commitment is saved");
  mukana_test_made_up_settle ();

  g_unlink (path);
  g_rmdir (folder);
}

static void
hours_are_typed_as_people_say_them (void)
{
  g_assert_cmpint (mukana_work_parse_hours ("3"), ==, 180);
  g_assert_cmpint (mukana_work_parse_hours (" 3,5 "), ==, 210);
  g_assert_cmpint (mukana_work_parse_hours ("3.25"), ==, 195);
  g_assert_cmpint (mukana_work_parse_hours ("3:30"), ==, 210);
  g_assert_cmpint (mukana_work_parse_hours ("3:60"), ==, -1);
  g_assert_cmpint (mukana_work_parse_hours ("3:"), ==, -1);
  g_assert_cmpint (mukana_work_parse_hours ("-3"), ==, -1);
  g_assert_cmpint (mukana_work_parse_hours (""), ==, -1);
}

#define ADD(name) g_test_add ("/assignments/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  ADD (assignments_are_listed);
  ADD (recorded_day_makes_lines_of_the_fee);
  ADD (recording_again_begins_with_all_that_was_recorded);
  ADD (fee_of_one_assignment_is_declined_on_its_page);
  ADD (per_diem_that_the_day_does_not_reach_is_asked_about);
  ADD (typed_hours_survive_what_happens_meanwhile);
  ADD (wrong_hours_are_not_recorded);
  ADD (a_taxi_is_not_recorded_without_its_reason);
  ADD (arranged_support_can_be_taken_back);
  ADD (agreed_work_is_cancelled_before_its_day_and_brought_back);
  ADD (commitment_is_saved_for_its_person);
  g_test_add_func ("/assignments/hours_are_typed_as_people_say_them",
                   hours_are_typed_as_people_say_them);

  return g_test_run ();
}
