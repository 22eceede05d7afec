/* test-planning.c: what planning all requests promises at the window. */

#include "mukana-test-made-up.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-group-rules.h"
#include "domain/mukana-plan-limits.h"
#include "kit/mukana-test-toolkit.h"
#include "kit/mukana-test-undo.h"
#include "services/mukana-consenting.h"
#include "services/mukana-planning.h"
#include "services/mukana-registering.h"
#include "services/mukana-remembering.h"
#include "ui/app/mukana-group-rules-group.h"
#include "ui/app/mukana-plan-limits-group.h"
#include "ui/planning/mukana-planned-row.h"
#include "ui/planning/mukana-planning-page.h"
#include "ui/requests/mukana-requests-page.h"

#define N_PEOPLE 120

typedef struct
{
  MukanaTestMadeUp   *window;
  MukanaPlanningPage *page;
} Fixture;

static gboolean
is_planned (gpointer page)
{
  return mukana_planning_page_peek_answer (page) != NULL;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = mukana_test_made_up_new (N_PEOPLE);
  self->page = MUKANA_PLANNING_PAGE (mukana_test_made_up_show (self->window, "planning", 0));
  mukana_test_wait_until (is_planned, self->page, "everything is planned");
  mukana_test_made_up_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_made_up_free (self->window);
}

/* The first row that is shown of which somebody is to be asked. */
static MukanaPlannedRow *
find_row (GtkWidget *widget)
{
  if (MUKANA_IS_PLANNED_ROW (widget) &&
      mukana_planned_row_peek_check (MUKANA_PLANNED_ROW (widget), 0) != NULL)
    return MUKANA_PLANNED_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MukanaPlannedRow *found = find_row (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static MukanaPlannedRow *
peek_row (Fixture *self)
{
  MukanaPlannedRow *row = find_row (mukana_planning_page_peek_list (self->page));

  g_assert_nonnull (row);
  return row;
}

static MukanaPlanningRequest *
find_request (Fixture *self,
              gint64   request_id)
{
  const MukanaPlanningAnswer *answer = mukana_planning_page_peek_answer (self->page);

  for (guint i = 0; i < answer->requests->len; i++)
    {
      MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, i);

      if (told->request_id == request_id)
        return told;
    }

  g_assert_not_reached ();
}

static gboolean
has_person (GPtrArray *moves,
            gint64     person_id)
{
  for (guint i = 0; i < moves->len; i++)
    if (((MukanaPlanningMove *) g_ptr_array_index (moves, i))->person_id == person_id)
      return TRUE;

  return FALSE;
}

static guint
count_proposals (Fixture *self)
{
  const MukanaPlanningAnswer *answer = mukana_planning_page_peek_answer (self->page);
  guint n_proposals = 0;

  for (guint i = 0; i < answer->requests->len; i++)
    {
      gint64 id = ((MukanaPlanningRequest *) g_ptr_array_index (answer->requests, i))->request_id;
      g_autoptr (MukanaRequestFile) file =
        mukana_test_made_up_run (self->window, &mukana_request_file_job, &id);

      n_proposals += file->proposals->len;
    }

  return n_proposals;
}

static gboolean
is_asked (gpointer data)
{
  Fixture *self = data;

  return is_planned (self->page) &&
         mukana_planning_page_peek_answer (self->page)->n_moves <= 1;
}

typedef struct
{
  Fixture *fixture;
  guint    n_proposals;
} Asked;

static gboolean
are_so_many (gpointer data)
{
  Asked *asked = data;

  /* After an undo it is planned again, and meanwhile there is no answer to count by. */
  return is_planned (asked->fixture->page) &&
         count_proposals (asked->fixture) == asked->n_proposals;
}

static gboolean
plans_as_before (gpointer data)
{
  Asked *planned = data;
  const MukanaPlanningAnswer *answer = mukana_planning_page_peek_answer (planned->fixture->page);

  return answer != NULL && answer->n_moves == planned->n_proposals;
}

static void
plan_is_changed_by_hand_and_asked (Fixture       *self,
                                   gconstpointer  data)
{
  guint n_before = count_proposals (self);
  Asked before = { self, n_before };
  Asked planned = { self, mukana_planning_page_peek_answer (self->page)->n_moves };
  guint n_moves = mukana_planning_page_peek_answer (self->page)->n_moves;
  MukanaPlannedRow *row = peek_row (self);
  gint64 request_id = mukana_planned_row_get_request (row);
  MukanaPlanningMove *first = g_ptr_array_index (find_request (self, request_id)->moves, 0);
  gint64 person_id = first->person_id;
  GtkWidget *dialog;

  g_assert_cmpuint (n_moves, >, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mukana_planned_row_peek_check (row, 0)), FALSE);
  g_assert_cmpstr (mukana_planned_row_peek_words (row), !=, _("All found"));
  mukana_test_made_up_shoot (self->window, "planning");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "planning.apply", NULL);
  dialog = mukana_planning_page_peek_dialog (self->page);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "propose");
  mukana_test_wait_until (is_asked, self, "those who were ticked are asked");

  g_assert_cmpuint (count_proposals (self), ==, n_before + n_moves - 1);
  g_assert_false (has_person (find_request (self, request_id)->kept, person_id));
  mukana_test_undo (self->window->context, GTK_WIDGET (self->page));
  mukana_test_wait_until (are_so_many, &before, "nobody of them was asked");
  mukana_test_wait_until (plans_as_before, &planned, "it is planned again, with what holds");
}

static gboolean
has_protocol (gpointer protocols)
{
  return mukana_planning_protocols_peek_check (protocols, 0) != NULL;
}

static gboolean
is_checked (gpointer protocols)
{
  return g_str_equal (mukana_planning_protocols_peek_told (protocols),
                      _("Planned again, the same comes of it."));
}

static void
proposed_plan_is_checked_by_its_protocol (Fixture       *self,
                                          gconstpointer  data)
{
  MukanaPlanningProtocols *protocols = mukana_planning_page_peek_protocols (self->page);
  MukanaPlanningApplying *applying =
    mukana_planning_applying_new (mukana_planning_page_peek_answer (self->page));
  MukanaPlannedRow *row = peek_row (self);
  MukanaPlanningRequest *told = find_request (self, mukana_planned_row_get_request (row));
  GtkWidget *lots;

  mukana_planning_applying_add (applying, told->request_id, g_ptr_array_index (told->moves, 0));
  mukana_planning_applied_free (mukana_test_made_up_run (self->window, &mukana_planning_apply_job,
                                                         applying));
  mukana_planning_applying_free (applying);
  lots = gtk_widget_get_ancestor (GTK_WIDGET (protocols), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (lots));
  mukana_test_wait_until (has_protocol, protocols, "the protocol is listed");
  g_signal_emit_by_name (mukana_planning_protocols_peek_check (protocols, 0), "clicked");
  mukana_test_wait_until (is_checked, protocols, "the protocol is checked");
  mukana_test_made_up_shoot (self->window, "planning-protocols");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (lots));   /* GTK trips over one that goes open */
  mukana_test_made_up_settle ();
}

static gboolean
is_seeded (gpointer page)
{
  return is_planned (page) && mukana_planning_page_peek_answer (page)->seed == 7;
}

static void
seed_that_is_set_is_planned_with (Fixture       *self,
                                  gconstpointer  data)
{
  MukanaPlanningProtocols *protocols = mukana_planning_page_peek_protocols (self->page);

  g_assert_cmpint (mukana_planning_protocols_get_seed (protocols), ==,
                   mukana_planning_page_peek_answer (self->page)->seed);
  mukana_planning_protocols_set_seed (protocols, 7);
  g_signal_emit_by_name (protocols, "seeded");
  mukana_test_wait_until (is_seeded, self->page, "it is planned with the seed");
}

typedef struct
{
  Fixture *fixture;
  gint64   request_id;
  gint64   person_id;
} Wanted;

static gboolean
is_taken (gpointer data)
{
  Wanted *wanted = data;

  return is_planned (wanted->fixture->page) &&
         has_person (find_request (wanted->fixture, wanted->request_id)->moves, wanted->person_id);
}

static gboolean
has_reasons (gpointer told)
{
  GPtrArray *others = ((MukanaPlanningRequest *) told)->others;

  return others->len > 0 && ((MukanaPlanningOther *) g_ptr_array_index (others, 0))->sentence;
}

static gboolean
is_open (GtkWidget *others)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (others));

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

static void
somebody_else_is_taken_into_the_plan (Fixture       *self,
                                      gconstpointer  data)
{
  g_autoptr (MukanaPlannedRow) row = g_object_ref (peek_row (self));
  gint64 request_id = mukana_planned_row_get_request (row);
  MukanaPlanningRequest *told = find_request (self, request_id);
  MukanaPlanningOther *other = NULL;
  Wanted wanted = { self, request_id, 0 };

  gtk_menu_button_popup (GTK_MENU_BUTTON (mukana_planned_row_peek_others (row)));
  mukana_test_wait_until (has_reasons, told, "the reasons are told");
  for (guint i = 0; i < told->others->len && other == NULL; i++)
    if (((MukanaPlanningOther *) g_ptr_array_index (told->others, i))->why.loss >= 0)
      other = g_ptr_array_index (told->others, i);
  g_assert_nonnull (other);
  g_assert_nonnull (strstr (other->sentence, "."));
  wanted.person_id = other->move.person_id;

  mukana_test_made_up_settle ();
  mukana_test_made_up_shoot (self->window, "planning-others");
  g_assert_true (is_open (mukana_planned_row_peek_others (row)));   /* though the look is noted */
  g_signal_emit_by_name (row, "chosen", request_id, wanted.person_id);
  mukana_test_wait_until (is_taken, &wanted, "the other is in the plan");

  g_assert_cmpuint (mukana_planning_page_peek_answer (self->page)->n_unmet, ==, 0);
}

static gboolean
is_left_out (gpointer data)
{
  Wanted *wanted = data;

  return is_planned (wanted->fixture->page) &&
         find_request (wanted->fixture, wanted->request_id)->is_left_out;
}

static void
request_is_left_out_where_it_stands (Fixture       *self,
                                     gconstpointer  data)
{
  g_autoptr (MukanaPlannedRow) row = g_object_ref (peek_row (self));
  GtkWidget *leave = mukana_planned_row_peek_leave (row);
  Wanted wanted = { self, mukana_planned_row_get_request (row), 0 };
  g_autofree char *protocol =
    g_strdup (mukana_planning_page_peek_answer (self->page)->protocol);

  gtk_widget_grab_focus (leave);
  g_signal_emit_by_name (leave, "clicked");
  mukana_test_wait_until (is_left_out, &wanted, "the request is left out");
  mukana_test_made_up_settle ();
  mukana_test_made_up_shoot (self->window, "planning-left-out");

  g_assert_cmpuint (find_request (self, wanted.request_id)->moves->len, ==, 0);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (leave)), ==, _("Take In Again"));
  g_assert_true (gtk_widget_has_focus (leave));
  g_assert_nonnull (strstr (mukana_planning_page_peek_answer (self->page)->protocol, "\nu 1 "));

  g_signal_emit_by_name (leave, "clicked");
  mukana_test_wait_until (is_planned, self->page, "it is planned with the request");
  g_assert_false (is_left_out (&wanted));
  g_assert_cmpint (strlen (mukana_planning_page_peek_answer (self->page)->protocol), >=,
                   strlen (protocol));
}

/* What is set beside a title that is shown. */
static GtkWidget *
find_control (GtkWidget  *widget,
              const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_control (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_decided (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *rules = mukana_test_made_up_run (fixture->window, &mukana_setting_get_job,
                                                    (gpointer) MUKANA_GROUP_RULES);

  return g_str_equal (rules, "two mentor");
}

static gboolean
is_ready (gpointer widget)
{
  return gtk_widget_is_sensitive (widget);
}

static GtkWidget *
show_setting (Fixture *self,
              GType    type)
{
  GtkWidget *window = adw_preferences_window_new (), *page = adw_preferences_page_new ();
  GtkWidget *group = mukana_setting_group_new (type, self->window->context);

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  gtk_window_present (GTK_WINDOW (window));
  mukana_test_wait_until (is_ready, group, "the setting is read");
  return group;
}

static void
what_is_asked_of_groups_is_decided_in_the_preferences (Fixture       *self,
                                                       gconstpointer  data)
{
  GtkWidget *group = show_setting (self, MUKANA_TYPE_GROUP_RULES_GROUP), *two;

  mukana_test_made_up_shoot (self->window, "group-rules");
  two = find_control (group, _("Nobody alone"));
  g_assert_nonnull (two);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (two)));
  g_assert_true (gtk_switch_get_active (
    GTK_SWITCH (find_control (group, _("A first-timer with an experienced one")))));

  gtk_switch_set_active (GTK_SWITCH (two), TRUE);
  mukana_test_wait_until (is_decided, self, "the rules are stored");
  mukana_test_made_up_settle ();

  g_assert_true (mukana_planning_page_is_stale (self->page));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (group)));
}

static gboolean
is_limited (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *limits = mukana_test_made_up_run (fixture->window, &mukana_setting_get_job,
                                                     (gpointer) MUKANA_PLAN_LIMITS);
  MukanaPlanLimits read;

  return mukana_plan_limits_parse (limits, &read) && read.per_month == 12 &&
         read.per_quarter == 12;
}

/* Closed before the rest that follows a change is over. */
static void
quarter_follows_a_larger_month_and_is_stored_on_closing (Fixture       *self,
                                                         gconstpointer  data)
{
  GtkWidget *group = show_setting (self, MUKANA_TYPE_PLAN_LIMITS_GROUP);
  GtkSpinButton *month = GTK_SPIN_BUTTON (find_control (group, _("Requests in a month")));
  GtkSpinButton *quarter = GTK_SPIN_BUTTON (find_control (group, _("Requests in a quarter")));

  g_assert_cmpfloat (gtk_spin_button_get_value (quarter), <, 12);
  gtk_spin_button_set_value (month, 12);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (group)));

  mukana_test_wait_until (is_limited, self, "the limits are stored");
}

static void
withdrawn_person_leaves_the_plan_at_once (Fixture       *self,
                                          gconstpointer  data)
{
  gint64 request_id = mukana_planned_row_get_request (peek_row (self));
  MukanaPlanningMove *first = g_ptr_array_index (find_request (self, request_id)->moves, 0);
  gint64 person_id = first->person_id;
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "register", NULL, "phone");

  mukana_test_made_up_run (self->window, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  mukana_test_made_up_settle ();

  g_assert_true (mukana_planning_page_is_stale (self->page));
  for (guint i = 0; i < mukana_planning_page_peek_answer (self->page)->requests->len; i++)
    {
      MukanaPlanningRequest *told =
        g_ptr_array_index (mukana_planning_page_peek_answer (self->page)->requests, i);

      g_assert_false (has_person (told->moves, person_id));
      g_assert_false (has_person (told->kept, person_id));
      g_assert_false (has_person (told->others, person_id));
    }
}

static gboolean
has_refusal (gpointer page)
{
  return mukana_planning_page_peek_dialog (page) != NULL;
}

/* A colleague asks the first of the plan between planning and asking. */
static void
asked_meanwhile_is_told_and_nobody_is_asked (Fixture       *self,
                                             gconstpointer  data)
{
  gint64 request_id = mukana_planned_row_get_request (peek_row (self));
  MukanaPlanningMove *first = g_ptr_array_index (find_request (self, request_id)->moves, 0);
  MukanaPlanningApplying *colleague =
    mukana_planning_applying_new (mukana_planning_page_peek_answer (self->page));
  guint n_before = count_proposals (self);

  mukana_planning_applying_add (colleague, request_id, first);
  mukana_planning_applied_free (mukana_test_made_up_run (self->window, &mukana_planning_apply_job,
                                                         colleague));
  mukana_planning_applying_free (colleague);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "planning.apply", NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (mukana_planning_page_peek_dialog (self->page)),
                               "propose");
  mukana_test_wait_until (has_refusal, self->page, "the refusal is told");
  mukana_test_made_up_shoot (self->window, "planning-refused");

  g_assert_cmpuint (count_proposals (self), ==, n_before + 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (mukana_planning_page_peek_dialog (self->page)),
                               "again");
  mukana_test_wait_until (is_planned, self->page, "it is planned again");
  g_assert_false (mukana_planning_page_is_stale (self->page));
}

static void
dropped_plan_asks_nobody (Fixture       *self,
                          gconstpointer  data)
{
  guint n_before = count_proposals (self);

  mukana_test_made_up_show (self->window, "requests", 0);
  mukana_window_show_page (self->window->window, "planning", 0);
  self->page = MUKANA_PLANNING_PAGE (mukana_window_get_page (self->window->window));
  mukana_test_wait_until (is_planned, self->page, "everything is planned");
  g_assert_cmpuint (count_proposals (self), ==, n_before);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "planning.drop", NULL);
  mukana_test_made_up_settle ();

  g_assert_true (MUKANA_IS_REQUESTS_PAGE (mukana_window_get_page (self->window->window)));
}

/* Returns: (nullable): a button that is in sight and read out as nothing but a button */
static GtkWidget *
find_nameless (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) &&
      !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
      !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                         GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nameless (child);

  return found;
}

static void
every_button_of_a_request_has_a_name_to_the_ear (Fixture       *self,
                                                 gconstpointer  data)
{
  GtkWidget *row = GTK_WIDGET (find_row (GTK_WIDGET (self->page)));

  g_assert_nonnull (row);
  g_assert_null (find_nameless (row));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

#define ADD(name, function) \
  g_test_add ("/planning/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("changed-by-hand-and-asked", plan_is_changed_by_hand_and_asked);
  ADD ("somebody-else-is-taken", somebody_else_is_taken_into_the_plan);
  ADD ("protocol-is-checked", proposed_plan_is_checked_by_its_protocol);
  ADD ("seed-is-set", seed_that_is_set_is_planned_with);
  ADD ("left-out-where-it-stands", request_is_left_out_where_it_stands);
  ADD ("groups-are-decided-in-the-preferences",
       what_is_asked_of_groups_is_decided_in_the_preferences);
  ADD ("limits-are-stored-on-closing", quarter_follows_a_larger_month_and_is_stored_on_closing);
  ADD ("withdrawn-person-leaves", withdrawn_person_leaves_the_plan_at_once);
  ADD ("asked-meanwhile-is-told", asked_meanwhile_is_told_and_nobody_is_asked);
  ADD ("dropped-plan-asks-nobody", dropped_plan_asks_nobody);
  ADD ("buttons-have-names", every_button_of_a_request_has_a_name_to_the_ear);

  return g_test_run ();
}
