/* test-document.c: what is printed is all there, page after page, and read in order. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-document.h"

static MukanaDocument *
make_document (guint n_paragraphs)
{
  MukanaDocument *document = mukana_document_new ("Seloste", "Testilän hyvinvointialue");
  const char * const head[] = { "Ryhmä", "Aika", NULL };
  const char * const answers[] = { "Kyllä", "Ei", NULL };
  const char * const row[] = { "Palkkiot", "6 vuotta", NULL };

  mukana_document_set_footer (document, "Testilä");
  mukana_document_add_heading (document, "Käyttötarkoitus");
  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *text = g_strdup_printf ("Kappale%u kertoo asiansa yhdellä rivillä.", i);

      mukana_document_add_paragraph (document, text);
    }
  mukana_document_add_item (document, "Kohta");
  mukana_document_add_field (document, "Puhelin", "050 000 0001");
  mukana_document_add_field (document, "Allekirjoitus", NULL);
  mukana_document_add_choice (document, "Suostun");
  mukana_document_add_question (document, "1.", answers);
  mukana_document_add_row (document, head, TRUE);
  mukana_document_add_row (document, row, FALSE);
  return document;
}

/* As pdftotext, a reader of its own, sees it. */
static char *
read_pdf (const char *path)
{
  const char * const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text, NULL,
                     &status, &error))
    return NULL;

  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
everything_is_on_its_pages_in_order (void)
{
  g_autoptr (MukanaDocument) document = make_document (120);
  g_autofree char *folder = g_dir_make_tmp ("document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *at;

  mukana_document_save_pdf (document, path, &error);
  g_assert_no_error (error);

  if ((text = read_pdf (path)) == NULL)
    g_test_skip ("there is no pdftotext");
  else
    {
      at = text;
      for (guint i = 0; i < 120; i++)
        {
          g_autofree char *word = g_strdup_printf ("Kappale%u ", i);

          at = strstr (at, word);
          g_assert_nonnull (at);
        }
      for (guint i = 0; i < 4; i++)
        g_assert_nonnull (at = strstr (at, ((const char *[]) { "Kohta", "050 000 0001", "Suostun",
                                                               "6 vuotta" })[i]));
      g_assert_nonnull (strchr (text, '\f'));   /* more than one page */
    }

  g_unlink (path);
  g_rmdir (folder);
}

/* A label narrow enough for its column could still have one word that is not. */
static void
words_of_labels_are_not_torn (void)
{
  g_autoptr (MukanaDocument) document = mukana_document_new ("Blankett", NULL);
  g_autofree char *folder = g_dir_make_tmp ("document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  mukana_document_add_field (document, "Vårdnadshavarens namn och underskrift", NULL);
  mukana_document_add_field (document, "Tietosuojavastaavan lausunto", "Ei huomautettavaa");
  mukana_document_save_pdf (document, path, &error);
  g_assert_no_error (error);

  if ((text = read_pdf (path)) == NULL)
    g_test_skip ("there is no pdftotext");
  else
    {
      g_assert_nonnull (strstr (text, "Vårdnadshavarens namn"));
      g_assert_nonnull (strstr (text, "Tietosuojavastaavan"));
      g_assert_nonnull (strstr (text, "Ei huomautettavaa"));
    }

  g_unlink (path);
  g_rmdir (folder);
}

static void
file_that_exists_is_left_alone (void)
{
  g_autoptr (MukanaDocument) document = make_document (1);
  g_autofree char *folder = g_dir_make_tmp ("document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "vanha", -1, NULL);

  g_assert_false (mukana_document_save_pdf (document, path, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "vanha");

  g_unlink (path);
  g_rmdir (folder);
}

static void
empty_document_has_a_page (void)
{
  g_autoptr (MukanaDocument) document = mukana_document_new ("", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mukana_document_to_pdf (document, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
}

static void
terminal_gets_the_same_words (void)
{
  g_autoptr (MukanaDocument) document = make_document (1);
  g_autofree char *text = mukana_document_to_text (document);

  g_assert_cmpstr (text, ==, "Seloste\nTestilän hyvinvointialue\n\n\nKäyttötarkoitus\n"
                             "Kappale0 kertoo asiansa yhdellä rivillä.\n- Kohta\n"
                             "Puhelin: 050 000 0001\nAllekirjoitus: ____\n[ ] Suostun\n"
                             "1. ____  [ ] Kyllä  [ ] Ei\n"
                             "Ryhmä | Aika\nPalkkiot | 6 vuotta\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/everything_is_on_its_pages_in_order",
                   everything_is_on_its_pages_in_order);
  g_test_add_func ("/document/words_of_labels_are_not_torn", words_of_labels_are_not_torn);
  g_test_add_func ("/document/file_that_exists_is_left_alone", file_that_exists_is_left_alone);
  g_test_add_func ("/document/empty_document_has_a_page", empty_document_has_a_page);
  g_test_add_func ("/document/terminal_gets_the_same_words", terminal_gets_the_same_words);

  return g_test_run ();
}
