/* mukana-db-postgres-rights.c: what a login may do on a server, and what it hears when it may not.
 *
 * The server knows who somebody is, whatever a program says.  Knows the tables of the store
 * by the door and by the journal only, which logins that are let in do not change.
 */

#include "store/mukana-db-postgres-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "store/mukana-door.h"

/* A role that may read the consent views and no table behind them, for good: what the
 * connection itself may read does not matter once it has taken it on. */
gboolean
mukana_postgres_take_door_role (MukanaPostgres  *self,
                                GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SET ROLE \"%s_door\"", self->channel);

  if (mukana_postgres_exec (self, sql, NULL))
    return TRUE;

  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
               "The server has no role %s_door for this register, or this login is not in it",
               self->channel);
  return FALSE;
}

/* Several of them is no mistake: the role is made once and the rights are given anew. */
gboolean
mukana_postgres_open_door (gpointer   data,
                           GError   **error)
{
  MukanaPostgres *self = data;
  g_autofree char *guarded = g_strjoinv (",", (char **) mukana_door_tables);
  g_autofree char *sql = g_strdup_printf (
    "DO $$ DECLARE place text := current_schema (); door text := '%s_door'; readable text;"
    " BEGIN"
    "   IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = door) THEN"
    "     EXECUTE format ('CREATE ROLE %%I NOLOGIN', door);"
    "     EXECUTE format ('GRANT %%I TO %%I', door, current_user);"
    "   END IF;"
    "   EXECUTE format ('GRANT USAGE ON SCHEMA %%I TO %%I', place, door);"
    "   EXECUTE format ('REVOKE ALL ON ALL TABLES IN SCHEMA %%I FROM %%I', place, door);"
    "   FOR readable IN SELECT table_name FROM information_schema.tables"
    "                    WHERE table_schema = place AND table_name <> ALL ('{%s}') LOOP"
    "     EXECUTE format ('GRANT SELECT ON %%I.%%I TO %%I', place, readable, door);"
    "   END LOOP;"
    " END $$", self->channel, guarded);

  return mukana_postgres_exec (self, sql, error);
}

/* Not current_user: that is another one beyond the door. */
char *
mukana_postgres_dup_login (gpointer   data,
                           GError   **error)
{
  return mukana_postgres_ask (data, "SELECT session_user", NULL, error);
}

/* A store whose tables nobody has let us see looks as none does, but in the catalogue. */
static const char rights_sql[] =
  "SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_class WHERE relkind = 'r' AND relname = 'store_state'"
  "                            AND relnamespace = current_schema ()::regnamespace"
  "                            AND has_table_privilege (oid, 'SELECT')) THEN 'ours'"
  "   WHEN EXISTS (SELECT 1 FROM pg_class WHERE relkind = 'r' AND relname = 'store_state'"
  "                   AND (current_schema () IS NULL OR"
  "                        relnamespace = current_schema ()::regnamespace)) THEN 'shut'"
  "   WHEN current_schema () IS NULL OR NOT has_schema_privilege (current_schema (), 'CREATE')"
  "   THEN 'no tables'"
  "   WHEN (SELECT NOT rolcreaterole AND NOT rolsuper FROM pg_roles WHERE rolname = current_user)"
  "    AND NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'mukana_' ||"
  "                      current_schema ()::regnamespace::oid || '_door') THEN 'no roles'"
  "   WHEN EXISTS (SELECT 1 FROM pg_class WHERE relkind = 'r'"
  "                   AND relnamespace = current_schema ()::regnamespace) THEN 'foreign'"
  "   ELSE 'empty' END";

static const char owner_sql[] =
  "SELECT pg_get_userbyid (relowner) FROM pg_class"
  " WHERE relkind = 'r' AND relname = 'store_state'"
  " ORDER BY relnamespace = to_regnamespace (quote_ident (current_schema ())) DESC NULLS LAST"
  " LIMIT 1";

static const struct
{
  MukanaWish  wish;
  const char *found;
  int         code;
  gboolean    names_owner;
  const char *sentence;
} hindrances[] = {
  { MUKANA_WISH_FIND, "shut", MUKANA_ERROR_NOT_ALLOWED, TRUE,
    N_("There is a register in that database, but this login has not been let in. The login that "
       "made it does so with mukana-cli grant; ask it.") },
  { MUKANA_WISH_MAKE, "shut", MUKANA_ERROR_CONFLICT, TRUE,
    N_("There is a register in that database already, but this login has not been let in. The "
       "login that made it does so with mukana-cli grant; ask it.") },
  { MUKANA_WISH_FIND, "no tables", MUKANA_ERROR_NOT_ALLOWED, FALSE,
    N_("There is no register in that database, and this login may not make one: it has no right "
       "to create tables there. Ask whoever looks after the server, for the right or for the "
       "register.") },
  { MUKANA_WISH_MAKE, "no tables", MUKANA_ERROR_NOT_ALLOWED, FALSE,
    N_("This login has no right to create tables in that database, so it cannot make a register "
       "there. Ask whoever looks after the server for CREATE on the schema.") },
  { MUKANA_WISH_FIND, "no roles", MUKANA_ERROR_NOT_ALLOWED, FALSE,
    N_("There is no register in that database, and this login may not make one: it has no right "
       "to create roles. Ask whoever looks after the server, for the right or for the register.") },
  { MUKANA_WISH_MAKE, "no roles", MUKANA_ERROR_NOT_ALLOWED, FALSE,
    N_("This login has no right to create roles, and a register needs one for the door through "
       "which people are matched. Ask whoever looks after the server for CREATEROLE.") },
  { MUKANA_WISH_FIND, "foreign", MUKANA_ERROR_NOT_FOUND, FALSE,
    N_("That database holds something else and no register. Is its name right? A register is made "
       "in a database of its own.") },
  { MUKANA_WISH_MAKE, "foreign", MUKANA_ERROR_CONFLICT, FALSE,
    N_("That database holds something else, and a register is made in one of its own. Ask whoever "
       "looks after the server for an empty database.") },
};

/* Returns: always FALSE, with @sentence and who owns the store */
static gboolean
refuse_with_owner (MukanaPostgres  *self,
                   int          code,
                   const char  *sentence,
                   GError     **error)
{
  char *owner = mukana_postgres_ask (self, owner_sql, NULL, error);

  if (owner == NULL)
    return FALSE;

  g_set_error_literal (error, MUKANA_ERROR, code, sentence);
  if (error != NULL)
    mukana_error_set_detail (*error, owner);
  else
    g_free (owner);
  return FALSE;
}

static gboolean
judge_step (MukanaPostgres  *self,
            GError     **error)
{
  g_autofree char *is_owner = mukana_postgres_ask (
    self, "SELECT CASE WHEN pg_has_role (relowner, 'USAGE') THEN 'yes' ELSE 'no' END FROM pg_class"
          " WHERE oid = 'store_state'::regclass", NULL, error);

  if (g_strcmp0 (is_owner, "no") != 0)
    return is_owner != NULL;

  return refuse_with_owner (self, MUKANA_ERROR_NOT_ALLOWED,
                            N_("The register is of an older Mukana. Only the login that made it "
                               "can bring it up to date, by opening it once with this one; ask "
                               "it."), error);
}

gboolean
mukana_postgres_judge_rights (gpointer     data,
                              MukanaWish   wish,
                              GError     **error)
{
  MukanaPostgres *self = data;
  g_autofree char *found = NULL;

  if (wish == MUKANA_WISH_STEP)
    return judge_step (self, error);
  if (!(found = mukana_postgres_ask (self, rights_sql, NULL, error)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (hindrances); i++)
    if (hindrances[i].wish == wish && strcmp (hindrances[i].found, found) == 0)
      {
        if (hindrances[i].names_owner)
          return refuse_with_owner (self, hindrances[i].code, hindrances[i].sentence, error);

        g_set_error_literal (error, MUKANA_ERROR, hindrances[i].code, hindrances[i].sentence);
        return FALSE;
      }

  return TRUE;
}

/* What a login may do here, and what it may no more.  The first text is the door. */
static const char let_in_sql[] =
  "DO $$ DECLARE place text := current_schema (); door text := '%s_door'; who text := %s;"
  " BEGIN"
  "   EXECUTE format ('GRANT USAGE ON SCHEMA %%I TO %%I', place, who);"
  "   EXECUTE format ('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %%I TO %%I',"
  "                   place, who);"
  "   EXECUTE format ('REVOKE UPDATE ON %%I.journal FROM %%I', place, who);"
  "   EXECUTE format ('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %%I TO %%I', place, who);"
  "   EXECUTE format ('ALTER DEFAULT PRIVILEGES IN SCHEMA %%I GRANT SELECT, INSERT, UPDATE, DELETE"
  " ON TABLES TO %%I', place, who);"
  "   EXECUTE format ('ALTER DEFAULT PRIVILEGES IN SCHEMA %%I GRANT USAGE ON SEQUENCES TO %%I',"
  "                   place, who);"
  "   EXECUTE format ('GRANT %%I TO %%I', door, who);"
  " END $$";

static const char shut_out_sql[] =
  "DO $$ DECLARE place text := current_schema (); door text := '%s_door'; who text := %s;"
  " BEGIN"
  "   EXECUTE format ('REVOKE %%I FROM %%I', door, who);"
  "   EXECUTE format ('ALTER DEFAULT PRIVILEGES IN SCHEMA %%I REVOKE ALL ON SEQUENCES FROM %%I',"
  "                   place, who);"
  "   EXECUTE format ('ALTER DEFAULT PRIVILEGES IN SCHEMA %%I REVOKE ALL ON TABLES FROM %%I',"
  "                   place, who);"
  "   EXECUTE format ('REVOKE ALL ON ALL SEQUENCES IN SCHEMA %%I FROM %%I', place, who);"
  "   EXECUTE format ('REVOKE ALL ON ALL TABLES IN SCHEMA %%I FROM %%I', place, who);"
  "   EXECUTE format ('REVOKE ALL ON SCHEMA %%I FROM %%I', place, who);"
  " END $$";

/* Returns: whether @sql, of the login @login, says yes; @sentence is told when it says no */
static gboolean
holds_of (MukanaPostgres  *self,
          const char  *sql,
          const char  *login,
          int          code,
          const char  *sentence,
          GError     **error)
{
  g_autofree char *answer = mukana_postgres_ask (self, sql, login, error);

  if (g_strcmp0 (answer, "yes") == 0)
    return TRUE;
  if (answer != NULL)
    g_set_error_literal (error, MUKANA_ERROR, code, sentence);
  return FALSE;
}

/* A server warns, and says nothing more, when somebody gives what is not theirs to give. */
gboolean
mukana_postgres_let_in (gpointer     data,
                        const char  *login,
                        gboolean     is_let_in,
                        GError     **error)
{
  MukanaPostgres *self = data;
  char *literal = PQescapeLiteral (self->link, login, strlen (login));
  g_autofree char *sql = literal == NULL ? NULL
    : g_strdup_printf (is_let_in ? let_in_sql : shut_out_sql, self->channel, literal);

  PQfreemem (literal);
  if (sql == NULL)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           "This cannot be the name of a login");
      return FALSE;
    }

  return holds_of (self, "SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)"
                         " THEN 'yes' ELSE 'no' END", login, MUKANA_ERROR_NOT_FOUND,
                   N_("The server has no such login. Its administrator makes it first."), error) &&
         holds_of (self, "SELECT CASE WHEN $1 <> current_user AND (SELECT c.relowner ="
                         " (SELECT r.oid FROM pg_roles AS r WHERE r.rolname = current_user)"
                         " FROM pg_class AS c WHERE c.oid = 'person'::regclass)"
                         " THEN 'yes' ELSE 'no' END", login, MUKANA_ERROR_NOT_ALLOWED,
                   N_("The login that made the register lets others in, and cannot shut itself "
                      "out."), error) &&
         mukana_postgres_exec (self, sql, error);
}
