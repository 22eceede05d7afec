/* test-happenings.c: events have times, places, deadlines, and results as reported. */

#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-founding.h"
#include "services/mukana-happening-file.h"

typedef struct
{
  MukanaTestRegister *place;
} Fixture;

static void
refused (Fixture         *fixture,
         const MukanaJob *job,
         gpointer         arg)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, job, arg, &error);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
}

static gint64
save (Fixture  *fixture,
      gpointer  record)
{
  g_autofree gint64 *id = run (fixture, &mukana_cooperating_save_job, record);

  return *id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static MukanaHappening *
new_event (const char *title,
           int         register_days,
           MukanaDay   register_by)
{
  MukanaHappening *event = g_object_new (MUKANA_TYPE_HAPPENING, NULL);

  mukana_record_init_text (event, "title", title);
  mukana_record_init_text (event, "kind", "training");
  mukana_record_init_text (event, "mode", "hybrid");
  mukana_record_init_int (event, "register-days", register_days);
  mukana_record_init_int (event, "register-by", register_by);
  return event;
}

static MukanaOccurrence *
new_occurrence (gint64      event_id,
                MukanaDay   day,
                const char *venue)
{
  MukanaOccurrence *occurrence = g_object_new (MUKANA_TYPE_OCCURRENCE, NULL);

  mukana_record_init_int (occurrence, "event-id", event_id);
  mukana_record_init_int (occurrence, "day", day);
  mukana_record_init_int (occurrence, "start-minute", 510);
  mukana_record_init_int (occurrence, "end-minute", 750);
  mukana_record_init_text (occurrence, "venue", venue);
  return occurrence;
}

/* Workshops of one content at five places, registration two weeks before each; 2023. */
static void
workshops_at_five_places_close_two_weeks_before_each (Fixture       *fixture,
                                                      gconstpointer  data)
{
  static const struct { int month, day; const char *venue; int close_month, close_day; } held[] = {
    { 10, 27, "Kylpylähotelli", 10, 13 }, { 11, 2, "Ravintola", 10, 19 },
    { 11, 3, "Kotileipomo", 10, 20 }, { 11, 9, "Hotelli", 10, 26 }, { 11, 10, "Ravintola", 10, 27 },
  };
  g_autoptr (MukanaHappening) event = new_event ("Osallisuustyöpaja", 14, MUKANA_DAY_NONE);
  g_autoptr (GPtrArray) files = NULL;
  MukanaHappeningFile *file;
  gint64 id = save (fixture, event);

  for (int i = G_N_ELEMENTS (held) - 1; i >= 0; i--)
    {
      g_autoptr (MukanaOccurrence) occurrence =
        new_occurrence (id, mukana_day_new (2023, held[i].month, held[i].day), held[i].venue);

      save (fixture, occurrence);
    }
  files = run (fixture, &mukana_happenings_job, NULL);
  file = g_ptr_array_index (files, 0);

  g_assert_cmpuint (file->occurrences->len, ==, G_N_ELEMENTS (held));
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      MukanaOccurrence *occurrence = g_ptr_array_index (file->occurrences, i);

      g_assert_cmpstr (occurrence->venue, ==, held[i].venue);
      g_assert_cmpint (mukana_happening_deadline (file->event, occurrence), ==,
                       mukana_day_new (2023, held[i].close_month, held[i].close_day));
    }
}

static void
an_afternoon_of_organisations_closes_on_its_day (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaDay closing = mukana_day_new (2023, 10, 31);
  g_autoptr (MukanaHappening) event = new_event ("Järjestöiltapäivä", 0, closing);
  g_autoptr (MukanaOccurrence) occurrence = new_occurrence (save (fixture, event),
                                                            mukana_day_new (2023, 11, 8), "Sali");

  save (fixture, occurrence);

  g_assert_cmpint (mukana_happening_deadline (event, occurrence), ==, closing);
}

static void
two_deadlines_at_once_are_refused (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (MukanaHappening) event = new_event ("Työpaja", 14, MUKANA_TEST_TODAY);

  refused (fixture, &mukana_cooperating_save_job, event);
}

static void
an_event_need_not_have_a_time (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (MukanaHappening) event = new_event ("Luottamushenkilöiden koulutus", 0,
                                                 MUKANA_DAY_NONE);
  g_autoptr (GPtrArray) files = NULL;
  MukanaHappeningFile *file;

  mukana_record_init_int (event, "minimum-minutes", 60);
  save (fixture, event);
  files = run (fixture, &mukana_happenings_job, NULL);
  file = g_ptr_array_index (files, 0);

  g_assert_cmpuint (file->occurrences->len, ==, 0);
  g_assert_cmpint (file->event->minimum_minutes, ==, 60);
}

static void
the_agenda_is_in_the_order_of_its_times (Fixture       *fixture,
                                         gconstpointer  data)
{
  static const int minutes[] = { 800, 750, 770 };
  g_autoptr (MukanaHappening) event = new_event ("Järjestöiltapäivä", 0, MUKANA_DAY_NONE);
  gint64 id = save (fixture, event);
  g_autoptr (GPtrArray) files = NULL;
  MukanaHappeningFile *file;

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autoptr (MukanaAgendaItem) item = g_object_new (MUKANA_TYPE_AGENDA_ITEM, NULL);

      mukana_record_init_int (item, "event-id", id);
      mukana_record_init_int (item, "start-minute", minutes[i]);
      mukana_record_init_text (item, "title", "Puhe");
      save (fixture, item);
    }
  files = run (fixture, &mukana_happenings_job, NULL);
  file = g_ptr_array_index (files, 0);

  g_assert_cmpint (MUKANA_AGENDA_ITEM (g_ptr_array_index (file->agenda, 0))->start_minute, ==,
                   750);
  g_assert_cmpint (MUKANA_AGENDA_ITEM (g_ptr_array_index (file->agenda, 2))->start_minute, ==,
                   800);
}

/* Returns: yours, an item of the agenda as it is stored */
static MukanaAgendaItem *
add_item (Fixture    *fixture,
          gint64      event_id,
          int         start_minute,
          const char *title)
{
  g_autoptr (MukanaAgendaItem) item = g_object_new (MUKANA_TYPE_AGENDA_ITEM, NULL);

  mukana_record_init_int (item, "event-id", event_id);
  mukana_record_init_int (item, "start-minute", start_minute);
  mukana_record_init_text (item, "title", title);
  mukana_record_init_text (item, "speaker", "järjestöasiantuntija");
  mukana_record_init_int (item, "id", save (fixture, item));
  return run (fixture, &mukana_cooperating_get_job, item);
}

/* Whatever was changed until now was changed on another day. */
static void
let_a_day_pass (Fixture *fixture)
{
  mukana_test_sql (fixture->place, "UPDATE agenda_version SET until_day = '2026-11-02'");
}

static void
an_agenda_that_is_being_made_has_no_earlier_one (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaHappening) event = new_event ("Järjestöiltapäivä", 0, MUKANA_DAY_NONE);
  gint64 id = save (fixture, event);
  g_autoptr (MukanaAgendaItem) first = add_item (fixture, id, 750, "Alkusanat");
  g_autoptr (MukanaAgendaItem) second = add_item (fixture, id, 770, "Puhe");
  g_autoptr (MukanaAgendaItem) later = mukana_record_with_int (first, "start-minute", 740);
  g_autoptr (GPtrArray) files = NULL;

  save (fixture, later);
  files = run (fixture, &mukana_happenings_job, NULL);

  g_assert_cmpuint (((MukanaHappeningFile *) files->pdata[0])->versions->len, ==, 0);
}

static void
an_agenda_that_is_changed_later_is_kept_as_it_was (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (MukanaHappening) event = new_event ("Järjestöiltapäivä", 0, MUKANA_DAY_NONE);
  gint64 id = save (fixture, event);
  g_autoptr (MukanaAgendaItem) first = add_item (fixture, id, 750, "Alkusanat");
  g_autoptr (MukanaAgendaItem) second = add_item (fixture, id, 770, "Puhe");
  g_autoptr (MukanaAgendaItem) later = mukana_record_with_int (first, "start-minute", 770);
  g_autoptr (GPtrArray) files = NULL;
  MukanaHappeningFile *file;
  MukanaAgendaVersion *version;

  let_a_day_pass (fixture);
  save (fixture, later);
  run (fixture, &mukana_cooperating_drop_job, second);
  files = run (fixture, &mukana_happenings_job, NULL);
  file = files->pdata[0];

  g_assert_cmpuint (file->agenda->len, ==, 1);
  g_assert_cmpuint (file->versions->len, ==, 1);
  version = g_ptr_array_index (file->versions, 0);
  g_assert_cmpstr (version->body, ==, "12.30 Alkusanat, järjestöasiantuntija\n"
                                      "12.50 Puhe, järjestöasiantuntija");
  g_assert_cmpint (version->until_day, ==, MUKANA_TEST_TODAY);
  g_assert_nonnull (version->changed_by);
}

static void
what_is_removed_from_an_agenda_is_in_the_earlier_one (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (MukanaHappening) event = new_event ("Järjestöiltapäivä", 0, MUKANA_DAY_NONE);
  gint64 id = save (fixture, event);
  g_autoptr (MukanaAgendaItem) only = add_item (fixture, id, 750, "Alkusanat");
  g_autoptr (MukanaHappening) whole = g_object_new (MUKANA_TYPE_HAPPENING, NULL);
  g_autoptr (GPtrArray) files = NULL, gone = NULL;

  let_a_day_pass (fixture);
  run (fixture, &mukana_cooperating_drop_job, only);
  files = run (fixture, &mukana_happenings_job, NULL);
  mukana_record_init_int (whole, "id", id);
  run (fixture, &mukana_cooperating_drop_job, whole);
  gone = run (fixture, &mukana_happenings_job, NULL);

  g_assert_cmpuint (((MukanaHappeningFile *) files->pdata[0])->versions->len, ==, 1);
  g_assert_cmpuint (gone->len, ==, 0);
}

static void
an_agenda_of_any_length_can_be_changed (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = g_strnfill (300, 'x');
  g_autofree char *body = NULL;

  for (guint i = 0; i < 100; i++)
    {
      MukanaAgendaItem *item = g_object_new (MUKANA_TYPE_AGENDA_ITEM, NULL);

      mukana_record_init_text (item, "title", title);
      g_ptr_array_add (items, item);
    }
  body = mukana_agenda_tell (items);

  g_assert_cmpuint (strlen (body), <=, 20000);
  g_assert_true (g_str_has_suffix (body, "…"));
}

static void
a_result_is_told_as_it_was_reported (void)
{
  static const struct { int n, hundredths; const char *words; } cases[] = {
    { 40, 2700, "27 % (N=40)" }, { 29, 9400, "94 % (N=29)" }, { 4, 5000, "N<5" },
    { 5, 4620, "46,2 % (N=5)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaSurveyResult) result = g_object_new (MUKANA_TYPE_SURVEY_RESULT, NULL);
      g_autofree char *words = NULL;

      mukana_record_init_int (result, "n-asked", cases[i].n);
      mukana_record_init_int (result, "percent-hundredths", cases[i].hundredths);
      words = mukana_survey_result_tell (result);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
a_result_of_nobody_is_refused (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (MukanaHappening) event = new_event ("Kysely", 0, MUKANA_DAY_NONE);
  g_autoptr (MukanaSurveyResult) result = g_object_new (MUKANA_TYPE_SURVEY_RESULT, NULL);

  mukana_record_init_int (result, "event-id", save (fixture, event));
  mukana_record_init_int (result, "asked-on", MUKANA_TEST_TODAY);
  mukana_record_init_text (result, "question", "Osaan hyödyntää arjessa");
  mukana_record_init_int (result, "percent-hundredths", 2700);

  refused (fixture, &mukana_cooperating_save_job, result);
}

static void
an_event_with_times_is_not_removed (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (MukanaHappening) event = new_event ("Työpaja", 0, MUKANA_DAY_NONE);
  g_autoptr (MukanaOccurrence) occurrence = new_occurrence (save (fixture, event),
                                                            MUKANA_TEST_TODAY, "Sali");
  g_autoptr (GPtrArray) files = NULL, after = NULL;
  MukanaHappeningFile *file;

  save (fixture, occurrence);
  files = run (fixture, &mukana_happenings_job, NULL);
  file = g_ptr_array_index (files, 0);
  refused (fixture, &mukana_cooperating_drop_job, file->event);
  run (fixture, &mukana_cooperating_drop_job, g_ptr_array_index (file->occurrences, 0));
  run (fixture, &mukana_cooperating_drop_job, file->event);
  after = run (fixture, &mukana_happenings_job, NULL);

  g_assert_cmpuint (after->len, ==, 0);
}

#define TEST(name) g_test_add ("/happenings/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/happenings/an_agenda_of_any_length_can_be_changed",
                   an_agenda_of_any_length_can_be_changed);
  g_test_add_func ("/happenings/a_result_is_told_as_it_was_reported",
                   a_result_is_told_as_it_was_reported);
  TEST (workshops_at_five_places_close_two_weeks_before_each);
  TEST (an_afternoon_of_organisations_closes_on_its_day);
  TEST (two_deadlines_at_once_are_refused);
  TEST (an_event_need_not_have_a_time);
  TEST (the_agenda_is_in_the_order_of_its_times);
  TEST (an_agenda_that_is_being_made_has_no_earlier_one);
  TEST (an_agenda_that_is_changed_later_is_kept_as_it_was);
  TEST (what_is_removed_from_an_agenda_is_in_the_earlier_one);
  TEST (a_result_of_nobody_is_refused);
  TEST (an_event_with_times_is_not_removed);

  return g_test_run ();
}
