/* mukana-importing-source.c: files into lists whose columns have a meaning.
 *
 * A folder of related files is one source.  What a column holds is guessed from
 * its heading, recalled when such headings were accepted before, and may be
 * chosen by hand; nothing here looks at what the rows say.
 */

#include "services/mukana-importing-private.h"

#include <string.h>

enum { MAX_TITLE_ROWS = 30 };

static void
free_list (gpointer data)
{
  MukanaImportList *self = data;

  g_free (self->file);
  g_free (self->signature);
  mukana_table_unref (self->table);
  g_free (self->columns);
  g_free (self);
}

static MukanaImportList *
copy_list (const MukanaImportList *self)
{
  MukanaImportList *copy = g_memdup2 (self, sizeof *self);

  copy->file = g_strdup (self->file);
  copy->signature = g_strdup (self->signature);
  copy->table = mukana_table_ref (self->table);
  copy->columns = g_memdup2 (self->columns, self->n_columns * sizeof *self->columns);
  return copy;
}

static MukanaImportSource *
new_source (void)
{
  MukanaImportSource *self = g_new0 (MukanaImportSource, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->lists = g_ptr_array_new_with_free_func (free_list);
  return self;
}

static MukanaImportSource *
copy_source (MukanaImportSource *self)
{
  MukanaImportSource *copy = new_source ();

  for (guint i = 0; i < self->lists->len; i++)
    g_ptr_array_add (copy->lists, copy_list (g_ptr_array_index (self->lists, i)));

  return copy;
}

MukanaImportSource *
mukana_import_source_ref (MukanaImportSource *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
mukana_import_source_unref (MukanaImportSource *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_ptr_array_unref (self->lists);
  g_free (self);
}

static char *
sign_headings (MukanaTable *table,
               guint        row)
{
  g_auto (GStrv) cells = mukana_table_dup_row (table, row);
  g_autofree char *joined = g_strjoinv ("\x1f", cells);
  g_autofree char *whole = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);

  return g_strndup (whole, 32);
}

static MukanaImportList *
new_list (const char  *file,
          MukanaTable *table)
{
  guint n_rows = MIN (mukana_table_get_n_rows (table), MAX_TITLE_ROWS);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (MukanaHeading) heading = NULL;
  MukanaImportList *self = g_new0 (MukanaImportList, 1);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, mukana_table_dup_row (table, i));

  heading = mukana_heading_find ((const char * const * const *) rows->pdata, n_rows);
  self->file = g_strdup (file);
  self->table = mukana_table_ref (table);
  self->kind = heading->kind;
  self->heading_row = heading->row < 0 ? 0 : (guint) heading->row;
  self->n_columns = mukana_table_get_n_columns (table);
  self->columns = g_new0 (MukanaColumn, self->n_columns + 1);
  if (heading->n_columns > 0)
    memcpy (self->columns, heading->columns,
            MIN (heading->n_columns, self->n_columns) * sizeof *self->columns);
  self->signature = sign_headings (table, self->heading_row);
  return self;
}

static gboolean
add_file (MukanaImportSource  *self,
          const char          *path,
          const char          *sheet,
          GCancellable        *cancellable,
          GError             **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (MukanaTable) table = mukana_table_read_file (path, sheet, cancellable, error);

  if (table == NULL)
    return FALSE;

  g_ptr_array_add (self->lists, new_list (name, table));
  return TRUE;
}

static gboolean
is_list_file (const char *name)
{
  static const char * const endings[] = { ".csv", ".tsv", ".txt", ".xlsx" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (*name != '.' && *name != '~' && g_str_has_suffix (lower, endings[i]))
      return TRUE;

  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* People before what belongs to them, requests before what was agreed on them. */
static int
compare_lists (gconstpointer a,
               gconstpointer b)
{
  const MukanaImportList *left = *(const MukanaImportList * const *) a;
  const MukanaImportList *right = *(const MukanaImportList * const *) b;

  return left->kind != right->kind ? (int) left->kind - (int) right->kind
                                   : strcmp (left->file, right->file);
}

static gboolean
add_folder (MukanaImportSource  *self,
            const char          *path,
            GCancellable        *cancellable,
            GError             **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_list_file (name))
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      if (!g_file_test (file, G_FILE_TEST_IS_DIR) &&
          !add_file (self, file, NULL, cancellable, error))
        return FALSE;
    }

  if (self->lists->len > 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There are no lists in the folder");
  return FALSE;
}

/**
 * mukana_import_source_read:
 * @path: of a file, or of a folder of related files
 * @sheet: (nullable): which sheet of a workbook; NULL the first
 *
 * Blocks while the files are read by a confined child.  Thread: any.
 * Errors: those of mukana_table_read_file()
 * Returns: yours
 */
MukanaImportSource *
mukana_import_source_read (const char    *path,
                           const char    *sheet,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (MukanaImportSource) self = new_source ();
  gboolean is_read = g_file_test (path, G_FILE_TEST_IS_DIR)
                     ? add_folder (self, path, cancellable, error)
                     : add_file (self, path, sheet, cancellable, error);

  if (!is_read)
    return NULL;

  g_ptr_array_sort (self->lists, compare_lists);
  return g_steal_pointer (&self);
}

typedef struct
{
  char *path;
  char *sheet;
} ReadOrder;

static void
free_read_order (gpointer data)
{
  ReadOrder *order = data;

  g_free (order->path);
  g_free (order->sheet);
  g_free (order);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  ReadOrder *order = task_data;
  g_autoptr (GError) error = NULL;
  MukanaImportSource *self = mukana_import_source_read (order->path, order->sheet, cancellable,
                                                        &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) mukana_import_source_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/** mukana_import_source_read_async: mukana_import_source_read() on a thread of its own */
void
mukana_import_source_read_async (const char          *path,
                                 const char          *sheet,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  done,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  ReadOrder *order = g_new0 (ReadOrder, 1);

  order->path = g_strdup (path);
  order->sheet = g_strdup (sheet);
  g_task_set_source_tag (task, mukana_import_source_read_async);
  g_task_set_task_data (task, order, free_read_order);
  g_task_run_in_thread (task, read_in_thread);
}

MukanaImportSource *
mukana_import_source_read_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

MukanaImportList *
mukana_import_source_list (MukanaImportSource *self,
                           guint               list)
{
  g_assert (list < self->lists->len);
  return g_ptr_array_index (self->lists, list);
}

guint
mukana_import_source_get_n_lists (MukanaImportSource *self)
{
  return self->lists->len;
}

const char *
mukana_import_source_peek_file (MukanaImportSource *self,
                                guint               list)
{
  return mukana_import_source_list (self, list)->file;
}

MukanaTable *
mukana_import_source_peek_table (MukanaImportSource *self,
                                 guint               list)
{
  return mukana_import_source_list (self, list)->table;
}

MukanaListKind
mukana_import_source_get_kind (MukanaImportSource *self,
                               guint               list)
{
  return mukana_import_source_list (self, list)->kind;
}

/** mukana_import_source_get_first_row: Returns: the index, in the table, of the first row below
 *  the headings */
guint
mukana_import_source_get_first_row (MukanaImportSource *self,
                                    guint               list)
{
  return mukana_import_source_list (self, list)->heading_row + 1;
}

guint
mukana_import_source_get_n_columns (MukanaImportSource *self,
                                    guint               list)
{
  return mukana_import_source_list (self, list)->n_columns;
}

const char *
mukana_import_source_peek_heading (MukanaImportSource *self,
                                   guint               list,
                                   guint               column)
{
  MukanaImportList *whole = mukana_import_source_list (self, list);

  return mukana_table_peek_cell (whole->table, whole->heading_row, column);
}

MukanaColumn
mukana_import_source_get_column (MukanaImportSource *self,
                                 guint               list,
                                 guint               column)
{
  return mukana_import_source_list (self, list)->columns[column];
}

static void
guess_missing_kind (MukanaImportList *list)
{
  if (list->kind == MUKANA_LIST_UNKNOWN)
    {
      list->kind = mukana_list_kind_guess (list->columns, list->n_columns);
      mukana_list_kind_settle (list->kind, list->columns, list->n_columns);
    }
}

/** mukana_import_source_with_column: a meaning that may stand once leaves the column it was at */
MukanaImportSource *
mukana_import_source_with_column (MukanaImportSource *self,
                                  guint               list,
                                  guint               column,
                                  MukanaColumn        meaning)
{
  MukanaImportSource *copy = copy_source (self);
  MukanaImportList *changed = mukana_import_source_list (copy, list);

  g_assert (column < changed->n_columns);
  for (guint i = 0; i < changed->n_columns; i++)
    if (changed->columns[i] == meaning && !mukana_column_may_repeat (meaning))
      changed->columns[i] = MUKANA_COLUMN_NONE;

  changed->columns[column] = meaning;
  changed->is_chosen = TRUE;
  guess_missing_kind (changed);
  return copy;
}

/** mukana_import_list_mapping: Returns: yours, "people given-name family-name none …" */
char *
mukana_import_list_mapping (MukanaImportList *self)
{
  GString *text = g_string_new (mukana_list_kind_name (self->kind));

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (text, " %s", mukana_column_name (self->columns[i]));

  return g_string_free (text, FALSE);
}

static void
apply_mapping (MukanaImportList *list,
               const char       *mapping)
{
  g_auto (GStrv) words = g_strsplit (mapping, " ", -1);

  if (g_strv_length (words) != list->n_columns + 1)
    return;

  list->kind = mukana_list_kind_from_name (words[0]);
  for (guint i = 0; i < list->n_columns; i++)
    list->columns[i] = mukana_column_from_name (words[i + 1]);
}

/** mukana_import_source_recall: Returns: yours, with what was accepted for such headings before */
MukanaImportSource *
mukana_import_source_recall (MukanaImportSource  *self,
                             MukanaDb            *db,
                             GError             **error)
{
  g_autoptr (MukanaImportSource) copy = copy_source (self);

  for (guint i = 0; i < copy->lists->len; i++)
    {
      MukanaImportList *list = g_ptr_array_index (copy->lists, i);
      g_autoptr (MukanaQuery) query = NULL;
      int result;

      if (list->is_chosen)
        continue;
      if (!(query = mukana_db_select (db, "mappings.get", error,
                                      mukana_text ("signature", list->signature))) ||
          (result = mukana_query_step (query, error)) < 0)
        return NULL;
      if (result > 0)
        apply_mapping (list, mukana_query_peek_text (query, "mapping"));
    }

  return g_steal_pointer (&copy);
}

static gpointer
recall_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  return mukana_import_source_recall (arg, db, error);
}

const MukanaJob mukana_importing_recall_job = {
  "importing.recall", MUKANA_LANE_READ, recall_run, (GDestroyNotify) mukana_import_source_unref
};
