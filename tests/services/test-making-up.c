/* test-making-up.c: a made-up register is whole, repeatable, and has something for every page. */

#include <string.h>

#include "kit/mukana-test.h"
#include "services/mukana-founding.h"
#include "services/mukana-listing.h"
#include "services/mukana-making-up.h"
#include "services/mukana-matching.h"
#include "services/mukana-supporting.h"

static MukanaStore *
make_up (MukanaTestRegister *place,
         guint32             seed)
{
  g_autoptr (GError) error = NULL;
  MukanaStore *store = mukana_making_up_create (place->uri, place->key, place->clock, 60, seed,
                                                &error);

  g_assert_no_error (error);
  return store;
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 n = mukana_db_count (db, arg, error);

  return g_memdup2 (&n, sizeof n);
}

static const MukanaJob count_job = { "test.count", MUKANA_LANE_READ, count_run, g_free };

static gint64
count (MukanaStore *store,
       const char  *statement)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = mukana_store_run (store, &count_job, (gpointer) statement, &error);

  g_assert_no_error (error);
  return *n;
}

static char *
names_of_people (MukanaStore *store)
{
  g_autoptr (GError) error = NULL;
  MukanaPeopleFilter filter = { 0 };
  g_autoptr (GArray) ids = mukana_store_run (store, &mukana_people_ids_job, &filter, &error);
  MukanaIdPage page = { .n_ids = MIN (ids->len, MUKANA_LIST_PAGE) };
  g_autoptr (GPtrArray) rows = NULL;
  GString *names = g_string_new (NULL);

  memcpy (page.ids, ids->data, page.n_ids * sizeof (gint64));
  rows = mukana_store_run (store, &mukana_people_rows_job, &page, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      MukanaPersonRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (names, "%s\n", row->display_name);
    }

  return g_string_free (names, FALSE);
}

static void
the_same_seed_makes_the_same_people (void)
{
  g_autoptr (MukanaTestRegister) one = mukana_test_place_new ();
  g_autoptr (MukanaTestRegister) other = mukana_test_place_new ();
  g_autoptr (MukanaStore) first = make_up (one, 7);
  g_autoptr (MukanaStore) second = make_up (other, 7);
  g_autofree char *first_names = names_of_people (first);
  g_autofree char *second_names = names_of_people (second);

  g_assert_cmpstr (first_names, ==, second_names);
  g_assert_cmpint (count (first, "people.count"), ==, 60);
}

static void
it_says_that_it_is_made_up (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_autoptr (MukanaStore) store = make_up (place, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run (store, &mukana_founding_about_job,
                                                            NULL, &error);

  g_assert_no_error (error);
  g_assert_true (about->is_made_up);
}

static void
every_kind_of_work_waits (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_autoptr (MukanaStore) store = make_up (place, 1);

  g_assert_cmpint (count (store, "proposals.count-waiting"), ==, 1);
  g_assert_cmpint (count (store, "feedbacks.count-urgent"), >, 0);
  g_assert_cmpint (count (store, "fees.count-waiting"), >, 0);
  g_assert_cmpint (count (store, "outcomes.count-untold"), >, 0);
  g_assert_cmpint (count (store, "search.missing"), ==, 0);
  g_assert_cmpint (count (store, "organisations.count"), >, 5);
}

static void
support_waits_to_be_arranged_whoever_is_made_up (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
      g_autoptr (MukanaStore) store = make_up (place, seed);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) tasks = mukana_store_run (store, &mukana_supporting_list_job, NULL,
                                                      &error);

      g_assert_no_error (error);
      g_assert_cmpuint (tasks->len, >, 1);
    }
}

static void
the_night_workshop_finds_people (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_autoptr (MukanaStore) store = make_up (place, 1);
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (store);
  g_autoptr (GError) error = NULL;
  MukanaMatchQuestion *question = mukana_match_question_new (matcher, 1, 5);
  g_autoptr (MukanaMatchAnswer) answer = mukana_store_run (store, &mukana_matching_job, question,
                                                           &error);

  mukana_match_question_free (question);
  g_assert_no_error (error);
  g_assert_cmpstr (answer->title, ==, "Kotihoito yöllä, työpaja");
  g_assert_cmpuint (answer->n_fits, >=, 3);
  g_assert_cmpuint (answer->n_out, >, answer->n_fits);
}

static MukanaMatchAnswer *
ask_in_order (MukanaStore      *store,
              MukanaMatchOrder  order,
              guint             top_n)
{
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (store);
  g_autoptr (GError) error = NULL;
  MukanaMatchQuestion *question = mukana_match_question_new (matcher, 1, top_n);
  MukanaMatchAnswer *answer;

  question->order = order;
  answer = mukana_store_run (store, &mukana_matching_job, question, &error);
  g_assert_no_error (error);
  mukana_match_question_free (question);
  return answer;
}

static const MukanaMatchRow *
row_at (MukanaMatchAnswer *answer,
        guint              i)
{
  return g_ptr_array_index (answer->rows, i);
}

static int
kilometres (const MukanaMatchRow *row)
{
  const MukanaScorePart *place = &row->score.parts[MUKANA_PART_PLACE];

  return place->finding == MUKANA_FINDING_PLACE ? place->numbers[0] : G_MAXINT;
}

static gboolean
is_among (GPtrArray *rows,
          gint64     person_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((MukanaMatchRow *) g_ptr_array_index (rows, i))->person_id == person_id)
      return TRUE;

  return FALSE;
}

/* Of the list of people, those who fit. */
static GArray *
list_by_name (MukanaStore *store,
              GPtrArray   *fitting)
{
  g_autoptr (GError) error = NULL;
  MukanaPeopleFilter filter = { 0 };
  GArray *ids = mukana_store_run (store, &mukana_people_ids_job, &filter, &error);

  g_assert_no_error (error);
  for (guint i = ids->len; i-- > 0; )
    if (!is_among (fitting, g_array_index (ids, gint64, i)))
      g_array_remove_index (ids, i);

  return ids;
}

static void
the_first_of_an_order_are_the_first_of_all_who_fit (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_autoptr (MukanaStore) store = make_up (place, 1);
  g_autoptr (MukanaMatchAnswer) all = ask_in_order (store, MUKANA_MATCH_ORDER_BEST, 1000);
  g_autoptr (MukanaMatchAnswer) named = ask_in_order (store, MUKANA_MATCH_ORDER_NAME, 2);
  g_autoptr (MukanaMatchAnswer) near = ask_in_order (store, MUKANA_MATCH_ORDER_NEAR, 2);
  g_autoptr (GArray) by_name = list_by_name (store, all->rows);
  guint n_nearer = 0;

  for (guint i = 0; i < all->rows->len; i++)
    n_nearer += kilometres (row_at (all, i)) < kilometres (row_at (near, 1));

  g_assert_cmpuint (by_name->len, >, 2);
  g_assert_cmpuint (named->n_fits, ==, all->n_fits);
  g_assert_cmpuint (named->rows->len, ==, 2);
  for (guint i = 0; i < named->rows->len; i++)
    g_assert_cmpint (row_at (named, i)->person_id, ==, g_array_index (by_name, gint64, i));
  g_assert_cmpint (kilometres (row_at (near, 0)), <=, kilometres (row_at (near, 1)));
  g_assert_cmpuint (n_nearer, <=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/making-up/the-same-seed-makes-the-same-people",
                   the_same_seed_makes_the_same_people);
  g_test_add_func ("/making-up/it-says-that-it-is-made-up", it_says_that_it_is_made_up);
  g_test_add_func ("/making-up/every-kind-of-work-waits", every_kind_of_work_waits);
  g_test_add_func ("/making-up/support-waits-to-be-arranged-whoever-is-made-up",
                   support_waits_to_be_arranged_whoever_is_made_up);
  g_test_add_func ("/making-up/the-night-workshop-finds-people", the_night_workshop_finds_people);
  g_test_add_func ("/making-up/the-first-of-an-order-are-the-first-of-all-who-fit",
                   the_first_of_an_order_are_the_first_of_all_who_fit);
  return g_test_run ();
}
