/* test-key-sheet.c: the sheet says what is needed, is private, and overwrites nothing. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-key-sheet.h"
#include "services/mukana-secret.h"

typedef struct
{
  char           *folder;
  char           *path;
  GBytes         *key;
  MukanaKeySheet  sheet;
} Desk;

typedef gboolean (*Save) (const MukanaKeySheet  *sheet,
                          const char            *path,
                          GError               **error);

static const Save ways[] = { mukana_key_sheet_save_pdf, mukana_key_sheet_save_text };

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  desk->folder = g_dir_make_tmp ("mukana-sheet-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "sheet", NULL);
  desk->key = mukana_test_key_new (1);
  desk->sheet = (MukanaKeySheet) { "Testilän hyvinvointialue", MUKANA_TEST_TODAY, desk->key };
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  g_unlink (desk->path);
  g_rmdir (desk->folder);
  g_free (desk->folder);
  g_free (desk->path);
  g_bytes_unref (desk->key);
}

static void
assert_says_what_is_needed (const Desk *desk,
                            const char *text)
{
  const guint8 *key = g_bytes_get_data (desk->key, NULL);
  g_autofree char *id = mukana_recovery_key_register_id (key);
  g_autofree char *fingerprint = mukana_register_id_fingerprint (id);
  g_autofree char *printed = mukana_recovery_key_print (key);
  g_auto (GStrv) groups = g_strsplit (printed, "-", -1);

  g_assert_nonnull (strstr (text, "Testilän hyvinvointialue"));
  g_assert_nonnull (strstr (text, "2026"));
  g_assert_nonnull (strstr (text, fingerprint));
  g_assert_nonnull (strstr (text, "safe"));
  for (int i = 0; i < MUKANA_RECOVERY_GROUPS; i++)
    g_assert_nonnull (strstr (text, groups[i]));
}

static void
text_says_what_is_needed_and_is_read_back (Desk          *desk,
                                           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) read = NULL;
  MukanaRecoveryFinding finding;
  g_autoptr (GError) error = NULL;

  g_assert_true (mukana_key_sheet_save_text (&desk->sheet, desk->path, &error));
  g_assert_true (g_file_get_contents (desk->path, &text, NULL, NULL));
  assert_says_what_is_needed (desk, text);

  read = mukana_key_sheet_load (desk->path, &finding, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, desk->key));
}

static void
page_says_what_is_needed (Desk          *desk,
                          gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *command[] = { "pdftotext", "-layout", desk->path, "-", NULL };
  g_autofree char *text = NULL;
  int status = -1;

  g_assert_true (mukana_key_sheet_save_pdf (&desk->sheet, desk->path, NULL));
  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &text, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  assert_says_what_is_needed (desk, text);
  g_assert_null (strstr (strchr (text, '\f') + 1, "\f"));   /* one page */
}

static void
sheet_is_its_owners_alone_whatever_the_mask (Desk          *desk,
                                             gconstpointer  data)
{
  static const mode_t masks[] = { 0000, 0022, 0777 };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint m = 0; m < G_N_ELEMENTS (masks); m++)
      {
        mode_t before = umask (masks[m]);
        gboolean is_saved = ways[i] (&desk->sheet, desk->path, NULL);
        struct stat about;

        umask (before);
        g_assert_true (is_saved);
        g_assert_cmpint (stat (desk->path, &about), ==, 0);
        g_assert_cmpint (about.st_mode & 07777, ==, 0600);
        g_unlink (desk->path);
      }
}

static void
name_that_exists_is_refused_and_left_alone (Desk          *desk,
                                            gconstpointer  data)
{
  g_file_set_contents (desk->path, "mine", -1, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (ways[i] (&desk->sheet, desk->path, &error));
      g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
      g_assert_true (g_file_get_contents (desk->path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "mine");
    }
}

/* A link is refused whether it leads somewhere or nowhere, and a pipe does not hold us. */
static void
planted_links_and_pipes_are_not_followed (Desk          *desk,
                                          gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (desk->folder, "elsewhere", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_assert_cmpint (symlink (elsewhere, desk->path), ==, 0);
      g_assert_false (ways[i] (&desk->sheet, desk->path, NULL));
      g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
      g_unlink (desk->path);

      g_assert_cmpint (mkfifo (desk->path, 0600), ==, 0);
      g_assert_false (ways[i] (&desk->sheet, desk->path, NULL));
      g_unlink (desk->path);
    }
}

static void
missing_folder_is_told (Desk          *desk,
                        gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (desk->folder, "missing", "sheet", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ways[i] (&desk->sheet, missing, &error));
      g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
    }
}

static void
bare_key_in_a_file_is_read (Desk          *desk,
                            gconstpointer  data)
{
  const guint8 *bytes = g_bytes_get_data (desk->key, NULL);
  g_auto (MukanaSecretText) printed = mukana_recovery_key_print (bytes);
  g_autofree char *lower = g_ascii_strdown (printed, -1);
  g_autoptr (GBytes) key = NULL;
  MukanaRecoveryFinding finding;

  g_strdelimit (lower, "-", '\n');
  g_file_set_contents (desk->path, lower, -1, NULL);
  key = mukana_key_sheet_load (desk->path, &finding, NULL);

  g_assert_nonnull (key);
  g_assert_true (g_bytes_equal (key, desk->key));
}

static void
slip_in_a_sheet_names_its_group (Desk          *desk,
                                 gconstpointer  data)
{
  g_auto (MukanaSecretText) text = mukana_key_sheet_print (&desk->sheet);
  const guint8 *bytes = g_bytes_get_data (desk->key, NULL);
  g_auto (MukanaSecretText) printed = mukana_recovery_key_print (bytes);
  char *place = strstr (text, printed) + 5 * 8;   /* the sixth group */
  MukanaRecoveryFinding finding;
  g_autoptr (GError) error = NULL;

  *place = *place == 'A' ? 'B' : 'A';
  g_file_set_contents (desk->path, text, -1, NULL);

  g_assert_null (mukana_key_sheet_load (desk->path, &finding, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_cmpint (finding.verdict, ==, MUKANA_RECOVERY_WRONG_GROUP);
  g_assert_cmpint (finding.group, ==, 6);
}

static void
what_is_no_sheet_is_refused (Desk          *desk,
                             gconstpointer  data)
{
  MukanaRecoveryFinding finding;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) pipe = NULL;

  g_assert_null (mukana_key_sheet_load (desk->path, &finding, &missing));
  g_assert_error (missing, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);

  g_assert_cmpint (mkfifo (desk->path, 0600), ==, 0);
  g_assert_null (mukana_key_sheet_load (desk->path, &finding, &pipe));
  g_assert_error (pipe, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
}

#define ADD(promise) g_test_add ("/key-sheet/" #promise, Desk, NULL, set_up, promise, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (text_says_what_is_needed_and_is_read_back);
  ADD (page_says_what_is_needed);
  ADD (sheet_is_its_owners_alone_whatever_the_mask);
  ADD (name_that_exists_is_refused_and_left_alone);
  ADD (planted_links_and_pipes_are_not_followed);
  ADD (missing_folder_is_told);
  ADD (bare_key_in_a_file_is_read);
  ADD (slip_in_a_sheet_names_its_group);
  ADD (what_is_no_sheet_is_refused);

  return g_test_run ();
}
