/* test-fees-page.c: a batch is made and checked at the window, and its maker cannot approve it. */

#include "kit/mukana-test-window.h"
#include "ui/fees/mukana-batch-page.h"

static gpointer
add_fee_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO request (id, title, sort_key, state, mode, language, people, created_on, "
    "created_at, updated_at) VALUES (900, 'Raati', 'raati', 'held', 'remote', 'fi', 1, "
    "'2026-10-01', 0, 0); "
    "INSERT INTO assignment (id, request_id, person_id, day, start_minute, end_minute, state, "
    "agreed_on) VALUES (901, 900, %" G_GINT64_FORMAT ", '2026-11-10', 600, 780, 'held', "
    "'2026-10-01'); "
    "INSERT INTO fee_line (assignment_id, person_id, kind, amount_cents, calculation, "
    "service_day, state) SELECT 901, person_id, 'fee', 8750, '3,5 h × 25,00 €/h = 87,50 €', "
    "'2026-11-10', 'draft' FROM assignment WHERE id = 901", *(gint64 *) arg);

  mukana_db_exec (db, sql, error);
  return NULL;
}

static void
set_up (MukanaTestWindow *self,
        gconstpointer     data)
{
  gint64 person;

  mukana_test_window_open (self);
  person = mukana_test_add_person (self->place, 1);
  mukana_test_write (self->place, add_fee_run, &person);
  mukana_window_show_page (self->window, "fees", 0);
  mukana_test_window_settle ();
}

static void
tear_down (MukanaTestWindow *self,
           gconstpointer     data)
{
  mukana_test_window_close (self);
}

/* Returns: (nullable): borrowed, the question that is open */
static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *question = find_question ();

  g_assert_nonnull (question);
  adw_message_dialog_response (question, response);
  gtk_window_destroy (GTK_WINDOW (question));
  mukana_test_window_settle ();
}

/* The first batch of the register; its page opens by the program's own routes. */
static void
make_batch (MukanaTestWindow *self)
{
  mukana_test_window_click (self, "Make a _Batch…");
  answer ("deed");
  mukana_window_show_page (self->window, "fee-batch", 1);
  mukana_test_window_settle ();
}

static void
waiting_fee_is_shown_with_its_calculation (MukanaTestWindow *self,
                                           gconstpointer     data)
{
  g_assert_true (mukana_test_window_shows (self, "3,5 h × 25,00 €/h = 87,50 €"));
}

static void
maker_checks_a_batch_and_cannot_approve_it (MukanaTestWindow *self,
                                            gconstpointer     data)
{
  GtkWidget *approve;

  make_batch (self);
  g_assert_true (mukana_test_window_shows (self, "Draft"));
  mukana_test_window_click (self, "_Mark as Checked");
  mukana_test_window_settle ();
  approve = mukana_test_window_find_button (self, "_Approve");

  g_assert_true (mukana_test_window_shows (self, "A batch is approved by somebody else than who "
                                                 "made or checked it, from an account of their "
                                                 "own."));
  g_assert_nonnull (approve);
  g_assert_false (gtk_widget_get_sensitive (approve));
}

static void
batch_goes_back_only_with_a_reason (MukanaTestWindow *self,
                                    gconstpointer     data)
{
  make_batch (self);
  mukana_test_window_click (self, "_Mark as Checked");
  mukana_test_window_click (self, "_Return to Draft…");

  g_assert_false (adw_message_dialog_get_response_enabled (find_question (), "deed"));
  answer ("cancel");
}

static void
budgets_of_another_year_are_shown (MukanaTestWindow *self,
                                   gconstpointer     data)
{
  GtkWidget *add;

  g_assert_true (mukana_test_window_shows (self, "Budget 2026"));
  add = mukana_test_window_find_button (self, "_Add…");
  g_assert_nonnull (add);
  g_assert_true (gtk_widget_activate_action (add, "fees.budget-year", "x", (gint64) 2027));
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (self, "Budget 2027"));
}

#define ADD(name) g_test_add ("/fees/" #name, MukanaTestWindow, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  mukana_test_window_init (&argc, &argv);

  ADD (waiting_fee_is_shown_with_its_calculation);
  ADD (maker_checks_a_batch_and_cannot_approve_it);
  ADD (budgets_of_another_year_are_shown);
  ADD (batch_goes_back_only_with_a_reason);

  return g_test_run ();
}
