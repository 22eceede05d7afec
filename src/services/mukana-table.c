/* mukana-table.c: rows of text that came from somebody else's file.
 *
 * A table knows nothing about people or headings.  Its readers are
 * mukana-table-csv.c and mukana-table-xlsx.c; the way from the helper process to
 * us is mukana-table-pipe.c.  The limits are kept here, where cells are added, so
 * that no reader can forget them.
 */

#include "services/mukana-table-private.h"

#include "base/mukana-error.h"
#include "base/mukana-issue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *sentence;
} faults[MUKANA_TABLE_N_FAULTS] = {
  [MUKANA_TABLE_FAULT_NONE] = { "none", N_("Nothing is wrong with the file") },
  [MUKANA_TABLE_FAULT_EMPTY] = { "empty", N_("The file has no rows") },
  [MUKANA_TABLE_FAULT_TOO_BIG] = {
    "too-big", N_("The file is too big: a workbook may have 20 MB and a text file 100 MB") },
  [MUKANA_TABLE_FAULT_UNPACKED_TOO_BIG] = {
    "unpacked-too-big", N_("The workbook unpacks to more than 200 MB") },
  [MUKANA_TABLE_FAULT_RATIO] = {
    "ratio", N_("The workbook unpacks to far too many times its size") },
  [MUKANA_TABLE_FAULT_TOO_MANY_ROWS] = {
    "too-many-rows",
    N_("There are too many rows: a sheet may have 200,000 and a text file 1,100,000") },
  [MUKANA_TABLE_FAULT_TOO_MANY_COLUMNS] = {
    "too-many-columns", N_("There are more than 200 columns") },
  [MUKANA_TABLE_FAULT_CELL_TOO_LONG] = {
    "cell-too-long",
    N_("A cell is longer than 32,768 bytes; perhaps a quotation mark is missing") },
  [MUKANA_TABLE_FAULT_UTF_16] = {
    "utf-16", N_("The text file is in UTF-16; save it as “CSV UTF-8” and try again") },
  [MUKANA_TABLE_FAULT_NUL] = { "nul", N_("The file is not text: it has zero bytes in it") },
  [MUKANA_TABLE_FAULT_QUOTES] = {
    "quotes", N_("The file ends in the middle of a quotation; a quotation mark is missing") },
  [MUKANA_TABLE_FAULT_NOT_A_WORKBOOK] = {
    "not-a-workbook", N_("The file is not an Excel workbook, or it is damaged") },
  [MUKANA_TABLE_FAULT_OLD_WORKBOOK] = {
    "old-workbook",
    N_("The workbook is in the old .xls form or has a password; save it as .xlsx without one") },
  [MUKANA_TABLE_FAULT_BROKEN_XML] = { "broken-xml", N_("The workbook is damaged inside") },
  [MUKANA_TABLE_FAULT_DOCTYPE] = {
    "doctype", N_("The workbook has a document type declaration, which no workbook needs") },
  [MUKANA_TABLE_FAULT_TOO_DEEP] = { "too-deep", N_("The workbook is nested too deeply inside") },
  [MUKANA_TABLE_FAULT_SHARED_TEXT] = {
    "shared-text", N_("A cell of the workbook refers to a text that does not exist") },
  [MUKANA_TABLE_FAULT_CELL_PLACE] = {
    "cell-place", N_("A cell of the workbook is in a place where no cell can be") },
  [MUKANA_TABLE_FAULT_NO_SUCH_SHEET] = {
    "no-such-sheet", N_("The workbook has no sheet of that name") },
  [MUKANA_TABLE_FAULT_NOT_A_CALENDAR] = {
    "not-a-calendar", N_("The file is not a calendar (.ics)") },
  [MUKANA_TABLE_FAULT_TOO_MANY_TIMES] = {
    "too-many-times", N_("The calendar has more than 5,000 busy times in a year") },
  [MUKANA_TABLE_FAULT_TOO_SLOW] = {
    "too-slow", N_("The file takes too much time or memory to read") },
  [MUKANA_TABLE_FAULT_HELPER] = {
    "helper", N_("The program that reads files could not do its work") },
};

/** mukana_table_fault_name: Returns: borrowed, the stable name, as "too-many-rows" */
const char *
mukana_table_fault_name (MukanaTableFault fault)
{
  return faults[fault < MUKANA_TABLE_N_FAULTS ? fault : MUKANA_TABLE_FAULT_HELPER].name;
}

/** mukana_table_fault_sentence: Returns: static, English, marked for translation */
const char *
mukana_table_fault_sentence (MukanaTableFault fault)
{
  return faults[fault < MUKANA_TABLE_N_FAULTS ? fault : MUKANA_TABLE_FAULT_HELPER].sentence;
}

/** mukana_table_set_fault: sets an error that carries the fault's name and sentence */
void
mukana_table_set_fault (GError           **error,
                        MukanaTableFault   fault)
{
  g_autoptr (GPtrArray) issues = mukana_issues_new ();

  mukana_issues_add (issues, mukana_table_fault_name (fault), mukana_table_fault_sentence (fault));
  g_propagate_error (error, mukana_issues_to_error (issues));
}

/**
 * mukana_table_fault_of_error:
 * @error: (nullable): what a function of this file's header set
 *
 * Returns: what was wrong; %MUKANA_TABLE_FAULT_NONE when @error is about something else
 */
MukanaTableFault
mukana_table_fault_of_error (const GError *error)
{
  GPtrArray *issues = error ? mukana_error_get_issues (error) : NULL;

  if (issues == NULL)
    return MUKANA_TABLE_FAULT_NONE;

  for (guint i = 1; i < MUKANA_TABLE_N_FAULTS; i++)
    if (mukana_issues_find (issues, faults[i].name) != NULL)
      return i;

  return MUKANA_TABLE_FAULT_NONE;
}

/** mukana_table_new: Returns: yours, a table without sheets, rows and text */
MukanaTable *
mukana_table_new (void)
{
  MukanaTable *self = g_new0 (MukanaTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->row_numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->row_ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->text = g_byte_array_new ();

  return self;
}

MukanaTable *
mukana_table_ref (MukanaTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mukana_table_unref (MukanaTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->sheets);
  g_array_unref (self->row_numbers);
  g_array_unref (self->row_ends);
  g_array_unref (self->cells);
  g_byte_array_unref (self->text);
  g_free (self);
}

static guint
first_cell (MukanaTable *self,
            guint        row)
{
  return row == 0 ? 0 : g_array_index (self->row_ends, guint32, row - 1);
}

static guint
n_open_cells (MukanaTable *self)
{
  return self->cells->len - first_cell (self, self->row_ends->len);
}

/**
 * mukana_table_add_cell:
 * @text: UTF-8 without NUL; spaces at its ends are left out
 * @fault: (out): why not, when this fails
 *
 * Adds a cell to the row that is being made.
 *
 * Returns: whether the cell keeps the limits
 */
gboolean
mukana_table_add_cell (MukanaTable      *self,
                       const char       *text,
                       gsize             length,
                       MukanaTableFault *fault)
{
  guint32 place = self->text->len;

  for (; length > 0 && g_ascii_isspace (text[length - 1]); length--)
    ;
  for (; length > 0 && g_ascii_isspace (*text); length--)
    text++;

  if (length > MUKANA_TABLE_MAX_CELL_BYTES)
    *fault = MUKANA_TABLE_FAULT_CELL_TOO_LONG;
  else if (length > 0 && n_open_cells (self) >= MUKANA_TABLE_MAX_COLUMNS)
    *fault = MUKANA_TABLE_FAULT_TOO_MANY_COLUMNS;
  else if ((gsize) place + length + 1 > MUKANA_TABLE_MAX_UNPACKED_BYTES)
    *fault = MUKANA_TABLE_FAULT_UNPACKED_TOO_BIG;
  else
    {
      /* Empty cells past the last allowed column are what formatting leaves behind. */
      if (n_open_cells (self) >= MUKANA_TABLE_MAX_COLUMNS)
        return TRUE;

      g_array_append_val (self->cells, place);
      g_byte_array_append (self->text, (const guint8 *) text, length);
      g_byte_array_append (self->text, (const guint8 *) "", 1);
      return TRUE;
    }

  return FALSE;
}

/**
 * mukana_table_end_row:
 * @number: of the row in the file, from 1
 *
 * Ends the row that is being made.  Empty cells at its end, and a row that has
 * only those, are left out.
 */
gboolean
mukana_table_end_row (MukanaTable      *self,
                      guint             number,
                      guint             max_rows,
                      MukanaTableFault *fault)
{
  guint32 number_32 = number, end;

  while (n_open_cells (self) > 0)
    {
      guint32 place = g_array_index (self->cells, guint32, self->cells->len - 1);

      if (self->text->data[place] != '\0')
        break;

      g_array_set_size (self->cells, self->cells->len - 1);
      g_byte_array_set_size (self->text, place);
    }

  if (n_open_cells (self) == 0)
    return TRUE;

  if (self->row_ends->len >= max_rows)
    {
      *fault = MUKANA_TABLE_FAULT_TOO_MANY_ROWS;
      return FALSE;
    }

  self->n_columns = MAX (self->n_columns, n_open_cells (self));
  end = self->cells->len;
  g_array_append_val (self->row_numbers, number_32);
  g_array_append_val (self->row_ends, end);
  return TRUE;
}

/** mukana_table_get_n_sheets: Returns: how many sheets the file has; 1 for a text file */
guint
mukana_table_get_n_sheets (MukanaTable *self)
{
  return self->sheets->len;
}

/** mukana_table_peek_sheet_name: Returns: borrowed; "" for a text file */
const char *
mukana_table_peek_sheet_name (MukanaTable *self,
                              guint        sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, "");

  return g_ptr_array_index (self->sheets, sheet);
}

/** mukana_table_get_sheet: Returns: which of the sheets the rows are from */
guint
mukana_table_get_sheet (MukanaTable *self)
{
  return self->sheet;
}

guint
mukana_table_get_n_rows (MukanaTable *self)
{
  return self->row_ends->len;
}

/** mukana_table_get_n_columns: Returns: how many cells the widest row has */
guint
mukana_table_get_n_columns (MukanaTable *self)
{
  return self->n_columns;
}

/** mukana_table_get_row_number: Returns: what the file itself calls the row, from 1 */
guint
mukana_table_get_row_number (MukanaTable *self,
                             guint        row)
{
  g_return_val_if_fail (row < self->row_numbers->len, 0);

  return g_array_index (self->row_numbers, guint32, row);
}

guint
mukana_table_get_n_cells (MukanaTable *self,
                          guint        row)
{
  g_return_val_if_fail (row < self->row_ends->len, 0);

  return g_array_index (self->row_ends, guint32, row) - first_cell (self, row);
}

/** mukana_table_peek_cell: Returns: borrowed, UTF-8; "" past the end of the row */
const char *
mukana_table_peek_cell (MukanaTable *self,
                        guint        row,
                        guint        column)
{
  guint32 place;

  if (column >= mukana_table_get_n_cells (self, row))
    return "";

  place = g_array_index (self->cells, guint32, first_cell (self, row) + column);
  return (const char *) self->text->data + place;
}

/** mukana_table_dup_row: Returns: yours, the cells of a row */
char **
mukana_table_dup_row (MukanaTable *self,
                      guint        row)
{
  guint n = mukana_table_get_n_cells (self, row);
  char **cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = g_strdup (mukana_table_peek_cell (self, row, i));

  return cells;
}

/** mukana_table_is_confined: whether the kernel kept the helper that read the file from
 *  opening files and connections; FALSE for a table that was parsed in this process */
gboolean
mukana_table_is_confined (MukanaTable *self)
{
  return self->is_confined;
}

static gboolean
has_prefix (GBytes     *bytes,
            const char *prefix,
            gsize       length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, prefix, length) == 0;
}

/**
 * mukana_table_parse:
 * @sheet: (nullable): the name of a sheet; NULL for the first visible one
 *
 * Reads a workbook or a text file, whichever the first bytes say it is.  Parses
 * in this process: for files of strangers there is mukana_table_read_file().
 *
 * Errors: %MUKANA_ERROR_INVALID; mukana_table_fault_of_error() says why.
 * Returns: yours, or NULL with @error set
 */
MukanaTable *
mukana_table_parse (GBytes      *bytes,
                    const char  *sheet,
                    GError     **error)
{
  if (has_prefix (bytes, "PK", 2))
    return mukana_table_parse_xlsx (bytes, sheet, error);

  if (has_prefix (bytes, "\xd0\xcf\x11\xe0", 4))
    {
      mukana_table_set_fault (error, MUKANA_TABLE_FAULT_OLD_WORKBOOK);
      return NULL;
    }

  return mukana_table_parse_csv (bytes, error);
}
