/* matching-kit.c: invented people and requests for the tests of matching.
 *
 * kit_person() fits kit_request(); a test spoils one thing and looks what follows.
 */

#include "matching-kit.h"

const MukanaPosition KIT_KAJAANI = { 64226000, 27728000 };
const MukanaPosition KIT_SOTKAMO = { 64130000, 28389000 };
const MukanaPosition KIT_HELSINKI = { 60170000, 24941000 };

/** kit_tree: Returns: yours, the themes of the enum, in its order */
MukanaThemeTree *
kit_tree (void)
{
  static const MukanaThemeRow rows[] = {
    { "mt", NULL, "Mielenterveys", "Psykisk hälsa", "Mental health", "art9_health", NULL },
    { "mt.mas", "mt", "Masennus", "Depression", "Depression", "art9_health", "alakulo" },
    { "mt.ahd", "mt", "Ahdistus", "Ångest", "Anxiety", "art9_health", NULL },
    { "ik", "", "Ikääntyminen", "Åldrande", "Ageing", "none", NULL },
    { "ik.kot", "ik", "Kotihoito", "Hemvård", "Home care", "none", NULL },
    { "pr", "", "Päihteet", "Rusmedel", "", "art9_health", NULL },
  };

  return mukana_theme_tree_new (rows, G_N_ELEMENTS (rows));
}

/** kit_today: a Monday */
MukanaDay
kit_today (void)
{
  return mukana_day_new (2027, 1, 11);
}

/** kit_day: the Thursday of the request, a month later */
MukanaDay
kit_day (void)
{
  return mukana_day_new (2027, 2, 11);
}

MukanaDayRange
kit_always (void)
{
  return (MukanaDayRange) { MUKANA_DAY_NONE, MUKANA_DAY_NONE };
}

void
kit_add_theme (MukanaMatchFacts  *facts,
               int                theme,
               MukanaPerspective  perspective,
               gboolean           is_allowed)
{
  MukanaThemeFact fact = { .theme = theme, .perspective = perspective };

  if (is_allowed)
    fact.consent = kit_always ();

  mukana_match_facts_add_theme (facts, &fact);
}

void
kit_add_slot (MukanaMatchFacts *facts,
              int               weekday,
              int               start_minute,
              int               end_minute)
{
  MukanaWeekSlot slot = { weekday, start_minute, end_minute, kit_always () };

  mukana_availability_add_slot (&facts->availability, &slot);
}

void
kit_add_assignment (MukanaMatchFacts *facts,
                    MukanaDay         day,
                    int               start_minute,
                    int               end_minute,
                    MukanaPosition    position)
{
  MukanaAssignmentFact fact = {
    .request_id = 99, .day = day, .start_minute = start_minute, .end_minute = end_minute,
    .position = position,
  };

  mukana_match_facts_add_assignment (facts, &fact);
}

void
kit_add_shift (MukanaMatchFacts *facts,
               MukanaDay         day,
               int               start_minute,
               int               end_minute,
               MukanaPosition    position)
{
  mukana_match_facts_add_shift (facts, (MukanaShiftFact) { day, (gint16) start_minute,
                                                           (gint16) end_minute, position });
}

/** kit_person: Returns: yours, somebody in Kajaani who fits kit_request() exactly */
MukanaMatchFacts *
kit_person (gint64 person_id)
{
  MukanaMatchFacts *facts = mukana_match_facts_new (person_id);

  facts->state = MUKANA_STATE_ACTIVE;
  facts->register_consent = kit_always ();
  facts->matching_consent = kit_always ();
  facts->media_consent = kit_always ();
  facts->languages = 1u << 0;
  facts->is_remote_ok = TRUE;
  facts->birth_year = 1970;
  facts->municipality = g_quark_from_string ("205");
  facts->position = KIT_KAJAANI;
  facts->max_travel_km = 60;
  kit_add_theme (facts, KIT_HOME_CARE, MUKANA_PERSPECTIVE_OWN, TRUE);
  kit_add_slot (facts, 4, 8 * 60, 16 * 60);
  mukana_match_facts_add_role (facts, "expert", kit_always ());
  return facts;
}

/** kit_request: Returns: yours, home care in Sotkamo on a Thursday from 12 to 16, in Finnish */
MukanaMatchRequest *
kit_request (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  MukanaMatchRequest *request = mukana_match_request_new (tree, kit_today ());

  request->id = 12;
  request->language = 0;
  request->position = KIT_SOTKAMO;
  mukana_match_request_add_role (request, "expert");
  mukana_match_request_set_unit (request, "Kotihoito, yö");
  mukana_match_request_add_theme (request, KIT_HOME_CARE, 1, FALSE, MUKANA_PERSPECTIVE_OWN);
  mukana_match_request_add_slot (request, kit_day (), 12 * 60, 16 * 60, FALSE);
  return request;
}

/* ---- People and requests of every kind, from a seed ---- */

static gboolean
chance (GRand *random,
        int    percent)
{
  return g_rand_int_range (random, 0, 100) < percent;
}

static MukanaPosition
random_position (GRand *random)
{
  if (chance (random, 10))
    return (MukanaPosition) { 0, 0 };

  return (MukanaPosition) { g_rand_int_range (random, 63500000, 65500000),
                            g_rand_int_range (random, 26500000, 30000000) };
}

static MukanaDayRange
random_range (GRand *random,
              int    spread)
{
  MukanaDay from = kit_today () + g_rand_int_range (random, -spread, spread);

  return (MukanaDayRange) { chance (random, 60) ? MUKANA_DAY_NONE : from,
                            chance (random, 60) ? MUKANA_DAY_NONE
                                                : from + g_rand_int_range (random, 0, 2 * spread) };
}

/* Now and then never given, or of another time. */
static MukanaDayRange
random_consent (GRand *random)
{
  return chance (random, 6) ? (MukanaDayRange) { 0, 0 }
       : chance (random, 80) ? kit_always ()
                             : random_range (random, 400);
}

static void
add_random_lists (GRand            *random,
                  MukanaMatchFacts *facts)
{
  static const char * const roles[] = { "expert", "volunteer", "peer", "" };
  static const char * const units[] = { "Kotihoito, yö", "Neuvola" };

  for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      MukanaThemeFact theme = {
        g_rand_int_range (random, 0, KIT_N_THEMES), g_rand_int_range (random, 0, 3),
        chance (random, 50) ? g_rand_int_range (random, 2005, 2027) : 0,
        random_consent (random),
      };

      mukana_match_facts_add_theme (facts, &theme);
    }
  for (int n = g_rand_int_range (random, 0, 3); n > 0; n--)
    mukana_match_facts_add_role (facts, roles[g_rand_int_range (random, 0, 3)],
                                 random_range (random, 400));
  for (int n = g_rand_int_range (random, 0, 6); n > 0; n--)
    mukana_match_facts_add_credential (facts, g_rand_int_range (random, 0, 6),
                                       random_range (random, 400));
  if (chance (random, 10))
    mukana_match_facts_exclude_unit (facts, units[g_rand_int_range (random, 0, 2)]);
  if (facts->person_id % 10 == 3)   /* not by chance: the rest stays as it was drawn */
    mukana_match_facts_keep_apart (facts, KIT_TAKING_PART);
}

static void
add_random_times (GRand            *random,
                  MukanaMatchFacts *facts)
{
  for (int n = g_rand_int_range (random, 0, 9); n > 0; n--)
    {
      int start = g_rand_int_range (random, 7 * 60, 17 * 60);
      int end = start + g_rand_int_range (random, 20, 420);
      MukanaWeekSlot slot = {
        g_rand_int_range (random, 1, 8), start, end, random_range (random, 200),
      };

      mukana_availability_add_slot (&facts->availability, &slot);
    }
  for (int n = g_rand_int_range (random, 0, 3); n > 0; n--)
    mukana_availability_add_absence (&facts->availability, random_range (random, 60));
  for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      int start = g_rand_int_range (random, 7 * 60, 20 * 60);
      MukanaAssignmentFact assignment = {
        g_rand_int_range (random, 1, 60), g_rand_int_range (random, 0, 30000),
        kit_today () + g_rand_int_range (random, -300, 60), start,
        chance (random, 20) ? start : start + g_rand_int_range (random, 30, 240),
        random_position (random), chance (random, 30),
      };

      mukana_match_facts_add_assignment (facts, &assignment);
    }
}

/* Not by chance either. */
static void
add_a_shift (MukanaMatchFacts *facts)
{
  int start = 8 * 60 + (int) (facts->person_id * 53 % 480);

  if (facts->person_id % 3 == 1)
    kit_add_shift (facts, kit_today () + (int) (facts->person_id * 7 % 60), start,
                   start + 60 + (int) (facts->person_id * 31 % 240),
                   facts->person_id % 2 == 1 ? KIT_SOTKAMO : (MukanaPosition) { 0, 0 });
}

/** kit_random_person: Returns: yours, somebody of any kind, decided by @random alone */
MukanaMatchFacts *
kit_random_person (GRand  *random,
                   gint64  person_id)
{
  MukanaMatchFacts *facts = mukana_match_facts_new (person_id);

  facts->state = chance (random, 85) ? MUKANA_STATE_ACTIVE : g_rand_int_range (random, 0, 6);
  facts->fee_mode = g_rand_int_range (random, 0, 3);
  facts->is_restricted = chance (random, 4);
  facts->has_non_disclosure = chance (random, 5);
  facts->is_remote_ok = chance (random, 60);
  facts->refusals = chance (random, 30) ? 1 << g_rand_int_range (random, 0, 7) : 0;
  facts->skills = g_rand_int_range (random, 0, 16);
  facts->paused_until = chance (random, 8) ? kit_today () + g_rand_int_range (random, -20, 60)
                                           : MUKANA_DAY_NONE;
  facts->register_consent = random_consent (random);
  facts->matching_consent = random_consent (random);
  facts->media_consent = random_consent (random);
  facts->languages = (guint32) g_rand_int_range (random, 0, 8);
  facts->birth_year = chance (random, 80) ? g_rand_int_range (random, 1940, 2011) : 0;
  facts->notice_days = g_rand_int_range (random, 0, 30);
  facts->max_travel_km = chance (random, 70) ? g_rand_int_range (random, 10, 200) : 0;
  facts->cap_per_month = chance (random, 50) ? g_rand_int_range (random, 1, 4) : 0;
  facts->fee_ceiling_cents = chance (random, 20) ? g_rand_int_range (random, 1000, 60000) : 0;
  facts->position = random_position (random);
  facts->last_asked = chance (random, 60) ? kit_today () - g_rand_int_range (random, 0, 500)
                                          : MUKANA_DAY_NONE;
  facts->last_counted = chance (random, 70) ? facts->last_asked : MUKANA_DAY_NONE;
  facts->last_took_part = chance (random, 50) ? kit_today () - g_rand_int_range (random, 0, 900)
                                              : MUKANA_DAY_NONE;
  add_random_lists (random, facts);
  add_random_times (random, facts);
  add_a_shift (facts);
  return facts;
}

static void
add_random_slots (GRand              *random,
                  MukanaMatchRequest *request)
{
  for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
    {
      int start = g_rand_int_range (random, 8 * 60, 18 * 60);

      mukana_match_request_add_slot (request, kit_today () + g_rand_int_range (random, 0, 60),
                                     start, start + g_rand_int_range (random, 20, 240),
                                     chance (random, 60));
    }
}

/** kit_random_request: Returns: yours, a request of any kind, decided by @random alone */
MukanaMatchRequest *
kit_random_request (GRand *random)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  MukanaMatchRequest *request = mukana_match_request_new (tree, kit_today ());

  request->id = g_rand_int_range (random, 1, 60);
  request->mode = (MukanaRequestMode) g_rand_int_range (random, 0, 4);
  request->language = g_rand_int_range (random, -1, 3);
  request->position = random_position (random);
  request->fee_cents = g_rand_int_range (random, 0, 20000);
  request->prep_minutes = g_rand_int_range (random, 0, 90);
  request->min_age = chance (random, 20) ? 18 : 0;
  request->skills = (guint) g_rand_int_range (random, 0, 16);
  request->needs_training = chance (random, 15);
  request->meets_clients = chance (random, 15);
  request->is_with_minors = chance (random, 10);
  request->is_with_vulnerable = chance (random, 10);
  request->is_public = chance (random, 20);
  request->has_media = chance (random, 10);
  request->has_large_audience = chance (random, 10);
  for (int n = chance (random, 40) ? g_rand_int_range (random, 1, 3) : 0; n > 0; n--)
    mukana_match_request_add_role (request, n == 1 ? "expert" : "volunteer");
  mukana_match_request_set_unit (request, chance (random, 50) ? "KOTIHOITO  yö" : NULL);
  if (request->id % 2 == 1)
    {
      gint64 there = KIT_TAKING_PART;

      g_array_append_val (request->taking_part, there);
    }

  for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
    mukana_match_request_add_theme (request, g_rand_int_range (random, 0, KIT_N_THEMES),
                                    g_rand_int_range (random, 1, 4), chance (random, 15),
                                    (MukanaPerspective) g_rand_int_range (random, -1, 3));
  if (chance (random, 15))
    mukana_match_request_set_period (request, random_range (random, 40));
  else
    add_random_slots (random, request);

  return request;
}

/* ---- With what is rare, and with what is plain: both ends of what a brief can say ---- */

/* Whole half hours that always hold, as most people paint them. */
static void
paint_week (GRand            *random,
            MukanaMatchFacts *facts)
{
  mukana_availability_clear (&facts->availability);
  for (int n = g_rand_int_range (random, 1, 9); n > 0; n--)
    {
      int start = 30 * g_rand_int_range (random, 14, 30);

      kit_add_slot (facts, g_rand_int_range (random, 1, 8),
                    start + (chance (random, 5) ? 15 : 0),
                    start + 30 * g_rand_int_range (random, 2, 16));
    }
  if (chance (random, 30))
    for (int weekday = 1; weekday <= 7; weekday++)
      kit_add_slot (facts, weekday, 0, 240);
  if (chance (random, 30))
    {
      MukanaDay from = kit_today () + g_rand_int_range (random, -10, 60);

      mukana_availability_add_absence (
        &facts->availability,
        (MukanaDayRange) { from, from + g_rand_int_range (random, 0, 90) });
    }
}

static void
add_rare_times (GRand            *random,
                MukanaMatchFacts *facts)
{
  if (chance (random, 10))
    {
      MukanaDay day = kit_today () + 7 * g_rand_int_range (random, -1, 9);

      mukana_availability_add_own_week (&facts->availability, day, "1 540-960,4 600-725");
    }
  for (int n = chance (random, 10) ? 2 : 0; n > 0; n--)
    {
      MukanaDay day = kit_today () + g_rand_int_range (random, 0, 60);

      mukana_availability_add_busy (&facts->availability, (MukanaBusySpan) { day, 600, 720 });
    }
  for (int n = chance (random, 15) ? g_rand_int_range (random, 1, 6) : 0; n > 0; n--)
    kit_add_assignment (facts, kit_today () + g_rand_int_range (random, -400, 60), 600, 700,
                        KIT_KAJAANI);

  /* Late in the evening and far away. */
  for (int n = chance (random, 15) ? g_rand_int_range (random, 1, 12) : 0; n > 0; n--)
    kit_add_assignment (facts, kit_today () + g_rand_int_range (random, 0, 30), 1260, 1440,
                        KIT_HELSINKI);
}

/** kit_odd_person: Returns: yours, a random person with what is rare, or nothing of it */
MukanaMatchFacts *
kit_odd_person (GRand  *random,
                gint64  person_id)
{
  MukanaMatchFacts *facts = kit_random_person (random, person_id);

  if (chance (random, 70))
    paint_week (random, facts);
  if (chance (random, 60))
    facts->refusals = 0;
  if (chance (random, 60))
    facts->register_consent = facts->matching_consent = kit_always ();
  if (chance (random, 50))
    facts->position = KIT_SOTKAMO;
  if (chance (random, 60))
    facts->notice_days = 0;
  add_rare_times (random, facts);
  for (int n = chance (random, 10) ? 4 : 0; n > 0; n--)
    kit_add_theme (facts, g_rand_int_range (random, 0, KIT_N_THEMES), MUKANA_PERSPECTIVE_PEER,
                   chance (random, 80));
  if (chance (random, 10))
    facts->fee_ceiling_year_cents = g_rand_int_range (random, 1000, 90000);
  if (chance (random, 3))
    facts->matching_consent.until = mukana_day_new (2080, 1, 1);
  if (chance (random, 3))
    facts->birth_year = chance (random, 50) ? 1870 : 2200;
  if (chance (random, 3))
    facts->notice_days = chance (random, 50) ? -2 : 300;
  if (chance (random, 3))
    facts->cap_per_month = 1000;
  if (chance (random, 3))
    facts->last_asked = facts->last_counted = mukana_day_new (2075, 1, 1);
  return facts;
}

/** kit_odd_request: Returns: yours, a random request, now and then with more of everything */
MukanaMatchRequest *
kit_odd_request (GRand *random)
{
  MukanaMatchRequest *request = kit_random_request (random);

  request->position = chance (random, 50) ? KIT_KAJAANI : request->position;
  if (chance (random, 60))
    request->prep_minutes = 0;
  if (chance (random, 50))
    {
      request->meets_clients = request->needs_training = FALSE;
      request->is_with_minors = request->is_with_vulnerable = FALSE;
    }
  if (chance (random, 10))
    {
      g_autoptr (MukanaMatchFacts) chosen = kit_random_person (random, 7);

      mukana_match_request_add_chosen (request, chosen);
    }
  for (int n = chance (random, 5) ? 9 : 0; n > 0; n--)
    mukana_match_request_add_theme (request, g_rand_int_range (random, 0, KIT_N_THEMES), n, FALSE,
                                    MUKANA_PERSPECTIVE_ANY);
  for (int n = chance (random, 8) ? 9 : 0; n > 0 && request->mode != MUKANA_MODE_PERIOD; n--)
    mukana_match_request_add_slot (request, kit_today () + n, 600, 660, TRUE);
  if (chance (random, 15) && request->mode != MUKANA_MODE_PERIOD)
    {
      /* Very early. */
      g_array_set_size (request->slots, 0);
      mukana_match_request_add_slot (request, kit_today () + g_rand_int_range (random, 5, 30), 60,
                                     180, FALSE);
    }
  if (chance (random, 3))
    request->today = mukana_day_new (2070, 1, 1);
  return request;
}
