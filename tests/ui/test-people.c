/* test-people.c: the list of people and the page of one keep their promises.
 *
 * Real widgets on a real register.  Deeds are actions of the pages; keys and
 * the pointer are the kit's affair and tried there.
 */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "kit/mukana-test.h"
#include "kit/mukana-test-window.h"
#include "services/mukana-consenting.h"
#include "services/mukana-identifying.h"
#include "services/mukana-registering.h"
#include "services/mukana-remembering.h"
#include "ui/app/mukana-calendar-save.h"
#include "ui/kit/mukana-row.h"
#include "ui/people/mukana-busy-times-deed.h"
#include "ui/people/mukana-chosen-deeds.h"
#include "ui/people/mukana-people-page.h"
#include "ui/people/mukana-person-page.h"

typedef MukanaTestWindow Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  mukana_test_window_open (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (fixture);
}

static MukanaRowModel *
show_list (Fixture *fixture)
{
  g_assert_true (mukana_window_show_page (fixture->window, "people", 0));
  mukana_test_window_settle ();
  return mukana_row_list_get_model (mukana_people_page_peek_list (
    MUKANA_PEOPLE_PAGE (mukana_window_get_page (fixture->window))));
}

static gboolean
has_file (gpointer page)
{
  return mukana_person_page_peek_file (page) != NULL;
}

static MukanaPersonPage *
show_person (Fixture *fixture,
             gint64   id)
{
  MukanaPersonPage *page;

  g_assert_true (mukana_window_show_page (fixture->window, "person", id));
  page = MUKANA_PERSON_PAGE (mukana_window_get_page (fixture->window));
  mukana_test_wait_until (has_file, page, "the person is read");
  return page;
}

static MukanaForm *
edit (MukanaPersonPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "person.edit", NULL);
  mukana_test_window_settle ();
  return mukana_record_dialog_get_form (mukana_person_page_peek_dialog (page));
}

static void
an_empty_register_invites_the_first_person (Fixture       *fixture,
                                            gconstpointer  data)
{
  MukanaRowModel *model = show_list (fixture);

  g_assert_cmpint (mukana_row_model_get_state (model), ==, MUKANA_ROWS_READY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_nonnull (mukana_test_window_find_button (fixture, "New Person…"));
}

static void
one_person_is_one_row (Fixture       *fixture,
                       gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 3);

  MukanaRowModel *model = show_list (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  g_assert_cmpint (mukana_row_model_get_id (model, 0), ==, id);
}

static void
opened_cb (gint64 *opened,
           gint64  id)
{
  *opened = id;
}

static gboolean
is_opened (gpointer opened)
{
  return *(gint64 *) opened != 0;
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

/* Not what happens to stand below the search. */
static void
down_and_enter_open_what_the_search_found (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  MukanaRowModel *model;
  gint64 opened = 0;

  if (xdotool == NULL)
    {
      g_test_skip ("xdotool is not installed");
      return;
    }
  for (guint i = 0; i < 10; i++)
    mukana_test_add_person (fixture->place, i);
  model = show_list (fixture);
  g_signal_connect_swapped (mukana_people_page_peek_list (MUKANA_PEOPLE_PAGE (
    mukana_window_get_page (fixture->window))), "opened", G_CALLBACK (opened_cb), &opened);

  gtk_widget_grab_focus (find_search (GTK_WIDGET (fixture->window)));
  mukana_test_window_press (fixture, "Down");
  mukana_test_window_settle ();
  mukana_test_window_press (fixture, "Return");

  mukana_test_wait_until (is_opened, &opened, "a person is opened");
  g_assert_cmpint (opened, ==, mukana_row_model_get_id (model, 0));
}

static void
a_condition_narrows_and_its_cross_widens (Fixture       *fixture,
                                          gconstpointer  data)
{
  MukanaPeopleSentence *sentence;
  MukanaRowModel *model;

  for (guint i = 0; i < 10; i++)
    mukana_test_add_person (fixture->place, i);
  model = show_list (fixture);
  sentence = mukana_people_page_peek_sentence (
    MUKANA_PEOPLE_PAGE (mukana_window_get_page (fixture->window)));

  mukana_people_sentence_set (sentence, "municipality", "091");
  mukana_test_window_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);

  mukana_people_sentence_set (sentence, "municipality", NULL);
  mukana_test_window_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 10);

  mukana_people_sentence_set_conditions (sentence, "-municipality=091");
  mukana_test_window_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 8);
}

static void
give (Fixture    *fixture,
      gint64      person_id,
      const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  mukana_test_run (fixture->place, &mukana_consenting_give_job, consent);
}

static gboolean
has_one_row (gpointer model)
{
  return mukana_row_model_get_state (model) == MUKANA_ROWS_READY &&
         g_list_model_get_n_items (model) == 1;
}

/* Two are free on Thursdays; one of them agreed to be matched. */
static void
a_free_day_shows_who_can_be_asked (Fixture       *fixture,
                                   gconstpointer  data)
{
  gint64 ids[2];
  MukanaRowModel *model;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *times = NULL, *state = NULL;

      ids[i] = mukana_test_add_person (fixture->place, i);
      times = g_strdup_printf ("INSERT INTO availability (person_id, weekday, start_minute, "
                               "end_minute) VALUES (%d, 4, 480, 1200);", (int) ids[i]);
      state = g_strdup_printf ("UPDATE person SET state = 'active' WHERE id = %d;", (int) ids[i]);
      mukana_test_sql (fixture->place, times);
      mukana_test_sql (fixture->place, state);
    }
  give (fixture, ids[0], "register");
  give (fixture, ids[1], "register");
  give (fixture, ids[1], "matching");

  model = show_list (fixture);
  mukana_people_sentence_set (mukana_people_page_peek_sentence (MUKANA_PEOPLE_PAGE (
    mukana_window_get_page (fixture->window))), "free", "2026-12-10T10:00-12:00");
  mukana_test_wait_until (has_one_row, model, "who is free is found");

  g_assert_cmpint (mukana_row_model_get_id (model, 0), ==, ids[1]);
}

static void
a_form_with_a_bad_address_cannot_be_saved (Fixture       *fixture,
                                           gconstpointer  data)
{
  MukanaPersonPage *page = show_person (fixture, mukana_test_add_person (fixture->place, 1));
  MukanaForm *form = edit (page);
  g_autofree char *before = g_strdup (mukana_person_page_peek_file (page)->person->email);

  mukana_form_set_text (form, "email", "not an address");
  mukana_record_dialog_save (mukana_person_page_peek_dialog (page));
  mukana_test_window_settle ();

  g_assert_false (mukana_form_get_valid (form));
  g_assert_nonnull (mukana_form_peek_issue (form, "email"));
  g_assert_cmpstr (mukana_person_page_peek_file (page)->person->email, ==, before);

  gtk_window_destroy (GTK_WINDOW (mukana_person_page_peek_dialog (page)));
}

static gboolean
is_renamed (gpointer page)
{
  return g_str_has_prefix (mukana_person_page_peek_file (page)->person->display_name, "Uusi ");
}

static gboolean
can_take_back (gpointer undo)
{
  return mukana_undo_can (undo);
}

static gboolean
is_not_renamed (gpointer page)
{
  return !is_renamed (page);
}

static void
a_saved_form_shows_and_can_be_taken_back (Fixture       *fixture,
                                          gconstpointer  data)
{
  MukanaPersonPage *page = show_person (fixture, mukana_test_add_person (fixture->place, 1));
  MukanaUndo *undo = mukana_context_get_undo (fixture->context);

  mukana_form_set_text (edit (page), "given-name", "Uusi");
  mukana_record_dialog_save (mukana_person_page_peek_dialog (page));
  mukana_test_wait_until (is_renamed, page, "the new name is shown");
  mukana_test_wait_until (can_take_back, undo, "the deed can be taken back");

  mukana_undo_take_back (undo, fixture->place->store, 0);
  mukana_test_wait_until (is_not_renamed, page, "the old name is back");
}

static void
a_change_made_elsewhere_is_merged_into_an_open_form (Fixture       *fixture,
                                                     gconstpointer  data)
{
  MukanaPersonPage *page = show_person (fixture, mukana_test_add_person (fixture->place, 1));
  MukanaForm *form = edit (page);
  g_autoptr (MukanaPerson) theirs = NULL;
  g_autoptr (GError) error = NULL;

  mukana_form_set_text (form, "pronoun", "hän");
  theirs = mukana_record_with_text (mukana_person_page_peek_file (page)->person, "phone",
                                    "050 111 2222");
  g_free (mukana_store_run (fixture->place->store, &mukana_person_save_job, theirs, &error));
  g_assert_no_error (error);
  mukana_test_window_settle ();

  g_assert_false (mukana_form_get_conflict (form));
  g_assert_cmpstr (mukana_form_peek_text (form, "phone"), ==, "050 111 2222");
  g_assert_cmpstr (mukana_form_peek_text (form, "pronoun"), ==, "hän");

  gtk_window_destroy (GTK_WINDOW (mukana_person_page_peek_dialog (page)));
}

static gboolean
has_one_time (gpointer page)
{
  return mukana_person_page_peek_file (page)->times->len == 1;
}

static gboolean
has_no_time (gpointer page)
{
  return mukana_person_page_peek_file (page)->times->len == 0;
}

static void
painting_by_keyboard_is_stored_and_taken_back (Fixture       *fixture,
                                               gconstpointer  data)
{
  MukanaPersonPage *page = show_person (fixture, mukana_test_add_person (fixture->place, 1));
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  MukanaFreeTime *time;

  if (xdotool == NULL)
    {
      g_test_skip ("xdotool is not installed");
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (page), "person.paint", NULL);
  mukana_test_window_settle ();
  mukana_test_window_press (fixture, "space");
  mukana_test_window_press (fixture, "shift+Right");
  mukana_test_wait_until (has_one_time, page, "the painted time is stored");

  time = g_ptr_array_index (mukana_person_page_peek_file (page)->times, 0);
  g_assert_cmpint (time->weekday, ==, 1);
  g_assert_cmpint (time->start_minute, ==, 8 * 60);
  g_assert_cmpint (time->end_minute, ==, 9 * 60);

  mukana_undo_take_back (mukana_context_get_undo (fixture->context), fixture->place->store, 0);
  mukana_test_wait_until (has_no_time, page, "the week is empty again");
}

static void
what_was_painted_is_stored_when_the_page_is_left (Fixture       *fixture,
                                                  gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  MukanaPersonPage *page = show_person (fixture, id);
  MukanaWeekPainter *painter =
    mukana_week_group_peek_painter (mukana_person_page_peek_week (page));
  const MukanaWeekSpan span = { 2, 600, 720 };
  g_autoptr (GArray) before = mukana_week_painter_dup_spans (painter);
  g_autoptr (MukanaPersonFile) file = NULL;

  mukana_week_painter_set_spans (painter, &span, 1);
  g_signal_emit_by_name (painter, "changed", before);
  mukana_window_go_back (fixture->window);
  mukana_test_window_settle ();

  file = mukana_store_run (fixture->place->store, &mukana_person_file_job, &id, NULL);
  g_assert_nonnull (file);
  g_assert_cmpuint (file->times->len, ==, 1);
}

static void
add_quarter_hour_time (Fixture *fixture,
                       gint64   person_id)
{
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_object_unref);
  MukanaFreeTime *time = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);
  g_autoptr (GError) error = NULL;
  MukanaPartsChange *change;

  mukana_record_init_int (time, "weekday", 2);
  mukana_record_init_int (time, "start-minute", 9 * 60 + 15);
  mukana_record_init_int (time, "end-minute", 12 * 60);
  g_ptr_array_add (times, time);
  change = mukana_parts_change_new (person_id, "times", times);
  mukana_store_run (fixture->place->store, &mukana_person_parts_job, change, &error);
  mukana_parts_change_free (change);
  g_assert_no_error (error);
}

static gboolean
has_own_week (gpointer page)
{
  return mukana_person_page_peek_file (page)->own_weeks->len == 1;
}

static gboolean
has_no_own_week (gpointer page)
{
  return mukana_person_page_peek_file (page)->own_weeks->len == 0;
}

/* As the pointer does: two more hours on Wednesday. */
static void
paint_wednesday (MukanaWeekPainter *painter)
{
  const MukanaWeekSpan wednesday = { 3, 600, 720 };
  g_autoptr (GArray) before = mukana_week_painter_dup_spans (painter);
  g_autoptr (GArray) after = mukana_week_painter_dup_spans (painter);

  g_array_append_val (after, wednesday);
  mukana_week_painter_set_spans (painter, (MukanaWeekSpan *) after->data, after->len);
  g_signal_emit_by_name (painter, "changed", before);
}

static void
a_week_of_the_calendar_has_times_of_its_own (Fixture       *fixture,
                                             gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  MukanaPersonPage *page;
  MukanaOwnWeek *own;

  add_quarter_hour_time (fixture, id);
  page = show_person (fixture, id);
  mukana_test_window_click (fixture, "One week");
  paint_wednesday (mukana_week_group_peek_painter (mukana_person_page_peek_week (page)));
  mukana_test_wait_until (has_own_week, page, "the week has times of its own");

  /* Tuesday was not painted, and keeps its quarter of an hour. */
  own = g_ptr_array_index (mukana_person_page_peek_file (page)->own_weeks, 0);
  g_assert_cmpstr (own->times, ==, "2 555-720,3 600-720");
  g_assert_cmpint (mukana_day_weekday (own->monday), ==, 1);
  g_assert_true (has_one_time (page));

  mukana_test_window_click (fixture, "Follow the recurring week");
  mukana_test_wait_until (has_no_own_week, page, "the week follows the others again");
}

static void
the_list_is_as_it_was_left (Fixture       *fixture,
                            gconstpointer  data)
{
  MukanaPeoplePage *page;
  g_autofree char *conditions = NULL;
  g_autofree char *order = NULL;

  g_assert_nonnull (fixture->settings);
  show_list (fixture);
  page = MUKANA_PEOPLE_PAGE (mukana_window_get_page (fixture->window));
  mukana_people_sentence_set (mukana_people_page_peek_sentence (page), "municipality", "205");
  gtk_widget_activate_action (GTK_WIDGET (mukana_people_page_peek_list (page)), "list.sort", "s",
                              "joined");
  mukana_test_window_lock_and_open (fixture);

  show_list (fixture);
  page = MUKANA_PEOPLE_PAGE (mukana_window_get_page (fixture->window));
  conditions = mukana_people_sentence_dup_conditions (mukana_people_page_peek_sentence (page));
  order = g_settings_get_string (fixture->settings, "people-sort");
  g_assert_cmpstr (conditions, ==, "municipality=205");
  g_assert_cmpstr (order, ==, "joined");
  g_assert_true (mukana_test_window_shows (fixture, "Newest first"));
}

/* A search finds them by it, and must be understood. */
static void
notes_typed_in_the_form_are_on_the_page (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);

  mukana_test_sql (fixture->place, "UPDATE person SET note = 'Sails in summer', "
                                   "not_talked = 'The year 2019'");
  show_person (fixture, id);

  g_assert_true (mukana_test_window_shows (fixture, "Sails in summer"));
  g_assert_true (mukana_test_window_shows (fixture, "The year 2019"));
}

static gboolean
has_one_filter (gpointer data)
{
  g_autoptr (GPtrArray) filters = mukana_store_run (data, &mukana_filters_list_job,
                                                    (gpointer) "people", NULL);

  return filters->len == 1;
}

static void
a_sentence_is_saved_under_a_name (Fixture       *fixture,
                                  gconstpointer  data)
{
  MukanaPeoplePage *page;
  MukanaPeopleSentence *sentence;
  g_autoptr (MukanaSavedFilter) filter = g_object_new (MUKANA_TYPE_SAVED_FILTER, NULL);
  g_autofree char *conditions = NULL;
  g_autofree gint64 *id = NULL;
  GtkWidget *saved;

  show_list (fixture);
  page = MUKANA_PEOPLE_PAGE (mukana_window_get_page (fixture->window));
  sentence = mukana_people_page_peek_sentence (page);
  saved = gtk_widget_get_next_sibling (GTK_WIDGET (sentence));
  mukana_record_init_text (filter, "list", "people");
  mukana_record_init_text (filter, "name", "Actives of Kajaani");
  mukana_record_init_text (filter, "conditions",
                           "state=active municipality=205 colour=blue -asked=3");
  id = mukana_store_run (fixture->place->store, &mukana_filter_save_job, filter, NULL);
  g_assert_nonnull (id);
  mukana_test_window_settle ();

  gtk_widget_activate_action (saved, "filters.show", "x", *id);
  conditions = mukana_people_sentence_dup_conditions (sentence);
  g_assert_cmpstr (conditions, ==, "municipality=205 state=active -asked=3");

  gtk_widget_activate_action (saved, "filters.remove", "x", *id);
  mukana_test_window_settle ();
  g_assert_false (has_one_filter (fixture->place->store));
  mukana_undo_take_back (mukana_context_get_undo (fixture->context), fixture->place->store, 0);
  mukana_test_wait_until (has_one_filter, fixture->place->store, "the filter is back");
}

/* What the list shows, and how deep in the window we are. */
typedef struct
{
  Fixture        *fixture;
  MukanaRowModel *model;
  guint           n_items;
} Expected;

static gboolean
list_is_shown_with (gpointer data)
{
  Expected *expected = data;

  return mukana_window_get_depth (expected->fixture->window) == 1 &&
         g_list_model_get_n_items (G_LIST_MODEL (expected->model)) == expected->n_items;
}

static void
a_removed_person_is_gone_and_comes_back (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  Expected expected = { fixture, show_list (fixture), 0 };

  gtk_widget_activate_action (GTK_WIDGET (show_person (fixture, id)), "person.remove", NULL);
  mukana_test_wait_until (list_is_shown_with, &expected, "the person is gone from the list");

  mukana_undo_take_back (mukana_context_get_undo (fixture->context), fixture->place->store, 0);
  expected.n_items = 1;
  mukana_test_wait_until (list_is_shown_with, &expected, "the person is back in the list");
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (fixture->window))
      return l->data;
  return NULL;
}

static gboolean
has_no_dialog (gpointer fixture)
{
  return find_dialog (fixture) == NULL;
}

static guint
count_themes (Fixture *fixture,
              gint64   id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPersonFile) file = mukana_store_run (fixture->place->store,
                                                        &mukana_person_file_job, &id, &error);

  g_assert_no_error (error);
  return file->themes->len;
}

static gboolean
is_taken_back (gpointer undo)
{
  return !mukana_undo_can (undo);
}

static void
a_theme_for_several_is_one_step_to_take_back (Fixture       *fixture,
                                              gconstpointer  data)
{
  gint64 people[] = { mukana_test_add_person (fixture->place, 1),
                      mukana_test_add_person (fixture->place, 2) };
  g_autoptr (GArray) ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), people,
                                                G_N_ELEMENTS (people));
  MukanaUndo *undo = mukana_context_get_undo (fixture->context);
  MukanaRecordDialog *dialog;

  show_list (fixture);
  mukana_chosen_add_theme (mukana_window_get_page (fixture->window), ids);
  dialog = MUKANA_RECORD_DIALOG (find_dialog (fixture));
  mukana_form_set_text (mukana_record_dialog_get_form (dialog), "theme-id", "ik.kot");
  mukana_record_dialog_save (dialog);
  mukana_test_wait_until (has_no_dialog, fixture, "the dialog is closed");
  g_assert_cmpuint (count_themes (fixture, people[0]), ==, 1);
  g_assert_cmpuint (count_themes (fixture, people[1]), ==, 1);

  mukana_undo_take_back (undo, fixture->place->store, 0);
  mukana_test_wait_until (is_taken_back, undo, "the theme is taken back");
  mukana_test_window_settle ();
  g_assert_cmpuint (count_themes (fixture, people[0]), ==, 0);
  g_assert_cmpuint (count_themes (fixture, people[1]), ==, 0);
}

static void
a_hidden_place_is_nowhere_on_the_page (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = mukana_test_person_new (1);
  g_autofree gint64 *id = NULL;

  mukana_record_init_int (person, "non-disclosure", TRUE);
  mukana_record_init_text (person, "municipality-code", "205");
  id = mukana_store_run (fixture->place->store, &mukana_person_save_job, person, NULL);
  show_list (fixture);
  g_assert_false (mukana_test_window_shows (fixture, "Kajaani"));

  show_person (fixture, *id);
  mukana_test_window_settle ();
  g_assert_false (mukana_test_window_shows (fixture, "Kajaani"));
  g_assert_true (mukana_test_window_shows (fixture, "place is not shown"));
}

static void
the_person_page_fits_in_360_px (Fixture       *fixture,
                                gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  int least_px;

  show_list (fixture);
  mukana_test_window_make_narrow (fixture);
  show_person (fixture, id);
  mukana_test_window_settle ();
  gtk_widget_measure (GTK_WIDGET (mukana_window_get_page (fixture->window)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &least_px, NULL, NULL, NULL);

  g_assert_cmpint (least_px, <=, 360);
}

/* A window may be shown beside the sidebar long before there is room for two columns. */
static void
the_person_page_fits_beside_the_sidebar_in_800_px (Fixture       *fixture,
                                                   gconstpointer  data)
{
  enum { BESIDE_SIDEBAR_PX = 594 };
  gint64 id = mukana_test_add_person (fixture->place, 1);
  int least_px;

  show_person (fixture, id);
  mukana_test_window_settle ();
  gtk_widget_measure (GTK_WIDGET (mukana_window_get_page (fixture->window)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &least_px, NULL, NULL, NULL);

  g_assert_cmpint (least_px, <=, BESIDE_SIDEBAR_PX);
}

static gboolean
says_saved (gpointer fixture)
{
  return mukana_test_window_shows (fixture, "Calendar file saved: 0 events");
}

static void
calendar_file_is_said_to_be_saved_when_it_is (Fixture       *fixture,
                                              gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  g_autofree char *folder = g_dir_make_tmp ("mukana-calendar-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "calendar.ics", NULL);
  g_autofree char *text = NULL;
  MukanaPersonPage *page = show_person (fixture, id);

  mukana_calendar_save_to (MUKANA_PAGE (page), MUKANA_KIND_PERSON, id, path);
  mukana_test_wait_until (says_saved, fixture, "it is said");

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR"));
  g_unlink (path);
  g_rmdir (folder);
}

#define ADD(test) g_test_add ("/people/" #test, Fixture, NULL, set_up, test, tear_down)

static gboolean
has_busy_time (gpointer page)
{
  return mukana_person_page_peek_file (page)->busy_times->len == 1;
}

static gboolean
has_no_busy_time (gpointer page)
{
  return mukana_person_page_peek_file (page)->busy_times->len == 0;
}

/* Returns: (nullable): borrowed, a question that is being asked */
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

static gboolean
has_question (gpointer unused)
{
  return find_question () != NULL;
}

/* What would come is shown first; what came can be taken back. */
static void
busy_times_come_when_they_are_accepted_and_go_back (Fixture       *fixture,
                                                    gconstpointer  data)
{
  MukanaPersonPage *page = show_person (fixture, mukana_test_add_person (fixture->place, 1));
  static const char text[] =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261210T100000\r\nDURATION:PT1H\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("mukana-own-XXXXXX", &path, NULL);

  g_assert_true (g_close (fd, NULL) && g_file_set_contents (path, text, -1, NULL));
  mukana_busy_times_ask (MUKANA_PAGE (page), mukana_person_page_peek_file (page)->person->id, path);
  mukana_test_wait_until (has_question, NULL, "what would come is shown");
  g_assert_true (has_no_busy_time (page));
  adw_message_dialog_response (find_question (), "bring");
  mukana_test_wait_until (has_busy_time, page, "the busy time came");

  gtk_widget_activate_action (GTK_WIDGET (page), "person.drop-busy-times", NULL);
  mukana_test_wait_until (has_no_busy_time, page, "the busy time is removed");
  mukana_test_window_settle ();
  mukana_undo_take_back (mukana_context_get_undo (fixture->context), fixture->place->store, 0);
  mukana_test_wait_until (has_busy_time, page, "the busy time is back");
  g_unlink (path);
}

/* The register keeps identity codes, and has that of the person. */
static void
keep_identity (Fixture *fixture,
               gint64   person_id)
{
  g_autoptr (MukanaPayIdentity) identity = mukana_pay_identity_new (person_id, 0, "131052-308T",
                                                                    "FI2112345600000785");

  mukana_test_sql (fixture->place, "UPDATE person SET birth_year = 0");
  mukana_test_run (fixture->place, &mukana_identifying_turn_on_job, (gpointer) "Decision, 12 §");
  g_free (mukana_test_run (fixture->place, &mukana_identifying_save_job, identity));
}

static void
an_identity_code_is_masked_until_it_is_asked_for (Fixture       *fixture,
                                                  gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);

  keep_identity (fixture, id);
  show_person (fixture, id);
  mukana_test_window_settle ();
  g_assert_true (mukana_test_window_shows (fixture, "131052-****"));
  g_assert_true (mukana_test_window_shows (fixture, "**** 0785"));
  g_assert_false (mukana_test_window_shows (fixture, "131052-308T"));

  mukana_test_window_click (fixture, "_Show");
  mukana_test_window_settle ();
  g_assert_true (mukana_test_window_shows (fixture, "131052-308T"));
  g_assert_true (mukana_test_window_shows (fixture, "FI21 1234 5600 0007 85"));

  mukana_test_window_click (fixture, "_Hide");
  mukana_test_window_settle ();
  g_assert_false (mukana_test_window_shows (fixture, "131052-308T"));
}

static void
a_register_that_keeps_none_shows_nothing_of_it (Fixture       *fixture,
                                                gconstpointer  data)
{
  show_person (fixture, mukana_test_add_person (fixture->place, 1));
  mukana_test_window_settle ();

  g_assert_false (mukana_test_window_shows (fixture, "For payment"));
}

static void
give_consent (Fixture    *fixture,
              gint64      person_id,
              const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  mukana_record_init_int (consent, "expires-on", MUKANA_DAY_NONE);
  mukana_store_run (fixture->place->store, &mukana_consenting_give_job, consent, &error);
  g_assert_no_error (error);
}

static void
consent_of_a_minor_waits_for_the_guardian (Fixture       *fixture,
                                           gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  g_autofree char *sql = g_strdup_printf ("UPDATE person SET birth_year = 2010, non_disclosure = 1"
                                          " WHERE id = %" G_GINT64_FORMAT, id);

  mukana_test_sql (fixture->place, sql);
  give_consent (fixture, id, "register");
  give_consent (fixture, id, "matching");
  show_person (fixture, id);
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (fixture, "Under age"));
  g_assert_true (mukana_test_window_shows (fixture, "Non-disclosure"));
  g_assert_true (mukana_test_window_shows (fixture, "Waits for a guardian"));
  g_assert_false (mukana_test_window_shows (fixture, "In force"));
  mukana_test_window_click (fixture, "Record a Guardian’s Consent…");
  g_assert_true (mukana_test_window_shows (fixture, "Guardian"));
}

static void
withdrawing_all_of_one_chosen_in_the_list_is_asked (Fixture       *fixture,
                                                    gconstpointer  data)
{
  gint64 id = mukana_test_add_person (fixture->place, 1);
  g_autoptr (MukanaRow) row = NULL;
  MukanaRowModel *model;
  AdwMessageDialog *question;

  give_consent (fixture, id, "register");
  model = show_list (fixture);
  row = g_list_model_get_item (G_LIST_MODEL (model), 0);
  mukana_row_set_chosen (row, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (mukana_window_get_page (fixture->window)),
                              "people.withdraw", NULL);
  mukana_test_window_settle ();

  question = find_question ();
  g_assert_nonnull (question);
  adw_message_dialog_response (question, "cancel");
  mukana_test_window_settle ();
  g_assert_true (mukana_person_page_peek_file (show_person (fixture, id))->is_usable);
}

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  ADD (an_identity_code_is_masked_until_it_is_asked_for);
  ADD (a_register_that_keeps_none_shows_nothing_of_it);
  ADD (notes_typed_in_the_form_are_on_the_page);
  ADD (an_empty_register_invites_the_first_person);
  ADD (one_person_is_one_row);
  ADD (down_and_enter_open_what_the_search_found);
  ADD (a_condition_narrows_and_its_cross_widens);
  ADD (a_free_day_shows_who_can_be_asked);
  ADD (a_form_with_a_bad_address_cannot_be_saved);
  ADD (a_saved_form_shows_and_can_be_taken_back);
  ADD (a_change_made_elsewhere_is_merged_into_an_open_form);
  ADD (painting_by_keyboard_is_stored_and_taken_back);
  ADD (what_was_painted_is_stored_when_the_page_is_left);
  ADD (a_week_of_the_calendar_has_times_of_its_own);
  ADD (the_list_is_as_it_was_left);
  ADD (a_sentence_is_saved_under_a_name);
  ADD (a_removed_person_is_gone_and_comes_back);
  ADD (a_theme_for_several_is_one_step_to_take_back);
  ADD (a_hidden_place_is_nowhere_on_the_page);
  ADD (calendar_file_is_said_to_be_saved_when_it_is);
  ADD (busy_times_come_when_they_are_accepted_and_go_back);
  ADD (consent_of_a_minor_waits_for_the_guardian);
  ADD (withdrawing_all_of_one_chosen_in_the_list_is_asked);
  ADD (the_person_page_fits_in_360_px);
  ADD (the_person_page_fits_beside_the_sidebar_in_800_px);

  return g_test_run ();
}
