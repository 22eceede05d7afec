/* test-faults.c: the kit that makes statements fail finds what it is there to find. */

#include "kit/mukana-test-faults.h"

/* A job that does not hand on what failed. */
static gpointer
swallow_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  mukana_db_run (db, "mappings.put", NULL, mukana_text ("signature", "a"),
                 mukana_text ("mapping", "x"));
  return NULL;
}

static const MukanaJob swallow_job = { "swallowing.put", MUKANA_LANE_WRITE, swallow_run, NULL };

static void
failure_that_is_not_told_is_found (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();

      g_setenv ("MUKANA_TEST_FAULTS", "once", TRUE);
      mukana_test_run (place, &swallow_job, NULL);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*swallowing.put*was not told*");
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  *(int *) arg += 1;
  if (mukana_db_run (db, "mappings.put", error, mukana_text ("signature", "a"),
                     mukana_text ("mapping", "x")) >= 0)
    mukana_db_count (db, "schema.current", error);
  return NULL;
}

static const MukanaJob count_job = { "counting.put", MUKANA_LANE_WRITE, count_run, NULL };

/* To prepare is part of running, here; two statements and the commit. */
static void
each_statement_and_the_commit_fail_once (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (GError) error = NULL;
  int n_runs = 0;

  g_setenv ("MUKANA_TEST_FAULTS", "once", TRUE);
  mukana_test_run (place, &count_job, &n_runs);
  mukana_test_run (place, &count_job, &n_runs);
  g_unsetenv ("MUKANA_TEST_FAULTS");

  g_assert_cmpint (n_runs, ==, 3 + 1 + 1);
  mukana_test_register_close (place);
  db = mukana_test_db_new (place);
  g_assert_true (mukana_db_begin_read (db, &error));
  g_assert_cmpint (mukana_db_get_revision (db), ==, 2);
  mukana_db_rollback (db);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/failure_that_is_not_told_is_found", failure_that_is_not_told_is_found);
  g_test_add_func ("/faults/each_statement_and_the_commit_fail_once",
                   each_statement_and_the_commit_fail_once);

  return g_test_run ();
}
