/* test-row-model.c: what a long list promises: few rows alive, one splice, nobody back. */

#include "services/mukana-listing.h"
#include "services/mukana-registering.h"
#include "kit/mukana-test.h"
#include "ui/kit/mukana-row-model.h"

#define N_PEOPLE 300

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

typedef struct
{
  MukanaTestRegister *place;
  MukanaRowModel     *model;
  guint               n_splices;
  guint               removed;
  guint               added;
} Fixture;

static void
count_splice_cb (Fixture *fixture,
                 guint    position,
                 guint    removed,
                 guint    added)
{
  fixture->n_splices++;
  fixture->removed += removed;
  fixture->added += added;
}

static gpointer
add_people (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (MukanaPerson) person = mukana_test_person_new (i);

      if (mukana_people_add (db, person, error) < 0)
        return NULL;
    }

  return NULL;
}

static gboolean
is_ready (gpointer model)
{
  return mukana_row_model_get_state (model) == MUKANA_ROWS_READY;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  mukana_test_write (fixture->place, add_people, NULL);
  fixture->model = mukana_row_model_new (fixture->place->store, &source);
  mukana_row_model_query (fixture->model, g_new0 (MukanaPeopleFilter, 1));
  mukana_test_wait_until (is_ready, fixture->model, "the list is loaded");
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (count_splice_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->model);
  mukana_test_register_free (fixture->place);
}

static gpointer
remove_person (MukanaDb      *db,
               gpointer       id,
               GCancellable  *cancellable,
               GError       **error)
{
  mukana_person_remove_job.run (db, id, cancellable, error);
  return NULL;
}

static gboolean
has_record (gpointer row)
{
  return mukana_row_get_record (row) != NULL;
}

static gboolean
has_spliced (gpointer fixture)
{
  return ((Fixture *) fixture)->n_splices > 0;
}

static void
rows_come_with_their_records (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (MukanaRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->model), 200);

  mukana_test_wait_until (has_record, row, "the record is read");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, N_PEOPLE);
  g_assert_cmpint (mukana_record_get_int (mukana_row_get_record (row), "id"), ==,
                   mukana_row_model_get_id (fixture->model, 200));
}

static void
only_rows_that_are_held_are_alive (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (MukanaRow) kept = g_list_model_get_item (G_LIST_MODEL (fixture->model), 3);

  for (guint i = 0; i < N_PEOPLE; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (fixture->model), i));

  g_assert_cmpuint (mukana_row_model_get_n_alive (fixture->model), ==, 1);
}

static void
a_removal_is_one_splice_of_one_row (Fixture       *fixture,
                                    gconstpointer  data)
{
  gint64 id = mukana_row_model_get_id (fixture->model, 100);

  mukana_test_write (fixture->place, remove_person, &id);
  mukana_test_wait_until (has_spliced, fixture, "the row leaves");

  g_assert_cmpuint (fixture->n_splices, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 0);
  g_assert_cmpint (mukana_row_model_find (fixture->model, id), ==, -1);
}

/* An answer of an earlier revision, which still has the person in it. */
static void
a_late_answer_brings_nobody_back (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (MukanaChangeSet) leaving = mukana_change_set_new (G_MAXINT64 / 2);
  gint64 id = mukana_row_model_get_id (fixture->model, 7);

  mukana_row_model_reload (fixture->model);
  mukana_change_set_add (leaving, MUKANA_KIND_PERSON, id, MUKANA_EFFECT_REMOVED);
  g_signal_emit_by_name (fixture->place->store, "changed", leaving);
  for (int i = 0; i < 40; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }

  g_assert_cmpint (mukana_row_model_find (fixture->model, id), ==, -1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, N_PEOPLE - 1);
  g_assert_cmpuint (fixture->added, ==, 0);
}

static void
who_leaves_is_no_longer_chosen (Fixture       *fixture,
                                gconstpointer  data)
{
  gint64 id = mukana_row_model_get_id (fixture->model, 5);
  g_autoptr (MukanaRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->model), 5);

  mukana_row_set_chosen (row, TRUE);
  g_assert_cmpuint (mukana_row_model_get_n_chosen (fixture->model), ==, 1);
  mukana_test_write (fixture->place, remove_person, &id);
  mukana_test_wait_until (has_spliced, fixture, "the row leaves");

  g_assert_cmpuint (mukana_row_model_get_n_chosen (fixture->model), ==, 0);
}

#define ADD(test) g_test_add ("/row-model/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (rows_come_with_their_records);
  ADD (only_rows_that_are_held_are_alive);
  ADD (a_removal_is_one_splice_of_one_row);
  ADD (a_late_answer_brings_nobody_back);
  ADD (who_leaves_is_no_longer_chosen);

  return g_test_run ();
}
