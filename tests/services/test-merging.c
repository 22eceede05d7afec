/* test-merging.c: two records become one with nothing lost, the stricter wins, and back again. */

#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "schema-kit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-erasing.h"
#include "services/mukana-journaling.h"
#include "services/mukana-merging.h"
#include "services/mukana-registering.h"
#include "store/mukana-people.h"
#include "domain/mukana-journal-row.h"

#define ANNA 1000
#define BERT 2000

static gpointer
fill_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  /* A row of every table for both; people as the form would let them be. */
  if (schema_kit_fill (db, ANNA, "anna", error) && schema_kit_fill (db, BERT, "bert", error))
    mukana_db_exec (db,
                    "UPDATE person SET email = 'a@example.org', phone = '050 000 0001', "
                    "birth_year = 1970, channel = NULL, contact_language = 'fi', "
                    "work_languages = 'fi', fee_mode = 'fee', postal_code = NULL, refusals = NULL, "
                    "skills = NULL, municipality_code = NULL, paused_until = NULL, "
                    "joined_on = NULL, tax_card_on = NULL, pension_mark_on = NULL, "
                    "adult_on = NULL, "
                    "payroll_ref = NULL, "
                    "ended_on = NULL, restricted_at = 0, objected_at = 0, "
                    "non_disclosure = 0, state = 'active' WHERE id IN (1000, 2000); "
                    "UPDATE person SET email = 'b@example.org' WHERE id = 2000; "
                    "UPDATE proposal SET answered_on = NULL; "
                    "DELETE FROM person_merge_part; DELETE FROM person_merge; DELETE FROM not_same",
                    error);
  return NULL;
}

static MukanaTestRegister *
make_register (void)
{
  MukanaTestRegister *place = mukana_test_register_new ();

  mukana_test_write (place, fill_run, NULL);
  return place;
}

static void
append_rows (MukanaDb   *db,
             GString    *dump,
             const char *sql,
             guint       n_columns)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  g_autoptr (GError) error = NULL;
  gpointer statement = engine->prepare (mukana_db_peek_connection (db), sql, 0, &error);
  MukanaValue value;

  g_assert_no_error (error);
  while (engine->step (statement, &error) > 0)
    for (guint i = 0; i < n_columns; i++)
      {
        engine->column (statement, i, &value);
        if (value.kind == MUKANA_VALUE_INT)
          g_string_append_printf (dump, "%" G_GINT64_FORMAT " ", value.number);
        else if (value.kind == MUKANA_VALUE_TEXT)
          g_string_append_printf (dump, "%s ", value.text);
        else
          g_string_append (dump, "- ");
      }
  g_assert_no_error (error);
  engine->reset (statement);
  engine->finalize (statement);
  g_string_append_c (dump, '\n');
}

/* What merging writes on purpose, what is derived, and when something was last saved. */
static gboolean
is_compared (const SchemaColumn *column)
{
  static const char * const not_tables[] = { "journal", "field_change", "person_merge",
                                             "person_merge_part", "store_state", "search_term",
                                             "match_pack", "match_shelf", NULL };

  return !g_strv_contains (not_tables, column->table) &&
         !g_str_equal (column->column, "version") && !g_str_equal (column->column, "updated_at");
}

/* All rows of all tables, table by table. */
static gpointer
dump_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) columns = schema_kit_columns ();
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *sql = NULL;

      if (!is_compared (column))
        continue;
      sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY 1", column->column, column->table);
      g_string_append_printf (dump, "%s.%s: ", column->table, column->column);
      append_rows (db, dump, sql, 1);
    }

  return g_string_free (dump, FALSE);
}

static gpointer
owners_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) columns = schema_kit_columns ();
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *sql = NULL;

      if (!is_compared (column) || !g_str_equal (column->column, "person_id") ||
          g_str_equal (column->table, "erasure") || g_str_equal (column->table, "consent_proof"))
        continue;
      sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE person_id = 2000", column->table);
      g_string_append_printf (dump, "%s ", column->table);
      append_rows (db, dump, sql, 1);
    }

  return g_string_free (dump, FALSE);
}

static gint64
merge_two (MukanaTestRegister *place,
           const char * const *take)
{
  g_autoptr (MukanaMergeOrder) order = mukana_merge_order_new (ANNA, BERT, take);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run (place->store, &mukana_merging_merge_job, order, &error);

  g_assert_no_error (error);
  return *id;
}

static void
part_two (MukanaTestRegister *place,
          gint64              merge)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (place->store, &mukana_merging_undo_job, &merge, &error);
  g_assert_no_error (error);
}

static gpointer
get_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  return mukana_people_get (db, *(gint64 *) arg, error);
}

static MukanaPerson *
get_person (MukanaTestRegister *place,
            gint64              id)
{
  return mukana_test_try (place, MUKANA_LANE_READ, get_run, &id, NULL);
}

static void
everything_of_the_record_that_goes_is_with_the_other (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  g_autoptr (MukanaPerson) kept = NULL;
  g_autoptr (MukanaPerson) gone = NULL;
  g_autofree char *owners = NULL;
  g_auto (GStrv) lines = NULL;

  merge_two (place, (const char * const[]) { "email", NULL });
  kept = get_person (place, ANNA);
  gone = get_person (place, BERT);
  owners = mukana_test_read (place, owners_run, NULL);
  lines = g_strsplit (owners, "\n", -1);

  g_assert_null (gone);
  g_assert_cmpstr (kept->email, ==, "b@example.org");
  g_assert_cmpstr (kept->given_name, ==, "anna~person~given_name");
  g_assert_nonnull (strstr (kept->note, "anna~person~note"));
  g_assert_nonnull (strstr (kept->note, "bert~person~note"));
  /* A theme, a role, a stated fact, a week, an identity that both have stays where it was. */
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (!g_str_has_prefix (lines[i], "person_theme") &&
        !g_str_has_prefix (lines[i], "pay_identity") &&
        !g_str_has_prefix (lines[i], "person_role") &&
        !g_str_has_prefix (lines[i], "stated_fact") &&
        !g_str_has_prefix (lines[i], "availability") && !g_str_has_suffix (lines[i], " 0 "))
      g_error ("%s", lines[i]);
}

/* All of it at once would be too long to read when it fails. */
static void
assert_same_lines (const char *before,
                   const char *after)
{
  g_auto (GStrv) left = g_strsplit (before, "\n", -1);
  g_auto (GStrv) right = g_strsplit (after, "\n", -1);

  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
  for (guint i = 0; left[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
}

static void
parting_leaves_every_row_as_it_was (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  g_autofree char *before = mukana_test_read (place, dump_run, NULL);
  g_autofree char *owners_before = mukana_test_read (place, owners_run, NULL);
  g_autofree char *after = NULL;
  g_autofree char *owners_after = NULL;

  part_two (place, merge_two (place, (const char * const[]) { "email", "given-name", NULL }));
  after = mukana_test_read (place, dump_run, NULL);
  owners_after = mukana_test_read (place, owners_run, NULL);

  assert_same_lines (before, after);
  assert_same_lines (owners_before, owners_after);
}

static void
parting_twice_is_told (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  gint64 merge = merge_two (place, NULL);
  g_autoptr (GError) error = NULL;

  part_two (place, merge);
  mukana_store_run (place->store, &mukana_merging_undo_job, &merge, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
}

static gpointer
give_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  static const char * const purposes[] = { "register", "matching" };

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

      mukana_record_init_int (consent, "person-id", *(gint64 *) arg);
      mukana_record_init_text (consent, "purpose", purposes[i]);
      mukana_record_init_text (consent, "how", "form");
      mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
      mukana_record_init_int (consent, "expires-on", MUKANA_DAY_NONE);
      mukana_record_init_int (consent, "withdrawn-on", MUKANA_DAY_NONE);
      if (mukana_consenting_give (db, consent, error) < 0)
        return NULL;
    }

  return NULL;
}

static gpointer
matchable_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  *(gint64 *) arg = mukana_db_count (db, "consents.is-matchable", error,
                                     mukana_int ("person_id", *(gint64 *) arg));
  return NULL;
}

static gboolean
is_matchable (MukanaTestRegister *place,
              gint64              id)
{
  mukana_test_read (place, matchable_run, &id);
  return id > 0;
}

static void
withdraw_matching (MukanaTestRegister *place,
                   gint64              id)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (id, "matching", NULL, "phone");

  mukana_store_run (place->store, &mukana_consenting_withdraw_job, withdrawal, NULL);
  mukana_withdrawal_free (withdrawal);
}

static void
withdrawal_of_either_record_wins_and_parting_gives_back_what_held (void)
{
  const gint64 ids[] = { ANNA, BERT };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MukanaTestRegister) place = make_register ();
      gint64 merge, both[] = { ANNA, BERT };

      for (guint j = 0; j < 2; j++)
        mukana_test_write (place, give_run, &both[j]);
      withdraw_matching (place, ids[i]);
      merge = merge_two (place, NULL);
      g_assert_false (is_matchable (place, ANNA));
      part_two (place, merge);

      g_assert_cmpint (is_matchable (place, ANNA), ==, ids[i] != ANNA);
      g_assert_cmpint (is_matchable (place, BERT), ==, ids[i] != BERT);
    }
}

static void
two_records_that_allow_it_stay_allowed (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  gint64 both[] = { ANNA, BERT };

  for (guint j = 0; j < 2; j++)
    mukana_test_write (place, give_run, &both[j]);
  merge_two (place, NULL);

  g_assert_true (is_matchable (place, ANNA));
}

static void
restriction_of_either_record_holds (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  g_autoptr (MukanaPerson) kept = NULL;
  gint64 both[] = { ANNA, BERT };

  for (guint j = 0; j < 2; j++)
    mukana_test_write (place, give_run, &both[j]);
  mukana_test_sql (place, "UPDATE person SET restricted_at = 77, non_disclosure = 1 "
                          "WHERE id = 2000");
  merge_two (place, NULL);
  kept = get_person (place, ANNA);

  g_assert_cmpint (kept->restricted_at, ==, 77);
  g_assert_cmpint (kept->non_disclosure, ==, 1);
  g_assert_false (is_matchable (place, ANNA));
}

/* On a break in either record, or gone: so is the merged person, until they are parted. */
static void
whoever_is_held_by_their_state_in_one_record_is_in_both (void)
{
  static const struct { const char *kept, *gone, *merged; } cases[] = {
    { "active", "paused", "paused" }, { "paused", "active", "paused" },
    { "active", "ended", "ended" }, { "paused", "ended", "ended" },
    { "ended", "paused", "ended" }, { "active", "candidate", "active" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaTestRegister) place = make_register ();
      g_autofree char *sql = g_strdup_printf (
        "UPDATE person SET state = '%s' WHERE id = 1000; "
        "UPDATE person SET state = '%s', paused_until = '2027-03-01' WHERE id = 2000",
        cases[i].kept, cases[i].gone);
      g_autoptr (MukanaPerson) merged = NULL, parted = NULL;
      gint64 merge;

      mukana_test_sql (place, sql);
      merge = merge_two (place, NULL);
      merged = get_person (place, ANNA);
      part_two (place, merge);
      parted = get_person (place, ANNA);

      g_assert_cmpstr (merged->state, ==, cases[i].merged);
      g_assert_cmpstr (parted->state, ==, cases[i].kept);
    }
}

static void
of_two_breaks_the_longer_one_holds (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  g_autoptr (MukanaPerson) merged = NULL;

  mukana_test_sql (place, "UPDATE person SET state = 'paused', paused_until = '2027-01-10' "
                          "WHERE id = 1000; "
                          "UPDATE person SET state = 'paused', paused_until = '2027-03-01' "
                          "WHERE id = 2000");
  merge_two (place, NULL);
  merged = get_person (place, ANNA);

  g_assert_cmpint (merged->paused_until, ==, mukana_day_new (2027, 3, 1));
}

static void
yes_of_a_guardian_that_was_taken_back_in_one_record_holds_in_neither (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  gint64 both[] = { ANNA, BERT }, merge;

  for (guint j = 0; j < 2; j++)
    mukana_test_write (place, give_run, &both[j]);
  mukana_test_sql (place, "INSERT INTO register_setting (name, value) "
                          "VALUES ('youngest-age', '15') "
                          "ON CONFLICT (name) DO UPDATE SET value = '15'; "
                          "UPDATE person SET birth_year = 2010; "
                          "UPDATE guardian SET withdrawn_on = NULL WHERE person_id = 1000; "
                          "UPDATE guardian SET withdrawn_on = '2026-11-01' WHERE person_id = 2000");
  g_assert_true (is_matchable (place, ANNA));
  merge = merge_two (place, NULL);
  g_assert_false (is_matchable (place, ANNA));
  part_two (place, merge);

  g_assert_true (is_matchable (place, ANNA));
  g_assert_false (is_matchable (place, BERT));
}

static void
who_looked_at_either_record_is_told_of_the_merged_person (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  g_autoptr (MukanaPersonFile) before = NULL, after = NULL;
  g_autoptr (GPtrArray) looks = NULL;
  gint64 id = BERT, kept = ANNA;
  guint n_of_gone = 0;

  before = mukana_store_run (place->store, &mukana_person_file_job, &id, NULL);
  g_assert_nonnull (before);
  merge_two (place, NULL);
  looks = mukana_store_run (place->store, &mukana_journal_of_person_job, &kept, NULL);
  for (guint i = 0; i < looks->len; i++)
    n_of_gone += ((MukanaJournalRow *) g_ptr_array_index (looks, i))->record_id == BERT;

  g_assert_cmpuint (n_of_gone, >=, 1);
}

static void
erasing_the_merged_person_erases_both_records (void)
{
  g_autoptr (MukanaTestRegister) place = make_register ();
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = ANNA;

  merge_two (place, NULL);
  mukana_test_sql (place, "DELETE FROM fee_line");
  mukana_store_run (place->store, &mukana_erasing_job, &id, &error);
  g_assert_no_error (error);
  dump = mukana_test_read (place, dump_run, NULL);

  g_assert_null (strstr (dump, "bert~person~note"));
  g_assert_null (strstr (dump, "anna~person~note"));
  g_assert_null (strstr (dump, "b@example.org"));
}

static MukanaDuplicates *
find_pairs (MukanaTestRegister *place)
{
  g_autoptr (GError) error = NULL;
  MukanaDuplicates *found = mukana_store_run (place->store, &mukana_merging_find_job, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
alike_people_are_found_with_reasons_until_they_are_told_apart (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaDuplicates) found = NULL;
  g_autoptr (MukanaDuplicates) after = NULL;
  g_autoptr (MukanaMergeOrder) order = NULL;
  gint64 first = mukana_test_add_person (place, 1), second = mukana_test_add_person (place, 1);
  MukanaPair *pair;

  mukana_test_add_person (place, 2);
  found = find_pairs (place);
  g_assert_cmpuint (found->pairs->len, ==, 1);
  pair = g_ptr_array_index (found->pairs, 0);
  order = mukana_merge_order_new (pair->low_id, pair->high_id, NULL);
  mukana_store_run (place->store, &mukana_merging_not_same_job, order, NULL);
  after = find_pairs (place);

  g_assert_cmpint (pair->low_id, ==, first);
  g_assert_cmpint (pair->high_id, ==, second);
  g_assert_cmpint (pair->score, >=, MUKANA_LIKENESS_ASK);
  g_assert_true (pair->reasons & MUKANA_LIKENESS_EMAIL);
  g_assert_true (pair->reasons & MUKANA_LIKENESS_NAME);
  g_assert_cmpuint (after->pairs->len, ==, 0);
}

static gpointer
count_searches (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  gint64 n = mukana_test_number (db, "SELECT count(*) FROM journal WHERE action = "
                                     "'looking.search'");

  return GSIZE_TO_POINTER ((gsize) n);
}

/* A name that changed with a marriage no likeness finds.  Whoever looks for it is noted. */
static void
other_record_is_found_by_its_name (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gint64 one = mukana_test_add_person (place, 1), other = mukana_test_add_person (place, 2);
  g_autoptr (MukanaPerson) person = get_person (place, other);
  g_autofree char *needle = g_utf8_substring (person->family_name, 0, 3);
  MukanaMergeSearch *search = mukana_merge_search_new (one, needle);
  MukanaMergeSearch *itself = mukana_merge_search_new (other, person->display_name);
  g_autoptr (GPtrArray) found = mukana_test_run (place, &mukana_merging_search_job, search);
  g_autoptr (GPtrArray) none = mukana_test_run (place, &mukana_merging_search_job, itself);
  const MukanaRecordMark *mark;

  mukana_merge_search_free (search);
  mukana_merge_search_free (itself);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (GPOINTER_TO_SIZE (mukana_test_read (place, count_searches, NULL)), >, 0);
  mark = g_ptr_array_index (found, 0);
  g_assert_cmpint (mark->id, ==, other);
  g_assert_cmpstr (mark->name, ==, person->display_name);
  g_assert_cmpint (mark->birth_year, ==, person->birth_year);
  for (guint i = 0; i < none->len; i++)
    g_assert_cmpint (((MukanaRecordMark *) g_ptr_array_index (none, i))->id, !=, other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/merging/" #name, name)
  ADD (everything_of_the_record_that_goes_is_with_the_other);
  ADD (parting_leaves_every_row_as_it_was);
  ADD (parting_twice_is_told);
  ADD (withdrawal_of_either_record_wins_and_parting_gives_back_what_held);
  ADD (two_records_that_allow_it_stay_allowed);
  ADD (restriction_of_either_record_holds);
  ADD (whoever_is_held_by_their_state_in_one_record_is_in_both);
  ADD (of_two_breaks_the_longer_one_holds);
  ADD (yes_of_a_guardian_that_was_taken_back_in_one_record_holds_in_neither);
  ADD (who_looked_at_either_record_is_told_of_the_merged_person);
  ADD (erasing_the_merged_person_erases_both_records);
  ADD (other_record_is_found_by_its_name);
  ADD (alike_people_are_found_with_reasons_until_they_are_told_apart);

  return g_test_run ();
}
