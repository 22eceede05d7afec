/* test-retaining.c: nothing goes early, nothing is told late, and what is told is what goes. */

#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "schema-kit.h"
#include "services/mukana-retaining.h"
#include "store/mukana-journal.h"

#define N_CASES 2000
#define ANNA 1000

static MukanaRetention *
read_retention (MukanaTestRegister *place)
{
  g_autoptr (GError) error = NULL;
  MukanaRetention *retention = mukana_store_run (place->store, &mukana_retaining_read_job, NULL,
                                                 &error);

  g_assert_no_error (error);
  return retention;
}

/* A record, and the first day on which it may go: reckoned with GLib's calendar alone. */
typedef struct
{
  const char *code;
  gint64      id;
  guint32     due;   /* Julian */
} Case;

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const Case *left = a, *right = b;

  return left->due < right->due ? -1 : left->due > right->due;
}

static guint32
julian_of (GDateTime *time)
{
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* An instant in the first months of a leap year, often in the night when the clock moves on. */
static GDateTime *
make_instant (GRand     *rand,
              GTimeZone *zone)
{
  gint64 begin = 1830376800;   /* 2028-01-01 00:00 in Helsinki, or near it */
  gint64 night = 1837641600;   /* 2028-03-26 00:00 UTC: an hour before it */
  gint64 second = g_rand_int_range (rand, 0, 4) == 0
                    ? night - 3 * 3600 + g_rand_int_range (rand, 0, 6 * 3600)
                    : begin + g_rand_int_range (rand, 0, 120 * 86400);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (second);

  return g_date_time_to_timezone (utc, zone);
}

static void
add_case (GString   *sql,
          Case      *item,
          GRand     *rand,
          GTimeZone *zone,
          gint64     id)
{
  g_autoptr (GDateTime) instant = make_instant (rand, zone);
  g_autofree char *iso = g_date_time_format (instant, "%Y-%m-%d");

  item->id = id;
  item->due = julian_of (instant);
  switch (id % 3)
    {
    case 0:
      item->code = "candidate";
      item->due += 183;
      g_string_append_printf (sql, "INSERT INTO person (id, display_name, sort_key, state, "
                              "created_at, updated_at) VALUES (%" G_GINT64_FORMAT ", 'k', 'k', "
                              "'candidate', %" G_GINT64_FORMAT ", 1);", id,
                              g_date_time_to_unix (instant) * G_USEC_PER_SEC + 999999);
      break;
    case 1:
      item->code = "proof";
      item->due += 1;
      g_string_append_printf (sql, "INSERT INTO consent_proof (id, person_id, purpose, "
                              "text_version, language, given_on, how, ended_on, keep_until) VALUES "
                              "(%" G_GINT64_FORMAT ", 1, 'register', 1, 'fi', '2025-01-01', "
                              "'form', '2025-03-01', '%s');", id, iso);
      break;
    default:
      item->code = "support";
      item->due += 14;
      g_string_append_printf (sql, "INSERT INTO request (id, title, sort_key, state, mode, "
                              "language, people, special_needs, "
                              "created_on, created_at, updated_at) VALUES (%"
                              G_GINT64_FORMAT ", 'r', 'r', 'held', 'remote', 'fi', 1, 'no nuts', "
                              "'2027-01-01', 1, 1); INSERT INTO request_slot (id, request_id, day, "
                              "start_minute, end_minute) VALUES (%" G_GINT64_FORMAT ", %"
                              G_GINT64_FORMAT ", '%s', 60, 120);", id, id, id, iso);
      break;
    }
}

/* Noon would do for a day; its first and last minutes are where hours could be lost. */
static void
set_clock (MukanaTestRegister *place,
           guint32             julian,
           gboolean            at_its_end)
{
  MukanaDay day = (MukanaDay) julian - 719163;

  mukana_clock_set_still (place->clock, at_its_end
                                          ? mukana_day_minute_us (day + 1, 0) - 1
                                          : mukana_day_minute_us (day, 0));
}

static gint64
sum_due (MukanaTestRegister *place,
         guint              *n)
{
  g_autoptr (MukanaRetention) retention = read_retention (place);
  gint64 sum = 0;

  *n = retention->due->len;
  for (guint i = 0; i < retention->due->len; i++)
    sum += ((MukanaRetentionItem *) g_ptr_array_index (retention->due, i))->record_id;

  return sum;
}

static gint64
sum_until (GArray  *cases,
           guint32  julian,
           guint   *n)
{
  gint64 sum = 0;

  *n = 0;
  for (guint i = 0; i < cases->len && g_array_index (cases, Case, i).due <= julian; i++, (*n)++)
    sum += g_array_index (cases, Case, i).id;

  return sum;
}

static void
assert_due (MukanaTestRegister *place,
            GArray             *cases,
            guint32             julian)
{
  guint n_told, n_due;
  gint64 told = sum_due (place, &n_told), due = sum_until (cases, julian, &n_due);

  g_assert_cmpuint (n_told, ==, n_due);
  g_assert_cmpint (told, ==, due);
}

static GArray *
make_cases (MukanaTestRegister *place)
{
  GArray *cases = g_array_new (FALSE, TRUE, sizeof (Case));
  g_autoptr (GRand) rand = g_rand_new_with_seed (20280229);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Helsinki");
  GString *sql = g_string_new (NULL);
  g_autofree char *text = NULL;

  g_array_set_size (cases, N_CASES);
  for (guint i = 0; i < N_CASES; i++)
    add_case (sql, &g_array_index (cases, Case, i), rand, zone, 10000 + i);
  text = g_string_free (sql, FALSE);
  mukana_test_sql (place, text);
  g_array_sort (cases, compare_cases);
  return cases;
}

static void
nothing_is_due_early_and_nothing_a_day_late (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GArray) cases = make_cases (place);
  guint32 last = 0;
  guint n_days = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      guint32 due = g_array_index (cases, Case, i).due;

      if (due == last)
        continue;
      set_clock (place, due - 1, TRUE);
      assert_due (place, cases, due - 1);
      set_clock (place, due, FALSE);
      assert_due (place, cases, due);
      last = due;
      n_days++;
    }

  g_assert_cmpuint (n_days, >, 200);
}

static void
clock_set_back_a_year_changes_nothing (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GArray) cases = make_cases (place);
  guint32 middle = g_array_index (cases, Case, N_CASES / 2).due;

  set_clock (place, middle, FALSE);
  mukana_test_sql (place, "UPDATE person SET version = version");
  set_clock (place, middle - 365, FALSE);
  assert_due (place, cases, middle);
}

static GArray *
ids_of (MukanaRetention *retention,
        const char      *code)
{
  MukanaRetentionOrder *order = mukana_retention_order_new (code, retention->due);
  GArray *ids = g_array_ref (order->ids);

  mukana_retention_order_free (order);
  return ids;
}

static guint
count_of (MukanaRetention *retention,
          const char      *code)
{
  g_autoptr (GArray) ids = ids_of (retention, code);

  return ids->len;
}

static gint64
run_rule (MukanaTestRegister  *place,
          MukanaRetention     *shown,
          const char          *code,
          GError             **error)
{
  MukanaRetentionOrder *order = mukana_retention_order_new (code, shown->due);
  g_autofree gint64 *n = mukana_store_run (place->store, &mukana_retaining_run_job, order, error);

  mukana_retention_order_free (order);
  return n ? *n : -9;
}

static void
what_the_list_shows_is_what_goes (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GArray) cases = make_cases (place);
  static const char * const codes[] = { "candidate", "proof", "support" };
  guint32 day = g_array_index (cases, Case, N_CASES / 2).due;
  guint n_before, n_after, n_gone = 0;

  set_clock (place, day, FALSE);
  sum_due (place, &n_before);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (MukanaRetention) shown = read_retention (place);
      g_autoptr (GArray) ids = ids_of (shown, codes[i]);
      g_autoptr (MukanaRetention) after = NULL;
      g_autoptr (GError) error = NULL;
      gint64 n = run_rule (place, shown, codes[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (n, ==, ids->len);
      after = read_retention (place);
      g_assert_cmpuint (count_of (after, codes[i]), ==, 0);
      g_assert_cmpint (((MukanaRetentionRun *) g_ptr_array_index (after->runs, 0))->n_records, ==,
                       n);
      n_gone += (guint) n;
    }

  sum_due (place, &n_after);
  g_assert_cmpuint (n_gone, ==, n_before);
  g_assert_cmpuint (n_after, ==, 0);
  /* All the others fall due in their time. */
  set_clock (place, day + 1000, FALSE);
  sum_due (place, &n_after);
  g_assert_cmpuint (n_after, ==, N_CASES - n_before);
}

static gpointer
fill_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  if (schema_kit_fill (db, ANNA, "anna", error))
    mukana_db_exec (db,
                    "UPDATE person SET created_at = 1420070400000000, "
                    "updated_at = 1420070400000000, joined_on = NULL, state = 'active'; "
                    "UPDATE assignment SET day = '2015-03-01'; "
                    "UPDATE fee_line SET service_day = '2015-03-01'; "
                    "UPDATE feedback SET given_on = '2015-03-02'; "
                    "UPDATE proposal SET proposed_on = '2015-02-01'; "
                    "UPDATE consent SET given_on = '2015-01-01', withdrawn_on = '2015-04-01', "
                    "withdrawn_at = 1427850000000000; "
                    "INSERT INTO plan_run (made_at, made_by, seed, weights, input_digest, "
                    "result_digest, protocol) VALUES (1420070400000000, 'a', 1, '', '', '', ''); "
                    "INSERT INTO panel_run (request_id, made_at, made_by, seed, input_digest, "
                    "result_digest, protocol) SELECT min(id), 1420070400000000, 'a', '1', '', '', "
                    "'' FROM request; "
                    "UPDATE credential SET kind = 'check-504'; "
                    "UPDATE person_role SET until_day = '2015-03-01'; "
                    "UPDATE consent_proof SET keep_until = '2015-06-01'; "
                    "UPDATE request_slot SET day = '2015-03-01'", error);
  return NULL;
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return GSIZE_TO_POINTER ((gsize) mukana_test_number (db, arg));
}

static gint64
count (MukanaTestRegister *place,
       const char         *sql)
{
  return (gint64) GPOINTER_TO_SIZE (mukana_test_read (place, count_run, (gpointer) sql));
}

static void
each_rule_removes_its_own_and_leaves_the_rest (void)
{
  static const struct { const char *code, *gone, *left; } cases[] = {
    { "theme", "SELECT count(*) FROM person_theme", "SELECT count(*) FROM consent_proof" },
    { "support", "SELECT count(*) FROM request WHERE special_needs IS NOT NULL",
      "SELECT count(*) FROM request" },
    { "feedback", "SELECT count(*) FROM feedback WHERE body IS NOT NULL",
      "SELECT count(*) FROM feedback" },
    { "paid-assignment", "SELECT count(*) FROM fee_line",
      "SELECT count(*) FROM person WHERE display_name = 'anna~person~display_name'" },
    { "extract", "SELECT count(*) FROM credential", "SELECT count(*) FROM person_role" },
    { "plan", "SELECT count(*) FROM plan_run", "SELECT count(*) FROM request" },
    { "panel", "SELECT count(*) FROM panel_run", "SELECT count(*) FROM request" },
    { "inactive", "SELECT count(*) FROM person WHERE display_name <> ''",
      "SELECT count(*) FROM erasure" },
  };
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();

  mukana_test_write (place, fill_run, NULL);
  /* Somebody quiet, who was asked and did not answer. */
  mukana_test_sql (place, "UPDATE stay_question SET asked_on = '2024-01-01', answered_on = NULL, "
                          "answer = NULL; UPDATE person SET restricted_at = 0, joined_on = NULL; "
                          "UPDATE assignment SET day = '2023-01-01'; "
                          "UPDATE proposal SET proposed_on = '2023-01-01'; "
                          "UPDATE consent SET given_on = '2023-01-01'");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaRetention) shown = read_retention (place);
      g_autoptr (GError) error = NULL;
      gint64 n = run_rule (place, shown, cases[i].code, &error);

      g_assert_no_error (error);
      g_assert_cmpint (n, >, 0);
      g_assert_cmpint (count (place, cases[i].gone), ==, 0);
      g_assert_cmpint (count (place, cases[i].left), >, 0);
    }
}

/* Written before a theme and support needs needed their consent; one that comes saves a theme. */
static void
what_waits_for_its_consent_goes_after_its_days (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaRetention) early = NULL, late = NULL;
  g_autofree char *since = mukana_day_to_iso (MUKANA_TEST_TODAY);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO theme (id, label_fi, label_sv, label_en, sensitivity) VALUES "
    "('kit', 'a', 'a', 'a', 'art9'), ('kit2', 'b', 'b', 'b', 'art9');"
    "INSERT INTO person_theme (person_id, theme_id, perspective) VALUES "
    "(1, 'kit', 'own'), (1, 'kit2', 'own');"
    "UPDATE person SET support_needs = 'tulkki' WHERE id = 1;"
    "INSERT INTO register_setting (name, value) VALUES ('consents-come-first-since', '%s');"
    "INSERT INTO consent (person_id, purpose, theme_id, text_version, language, given_on, how, "
    "recorded_by, recorded_at) VALUES (1, 'theme', 'kit2', 1, 'fi', '%s', 'form', 'x', 1)",
    since, since);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mukana_test_add_person (place, 1), ==, 1);
  mukana_test_sql (place, sql);
  mukana_clock_set_still (place->clock, mukana_day_minute_us (MUKANA_TEST_TODAY + 29, 60));
  early = read_retention (place);
  mukana_clock_set_still (place->clock, mukana_day_minute_us (MUKANA_TEST_TODAY + 30, 60));
  late = read_retention (place);

  g_assert_cmpuint (count_of (early, "waiting-theme"), ==, 0);
  g_assert_cmpuint (count_of (early, "waiting-support"), ==, 0);
  g_assert_cmpint (run_rule (place, late, "waiting-theme", &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (run_rule (place, late, "waiting-support", &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (count (place, "SELECT count(*) FROM person WHERE support_needs IS NOT NULL"),
                   ==, 0);
  g_assert_cmpint (count (place, "SELECT count(*) FROM person_theme WHERE theme_id = 'kit2'"), ==,
                   1);
  g_assert_cmpint (count (place, "SELECT count(*) FROM person_theme"), ==, 1);
}

static MukanaRetentionItem *
find_item (GPtrArray *items,
           gint64     record_id)
{
  for (guint i = 0; i < items->len; i++)
    if (((MukanaRetentionItem *) g_ptr_array_index (items, i))->record_id == record_id)
      return g_ptr_array_index (items, i);

  return NULL;
}

/* Whoever says what goes sees which theme it is, unless only named users see that. */
static void
list_of_a_rule_tells_which_theme_goes (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autofree char *ended = mukana_day_to_iso (MUKANA_TEST_TODAY - 60);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO theme (id, label_fi, label_sv, label_en, sensitivity) VALUES "
    "('kit', 'a', 'a', 'a', 'art9'), ('kit2', 'b', 'b', 'b', 'art10_criminal');"
    "INSERT INTO consent (id, person_id, purpose, theme_id, text_version, language, given_on, how, "
    "recorded_by, recorded_at, expires_on) VALUES "
    "(901, 1, 'theme', 'kit', 1, 'fi', '2020-01-01', 'form', 'x', 1, '%s'), "
    "(902, 1, 'theme', 'kit2', 1, 'fi', '2020-01-01', 'form', 'x', 1, '%s');"
    "INSERT INTO register_user (name, role, sees_article_10, added_on, added_by) VALUES "
    "('" MUKANA_TEST_ACTOR "', 'coordinator', 0, '2020-01-01', 'x')", ended, ended);
  g_autoptr (GPtrArray) listed = NULL, all = NULL;

  mukana_test_add_person (place, 1);
  mukana_test_sql (place, "UPDATE retention_rule SET is_on = 0 WHERE code = 'ended'");
  mukana_test_sql (place, sql);
  listed = mukana_test_run (place, &mukana_retaining_list_job, (gpointer) "ended-theme");
  mukana_test_sql (place, "UPDATE register_user SET sees_article_10 = 1");
  all = mukana_test_run (place, &mukana_retaining_list_job, (gpointer) "ended-theme");

  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_cmpstr (find_item (listed, 901)->theme_id, ==, "kit");
  g_assert_cmpstr (find_item (listed, 902)->theme_id, ==, NULL);
  g_assert_cmpstr (find_item (all, 902)->theme_id, ==, "kit2");
}

static gpointer
check_journal_run (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_assert_cmpint (mukana_journal_check (db, arg, error), ==, 0);
  return NULL;
}

static void
the_log_is_trimmed_by_its_age_and_stays_whole (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gint64 n_before = 0, n_after = 0, n_removed;
  g_autoptr (MukanaRetention) shown = NULL, early = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    mukana_test_add_person (place, i);
  mukana_test_read (place, check_journal_run, &n_before);
  mukana_clock_set_still (place->clock, mukana_day_minute_us (MUKANA_TEST_TODAY + 1825, 60));
  early = read_retention (place);
  mukana_clock_set_still (place->clock, mukana_day_minute_us (MUKANA_TEST_TODAY + 1826, 60));
  shown = read_retention (place);
  n_removed = run_rule (place, shown, "journal", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_of (early, "journal"), ==, 0);
  g_assert_cmpint (n_removed, ==, 1);   /* all of them are one item */
  mukana_test_read (place, check_journal_run, &n_after);
  g_assert_cmpint (n_before, >=, 20);
  g_assert_cmpint (n_after, <=, 2);     /* the newest of before, and the run itself */
  g_assert_cmpint (n_after, >, 0);
}

static void
rule_that_is_off_removes_nothing (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaRetention) shown = NULL;
  g_autoptr (MukanaRetention) after = NULL;
  g_autoptr (MukanaRetentionRule) rule = g_object_new (MUKANA_TYPE_RETENTION_RULE, NULL);
  g_autoptr (GError) error = NULL;

  mukana_test_write (place, fill_run, NULL);
  shown = read_retention (place);
  mukana_record_init_text (rule, "code", "feedback");
  mukana_record_init_int (rule, "days", 365);
  mukana_store_run (place->store, &mukana_retaining_set_job, rule, NULL);
  after = read_retention (place);

  run_rule (place, shown, "feedback", &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpuint (count_of (after, "feedback"), ==, 0);
  g_assert_cmpint (count (place, "SELECT count(*) FROM feedback WHERE body IS NOT NULL"), ==, 1);
}

static void
where_a_second_is_needed_another_user_approves (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaRetention) shown = NULL;
  g_autoptr (MukanaRetention) waiting = NULL;
  g_autoptr (MukanaStore) other = NULL;
  g_autoptr (GError) own = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = NULL;
  gint64 run;

  mukana_test_write (place, fill_run, NULL);
  mukana_test_sql (place, "UPDATE retention_rule SET needs_second = 1");
  shown = read_retention (place);
  g_assert_cmpint (run_rule (place, shown, "feedback", &error), ==, -1);
  g_assert_no_error (error);
  waiting = read_retention (place);
  run = ((MukanaRetentionRun *) g_ptr_array_index (waiting->runs, 0))->id;
  g_assert_cmpint (count (place, "SELECT count(*) FROM feedback WHERE body IS NOT NULL"), ==, 1);

  g_free (mukana_store_run (place->store, &mukana_retaining_approve_job, &run, &own));
  g_assert_error (own, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  mukana_test_register_close (place);
  other = mukana_test_open_for (place, "another");
  n = mukana_store_run (other, &mukana_retaining_approve_job, &run, &error);
  g_assert_no_error (error);
  mukana_store_close (other);
  mukana_test_register_open (place);

  g_assert_cmpint (*n, ==, 1);
  g_assert_cmpint (count (place, "SELECT count(*) FROM feedback WHERE body IS NOT NULL"), ==, 0);
  g_assert_cmpint (count (place, "SELECT count(*) FROM retention_run WHERE approved_by = 'another' "
                                 "AND n_records = 1 AND done_at > 0"), ==, 1);
}

/* The name of whoever asked from outside goes, and that they were answered stays. */
static void
whoever_asked_from_outside_is_forgotten_after_the_answer (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (MukanaRetention) shown = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_sql (place, "INSERT INTO rights_request (person_id, kind, received_on, how, due_on, "
                          "words, decision, answered_on, recorded_by, created_at, asker_name, "
                          "asker_contact) VALUES (NULL, 'access', '2020-01-01', 'email', "
                          "'2020-02-01', 'w', 'granted', '2020-01-20', 'tester', 1, 'Ulla "
                          "Ulkoinen', 'ulla@example.org')");
  mukana_test_add_person (place, 1);
  mukana_test_sql (place, "INSERT INTO rights_request (person_id, kind, received_on, how, due_on, "
                          "words, decision, answered_on, recorded_by, created_at, asker_name) "
                          "SELECT id, 'access', '2020-01-01', 'email', '2020-02-01', 'theirs', "
                          "'granted', '2020-01-20', 'tester', 1, 'Hanna Huoltaja' FROM person");
  shown = read_retention (place);

  g_assert_cmpint (run_rule (place, shown, "asker", &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpint (count (place, "SELECT count(*) FROM rights_request WHERE asker_name IS NULL AND "
                                 "asker_contact IS NULL AND words IS NULL AND "
                                 "decision = 'granted'"), ==, 1);
  g_assert_cmpint (count (place, "SELECT count(*) FROM rights_request WHERE asker_name IS NULL AND "
                                 "words = 'theirs'"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/retaining/" #name, name)
  ADD (nothing_is_due_early_and_nothing_a_day_late);
  ADD (clock_set_back_a_year_changes_nothing);
  ADD (what_the_list_shows_is_what_goes);
  ADD (each_rule_removes_its_own_and_leaves_the_rest);
  ADD (what_waits_for_its_consent_goes_after_its_days);
  ADD (list_of_a_rule_tells_which_theme_goes);
  ADD (the_log_is_trimmed_by_its_age_and_stays_whole);
  ADD (rule_that_is_off_removes_nothing);
  ADD (whoever_asked_from_outside_is_forgotten_after_the_answer);
  ADD (where_a_second_is_needed_another_user_approves);

  return g_test_run ();
}
