#pragma once

#include "domain/mukana-request.h"

G_BEGIN_DECLS

#define MUKANA_N_DECISION_QUESTIONS 8

/* A question to think of before people are asked to take part; its answer is a field of the
 * request. */
typedef struct
{
  const char *field;
  const char *question;   /* a source string for gettext */
  const char *help;       /* (nullable): a source string */
} MukanaDecisionQuestion;

extern const MukanaDecisionQuestion mukana_decision_questions[MUKANA_N_DECISION_QUESTIONS];

const char *mukana_decision_question_peek_answer (MukanaRequest *request,
                                                  guint          question);
guint       mukana_decision_question_count       (MukanaRequest *request);

G_END_DECLS
