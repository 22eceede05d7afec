/* test-planning-told.c: what a plan says of those in it and of those who are missing, and that a
 * request that comes later is taken in. */

#include "planning-kit.h"
#include "services/mukana-planning-private.h"

typedef Seeking Fixture;

/* ---- What is told ---- */

/* One alone is not asked, and there is only one: without that wish she would be. */
static void
seat_that_a_group_leaves_empty_tells_what_would_help (Fixture       *fixture,
                                                      gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  const MukanaPlanningRequest *told;

  planning_add_expert (fixture, "Aino");
  planning_set_rules (fixture, "two");
  answer = planning_plan (fixture);
  told = planning_find (answer, request_id);

  g_assert_cmpuint (told->moves->len, ==, 0);
  g_assert_cmpstr (told->shortage, ==,
                   "Those who fit would not make the group that is asked for.");
  g_assert_cmpstr (told->relief, ==, "If somebody could be asked alone, 1 more would be found.");
}

static void
reason_stands_beside_each_who_is_chosen (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 first = seeking_add_request (fixture, "Ensimmäinen", 1, 10);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  const MukanaPlanningMove *move;

  planning_add_expert (fixture, "Aino");
  planning_add_expert (fixture, "Eero");
  answer = planning_plan (fixture);
  move = planning_find (answer, first)->moves->pdata[0];

  g_assert_true (g_str_has_prefix (move->reason, "Nobody who is left out fits better. Most for: "));
  g_assert_nonnull (strstr (move->reason, "Theme 35 of 35"));
  g_assert_true (g_str_has_suffix (move->reason,
                                   "Has never been asked, which counts for them."));
}

static void
missing_reserve_is_told (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 1, 10);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  const MukanaPlanningRequest *told;
  gint64 request_id;

  mukana_record_init_int (file->request, "reserve", 1);
  request_id = seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
  planning_add_expert (fixture, "Aino");
  answer = planning_plan (fixture);
  told = planning_find (answer, request_id);

  g_assert_cmpuint (told->n_short, ==, 0);
  g_assert_cmpuint (told->n_reserve_short, ==, 1);
  g_assert_null (told->shortage);
  g_assert_cmpstr (told->reserve_shortage, ==, "1 reserve is missing. Nobody more fits.");
}

/* ---- What is taken in ---- */

/* What comes of it is what planning anew would give. */
static void
assert_same_as_anew (Fixture                    *fixture,
                     const MukanaPlanningAnswer *answer)
{
  g_autoptr (MukanaPlanningAnswer) anew = planning_plan (fixture);

  planning_hear_of_looks (fixture);
  g_assert_cmpstr (answer->input_digest, ==, anew->input_digest);
  g_assert_cmpstr (answer->result_digest, ==, anew->result_digest);
}

static void
change_request (Fixture    *fixture,
                gint64      request_id,
                const char *field,
                const char *text)
{
  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request_id);
  MukanaRequest *changed = mukana_record_with_text (file->request, field, text);

  g_set_object (&file->request, changed);
  g_object_unref (changed);
  g_free (seeking_run (fixture, &mukana_request_save_job, file));
  planning_hear_of_looks (fixture);
}

static void
request_that_comes_changes_or_goes_is_taken_in (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (MukanaPlanningMemory) memory = mukana_planning_memory_new (fixture->place->store);
  g_autoptr (MukanaPlanningAnswer) before = NULL, added = NULL, changed = NULL, gone = NULL;
  gint64 first = seeking_add_request (fixture, "Ensimmäinen", 1, 10), second;

  planning_add_expert (fixture, "Aino");
  planning_add_expert (fixture, "Eero");
  planning_add_free_expert (fixture, "Ilta", "expert", 17 * 60);   /* no candidate before */
  planning_set_rules (fixture, "two");
  before = planning_plan_without (fixture, memory, 0);

  second = seeking_add_request (fixture, "Toinen", 2, 17);
  planning_hear_of_looks (fixture);
  g_assert_true (mukana_planning_memory_has_changed (memory));
  added = planning_plan_without (fixture, memory, 0);
  g_assert_cmpuint (planning_find (added, second)->moves->len, ==, 2);
  assert_same_as_anew (fixture, added);

  change_request (fixture, second, "language", "sv");
  g_assert_true (mukana_planning_memory_has_changed (memory));
  changed = planning_plan_without (fixture, memory, 0);
  g_assert_cmpuint (planning_find (changed, second)->moves->len, ==, 0);
  assert_same_as_anew (fixture, changed);

  change_request (fixture, second, "state", "draft");
  gone = planning_plan_without (fixture, memory, 0);
  g_assert_cmpuint (gone->requests->len, ==, 1);
  g_assert_cmpuint (planning_find (gone, first)->moves->len, ==, 1);
  assert_same_as_anew (fixture, gone);
}

/* Somebody is asked to it: then all is read anew, because their time is taken everywhere. */
static void
request_to_which_somebody_is_asked_is_planned_anew (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (MukanaPlanningMemory) memory = mukana_planning_memory_new (fixture->place->store);
  g_autoptr (MukanaPlanningAnswer) before = NULL, after = NULL;
  gint64 first = seeking_add_request (fixture, "Ensimmäinen", 2, 10);
  gint64 aino = planning_add_expert (fixture, "Aino");

  planning_add_expert (fixture, "Eero");
  seeking_agree (fixture, first, aino);
  before = planning_plan_without (fixture, memory, 0);
  change_request (fixture, first, "title", "Uusi nimi");
  after = planning_plan_without (fixture, memory, 0);

  g_assert_cmpstr (planning_find (after, first)->title, ==, "Uusi nimi");
  g_assert_cmpuint (planning_find (after, first)->kept->len, ==, 1);
  assert_same_as_anew (fixture, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) \
  g_test_add ("/planning-told/" name, Fixture, NULL, seeking_set_up, test, seeking_tear_down)
  ADD ("group-relief", seat_that_a_group_leaves_empty_tells_what_would_help);
  ADD ("reason-of-chosen", reason_stands_beside_each_who_is_chosen);
  ADD ("missing-reserve", missing_reserve_is_told);
  ADD ("request-taken-in", request_that_comes_changes_or_goes_is_taken_in);
  ADD ("request-asked-anew", request_to_which_somebody_is_asked_is_planned_anew);
#undef ADD

  return g_test_run ();
}
