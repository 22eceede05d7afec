/* test-calendar.c: a calendar file tells other calendars what was agreed, and no more. */

#include <glib/gstdio.h>
#include <libical/ical.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-calendar.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-volunteering.h"
#include "store/mukana-journal.h"

#define REQUEST 900
#define FIRST 910      /* the assignments of the person, one for each of times[] */

/* Both nights in which the clocks are changed, their doubtful hours, and what goes past them. */
static const struct { const char *day; int start, end; } times[] = {
  { "2026-02-10", 540, 600 },
  { "2026-03-28", 1380, 1440 },
  { "2026-03-29", 120, 300 },
  { "2026-03-29", 150, 240 },
  { "2026-07-01", 780, 900 },
  { "2026-10-24", 1320, 1440 },
  { "2026-10-25", 150, 210 },
  { "2026-10-25", 195, 300 },
  { "2026-12-01", 1020, 1140 },
};

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;
  char               *path;
  gint64              person;
  gint64              other;
} Fixture;

static void
sql (Fixture    *self,
     const char *statements)
{
  mukana_test_sql (self->place, statements);
}

static void
add_assignment (Fixture    *self,
                gint64      id,
                gint64      person,
                const char *day,
                int         start,
                int         end)
{
  g_autofree char *statement = g_strdup_printf (
    "INSERT INTO assignment (id, request_id, person_id, day, start_minute, end_minute, state, "
    "fee_mode, agreed_on) VALUES (%" G_GINT64_FORMAT ", %d, %" G_GINT64_FORMAT
    ", '%s', %d, %d, 'agreed', 'fee', '2026-01-10')", id, REQUEST, person, day, start, end);

  sql (self, statement);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->place = mukana_test_register_new ();
  mukana_store_run (self->place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  self->person = mukana_test_add_person (self->place, 1);
  self->other = mukana_test_add_person (self->place, 2);
  self->folder = g_dir_make_tmp ("mukana-calendar-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "calendar.ics", NULL);
  sql (self, "INSERT INTO request (id, title, sort_key, state, mode, municipality_code, venue, "
             "unit, requester_name, requester_email, language, people, created_on, created_at, "
             "updated_at) VALUES (900, 'Kriisiraati; kevään, kesän ja syksyn pitkä työpaja "
             "yhdessä asiakkaiden ja työntekijöiden kanssa', 'kriisiraati', 'filled', 'on-site', "
             "'205', 'Sali, 2. krs', 'Kehittämisyksikkö', 'Yhteys Henkilö', 'yhteys@example.org', "
             "'fi', 2, '2026-01-01', 0, 0)");
  sql (self, "INSERT INTO request_theme (request_id, theme_id) VALUES (900, 'ik.kot')");
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    add_assignment (self, FIRST + i, self->person, times[i].day, times[i].start, times[i].end);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  mukana_test_register_free (self->place);
}

/* Returns: yours, what stands in a new file */
static char *
write_file (Fixture    *self,
            MukanaKind  kind,
            gint64      id)
{
  g_autoptr (MukanaCalendarFile) asked = mukana_calendar_file_new (kind, id, self->path);
  g_autoptr (MukanaCalendarFile) written = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  g_unlink (self->path);
  written = mukana_store_run (self->place->store, mukana_calendar_job_of (kind), asked, &error);
  g_assert_no_error (error);
  mukana_store_run (self->place->store, &mukana_calendar_note_job, written, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, &error));
  g_assert_no_error (error);
  return text;
}

static char *
write_person (Fixture *self)
{
  return write_file (self, MUKANA_KIND_PERSON, self->person);
}

static char *
write_request (Fixture *self)
{
  return write_file (self, MUKANA_KIND_REQUEST, REQUEST);
}

/* The zone is looked for in the file, as a program does that does not know it. */
static gint64
instant_of (icalcomponent *calendar,
            icalproperty  *property)
{
  struct icaltimetype time = icalvalue_get_datetime (icalproperty_get_value (property));
  icalparameter *tzid = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  icaltimezone *zone = icaltimezone_get_utc_timezone ();

  if (tzid != NULL)
    {
      zone = icalcomponent_get_timezone (calendar, icalparameter_get_tzid (tzid));
      g_assert_nonnull (zone);
    }
  else
    g_assert_true (icaltime_is_utc (time));

  return (gint64) icaltime_as_timet_with_zone (time, zone) * G_USEC_PER_SEC;
}

static icalcomponent *
nth_event (icalcomponent *calendar,
           guint          n)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  while (n-- > 0)
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (event);
  return event;
}

static int
sequence_of (icalcomponent *event)
{
  return icalproperty_get_sequence (icalcomponent_get_first_property (event,
                                                                      ICAL_SEQUENCE_PROPERTY));
}

static void
instants_are_those_that_were_agreed (Fixture       *self,
                                     gconstpointer  data)
{
  g_autofree char *text = write_person (self);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==,
                   G_N_ELEMENTS (times));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      icalcomponent *event = nth_event (calendar, i);
      MukanaDay day = mukana_day_parse_iso (times[i].day);

      g_assert_cmpint (instant_of (calendar, icalcomponent_get_first_property (
                         event, ICAL_DTSTART_PROPERTY)), ==,
                       mukana_day_minute_us (day, times[i].start));
      g_assert_cmpint (instant_of (calendar, icalcomponent_get_first_property (
                         event, ICAL_DTEND_PROPERTY)), ==,
                       mukana_day_minute_us (day, times[i].end));
    }
  icalcomponent_free (calendar);
}

static void
another_reader_reads_the_same_instants (Fixture       *self,
                                        gconstpointer  data)
{
  static const char script[] =
    "import sys, icalendar\n"
    "for e in icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT'):\n"
    "  print(int(e.decoded('dtstart').timestamp()), int(e.decoded('dtend').timestamp()))\n";
  const char *probe[] = { "/usr/bin/python3", "-c", "import icalendar", NULL };
  const char *reader[] = { "/usr/bin/python3", "-c", script, self->path, NULL };
  g_autofree char *text = write_person (self);
  g_autofree char *told = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) probe, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                     NULL, &status, NULL) || status != 0)
    {
      g_test_skip ("python3-icalendar is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      MukanaDay day = mukana_day_parse_iso (times[i].day);

      g_string_append_printf (expected, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                              mukana_day_minute_us (day, times[i].start) / G_USEC_PER_SEC,
                              mukana_day_minute_us (day, times[i].end) / G_USEC_PER_SEC);
    }

  g_assert_true (g_spawn_sync (NULL, (char **) reader, NULL, G_SPAWN_DEFAULT, NULL, NULL, &told,
                               NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (told, ==, expected->str);
}

static void
change_keeps_identifiers_and_raises_sequences (Fixture       *self,
                                               gconstpointer  data)
{
  g_autofree char *before = write_person (self);
  g_autofree char *same = write_person (self);
  g_autofree char *after = NULL;
  icalcomponent *old, *new;

  sql (self, "UPDATE assignment SET day = '2026-02-11', version = version + 1 WHERE id = 910");
  sql (self, "UPDATE request SET venue = 'Toinen sali', version = version + 1 WHERE id = 900");
  after = write_person (self);

  g_assert_cmpstr (before, ==, same);
  old = icalparser_parse_string (before);
  new = icalparser_parse_string (after);
  g_assert_cmpstr (icalcomponent_get_uid (nth_event (old, 0)), ==,
                   icalcomponent_get_uid (nth_event (new, 0)));
  g_assert_cmpint (sequence_of (nth_event (old, 0)), ==, 0);
  g_assert_cmpint (sequence_of (nth_event (new, 0)), ==, 2);
  g_assert_cmpstr (icalcomponent_get_uid (nth_event (old, 1)), !=,
                   icalcomponent_get_uid (nth_event (old, 0)));
  g_assert_cmpint (sequence_of (nth_event (new, 1)), ==, 1);
  icalcomponent_free (old);
  icalcomponent_free (new);
}

static void
cancelled_is_said_so (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;
  icalcomponent *calendar;

  sql (self, "UPDATE assignment SET state = 'cancelled', version = version + 1 WHERE id = 911");
  sql (self, "UPDATE assignment SET state = 'held', version = version + 1 WHERE id = 912");
  one = write_person (self);
  sql (self, "UPDATE request SET state = 'cancelled', version = version + 1 WHERE id = 900");
  all = write_person (self);

  calendar = icalparser_parse_string (one);
  g_assert_cmpint (icalcomponent_get_status (nth_event (calendar, 0)), ==, ICAL_STATUS_CONFIRMED);
  g_assert_cmpint (icalcomponent_get_status (nth_event (calendar, 1)), ==, ICAL_STATUS_CANCELLED);
  icalcomponent_free (calendar);
  calendar = icalparser_parse_string (all);
  g_assert_cmpint (icalcomponent_get_status (nth_event (calendar, 0)), ==, ICAL_STATUS_CANCELLED);
  g_assert_cmpint (icalcomponent_get_status (nth_event (calendar, 2)), ==, ICAL_STATUS_CONFIRMED);
  icalcomponent_free (calendar);
}

static gpointer
names_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  Fixture *self = arg;
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "people.get", error,
                                                    mukana_int ("id", self->other));

  g_assert_cmpint (mukana_query_step (query, error), ==, 1);
  return g_strdup (mukana_query_peek_text (query, "family_name"));
}

static void
nobody_else_and_no_theme_is_in_a_file (Fixture       *self,
                                       gconstpointer  data)
{
  g_autofree char *name = mukana_test_read (self->place, names_run, self);
  g_autofree char *person = NULL;
  g_autofree char *request = NULL;

  add_assignment (self, 990, self->other, times[0].day, times[0].start, times[0].end);
  sql (self, "UPDATE assignment SET clash_reason = 'sairaalassa', is_demanding = 1");
  person = write_person (self);
  request = write_request (self);

  g_assert_nonnull (strstr (person, "Sali\\, 2. krs"));
  g_assert_nonnull (strstr (request, "Kriisiraati\\; kev"));
  g_assert_nonnull (strstr (request, "Yhteys Henkil"));
  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? person : request;

      g_assert_null (strstr (text, name));
      g_assert_null (strstr (text, "ik.kot"));
      g_assert_null (strcasestr (text, "kotihoito"));
      g_assert_null (strstr (text, "sairaalassa"));
      g_assert_null (strstr (text, "ATTENDEE"));
    }
}

/* A calendar is read over a shoulder and on a locked phone. */
static void
own_file_does_not_tell_what_a_sensitive_request_is_about (Fixture       *self,
                                                          gconstpointer  data)
{
  static const char * const tells[] = { "Kriisiraati", "Kehitt\303\244misyksikk", "Yhteys Henkil",
                                        "yhteys@example.org", "DESCRIPTION" };

  for (guint has_theme = 0; has_theme < 2; has_theme++)
    {
      g_autofree char *person = NULL;

      /* Whose themes are not written may be about anything. */
      if (!has_theme)
        sql (self, "UPDATE request SET role_code = 'expert'");
      else
        sql (self, "DELETE FROM request_theme");
      person = write_person (self);

      g_assert_nonnull (strstr (person, "SUMMARY:Development work"));
      for (guint i = 0; i < G_N_ELEMENTS (tells); i++)
        g_assert_null (strstr (person, tells[i]));
    }
}

static void
own_file_names_a_request_about_services (Fixture       *self,
                                         gconstpointer  data)
{
  g_autofree char *person = NULL;

  sql (self, "UPDATE request_theme SET theme_id = (SELECT min(id) FROM theme "
             "WHERE sensitivity = 'none')");
  person = write_person (self);

  g_assert_nonnull (strstr (person, "Kriisiraati\\; kev"));
  g_assert_nonnull (strstr (person, "Yhteys Henkil"));
}

static void
who_meets_on_the_day_comes_before_who_asked (Fixture       *self,
                                             gconstpointer  data)
{
  g_autofree char *person = NULL;
  g_autofree char *request = NULL;

  sql (self, "UPDATE request SET contact_on_day = 'Ovella Oiva, 040 000 0000'");
  person = write_person (self);
  request = write_request (self);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_nonnull (strstr (i == 0 ? person : request, "Ovella Oiva"));
      g_assert_null (strstr (i == 0 ? person : request, "Yhteys Henkil"));
    }
}

static void
lines_are_folded_as_the_format_wants (Fixture       *self,
                                      gconstpointer  data)
{
  g_autofree char *text = write_person (self);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 50);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strchr (lines[i], '\n'));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
request_tells_each_time_once_and_what_is_off (Fixture       *self,
                                              gconstpointer  data)
{
  g_autofree char *planned = NULL;
  g_autofree char *agreed = NULL;
  icalcomponent *before, *after;

  sql (self, "INSERT INTO request_slot (request_id, day, start_minute, end_minute) VALUES "
             "(900, '2026-02-10', 540, 600), (900, '2026-02-12', 540, 600)");
  sql (self, "DELETE FROM assignment");
  planned = write_request (self);
  add_assignment (self, 920, self->person, "2026-02-10", 540, 600);
  add_assignment (self, 921, self->other, "2026-02-10", 540, 600);
  add_assignment (self, 922, self->other, "2026-02-13", 540, 600);
  sql (self, "UPDATE assignment SET state = 'cancelled', version = version + 1 WHERE id >= 921");
  agreed = write_request (self);

  before = icalparser_parse_string (planned);
  after = icalparser_parse_string (agreed);
  g_assert_cmpint (icalcomponent_count_components (before, ICAL_VEVENT_COMPONENT), ==, 2);
  g_assert_cmpint (icalcomponent_count_components (after, ICAL_VEVENT_COMPONENT), ==, 3);
  g_assert_cmpstr (icalcomponent_get_uid (nth_event (before, 1)), ==,
                   icalcomponent_get_uid (nth_event (after, 2)));
  g_assert_cmpint (icalcomponent_get_status (nth_event (after, 2)), ==, ICAL_STATUS_CANCELLED);
  g_assert_cmpstr (icalcomponent_get_uid (nth_event (before, 0)), ==,
                   icalcomponent_get_uid (nth_event (after, 0)));
  g_assert_cmpint (sequence_of (nth_event (before, 0)), <=, sequence_of (nth_event (after, 0)));
  g_assert_cmpint (icalcomponent_get_status (nth_event (after, 0)), ==, ICAL_STATUS_CONFIRMED);
  g_assert_cmpint (icalcomponent_get_status (nth_event (after, 1)), ==, ICAL_STATUS_CANCELLED);
  icalcomponent_free (before);
  icalcomponent_free (after);
}

/* Returns: the sequence of the event of that day, or -1; @status (out) */
static int
sequence_on (const char          *text,
             const char          *day,
             icalproperty_status *status,
             char               **uid)
{
  icalcomponent *calendar = icalparser_parse_string (text);
  int n = icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), sequence = -1;

  for (int i = 0; i < n; i++)
    {
      icalcomponent *event = nth_event (calendar, (guint) i);
      g_autofree char *start = icaltime_as_ical_string_r (icalcomponent_get_dtstart (event));

      if (!g_str_has_prefix (start, day))
        continue;
      sequence = sequence_of (event);
      *status = icalcomponent_get_status (event);
      g_free (*uid);
      *uid = g_strdup (icalcomponent_get_uid (event));
    }
  icalcomponent_free (calendar);
  return sequence;
}

static void
time_that_went_away_is_told_as_cancelled_and_sequences_only_grow (Fixture       *self,
                                                                  gconstpointer  data)
{
  icalproperty_status status = ICAL_STATUS_NONE;
  g_autofree char *uid = NULL, *uid_after = NULL, *uid_new = NULL;
  g_autofree char *both = NULL, *one = NULL, *again = NULL, *none = NULL;
  int before, moved, same;

  sql (self, "DELETE FROM assignment");
  add_assignment (self, 930, self->person, "2026-03-10", 540, 600);
  add_assignment (self, 931, self->other, "2026-03-10", 540, 600);
  sql (self, "UPDATE assignment SET version = 5");
  both = write_request (self);
  before = sequence_on (both, "20260310", &status, &uid);
  sql (self, "UPDATE assignment SET day = '2026-03-17', version = 6 WHERE id = 930");
  one = write_request (self);
  again = write_request (self);
  moved = sequence_on (one, "20260310", &status, &uid_after);
  same = sequence_on (again, "20260310", &status, &uid_after);
  g_assert_cmpint (status, ==, ICAL_STATUS_CONFIRMED);
  g_assert_cmpint (sequence_on (one, "20260317", &status, &uid_new), >=, 0);
  sql (self, "DELETE FROM assignment WHERE id = 931");
  none = write_request (self);

  g_assert_cmpint (moved, >=, before);
  g_assert_cmpint (same, ==, moved);
  g_assert_cmpstr (uid, ==, uid_after);
  g_assert_cmpstr (uid, !=, uid_new);
  g_assert_cmpint (sequence_on (none, "20260310", &status, &uid_after), >, moved);
  g_assert_cmpint (status, ==, ICAL_STATUS_CANCELLED);
  g_assert_cmpstr (uid, ==, uid_after);
}

static void
time_that_is_changed_keeps_its_identifier (Fixture       *self,
                                           gconstpointer  data)
{
  icalproperty_status status = ICAL_STATUS_NONE;
  g_autofree char *uid = NULL, *uid_after = NULL, *uid_other = NULL;
  g_autofree char *before = NULL, *after = NULL;
  int sequence;

  sql (self, "DELETE FROM assignment");
  sql (self, "INSERT INTO request_slot (request_id, day, start_minute, end_minute) VALUES "
             "(900, '2026-04-10', 540, 600), (900, '2026-04-20', 540, 600)");
  before = write_request (self);
  sequence = sequence_on (before, "20260420", &status, &uid);
  /* Now it is first in order, which has been told of another. */
  sql (self, "UPDATE request_slot SET day = '2026-04-01' WHERE day = '2026-04-20'");
  after = write_request (self);

  g_assert_cmpint (sequence_on (after, "20260401", &status, &uid_after), >, sequence);
  g_assert_cmpstr (uid, ==, uid_after);
  g_assert_cmpint (sequence_on (after, "20260410", &status, &uid_other), ==, sequence);
  g_assert_cmpint (sequence_on (after, "20260420", &status, &uid_other), ==, -1);
}

static void
shifts_of_a_volunteer_are_in_their_file (Fixture       *self,
                                         gconstpointer  data)
{
  icalproperty_status status = ICAL_STATUS_NONE;
  g_autofree char *uid = NULL, *text = NULL;
  g_autofree char *shift = g_strdup_printf (
    "INSERT INTO olka_shift (point_id, person_id, day, start_minute, end_minute) "
    "VALUES (1, %" G_GINT64_FORMAT ", '2026-05-04', 600, 720)", self->person);

  sql (self, "INSERT INTO olka_point (id, name, opened_on, opens_minute, closes_minute) "
             "VALUES (1, 'Sairaalan aula', '2026-01-01', 480, 1200)");
  sql (self, shift);
  text = write_person (self);

  g_assert_cmpint (sequence_on (text, "20260504", &status, &uid), ==, 0);
  g_assert_nonnull (strstr (text, "Sairaalan aula"));
}

static void
allow_register (Fixture *self)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", self->person);
  mukana_record_init_text (consent, "purpose", "register");
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  mukana_test_run (self->place, &mukana_consenting_give_job, consent);
}

static void
shift_that_is_off_is_told_as_cancelled_and_back_again (Fixture       *self,
                                                       gconstpointer  data)
{
  icalproperty_status agreed = ICAL_STATUS_NONE, off = ICAL_STATUS_NONE, back = ICAL_STATUS_NONE;
  g_autofree char *uid = NULL, *uid_off = NULL, *uid_back = NULL;
  g_autofree char *before = NULL, *cancelled = NULL, *after = NULL;
  g_autoptr (MukanaShift) shift = g_object_new (MUKANA_TYPE_SHIFT, NULL);
  g_autofree gint64 *id = NULL;

  allow_register (self);
  sql (self, "INSERT INTO olka_point (id, name, opened_on, opens_minute, closes_minute) "
             "VALUES (1, 'Sairaalan aula', '2026-01-01', 480, 1200)");
  mukana_record_init_int (shift, "point-id", 1);
  mukana_record_init_int (shift, "person-id", self->person);
  mukana_record_init_int (shift, "day", mukana_day_new (2027, 5, 4));
  mukana_record_init_int (shift, "start-minute", 600);
  mukana_record_init_int (shift, "end-minute", 720);
  id = mukana_test_run (self->place, &mukana_shift_add_job, shift);
  mukana_record_init_int (shift, "id", *id);
  before = write_person (self);
  mukana_test_run (self->place, &mukana_shift_drop_job, shift);
  cancelled = write_person (self);
  mukana_test_run (self->place, &mukana_shift_restore_job, shift);
  after = write_person (self);

  g_assert_cmpint (sequence_on (before, "20270504", &agreed, &uid), ==, 0);
  g_assert_cmpint (sequence_on (cancelled, "20270504", &off, &uid_off), ==, 1);
  g_assert_cmpint (sequence_on (after, "20270504", &back, &uid_back), ==, 2);
  g_assert_cmpint (agreed, !=, ICAL_STATUS_CANCELLED);
  g_assert_cmpint (off, ==, ICAL_STATUS_CANCELLED);
  g_assert_cmpint (back, ==, agreed);
  g_assert_cmpstr (uid, ==, uid_off);
  g_assert_cmpstr (uid, ==, uid_back);
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 count = 0;
  g_autoptr (GPtrArray) rows = mukana_journal_of_person (db, *(gint64 *) arg, error);

  for (guint i = 0; i < rows->len; i++)
    count += g_strcmp0 (((MukanaJournalRow *) g_ptr_array_index (rows, i))->action,
                        "giving-out.calendar") == 0;
  return g_memdup2 (&count, sizeof count);
}

static void
journal_tells_that_a_file_was_written (Fixture       *self,
                                       gconstpointer  data)
{
  g_autofree gint64 *before = mukana_test_read (self->place, count_run, &self->person);
  g_autofree char *text = write_person (self);
  g_autofree gint64 *after = mukana_test_read (self->place, count_run, &self->person);

  g_assert_cmpint (*before, ==, 0);
  g_assert_cmpint (*after, ==, 1);
}

/* A time of an event that was cancelled is taken out of the calendars that have it. */
static void
event_tells_what_was_cancelled (Fixture       *self,
                                gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  sql (self, "INSERT INTO event (id, title, kind, mode) VALUES (950, 'Messut', 'event', "
             "'on-site'); INSERT INTO event_occurrence (id, event_id, day, start_minute, "
             "end_minute, venue) VALUES (951, 950, '2026-10-01', 540, 600, 'Sali')");
  before = write_file (self, MUKANA_KIND_COOPERATION, 950);
  sql (self, "UPDATE event_occurrence SET cancelled_on = '2026-09-20', version = version + 1");
  after = write_file (self, MUKANA_KIND_COOPERATION, 950);

  g_assert_nonnull (strstr (before, "STATUS:CONFIRMED"));
  g_assert_nonnull (strstr (before, "SEQUENCE:0"));
  g_assert_nonnull (strstr (before, "LOCATION:Sali"));
  g_assert_nonnull (strstr (after, "STATUS:CANCELLED"));
  g_assert_nonnull (strstr (after, "SEQUENCE:1"));
}

static void
what_is_there_is_not_written_over (Fixture       *self,
                                   gconstpointer  data)
{
  g_autofree char *text = write_person (self);
  g_autoptr (MukanaCalendarFile) asked = mukana_calendar_file_new (MUKANA_KIND_PERSON, self->person,
                                                                   self->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_store_run (self->place->store, &mukana_calendar_person_job, asked, &error));

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
}

static void
who_is_not_there_has_no_file (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr (MukanaCalendarFile) asked = mukana_calendar_file_new (MUKANA_KIND_PERSON, 987654,
                                                                   self->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_store_run (self->place->store, &mukana_calendar_person_job, asked, &error));

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add ("/calendar/" #name, Fixture, NULL, set_up, name, tear_down)
  TEST (instants_are_those_that_were_agreed);
  TEST (another_reader_reads_the_same_instants);
  TEST (change_keeps_identifiers_and_raises_sequences);
  TEST (cancelled_is_said_so);
  TEST (nobody_else_and_no_theme_is_in_a_file);
  TEST (own_file_does_not_tell_what_a_sensitive_request_is_about);
  TEST (own_file_names_a_request_about_services);
  TEST (who_meets_on_the_day_comes_before_who_asked);
  TEST (lines_are_folded_as_the_format_wants);
  TEST (request_tells_each_time_once_and_what_is_off);
  TEST (time_that_went_away_is_told_as_cancelled_and_sequences_only_grow);
  TEST (time_that_is_changed_keeps_its_identifier);
  TEST (shifts_of_a_volunteer_are_in_their_file);
  TEST (shift_that_is_off_is_told_as_cancelled_and_back_again);
  TEST (journal_tells_that_a_file_was_written);
  TEST (what_is_there_is_not_written_over);
  TEST (event_tells_what_was_cancelled);
  TEST (who_is_not_there_has_no_file);

  return g_test_run ();
}
