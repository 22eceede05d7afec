/* mukana-table-xlsx.c: one sheet of an Excel workbook.
 *
 * A workbook is a zip of XML files that refer to each other.  They are read as
 * streams: nothing is unpacked to the disk, and what is unpacked is counted while
 * it flows, because the sizes a zip declares are only claims.  The XML parser gets
 * neither entities nor the network nor a document type.
 *
 * Formulas, merged cells and looks are not read; a formula's last value is.
 */

#include "services/mukana-table-private.h"

#include <libxml/xmlreader.h>
#include <string.h>
#include <zip.h>

static const int MAX_DEPTH = 64;
static const gsize MIN_BYTES_FOR_RATIO = 1 << 20;
static const glong MAX_NAME_LETTERS = 250;    /* a spreadsheet allows 31 */
static const guint MAX_SHARED_TEXTS = 4 * 1000 * 1000;
static const guint LAST_ROW = 1048576;
static const guint LAST_COLUMN = 16384;

typedef struct
{
  zip_t            *zip;
  MukanaTableFault  fault;
  gsize             unpacked;         /* bytes so far, of all parts together */
  xmlDoc           *broken;           /* what the reader left to us when it failed */

  char             *workbook_path;
  char             *strings_path;     /* NULL: the workbook has none */
  char             *styles_path;
  GHashTable       *relations;        /* id -> path, of the workbook */

  GPtrArray        *sheet_paths;      /* beside table->sheets */
  int               first_visible;
  gboolean          counts_from_1904;

  GHashTable       *formats;          /* number -> text, of custom formats */
  GArray           *style_kinds;      /* StyleKind per cell style */
  GPtrArray        *strings;
} Workbook;

typedef enum { STYLE_PLAIN, STYLE_DAY, STYLE_TIME } StyleKind;

/* --- one part of the zip as an XML stream --- */

typedef struct
{
  Workbook   *workbook;
  zip_file_t *file;
  gsize       packed;
  gsize       unpacked;
} Part;

static int
read_part_cb (void *data,
              char *buffer,
              int   length)
{
  Part *part = data;
  Workbook *workbook = part->workbook;
  zip_int64_t n = zip_fread (part->file, buffer, (zip_uint64_t) length);

  if (n <= 0)
    return (int) n;

  part->unpacked += (gsize) n;
  workbook->unpacked += (gsize) n;
  if (workbook->unpacked > MUKANA_TABLE_MAX_UNPACKED_BYTES)
    workbook->fault = MUKANA_TABLE_FAULT_UNPACKED_TOO_BIG;
  else if (part->unpacked > MIN_BYTES_FOR_RATIO &&
           part->unpacked / MAX (part->packed, 1) > MUKANA_TABLE_MAX_RATIO)
    workbook->fault = MUKANA_TABLE_FAULT_RATIO;

  return workbook->fault == MUKANA_TABLE_FAULT_NONE ? (int) n : -1;
}

static int
close_part_cb (void *data)
{
  Part *part = data;

  zip_fclose (part->file);
  g_free (part);
  return 0;
}

static void
ignore_xml_error_cb (void                    *data,
                     const char              *message,
                     xmlParserSeverities      severity,
                     xmlTextReaderLocatorPtr  locator)
{
}

/* NULL when there is no such part, which is a fault only if the caller says so. */
static xmlTextReader *
open_part (Workbook   *self,
           const char *path)
{
  zip_stat_t stat;
  xmlTextReader *reader;
  Part *part;

  if (path == NULL || zip_stat (self->zip, path, ZIP_FL_NOCASE, &stat) != 0)
    return NULL;

  part = g_new0 (Part, 1);
  part->workbook = self;
  part->packed = (stat.valid & ZIP_STAT_COMP_SIZE) ? stat.comp_size : 1;
  part->file = zip_fopen (self->zip, path, ZIP_FL_NOCASE);
  if (part->file == NULL)
    {
      g_free (part);
      return NULL;
    }

  reader = xmlReaderForIO (read_part_cb, close_part_cb, part, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (reader != NULL)
    xmlTextReaderSetErrorHandler (reader, ignore_xml_error_cb, NULL);

  return reader;
}

/* Why the parser gave up.  It reads ahead: what it stumbles on may lie behind a document
 * type that it has not shown us yet. */
static MukanaTableFault
find_xml_fault (Workbook      *self,
                xmlTextReader *reader)
{
  const xmlError *problem = xmlGetLastError ();

  self->broken = xmlTextReaderCurrentDoc (reader);
  if (self->broken != NULL && xmlGetIntSubset (self->broken) != NULL)
    return MUKANA_TABLE_FAULT_DOCTYPE;

  /* The parser has a depth of its own beyond which it will not go. */
  if (problem != NULL && problem->message != NULL && strstr (problem->message, "depth") != NULL)
    return MUKANA_TABLE_FAULT_TOO_DEEP;

  return MUKANA_TABLE_FAULT_BROKEN_XML;
}

/* The next node, or FALSE at the end and on every fault. */
static gboolean
read_node (Workbook      *self,
           xmlTextReader *reader)
{
  int result = xmlTextReaderRead (reader);

  if (self->fault != MUKANA_TABLE_FAULT_NONE)
    return FALSE;

  if (result < 0)
    self->fault = find_xml_fault (self, reader);
  else if (result > 0 && xmlTextReaderNodeType (reader) == XML_READER_TYPE_DOCUMENT_TYPE)
    self->fault = MUKANA_TABLE_FAULT_DOCTYPE;
  else if (result > 0 && xmlTextReaderDepth (reader) > MAX_DEPTH)
    self->fault = MUKANA_TABLE_FAULT_TOO_DEEP;

  return result > 0 && self->fault == MUKANA_TABLE_FAULT_NONE;
}

static gboolean
is_start (xmlTextReader *reader,
          const char    *name)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT &&
         strcmp ((const char *) xmlTextReaderConstLocalName (reader), name) == 0;
}

static gboolean
is_end (xmlTextReader *reader,
        const char    *name)
{
  return (xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT ||
          (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT &&
           xmlTextReaderIsEmptyElement (reader))) &&
         strcmp ((const char *) xmlTextReaderConstLocalName (reader), name) == 0;
}

static gboolean
is_text (xmlTextReader *reader)
{
  int type = xmlTextReaderNodeType (reader);

  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
         type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

static char *
dup_attribute (xmlTextReader *reader,
               const char    *name)
{
  g_autofree char *copy = NULL;
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) name);

  copy = g_strdup ((const char *) value);
  xmlFree (value);
  return g_steal_pointer (&copy);
}

/* Appends, but never so much that a text could be longer than a cell may be by far. */
static void
append_text (Workbook      *self,
             GString       *text,
             xmlTextReader *reader)
{
  g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
  if (text->len > MUKANA_TABLE_MAX_CELL_BYTES + 1024)
    self->fault = MUKANA_TABLE_FAULT_CELL_TOO_LONG;
}

/* --- the parts --- */

static char *
resolve_path (const char *base,
              const char *target)
{
  g_autofree char *folder = g_path_get_dirname (base);

  if (target[0] == '/')
    return g_strdup (target + 1);
  if (g_str_has_prefix (target, "./"))
    target += 2;
  if (strcmp (folder, ".") == 0)
    return g_strdup (target);

  while (g_str_has_prefix (target, "../"))
    {
      char *upper = g_path_get_dirname (folder);

      g_free (folder);
      folder = upper;
      target += 3;
    }

  return strcmp (folder, ".") == 0 ? g_strdup (target)
                                   : g_strconcat (folder, "/", target, NULL);
}

typedef void (*RelationFunc) (Workbook   *self,
                              const char *id,
                              const char *type,
                              char       *path);

static void
read_relations (Workbook     *self,
                const char   *path,
                const char   *base,
                RelationFunc  function)
{
  xmlTextReader *reader = open_part (self, path);

  if (reader == NULL)
    return;

  while (read_node (self, reader))
    if (is_start (reader, "Relationship"))
      {
        g_autofree char *id = dup_attribute (reader, "Id");
        g_autofree char *type = dup_attribute (reader, "Type");
        g_autofree char *target = dup_attribute (reader, "Target");

        if (id != NULL && type != NULL && target != NULL)
          function (self, id, type, resolve_path (base, target));
      }

  xmlFreeTextReader (reader);
}

static void
take_relation_of_file (Workbook   *self,
                       const char *id,
                       const char *type,
                       char       *path)
{
  if (g_str_has_suffix (type, "/officeDocument") && self->workbook_path == NULL)
    self->workbook_path = g_steal_pointer (&path);

  g_free (path);
}

static void
take_relation_of_workbook (Workbook   *self,
                           const char *id,
                           const char *type,
                           char       *path)
{
  if (g_str_has_suffix (type, "/sharedStrings") && self->strings_path == NULL)
    self->strings_path = g_steal_pointer (&path);
  else if (g_str_has_suffix (type, "/styles") && self->styles_path == NULL)
    self->styles_path = g_steal_pointer (&path);
  else if (g_str_has_suffix (type, "/worksheet"))
    g_hash_table_insert (self->relations, g_strdup (id), g_steal_pointer (&path));

  g_free (path);
}

static void
read_sheet_element (Workbook      *self,
                    MukanaTable   *table,
                    xmlTextReader *reader)
{
  g_autofree char *name = dup_attribute (reader, "name");
  g_autofree char *state = dup_attribute (reader, "state");
  g_autofree char *id = NULL;
  const char *path;

  /* The prefix is nearly always "r", but only its namespace means anything. */
  for (int found = xmlTextReaderMoveToFirstAttribute (reader); found == 1;
       found = xmlTextReaderMoveToNextAttribute (reader))
    if (xmlTextReaderConstPrefix (reader) != NULL &&
        strcmp ((const char *) xmlTextReaderConstLocalName (reader), "id") == 0)
      {
        g_free (id);
        id = g_strdup ((const char *) xmlTextReaderConstValue (reader));
      }

  xmlTextReaderMoveToElement (reader);
  path = id ? g_hash_table_lookup (self->relations, id) : NULL;
  /* A sheet that only holds a chart has no rows. */
  if (path == NULL || table->sheets->len >= MUKANA_TABLE_MAX_SHEETS)
    return;

  if (self->first_visible < 0 && (state == NULL || strcmp (state, "visible") == 0))
    self->first_visible = (int) table->sheets->len;
  g_ptr_array_add (table->sheets, name && g_utf8_strlen (name, -1) <= MAX_NAME_LETTERS
                                  ? g_strdup (name) : g_strdup (""));
  g_ptr_array_add (self->sheet_paths, g_strdup (path));
}

static void
read_workbook (Workbook    *self,
               MukanaTable *table)
{
  xmlTextReader *reader = open_part (self, self->workbook_path);

  if (reader == NULL)
    {
      self->fault = MUKANA_TABLE_FAULT_NOT_A_WORKBOOK;
      return;
    }

  while (read_node (self, reader))
    if (is_start (reader, "sheet"))
      read_sheet_element (self, table, reader);
    else if (is_start (reader, "workbookPr"))
      {
        g_autofree char *value = dup_attribute (reader, "date1904");

        self->counts_from_1904 = value != NULL && (value[0] == '1' || value[0] == 't');
      }

  xmlFreeTextReader (reader);
  if (self->fault == MUKANA_TABLE_FAULT_NONE && table->sheets->len == 0)
    self->fault = MUKANA_TABLE_FAULT_NOT_A_WORKBOOK;
}

static void
add_cell_style (Workbook      *self,
                xmlTextReader *reader)
{
  g_autofree char *format = dup_attribute (reader, "numFmtId");
  int id = format ? atoi (format) : 0;
  gboolean has_day;
  guint8 kind = STYLE_PLAIN;

  if (mukana_table_format_is_date (id, g_hash_table_lookup (self->formats, GINT_TO_POINTER (id)),
                                   &has_day))
    kind = has_day ? STYLE_DAY : STYLE_TIME;

  g_array_append_val (self->style_kinds, kind);
}

static void
read_styles (Workbook *self)
{
  xmlTextReader *reader = open_part (self, self->styles_path);
  gboolean in_cell_styles = FALSE;

  if (reader == NULL)
    return;

  while (read_node (self, reader))
    {
      if (is_start (reader, "numFmt"))
        {
          g_autofree char *id = dup_attribute (reader, "numFmtId");
          char *code = dup_attribute (reader, "formatCode");

          g_hash_table_insert (self->formats, GINT_TO_POINTER (id ? atoi (id) : 0), code);
        }
      else if (is_start (reader, "cellXfs"))
        in_cell_styles = !xmlTextReaderIsEmptyElement (reader);
      else if (is_end (reader, "cellXfs"))
        in_cell_styles = FALSE;
      else if (in_cell_styles && is_start (reader, "xf") && self->style_kinds->len < 65536)
        add_cell_style (self, reader);
    }

  xmlFreeTextReader (reader);
}

static void
read_strings (Workbook *self)
{
  xmlTextReader *reader = open_part (self, self->strings_path);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean in_reading_aid = FALSE;

  if (reader == NULL)
    return;

  while (read_node (self, reader))
    {
      if (is_start (reader, "si"))
        g_string_truncate (text, 0);
      else if (is_start (reader, "rPh"))
        in_reading_aid = !xmlTextReaderIsEmptyElement (reader);
      else if (is_end (reader, "rPh"))
        in_reading_aid = FALSE;
      else if (is_text (reader) && !in_reading_aid)
        append_text (self, text, reader);

      if (is_end (reader, "si"))
        {
          if (self->strings->len >= MAX_SHARED_TEXTS)
            self->fault = MUKANA_TABLE_FAULT_UNPACKED_TOO_BIG;
          g_ptr_array_add (self->strings, g_strdup (g_strstrip (text->str)));
          g_string_truncate (text, 0);
        }
    }

  xmlFreeTextReader (reader);
}

/* --- the rows of a sheet --- */

typedef struct
{
  MukanaTable *table;
  guint        row_number;
  guint        n_cells;         /* of the row so far, gaps included */
  guint        column;          /* of the cell being read, from 0 */
  char         type[12];        /* "n" "s" "str" "inlineStr" "b" "e" "d" */
  guint        style;
  gboolean     in_row;
  gboolean     in_cell;
  gboolean     in_value;
  gboolean     in_reading_aid;
  GString     *value;
} SheetReading;

static void
begin_row (Workbook      *self,
           SheetReading  *sheet,
           xmlTextReader *reader)
{
  g_autofree char *number = dup_attribute (reader, "r");
  guint64 given = number ? g_ascii_strtoull (number, NULL, 10) : sheet->row_number + 1;

  if (given <= sheet->row_number || given > LAST_ROW)
    {
      self->fault = given > LAST_ROW ? MUKANA_TABLE_FAULT_TOO_MANY_ROWS
                                     : MUKANA_TABLE_FAULT_CELL_PLACE;
      return;
    }

  sheet->row_number = (guint) given;
  sheet->n_cells = 0;
  sheet->in_row = TRUE;
}

/* The column of "AB12", from 0; -1 when there is no such column. */
static int
parse_column (const char *place)
{
  guint column = 0;
  const char *p;

  for (p = place; g_ascii_isalpha (*p) && column <= LAST_COLUMN; p++)
    column = column * 26 + (guint) (g_ascii_toupper (*p) - 'A' + 1);

  if (p == place || column > LAST_COLUMN || !g_ascii_isdigit (*p))
    return -1;

  return (int) column - 1;
}

static void
begin_cell (Workbook      *self,
            SheetReading  *sheet,
            xmlTextReader *reader)
{
  g_autofree char *place = dup_attribute (reader, "r");
  g_autofree char *type = dup_attribute (reader, "t");
  g_autofree char *style = dup_attribute (reader, "s");
  int column = place ? parse_column (place) : (int) sheet->n_cells;

  if (column < (int) sheet->n_cells)
    {
      self->fault = MUKANA_TABLE_FAULT_CELL_PLACE;
      return;
    }

  sheet->column = (guint) column;
  sheet->style = style ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
  g_strlcpy (sheet->type, type ? type : "n", sizeof sheet->type);
  g_string_truncate (sheet->value, 0);
  sheet->in_cell = TRUE;
}

static char *
make_number_text (Workbook     *self,
                  SheetReading *sheet)
{
  StyleKind kind = sheet->style < self->style_kinds->len
                   ? g_array_index (self->style_kinds, guint8, sheet->style) : STYLE_PLAIN;
  char *end, *text = NULL;
  double serial;

  if (kind != STYLE_PLAIN)
    {
      serial = g_ascii_strtod (sheet->value->str, &end);
      if (end != sheet->value->str && *end == '\0')
        text = mukana_table_date_text (serial, kind == STYLE_DAY, self->counts_from_1904);
    }

  return text ? text : mukana_table_number_text (sheet->value->str);
}

/* What the cell says: yours, or NULL with a fault. */
static char *
make_cell_text (Workbook     *self,
                SheetReading *sheet)
{
  char *value = sheet->value->str;
  guint64 index;
  char *end;

  if (strcmp (sheet->type, "s") == 0)
    {
      g_strstrip (value);
      if (*value == '\0')
        return g_strdup ("");
      index = g_ascii_strtoull (value, &end, 10);
      if (*end != '\0' || *value == '-' || index >= self->strings->len)
        {
          self->fault = MUKANA_TABLE_FAULT_SHARED_TEXT;
          return NULL;
        }
      return g_strdup (g_ptr_array_index (self->strings, index));
    }

  if (strcmp (sheet->type, "b") == 0)
    return g_strdup (value[0] == '1' || value[0] == 't' ? "true" : "false");
  if (strcmp (sheet->type, "d") == 0)
    {
      if (g_str_has_suffix (value, "T00:00:00") || g_str_has_suffix (value, "T00:00:00.000"))
        *strchr (value, 'T') = '\0';
      return g_strdup (value);
    }
  if (strcmp (sheet->type, "n") == 0 && *value != '\0')
    return make_number_text (self, sheet);

  return g_strdup (value);
}

static void
end_cell (Workbook     *self,
          SheetReading *sheet)
{
  g_autofree char *text = make_cell_text (self, sheet);

  sheet->in_cell = sheet->in_value = FALSE;
  if (text == NULL || *text == '\0')
    return;

  if (sheet->column >= MUKANA_TABLE_MAX_COLUMNS)
    {
      self->fault = MUKANA_TABLE_FAULT_TOO_MANY_COLUMNS;
      return;
    }

  for (; sheet->n_cells < sheet->column; sheet->n_cells++)
    if (!mukana_table_add_cell (sheet->table, "", 0, &self->fault))
      return;

  if (mukana_table_add_cell (sheet->table, text, strlen (text), &self->fault))
    sheet->n_cells++;
}

static void
take_sheet_node (Workbook      *self,
                 SheetReading  *sheet,
                 xmlTextReader *reader)
{
  if (is_start (reader, "row"))
    begin_row (self, sheet, reader);
  else if (is_start (reader, "c") && sheet->in_row)
    begin_cell (self, sheet, reader);
  else if (sheet->in_cell && (is_start (reader, "v") || is_start (reader, "t")))
    sheet->in_value = !xmlTextReaderIsEmptyElement (reader);
  else if (sheet->in_cell && is_start (reader, "rPh"))
    sheet->in_reading_aid = !xmlTextReaderIsEmptyElement (reader);
  else if (is_end (reader, "v") || is_end (reader, "t"))
    sheet->in_value = FALSE;
  else if (is_end (reader, "rPh"))
    sheet->in_reading_aid = FALSE;
  else if (sheet->in_value && !sheet->in_reading_aid && is_text (reader))
    append_text (self, sheet->value, reader);

  if (self->fault != MUKANA_TABLE_FAULT_NONE)
    return;

  if (sheet->in_cell && is_end (reader, "c"))
    end_cell (self, sheet);
  else if (sheet->in_row && is_end (reader, "row"))
    {
      sheet->in_row = FALSE;
      mukana_table_end_row (sheet->table, sheet->row_number, MUKANA_TABLE_MAX_SHEET_ROWS,
                            &self->fault);
    }
}

static void
read_rows (Workbook    *self,
           MukanaTable *table)
{
  xmlTextReader *reader = open_part (self, g_ptr_array_index (self->sheet_paths, table->sheet));
  SheetReading sheet = { .table = table };

  if (reader == NULL)
    {
      self->fault = MUKANA_TABLE_FAULT_BROKEN_XML;
      return;
    }

  sheet.value = g_string_new (NULL);
  while (read_node (self, reader))
    take_sheet_node (self, &sheet, reader);

  g_string_free (sheet.value, TRUE);
  xmlFreeTextReader (reader);
}

/* --- the whole --- */

static zip_t *
open_zip (GBytes           *bytes,
          MukanaTableFault *fault)
{
  zip_source_t *source;
  zip_t *zip;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  *fault = MUKANA_TABLE_FAULT_TOO_BIG;
  if (size > MUKANA_TABLE_MAX_WORKBOOK_BYTES)
    return NULL;

  *fault = MUKANA_TABLE_FAULT_NOT_A_WORKBOOK;
  if (!(source = zip_source_buffer_create (data, size, 0, NULL)))
    return NULL;

  if (!(zip = zip_open_from_source (source, ZIP_RDONLY, NULL)))
    {
      zip_source_free (source);
      return NULL;
    }

  *fault = MUKANA_TABLE_FAULT_NONE;
  return zip;
}

static gboolean
choose_sheet (Workbook    *self,
              MukanaTable *table,
              const char  *name)
{
  table->sheet = (guint) MAX (self->first_visible, 0);
  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < table->sheets->len; i++)
    if (strcmp (g_ptr_array_index (table->sheets, i), name) == 0)
      {
        table->sheet = i;
        return TRUE;
      }

  self->fault = MUKANA_TABLE_FAULT_NO_SUCH_SHEET;
  return FALSE;
}

static void
read_parts (Workbook    *self,
            MukanaTable *table,
            const char  *sheet)
{
  g_autofree char *folder = NULL, *name = NULL, *relations = NULL;

  read_relations (self, "_rels/.rels", "", take_relation_of_file);
  if (self->workbook_path == NULL)
    self->workbook_path = g_strdup ("xl/workbook.xml");

  folder = g_path_get_dirname (self->workbook_path);
  name = g_path_get_basename (self->workbook_path);
  relations = g_strconcat (folder, "/_rels/", name, ".rels", NULL);
  if (self->fault == MUKANA_TABLE_FAULT_NONE)
    read_relations (self, relations, self->workbook_path, take_relation_of_workbook);

  if (self->fault == MUKANA_TABLE_FAULT_NONE)
    read_workbook (self, table);
  if (self->fault != MUKANA_TABLE_FAULT_NONE || !choose_sheet (self, table, sheet))
    return;

  read_styles (self);
  if (self->fault == MUKANA_TABLE_FAULT_NONE)
    read_strings (self);
  if (self->fault == MUKANA_TABLE_FAULT_NONE)
    read_rows (self, table);
  if (self->fault == MUKANA_TABLE_FAULT_NONE && table->row_ends->len == 0)
    self->fault = MUKANA_TABLE_FAULT_EMPTY;
}

static void
clear_workbook (Workbook *self)
{
  zip_discard (self->zip);
  xmlFreeDoc (self->broken);
  g_free (self->workbook_path);
  g_free (self->strings_path);
  g_free (self->styles_path);
  g_hash_table_unref (self->relations);
  g_hash_table_unref (self->formats);
  g_ptr_array_unref (self->sheet_paths);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->style_kinds);
}

/** mukana_table_parse_xlsx: as mukana_table_parse(), for a workbook */
MukanaTable *
mukana_table_parse_xlsx (GBytes      *bytes,
                         const char  *sheet,
                         GError     **error)
{
  g_autoptr (MukanaTable) table = mukana_table_new ();
  Workbook self = { .first_visible = -1 };

  if (!(self.zip = open_zip (bytes, &self.fault)))
    {
      mukana_table_set_fault (error, self.fault);
      return NULL;
    }

  self.relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.sheet_paths = g_ptr_array_new_with_free_func (g_free);
  self.strings = g_ptr_array_new_with_free_func (g_free);
  self.style_kinds = g_array_new (FALSE, FALSE, sizeof (guint8));

  read_parts (&self, table, sheet);
  clear_workbook (&self);

  if (self.fault != MUKANA_TABLE_FAULT_NONE)
    {
      mukana_table_set_fault (error, self.fault);
      return NULL;
    }

  return g_steal_pointer (&table);
}
