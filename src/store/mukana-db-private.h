#pragma once

/* The connection as its worker sees it: opening, transactions, delivery. */

#include "base/mukana-clock.h"
#include "store/mukana-db.h"
#include "store/mukana-engine.h"
#include "store/mukana-room.h"
#include "store/mukana-statements.h"

G_BEGIN_DECLS

typedef struct
{
  const char  *uri;         /* "sqlite:/path" or "postgresql://…" */
  GBytes      *key;         /* the register key, 32 bytes; NULL only where the engine needs none */
  const char  *actor;       /* who the journal says did it; a server says so itself */
  const char  *origin;      /* one word that marks our own notifications; NULL: a new one */
  MukanaClock *clock;
  gboolean     may_create;
  gboolean     read_only;
  gboolean     by_views_only;   /* see mukana-door.c */
  MukanaRoom  *room;        /* of a store, whose connections share it; NULL: a full disk refuses */
} MukanaDbOptions;

MukanaDb           *mukana_db_open          (const MukanaDbOptions *options,
                                             GError               **error);
void                mukana_db_close         (MukanaDb              *self);
gboolean            mukana_db_begin_read    (MukanaDb              *self,
                                             GError               **error);
gboolean            mukana_db_begin_write   (MukanaDb              *self,
                                             GError               **error);
gboolean            mukana_db_commit        (MukanaDb              *self,
                                             MukanaChangeSet      **changes,
                                             GError               **error);
MukanaChangeSet    *mukana_db_peek_changes  (MukanaDb              *self);
void                mukana_db_rollback      (MukanaDb              *self);
gboolean            mukana_db_know_user     (MukanaDb              *self,
                                             GError               **error);
void                mukana_db_only_read     (MukanaDb              *self);
void                mukana_db_interrupt     (MukanaDb              *self);
gboolean            mukana_db_listen        (MukanaDb              *self,
                                             GError               **error);
MukanaChangeSet    *mukana_db_hear          (MukanaDb              *self,
                                             int                    stop_fd,
                                             GError               **error);
gboolean            mukana_db_is_quiet      (MukanaDb              *self);
const MukanaEngine *mukana_db_peek_engine   (MukanaDb              *self);
gpointer            mukana_db_peek_connection (MukanaDb            *self);
const char         *mukana_db_peek_file     (MukanaDb              *self);
gboolean            mukana_db_exec          (MukanaDb              *self,
                                             const char            *sql,
                                             GError               **error);

/* The query's side of the bargain. */
MukanaQuery        *mukana_query_new        (const MukanaEngine    *engine,
                                             gpointer               statement,
                                             const MukanaStatement *source);
void                mukana_query_lend       (MukanaQuery           *self,
                                             gboolean              *in_use);

G_END_DECLS
