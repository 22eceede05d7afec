/* test-planning-fees.c: own fee ceilings hold over all that is planned for somebody. */

#include "seeking-kit.h"
#include "services/mukana-planning.h"

typedef Seeking Fixture;

static gint64
add_paid_request (Fixture    *fixture,
                  const char *title,
                  int         start_hour,
                  gint64      fee_cents)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request (title, 1, start_hour);

  mukana_record_init_int (file->request, "fee-cents", fee_cents);
  return seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
}

static gint64
add_expert_with (Fixture    *fixture,
                 const char *ceiling,
                 gint64      cents)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, "Aino", "Kuvitelma");
  mukana_record_init_int (person, "notice-days", 7);
  mukana_record_init_text (person, "fee-mode", "fee");
  if (ceiling != NULL)
    mukana_record_init_int (person, ceiling, cents);
  return seeking_add_person (fixture, person, 8 * 60);
}

/* Of all requests. */
static guint
count_moves (Fixture *fixture)
{
  MukanaPlanningQuestion *question = mukana_planning_question_new (fixture->matcher, 1);
  g_autoptr (MukanaPlanningAnswer) answer = seeking_run (fixture, &mukana_planning_job, question);

  mukana_planning_question_free (question);
  g_assert_true (mukana_plan_protocol_holds (answer->protocol));
  g_assert_cmpint (answer->value, ==, answer->bound);
  return answer->n_moves;
}

static void
nobody_is_planned_above_their_month (Fixture       *fixture,
                                     gconstpointer  data)
{
  add_paid_request (fixture, "Aamu", 9, 6000);
  add_paid_request (fixture, "Ilta", 14, 6000);
  add_expert_with (fixture, "fee-ceiling-cents", 11999);

  g_assert_cmpuint (count_moves (fixture), ==, 1);
}

static void
nobody_is_planned_above_their_year (Fixture       *fixture,
                                    gconstpointer  data)
{
  add_paid_request (fixture, "Aamu", 9, 6000);
  add_paid_request (fixture, "Ilta", 14, 6000);
  add_expert_with (fixture, "fee-ceiling-year-cents", 11999);

  g_assert_cmpuint (count_moves (fixture), ==, 1);
}

static void
ceiling_is_filled_to_the_cent (Fixture       *fixture,
                               gconstpointer  data)
{
  add_paid_request (fixture, "Aamu", 9, 6000);
  add_paid_request (fixture, "Ilta", 14, 6000);
  add_expert_with (fixture, "fee-ceiling-cents", 12000);

  g_assert_cmpuint (count_moves (fixture), ==, 2);
}

static void
ceilings_are_each_persons_own (Fixture       *fixture,
                               gconstpointer  data)
{
  add_paid_request (fixture, "Aamu", 9, 6000);
  add_paid_request (fixture, "Ilta", 14, 6000);
  add_expert_with (fixture, "fee-ceiling-cents", 6000);
  add_expert_with (fixture, "fee-ceiling-year-cents", 6000);

  g_assert_cmpuint (count_moves (fixture), ==, 2);
}

static void
what_they_agreed_to_is_spent (Fixture       *fixture,
                              gconstpointer  data)
{
  gint64 agreed = add_paid_request (fixture, "Sovittu", 9, 6000);
  gint64 aino = add_expert_with (fixture, "fee-ceiling-cents", 12000);

  seeking_agree (fixture, agreed, aino);
  add_paid_request (fixture, "Aamu", 12, 6000);
  add_paid_request (fixture, "Ilta", 15, 6000);

  g_assert_cmpuint (count_moves (fixture), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/planning-fees/" name, Fixture, NULL, seeking_set_up, function, seeking_tear_down)
  ADD ("month", nobody_is_planned_above_their_month);
  ADD ("year", nobody_is_planned_above_their_year);
  ADD ("to-the-cent", ceiling_is_filled_to_the_cent);
  ADD ("each-their-own", ceilings_are_each_persons_own);
  ADD ("agreed", what_they_agreed_to_is_spent);

  return g_test_run ();
}
