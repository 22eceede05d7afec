/* test-requests.c: a new request is stored, a wrong one is not, and a clash is told. */

#include "mukana-test-made-up.h"

#include "domain/mukana-codes.h"
#include "kit/mukana-test-toolkit.h"
#include "kit/mukana-test-undo.h"
#include <glib/gstdio.h>

#include "services/mukana-listing.h"
#include "services/mukana-overview.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "services/mukana-request-board.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/requests/mukana-invitation-save.h"
#include "ui/requests/mukana-request-form-page.h"
#include "ui/requests/mukana-request-page.h"
#include "ui/requests/mukana-request-needs.h"
#include "ui/requests/mukana-request-themes.h"
#include "ui/requests/mukana-request-times.h"
#include "ui/requests/mukana-requests-page.h"

#define N_PEOPLE 120

typedef struct
{
  MukanaTestMadeUp *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = mukana_test_made_up_new (N_PEOPLE);
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
  MukanaRowList *list = MUKANA_ROW_LIST (mukana_requests_page_peek_list (page));

  return mukana_row_model_get_state (mukana_row_list_get_model (list)) == MUKANA_ROWS_READY;
}

static gboolean
has_file (gpointer page)
{
  return mukana_request_page_peek_file (page) != NULL;
}

static void
requests_are_listed (Fixture       *self,
                     gconstpointer  data)
{
  MukanaPage *page = mukana_test_made_up_show (self->window, "requests", 0);
  MukanaRowList *list =
    MUKANA_ROW_LIST (mukana_requests_page_peek_list (MUKANA_REQUESTS_PAGE (page)));

  mukana_test_wait_until (is_listed, page, "the requests are listed");
  mukana_test_made_up_shoot (self->window, "requests");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mukana_row_list_get_model (list))), >,
                    0);
}

static GtkWidget *
find_row_of_board (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_of_board (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_row_of_board (gpointer board)
{
  return find_row_of_board (board) != NULL;
}

static void
columns_show_every_request_by_state (Fixture       *self,
                                              gconstpointer  data)
{
  MukanaRequestsPage *page =
    MUKANA_REQUESTS_PAGE (mukana_test_made_up_show (self->window, "requests", 0));
  MukanaRequestBoard *board = mukana_requests_page_peek_board (page);
  g_autoptr (GPtrArray) columns = mukana_test_made_up_run (self->window, &mukana_request_board_job,
                                                           NULL);
  MukanaListFilter everything = { NULL };
  g_autoptr (GArray) ids = mukana_test_made_up_run (self->window, &mukana_requests_ids_job,
                                                    &everything);
  guint n_all = 0;

  for (guint i = 0; i < columns->len; i++)
    n_all += ((MukanaBoardColumn *) g_ptr_array_index (columns, i))->n_all;
  g_assert_cmpuint (n_all, ==, ids->len);

  mukana_request_board_reload (board, NULL);
  mukana_test_wait_until (has_row_of_board, board, "the columns are shown");
}

static gboolean
is_request_stored (gpointer data)
{
  MukanaListFilter filter = { .needle = (char *) "uudenlainen" };
  g_autoptr (GArray) ids = mukana_test_made_up_run (data, &mukana_requests_ids_job, &filter);

  return ids->len == 1;
}

static void
new_request_is_stored_with_times_and_themes (Fixture       *self,
                                             gconstpointer  data)
{
  MukanaRequestFormPage *page =
    MUKANA_REQUEST_FORM_PAGE (mukana_test_made_up_show (self->window, "request-form", 0));
  MukanaForm *form = mukana_request_form_page_peek_form (page);
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->window->context);
  GPtrArray *themes = mukana_lexicon_peek_all (words, MUKANA_LEXICON_THEME);
  MukanaListFilter filter = { .needle = (char *) "uudenlainen" };
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (GArray) ids = NULL;

  mukana_form_set_text (form, "title", "Uudenlainen kokeilu");
  mukana_form_set_text (form, "municipality-code", "205");
  mukana_request_themes_add (MUKANA_REQUEST_THEMES (mukana_request_form_page_peek_themes (page)),
                             ((MukanaTheme *) g_ptr_array_index (themes, 0))->id, "own");
  mukana_request_times_add (MUKANA_REQUEST_TIMES (mukana_request_form_page_peek_times (page)),
                            "10.12.2026", "12", "15:30");
  mukana_test_made_up_shoot (self->window, "request-form");
  gtk_widget_activate_action (GTK_WIDGET (page), "request-form.save", NULL);
  mukana_test_wait_until (is_request_stored, self->window, "the request is stored");

  ids = mukana_test_made_up_run (self->window, &mukana_requests_ids_job, &filter);
  file = mukana_test_made_up_run (self->window, &mukana_request_file_job,
                                 &g_array_index (ids, gint64, 0));
  g_assert_cmpuint (file->times->len, ==, 1);
  g_assert_cmpint (((MukanaRequestTime *) g_ptr_array_index (file->times, 0))->end_minute, ==,
                   15 * 60 + 30);
  g_assert_cmpuint (file->themes->len, ==, 1);
  g_assert_cmpstr (((MukanaRequestTheme *) g_ptr_array_index (file->themes, 0))->perspective, ==,
                   "own");
}

static void
series_grows_by_a_week_at_a_time (Fixture       *self,
                                  gconstpointer  data)
{
  MukanaRequestFormPage *page =
    MUKANA_REQUEST_FORM_PAGE (mukana_test_made_up_show (self->window, "request-form", 0));
  MukanaRequestTimes *times = MUKANA_REQUEST_TIMES (mukana_request_form_page_peek_times (page));
  g_autoptr (GPtrArray) series = NULL;
  MukanaRequestTime *last;

  mukana_request_times_add (times, "21.12.2026", "12", "15:30");
  mukana_request_times_repeat (times);
  mukana_request_times_repeat (times);
  series = mukana_request_times_dup (times);

  g_assert_cmpuint (series->len, ==, 3);
  last = g_ptr_array_index (series, 2);
  g_assert_cmpint (last->day, ==, mukana_day_new (2027, 1, 4));
  g_assert_cmpint (last->start_minute, ==, 12 * 60);
  g_assert_cmpint (last->end_minute, ==, 15 * 60 + 30);
}

/* From the day Shift+Tab leads out of the line, not onto what removes it. */
static void
removed_time_is_last_in_its_line_and_comes_back (Fixture       *self,
                                                 gconstpointer  data)
{
  MukanaRequestFormPage *page =
    MUKANA_REQUEST_FORM_PAGE (mukana_test_made_up_show (self->window, "request-form", 0));
  MukanaRequestTimes *times = MUKANA_REQUEST_TIMES (mukana_request_form_page_peek_times (page));
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) back = NULL;
  GtkWidget *box, *remove;

  mukana_request_times_add (times, "21.12.2026", "12", "15:30");
  mukana_request_times_add (times, "22.12.2026", "9", "11");
  mukana_test_made_up_settle ();
  box = mukana_request_times_peek_box (times, 0);
  remove = gtk_widget_get_last_child (box);
  g_assert_true (GTK_IS_ENTRY (gtk_widget_get_first_child (box)));
  g_assert_true (GTK_IS_BUTTON (remove));
  g_signal_emit_by_name (remove, "clicked");
  left = mukana_request_times_dup (times);
  g_assert_cmpuint (left->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL);
  back = mukana_request_times_dup (times);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpint (((MukanaRequestTime *) g_ptr_array_index (back, 0))->day, ==,
                   mukana_day_new (2026, 12, 21));
}

static void
theme_that_is_there_is_told_and_the_shortest_name_is_taken (Fixture       *self,
                                                            gconstpointer  data)
{
  MukanaRequestFormPage *page =
    MUKANA_REQUEST_FORM_PAGE (mukana_test_made_up_show (self->window, "request-form", 0));
  MukanaRequestThemes *themes = MUKANA_REQUEST_THEMES (mukana_request_form_page_peek_themes (page));
  MukanaLexicon *words = mukana_context_peek_vocabulary (self->window->context);
  g_autoptr (GPtrArray) taken = NULL;
  const char *name;

  mukana_request_themes_type (themes, "mental", TRUE);
  g_assert_false (mukana_request_themes_is_noted (themes));
  mukana_request_themes_type (themes, "mental", TRUE);
  g_assert_true (mukana_request_themes_is_noted (themes));

  taken = mukana_request_themes_dup (themes);
  g_assert_cmpuint (taken->len, ==, 1);
  name = mukana_lexicon_label (words, MUKANA_LEXICON_THEME,
                               ((MukanaRequestTheme *) g_ptr_array_index (taken, 0))->theme_id);
  g_assert_cmpstr (name, ==, "Mental health");
}

static void
form_is_saved_by_the_keys_of_a_dialog_too (Fixture       *self,
                                           gconstpointer  data)
{
  MukanaRequestFormPage *page =
    MUKANA_REQUEST_FORM_PAGE (mukana_test_made_up_show (self->window, "request-form", 0));
  MukanaForm *form = mukana_request_form_page_peek_form (page);

  mukana_form_set_text (form, "title", "Uudenlainen kokeilu");
  mukana_form_set_text (form, "municipality-code", "205");
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  mukana_test_made_up_input ("key ctrl+Return");
  mukana_test_wait_until (is_request_stored, self->window, "the request is stored");
}

static void
what_is_no_time_begins_no_series (Fixture       *self,
                                  gconstpointer  data)
{
  MukanaRequestFormPage *page =
    MUKANA_REQUEST_FORM_PAGE (mukana_test_made_up_show (self->window, "request-form", 0));
  MukanaRequestTimes *times = MUKANA_REQUEST_TIMES (mukana_request_form_page_peek_times (page));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) series = NULL;

  mukana_request_times_repeat (times);
  mukana_request_times_add (times, "joskus", "12", "13");
  mukana_request_times_repeat (times);

  g_assert_null (mukana_request_times_dup (times));
  mukana_request_times_load (times, none);
  mukana_request_times_repeat (times);
  series = mukana_request_times_dup (times);
  g_assert_cmpuint (series->len, ==, 0);
}

/* In the words of the county: the first two of its roles. */
static void
several_roles_are_stored_and_raise_the_number_of_people (Fixture       *self,
                                                         gconstpointer  data)
{
  MukanaRequestFormPage *page =
    MUKANA_REQUEST_FORM_PAGE (mukana_test_made_up_show (self->window, "request-form", 0));
  MukanaForm *form = mukana_request_form_page_peek_form (page);
  MukanaRequestNeeds *needs = MUKANA_REQUEST_NEEDS (mukana_request_form_page_peek_needs (page));
  MukanaListFilter filter = { .needle = (char *) "uudenlainen" };
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (GArray) ids = NULL;

  mukana_form_set_text (form, "title", "Uudenlainen kokeilu");
  mukana_form_set_text (form, "municipality-code", "205");
  mukana_request_needs_add (needs, "expert", 2);
  mukana_request_needs_add (needs, "peer-supporter", 3);
  mukana_request_needs_add (needs, "expert", 4);
  g_assert_cmpint (mukana_form_get_int (form, "people"), ==, 5);
  gtk_widget_activate_action (GTK_WIDGET (page), "request-form.save", NULL);
  mukana_test_wait_until (is_request_stored, self->window, "the request is stored");

  ids = mukana_test_made_up_run (self->window, &mukana_requests_ids_job, &filter);
  file = mukana_test_made_up_run (self->window, &mukana_request_file_job,
                                  &g_array_index (ids, gint64, 0));
  g_assert_cmpuint (file->needs->len, ==, 2);
  g_assert_cmpint (mukana_request_count_needs (file->needs), ==, 5);
}

static void
request_without_a_title_is_not_stored (Fixture       *self,
                                       gconstpointer  data)
{
  MukanaRequestFormPage *page =
    MUKANA_REQUEST_FORM_PAGE (mukana_test_made_up_show (self->window, "request-form", 0));
  MukanaForm *form = mukana_request_form_page_peek_form (page);

  mukana_form_set_text (form, "unit", "Päivystys");
  gtk_widget_activate_action (GTK_WIDGET (page), "request-form.save", NULL);
  mukana_test_made_up_settle ();

  g_assert_false (mukana_form_get_valid (form));
  g_assert_nonnull (mukana_form_peek_issue (form, "title"));
  g_assert_true (mukana_window_get_page (self->window->window) == MUKANA_PAGE (page));
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
has_request (gpointer page)
{
  return mukana_request_page_peek_file (page) != NULL;
}

static gboolean
is_off (gpointer page)
{
  return g_str_equal (mukana_request_page_peek_file (page)->request->state, "cancelled");
}

static gboolean
is_on (gpointer page)
{
  return !is_off (page);
}

static void
request_is_cancelled_with_those_who_agreed (Fixture       *self,
                                            gconstpointer  data)
{
  MukanaListFilter filter = { .state = (char *) "coming" };
  g_autoptr (GArray) works =
    mukana_test_made_up_run (self->window, &mukana_assignments_ids_job, &filter);
  g_autoptr (MukanaAssignmentFile) work =
    mukana_test_made_up_run (self->window, &mukana_assignment_file_job,
                             &g_array_index (works, gint64, 0));
  MukanaPage *page = mukana_test_made_up_show (self->window, "request",
                                               work->assignment->request_id);
  GtkWidget *dialog = NULL;

  mukana_test_wait_until (has_request, page, "the request is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "request.move", "s", "cancelled");
  mukana_test_wait_until (asks, &dialog, "it is told whom it concerns");
  mukana_test_made_up_shoot (self->window, "cancel-request");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "off");
  mukana_test_wait_until (is_off, page, "the request is cancelled");
  mukana_test_undo (self->window->context, GTK_WIDGET (page));

  mukana_test_wait_until (is_on, page, "the request is there again");
}

static gboolean has_dialog (gpointer page);

static gboolean
is_held (gpointer page)
{
  return g_str_equal (mukana_request_page_peek_file (page)->request->state, "held");
}

static gboolean
is_not_held (gpointer page)
{
  return !is_held (page);
}

static GtkWidget *
peek_record (MukanaPage *page)
{
  GtkWidget *dialog = mukana_request_page_peek_dialog (MUKANA_REQUEST_PAGE (page));

  return gtk_window_get_default_widget (GTK_WINDOW (dialog));
}

static void
state_that_skips_work_ahead_is_asked_about_and_taken_back (Fixture       *self,
                                                           gconstpointer  data)
{
  MukanaListFilter filter = { .state = (char *) "coming" };
  g_autoptr (GArray) works =
    mukana_test_made_up_run (self->window, &mukana_assignments_ids_job, &filter);
  g_autoptr (MukanaAssignmentFile) work =
    mukana_test_made_up_run (self->window, &mukana_assignment_file_job,
                             &g_array_index (works, gint64, 0));
  MukanaPage *page = mukana_test_made_up_show (self->window, "request",
                                               work->assignment->request_id);

  mukana_test_wait_until (has_request, page, "the request is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "request.move", "s", "held");
  g_assert_true (has_dialog (page));
  g_assert_false (is_held (page));
  adw_message_dialog_response (
    ADW_MESSAGE_DIALOG (mukana_request_page_peek_dialog (MUKANA_REQUEST_PAGE (page))), "move");
  mukana_test_wait_until (is_held, page, "the request is held");
  mukana_test_undo (self->window->context, GTK_WIDGET (page));

  mukana_test_wait_until (is_not_held, page, "the request is as it was");
}

static void
day_of_all_is_recorded_and_taken_back (Fixture       *self,
                                       gconstpointer  data)
{
  MukanaListFilter filter = { .state = (char *) "coming" };
  g_autoptr (GArray) works =
    mukana_test_made_up_run (self->window, &mukana_assignments_ids_job, &filter);
  g_autoptr (MukanaAssignmentFile) work =
    mukana_test_made_up_run (self->window, &mukana_assignment_file_job,
                             &g_array_index (works, gint64, 0));
  MukanaPage *page;

  /* The day comes. */
  mukana_test_sql (self->window->place, "UPDATE assignment SET day = '2026-11-20' "
                                        "WHERE state = 'agreed'");
  page = mukana_test_made_up_show (self->window, "request", work->assignment->request_id);
  mukana_test_wait_until (has_request, page, "the request is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "request.day-of-all", NULL);
  mukana_test_wait_until (has_dialog, page, "the day of all is asked");
  mukana_test_made_up_shoot (self->window, "day-of-all");
  g_signal_emit_by_name (peek_record (page), "clicked");
  mukana_test_wait_until (is_held, page, "the day is recorded");
  mukana_test_undo (self->window->context, GTK_WIDGET (page));

  mukana_test_wait_until (is_not_held, page, "the day is not recorded any more");
}

static GtkWidget *
find_of_type (GtkWidget  *root,
              GType       type,
              guint      *n_before)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && (*n_before)-- == 0)
      found = child;
    else
      found = find_of_type (child, type, n_before);

  return found;
}

static GtkWidget *
find_nth (MukanaPage *page,
          GType       type,
          guint       n)
{
  return find_of_type (mukana_request_page_peek_dialog (MUKANA_REQUEST_PAGE (page)), type, &n);
}

static gboolean
has_no_dialog (gpointer page)
{
  return !has_dialog (page);
}

/* A slip in one line of twelve must not cost the other eleven. */
static void
day_of_all_keeps_what_was_typed_when_a_line_is_wrong (Fixture       *self,
                                                      gconstpointer  data)
{
  MukanaListFilter filter = { .state = (char *) "coming" };
  g_autoptr (GArray) works =
    mukana_test_made_up_run (self->window, &mukana_assignments_ids_job, &filter);
  g_autoptr (MukanaAssignmentFile) work =
    mukana_test_made_up_run (self->window, &mukana_assignment_file_job,
                             &g_array_index (works, gint64, 0));
  MukanaPage *page;
  GtkWidget *attendance, *hours, *notice;

  mukana_test_sql (self->window->place, "UPDATE assignment SET day = '2026-11-20' "
                                        "WHERE state = 'agreed'");
  page = mukana_test_made_up_show (self->window, "request", work->assignment->request_id);
  mukana_test_wait_until (has_request, page, "the request is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "request.day-of-all", NULL);
  mukana_test_wait_until (has_dialog, page, "the day of all is asked");
  attendance = find_nth (page, GTK_TYPE_DROP_DOWN, 0);
  hours = find_nth (page, GTK_TYPE_ENTRY, 0);
  notice = find_nth (page, GTK_TYPE_ENTRY, 1);

  gtk_editable_set_text (GTK_EDITABLE (hours), "26");
  g_assert_false (gtk_widget_get_sensitive (peek_record (page)));
  gtk_editable_set_text (GTK_EDITABLE (hours), "2:30");
  g_assert_true (gtk_widget_get_sensitive (peek_record (page)));

  /* The unit's cancelling needs its notice, and has a field for it. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (attendance),
                              (guint) mukana_code_index (mukana_attendances, "cancelled-unit"));
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_false (gtk_widget_get_sensitive (peek_record (page)));
  gtk_editable_set_text (GTK_EDITABLE (notice), "20");
  g_signal_emit_by_name (peek_record (page), "clicked");
  mukana_test_wait_until (has_no_dialog, page, "the day is recorded");
}

/* A copy of the request of an agreed assignment, with the same person asked. */
static gint64
make_clash (MukanaTestMadeUp *window,
            gint64           *proposal_id)
{
  MukanaListFilter filter = { .state = (char *) "coming" };
  g_autoptr (GArray) works = mukana_test_made_up_run (window, &mukana_assignments_ids_job, &filter);
  g_autoptr (MukanaAssignmentFile) work = NULL;
  g_autoptr (MukanaRequestFile) copy = mukana_request_file_new ();
  g_autoptr (GArray) proposals = NULL;
  g_autofree gint64 *request_id = NULL;
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  MukanaProposing *proposing;

  g_assert_cmpuint (works->len, >, 0);
  work = mukana_test_made_up_run (window, &mukana_assignment_file_job,
                                  &g_array_index (works, gint64, 0));
  copy->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (copy->request, "Toinen samaan aikaan");
  mukana_record_init_text (copy->request, "state", "open");
  mukana_record_init_text (copy->request, "mode", "remote");
  mukana_record_init_text (copy->request, "language", "fi");
  mukana_record_init_int (copy->request, "people", 1);
  mukana_record_init_int (time, "day", work->assignment->day);
  mukana_record_init_int (time, "start-minute", work->assignment->start_minute);
  mukana_record_init_int (time, "end-minute", work->assignment->end_minute);
  g_ptr_array_add (copy->times, time);
  request_id = mukana_test_made_up_run (window, &mukana_request_save_job, copy);

  proposing = mukana_proposing_new (*request_id, "other");
  mukana_proposing_except (proposing, "agreed");   /* they are busy: that is what is tested */
  mukana_proposing_add (proposing, work->assignment->person_id, 50, FALSE);
  proposals = mukana_test_made_up_run (window, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  *proposal_id = g_array_index (proposals, gint64, 0);
  return *request_id;
}

static gboolean
has_dialog (gpointer page)
{
  return mukana_request_page_peek_dialog (page) != NULL;
}

static gboolean
has_assignment (gpointer page)
{
  return mukana_request_page_peek_file (page)->assignments->len == 1;
}

static void
clash_is_told_and_may_be_accepted (Fixture       *self,
                                   gconstpointer  data)
{
  gint64 proposal_id;
  gint64 request_id = make_clash (self->window, &proposal_id);
  MukanaRequestPage *page =
    MUKANA_REQUEST_PAGE (mukana_test_made_up_show (self->window, "request", request_id));
  const MukanaRequestFile *file;
  AdwMessageDialog *dialog;

  mukana_test_wait_until (has_file, page, "the request is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "request.accept", "x", proposal_id);
  mukana_test_wait_until (has_dialog, page, "the clash is told");
  mukana_test_made_up_shoot (self->window, "request-clash");
  g_assert_cmpuint (mukana_request_page_peek_file (page)->assignments->len, ==, 0);

  dialog = ADW_MESSAGE_DIALOG (mukana_request_page_peek_dialog (page));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "accept"));
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), "Next room");
  adw_message_dialog_response (dialog, "accept");
  mukana_test_wait_until (has_assignment, page, "the clash is accepted");

  file = mukana_request_page_peek_file (page);
  g_assert_cmpstr (((MukanaAssignmentRow *) g_ptr_array_index (file->assignments,
                                                               0))->assignment->clash_reason,
                   ==, "Next room");
}

static const char *
peek_answer (gpointer page)
{
  const MukanaRequestFile *file = mukana_request_page_peek_file (page);

  return ((MukanaProposalRow *) g_ptr_array_index (file->proposals, 0))->proposal->state;
}

static gboolean
has_no_answer (gpointer page)
{
  return g_str_equal (peek_answer (page), "no-answer");
}

static gboolean
waits_for_an_answer (gpointer page)
{
  return g_str_equal (peek_answer (page), "proposed");
}

static void
answer_recorded_by_mistake_is_taken_back (Fixture       *self,
                                          gconstpointer  data)
{
  gint64 proposal_id;
  gint64 request_id = make_clash (self->window, &proposal_id);
  MukanaPage *page = mukana_test_made_up_show (self->window, "request", request_id);

  mukana_test_wait_until (has_file, page, "the request is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "request.no-answer", "x", proposal_id);
  mukana_test_wait_until (has_no_answer, page, "the answer is recorded");
  mukana_test_undo (self->window->context, GTK_WIDGET (page));

  mukana_test_wait_until (waits_for_an_answer, page, "the answer is awaited again");
}

#define ADD(name) g_test_add ("/requests/" #name, Fixture, NULL, set_up, name, tear_down)

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
invitation_of_somebody_who_was_asked_is_saved (Fixture       *self,
                                               gconstpointer  data)
{
  g_autoptr (MukanaOverview) waits = mukana_test_made_up_run (self->window, &mukana_overview_job,
                                                              NULL);
  g_autofree char *folder = g_dir_make_tmp ("invitation-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "invitation.pdf", NULL);
  const MukanaWaitingItem *asked = NULL;
  g_autofree char *content = NULL;
  MukanaPage *page;

  for (guint i = 0; i < waits->items->len; i++)
    if (((MukanaWaitingItem *) g_ptr_array_index (waits->items, i))->kind == MUKANA_WAITING_REPLY)
      asked = g_ptr_array_index (waits->items, i);
  g_assert_nonnull (asked);
  page = mukana_test_made_up_show (self->window, "request", asked->request_id);
  mukana_test_wait_until (has_file, page, "the request is read");

  mukana_invitation_save_to (page, asked->record_id, path);
  mukana_test_wait_until (is_there, path, "the invitation is written");
  mukana_test_made_up_settle ();

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  ADD (requests_are_listed);
  ADD (columns_show_every_request_by_state);
  ADD (new_request_is_stored_with_times_and_themes);
  ADD (series_grows_by_a_week_at_a_time);
  ADD (removed_time_is_last_in_its_line_and_comes_back);
  ADD (theme_that_is_there_is_told_and_the_shortest_name_is_taken);
  ADD (form_is_saved_by_the_keys_of_a_dialog_too);
  ADD (what_is_no_time_begins_no_series);
  ADD (several_roles_are_stored_and_raise_the_number_of_people);
  ADD (request_without_a_title_is_not_stored);
  ADD (clash_is_told_and_may_be_accepted);
  ADD (answer_recorded_by_mistake_is_taken_back);
  ADD (state_that_skips_work_ahead_is_asked_about_and_taken_back);
  ADD (day_of_all_is_recorded_and_taken_back);
  ADD (day_of_all_keeps_what_was_typed_when_a_line_is_wrong);
  ADD (request_is_cancelled_with_those_who_agreed);
  ADD (invitation_of_somebody_who_was_asked_is_saved);

  return g_test_run ();
}
