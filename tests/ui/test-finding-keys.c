/* test-finding-keys.c: people are found and chosen without a pointer.  Keys are real ones. */

#include "mukana-test-made-up.h"

#include "ui/finding/mukana-candidate-row.h"
#include "ui/finding/mukana-finding-list.h"
#include "ui/finding/mukana-finding-page.h"
#include "kit/mukana-test-toolkit.h"

#define N_PEOPLE 120

typedef struct
{
  MukanaTestMadeUp  *window;
  MukanaFindingPage *page;
  GtkListBox        *rows;
  gint64             wanted;      /* a person */
} Fixture;

static gboolean
is_answered (gpointer page)
{
  const MukanaMatchAnswer *answer = mukana_finding_page_peek_answer (page);

  return answer != NULL && answer->rows->len > 0;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  gint64 request_id;

  self->window = mukana_test_made_up_new (N_PEOPLE);
  request_id = mukana_test_made_up_find_request (self->window);
  self->page = MUKANA_FINDING_PAGE (mukana_test_made_up_show (self->window, "finding", request_id));
  mukana_test_wait_until (is_answered, self->page, "people are ranked");
  mukana_test_made_up_settle ();
  self->rows = mukana_finding_list_peek_rows (
    MUKANA_FINDING_LIST (mukana_finding_page_peek_list (self->page)));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_made_up_free (self->window);
}

static GtkWidget *
peek_row (Fixture *self,
          int      index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, index));
}

static gboolean
has_focus_in_rows (gpointer rows)
{
  return gtk_widget_get_focus_child (rows) != NULL;
}

static gboolean
has_focus_outside_rows (gpointer rows)
{
  return gtk_widget_get_focus_child (rows) == NULL;
}

static gboolean
has_focus (gpointer row)
{
  return gtk_widget_is_focus (row);
}

static gboolean
is_chosen (gpointer data)
{
  Fixture *self = data;

  return mukana_finding_choice_find (mukana_finding_page_peek_choice (self->page),
                                     self->wanted) != NULL;
}

static GtkWidget *
find_weights (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_weights (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
can_send_input (void)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  if (xdotool == NULL)
    g_test_skip ("xdotool is not installed");
  return xdotool != NULL;
}

/* From above and from below, by Tab and by the arrows. */
static void
candidates_are_reached_and_ticked (Fixture       *self,
                                   gconstpointer  data)
{
  if (!can_send_input ())
    return;

  gtk_widget_grab_focus (find_weights (mukana_finding_page_peek_list (self->page)));
  mukana_test_made_up_input ("key Tab");
  mukana_test_wait_until (has_focus, peek_row (self, 0), "Tab goes on to the first candidate");
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (self->window->window)));

  mukana_test_made_up_input ("key Down");
  mukana_test_wait_until (has_focus, peek_row (self, 1), "an arrow goes to the next one");
  self->wanted = mukana_candidate_row_get_person (MUKANA_CANDIDATE_ROW (peek_row (self, 1)));
  mukana_test_made_up_input ("key space");
  mukana_test_wait_until (is_chosen, self, "the space bar ticks who has the focus");

  gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->rows)));
  mukana_test_made_up_input ("key Tab");
  mukana_test_wait_until (has_focus_outside_rows, self->rows, "Tab leaves the last candidate");
  mukana_test_made_up_input ("key shift+Tab");
  mukana_test_wait_until (has_focus_in_rows, self->rows, "and comes back from below");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  g_test_add ("/finding-keys/candidates_are_reached_and_ticked", Fixture, NULL, set_up,
              candidates_are_reached_and_ticked, tear_down);

  return g_test_run ();
}
