/* test-feedback-page.c: what waits is handled, findings are found, answered and told. */

#include "mukana-test-made-up.h"

#include <adwaita.h>

#include "services/mukana-hearing.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "ui/assignments/mukana-assignment-page.h"
#include "ui/feedback/mukana-feedback-page.h"
#include "ui/requests/mukana-request-page.h"
#include "kit/mukana-test-toolkit.h"

#define N_PEOPLE 60

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
is_heard (gpointer page)
{
  return mukana_feedback_page_peek_heard (page) != NULL;
}

static MukanaFeedbackPage *
show_feedback (Fixture *self)
{
  MukanaPage *page = mukana_test_made_up_show (self->window, "feedback", 0);

  mukana_test_wait_until (is_heard, page, "the page of feedback is read");
  return MUKANA_FEEDBACK_PAGE (page);
}

static gpointer
peek_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = peek_dialog ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));   /* as a press of the button does */
}

/* The @number th entry under @widget that can be seen. */
static GtkWidget *
find_entry (GtkWidget *widget,
            guint     *number)
{
  if (GTK_IS_ENTRY (widget) && gtk_widget_get_visible (widget) && (*number)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, number);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type (guint       number,
      const char *text)
{
  GtkWidget *entry = find_entry (adw_message_dialog_get_extra_child (peek_dialog ()), &number);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static guint
count_rows (GtkWidget  *widget,
            const char *action)
{
  guint n = GTK_IS_LIST_BOX_ROW (widget) &&
            g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, action);

  return n;
}

/* A page, and how much waited on it. */
typedef struct
{
  MukanaFeedbackPage *page;
  guint               n_unhandled;
} Waiting;

static guint
count_unhandled (MukanaFeedbackPage *page)
{
  return mukana_feedback_page_peek_heard (page)->unhandled->len;
}

static gboolean
is_one_less (gpointer data)
{
  const Waiting *waiting = data;

  return count_unhandled (waiting->page) == waiting->n_unhandled - 1;
}

static void
what_was_done_clears_what_waits (Fixture       *self,
                                 gconstpointer  data)
{
  MukanaFeedbackPage *page = show_feedback (self);

  g_assert_cmpuint (count_unhandled (page), >, 0);
  while (count_unhandled (page) > 0)
    {
      Waiting waiting = { page, count_unhandled (page) };
      const MukanaHeard *heard = mukana_feedback_page_peek_heard (page);
      const MukanaUnhandled *row = g_ptr_array_index (heard->unhandled, 0);

      gtk_widget_activate_action (GTK_WIDGET (page), "feedback.handle", "x", row->feedback->id);
      g_assert_false (adw_message_dialog_get_response_enabled (peek_dialog (), "record"));
      type (0, "Soitettu ja sovittu.");
      g_assert_true (adw_message_dialog_get_response_enabled (peek_dialog (), "record"));
      answer ("record");
      mukana_test_wait_until (is_one_less, &waiting, "one less waits to be handled");
    }

  g_assert_cmpuint (count_rows (GTK_WIDGET (page), "feedback.open-assignment"), ==, 0);
}

static void
words_narrow_the_findings (Fixture       *self,
                           gconstpointer  data)
{
  MukanaFeedbackPage *page = show_feedback (self);
  guint n_all = count_rows (GTK_WIDGET (page), "feedback.open-request");
  guint n_some;

  MUKANA_PAGE_GET_CLASS (page)->search_changed (MUKANA_PAGE (page), "SELKOKIELINEN");
  n_some = count_rows (GTK_WIDGET (page), "feedback.open-request");
  MUKANA_PAGE_GET_CLASS (page)->search_changed (MUKANA_PAGE (page), "olematon sana");

  g_assert_cmpuint (n_some, >, 0);
  g_assert_cmpuint (n_some, <, n_all);
  g_assert_cmpuint (count_rows (GTK_WIDGET (page), "feedback.open-request"), ==, 0);
}

static gboolean
has_file (gpointer page)
{
  return mukana_request_page_peek_file (page) != NULL;
}

static MukanaOutcome *
peek_outcome (gpointer page)
{
  const MukanaRequestFile *file = mukana_request_page_peek_file (page);

  return file->outcomes->len > 0 ? g_ptr_array_index (file->outcomes, 0) : NULL;
}

static gboolean
is_answered (gpointer page)
{
  return g_strcmp0 (peek_outcome (page)->result, "adopted") == 0;
}

static gboolean
is_told (gpointer page)
{
  return peek_outcome (page)->told_on != MUKANA_DAY_NONE;
}

static gint64
find_waiting (Fixture *self)
{
  g_autoptr (MukanaHeard) heard = mukana_test_made_up_run (self->window, &mukana_heard_job, NULL);

  return ((MukanaHeardFinding *) g_ptr_array_index (heard->findings, 0))->outcome->request_id;
}

static GtkWidget *
find_drop_down (GtkWidget *widget,
                guint     *number)
{
  if (GTK_IS_DROP_DOWN (widget) && (*number)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_drop_down (child, number);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
finding_is_answered_and_told (Fixture       *self,
                              gconstpointer  data)
{
  MukanaPage *page = mukana_test_made_up_show (self->window, "request", find_waiting (self));
  guint second = 1;

  mukana_test_wait_until (has_file, page, "the request is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "request.change-outcome", "x",
                              peek_outcome (page)->id);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_drop_down (
    adw_message_dialog_get_extra_child (peek_dialog ()), &second)), 3);
  g_assert_false (adw_message_dialog_get_response_enabled (peek_dialog (), "record"));
  second = 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_drop_down (
    adw_message_dialog_get_extra_child (peek_dialog ()), &second)), 1);
  g_assert_true (adw_message_dialog_get_response_enabled (peek_dialog (), "record"));
  answer ("record");
  mukana_test_wait_until (is_answered, page, "the finding is answered");

  gtk_widget_activate_action (GTK_WIDGET (page), "request.tell", NULL);
  type (0, "osallistujille");
  type (1, "kirje");
  answer ("record");
  mukana_test_wait_until (is_told, page, "those who took part are told");

  g_assert_cmpstr (peek_outcome (page)->told_whom, ==, "osallistujille");
  g_assert_cmpstr (mukana_request_page_peek_file (MUKANA_REQUEST_PAGE (page))->request->state, ==,
                   "told");
}

static gboolean
has_dialog (gpointer nothing)
{
  return peek_dialog () != NULL;
}

static gint64
find_held (Fixture *self)
{
  g_autoptr (MukanaHeard) heard = mukana_test_made_up_run (self->window, &mukana_heard_job, NULL);

  return ((MukanaUnhandled *) g_ptr_array_index (heard->unhandled, 0))->feedback->assignment_id;
}

static gboolean
is_given (gpointer data)
{
  Fixture *self = data;
  gint64 id = find_held (self);
  g_autoptr (MukanaAssignmentFile) file = mukana_test_made_up_run (self->window,
                                                                   &mukana_assignment_file_job,
                                                                   &id);

  return file->feedback->len == 2;
}

static void
paper_form_is_typed_in_and_what_is_empty_was_not_answered (Fixture       *self,
                                                           gconstpointer  data)
{
  gint64 id = find_held (self);
  MukanaPage *page = mukana_test_made_up_show (self->window, "assignment", id);
  g_autoptr (MukanaAssignmentFile) file = NULL;
  MukanaFeedback *given;

  mukana_test_made_up_settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "assignment.add-feedback", NULL);
  mukana_test_wait_until (has_dialog, NULL, "the dialog is open");
  g_assert_false (adw_message_dialog_get_response_enabled (peek_dialog (), "add"));
  type (0, "9");
  type (1, "11");
  g_assert_false (adw_message_dialog_get_response_enabled (peek_dialog (), "add"));
  type (1, "0");
  g_assert_true (adw_message_dialog_get_response_enabled (peek_dialog (), "add"));
  answer ("add");
  mukana_test_wait_until (is_given, self, "the feedback is stored");
  file = mukana_test_made_up_run (self->window, &mukana_assignment_file_job, &id);
  given = g_ptr_array_index (file->feedback, 1);

  g_assert_cmpint (given->score, ==, 9);
  g_assert_cmpint (given->heard, ==, 0);
  g_assert_cmpint (given->aim_clear, ==, MUKANA_FEEDBACK_NO_POINTS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

#define ADD(name) g_test_add ("/feedback-page/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (what_was_done_clears_what_waits);
  ADD (words_narrow_the_findings);
  ADD (finding_is_answered_and_told);
  ADD (paper_form_is_typed_in_and_what_is_empty_was_not_answered);

  return g_test_run ();
}
