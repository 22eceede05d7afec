/* mukana-sheet.c: rows of cells as CSV or as a workbook, in memory.
 *
 * A text is a text: what a spreadsheet would take for a formula is written so that it does
 * not.  The same rows give the same bytes, so that a checksum means something.  A workbook
 * is made here and not by a library, because those keep its rows in temporary files.
 */

#include "services/mukana-sheet.h"

#include <string.h>
#include <zip.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"

#define ENTRY_TIME 946684800   /* every entry of a workbook says the first day of 2000 */

typedef enum
{
  CELL_TEXT,
  CELL_NUMBER,
  CELL_HUNDREDTHS,
  CELL_DAY,
} CellKind;

typedef struct
{
  CellKind  kind;
  char     *text;
  gint64    number;
} Cell;

struct _MukanaSheet
{
  GPtrArray *rows;     /* of GArray of Cell */
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

MukanaSheet *
mukana_sheet_new (void)
{
  MukanaSheet *self = g_new0 (MukanaSheet, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
mukana_sheet_free (MukanaSheet *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
mukana_sheet_begin_row (MukanaSheet *self)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_array_set_clear_func (row, clear_cell);
  g_ptr_array_add (self->rows, row);
}

static void
add_cell (MukanaSheet *self,
          CellKind     kind,
          char        *text,
          gint64       number)
{
  Cell cell = { kind, text, number };

  g_return_if_fail (self->rows->len > 0);
  g_array_append_val (g_ptr_array_index (self->rows, self->rows->len - 1), cell);
}

/** mukana_sheet_add_text: @text: (nullable): an empty cell */
void
mukana_sheet_add_text (MukanaSheet *self,
                       const char  *text)
{
  add_cell (self, CELL_TEXT, g_strdup (text ? text : ""), 0);
}

void
mukana_sheet_add_number (MukanaSheet *self,
                         gint64       number)
{
  add_cell (self, CELL_NUMBER, NULL, number);
}

/** mukana_sheet_add_hundredths: @hundredths: euro cents, or kilometres × 100 */
void
mukana_sheet_add_hundredths (MukanaSheet *self,
                             gint64       hundredths)
{
  add_cell (self, CELL_HUNDREDTHS, NULL, hundredths);
}

void
mukana_sheet_add_day (MukanaSheet *self,
                      MukanaDay    day)
{
  if (day == MUKANA_DAY_NONE)
    mukana_sheet_add_text (self, NULL);
  else
    add_cell (self, CELL_DAY, NULL, day);
}

static char *
format_hundredths (gint64 hundredths,
                   char   mark)
{
  guint64 size = hundredths < 0 ? -(guint64) hundredths : (guint64) hundredths;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%c%02u", hundredths < 0 ? "-" : "", size / 100,
                          mark, (guint) (size % 100));
}

/* ---- CSV ---- */

/* Quoted also where only another guess at what divides the cells would cut it. */
static void
append_csv_text (GString    *csv,
                 const char *text)
{
  /* A spreadsheet shows what follows an apostrophe, and computes nothing. */
  g_autofree char *guarded = mukana_text_guard (text);
  gboolean is_quoted = strpbrk (text, ";,\t\"\r\n") != NULL || strcmp (guarded, text) != 0;

  if (is_quoted)
    g_string_append_c (csv, '"');
  for (const char *at = guarded; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  if (is_quoted)
    g_string_append_c (csv, '"');
}

static void
append_csv_cell (GString    *csv,
                 const Cell *cell)
{
  g_autofree char *words = NULL;

  switch (cell->kind)
    {
    case CELL_TEXT:
      append_csv_text (csv, cell->text);
      return;
    case CELL_NUMBER:
      g_string_append_printf (csv, "%" G_GINT64_FORMAT, cell->number);
      return;
    case CELL_HUNDREDTHS:
      words = format_hundredths (cell->number, ',');
      break;
    case CELL_DAY:
      words = mukana_day_to_iso ((MukanaDay) cell->number);
      break;
    }

  g_string_append (csv, words);
}

static GBytes *
make_csv (MukanaSheet *self,
          const char  *mark)
{
  GString *csv = g_string_new (mark);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GArray *row = g_ptr_array_index (self->rows, i);

      for (guint k = 0; k < row->len; k++)
        {
          if (k > 0)
            g_string_append_c (csv, ';');
          append_csv_cell (csv, &g_array_index (row, Cell, k));
        }
      g_string_append (csv, "\r\n");
    }

  return g_string_free_to_bytes (csv);
}

/** mukana_sheet_to_csv: Returns: yours; UTF-8, ";" between cells, decimal comma, ISO days */
GBytes *
mukana_sheet_to_csv (MukanaSheet *self)
{
  return make_csv (self, NULL);
}

/**
 * mukana_sheet_to_list:
 *
 * Returns: yours, the same for somebody who opens it by a double click: without the mark at the
 *   beginning a spreadsheet program takes it for another encoding.  A payroll may not expect it.
 */
GBytes *
mukana_sheet_to_list (MukanaSheet *self)
{
  return make_csv (self, "\xef\xbb\xbf");
}

/* ---- XLSX ---- */

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define DOCUMENT "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPES "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* Numbers of the cell formats in styles.xml. */
#define STYLE_HUNDREDTHS 1
#define STYLE_DAY        2

static const struct
{
  const char *name;
  const char *body;    /* NULL: the sheet */
} parts[] = {
  { "[Content_Types].xml",
    HEAD "<Types xmlns=\"" PACKAGE "content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPES "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" TYPES "worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPES "styles+xml\"/></Types>" },
  { "_rels/.rels",
    HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" "
    "Type=\"" DOCUMENT "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
  { "xl/workbook.xml",
    HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" DOCUMENT "\"><sheets>"
    "<sheet name=\"Mukana\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" DOCUMENT "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" DOCUMENT "/styles\" Target=\"styles.xml\"/>"
    "</Relationships>" },
  { "xl/styles.xml",
    HEAD "<styleSheet xmlns=\"" MAIN "\">"
    "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border/></borders>"
    "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
    "<cellXfs count=\"3\"><xf/><xf numFmtId=\"4\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>" },
  { "xl/worksheets/sheet1.xml", NULL },
};

/* XML 1.0 knows no control characters but these. */
static void
append_xml_text (GString    *xml,
                 const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = NULL;

  for (char *at = valid; *at != '\0'; at++)
    if ((guchar) *at < 0x20 && strchr ("\t\n\r", *at) == NULL)
      *at = ' ';

  escaped = g_markup_escape_text (valid, -1);
  g_string_append_printf (xml, "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>",
                          escaped);
}

/* Spreadsheets count days from the last of 1899. */
static gint64
spreadsheet_day (MukanaDay day)
{
  return day - mukana_day_new (1899, 12, 30);
}

static void
append_xml_cell (GString    *xml,
                 const Cell *cell)
{
  g_autofree char *words = NULL;

  switch (cell->kind)
    {
    case CELL_TEXT:
      append_xml_text (xml, cell->text);
      return;
    case CELL_NUMBER:
      g_string_append_printf (xml, "<c><v>%" G_GINT64_FORMAT "</v></c>", cell->number);
      return;
    case CELL_HUNDREDTHS:
      words = format_hundredths (cell->number, '.');
      g_string_append_printf (xml, "<c s=\"%d\"><v>%s</v></c>", STYLE_HUNDREDTHS, words);
      return;
    case CELL_DAY:
      g_string_append_printf (xml, "<c s=\"%d\"><v>%" G_GINT64_FORMAT "</v></c>", STYLE_DAY,
                              spreadsheet_day ((MukanaDay) cell->number));
      return;
    }
}

static char *
make_sheet_xml (MukanaSheet *self)
{
  GString *xml = g_string_new (HEAD "<worksheet xmlns=\"" MAIN "\"><sheetData>");

  for (guint i = 0; i < self->rows->len; i++)
    {
      GArray *row = g_ptr_array_index (self->rows, i);

      g_string_append (xml, "<row>");
      for (guint k = 0; k < row->len; k++)
        append_xml_cell (xml, &g_array_index (row, Cell, k));
      g_string_append (xml, "</row>");
    }

  g_string_append (xml, "</sheetData></worksheet>");
  return g_string_free (xml, FALSE);
}

static gboolean
add_part (zip_t      *archive,
          const char *name,
          const char *body)
{
  zip_source_t *source = zip_source_buffer (archive, body, strlen (body), 0);
  zip_int64_t index;

  if (source == NULL)
    return FALSE;
  if ((index = zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8)) < 0)
    {
      zip_source_free (source);
      return FALSE;
    }

  return zip_file_set_mtime (archive, (zip_uint64_t) index, ENTRY_TIME, 0) == 0;
}

/* The archive is closed by now, so its bytes are in @whole. */
static GBytes *
read_back (zip_source_t *whole)
{
  zip_stat_t stat;
  char *data;

  zip_stat_init (&stat);
  if (zip_source_stat (whole, &stat) != 0 || zip_source_open (whole) != 0)
    return NULL;

  data = g_malloc (stat.size);
  if (zip_source_read (whole, data, stat.size) != (zip_int64_t) stat.size)
    g_clear_pointer (&data, g_free);

  zip_source_close (whole);
  return data != NULL ? g_bytes_new_take (data, stat.size) : NULL;
}

static gboolean
write_parts (zip_source_t *whole,
             const char   *sheet_xml)
{
  zip_t *archive = zip_open_from_source (whole, ZIP_TRUNCATE, NULL);
  gboolean is_written = archive != NULL;

  if (archive == NULL)
    return FALSE;

  /* Closing lets go of the source, which is read once more. */
  zip_source_keep (whole);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && is_written; i++)
    is_written = add_part (archive, parts[i].name, parts[i].body ? parts[i].body : sheet_xml);

  if (is_written && zip_close (archive) == 0)
    return TRUE;

  zip_discard (archive);
  return FALSE;
}

/** mukana_sheet_to_xlsx: Returns: yours, a workbook of one sheet */
GBytes *
mukana_sheet_to_xlsx (MukanaSheet  *self,
                      GError      **error)
{
  g_autofree char *sheet_xml = make_sheet_xml (self);
  zip_source_t *whole = zip_source_buffer_create (NULL, 0, 0, NULL);
  GBytes *bytes = NULL;

  if (whole != NULL && write_parts (whole, sheet_xml))
    bytes = read_back (whole);
  if (whole != NULL)
    zip_source_free (whole);

  if (bytes == NULL)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL, "Cannot make the workbook");
  return bytes;
}
