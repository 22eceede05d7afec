/* test-anchor.c: a cut journal is found from outside, and every try to unlock is noted.
 *
 * Without a keyring, so that the link is in the file beside the register; the same
 * with a keyring is in test-keyring.
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "kit/mukana-test-faults.h"
#include "services/mukana-anchor.h"
#include "services/mukana-founding.h"
#include "services/mukana-journaling.h"
#include "services/mukana-registering.h"
#include "store/mukana-journal.h"

static MukanaAnchorState
enter (MukanaTestRegister *place)
{
  g_autoptr (MukanaAnchor) anchor = mukana_anchor_new (place->store, TRUE);
  g_autoptr (GError) error = NULL;
  MukanaAnchorState state = MUKANA_ANCHOR_NONE;

  g_assert_true (mukana_anchor_enter (anchor, &state, &error));
  g_assert_no_error (error);
  return state;
}

static gpointer
count_work (MukanaDb      *db,
            gpointer       action,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaQuery) rows = mukana_db_select (db, "journal.all", error);
  int n_rows = 0;

  while (mukana_query_step (rows, error) > 0)
    n_rows += g_str_equal (mukana_query_peek_text (rows, "action"), action);

  return GINT_TO_POINTER (n_rows);
}

static int
count (MukanaTestRegister *place,
       const char         *action)
{
  return GPOINTER_TO_INT (mukana_test_read (place, count_work, (gpointer) action));
}

static gpointer
note_work (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  mukana_journal_add (db, "people.save", MUKANA_KIND_PERSON, 1, NULL, error);
  return NULL;
}

/* What somebody with the key and a shell does while the program is away. */
static void
cut_tail (MukanaTestRegister *place)
{
  g_autoptr (MukanaDb) db = mukana_test_db_new (place);
  g_autoptr (GError) error = NULL;

  mukana_db_exec (db, "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)", &error);
  g_assert_no_error (error);
  mukana_db_exec (db, "UPDATE store_state SET journal_tip ="
                      " (SELECT link FROM journal ORDER BY id DESC LIMIT 1)", &error);
  g_assert_no_error (error);
}

static void
every_unlock_is_a_row (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();

  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_NONE);
  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_HOLDS);

  g_assert_cmpint (count (place, "unlocking.open"), ==, 2);
  g_assert_cmpint (count (place, "unlocking.cut"), ==, 0);
}

static void
a_cut_tail_is_told_and_the_register_opens (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autofree MukanaJournalVerdict *verdict = NULL;

  mukana_test_write (place, note_work, NULL);
  enter (place);
  mukana_test_register_close (place);
  cut_tail (place);
  mukana_test_register_open (place);

  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_MISSING);
  g_assert_cmpint (count (place, "unlocking.cut"), ==, 1);
  verdict = mukana_store_run (place->store, &mukana_journal_verify_job, NULL, NULL);
  g_assert_cmpint (verdict->first_bad, ==, 0);
  g_assert_cmpint (verdict->cut_at_us, ==, mukana_clock_now_us (place->clock));
  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_HOLDS);
}

static gpointer
note_restore_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  mukana_journal_add (db, "restoring.restore", MUKANA_KIND_REGISTER, 0, NULL, error);
  return NULL;
}

/* The end that is kept outside is that of the register before. */
static void
end_of_a_restored_backup_is_no_cut (void)
{
  static const char other[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autofree char *link = mukana_anchor_dup_path (mukana_test_path (place));
  g_autofree MukanaJournalVerdict *verdict = NULL;

  enter (place);
  mukana_test_write (place, note_restore_work, NULL);
  g_assert_true (g_file_set_contents (link, other, -1, NULL));
  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_HOLDS);
  verdict = mukana_store_run (place->store, &mukana_journal_verify_job, NULL, NULL);

  g_assert_cmpint (count (place, "unlocking.cut"), ==, 0);
  g_assert_cmpint (verdict->first_bad, ==, 0);
  g_assert_cmpint (verdict->cut_at_us, ==, 0);
}

static void
a_link_that_was_taken_away_is_told (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autofree char *link = mukana_anchor_dup_path (mukana_test_path (place));
  g_autofree MukanaJournalVerdict *verdict = NULL;
  g_autofree char *sentence = NULL;

  mukana_test_write (place, note_work, NULL);
  enter (place);
  mukana_test_write (place, note_work, NULL);
  mukana_test_register_close (place);
  cut_tail (place);
  g_assert_cmpint (g_unlink (link), ==, 0);
  mukana_test_register_open (place);

  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_GONE);
  g_assert_cmpint (count (place, "unlocking.unanchored"), ==, 1);
  verdict = mukana_store_run (place->store, &mukana_journal_verify_job, NULL, NULL);
  sentence = mukana_journal_describe (verdict);
  g_assert_nonnull (strstr (sentence, "nothing outside it told"));
  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_HOLDS);
}

static void
what_a_killed_program_left_half_written_goes (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autofree char *link = mukana_anchor_dup_path (mukana_test_path (place));
  g_autofree char *left = g_strconcat (link, ".A1B2C3", NULL);
  g_autofree char *other = g_strconcat (link, ".of-mine", NULL);

  g_assert_true (g_file_set_contents (left, "half", -1, NULL));
  g_assert_true (g_file_set_contents (other, "whole", -1, NULL));
  enter (place);

  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_unlink (other);
}

static void
a_link_written_over_with_something_else_is_told (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autofree char *link = mukana_anchor_dup_path (mukana_test_path (place));

  enter (place);
  g_assert_true (g_file_set_contents (link, "no link", -1, NULL));

  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_GONE);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, &error));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, &error));
}

static void
an_older_copy_put_back_is_told (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autofree char *copy = g_strconcat (mukana_test_path (place), ".old", NULL);

  enter (place);
  mukana_test_register_close (place);
  copy_file (mukana_test_path (place), copy);
  mukana_test_register_open (place);
  mukana_test_write (place, note_work, NULL);
  enter (place);
  mukana_test_register_close (place);
  copy_file (copy, mukana_test_path (place));
  g_unlink (copy);
  mukana_test_register_open (place);

  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_MISSING);
}

static void
failed_unlocks_are_entered_once_at_the_next_opening (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gint64 now = mukana_clock_now_us (place->clock);
  g_autofree char *beside = g_strconcat (mukana_test_path (place), ".tries", NULL);
  g_autofree char *content = NULL;
  struct stat about;

  mukana_anchor_note_failure (mukana_test_path (place), now - 2);
  mukana_anchor_note_failure (mukana_test_path (place), now - 1);
  g_assert_cmpint (stat (beside, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (beside, &content, NULL, NULL));
  g_assert_true (g_regex_match_simple ("^([0-9]+\n){2}$", content, 0, 0));

  enter (place);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  enter (place);

  g_assert_cmpint (count (place, "unlocking.failed"), ==, 2);
}

static void
a_planted_link_is_not_followed (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autofree char *target = g_strconcat (mukana_test_path (place), ".target", NULL);
  g_autofree char *tries = g_strconcat (mukana_test_path (place), ".tries", NULL);
  g_autofree char *beside = mukana_anchor_dup_path (mukana_test_path (place));
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (target, "untouched", -1, NULL));
  g_assert_cmpint (symlink (target, tries), ==, 0);
  g_assert_cmpint (symlink (target, beside), ==, 0);
  mukana_anchor_note_failure (mukana_test_path (place), 1);
  enter (place);

  g_assert_true (g_file_get_contents (target, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "untouched");
  g_unlink (target);
}

/* An alarm that is false is soon not heeded. */
static void
a_failing_call_is_no_missing_link (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gboolean has_failed = TRUE;
  int n_told = 0;

  enter (place);
  mukana_anchor_note_failure (mukana_test_path (place), 1);
  for (int n = 0; has_failed; n++)
    {
      g_autoptr (MukanaAnchor) anchor = mukana_anchor_new (place->store, TRUE);
      MukanaAnchorState state = MUKANA_ANCHOR_NONE;
      g_autoptr (GError) error = NULL;
      gboolean has_entered;

      mukana_test_faults_begin (n);
      has_entered = mukana_anchor_enter (anchor, &state, &error);
      mukana_anchor_keep (anchor);
      has_failed = mukana_test_faults_end ();
      mukana_test_write (place, note_work, NULL);

      n_told += error != NULL;
      g_assert_cmpint (has_entered, ==, error == NULL);
      g_assert_cmpint (state, !=, MUKANA_ANCHOR_MISSING);
    }

  g_assert_cmpint (n_told, >, 5);
  g_assert_cmpint (enter (place), ==, MUKANA_ANCHOR_HOLDS);
}

static void
a_failed_unlock_that_cannot_be_noted_does_no_harm (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gboolean has_failed = TRUE;
  int n;

  for (n = 0; has_failed; n++)
    {
      mukana_test_faults_begin (n);
      mukana_anchor_note_failure (mukana_test_path (place), n + 1);
      has_failed = mukana_test_faults_end ();
    }
  enter (place);

  g_assert_cmpint (n, >, 3);
  g_assert_cmpint (count (place, "unlocking.failed"), ==, 1);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
has_answer (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
a_window_hears_how_the_journal_stands_or_why_not (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gboolean has_failed = TRUE;

  for (int n = 0; has_failed; n += 4)
    {
      g_autoptr (MukanaAnchor) anchor = mukana_anchor_new (place->store, TRUE);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      MukanaAnchorState state = MUKANA_ANCHOR_NONE;
      gboolean has_entered;

      mukana_test_faults_begin (n);
      mukana_anchor_enter_async (anchor, answered_cb, &result);
      mukana_test_wait_until (has_answer, &result, "the anchor is entered");
      has_failed = mukana_test_faults_end ();
      has_entered = mukana_anchor_enter_finish (anchor, result, &state, &error);

      g_assert_cmpint (has_entered, ==, error == NULL);
      g_assert_cmpint (state, !=, MUKANA_ANCHOR_MISSING);
    }

  g_assert_cmpint (count (place, "unlocking.open"), >, 0);
}

static void
a_training_register_leaves_nothing_outside (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaAnchor) anchor = mukana_anchor_new (place->store, FALSE);
  g_autofree char *beside = mukana_anchor_dup_path (mukana_test_path (place));
  MukanaAnchorState state;

  g_assert_true (mukana_anchor_enter (anchor, &state, NULL));
  g_assert_false (mukana_anchor_keep (anchor));

  g_assert_cmpint (count (place, "unlocking.open"), ==, 1);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/anchor/" #name, name)
  TEST (every_unlock_is_a_row);
  TEST (a_cut_tail_is_told_and_the_register_opens);
  TEST (end_of_a_restored_backup_is_no_cut);
  TEST (a_link_that_was_taken_away_is_told);
  TEST (what_a_killed_program_left_half_written_goes);
  TEST (a_link_written_over_with_something_else_is_told);
  TEST (an_older_copy_put_back_is_told);
  TEST (failed_unlocks_are_entered_once_at_the_next_opening);
  TEST (a_planted_link_is_not_followed);
  TEST (a_failing_call_is_no_missing_link);
  TEST (a_failed_unlock_that_cannot_be_noted_does_no_harm);
  TEST (a_window_hears_how_the_journal_stands_or_why_not);
  TEST (a_training_register_leaves_nothing_outside);
#undef TEST
  return g_test_run ();
}
