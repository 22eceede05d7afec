#pragma once

/* mukana-watcher.h: a thread that hears of other programs' changes.  Private to the store. */

#include "store/mukana-worker.h"

G_BEGIN_DECLS

typedef struct _MukanaWatcher MukanaWatcher;

MukanaWatcher *mukana_watcher_new  (MukanaDb            *db,
                                    MukanaWorkerChanged  changed,
                                    gpointer             data);
void           mukana_watcher_free (MukanaWatcher       *self);

G_END_DECLS
