/* mukana-table-csv.c: text files of rows, as spreadsheets of the last thirty years save them.
 *
 * The file says neither its encoding nor its delimiter, so both are found out:
 * UTF-8 if it is that throughout, else Windows-1252, which any bytes are; and the
 * delimiter that cuts most of the first rows into the same number of pieces.
 */

#include "services/mukana-table-private.h"

#include <csv.h>
#include <string.h>

#include "base/mukana-text.h"

static const guint SAMPLE_ROWS = 60;
static const gsize SAMPLE_BYTES = 256 << 10;
static const gsize CHUNK_BYTES = 16 << 10;
static const int LIBCSV_FIELD_BEGUN = 2;   /* of csv_parser.pstate; the header has no name for it */

/* 0x80 to 0x9f of Windows-1252; the five that mean nothing become a replacement
 * sign.  A table of our own because iconv opens files, which the helper may not. */
static const gunichar windows_1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
  0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static GBytes *
decode_windows_1252 (const char *data,
                     gsize       size)
{
  GString *out = g_string_sized_new (size + size / 16 + 1);
  gsize length;

  for (gsize i = 0; i < size; i++)
    {
      guchar c = data[i];

      if (c < 0x80)
        g_string_append_c (out, (char) c);
      else
        g_string_append_unichar (out, c < 0xa0 ? windows_1252[c - 0x80] : c);
    }

  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}

/* The text in UTF-8 without a byte order mark; NULL when it is no text. */
static GBytes *
decode (GBytes           *bytes,
        MukanaTableFault *fault)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > MUKANA_TABLE_MAX_TEXT_BYTES)
    *fault = MUKANA_TABLE_FAULT_TOO_BIG;
  else if (size == 0)
    *fault = MUKANA_TABLE_FAULT_EMPTY;
  else if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    *fault = MUKANA_TABLE_FAULT_UTF_16;
  else if (size >= 4 && ((data[0] == '\0') != (data[1] == '\0')) &&
           (data[0] == '\0') == (data[2] == '\0') && (data[1] == '\0') == (data[3] == '\0'))
    *fault = MUKANA_TABLE_FAULT_UTF_16;
  else if (memchr (data, '\0', size) != NULL)
    *fault = MUKANA_TABLE_FAULT_NUL;
  else if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 &&
           g_utf8_validate_len (data + 3, size - 3, NULL))
    return g_bytes_new_from_bytes (bytes, 3, size - 3);
  else if (g_utf8_validate_len (data, size, NULL))
    return g_bytes_ref (bytes);
  else
    return decode_windows_1252 (data, size);

  return NULL;
}

/* How many of the first rows have the number of @delimiter that most of them have. */
static guint
count_agreeing_rows (const char *data,
                     gsize       size,
                     char        delimiter,
                     guint      *usual)
{
  guint counts[MUKANA_TABLE_MAX_COLUMNS + 1] = { 0 }, n = 0, n_rows = 0;
  gboolean is_quoted = FALSE, is_blank = TRUE;

  for (gsize i = 0; i < MIN (size, SAMPLE_BYTES) && n_rows < SAMPLE_ROWS; i++)
    {
      if (data[i] == '"')
        is_quoted = !is_quoted;
      else if (data[i] == delimiter && !is_quoted)
        n++;
      else if (data[i] == '\n' && !is_quoted)
        {
          if (!is_blank)
            {
              counts[MIN (n, MUKANA_TABLE_MAX_COLUMNS)]++;
              n_rows++;
            }
          n = 0;
          is_blank = TRUE;
        }

      if (!g_ascii_isspace (data[i]))
        is_blank = FALSE;
    }

  if (!is_blank)
    counts[MIN (n, MUKANA_TABLE_MAX_COLUMNS)]++;

  *usual = 0;
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0 && counts[i] >= counts[*usual > 0 ? *usual : i])
      *usual = i;

  return *usual > 0 ? counts[*usual] : 0;
}

static char
find_delimiter (const char *data,
                gsize       size)
{
  static const char candidates[] = { ';', '\t', ',' };
  guint best_rows = 0, best_usual = 0;
  char best = ',';

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint usual, n_rows = count_agreeing_rows (data, size, candidates[i], &usual);

      if (n_rows > best_rows || (n_rows == best_rows && usual > best_usual))
        {
          best_rows = n_rows;
          best_usual = usual;
          best = candidates[i];
        }
    }

  return best;
}

typedef struct
{
  MukanaTable      *table;
  MukanaTableFault  fault;
  guint             row_number;
  int               ended_by;      /* what ended the row before, while nothing has followed */
  guint             n_cells;
} Reading;

static void
cell_read_cb (void   *text,
              size_t  length,
              void   *data)
{
  Reading *reading = data;

  reading->n_cells++;
  reading->ended_by = 0;
  if (reading->fault != MUKANA_TABLE_FAULT_NONE)
    return;

  /* An apostrophe that keeps a spreadsheet from computing is no part of the text. */
  if (text != NULL && memchr (text, '\'', length) != NULL)
    {
      g_autofree char *plain = mukana_text_unguard (text);

      mukana_table_add_cell (reading->table, plain, strlen (plain), &reading->fault);
    }
  else
    mukana_table_add_cell (reading->table, text ? text : "", length, &reading->fault);
}

static void
row_read_cb (int   ended_by,
             void *data)
{
  Reading *reading = data;

  /* libcsv reports the line feed of "\r\n" as an empty row of its own. */
  if (reading->n_cells == 0 && ended_by == '\n' && reading->ended_by == '\r')
    {
      reading->ended_by = 0;
      return;
    }

  reading->row_number++;
  reading->n_cells = 0;
  reading->ended_by = ended_by;
  if (reading->fault == MUKANA_TABLE_FAULT_NONE)
    mukana_table_end_row (reading->table, reading->row_number, MUKANA_TABLE_MAX_TEXT_ROWS,
                          &reading->fault);
}

static void
read_rows (Reading    *reading,
           const char *data,
           gsize       size,
           char        delimiter)
{
  struct csv_parser parser;

  if (csv_init (&parser, CSV_REPALL_NL | CSV_APPEND_NULL) != 0)
    {
      reading->fault = MUKANA_TABLE_FAULT_HELPER;
      return;
    }

  csv_set_delim (&parser, (unsigned char) delimiter);

  for (gsize at = 0; at < size && reading->fault == MUKANA_TABLE_FAULT_NONE; at += CHUNK_BYTES)
    {
      gsize length = MIN (CHUNK_BYTES, size - at);

      if (csv_parse (&parser, data + at, length, cell_read_cb, row_read_cb, reading) != length)
        reading->fault = MUKANA_TABLE_FAULT_TOO_SLOW;
      /* libcsv tells of a cell when it ends; one that never does must not fill the memory. */
      else if (reading->fault == MUKANA_TABLE_FAULT_NONE &&
               parser.entry_pos > MUKANA_TABLE_MAX_CELL_BYTES)
        reading->fault = MUKANA_TABLE_FAULT_CELL_TOO_LONG;
    }

  /* Asked here because libcsv's own question comes only with a strictness that
   * refuses a quotation mark in the middle of a cell. */
  if (reading->fault == MUKANA_TABLE_FAULT_NONE &&
      parser.quoted && parser.pstate == LIBCSV_FIELD_BEGUN)
    reading->fault = MUKANA_TABLE_FAULT_QUOTES;
  else if (reading->fault == MUKANA_TABLE_FAULT_NONE)
    csv_fini (&parser, cell_read_cb, row_read_cb, reading);

  csv_free (&parser);
}

/* Excel's own way of telling the delimiter: a first line "sep=;". */
static gboolean
scan_separator_line (const char **data,
                     gsize       *size,
                     char        *delimiter)
{
  const char *end = memchr (*data, '\n', MIN (*size, 8));

  if (end == NULL || g_ascii_strncasecmp (*data, "sep=", 4) != 0 || end - *data < 5)
    return FALSE;

  *delimiter = (*data)[4];
  *size -= end + 1 - *data;
  *data = end + 1;
  return TRUE;
}

/** mukana_table_parse_csv: as mukana_table_parse(), for a text file */
MukanaTable *
mukana_table_parse_csv (GBytes  *bytes,
                        GError **error)
{
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (MukanaTable) table = mukana_table_new ();
  Reading reading = { .table = table };
  const char *data;
  char delimiter;
  gsize size;

  if (!(decoded = decode (bytes, &reading.fault)))
    {
      mukana_table_set_fault (error, reading.fault);
      return NULL;
    }

  data = g_bytes_get_data (decoded, &size);
  if (scan_separator_line (&data, &size, &delimiter))
    reading.row_number = 1;
  else
    delimiter = find_delimiter (data, size);

  g_ptr_array_add (table->sheets, g_strdup (""));
  read_rows (&reading, data, size, delimiter);
  if (reading.fault == MUKANA_TABLE_FAULT_NONE && table->row_ends->len == 0)
    reading.fault = MUKANA_TABLE_FAULT_EMPTY;

  if (reading.fault != MUKANA_TABLE_FAULT_NONE)
    {
      mukana_table_set_fault (error, reading.fault);
      return NULL;
    }

  return g_steal_pointer (&table);
}
