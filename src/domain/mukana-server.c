/* mukana-server.c: the address of a register that an office shares.
 *
 * Written as PostgreSQL's own address, without a password: that is in the
 * keyring, under this address.
 */

#include "domain/mukana-server.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"

#define SCHEME "postgresql://"

static const MukanaField fields[] = {
  { "host", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaServer, host), 255,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "port", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaServer, port), 65535, MUKANA_FIELD_PLAIN,
    NULL },
  { "database", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaServer, database), 63,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "user", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaServer, user), 63,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, NULL },
};

MUKANA_DEFINE_RECORD (MukanaServer, mukana_server, fields)

/** mukana_server_is_uri: Returns: whether @text is the address of a shared register, not a path */
gboolean
mukana_server_is_uri (const char *text)
{
  return g_str_has_prefix (text, SCHEME) || g_str_has_prefix (text, "postgres://");
}

/** mukana_server_check: Returns: yours, the findings; empty when it may be tried */
GPtrArray *
mukana_server_check (gpointer draft)
{
  MukanaServer *self = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->host != NULL && strpbrk (self->host, " ,@?#") != NULL)
    mukana_issues_add (issues, "host", N_("This does not look like the name of a server."));

  return issues;
}

/** mukana_server_dup_uri: Returns: yours, "postgresql://user@host:port/database" */
char *
mukana_server_dup_uri (MukanaServer *self)
{
  g_autofree char *user = g_uri_escape_string (self->user, NULL, FALSE);
  g_autofree char *host = g_uri_escape_string (self->host, ":", FALSE);
  g_autofree char *database = g_uri_escape_string (self->database, NULL, FALSE);
  g_autofree char *port = self->port > 0 ? g_strdup_printf (":%d", (int) self->port) : NULL;

  return g_strdup_printf (SCHEME "%s@%s%s/%s", user, host, port ? port : "", database);
}

/**
 * mukana_server_from_uri:
 * @uri: as mukana_server_dup_uri() writes it
 *
 * Returns: yours, what can be read of it; the rest is unknown
 */
MukanaServer *
mukana_server_from_uri (const char *uri)
{
  MukanaServer *self = g_object_new (MUKANA_TYPE_SERVER, NULL);
  g_autofree char *user = NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  int port = -1;

  if (!g_uri_split_network (uri, G_URI_FLAGS_NONE, NULL, NULL, NULL, NULL) ||
      !g_uri_split_with_user (uri, G_URI_FLAGS_NONE, NULL, &user, NULL, NULL, &host, &port, &path,
                              NULL, NULL, NULL))
    return self;

  folder = g_uri_unescape_string (host, NULL);
  mukana_record_init_text (self, "user", user);
  mukana_record_init_text (self, "host", folder ? folder : host);
  mukana_record_init_text (self, "database", path && *path == '/' ? path + 1 : NULL);
  mukana_record_init_int (self, "port", MAX (port, 0));
  return self;
}
