/* test-eligibility.c: each hard condition, failing alone and not failing at its edge. */

#include "matching-kit.h"

#include "domain/mukana-codes.h"

#define ONLY(reason) (1u << MUKANA_REASON_##reason)

typedef struct
{
  const char    *name;
  void         (*spoil) (MukanaMatchRequest *request, MukanaMatchFacts *facts);
  MukanaReasons  expected;
} Case;

#define SPOIL(name, ...) \
  static void name (MukanaMatchRequest *r, MukanaMatchFacts *f) { (void) r; (void) f; __VA_ARGS__; }

SPOIL (nothing, )
SPOIL (candidate, f->state = MUKANA_STATE_CANDIDATE)
SPOIL (on_a_break, f->paused_until = kit_today () + 1)
SPOIL (break_is_over, f->paused_until = kit_today ())
SPOIL (no_register_consent, f->register_consent = (MukanaDayRange) { 0, 0 })
SPOIL (matching_consent_ended, f->matching_consent.until = kit_today ())
SPOIL (media_consent_ended, r->has_media = TRUE; f->media_consent.until = kit_today ())
SPOIL (media_consent_ended_and_no_media, f->media_consent.until = kit_today ())
SPOIL (matching_consent_ends_tomorrow, f->matching_consent.until = kit_today () + 1)
SPOIL (restricted, f->is_restricted = TRUE)
SPOIL (other_theme, f->themes[0].theme = KIT_ADDICTION)
SPOIL (parent_theme, f->themes[0].theme = KIT_OLD_AGE)
SPOIL (theme_not_allowed, f->themes[0].consent = (MukanaDayRange) { 0, 0 })
SPOIL (theme_ran_out, f->themes[0].consent.until = kit_today ())
SPOIL (theme_ends_tomorrow, f->themes[0].consent.until = kit_today () + 1)
SPOIL (waits_for_a_guardian, f->register_consent = (MukanaDayRange) { 0, 0 };
       f->lacks_guardian = TRUE)
SPOIL (no_theme_asked, g_array_set_size (r->themes, 0); f->n_themes = 0)
SPOIL (one_of_two_themes_allowed,
       f->themes[0].consent = (MukanaDayRange) { 0, 0 };
       kit_add_theme (f, KIT_OLD_AGE, MUKANA_PERSPECTIVE_OWN, TRUE))
SPOIL (required_theme_only_near,
       g_array_index (r->themes, MukanaThemeNeed, 0).is_required = TRUE;
       f->themes[0].theme = KIT_OLD_AGE)
SPOIL (required_theme_from_elsewhere,
       g_array_index (r->themes, MukanaThemeNeed, 0).is_required = TRUE;
       f->themes[0].perspective = MUKANA_PERSPECTIVE_CLOSE)
SPOIL (required_theme_there, g_array_index (r->themes, MukanaThemeNeed, 0).is_required = TRUE)
SPOIL (required_theme_not_allowed,
       g_array_index (r->themes, MukanaThemeNeed, 0).is_required = TRUE;
       f->themes[0].consent = (MukanaDayRange) { 0, 0 };
       mukana_match_request_add_theme (r, KIT_ADDICTION, 1, FALSE, MUKANA_PERSPECTIVE_ANY);
       kit_add_theme (f, KIT_ADDICTION, MUKANA_PERSPECTIVE_OWN, TRUE))
SPOIL (other_role, r->n_roles = 0; mukana_match_request_add_role (r, "volunteer"))
SPOIL (one_role_of_two, mukana_match_request_add_role (r, "volunteer"))
SPOIL (none_of_two_roles, r->n_roles = 0; mukana_match_request_add_role (r, "volunteer");
       mukana_match_request_add_role (r, "evaluator"))
SPOIL (role_ended, f->roles[0].valid.until = kit_day ())
SPOIL (role_ends_after, f->roles[0].valid.until = kit_day () + 1)
SPOIL (any_role, r->n_roles = 0; f->n_roles = 0)
SPOIL (other_language, f->languages = 1u << 1)
SPOIL (any_language, r->language = -1; f->languages = 0)
SPOIL (media, r->has_media = TRUE; f->refusals = MUKANA_REFUSES_MEDIA)
SPOIL (large_audience, r->has_large_audience = TRUE; f->refusals = MUKANA_REFUSES_LARGE_AUDIENCE)
SPOIL (remote_refused, r->mode = MUKANA_MODE_REMOTE; f->refusals = MUKANA_REFUSES_REMOTE)
SPOIL (remote_not_ok, r->mode = MUKANA_MODE_REMOTE; f->is_remote_ok = FALSE)
SPOIL (clients_refused, f->refusals = MUKANA_REFUSES_CLIENTS; r->meets_clients = TRUE;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_CONFIDENTIALITY, kit_always ());
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_ORIENTATION, kit_always ()))
SPOIL (refusals_not_asked, f->refusals = 0xff & ~MUKANA_REFUSES_REMOTE)
SPOIL (evening, f->refusals = MUKANA_REFUSES_EVENING; f->availability.slots[0].end_minute = 1440;
       g_array_set_size (r->slots, 0);
       mukana_match_request_add_slot (r, kit_day (), 16 * 60, 17 * 60 + 1, FALSE))
SPOIL (until_evening,
       f->refusals = MUKANA_REFUSES_EVENING; f->availability.slots[0].end_minute = 1440;
       g_array_set_size (r->slots, 0);
       mukana_match_request_add_slot (r, kit_day (), 16 * 60, 17 * 60, FALSE))
SPOIL (weekend, f->refusals = MUKANA_REFUSES_WEEKEND; kit_add_slot (f, 6, 0, 1440);
       g_array_set_size (r->slots, 0);
       mukana_match_request_add_slot (r, kit_day () + 2, 12 * 60, 13 * 60, FALSE))
SPOIL (untrained, r->needs_training = TRUE)
SPOIL (training_ended, r->needs_training = TRUE;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_TRAINING,
                                          (MukanaDayRange) { MUKANA_DAY_NONE, kit_day () }))
SPOIL (trained, r->needs_training = TRUE;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_TRAINING,
                                          (MukanaDayRange) { MUKANA_DAY_NONE, kit_day () + 1 }))
SPOIL (no_commitment, r->meets_clients = TRUE;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_ORIENTATION, kit_always ()))
SPOIL (no_orientation, r->meets_clients = TRUE;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_CONFIDENTIALITY, kit_always ()))
SPOIL (unchecked, r->is_with_minors = TRUE)
SPOIL (checked_as_volunteer, r->is_with_minors = TRUE;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_CHECK_148, kit_always ()))
SPOIL (checked_for_another_law, r->is_with_vulnerable = TRUE;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_CHECK_504, kit_always ()))
SPOIL (unit_excluded, mukana_match_facts_exclude_unit (f, "KOTIHOITO  yö"))
SPOIL (other_unit_excluded, mukana_match_facts_exclude_unit (f, "Kotihoito"))
SPOIL (not_with_the_chosen, mukana_match_facts_keep_apart (f, 77);
       g_autoptr (MukanaMatchFacts) chosen = mukana_match_facts_new (77);
       mukana_match_request_add_chosen (r, chosen))
SPOIL (not_with_others, mukana_match_facts_keep_apart (f, 77))
SPOIL (hidden_in_public, f->has_non_disclosure = TRUE; r->is_public = TRUE)
SPOIL (hidden_in_media, f->has_non_disclosure = TRUE; r->has_media = TRUE)
SPOIL (hidden_in_workshop, f->has_non_disclosure = TRUE)
SPOIL (too_young, r->min_age = 18; f->birth_year = 2010)
SPOIL (old_enough, r->min_age = 18; f->birth_year = 2009)
SPOIL (age_not_told, r->min_age = 18; f->birth_year = 0)
SPOIL (too_far, f->max_travel_km = 43)
SPOIL (just_near, f->max_travel_km = 44)
SPOIL (no_travel_limit, f->max_travel_km = 0; f->position = KIT_HELSINKI)
SPOIL (place_not_told, f->position = (MukanaPosition) { 0, 0 }; f->max_travel_km = 1)
SPOIL (far_but_hybrid, f->max_travel_km = 1; r->mode = MUKANA_MODE_HYBRID)
SPOIL (far_and_hybrid_on_site, f->max_travel_km = 1; r->mode = MUKANA_MODE_HYBRID;
       f->is_remote_ok = FALSE)
SPOIL (short_notice, f->notice_days = 32)
SPOIL (enough_notice, f->notice_days = 31)
SPOIL (another_weekday, f->availability.slots[0].weekday = 3)
SPOIL (leaves_early, f->availability.slots[0].end_minute = 15 * 60 + 59)
SPOIL (season_over, f->availability.slots[0].valid.until = kit_day ())
SPOIL (times_not_told, mukana_availability_clear (&f->availability))
SPOIL (away,
       mukana_availability_add_absence (&f->availability,
                                        (MukanaDayRange) { kit_day (), kit_day () + 1 }))
SPOIL (away_until_then,
       mukana_availability_add_absence (&f->availability,
                                        (MukanaDayRange) { kit_day () - 9, kit_day () }))
SPOIL (own_calendar_is_full,
       mukana_availability_add_busy (&f->availability,
                                     (MukanaBusySpan) { kit_day (), 15 * 60 + 59, 17 * 60 }))
SPOIL (own_calendar_is_full_after,
       mukana_availability_add_busy (&f->availability,
                                     (MukanaBusySpan) { kit_day (), 16 * 60, 17 * 60 }))
SPOIL (busy, kit_add_assignment (f, kit_day (), 15 * 60, 17 * 60, KIT_SOTKAMO))
SPOIL (busy_next_door, kit_add_assignment (f, kit_day (), 16 * 60, 17 * 60, KIT_SOTKAMO))
SPOIL (road_too_long, kit_add_assignment (f, kit_day (), 10 * 60, 11 * 60 + 23, KIT_KAJAANI))
SPOIL (road_just_short_enough,
       kit_add_assignment (f, kit_day (), 10 * 60, 11 * 60 + 22, KIT_KAJAANI))
SPOIL (road_after_too_long, kit_add_assignment (f, kit_day (), 16 * 60 + 37, 18 * 60, KIT_KAJAANI))
SPOIL (on_shift, kit_add_shift (f, kit_day (), 15 * 60, 17 * 60, KIT_SOTKAMO))
SPOIL (on_shift_next_door, kit_add_shift (f, kit_day (), 16 * 60, 17 * 60, KIT_SOTKAMO))
SPOIL (road_from_shift_too_long, kit_add_shift (f, kit_day (), 10 * 60, 11 * 60 + 23, KIT_KAJAANI))
SPOIL (shift_counts_for_no_month, f->cap_per_month = 1;
       kit_add_shift (f, mukana_day_new (2027, 2, 26), 600, 660, KIT_SOTKAMO))
SPOIL (busy_at_an_unknown_hour, kit_add_assignment (f, kit_day (), 0, 0, KIT_SOTKAMO))
SPOIL (busy_with_this_very_request,
       kit_add_assignment (f, kit_day (), 12 * 60, 16 * 60, KIT_SOTKAMO);
       f->assignments[0].request_id = r->id)
SPOIL (remote_before_remote, kit_add_assignment (f, kit_day (), 10 * 60, 12 * 60, KIT_HELSINKI);
       r->mode = MUKANA_MODE_REMOTE)
SPOIL (month_full, f->cap_per_month = 1;
       kit_add_assignment (f, mukana_day_new (2027, 2, 28), 0, 0, KIT_SOTKAMO))
SPOIL (next_month_full, f->cap_per_month = 1;
       kit_add_assignment (f, mukana_day_new (2027, 3, 1), 0, 0, KIT_SOTKAMO))
SPOIL (series_over_the_limit, f->cap_per_month = 2;
       f->availability.n_slots = 0;
       mukana_match_request_add_slot (r, kit_day () + 1, 780, 900, FALSE);
       mukana_match_request_add_slot (r, kit_day () + 2, 780, 900, FALSE))
SPOIL (series_at_the_limit, f->cap_per_month = 3;
       f->availability.n_slots = 0;
       mukana_match_request_add_slot (r, kit_day () + 1, 780, 900, FALSE);
       mukana_match_request_add_slot (r, kit_day () + 2, 780, 900, FALSE))
SPOIL (series_over_the_ceiling, f->fee_ceiling_cents = 17999; r->fee_cents = 6000;
       f->availability.n_slots = 0;
       mukana_match_request_add_slot (r, kit_day () + 1, 780, 900, FALSE);
       mukana_match_request_add_slot (r, kit_day () + 2, 780, 900, FALSE))
SPOIL (alternatives_count_once, f->cap_per_month = 1;
       f->availability.n_slots = 0;
       mukana_match_request_add_slot (r, kit_day () + 1, 780, 900, TRUE))
SPOIL (over_the_ceiling, f->fee_ceiling_cents = 9999; r->fee_cents = 6000;
       kit_add_assignment (f, mukana_day_new (2027, 2, 1), 0, 0, KIT_SOTKAMO);
       f->assignments[0].fee_cents = 4000)
SPOIL (at_the_ceiling, f->fee_ceiling_cents = 10000; r->fee_cents = 6000;
       kit_add_assignment (f, mukana_day_new (2027, 2, 1), 0, 0, KIT_SOTKAMO);
       f->assignments[0].fee_cents = 4000)
SPOIL (over_the_year, f->fee_ceiling_year_cents = 9999; r->fee_cents = 6000;
       kit_add_assignment (f, mukana_day_new (2027, 1, 1), 0, 0, KIT_SOTKAMO);
       f->assignments[0].fee_cents = 4000)
SPOIL (over_another_year, f->fee_ceiling_year_cents = 9999; r->fee_cents = 6000;
       kit_add_assignment (f, mukana_day_new (2026, 12, 31), 0, 0, KIT_SOTKAMO);
       f->assignments[0].fee_cents = 4000)
SPOIL (volunteer_over_the_ceiling, f->fee_ceiling_cents = 1; r->fee_cents = 6000; f->fee_mode = 3)
SPOIL (alternative_saves, f->availability.slots[0].weekday = 3;
       mukana_match_request_add_slot (r, kit_day () - 1, 12 * 60, 16 * 60, TRUE))
SPOIL (second_needed_day_fails,
       mukana_match_request_add_slot (r, kit_day () + 1, 12 * 60, 16 * 60, FALSE))
SPOIL (alternative_fails_otherwise,
       f->notice_days = 31; f->availability.slots[0].weekday = 3;
       mukana_match_request_add_slot (r, kit_day () - 1, 12 * 60, 16 * 60, TRUE))
SPOIL (day_without_hours, g_array_set_size (r->slots, 0); f->availability.slots[0].weekday = 1;
       mukana_match_request_add_slot (r, kit_day (), 0, 0, FALSE))
SPOIL (period, f->availability.slots[0].weekday = 1;
       mukana_match_request_set_period (r, (MukanaDayRange) { kit_day (), kit_day () + 30 }))
SPOIL (period_with_hours_that_do_not_bind, r->mode = MUKANA_MODE_PERIOD;
       f->availability.slots[0].weekday = 1)
SPOIL (period_away_all_through,
       mukana_match_request_set_period (r, (MukanaDayRange) { kit_day (), kit_day () + 30 });
       mukana_availability_add_absence (&f->availability,
                                        (MukanaDayRange) { kit_day (), kit_day () + 30 }))
SPOIL (period_away_but_for_a_day,
       mukana_match_request_set_period (r, (MukanaDayRange) { kit_day (), kit_day () + 30 });
       mukana_availability_add_absence (&f->availability,
                                        (MukanaDayRange) { kit_day (), kit_day () + 29 }))
SPOIL (many_at_once, f->state = MUKANA_STATE_PAUSED; f->languages = 0; f->max_travel_km = 1;
       f->notice_days = 99; r->needs_training = TRUE)

#define FITS 0
#define CASE(name, expected) { #name, name, expected }

static const Case cases[] = {
  CASE (nothing, FITS),
  CASE (candidate, ONLY (NOT_ACTIVE)), CASE (on_a_break, ONLY (NOT_ACTIVE)),
  CASE (break_is_over, FITS),
  CASE (no_register_consent, ONLY (NO_CONSENT)), CASE (matching_consent_ended, ONLY (NO_CONSENT)),
  CASE (matching_consent_ends_tomorrow, FITS),
  CASE (media_consent_ended, ONLY (REFUSES)), CASE (media_consent_ended_and_no_media, FITS),
  CASE (restricted, ONLY (RESTRICTED)),
  CASE (other_theme, ONLY (NO_THEME)), CASE (parent_theme, FITS), CASE (no_theme_asked, FITS),
  CASE (theme_ran_out, ONLY (NO_THEME)), CASE (theme_ends_tomorrow, FITS),
  CASE (waits_for_a_guardian, ONLY (NO_CONSENT)),
  CASE (theme_not_allowed, ONLY (NO_THEME_CONSENT)), CASE (one_of_two_themes_allowed, FITS),
  CASE (required_theme_only_near, ONLY (NO_THEME)),
  CASE (required_theme_from_elsewhere, ONLY (NO_THEME)), CASE (required_theme_there, FITS),
  CASE (required_theme_not_allowed, ONLY (NO_THEME_CONSENT)),
  CASE (other_role, ONLY (ROLE)), CASE (role_ended, ONLY (ROLE)), CASE (role_ends_after, FITS),
  CASE (any_role, FITS), CASE (one_role_of_two, FITS), CASE (none_of_two_roles, ONLY (ROLE)),
 
  CASE (other_language, ONLY (LANGUAGE)), CASE (any_language, FITS),
  CASE (media, ONLY (REFUSES)), CASE (large_audience, ONLY (REFUSES)),
  CASE (remote_refused, ONLY (REFUSES)), CASE (remote_not_ok, ONLY (REFUSES)),
  CASE (clients_refused, ONLY (REFUSES)), CASE (refusals_not_asked, FITS),
  CASE (evening, ONLY (REFUSES)), CASE (until_evening, FITS), CASE (weekend, ONLY (REFUSES)),
  CASE (untrained, ONLY (TRAINING)), CASE (training_ended, ONLY (TRAINING)), CASE (trained, FITS),
  CASE (no_commitment, ONLY (CONFIDENTIALITY)), CASE (no_orientation, ONLY (CONFIDENTIALITY)),
  CASE (unchecked, ONLY (CHECK)), CASE (checked_as_volunteer, FITS),
  CASE (checked_for_another_law, ONLY (CHECK)),
  CASE (not_with_the_chosen, ONLY (NOT_TOGETHER)), CASE (not_with_others, FITS),
  CASE (unit_excluded, ONLY (EXCLUDED_UNIT)), CASE (other_unit_excluded, FITS),
  CASE (hidden_in_public, ONLY (NON_DISCLOSURE)), CASE (hidden_in_media, ONLY (NON_DISCLOSURE)),
  CASE (hidden_in_workshop, FITS),
  CASE (too_young, ONLY (AGE)), CASE (old_enough, FITS), CASE (age_not_told, FITS),
  CASE (too_far, ONLY (TOO_FAR)), CASE (just_near, FITS), CASE (no_travel_limit, FITS),
  CASE (place_not_told, FITS), CASE (far_but_hybrid, FITS),
  CASE (far_and_hybrid_on_site, ONLY (TOO_FAR)),
  CASE (short_notice, ONLY (NOTICE)), CASE (enough_notice, FITS),
  CASE (another_weekday, ONLY (NOT_FREE)), CASE (leaves_early, ONLY (NOT_FREE)),
  CASE (season_over, ONLY (NOT_FREE)), CASE (times_not_told, FITS),
  CASE (away, ONLY (ABSENT)), CASE (away_until_then, FITS),
  CASE (own_calendar_is_full, ONLY (ABSENT)), CASE (own_calendar_is_full_after, FITS),
  CASE (busy, ONLY (CLASH)), CASE (busy_next_door, FITS),
  CASE (on_shift, ONLY (CLASH)), CASE (on_shift_next_door, FITS),
  CASE (road_from_shift_too_long, ONLY (CLASH)), CASE (shift_counts_for_no_month, FITS),
  CASE (road_too_long, ONLY (CLASH)),
  CASE (road_just_short_enough, FITS), CASE (road_after_too_long, ONLY (CLASH)),
  CASE (busy_at_an_unknown_hour, FITS), CASE (busy_with_this_very_request, FITS),
  CASE (remote_before_remote, FITS),
  CASE (month_full, ONLY (MONTHLY_CAP)), CASE (next_month_full, FITS),
  CASE (series_over_the_limit, ONLY (MONTHLY_CAP)), CASE (series_at_the_limit, FITS),
  CASE (series_over_the_ceiling, ONLY (FEE_CEILING)), CASE (alternatives_count_once, FITS),
  CASE (over_the_ceiling, ONLY (FEE_CEILING)), CASE (at_the_ceiling, FITS),
  CASE (over_the_year, ONLY (FEE_CEILING)), CASE (over_another_year, FITS),
  CASE (volunteer_over_the_ceiling, FITS),
  CASE (alternative_saves, FITS), CASE (second_needed_day_fails, ONLY (NOT_FREE)),
  CASE (alternative_fails_otherwise, ONLY (NOT_FREE) | ONLY (NOTICE)),
  CASE (day_without_hours, FITS), CASE (period, FITS),
  CASE (period_with_hours_that_do_not_bind, FITS),
  CASE (period_away_all_through, ONLY (ABSENT)), CASE (period_away_but_for_a_day, FITS),
  CASE (many_at_once, ONLY (NOT_ACTIVE) | ONLY (LANGUAGE) | ONLY (TRAINING) | ONLY (TOO_FAR) |
                      ONLY (NOTICE)),
};

static void
case_has_its_reasons (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);

  one->spoil (request, facts);

  g_assert_cmphex (mukana_eligibility_judge (request, facts), ==, one->expected);
}

/* Whether an assignment ending at @free_from leaves time for the road of 78
 * minutes to a request at @start on the same night. */
static gboolean
road_is_too_long (MukanaDay day,
                  int       free_from,
                  int       start)
{
  static const MukanaPosition away = { 63500000, 28389000 };
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);

  request->today = day - 60;
  g_array_set_size (request->slots, 0);
  mukana_match_request_add_slot (request, day, start, start + 60, FALSE);
  mukana_availability_clear (&facts->availability);
  kit_add_assignment (facts, day, 60, free_from, away);

  return mukana_eligibility_judge (request, facts) == ONLY (CLASH);
}

static void
road_is_real_time_in_the_nights_when_clocks_turn (void)
{
  /* From 2.30 to 4.00 is an hour and a half, but half an hour when an hour is missing. */
  g_assert_false (road_is_too_long (mukana_day_new (2026, 3, 28), 150, 240));
  g_assert_true (road_is_too_long (mukana_day_new (2026, 3, 29), 150, 240));

  /* From 2.50 to 4.00 is 70 minutes, but 130 when an hour comes twice. */
  g_assert_true (road_is_too_long (mukana_day_new (2026, 10, 24), 170, 240));
  g_assert_false (road_is_too_long (mukana_day_new (2026, 10, 25), 170, 240));
}

static void
road_over_midnight_counts (void)
{
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);

  g_array_set_size (request->slots, 0);
  mukana_match_request_add_slot (request, kit_day (), 10, 60, FALSE);
  mukana_availability_clear (&facts->availability);
  kit_add_assignment (facts, kit_day () - 1, 22 * 60, 23 * 60 + 50, KIT_KAJAANI);

  g_assert_cmphex (mukana_eligibility_judge (request, facts), ==, ONLY (CLASH));
}

static void
every_reason_has_a_code_and_a_note (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_request ();
      g_autoptr (MukanaMatchFacts) facts = kit_person (1);
      MukanaReasonNote note;

      cases[i].spoil (request, facts);

      for (int r = 0; r < MUKANA_N_REASONS; r++)
        {
          g_assert_cmpint (mukana_eligibility_note (request, facts, (MukanaReason) r, &note), ==,
                           cases[i].expected >> r & 1);
          g_assert_cmpint (mukana_reason_from_code (mukana_reason_code ((MukanaReason) r)), ==, r);
        }
    }
}

static void
numbers_are_the_places_in_the_vocabularies (void)
{
  static const struct { const char * const *codes; const char *code; int place; } places[] = {
    { mukana_person_states, "candidate", MUKANA_STATE_CANDIDATE },
    { mukana_person_states, "active", MUKANA_STATE_ACTIVE },
    { mukana_person_states, "paused", MUKANA_STATE_PAUSED },
    { mukana_perspectives, "own", MUKANA_PERSPECTIVE_OWN },
    { mukana_perspectives, "close", MUKANA_PERSPECTIVE_CLOSE },
    { mukana_perspectives, "peer", MUKANA_PERSPECTIVE_PEER },
    { mukana_credential_kinds, "training", MUKANA_CREDENTIAL_TRAINING },
    { mukana_credential_kinds, "orientation", MUKANA_CREDENTIAL_ORIENTATION },
    { mukana_credential_kinds, "confidentiality", MUKANA_CREDENTIAL_CONFIDENTIALITY },
    { mukana_credential_kinds, "check-504", MUKANA_CREDENTIAL_CHECK_504 },
    { mukana_credential_kinds, "check-148", MUKANA_CREDENTIAL_CHECK_148 },
    { mukana_credential_kinds, "check-741", MUKANA_CREDENTIAL_CHECK_741 },
    { mukana_fee_modes, "fee", MUKANA_FEE_MODE_FEE },
    { mukana_request_modes, "on-site", MUKANA_MODE_ON_SITE },
    { mukana_request_modes, "remote", MUKANA_MODE_REMOTE },
    { mukana_request_modes, "hybrid", MUKANA_MODE_HYBRID },
    { mukana_request_modes, "period", MUKANA_MODE_PERIOD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpint (mukana_code_index (places[i].codes, places[i].code), ==, places[i].place);

  g_assert_cmphex (mukana_match_codes_to_set (mukana_refusals, "minors media  nonsense"), ==,
                   MUKANA_REFUSES_MINORS | MUKANA_REFUSES_MEDIA);
  g_assert_cmphex (mukana_match_codes_to_set (mukana_refusals, "clients weekend"), ==,
                   MUKANA_REFUSES_CLIENTS | MUKANA_REFUSES_WEEKEND);
  g_assert_cmphex (mukana_match_codes_to_set (mukana_skills, "online"), ==, MUKANA_SKILL_ONLINE);
  g_assert_cmphex (mukana_match_codes_to_set (mukana_skills, NULL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/eligibility/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], case_has_its_reasons);
    }

  g_test_add_func ("/eligibility/road-is-real-time-in-the-nights-when-clocks-turn",
                   road_is_real_time_in_the_nights_when_clocks_turn);
  g_test_add_func ("/eligibility/road-over-midnight-counts", road_over_midnight_counts);
  g_test_add_func ("/eligibility/every-reason-has-a-code-and-a-note",
                   every_reason_has_a_code_and_a_note);
  g_test_add_func ("/eligibility/numbers-are-the-places-in-the-vocabularies",
                   numbers_are_the_places_in_the_vocabularies);
  return g_test_run ();
}
