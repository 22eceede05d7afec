/* mukana-worker.c: a thread, its connection, and the jobs it runs in turn.
 *
 * The transaction is the worker's: a job cannot forget to commit, nor can it
 * commit half.  A read may be cancelled at any moment; a write that has begun
 * runs to its end, because afterwards nobody would know what happened.
 */

#include "store/mukana-worker.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "store/mukana-packs.h"
#include "store/mukana-taken-back.h"

typedef struct
{
  const MukanaJob *job;        /* NULL: the end */
  gpointer         arg;        /* the task's data frees it */
  GTask           *task;       /* NULL: nobody waits for an answer */
  MukanaWorkerEnded ended;     /* of one without a task */
} Order;

struct _MukanaWorker
{
  GThread             *thread;
  GAsyncQueue         *orders;

  /* The thread's own. */
  MukanaDb            *db;
  const MukanaWorkerHooks *hooks;
  gpointer             data;
  MukanaTakenBackFile *taken_back;   /* NULL: no file to keep */
  gboolean             is_done;    /* the order to end has come */
  gboolean             is_alone;   /* nobody joins it: it frees itself */
};

void
mukana_answer_free (MukanaAnswer *self)
{
  if (self->result != NULL && self->free_result != NULL)
    self->free_result (self->result);
  g_free (self);
}

/* The guard of roles.  What names no deed is a coordinator's, but for short reads:
 * words, counts and the like, without which no page can be drawn. */
static gboolean
check_role (MukanaWorker     *self,
            const MukanaJob  *job,
            GError          **error)
{
  gboolean is_open = job->needs == MUKANA_DEED_UNNAMED && job->lane == MUKANA_LANE_READ;

  if (!mukana_db_know_user (self->db, error))
    return FALSE;
  if (mukana_role_may (mukana_db_peek_role (self->db),
                       is_open ? MUKANA_DEED_WORK_HERE : job->needs))
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("Your role in this register does not include this."));
  return FALSE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      data)
{
  mukana_db_interrupt (data);
}

static gpointer
run_read (MukanaWorker  *self,
          Order         *order,
          GError       **error)
{
  GCancellable *cancellable = g_task_get_cancellable (order->task);
  gulong handler = 0;
  gpointer result = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !mukana_db_begin_read (self->db, error))
    return NULL;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self->db, NULL);
  if (check_role (self, order->job, error))
    result = order->job->run (self->db, order->arg, cancellable, error);
  g_cancellable_disconnect (cancellable, handler);

  mukana_db_rollback (self->db);
  return result;
}

static gpointer
run_write (MukanaWorker  *self,
           Order         *order,
           GError       **error)
{
  g_autoptr (MukanaChangeSet) changes = NULL;
  g_autoptr (GError) failure = NULL;
  gpointer result = NULL;

  if (!self->hooks->may_write (self->data, error) || !mukana_db_begin_write (self->db, error))
    return NULL;

  if (check_role (self, order->job, &failure))
    result = order->job->run (self->db, order->arg,
                              order->task ? g_task_get_cancellable (order->task) : NULL, &failure);

  /* Asked again: what is committed to a file that is gone meanwhile would be told as saved. */
  if (failure != NULL ||
      !mukana_packs_follow (self->db, mukana_db_peek_changes (self->db), &failure) ||
      !self->hooks->may_write (self->data, &failure))
    mukana_db_rollback (self->db);
  else
    mukana_db_commit (self->db, &changes, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      if (result != NULL && order->job->free_result != NULL)
        order->job->free_result (result);
      return NULL;
    }

  if (!mukana_db_is_quiet (self->db))
    self->hooks->changed (changes, self->data);
  if (self->taken_back != NULL)
    mukana_taken_back_file_follow (self->taken_back, self->db, changes);
  return result;
}

/* Roles are in the register, so they are asked in a transaction of their own. */
static gpointer
run_between (MukanaWorker  *self,
             Order         *order,
             GError       **error)
{
  gboolean may;

  if (!mukana_db_begin_read (self->db, error))
    return NULL;
  may = check_role (self, order->job, error);
  mukana_db_rollback (self->db);

  return may ? order->job->run (self->db, order->arg, g_task_get_cancellable (order->task), error)
             : NULL;
}

/* A job for which nobody waits.  Why it failed is the affair of whoever posted it. */
static void
run_unwatched (MukanaWorker *self,
               Order        *order)
{
  g_autoptr (GError) error = NULL;
  gpointer result = run_write (self, order, &error);

  if (result != NULL && order->job->free_result != NULL)
    order->job->free_result (result);
  if (error != NULL)
    self->hooks->failed (error, self->data);
  order->ended (order->arg, error == NULL);
}

static void
run_order (MukanaWorker *self,
           Order        *order)
{
  g_autoptr (GError) error = NULL;
  MukanaLook look = { NULL };
  gboolean is_look = order->job->looks_at != NULL && order->job->looks_at (order->arg, &look);
  gpointer result;
  MukanaAnswer *answer;

  result = order->job->is_between ? run_between (self, order, &error)
           : order->job->lane == MUKANA_LANE_WRITE ? run_write (self, order, &error)
           : run_read (self, order, &error);
  if (error != NULL)
    {
      if (result != NULL && order->job->free_result != NULL)
        order->job->free_result (result);
      self->hooks->failed (error, self->data);
      g_prefix_error (&error, "%s: ", order->job->name);
      g_task_return_error (order->task, g_steal_pointer (&error));
      return;
    }

  answer = g_new0 (MukanaAnswer, 1);
  answer->result = result;
  answer->free_result = order->job->free_result;
  answer->revision = mukana_db_get_revision (self->db);
  /* Before the answer, so that no look is seen whose note is not in the writers' queue. */
  if (is_look)
    self->hooks->looked (&look, self->data);
  g_task_return_pointer (order->task, answer, (GDestroyNotify) mukana_answer_free);
}

static void
free_worker (MukanaWorker *self)
{
  g_async_queue_unref (self->orders);
  g_free (self);
}

/* Until the order to end.  One of them may let go of the store, which then has the rest done
 * before it is gone: whoever comes back from that finds nothing left to do. */
static void
run_all (MukanaWorker *self)
{
  while (!self->is_done)
    {
      Order *order = g_async_queue_pop (self->orders);

      if (order->job == NULL)
        self->is_done = TRUE;
      else if (order->task == NULL)
        run_unwatched (self, order);
      else
        {
          run_order (self, order);
          g_object_unref (order->task);
        }
      g_free (order);
    }
}

static gpointer
work (gpointer data)
{
  MukanaWorker *self = data;

  run_all (self);
  mukana_db_close (self->db);
  g_clear_pointer (&self->taken_back, mukana_taken_back_file_free);
  if (self->is_alone)
    free_worker (self);
  return NULL;
}

/**
 * mukana_worker_new:
 * @name: of the thread
 * @db: (transfer full): opened by the caller, closed by the worker
 * @hooks: a constant
 */
MukanaWorker *
mukana_worker_new (const char              *name,
                   MukanaDb                *db,
                   const MukanaWorkerHooks *hooks,
                   gpointer                 data)
{
  MukanaWorker *self = g_new0 (MukanaWorker, 1);

  self->orders = g_async_queue_new ();
  self->db = db;
  self->hooks = hooks;
  self->data = data;
  if (mukana_db_peek_file (db) != NULL)
    self->taken_back = mukana_taken_back_file_new (mukana_db_peek_file (db));
  self->thread = g_thread_new (name, work, self);
  return self;
}

/** mukana_worker_push: posts a job; the answer comes through @task */
void
mukana_worker_push (MukanaWorker    *self,
                    const MukanaJob *job,
                    gpointer         arg,
                    GTask           *task)
{
  Order *order = g_new0 (Order, 1);

  order->job = job;
  order->arg = arg;
  order->task = g_object_ref (task);
  g_async_queue_push (self->orders, order);
}

/**
 * mukana_worker_post:
 * @job: a write
 * @ended: told on the worker; frees @arg
 *
 * Posts a job that nobody waits for.  It is done before the worker ends.
 */
void
mukana_worker_post (MukanaWorker      *self,
                    const MukanaJob   *job,
                    gpointer           arg,
                    MukanaWorkerEnded  ended)
{
  Order *order = g_new0 (Order, 1);

  order->job = job;
  order->arg = arg;
  order->ended = ended;
  g_async_queue_push (self->orders, order);
}

/**
 * mukana_worker_free:
 *
 * Waits for the jobs already posted, then closes the connection.  A task holds
 * the store, so the worker itself may be the last to let go of it: a thread
 * cannot wait for its own end, and does what is left here, while the store is
 * still there to be asked and told; then it ends on its own.
 */
void
mukana_worker_free (MukanaWorker *self)
{
  if (self == NULL)
    return;

  g_async_queue_push (self->orders, g_new0 (Order, 1));
  if (self->thread == g_thread_self ())
    {
      self->is_alone = TRUE;
      run_all (self);
      g_thread_unref (self->thread);
      return;
    }

  g_thread_join (self->thread);
  free_worker (self);
}
