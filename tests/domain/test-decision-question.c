/* test-decision-question.c: the checklist of the decision, which may be skipped. */

#include "domain/mukana-decision-question.h"

static void
what_is_left_open_or_blank_is_not_answered (void)
{
  g_autoptr (MukanaRequest) request = g_object_new (MUKANA_TYPE_REQUEST, NULL);

  mukana_record_init_text (request, "can-influence", "Aukioloajat");
  mukana_record_init_text (request, "testing", " \n ");

  g_assert_cmpuint (mukana_decision_question_count (request), ==, 1);
  g_assert_cmpstr (mukana_decision_question_peek_answer (request, 2), ==, "Aukioloajat");
  g_assert_null (mukana_decision_question_peek_answer (request, 0));
  g_assert_null (mukana_decision_question_peek_answer (request, 6));
}

static void
each_question_has_an_answer_of_its_own (void)
{
  for (guint i = 0; i < MUKANA_N_DECISION_QUESTIONS; i++)
    {
      g_autoptr (MukanaRequest) request = g_object_new (MUKANA_TYPE_REQUEST, NULL);

      mukana_record_init_text (request, mukana_decision_questions[i].field, "Vastaus");

      g_assert_cmpuint (mukana_decision_question_count (request), ==, 1);
      g_assert_cmpstr (mukana_decision_question_peek_answer (request, i), ==, "Vastaus");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/decision-question/" #name, name)
  ADD (what_is_left_open_or_blank_is_not_answered);
  ADD (each_question_has_an_answer_of_its_own);

  return g_test_run ();
}
