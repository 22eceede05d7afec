/* test-importing-rows.c: rows that are alike to the letter are one row, and what a row refuses. */

#include <glib/gstdio.h>
#include <string.h>

#include "kit/mukana-test.h"
#include "services/mukana-importing.h"
#include "services/mukana-registering.h"

#define HEADINGS "Etunimi;Sukunimi;Sähköposti\n"
#define N_TIMES 5000

static MukanaImportPlan *
plan_text (MukanaTestRegister *place,
           const char         *text)
{
  static const MukanaImportOptions options = { FALSE, TRUE };
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

static const MukanaImportProblem *
find_problem (MukanaImportPlan *plan,
              const char       *reason)
{
  for (guint i = 0; i < mukana_import_plan_get_n_problems (plan); i++)
    if (strcmp (mukana_import_plan_peek_problem (plan, i)->reason, reason) == 0)
      return mukana_import_plan_peek_problem (plan, i);

  return NULL;
}

static void
assert_notes (MukanaTestRegister *place,
              gint64              person_id,
              const char         *told,
              gboolean            is_kept)
{
  g_autoptr (MukanaPersonFile) file = mukana_test_run (place, &mukana_person_file_job, &person_id);
  gboolean is_there = FALSE;

  for (guint i = 0; i < file->notes->len; i++)
    is_there |= strstr (((MukanaNote *) g_ptr_array_index (file->notes, i))->body, told) != NULL;
  g_assert_cmpint (is_there, ==, is_kept);
}

/* What a list tells of experience is of health and the like, be it understood or not. */
static void
experience_is_no_note_without_a_consent (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaImportPlan) plan =
    plan_text (place, "Nimi;Suostumus;Teemat;Suostumus teemoihin;Palkkioluokka\n"
               "Koetinen Aino;1.2.2026;Kvanttifysiikka;kyllä 1.2.2026;B\n"
               "Mallikas Onni;1.2.2026;Kvanttifysiikka;ei;B\n"
               "Esimerkki Ulla;1.2.2026;rikostaustaa;kyllä 1.2.2026;B\n");

  accept_plan (place, plan);

  assert_notes (place, 1, "Kvanttifysiikka", TRUE);
  assert_notes (place, 2, "Kvanttifysiikka", FALSE);
  assert_notes (place, 2, "Palkkioluokka: B", TRUE);
  assert_notes (place, 3, "rikos", FALSE);
  g_assert_cmpuint (find_problem (plan, "words-no-consent")->row, ==, 3);
}

static void
who_says_no_to_the_register_is_not_brought_in (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaImportPlan) plan =
    plan_text (place, "Nimi;Suostumus rekisteriin;Saa ehdottaa tehtäviä\n"
               "Koetinen Aino;Ei;kyllä\nMallikas Onni;-;\nEsimerkki Ulla;1.2.2026;\n");

  accept_plan (place, plan);

  g_assert_cmpuint (mukana_import_plan_count (plan).n_refused, ==, 1);
  g_assert_cmpuint (find_problem (plan, "register-refused")->row, ==, 2);
  assert_people (place, 2);
}

#define ADD(test) g_test_add_func ("/importing-rows/" #test, test)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (rows_alike_to_the_letter_are_one_row);
  ADD (rows_alike_are_the_same_when_the_list_comes_again);
  ADD (experience_is_no_note_without_a_consent);
  ADD (who_says_no_to_the_register_is_not_brought_in);

  return g_test_run ();
}
