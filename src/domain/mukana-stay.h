#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* How long a person has to say whether they stay: three months. */
#define MUKANA_STAY_ANSWER_DAYS 92

/* What is known of whether somebody still wants to be in the register. */
typedef struct
{
  MukanaDay   active_on;   /* the last consent, proposal, assignment or change; NONE: never */
  MukanaDay   stayed_on;   /* when they last said that they stay; NONE: never */
  MukanaDay   asked_on;    /* the newest question; NONE: never asked */
  const char *answer;      /* to it, of mukana_stay_answers; NULL while there is none */
  gboolean    has_left;    /* withdrew from the register, or is out of sight: nothing to ask */
} MukanaStayFacts;

MukanaDay mukana_stay_active_on  (const MukanaStayFacts *facts);
gboolean  mukana_stay_is_asked   (const MukanaStayFacts *facts);
gboolean  mukana_stay_is_waiting (const MukanaStayFacts *facts);
MukanaDay mukana_stay_ask_from   (const MukanaStayFacts *facts,
                                  gint64                 days);
MukanaDay mukana_stay_due_on     (const MukanaStayFacts *facts,
                                  gint64                 days);

G_END_DECLS
