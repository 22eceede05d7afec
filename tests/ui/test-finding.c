/* test-finding.c: what finding people promises. */

#include "mukana-test-made-up.h"

#include "domain/mukana-consent.h"
#include "services/mukana-consenting.h"
#include "services/mukana-listing.h"
#include "services/mukana-remembering.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "ui/finding/mukana-candidate-row.h"
#include "ui/finding/mukana-finding-bar.h"
#include "ui/finding/mukana-finding-list.h"
#include "ui/finding/mukana-finding-page.h"
#include "ui/finding/mukana-left-out.h"
#include "ui/finding/mukana-choice-dialog.h"
#include "ui/finding/mukana-weights-panel.h"
#include "ui/finding/mukana-why-panel.h"
#include "ui/kit/mukana-pill.h"
#include "ui/kit/mukana-reason-words.h"
#include "ui/people/mukana-propose-dialog.h"
#include "ui/people/mukana-why-window.h"
#include "kit/mukana-test-toolkit.h"
#include "kit/mukana-test-undo.h"

#define N_PEOPLE 120

typedef struct
{
  MukanaTestMadeUp  *window;
  MukanaFindingPage *page;
  gint64             request_id;
  char              *told;         /* what was taken back last */
} Fixture;

static gboolean
is_answered (gpointer page)
{
  return mukana_finding_page_peek_answer (page) != NULL;
}

static void
undone_cb (Fixture    *self,
           const char *label)
{
  g_free (self->told);
  self->told = g_strdup (label);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = mukana_test_made_up_new (N_PEOPLE);
  self->request_id = mukana_test_made_up_find_request (self->window);
  self->page =
    MUKANA_FINDING_PAGE (mukana_test_made_up_show (self->window, "finding", self->request_id));
  mukana_test_wait_until (is_answered, self->page, "people are ranked");
  g_signal_connect_swapped (mukana_context_get_undo (self->window->context), "undone",
                            G_CALLBACK (undone_cb), self);
  mukana_test_made_up_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (mukana_context_get_undo (self->window->context), self);
  mukana_test_made_up_free (self->window);
  g_free (self->told);
}

static MukanaFindingList *
peek_list (Fixture *self)
{
  return MUKANA_FINDING_LIST (mukana_finding_page_peek_list (self->page));
}

static MukanaCandidateRow *
peek_row (Fixture *self,
          int      index)
{
  return MUKANA_CANDIDATE_ROW (gtk_list_box_get_row_at_index (
    mukana_finding_list_peek_rows (peek_list (self)), index));
}

static MukanaWeightsPanel *
peek_weights (Fixture *self)
{
  return MUKANA_WEIGHTS_PANEL (mukana_finding_list_peek_weights (peek_list (self)));
}

/* The row number @n of those that may still be asked. */
static MukanaCandidateRow *
peek_free_row (Fixture *self,
               guint    n)
{
  MukanaCandidateRow *row;

  for (int i = 0; (row = peek_row (self, i)) != NULL; i++)
    if (!mukana_candidate_row_is_asked (row) && n-- == 0)
      return row;

  g_assert_not_reached ();
}

static GtkWidget *
find_kind (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_kind (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_requests (gpointer window)
{
  return find_kind (window, ADW_TYPE_EXPANDER_ROW) != NULL;
}

static gboolean
has_verdict (gpointer row)
{
  return find_kind (row, MUKANA_TYPE_PILL) != NULL;
}

static void
person_page_tells_why_for_each_request (Fixture       *self,
                                        gconstpointer  data)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (self->page);
  gint64 person_id = ((MukanaMatchRow *) g_ptr_array_index (answer->rows, 0))->person_id;
  MukanaPage *page = mukana_test_made_up_show (self->window, "person", person_id);
  GtkWidget *window = g_object_ref_sink (mukana_why_window_new (page, person_id));
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (window));
  mukana_test_wait_until (has_requests, window, "the requests are listed");
  row = find_kind (window, ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  mukana_test_wait_until (has_verdict, row, "the request says why");

  g_assert_nonnull (find_kind (row, ADW_TYPE_ACTION_ROW));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

static gboolean
are_weights_stored (gpointer window)
{
  g_autofree char *text = mukana_test_made_up_run (window, &mukana_setting_get_job,
                                                   (gpointer) MUKANA_MATCHING_WEIGHTS);

  return g_str_has_prefix (text, "47 ");
}

static void
weights_stay_as_they_were_left (Fixture       *self,
                                gconstpointer  data)
{
  MukanaFindingPage *page;
  MukanaWeights weights;

  mukana_weights_panel_set_weight (peek_weights (self), MUKANA_PART_THEME, 47);
  mukana_test_wait_until (are_weights_stored, self->window, "the weights are stored");

  mukana_window_go_back (self->window->window);
  mukana_test_made_up_settle ();
  page = MUKANA_FINDING_PAGE (mukana_test_made_up_show (self->window, "finding",
                                                        self->request_id));
  mukana_test_wait_until (is_answered, page, "people are ranked again");
  self->page = page;
  weights = mukana_weights_panel_get_weights (peek_weights (self));
  g_assert_cmpint (weights.max[MUKANA_PART_THEME], ==, 47);
}

static gboolean
is_place_all (gpointer page)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (page);
  const MukanaMatchRow *row = g_ptr_array_index (answer->rows, 0);

  return row->score.max == row->score.parts[MUKANA_PART_PLACE].max;
}

static void
list_resorts_while_weights_move (Fixture       *self,
                                 gconstpointer  data)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (self->page);
  guint n_groups = answer->groups->len, n_out = answer->n_out;

  for (int part = 0; part < MUKANA_N_PARTS; part++)
    mukana_weights_panel_set_weight (peek_weights (self), (MukanaPart) part,
                                     part == MUKANA_PART_PLACE ? 50 : 0);
  mukana_test_wait_until (is_place_all, self->page, "the new weights are answered");

  answer = mukana_finding_page_peek_answer (self->page);
  g_assert_true (answer->is_of_rank);
  g_assert_cmpuint (answer->groups->len, ==, n_groups);
  g_assert_cmpuint (answer->n_out, ==, n_out);
  for (int i = 0; peek_row (self, i) != NULL; i++)
    {
      const MukanaMatchRow *row = g_ptr_array_index (answer->rows, (guint) i);

      g_assert_cmpint (mukana_candidate_row_get_person (peek_row (self, i)), ==, row->person_id);
      g_assert_cmpint (mukana_candidate_row_get_points (peek_row (self, i)), ==,
                       row->score.parts[MUKANA_PART_PLACE].points);
      if (i > 0)
        g_assert_cmpint (mukana_candidate_row_get_points (peek_row (self, i - 1)), >=,
                         mukana_candidate_row_get_points (peek_row (self, i)));
    }
  mukana_test_made_up_shoot (self->window, "finding-weights");
}

/* Wants to be asked a year before: fits nothing that is nearer. */
static void
let_fit_no_more (Fixture *self,
                 gint64   person_id)
{
  g_autoptr (MukanaPersonFile) file =
    mukana_test_made_up_run (self->window, &mukana_person_file_job, &person_id);
  g_autoptr (MukanaPerson) person = mukana_record_with_int (file->person, "notice-days", 365);

  g_free (mukana_test_made_up_run (self->window, &mukana_person_save_job, person));
}

typedef struct
{
  MukanaFindingPage *page;
  guint              n_out;
} Others;

static gboolean
are_more (gpointer data)
{
  Others *before = data;

  return mukana_finding_page_peek_answer (before->page)->n_out > before->n_out;
}

static gboolean
are_weights_moved (gpointer page)
{
  return mukana_finding_page_peek_answer (page)->weights.max[MUKANA_PART_PLACE] == 50;
}

static void
who_does_not_fit_is_told_anew_although_weights_move (Fixture       *self,
                                                     gconstpointer  data)
{
  Others before = { self->page, mukana_finding_page_peek_answer (self->page)->n_out };

  let_fit_no_more (self, mukana_candidate_row_get_person (peek_free_row (self, 0)));
  mukana_weights_panel_set_weight (peek_weights (self), MUKANA_PART_PLACE, 50);
  mukana_test_wait_until (are_more, &before, "one more does not fit");
  mukana_test_wait_until (are_weights_moved, self->page, "the weights are answered");

  g_assert_cmpuint (mukana_finding_page_peek_answer (self->page)->n_out, ==, before.n_out + 1);
}

static gboolean
has_no_choice (gpointer page)
{
  return mukana_finding_page_peek_choice (page)->people->len == 0;
}

static guint
count_proposals (Fixture *self)
{
  g_autoptr (MukanaRequestFile) file =
    mukana_test_made_up_run (self->window, &mukana_request_file_job, &self->request_id);

  return file->proposals->len;
}

static void
keys_choose_and_propose (Fixture       *self,
                         gconstpointer  data)
{
  guint n_before = count_proposals (self);
  GtkWidget *first = GTK_WIDGET (peek_free_row (self, 0));
  gint64 reserve_id = mukana_candidate_row_get_person (peek_free_row (self, 1));
  gint64 chosen_id = mukana_candidate_row_get_person (MUKANA_CANDIDATE_ROW (first));
  GtkWidget *dialog;

  gtk_widget_grab_focus (GTK_WIDGET (peek_free_row (self, 1)));
  mukana_test_made_up_press (GTK_WIDGET (peek_free_row (self, 1)), GDK_KEY_r, 0);
  gtk_widget_grab_focus (first);
  mukana_test_made_up_press (first, GDK_KEY_space, 0);
  g_signal_emit_by_name (mukana_finding_list_peek_rows (peek_list (self)), "row-activated", first);
  mukana_test_made_up_shoot (self->window, "finding");

  g_assert_false (mukana_finding_choice_find (mukana_finding_page_peek_choice (self->page),
                                              chosen_id)->is_reserve);
  g_assert_true (mukana_finding_choice_find (mukana_finding_page_peek_choice (self->page),
                                             reserve_id)->is_reserve);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "finding.propose", NULL);
  dialog = mukana_finding_page_peek_dialog (self->page);
  mukana_test_made_up_shoot (self->window, "finding-propose");
  mukana_reason_words_set_chosen (dialog, "theme");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "propose");
  mukana_test_wait_until (has_no_choice, self->page, "those who were asked are no longer chosen");

  g_assert_cmpuint (count_proposals (self), ==, n_before + 2);
}

static gboolean
is_marked (gpointer page)
{
  MukanaFindingChoice *choice = mukana_finding_page_peek_choice (page);

  return choice->people->len == 1 &&
         ((MukanaChosen *) g_ptr_array_index (choice->people, 0))->unfit != NULL;
}

static void
chosen_who_fits_no_more_is_marked_and_not_proposed (Fixture       *self,
                                                    gconstpointer  data)
{
  GtkWidget *first = GTK_WIDGET (peek_free_row (self, 0));
  gint64 person_id = mukana_candidate_row_get_person (MUKANA_CANDIDATE_ROW (first));

  gtk_widget_grab_focus (first);
  mukana_test_made_up_press (first, GDK_KEY_space, 0);
  let_fit_no_more (self, person_id);
  mukana_test_wait_until (is_marked, self->page, "the chosen one is marked");
  mukana_test_made_up_shoot (self->window, "finding-unfit");

  gtk_widget_activate_action (GTK_WIDGET (self->page), "finding.propose", NULL);
  g_assert_null (mukana_finding_page_peek_dialog (self->page));
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_request (gpointer list)
{
  return gtk_list_box_get_row_at_index (list, 0) != NULL;
}

static GtkWidget *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;   /* GTK holds it for as long as it is open */
    }

  return NULL;
}

static gboolean
has_question (gpointer data)
{
  return find_question () != NULL;
}

static gboolean
tells (GtkWidget  *widget,
       const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tells (child, words))
      return TRUE;

  return FALSE;
}

static void
who_does_not_fit_is_told_before_people_are_proposed (Fixture       *self,
                                                     gconstpointer  data)
{
  gint64 person_id =
    mukana_candidate_row_get_person (peek_free_row (self, 0));
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWidget *window, *list;
  AdwMessageDialog *question;

  g_array_append_val (people, person_id);
  let_fit_no_more (self, person_id);
  window = mukana_propose_dialog_new (MUKANA_PAGE (self->page), people);
  gtk_window_present (GTK_WINDOW (window));
  list = find_list (window);
  mukana_test_wait_until (has_request, list, "requests are offered");
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  mukana_test_wait_until (has_question, NULL, "who does not fit is told");
  question = ADW_MESSAGE_DIALOG (find_question ());
  mukana_test_made_up_shoot (self->window, "propose-unfit");

  g_assert_true (tells (adw_message_dialog_get_extra_child (question), ":"));
  g_assert_false (adw_message_dialog_has_response (question, "others"));
  g_assert_false (adw_message_dialog_has_response (question, "propose") &&
                  adw_message_dialog_get_response_enabled (question, "propose"));
  adw_message_dialog_response (question, "back");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_first_gone (gpointer data)
{
  Fixture *self = data;
  gint64 person_id = *(gint64 *) g_object_get_data (G_OBJECT (self->page), "leaving");
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (self->page);

  for (guint i = 0; i < answer->rows->len; i++)
    if (((MukanaMatchRow *) g_ptr_array_index (answer->rows, i))->person_id == person_id)
      return FALSE;

  return TRUE;
}

static void
withdrawn_person_leaves_at_once (Fixture       *self,
                                 gconstpointer  data)
{
  gint64 person_id = mukana_candidate_row_get_person (peek_row (self, 0));
  MukanaWithdrawal *withdrawal;

  g_object_set_data_full (G_OBJECT (self->page), "leaving",
                          g_memdup2 (&person_id, sizeof person_id), g_free);
  withdrawal = mukana_withdrawal_new (person_id, "register", NULL, "phone");
  mukana_test_made_up_run (self->window, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  mukana_test_wait_until (is_first_gone, self, "the withdrawn person has left");

  for (int i = 0; peek_row (self, i) != NULL; i++)
    g_assert_cmpint (mukana_candidate_row_get_person (peek_row (self, i)), !=, person_id);
  g_assert_null (mukana_finding_choice_find (mukana_finding_page_peek_choice (self->page),
                                             person_id));
}

/* ---- What would help ---- */

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

static const MukanaMatchGroup *
find_helped_group (Fixture *self)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (self->page);

  for (guint i = 0; i < answer->groups->len; i++)
    if (g_array_index (answer->groups, MukanaMatchGroup, i).change != NULL)
      return &g_array_index (answer->groups, MukanaMatchGroup, i);

  g_assert_not_reached ();
}

static void
group_tells_what_would_help (Fixture       *self,
                             gconstpointer  data)
{
  const MukanaMatchGroup *group = find_helped_group (self);

  g_assert_cmpuint (group->n_helped, >, 0);
  g_assert_cmpuint (group->n_helped, <=, group->n_first);
  g_assert_true (shows_text (mukana_finding_page_peek_left_out (self->page), group->change));
}

typedef struct
{
  GtkWidget *window;
  GPtrArray *outs;
} Opened;

static gboolean
shows_changes (gpointer data)
{
  Opened *opened = data;

  for (guint i = 0; i < opened->outs->len; i++)
    {
      const MukanaMatchOut *out = g_ptr_array_index (opened->outs, i);

      if (out->name != NULL && out->change != NULL && !shows_text (opened->window, out->change))
        return FALSE;
    }

  return TRUE;
}

static void
opened_group_tells_each_what_would_help (Fixture       *self,
                                         gconstpointer  data)
{
  const MukanaMatchGroup *group = find_helped_group (self);
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (self->window->place->store);
  MukanaMatchGroupQuestion *question =
    mukana_match_group_question_new (matcher, self->request_id, group->reason, 200);
  g_autoptr (MukanaMatchGroupAnswer) answer =
    mukana_test_made_up_run (self->window, &mukana_matching_group_job, question);
  Opened opened = { NULL, answer->people };

  opened.window = mukana_left_out_people_new (MUKANA_PAGE (self->page), matcher, self->request_id,
                                              NULL, group->reason, group->title);
  gtk_window_present (GTK_WINDOW (opened.window));
  mukana_test_wait_until (shows_changes, &opened, "each person's change is shown");

  gtk_window_destroy (GTK_WINDOW (opened.window));
  mukana_match_group_question_free (question);
}

static void
panel_tells_what_would_raise_the_points (Fixture       *self,
                                         gconstpointer  data)
{
  MukanaWhyPanel *why = MUKANA_WHY_PANEL (mukana_finding_page_peek_why (self->page));
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (self->page);

  for (int i = 0; peek_row (self, i) != NULL; i++)
    {
      const MukanaMatchRow *row = g_ptr_array_index (answer->rows, (guint) i);
      g_autofree char *sentence = row->would_rise ? g_strconcat (row->would_rise, ".", NULL) : NULL;

      g_signal_emit_by_name (mukana_finding_list_peek_rows (peek_list (self)), "row-activated",
                             peek_row (self, i));
      g_assert_cmpstr (mukana_why_panel_peek_rise (why), ==, sentence);
    }
}

static void
box_is_named_after_what_it_does (Fixture       *self,
                                 gconstpointer  data)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (self->page);
  const MukanaMatchRow *row = g_ptr_array_index (answer->rows, 0);
  g_autofree char *name = g_strdup_printf ("Choose %s", row->name);
  GtkWidget *check = gtk_widget_get_first_child (
    gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (peek_row (self, 0))));

  g_assert_true (GTK_IS_CHECK_BUTTON (check));
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static gboolean
has_relaxation (gpointer page)
{
  return mukana_finding_page_peek_answer (page)->relaxation != NULL;
}

static void
page_tells_what_would_fill_the_request (Fixture       *self,
                                        gconstpointer  data)
{
  guint n_fits = mukana_finding_page_peek_answer (self->page)->n_fits;
  MukanaRequestFile *file =
    mukana_test_made_up_run (self->window, &mukana_request_file_job, &self->request_id);
  MukanaRequest *bigger = mukana_record_with_int (file->request, "people", n_fits + 1);
  g_autofree char *sentence = NULL;

  g_set_object (&file->request, bigger);
  g_free (mukana_test_made_up_run (self->window, &mukana_request_save_job, file));
  mukana_test_wait_until (has_relaxation, self->page, "the bigger request is answered");
  mukana_test_made_up_settle ();

  sentence = g_strdup_printf ("Fewer people fit than are looked for. %s.",
                              mukana_finding_page_peek_answer (self->page)->relaxation);
  g_assert_true (shows_text (GTK_WIDGET (self->page), sentence));
  mukana_test_made_up_shoot (self->window, "finding-relaxation");
  g_object_unref (bigger);
  mukana_request_file_free (file);
}

static void
add_need (MukanaRequestFile *file,
          const char        *role_code)
{
  MukanaRequestNeed *need = g_object_new (MUKANA_TYPE_REQUEST_NEED, NULL);

  mukana_record_init_text (need, "role-code", role_code);
  mukana_record_init_int (need, "people", 3);
  g_ptr_array_add (file->needs, need);
}

/* Three of each of two roles; nobody is asked yet. */
static void
ask_for_two_roles (Fixture *self)
{
  g_autoptr (MukanaRequestFile) file =
    mukana_test_made_up_run (self->window, &mukana_request_file_job, &self->request_id);
  g_autoptr (MukanaRequest) any = mukana_record_with_text (file->request, "role-code", NULL);
  MukanaRequest *bigger = mukana_record_with_int (any, "people", 6);

  g_set_object (&file->request, bigger);
  g_object_unref (bigger);
  g_ptr_array_set_size (file->needs, 0);
  add_need (file, "expert");
  add_need (file, "developer-client");
  g_free (mukana_test_made_up_run (self->window, &mukana_request_save_job, file));
}

static gboolean
tells_roles (gpointer page)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (page);

  return answer->role_labels != NULL && answer->rows->len > 1;
}

static void
several_roles_are_counted_each_and_a_missing_one_is_told (Fixture       *self,
                                                          gconstpointer  data)
{
  MukanaFindingBar *bar = MUKANA_FINDING_BAR (mukana_finding_page_peek_bar (self->page));
  g_autofree char *before = NULL, *warning = NULL;
  MukanaMatchRow *row;

  ask_for_two_roles (self);
  mukana_test_wait_until (tells_roles, self->page, "the request for two roles is answered");
  row = g_ptr_array_index (mukana_finding_page_peek_answer (self->page)->rows,
                           (guint) gtk_list_box_row_get_index (
                             GTK_LIST_BOX_ROW (peek_free_row (self, 0))));
  g_assert_true (shows_text (GTK_WIDGET (peek_free_row (self, 0)), row->roles));
  before = g_strdup (mukana_finding_bar_peek_roles (bar));
  g_assert_nonnull (strstr (before, "developer client "));
  g_assert_nonnull (strstr (before, " of 3, "));

  g_signal_emit_by_name (mukana_finding_page_peek_list (self->page), "ticked", row->person_id);
  mukana_test_made_up_settle ();
  mukana_test_made_up_shoot (self->window, "finding-roles");
  g_assert_cmpstr (mukana_finding_bar_peek_roles (bar), !=, before);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "finding.propose", NULL);
  mukana_test_made_up_shoot (self->window, "finding-roles-propose");
  warning = g_strdup_printf ("The request is not filled by these people: %s.",
                             mukana_finding_bar_peek_roles (bar));
  g_assert_true (shows_text (mukana_finding_page_peek_dialog (self->page), warning));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (mukana_finding_page_peek_dialog (self->page)),
                               "cancel");
}

static gboolean
has_no_compared (gpointer page)
{
  return mukana_finding_page_peek_compared (page) == NULL;
}

static void
chosen_stand_side_by_side_until_one_of_them_withdraws (Fixture       *self,
                                                       gconstpointer  data)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (self->page);
  const MukanaMatchRow *first = g_ptr_array_index (answer->rows, 0);
  const MukanaMatchRow *other = g_ptr_array_index (answer->rows, answer->rows->len - 1);
  g_autofree char *first_name = g_strdup (first->name), *other_name = g_strdup (other->name);
  g_autofree char *most = g_strdup_printf ("%d/%d, most", first->score.points, first->score.max);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (other->person_id, "register", NULL,
                                                        "phone");
  GtkWidget *window;

  g_assert_cmpint (first->score.points, >, other->score.points);
  g_signal_emit_by_name (mukana_finding_page_peek_list (self->page), "ticked", first->person_id);
  g_signal_emit_by_name (mukana_finding_page_peek_list (self->page), "ticked", other->person_id);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "finding.compare", NULL);
  window = mukana_finding_page_peek_compared (self->page);
  g_assert_nonnull (window);
  mukana_test_made_up_settle ();
  g_assert_true (shows_text (window, first_name));
  g_assert_true (shows_text (window, other_name));
  g_assert_true (shows_text (window, most));

  mukana_test_made_up_run (self->window, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  mukana_test_wait_until (has_no_compared, self->page, "nobody stands side by side");
}

/* ---- Another order ---- */

static int
kilometres (const MukanaMatchRow *row)
{
  const MukanaScorePart *place = &row->score.parts[MUKANA_PART_PLACE];

  return place->finding == MUKANA_FINDING_PLACE ? place->numbers[0] : G_MAXINT;
}

static gboolean
are_nearest_first (gpointer page)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (page);

  for (guint i = 1; i < answer->rows->len; i++)
    if (kilometres (g_ptr_array_index (answer->rows, i - 1)) >
        kilometres (g_ptr_array_index (answer->rows, i)))
      return FALSE;

  return TRUE;
}

static void
rows_follow_the_order_that_was_asked_for (Fixture       *self,
                                          gconstpointer  data)
{
  const MukanaMatchAnswer *answer;

  g_assert_false (are_nearest_first (self->page));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "finding.order", "s", "near");
  mukana_test_wait_until (are_nearest_first, self->page, "the nearest come first");
  mukana_test_made_up_shoot (self->window, "finding-near");

  answer = mukana_finding_page_peek_answer (self->page);
  for (int i = 0; peek_row (self, i) != NULL; i++)
    g_assert_cmpint (mukana_candidate_row_get_person (peek_row (self, i)), ==,
                     ((MukanaMatchRow *) g_ptr_array_index (answer->rows, (guint) i))->person_id);
}

/* ---- Taking choices back ---- */

static MukanaStanding
standing_of (Fixture *self,
             gint64   person_id)
{
  return mukana_finding_choice_get_standing (mukana_finding_page_peek_choice (self->page),
                                             person_id, NULL);
}

static void
do_on_page (Fixture    *self,
            const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL);
}

static void
choice_is_taken_back_and_done_again_in_its_order (Fixture       *self,
                                                  gconstpointer  data)
{
  gint64 first = mukana_candidate_row_get_person (peek_free_row (self, 0));
  gint64 other = mukana_candidate_row_get_person (peek_free_row (self, 1));

  g_signal_emit_by_name (peek_list (self), "ticked", first);
  g_signal_emit_by_name (peek_list (self), "ticked", other);
  g_signal_emit_by_name (peek_list (self), "reserved", other);
  g_signal_emit_by_name (peek_list (self), "ticked", first);

  do_on_page (self, "win.undo");
  g_assert_cmpint (standing_of (self, first), ==, MUKANA_STANDING_CHOSEN);
  do_on_page (self, "win.undo");
  g_assert_cmpint (standing_of (self, other), ==, MUKANA_STANDING_CHOSEN);
  do_on_page (self, "win.undo");
  g_assert_cmpint (standing_of (self, other), ==, MUKANA_STANDING_FREE);
  do_on_page (self, "win.do-again");
  do_on_page (self, "win.do-again");
  g_assert_cmpint (standing_of (self, other), ==, MUKANA_STANDING_RESERVE);
  g_assert_cmpint (standing_of (self, first), ==, MUKANA_STANDING_CHOSEN);
}

static void
taken_off_comes_back_to_the_same_place_and_is_told (Fixture       *self,
                                                    gconstpointer  data)
{
  MukanaFindingChoice *choice = mukana_finding_page_peek_choice (self->page);
  gint64 first = mukana_candidate_row_get_person (peek_free_row (self, 0));
  gint64 other = mukana_candidate_row_get_person (peek_free_row (self, 1));
  g_autofree char *told = NULL;

  g_signal_emit_by_name (peek_list (self), "ticked", first);
  g_signal_emit_by_name (peek_list (self), "ticked", other);
  told = g_strdup_printf ("%s was taken off",
                          mukana_finding_choice_find (choice, first)->name);
  g_signal_emit_by_name (mukana_finding_page_peek_bar (self->page), "removed", first);
  g_assert_cmpint (standing_of (self, first), ==, MUKANA_STANDING_FREE);

  do_on_page (self, "win.undo");
  g_assert_cmpint (((MukanaChosen *) g_ptr_array_index (choice->people, 0))->person_id, ==, first);
  mukana_test_made_up_settle ();
  mukana_test_made_up_shoot (self->window, "finding-undo");
  g_assert_cmpstr (self->told, ==, told);
}

static void
withdrawn_person_is_not_chosen_again_by_undo (Fixture       *self,
                                              gconstpointer  data)
{
  gint64 person_id = mukana_candidate_row_get_person (peek_free_row (self, 0));
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "register", NULL, "phone");

  g_object_set_data_full (G_OBJECT (self->page), "leaving",
                          g_memdup2 (&person_id, sizeof person_id), g_free);
  g_signal_emit_by_name (peek_list (self), "ticked", person_id);
  g_signal_emit_by_name (peek_list (self), "ticked", person_id);
  mukana_test_made_up_run (self->window, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  mukana_test_wait_until (is_first_gone, self, "the withdrawn person has left");

  do_on_page (self, "win.undo");
  g_assert_cmpint (standing_of (self, person_id), ==, MUKANA_STANDING_FREE);
  g_assert_null (mukana_finding_choice_peek_name (mukana_finding_page_peek_choice (self->page),
                                                  person_id));
}

static gboolean
has_nothing_to_take_back (gpointer context)
{
  return !mukana_undo_can (mukana_context_get_undo (context));
}

static void
asked_person_is_not_chosen_again_by_undo (Fixture       *self,
                                          gconstpointer  data)
{
  guint n_before = count_proposals (self);
  gint64 person_id = mukana_candidate_row_get_person (peek_free_row (self, 0));

  g_signal_emit_by_name (peek_list (self), "ticked", person_id);
  do_on_page (self, "finding.propose");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (mukana_finding_page_peek_dialog (self->page)),
                               "propose");
  mukana_test_wait_until (has_no_choice, self->page, "who was asked is no longer chosen");
  g_assert_cmpuint (count_proposals (self), ==, n_before + 1);

  mukana_test_undo (self->window->context, GTK_WIDGET (self->page));   /* the proposal */
  do_on_page (self, "win.undo");                                       /* would be the tick */
  mukana_test_wait_until (has_nothing_to_take_back, self->window->context, "all is taken back");
  g_assert_cmpint (standing_of (self, person_id), ==, MUKANA_STANDING_FREE);
}

static gboolean
is_out_of_sight (gpointer page)
{
  return !gtk_widget_get_mapped (page);
}

static void
choice_on_a_page_out_of_sight_stays (Fixture       *self,
                                     gconstpointer  data)
{
  gint64 person_id = mukana_candidate_row_get_person (peek_free_row (self, 0));
  MukanaPage *other;

  g_signal_emit_by_name (peek_list (self), "ticked", person_id);
  other = mukana_test_made_up_show (self->window, "person", person_id);
  mukana_test_wait_until (is_out_of_sight, self->page, "the other page is over it");
  gtk_widget_activate_action (GTK_WIDGET (other), "win.undo", NULL);
  g_assert_cmpint (standing_of (self, person_id), ==, MUKANA_STANDING_CHOSEN);

  mukana_window_go_back (self->window->window);
  mukana_test_made_up_settle ();
  do_on_page (self, "win.undo");
  g_assert_cmpint (standing_of (self, person_id), ==, MUKANA_STANDING_FREE);
}

/* ---- What takes long ---- */

static gpointer
hold_run (MukanaDb      *db,
          gpointer       gate,
          GCancellable  *cancellable,
          GError       **error)
{
  g_mutex_lock (gate);
  g_mutex_unlock (gate);
  return NULL;
}

/* Keeps every question waiting until its gate is open. */
static const MukanaJob hold_job = { "test.hold", MUKANA_LANE_DOOR, hold_run, NULL };

static GtkWidget *
peek_waiting (Fixture *self)
{
  return mukana_finding_page_peek_waiting (self->page);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

static void
long_question_can_be_stopped_and_asked_again (Fixture       *self,
                                              gconstpointer  data)
{
  const MukanaMatchAnswer *before = mukana_finding_page_peek_answer (self->page);
  MukanaStore *store = self->window->place->store;
  GMutex gate;

  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  mukana_store_run_async (store, &hold_job, &gate, NULL, NULL, NULL, NULL);
  mukana_weights_panel_set_weight (peek_weights (self), MUKANA_PART_PLACE, 50);
  g_assert_false (gtk_widget_get_visible (peek_waiting (self)));
  mukana_test_wait_until (is_shown, peek_waiting (self), "the wait is shown");
  g_assert_true (shows_text (peek_waiting (self), "Looking for people"));
  mukana_test_made_up_shoot (self->window, "finding-waiting");

  do_on_page (self, "finding.stop");
  g_assert_true (shows_text (peek_waiting (self), "Stopped. What is shown was found before."));
  mukana_test_made_up_shoot (self->window, "finding-stopped");
  g_mutex_unlock (&gate);
  mukana_test_made_up_run (self->window, &hold_job, &gate);
  mukana_test_made_up_settle ();
  g_assert_true (mukana_finding_page_peek_answer (self->page) == before);
  g_assert_nonnull (peek_row (self, 0));

  do_on_page (self, "finding.again");
  mukana_test_wait_until (is_hidden, peek_waiting (self), "it is answered");
  g_assert_true (mukana_finding_page_peek_answer (self->page) != before);
  g_mutex_clear (&gate);
}

#define ADD(name) g_test_add ("/finding/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  ADD (person_page_tells_why_for_each_request);
  ADD (weights_stay_as_they_were_left);
  ADD (list_resorts_while_weights_move);
  ADD (who_does_not_fit_is_told_anew_although_weights_move);
  ADD (keys_choose_and_propose);
  ADD (chosen_who_fits_no_more_is_marked_and_not_proposed);
  ADD (who_does_not_fit_is_told_before_people_are_proposed);
  ADD (withdrawn_person_leaves_at_once);
  ADD (group_tells_what_would_help);
  ADD (opened_group_tells_each_what_would_help);
  ADD (panel_tells_what_would_raise_the_points);
  ADD (box_is_named_after_what_it_does);
  ADD (page_tells_what_would_fill_the_request);
  ADD (several_roles_are_counted_each_and_a_missing_one_is_told);
  ADD (chosen_stand_side_by_side_until_one_of_them_withdraws);
  ADD (rows_follow_the_order_that_was_asked_for);
  ADD (choice_is_taken_back_and_done_again_in_its_order);
  ADD (taken_off_comes_back_to_the_same_place_and_is_told);
  ADD (withdrawn_person_is_not_chosen_again_by_undo);
  ADD (asked_person_is_not_chosen_again_by_undo);
  ADD (choice_on_a_page_out_of_sight_stays);
  ADD (long_question_can_be_stopped_and_asked_again);

  return g_test_run ();
}
