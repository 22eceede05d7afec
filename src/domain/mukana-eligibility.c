/* mukana-eligibility.c: who may be proposed to a request, and why somebody may not.
 *
 * Every hard condition is one small function that says whether it fails and
 * notes what a sentence about it needs.  All conditions are always judged, so a
 * person is told about with every reason, not with the first one found.
 *
 * What is not known does not fail a condition: somebody whose municipality or
 * birth year has not been told is not too far away or too young.  Consents,
 * credentials and roles are the exception: there, not knowing means no.
 *
 * The conditions of time, which depend on the slot, are in mukana-eligibility-time.c.
 */

#include "domain/mukana-eligibility.h"

#include "domain/mukana-eligibility-private.h"

static gboolean
fails_not_active (const MukanaMatchRequest *request,
                  const MukanaMatchFacts   *facts,
                  MukanaReasonNote         *note)
{
  /* kind 0: the state, which is not active.  kind 1: on a break, the first day back. */
  note->kind = facts->state != MUKANA_STATE_ACTIVE ? 0 : 1;
  note->numbers[0] = note->kind == 0 ? facts->state : facts->paused_until;
  return note->kind == 0 || request->today < facts->paused_until;
}

static gboolean
fails_no_consent (const MukanaMatchRequest *request,
                  const MukanaMatchFacts   *facts,
                  MukanaReasonNote         *note)
{
  /* kind 0: to be in the register; kind 1: to be matched; kind 2: a guardian's. */
  note->kind = facts->lacks_guardian ? 2
               : mukana_day_range_holds (facts->register_consent, request->today) ? 1 : 0;
  return note->kind != 1 || !mukana_day_range_holds (facts->matching_consent, request->today);
}

static gboolean
fails_restricted (const MukanaMatchRequest *request,
                  const MukanaMatchFacts   *facts,
                  MukanaReasonNote         *note)
{
  return facts->is_restricted;
}

typedef enum { UNKNOWN, KNOWN, ALLOWED } Knowledge;

/* A theme that waits for its first consent is known, so that the person can be asked for it.  One
 * whose consent ended is not: as after a withdrawal, nothing allows it to be read any more, and to
 * name people under a theme of health that they no longer share would tell it of them.  Who has it
 * is asked again from the list of consents, not from a list of those who do not fit.
 * Source: GDPR Articles 5(1)(c) and 9(2)(a). */
static Knowledge
knowledge_by (const MukanaMatchRequest *request,
              const MukanaThemeFact    *theme)
{
  if (mukana_day_range_holds (theme->consent, request->today))
    return ALLOWED;

  return mukana_theme_fact_is_waiting (theme) ? KNOWN : UNKNOWN;
}

static Knowledge
knowledge_of (const MukanaMatchRequest *request,
              const MukanaMatchFacts   *facts,
              const MukanaThemeNeed    *need)
{
  Knowledge best = UNKNOWN;

  for (guint i = 0; i < facts->n_themes && best < ALLOWED; i++)
    {
      const MukanaThemeFact *theme = &facts->themes[i];
      MukanaThemeRelation relation =
        mukana_theme_tree_relation (request->tree, need->theme, theme->theme);

      if (relation == MUKANA_THEME_UNRELATED)
        continue;
      if (need->is_required && relation < MUKANA_THEME_NARROWER)
        continue;
      if (need->is_required && need->perspective != MUKANA_PERSPECTIVE_ANY &&
          need->perspective != theme->perspective)
        continue;

      best = MAX (best, knowledge_by (request, theme));
    }

  return best;
}

/* Fails when the best that is known of the themes, or of one that is required,
 * is just @level; the theme is then the first number, or MUKANA_THEME_NONE. */
static gboolean
knows_just (const MukanaMatchRequest *request,
            const MukanaMatchFacts   *facts,
            Knowledge                 level,
            MukanaReasonNote         *note)
{
  Knowledge best = UNKNOWN;

  for (guint i = 0; i < request->themes->len; i++)
    {
      const MukanaThemeNeed *need = &g_array_index (request->themes, MukanaThemeNeed, i);
      Knowledge found = knowledge_of (request, facts, need);

      note->numbers[0] = need->theme;
      if (need->is_required && found == level)
        return TRUE;

      best = MAX (best, found);
    }

  note->numbers[0] = MUKANA_THEME_NONE;
  return request->themes->len > 0 && best == level;
}

static gboolean
fails_no_theme (const MukanaMatchRequest *request,
                const MukanaMatchFacts   *facts,
                MukanaReasonNote         *note)
{
  return knows_just (request, facts, UNKNOWN, note);
}

static gboolean
fails_no_theme_consent (const MukanaMatchRequest *request,
                        const MukanaMatchFacts   *facts,
                        MukanaReasonNote         *note)
{
  return knows_just (request, facts, KNOWN, note);
}

static gboolean
has_role (const MukanaMatchFacts *facts,
          GQuark                  role,
          MukanaDay               day)
{
  for (guint i = 0; i < facts->n_roles; i++)
    if (facts->roles[i].role == role && mukana_day_range_holds (facts->roles[i].valid, day))
      return TRUE;

  return FALSE;
}

static gboolean
fails_role (const MukanaMatchRequest *request,
            const MukanaMatchFacts   *facts,
            MukanaReasonNote         *note)
{
  MukanaDay day = mukana_match_request_first_day (request);

  /* kind 1: none of several. */
  note->kind = request->n_roles > 1 ? 1 : 0;
  note->numbers[0] = request->roles[0];
  for (guint i = 0; i < request->n_roles; i++)
    if (has_role (facts, request->roles[i], day))
      return FALSE;

  return request->n_roles > 0;
}

static gboolean
fails_language (const MukanaMatchRequest *request,
                const MukanaMatchFacts   *facts,
                MukanaReasonNote         *note)
{
  note->numbers[0] = request->language;
  return request->language >= 0 && (facts->languages >> request->language & 1) == 0;
}

static gboolean
fails_refuses (const MukanaMatchRequest *request,
               const MukanaMatchFacts   *facts,
               MukanaReasonNote         *note)
{
  gboolean is_remote = request->mode == MUKANA_MODE_REMOTE || request->mode == MUKANA_MODE_PERIOD;
  guint asked = (request->has_media ? MUKANA_REFUSES_MEDIA : 0) |
                (request->has_large_audience ? MUKANA_REFUSES_LARGE_AUDIENCE : 0) |
                (is_remote ? MUKANA_REFUSES_REMOTE : 0) |
                (request->is_with_minors ? MUKANA_REFUSES_MINORS : 0) |
                (request->meets_clients ? MUKANA_REFUSES_CLIENTS : 0);
  guint refused = facts->refusals | (facts->is_remote_ok ? 0 : MUKANA_REFUSES_REMOTE);

  if ((asked & refused) != 0)
    {
      /* The place in mukana_refusals of the first that is refused. */
      note->numbers[0] = __builtin_ctz (asked & refused);
      return TRUE;
    }

  /* Being seen or heard in public rests on a consent of its own. */
  note->numbers[0] = -1;
  return request->has_media && !mukana_day_range_holds (facts->media_consent, request->today);
}

static gboolean
fails_training (const MukanaMatchRequest *request,
                const MukanaMatchFacts   *facts,
                MukanaReasonNote         *note)
{
  return request->needs_training &&
         !mukana_match_facts_holds_credential (facts, MUKANA_CREDENTIAL_TRAINING,
                                               mukana_match_request_last_day (request));
}

static gboolean
fails_confidentiality (const MukanaMatchRequest *request,
                       const MukanaMatchFacts   *facts,
                       MukanaReasonNote         *note)
{
  MukanaDay day;

  if (!request->meets_clients)
    return FALSE;

  /* kind 0: the commitment; kind 1: the orientation. */
  day = mukana_match_request_last_day (request);
  note->kind = mukana_match_facts_holds_credential (facts, MUKANA_CREDENTIAL_CONFIDENTIALITY, day);
  return note->kind == 0 ||
         !mukana_match_facts_holds_credential (facts, MUKANA_CREDENTIAL_ORIENTATION, day);
}

static gboolean
fails_check (const MukanaMatchRequest *request,
             const MukanaMatchFacts   *facts,
             MukanaReasonNote         *note)
{
  MukanaDay day;

  if (!request->is_with_minors && !request->is_with_vulnerable)
    return FALSE;

  /* kind 0: for work with minors; kind 1: with older or disabled people. */
  day = mukana_match_request_last_day (request);
  note->kind = request->is_with_minors &&
               !mukana_match_facts_holds_credential (facts, MUKANA_CREDENTIAL_CHECK_504, day) &&
               !mukana_match_facts_holds_credential (facts, MUKANA_CREDENTIAL_CHECK_148, day)
               ? 0 : 1;
  return note->kind == 0 ||
         (request->is_with_vulnerable &&
          !mukana_match_facts_holds_credential (facts, MUKANA_CREDENTIAL_CHECK_741, day));
}

static gboolean
fails_excluded_unit (const MukanaMatchRequest *request,
                     const MukanaMatchFacts   *facts,
                     MukanaReasonNote         *note)
{
  for (guint i = 0; i < facts->n_excluded_units; i++)
    if (facts->excluded_units[i] == request->unit)
      return TRUE;

  return FALSE;
}

/* Of the group that is chosen so far, and of those who are in the request already. */
static gboolean
fails_not_together (const MukanaMatchRequest *request,
                    const MukanaMatchFacts   *facts,
                    MukanaReasonNote         *note)
{
  if (facts->n_apart == 0)
    return FALSE;

  for (guint i = 0; i < request->chosen->len; i++)
    if (mukana_match_facts_is_apart (facts, ((MukanaMatchFacts *)
                                             g_ptr_array_index (request->chosen, i))->person_id))
      return TRUE;
  for (guint i = 0; i < request->taking_part->len; i++)
    if (mukana_match_facts_is_apart (facts, g_array_index (request->taking_part, gint64, i)))
      return TRUE;

  return FALSE;
}

static gboolean
fails_non_disclosure (const MukanaMatchRequest *request,
                      const MukanaMatchFacts   *facts,
                      MukanaReasonNote         *note)
{
  return facts->has_non_disclosure && (request->is_public || request->has_media);
}

static gboolean
fails_age (const MukanaMatchRequest *request,
           const MukanaMatchFacts   *facts,
           MukanaReasonNote         *note)
{
  int year, month, day;

  note->numbers[0] = request->min_age;
  if (request->min_age == 0 || facts->birth_year == 0)
    return FALSE;

  /* Only the year of birth is known: whoever can be old enough that year passes. */
  mukana_day_split (mukana_match_request_first_day (request), &year, &month, &day);
  return year - facts->birth_year < request->min_age;
}

static gboolean
fails_too_far (const MukanaMatchRequest *request,
               const MukanaMatchFacts   *facts,
               MukanaReasonNote         *note)
{
  if (facts->max_travel_km == 0 || !mukana_match_request_has_travel (request, facts))
    return FALSE;

  /* kind 1: the distance may not be told, because it would tell where the person lives. */
  note->kind = facts->has_non_disclosure ? 1 : 0;
  note->numbers[0] = mukana_distance_km (facts->position, request->position);
  note->numbers[1] = facts->max_travel_km;
  return note->numbers[0] > facts->max_travel_km;
}

typedef struct
{
  MukanaReason reason;
  gboolean   (*fails) (const MukanaMatchRequest *request,
                       const MukanaMatchFacts   *facts,
                       MukanaReasonNote         *note);
} Condition;

static const Condition conditions[] = {
  { MUKANA_REASON_NOT_ACTIVE, fails_not_active },
  { MUKANA_REASON_NO_CONSENT, fails_no_consent },
  { MUKANA_REASON_RESTRICTED, fails_restricted },
  { MUKANA_REASON_NO_THEME, fails_no_theme },
  { MUKANA_REASON_NO_THEME_CONSENT, fails_no_theme_consent },
  { MUKANA_REASON_ROLE, fails_role },
  { MUKANA_REASON_LANGUAGE, fails_language },
  { MUKANA_REASON_REFUSES, fails_refuses },
  { MUKANA_REASON_TRAINING, fails_training },
  { MUKANA_REASON_CONFIDENTIALITY, fails_confidentiality },
  { MUKANA_REASON_CHECK, fails_check },
  { MUKANA_REASON_EXCLUDED_UNIT, fails_excluded_unit },
  { MUKANA_REASON_NOT_TOGETHER, fails_not_together },
  { MUKANA_REASON_NON_DISCLOSURE, fails_non_disclosure },
  { MUKANA_REASON_AGE, fails_age },
  { MUKANA_REASON_TOO_FAR, fails_too_far },
};

static const char * const codes[MUKANA_N_REASONS] = {
  [MUKANA_REASON_NOT_ACTIVE] = "not-active",
  [MUKANA_REASON_NO_CONSENT] = "no-consent",
  [MUKANA_REASON_RESTRICTED] = "restricted",
  [MUKANA_REASON_NO_THEME] = "no-theme",
  [MUKANA_REASON_NO_THEME_CONSENT] = "no-theme-consent",
  [MUKANA_REASON_ROLE] = "role",
  [MUKANA_REASON_LANGUAGE] = "language",
  [MUKANA_REASON_REFUSES] = "refuses",
  [MUKANA_REASON_TRAINING] = "training",
  [MUKANA_REASON_CONFIDENTIALITY] = "confidentiality",
  [MUKANA_REASON_CHECK] = "check",
  [MUKANA_REASON_EXCLUDED_UNIT] = "excluded-unit",
  [MUKANA_REASON_NOT_TOGETHER] = "not-together",
  [MUKANA_REASON_NON_DISCLOSURE] = "non-disclosure",
  [MUKANA_REASON_AGE] = "age",
  [MUKANA_REASON_TOO_FAR] = "too-far",
  [MUKANA_REASON_NOTICE] = "notice",
  [MUKANA_REASON_NOT_FREE] = "not-free",
  [MUKANA_REASON_ABSENT] = "absent",
  [MUKANA_REASON_CLASH] = "clash",
  [MUKANA_REASON_MONTHLY_CAP] = "monthly-cap",
  [MUKANA_REASON_FEE_CEILING] = "fee-ceiling",
};

/**
 * mukana_eligibility_judge:
 *
 * Returns: every reason why the person may not be proposed; 0 when they may
 */
MukanaReasons
mukana_eligibility_judge (const MukanaMatchRequest *request,
                          const MukanaMatchFacts   *facts)
{
  MukanaReasons reasons = mukana_eligibility_judge_time (request, facts, NULL, NULL);
  MukanaReasonNote note = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (conditions[i].fails (request, facts, &note))
      reasons |= 1u << conditions[i].reason;

  return reasons;
}

/**
 * mukana_eligibility_allows:
 *
 * Returns: whether there is no reason at all, found at the first one
 */
gboolean
mukana_eligibility_allows (const MukanaMatchRequest *request,
                           const MukanaMatchFacts   *facts)
{
  MukanaReasonNote note = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (conditions[i].fails (request, facts, &note))
      return FALSE;

  return mukana_eligibility_judge_time (request, facts, NULL, NULL) == 0;
}

/**
 * mukana_eligibility_note:
 * @note: (out): what stands behind @reason; written only when it holds
 *
 * Returns: whether @reason is one of those that keep the person from the request
 */
gboolean
mukana_eligibility_note (const MukanaMatchRequest *request,
                         const MukanaMatchFacts   *facts,
                         MukanaReason              reason,
                         MukanaReasonNote         *note)
{
  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      MukanaReasonNote found = { reason };

      if (conditions[i].reason == reason && conditions[i].fails (request, facts, &found))
        {
          *note = found;
          return TRUE;
        }
    }

  return mukana_eligibility_note_time (request, facts, reason, note);
}

/**
 * mukana_eligibility_plan:
 * @n_possible: (out) (optional): how many of the request's plans the person can take
 *
 * Judges time alone.  A plan is all the needed slots together, or one of the
 * alternatives; see mukana_match_request_n_plans().
 *
 * Returns: the first slot of the plan that suits best, as an index in
 *   request->slots; -1 when none does, or the request has no time yet
 */
int
mukana_eligibility_plan (const MukanaMatchRequest *request,
                         const MukanaMatchFacts   *facts,
                         guint                    *n_possible)
{
  int plan = -1;

  mukana_eligibility_judge_time (request, facts, &plan, n_possible);
  return plan;
}

/** mukana_reason_code: Returns: borrowed, the stable word of @reason, "too-far" */
const char *
mukana_reason_code (MukanaReason reason)
{
  g_return_val_if_fail (reason < MUKANA_N_REASONS, NULL);

  return codes[reason];
}

/** mukana_reason_from_code: Returns: the reason of a stable word, or -1 */
int
mukana_reason_from_code (const char *code)
{
  for (int i = 0; i < MUKANA_N_REASONS; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;

  return -1;
}
