/* mukana-stay.c: whoever has not been heard of for long is asked before they are erased.
 *
 * Data are kept no longer than they are needed (GDPR 5(1)(e)), and nobody is erased for having
 * been quiet: two years without activity lead to a question, and three months without an answer
 * to erasure.  Source: the practice of the counties' registers, "no activity 24 months, ask,
 * delete in 3 months"; that somebody is told beforehand follows from fairness and transparency
 * (GDPR 5(1)(a)).
 *
 * Whoever has withdrawn from the register has said what they want: they are not asked, and their
 * time runs as it does.  Days are civil days of Europe/Helsinki.
 */

#include "domain/mukana-stay.h"

/** mukana_stay_active_on: Returns: what the days count from; that they stay is an activity, too */
MukanaDay
mukana_stay_active_on (const MukanaStayFacts *facts)
{
  return MAX (facts->active_on, facts->stayed_on);   /* NONE is before every day */
}

/**
 * mukana_stay_is_asked:
 *
 * A question holds until there is an activity, on its own day or later: then the person has been
 * heard of.  So does one that was answered "stays", as the answer is such an activity.
 */
gboolean
mukana_stay_is_asked (const MukanaStayFacts *facts)
{
  return facts->asked_on != MUKANA_DAY_NONE && facts->asked_on > mukana_stay_active_on (facts) &&
         g_strcmp0 (facts->answer, "stays") != 0;
}

static gboolean
is_leaving (const MukanaStayFacts *facts)
{
  return facts->has_left ||
         (mukana_stay_is_asked (facts) && g_strcmp0 (facts->answer, "leaves") == 0);
}

/** mukana_stay_is_waiting: Returns: whether they were asked, and the answer is still awaited */
gboolean
mukana_stay_is_waiting (const MukanaStayFacts *facts)
{
  return mukana_stay_is_asked (facts) && !is_leaving (facts);
}

/**
 * mukana_stay_ask_from:
 * @days: of the rule "inactive": how long after the last activity data are kept
 *
 * So early that the answer can be awaited within the time of the rule; of a shorter rule from
 * the day after the activity, because a question of its own day would not hold.
 *
 * Returns: the first day to ask; NONE when they are asked already, or there is nothing to ask
 */
MukanaDay
mukana_stay_ask_from (const MukanaStayFacts *facts,
                      gint64                 days)
{
  MukanaDay active_on = mukana_stay_active_on (facts);

  if (active_on == MUKANA_DAY_NONE || is_leaving (facts) || mukana_stay_is_asked (facts))
    return MUKANA_DAY_NONE;

  return active_on + (MukanaDay) MAX (days - MUKANA_STAY_ANSWER_DAYS, 1);
}

/**
 * mukana_stay_due_on:
 * @days: as of mukana_stay_ask_from()
 *
 * Returns: the first day on which they may be erased; NONE while they have not been asked
 */
MukanaDay
mukana_stay_due_on (const MukanaStayFacts *facts,
                    gint64                 days)
{
  MukanaDay active_on = mukana_stay_active_on (facts);

  if (active_on == MUKANA_DAY_NONE)
    return MUKANA_DAY_NONE;
  if (is_leaving (facts))
    return active_on + (MukanaDay) days;
  if (!mukana_stay_is_asked (facts))
    return MUKANA_DAY_NONE;

  return MAX (active_on + (MukanaDay) days, facts->asked_on + MUKANA_STAY_ANSWER_DAYS);
}
