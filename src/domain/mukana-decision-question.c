/* mukana-decision-question.c: the checklist for decisions that further participation.
 *
 * Eight questions, of which any may be left open: who skips them skips nothing else.
 * Source: "Kysymyksiä osallisuutta edistävän päätöksenteon tueksi", participation programme
 * 2023–2025 of the wellbeing services county of Kymenlaakso.
 */

#include "domain/mukana-decision-question.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"

const MukanaDecisionQuestion mukana_decision_questions[MUKANA_N_DECISION_QUESTIONS] = {
  { "affected-groups", N_("Whom does the decision affect?"), NULL },
  { "invited-groups", N_("Who is invited to the discussion?"),
    N_("Residents, clients, patients, organisations, staff, management, councillors, "
       "municipalities; is anybody left out?") },
  { "can-influence", N_("What in the decision can be influenced?"),
    N_("Tell the limits beforehand: law, decrees, rules, money") },
  { "preparation-phase", N_("When are people asked to take part?"),
    N_("In which phase of the preparation; is there time enough?") },
  { "use-of-results", N_("What follows from taking part, and what is to be answered?"),
    N_("What is collected, what for, and where it is used") },
  { "way-of-telling", N_("How is participation told about?"),
    N_("How what followed reaches those who took part; do the right people get the thanks?") },
  { "testing", N_("Can a new service, or new or renovated premises, be tried out?"),
    N_("By prototypes, experts by experience, own clients?") },
  { "way-of-meeting", N_("How are those who take part heard, met and valued?"),
    N_("Equality, accessibility, encouraging the quiet; keep promises or tell why not") },
};

/** mukana_decision_question_peek_answer: Returns: (nullable): borrowed; NULL when left open */
const char *
mukana_decision_question_peek_answer (MukanaRequest *request,
                                      guint          question)
{
  const char *answer;

  g_return_val_if_fail (question < MUKANA_N_DECISION_QUESTIONS, NULL);

  answer = mukana_record_peek_text (MUKANA_RECORD (request),
                                    mukana_decision_questions[question].field);
  return mukana_text_is_empty (answer) ? NULL : answer;
}

/** mukana_decision_question_count: Returns: how many of them are answered */
guint
mukana_decision_question_count (MukanaRequest *request)
{
  guint n_answered = 0;

  for (guint i = 0; i < MUKANA_N_DECISION_QUESTIONS; i++)
    n_answered += mukana_decision_question_peek_answer (request, i) != NULL;

  return n_answered;
}
