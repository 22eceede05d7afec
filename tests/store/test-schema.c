/* test-schema.c: each old register is brought up to date and keeps its people. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-assignment.h"
#include "domain/mukana-budget.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-fee.h"
#include "kit/mukana-test.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"
#include "store/mukana-schema.h"

static void
run_sql (MukanaDb   *db,
         const char *sql)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer connection = mukana_db_peek_connection (db);
  g_autoptr (GError) error = NULL;

  engine->begin (connection, TRUE, &error);
  g_assert_no_error (error);
  engine->exec (connection, sql, &error);
  g_assert_no_error (error);
  engine->commit (connection, &error);
  g_assert_no_error (error);
}

/* A register as the program of that step left it. */
static MukanaTestRegister *
make_old_register (int step)
{
  MukanaTestRegister *fixture = mukana_test_place_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);

  mukana_test_fill_old (db, step);
  return fixture;
}

/* A column that was made anew has what the old one had. */
static void
find_fee (MukanaDb  *db,
          GError   **error)
{
  g_autoptr (MukanaQuery) lines = mukana_db_select (db, "fees.get", error,
                                                    mukana_int ("id", 1001));
  g_autoptr (MukanaQuery) rules = mukana_db_select (db, "fees.rules", error);
  g_autoptr (MukanaFeeLine) line = mukana_record_read_one (lines, MUKANA_TYPE_FEE_LINE, error);
  g_autoptr (MukanaFeeRule) rule = mukana_record_read_one (rules, MUKANA_TYPE_FEE_RULE, error);

  g_assert_no_error (*error);
  g_assert_cmpstr (line->kind, ==, "fee");
  g_assert_cmpint (line->amount_cents, ==, 7875);
  g_assert_cmpstr (line->state, ==, "approved");
  g_assert_cmpstr (rule->unit, ==, "hour");
  g_assert_cmpint (rule->amount_cents, ==, 3500);
}

static void
find_budget (MukanaDb  *db,
             GError   **error)
{
  g_autoptr (GPtrArray) budgets = mukana_record_list (db, "budgets.of-year", MUKANA_TYPE_BUDGET,
                                                      error, mukana_int ("year", 2026));
  MukanaBudget *budget;

  g_assert_no_error (*error);
  g_assert_cmpuint (budgets->len, ==, 1);
  budget = budgets->pdata[0];
  g_assert_cmpstr (budget->unit, ==, "Neuvola");
  g_assert_cmpint (budget->planned_cents, ==, 250000);
}

static gpointer
find_everybody_work (MukanaDb      *db,
                     gpointer       arg,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (MukanaPerson) ake = mukana_people_get (db, 1001, error);
  g_autoptr (MukanaPerson) oysti = mukana_people_get (db, 1002, error);
  g_autoptr (MukanaQuery) consents = mukana_db_select (db, "consents.history", error,
                                                       mukana_int ("person_id", 1001));
  g_autoptr (MukanaQuery) held = mukana_db_select (db, "assignments.get", error,
                                                   mukana_int ("id", 1001));
  g_autoptr (GPtrArray) history = mukana_record_read_all (consents, MUKANA_TYPE_CONSENT, error);
  g_autoptr (MukanaAssignment) assignment = mukana_record_read_one (held, MUKANA_TYPE_ASSIGNMENT,
                                                                    error);

  g_assert_no_error (*error);
  g_assert_cmpstr (ake->display_name, ==, "Åke Näytelä");
  g_assert_cmpstr (ake->note, ==, "Toinen rivi\non tässä, ja 'lainaus'.");
  g_assert_true (ake->non_disclosure);
  g_assert_cmpint (ake->version, ==, 3);
  g_assert_cmpstr (oysti->display_name, ==, "Öysti Koetinen");
  g_assert_null (oysti->email);
  g_assert_cmpint (oysti->joined_on, ==, MUKANA_DAY_NONE);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpint (assignment->actual_minutes, ==, 135);
  find_fee (db, error);
  if (GPOINTER_TO_INT (arg) >= 5)   /* the step that brought budgets */
    find_budget (db, error);
  return NULL;
}

static void
every_old_register_keeps_its_people (void)
{
  for (int step = 1; step <= mukana_schema_newest (); step++)
    {
      g_autoptr (MukanaTestRegister) fixture = make_old_register (step);

      mukana_test_register_open (fixture);
      mukana_test_read (fixture, find_everybody_work, GINT_TO_POINTER (step));
    }
}

static gpointer
find_consent_of_paper_work (MukanaDb      *db,
                            gpointer       arg,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "attachments.of-person", error,
                                                    mukana_int ("person_id", 1001));

  g_assert_cmpint (mukana_query_step (query, error), ==, 1);
  return GINT_TO_POINTER (mukana_query_get_int (query, "consent_id"));
}

/* The step after 20 makes the table of consents anew. */
static void
signed_paper_stays_with_its_consent (void)
{
  g_autoptr (MukanaTestRegister) fixture = make_old_register (20);
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);

  run_sql (db, "UPDATE attachment SET consent_id = 1001 WHERE id = 1001");
  g_clear_pointer (&db, mukana_db_close);
  mukana_test_register_open (fixture);

  g_assert_cmpint (GPOINTER_TO_INT (mukana_test_read (fixture, find_consent_of_paper_work, NULL)),
                   ==, 1001);
}

static void
new_register_is_at_the_newest_step (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_found ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mukana_schema_current (db, &error), ==, mukana_schema_newest ());
  g_assert_no_error (error);
}

static void
empty_place_is_at_no_step (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_place_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mukana_schema_current (db, &error), ==, 0);
  g_assert_no_error (error);
}

static char *
sum_of_file (MukanaTestRegister *fixture)
{
  g_autofree char *content = NULL;
  gsize length;

  if (mukana_test_path (fixture) == NULL)
    return NULL;

  g_assert_true (g_file_get_contents (mukana_test_path (fixture), &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

static void
newer_register_is_refused_and_left_alone (void)
{
  g_autoptr (MukanaTestRegister) fixture = make_old_register (mukana_schema_newest ());
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (MukanaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  run_sql (db, "INSERT INTO schema_step (number, title, sha256, applied_at)"
               " VALUES (9999, 'x', 'x', 1)");
  g_clear_pointer (&db, mukana_db_close);
  before = sum_of_file (fixture);

  store = mukana_test_try_open (fixture, FALSE, &error);
  after = sum_of_file (fixture);

  g_assert_null (store);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW);
  g_assert_cmpstr (before, ==, after);
}

/* As a program of some other year leaves a register: @min_reader: as it stands in SQL */
static MukanaTestRegister *
make_newer_register (const char *min_reader)
{
  MukanaTestRegister *fixture = make_old_register (mukana_schema_newest ());
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO schema_step (number, title, sha256, applied_at, min_reader)"
    " VALUES (9999, 'x', 'x', 1, %s)", min_reader);

  run_sql (db, sql);
  return fixture;
}

static gpointer
read_name_work (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, 1001, error);

  g_assert_cmpstr (mukana_db_peek_role (db), ==, "reader");
  return person != NULL ? g_strdup (person->display_name) : NULL;
}

static void
newer_register_that_lets_this_program_read_is_only_read (void)
{
  g_autofree char *newest = g_strdup_printf ("%d", mukana_schema_newest ());
  g_autoptr (MukanaTestRegister) fixture = make_newer_register (newest);
  g_autofree char *before = sum_of_file (fixture), *after = NULL, *name = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_register_open (fixture);
  name = mukana_test_read (fixture, read_name_work, NULL);
  mukana_test_try (fixture, MUKANA_LANE_WRITE, read_name_work, NULL, &error);
  g_assert_true (mukana_store_is_newer (fixture->store));
  mukana_test_register_close (fixture);
  after = sum_of_file (fixture);

  g_assert_cmpstr (name, ==, "Åke Näytelä");
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW);
  g_assert_cmpstr (before, ==, after);
}

static void
newer_register_that_needs_a_newer_reader_is_refused (void)
{
  g_autofree char *next = g_strdup_printf ("%d", mukana_schema_newest () + 1);
  g_autoptr (MukanaTestRegister) fixture = make_newer_register (next);

  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_test_try_open (fixture, FALSE, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW);
}

#define BEFORE (MUKANA_SCHEMA_FIRST_WITH_READERS - 1)

/* A step that says nothing of its readers has none but programs that know it. */
static void
register_says_which_programs_may_read_it (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (MukanaTestRegister) old = make_old_register (BEFORE);
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (MukanaDb) old_db = mukana_test_db_new (old);
  g_autoptr (GError) error = NULL;

  g_assert_true (mukana_schema_update (old_db, BEFORE + 1, 1, &error));

  g_assert_cmpint (mukana_db_count (old_db, "schema.min-reader", &error), ==, BEFORE);
  g_assert_cmpint (mukana_db_count (db, "schema.min-reader", &error), <=,
                   mukana_schema_newest ());
  g_assert_no_error (error);
}

/* A table that stands in the way makes the first step fail in its middle. */
static void
failing_step_leaves_the_store_as_it_was (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_place_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nothing = NULL;

  run_sql (db, "CREATE TABLE journal (in_the_way INTEGER)");
  g_assert_false (mukana_schema_update (db, 1, 1, &error));

  g_assert_nonnull (error);
  g_assert_cmpint (mukana_schema_current (db, &nothing), ==, 0);
  run_sql (db,
           "CREATE TABLE person (nothing_was_left INTEGER); DROP TABLE journal; DROP TABLE person");
  g_assert_true (mukana_schema_update (db, 1, 1, &nothing));
}

static gpointer
update_schema (gpointer data)
{
  GError *error = NULL;

  mukana_schema_update (data, mukana_schema_newest (), 1, &error);
  return error;
}

static void
two_programs_may_bring_one_store_up_to_date (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_place_new ();
  g_autoptr (MukanaDb) db = mukana_test_db_new (fixture);
  g_autoptr (MukanaDb) other = mukana_test_db_new (fixture);
  GThread *thread = g_thread_new ("other", update_schema, other);

  g_autoptr (GError) ours = update_schema (db);
  g_autoptr (GError) theirs = g_thread_join (thread);

  g_assert_no_error (ours);
  g_assert_no_error (theirs);
  g_assert_cmpint (mukana_schema_current (db, NULL), ==, mukana_schema_newest ());
}

static void
second_register_is_not_made_over_the_first (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GError) error = NULL;

  mukana_test_register_close (fixture);
  g_assert_null (mukana_test_try_open (fixture, TRUE, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
}

static void
place_without_a_register_is_not_found (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_place_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_test_try_open (fixture, FALSE, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/every_old_register_keeps_its_people",
                   every_old_register_keeps_its_people);
  g_test_add_func ("/schema/signed_paper_stays_with_its_consent",
                   signed_paper_stays_with_its_consent);
  g_test_add_func ("/schema/new_register_is_at_the_newest_step",
                   new_register_is_at_the_newest_step);
  g_test_add_func ("/schema/empty_place_is_at_no_step", empty_place_is_at_no_step);
  g_test_add_func ("/schema/newer_register_is_refused_and_left_alone",
                   newer_register_is_refused_and_left_alone);
  g_test_add_func ("/schema/newer_register_that_lets_this_program_read_is_only_read",
                   newer_register_that_lets_this_program_read_is_only_read);
  g_test_add_func ("/schema/newer_register_that_needs_a_newer_reader_is_refused",
                   newer_register_that_needs_a_newer_reader_is_refused);
  g_test_add_func ("/schema/register_says_which_programs_may_read_it",
                   register_says_which_programs_may_read_it);
  g_test_add_func ("/schema/failing_step_leaves_the_store_as_it_was",
                   failing_step_leaves_the_store_as_it_was);
  g_test_add_func ("/schema/two_programs_may_bring_one_store_up_to_date",
                   two_programs_may_bring_one_store_up_to_date);
  g_test_add_func ("/schema/second_register_is_not_made_over_the_first",
                   second_register_is_not_made_over_the_first);
  g_test_add_func ("/schema/place_without_a_register_is_not_found",
                   place_without_a_register_is_not_found);

  return g_test_run ();
}
