/* test-unlocking.c: a register's id and the words around its key, without any keyring. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-secret.h"
#include "services/mukana-unlocking.h"

static void
assert_refused (const char *path,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_unlocking_register_id (path, &error));
  g_assert_error (error, MUKANA_ERROR, code);
  g_assert_null (strstr (error->message, path));
}

static void
register_tells_its_id_without_its_key (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autofree char *id = NULL;
  g_autofree char *expected =
    mukana_recovery_key_register_id (g_bytes_get_data (fixture->key, NULL));

  mukana_test_register_close (fixture);
  id = mukana_unlocking_register_id (mukana_test_path (fixture), NULL);

  g_assert_cmpstr (id, ==, expected);
}

static void
what_is_no_register_is_refused_at_once (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_autofree char *plain = g_build_filename (place->folder, "plain", NULL);
  g_autofree char *empty = g_build_filename (place->folder, "empty", NULL);
  g_autofree char *pipe = g_build_filename (place->folder, "pipe", NULL);
  g_autofree char *missing = g_build_filename (place->folder, "missing", NULL);

  g_file_set_contents (plain, "SQLite format 3\0and more of it", 31, NULL);
  g_file_set_contents (empty, "short", -1, NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  assert_refused (plain, MUKANA_ERROR_INVALID);
  assert_refused (empty, MUKANA_ERROR_DAMAGED);
  assert_refused (pipe, MUKANA_ERROR_INVALID);
  assert_refused (place->folder, MUKANA_ERROR_INVALID);
  assert_refused (missing, MUKANA_ERROR_NOT_FOUND);

  g_unlink (plain);
  g_unlink (empty);
  g_unlink (pipe);
}

static void
every_state_has_words_of_its_own_and_two_ways_out (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);

  for (int state = MUKANA_KEY_FOUND; state <= MUKANA_KEY_OTHER_REGISTER; state++)
    {
      const MukanaKeyWords *words = mukana_unlocking_words (state);

      g_assert_true (g_hash_table_add (names, (char *) words->name));
      g_assert_true (g_hash_table_add (titles, (char *) words->title));
      g_assert_true (g_hash_table_add (sentences, (char *) words->sentence));
      g_assert_nonnull (words->retry);
      g_assert_nonnull (words->recovery);
      g_assert_cmpstr (words->retry, !=, words->recovery);
    }
}

static void
typed_key_with_a_slip_is_described_by_its_group (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (1);
  g_auto (MukanaSecretText) text = mukana_recovery_key_print (g_bytes_get_data (key, NULL));
  MukanaRecoveryFinding finding;
  g_autofree char *sentence = NULL;

  text[18] = text[18] == 'A' ? 'B' : 'A';   /* in the third group */
  g_assert_null (mukana_secret_from_recovery_key (text, &finding));
  sentence = mukana_unlocking_describe_typed (&finding);

  g_assert_nonnull (strstr (sentence, "Group 3"));
}

static void
typed_key_is_the_key (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (1);
  g_auto (MukanaSecretText) text = mukana_recovery_key_print (g_bytes_get_data (key, NULL));
  MukanaRecoveryFinding finding;
  g_autoptr (GBytes) typed = mukana_secret_from_recovery_key (text, &finding);

  g_assert_nonnull (typed);
  g_assert_true (g_bytes_equal (typed, key));
}

static void
sheet_to_look_for_is_named_by_its_fingerprint (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (1);
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (key, NULL));
  g_autofree char *fingerprint = mukana_register_id_fingerprint (id);
  g_autofree char *sentence = mukana_unlocking_describe_needed (id);

  g_assert_nonnull (strstr (sentence, fingerprint));
}

static void
new_keys_are_whole_and_differ (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = mukana_secret_new_key (&error);
  g_autoptr (GBytes) other = mukana_secret_new_key (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (one), ==, MUKANA_KEY_LENGTH);
  g_assert_cmpuint (g_bytes_get_size (other), ==, MUKANA_KEY_LENGTH);
  g_assert_false (g_bytes_equal (one, other));
}

/* /proc/self/smaps says of each page range, among other things, whether it is left
 * out of core files ("dd").  Whether it is locked depends on the limits of the system. */
static void
key_is_kept_out_of_core_files (void)
{
  g_autoptr (GBytes) key = mukana_secret_new_key (NULL);
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;
  guint64 address = (guint64) GPOINTER_TO_SIZE (g_bytes_get_data (key, NULL));
  gboolean is_inside = FALSE, is_left_out = FALSE;

  if (!g_file_get_contents ("/proc/self/smaps", &maps, NULL, NULL))
    {
      g_test_skip ("This system does not tell how memory is mapped");
      return;
    }

  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *end;
      guint64 from = g_ascii_strtoull (lines[i], &end, 16);

      if (*end == '-')
        is_inside = address >= from && address < g_ascii_strtoull (end + 1, NULL, 16);
      else if (is_inside && g_str_has_prefix (lines[i], "VmFlags:"))
        is_left_out = strstr (lines[i], " dd") != NULL;
    }

  g_assert_true (is_left_out);
}

#define ADD(promise) g_test_add_func ("/unlocking/" #promise, promise)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (register_tells_its_id_without_its_key);
  ADD (what_is_no_register_is_refused_at_once);
  ADD (every_state_has_words_of_its_own_and_two_ways_out);
  ADD (typed_key_with_a_slip_is_described_by_its_group);
  ADD (typed_key_is_the_key);
  ADD (sheet_to_look_for_is_named_by_its_fingerprint);
  ADD (new_keys_are_whole_and_differ);
  ADD (key_is_kept_out_of_core_files);

  return g_test_run ();
}
