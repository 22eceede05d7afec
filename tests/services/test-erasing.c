/* test-erasing.c: whoever is erased is gone from every page, and stays gone. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-faults.h"
#include "pages-kit.h"
#include "schema-kit.h"
#include "services/mukana-erasing.h"
#include "services/mukana-retaining.h"
#include "services/mukana-rights.h"
#include "store/mukana-journal.h"
#include "store/mukana-schema.h"

#define ANNA 1000
#define BERT 2000

typedef struct
{
  MukanaTestRegister *place;
} Fixture;

static gpointer
fill_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  if (schema_kit_fill (db, ANNA, "anna", error))
    schema_kit_fill (db, BERT, "bert", error);
  return NULL;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->place = mukana_test_register_new ();
  mukana_test_write (self->place, fill_run, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_register_free (self->place);
}

static gpointer
number_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  return GSIZE_TO_POINTER ((gsize) mukana_test_number (db, arg));
}

static gint64
ask (Fixture    *self,
     const char *sql)
{
  return (gint64) GPOINTER_TO_SIZE (mukana_test_read (self->place, number_run, (gpointer) sql));
}

static void
erase (Fixture *self,
       gint64   person_id)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (self->place->store, &mukana_erasing_job, &person_id, &error);
  g_assert_no_error (error);
}

/* Staff who did something, and the proof that is kept on purpose, were never the person's. */
static gboolean
must_go (const SchemaColumn *column)
{
  static const char * const kept[] = { "journal", "consent_proof", "log_entry", NULL };

  return !g_str_equal (column->privacy, "plain") && schema_kit_is_marked (column) &&
         !schema_kit_is_about_somebody_else (column->table) &&
         !g_strv_contains (kept, column->table) &&
         !(g_str_equal (column->table, "rights_request") &&
           g_str_equal (column->column, "recorded_by"));
}

static void
no_column_of_an_erased_person_is_left (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr (GPtrArray) columns = schema_kit_columns ();
  guint n_checked = 0;

  mukana_test_sql (self->place, "UPDATE fee_line SET service_day = '2010-02-01'");
  erase (self, ANNA);

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *sql = NULL;

      if (!must_go (column) || g_str_equal (column->type, "{{bytes}}"))
        continue;
      sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s LIKE '%%anna~%%'", column->table,
                             column->column);
      if (ask (self, sql) != 0)
        g_error ("%s.%s is still there", column->table, column->column);
      n_checked++;
    }

  g_assert_cmpuint (n_checked, >, 60);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM attachment_chunk"), ==, 1);
}

static void
others_are_left_as_they_were (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) columns = schema_kit_columns ();

  erase (self, ANNA);

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *marker = schema_kit_marker ("bert", column);
      g_autofree char *sql = NULL;

      if (!must_go (column) || g_str_equal (column->type, "{{bytes}}"))
        continue;
      sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s = '%s'", column->table,
                             column->column, marker);
      if (ask (self, sql) != 1)
        g_error ("%s.%s of somebody else is gone", column->table, column->column);
    }
}

static GBytes *
read_pages (Fixture *self)
{
  GBytes *pages;

  mukana_test_register_close (self->place);
  pages = pages_kit_decrypt (mukana_test_path (self->place), self->place->key);
  mukana_test_register_open (self->place);
  return pages;
}

static gboolean
hold (GBytes     *pages,
      const char *words)
{
  gsize length;
  const char *bytes = g_bytes_get_data (pages, &length);

  return memmem (bytes, length, words, strlen (words)) != NULL;
}

/* How many of the columns that must go are in any page, free ones too. */
static guint
count_marked (GBytes *pages)
{
  g_autoptr (GPtrArray) columns = schema_kit_columns ();
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *marker = schema_kit_marker ("anna", column);

      if (must_go (column) && hold (pages, marker))
        n++;
    }

  return n;
}

static void
nothing_of_an_erased_person_is_left_in_any_page (Fixture       *self,
                                                 gconstpointer  data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) control = NULL;
  g_autoptr (GBytes) after = NULL;

  if (mukana_test_path (self->place) == NULL)
    {
      g_test_skip ("pages are the file's");
      return;
    }

  mukana_test_sql (self->place, "UPDATE fee_line SET service_day = '2010-02-01'");
  before = read_pages (self);
  /* That the rests of deleted rows are looked at: what is not overwritten is found. */
  mukana_test_sql (self->place, "PRAGMA secure_delete = OFF; "
                                "DELETE FROM person_note WHERE person_id = 2000; "
                                "PRAGMA secure_delete = ON");
  control = read_pages (self);
  erase (self, ANNA);
  after = read_pages (self);

  g_assert_cmpuint (count_marked (before), >, 80);
  g_assert_true (hold (control, "bert~person_note~body"));
  g_assert_cmpuint (count_marked (after), ==, 0);
}

static void
vouchers_keep_the_name_and_their_assignment_and_no_theme (Fixture       *self,
                                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ANNA;
  g_autofree MukanaErasurePreview *preview = NULL;

  mukana_test_sql (self->place, "UPDATE fee_line SET service_day = '2020-01-01'");
  preview = mukana_store_run (self->place->store, &mukana_erasing_preview_job, &id, &error);
  g_assert_no_error (error);
  erase (self, ANNA);

  g_assert_cmpint (preview->n_fees_kept, ==, 1);
  g_assert_cmpint (preview->keep_until, ==, mukana_day_new (2026, 12, 31));
  g_assert_cmpint (ask (self, "SELECT count(*) FROM fee_line WHERE person_id = 1000"), ==, 1);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM assignment WHERE person_id = 1000"), ==, 1);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM person WHERE id = 1000 AND given_name = "
                              "'anna~person~given_name' AND email IS NULL AND erased_at > 0"),
                   ==, 1);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM person_theme WHERE person_id = 1000"), ==, 0);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM erasure WHERE person_id = 1000 AND kept = "
                              "'fees:1' AND keep_until = '2026-12-31'"), ==, 1);
}

static void
voucher_whose_years_are_over_goes_with_the_name (Fixture       *self,
                                                 gconstpointer  data)
{
  mukana_test_sql (self->place, "UPDATE fee_line SET service_day = '2019-12-31'");
  erase (self, ANNA);

  g_assert_cmpint (ask (self, "SELECT count(*) FROM fee_line WHERE person_id = 1000"), ==, 0);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM person WHERE id = 1000 AND display_name = ''"),
                   ==, 1);
}

static void
proof_of_consent_is_kept_three_years_without_its_theme (Fixture       *self,
                                                        gconstpointer  data)
{
  mukana_test_sql (self->place, "DELETE FROM consent_proof");
  erase (self, ANNA);

  g_assert_cmpint (ask (self, "SELECT count(*) FROM consent_proof WHERE person_id = 1000 AND "
                              "purpose = 'theme' AND keep_until = '2029-11-23'"), ==, 1);
}

static void
erasure_is_answered_in_the_diary_without_what_was_said (Fixture       *self,
                                                                     gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (request, "person-id", ANNA);
  mukana_record_init_text (request, "kind", "erasure");
  mukana_record_init_text (request, "how", "phone");
  mukana_record_init_text (request, "words", "anna~said");
  mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY - 3);
  g_free (mukana_store_run (self->place->store, &mukana_rights_note_job, request, &error));
  g_assert_no_error (error);
  mukana_test_sql (self->place, "UPDATE fee_line SET service_day = '2019-12-31'");
  erase (self, ANNA);

  g_assert_cmpint (ask (self, "SELECT count(*) FROM rights_request WHERE person_id = 1000 AND "
                              "kind = 'erasure' AND decision = 'granted' AND words IS NULL AND "
                              "answered_on = '2026-11-23'"), ==, 1);
}

static void
request_is_answered_in_part_where_the_law_keeps_vouchers (Fixture       *self,
                                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ANNA;

  mukana_test_sql (self->place, "UPDATE fee_line SET service_day = '2020-01-01'");
  mukana_store_run (self->place->store, &mukana_erasing_asked_job, &id, &error);
  g_assert_no_error (error);

  g_assert_cmpint (ask (self, "SELECT count(*) FROM rights_request WHERE person_id = 1000 AND "
                              "kind = 'erasure' AND decision = 'partly' AND "
                              "decision_reason LIKE '%2026%17(3)(b)%'"), ==, 1);
}

/* The diary counts what people asked for; the journal tells of the rest. */
static void
erasure_that_nobody_asked_for_is_no_request (Fixture       *self,
                                             gconstpointer  data)
{
  static const char requests[] = "SELECT count(*) FROM rights_request WHERE kind = 'erasure' AND "
                                 "person_id = 1000";
  gint64 before = ask (self, requests);

  erase (self, ANNA);

  g_assert_cmpint (ask (self, requests), ==, before);
}

/* It is answered, late or not; there is nothing to hold back any more. */
static void
open_request_of_an_erased_person_is_answered (Fixture       *self,
                                              gconstpointer  data)
{
  static const char * const decisions[] = { "granted", "partly", "refused" };
  static const char * const kinds[] = { "objection", "restriction", "access" };
  gint64 ids[3], person = ANNA, n_before;
  g_autofree MukanaErasurePreview *preview = NULL;
  g_autoptr (GError) error = NULL;

  n_before = ask (self, "SELECT count(*) FROM rights_request WHERE person_id = 1000 AND "
                        "kind <> 'erasure' AND answered_on IS NULL");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
      g_autofree gint64 *id = NULL;

      mukana_record_init_int (request, "person-id", ANNA);
      mukana_record_init_text (request, "kind", kinds[i]);
      mukana_record_init_text (request, "how", "phone");
      mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY - 3);
      id = mukana_store_run (self->place->store, &mukana_rights_note_job, request, &error);
      g_assert_no_error (error);
      ids[i] = *id;
    }
  preview = mukana_store_run (self->place->store, &mukana_erasing_preview_job, &person, &error);
  g_assert_cmpint (preview->n_other_asks, ==, n_before + 3);
  g_assert_false (preview->is_asked);
  erase (self, ANNA);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MukanaRightsRequest) answer = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
      g_autofree char *version = g_strdup_printf ("SELECT version FROM rights_request WHERE id = %"
                                                  G_GINT64_FORMAT, ids[i]);
      g_autofree char *is_answered =
        g_strdup_printf ("SELECT count(*) FROM rights_request WHERE answered_on IS NOT NULL AND "
                         "id = %" G_GINT64_FORMAT, ids[i]);

      mukana_record_init_int (answer, "id", ids[i]);
      mukana_record_init_int (answer, "version", ask (self, version));
      mukana_record_init_text (answer, "decision", decisions[i]);
      mukana_record_init_text (answer, "decision-reason", "there is nothing left");
      mukana_store_run (self->place->store, &mukana_rights_answer_job, answer, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ask (self, is_answered), ==, 1);
    }
}

static gpointer
check_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 n_rows;

  *(gint64 *) arg = mukana_journal_check (db, &n_rows, error);
  return NULL;
}

static void
chain_of_the_journal_holds_after_an_erasure (Fixture       *self,
                                             gconstpointer  data)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gint64 person = mukana_test_add_person (place, 1), first_bad = -1;
  g_autoptr (GError) error = NULL;

  mukana_store_run (place->store, &mukana_erasing_job, &person, &error);
  g_assert_no_error (error);
  mukana_test_read (place, check_run, &first_bad);

  g_assert_cmpint (first_bad, ==, 0);
}

static void
erasing_twice_is_told (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ANNA;

  erase (self, ANNA);
  mukana_store_run (self->place->store, &mukana_erasing_job, &id, &error);

  g_assert_nonnull (error);
}

/* The register as it was, put back: the file alone, as from a backup. */
static char *
take_backup (Fixture *self,
             gsize   *length)
{
  char *bytes;

  mukana_test_register_close (self->place);
  g_assert_true (g_file_get_contents (mukana_test_path (self->place), &bytes, length, NULL));
  mukana_test_register_open (self->place);
  return bytes;
}

static void
put_backup (Fixture    *self,
            const char *bytes,
            gsize       length)
{
  mukana_test_register_close (self->place);
  g_assert_true (g_file_set_contents (mukana_test_path (self->place), bytes, (gssize) length,
                                      NULL));
}

static void
restore_backup (Fixture    *self,
                const char *bytes,
                gsize       length)
{
  put_backup (self, bytes, length);
  mukana_test_register_open (self->place);
}

static gboolean
is_on_a_server (Fixture *self)
{
  if (mukana_test_path (self->place) != NULL)
    return FALSE;

  g_test_skip ("the list of erasures is beside a file");
  return TRUE;
}

static gint64
count_named (Fixture    *self,
             const char *person)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM person WHERE email = "
                                          "'%s~person~email'", person);

  return ask (self, sql);
}

static void
older_backup_does_not_bring_an_erased_person_back (Fixture       *self,
                                                   gconstpointer  data)
{
  g_autofree char *backup = NULL;
  gsize length;

  if (is_on_a_server (self))
    return;

  backup = take_backup (self, &length);
  erase (self, ANNA);
  restore_backup (self, backup, length);

  g_assert_cmpint (count_named (self, "anna"), ==, 0);
  g_assert_cmpint (count_named (self, "bert"), ==, 1);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM erasure WHERE person_id = 1000"), ==, 1);
}

/* As a newer program leaves it: this one may read it, and nothing more. */
static void
make_newer (Fixture *self)
{
  g_autoptr (MukanaDb) db = mukana_test_db_new (self->place);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO schema_step (number, title, sha256, applied_at, min_reader)"
    " VALUES (9999, 'x', 'x', 1, %d)", mukana_schema_newest ());

  mukana_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
older_backup_of_a_newer_program_shows_nobody_who_was_erased (Fixture       *self,
                                                             gconstpointer  data)
{
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (is_on_a_server (self))
    return;

  backup = take_backup (self, &length);
  erase (self, ANNA);
  put_backup (self, backup, length);
  make_newer (self);

  g_assert_null (mukana_test_try_open (self->place, FALSE, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW);
}

static char *
dup_ledger_path (Fixture *self)
{
  return g_strconcat (mukana_test_path (self->place), ".erasures", NULL);
}

static void
forged_line_erases_nobody (Fixture       *self,
                           gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *forged = NULL;

  if (is_on_a_server (self))
    return;

  path = dup_ledger_path (self);
  forged = g_strdup_printf ("1000 1700000000000000 %064d\nnonsense\n2000 1", 7);
  g_assert_true (g_file_set_contents (path, forged, -1, NULL));
  mukana_test_register_close (self->place);
  mukana_test_register_open (self->place);

  g_assert_cmpint (count_named (self, "anna"), ==, 1);
  g_assert_cmpint (count_named (self, "bert"), ==, 1);
}

static void
another_person_who_got_the_number_is_not_erased (Fixture       *self,
                                                 gconstpointer  data)
{
  g_autofree char *backup = NULL;
  gsize length;

  if (is_on_a_server (self))
    return;

  backup = take_backup (self, &length);
  mukana_test_sql (self->place, "INSERT INTO person (id, display_name, sort_key, state, created_at,"
                                " updated_at) VALUES (5000, 'a', 'a', 'active', 11, 11)");
  erase (self, 5000);
  restore_backup (self, backup, length);
  mukana_test_sql (self->place, "INSERT INTO person (id, display_name, sort_key, state, created_at,"
                                " updated_at) VALUES (5000, 'b', 'b', 'active', 12, 12)");
  mukana_test_register_close (self->place);
  mukana_test_register_open (self->place);

  g_assert_cmpint (ask (self, "SELECT count(*) FROM person WHERE id = 5000 AND erased_at = 0"), ==,
                   1);
}

static void
lost_list_of_erasures_is_written_again (Fixture       *self,
                                        gconstpointer  data)
{
  g_autofree char *backup = NULL;
  g_autofree char *path = NULL;
  gsize length;

  if (is_on_a_server (self))
    return;

  path = dup_ledger_path (self);
  backup = take_backup (self, &length);
  erase (self, ANNA);
  g_assert_cmpint (g_unlink (path), ==, 0);
  mukana_test_register_close (self->place);
  mukana_test_register_open (self->place);
  restore_backup (self, backup, length);

  g_assert_cmpint (count_named (self, "anna"), ==, 0);
}

static void
whoever_was_not_erased_is_not_erased_later_either (Fixture       *self,
                                                   gconstpointer  data)
{
  gint64 anna = ANNA;
  gboolean has_failed = TRUE;

  if (is_on_a_server (self))
    return;

  for (int n = 0; has_failed; n++)
    {
      g_autoptr (GError) error = NULL;

      has_failed = mukana_test_fail_at (self->place, &mukana_erasing_job, &anna, n, &error);
      mukana_test_register_close (self->place);
      mukana_test_register_open (self->place);

      g_assert_true (has_failed == (error != NULL));
      g_assert_cmpint (count_named (self, "anna"), ==, has_failed ? 1 : 0);
    }
}

static void
list_of_erasures_names_nobody_and_is_its_owners_alone (Fixture       *self,
                                                       gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GStatBuf info;

  if (is_on_a_server (self))
    return;

  path = dup_ledger_path (self);
  erase (self, ANNA);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (g_stat (path, &info), ==, 0);

  g_assert_null (strstr (text, "anna"));
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* Returns: the only erasure that waits */
static gint64
find_waiting (Fixture *self)
{
  g_autoptr (GPtrArray) runs = mukana_store_run (self->place->store,
                                                 &mukana_retaining_erasures_job, NULL, NULL);

  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_nonnull (((MukanaRetentionRun *) g_ptr_array_index (runs, 0))->label);
  return ((MukanaRetentionRun *) g_ptr_array_index (runs, 0))->id;
}

/* Not by the one who asked, and not twice; the request waits in the diary as well. */
static void
where_two_decide_nobody_is_erased_by_one (Fixture       *self,
                                          gconstpointer  data)
{
  static const char kept[] = "SELECT count(*) FROM person WHERE id = 1000 AND erased_at = 0";
  g_autoptr (GError) again = NULL, own = NULL, error = NULL;
  gint64 anna = ANNA, run;
  MukanaStore *other;

  mukana_test_sql (self->place, "INSERT INTO register_setting (name, value) VALUES "
                                "('erasing-needs-second', 'yes')");
  mukana_store_run (self->place->store, &mukana_erasing_asked_job, &anna, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (self, kept), ==, 1);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM rights_request WHERE person_id = 1000 AND "
                              "kind = 'erasure' AND answered_on IS NULL"), ==, 1);

  mukana_store_run (self->place->store, &mukana_erasing_job, &anna, &again);
  g_assert_error (again, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  run = find_waiting (self);
  g_free (mukana_store_run (self->place->store, &mukana_retaining_approve_job, &run, &own));
  g_assert_error (own, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpint (ask (self, kept), ==, 1);

  mukana_test_register_close (self->place);
  other = mukana_test_open_for (self->place, "another");
  g_free (mukana_store_run (other, &mukana_retaining_approve_job, &run, &error));
  g_assert_no_error (error);
  mukana_store_close (other);
  g_object_unref (other);
  mukana_test_register_open (self->place);

  g_assert_cmpint (ask (self, kept), ==, 0);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM rights_request WHERE person_id = 1000 AND "
                              "kind = 'erasure' AND answered_on IS NULL"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/erasing/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (no_column_of_an_erased_person_is_left);
  ADD (others_are_left_as_they_were);
  ADD (nothing_of_an_erased_person_is_left_in_any_page);
  ADD (vouchers_keep_the_name_and_their_assignment_and_no_theme);
  ADD (voucher_whose_years_are_over_goes_with_the_name);
  ADD (proof_of_consent_is_kept_three_years_without_its_theme);
  ADD (erasure_is_answered_in_the_diary_without_what_was_said);
  ADD (request_is_answered_in_part_where_the_law_keeps_vouchers);
  ADD (erasure_that_nobody_asked_for_is_no_request);
  ADD (open_request_of_an_erased_person_is_answered);
  ADD (where_two_decide_nobody_is_erased_by_one);
  ADD (chain_of_the_journal_holds_after_an_erasure);
  ADD (erasing_twice_is_told);
  ADD (older_backup_does_not_bring_an_erased_person_back);
  ADD (forged_line_erases_nobody);
  ADD (another_person_who_got_the_number_is_not_erased);
  ADD (older_backup_of_a_newer_program_shows_nobody_who_was_erased);
  ADD (lost_list_of_erasures_is_written_again);
  ADD (whoever_was_not_erased_is_not_erased_later_either);
  ADD (list_of_erasures_names_nobody_and_is_its_owners_alone);

  return g_test_run ();
}
