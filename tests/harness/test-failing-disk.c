/* test-failing-disk.c: each call of the disk fails once, and nothing is lost by it.
 *
 * A register is opened, worked on and closed while the n-th call of one kind
 * fails: this one, or this one and all after it, or as on a full disk.  n grows until
 * nothing fails any more.  Afterwards, on a disk that works again, the register
 * must hold what was told as done; and what was told as failed must be there
 * whole or not at all, never in part, and for a reason that names the right remedy.
 */

#include <sqlite3.h>
#include <string.h>

#include "base/mukana-error.h"
#include "harness/harness-disk.h"
#include "harness/harness-gate.h"
#include "harness/harness-work.h"
#include "store/mukana-people.h"

#define N_DEEDS_BEFORE 7
#define N_PEOPLE_BEFORE 2
#define N_DEEDS 5

/* How it fails, and what may be said of it. */
typedef struct
{
  const char  *name;
  HarnessCall  call;
  int          code;
  gboolean     is_lasting;
  int          error;
} Failure;

static const Failure failures[] = {
  { "a read", HARNESS_READ, SQLITE_IOERR_READ, FALSE, MUKANA_ERROR_UNREACHABLE },
  { "all reads", HARNESS_READ, SQLITE_IOERR_READ, TRUE, MUKANA_ERROR_UNREACHABLE },
  { "a write", HARNESS_WRITE, SQLITE_IOERR_WRITE, FALSE, MUKANA_ERROR_UNREACHABLE },
  { "all writes", HARNESS_WRITE, SQLITE_IOERR_WRITE, TRUE, MUKANA_ERROR_UNREACHABLE },
  { "a write on a full disk", HARNESS_WRITE, SQLITE_FULL, FALSE, MUKANA_ERROR_NO_SPACE },
  { "all writes on a full disk", HARNESS_WRITE, SQLITE_FULL, TRUE, MUKANA_ERROR_NO_SPACE },
  { "a sync", HARNESS_SYNC, SQLITE_IOERR_FSYNC, FALSE, MUKANA_ERROR_UNREACHABLE },
  { "all syncs", HARNESS_SYNC, SQLITE_IOERR_FSYNC, TRUE, MUKANA_ERROR_UNREACHABLE },
  { "a truncation", HARNESS_TRUNCATE, SQLITE_IOERR_TRUNCATE, FALSE, MUKANA_ERROR_UNREACHABLE },
  { "all truncations", HARNESS_TRUNCATE, SQLITE_IOERR_TRUNCATE, TRUE, MUKANA_ERROR_UNREACHABLE },
  { "a removal", HARNESS_DELETE, SQLITE_IOERR_DELETE, FALSE, MUKANA_ERROR_UNREACHABLE },
  { "an opening", HARNESS_OPEN, SQLITE_CANTOPEN, FALSE, MUKANA_ERROR_UNREACHABLE },
};

typedef struct
{
  const Failure *failure;
  int            n_until;     /* calls of the kind that still work */
  int            n_failed;
} Fuse;

static int
fail_cb (const HarnessEvent *event,
         gpointer            data)
{
  Fuse *fuse = data;

  if (event->call != fuse->failure->call)
    return event->call == HARNESS_SYNC ? HARNESS_PRETEND : 0;

  if (fuse->n_until > 0 || (fuse->n_failed > 0 && !fuse->failure->is_lasting))
    {
      fuse->n_until--;
      return event->call == HARNESS_SYNC ? HARNESS_PRETEND : 0;
    }

  fuse->n_failed++;
  return fuse->failure->code;
}

static int
skip_sync_cb (const HarnessEvent *event,
              gpointer            data)
{
  return event->call == HARNESS_SYNC ? HARNESS_PRETEND : 0;
}

/* A register as it lies on the disk, its write-ahead log beside it when there is one. */
typedef struct
{
  char  *content[2];
  gsize  length[2];
} State;

static const char * const suffixes[2] = { "", "-wal" };

static void
take_state (MukanaTestRegister *place,
            State              *state)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = g_strconcat (mukana_test_path (place), suffixes[i], NULL);

      if (!g_file_get_contents (path, &state->content[i], &state->length[i], NULL))
        state->content[i] = NULL;
    }
}

static void
put_state (MukanaTestRegister *place,
           const State        *state)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = g_strconcat (mukana_test_path (place), suffixes[i], NULL);

      if (state->content[i] != NULL)
        g_assert_true (g_file_set_contents_full (path, state->content[i],
                                                 (gssize) state->length[i],
                                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

/* @is_closed: else as a program leaves it that was killed: all in the write-ahead log */
static void
make_state (State    *state,
            gboolean  is_closed)
{
  g_autoptr (MukanaTestRegister) place = harness_work_register_new ();
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_register_open (place);
  work = harness_work_new (place->store, NULL, &error);
  for (int deed = 1; deed <= N_DEEDS_BEFORE; deed++)
    g_assert_true (harness_work_do (work, deed, &error));

  if (is_closed)
    mukana_test_register_close (place);
  take_state (place, state);
}

static void
assert_remedy (const Failure *failure,
               int            n,
               const GError  *error)
{
  if (!g_error_matches (error, MUKANA_ERROR, failure->error))
    g_error ("%s, number %d: said \"%s\" (%d), not %d", failure->name, n, error->message,
             error->code, failure->error);
}

/* A deed that failed is tried once more, as somebody would: after a failure that
 * has passed it must come right.  Returns: the last that was told as done. */
static int
work_meanwhile (MukanaTestRegister *place,
                const Fuse         *fuse,
                int                 n)
{
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (GError) error = NULL;
  int deed = N_DEEDS_BEFORE;
  int n_failures = 0;

  if ((place->store = mukana_test_try_open (place, FALSE, &error)) == NULL ||
      !(work = harness_work_new (place->store, NULL, &error)))
    {
      assert_remedy (fuse->failure, n, error);
      return deed;
    }
  if (work->people->len != N_PEOPLE_BEFORE)
    g_error ("%s, number %d: opened without %d people and without an error", fuse->failure->name, n,
             N_PEOPLE_BEFORE - (int) work->people->len);

  while (deed < N_DEEDS_BEFORE + N_DEEDS && n_failures < 2)
    if (harness_work_do (work, deed + 1, &error))
      deed++;
    else
      {
        assert_remedy (fuse->failure, n, error);
        g_clear_error (&error);
        n_failures++;
      }

  if (!fuse->failure->is_lasting)
    g_assert_cmpint (n_failures, <=, 1);
  return deed;
}

/* On one connection: the threads of a whole store would take most of the time. */
static void
assert_whole (MukanaTestRegister *place,
              const Failure      *failure,
              int                 n,
              int                 last_told)
{
  MukanaDbOptions options = { .uri = place->uri, .key = place->key, .actor = "test",
                              .clock = place->clock };
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (HarnessReckoning) found = NULL;
  g_autoptr (GError) error = NULL;

  if ((db = mukana_db_open (&options, &error)) == NULL ||
      !(work = harness_work_new (NULL, db, &error)) ||
      !(found = harness_work_reckon (work, &error)))
    g_error ("%s, number %d: cannot be read afterwards: %s", failure->name, n, error->message);

  if (found->problem != NULL)
    g_error ("%s, number %d: %s", failure->name, n, found->problem);
  if (found->n_deeds < last_told || found->n_deeds > last_told + 1)
    g_error ("%s, number %d: %d deeds were told as done, %d are there", failure->name, n, last_told,
             found->n_deeds);
}

/* Returns: whether there was an n-th call to fail */
static gboolean
fail_once (const State   *state,
           const Failure *failure,
           int            n)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  Fuse fuse = { failure, n, 0 };
  int last_told;

  put_state (place, state);
  harness_disk_watch (fail_cb, &fuse);
  last_told = work_meanwhile (place, &fuse, n);
  mukana_test_register_close (place);
  harness_disk_watch (skip_sync_cb, NULL);

  assert_whole (place, failure, n, last_told);
  harness_disk_watch (NULL, NULL);
  return fuse.n_failed > 0;
}

/* Opening after being killed reads all the more; from then on both write alike. */
static gboolean
is_worth_trying (const Failure *failure,
                 gboolean       is_closed)
{
  return is_closed || failure->call != HARNESS_WRITE;
}

static void
nothing_is_lost_to_a_failing_disk (gconstpointer data)
{
  State state = { 0 };
  int n_points = 0;

  make_state (&state, data != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      /* Each call fails once in every run; that all fail after it too, for some of them. */
      int step = failures[i].is_lasting ? harness_gate_count (3, 1) : 1;
      int n = 0;

      if (!is_worth_trying (&failures[i], data != NULL))
        continue;
      while (fail_once (&state, &failures[i], n))
        n += step;
      g_test_message ("%s: %d points", failures[i].name, n);
      n_points += n;
    }

  g_assert_cmpint (n_points, >, 100);
  g_free (state.content[0]);
  g_free (state.content[1]);
}

/* On a disk that can be written to and not read. */
static int
fail_reads_cb (const HarnessEvent *event,
               gpointer            data)
{
  return event->call == HARNESS_READ ? SQLITE_IOERR_READ : 0;
}

/* SQLite rolls back on its own when a read fails; what comes after is in no transaction. */
static gpointer
overlook_a_failure_work (MukanaDb      *db,
                         gpointer       arg,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GError) overlooked = NULL;

  mukana_db_exec (db, "PRAGMA shrink_memory", error);   /* so that it must read */
  harness_disk_watch (fail_reads_cb, NULL);
  mukana_db_count (db, "people.count", &overlooked);
  harness_disk_watch (NULL, NULL);

  g_assert_nonnull (overlooked);
  mukana_people_add_note (db, 1, "Nobody may read this", error);
  return NULL;
}

static gpointer
count_notes_work (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GPtrArray) notes = mukana_people_notes (db, 1, error);

  return GUINT_TO_POINTER (notes ? notes->len : G_MAXUINT);
}

static void
job_that_overlooks_a_failure_writes_nothing (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mukana_test_add_person (place, 1), ==, 1);
  mukana_test_register_close (place);
  mukana_test_register_open (place);
  mukana_test_try (place, MUKANA_LANE_WRITE, overlook_a_failure_work, NULL, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE);
  g_assert_cmpuint (GPOINTER_TO_UINT (mukana_test_read (place, count_notes_work, NULL)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  harness_disk_install ();

  g_test_add_data_func ("/failing-disk/nothing_is_lost_after_closing", "closed",
                        nothing_is_lost_to_a_failing_disk);
  g_test_add_data_func ("/failing-disk/nothing_is_lost_after_being_killed", NULL,
                        nothing_is_lost_to_a_failing_disk);
  g_test_add_func ("/failing-disk/job_that_overlooks_a_failure_writes_nothing",
                   job_that_overlooks_a_failure_writes_nothing);

  return g_test_run ();
}
