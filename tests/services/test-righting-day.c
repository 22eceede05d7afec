/* test-righting-day.c: a clock that was wrong once takes nobody out of the register for good. */

#include "base/mukana-error.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-retaining.h"
#include "services/mukana-righting-day.h"

#define WRONG_DAY mukana_day_new (2030, 1, 1)

typedef struct
{
  MukanaTestRegister *place;
  gint64              right_us;   /* the clock's instant before it was wrong */
} Fixture;

static void
give (Fixture    *fixture,
      gint64      person_id,
      const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_text (consent, "given-to", "Kirjaaja");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  mukana_record_init_int (consent, "expires-on", MUKANA_TEST_TODAY + 300);
  run (fixture, &mukana_consenting_give_job, consent);
}

static gpointer
touch_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gint64 id;

  fixture->place = mukana_test_register_new ();
  fixture->right_us = mukana_clock_now_us (fixture->place->clock);
  id = mukana_test_add_person (fixture->place, 1);
  give (fixture, id, "register");
  give (fixture, id, "matching");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static void
set_clock (Fixture   *fixture,
           MukanaDay  day)
{
  mukana_clock_set_still (fixture->place->clock,
                          fixture->right_us + (gint64) (day - MUKANA_TEST_TODAY) *
                                              G_USEC_PER_SEC * 24 * 3600);
}

/* One write is enough: an opening is one. */
static void
write_under_a_wrong_clock (Fixture *fixture)
{
  set_clock (fixture, WRONG_DAY);
  mukana_test_write (fixture->place, touch_run, NULL);
  set_clock (fixture, MUKANA_TEST_TODAY);
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "matching.by-name", error);
  int n_usable = 0;

  while (query != NULL && mukana_query_step (query, error) > 0)
    n_usable++;
  return GINT_TO_POINTER (n_usable);
}

static int
count_usable (Fixture *fixture)
{
  return GPOINTER_TO_INT (mukana_test_read (fixture->place, count_run, NULL));
}

static void
days_that_agree_are_not_asked_about (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_assert_null (run (fixture, &mukana_day_ahead_job, NULL));
  fail (fixture, &mukana_day_put_right_job, NULL, MUKANA_ERROR_CONFLICT);
}

static void
a_day_that_ran_ahead_is_told_and_put_right (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree MukanaDayAhead *ahead = NULL;

  g_assert_cmpint (count_usable (fixture), ==, 1);
  write_under_a_wrong_clock (fixture);
  g_assert_cmpint (count_usable (fixture), ==, 0);

  ahead = run (fixture, &mukana_day_ahead_job, NULL);
  g_assert_cmpint (ahead->register_day, ==, WRONG_DAY);
  g_assert_cmpint (ahead->clock_day, ==, MUKANA_TEST_TODAY);
  run (fixture, &mukana_day_put_right_job, NULL);

  g_assert_null (run (fixture, &mukana_day_ahead_job, NULL));
  g_assert_cmpint (count_usable (fixture), ==, 1);
}

static MukanaRetentionOrder *
order_what_is_due (Fixture *fixture)
{
  g_autoptr (MukanaRetention) shown = run (fixture, &mukana_retaining_read_job, NULL);

  return mukana_retention_order_new ("ended", shown->due);
}

static void
nobody_is_erased_for_a_day_that_ran_ahead (Fixture       *fixture,
                                           gconstpointer  data)
{
  MukanaRetentionOrder *order;

  write_under_a_wrong_clock (fixture);
  order = order_what_is_due (fixture);
  g_assert_cmpuint (order->ids->len, ==, 1);

  fail (fixture, &mukana_retaining_run_job, order, MUKANA_ERROR_NOT_ALLOWED);

  run (fixture, &mukana_day_put_right_job, NULL);
  g_assert_cmpint (count_usable (fixture), ==, 1);
  mukana_retention_order_free (order);
}

/* As above, but that the day is that of the clock. */
static void
who_is_due_by_the_clock_is_erased (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree gint64 *n_removed = NULL;
  MukanaRetentionOrder *order;

  set_clock (fixture, WRONG_DAY);
  mukana_test_write (fixture->place, touch_run, NULL);
  order = order_what_is_due (fixture);
  n_removed = run (fixture, &mukana_retaining_run_job, order);

  g_assert_cmpint (*n_removed, ==, 1);
  mukana_retention_order_free (order);
}

#define TEST(name) g_test_add ("/righting-day/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST (days_that_agree_are_not_asked_about);
  TEST (a_day_that_ran_ahead_is_told_and_put_right);
  TEST (nobody_is_erased_for_a_day_that_ran_ahead);
  TEST (who_is_due_by_the_clock_is_erased);

  return g_test_run ();
}
