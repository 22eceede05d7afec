/* mukana-score-spread.c: the parts of a score that spread work among people.
 *
 * Fairness and load look at what the person has done and agreed; diversity
 * looks at those already chosen.  Nothing here looks at what the request is about.
 */

#include "domain/mukana-score-private.h"

static const int YEAR_DAYS = 365;
static const int DEMANDING_DAYS = 14;

/* ---- Fairness and load ---- */

static MukanaDayRange
days_before (MukanaDay day,
             int       n_days)
{
  /* Open at the end: what is agreed for later weighs as what has been. */
  return (MukanaDayRange) { day - n_days, MUKANA_DAY_NONE };
}

/* Thousandths of @full_days that have gone since @last; FULL when never. */
static int
recovered (MukanaDay today,
           MukanaDay last,
           int       full_days)
{
  if (last == MUKANA_DAY_NONE)
    return FULL;

  return CLAMP (today - last, 0, full_days) * FULL / full_days;
}

/* numbers: days since taking part, days since being asked (-1: never),
 * assignments in 12 months and agreed for later. */
int
mukana_score_fairness (const MukanaMatchRequest *request,
                       const MukanaMatchFacts   *facts,
                       MukanaScorePart          *part)
{
  MukanaDay today = request->today;
  gint64 own = request->id;
  int n_90 = mukana_match_facts_count_between (facts, days_before (today, 90), own);
  int n_year = mukana_match_facts_count_between (facts, days_before (today, YEAR_DAYS), own);
  gboolean is_new = facts->last_took_part == MUKANA_DAY_NONE && n_year == 0;
  int rest = MIN (recovered (today, facts->last_took_part, YEAR_DAYS),
                  recovered (today, facts->last_counted, 90));
  int room = MAX (FULL - 250 * n_90 - 50 * n_year, 0);

  part->numbers[0] = facts->last_took_part == MUKANA_DAY_NONE ? -1 : today - facts->last_took_part;
  part->numbers[1] = facts->last_asked == MUKANA_DAY_NONE ? -1 : today - facts->last_asked;
  part->numbers[2] = n_year;

  return find (part,
               !is_new ? MUKANA_FINDING_TOOK_PART
               : facts->last_asked == MUKANA_DAY_NONE ? MUKANA_FINDING_NEVER_ASKED
                                                      : MUKANA_FINDING_NEVER_TOOK_PART,
               (rest * 6 + room * 4) / 10);
}

/* numbers: assignments in the month of the request, own limit or 0. */
int
mukana_score_load (const MukanaMatchRequest *request,
                   const MukanaMatchFacts   *facts,
                   MukanaScorePart          *part)
{
  MukanaDay day = mukana_match_request_first_day (request);
  MukanaDayRange month = { mukana_day_first_of_month (day), MUKANA_DAY_NONE };
  int cap = facts->cap_per_month, count, share;
  gboolean is_tired = FALSE;

  month.until = mukana_day_add_months (month.from, 1);
  count = mukana_match_facts_count_between (facts, month, request->id);
  share = cap > 0 ? MAX (cap - count, 0) * FULL / cap : MAX (FULL - 250 * count, 0);

  for (guint i = 0; i < facts->n_assignments && !is_tired; i++)
    is_tired = facts->assignments[i].is_demanding && facts->assignments[i].day <= day &&
               facts->assignments[i].day >= day - DEMANDING_DAYS;

  part->numbers[0] = count;
  part->numbers[1] = cap;
  return find (part, is_tired ? MUKANA_FINDING_LOAD_DEMANDING : MUKANA_FINDING_LOAD,
               is_tired ? share / 2 : share);
}

/* ---- The group ---- */

enum { GROUP_MUNICIPALITY = 1, GROUP_AGE = 2, GROUP_LANGUAGE = 4 };

/* Which of the things that can be compared are the same for both; @known gets
 * those that both have told. */
static guint
same_in (const MukanaMatchFacts *a,
         const MukanaMatchFacts *b,
         guint                  *known)
{
  guint same = 0;

  *known = (a->municipality != 0 && b->municipality != 0 &&
            !a->has_non_disclosure && !b->has_non_disclosure ? GROUP_MUNICIPALITY : 0) |
           (a->birth_year != 0 && b->birth_year != 0 ? GROUP_AGE : 0) |
           (a->languages != 0 && b->languages != 0 ? GROUP_LANGUAGE : 0);

  same |= a->municipality == b->municipality ? GROUP_MUNICIPALITY : 0;
  same |= ABS (a->birth_year - b->birth_year) < 10 ? GROUP_AGE : 0;
  same |= (a->languages & ~b->languages) == 0 ? GROUP_LANGUAGE : 0;
  return same & *known;
}

/* numbers: in what the person differs from everybody chosen, what could be compared. */
int
mukana_score_diversity (const MukanaMatchRequest *request,
                        const MukanaMatchFacts   *facts,
                        MukanaScorePart          *part)
{
  guint known = 0, same = 0, n_others = 0;

  for (guint i = 0; i < request->chosen->len; i++)
    {
      const MukanaMatchFacts *other = g_ptr_array_index (request->chosen, i);
      guint known_here;

      if (other->person_id == facts->person_id)
        continue;

      same |= same_in (facts, other, &known_here);
      known |= known_here;
      n_others++;
    }

  part->numbers[0] = (int) (known & ~same);
  part->numbers[1] = (int) known;

  if (n_others == 0)
    return find (part, MUKANA_FINDING_FIRST_OF_GROUP, NEUTRAL);
  if (known == 0)
    return find (part, MUKANA_FINDING_GROUP_UNKNOWN, NEUTRAL);

  return find (part, MUKANA_FINDING_GROUP,
               __builtin_popcount (known & ~same) * FULL / __builtin_popcount (known));
}
