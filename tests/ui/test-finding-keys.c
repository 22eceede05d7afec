/* test-finding-keys.c: people are found and chosen without a pointer, whose wheel changes nothing.
 * Keys and wheel are real ones. */

#include "mukana-test-made-up.h"

#include "ui/finding/mukana-candidate-row.h"
#include "ui/finding/mukana-finding-list.h"
#include "ui/finding/mukana-finding-page.h"
#include "ui/finding/mukana-weights-panel.h"
#include "ui/kit/mukana-layout.h"
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

/* Not the focus child: a box remembers it when the focus is elsewhere. */
static gboolean
has_focus_in_rows (gpointer rows)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (rows));

  return focus != NULL && gtk_widget_is_ancestor (focus, rows);
}

static gboolean
has_focus_outside_rows (gpointer rows)
{
  return !has_focus_in_rows (rows);
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

static void
best_is_ticked_by_the_first_key (Fixture       *self,
                                 gconstpointer  data)
{
  if (!can_send_input ())
    return;

  self->wanted = mukana_candidate_row_get_person (MUKANA_CANDIDATE_ROW (peek_row (self, 0)));
  mukana_test_made_up_input ("key space");
  mukana_test_wait_until (is_chosen, self, "the space bar ticks the best who was found");
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

  mukana_test_made_up_input ("key Tab");
  mukana_test_wait_until (has_focus, peek_row (self, 1), "and from there to the next one");
  mukana_test_made_up_input ("key Up");
  mukana_test_wait_until (has_focus, peek_row (self, 0), "an arrow goes back");
  mukana_test_made_up_input ("key Down");
  mukana_test_wait_until (has_focus, peek_row (self, 1), "and on again");
  self->wanted = mukana_candidate_row_get_person (MUKANA_CANDIDATE_ROW (peek_row (self, 1)));
  mukana_test_made_up_input ("key space");
  mukana_test_wait_until (is_chosen, self, "the space bar ticks who has the focus");

  gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->rows)));
  mukana_test_made_up_input ("key Tab");
  mukana_test_wait_until (has_focus_outside_rows, self->rows, "Tab leaves the last candidate");
  mukana_test_made_up_input ("key shift+Tab");
  mukana_test_wait_until (has_focus_in_rows, self->rows, "and comes back from below");
}

static gboolean
is_list_hidden (gpointer rows)
{
  return !gtk_widget_get_mapped (rows);
}

static gboolean
is_list_shown (gpointer rows)
{
  return gtk_widget_get_mapped (rows);
}

static gboolean
is_narrow (gpointer window)
{
  return gtk_widget_has_css_class (window, "narrow");
}

/* In a small window the explanation stands over the list. */
static void
escape_leads_from_the_explanation_to_the_list (Fixture       *self,
                                               gconstpointer  data)
{
  if (!can_send_input ())
    return;

  gtk_window_set_default_size (GTK_WINDOW (self->window->window), 600, 640);
  mukana_test_wait_until (is_narrow, self->window->window, "the window is narrow");
  mukana_test_made_up_settle ();
  gtk_widget_grab_focus (peek_row (self, 0));
  mukana_test_made_up_input ("key Return");
  mukana_test_wait_until (is_list_hidden, self->rows, "the explanation is over the list");
  mukana_test_made_up_settle ();

  mukana_test_made_up_input ("key Escape");

  mukana_test_wait_until (is_list_shown, self->rows, "the list is there again");
  g_assert_true (mukana_window_get_page (self->window->window) == MUKANA_PAGE (self->page));
}

static GtkWidget *
find_kind (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_kind (child, type);

  return found;
}

static gboolean
is_drawn (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 1;
}

static gboolean
is_scrolled (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) >= 1;
}

/* Whoever scrolls means the page; @pointed, where the pointer happens to be, stays as it was. */
static void
assert_wheel_scrolls (GtkWidget     *value,
                      GtkWidget     *pointed,
                      GtkAdjustment *adjustment)
{
  GtkWidget *window = gtk_window_new (), *page = gtk_scrolled_window_new ();
  GtkWidget *column = mukana_layout_column (0, value, gtk_drawing_area_new (), NULL);
  double x, y;
  g_autofree char *deed = NULL;

  gtk_widget_set_size_request (gtk_widget_get_last_child (column), -1, 4000);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page), column);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_fullscreen (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  mukana_test_wait_until (is_drawn, value, "the page is shown");

  gtk_adjustment_set_value (adjustment, 50);
  gtk_widget_translate_coordinates (pointed, window, gtk_widget_get_width (pointed) / 2.0,
                                    gtk_widget_get_height (pointed) / 2.0, &x, &y);
  deed = g_strdup_printf ("mousemove %d %d click 5 click 5", (int) x, (int) y);
  mukana_test_made_up_input (deed);
  mukana_test_wait_until (is_scrolled,
                          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)),
                          "the page is scrolled");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 50);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
wheel_over_a_value_scrolls_the_page (Fixture       *self,
                                     gconstpointer  data)
{
  GtkWidget *spin = mukana_layout_spin_button (0, 100, 1);
  GtkWidget *weights = mukana_weights_panel_new ();
  GtkWidget *scale = find_kind (weights, GTK_TYPE_SCALE);

  g_object_ref_sink (spin);
  g_object_ref_sink (weights);
  if (can_send_input ())
    {
      assert_wheel_scrolls (spin, spin, gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (spin)));
      assert_wheel_scrolls (weights, scale, gtk_range_get_adjustment (GTK_RANGE (scale)));
    }
  g_object_unref (weights);
  g_object_unref (spin);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_test_toolkit_init ();

  g_test_add ("/finding-keys/best_is_ticked_by_the_first_key", Fixture, NULL, set_up,
              best_is_ticked_by_the_first_key, tear_down);
  g_test_add ("/finding-keys/candidates_are_reached_and_ticked", Fixture, NULL, set_up,
              candidates_are_reached_and_ticked, tear_down);
  g_test_add ("/finding-keys/escape_leads_from_the_explanation_to_the_list", Fixture, NULL, set_up,
              escape_leads_from_the_explanation_to_the_list, tear_down);
  g_test_add ("/finding-keys/wheel_over_a_value_scrolls_the_page", Fixture, NULL, set_up,
              wheel_over_a_value_scrolls_the_page, tear_down);

  return g_test_run ();
}
