/* bench-match-people.c: invented people and requests to time matching with. */

#include "bench-match-people.h"

enum { N_PLACES = 309 };

/** bench_tree: Returns: yours, thirteen roots with the other themes spread under them */
MukanaThemeTree *
bench_tree (void)
{
  MukanaThemeRow rows[BENCH_THEMES] = { { NULL } };
  char ids[BENCH_THEMES][8];

  for (int i = 0; i < BENCH_THEMES; i++)
    {
      g_snprintf (ids[i], sizeof ids[i], "t%d", i);
      rows[i].id = ids[i];
      rows[i].parent_id = i < 13 ? NULL : ids[i % 13];
    }

  return mukana_theme_tree_new (rows, BENCH_THEMES);
}

MukanaDay
bench_today (void)
{
  return mukana_day_new (2027, 1, 11);
}

static gboolean
chance (GRand *random,
        int    percent)
{
  return g_rand_int_range (random, 0, 100) < percent;
}

/* People live in municipalities, each with one position. */
static MukanaPosition
place (guint number)
{
  return (MukanaPosition) { (gint32) (63500000 + number * 7919000 % 2000000),
                            (gint32) (26500000 + number * 104729000 % 3500000) };
}

static MukanaPosition
random_place (GRand *random)
{
  return place ((guint) g_rand_int_range (random, 1, N_PLACES));
}

static MukanaDayRange
always (void)
{
  return (MukanaDayRange) { MUKANA_DAY_NONE, MUKANA_DAY_NONE };
}

/* As most consents, roles and credentials are: from some day on, without an end. */
static MukanaDayRange
since (GRand *random)
{
  return (MukanaDayRange) { bench_today () - g_rand_int_range (random, 0, 900), MUKANA_DAY_NONE };
}

static MukanaDayRange
some_time (GRand *random)
{
  MukanaDay from = bench_today () - g_rand_int_range (random, 0, 400);

  return (MukanaDayRange) { from, from + g_rand_int_range (random, 200, 1200) };
}

static void
add_themes (GRand            *random,
            MukanaMatchFacts *facts,
            BenchKind         kind)
{
  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    {
      MukanaThemeFact theme = {
        g_rand_int_range (random, 0, BENCH_THEMES), g_rand_int_range (random, 0, 3),
        g_rand_int_range (random, 2008, 2027), since (random),
      };

      if (kind == BENCH_LIVELY && chance (random, 6))
        theme.consent = (MukanaDayRange) { 0, 0 };
      else if (kind == BENCH_LIVELY && chance (random, 6))
        theme.consent = some_time (random);
      mukana_match_facts_add_theme (facts, &theme);
    }
}

static void
add_times (GRand            *random,
           MukanaMatchFacts *facts,
           BenchKind         kind)
{
  int off = kind == BENCH_LIVELY && chance (random, 3) ? 15 : 0;

  for (int n = g_rand_int_range (random, 3, 9); n > 0; n--)
    {
      int start = 30 * g_rand_int_range (random, 16, 30);
      MukanaWeekSlot slot = { g_rand_int_range (random, 1, 6), start + off,
                              start + 30 * g_rand_int_range (random, 4, 12), always () };

      if (kind == BENCH_LIVELY && chance (random, 3))
        slot.valid = some_time (random);
      mukana_availability_add_slot (&facts->availability, &slot);
    }
  if (kind == BENCH_LIVELY && chance (random, 3))
    mukana_availability_add_own_week (&facts->availability, bench_today () + 28, "1 540-960");
  if (chance (random, 33))
    {
      MukanaDay from = bench_today () + g_rand_int_range (random, 0, 60);

      mukana_availability_add_absence (&facts->availability, (MukanaDayRange) { from, from + 7 });
    }
}

static void
add_work (GRand            *random,
          MukanaMatchFacts *facts)
{
  int n = chance (random, 40) ? 0 : g_rand_int_range (random, 1, 6);

  for (; n > 0; n--)
    {
      int start = 60 * g_rand_int_range (random, 9, 16);
      MukanaAssignmentFact work = {
        g_rand_int_range (random, 100, 5000), 5000,
        bench_today () + g_rand_int_range (random, -365, 60), start, start + 120,
        random_place (random), chance (random, 10),
      };

      mukana_match_facts_add_assignment (facts, &work);
    }
}

/* What the floor does not judge. */
static void
enliven (GRand            *random,
         MukanaMatchFacts *facts)
{
  static const MukanaCredentialKind kinds[] = {
    MUKANA_CREDENTIAL_TRAINING, MUKANA_CREDENTIAL_ORIENTATION, MUKANA_CREDENTIAL_CONFIDENTIALITY,
  };

  facts->is_restricted = chance (random, 1);
  facts->has_non_disclosure = chance (random, 2);
  facts->paused_until = chance (random, 4) ? bench_today () + g_rand_int_range (random, -20, 60)
                                           : MUKANA_DAY_NONE;
  facts->refusals = chance (random, 15) ? 1 << g_rand_int_range (random, 0, 7) : 0;
  facts->skills = g_rand_int_range (random, 0, 16);
  facts->birth_year = chance (random, 80) ? g_rand_int_range (random, 1940, 2009) : 0;
  facts->notice_days = g_rand_int_range (random, 3, 22);
  facts->cap_per_month = chance (random, 30) ? g_rand_int_range (random, 1, 4) : 0;
  facts->fee_ceiling_cents = chance (random, 5) ? 20000 : 0;
  mukana_match_facts_add_role (facts, chance (random, 97) ? "expert" : "volunteer",
                               chance (random, 95) ? since (random) : some_time (random));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (chance (random, 60))
      mukana_match_facts_add_credential (facts, kinds[i],
                                         chance (random, 80) ? since (random) : some_time (random));
  if (chance (random, 2))
    mukana_match_facts_exclude_unit (facts, "Neuvola");
  if (chance (random, 1))
    mukana_match_facts_keep_apart (facts, g_rand_int_range (random, 1, 1000));
  add_work (random, facts);
}

/** bench_make_person: Returns: yours, somebody decided by @random and @kind alone */
MukanaMatchFacts *
bench_make_person (GRand     *random,
                   gint64     person_id,
                   BenchKind  kind)
{
  MukanaMatchFacts *facts = mukana_match_facts_new (person_id);

  facts->state = chance (random, 80) ? MUKANA_STATE_ACTIVE : MUKANA_STATE_PAUSED;
  facts->register_consent = since (random);
  facts->matching_consent = chance (random, 88) ? since (random) : (MukanaDayRange) { 0, 0 };
  facts->languages = chance (random, 90) ? 1u : 2u;
  facts->is_remote_ok = g_rand_boolean (random);
  facts->max_travel_km = 20 * g_rand_int_range (random, 1, 8);
  facts->position = random_place (random);
  facts->last_asked = bench_today () - g_rand_int_range (random, 0, 700);
  facts->last_counted = facts->last_asked;
  facts->last_took_part = facts->last_asked;
  facts->notice_days = 0;
  add_themes (random, facts, kind);
  add_times (random, facts, kind);
  if (kind == BENCH_LIVELY)
    enliven (random, facts);
  return facts;
}

static void
ask_for_more (GRand              *random,
              MukanaMatchRequest *request)
{
  request->id = g_rand_int_range (random, 100, 5000);
  request->fee_cents = 5000;
  request->skills = chance (random, 30) ? MUKANA_SKILL_GROUP : 0;
  request->needs_training = chance (random, 10);
  request->meets_clients = chance (random, 20);
  request->is_public = chance (random, 10);
  mukana_match_request_add_role (request, "expert");
  mukana_match_request_set_unit (request, chance (random, 20) ? "Neuvola" : "Kotihoito");
}

/** bench_make_request: Returns: yours, two themes, a time or a few to choose from, in Finnish */
MukanaMatchRequest *
bench_make_request (MukanaThemeTree *tree,
                    GRand           *random,
                    BenchKind        kind)
{
  MukanaMatchRequest *request = mukana_match_request_new (tree, bench_today ());
  int n_more = chance (random, 25) ? g_rand_int_range (random, 1, 3) : 0;

  request->language = 0;
  request->mode = chance (random, 70) ? MUKANA_MODE_ON_SITE
                  : chance (random, 50) ? MUKANA_MODE_REMOTE
                                        : MUKANA_MODE_HYBRID;
  request->position = random_place (random);
  for (int n = 0; n < 2; n++)
    mukana_match_request_add_theme (request, g_rand_int_range (random, 13, BENCH_THEMES), 1, FALSE,
                                    kind == BENCH_LIVELY && chance (random, 50)
                                    ? (MukanaPerspective) g_rand_int_range (random, 0, 3)
                                    : MUKANA_PERSPECTIVE_ANY);
  for (int n = 0; n <= n_more; n++)
    {
      int start = 60 * g_rand_int_range (random, 9, 14);

      mukana_match_request_add_slot (request, bench_today () + 28 + g_rand_int_range (random, 0, 5),
                                     start, start + 180, n > 0);
    }
  if (kind == BENCH_LIVELY)
    ask_for_more (random, request);
  return request;
}
