/* mukana-match-change.c: one thing that could be otherwise, and what is then so.
 *
 * A change is applied by making the request or the facts anew; whether it helps
 * is for mukana-eligibility to judge, never to be concluded from the change.
 * There is no change that lifts a restriction or an objection, shows somebody
 * with non-disclosure, brings in an excluded unit, or asks people to do what
 * they have said they do not do.
 *
 * The costs are an order, not an amount: a coordinator reads the smallest first.
 */

#include "domain/mukana-match-change.h"

#define REASON(reason) (1u << MUKANA_REASON_##reason)

static const struct
{
  const char    *code;
  int            cost;         /* of the smallest step */
  int            unit;         /* how much of the amount makes one step more; 0: no steps */
  MukanaReasons  helps;        /* only with these is it worth trying */
} kinds[MUKANA_N_MATCH_CHANGES] = {
  [MUKANA_MATCH_CHANGE_START_LATER] =
    { "start-later", 10, 30, REASON (NOT_FREE) | REASON (CLASH) },
  [MUKANA_MATCH_CHANGE_END_EARLIER] =
    { "end-earlier", 10, 30, REASON (NOT_FREE) | REASON (CLASH) | REASON (REFUSES) },
  [MUKANA_MATCH_CHANGE_MOVED] =
    { "moved", 14, 30, REASON (NOT_FREE) | REASON (CLASH) | REASON (REFUSES) },
  [MUKANA_MATCH_CHANGE_REMOTE_TOO] =
    { "remote-too", 20, 0, REASON (TOO_FAR) | REASON (CLASH) },
  [MUKANA_MATCH_CHANGE_ON_SITE_TOO] =
    { "on-site-too", 21, 0, REASON (REFUSES) },
  [MUKANA_MATCH_CHANGE_OTHER_DAY] =
    { "other-day", 24, 1, REASON (NOT_FREE) | REASON (CLASH) | REASON (REFUSES) |
                          REASON (ABSENT) | REASON (NOTICE) },
  [MUKANA_MATCH_CHANGE_LATER_WEEK] =
    { "later-week", 31, 1, REASON (NOTICE) | REASON (CLASH) },
  [MUKANA_MATCH_CHANGE_LANGUAGE] =
    { "language", 39, 0, REASON (LANGUAGE) },
  [MUKANA_MATCH_CHANGE_ANY_ROLE] =
    { "any-role", 40, 0, REASON (ROLE) },
  [MUKANA_MATCH_CHANGE_NO_TRAINING] =
    { "no-training", 41, 0, REASON (TRAINING) },
  [MUKANA_MATCH_CHANGE_SMALL_AUDIENCE] =
    { "small-audience", 42, 0, REASON (REFUSES) },
  [MUKANA_MATCH_CHANGE_NO_MEDIA] =
    { "no-media", 43, 0, REASON (REFUSES) | REASON (NON_DISCLOSURE) },
  [MUKANA_MATCH_CHANGE_NOT_PUBLIC] =
    { "not-public", 44, 0, REASON (NON_DISCLOSURE) },
  [MUKANA_MATCH_CHANGE_THEMES_WISHED] =
    { "themes-wished", 45, 0, REASON (NO_THEME) },
  [MUKANA_MATCH_CHANGE_AFTER_ABSENCE] =
    { "after-absence", 50, 0, REASON (ABSENT) },
  [MUKANA_MATCH_CHANGE_AFTER_BREAK] =
    { "after-break", 51, 0, REASON (NOT_ACTIVE) },
  [MUKANA_MATCH_CHANGE_FROM_MONTH] =
    { "from-month", 52, 0, REASON (MONTHLY_CAP) | REASON (FEE_CEILING) },
  [MUKANA_MATCH_CHANGE_CREDENTIAL] =
    { "credential", 60, 0, REASON (TRAINING) | REASON (CONFIDENTIALITY) | REASON (CHECK) },
  [MUKANA_MATCH_CHANGE_THEME_CONSENT] =
    { "theme-consent", 70, 0, REASON (NO_THEME_CONSENT) },
  [MUKANA_MATCH_CHANGE_MATCHING_CONSENT] =
    { "matching-consent", 71, 0, REASON (NO_CONSENT) },
  [MUKANA_MATCH_CHANGE_LONGER_JOURNEY] =
    { "longer-journey", 90, 0, REASON (TOO_FAR) },
};

/** mukana_match_change_helps: Returns: the reasons that such a change can take away */
MukanaReasons
mukana_match_change_helps (MukanaMatchChangeKind kind)
{
  return kinds[kind].helps;
}

/** mukana_match_change_cost: Returns: for comparing with the cost of another change only */
int
mukana_match_change_cost (const MukanaMatchChange *self)
{
  int unit = kinds[self->kind].unit;

  return kinds[self->kind].cost + (unit > 0 ? ABS (self->amount) / unit : 0);
}

/** mukana_match_change_is_own: whether it depends on the person, not on the request alone */
gboolean
mukana_match_change_is_own (const MukanaMatchChange *self)
{
  return self->kind == MUKANA_MATCH_CHANGE_AFTER_ABSENCE ||
         self->kind == MUKANA_MATCH_CHANGE_AFTER_BREAK ||
         self->kind >= MUKANA_MATCH_CHANGE_CREDENTIAL;
}

/** mukana_match_change_is_of_request: whether nobody is waited for or asked for anything */
gboolean
mukana_match_change_is_of_request (MukanaMatchChangeKind kind)
{
  return kind <= MUKANA_MATCH_CHANGE_THEMES_WISHED;
}

/** mukana_match_change_code: Returns: borrowed, the stable word of @kind, "start-later" */
const char *
mukana_match_change_code (MukanaMatchChangeKind kind)
{
  g_return_val_if_fail (kind < MUKANA_N_MATCH_CHANGES, NULL);

  return kinds[kind].code;
}

/* Moves one slot: its start and its end by minutes, the whole by days. */
static void
move_slot (MukanaMatchRequest *request,
           guint               index,
           int                 start_minutes,
           int                 end_minutes,
           int                 days)
{
  const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, index);
  gboolean has_hours = slot->start_minute >= 0;

  mukana_match_request_move_slot (request, index, slot->day + days,
                                  has_hours ? slot->start_minute + start_minutes : -1,
                                  has_hours ? slot->end_minute + end_minutes : -1);
}

static void
move_slots (MukanaMatchRequest *request,
            int                 days)
{
  for (guint i = 0; i < request->slots->len; i++)
    move_slot (request, i, 0, 0, days);
}

/**
 * mukana_match_change_request:
 *
 * Returns: yours, the request as it is after the change; the same as @request
 *   when only the person's facts change
 */
MukanaMatchRequest *
mukana_match_change_request (const MukanaMatchChange  *self,
                             const MukanaMatchRequest *request)
{
  MukanaMatchRequest *changed = mukana_match_request_copy (request);
  guint slot = (guint) self->slot;

  switch (self->kind)
    {
    case MUKANA_MATCH_CHANGE_START_LATER: move_slot (changed, slot, self->amount, 0, 0); break;
    case MUKANA_MATCH_CHANGE_END_EARLIER: move_slot (changed, slot, 0, -self->amount, 0); break;
    case MUKANA_MATCH_CHANGE_MOVED:
      move_slot (changed, slot, self->amount, self->amount, 0);
      break;
    case MUKANA_MATCH_CHANGE_OTHER_DAY: move_slot (changed, slot, 0, 0, self->amount); break;
    case MUKANA_MATCH_CHANGE_REMOTE_TOO:
    case MUKANA_MATCH_CHANGE_ON_SITE_TOO: changed->mode = MUKANA_MODE_HYBRID; break;
    case MUKANA_MATCH_CHANGE_LANGUAGE: changed->language = self->amount; break;
    case MUKANA_MATCH_CHANGE_LATER_WEEK:
    case MUKANA_MATCH_CHANGE_AFTER_ABSENCE:
    case MUKANA_MATCH_CHANGE_FROM_MONTH: move_slots (changed, 7 * self->weeks); break;
    case MUKANA_MATCH_CHANGE_ANY_ROLE: changed->n_roles = 0; break;
    case MUKANA_MATCH_CHANGE_NO_TRAINING: changed->needs_training = FALSE; break;
    case MUKANA_MATCH_CHANGE_SMALL_AUDIENCE: changed->has_large_audience = FALSE; break;
    case MUKANA_MATCH_CHANGE_NO_MEDIA: changed->has_media = FALSE; break;
    case MUKANA_MATCH_CHANGE_NOT_PUBLIC: changed->is_public = FALSE; break;
    case MUKANA_MATCH_CHANGE_THEMES_WISHED:
      for (guint i = 0; i < changed->themes->len; i++)
        g_array_index (changed->themes, MukanaThemeNeed, i).is_required = FALSE;
      break;
    case MUKANA_MATCH_CHANGE_AFTER_BREAK:
      /* Judged as on the day of coming back: notice counts from it, and consents must last. */
      changed->today = MAX (changed->today, self->amount);
      move_slots (changed, 7 * self->weeks);
      break;
    case MUKANA_MATCH_CHANGE_CREDENTIAL:
    case MUKANA_MATCH_CHANGE_THEME_CONSENT:
    case MUKANA_MATCH_CHANGE_MATCHING_CONSENT:
    case MUKANA_MATCH_CHANGE_LONGER_JOURNEY:
      break;
    }

  return changed;
}

static gboolean
is_about (const MukanaMatchRequest *request,
          const MukanaThemeFact    *theme)
{
  for (guint i = 0; i < request->themes->len; i++)
    if (mukana_theme_tree_relation (request->tree,
                                    g_array_index (request->themes, MukanaThemeNeed, i).theme,
                                    theme->theme) != MUKANA_THEME_UNRELATED)
      return TRUE;

  return FALSE;
}

/**
 * mukana_match_change_facts:
 *
 * Returns: yours, the facts as they are after the change; a new reference to
 *   @facts when only the request changes
 */
MukanaMatchFacts *
mukana_match_change_facts (const MukanaMatchChange  *self,
                           const MukanaMatchRequest *request,
                           MukanaMatchFacts         *facts)
{
  MukanaDayRange always = { MUKANA_DAY_NONE, MUKANA_DAY_NONE };
  MukanaMatchFacts *changed;

  if (!mukana_match_change_is_own (self))
    return mukana_match_facts_ref (facts);

  changed = mukana_match_facts_copy (facts);
  switch ((int) self->kind)
    {
    case MUKANA_MATCH_CHANGE_AFTER_BREAK:
      if (changed->state == MUKANA_STATE_PAUSED && changed->paused_until == self->amount)
        changed->state = MUKANA_STATE_ACTIVE;
      break;
    case MUKANA_MATCH_CHANGE_CREDENTIAL:
      mukana_match_facts_add_credential (changed, (MukanaCredentialKind) self->amount, always);
      break;
    case MUKANA_MATCH_CHANGE_THEME_CONSENT:
      for (guint i = 0; i < changed->n_themes; i++)
        if (is_about (request, &changed->themes[i]) &&
            mukana_theme_fact_is_waiting (&changed->themes[i]))
          changed->themes[i].consent = always;
      break;
    case MUKANA_MATCH_CHANGE_MATCHING_CONSENT: changed->matching_consent = always; break;
    case MUKANA_MATCH_CHANGE_LONGER_JOURNEY: changed->max_travel_km = 0; break;
    default: break;
    }

  return changed;
}
