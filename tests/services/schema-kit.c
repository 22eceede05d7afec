/* schema-kit.c: reads the schema's own files, and fills every column for a person. */

#include "schema-kit.h"

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/mukana-db-private.h"
#include "store/mukana-packs.h"

/* Whose rows are not about an expert: who asks for people; breaches, which are about many; keys. */
static const char * const others[] = { "request", "breach", "register_secret", NULL };

/* What a marker cannot be: words that the program's own rules read, and what is referred to. */
static const struct
{
  const char *table;    /* NULL: of any */
  const char *column;
  const char *value;    /* SQL */
} fixed[] = {
  { "consent", "purpose", "'theme'" },
  { "search_term", "kind", "'person'" },
  { "source_ref", "kind", "'person'" },
  { "journal", "kind", "'person'" },
  { "draft", "page", "'person'" },
  { NULL, "theme_id", "'kit'" },
  { NULL, "role_code", "'kit'" },
  { NULL, "method_code", "NULL" },
};

static void
free_column (gpointer data)
{
  SchemaColumn *column = data;

  g_free (column->table);
  g_free (column->column);
  g_free (column->privacy);
  g_free (column->type);
  g_free (column->rest);
  g_free (column);
}

/* A later step made the column anew: it stays where it was, before the tables that refer to it.
 * Returns: where it stood, or is to stand */
static int
drop_column (GPtrArray  *columns,
             const char *table,
             const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->table, table) && g_str_equal (column->column, name))
        {
          g_ptr_array_remove_index (columns, i);
          return (int) i;
        }
    }

  return -1;   /* last */
}

static void
add_column (GPtrArray  *columns,
            const char *table,
            const char *line)
{
  static const char * const constraints[] = { "PRIMARY", "UNIQUE", "CHECK", NULL };
  static const char pattern[] = "^\\s*(\\w+)\\s+(\\S+?)[,;]?(\\s.*)?--\\s*([a-z]+)\\s*$";
  g_autoptr (GRegex) shape = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  SchemaColumn *column;
  int place;

  if (!g_regex_match (shape, line, 0, &match))
    return;

  name = g_match_info_fetch (match, 1);
  if (g_strv_contains (constraints, name))
    return;

  place = drop_column (columns, table, name);
  column = g_new0 (SchemaColumn, 1);
  column->table = g_strdup (table);
  column->column = g_steal_pointer (&name);
  column->type = g_match_info_fetch (match, 2);
  column->rest = g_match_info_fetch (match, 3);
  column->privacy = g_match_info_fetch (match, 4);
  g_ptr_array_insert (columns, place, column);
}

static void
read_step (GPtrArray  *columns,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *table = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char name[64], other[64];

      if (sscanf (lines[i], "CREATE TABLE %63[a-z_] (", name) == 1)
        {
          g_free (table);
          table = g_strdup (name);
        }
      else if (g_str_has_prefix (lines[i], ")"))
        g_clear_pointer (&table, g_free);
      else if (sscanf (lines[i], "ALTER TABLE %63[a-z_] ADD COLUMN %63[a-z_]", name, other) == 2)
        {
          /* What does not fit on one line goes on in the next. */
          g_autofree char *whole = strstr (lines[i], "--") != NULL || lines[i + 1] == NULL
                                     ? g_strdup (lines[i])
                                     : g_strconcat (lines[i], lines[i + 1], NULL);

          add_column (columns, name, strstr (strstr (whole, "ADD COLUMN"), other));
        }
      else if (table != NULL)
        add_column (columns, table, lines[i]);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/** schema_kit_columns: Returns: yours, of SchemaColumn, in the order of the schema */
GPtrArray *
schema_kit_columns (void)
{
  static const char folder[] = "/fi/mukana/store/schema/";
  GPtrArray *columns = g_ptr_array_new_with_free_func (free_column);
  g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, NULL);
  guint n_names = g_strv_length (names);

  qsort (names, n_names, sizeof *names, compare_names);
  g_assert_cmpuint (n_names, >, 2);
  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

      read_step (columns, g_bytes_get_data (bytes, NULL));
    }

  g_assert_cmpuint (columns->len, >, 200);
  return columns;
}

/** schema_kit_marker: Returns: yours, what @person has in @column and nobody else has anywhere */
char *
schema_kit_marker (const char         *person,
                   const SchemaColumn *column)
{
  const char *limit = strstr (column->rest, " <= ");
  g_autofree char *whole = g_strdup_printf ("%s~%s~%s", person, column->table, column->column);

  /* A short column has the end of it. */
  return limit && atoi (limit + strlen (" <= ")) < (int) strlen (whole)
           ? g_strdup_printf ("%s~%s", person, column->column + strlen (column->column) - 5)
           : g_steal_pointer (&whole);
}

static const char *
find_fixed (const SchemaColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (fixed[i].column, column->column) &&
        (fixed[i].table == NULL || g_str_equal (fixed[i].table, column->table)))
      return fixed[i].value;

  return NULL;
}

static gboolean
is_text (const SchemaColumn *column)
{
  return g_str_equal (column->type, "TEXT") || g_str_equal (column->type, "{{key}}");
}

/** schema_kit_is_marked: Returns: whether the column holds a marker, and not a word of a set */
gboolean
schema_kit_is_marked (const SchemaColumn *column)
{
  return (is_text (column) || g_str_equal (column->type, "{{bytes}}")) &&
         find_fixed (column) == NULL && strstr (column->rest, " IN (") == NULL;
}

gboolean
schema_kit_is_about_somebody_else (const char *table)
{
  return g_strv_contains (others, table);
}

static char *
dup_first_of_set (const SchemaColumn *column)
{
  const char *set = strstr (column->rest, " IN (");
  const char *end = set ? strpbrk (set, ",)") : NULL;

  return set ? g_strndup (set + strlen (" IN ("), (gsize) (end - set) - strlen (" IN (")) : NULL;
}

static char *
dup_bytes (MukanaDb   *db,
           const char *marker)
{
  gboolean is_file = g_str_equal (mukana_db_peek_engine (db)->scheme, "sqlite");
  GString *hex = g_string_new (is_file ? "X'" : "'\\x");

  for (const char *p = marker; *p != '\0'; p++)
    g_string_append_printf (hex, "%02X", (guint) (guchar) *p);
  g_string_append_c (hex, '\'');
  return g_string_free (hex, FALSE);
}

/* The other of two people; else every number that refers to something has the same. */
static gint64
number_for (const SchemaColumn *column,
            gint64              base_id)
{
  if (g_str_equal (column->column, "gone_id") || g_str_equal (column->column, "high_id") ||
      g_str_equal (column->column, "other_id"))
    return base_id + 1;
  if (g_str_equal (column->column, "id") || g_str_has_suffix (column->column, "_id"))
    return base_id;
  /* On which the person stands. */
  if (g_str_equal (column->column, "shelf"))
    return base_id / MUKANA_PACKS_ON_SHELF;
  if (g_str_equal (column->column, "start_minute"))
    return 60;
  if (g_str_equal (column->column, "end_minute"))
    return 120;
  /* Out of sight, or no longer in force: that would be another test. */
  if (g_str_equal (column->column, "removed_at") || g_str_equal (column->column, "erased_at") ||
      g_str_equal (column->column, "undone_at"))
    return 0;

  return 1;
}

static char *
dup_value (MukanaDb           *db,
           const SchemaColumn *column,
           gint64              base_id,
           const char         *person)
{
  const char *value = find_fixed (column);
  g_autofree char *marker = schema_kit_marker (person, column);
  char *first;

  if (value != NULL)
    return g_strdup (value);
  if ((first = dup_first_of_set (column)) != NULL)
    return first;
  if (is_text (column))
    return g_strdup_printf ("'%s'", marker);
  if (g_str_equal (column->type, "{{bytes}}"))
    return dup_bytes (db, marker);

  return g_strdup_printf ("%" G_GINT64_FORMAT, number_for (column, base_id));
}

static gboolean
fill_table (MukanaDb    *db,
            GPtrArray   *columns,
            const char  *table,
            gint64       base_id,
            const char  *person,
            GError     **error)
{
  GString *names = g_string_new (NULL), *values = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *value = NULL;

      if (!g_str_equal (column->table, table))
        continue;

      value = dup_value (db, column, base_id, person);
      g_string_append_printf (names, "%s%s", names->len ? ", " : "", column->column);
      g_string_append_printf (values, "%s%s", values->len ? ", " : "", value);
    }

  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, names->str, values->str);
  g_string_free (names, TRUE);
  g_string_free (values, TRUE);
  return mukana_db_exec (db, sql, error);
}

/* Tables with nothing of a person that the rows of people refer to. */
static gboolean
is_needed (GPtrArray  *columns,
           const char *table)
{
  static const char * const around[] = { "organisation", "olka_point", "request_slot", "event",
                                         "event_occurrence", "poll_day", NULL };

  if (g_strv_contains (around, table))
    return TRUE;

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->table, table) && !g_str_equal (column->privacy, "plain") &&
          !g_str_equal (column->privacy, "secret"))
        return TRUE;
    }

  return g_str_equal (table, "source_ref");
}

/**
 * schema_kit_fill:
 * @base_id: the number of the person and of each of their rows
 * @person: what their markers begin with
 *
 * Thread: worker, in a write, of a register with no vocabularies.
 */
gboolean
schema_kit_fill (MukanaDb    *db,
                 gint64       base_id,
                 const char  *person,
                 GError     **error)
{
  g_autoptr (GPtrArray) columns = schema_kit_columns ();
  g_autofree char *twin = g_strdup_printf (
    "INSERT INTO theme (id, label_fi, label_sv, label_en, sensitivity) "
    "VALUES ('kit', 'k', 'k', 'k', 'none') ON CONFLICT (id) DO NOTHING; "
    "INSERT INTO role (code, label_fi, label_sv, label_en) VALUES ('kit', 'k', 'k', 'k') "
    "ON CONFLICT (code) DO NOTHING; "
    "INSERT INTO fee_batch (id, title, state, made_at, made_by) "
    "VALUES (%" G_GINT64_FORMAT ", 'kit', 'draft', 1, 'kit'); "
    "INSERT INTO person (id, display_name, sort_key, state, created_at, updated_at) "
    "VALUES (%" G_GINT64_FORMAT ", 'twin', 'twin', 'ended', 1, 1)", base_id, base_id + 1);
  const char *last = "";

  if (!mukana_db_exec (db, twin, error))
    return FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      const char *table = ((SchemaColumn *) g_ptr_array_index (columns, i))->table;
      gboolean is_new = !g_str_equal (table, last);

      last = table;
      /* Columns added later follow in another place: the table is filled by then. */
      for (guint j = 0; is_new && j < i; j++)
        is_new = !g_str_equal (((SchemaColumn *) g_ptr_array_index (columns, j))->table, table);
      if (is_new && is_needed (columns, table) &&
          !fill_table (db, columns, table, base_id, person, error))
        return FALSE;
    }

  return TRUE;
}
