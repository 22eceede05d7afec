/* test-allocation.c: memory that runs out in SQLite costs a deed and nothing else.
 *
 * The n-th allocation of SQLite fails, alone or with all after it, while a register
 * is opened, written to, read and closed; n grows until none fails.  What GLib
 * allocates is not in question: it stops the program, which is a kill.
 *
 * One connection without threads: which allocation is the n-th must not vary.
 */

#include <sqlite3.h>

#include "base/mukana-error.h"
#include "harness/harness-disk.h"
#include "harness/harness-gate.h"
#include "harness/harness-work.h"

/* SQLCipher of the system keeps a key context for ever when its own set-up runs out of memory. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libsqlcipher";
}

#define N_DEEDS_BEFORE 5
#define N_DEEDS 5

/* About as many of the points, at random distances; at night all of them. */
#define N_TRIES_AT_COMMIT 500

static sqlite3_mem_methods real_methods;
static int n_until = -1;      /* allocations that still work; below 0 they all do */
static gboolean is_lasting;
static int n_failed;

static gboolean
fails (void)
{
  if (n_until < 0)
    return FALSE;

  if (n_until > 0)
    {
      n_until--;
      return FALSE;
    }

  n_failed++;
  if (!is_lasting)
    n_until = -1;
  return TRUE;
}

static void *
allocate (int size)
{
  return fails () ? NULL : real_methods.xMalloc (size);
}

static void *
reallocate (void *memory,
            int   size)
{
  return fails () ? NULL : real_methods.xRealloc (memory, size);
}

static void
install (void)
{
  sqlite3_mem_methods methods;

  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_methods);
  methods = real_methods;
  methods.xMalloc = allocate;
  methods.xRealloc = reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  /* Small ones go the same way, so that they can fail too. */
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

static int
skip_sync_cb (const HarnessEvent *event,
              gpointer            data)
{
  return event->call == HARNESS_SYNC ? HARNESS_PRETEND : 0;
}

static MukanaDb *
open_place (MukanaTestRegister  *place,
            GError             **error)
{
  MukanaDbOptions options = { .uri = place->uri, .key = place->key, .actor = "test",
                              .clock = place->clock };

  return mukana_db_open (&options, error);
}

static void
make_original (char  **content,
               gsize  *length)
{
  g_autoptr (MukanaTestRegister) place = harness_work_register_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (place);
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (GError) error = NULL;

  work = harness_work_new (NULL, db, &error);
  for (int deed = 1; deed <= N_DEEDS_BEFORE; deed++)
    g_assert_true (harness_work_do (work, deed, &error));
  g_clear_pointer (&db, mukana_db_close);
  g_assert_true (g_file_get_contents (mukana_test_path (place), content, length, NULL));
}

static void
assert_remedy (int           n,
               const GError *error)
{
  if (!g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE))
    g_error ("allocation %d: said \"%s\" (%d)", n, error->message, error->code);
}

/* Returns: the last deed that was told as done */
static int
work_meanwhile (MukanaTestRegister *place,
                int                 n)
{
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (HarnessReckoning) found = NULL;
  g_autoptr (GError) error = NULL;
  int deed = N_DEEDS_BEFORE;

  if ((db = open_place (place, &error)) == NULL ||
      (work = harness_work_new (NULL, db, &error)) == NULL)
    {
      assert_remedy (n, error);
      return deed;
    }

  while (deed < N_DEEDS_BEFORE + N_DEEDS && harness_work_do (work, deed + 1, &error))
    deed++;

  if (error == NULL && (found = harness_work_reckon (work, &error)) != NULL &&
      found->problem != NULL)
    g_error ("allocation %d: shows %s", n, found->problem);
  if (error != NULL)
    assert_remedy (n, error);
  return deed;
}

static void
assert_whole (MukanaTestRegister *place,
              int                 n,
              int                 last_told)
{
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (HarnessReckoning) found = NULL;
  g_autoptr (GError) error = NULL;

  if ((db = open_place (place, &error)) == NULL ||
      (work = harness_work_new (NULL, db, &error)) == NULL ||
      (found = harness_work_reckon (work, &error)) == NULL)
    g_error ("allocation %d: cannot be read afterwards: %s", n, error->message);
  if (found->problem != NULL)
    g_error ("allocation %d: %s", n, found->problem);
  if (found->n_deeds < last_told || found->n_deeds > last_told + 1)
    g_error ("allocation %d: %d deeds were told as done, %d are there", n, last_told,
             found->n_deeds);
}

/* Returns: whether there was an n-th allocation to fail */
static gboolean
fail_once (const char *content,
           gsize       length,
           int         n)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  int last_told;

  g_assert_true (g_file_set_contents_full (mukana_test_path (place), content, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  n_failed = 0;
  n_until = n;
  last_told = work_meanwhile (place, n);
  n_until = -1;

  if (n_failed > 0)
    assert_whole (place, n, last_told);
  return n_failed > 0;
}

/* How many allocations there are when all work: they grow with the schema. */
static int
count_points (const char *content,
              gsize       length)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  int n_points;

  g_assert_true (g_file_set_contents_full (mukana_test_path (place), content, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  n_until = G_MAXINT;
  work_meanwhile (place, G_MAXINT);
  n_points = G_MAXINT - n_until;
  n_until = -1;
  return n_points;
}

/* @data: (nullable): when given, all allocations fail from the n-th on */
static void
nothing_is_lost_without_memory (gconstpointer data)
{
  g_autoptr (GRand) rand = harness_gate_rand ();
  g_autofree char *content = NULL;
  gsize length = 0;
  int n = 0, n_tries = 0, widest;

  make_original (&content, &length);
  widest = harness_gate_count (2 * count_points (content, length) / N_TRIES_AT_COMMIT, 1);
  is_lasting = data != NULL;
  while (fail_once (content, length, n))
    {
      n += g_rand_int_range (rand, 1, widest + 1);
      n_tries++;
    }

  g_test_message ("%d of %d points", n_tries, n);
  g_assert_cmpint (n_tries, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  install ();
  harness_disk_install ();
  harness_disk_watch (skip_sync_cb, NULL);

  g_test_add_data_func ("/allocation/nothing_is_lost_when_one_fails", NULL,
                        nothing_is_lost_without_memory);
  g_test_add_data_func ("/allocation/nothing_is_lost_when_they_fail_from_then_on", "lasting",
                        nothing_is_lost_without_memory);

  return g_test_run ();
}
