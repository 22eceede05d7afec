#pragma once

/* mukana-worker.h: a thread that owns one connection.  Private to the store. */

#include <gio/gio.h>

#include "store/mukana-db-private.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

typedef struct _MukanaWorker MukanaWorker;

/* Called on the worker after each commit; hands the change set over. */
typedef void (*MukanaWorkerChanged) (MukanaChangeSet *changes,
                                     gpointer         data);

/* Called on the worker when a read of sensitive data has its answer. */
typedef void (*MukanaWorkerLooked)  (const MukanaLook *look,
                                     gpointer          data);

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
                                   MukanaWorkerChanged   changed,
                                   MukanaWorkerLooked    looked,
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
