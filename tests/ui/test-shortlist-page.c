/* test-shortlist-page.c: candidates are put on the shortlist from where they were found, say which
 * dates suit them, and leave the page when they withdraw. */

#include "mukana-test-made-up.h"

#include <adwaita.h>

#include "kit/mukana-test-toolkit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-polling.h"
#include "ui/finding/mukana-finding-page.h"
#include "ui/shortlist/mukana-shortlist-page.h"

#define N_PEOPLE 120
#define REQUEST 1

typedef struct
{
  MukanaTestMadeUp    *window;
  MukanaShortlistPage *page;
  gint64               poll_day;
} Fixture;

static gboolean
has_found (gpointer page)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (page);

  return answer != NULL && answer->rows->len >= 2;
}

static gboolean
has_two (gpointer page)
{
  const MukanaShortlist *list = mukana_shortlist_page_peek_list (page);

  return list != NULL && list->rows->len == 2 && list->days->len == 1;
}

/* Two who were found are chosen and put on the list, and there is a date to ask about. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (MukanaPollDay) day = g_object_new (MUKANA_TYPE_POLL_DAY, NULL);
  g_autofree gint64 *id = NULL;
  MukanaFindingPage *finding;
  const MukanaMatchAnswer *answer;

  self->window = mukana_test_made_up_new (N_PEOPLE);
  mukana_record_init_int (day, "request-id", REQUEST);
  mukana_record_init_int (day, "day", mukana_context_today (self->window->context) + 9);
  mukana_record_init_int (day, "start-minute", 600);
  mukana_record_init_int (day, "end-minute", 660);
  id = mukana_test_made_up_run (self->window, &mukana_poll_day_add_job, day);
  self->poll_day = *id;

  finding = MUKANA_FINDING_PAGE (mukana_test_made_up_show (self->window, "finding", REQUEST));
  mukana_test_wait_until (has_found, finding, "people are found");
  answer = mukana_finding_page_peek_answer (finding);
  for (guint i = 0; i < 2; i++)
    mukana_finding_choice_put (mukana_finding_page_peek_choice (finding),
                               g_ptr_array_index (answer->rows, i), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (finding), "finding.shortlist", NULL);
  self->page = MUKANA_SHORTLIST_PAGE (mukana_test_made_up_show (self->window, "shortlist",
                                                                REQUEST));
  mukana_test_wait_until (has_two, self->page, "both are on the list");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_made_up_free (self->window);
}

static gint64
candidate_id (Fixture *self,
              guint    i)
{
  const MukanaShortlist *list = mukana_shortlist_page_peek_list (self->page);

  return ((MukanaShortlistRow *) g_ptr_array_index (list->rows, i))->candidate->id;
}

static gboolean
is_answered (gpointer data)
{
  Fixture *self = data;

  return mukana_shortlist_count (mukana_shortlist_page_peek_list (self->page), self->poll_day,
                                 "yes") == 1;
}

static gboolean
is_not_answered (gpointer data)
{
  return !is_answered (data);
}

static void
answer_is_counted_and_can_be_taken_back (Fixture       *self,
                                         gconstpointer  data)
{
  gint64 id = candidate_id (self, 0);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "shortlist.answer", "(xxs)",
                              self->poll_day, id, "yes");
  mukana_test_wait_until (is_answered, self, "the yes is counted");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "shortlist.unanswer", "(xxs)",
                              self->poll_day, id, "yes");
  mukana_test_wait_until (is_not_answered, self, "the yes is taken back");
}

static gboolean
has_one (gpointer page)
{
  return mukana_shortlist_page_peek_list (page)->rows->len == 1;
}

static void
who_withdraws_leaves_the_page (Fixture       *self,
                               gconstpointer  data)
{
  const MukanaShortlist *list = mukana_shortlist_page_peek_list (self->page);
  gint64 person = ((MukanaShortlistRow *) g_ptr_array_index (list->rows,
                                                             0))->candidate->person_id;
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "matching", NULL, "phone");

  mukana_test_made_up_run (self->window, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  mukana_test_wait_until (has_one, self->page, "they are off the page");
}

static gboolean
is_chosen (gpointer page)
{
  const MukanaShortlist *list = mukana_shortlist_page_peek_list (page);

  return ((MukanaPollDay *) g_ptr_array_index (list->days, 0))->chosen_on != MUKANA_DAY_NONE;
}

static void
date_is_chosen_after_it_was_asked (Fixture       *self,
                                   gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "shortlist.choose", "x", self->poll_day);
  g_assert_false (is_chosen (self->page));
  adw_message_dialog_response (
    ADW_MESSAGE_DIALOG (mukana_shortlist_page_peek_dialog (self->page)), "choose");

  mukana_test_wait_until (is_chosen, self->page, "the date is chosen");
}

#define ADD(name) g_test_add ("/shortlist-page/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  ADD (answer_is_counted_and_can_be_taken_back);
  ADD (who_withdraws_leaves_the_page);
  ADD (date_is_chosen_after_it_was_asked);

  return g_test_run ();
}
