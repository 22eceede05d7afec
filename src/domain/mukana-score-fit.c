/* mukana-score-fit.c: the parts of a score that compare a person with the request.
 *
 * Theme, service, time, place and skills.  Nothing here looks at what the person
 * has done before or at anybody else.
 */

#include "domain/mukana-score-private.h"

/* ---- Theme ---- */

static int
relation_share (MukanaThemeRelation relation)
{
  switch (relation)
    {
    case MUKANA_THEME_EXACT: return FULL;
    case MUKANA_THEME_NARROWER:
    case MUKANA_THEME_WIDER: return 600;
    case MUKANA_THEME_SIBLING: return 400;
    case MUKANA_THEME_UNRELATED: break;
    }

  return 0;
}

/* Another perspective than was asked for is worth half as much again. */
static int
knowledge_share (const MukanaMatchRequest *request,
                 const MukanaThemeNeed    *need,
                 const MukanaThemeFact    *theme)
{
  int share = relation_share (mukana_theme_tree_relation (request->tree, need->theme,
                                                          theme->theme));

  if (share == 0 || !mukana_day_range_holds (theme->consent, request->today))
    return 0;

  if (need->perspective != MUKANA_PERSPECTIVE_ANY && need->perspective != theme->perspective)
    share = share * 6 / 10;

  return share;
}

/* Whether they know what is asked itself, or a part of it; something near is not that. */
static gboolean
knows_asked (const MukanaMatchRequest *request,
             const MukanaMatchFacts   *facts,
             const MukanaThemeNeed    *need)
{
  for (guint i = 0; i < facts->n_themes; i++)
    if (mukana_theme_tree_relation (request->tree, need->theme, facts->themes[i].theme) >=
          MUKANA_THEME_NARROWER &&
        knowledge_share (request, need, &facts->themes[i]) > 0)
      return TRUE;

  return FALSE;
}

/* Returns: the theme of the person that answers @need best, or NULL. */
static const MukanaThemeFact *
best_knowledge (const MukanaMatchRequest *request,
                const MukanaMatchFacts   *facts,
                const MukanaThemeNeed    *need,
                int                      *best_share)
{
  const MukanaThemeFact *best = NULL;

  *best_share = 0;
  for (guint i = 0; i < facts->n_themes; i++)
    {
      int share = knowledge_share (request, need, &facts->themes[i]);

      if (share > *best_share)
        {
          *best_share = share;
          best = &facts->themes[i];
        }
    }

  return best;
}

/* numbers: theme asked, theme known (or NONE), relation, perspective,
 * how many of the asked themes are known themselves, how many are asked. */
int
mukana_score_theme (const MukanaMatchRequest *request,
                    const MukanaMatchFacts   *facts,
                    MukanaScorePart          *part)
{
  int best = 0, weighted = 0, weights = 0, n_known = 0;

  if (request->themes->len == 0)
    return find (part, MUKANA_FINDING_NO_THEMES_ASKED, NEUTRAL);

  part->numbers[1] = MUKANA_THEME_NONE;
  for (guint i = 0; i < request->themes->len; i++)
    {
      const MukanaThemeNeed *need = &g_array_index (request->themes, MukanaThemeNeed, i);
      int share;
      const MukanaThemeFact *theme = best_knowledge (request, facts, need, &share);

      weighted += share * need->weight;
      weights += need->weight;
      n_known += knows_asked (request, facts, need);

      if (share > best)
        {
          best = share;
          part->numbers[0] = need->theme;
          part->numbers[1] = theme->theme;
          part->numbers[2] = mukana_theme_tree_relation (request->tree, need->theme, theme->theme);
          part->numbers[3] = theme->perspective;
        }
    }

  part->numbers[4] = n_known;
  part->numbers[5] = (int) request->themes->len;

  /* Half for the best match, half for how much of the request is covered:
   * knowing one theme well is worth more than knowing all of them a little. */
  return find (part, MUKANA_FINDING_THEME, (best + weighted / weights) / 2);
}

/* numbers: calendar years since the service was last used. */
int
mukana_score_service (const MukanaMatchRequest *request,
                      const MukanaMatchFacts   *facts,
                      MukanaScorePart          *part)
{
  int last = 0, year, month, day;

  for (guint i = 0; i < request->themes->len; i++)
    for (guint k = 0; k < facts->n_themes; k++)
      if (knowledge_share (request, &g_array_index (request->themes, MukanaThemeNeed, i),
                           &facts->themes[k]) > 0)
        last = MAX (last, facts->themes[k].last_year);

  if (last == 0)
    return find (part, MUKANA_FINDING_SERVICE_UNKNOWN, NEUTRAL);

  mukana_day_split (request->today, &year, &month, &day);
  part->numbers[0] = MAX (year - last, 0);
  if (part->numbers[0] <= 5)
    return find (part, MUKANA_FINDING_SERVICE_RECENT, FULL);

  return find (part, MUKANA_FINDING_SERVICE_OLD, part->numbers[0] <= 10 ? 400 : 200);
}

/* ---- Time ---- */

/* Whether the preparation just before each slot of the plan fits in too. */
static gboolean
can_prepare (const MukanaMatchRequest *request,
             const MukanaMatchFacts   *facts,
             guint                     plan)
{
  gboolean is_alternative = g_array_index (request->slots, MukanaRequestSlot, plan).is_alternative;

  for (guint i = plan; i < request->slots->len; i++)
    {
      const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, i);

      if (slot->is_alternative != is_alternative || slot->start_minute < 0)
        continue;
      if (!mukana_availability_covers (&facts->availability, slot->day,
                                       MAX (slot->start_minute - request->prep_minutes, 0),
                                       slot->start_minute))
        return FALSE;
      if (is_alternative)
        break;
    }

  return TRUE;
}

/* numbers: plans that are possible, plans there are, whether there is also time
 * to prepare (-1: none is asked). */
int
mukana_score_availability (const MukanaMatchRequest *request,
                           const MukanaMatchFacts   *facts,
                           MukanaScorePart          *part)
{
  guint n_possible, n_plans;
  int plan;

  if (request->mode == MUKANA_MODE_PERIOD)
    return find (part, MUKANA_FINDING_OWN_TIME, FULL);
  if (!mukana_availability_is_known (&facts->availability) || request->slots->len == 0)
    return find (part, MUKANA_FINDING_TIME_UNKNOWN, NEUTRAL);
  if ((plan = mukana_eligibility_plan (request, facts, &n_possible)) < 0)
    return find (part, MUKANA_FINDING_TIME_NOT_FREE, 0);

  n_plans = mukana_match_request_n_plans (request);
  part->numbers[0] = (int) n_possible;
  part->numbers[1] = (int) n_plans;
  part->numbers[2] = request->prep_minutes > 0 ? can_prepare (request, facts, (guint) plan) : -1;

  return find (part, MUKANA_FINDING_TIME_FREE,
               600 + (part->numbers[2] != 0 ? 200 : 0) + (int) (200 * n_possible / n_plans));
}

/* ---- Place ---- */

/* numbers: kilometres, own limit or 0. */
int
mukana_score_place (const MukanaMatchRequest *request,
                    const MukanaMatchFacts   *facts,
                    MukanaScorePart          *part)
{
  int km;

  if (!mukana_match_request_has_travel (request, facts))
    return find (part, MUKANA_FINDING_REMOTE, FULL);

  /* Points by distance would tell where a person with non-disclosure lives. */
  if (facts->has_non_disclosure)
    return find (part, MUKANA_FINDING_PLACE_HIDDEN, NEUTRAL);
  if ((km = mukana_distance_km (facts->position, request->position)) < 0)
    return find (part, MUKANA_FINDING_PLACE_UNKNOWN, NEUTRAL);

  part->numbers[0] = km;
  part->numbers[1] = facts->max_travel_km;
  return find (part, MUKANA_FINDING_PLACE,
               km <= 30 ? FULL : km <= 80 ? 800 : km <= 150 ? 500 : 300);
}

/* ---- Skills ---- */

/* numbers: skills that are there (as a set), skills asked (as a set), whether trained. */
int
mukana_score_skills (const MukanaMatchRequest *request,
                     const MukanaMatchFacts   *facts,
                     MukanaScorePart          *part)
{
  MukanaDay day = mukana_match_request_first_day (request);
  gboolean is_trained =
    mukana_match_facts_holds_credential (facts, MUKANA_CREDENTIAL_TRAINING, day);

  part->numbers[0] = (int) (request->skills & facts->skills);
  part->numbers[1] = (int) request->skills;
  part->numbers[2] = is_trained;

  if (request->skills == 0)
    return find (part, MUKANA_FINDING_NO_SKILLS_ASKED, is_trained ? FULL : NEUTRAL);
  if (facts->skills == 0)
    return find (part, MUKANA_FINDING_SKILLS_UNKNOWN, is_trained ? 600 : NEUTRAL);

  return find (part, MUKANA_FINDING_SKILLS,
               __builtin_popcount (request->skills & facts->skills) * FULL /
               __builtin_popcount (request->skills));
}
