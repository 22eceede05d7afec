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
                                   gpointer              data);
void          mukana_worker_push  (MukanaWorker         *self,
                                   const MukanaJob      *job,
                                   gpointer              arg,
                                   GTask                *task);
void          mukana_worker_free  (MukanaWorker         *self);

G_END_DECLS
