#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Where a shared register is, and as whom it is opened.  No password. */
#define MUKANA_TYPE_SERVER (mukana_server_get_type ())
G_DECLARE_FINAL_TYPE (MukanaServer, mukana_server, MUKANA, SERVER, MukanaRecord)

struct _MukanaServer
{
  MukanaRecord  parent_instance;

  const char *host;        /* a name, an address, or the folder of a socket: "/run/postgresql" */
  gint64      port;        /* 0: the usual one */
  const char *database;
  const char *user;
};

gboolean      mukana_server_is_uri   (const char   *text);
GPtrArray    *mukana_server_check    (gpointer      draft);
char         *mukana_server_dup_uri  (MukanaServer *self);
MukanaServer *mukana_server_from_uri (const char   *uri);

G_END_DECLS
