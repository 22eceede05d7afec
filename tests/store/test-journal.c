/* test-journal.c: the journal is complete, and cannot be changed or cut unseen. */

#include "base/mukana-error.h"
#include "kit/mukana-test-faults.h"
#include "store/mukana-journal.h"

#define N_ROWS 40
#define N_TRIES 1000

static gpointer
add_rows_work (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  for (int i = 0; i < GPOINTER_TO_INT (arg); i++)
    if (!mukana_journal_add (db, "people.save", MUKANA_KIND_PERSON, i + 1, "email phone", error))
      return NULL;

  return NULL;
}

static gpointer
count_rows_work (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gint64 n_rows = 0;

  g_assert_cmpint (mukana_journal_check (db, &n_rows, error), ==, 0);
  return GINT_TO_POINTER ((int) n_rows);
}

static int
count_rows (MukanaTestRegister *place)
{
  return GPOINTER_TO_INT (mukana_test_read (place, count_rows_work, NULL));
}

/* A connection of somebody with the key and a shell: rows with odd numbers free between. */
typedef struct
{
  MukanaTestRegister *place;
  MukanaDb           *db;
  GRand              *dice;
  char               *tip;      /* as it was kept outside */
} Shell;

static void
tell (Shell      *shell,
      const char *format,
      ...) G_GNUC_PRINTF (2, 3);

static void
tell (Shell      *shell,
      const char *format,
      ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  va_list words;

  va_start (words, format);
  sql = g_strdup_vprintf (format, words);
  va_end (words);
  mukana_db_exec (shell->db, sql, &error);
  g_assert_no_error (error);
}

static void
begin (Shell *shell)
{
  g_autoptr (GError) error = NULL;

  mukana_db_begin_write (shell->db, &error);
  g_assert_no_error (error);
}

static gint64
check (Shell *shell)
{
  g_autoptr (GError) error = NULL;
  gint64 n_rows;
  gint64 first_bad = mukana_journal_check (shell->db, &n_rows, &error);

  g_assert_no_error (error);
  return first_bad;
}

static void
set_up (Shell         *shell,
        gconstpointer  data)
{
  g_autoptr (MukanaChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  shell->place = mukana_test_register_new ();
  mukana_test_write (shell->place, add_rows_work, GINT_TO_POINTER (N_ROWS));
  mukana_test_register_close (shell->place);
  shell->db = mukana_test_db_new (shell->place);
  shell->dice = g_rand_new_with_seed (4711);

  begin (shell);
  tell (shell, "UPDATE journal SET id = -2 * (id - (SELECT min(id) FROM journal) + 1)");
  tell (shell, "UPDATE journal SET id = -id");
  shell->tip = mukana_journal_dup_tip (shell->db, &error);
  g_assert_no_error (error);
  mukana_db_commit (shell->db, &changes, &error);
  g_assert_no_error (error);
}

static void
tear_down (Shell         *shell,
           gconstpointer  data)
{
  g_rand_free (shell->dice);
  g_free (shell->tip);
  mukana_db_close (shell->db);
  mukana_test_register_free (shell->place);
}

/* Rows stand at 2, 4 … 2 * N_ROWS. */
static int
pick_row (Shell *shell,
          int    last)
{
  return 2 * g_rand_int_range (shell->dice, 1, last + 1);
}

static void
every_edit_is_found (Shell         *shell,
                     gconstpointer  data)
{
  static const char * const edits[] = {
    "at = at + 1", "actor = actor || 'x'", "action = 'people.add'", "kind = 'request'",
    "record_id = record_id + 1", "fields = 'email'", "link = 'a' || substr (link, 2) || 'b'",
  };

  g_assert_cmpint (check (shell), ==, 0);
  for (int i = 0; i < N_TRIES; i++)
    {
      int row = pick_row (shell, N_ROWS);

      begin (shell);
      tell (shell, "UPDATE journal SET %s WHERE id = %d", edits[i % G_N_ELEMENTS (edits)], row);

      g_assert_cmpint (check (shell), ==, row);
      mukana_db_rollback (shell->db);
    }
}

static void
every_deletion_is_found (Shell         *shell,
                         gconstpointer  data)
{
  for (int i = 0; i < N_TRIES; i++)
    {
      int row = pick_row (shell, N_ROWS - 1);

      begin (shell);
      tell (shell, "DELETE FROM journal WHERE id = %d", row);

      g_assert_cmpint (check (shell), ==, row + 2);
      mukana_db_rollback (shell->db);
    }
}

static void
every_swap_is_found (Shell         *shell,
                     gconstpointer  data)
{
  for (int i = 0; i < N_TRIES; i++)
    {
      int one = pick_row (shell, N_ROWS - 1);
      int other = one + 2 * g_rand_int_range (shell->dice, 1, N_ROWS - one / 2 + 1);

      begin (shell);
      tell (shell, "UPDATE journal SET id = 9999 WHERE id = %d", one);
      tell (shell, "UPDATE journal SET id = %d WHERE id = %d", one, other);
      tell (shell, "UPDATE journal SET id = %d WHERE id = 9999", other);

      g_assert_cmpint (check (shell), ==, one);
      mukana_db_rollback (shell->db);
    }
}

static void
every_insertion_is_found (Shell         *shell,
                          gconstpointer  data)
{
  for (int i = 0; i < N_TRIES; i++)
    {
      int row = g_rand_int_range (shell->dice, 0, N_ROWS + 1) * 2 + 1;
      int like = pick_row (shell, N_ROWS);

      begin (shell);
      tell (shell, "INSERT INTO journal (id, at, actor, action, kind, record_id, fields, link)"
                   " SELECT %d, at, actor, action, kind, record_id, fields, link"
                   "   FROM journal WHERE id = %d", row, like);

      /* A true copy of a row right before it: then its original is the one too many. */
      g_assert_cmpint (check (shell), ==, row == like - 1 ? like : row);
      mukana_db_rollback (shell->db);
    }
}

/* Who cuts the tail sets the tip as well: inside the register nothing shows then. */
static void
every_cut_tail_is_found_from_outside (Shell         *shell,
                                      gconstpointer  data)
{
  for (int i = 0; i < N_TRIES; i++)
    {
      int left = 2 * g_rand_int_range (shell->dice, 1, N_ROWS);

      begin (shell);
      tell (shell, "DELETE FROM journal WHERE id > %d", left);
      g_assert_cmpint (check (shell), ==, left + 1);
      tell (shell, "UPDATE store_state SET journal_tip ="
                   " (SELECT link FROM journal WHERE id = %d)", left);

      g_assert_cmpint (check (shell), ==, 0);   /* the control */
      g_assert_cmpint (mukana_journal_has_link (shell->db, shell->tip, NULL), ==, 0);
      mukana_db_rollback (shell->db);
    }

  g_assert_cmpint (mukana_journal_has_link (shell->db, shell->tip, NULL), ==, 1);
}

/* Old rows may go by the program's own deed, and by nobody else's. */
static void
old_rows_go_and_the_rest_stays_verifiable (Shell         *shell,
                                           gconstpointer  data)
{
  gint64 now = mukana_clock_now_us (shell->place->clock);
  g_autoptr (GError) error = NULL;

  begin (shell);
  tell (shell, "DELETE FROM journal WHERE id <= 10");
  g_assert_cmpint (check (shell), ==, 12);
  mukana_db_rollback (shell->db);

  begin (shell);
  tell (shell, "UPDATE journal SET id = -id / 2");
  tell (shell, "UPDATE journal SET id = -id");   /* as the engine numbers them */
  mukana_journal_add_at (shell->db, now + G_USEC_PER_SEC, "people.save", MUKANA_KIND_PERSON, 1,
                         NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mukana_journal_trim (shell->db, now + 1, &error), ==, N_ROWS);
  g_assert_no_error (error);
  g_assert_cmpint (check (shell), ==, 0);

  tell (shell, "UPDATE register_setting SET value = 'a' || value WHERE name = 'journal-base'");
  g_assert_cmpint (check (shell), >, 0);
  mukana_db_rollback (shell->db);
}

/* Looks. */

static gpointer
read_nothing_work (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return arg;
}

static gpointer
fail_work (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "Nobody");
  return NULL;
}

static gboolean
look_at_number (gconstpointer  arg,
                MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.person", MUKANA_KIND_PERSON, GPOINTER_TO_INT (arg), NULL };
  return GPOINTER_TO_INT (arg) != 0;
}

static const MukanaJob look_job = {
  "test.look", MUKANA_LANE_READ, read_nothing_work, NULL, .looks_at = look_at_number
};
static const MukanaJob vain_job = {
  "test.look-in-vain", MUKANA_LANE_READ, fail_work, NULL, .looks_at = look_at_number
};

static void
look (MukanaTestRegister *place,
      int                 person)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (place->store, &look_job, GINT_TO_POINTER (person), &error);
  g_assert_no_error (error);
}

static void
a_look_is_a_row_and_looking_again_is_none (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gint64 now = mukana_clock_now_us (place->clock);
  int n_before = count_rows (place);

  look (place, 7);
  look (place, 7);
  look (place, 8);
  look (place, 0);
  mukana_store_run (place->store, &vain_job, GINT_TO_POINTER (9), NULL);
  mukana_test_write (place, add_rows_work, NULL);   /* after them in the writers' queue */
  g_assert_cmpint (count_rows (place), ==, n_before + 2);

  mukana_clock_set_still (place->clock, now + 11 * 60 * G_USEC_PER_SEC);
  look (place, 7);
  mukana_test_write (place, add_rows_work, NULL);
  g_assert_cmpint (count_rows (place), ==, n_before + 3);
}

static void
the_last_look_is_noted_before_closing (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  int n_before = count_rows (place);

  for (int person = 1; person <= 50; person++)
    look (place, person);
  mukana_test_register_close (place);
  mukana_test_register_open (place);

  g_assert_cmpint (count_rows (place), ==, n_before + 50);
}

static gpointer
of_person_work (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  return mukana_journal_of_person (db, *(gint64 *) arg, error);
}

static void
who_looked_at_a_person_is_told_of_that_person_alone (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gint64 one = mukana_test_add_person (place, 1);
  gint64 other = mukana_test_add_person (place, 2);
  g_autoptr (GPtrArray) rows = NULL;
  MukanaJournalRow *row;

  look (place, (int) one);
  look (place, (int) other);
  mukana_test_write (place, add_rows_work, NULL);
  rows = mukana_test_read (place, of_person_work, &one);

  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->action, ==, "looking.person");
  g_assert_cmpint (row->record_id, ==, one);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->action, ==, "people.add");
}

static void
colleagues_with_passwords_of_their_own_share_one_chain (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GBytes) first = g_bytes_ref (place->key);

  if (place->folder != NULL)
    {
      g_test_skip ("a file has one key");
      return;
    }

  mukana_test_write (place, add_rows_work, GINT_TO_POINTER (3));
  mukana_test_register_close (place);
  g_bytes_unref (place->key);
  place->key = mukana_test_key_new (99);
  mukana_test_register_open (place);
  mukana_test_write (place, add_rows_work, GINT_TO_POINTER (3));

  g_assert_cmpint (count_rows (place), >=, 6);
}

static gpointer
keep_seal_work (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  mukana_db_run (db, "state.keep-seal", error, mukana_bytes ("value", arg));
  return NULL;
}

/* A row that is linked with the wrong one looks forged for ever. */
static void
seal_that_cannot_be_read_is_no_other_seal (void)
{
  static const MukanaJob job = { "test.add-row", MUKANA_LANE_WRITE, add_rows_work, NULL };
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GBytes) seal = mukana_test_key_new (50);
  gboolean has_failed = TRUE;

  mukana_test_write (place, keep_seal_work, seal);
  for (int n = 0; has_failed; n++)
    {
      g_autoptr (GError) error = NULL;

      mukana_test_register_close (place);   /* a connection asks for the seal once */
      mukana_test_register_open (place);
      has_failed = mukana_test_fail_at (place, &job, GINT_TO_POINTER (1), n, &error);

      g_assert_cmpint (has_failed, ==, error != NULL);
      g_assert_cmpint (count_rows (place), ==, has_failed ? 0 : 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TAMPER(name) g_test_add ("/journal/" #name, Shell, NULL, set_up, name, tear_down)
  TAMPER (every_edit_is_found);
  TAMPER (every_deletion_is_found);
  TAMPER (every_swap_is_found);
  TAMPER (every_insertion_is_found);
  TAMPER (every_cut_tail_is_found_from_outside);
  TAMPER (old_rows_go_and_the_rest_stays_verifiable);
#undef TAMPER
  g_test_add_func ("/journal/a_look_is_a_row_and_looking_again_is_none",
                   a_look_is_a_row_and_looking_again_is_none);
  g_test_add_func ("/journal/the_last_look_is_noted_before_closing",
                   the_last_look_is_noted_before_closing);
  g_test_add_func ("/journal/who_looked_at_a_person_is_told_of_that_person_alone",
                   who_looked_at_a_person_is_told_of_that_person_alone);
  g_test_add_func ("/journal/colleagues_with_passwords_of_their_own_share_one_chain",
                   colleagues_with_passwords_of_their_own_share_one_chain);
  g_test_add_func ("/journal/seal_that_cannot_be_read_is_no_other_seal",
                   seal_that_cannot_be_read_is_no_other_seal);
  return g_test_run ();
}
