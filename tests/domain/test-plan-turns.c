/* test-plan-turns.c: what is left out and taken in again is planned as if anew, and as its text. */

#include "domain/mukana-plan-protocol.h"
#include "plan-kit.h"

/* The same without the requests that are left out, planned anew. */
static gint64
value_without_left_out (MukanaPlan *plan)
{
  g_autofree char *text = mukana_plan_format (plan);
  g_autoptr (MukanaPlan) other = mukana_plan_parse (text);
  g_autoptr (MukanaPlanResult) result = NULL;

  for (guint i = other->lines->len; i-- > 0; )
    if (!mukana_plan_is_wanted (plan, g_array_index (other->lines, MukanaPlanLine, i).request_id))
      g_array_remove_index (other->lines, i);
  g_array_set_size (other->turns, 0);
  result = plan_kit_solve (other);

  g_assert_cmpint (result->value, ==, result->bound);
  return result->value;
}

static void
leave_out_and_take_in (MukanaPlan *plan,
                       guint       seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (MukanaPlanner) planner = mukana_planner_new (plan);
  g_autoptr (MukanaPlanResult) first = NULL;

  if (seed % 3 == 0)   /* before anything is planned, too */
    mukana_plan_add_turn (plan, 0, g_array_index (plan->lines, MukanaPlanLine, 0).request_id,
                          FALSE);
  first = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
  g_assert_cmpint (first->value, ==, value_without_left_out (plan));

  for (int round = 0; round < 5; round++)
    {
      gint32 line = g_rand_int_range (random, 0, (gint32) plan->lines->len);
      gint64 request_id = g_array_index (plan->lines, MukanaPlanLine, line).request_id;
      g_autoptr (MukanaPlanResult) result = NULL;
      g_autoptr (MukanaFlowProof) proof = NULL;
      g_autofree char *protocol = NULL;
      MukanaPlanSums sums;

      g_assert_true (mukana_planner_turn (planner, request_id,
                                          !mukana_plan_is_wanted (plan, request_id)));
      result = mukana_planner_solve_again (planner, NULL, NULL);
      proof = mukana_flow_prove (mukana_planner_peek_flow (planner));
      protocol = mukana_plan_protocol_new (plan, result);
      sums = mukana_plan_sum (plan, result->seats);

      g_assert_true (sums.is_allowed);
      g_assert_cmpint (result->value, ==, sums.value);
      g_assert_cmpint (result->value, ==, result->bound);
      g_assert_cmpint (result->value, ==, value_without_left_out (plan));
      g_assert_true (mukana_flow_proof_holds (mukana_planner_peek_flow (planner), proof));
      g_assert_true (mukana_plan_protocol_holds (protocol));
    }
}

static void
test_request_is_left_out_and_taken_in_again (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random (seed, 16);

      leave_out_and_take_in (plan, seed);
    }
}

static void
test_request_with_groups_is_left_out_and_taken_in_again (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random_groups (seed, 12);

      leave_out_and_take_in (plan, seed);
    }
}

static void
test_planned_again_too_often_is_to_be_planned_anew (void)
{
  g_autoptr (MukanaPlan) plan = plan_kit_random (1, 7);
  g_autoptr (MukanaPlanner) planner = mukana_planner_new (plan);
  gint64 request_id = g_array_index (plan->lines, MukanaPlanLine, 0).request_id;

  mukana_plan_result_free (mukana_planner_solve (planner, 10, NULL, NULL));
  for (int round = 1; round <= MUKANA_PLAN_MOST_ROUNDS; round++)
    {
      g_assert_true (mukana_planner_turn (planner, request_id, round % 2 == 0));
      mukana_plan_result_free (mukana_planner_solve_again (planner, NULL, NULL));
    }

  g_assert_false (mukana_planner_turn (planner, request_id, FALSE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-turns/left-out-and-taken-in-again",
                   test_request_is_left_out_and_taken_in_again);
  g_test_add_func ("/plan-turns/with-groups",
                   test_request_with_groups_is_left_out_and_taken_in_again);
  g_test_add_func ("/plan-turns/too-many", test_planned_again_too_often_is_to_be_planned_anew);

  return g_test_run ();
}
