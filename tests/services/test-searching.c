/* test-searching.c: a search made of steps finds who its sentence says, in the order of the list,
 * and a search by theme is noted wherever in the sentence the theme stands. */

#include "seeking-kit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-fact-loading.h"
#include "services/mukana-freeing.h"
#include "services/mukana-journaling.h"
#include "services/mukana-proposing.h"
#include "services/mukana-search-words.h"

typedef Seeking Fixture;

static gint64
add_expert (Fixture    *fixture,
            const char *family,
            const char *role,
            const char *municipality)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  MukanaRoleTerm *term = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);
  g_autoptr (MukanaPersonFile) file = NULL;
  g_autoptr (MukanaPerson) moved = NULL;
  gint64 id;

  mukana_person_init_names (person, "Aino", family);
  id = seeking_add_person (fixture, person, 8 * 60);
  mukana_record_init_text (term, "role-code", role);
  seeking_set_part (fixture, id, "roles", term);
  file = seeking_run (fixture, &mukana_person_file_job, &id);
  moved = mukana_record_with_text (file->person, "municipality-code", municipality);
  g_free (seeking_run (fixture, &mukana_person_save_job, moved));
  return id;
}

static GArray *
search (Fixture    *fixture,
        const char *conditions,
        const char *needle)
{
  MukanaPeopleFilter *filter = mukana_people_filter_parse (conditions);
  MukanaFreeing *freeing;
  GArray *ids;

  filter->needle = g_strdup (needle);
  filter->matcher = g_object_ref (G_OBJECT (fixture->matcher));
  if ((freeing = mukana_freeing_new (filter)) != NULL)
    {
      filter->free_people = seeking_run (fixture, &mukana_freeing_job, freeing);
      mukana_freeing_free (freeing);
    }
  ids = seeking_run (fixture, &mukana_people_ids_job, filter);
  mukana_people_filter_free (filter);
  return ids;
}

static void
assert_finds (Fixture      *fixture,
              const char   *conditions,
              const gint64 *expected,
              guint         n_expected)
{
  g_autoptr (GArray) ids = search (fixture, conditions, NULL);

  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected, n_expected * sizeof (gint64));
}

static void
ask (Fixture *fixture,
     gint64   person_id)
{
  MukanaProposing *proposing =
    mukana_proposing_new (seeking_add_request (fixture, "Raati", 2, 10), "theme");

  mukana_proposing_add (proposing, person_id, 50, FALSE);
  g_array_unref (seeking_run (fixture, &mukana_proposing_job, proposing));
  mukana_proposing_free (proposing);
}

/* By name: Aalto is a peer in Kajaani, Koski an expert in Kajaani, Virta an expert in Helsinki. */
static void
steps_add_leave_out_and_limit (Fixture       *fixture,
                               gconstpointer  data)
{
  gint64 virta = add_expert (fixture, "Virta", "expert", "091");
  gint64 koski = add_expert (fixture, "Koski", "expert", "205");
  gint64 aalto = add_expert (fixture, "Aalto", "peer-supporter", "205");

  ask (fixture, koski);

  assert_finds (fixture, "role=peer-supporter +municipality=091", (gint64[]) { aalto, virta }, 2);
  assert_finds (fixture, "theme=ik.kot -asked=3", (gint64[]) { aalto, virta }, 2);
  assert_finds (fixture, "theme=ik.kot -asked=3 &municipality=205", (gint64[]) { aalto }, 1);
  assert_finds (fixture, "theme=ik.kot &municipality=205 +municipality=091",
                (gint64[]) { aalto, koski, virta }, 3);
  assert_finds (fixture, "municipality=091 &role=peer-supporter", NULL, 0);
}

static void
county_holds_all_its_municipalities (Fixture       *fixture,
                                     gconstpointer  data)
{
  gint64 virta = add_expert (fixture, "Virta", "expert", "765");   /* Sotkamo */
  gint64 koski = add_expert (fixture, "Koski", "expert", "205");

  add_expert (fixture, "Aalto", "expert", "091");

  assert_finds (fixture, "theme=ik.kot &county=20", (gint64[]) { koski, virta }, 2);
  assert_finds (fixture, "county=20", (gint64[]) { koski, virta }, 2);
}

static void
typed_words_narrow_what_the_steps_find (Fixture       *fixture,
                                        gconstpointer  data)
{
  gint64 koski = add_expert (fixture, "Koski", "expert", "205");

  add_expert (fixture, "Aalto", "peer-supporter", "205");

  g_autoptr (GArray) ids = search (fixture, "role=peer-supporter +municipality=205", "koski");
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, koski);
}

static void
theme_in_a_step_is_noted (Fixture       *fixture,
                          gconstpointer  data)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (GArray) found = search (fixture, "municipality=205 -theme=ik.kot", NULL);
  g_autoptr (GArray) rows = NULL;

  seeking_add_request (fixture, "Raati", 2, 10);   /* after it in the writers' queue */
  filter->group = MUKANA_DEEDS_SEARCHES;
  rows = seeking_run (fixture, &mukana_journal_ids_job, filter);
  mukana_journal_filter_free (filter);

  g_assert_cmpuint (rows->len, ==, 1);
}

static void
search_reads_as_a_sentence (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (MukanaLexicon) words = seeking_run (fixture, &mukana_lexicon_job, NULL);
  g_autofree char *sentence =
    mukana_search_sentence (words, "municipality=205 +role=peer-supporter -asked=3 &state=active");

  g_assert_cmpstr (sentence, ==,
                   "Show everyone from Kajaani, and also peer supporter, but not who were asked "
                   "in the last 3 months, and of them only now Active");
}

/* All are free on Thursdays from eight to twenty, and the request is on a Thursday at ten. */
static void
free_on_a_day_counts_what_takes_the_time (Fixture       *fixture,
                                          gconstpointer  data)
{
  gint64 virta = add_expert (fixture, "Virta", "expert", "091");
  gint64 koski = add_expert (fixture, "Koski", "expert", "205");
  gint64 aalto = add_expert (fixture, "Aalto", "peer-supporter", "205");

  seeking_agree (fixture, seeking_add_request (fixture, "Raati", 2, 10), koski);
  seeking_give_shift (fixture, virta, REQUEST_DAY, 13 * 60, 15 * 60);

  assert_finds (fixture, "free=2026-12-10", (gint64[]) { aalto, koski, virta }, 3);
  assert_finds (fixture, "free=2026-12-10T11:00-12:00", (gint64[]) { aalto, virta }, 2);
  assert_finds (fixture, "free=2026-12-10T14:00-16:00", (gint64[]) { aalto, koski }, 2);
  assert_finds (fixture, "free=2026-12-10T12:00-13:00", (gint64[]) { aalto, koski, virta }, 3);
  assert_finds (fixture, "free=2026-12-10T07:00-09:00", NULL, 0);
  assert_finds (fixture, "free=2026-12-11", NULL, 0);
  assert_finds (fixture, "free=never", NULL, 0);
}

static void
free_on_a_day_is_a_step_like_others (Fixture       *fixture,
                                     gconstpointer  data)
{
  gint64 virta = add_expert (fixture, "Virta", "expert", "091");
  gint64 koski = add_expert (fixture, "Koski", "expert", "205");
  gint64 aalto = add_expert (fixture, "Aalto", "peer-supporter", "205");

  seeking_agree (fixture, seeking_add_request (fixture, "Raati", 2, 10), koski);

  assert_finds (fixture, "role=expert &free=2026-12-10T10:00-11:00", (gint64[]) { virta }, 1);
  assert_finds (fixture, "role=peer-supporter +free=2026-12-10T10:00-11:00",
                (gint64[]) { aalto, virta }, 2);
  assert_finds (fixture, "theme=ik.kot -free=2026-12-10T10:00-11:00", (gint64[]) { koski }, 1);
}

/* Whoever withdraws between the two jobs is not listed by what was found before. */
static void
free_people_are_those_who_agreed_to_be_matched (Fixture       *fixture,
                                                gconstpointer  data)
{
  gint64 koski = add_expert (fixture, "Koski", "expert", "205");
  gint64 aalto = add_expert (fixture, "Aalto", "expert", "205");
  MukanaPeopleFilter *filter = mukana_people_filter_parse ("free=2026-12-10");
  MukanaFreeing *freeing;
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (koski, "matching", NULL, "other");
  g_autoptr (GArray) ids = NULL;

  filter->matcher = g_object_ref (G_OBJECT (fixture->matcher));
  freeing = mukana_freeing_new (filter);
  filter->free_people = seeking_run (fixture, &mukana_freeing_job, freeing);
  mukana_freeing_free (freeing);
  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  ids = seeking_run (fixture, &mukana_people_ids_job, filter);
  mukana_people_filter_free (filter);

  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, aalto);
  assert_finds (fixture, "free=2026-12-10", &aalto, 1);
}

static void
free_time_reads_as_a_sentence (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (MukanaLexicon) words = seeking_run (fixture, &mukana_lexicon_job, NULL);
  g_autofree char *sentence =
    mukana_search_sentence (words, "municipality=205 &free=2027-02-03T12:00-16:00");

  g_assert_cmpstr (sentence, ==,
                   "Show everyone from Kajaani, and of them only who are free on 3 Feb 2027, "
                   "12:00–16:00");
}

static gpointer
ceiling_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);
  g_autoptr (GPtrArray) facts =
    lexicon ? mukana_facts_load (db, lexicon, *(gint64 *) arg, error) : NULL;

  return facts ? g_memdup2 (&((MukanaMatchFacts *) facts->pdata[0])->fee_ceiling_year_cents,
                            sizeof (gint64)) : NULL;
}

/* A server's view of people has the columns of when it was made. */
static void
own_ceiling_of_the_year_is_known_to_matching (Fixture       *fixture,
                                              gconstpointer  data)
{
  static const MukanaJob job = { "test.ceiling", MUKANA_LANE_DOOR, ceiling_run, g_free };
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree gint64 *ceiling = NULL;
  gint64 id;

  mukana_person_init_names (person, "Aino", "Korpi");
  mukana_record_init_int (person, "fee-ceiling-year-cents", 123400);
  id = seeking_add_person (fixture, person, 8 * 60);
  ceiling = seeking_run (fixture, &job, &id);

  g_assert_cmpint (*ceiling, ==, 123400);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/searching/" #name, Fixture, NULL, seeking_set_up, name, seeking_tear_down)
  ADD (own_ceiling_of_the_year_is_known_to_matching);
  ADD (steps_add_leave_out_and_limit);
  ADD (county_holds_all_its_municipalities);
  ADD (typed_words_narrow_what_the_steps_find);
  ADD (theme_in_a_step_is_noted);
  ADD (search_reads_as_a_sentence);
  ADD (free_on_a_day_counts_what_takes_the_time);
  ADD (free_on_a_day_is_a_step_like_others);
  ADD (free_people_are_those_who_agreed_to_be_matched);
  ADD (free_time_reads_as_a_sentence);
#undef ADD

  return g_test_run ();
}
