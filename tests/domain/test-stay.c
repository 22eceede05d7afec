/* test-stay.c: nobody is erased for being quiet who was not asked, in time, and did not answer. */

#include "domain/mukana-stay.h"

#define DAYS 822
#define ACTIVE mukana_day_new (2024, 3, 1)
#define NONE MUKANA_DAY_NONE

static MukanaStayFacts
facts_of (MukanaDay   active_on,
          MukanaDay   asked_on,
          const char *answer)
{
  return (MukanaStayFacts) { active_on, NONE, asked_on, answer, FALSE };
}

static void
quiet_person_is_asked_three_months_before_their_time_is_over (void)
{
  MukanaStayFacts facts = facts_of (ACTIVE, NONE, NULL);

  g_assert_cmpint (mukana_stay_ask_from (&facts, DAYS), ==, ACTIVE + DAYS - 92);
  g_assert_cmpint (mukana_stay_due_on (&facts, DAYS), ==, NONE);
}

static void
whoever_is_asked_has_three_months_and_never_less_than_the_rule (void)
{
  MukanaStayFacts early = facts_of (ACTIVE, ACTIVE + 100, NULL);
  MukanaStayFacts in_time = facts_of (ACTIVE, ACTIVE + DAYS - 92, NULL);
  MukanaStayFacts late = facts_of (ACTIVE, ACTIVE + 2000, NULL);

  g_assert_cmpint (mukana_stay_due_on (&early, DAYS), ==, ACTIVE + DAYS);
  g_assert_cmpint (mukana_stay_due_on (&in_time, DAYS), ==, ACTIVE + DAYS);
  g_assert_cmpint (mukana_stay_due_on (&late, DAYS), ==, ACTIVE + 2092);
  g_assert_true (mukana_stay_is_waiting (&late));
  g_assert_cmpint (mukana_stay_ask_from (&late, DAYS), ==, NONE);
}

static void
whoever_stays_is_asked_again_after_the_whole_time (void)
{
  MukanaStayFacts facts = facts_of (ACTIVE, ACTIVE + 800, "stays");

  facts.stayed_on = ACTIVE + 830;
  g_assert_cmpint (mukana_stay_due_on (&facts, DAYS), ==, NONE);
  g_assert_false (mukana_stay_is_waiting (&facts));
  g_assert_cmpint (mukana_stay_ask_from (&facts, DAYS), ==, ACTIVE + 830 + DAYS - 92);
}

static void
activity_makes_the_question_void (void)
{
  MukanaStayFacts same_day = facts_of (ACTIVE, ACTIVE, NULL);
  MukanaStayFacts later = facts_of (ACTIVE, ACTIVE - 50, NULL);
  MukanaStayFacts answered = facts_of (ACTIVE, ACTIVE - 50, "leaves");

  g_assert_cmpint (mukana_stay_due_on (&same_day, DAYS), ==, NONE);
  g_assert_cmpint (mukana_stay_due_on (&later, DAYS), ==, NONE);
  g_assert_cmpint (mukana_stay_due_on (&answered, DAYS), ==, NONE);
  g_assert_cmpint (mukana_stay_ask_from (&later, DAYS), ==, ACTIVE + DAYS - 92);
}

static void
whoever_leaves_is_not_asked_and_their_time_runs_on (void)
{
  MukanaStayFacts said = facts_of (ACTIVE, ACTIVE + 800, "leaves");
  MukanaStayFacts withdrew = facts_of (ACTIVE, NONE, NULL);

  withdrew.has_left = TRUE;
  g_assert_cmpint (mukana_stay_due_on (&said, DAYS), ==, ACTIVE + DAYS);
  g_assert_cmpint (mukana_stay_due_on (&withdrew, DAYS), ==, ACTIVE + DAYS);
  g_assert_cmpint (mukana_stay_ask_from (&said, DAYS), ==, NONE);
  g_assert_cmpint (mukana_stay_ask_from (&withdrew, DAYS), ==, NONE);
  g_assert_false (mukana_stay_is_waiting (&said));
}

static void
short_rule_asks_from_the_next_day_and_still_waits_three_months (void)
{
  MukanaStayFacts facts = facts_of (ACTIVE, NONE, NULL);
  MukanaStayFacts asked = facts_of (ACTIVE, ACTIVE + 1, NULL);

  g_assert_cmpint (mukana_stay_ask_from (&facts, 30), ==, ACTIVE + 1);
  g_assert_cmpint (mukana_stay_due_on (&asked, 30), ==, ACTIVE + 93);
}

static void
nothing_known_is_nothing_due (void)
{
  MukanaStayFacts facts = facts_of (NONE, NONE, NULL);

  g_assert_cmpint (mukana_stay_ask_from (&facts, DAYS), ==, NONE);
  g_assert_cmpint (mukana_stay_due_on (&facts, DAYS), ==, NONE);
}

/* Whatever happens in whatever order. */
static void
nobody_is_due_before_three_months_of_an_open_question (void)
{
  static const char * const answers[] = { NULL, "stays", "leaves" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (16);

  for (guint i = 0; i < 20000; i++)
    {
      MukanaStayFacts facts = facts_of (g_rand_int_range (rand, 1000, 3000),
                                        g_rand_int_range (rand, 1000, 4000),
                                        answers[g_rand_int_range (rand, 0, 3)]);
      gint64 days = g_rand_int_range (rand, 0, 1000);
      MukanaDay due_on, ask_from;

      if (g_rand_boolean (rand))
        facts.stayed_on = g_rand_int_range (rand, 1000, 4000);
      due_on = mukana_stay_due_on (&facts, days);
      ask_from = mukana_stay_ask_from (&facts, days);

      /* Either there is something to ask, or a day on which it ends. */
      g_assert_true ((due_on == NONE) != (ask_from == NONE));
      if (due_on == NONE)
        continue;
      g_assert_cmpint (due_on, >=, mukana_stay_active_on (&facts) + days);
      g_assert_cmpint (facts.asked_on, >, mukana_stay_active_on (&facts));
      if (facts.answer == NULL)
        g_assert_cmpint (due_on, >=, facts.asked_on + MUKANA_STAY_ANSWER_DAYS);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/stay/" #name, name)
  ADD (quiet_person_is_asked_three_months_before_their_time_is_over);
  ADD (whoever_is_asked_has_three_months_and_never_less_than_the_rule);
  ADD (whoever_stays_is_asked_again_after_the_whole_time);
  ADD (activity_makes_the_question_void);
  ADD (whoever_leaves_is_not_asked_and_their_time_runs_on);
  ADD (short_rule_asks_from_the_next_day_and_still_waits_three_months);
  ADD (nothing_known_is_nothing_due);
  ADD (nobody_is_due_before_three_months_of_an_open_question);

  return g_test_run ();
}
