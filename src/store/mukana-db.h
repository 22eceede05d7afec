#pragma once

#include "store/mukana-change-set.h"
#include "store/mukana-query.h"

G_BEGIN_DECLS

/* A connection as a job sees it: inside one transaction, on one worker thread. */
typedef struct _MukanaDb MukanaDb;

MukanaQuery *mukana_db_prepare      (MukanaDb         *self,
                                     const char       *statement,
                                     const char       *order,
                                     GError          **error);
MukanaQuery *mukana_db_select_args  (MukanaDb         *self,
                                     const char       *statement,
                                     GError          **error,
                                     const MukanaArg  *args);
gint64       mukana_db_run_args     (MukanaDb         *self,
                                     const char       *statement,
                                     GError          **error,
                                     const MukanaArg  *args);
gint64       mukana_db_insert_args  (MukanaDb         *self,
                                     const char       *statement,
                                     GError          **error,
                                     const MukanaArg  *args);
gint64       mukana_db_count_args   (MukanaDb         *self,
                                     const char       *statement,
                                     GError          **error,
                                     const MukanaArg  *args);

#define MUKANA_ARGS(...) ((const MukanaArg[]) { __VA_ARGS__ __VA_OPT__ (,) { NULL, { 0 }, "" } })

/* A query with its parameters bound:
 * mukana_db_select (db, "people.get", error, mukana_int ("id", 7)). */
#define mukana_db_select(db, statement, error, ...) \
  mukana_db_select_args (db, statement, error, MUKANA_ARGS (__VA_ARGS__))
/* Runs it to the end; how many rows it changed, or -1. */
#define mukana_db_run(db, statement, error, ...) \
  mukana_db_run_args (db, statement, error, MUKANA_ARGS (__VA_ARGS__))
/* Runs an INSERT … RETURNING id; the id, or -1. */
#define mukana_db_insert(db, statement, error, ...) \
  mukana_db_insert_args (db, statement, error, MUKANA_ARGS (__VA_ARGS__))
/* The first column of the only row, a count or a sum; -1 when it fails. */
#define mukana_db_count(db, statement, error, ...) \
  mukana_db_count_args (db, statement, error, MUKANA_ARGS (__VA_ARGS__))

void         mukana_db_touch        (MukanaDb         *self,
                                     MukanaKind        kind,
                                     gint64            id,
                                     MukanaEffect      effect);
void         mukana_db_keep_quiet   (MukanaDb         *self);
gint64       mukana_db_get_revision (MukanaDb         *self);
gint64       mukana_db_now_us       (MukanaDb         *self);
MukanaDay    mukana_db_today        (MukanaDb         *self);
int          mukana_db_days_ahead   (MukanaDb         *self);
const char  *mukana_db_peek_actor   (MukanaDb         *self);
gboolean     mukana_db_is_shared   (MukanaDb                *self);
const char  *mukana_db_peek_role    (MukanaDb         *self);
gboolean     mukana_db_sees_article_10 (MukanaDb      *self);
gboolean     mukana_db_sees_identity (MukanaDb        *self);
GBytes      *mukana_db_peek_seal    (MukanaDb         *self,
                                     GError          **error);
void         mukana_db_hold_file    (MukanaDb         *self,
                                     const char       *path);
void         mukana_db_hold_end     (MukanaDb         *self,
                                     const char       *path);
char       **mukana_db_verify       (MukanaDb         *self,
                                     GError          **error);

G_END_DECLS
