/* test-match-change.c: the smallest change that would let somebody be proposed. */

#include "matching-kit.h"

#include <string.h>

#include "domain/mukana-explain.h"

#define NOBODY "nothing is offered"

typedef struct
{
  const char *name;
  void      (*spoil) (MukanaMatchRequest *request, MukanaMatchFacts *facts);
  const char *expected;    /* "start-later 60", some parted by "+", or NOBODY */
} Case;

#define SPOIL(name, ...) \
  static void name (MukanaMatchRequest *r, MukanaMatchFacts *f) { (void) r; (void) f; __VA_ARGS__; }
#define NEVER ((MukanaDayRange) { 0, 0 })
#define FREE(start, end) \
  f->availability.slots[0].start_minute = (start); f->availability.slots[0].end_minute = (end)
#define AWAY(from, until) \
  mukana_availability_add_absence (&f->availability, (MukanaDayRange) { from, until })

/* The request is on a Thursday from 12 to 16, a month from now, 44 km away. */
SPOIL (comes_later, FREE (13 * 60, 16 * 60))
SPOIL (comes_at_an_odd_minute, FREE (12 * 60 + 10, 16 * 60))
SPOIL (leaves_earlier, FREE (8 * 60, 15 * 60 + 45))
SPOIL (comes_much_later, FREE (13 * 60 + 30, 18 * 60); f->refusals = 0)
SPOIL (free_too_late, FREE (14 * 60 + 30, 18 * 60 + 30))
SPOIL (no_evenings, f->refusals = MUKANA_REFUSES_EVENING; FREE (8 * 60, 20 * 60);
       mukana_match_request_move_slot (r, 0, kit_day (), 15 * 60, 18 * 60))
SPOIL (busy_in_the_end, kit_add_assignment (f, kit_day (), 15 * 60, 17 * 60, KIT_SOTKAMO))
SPOIL (free_the_day_before, f->availability.slots[0].weekday = 3)
SPOIL (free_on_sunday, f->availability.slots[0].weekday = 7)
SPOIL (away_that_day, AWAY (kit_day (), kit_day () + 1); kit_add_slot (f, 2, 0, 1440))
SPOIL (away_for_long, AWAY (kit_day () - 9, kit_day () + 8))
SPOIL (away_until_further_notice, AWAY (kit_day () - 9, MUKANA_DAY_NONE))
SPOIL (own_calendar_is_full,
       mukana_availability_add_busy (&f->availability,
                                     (MukanaBusySpan) { kit_day (), 0, 24 * 60 });
       mukana_availability_add_own_week (&f->availability, kit_day () - 3, "4 0-1440"))
SPOIL (too_far, f->max_travel_km = 20)
SPOIL (too_far_and_not_remote, f->max_travel_km = 20; f->is_remote_ok = FALSE)
SPOIL (not_remote, r->mode = MUKANA_MODE_REMOTE; f->is_remote_ok = FALSE)
SPOIL (other_language, f->languages = 1u << 2 | 1u << 6)
SPOIL (no_language, f->languages = 0)
SPOIL (long_notice, f->notice_days = 40)
SPOIL (other_role, r->n_roles = 0; mukana_match_request_add_role (r, "volunteer"))
SPOIL (untrained, r->needs_training = TRUE)
SPOIL (no_crowds, r->has_large_audience = TRUE; f->refusals = MUKANA_REFUSES_LARGE_AUDIENCE)
SPOIL (no_media, r->has_media = TRUE; f->refusals = MUKANA_REFUSES_MEDIA)
SPOIL (hidden_in_public, f->has_non_disclosure = TRUE; r->is_public = TRUE)
SPOIL (on_a_break, f->state = MUKANA_STATE_PAUSED; f->paused_until = kit_today () + 20)
SPOIL (on_a_break_beyond_the_day, f->paused_until = kit_day () + 3)
SPOIL (on_an_open_break, f->state = MUKANA_STATE_PAUSED)
SPOIL (month_full, f->cap_per_month = 1; kit_add_assignment (f, kit_day () - 7, 0, 0, KIT_SOTKAMO))
SPOIL (ceiling_reached, f->fee_ceiling_cents = 5000; r->fee_cents = 4000;
       kit_add_assignment (f, kit_day () - 7, 0, 0, KIT_SOTKAMO);
       f->assignments[0].fee_cents = 4000)
SPOIL (no_commitment, r->meets_clients = TRUE;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_ORIENTATION, kit_always ()))
SPOIL (no_commitment_nor_orientation, r->meets_clients = TRUE)
SPOIL (no_extract, r->is_with_minors = TRUE)
SPOIL (no_extract_for_adults, r->is_with_vulnerable = TRUE)
SPOIL (theme_not_allowed, f->themes[0].consent = NEVER)
SPOIL (matching_not_allowed, f->matching_consent = NEVER)
SPOIL (consent_given_again, f->has_withdrawn = TRUE; FREE (13 * 60, 16 * 60))
SPOIL (want_three_changes, r->has_media = TRUE; f->refusals = MUKANA_REFUSES_MEDIA;
       f->languages = 1u << 2; f->max_travel_km = 20)
SPOIL (two_reasons, f->themes[0].consent = NEVER; FREE (12 * 60 + 30, 16 * 60))
SPOIL (three_reasons, f->themes[0].consent = NEVER; FREE (12 * 60 + 30, 16 * 60);
       f->matching_consent = NEVER)
SPOIL (four_reasons, f->themes[0].consent = NEVER; FREE (12 * 60 + 30, 16 * 60);
       f->matching_consent = NEVER; f->languages = 1u << 2)
SPOIL (alternative_nearly_free, f->availability.slots[0].weekday = 3; f->refusals = 0;
       FREE (8 * 60, 15 * 60 + 30);
       mukana_match_request_add_slot (r, kit_day () - 1, 12 * 60, 16 * 60, TRUE))

SPOIL (fits, )
SPOIL (restricted, f->is_restricted = TRUE; FREE (13 * 60, 16 * 60))
SPOIL (unread, f->register_consent = NEVER; f->matching_consent = NEVER)
SPOIL (register_consent_ended, f->register_consent.until = kit_today ();
       f->matching_consent = NEVER)
SPOIL (consent_taken_back, f->matching_consent = NEVER; f->has_withdrawn = TRUE)
SPOIL (unit_excluded, mukana_match_facts_exclude_unit (f, "Kotihoito, yö"))
SPOIL (other_theme, f->themes[0].theme = KIT_ADDICTION)
SPOIL (too_young, r->min_age = 18; f->birth_year = 2011)
SPOIL (no_clients, r->meets_clients = TRUE; f->refusals = MUKANA_REFUSES_CLIENTS;
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_CONFIDENTIALITY, kit_always ());
       mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_ORIENTATION, kit_always ()))
SPOIL (day_has_passed, r->today = kit_day () + 1)
SPOIL (left_the_register, f->state = MUKANA_STATE_CANDIDATE)

#define CASE(name, expected) { #name, name, expected }

static const Case cases[] = {
  CASE (comes_later, "start-later 60"), CASE (comes_at_an_odd_minute, "start-later 30"),
  CASE (leaves_earlier, "end-earlier 30"), CASE (comes_much_later, "start-later 90"),
  CASE (free_too_late, NOBODY), CASE (no_evenings, "end-earlier 60"),
  CASE (busy_in_the_end, "end-earlier 60"),
  CASE (free_the_day_before, "other-day -1"), CASE (free_on_sunday, NOBODY),
  CASE (away_that_day, "other-day -2"), CASE (away_for_long, "after-absence 8"),
  CASE (away_until_further_notice, NOBODY), CASE (own_calendar_is_full, "after-absence 1"),
  CASE (too_far, "remote-too 0"), CASE (too_far_and_not_remote, "longer-journey 0"),
  CASE (not_remote, "on-site-too 0"),
  CASE (want_three_changes, "remote-too 0 + language 2 + no-media 0"),
  CASE (other_language, "language 2"), CASE (no_language, NOBODY),
  CASE (long_notice, "later-week 2"), CASE (other_role, "any-role 0"),
  CASE (untrained, "no-training 0"), CASE (no_crowds, "small-audience 0"),
  CASE (no_media, "no-media 0"), CASE (hidden_in_public, "not-public 0"),
  CASE (on_a_break, "after-break -11"), CASE (on_a_break_beyond_the_day, "after-break 3"),
  CASE (on_an_open_break, NOBODY),
  CASE (month_full, "from-month 18"), CASE (ceiling_reached, "from-month 18"),
  CASE (no_commitment, "credential 2"),
  CASE (no_commitment_nor_orientation, NOBODY),
  CASE (no_extract, "credential 3"), CASE (no_extract_for_adults, "credential 5"),
  CASE (theme_not_allowed, "theme-consent 0"), CASE (matching_not_allowed, "matching-consent 0"),
  CASE (two_reasons, "start-later 30 + theme-consent 0"), CASE (four_reasons, NOBODY),
  CASE (three_reasons, "start-later 30 + theme-consent 0 + matching-consent 0"),
  CASE (alternative_nearly_free, "end-earlier 30"),
  CASE (fits, NOBODY), CASE (restricted, NOBODY), CASE (unread, NOBODY),
  CASE (consent_taken_back, NOBODY), CASE (consent_given_again, "start-later 60"),
  CASE (register_consent_ended, NOBODY), CASE (unit_excluded, NOBODY), CASE (other_theme, NOBODY),
  CASE (too_young, NOBODY), CASE (no_clients, NOBODY), CASE (left_the_register, NOBODY),
  CASE (day_has_passed, NOBODY),
};

/* Days are told from the day of the request on, so that the table needs no calendar. */
static char *
tell (const MukanaMatchRemedy *remedy)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < remedy->n_changes; i++)
    {
      const MukanaMatchChange *change = &remedy->changes[i];
      gboolean is_day = change->kind == MUKANA_MATCH_CHANGE_AFTER_ABSENCE ||
                        change->kind == MUKANA_MATCH_CHANGE_AFTER_BREAK ||
                        change->kind == MUKANA_MATCH_CHANGE_FROM_MONTH;

      g_string_append_printf (text, "%s%s %d", i > 0 ? " + " : "",
                              mukana_match_change_code (change->kind),
                              is_day ? change->amount - kit_day () : change->amount);
    }

  return g_string_free (text, FALSE);
}

static gboolean
find (const MukanaMatchRequest *request,
      MukanaMatchFacts         *facts,
      MukanaMatchRemedy        *remedy)
{
  g_autoptr (MukanaMatchRemedies) remedies = mukana_match_remedies_new (request);

  return mukana_match_remedies_find (remedies, facts, mukana_eligibility_judge (request, facts),
                                     remedy);
}

/* Applies a remedy step by step and judges what comes of it. */
static MukanaReasons
judge_with (const MukanaMatchRequest *request,
            MukanaMatchFacts         *facts,
            const MukanaMatchRemedy  *remedy)
{
  MukanaMatchRequest *changed = mukana_match_request_copy (request);
  MukanaMatchFacts *person = mukana_match_facts_ref (facts);
  MukanaReasons reasons;

  for (guint i = 0; i < remedy->n_changes; i++)
    {
      MukanaMatchRequest *next = mukana_match_change_request (&remedy->changes[i], changed);
      MukanaMatchFacts *also = mukana_match_change_facts (&remedy->changes[i], request, person);

      mukana_match_request_free (changed);
      mukana_match_facts_unref (person);
      changed = next;
      person = also;
    }

  reasons = mukana_eligibility_judge (changed, person);
  mukana_match_request_free (changed);
  mukana_match_facts_unref (person);
  return reasons;
}

static void
case_has_its_smallest_change (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  g_autofree char *told = NULL;
  MukanaMatchRemedy remedy;

  one->spoil (request, facts);

  told = find (request, facts, &remedy) ? tell (&remedy) : g_strdup (NOBODY);
  g_assert_cmpstr (told, ==, one->expected);
}

static void
case_is_told_in_a_sentence (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  MukanaMatchRemedy remedy;

  one->spoil (request, facts);

  if (find (request, facts, &remedy))
    {
      g_autofree char *sentence = mukana_explain_remedy (request, &remedy);
      MukanaMatchRelief relief = { 2, remedy.changes[0] };
      g_autofree char *counted = mukana_explain_relief (request, &relief);

      g_assert_cmpuint (strlen (sentence), >, 10);
      g_assert_true (g_str_has_prefix (counted, "2 "));
    }
}

/* ---- Anybody, any request ---- */

static gboolean
is_protected (const MukanaMatchRequest *request,
              const MukanaMatchFacts   *facts)
{
  gboolean has_excluded = FALSE;

  for (guint i = 0; i < facts->n_excluded_units; i++)
    has_excluded |= facts->excluded_units[i] == request->unit;

  return facts->is_restricted || has_excluded ||
         !mukana_day_range_holds (facts->register_consent, request->today);
}

/* What somebody said of themselves is as it was, but for what they could be asked. */
static void
assert_own_word_stands (const MukanaMatchRequest *request,
                        MukanaMatchFacts         *facts,
                        const MukanaMatchChange  *change)
{
  g_autoptr (MukanaMatchFacts) changed = mukana_match_change_facts (change, request, facts);

  g_assert_cmpint (changed->is_restricted, ==, facts->is_restricted);
  g_assert_cmpint (changed->has_non_disclosure, ==, facts->has_non_disclosure);
  g_assert_cmpint (changed->refusals, ==, facts->refusals);
  g_assert_cmpint (changed->languages, ==, facts->languages);
  g_assert_cmpint (changed->notice_days, ==, facts->notice_days);
  g_assert_cmpint (changed->cap_per_month, ==, facts->cap_per_month);
  g_assert_cmpint (changed->fee_ceiling_cents, ==, facts->fee_ceiling_cents);
  g_assert_cmpuint (changed->n_excluded_units, ==, facts->n_excluded_units);
  g_assert_true (changed->register_consent.from == facts->register_consent.from &&
                 changed->register_consent.until == facts->register_consent.until);
}

/* Nobody who is spared is offered anything, however nearly they would fit. */
static void
spoil_a_little (GRand            *random,
                MukanaMatchFacts *facts)
{
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0: facts->availability.slots[0].start_minute = 12 * 60 + 30; break;
    case 1: facts->max_travel_km = 20; break;
    case 2: facts->themes[0].consent = NEVER; break;
    case 3: facts->languages = 1u << 1; break;
    case 4: facts->matching_consent = NEVER; break;
    case 5: facts->is_restricted = TRUE; break;
    case 6: facts->register_consent = NEVER; break;
    default: mukana_match_facts_exclude_unit (facts, "Kotihoito, yö"); break;
    }
}

typedef struct { guint n_offered, n_two, n_protected; } Tally;

static void
check_offer (const MukanaMatchRequest *request,
             MukanaMatchFacts         *facts,
             Tally                    *tally)
{
  MukanaReasons reasons = mukana_eligibility_judge (request, facts);
  MukanaMatchRemedy remedy = { 0 };
  gboolean is_offered = find (request, facts, &remedy);

  if (reasons == 0 || is_protected (request, facts))
    {
      tally->n_protected += reasons != 0;
      g_assert_false (is_offered);
      return;
    }
  if (!is_offered)
    return;

  tally->n_offered++;
  tally->n_two += remedy.n_changes == 2;
  g_assert_cmphex (judge_with (request, facts, &remedy), ==, 0);
  for (guint i = 0; i < remedy.n_changes; i++)
    assert_own_word_stands (request, facts, &remedy.changes[i]);
}

static void
every_offer_holds_and_nobody_protected_has_one (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20270111);
  Tally tally = { 0 };

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
      g_autoptr (MukanaMatchFacts) facts = kit_random_person (random, i + 1);

      check_offer (request, facts, &tally);
    }
  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_request ();
      g_autoptr (MukanaMatchFacts) facts = kit_person (i + 1);

      spoil_a_little (random, facts);
      spoil_a_little (random, facts);
      check_offer (request, facts, &tally);
    }

  g_test_message ("%u offered, %u of two changes, %u protected", tally.n_offered, tally.n_two,
                  tally.n_protected);
  g_assert_cmpuint (tally.n_offered, >, 800);
  g_assert_cmpuint (tally.n_two, >, 100);
  g_assert_cmpuint (tally.n_protected, >, 800);
}

static void
same_question_has_the_same_answer (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
      g_autoptr (MukanaMatchFacts) facts = kit_random_person (random, i + 1);
      MukanaMatchRemedy first = { 0 }, second = { 0 };

      g_assert_cmpint (find (request, facts, &first), ==, find (request, facts, &second));
      g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
    }
}

static void
request_is_asked_before_people (void)
{
  for (int kind = 0; kind < MUKANA_N_MATCH_CHANGES; kind++)
    {
      MukanaMatchChange own = { MUKANA_MATCH_CHANGE_CREDENTIAL, -1, 0, 0 };
      MukanaMatchChange journey = { MUKANA_MATCH_CHANGE_LONGER_JOURNEY, -1, 0, 0 };
      MukanaMatchChange change = { (MukanaMatchChangeKind) kind, -1, 0, 0 };

      if (kind < MUKANA_MATCH_CHANGE_CREDENTIAL)
        g_assert_cmpint (mukana_match_change_cost (&change), <, mukana_match_change_cost (&own));
      if (kind != MUKANA_MATCH_CHANGE_LONGER_JOURNEY)
        g_assert_cmpint (mukana_match_change_cost (&change), <,
                         mukana_match_change_cost (&journey));
    }
}

static void
a_longer_step_costs_more (void)
{
  MukanaMatchChange near = { MUKANA_MATCH_CHANGE_MOVED, 0, -30, 0 };
  MukanaMatchChange far = { MUKANA_MATCH_CHANGE_MOVED, 0, 60, 0 };

  g_assert_cmpint (mukana_match_change_cost (&near), <, mukana_match_change_cost (&far));
}

/* ---- More points ---- */

static void
points_rise_when_remote_is_allowed (void)
{
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  g_autoptr (MukanaMatchRemedies) remedies = mukana_match_remedies_new (request);
  MukanaWeights weights = mukana_weights_default ();
  MukanaScore score = mukana_score_new (request, facts, &weights), risen;
  g_autoptr (MukanaMatchRequest) changed = NULL;
  MukanaMatchChange change;

  g_assert_true (mukana_match_remedies_rise (remedies, facts, &weights, &score, &change, &risen));

  g_assert_cmpint (change.kind, ==, MUKANA_MATCH_CHANGE_REMOTE_TOO);
  changed = mukana_match_change_request (&change, request);
  g_assert_cmpint (risen.points, ==, mukana_score_new (changed, facts, &weights).points);
  g_assert_cmpint (risen.points, >=, score.points + 2);
}

static void
points_rise_when_there_is_time_to_prepare (void)
{
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  g_autoptr (MukanaMatchRemedies) remedies = NULL;
  MukanaWeights weights = mukana_weights_default ();
  MukanaScore score, risen;
  MukanaMatchChange change;

  request->mode = MUKANA_MODE_HYBRID;
  request->prep_minutes = 30;
  facts->availability.slots[0].start_minute = 12 * 60;
  score = mukana_score_new (request, facts, &weights);
  remedies = mukana_match_remedies_new (request);

  g_assert_true (mukana_match_remedies_rise (remedies, facts, &weights, &score, &change, &risen));
  g_assert_cmpint (change.kind, ==, MUKANA_MATCH_CHANGE_START_LATER);
  g_assert_cmpint (change.amount, ==, 30);
}

static void
a_point_is_not_worth_a_change (void)
{
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  g_autoptr (MukanaMatchRemedies) remedies = mukana_match_remedies_new (request);
  MukanaWeights weights = mukana_weights_default ();
  MukanaScore score, risen;
  MukanaMatchChange change;

  weights.max[MUKANA_PART_PLACE] = 5;
  score = mukana_score_new (request, facts, &weights);

  g_assert_false (mukana_match_remedies_rise (remedies, facts, &weights, &score, &change, &risen));
}

/* ---- Many people ---- */

static MukanaMatchIndex *
random_index (GRand *random,
              guint  n_people)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  MukanaMatchIndex *index = mukana_match_index_new (tree);

  for (guint i = 0; i < n_people; i++)
    mukana_match_index_put (index, kit_random_person (random, i + 1));

  return index;
}

/* Whether the one change, as it is for this person, lets them be proposed. */
static gboolean
helps (const MukanaMatchRequest *request,
       MukanaMatchFacts         *facts,
       const MukanaMatchChange  *change)
{
  MukanaMatchRemedy remedy = { 1, { *change } };

  return !is_protected (request, facts) && judge_with (request, facts, &remedy) == 0;
}

static void
number_of_a_group_is_counted (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (MukanaMatchIndex) index = random_index (random, 3000);
  guint n_groups = 0;

  for (int i = 0; i < 40; i++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
      g_autoptr (MukanaMatchRemedies) remedies = mukana_match_remedies_new (request);
      g_autoptr (MukanaMatchExclusions) out = mukana_match_index_exclusions (index, request);
      MukanaMatchRelief reliefs[MUKANA_N_REASONS];

      mukana_match_relief_of_groups (remedies, out, reliefs);

      for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
        {
          guint n_helped = 0;

          g_assert_cmpuint (reliefs[reason].n_people, <=, out->firsts[reason]);
          if (reliefs[reason].n_people == 0 ||
              reliefs[reason].change.kind == MUKANA_MATCH_CHANGE_AFTER_ABSENCE ||
              reliefs[reason].change.kind == MUKANA_MATCH_CHANGE_AFTER_BREAK)
            continue;

          for (guint k = 0; k < out->people->len; k++)
            {
              const MukanaExcluded *person = &g_array_index (out->people, MukanaExcluded, k);

              n_helped += __builtin_ctz (person->reasons) == reason &&
                          helps (request, person->facts, &reliefs[reason].change);
            }
          g_assert_cmpuint (reliefs[reason].n_people, ==, n_helped);
          n_groups++;
        }
    }

  g_assert_cmpuint (n_groups, >, 60);
}

static void
relaxation_of_a_request_is_counted (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  g_autoptr (MukanaMatchIndex) index = random_index (random, 150);
  guint n_relaxed = 0;

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
      g_autoptr (MukanaMatchRemedies) remedies = mukana_match_remedies_new (request);
      guint n_fits = mukana_match_index_count (index, request);
      MukanaMatchRelaxation relaxation = { 0 };
      MukanaMatchRequest *changed = mukana_match_request_copy (request);

      if (mukana_match_relief_of_request (remedies, index, n_fits, 4, &relaxation))
        {
          for (guint k = 0; k < relaxation.remedy.n_changes; k++)
            {
              MukanaMatchRequest *next =
                mukana_match_change_request (&relaxation.remedy.changes[k], changed);

              mukana_match_request_free (changed);
              changed = next;
            }
          g_assert_cmpuint (n_fits, <, 4);
          g_assert_cmpuint (relaxation.n_fits, >, n_fits);
          g_assert_cmpuint (relaxation.n_fits, ==, mukana_match_index_count (index, changed));
          n_relaxed++;
        }
      mukana_match_request_free (changed);
    }

  g_assert_cmpuint (n_relaxed, >, 40);
}

static char *
relax (MukanaMatchIndex         *index,
       const MukanaMatchRequest *request,
       guint                     n_needed,
       guint                    *n_fits)
{
  g_autoptr (MukanaMatchRemedies) remedies = mukana_match_remedies_new (request);
  MukanaMatchRelaxation relaxation = { 0 };

  if (!mukana_match_relief_of_request (remedies, index, mukana_match_index_count (index, request),
                                       n_needed, &relaxation))
    return g_strdup (NOBODY);

  *n_fits = relaxation.n_fits;
  return tell (&relaxation.remedy);
}

/* Each change alone lets nobody fit, and two are not enough for anybody. */
static void
request_that_needs_three_changes_is_told_all_three (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autofree char *told = NULL;
  guint n_fits = 0;

  for (gint64 id = 1; id <= 5; id++)
    {
      MukanaMatchFacts *facts = kit_person (id);

      want_three_changes (request, facts);
      mukana_match_index_put (index, facts);
    }

  told = relax (index, request, 4, &n_fits);
  g_assert_cmpstr (told, ==, "remote-too 0 + language 2 + no-media 0");
  g_assert_cmpuint (n_fits, ==, 5);
}

static void
required_theme_can_be_wished_for_instead (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  MukanaMatchFacts *wider = kit_person (1), *unrelated = kit_person (2);
  g_autofree char *told = NULL;
  guint n_fits = 0;

  g_array_index (request->themes, MukanaThemeNeed, 0).is_required = TRUE;
  wider->themes[0].theme = KIT_OLD_AGE;
  unrelated->themes[0].theme = KIT_ADDICTION;
  mukana_match_index_put (index, mukana_match_facts_ref (wider));
  mukana_match_index_put (index, unrelated);

  told = relax (index, request, 1, &n_fits);
  g_assert_cmpstr (told, ==, "themes-wished 0");
  g_assert_cmpuint (n_fits, ==, 1);
  mukana_match_facts_unref (wider);
}

/* What a request requires is not loosened for one person. */
static void
who_does_not_know_the_theme_is_offered_nothing (void)
{
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  MukanaMatchRemedy remedy;

  g_array_index (request->themes, MukanaThemeNeed, 0).is_required = TRUE;
  facts->themes[0].theme = KIT_OLD_AGE;

  g_assert_false (find (request, facts, &remedy));
}

static void
filled_request_is_left_as_it_is (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchRemedies) remedies = mukana_match_remedies_new (request);
  MukanaMatchRelaxation relaxation;

  mukana_match_index_put (index, kit_person (1));

  g_assert_false (mukana_match_relief_of_request (remedies, index, 1, 1, &relaxation));
}

#define ADD(name, function) g_test_add_func ("/match-change/" name, function)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/match-change/case/%s", cases[i].name);
      g_autofree char *told = g_strdup_printf ("/match-change/told/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], case_has_its_smallest_change);
      g_test_add_data_func (told, &cases[i], case_is_told_in_a_sentence);
    }

  ADD ("every-offer-holds-and-nobody-protected-has-one",
       every_offer_holds_and_nobody_protected_has_one);
  ADD ("same-question-has-the-same-answer", same_question_has_the_same_answer);
  ADD ("request-is-asked-before-people", request_is_asked_before_people);
  ADD ("a-longer-step-costs-more", a_longer_step_costs_more);
  ADD ("points-rise-when-remote-is-allowed", points_rise_when_remote_is_allowed);
  ADD ("points-rise-when-there-is-time-to-prepare", points_rise_when_there_is_time_to_prepare);
  ADD ("a-point-is-not-worth-a-change", a_point_is_not_worth_a_change);
  ADD ("number-of-a-group-is-counted", number_of_a_group_is_counted);
  ADD ("relaxation-of-a-request-is-counted", relaxation_of_a_request_is_counted);
  ADD ("request-that-needs-three-changes-is-told-all-three",
       request_that_needs_three_changes_is_told_all_three);
  ADD ("required-theme-can-be-wished-for-instead", required_theme_can_be_wished_for_instead);
  ADD ("who-does-not-know-the-theme-is-offered-nothing",
       who_does_not_know_the_theme_is_offered_nothing);
  ADD ("filled-request-is-left-as-it-is", filled_request_is_left_as_it_is);
  return g_test_run ();
}
