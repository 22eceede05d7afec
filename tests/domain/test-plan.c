/* test-plan.c: the plan is the best there is, breaks no rule, and is the same every time. */

#include <string.h>

#include "domain/mukana-explain-plan.h"
#include "domain/mukana-plan-protocol.h"
#include "plan-kit.h"

enum { N_CASES = 1500 };

static void
add_request (MukanaPlan *plan,
             gint64      request_id,
             int         seats,
             int         day,
             int         start_hour,
             int         end_hour)
{
  MukanaPlanLine line = { request_id, 0, seats, FALSE };
  MukanaPlanTime time = plan_kit_time (request_id, 0, day, start_hour, end_hour);

  g_array_append_val (plan->lines, line);
  g_array_append_val (plan->times, time);
}

static void
add_person (MukanaPlan *plan,
            gint64      person_id)
{
  MukanaPlanPerson person = { person_id, 2, 6, FALSE };

  g_array_append_val (plan->people, person);
}

static void
add_pair (MukanaPlan *plan,
          gint64      request_id,
          gint64      person_id,
          int         fit)
{
  MukanaPlanPair pair = { request_id, person_id, 0, fit, 1 };

  g_array_append_val (plan->pairs, pair);
}

static void
pin (MukanaPlan        *plan,
     gint64             request_id,
     gint64             person_id,
     MukanaPlanPinKind  kind)
{
  MukanaPlanPin pinned = { request_id, person_id, kind };

  g_array_append_val (plan->pins, pinned);
}

static gboolean
has_seat (MukanaPlanResult *result,
          gint64            request_id,
          gint64            person_id)
{
  for (guint i = 0; i < result->seats->len; i++)
    {
      const MukanaPlanSeat *seat = &g_array_index (result->seats, MukanaPlanSeat, i);

      if (seat->request_id == request_id && seat->person_id == person_id)
        return TRUE;
    }

  return FALSE;
}

/* ---- Random plans ---- */

/* Every way there is of putting people into seats. */
static void
try_everything (MukanaPlan *plan,
                guint       next,
                GArray     *seats,
                gint64     *best)
{
  const MukanaPlanPair *pair;

  if (next == plan->pairs->len)
    {
      MukanaPlanSums sums = mukana_plan_sum (plan, seats);

      if (sums.is_allowed)
        *best = MAX (*best, sums.value);
      return;
    }

  try_everything (plan, next + 1, seats, best);
  pair = &g_array_index (plan->pairs, MukanaPlanPair, next);
  for (int line = 0; line < 2; line++)
    if (pair->lines >> line & 1)
      {
        MukanaPlanSeat seat = { pair->request_id, pair->person_id, pair->way, line, pair->fit,
                                line == 1 };

        g_array_append_val (seats, seat);
        try_everything (plan, next + 1, seats, best);
        g_array_set_size (seats, seats->len - 1);
      }
}

static void
test_plan_is_the_best_there_is (void)
{
  guint n_branched = 0, n_filled = 0;

  for (guint seed = 0; seed < N_CASES; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random (seed, 7);
      g_autoptr (MukanaPlanResult) result = NULL;
      g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (MukanaPlanSeat));
      gint64 best = G_MININT64;
      MukanaPlanSums sums;

      try_everything (plan, 0, seats, &best);
      result = plan_kit_solve (plan);
      sums = mukana_plan_sum (plan, result->seats);

      g_assert_true (sums.is_allowed);
      g_assert_cmpint (result->value, ==, sums.value);
      g_assert_cmpint (result->value, ==, best);
      g_assert_cmpint (result->bound, ==, best);
      n_branched += result->n_branches > 1;
      n_filled += sums.n_filled;
    }

  g_assert_cmpuint (n_branched, >, N_CASES / 50);
  g_assert_cmpuint (n_filled, >, N_CASES);
}

/* Ceilings hold over all seats of a plan together. */
static void
test_plan_with_fees_is_the_best_there_is (void)
{
  guint n_held_back = 0, n_filled = 0;

  for (guint seed = 0; seed < N_CASES; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random (seed, 7);
      g_autoptr (MukanaPlanResult) result = NULL, free_result = NULL;
      g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (MukanaPlanSeat));
      g_autofree char *text = NULL;
      gint64 best = G_MININT64;
      MukanaPlanSums sums;

      plan_kit_add_fees (plan, seed);
      try_everything (plan, 0, seats, &best);
      result = plan_kit_solve (plan);
      sums = mukana_plan_sum (plan, result->seats);
      text = mukana_plan_protocol_new (plan, result);

      g_assert_true (sums.is_allowed);
      g_assert_cmpint (result->value, ==, sums.value);
      g_assert_cmpint (result->value, ==, best);
      g_assert_cmpint (result->bound, ==, best);
      g_assert_true (mukana_plan_protocol_holds (text));
      n_filled += sums.n_filled;

      g_array_set_size (plan->purses, 0);
      free_result = plan_kit_solve (plan);
      n_held_back += free_result->value > result->value;
    }

  g_assert_cmpuint (n_held_back, >, N_CASES / 5);
  g_assert_cmpuint (n_filled, >, N_CASES / 2);
}

static void
test_plan_with_groups_is_the_best_there_is (void)
{
  guint n_composed = 0, n_filled = 0;

  for (guint seed = 0; seed < 2 * N_CASES; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random_groups (seed, 7);
      g_autoptr (MukanaPlanResult) result = NULL, free_result = NULL;
      g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (MukanaPlanSeat));
      g_autofree char *text = NULL;
      gint64 best = G_MININT64;
      MukanaPlanSums sums;

      try_everything (plan, 0, seats, &best);
      result = plan_kit_solve (plan);
      sums = mukana_plan_sum (plan, result->seats);
      text = mukana_plan_protocol_new (plan, result);

      g_assert_true (sums.is_allowed);
      g_assert_cmpint (result->value, ==, sums.value);
      g_assert_cmpint (result->value, ==, best);
      g_assert_cmpint (result->bound, ==, best);
      g_assert_true (mukana_plan_protocol_holds (text));
      n_filled += sums.n_filled;

      g_array_set_size (plan->rules, 0);
      free_result = plan_kit_solve (plan);
      n_composed += free_result->value > result->value;
    }

  g_assert_cmpuint (n_composed, >, N_CASES / 3);   /* else the rules asked for nothing */
  g_assert_cmpuint (n_filled, >, N_CASES);
}

static void
test_larger_groups_break_no_rule (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random_groups (seed, 18);
      g_autoptr (MukanaPlanner) planner = mukana_planner_new (plan);
      g_autoptr (MukanaPlanResult) hurried = mukana_planner_solve (planner, 1, NULL, NULL);
      g_autoptr (MukanaPlanResult) patient = plan_kit_solve (plan);
      g_autoptr (MukanaFlowProof) proof = mukana_flow_prove (mukana_planner_peek_flow (planner));
      MukanaPlanSums sums = mukana_plan_sum (plan, hurried->seats);

      g_assert_true (sums.is_allowed);
      g_assert_cmpint (hurried->value, ==, sums.value);
      g_assert_cmpint (hurried->value, <=, patient->value);
      g_assert_cmpint (patient->value, <=, hurried->bound);
      g_assert_cmpint (patient->value, ==, patient->bound);
      g_assert_true (mukana_flow_proof_holds (mukana_planner_peek_flow (planner), proof));
    }
}

static void
add_rule (MukanaPlan         *plan,
          gint64              request_id,
          MukanaPlanRuleKind  kind)
{
  MukanaPlanRule rule = { request_id, (int) plan->rules->len, kind, 0, 0 };

  g_array_append_val (plan->rules, rule);
}

static void
add_trait (MukanaPlan *plan,
           gint64      request_id,
           int         number,
           gint64      person_id,
           int         class)
{
  MukanaPlanTrait trait = { request_id, number, person_id, class };

  g_array_append_val (plan->traits, trait);
}

/* Two first-timers fit best; one of them goes with whoever has taken part before. */
static void
test_first_timer_goes_with_somebody_experienced (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanner) planner = NULL;
  g_autoptr (MukanaPlanResult) result = NULL;
  g_autofree char *told = NULL;
  MukanaPlanWhy why;

  add_request (plan, 1, 2, 0, 9, 11);
  for (gint64 person = 1; person <= 3; person++)
    add_person (plan, person);
  add_pair (plan, 1, 1, 900);
  add_pair (plan, 1, 2, 800);
  add_pair (plan, 1, 3, 400);
  add_rule (plan, 1, MUKANA_PLAN_RULE_MENTOR);
  add_trait (plan, 1, 0, 1, 1);
  add_trait (plan, 1, 0, 2, 1);
  planner = mukana_planner_new (plan);
  result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
  why = mukana_planner_why (planner, 1, 2);
  told = mukana_explain_plan_why (&why, NULL);

  g_assert_true (has_seat (result, 1, 1));
  g_assert_true (has_seat (result, 1, 3));
  g_assert_cmpint (result->value, ==, result->bound);
  g_assert_cmpint (why.kind, ==, MUKANA_PLAN_WHY_GROUP);
  g_assert_cmpstr (told, ==, "Somebody who has taken part before is needed in the group");
}

/* Whoever must take part draws somebody experienced along, and cannot where there is nobody. */
static void
test_pin_holds_in_a_group_that_can_be (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) result = NULL, alone = NULL;

  add_request (plan, 1, 2, 0, 9, 11);
  add_request (plan, 2, 1, 0, 10, 12);
  for (gint64 person = 1; person <= 3; person++)
    add_person (plan, person);
  add_pair (plan, 1, 1, 300);
  add_pair (plan, 1, 2, 200);
  add_pair (plan, 2, 2, 900);
  add_pair (plan, 1, 3, 800);
  add_rule (plan, 1, MUKANA_PLAN_RULE_MENTOR);
  add_trait (plan, 1, 0, 1, 1);
  add_trait (plan, 1, 0, 3, 1);
  pin (plan, 1, 1, MUKANA_PLAN_MUST);
  result = plan_kit_solve (plan);
  pin (plan, 1, 2, MUKANA_PLAN_NEVER);
  alone = plan_kit_solve (plan);

  g_assert_true (has_seat (result, 1, 1));
  g_assert_true (has_seat (result, 1, 2));
  g_assert_cmpuint (result->n_unmet, ==, 0);
  g_assert_cmpint (result->value, ==, mukana_plan_sum (plan, result->seats).value);
  g_assert_cmpint (result->value, ==, result->bound);
  g_assert_false (has_seat (alone, 1, 1));
  g_assert_cmpuint (alone->n_unmet, ==, 1);
  g_assert_cmpint (alone->value, ==, alone->bound);
}

static void
test_nobody_is_asked_alone (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) alone = NULL, joined = NULL;

  add_request (plan, 1, 2, 0, 9, 11);
  add_person (plan, 1);
  add_pair (plan, 1, 1, 900);
  add_rule (plan, 1, MUKANA_PLAN_RULE_TWO);
  alone = plan_kit_solve (plan);
  g_array_index (plan->rules, MukanaPlanRule, 0).n_kept = 1;
  joined = plan_kit_solve (plan);

  g_assert_cmpuint (alone->seats->len, ==, 0);
  g_assert_cmpuint (joined->seats->len, ==, 1);
}

/* One person may answer two rules: nobody is left out for a second one. */
static void
test_one_person_may_answer_two_rules (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) result = NULL;

  add_request (plan, 1, 2, 0, 9, 11);
  for (gint64 person = 1; person <= 4; person++)
    add_person (plan, person);
  add_pair (plan, 1, 1, 900);
  add_pair (plan, 1, 2, 850);
  add_pair (plan, 1, 3, 500);   /* experienced, and works in the language */
  add_pair (plan, 1, 4, 700);   /* works in the language */
  add_rule (plan, 1, MUKANA_PLAN_RULE_MENTOR);
  add_rule (plan, 1, MUKANA_PLAN_RULE_LANGUAGE);
  add_trait (plan, 1, 0, 1, 1);
  add_trait (plan, 1, 0, 2, 1);
  add_trait (plan, 1, 0, 4, 1);
  add_trait (plan, 1, 1, 3, 1);
  add_trait (plan, 1, 1, 4, 1);
  result = plan_kit_solve (plan);

  g_assert_true (has_seat (result, 1, 1));
  g_assert_true (has_seat (result, 1, 3));
  g_assert_cmpint (result->value, ==, 1400);
}

static void
test_larger_plans_break_no_rule (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random (seed, 16);
      g_autoptr (MukanaPlanner) planner = mukana_planner_new (plan);
      g_autoptr (MukanaPlanResult) hurried = mukana_planner_solve (planner, 1, NULL, NULL);
      g_autoptr (MukanaPlanResult) patient = plan_kit_solve (plan);
      MukanaPlanSums sums = mukana_plan_sum (plan, hurried->seats);

      g_assert_true (sums.is_allowed);
      g_assert_cmpint (hurried->value, ==, sums.value);
      g_assert_cmpint (hurried->value, <=, patient->value);
      g_assert_cmpint (patient->value, <=, hurried->bound);
      g_assert_cmpint (patient->value, ==, patient->bound);
    }
}

static void
shuffle (GArray *array,
         GRand  *random)
{
  guint size = g_array_get_element_size (array);
  g_autofree char *spare = g_malloc (size);

  for (guint i = array->len; i > 1; i--)
    {
      char *a = array->data + (i - 1) * size;
      char *b = array->data + (guint) g_rand_int_range (random, 0, (gint32) i) * size;

      memcpy (spare, a, size);
      memcpy (a, b, size);
      memcpy (b, spare, size);
    }
}

static void
test_order_of_input_means_nothing (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (MukanaPlan) plan = plan_kit_random (seed, 16);
      g_autoptr (MukanaPlan) other = plan_kit_random (seed, 16);
      g_autoptr (MukanaPlanResult) result = plan_kit_solve (plan);
      g_autoptr (MukanaPlanResult) again = NULL;
      g_autofree char *text = mukana_plan_format (plan);
      g_autofree char *other_text = NULL;

      shuffle (other->lines, random);
      shuffle (other->times, random);
      shuffle (other->people, random);
      shuffle (other->pairs, random);
      shuffle (other->pins, random);
      again = plan_kit_solve (other);
      other_text = mukana_plan_format (other);

      g_assert_cmpstr (text, ==, other_text);
      g_assert_cmpmem (result->seats->data, result->seats->len * sizeof (MukanaPlanSeat),
                       again->seats->data, again->seats->len * sizeof (MukanaPlanSeat));
    }
}

static void
test_text_of_a_plan_plans_the_same (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random (seed, 16);
      g_autofree char *text = mukana_plan_format (plan);
      g_autoptr (MukanaPlan) read = mukana_plan_parse (text);
      g_autoptr (MukanaPlanResult) result = plan_kit_solve (plan);
      g_autoptr (MukanaPlanResult) again = plan_kit_solve (read);
      g_autofree char *again_text = mukana_plan_format (read);

      g_assert_cmpstr (text, ==, again_text);
      g_assert_cmpmem (result->seats->data, result->seats->len * sizeof (MukanaPlanSeat),
                       again->seats->data, again->seats->len * sizeof (MukanaPlanSeat));
    }
}

static void
test_text_that_is_no_plan_is_refused (void)
{
  static const char * const texts[] = {
    "", "mukana-plan 2\n", "mukana-plan 1\nx 1\n", "mukana-plan 1\nl 1 2\n",
    "mukana-plan 1\np 1 two 3 4\n", "mukana-plan 1\n\tl 1 0 1 0\n",
    "mukana-plan 1\nc 1 2 3 4 5 6 7 8 9 10\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (mukana_plan_parse (texts[i]));
}

static void
test_protocol_tells_what_comes_of_it (void)
{
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random (seed, 16);
      g_autoptr (MukanaPlanResult) result = plan_kit_solve (plan);
      g_autofree char *text = mukana_plan_protocol_new (plan, result);
      g_autofree char *spoilt = NULL;
      MukanaPlanCheck check;

      g_assert_true (mukana_plan_protocol_holds (text));
      if (result->seats->len == 0)
        continue;
      g_array_index (result->seats, MukanaPlanSeat, 0).person_id++;
      result->value += 5;
      spoilt = mukana_plan_protocol_new (plan, result);
      check = mukana_plan_protocol_check (spoilt, NULL, NULL);
      g_assert_false (check.holds);
      g_assert_cmpint (check.value - check.value_again, ==, 5);
      g_assert_cmpuint (check.n_seats, ==, result->seats->len);
      g_assert_cmpuint (check.n_lost, ==, 1);
    }
}

/* ---- Single promises ---- */

static void
test_seed_draws_among_equals (void)
{
  guint n_first = 0;

  for (gint64 seed = 0; seed < 200; seed++)
    {
      g_autoptr (MukanaPlan) plan = mukana_plan_new (seed);
      g_autoptr (MukanaPlanResult) result = NULL;

      add_request (plan, 1, 1, 0, 9, 11);
      add_person (plan, 1);
      add_person (plan, 2);
      add_pair (plan, 1, 1, 700);
      add_pair (plan, 1, 2, 700);
      result = plan_kit_solve (plan);

      n_first += has_seat (result, 1, 1);
    }

  g_assert_cmpuint (n_first, >, 60);
  g_assert_cmpuint (n_first, <, 140);
}

/* By date the first request takes the one person whom the second needs. */
static void
test_all_requests_are_looked_at_together (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) result = NULL;

  add_request (plan, 1, 1, 0, 9, 11);
  add_request (plan, 2, 1, 0, 10, 12);
  add_person (plan, 1);
  add_person (plan, 2);
  add_pair (plan, 1, 1, 900);
  add_pair (plan, 1, 2, 800);
  add_pair (plan, 2, 1, 700);
  result = plan_kit_solve (plan);

  g_assert_true (has_seat (result, 1, 2));
  g_assert_true (has_seat (result, 2, 1));
  g_assert_cmpint (result->value, ==, 1500);
}

static void
test_work_is_shared_before_it_piles_up (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) result = NULL;

  for (gint64 request = 1; request <= 2; request++)
    {
      add_request (plan, request, 1, (int) request, 9, 11);
      add_pair (plan, request, 1, 720);
      add_pair (plan, request, 2, 690);
    }
  add_person (plan, 1);
  add_person (plan, 2);
  result = plan_kit_solve (plan);

  g_assert_cmpuint (mukana_plan_sum (plan, result->seats).most_a_person, ==, 1);
}

static void
test_who_was_never_asked_is_lifted (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) result = NULL;

  add_request (plan, 1, 1, 0, 9, 11);
  add_person (plan, 1);
  add_person (plan, 2);
  g_array_index (plan->people, MukanaPlanPerson, 1).is_never_asked = TRUE;
  add_pair (plan, 1, 1, 700);
  add_pair (plan, 1, 2, 680);
  result = plan_kit_solve (plan);

  g_assert_true (has_seat (result, 1, 2));
}

static void
test_pins_hold (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) result = NULL;

  add_request (plan, 1, 1, 0, 9, 11);
  add_request (plan, 2, 1, 1, 9, 11);
  for (gint64 person = 1; person <= 3; person++)
    {
      add_person (plan, person);
      add_pair (plan, 1, person, 900 - 200 * (int) person);
      add_pair (plan, 2, person, 900 - 200 * (int) person);
    }
  pin (plan, 1, 3, MUKANA_PLAN_MUST);
  pin (plan, 2, 1, MUKANA_PLAN_NEVER);
  result = plan_kit_solve (plan);

  g_assert_true (has_seat (result, 1, 3));
  g_assert_true (has_seat (result, 2, 2));
  g_assert_cmpuint (result->n_unmet, ==, 0);
  g_assert_cmpint (result->value, ==, 300 + 500);
}

static void
test_pin_holds_in_any_way (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) result = NULL;
  MukanaPlanTime other = plan_kit_time (1, 1, 3, 9, 11);
  MukanaPlanPair pair = { 1, 1, 1, 500, 1 };

  add_request (plan, 1, 1, 0, 9, 11);
  g_array_append_val (plan->times, other);
  add_person (plan, 1);
  add_person (plan, 2);
  add_pair (plan, 1, 1, 400);
  add_pair (plan, 1, 2, 900);
  g_array_append_val (plan->pairs, pair);
  pin (plan, 1, 1, MUKANA_PLAN_MUST);
  result = plan_kit_solve (plan);

  g_assert_true (has_seat (result, 1, 1));
  g_assert_cmpint (result->value, ==, 500);
  g_assert_cmpint (result->bound, ==, 500);
  g_assert_cmpuint (result->n_unmet, ==, 0);
}

static void
test_pin_that_cannot_hold_is_told (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanResult) result = NULL;
  MukanaPlanTaken taken = { 1, plan_kit_time (9, 0, 0, 10, 12) };

  add_request (plan, 1, 1, 0, 9, 11);
  add_person (plan, 1);
  add_pair (plan, 1, 1, 700);
  pin (plan, 1, 1, MUKANA_PLAN_MUST);
  g_array_append_val (plan->taken, taken);
  result = plan_kit_solve (plan);

  g_assert_cmpuint (result->seats->len, ==, 0);
  g_assert_cmpuint (result->n_unmet, ==, 1);
}

static void
test_why_not_tells_the_loss (void)
{
  g_autoptr (MukanaPlan) plan = mukana_plan_new (1);
  g_autoptr (MukanaPlanner) planner = NULL;
  g_autoptr (MukanaPlanResult) result = NULL;
  MukanaPlanWhy why;

  add_request (plan, 1, 1, 0, 9, 11);
  add_request (plan, 2, 1, 0, 10, 12);
  for (gint64 person = 1; person <= 3; person++)
    add_person (plan, person);
  add_pair (plan, 1, 1, 900);
  add_pair (plan, 1, 2, 500);
  add_pair (plan, 2, 1, 400);
  add_pair (plan, 2, 3, 350);
  pin (plan, 2, 2, MUKANA_PLAN_NEVER);
  planner = mukana_planner_new (plan);
  result = mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);

  why = mukana_planner_why (planner, 1, 1);
  g_assert_cmpint (why.kind, ==, MUKANA_PLAN_WHY_CHOSEN);
  why = mukana_planner_why (planner, 1, 2);
  g_assert_cmpint (why.kind, ==, MUKANA_PLAN_WHY_FIT);
  g_assert_cmpint (why.loss, ==, 350);                    /* 1250 against 500 + 400 */
  why = mukana_planner_why (planner, 2, 1);
  g_assert_cmpint (why.kind, ==, MUKANA_PLAN_WHY_BUSY);
  g_assert_cmpint (why.other_request, ==, 1);
  g_assert_cmpint (why.loss, ==, 350);
  g_assert_cmpint (mukana_planner_why (planner, 2, 2).kind, ==, MUKANA_PLAN_WHY_NEVER);
  g_assert_cmpint (mukana_planner_why (planner, 1, 3).kind, ==, MUKANA_PLAN_WHY_NO_FIT);
}

/* Whoever has a loss is worth exactly that much less when they must take part. */
static void
test_loss_is_true_for_whoever_must (void)
{
  guint n_tried = 0;

  for (guint seed = 0; seed < 600; seed++)
    {
      g_autoptr (MukanaPlan) plan = plan_kit_random (seed, 12);
      g_autoptr (MukanaPlanner) planner = mukana_planner_new (plan);
      g_autoptr (MukanaPlanResult) result =
        mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, NULL, NULL);
      const MukanaPlanPair *pair;
      g_autoptr (MukanaPlan) other = plan_kit_random (seed, 12);
      g_autoptr (MukanaPlanResult) forced = NULL;
      MukanaPlanWhy why;

      if (plan->pairs->len == 0 || result->n_kept_out > 0)
        continue;
      pair = &g_array_index (plan->pairs, MukanaPlanPair, plan->pairs->len / 2);
      why = mukana_planner_why (planner, pair->request_id, pair->person_id);
      if (why.loss < 0)
        continue;
      pin (other, pair->request_id, pair->person_id, MUKANA_PLAN_MUST);
      forced = plan_kit_solve (other);
      if (forced->n_unmet > 0 || forced->n_kept_out > 0)
        continue;

      g_assert_cmpint (result->value - forced->value, ==, why.loss);
      n_tried++;
    }

  g_assert_cmpuint (n_tried, >, 100);
}

static void
test_why_not_is_a_sentence (void)
{
  MukanaPlanWhy busy = { MUKANA_PLAN_WHY_BUSY, 35, 7 }, never = { MUKANA_PLAN_WHY_NEVER, -1, 0 };
  g_autofree char *busy_told = mukana_explain_plan_why (&busy, "Jury");
  g_autofree char *never_told = mukana_explain_plan_why (&never, NULL);

  g_assert_cmpstr (busy_told, ==,
                   "Is planned for “Jury” at that time. With them the plan would lose 35 points.");
  g_assert_cmpstr (never_told, ==, "Was taken away by hand");
}

static gboolean
stop_at_once (double   share,
              gpointer data)
{
  return FALSE;
}

static void
test_planning_can_be_stopped (void)
{
  g_autoptr (MukanaPlan) plan = plan_kit_random (1, 7);
  g_autoptr (MukanaPlanner) planner = mukana_planner_new (plan);

  g_assert_null (mukana_planner_solve (planner, 10, stop_at_once, NULL));
}

static void
test_roads_and_both_nights_count (void)
{
  MukanaDay march = mukana_day_new (2027, 3, 28);
  MukanaPlanTime morning = mukana_plan_time (1, 0, march, 60, 150, plan_kit_kajaani);
  MukanaPlanTime later = mukana_plan_time (2, 0, march, 270, 330, plan_kit_kajaani);
  MukanaPlanTime afar = mukana_plan_time (3, 0, march, 600, 660, plan_kit_helsinki);
  MukanaPlanTime evening = mukana_plan_time (4, 0, march, 1200, 1260, plan_kit_helsinki);

  /* From 2.30 to 4.30 is an hour in that night. */
  g_assert_cmpint (later.start_minute - morning.end_minute, ==, 60);
  g_assert_false (mukana_plan_times_clash (&morning, &later));
  g_assert_true (mukana_plan_times_clash (&later, &afar));
  g_assert_true (mukana_plan_times_clash (&afar, &later));
  g_assert_false (mukana_plan_times_clash (&morning, &evening));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/is-the-best-there-is", test_plan_is_the_best_there_is);
  g_test_add_func ("/plan/larger-plans-break-no-rule", test_larger_plans_break_no_rule);
  g_test_add_func ("/plan/fees-are-the-best-there-are", test_plan_with_fees_is_the_best_there_is);
  g_test_add_func ("/plan/groups-are-the-best-there-are",
                   test_plan_with_groups_is_the_best_there_is);
  g_test_add_func ("/plan/larger-groups-break-no-rule", test_larger_groups_break_no_rule);
  g_test_add_func ("/plan/first-timer-goes-with-somebody-experienced",
                   test_first_timer_goes_with_somebody_experienced);
  g_test_add_func ("/plan/pin-holds-in-a-group", test_pin_holds_in_a_group_that_can_be);
  g_test_add_func ("/plan/nobody-is-asked-alone", test_nobody_is_asked_alone);
  g_test_add_func ("/plan/one-person-may-answer-two-rules", test_one_person_may_answer_two_rules);
  g_test_add_func ("/plan/order-of-input-means-nothing", test_order_of_input_means_nothing);
  g_test_add_func ("/plan/text-plans-the-same", test_text_of_a_plan_plans_the_same);
  g_test_add_func ("/plan/text-that-is-no-plan-is-refused", test_text_that_is_no_plan_is_refused);
  g_test_add_func ("/plan/protocol-tells-what-comes-of-it", test_protocol_tells_what_comes_of_it);
  g_test_add_func ("/plan/why-not-is-a-sentence", test_why_not_is_a_sentence);
  g_test_add_func ("/plan/seed-draws-among-equals", test_seed_draws_among_equals);
  g_test_add_func ("/plan/requests-are-looked-at-together",
                   test_all_requests_are_looked_at_together);
  g_test_add_func ("/plan/work-is-shared", test_work_is_shared_before_it_piles_up);
  g_test_add_func ("/plan/never-asked-is-lifted", test_who_was_never_asked_is_lifted);
  g_test_add_func ("/plan/pins-hold", test_pins_hold);
  g_test_add_func ("/plan/pin-holds-in-any-way", test_pin_holds_in_any_way);
  g_test_add_func ("/plan/pin-that-cannot-hold-is-told", test_pin_that_cannot_hold_is_told);
  g_test_add_func ("/plan/why-not-tells-the-loss", test_why_not_tells_the_loss);
  g_test_add_func ("/plan/loss-is-true", test_loss_is_true_for_whoever_must);
  g_test_add_func ("/plan/can-be-stopped", test_planning_can_be_stopped);
  g_test_add_func ("/plan/roads-and-both-nights-count", test_roads_and_both_nights_count);

  return g_test_run ();
}
