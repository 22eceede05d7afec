/* kit-workbook.c: workbooks made in memory, also such as no spreadsheet would make.
 *
 * Two sheets: "Piilossa", hidden, and "Henkilöt".  Shared texts: "eka" and
 * "rikas teksti".  Cell styles: 0 plain, 1 a day (built in), 2 a day and a time,
 * 3 a time, 4 a day in the Finnish way, 5 a number with a word that has a "d".
 */

#include "services/kit-workbook.h"

#include <string.h>
#include <sys/stat.h>
#include <zip.h>

static const char relations[] =
  "<Relationships>"
  "<Relationship Id='r1' Type='http://x/officeDocument' Target='xl/workbook.xml'/>"
  "</Relationships>";

static const char workbook_relations[] =
  "<Relationships>"
  "<Relationship Id='a' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>"
  "<Relationship Id='b' Type='http://x/worksheet' Target='/xl/worksheets/sheet2.xml'/>"
  "<Relationship Id='c' Type='http://x/sharedStrings' Target='sharedStrings.xml'/>"
  "<Relationship Id='d' Type='http://x/styles' Target='./styles.xml'/>"
  "</Relationships>";

static const char strings[] =
  "<sst><si><t>eka</t></si>"
  "<si><r><t>rikas </t></r><r><t>teksti</t></r><rPh><t>lukutapa</t></rPh></si></sst>";

static const char styles[] =
  "<styleSheet><numFmts>"
  "<numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd\\ hh:mm'/>"
  "<numFmt numFmtId='165' formatCode='[$-40B]d\\.m\\.yyyy;@'/>"
  "<numFmt numFmtId='166' formatCode='0\" days\"'/>"
  "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"
  "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='20'/>"
  "<xf numFmtId='165'/><xf numFmtId='166'/></cellXfs></styleSheet>";

static const char hidden_sheet[] =
  "<worksheet><sheetData><row><c t='inlineStr'><is><t>hidden</t></is></c></row></sheetData>"
  "</worksheet>";

static gint64
add_part (zip_t      *zip,
          const char *name,
          const char *text,
          gssize      length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  zip_source_t *source = zip_source_buffer (zip, g_memdup2 (text, size), size, 1);

  gint64 index;

  g_assert_nonnull (source);
  index = zip_file_add (zip, name, source, ZIP_FL_ENC_GUESS);
  g_assert_cmpint (index, >=, 0);
  return index;
}

static zip_t *
begin_zip (zip_source_t **target)
{
  zip_t *zip;

  *target = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip = zip_open_from_source (*target, ZIP_TRUNCATE, NULL);
  g_assert_nonnull (zip);
  zip_source_keep (*target);
  return zip;
}

static GBytes *
end_zip (zip_t        *zip,
         zip_source_t *target)
{
  zip_stat_t stat;
  char *data;

  g_assert_cmpint (zip_close (zip), ==, 0);
  g_assert_cmpint (zip_source_stat (target, &stat), ==, 0);
  data = g_malloc (stat.size);
  g_assert_cmpint (zip_source_open (target), ==, 0);
  g_assert_cmpint (zip_source_read (target, data, stat.size), ==, (zip_int64_t) stat.size);
  zip_source_close (target);
  zip_source_free (target);
  return g_bytes_new_take (data, stat.size);
}

static GBytes *
make_workbook (const char *sheet,
               gssize      length,
               const char *workbook_extra)
{
  g_autofree char *workbook = g_strdup_printf (
    "<workbook xmlns:q='http://q'>%s<sheets><sheet name='Piilossa' state='hidden' q:id='a'/>"
    "<sheet name='Henkilöt' q:id='b'/></sheets></workbook>", workbook_extra ? workbook_extra : "");
  zip_source_t *target;
  zip_t *zip = begin_zip (&target);

  add_part (zip, "_rels/.rels", relations, -1);
  add_part (zip, "xl/workbook.xml", workbook, -1);
  add_part (zip, "xl/_rels/workbook.xml.rels", workbook_relations, -1);
  add_part (zip, "xl/sharedStrings.xml", strings, -1);
  add_part (zip, "xl/styles.xml", styles, -1);
  add_part (zip, "xl/worksheets/sheet1.xml", hidden_sheet, -1);
  add_part (zip, "xl/worksheets/sheet2.xml", sheet, length);
  return end_zip (zip, target);
}

/** kit_workbook_new: Returns: yours, a workbook whose visible sheet has @rows */
GBytes *
kit_workbook_new (const char *rows,
                  const char *workbook_extra)
{
  g_autofree char *sheet = g_strconcat ("<worksheet><sheetData>", rows,
                                        "</sheetData></worksheet>", NULL);

  return make_workbook (sheet, -1, workbook_extra);
}

/** kit_workbook_new_raw: Returns: yours, a workbook whose visible sheet is just that text */
GBytes *
kit_workbook_new_raw (const char *sheet,
                      gssize      length)
{
  return make_workbook (sheet, length, NULL);
}

/**
 * kit_workbook_new_named:
 * @name: of the part that is its only sheet, as the zip and the workbook say it
 * @is_link: the zip says that the part is a symbolic link
 *
 * Returns: yours, a workbook whose sheet has the cell "named"
 */
GBytes *
kit_workbook_new_named (const char *name,
                        gboolean    is_link)
{
  static const char sheet[] = "<worksheet><sheetData><row><c t='inlineStr'><is><t>named</t></is>"
                              "</c></row></sheetData></worksheet>";
  g_autofree char *named = g_markup_printf_escaped (
    "<Relationships><Relationship Id='a' Type='http://x/worksheet' Target='%s'/></Relationships>",
    name);
  zip_source_t *target;
  zip_t *zip = begin_zip (&target);
  gint64 index;

  add_part (zip, "_rels/.rels", relations, -1);
  add_part (zip, "xl/workbook.xml", "<workbook xmlns:q='http://q'><sheets>"
            "<sheet name='Henkilöt' q:id='a'/></sheets></workbook>", -1);
  add_part (zip, "xl/_rels/workbook.xml.rels", named, -1);
  index = add_part (zip, name, sheet, -1);
  if (is_link)
    zip_file_set_external_attributes (zip, (zip_uint64_t) index, 0, ZIP_OPSYS_UNIX,
                                      (zip_uint32_t) (S_IFLNK | 0777) << 16);
  return end_zip (zip, target);
}
