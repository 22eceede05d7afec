/* test-row-list.c: a list says which of its conditions it is in, and what is pressed is told. */

#include <adwaita.h>

#include "kit/mukana-test-window.h"
#include "services/mukana-listing.h"
#include "ui/kit/mukana-row-list.h"
#include "ui/kit/mukana-style.h"

static gpointer
copy_filter (gpointer filter)
{
  return mukana_people_filter_copy (filter);
}

static void
free_filter (gpointer filter)
{
  mukana_people_filter_free (filter);
}

static const MukanaRowSource source = {
  .ids = &mukana_people_ids_job,
  .rows = &mukana_people_rows_job,
  .copy_filter = copy_filter,
  .free_filter = free_filter,
  .kind = MUKANA_KIND_PERSON,
};

static GtkWidget *
make_label (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
}

static void
fill_name (GtkWidget     *cell,
           gpointer       record,
           MukanaContext *context)
{
  gtk_label_set_label (GTK_LABEL (cell), ((MukanaPersonRow *) record)->display_name);
}

static const MukanaColumn columns[] = {
  { "Person", 0, TRUE, MUKANA_COLUMN_ALWAYS, make_label, fill_name },
};

static const MukanaRowListWords words = {
  "mukana-people-symbolic", "No people yet", "People who take part are kept here.", "Add a person",
};

static gpointer
make_filter (const char *needle,
             const char *order,
             gpointer    data)
{
  MukanaPeopleFilter *filter = g_new0 (MukanaPeopleFilter, 1);

  filter->needle = needle && *needle ? g_strdup (needle) : NULL;
  filter->order = g_strdup (order);
  return filter;
}

typedef struct
{
  MukanaTestRegister *place;
  MukanaContext      *context;
  GtkWidget          *window;
  MukanaRowList      *list;
  guint               n_deeds;
  guint               n_clears;
  gint64              opened;
} Fixture;

static void
deed_cb (Fixture *fixture)
{
  fixture->n_deeds++;
}

static void
clear_cb (Fixture *fixture)
{
  fixture->n_clears++;
}

static void
opened_cb (Fixture *fixture,
           gint64   id)
{
  fixture->opened = id;
}

static gboolean
is_ready (gpointer data)
{
  MukanaRowModel *model = mukana_row_list_get_model (((Fixture *) data)->list);

  return mukana_row_model_get_state (model) == MUKANA_ROWS_READY;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  n_people)
{
  fixture->place = mukana_test_register_new ();
  for (guint i = 0; i < GPOINTER_TO_UINT (n_people); i++)
    mukana_test_add_person (fixture->place, i);
  fixture->context = mukana_test_context_new (fixture->place->store, NULL);

  fixture->list = MUKANA_ROW_LIST (mukana_row_list_new (fixture->context, &source, columns,
                                                        G_N_ELEMENTS (columns), &words));
  mukana_row_list_set_filter (fixture->list, make_filter, NULL);
  mukana_row_list_add_order (fixture->list, "name", "By name");
  mukana_row_list_set_choosable (fixture->list, TRUE);
  g_signal_connect_swapped (fixture->list, "deed", G_CALLBACK (deed_cb), fixture);
  g_signal_connect_swapped (fixture->list, "clear", G_CALLBACK (clear_cb), fixture);
  g_signal_connect_swapped (fixture->list, "opened", G_CALLBACK (opened_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
  gtk_window_present (GTK_WINDOW (fixture->window));
  mukana_row_list_refresh (fixture->list);
  mukana_test_wait_until (is_ready, fixture, "the list is loaded");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_unref (fixture->context);
  mukana_test_register_free (fixture->place);
}

/* The first mapped widget of a type whose property holds the text. */
static GtkWidget *
find_widget (GtkWidget  *from,
             GType       type,
             const char *property,
             const char *text)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (from), type) && gtk_widget_get_mapped (from))
    {
      g_autofree char *value = NULL;

      g_object_get (from, property, &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return from;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, property, text);

  return found;
}

typedef struct
{
  Fixture    *fixture;
  GType       type;
  const char *property;
  const char *text;
} Sought;

static gboolean
is_on_screen (gpointer data)
{
  Sought *sought = data;

  return find_widget (GTK_WIDGET (sought->fixture->list), sought->type, sought->property,
                      sought->text) != NULL;
}

static void
press (Fixture    *fixture,
       const char *label)
{
  Sought sought = { fixture, GTK_TYPE_BUTTON, "label", label };

  mukana_test_wait_until (is_on_screen, &sought, label);
  g_signal_emit_by_name (find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_BUTTON, "label", label),
                         "clicked");
}

static void
an_empty_list_offers_its_first_deed (Fixture       *fixture,
                                     gconstpointer  data)
{
  press (fixture, "Add a person");

  g_assert_cmpuint (fixture->n_deeds, ==, 1);
  g_assert_cmpuint (fixture->n_clears, ==, 0);
}

static void
nothing_found_offers_to_show_everything (Fixture       *fixture,
                                         gconstpointer  data)
{
  mukana_row_list_set_needle (fixture->list, "qqqqqq");
  press (fixture, "Show everything");

  g_assert_cmpuint (fixture->n_clears, ==, 1);
  g_assert_cmpuint (fixture->n_deeds, ==, 0);
}

static void
rows_show_their_names_and_open (Fixture       *fixture,
                                gconstpointer  data)
{
  MukanaRowModel *model = mukana_row_list_get_model (fixture->list);
  g_autoptr (MukanaRow) row = g_list_model_get_item (G_LIST_MODEL (model), 2);
  Sought view = { fixture, GTK_TYPE_COLUMN_VIEW, "css-name", "columnview" };
  Sought name = { fixture, GTK_TYPE_LABEL, "label", NULL };
  g_autoptr (MukanaPersonRow) record = NULL;

  mukana_test_wait_until (is_on_screen, &view, "the rows are on the screen");
  while (mukana_row_get_record (row) == NULL)
    g_main_context_iteration (NULL, TRUE);
  record = g_object_ref (mukana_row_get_record (row));
  name.text = record->display_name;
  mukana_test_wait_until (is_on_screen, &name, "the name is on the screen");
  g_signal_emit_by_name (find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_COLUMN_VIEW, "css-name",
                                      "columnview"), "activate", 2);

  g_assert_cmpint (fixture->opened, ==, record->id);
}

static void
double_click_opens_once (Fixture       *fixture,
                         gconstpointer  data)
{
  Sought view = { fixture, GTK_TYPE_COLUMN_VIEW, "css-name", "columnview" };
  GtkWidget *rows;
  gint64 first;

  mukana_test_wait_until (is_on_screen, &view, "the rows are on the screen");
  rows = find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_COLUMN_VIEW, "css-name", "columnview");
  g_signal_emit_by_name (rows, "activate", 2);
  first = fixture->opened;
  fixture->opened = 0;
  g_signal_emit_by_name (rows, "activate", 2);

  g_assert_cmpint (first, !=, 0);
  g_assert_cmpint (fixture->opened, ==, 0);
}

static gboolean
is_scrolled_down (gpointer rows)
{
  GtkWidget *scrolled = gtk_widget_get_parent (rows);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  return gtk_adjustment_get_value (place) > 0;
}

static void
row_that_was_opened_is_in_sight_when_the_list_comes_back (Fixture       *fixture,
                                                          gconstpointer  data)
{
  Sought view = { fixture, GTK_TYPE_COLUMN_VIEW, "css-name", "columnview" };
  GtkWidget *rows;

  mukana_test_wait_until (is_on_screen, &view, "the rows are on the screen");
  rows = find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_COLUMN_VIEW, "css-name", "columnview");
  g_signal_emit_by_name (rows, "activate", 95);
  g_assert_cmpint (fixture->opened, !=, 0);
  g_assert_false (is_scrolled_down (rows));
  gtk_widget_set_visible (GTK_WIDGET (fixture->list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (fixture->list), TRUE);

  mukana_test_wait_until (is_scrolled_down, rows, "the list has scrolled to the row");
}

static void
show_list_cb (Fixture *fixture)
{
  gtk_widget_set_visible (GTK_WIDGET (fixture->list), TRUE);
}

/* A form has covered the list, and is closed by what it made. */
static void
row_that_was_made_is_in_sight_when_the_list_comes_back (Fixture       *fixture,
                                                        gconstpointer  data)
{
  Sought view = { fixture, GTK_TYPE_COLUMN_VIEW, "css-name", "columnview" };
  GtkWidget *rows;

  mukana_test_wait_until (is_on_screen, &view, "the rows are on the screen");
  rows = find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_COLUMN_VIEW, "css-name", "columnview");
  gtk_widget_set_visible (GTK_WIDGET (fixture->list), FALSE);
  g_signal_connect_swapped (fixture->place->store, "changed", G_CALLBACK (show_list_cb), fixture);
  mukana_test_add_person (fixture->place, 100);

  mukana_test_wait_until (is_scrolled_down, rows, "the list has scrolled to the row");
}

#define ADD(test, n_people) \
  g_test_add ("/row-list/" #test, Fixture, GUINT_TO_POINTER (n_people), set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  mukana_style_load (gdk_display_get_default ());

  ADD (an_empty_list_offers_its_first_deed, 0);
  ADD (nothing_found_offers_to_show_everything, 5);
  ADD (rows_show_their_names_and_open, 5);
  ADD (double_click_opens_once, 5);
  ADD (row_that_was_opened_is_in_sight_when_the_list_comes_back, 100);
  ADD (row_that_was_made_is_in_sight_when_the_list_comes_back, 100);

  return g_test_run ();
}
