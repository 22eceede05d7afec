/* test-today.c: Today says what waits, and says so when nothing does. */

#include <adwaita.h>

#include "domain/mukana-recovery-key.h"
#include "kit/mukana-test-window.h"
#include "services/mukana-founding.h"
#include "services/mukana-making-up.h"
#include "ui/mukana-pages.h"
#include "ui/today/mukana-waiting-words.h"

#define N_PEOPLE 60
#define SEED 3

typedef MukanaTestWindow Fixture;

static void
fill (MukanaStore *store)
{
  g_autoptr (GError) error = NULL;
  MukanaMakingUp wish = { N_PEOPLE, SEED };

  mukana_store_run (store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  mukana_store_run (store, &mukana_making_up_job, &wish, &error);
  g_assert_no_error (error);
}

typedef enum { EMPTY, FILLED, OF_REAL_PEOPLE } Filling;

/* Whose key is not thrown away with it. */
static MukanaTestRegister *
make_real_place (void)
{
  MukanaTestRegister *place = mukana_test_place_new ();
  g_autofree char *id =
    mukana_recovery_key_register_id (g_bytes_get_data (place->key, NULL));
  MukanaRegisterSeed seed = { id, "Testilän hyvinvointialue", NULL, FALSE };
  g_autoptr (GError) error = NULL;

  place->store = mukana_store_open (place->uri, place->key, place->clock, "tester", &seed, &error);
  g_assert_no_error (error);
  mukana_store_run (place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  return place;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  is_filled)
{
  if (GPOINTER_TO_INT (is_filled) == OF_REAL_PEOPLE)
    fixture->place = make_real_place ();
  else
    fixture->place = mukana_test_register_new ();
  if (GPOINTER_TO_INT (is_filled) == FILLED)
    fill (fixture->place->store);
  mukana_test_window_show (fixture);
  g_assert_true (mukana_window_show_page (fixture->window, "today", 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (fixture);
}

typedef gboolean (*Wanted) (GtkWidget *widget);

static guint
count_mapped (GtkWidget *widget,
              Wanted     wanted)
{
  guint n = gtk_widget_get_mapped (widget) && wanted (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_mapped (child, wanted);

  return n;
}

static guint
count_on_page (Fixture *fixture,
               Wanted   wanted)
{
  return count_mapped (GTK_WIDGET (mukana_window_get_page (fixture->window)), wanted);
}

static gboolean
is_deed (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "deed");
}

static gboolean
is_suggested (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "suggested-action");
}

static gboolean
is_title (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "page-title");
}

static gboolean
has_deeds (gpointer fixture)
{
  return count_on_page (fixture, is_deed) > 0;
}

static gboolean
has_title (gpointer fixture)
{
  return count_on_page (fixture, is_title) > 0;
}

static void
only_the_most_urgent_deed_is_suggested (Fixture       *fixture,
                                        gconstpointer  data)
{
  mukana_test_wait_until (has_deeds, fixture, "the cards are filled");

  g_assert_cmpuint (count_on_page (fixture, is_deed), >, 1);
  g_assert_cmpuint (count_on_page (fixture, is_suggested), ==, 1);
}

static void
an_empty_register_has_no_deeds (Fixture       *fixture,
                                gconstpointer  data)
{
  mukana_test_wait_until (has_title, fixture, "the page is read");

  g_assert_cmpuint (count_on_page (fixture, is_deed), ==, 0);
}

static void
the_sidebar_counts_what_the_page_shows (Fixture       *fixture,
                                        gconstpointer  data)
{
  const MukanaPageInfo *info = mukana_pages_find ("today");
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = NULL;

  mukana_test_wait_until (has_deeds, fixture, "the cards are filled");

  n = mukana_store_run (fixture->place->store, info->count, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (*n, >=, count_on_page (fixture, is_deed));
}

/* Yellow is for seven days and less. */
static void
a_week_ahead_is_yellow_and_a_day_more_is_not (void)
{
  MukanaWaitingItem item = { .kind = MUKANA_WAITING_OUTCOME, .since = MUKANA_DAY_NONE };
  g_autofree char *near = NULL;
  g_autofree char *far = NULL;

  item.due = MUKANA_TEST_TODAY + 7;
  g_assert_cmpint (mukana_waiting_pill (&item, MUKANA_TEST_TODAY, 0, &near), ==, MUKANA_PILL_WARN);

  item.due = MUKANA_TEST_TODAY + 8;
  g_assert_cmpint (mukana_waiting_pill (&item, MUKANA_TEST_TODAY, 0, &far), ==,
                   MUKANA_PILL_WAITING);
}

/* Of a breach hours count and not days; what is late is red, whatever it is. */
static void
what_is_late_is_red (void)
{
  const gint64 now = mukana_day_minute_us (MUKANA_TEST_TODAY, 12 * 60);
  MukanaWaitingItem day = { .kind = MUKANA_WAITING_OUTCOME, .since = MUKANA_DAY_NONE,
                            .due = MUKANA_TEST_TODAY - 1 };
  MukanaWaitingItem breach = { .kind = MUKANA_WAITING_BREACH, .since = MUKANA_TEST_TODAY - 3,
                               .due = MUKANA_TEST_TODAY };
  g_autofree char *day_late = NULL;
  g_autofree char *late = NULL;
  g_autofree char *left = NULL;

  g_assert_cmpint (mukana_waiting_pill (&day, MUKANA_TEST_TODAY, now, &day_late), ==,
                   MUKANA_PILL_BAD);
  breach.number = now - 73 * G_TIME_SPAN_HOUR - 14 * G_TIME_SPAN_MINUTE;
  g_assert_cmpint (mukana_waiting_pill (&breach, MUKANA_TEST_TODAY, now, &late), ==,
                   MUKANA_PILL_BAD);
  g_assert_cmpstr (late, ==, "1 h 14 min late");
  breach.number = now - 71 * G_TIME_SPAN_HOUR - G_TIME_SPAN_SECOND;
  g_assert_cmpint (mukana_waiting_pill (&breach, MUKANA_TEST_TODAY, now, &left), ==,
                   MUKANA_PILL_WARN);
  g_assert_cmpstr (left, ==, "59 min left");
}

static gboolean
asks_for_the_key (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                    "app.check-recovery-key") == 0;
}

static gboolean
is_asking (gpointer fixture)
{
  return count_on_page (fixture, asks_for_the_key) > 0;
}

static gboolean
is_content (gpointer fixture)
{
  return !is_asking (fixture);
}

static void
let_days_pass (Fixture *fixture,
               int      n_days)
{
  mukana_clock_set_still (fixture->place->clock, mukana_clock_now_us (fixture->place->clock) +
                                                   n_days * G_TIME_SPAN_DAY);
  g_assert_true (mukana_window_show_page (fixture->window, "people", 0));
  g_assert_true (mukana_window_show_page (fixture->window, "today", 0));
}

static void
recovery_key_is_asked_for_again_after_a_year (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  mukana_test_wait_until (is_asking, fixture, "the key is asked for");
  mukana_store_run (fixture->place->store, &mukana_founding_confirm_job, NULL, &error);
  g_assert_no_error (error);
  mukana_test_wait_until (is_content, fixture, "the key is not asked for");

  let_days_pass (fixture, 366);
  mukana_test_wait_until (is_asking, fixture, "the key is asked for again");
}

static void
what_is_late_comes_before_what_has_no_day (void)
{
  MukanaWaitingItem late = { .due = MUKANA_TEST_TODAY - 1 };
  MukanaWaitingItem soon = { .due = MUKANA_TEST_TODAY + 1 };
  MukanaWaitingItem whenever = { .due = MUKANA_DAY_NONE };

  g_assert_true (mukana_waiting_is_sooner (&late, &soon));
  g_assert_true (mukana_waiting_is_sooner (&soon, &whenever));
  g_assert_false (mukana_waiting_is_sooner (&whenever, &late));
}

#define ADD(test, is_filled) \
  g_test_add ("/today/" #test, Fixture, GINT_TO_POINTER (is_filled), set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  mukana_test_window_init (&argc, &argv);

  ADD (only_the_most_urgent_deed_is_suggested, FILLED);
  ADD (the_sidebar_counts_what_the_page_shows, FILLED);
  ADD (an_empty_register_has_no_deeds, EMPTY);
  ADD (recovery_key_is_asked_for_again_after_a_year, OF_REAL_PEOPLE);
  g_test_add_func ("/today/a_week_ahead_is_yellow_and_a_day_more_is_not",
                   a_week_ahead_is_yellow_and_a_day_more_is_not);
  g_test_add_func ("/today/what_is_late_is_red", what_is_late_is_red);
  g_test_add_func ("/today/what_is_late_comes_before_what_has_no_day",
                   what_is_late_comes_before_what_has_no_day);

  return g_test_run ();
}
