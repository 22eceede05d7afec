/* test-panel-page.c: a panel is drawn at the window, proposed to all or nobody, and left alone when
 * somebody withdraws. */

#include "mukana-test-made-up.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "kit/mukana-test-toolkit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-registering.h"
#include "ui/panel/mukana-panel-page.h"
#include "ui/people/mukana-person-page.h"

#define N_PEOPLE 120
#define REQUEST 1

typedef struct
{
  MukanaTestMadeUp *window;
  MukanaPanelPage  *page;
} Fixture;

static gboolean
has_subtitle (gpointer page)
{
  const char *subtitle = mukana_page_get_subtitle (page);

  return subtitle != NULL && *subtitle != '\0';
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = mukana_test_made_up_new (N_PEOPLE);
  self->page = MUKANA_PANEL_PAGE (mukana_test_made_up_show (self->window, "panel", REQUEST));
  mukana_test_wait_until (has_subtitle, self->page, "the request is read");
  mukana_test_made_up_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_made_up_free (self->window);
}

static gboolean
has_answer (gpointer page)
{
  return mukana_panel_page_peek_answer (page) != NULL;
}

static const MukanaPanelAnswer *
draw (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "panel.draw", NULL);
  mukana_test_wait_until (has_answer, self->page, "the panel is drawn");
  return mukana_panel_page_peek_answer (self->page);
}

static guint
count_proposals (Fixture *self)
{
  gint64 id = REQUEST;
  g_autoptr (MukanaRequestFile) file =
    mukana_test_made_up_run (self->window, &mukana_request_file_job, &id);

  return file->proposals->len;
}

static gboolean
is_proposed (gpointer page)
{
  return mukana_panel_page_get_run_id (page) != 0;
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
drawn_are_proposed_and_the_protocol_can_be_saved (Fixture       *self,
                                                  gconstpointer  data)
{
  guint n_before = count_proposals (self);
  const MukanaPanelAnswer *answer = draw (self);
  guint n_drawn = answer->members->len;
  g_autofree char *folder = g_dir_make_tmp ("mukana-panel-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "panel.pdf", NULL);

  g_assert_true (answer->is_possible);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "panel.propose", NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (mukana_panel_page_peek_dialog (self->page)),
                               "propose");
  mukana_test_wait_until (is_proposed, self->page, "all who were drawn are asked");
  mukana_panel_page_save_to (self->page, path);
  mukana_test_wait_until (is_there, path, "the protocol is saved");

  g_assert_cmpuint (count_proposals (self), ==, n_before + n_drawn);
  g_unlink (path);
  g_rmdir (folder);
}

static void
targets_that_cannot_be_kept_are_taken_back_as_far_as_they_must (Fixture       *self,
                                                                gconstpointer  data)
{
  const MukanaPanelAnswer *answer;

  mukana_panel_targets_set_text (mukana_panel_page_peek_targets (self->page),
                                 "situation:immigrant=2-2; language:fi=1-2");
  answer = draw (self);
  g_assert_false (answer->is_possible);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "panel.milder", NULL);
  g_autofree char *text = mukana_panel_targets_dup_text (
    mukana_panel_page_peek_targets (self->page));
  answer = draw (self);

  g_assert_cmpstr (text, ==, "situation:immigrant=0-2; language:fi=1-2; ");
  g_assert_true (answer->is_possible);
}

static gboolean
has_none (gpointer page)
{
  return mukana_panel_page_peek_answer (page) == NULL;
}

static void
draw_is_gone_when_one_of_them_withdraws (Fixture       *self,
                                         gconstpointer  data)
{
  const MukanaPanelAnswer *answer = draw (self);
  gint64 person = g_array_index (answer->members, MukanaPanelMember, 0).person_id;
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person, "matching", NULL, "phone");

  mukana_test_made_up_run (self->window, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  mukana_test_wait_until (has_none, self->page, "the draw is off the page");

  answer = draw (self);
  for (guint i = 0; i < answer->members->len; i++)
    g_assert_cmpint (g_array_index (answer->members, MukanaPanelMember, i).person_id, !=, person);
}

static gboolean
has_fact (gpointer page)
{
  const MukanaPersonFile *file = mukana_person_page_peek_file (page);

  return file != NULL && file->facts->len == 1;
}

static gboolean
has_file (gpointer page)
{
  return mukana_person_page_peek_file (page) != NULL;
}

static void
what_a_person_tells_for_panels_is_written_down_on_their_page (Fixture       *self,
                                                              gconstpointer  data)
{
  MukanaPage *page = mukana_test_made_up_show (self->window, "person", 1);
  MukanaRecordDialog *dialog;

  mukana_test_wait_until (has_file, page, "the person is read");
  gtk_widget_activate_action (GTK_WIDGET (page), "person.add-situation", NULL);
  dialog = mukana_person_page_peek_dialog (MUKANA_PERSON_PAGE (page));
  g_assert_nonnull (dialog);
  mukana_form_set_text (mukana_record_dialog_get_form (dialog), "value", "carer");
  mukana_record_dialog_save (dialog);
  mukana_test_wait_until (has_fact, page, "it is written down");

  const MukanaStatedFact *fact =
    g_ptr_array_index (mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page))->facts, 0);
  g_assert_cmpstr (fact->kind, ==, "situation");
  g_assert_cmpstr (fact->value, ==, "carer");
}

#define ADD(name) g_test_add ("/panel-page/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  ADD (drawn_are_proposed_and_the_protocol_can_be_saved);
  ADD (targets_that_cannot_be_kept_are_taken_back_as_far_as_they_must);
  ADD (draw_is_gone_when_one_of_them_withdraws);
  ADD (what_a_person_tells_for_panels_is_written_down_on_their_page);

  return g_test_run ();
}
