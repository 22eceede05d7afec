/* test-score.c: what each part of a score gives, and that parts add up; the words for them. */

#include "matching-kit.h"

#include <string.h>

#include "domain/mukana-explain.h"

typedef struct
{
  const char *name;
  void      (*change) (MukanaMatchRequest *request, MukanaMatchFacts *facts);
  MukanaPart  part;
  int         points;
  const char *sentence;
} Case;

#define CHANGE(name, ...) \
  static void name (MukanaMatchRequest *r, MukanaMatchFacts *f) { (void) r; (void) f; __VA_ARGS__; }

static MukanaMatchFacts *
chosen_person (const char *municipality,
               int         birth_year)
{
  MukanaMatchFacts *facts = kit_person (2);

  facts->municipality = g_quark_from_string (municipality);
  facts->birth_year = birth_year;
  return facts;
}

static void
choose (MukanaMatchRequest *request,
        const char         *municipality,
        int                 birth_year)
{
  g_autoptr (MukanaMatchFacts) other = chosen_person (municipality, birth_year);

  mukana_match_request_add_chosen (request, other);
}

CHANGE (nothing, )
CHANGE (wider_theme, f->themes[0].theme = KIT_OLD_AGE)
CHANGE (narrower_theme, g_array_index (r->themes, MukanaThemeNeed, 0).theme = KIT_OLD_AGE)
CHANGE (sibling_theme, g_array_index (r->themes, MukanaThemeNeed, 0).theme = KIT_ANXIETY;
        f->themes[0].theme = KIT_DEPRESSION)
CHANGE (other_perspective, f->themes[0].perspective = MUKANA_PERSPECTIVE_CLOSE)
CHANGE (one_theme_of_two,
        mukana_match_request_add_theme (r, KIT_ADDICTION, 1, FALSE, MUKANA_PERSPECTIVE_ANY))
CHANGE (near_theme_of_two,
        g_array_index (r->themes, MukanaThemeNeed, 0).theme = KIT_ANXIETY;
        f->themes[0].theme = KIT_DEPRESSION;
        mukana_match_request_add_theme (r, KIT_ADDICTION, 1, FALSE, MUKANA_PERSPECTIVE_ANY))
CHANGE (theme_not_allowed, f->themes[0].consent = (MukanaDayRange) { 0, 0 })
CHANGE (no_themes_asked, g_array_set_size (r->themes, 0))
CHANGE (used_this_year, f->themes[0].last_year = 2027)
CHANGE (used_long_ago, f->themes[0].last_year = 2020)
CHANGE (used_very_long_ago, f->themes[0].last_year = 2010)
CHANGE (times_not_told, mukana_availability_clear (&f->availability))
CHANGE (can_prepare, r->prep_minutes = 240)
CHANGE (cannot_prepare, r->prep_minutes = 241)
CHANGE (one_time_of_two, mukana_match_request_add_slot (r, kit_day () + 1, 720, 780, TRUE))
CHANGE (own_time,
        mukana_match_request_set_period (r, (MukanaDayRange) { kit_day (), kit_day () + 9 }))
CHANGE (near, f->position = KIT_SOTKAMO; f->max_travel_km = 0)
CHANGE (far, f->position = KIT_HELSINKI)
CHANGE (remote, r->mode = MUKANA_MODE_REMOTE)
CHANGE (place_not_told, f->position = (MukanaPosition) { 0, 0 })
CHANGE (hidden, f->has_non_disclosure = TRUE; f->position = KIT_HELSINKI)
CHANGE (took_part_half_a_year_ago,
        f->last_took_part = kit_today () - 213;
        f->last_asked = f->last_counted = kit_today () - 220)
CHANGE (took_part_yesterday, f->last_took_part = kit_today () - 1;
        f->last_asked = f->last_counted = kit_today () - 9;
        kit_add_assignment (f, kit_today () - 1, 0, 0, KIT_SOTKAMO))
CHANGE (took_part_years_ago,
        f->last_took_part = kit_today () - 1200;
        f->last_asked = f->last_counted = kit_today () - 1200)
CHANGE (asked_in_vain, f->last_asked = f->last_counted = kit_today () - 45)
CHANGE (said_no, f->last_asked = kit_today () - 2)
CHANGE (has_own_limit, f->cap_per_month = 2;
        kit_add_assignment (f, kit_day () - 3, 0, 0, KIT_SOTKAMO))
CHANGE (busy_month, kit_add_assignment (f, kit_day () + 3, 0, 0, KIT_SOTKAMO))
CHANGE (tired, kit_add_assignment (f, kit_day () - 14, 0, 0, KIT_SOTKAMO);
        f->assignments[0].is_demanding = TRUE)
CHANGE (rested, kit_add_assignment (f, kit_day () - 15, 0, 0, KIT_SOTKAMO);
        f->assignments[0].is_demanding = TRUE)
CHANGE (half_the_skills, r->skills = MUKANA_SKILL_GROUP | MUKANA_SKILL_ONLINE;
        f->skills = MUKANA_SKILL_ONLINE | MUKANA_SKILL_LECTURE)
CHANGE (other_skills, r->skills = MUKANA_SKILL_GROUP; f->skills = MUKANA_SKILL_LECTURE)
CHANGE (skills_not_recorded, r->skills = MUKANA_SKILL_GROUP)
CHANGE (trained, mukana_match_facts_add_credential (f, MUKANA_CREDENTIAL_TRAINING, kit_always ()))
CHANGE (another_place_in_group, choose (r, "765", 1971))
CHANGE (like_the_group, choose (r, "205", 1975))
CHANGE (quite_another, choose (r, "765", 1999); f->languages |= 1u << 1)
CHANGE (group_of_oneself, mukana_match_request_add_chosen (r, f))
CHANGE (nothing_told, choose (r, "765", 1999);
        f->municipality = 0; f->birth_year = 0; f->languages = 0)

#define CASE(change, part, points, sentence) \
  { #change, change, MUKANA_PART_##part, points, sentence }

static const Case cases[] = {
  CASE (nothing, THEME, 35, "Home care, own experience: exact match"),
  CASE (wider_theme, THEME, 21, "Ageing, own experience: the wider theme"),
  CASE (narrower_theme, THEME, 21, "Home care, own experience: a part of the theme asked for"),
  CASE (sibling_theme, THEME, 14, "Depression, own experience: a neighbouring theme"),
  CASE (other_perspective, THEME, 21, "Home care, experience as a close one: exact match"),
  CASE (one_theme_of_two, THEME, 26,
        "Home care, own experience: exact match; 1 of 2 themes asked for"),
  CASE (near_theme_of_two, THEME, 11,
        "Depression, own experience: a neighbouring theme; 0 of 2 themes asked for"),
  CASE (theme_not_allowed, THEME, 0, "No theme in common"),
  CASE (no_themes_asked, THEME, 18, "The request names no themes"),
  CASE (nothing, SERVICE, 5, "Has not told when they used the service"),
  CASE (used_this_year, SERVICE, 10, "Used the service this year"),
  CASE (used_long_ago, SERVICE, 4, "Last used the service 7 years ago"),
  CASE (used_very_long_ago, SERVICE, 2, "Last used the service 17 years ago"),
  CASE (nothing, AVAILABILITY, 10, "Free for the whole time"),
  CASE (times_not_told, AVAILABILITY, 5, "Has not told when they are free"),
  CASE (can_prepare, AVAILABILITY, 10,
        "Free for the whole time; also for the preparation before it"),
  CASE (cannot_prepare, AVAILABILITY, 8,
        "Free for the whole time; not for the preparation before it"),
  CASE (one_time_of_two, AVAILABILITY, 9, "Free for 1 of 2 times"),
  CASE (own_time, AVAILABILITY, 10, "At one's own time"),
  CASE (nothing, PLACE, 8, "Kajaani, 44 km, own limit 60 km"),
  CASE (near, PLACE, 10, "Kajaani, 0 km"),
  CASE (far, PLACE, 3, "Kajaani, 618 km, own limit 60 km"),
  CASE (remote, PLACE, 10, "Takes part remotely"),
  CASE (place_not_told, PLACE, 5, "The distance is not known"),
  CASE (hidden, PLACE, 5, "Place is not shown: non-disclosure"),
  CASE (nothing, FAIRNESS, 15, "New: has not been asked yet"),
  CASE (took_part_half_a_year_ago, FAIRNESS, 11, "Last took part 7 months ago"),
  CASE (took_part_yesterday, FAIRNESS, 4,
        "Last took part 1 day ago; 1 assignment in 12 months and ahead"),
  CASE (took_part_years_ago, FAIRNESS, 15, "Last took part 3 years ago"),
  CASE (asked_in_vain, FAIRNESS, 11, "Has not taken part yet, last asked 45 days ago"),
  CASE (said_no, FAIRNESS, 15, "Has not taken part yet, last asked 2 days ago"),
  CASE (nothing, LOAD, 5, "Nothing else in the month"),
  CASE (has_own_limit, LOAD, 3, "1 of at most 2 assignments in the month"),
  CASE (busy_month, LOAD, 4, "1 other assignment in the month"),
  CASE (tired, LOAD, 3, "Nothing else in the month; a demanding task within the 14 days before"),
  CASE (rested, LOAD, 5, "Nothing else in the month"),
  CASE (nothing, SKILLS, 5, "No training recorded; no special skills are asked for"),
  CASE (trained, SKILLS, 10, "Trained; no special skills are asked for"),
  CASE (half_the_skills, SKILLS, 5, "Can do: online tools"),
  CASE (other_skills, SKILLS, 0, "Has other skills than those asked for"),
  CASE (skills_not_recorded, SKILLS, 5, "Skills have not been recorded"),
  CASE (nothing, DIVERSITY, 3, "Nobody has been chosen yet"),
  CASE (group_of_oneself, DIVERSITY, 3, "Nobody has been chosen yet"),
  CASE (another_place_in_group, DIVERSITY, 2, "Brings to the group: another municipality"),
  CASE (like_the_group, DIVERSITY, 0, "Like those already chosen"),
  CASE (quite_another, DIVERSITY, 5,
        "Brings to the group: another municipality, another age group, another language"),
  CASE (nothing_told, DIVERSITY, 3, "Too little told to compare with the group"),
};

static const char *
municipality_name (const char *code,
                   gpointer    data)
{
  return g_strcmp0 (code, "205") == 0 ? "Kajaani" : NULL;
}

static const MukanaExplainWords english = { "en", municipality_name, NULL, NULL };

static void
part_has_its_points_and_sentence (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  g_autofree char *sentence = NULL;
  MukanaWeights weights = mukana_weights_default ();
  MukanaScore score;

  one->change (request, facts);
  score = mukana_score_new (request, facts, &weights);
  sentence = mukana_explain_part (request, facts, &score, one->part, &english);

  g_assert_cmpstr (sentence, ==, one->sentence);
  g_assert_cmpint (score.parts[one->part].points, ==, one->points);
}

static void
default_weights_make_a_hundred (void)
{
  MukanaWeights weights = mukana_weights_default ();

  g_assert_cmpint (mukana_weights_total (&weights), ==, 100);
}

static void
parts_add_up_with_any_weights (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
      g_autoptr (MukanaMatchFacts) facts = kit_random_person (random, round + 1);
      MukanaWeights weights = mukana_weights_default ();
      MukanaScore score;
      int points = 0;

      for (int i = 0; i < MUKANA_N_PARTS && round % 2 == 0; i++)
        weights.max[i] = g_rand_int_range (random, 0, 60);

      score = mukana_score_new (request, facts, &weights);

      for (int i = 0; i < MUKANA_N_PARTS; i++)
        {
          g_autofree char *sentence =
            mukana_explain_part (request, facts, &score, (MukanaPart) i, &english);

          g_assert_cmpint (score.parts[i].points, >=, 0);
          g_assert_cmpint (score.parts[i].points, <=, weights.max[i]);
          g_assert_cmpstr (sentence, !=, "");
          points += score.parts[i].points;
        }
      g_assert_cmpint (points, ==, score.points);
      g_assert_cmpint (score.max, ==, mukana_weights_total (&weights));
    }
}

static void
every_reason_has_a_sentence (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  MukanaReasons seen = 0;

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
      g_autoptr (MukanaMatchFacts) facts = kit_random_person (random, round + 1);
      MukanaReasons reasons = mukana_eligibility_judge (request, facts);

      for (int r = 0; r < MUKANA_N_REASONS; r++)
        {
          g_autofree char *sentence =
            mukana_explain_reason (request, facts, (MukanaReason) r, &english);

          g_assert_cmpint (*sentence != '\0', ==, (reasons >> r & 1) != 0);
        }
      seen |= reasons;
    }
  g_assert_cmphex (seen, ==, (1u << MUKANA_N_REASONS) - 1);
}

static void
hidden_place_is_in_no_sentence (void)
{
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchFacts) facts = kit_person (1);
  g_autofree char *reason = NULL;
  MukanaWeights weights = mukana_weights_default ();
  MukanaScore score;

  facts->has_non_disclosure = TRUE;
  facts->max_travel_km = 10;
  choose (request, "765", 1971);
  score = mukana_score_new (request, facts, &weights);
  reason = mukana_explain_reason (request, facts, MUKANA_REASON_TOO_FAR, &english);

  g_assert_cmpstr (reason, ==, "Farther than the own limit");
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      g_autofree char *sentence =
        mukana_explain_part (request, facts, &score, (MukanaPart) i, &english);

      g_assert_null (strstr (sentence, "Kajaani"));
      g_assert_null (strstr (sentence, " km"));
      g_assert_null (strstr (sentence, "municipality"));
    }
}

static void
weights_are_the_same_after_a_round_trip (void)
{
  MukanaWeights weights = mukana_weights_default ();
  MukanaWeights read;
  g_autofree char *text = NULL;

  weights.max[MUKANA_PART_PLACE] = 0;
  weights.max[MUKANA_PART_THEME] = MUKANA_WEIGHT_MOST;
  text = mukana_weights_format (&weights);
  read = mukana_weights_parse (text);

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    g_assert_cmpint (read.max[i], ==, weights.max[i]);
}

static void
what_are_no_weights_are_the_usual_ones (void)
{
  static const char * const texts[] = {
    NULL, "", "35", "1 2 3 4 5 6 7 x", "1 2 3 4 5 6 7 101", "1 2 3 4 5 6 7 -1", "0 0 0 0 0 0 0 0",
    "1 2 3 4 5 6 7 8 9",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MukanaWeights read = mukana_weights_parse (texts[i]);

      g_assert_cmpint (mukana_weights_total (&read), ==, 100);
    }
}

static void
letters_of_parts_differ (void)
{
  for (int a = 0; a < MUKANA_N_PARTS; a++)
    for (int b = 0; b < a; b++)
      g_assert_cmpstr (mukana_explain_part_letters ((MukanaPart) a), !=,
                       mukana_explain_part_letters ((MukanaPart) b));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/score/case/%s/%s", cases[i].name,
                                               mukana_part_code (cases[i].part));

      g_test_add_data_func (path, &cases[i], part_has_its_points_and_sentence);
    }

  g_test_add_func ("/score/default-weights-make-a-hundred", default_weights_make_a_hundred);
  g_test_add_func ("/score/parts-add-up-with-any-weights", parts_add_up_with_any_weights);
  g_test_add_func ("/score/every-reason-has-a-sentence", every_reason_has_a_sentence);
  g_test_add_func ("/score/hidden-place-is-in-no-sentence", hidden_place_is_in_no_sentence);
  g_test_add_func ("/score/weights-are-the-same-after-a-round-trip",
                   weights_are_the_same_after_a_round_trip);
  g_test_add_func ("/score/what-are-no-weights-are-the-usual-ones",
                   what_are_no_weights_are_the_usual_ones);
  g_test_add_func ("/score/letters-of-parts-differ", letters_of_parts_differ);
  return g_test_run ();
}
