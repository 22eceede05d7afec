/* test-looking-ahead.c: what is told before agreed work is moved, and where it is told after. */

#include "seeking-kit.h"
#include "services/mukana-looking-ahead.h"
#include "services/mukana-proposing.h"
#include "services/mukana-supporting.h"

typedef Seeking Fixture;

/* Free on Thursdays from eight to twenty. */
static gint64
add_expert (Fixture    *fixture,
            const char *given)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, given, "Kuvitelma");
  return seeking_add_person (fixture, person, 8 * 60);
}

static MukanaAssignment *
read_assignment (Fixture *fixture,
                 gint64   id)
{
  g_autoptr (MukanaAssignmentFile) file = seeking_run (fixture, &mukana_assignment_file_job, &id);

  return g_object_ref (file->assignment);
}

static MukanaLookAhead *
look (Fixture          *fixture,
      MukanaAssignment *assignment,
      MukanaDay         day,
      int               start_minute)
{
  g_autoptr (MukanaAssignment) moved = mukana_record_with_int (assignment, "day", day);

  mukana_record_init_int (moved, "start-minute", start_minute);
  mukana_record_init_int (moved, "end-minute", start_minute + 120);
  return seeking_run (fixture, &mukana_look_ahead_job, moved);
}

static void
time_in_the_week_is_told_free_and_another_is_not (Fixture       *fixture,
                                                  gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 id = seeking_agree (fixture, request, add_expert (fixture, "Aino"));
  g_autoptr (MukanaAssignment) assignment = read_assignment (fixture, id);

  g_autoptr (MukanaLookAhead) free = look (fixture, assignment, REQUEST_DAY + 7, 600);
  g_autoptr (MukanaLookAhead) other = look (fixture, assignment, REQUEST_DAY + 8, 600);

  g_assert_null (free->clash);
  g_assert_true (free->is_in_week);
  g_assert_null (other->clash);
  g_assert_true (other->has_week);
  g_assert_false (other->is_in_week);
}

static void
other_work_and_a_holiday_are_told (Fixture       *fixture,
                                   gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino");
  gint64 first = seeking_agree (fixture, seeking_add_request (fixture, "Raati", 1, 10), aino);
  g_autoptr (MukanaAssignment) assignment = read_assignment (fixture, first);

  seeking_agree (fixture, seeking_add_request (fixture, "Ilta", 1, 17), aino);
  g_autoptr (MukanaLookAhead) clash = look (fixture, assignment, REQUEST_DAY, 16 * 60);
  g_autoptr (MukanaLookAhead) holiday = look (fixture, assignment,
                                              mukana_day_new (2027, 12, 6), 600);

  g_assert_nonnull (clash->clash);
  g_assert_false (clash->is_holiday);
  g_assert_null (holiday->clash);
  g_assert_true (holiday->is_holiday);
}

static void
request_and_its_others_stay_and_it_is_told (Fixture       *fixture,
                                            gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 id = seeking_agree (fixture, request, add_expert (fixture, "Aino"));
  g_autoptr (MukanaAssignment) assignment = read_assignment (fixture, id);
  g_autoptr (MukanaAssignment) moved = mukana_record_with_int (assignment, "day",
                                                               REQUEST_DAY + 7);

  seeking_agree (fixture, request, add_expert (fixture, "Veikko"));
  g_autoptr (MukanaLookAhead) same = look (fixture, assignment, REQUEST_DAY, 600);
  g_autoptr (MukanaLookAhead) other = look (fixture, assignment, REQUEST_DAY + 7, 600);
  seeking_run (fixture, &mukana_supporting_move_job, moved);
  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_true (same->is_of_request);
  g_assert_cmpuint (same->n_others, ==, 0);
  g_assert_false (other->is_of_request);
  g_assert_cmpint (other->request_day, ==, REQUEST_DAY);
  g_assert_cmpuint (other->n_others, ==, 1);
  for (guint i = 0; i < file->assignments->len; i++)
    {
      MukanaAssignment *one = ((MukanaAssignmentRow *) file->assignments->pdata[i])->assignment;

      g_assert_cmpint (mukana_request_file_is_elsewhere (file, one), ==, one->id == id);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/looking-ahead/" #name, Fixture, NULL, seeking_set_up, name, seeking_tear_down)
  ADD (time_in_the_week_is_told_free_and_another_is_not);
  ADD (other_work_and_a_holiday_are_told);
  ADD (request_and_its_others_stay_and_it_is_told);
#undef ADD

  return g_test_run ();
}
