/* test-timetabling.c: the calendar shows what takes place in some days, warns of what does not hold
 * any more, and tells nobody more than they may know.
 */

#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-founding.h"
#include "services/mukana-timetabling.h"

#define DAY "2026-12-10"

typedef struct
{
  MukanaTestRegister *place;
  gint64              anna;    /* has a consent; the other has not */
  gint64              other;
} Fixture;

static gpointer
sql_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  mukana_db_exec (db, arg, error);
  return NULL;
}

static void sql (Fixture    *self,
                 const char *format,
                 ...) G_GNUC_PRINTF (2, 3);

static void
sql (Fixture    *self,
     const char *format,
     ...)
{
  g_autofree char *statement = NULL;
  va_list arguments;

  va_start (arguments, format);
  statement = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mukana_test_write (self->place, sql_run, statement);
}

static void
add_assignment (Fixture    *self,
                int         id,
                gint64      person,
                const char *day,
                int         start_minute,
                int         end_minute)
{
  sql (self, "INSERT INTO assignment (id, request_id, person_id, day, start_minute, end_minute, "
             "state, agreed_on) VALUES (%d, 900, %d, '%s', %d, %d, 'agreed', '2026-11-01')",
       id, (int) person, day, start_minute, end_minute);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->place = mukana_test_register_new ();
  mukana_store_run (self->place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  self->anna = mukana_test_add_person (self->place, 1);
  self->other = mukana_test_add_person (self->place, 2);
  sql (self, "INSERT INTO consent (person_id, purpose, text_version, language, given_on, how, "
             "recorded_by, recorded_at) VALUES (%d, 'register', 1, 'fi', '2026-01-01', 'paper', "
             "'koe', 0)", (int) self->anna);
  sql (self, "INSERT INTO request (id, title, sort_key, state, mode, municipality_code, venue, "
             "language, people, needs_training, created_on, created_at, updated_at) VALUES "
             "(900, 'Kriisiraati', 'kriisiraati', 'filled', 'on-site', '205', 'Sali', 'fi', 2, 1, "
             "'2026-01-01', 0, 0)");
  sql (self, "INSERT INTO request_slot (request_id, day, start_minute, end_minute) VALUES "
             "(900, '" DAY "', 540, 660)");
  sql (self, "INSERT INTO event (id, title, kind, mode) VALUES (5, 'Iltapäivä', 'event', "
             "'remote')");
  sql (self, "INSERT INTO event_occurrence (event_id, day, start_minute, end_minute) VALUES "
             "(5, '" DAY "', 720, 900)");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_register_free (self->place);
}

static MukanaTimetable *
read_days (Fixture         *self,
           const MukanaJob *job,
           const char      *first,
           int              n_days)
{
  MukanaDay day = mukana_day_parse_iso (first);
  MukanaTimetableAsk ask = { { day, day + n_days }, MUKANA_TIMETABLE_ALL_KINDS };
  g_autoptr (GError) error = NULL;
  MukanaTimetable *timetable = mukana_store_run (self->place->store, job, &ask, &error);

  g_assert_no_error (error);
  return timetable;
}

static MukanaTimetable *
read_day (Fixture *self)
{
  return read_days (self, &mukana_timetable_job, DAY, 1);
}

/* Returns: (nullable): borrowed, the first of @kind */
static MukanaTimetableItem *
first_of (MukanaTimetable     *timetable,
          MukanaTimetableKind  kind)
{
  for (guint i = 0; i < timetable->items->len; i++)
    {
      MukanaTimetableItem *item = g_ptr_array_index (timetable->items, i);

      if (item->kind == kind)
        return item;
    }

  return NULL;
}

static void
only_the_days_that_are_asked_for_are_read (Fixture       *self,
                                           gconstpointer  data)
{
  g_autoptr (MukanaTimetable) before = NULL, on_it = NULL, after = NULL;

  add_assignment (self, 910, self->anna, DAY, 540, 660);
  before = read_days (self, &mukana_timetable_job, "2026-12-09", 1);
  on_it = read_day (self);
  after = read_days (self, &mukana_timetable_job, "2026-12-11", 30);

  g_assert_cmpuint (before->items->len, ==, 0);
  g_assert_cmpuint (on_it->items->len, ==, 3);
  g_assert_cmpuint (after->items->len, ==, 0);
  g_assert_cmpint (((MukanaTimetableItem *) g_ptr_array_index (on_it->items, 2))->kind, ==,
                   MUKANA_TIMETABLE_EVENT);
  g_assert_cmpint (first_of (on_it, MUKANA_TIMETABLE_REQUEST)->n_found, ==, 1);
}

static void
one_person_at_two_places_is_a_clash_and_an_accepted_one_is_no_news (Fixture       *self,
                                                                    gconstpointer  data)
{
  g_autoptr (MukanaTimetable) timetable = NULL, accepted = NULL;
  g_autoptr (GPtrArray) notes = NULL, no_notes = NULL;

  add_assignment (self, 910, self->anna, DAY, 540, 660);
  add_assignment (self, 911, self->other, DAY, 540, 660);
  timetable = read_day (self);
  g_assert_false (first_of (timetable, MUKANA_TIMETABLE_ASSIGNMENT)->is_clash);
  g_clear_pointer (&timetable, mukana_timetable_free);

  add_assignment (self, 912, self->anna, DAY, 600, 720);
  timetable = read_day (self);
  sql (self, "UPDATE assignment SET clash_reason = 'sovittu' WHERE id IN (910, 912)");
  accepted = read_day (self);

  g_assert_true (first_of (timetable, MUKANA_TIMETABLE_ASSIGNMENT)->is_clash);
  notes = mukana_timetable_item_notes (first_of (timetable, MUKANA_TIMETABLE_ASSIGNMENT));
  no_notes = mukana_timetable_item_notes (first_of (accepted, MUKANA_TIMETABLE_ASSIGNMENT));
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpuint (no_notes->len, ==, 0);
}

static guint
warnings_of (Fixture *self)
{
  g_autoptr (MukanaTimetable) timetable = read_day (self);

  return first_of (timetable, MUKANA_TIMETABLE_ASSIGNMENT)->warnings;
}

static void
agreed_work_warns_of_what_changed_after (Fixture       *self,
                                         gconstpointer  data)
{
  add_assignment (self, 910, self->anna, DAY, 540, 660);
  sql (self, "INSERT INTO credential (person_id, kind, expires_on) VALUES (%d, 'training', "
             "'2026-12-10')", (int) self->anna);
  g_assert_cmpuint (warnings_of (self), ==, 0);

  sql (self, "UPDATE credential SET expires_on = '2026-12-09'");
  g_assert_cmpuint (warnings_of (self), ==, MUKANA_TIMETABLE_CHECK_ENDS);
  sql (self, "INSERT INTO credential (person_id, kind) VALUES (%d, 'training')", (int) self->anna);
  g_assert_cmpuint (warnings_of (self), ==, 0);

  sql (self, "INSERT INTO busy_time (person_id, source, day, start_minute, end_minute) VALUES "
             "(%d, 'x', '" DAY "', 660, 720)", (int) self->anna);
  g_assert_cmpuint (warnings_of (self), ==, 0);
  sql (self, "UPDATE busy_time SET start_minute = 659");
  g_assert_cmpuint (warnings_of (self), ==, MUKANA_TIMETABLE_AWAY);
  sql (self, "DELETE FROM busy_time");

  sql (self, "INSERT INTO absence (person_id, from_day, last_day) VALUES (%d, '2026-12-01', "
             "'2026-12-10')", (int) self->anna);
  g_assert_cmpuint (warnings_of (self), ==, MUKANA_TIMETABLE_AWAY);
  sql (self, "DELETE FROM absence");

  sql (self, "UPDATE consent SET withdrawn_on = '2026-11-20', withdrawn_at = 1");
  g_assert_cmpuint (warnings_of (self), ==, MUKANA_TIMETABLE_NO_CONSENT);
  sql (self, "UPDATE assignment SET state = 'held'");
  g_assert_cmpuint (warnings_of (self), ==, 0);
}

static void
an_absence_tells_who_and_not_why_and_nobody_without_consent (Fixture       *self,
                                                             gconstpointer  data)
{
  g_autoptr (MukanaTimetable) timetable = NULL;
  MukanaTimetableItem *item;

  sql (self, "INSERT INTO absence (person_id, from_day, last_day, reason) VALUES "
             "(%d, '2026-12-01', '" DAY "', 'leikkaus'), (%d, '2026-12-01', '" DAY "', 'matka')",
       (int) self->anna, (int) self->other);
  timetable = read_day (self);

  item = first_of (timetable, MUKANA_TIMETABLE_ABSENCE);
  g_assert_cmpuint (timetable->items->len, ==, 3);
  g_assert_cmpint (item->person_id, ==, self->anna);
  g_assert_nonnull (item->name);
  g_assert_null (item->title);
  g_assert_cmpint (item->day, ==, mukana_day_new (2026, 12, 1));
}

static void
a_busy_time_tells_when_and_of_whom_and_is_no_clash (Fixture       *self,
                                                    gconstpointer  data)
{
  g_autoptr (MukanaTimetable) timetable = NULL;
  MukanaTimetableItem *item;

  add_assignment (self, 910, self->anna, DAY, 540, 660);
  sql (self, "INSERT INTO busy_time (person_id, source, day, start_minute, end_minute) VALUES "
             "(%d, 'x', '" DAY "', 600, 720), (%d, 'y', '" DAY "', 600, 720), "
             "(%d, 'z', '2026-12-31', 600, 720)",
       (int) self->anna, (int) self->other, (int) self->anna);
  timetable = read_day (self);

  item = first_of (timetable, MUKANA_TIMETABLE_ABSENCE);
  g_assert_cmpuint (timetable->items->len, ==, 4);   /* with the request and the event */
  g_assert_cmpint (item->person_id, ==, self->anna);
  g_assert_cmpint (item->start_minute, ==, 600);
  g_assert_cmpint (item->end_minute, ==, 720);
  g_assert_null (item->title);
  g_assert_false (item->is_clash);
  item = first_of (timetable, MUKANA_TIMETABLE_ASSIGNMENT);
  g_assert_false (item->is_clash);
  g_assert_cmpuint (item->warnings & MUKANA_TIMETABLE_AWAY, !=, 0);
}

static void
a_place_is_not_told_of_whom_it_could_endanger (Fixture       *self,
                                               gconstpointer  data)
{
  g_autoptr (MukanaTimetable) open = NULL, hidden = NULL;

  add_assignment (self, 910, self->anna, DAY, 540, 660);
  open = read_day (self);
  sql (self, "UPDATE person SET non_disclosure = 1 WHERE id = %d", (int) self->anna);
  hidden = read_day (self);

  g_assert_cmpstr (first_of (open, MUKANA_TIMETABLE_ASSIGNMENT)->venue, ==, "Sali");
  g_assert_null (first_of (hidden, MUKANA_TIMETABLE_ASSIGNMENT)->venue);
  g_assert_null (first_of (hidden, MUKANA_TIMETABLE_ASSIGNMENT)->municipality);
}

static void
who_may_not_see_people_sees_events_alone (Fixture       *self,
                                          gconstpointer  data)
{
  MukanaDay day = mukana_day_parse_iso (DAY);
  MukanaTimetableAsk ask = { { day, day + 1 }, MUKANA_TIMETABLE_ALL_KINDS };
  g_autoptr (MukanaTimetable) shared = NULL;
  g_autoptr (GError) error = NULL;

  add_assignment (self, 910, self->anna, DAY, 540, 660);
  sql (self, "INSERT INTO absence (person_id, from_day, last_day) VALUES (%d, '" DAY "', '" DAY
             "')", (int) self->anna);
  sql (self, "INSERT INTO register_user (name, role, added_on, added_by) VALUES "
             "('test', 'hyte', '2026-11-01', 'koe')");

  g_assert_null (mukana_store_run (self->place->store, &mukana_timetable_job, &ask, &error));
  shared = read_days (self, &mukana_timetable_shared_job, DAY, 1);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpuint (shared->items->len, ==, 1);
  g_assert_nonnull (first_of (shared, MUKANA_TIMETABLE_EVENT));
}

static void
more_than_can_be_shown_is_told_and_not_read (Fixture       *self,
                                             gconstpointer  data)
{
  g_autoptr (MukanaTimetable) timetable = NULL;

  /* 100 times 100 rows, without a statement that only one engine has. */
  sql (self, "CREATE TABLE digit (n INTEGER)");
  for (int i = 0; i < 100; i++)
    sql (self, "INSERT INTO digit VALUES (%d)", i);
  sql (self, "INSERT INTO assignment (request_id, person_id, day, start_minute, end_minute, state, "
             "agreed_on) SELECT 900, %d, '" DAY "', a.n, 600 + b.n, 'agreed', '2026-11-01' "
             "FROM digit AS a CROSS JOIN digit AS b", (int) self->other);
  timetable = read_day (self);

  g_assert_true (timetable->is_cut);
  g_assert_cmpuint (timetable->items->len, ==, MUKANA_TIMETABLE_MOST + 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add ("/timetabling/" #test, Fixture, NULL, set_up, test, tear_down)
  ADD (only_the_days_that_are_asked_for_are_read);
  ADD (one_person_at_two_places_is_a_clash_and_an_accepted_one_is_no_news);
  ADD (agreed_work_warns_of_what_changed_after);
  ADD (a_busy_time_tells_when_and_of_whom_and_is_no_clash);
  ADD (an_absence_tells_who_and_not_why_and_nobody_without_consent);
  ADD (a_place_is_not_told_of_whom_it_could_endanger);
  ADD (who_may_not_see_people_sees_events_alone);
  ADD (more_than_can_be_shown_is_told_and_not_read);
#undef ADD

  return g_test_run ();
}
