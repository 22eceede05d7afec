/* bench-register.c: the daily deeds on a register of 100,000 invented people.
 *
 * Each deed is timed beside a floor in the same run: the same rows asked of the
 * engine with nothing above it.  What is promised is the ratio; a deed at three
 * times its promised ratio fails the run.
 */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mukana-text.h"
#include "kit/mukana-test.h"
#include "services/mukana-founding.h"
#include "services/mukana-index-filling.h"
#include "services/mukana-listing.h"
#include "services/mukana-matching.h"
#include "services/mukana-packing.h"
#include "services/mukana-registering.h"
#include "services/mukana-timetabling.h"
#include "store/mukana-record-io.h"
#include "store/mukana-search-index.h"

#define N_ROUNDS 9

static guint n_people = 100000;

static const char * const given[] = {
  "Aino", "Veikko", "Henna", "Tuomas", "Mirja", "Ritva", "Oskari", "Samuli", "Kaarina", "Jouko",
  "Eeva", "Åke", "Märta", "Göran", "Päivi", "Yrjö", "Hilkka", "Sari", "Ulla", "Esa",
};
static const char * const family[] = {
  "Mäkinen", "Koskelo", "Salmela", "Lounaja", "Rautio", "Hakola", "Oinas", "Tuovila", "Kinnula",
  "Vesala", "Peltola", "Purola", "Öhman", "Åberg", "Ström", "Lehto", "Niemi", "Aalto", "Virta",
};
static const char * const themes[] = { "ik.kot", "mt.mas", "pr.alk", "la.oma", "ps.syo", "os.pal" };

static MukanaPerson *
make_person (GRand *rand,
             guint  number)
{
  MukanaPerson *person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree char *last = g_strdup_printf ("%s-%u", family[g_rand_int_range (rand, 0, 19)], number);

  mukana_person_init_names (person, given[g_rand_int_range (rand, 0, 20)], last);
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", g_rand_boolean (rand) ? "fi" : "fi sv");
  mukana_record_init_text (person, "municipality-code", g_rand_boolean (rand) ? "205" : "765");
  mukana_record_init_int (person, "remote-ok", 1);
  mukana_record_init_int (person, "notice-days", 7);
  mukana_record_init_int (person, "created-at", 1);
  mukana_record_init_int (person, "updated-at", 1);
  return person;
}

static gboolean
add_consent (MukanaDb    *db,
             gint64       id,
             const char  *purpose,
             const char  *theme,
             GError     **error)
{
  return mukana_db_insert (db, "consents.add", error, mukana_int ("person_id", id),
                           mukana_text ("purpose", purpose), mukana_text ("theme_id", theme),
                           mukana_int ("text_version", 1), mukana_text ("language", "fi"),
                           mukana_day ("given_on", MUKANA_TEST_TODAY - 10),
                           mukana_text ("how", "form"), mukana_text ("recorded_by", "bench"),
                           mukana_int ("recorded_at", 1), mukana_text ("proof", NULL),
                           mukana_day ("expires_on", MUKANA_TEST_TODAY + 700),
                           mukana_day ("withdrawn_on", MUKANA_DAY_NONE),
                           mukana_int ("withdrawn_at", 0),
                           mukana_text ("withdrawn_how", NULL)) > 0;
}

static gboolean
add_parts (MukanaDb  *db,
           GRand     *rand,
           gint64     id,
           GError   **error)
{
  const char *theme = themes[g_rand_int_range (rand, 0, G_N_ELEMENTS (themes))];

  return add_consent (db, id, "register", NULL, error) &&
         add_consent (db, id, "matching", NULL, error) &&
         add_consent (db, id, "theme", theme, error) &&
         mukana_db_insert (db, "people.add-theme", error, mukana_int ("person_id", id),
                           mukana_text ("theme_id", theme), mukana_text ("perspective", "own"),
                           mukana_int ("level", 1), mukana_int ("last_year", 2025)) > 0 &&
         mukana_db_insert (db, "people.add-role", error, mukana_int ("person_id", id),
                           mukana_text ("role_code", "expert"),
                           mukana_day ("from_day", MUKANA_DAY_NONE),
                           mukana_day ("until_day", MUKANA_DAY_NONE)) > 0 &&
         mukana_db_insert (db, "availability.add", error, mukana_int ("person_id", id),
                           mukana_int ("weekday", g_rand_int_range (rand, 1, 8)),
                           mukana_int ("start_minute", 540), mukana_int ("end_minute", 1080),
                           mukana_day ("valid_from", MUKANA_DAY_NONE),
                           mukana_day ("valid_until", MUKANA_DAY_NONE)) > 0;
}

static gpointer
fill_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (MukanaPerson) person = make_person (rand, i);
      g_autoptr (GHashTable) terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      gint64 id = mukana_record_insert (db, "people.add", MUKANA_RECORD (person), error);

      mukana_search_add_names (terms, person->display_name);
      if (id < 0 || !add_parts (db, rand, id, error) ||
          !mukana_search_put (db, "person", id, terms, error))
        return NULL;
    }

  mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

typedef void (*Deed) (MukanaDb *db, gpointer data);

/* Microseconds that this thread has worked, so that what else the computer does is not in it. */
static double
thread_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

/* The median of some rounds, in microseconds, after one that warms the caches. */
static double
measure (MukanaDb *db,
         Deed      deed,
         gpointer  data)
{
  double times[N_ROUNDS];

  deed (db, data);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start_us = thread_us ();

      deed (db, data);
      times[i] = thread_us () - start_us;
    }

  qsort (times, N_ROUNDS, sizeof *times, compare_doubles);
  return MAX (times[N_ROUNDS / 2], 1);
}

static gboolean failed;

static void
report (const char *deed,
        double      took_us,
        double      floor_us,
        double      promised)
{
  double ratio = took_us / floor_us;

  g_print ("| %-40s | %10.0f | %10.0f | %6.2f | %6.2f |%s\n", deed, took_us, floor_us, ratio,
           promised, ratio <= promised ? "" : ratio <= 3 * promised ? " over" : " FAILED");
  failed |= ratio > 3 * promised;
}

/* The floor: a statement's text straight to the engine, every column of every row looked at. */
typedef struct
{
  const char *sql;
  gint64      number;
  const char *text;
} Raw;

static void
raw_deed (MukanaDb *db,
          gpointer  data)
{
  Raw *raw = data;
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  g_autoptr (GError) error = NULL;
  guint n_params = raw->text ? 1 : 0;
  gpointer statement = engine->prepare (mukana_db_peek_connection (db), raw->sql, n_params, &error);
  MukanaValue value = { MUKANA_VALUE_TEXT, 0, raw->text, 0 };

  g_assert_no_error (error);
  if (n_params > 0)
    engine->bind (statement, 0, &value);
  while (engine->step (statement, &error) > 0)
    for (guint i = 0; i < engine->n_columns (statement); i++)
      engine->column (statement, i, &value);
  g_assert_no_error (error);
  engine->finalize (statement);
}

static void
ids_deed (MukanaDb *db,
          gpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_people_ids (db, data, &error);

  g_assert_no_error (error);
}

static void
page_deed (MukanaDb *db,
           gpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = mukana_listing_people (db, data, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, MUKANA_LIST_PAGE);
}

static MukanaIdPage
page_at (GArray *ids,
         guint   start)
{
  MukanaIdPage page = { .n_ids = MUKANA_LIST_PAGE };

  memcpy (page.ids, &g_array_index (ids, gint64, start), sizeof page.ids);
  return page;
}

static char *
raw_page_sql (const MukanaIdPage *page)
{
  GString *sql = g_string_new ("SELECT * FROM person WHERE id IN (");

  for (guint i = 0; i < page->n_ids; i++)
    g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", page->ids[i]);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static gpointer
lists_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  MukanaPeopleFilter all = { NULL };
  MukanaPeopleFilter typed = { .needle = (char *) "mäk" };
  MukanaPeopleFilter steps = { .steps = (char *) "+role=expert -asked=3 &county=20" };
  MukanaPeopleFilter inflected = { .needle = (char *) "mäkisen aino" };
  g_autoptr (GArray) ids = mukana_people_ids (db, &all, error);
  MukanaIdPage first = page_at (ids, 0);
  MukanaIdPage last = page_at (ids, ids->len - MUKANA_LIST_PAGE);
  g_autofree char *first_sql = raw_page_sql (&first);
  g_autofree char *last_sql = raw_page_sql (&last);
  Raw raw_ids = { .sql = "SELECT id FROM person WHERE removed_at = 0 AND erased_at = 0 "
                         "ORDER BY sort_key, id" };
  Raw raw_first = { .sql = first_sql };
  Raw raw_last = { .sql = last_sql };
  Raw raw_term = { .sql = "SELECT record_id FROM search_term WHERE kind = 'person' "
                          "AND term >= 'mäk' AND term < 'mäl'" };
  double first_us = measure (db, page_deed, &first);

  report ("all ids in order of name", measure (db, ids_deed, &all),
          measure (db, raw_deed, &raw_ids), 2);
  report ("a search in four steps", measure (db, ids_deed, &steps),
          measure (db, raw_deed, &raw_ids), 20);
  report ("first page of 64 rows", first_us, measure (db, raw_deed, &raw_first), 12);
  report ("last page of 64 rows", measure (db, page_deed, &last), measure (db, raw_deed, &raw_last),
          12);
  report ("last page beside the first", measure (db, page_deed, &last), first_us, 1.5);
  report ("a word begun, in order of name", measure (db, ids_deed, &typed),
          measure (db, raw_deed, &raw_term), 6);
  report ("two words, one inflected", measure (db, ids_deed, &inflected),
          measure (db, raw_deed, &raw_term), 6);
  return NULL;
}

static gint64
add_request (MukanaStore *store)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  MukanaRequestTheme *theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Kotihoito");
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "on-site");
  mukana_record_init_text (file->request, "municipality-code", "765");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", 2);
  mukana_record_init_int (time, "day", MUKANA_TEST_TODAY + 17);
  mukana_record_init_int (time, "start-minute", 720);
  mukana_record_init_int (time, "end-minute", 960);
  g_ptr_array_add (file->times, time);
  mukana_record_init_text (theme, "theme-id", "ik.kot");
  mukana_record_init_int (theme, "weight", 1);
  g_ptr_array_add (file->themes, theme);
  id = mukana_store_run (store, &mukana_request_save_job, file, &error);
  g_assert_no_error (error);
  return *id;
}

static double
ask (MukanaStore   *store,
     MukanaMatcher *matcher,
     gint64         request)
{
  g_autoptr (GError) error = NULL;
  MukanaMatchQuestion *question = mukana_match_question_new (matcher, request, 50);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MukanaMatchAnswer) answer = mukana_store_run (store, &mukana_matching_job, question,
                                                           &error);
  double took = (double) (g_get_monotonic_time () - start);

  g_assert_no_error (error);
  g_assert_cmpuint (answer->n_fits, >, 0);
  mukana_match_question_free (question);
  return took;
}

static void
pack_everybody (MukanaStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 after = 0;
  guint n_pieces = 0;
  double longest_us = 0, sum_us = 0;
  gboolean is_done;

  do
    {
      gint64 start = g_get_monotonic_time ();
      g_autofree gint64 *last = mukana_store_run (store, &mukana_packing_job, &after, &error);
      double took_us = (double) (g_get_monotonic_time () - start);

      g_assert_no_error (error);
      is_done = last == NULL;
      after = last ? *last : after;
      n_pieces++;
      sum_us += took_us;
      longest_us = MAX (longest_us, took_us);
    }
  while (!is_done);

  g_print ("| %-40s | %10.0f |            |        |        |\n", "packing everybody, in pieces",
           sum_us);
  g_print ("| %-40s | %10.0f |            |        |        |\n", "the longest of the pieces",
           longest_us);
}

/* One packed row a person, in the same encrypted file. */
static gpointer
fill_rows_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  static const char sql[] =
    "CREATE TABLE bench_pack (id INTEGER PRIMARY KEY, themes INTEGER, languages INTEGER,"
    " place INTEGER, km INTEGER, flags INTEGER, week BLOB);"
    "INSERT INTO bench_pack SELECT id, 1 << (id % 50), 1 + id % 2 * 2, id % 300, id % 150,"
    " id % 8, randomblob (56) FROM person;";

  mukana_db_peek_engine (db)->exec (mukana_db_peek_connection (db), sql, error);
  return NULL;
}

/* The floor of a filled index: those rows laid into columns, and nothing else. */
static void
columns_deed (MukanaDb *db)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  g_autoptr (GError) error = NULL;
  gpointer statement = engine->prepare (mukana_db_peek_connection (db),
                                        "SELECT id, themes, languages, place, km, flags, week"
                                        " FROM bench_pack", 0, &error);
  g_autofree guint64 *themes_of = g_new0 (guint64, n_people + 1);
  g_autofree guint64 *week = g_new0 (guint64, 7 * (n_people + 1));
  g_autofree gint16 *others = g_new0 (gint16, 4 * (n_people + 1));

  g_assert_no_error (error);
  while (engine->step (statement, &error) > 0)
    {
      MukanaValue value;
      gint64 row;

      engine->column (statement, 0, &value);
      row = value.number;
      engine->column (statement, 1, &value);
      themes_of[row] = (guint64) value.number;
      for (guint i = 2; i < 6; i++)
        {
          engine->column (statement, i, &value);
          others[4 * row + i - 2] = (gint16) value.number;
        }
      engine->column (statement, 6, &value);
      memcpy (week + 7 * row, value.text, 56);
    }
  g_assert_no_error (error);
  engine->finalize (statement);
}

/* An index, the words of the register that it needs, and the floor of an index: on a connection
 * that has read nothing yet, and once more. */
static gpointer
fill_index_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  double *times_us = arg;

  for (int round = 0; round < 2; round++)
    {
      double words_us = thread_us ();
      g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);
      double start_us = thread_us ();
      g_autoptr (MukanaMatchIndex) index = lexicon ? mukana_index_fill (db, lexicon, error) : NULL;

      if (index == NULL)
        return NULL;
      times_us[round] = MIN (times_us[round], thread_us () - start_us);
      times_us[2] = MIN (times_us[2], start_us - words_us);
      g_assert_cmpuint (mukana_match_index_size (index), ==, n_people);
    }

  return NULL;
}

static gpointer
fill_columns_run (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  double *times_us = arg;

  for (int round = 0; round < 2; round++)
    {
      double start_us = thread_us ();

      columns_deed (db);
      times_us[round] = MIN (times_us[round], thread_us () - start_us);
    }

  return NULL;
}

static double
prepare (MukanaStore *store)
{
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (store);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  mukana_store_run (store, &mukana_matching_prepare_job, matcher, &error);
  g_assert_no_error (error);
  return (double) (g_get_monotonic_time () - start);
}

/* The best of some openings of the register: first from what was just read, then once more. */
static void
measure_openings (MukanaTestRegister *place,
                  MukanaTestWork      work,
                  double              times_us[3])
{
  times_us[0] = times_us[1] = times_us[2] = G_MAXDOUBLE;
  for (guint i = 0; i < N_ROUNDS / 2; i++)
    {
      mukana_test_register_close (place);
      mukana_test_register_open (place);
      mukana_test_read (place, work, times_us);
    }
}

/* From a register that is open to an index that is ready. */
static void
ready_deeds (MukanaTestRegister *place)
{
  double read_us = prepare (place->store), floors_us[3], packs_us[3], shelves_us[3];

  mukana_test_write (place, fill_rows_run, NULL);
  pack_everybody (place->store);
  measure_openings (place, fill_columns_run, floors_us);
  measure_openings (place, fill_index_run, shelves_us);
  g_print ("| %-40s | %10.0f |            |        |        |\n", "the index, waited for",
           prepare (place->store));
  g_print ("| %-40s | %10.0f |            |        |        |\n", "the words, which an index needs",
           shelves_us[2]);
  mukana_test_sql (place, "DELETE FROM match_shelf");
  measure_openings (place, fill_index_run, packs_us);

  report ("the index, read from the tables", read_us, floors_us[1], 500);
  report ("the index, from packs of single people", packs_us[0], floors_us[0], 20);
  report ("the index, from shelves, just opened", shelves_us[0], floors_us[0], 1.2);
  report ("the index, from shelves, once more", shelves_us[1], floors_us[1], 1.2);
  pack_everybody (place->store);
}

static void
match_deeds (MukanaStore *store)
{
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (store);
  gint64 request = add_request (store);
  double cold_us = ask (store, matcher, request);
  double warm_us = cold_us;

  for (guint i = 0; i < N_ROUNDS; i++)
    warm_us = MIN (warm_us, ask (store, matcher, request));

  g_print ("| %-40s | %10.0f |            |        |        |\n",
           "first question: the index is built", cold_us);
  g_print ("| %-40s | %10.0f |            |        |        |\n", "question with every reason",
           warm_us);
}

/* As many assignments as people, over five years of which one is to come, and a busy time for
 * each person in the year to come. */
static gpointer
fill_calendar_run (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  static const char * const parts[] = {
    "INSERT INTO assignment (request_id, person_id, day, start_minute, end_minute, state,"
    " agreed_on)"
    " SELECT (SELECT min(id) FROM request), id, date('2026-11-23', (id % 1826 - 1460) || ' days'),"
    " 540 + id % 5 * 60, 600 + id % 5 * 60,"
    " CASE WHEN id % 1826 < 1460 THEN 'held' ELSE 'agreed' END, '2022-01-01' FROM person",
    "INSERT INTO busy_time (person_id, source, day, start_minute, end_minute)"
    " SELECT id, 'bench', date('2026-11-23', (id % 365) || ' days'), 600, 660 FROM person",
  };
  gpointer connection = mukana_db_peek_connection (db);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!mukana_db_peek_engine (db)->exec (connection, parts[i], error))
      return NULL;

  return NULL;
}

static void
calendar_deed (MukanaDb *db,
               gpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaTimetable) timetable = mukana_timetable_job.run (db, data, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (timetable->items->len, >, 0);
}

static gpointer
calendar_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaDay today = MUKANA_TEST_TODAY;
  MukanaTimetableAsk past = { { today - 700, today - 693 }, MUKANA_TIMETABLE_ALL_KINDS };
  MukanaTimetableAsk week = { { today, today + 7 }, MUKANA_TIMETABLE_ALL_KINDS };
  MukanaTimetableAsk month = { { today, today + 31 }, MUKANA_TIMETABLE_ALL_KINDS };
  Raw raw_past = { .sql = "SELECT * FROM assignment WHERE day BETWEEN '2024-12-23' "
                          "AND '2024-12-29'" };
  Raw raw_week = { .sql = "SELECT a.day, a.person_id FROM assignment AS a WHERE a.day BETWEEN "
                          "'2026-11-23' AND '2026-11-29' UNION ALL SELECT b.day, b.person_id "
                          "FROM busy_time AS b WHERE b.day BETWEEN '2026-11-23' AND '2026-11-29'" };
  double week_us = measure (db, calendar_deed, &week);

  report ("a week of the calendar, long past", measure (db, calendar_deed, &past),
          measure (db, raw_deed, &raw_past), 12);
  report ("a week of the calendar, to come", week_us, measure (db, raw_deed, &raw_week), 35);
  report ("a month of the calendar beside a week", measure (db, calendar_deed, &month), week_us, 6);
  return NULL;
}

/* The quickest of some, each another one whose pack goes with it. */
static void
save_deed (MukanaStore *store)
{
  double best_us = G_MAXDOUBLE;

  for (gint64 id = 50; id < 50 + 3 * N_ROUNDS; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MukanaPersonFile) file = mukana_store_run (store, &mukana_person_file_job, &id,
                                                            &error);
      g_autoptr (MukanaPerson) changed = mukana_record_with_text (file->person, "email",
                                                                  "bench@example.org");
      gint64 start = g_get_monotonic_time ();

      g_free (mukana_store_run (store, &mukana_person_save_job, changed, &error));
      g_assert_no_error (error);
      best_us = MIN (best_us, (double) (g_get_monotonic_time () - start));
    }

  g_print ("| %-40s | %10.0f |            |        |        |\n", "save one person, on disk",
           best_us);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  g_autoptr (GError) error = NULL;
  gint64 start;

  if (argc > 1)
    n_people = (guint) MAX (atoi (argv[1]), MUKANA_LIST_PAGE);

  mukana_store_run (place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  mukana_test_write (place, fill_run, NULL);

  g_print ("%u people, made in %.1f s\n", n_people,
           (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_print ("| %-40s | %10s | %10s | %6s | %6s |\n", "deed", "µs", "floor µs", "ratio", "bar");
  g_print ("|---|---|---|---|---|\n");
  mukana_test_read (place, lists_run, NULL);
  ready_deeds (place);
  match_deeds (place->store);
  save_deed (place->store);
  mukana_test_write (place, fill_calendar_run, NULL);
  mukana_test_read (place, calendar_run, NULL);
  return failed;
}
