/* test-importing-times.c: busy times of a person's own calendar come as they were shown, once, and
 * go back; and whoever is busy, by their calendar or by a shift, is not proposed.
 */

#include <glib/gstdio.h>

#include "base/mukana-error.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-importing-times.h"
#include "services/mukana-matching.h"
#include "services/mukana-volunteering.h"
#include "seeking-kit.h"

typedef struct
{
  Seeking  seeking;
  gint64   person;
  char    *folder;
  char    *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autoptr (GError) error = NULL;

  seeking_set_up (&self->seeking, NULL);
  mukana_person_init_names (person, "Aino", "Koetinen");
  self->person = seeking_add_person (&self->seeking, person, 8 * 60);
  self->folder = g_dir_make_tmp ("mukana-times-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "own.ics", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  seeking_tear_down (&self->seeking, NULL);
}

#define ENTRY(uid, start, more) \
  "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTART:" start "\r\nDURATION:PT1H\r\n" more "END:VEVENT\r\n"

static MukanaTimesPlan *
plan (Fixture    *self,
      const char *entries)
{
  g_autoptr (MukanaTimesFile) file = mukana_times_file_new (self->person, self->path);
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", entries,
                                       "END:VCALENDAR\r\n", NULL);

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  return seeking_run (&self->seeking, &mukana_times_plan_job, file);
}

static void
bring (Fixture    *self,
       const char *entries)
{
  g_autoptr (MukanaTimesPlan) found = plan (self, entries);

  seeking_run (&self->seeking, &mukana_times_put_job, found->change);
}

/* Returns: yours, "12-10 600-660", soonest first */
static char *
tell (Fixture *self)
{
  g_autoptr (MukanaTimesAway) away = seeking_run (&self->seeking, &mukana_times_list_job,
                                                  &self->person);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < away->busy_times->len; i++)
    {
      MukanaBusyTime *time = g_ptr_array_index (away->busy_times, i);
      g_autofree char *day = mukana_day_to_iso (time->day);

      g_string_append_printf (text, "%s%s %d-%d", i > 0 ? ", " : "", day + 5,
                              (int) time->start_minute, (int) time->end_minute);
    }

  return g_string_free (text, FALSE);
}

static void
assert_times (Fixture    *self,
              const char *expected)
{
  g_autofree char *told = tell (self);

  g_assert_cmpstr (told, ==, expected);
}

static void
a_plan_changes_nothing_and_says_what_would_come (Fixture       *self,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaTimesPlan) found = plan (self, ENTRY ("a", "20261210T100000", "")
                                            ENTRY ("b", "20261211T100000", "STATUS:CANCELLED\r\n")
                                            ENTRY ("c", "20201211T100000", ""));
  g_autofree char *told = mukana_times_plan_tell (found);
  g_autoptr (GPtrArray) left = mukana_times_plan_left (found);

  assert_times (self, "");
  g_assert_cmpstr (told, ==, "1 new time");
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpuint (found->n_cancelled, ==, 1);
  g_assert_cmpuint (found->n_outside, ==, 1);
}

static void
a_later_file_replaces_what_it_names_and_leaves_the_rest (Fixture       *self,
                                                         gconstpointer  data)
{
  g_autoptr (MukanaTimesPlan) same = NULL;

  bring (self, ENTRY ("a", "20261210T100000", "") ENTRY ("b", "20261211T100000", ""));
  same = plan (self, ENTRY ("a", "20261210T100000", "") ENTRY ("b", "20261211T100000", ""));
  bring (self, ENTRY ("a", "20261210T150000", "") ENTRY ("c", "20261212T100000", ""));
  assert_times (self, "12-10 900-960, 12-11 600-660, 12-12 600-660");

  bring (self, ENTRY ("b", "20261211T100000", "STATUS:CANCELLED\r\n"));
  assert_times (self, "12-10 900-960, 12-12 600-660");
  g_assert_cmpuint (same->n_new, ==, 0);
  g_assert_cmpuint (same->n_same, ==, 2);
  g_assert_cmpuint (same->n_gone, ==, 0);
}

static void
what_was_brought_is_taken_back (Fixture       *self,
                                gconstpointer  data)
{
  g_autoptr (MukanaTimesPlan) found = NULL;
  g_autoptr (MukanaTimesChange) back = NULL;

  bring (self, ENTRY ("a", "20261210T100000", ""));
  found = plan (self, ENTRY ("a", "20261210T150000", "RRULE:FREQ=DAILY;COUNT=2\r\n"));
  seeking_run (&self->seeking, &mukana_times_put_job, found->change);
  assert_times (self, "12-10 900-960, 12-11 900-960");

  back = mukana_times_change_turn (found->change);
  seeking_run (&self->seeking, &mukana_times_put_job, back);

  assert_times (self, "12-10 600-660");
}

static void
a_plan_that_is_out_of_date_is_refused (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr (MukanaTimesPlan) found = plan (self, ENTRY ("a", "20261210T100000", ""));
  g_autoptr (GError) error = NULL;

  bring (self, ENTRY ("b", "20261211T100000", ""));
  mukana_store_run (self->seeking.place->store, &mukana_times_put_job, found->change, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  assert_times (self, "12-11 600-660");
}

static gboolean
is_candidate (Fixture *self,
              gint64   request)
{
  MukanaMatchQuestion *question = mukana_match_question_new (self->seeking.matcher, request, 1);
  g_autoptr (MukanaMatchAnswer) answer = seeking_run (&self->seeking, &mukana_matching_job,
                                                      question);

  mukana_match_question_free (question);
  return answer->n_fits > 0;
}

static void
whoever_is_busy_is_not_proposed (Fixture       *self,
                                 gconstpointer  data)
{
  gint64 request = seeking_add_request (&self->seeking, "Työpaja", 1, 12);

  bring (self, ENTRY ("a", "20261210T110000", ""));
  g_assert_true (is_candidate (self, request));
  bring (self, ENTRY ("a", "20261210T113000", ""));
  g_assert_false (is_candidate (self, request));
}

static gint64
add_point (Fixture *self)
{
  g_autoptr (MukanaOlkaPoint) point = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);

  mukana_record_init_text (point, "name", "Sairaalan aula");
  mukana_record_init_int (point, "opens-minute", 540);
  mukana_record_init_int (point, "closes-minute", 900);
  return seeking_take_id (seeking_run (&self->seeking, &mukana_cooperating_save_job, point));
}

static void
whoever_has_a_shift_is_not_proposed_until_it_is_dropped (Fixture       *self,
                                                         gconstpointer  data)
{
  gint64 request = seeking_add_request (&self->seeking, "Työpaja", 1, 12);
  g_autoptr (MukanaShift) shift = g_object_new (MUKANA_TYPE_SHIFT, NULL);
  g_autoptr (MukanaRoster) roster = NULL;

  mukana_record_init_int (shift, "point-id", add_point (self));
  mukana_record_init_int (shift, "person-id", self->person);
  mukana_record_init_int (shift, "day", REQUEST_DAY);
  mukana_record_init_int (shift, "start-minute", 11 * 60);
  mukana_record_init_int (shift, "end-minute", 13 * 60);

  g_assert_true (is_candidate (self, request));
  g_free (seeking_run (&self->seeking, &mukana_shift_add_job, shift));
  g_assert_false (is_candidate (self, request));
  roster = seeking_run (&self->seeking, &mukana_roster_job, NULL);
  seeking_run (&self->seeking, &mukana_shift_drop_job, g_ptr_array_index (roster->shifts, 0));
  g_assert_true (is_candidate (self, request));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add ("/importing-times/" #test, Fixture, NULL, set_up, test, tear_down)
  ADD (a_plan_changes_nothing_and_says_what_would_come);
  ADD (a_later_file_replaces_what_it_names_and_leaves_the_rest);
  ADD (what_was_brought_is_taken_back);
  ADD (a_plan_that_is_out_of_date_is_refused);
  ADD (whoever_is_busy_is_not_proposed);
  ADD (whoever_has_a_shift_is_not_proposed_until_it_is_dropped);
#undef ADD

  return g_test_run ();
}
