/* test-finding-kept.c: who was ticked is ticked still when the page is opened again, and who
 * withdraws while the question is open is struck out in it. */

#include "mukana-test-made-up.h"

#include <adwaita.h>
#include <string.h>

#include "kit/mukana-test-toolkit.h"
#include "services/mukana-consenting.h"
#include "ui/finding/mukana-finding-page.h"

#define N_PEOPLE 120

typedef struct
{
  MukanaTestMadeUp  *window;
  MukanaFindingPage *page;
  gint64             request_id;
  gint64             first;       /* the two who are ticked */
  gint64             second;
} Fixture;

static gboolean
has_found (gpointer page)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (page);

  return answer != NULL && answer->rows->len >= 2;
}

static gint64
tick (Fixture *self,
      guint    index)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (self->page);
  const MukanaMatchRow *row = g_ptr_array_index (answer->rows, index);
  gint64 id = row->person_id;

  g_signal_emit_by_name (mukana_finding_page_peek_list (self->page), "ticked", id);
  return id;
}

static gboolean
has_two (gpointer page)
{
  return mukana_finding_page_peek_choice (page)->people->len == 2;
}

static gboolean
has_one (gpointer page)
{
  return mukana_finding_page_peek_choice (page)->people->len == 1;
}

static void
open_page (Fixture *self)
{
  self->page = MUKANA_FINDING_PAGE (mukana_test_made_up_show (self->window, "finding",
                                                              self->request_id));
  mukana_test_wait_until (has_found, self->page, "people are found");
  mukana_test_made_up_settle ();
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = mukana_test_made_up_new (N_PEOPLE);
  self->request_id = mukana_test_made_up_find_request (self->window);
  open_page (self);
  self->first = tick (self, 0);
  self->second = tick (self, 1);
  g_assert_true (has_two (self->page));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_made_up_free (self->window);
}

static void
withdraw (Fixture *self,
          gint64   person_id)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "matching", NULL, "phone");

  mukana_test_made_up_run (self->window, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
}

static void
leave_page (Fixture *self)
{
  mukana_page_go_back (MUKANA_PAGE (self->page));
  mukana_test_made_up_settle ();
}

static void
ticks_are_kept_when_the_page_is_left (Fixture       *self,
                                      gconstpointer  data)
{
  leave_page (self);
  open_page (self);

  mukana_test_wait_until (has_two, self->page, "both are ticked again");
}

static void
who_withdrew_meanwhile_is_not_ticked_again (Fixture       *self,
                                            gconstpointer  data)
{
  leave_page (self);
  withdraw (self, self->first);
  open_page (self);

  mukana_test_wait_until (has_one, self->page, "the other is ticked again");
  g_assert_nonnull (mukana_finding_choice_find (mukana_finding_page_peek_choice (self->page),
                                                self->second));
}

static gboolean
has_struck (GtkWidget *widget)
{
  gboolean is_struck = GTK_IS_LABEL (widget) &&
                       g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "Is not asked:");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !is_struck;
       child = gtk_widget_get_next_sibling (child))
    is_struck = has_struck (child);

  return is_struck;
}

static gboolean
tells_who_has_left (gpointer page)
{
  return has_struck (mukana_finding_page_peek_dialog (page));
}

static void
who_withdraws_while_it_is_asked_is_struck_out (Fixture       *self,
                                               gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "finding.propose", NULL);
  g_assert_false (tells_who_has_left (self->page));
  withdraw (self, self->first);

  mukana_test_wait_until (tells_who_has_left, self->page, "who has withdrawn is struck out");
  adw_message_dialog_response (
    ADW_MESSAGE_DIALOG (mukana_finding_page_peek_dialog (self->page)), "cancel");
  g_assert_true (has_one (self->page));
}

#define ADD(name) g_test_add ("/finding-kept/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  ADD (ticks_are_kept_when_the_page_is_left);
  ADD (who_withdrew_meanwhile_is_not_ticked_again);
  ADD (who_withdraws_while_it_is_asked_is_struck_out);

  return g_test_run ();
}
