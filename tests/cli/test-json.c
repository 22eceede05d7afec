/* test-json.c: what is written is JSON whatever the texts hold; columns stand under one another. */

#include "base/mukana-error.h"
#include "base/mukana-json.h"
#include "cli/mukana-complaint.h"
#include "cli/mukana-grid.h"

static void
commas_stand_between_values_only (void)
{
  g_autoptr (MukanaJson) json = mukana_json_new ();

  mukana_json_begin_object (json, NULL);
  mukana_json_add_number (json, "n", -7);
  mukana_json_begin_array (json, "list");
  mukana_json_begin_object (json, NULL);
  mukana_json_end_object (json);
  mukana_json_add_boolean (json, NULL, TRUE);
  mukana_json_end_array (json);
  mukana_json_add_text (json, "none", NULL);
  mukana_json_end_object (json);

  g_assert_cmpstr (mukana_json_peek_text (json), ==, "{\"n\":-7,\"list\":[{},true],\"none\":null}");
}

static void
texts_are_escaped (void)
{
  g_autoptr (MukanaJson) json = mukana_json_new ();

  mukana_json_add_text (json, NULL, "a\"b\\c\nd\te\x01 ä");

  g_assert_cmpstr (mukana_json_peek_text (json), ==, "\"a\\\"b\\\\c\\nd\\u0009e\\u0001 ä\"");
}

static void
broken_bytes_become_valid_text (void)
{
  g_autoptr (MukanaJson) json = mukana_json_new ();

  mukana_json_add_text (json, NULL, "a\xff" "b");

  g_assert_true (g_utf8_validate (mukana_json_peek_text (json), -1, NULL));
  g_assert_cmpstr (mukana_json_peek_text (json), ==, "\"a\xef\xbf\xbd" "b\"");
}

static void
columns_stand_under_one_another (void)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (3);
  g_autofree char *text = NULL;

  mukana_grid_add (grid, "No.");
  mukana_grid_add (grid, "Nimi");
  mukana_grid_add (grid, "Kunta");
  mukana_grid_add_number (grid, 7);
  mukana_grid_add (grid, "Äijö");
  mukana_grid_add (grid, NULL);
  mukana_grid_add_number (grid, 1234);
  mukana_grid_add (grid, "Bo");
  mukana_grid_add (grid, "Sotkamo");
  text = mukana_grid_print (grid);

  g_assert_cmpstr (text, ==, " No.  Nimi  Kunta\n"
                             "   7  Äijö\n"
                             "1234  Bo    Sotkamo\n");
}

static void
the_same_code_means_another_thing_when_opening (void)
{
  g_autoptr (GError) error = g_error_new (MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is none");

  g_assert_cmpint (mukana_complaint_status (error, MUKANA_COMPLAINT_OPENING), ==,
                   MUKANA_STATUS_NO_STORE);
  g_assert_cmpint (mukana_complaint_status (error, MUKANA_COMPLAINT_WORKING), ==,
                   MUKANA_STATUS_REFUSED);
}

static void
every_code_has_a_sentence (void)
{
  for (int code = MUKANA_ERROR_INVALID; code <= MUKANA_ERROR_INTERNAL; code++)
    {
      g_autoptr (GError) error = g_error_new (MUKANA_ERROR, code, "for a log");
      g_autofree char *sentence = mukana_complaint_sentence (error, MUKANA_COMPLAINT_WORKING);

      g_assert_cmpstr (sentence, !=, "for a log");
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_cmpint (mukana_complaint_status (error, MUKANA_COMPLAINT_WORKING), >=,
                       MUKANA_STATUS_REFUSED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/commas-stand-between-values-only", commas_stand_between_values_only);
  g_test_add_func ("/json/texts-are-escaped", texts_are_escaped);
  g_test_add_func ("/json/broken-bytes-become-valid-text", broken_bytes_become_valid_text);
  g_test_add_func ("/grid/columns-stand-under-one-another", columns_stand_under_one_another);
  g_test_add_func ("/complaint/the-same-code-means-another-thing-when-opening",
                   the_same_code_means_another_thing_when_opening);
  g_test_add_func ("/complaint/every-code-has-a-sentence", every_code_has_a_sentence);
  return g_test_run ();
}
