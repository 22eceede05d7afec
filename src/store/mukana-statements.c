/* mukana-statements.c: the SQL of the program, by name.
 *
 * The text stands in files, where it can be read, reviewed and run by hand.
 * Read once, at the first question; immutable afterwards, so any thread may
 * ask.
 */

#include "store/mukana-statements.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "store/mukana-store-resources.h"

#define SQL_FOLDER "/fi/mukana/store/sql/"

static GPtrArray *all;         /* of MukanaStatement */
static GHashTable *by_name;

static guint
number_of (GPtrArray  *names,
           const char *name,
           gsize       length)
{
  for (guint i = 0; i < names->len; i++)
    if (strncmp (g_ptr_array_index (names, i), name, length) == 0 &&
        ((const char *) g_ptr_array_index (names, i))[length] == '\0')
      return i + 1;

  g_ptr_array_add (names, g_strndup (name, length));
  return names->len;
}

/* ":name" outside quotes becomes "$n"; "::" is nobody's parameter. */
static char *
number_parameters (const char   *text,
                   char       ***names)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  gboolean is_quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize length = 0;

      if (*p == '\'')
        is_quoted = !is_quoted;

      if (*p == ':' && !is_quoted)
        while (g_ascii_isalnum (p[1 + length]) || p[1 + length] == '_')
          length++;

      if (length == 0)
        {
          g_string_append_c (out, *p);
          continue;
        }

      g_string_append_printf (out, "$%u", number_of (found, p + 1, length));
      p += length;
    }

  g_ptr_array_add (found, NULL);
  *names = (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
  return g_string_free (out, FALSE);
}

/* "{ids:3}" becomes ":id_0, :id_1, :id_2": a page of ids, the rest of them null. */
static void
fill_ids (GString *body)
{
  const char *hole = strstr (body->str, "{ids:");
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *whole = NULL;
  int n_ids;

  if (hole == NULL)
    return;

  n_ids = atoi (hole + strlen ("{ids:"));
  for (int i = 0; i < n_ids; i++)
    g_string_append_printf (ids, "%s:id_%d", i > 0 ? ", " : "", i);

  whole = g_strdup_printf ("{ids:%d}", n_ids);
  g_string_replace (body, whole, ids->str, 0);
}

static void
add_statement (const char *name,
               GString    *body,
               GPtrArray  *orders)
{
  MukanaStatement *statement = g_new0 (MukanaStatement, 1);

  fill_ids (body);
  statement->name = g_strdup (name);
  statement->sql = number_parameters (body->str, &statement->parameters);
  if (orders->len > 0)
    {
      g_ptr_array_add (orders, NULL);
      statement->orders = (char **) g_ptr_array_steal (orders, NULL);
    }

  if (!g_hash_table_insert (by_name, (gpointer) statement->name, statement))
    g_error ("Two statements are called %s", name);
  g_ptr_array_add (all, statement);
}

/* "-- order: recent created_at DESC, id" */
static void
add_order (GPtrArray  *orders,
           const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 2);

  g_ptr_array_add (orders, g_strdup (parts[0]));
  g_ptr_array_add (orders, g_strdup (parts[1]));
}

static void
read_file (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *name = NULL;
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "-- name: "))
        {
          if (name != NULL)
            add_statement (name, body, orders);
          g_string_truncate (body, 0);
          g_free (name);
          name = g_strdup (lines[i] + strlen ("-- name: "));
        }
      else if (g_str_has_prefix (lines[i], "-- order: "))
        add_order (orders, lines[i] + strlen ("-- order: "));
      else if (!g_str_has_prefix (lines[i], "--"))
        g_string_append_printf (body, "%s\n", lines[i]);
    }

  if (name != NULL)
    add_statement (name, body, orders);
}

static void
read_all (void)
{
  g_auto (GStrv) names = NULL;

  /* Named here so that the linker keeps it: out of a static library it drops
   * an object that holds nothing but a constructor. */
  g_resources_register (mukana_store_get_resource ());
  names = g_resources_enumerate_children (SQL_FOLDER, 0, NULL);

  all = g_ptr_array_new ();
  by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SQL_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

      read_file (g_bytes_get_data (bytes, NULL));
    }
}

/** mukana_statements_all: Returns: borrowed, every statement; Thread: any */
GPtrArray *
mukana_statements_all (void)
{
  static gsize is_read;

  if (g_once_init_enter (&is_read))
    {
      read_all ();
      g_once_init_leave (&is_read, 1);
    }

  return all;
}

/** mukana_statements_find: Returns: (nullable): borrowed; Thread: any */
const MukanaStatement *
mukana_statements_find (const char *name)
{
  mukana_statements_all ();
  return g_hash_table_lookup (by_name, name);
}

/**
 * mukana_statement_fill:
 * @order: (nullable): a word of the "-- order:" lines; NULL for the first
 *
 * Returns: (nullable): yours, the SQL with its hole filled; NULL when there is
 *   no such order
 */
char *
mukana_statement_fill (const MukanaStatement *self,
                       const char            *order)
{
  GString *sql;

  if (self->orders == NULL)
    return order == NULL ? g_strdup (self->sql) : NULL;

  for (guint i = 0; self->orders[i] != NULL; i += 2)
    if (order == NULL || strcmp (self->orders[i], order) == 0)
      {
        sql = g_string_new (self->sql);
        g_string_replace (sql, "{order}", self->orders[i + 1], 0);
        return g_string_free (sql, FALSE);
      }

  return NULL;
}
