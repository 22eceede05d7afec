#pragma once

/* mukana-worker.h: a thread that owns one connection.  Private to the store. */

#include <gio/gio.h>

#include "store/mukana-db-private.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

typedef struct _MukanaWorker MukanaWorker;

/* After each commit, on the thread that made it or heard of it; hands the change set over. */
typedef void (*MukanaWorkerChanged) (MukanaChangeSet *changes,
                                     gpointer         data);

/* What the store hears and says; all of it on the worker. */
typedef struct
{
  MukanaWorkerChanged changed;
  /* When a read of sensitive data has its answer. */
  void     (*looked)    (const MukanaLook *look,
                         gpointer          data);
  /* When a job has failed. */
  void     (*failed)    (const GError     *error,
                         gpointer          data);
  /* Before each write, and before it is committed. */
  gboolean (*may_write) (gpointer          data,
                         GError          **error);
} MukanaWorkerHooks;

/* Called on the worker when a job without a task has ended; frees @arg. */
typedef void (*MukanaWorkerEnded)   (gpointer  arg,
                                     gboolean  is_done);

/* What a task of the store returns. */
typedef struct
{
  gpointer        result;
  GDestroyNotify  free_result;
  gint64          revision;
} MukanaAnswer;

void          mukana_answer_free  (MukanaAnswer         *self);

MukanaWorker *mukana_worker_new   (const char           *name,
                                   MukanaDb             *db,
                                   const MukanaWorkerHooks *hooks,
                                   gpointer              data);
void          mukana_worker_push  (MukanaWorker         *self,
                                   const MukanaJob      *job,
                                   gpointer              arg,
                                   GTask                *task);
void          mukana_worker_post  (MukanaWorker         *self,
                                   const MukanaJob      *job,
                                   gpointer              arg,
                                   MukanaWorkerEnded     ended);
void          mukana_worker_free  (MukanaWorker         *self);

G_END_DECLS
