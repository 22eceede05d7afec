/* mukana-test-faults.c: each statement of each job fails once, before the job may succeed.
 *
 * With MUKANA_TEST_FAULTS in the environment a job that a test runs is first run again and
 * again, and each time a later one of its statements fails: to be prepared, to begin, at its
 * second row, or as the commit.  Of each failure is asked: it was told, and nothing of the
 * job is in the register.  Then the job runs undisturbed, and the test goes on and asks
 * whatever it asks; so it also asks that the job works after all those failures.
 *
 * The linker puts these functions before those of the same name: see tests/meson.build.
 * Nothing fails but what runs on the thread of the job, between its beginning and its end.
 */

#include "kit/mukana-test-faults.h"

#include <libpq-fe.h>
#include <sqlite3.h>
#include <string.h>

#include "base/mukana-error.h"

/* Up to here every statement of a job fails; after it, ever fewer of very many. */
#define N_ONE_BY_ONE 25
#define N_ONE_BY_ONE_AT_NIGHT 150

/* How often a job is made to fail in one process. */
#define N_CALLS_AT_NIGHT 8

/* Written before a job is posted, and read on its worker. */
static struct
{
  const MukanaJob *job;
  int              n_spared;   /* what still works */
  gboolean         has_fired;
  gboolean         is_in_procedure;
  gboolean         is_procedure;   /* in all threads, and over the ends of transactions */
} plan;

/* Of the worker whose job it is. */
static _Thread_local gboolean is_armed;
static _Thread_local gpointer begun;   /* the statement whose second row is the next to fail */

int           __real_sqlite3_step        (sqlite3_stmt *statement);
int           __wrap_sqlite3_step        (sqlite3_stmt *statement);
int           __real_sqlite3_exec        (sqlite3 *connection, const char *sql,
                                          int (*row) (void *, int, char **, char **), void *data,
                                          char **message);
int           __wrap_sqlite3_exec        (sqlite3 *connection, const char *sql,
                                          int (*row) (void *, int, char **, char **), void *data,
                                          char **message);
PGresult     *__real_PQexecPrepared      (PGconn *link, const char *name, int n_params,
                                          const char * const *values, const int *lengths,
                                          const int *formats, int format);
PGresult     *__wrap_PQexecPrepared      (PGconn *link, const char *name, int n_params,
                                          const char * const *values, const int *lengths,
                                          const int *formats, int format);
PGresult     *__real_PQexec              (PGconn *link, const char *sql);
PGresult     *__wrap_PQexec              (PGconn *link, const char *sql);
MukanaQuery  *__real_mukana_db_prepare   (MukanaDb *db, const char *statement, const char *order,
                                          GError **error);
MukanaQuery  *__wrap_mukana_db_prepare   (MukanaDb *db, const char *statement, const char *order,
                                          GError **error);
MukanaQuery  *__real_mukana_db_select_args (MukanaDb *db, const char *statement, GError **error,
                                            const MukanaArg *args);
MukanaQuery  *__wrap_mukana_db_select_args (MukanaDb *db, const char *statement, GError **error,
                                            const MukanaArg *args);
gpointer      __real_mukana_store_run    (MukanaStore *store, const MukanaJob *job, gpointer arg,
                                          GError **error);
gpointer      __wrap_mukana_store_run    (MukanaStore *store, const MukanaJob *job, gpointer arg,
                                          GError **error);

static gboolean
fails (void)
{
  if (!is_armed && !plan.is_procedure)
    return FALSE;

  if (plan.n_spared > 0)
    {
      plan.n_spared--;
      return FALSE;
    }

  is_armed = FALSE;
  plan.is_procedure = FALSE;
  plan.has_fired = TRUE;
  return TRUE;
}

/* A transaction that ends takes the fault with it. */
static gboolean
end_fails (const char *sql)
{
  gboolean is_commit = strcmp (sql, "COMMIT") == 0;
  gboolean answer = is_commit && fails ();

  if (is_commit || strcmp (sql, "ROLLBACK") == 0)
    is_armed = FALSE;
  return answer;
}

int
__wrap_sqlite3_step (sqlite3_stmt *statement)
{
  gboolean begins = (is_armed || plan.is_procedure) && !sqlite3_stmt_busy (statement);
  gboolean counts = begins || begun == statement;

  begun = begins ? statement : NULL;
  return counts && fails () ? SQLITE_IOERR : __real_sqlite3_step (statement);
}

int
__wrap_sqlite3_exec (sqlite3    *connection,
                     const char *sql,
                     int       (*row) (void *, int, char **, char **),
                     void       *data,
                     char      **message)
{
  return end_fails (sql) ? SQLITE_IOERR
                         : __real_sqlite3_exec (connection, sql, row, data, message);
}

/* What the server says when its disk is full; the transaction is over, as it then is. */
static PGresult *
refuse (PGconn *link)
{
  return __real_PQexec (link, "DO $$ BEGIN RAISE SQLSTATE '53100'; END $$");
}

PGresult *
__wrap_PQexecPrepared (PGconn             *link,
                       const char         *name,
                       int                 n_params,
                       const char * const *values,
                       const int          *lengths,
                       const int          *formats,
                       int                 format)
{
  return fails () ? refuse (link)
                           : __real_PQexecPrepared (link, name, n_params, values, lengths, formats,
                                                    format);
}

PGresult *
__wrap_PQexec (PGconn     *link,
               const char *sql)
{
  return end_fails (sql) ? refuse (link) : __real_PQexec (link, sql);
}

/* Not at the engine, which prepares a statement once and keeps it. */
static gboolean
preparing_fails (GError **error)
{
  if (!fails ())
    return FALSE;

  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE, "The fault of a test");
  return TRUE;
}

MukanaQuery *
__wrap_mukana_db_prepare (MukanaDb    *db,
                          const char  *statement,
                          const char  *order,
                          GError     **error)
{
  return preparing_fails (error) ? NULL : __real_mukana_db_prepare (db, statement, order, error);
}

MukanaQuery *
__wrap_mukana_db_select_args (MukanaDb         *db,
                              const char       *statement,
                              GError          **error,
                              const MukanaArg  *args)
{
  return preparing_fails (error) ? NULL
                                 : __real_mukana_db_select_args (db, statement, error, args);
}

static gpointer
run_armed (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  is_armed = TRUE;
  begun = NULL;
  return plan.job->run (db, arg, cancellable, error);
}

/* As a write that fails, so that what was posted before, the notes of looks, is done by then. */
static gpointer
read_revision (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  *(gint64 *) arg = mukana_db_get_revision (db);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing is written");
  return NULL;
}

/* Returns: -1 where nothing may be written anyway */
static gint64
ask_revision (MukanaStore *store)
{
  static const MukanaJob job = { "test.revision", MUKANA_LANE_WRITE, read_revision, NULL,
                                 .needs = MUKANA_DEED_UNNAMED };
  g_autoptr (GError) error = NULL;
  gint64 revision = -1;

  __real_mukana_store_run (store, &job, &revision, &error);
  return revision;
}

/* Returns: what the job gave; whether the fault came is in the plan */
static gpointer
run_until (MukanaStore      *store,
           const MukanaJob  *job,
           gpointer          arg,
           int               n_spared,
           GError          **error)
{
  MukanaJob armed = *job;

  armed.run = run_armed;
  plan.job = job;
  plan.n_spared = n_spared;
  plan.has_fired = FALSE;
  return __real_mukana_store_run (store, &armed, arg, error);
}

/**
 * mukana_test_fail_at:
 * @n: how many statements still work; the commit counts as one
 * @error: (out): what the job said
 *
 * Returns: whether one failed; when not, the job has come to its own end
 */
gboolean
mukana_test_fail_at (MukanaTestRegister  *self,
                     const MukanaJob     *job,
                     gpointer             arg,
                     int                  n,
                     GError             **error)
{
  gpointer result = run_until (self->store, job, arg, n, error);

  if (result != NULL && job->free_result != NULL)
    job->free_result (result);
  return plan.has_fired;
}

/**
 * mukana_test_faults_begin:
 * @n: how many still work
 *
 * From now on statements of all threads and calls of the system count, and one of them fails.
 */
void
mukana_test_faults_begin (int n)
{
  plan.n_spared = n;
  plan.has_fired = FALSE;
  plan.is_in_procedure = TRUE;
  plan.is_procedure = TRUE;
}

/** mukana_test_faults_end: Returns: whether one has failed */
gboolean
mukana_test_faults_end (void)
{
  plan.is_in_procedure = FALSE;
  plan.is_procedure = FALSE;
  return plan.has_fired;
}

gboolean
mukana_test_call_fails (void)
{
  return plan.is_procedure && fails ();
}

static void
judge (MukanaStore     *store,
       const MukanaJob *job,
       gint64           revision,
       int              n,
       const GError    *failure)
{
  if (failure == NULL)
    g_error ("%s, fault %d: the failure of a statement was not told", job->name, n);
  if (failure->domain == MUKANA_ERROR &&
      (failure->code == MUKANA_ERROR_INVALID || failure->code == MUKANA_ERROR_NOT_FOUND))
    g_error ("%s, fault %d: told as a mistake of the caller: %s", job->name, n, failure->message);
  if (ask_revision (store) != revision)
    g_error ("%s, fault %d: something was written", job->name, n);
}

static gboolean
is_night (void)
{
  return g_strcmp0 (g_getenv ("MUKANA_HARNESS"), "nightly") == 0;
}

/* The last run, in which nothing fails, is the one that counts. */
static gpointer
run_at_last (MukanaStore      *store,
             const MukanaJob  *job,
             gpointer          arg,
             GError          **error)
{
  gint64 revision = ask_revision (store);
  int n_each = is_night () ? N_ONE_BY_ONE_AT_NIGHT : N_ONE_BY_ONE;

  for (int n = 0; ; n += n > n_each ? n / 5 : 1)
    {
      g_autoptr (GError) failure = NULL;
      gpointer result = run_until (store, job, arg, n, &failure);

      if (!plan.has_fired)
        {
          if (failure != NULL)
            g_propagate_error (error, g_steal_pointer (&failure));
          return result;
        }
      judge (store, job, revision, n, failure);
    }
}

/* What notes a file that another job has written takes it away when it fails: it would not find
 * it again.  See test-giving-out. */
static const char * const notes[] = {
  "assigning.note-print", "attending.note-write", "copying.note", "giving-out.calendar-note",
  "giving-out.note", "hearing.letters-note", "inviting.note", "journal-file.note",
  "papers.panel-protocol-note", "payroll.note",
  "reporting.note-print", "shortlisting.print-note", NULL
};

/* Those of the tests themselves are not in question. */
static gboolean
is_to_fail (const MukanaJob *job)
{
  static GHashTable *tried;   /* name -> how often */
  int n_calls;

  if (g_getenv ("MUKANA_TEST_FAULTS") == NULL || plan.is_in_procedure ||
      g_str_has_prefix (job->name, "test") || g_str_has_prefix (job->name, "harness") ||
      g_strv_contains (notes, job->name))
    return FALSE;

  if (tried == NULL)
    tried = g_hash_table_new (g_str_hash, g_str_equal);
  n_calls = GPOINTER_TO_INT (g_hash_table_lookup (tried, job->name));
  g_hash_table_insert (tried, (gpointer) job->name, GINT_TO_POINTER (n_calls + 1));
  return n_calls < (is_night () ? N_CALLS_AT_NIGHT : 1);
}

gpointer
__wrap_mukana_store_run (MukanaStore      *store,
                         const MukanaJob  *job,
                         gpointer          arg,
                         GError          **error)
{
  return is_to_fail (job) ? run_at_last (store, job, arg, error)
                          : __real_mukana_store_run (store, job, arg, error);
}
