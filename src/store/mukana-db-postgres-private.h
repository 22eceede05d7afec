#pragma once

/* What the parts of the engine for servers know of one connection. */

#include <libpq-fe.h>

#include "store/mukana-engine.h"

G_BEGIN_DECLS

typedef struct
{
  /* The thread's own. */
  PGconn    *link;
  guint      session;      /* grows with each new link: what was prepared before is gone */
  guint      n_names;      /* no two statements share a name */
  GPtrArray *retired;      /* names on the server that nobody uses any more */
  char      *transaction;  /* the open write's number on the server; NULL in a read */
  char      *channel;      /* of notifications: one per schema, so per register */
  gboolean   read_only;
  gboolean   by_views_only;

  /* For interrupt, from any thread. */
  GMutex     lock;
  PGcancel  *cancel;
  GThread   *canceller;    /* asks the server to stop; over before the transaction is */
} MukanaPostgres;

gboolean mukana_postgres_exec           (gpointer         data,
                                         const char      *sql,
                                         GError         **error);
char    *mukana_postgres_ask            (MukanaPostgres  *self,
                                         const char      *sql,
                                         const char      *param,
                                         GError         **error);

/* mukana-db-postgres-rights.c */
gboolean mukana_postgres_take_door_role (MukanaPostgres  *self,
                                         GError         **error);
gboolean mukana_postgres_open_door      (gpointer         data,
                                         GError         **error);
char    *mukana_postgres_dup_login      (gpointer         data,
                                         GError         **error);
gboolean mukana_postgres_judge_rights   (gpointer         data,
                                         MukanaWish       wish,
                                         GError         **error);
gboolean mukana_postgres_let_in         (gpointer         data,
                                         const char      *login,
                                         gboolean         is_let_in,
                                         GError         **error);

G_END_DECLS
