/* test-importing-rows.c: rows of a list that are alike to the letter are one row. */

#include <glib/gstdio.h>

#include "kit/mukana-test.h"
#include "services/mukana-importing.h"

#define HEADINGS "Etunimi;Sukunimi;Sähköposti\n"
#define N_TIMES 5000

static MukanaImportPlan *
plan_text (MukanaTestRegister *place,
           const char         *text)
{
  static const MukanaImportOptions options = { FALSE, FALSE };
  g_autofree char *folder = g_dir_make_tmp ("mukana-rows-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "people.csv", NULL);
  g_autoptr (MukanaImportSource) source = NULL;
  g_autoptr (GError) error = NULL;
  MukanaImportOrder *order;
  MukanaImportPlan *plan;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  source = mukana_import_source_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  order = mukana_import_order_new (source, &options);
  plan = mukana_test_run (place, &mukana_importing_plan_job, order);
  mukana_import_order_free (order);
  g_remove (path);
  g_rmdir (folder);
  return plan;
}

static void
accept_plan (MukanaTestRegister *place,
             MukanaImportPlan   *plan)
{
  g_autoptr (MukanaImportAcceptance) acceptance = mukana_import_acceptance_new (plan);

  g_free (mukana_test_run (place, &mukana_importing_accept_job, acceptance));
}

static gpointer
count_people_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return GSIZE_TO_POINTER ((gsize) mukana_db_count (db, "people.count", error));
}

static void
assert_people (MukanaTestRegister *place,
               gsize               n_people)
{
  gpointer n = mukana_test_read (place, count_people_work, NULL);

  g_assert_cmpuint (GPOINTER_TO_SIZE (n), ==, n_people);
}

/* A name alone makes nobody a duplicate, but a whole row does. */
static void
rows_alike_to_the_letter_are_one_row (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GString) text = g_string_new (HEADINGS);
  g_autoptr (MukanaImportPlan) plan = NULL;
  const MukanaImportItem *last;
  MukanaImportCounts counts;

  for (guint i = 0; i < N_TIMES; i++)
    g_string_append (text, "Aino;Koetinen;\nBertta;Koetinen;bertta@example.org\n");
  plan = plan_text (place, text->str);
  counts = mukana_import_plan_count (plan);
  last = mukana_import_plan_peek_item (plan, mukana_import_plan_get_n_items (plan) - 2);
  accept_plan (place, plan);

  g_assert_cmpuint (counts.n_new, ==, 2);
  g_assert_cmpuint (counts.n_duplicate, ==, 2 * N_TIMES - 2);
  g_assert_cmpint (last->likeness, ==, MUKANA_LIKENESS_ROW);
  g_assert_cmpuint (last->other_row, ==, 2);
  assert_people (place, 2);
}

static void
rows_alike_are_the_same_when_the_list_comes_again (void)
{
  static const char text[] = HEADINGS "Aino;Koetinen;\nAino;Koetinen;\n";
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaImportPlan) first = plan_text (place, text);
  g_autoptr (MukanaImportPlan) again = NULL;

  accept_plan (place, first);
  again = plan_text (place, text);
  accept_plan (place, again);

  g_assert_cmpuint (mukana_import_plan_count (again).n_new, ==, 0);
  assert_people (place, 1);
}

#define ADD(test) g_test_add_func ("/importing-rows/" #test, test)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (rows_alike_to_the_letter_are_one_row);
  ADD (rows_alike_are_the_same_when_the_list_comes_again);

  return g_test_run ();
}
