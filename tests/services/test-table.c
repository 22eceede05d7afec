/* test-table.c: files of strangers become rows of text, or a fault with a name. */

#include "services/mukana-table.h"

#include "services/kit-workbook.h"

#include "base/mukana-error.h"

#include <string.h>
#include <time.h>

/* Of this process, not of the wall, so that a busy machine does not matter. */
#ifdef __SANITIZE_ADDRESS__
enum { MAX_SECONDS = 8 };
#else
enum { MAX_SECONDS = 2 };
#endif

static MukanaTable *
parse_text (const char *text,
            gssize      length,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return mukana_table_parse (bytes, NULL, error);
}

/* Takes over the error. */
static void
assert_fault (GError     *error,
              const char *name)
{
  g_assert_nonnull (error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_cmpstr (mukana_table_fault_name (mukana_table_fault_of_error (error)), ==, name);
  g_error_free (error);
}

static void
assert_refused (GBytes     *bytes,
                const char *name)
{
  GError *error = NULL;
  clock_t begun = clock ();

  g_assert_null (mukana_table_parse (bytes, NULL, &error));
  assert_fault (error, name);
  g_assert_cmpint (clock () - begun, <, MAX_SECONDS * CLOCKS_PER_SEC);
}

static void
assert_text_refused (const char *text,
                     gssize      length,
                     const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  assert_refused (bytes, name);
}

static void
delimiters_and_encodings_are_found_out (void)
{
  static const char * const files[] = {
    "nimi;kunta\nÅke;Äänekoski\n",
    "\xef\xbb\xbfnimi,kunta\r\nÅke,Äänekoski\r\n",
    "nimi\tkunta\rÅke\tÄänekoski",
    "nimi;kunta\n\xc5ke;\xc4\xe4nekoski\n",
    "sep=;\r\nnimi;kunta\r\nÅke;Äänekoski",
    "nimi,kunta\n\"Åke\",\"Äänekoski\"\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MukanaTable) table = parse_text (files[i], -1, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (mukana_table_get_n_rows (table), ==, 2);
      g_assert_cmpuint (mukana_table_get_n_columns (table), ==, 2);
      g_assert_cmpstr (mukana_table_peek_cell (table, 1, 0), ==, "Åke");
      g_assert_cmpstr (mukana_table_peek_cell (table, 1, 1), ==, "Äänekoski");
      g_assert_cmpstr (mukana_table_peek_cell (table, 1, 7), ==, "");
    }
}

static void
decimal_commas_do_not_pass_for_delimiters (void)
{
  g_autoptr (MukanaTable) table =
    parse_text ("id;eur;huom\n1;62,13;a, b, c\n2;45,00;\n3;1,5;d, e\n", -1, NULL);

  g_assert_cmpuint (mukana_table_get_n_columns (table), ==, 3);
  g_assert_cmpstr (mukana_table_peek_cell (table, 1, 1), ==, "62,13");
}

static void
quoted_cells_keep_delimiters_quotes_and_lines (void)
{
  g_autoptr (MukanaTable) table =
    parse_text ("a,b\n\"x, \"\"y\"\"\nz\",2\n\n3,4\n", -1, NULL);

  g_assert_cmpuint (mukana_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (mukana_table_peek_cell (table, 1, 0), ==, "x, \"y\"\nz");
  g_assert_cmpstr (mukana_table_peek_cell (table, 2, 1), ==, "4");
}

static void
rows_keep_the_number_they_have_in_the_file (void)
{
  g_autoptr (MukanaTable) table = parse_text ("title;;\r\n\r\n;;\r\na;b\r\n", -1, NULL);

  g_assert_cmpuint (mukana_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (mukana_table_get_row_number (table, 0), ==, 1);
  g_assert_cmpuint (mukana_table_get_row_number (table, 1), ==, 4);
  g_assert_cmpuint (mukana_table_get_n_cells (table, 0), ==, 1);
}

static void
what_is_not_text_is_refused (void)
{
  assert_text_refused ("", 0, "empty");
  assert_text_refused ("\n \n;;\n", -1, "empty");
  assert_text_refused ("\xff\xfe" "a\0b\0", 6, "utf-16");
  assert_text_refused ("a\0;\0b\0\n\0", 8, "utf-16");
  assert_text_refused ("a;b\nc\0d;e\n", 10, "nul");
  assert_text_refused ("a;b\n\"c;d\n", -1, "quotes");
  assert_text_refused ("\xd0\xcf\x11\xe0\xa1\xb1", -1, "old-workbook");
  assert_text_refused ("PK\x03\x04 not a zip", -1, "not-a-workbook");
}

static void
a_text_beyond_its_limits_is_refused (void)
{
  g_autoptr (GString) wide = g_string_new ("x");
  g_autoptr (GString) cell = g_string_new ("a;");
  g_autoptr (GString) rows = g_string_new (NULL);

  for (int i = 0; i < MUKANA_TABLE_MAX_COLUMNS; i++)
    g_string_append (wide, ";x");
  for (int i = 0; i <= MUKANA_TABLE_MAX_CELL_BYTES; i++)
    g_string_append_c (cell, 'x');
  for (int i = 0; i <= MUKANA_TABLE_MAX_TEXT_ROWS; i++)
    g_string_append (rows, "x\n");

  assert_text_refused (wide->str, (gssize) wide->len, "too-many-columns");
  assert_text_refused (cell->str, (gssize) cell->len, "cell-too-long");
  assert_text_refused (rows->str, (gssize) rows->len, "too-many-rows");
}

static void
a_line_of_a_hundred_megabytes_is_refused_quickly (void)
{
  gsize size = MUKANA_TABLE_MAX_TEXT_BYTES;
  char *line = g_malloc (size + 1);
  g_autoptr (GBytes) fits = NULL, too_big = NULL;

  memset (line, 'x', size + 1);
  fits = g_bytes_new_static (line, size);
  too_big = g_bytes_new_take (line, size + 1);

  assert_refused (fits, "cell-too-long");
  assert_refused (too_big, "too-big");
}

static void
a_sheet_gives_texts_numbers_days_and_gaps (void)
{
  g_autoptr (GBytes) bytes = kit_workbook_new (
    "<row r='1'><c r='A1' t='inlineStr'><is><t>Nimet</t></is></c></row>"
    "<row r='3'>"
      "<c r='A3' t='s'><v>1</v></c>"
      "<c r='C3'><v>1985.0</v></c>"
      "<c r='D3' s='1'><v>46291</v></c>"
      "<c r='E3' s='2'><v>46291.354166666664</v></c>"
      "<c r='F3' s='3'><v>0.35416666666666669</v></c>"
      "<c r='G3' t='b'><v>1</v></c>"
      "<c r='H3'><v>4.4999999999999998E-2</v></c>"
      "<c r='I3' t='str'><f>A1</f><v>laskettu</v></c>"
      "<c r='J3' s='4'><v>46291</v></c>"
      "<c r='K3' s='5'><v>12</v></c>"
      "<c r='ZZ3' s='1'/>"
    "</row>", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaTable) table = mukana_table_parse (bytes, NULL, &error);
  static const char * const expected[] = {
    "rikas teksti", "", "1985", "2026-09-26", "2026-09-26 08:30", "08:30", "true", "0.045",
    "laskettu", "2026-09-26", "12", NULL
  };
  g_auto (GStrv) row = NULL;

  g_assert_no_error (error);
  row = mukana_table_dup_row (table, 1);
  g_assert_cmpstrv ((const char * const *) row, expected);
  g_assert_cmpuint (mukana_table_get_row_number (table, 1), ==, 3);
  g_assert_false (mukana_table_is_confined (table));
}

static void
sheets_are_chosen_by_name_and_hidden_ones_not_by_themselves (void)
{
  g_autoptr (GBytes) bytes =
    kit_workbook_new ("<row><c t='inlineStr'><is><t>x</t></is></c></row>", NULL);
  g_autoptr (MukanaTable) first = mukana_table_parse (bytes, NULL, NULL);
  g_autoptr (MukanaTable) hidden = mukana_table_parse (bytes, "Piilossa", NULL);
  GError *error = NULL;

  g_assert_cmpuint (mukana_table_get_n_sheets (first), ==, 2);
  g_assert_cmpstr (mukana_table_peek_sheet_name (first, mukana_table_get_sheet (first)), ==,
                   "Henkilöt");
  g_assert_cmpstr (mukana_table_peek_cell (hidden, 0, 0), ==, "hidden");
  g_assert_null (mukana_table_parse (bytes, "Ei ole", &error));
  assert_fault (error, "no-such-sheet");
}

static void
dates_of_the_old_mac_are_four_years_later (void)
{
  g_autoptr (GBytes) bytes =
    kit_workbook_new ("<row><c s='1'><v>0</v></c><c s='1'><v>44829</v></c></row>",
                      "<workbookPr date1904='1'/>");
  g_autoptr (MukanaTable) table = mukana_table_parse (bytes, NULL, NULL);

  g_assert_cmpstr (mukana_table_peek_cell (table, 0, 0), ==, "1904-01-01");
  g_assert_cmpstr (mukana_table_peek_cell (table, 0, 1), ==, "2026-09-26");
}

static void
cells_that_cannot_be_are_refused (void)
{
  static const struct { const char *rows, *fault; } cases[] = {
    { "<row r='1'><c r='A1' t='s'><v>2</v></c></row>", "shared-text" },
    { "<row r='1'><c r='A1' t='s'><v>99999999999999999999</v></c></row>", "shared-text" },
    { "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>", "shared-text" },
    { "<row r='1'><c r='BDWGN1'><v>1</v></c></row>", "cell-place" },
    { "<row r='1'><c r='1'><v>1</v></c></row>", "cell-place" },
    { "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "cell-place" },
    { "<row r='1'><c r='XFD1'><v>1</v></c></row>", "too-many-columns" },
    { "<row r='1048577'><c><v>1</v></c></row>", "too-many-rows" },
    { "<row r='2'/><row r='1'><c><v>1</v></c></row>", "cell-place" },
    { "<row r='1'><c><v>1</v></row>", "broken-xml" },
    { "<row r='1'/>", "empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = kit_workbook_new (cases[i].rows, NULL);

      assert_refused (bytes, cases[i].fault);
    }
}

static void
a_billion_laughs_are_refused (void)
{
  g_autoptr (GBytes) bytes = kit_workbook_new_raw (
    "<!DOCTYPE worksheet [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><worksheet><sheetData>"
    "<row><c t='inlineStr'><is><t>&c;</t></is></c></row></sheetData></worksheet>", -1);

  assert_refused (bytes, "doctype");
}

static char *
repeat (const char *begin,
        const char *middle,
        guint       n,
        const char *end,
        gsize      *length)
{
  GString *text = g_string_new (begin);

  for (guint i = 0; i < n; i++)
    g_string_append (text, middle);
  g_string_append (text, end);
  *length = text->len;
  return g_string_free (text, FALSE);
}

static void
a_million_levels_are_refused (void)
{
  gsize length;
  g_autofree char *deep = repeat ("<worksheet><sheetData>", "<row>", 1000 * 1000, "", &length);
  g_autofree char *moderate = repeat ("<worksheet><sheetData>", "<row>", 100, "", &length);
  g_autoptr (GBytes) bytes = kit_workbook_new_raw (deep, -1);
  g_autoptr (GBytes) less = kit_workbook_new_raw (moderate, -1);

  assert_refused (bytes, "too-deep");
  assert_refused (less, "too-deep");
}

static void
a_bomb_is_refused_before_it_is_unpacked (void)
{
  gsize length;
  g_autofree char *spaces = repeat ("<worksheet><sheetData>", "                                ",
                                    1000 * 1000, "</sheetData></worksheet>", &length);
  g_autoptr (GBytes) bytes = kit_workbook_new_raw (spaces, (gssize) length);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 1 << 20);
  assert_refused (bytes, "ratio");
}

static void
more_rows_than_a_sheet_may_have_are_refused (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i <= MUKANA_TABLE_MAX_SHEET_ROWS; i++)
    g_string_append_printf (rows, "<row><c><v>%u</v></c></row>", i * 7919);
  bytes = kit_workbook_new (rows->str, NULL);

  assert_refused (bytes, "too-many-rows");
}

static void
every_fault_has_a_name_and_a_sentence_of_its_own (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < MUKANA_TABLE_N_FAULTS; i++)
    {
      g_assert_true (g_hash_table_add (names, (gpointer) mukana_table_fault_name (i)));
      g_assert_cmpuint (strlen (mukana_table_fault_sentence (i)), >, 10);
    }
}

static void
damaged_bytes_never_do_harm (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (31);
  g_autoptr (GBytes) whole = kit_workbook_new (
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46291</v></c></row>", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (int round = 0; round < 1000; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MukanaTable) table = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_rand_int_range (random, 1, 8); i > 0; i--)
        copy[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int (random);
      bytes = g_bytes_new (copy, (gsize) g_rand_int_range (random, 1, (gint32) size + 1));
      table = mukana_table_parse (bytes, NULL, &error);

      g_assert_true ((table == NULL) == (error != NULL));
    }
}

static void
damaged_texts_inside_never_do_harm (void)
{
  static const char sheet[] =
    "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46291</v>"
    "</c></row><row r='2'><c r='A2' t='inlineStr'><is><t>x</t></is></c></row></sheetData>"
    "</worksheet>";
  g_autoptr (GRand) random = g_rand_new_with_seed (32);
  guint n_read = 0;

  for (int round = 0; round < 1000; round++)
    {
      g_autofree char *copy = g_strdup (sheet);
      g_autoptr (GBytes) workbook = NULL, text = NULL;
      g_autoptr (MukanaTable) table = NULL, list = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_rand_int_range (random, 1, 4); i > 0; i--)
        copy[g_rand_int_range (random, 0, (gint32) strlen (sheet))] =
          "<>/='1 \"\n;,\xe4" "9A&"[g_rand_int_range (random, 0, 15)];
      workbook = kit_workbook_new_raw (copy, strlen (sheet));
      text = g_bytes_new (copy, strlen (sheet));
      table = mukana_table_parse (workbook, NULL, &error);
      list = mukana_table_parse_csv (text, NULL);

      g_assert_true ((table == NULL) == (error != NULL));
      n_read += table != NULL;
    }

  g_assert_cmpuint (n_read, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/table/" #name, name)
  TEST (delimiters_and_encodings_are_found_out);
  TEST (decimal_commas_do_not_pass_for_delimiters);
  TEST (quoted_cells_keep_delimiters_quotes_and_lines);
  TEST (rows_keep_the_number_they_have_in_the_file);
  TEST (what_is_not_text_is_refused);
  TEST (a_text_beyond_its_limits_is_refused);
  TEST (a_line_of_a_hundred_megabytes_is_refused_quickly);
  TEST (a_sheet_gives_texts_numbers_days_and_gaps);
  TEST (sheets_are_chosen_by_name_and_hidden_ones_not_by_themselves);
  TEST (dates_of_the_old_mac_are_four_years_later);
  TEST (cells_that_cannot_be_are_refused);
  TEST (a_billion_laughs_are_refused);
  TEST (a_million_levels_are_refused);
  TEST (a_bomb_is_refused_before_it_is_unpacked);
  TEST (more_rows_than_a_sheet_may_have_are_refused);
  TEST (every_fault_has_a_name_and_a_sentence_of_its_own);
  TEST (damaged_bytes_never_do_harm);
  TEST (damaged_texts_inside_never_do_harm);

  return g_test_run ();
}
