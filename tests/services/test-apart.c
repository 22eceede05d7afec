/* test-apart.c: two who are not placed together are not found, proposed or planned together,
 * whichever of them was told first, and may be when that is taken back. */

#include "base/mukana-error.h"
#include "seeking-kit.h"
#include "services/mukana-keeping-apart.h"
#include "services/mukana-planning.h"
#include "services/mukana-proposing.h"

typedef Seeking Fixture;

static gint64
add_expert (Fixture    *fixture,
            const char *given)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, given, "Kuvitelma");
  return seeking_add_person (fixture, person, 8 * 60);
}

static void
say (Fixture         *fixture,
     const MukanaJob *job,
     gint64           person_id,
     gint64           other_id)
{
  g_autoptr (MukanaApart) apart = g_object_new (MUKANA_TYPE_APART, NULL);

  mukana_record_init_int (apart, "person-id", person_id);
  mukana_record_init_int (apart, "other-id", other_id);
  mukana_record_init_text (apart, "reason", "household");
  seeking_run (fixture, job, apart);
}

/* Returns: why @person_id does not fit beside @chosen; 0 when they do */
static MukanaReasons
judge (Fixture *fixture,
       gint64   request_id,
       gint64   chosen,
       gint64   person_id)
{
  MukanaMatchQuestion *question = mukana_match_question_new (fixture->matcher, request_id, 10);
  g_autoptr (MukanaMatchAnswer) answer = NULL;

  question->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (question->chosen, chosen);
  question->why_person = person_id;
  answer = seeking_run (fixture, &mukana_matching_job, question);
  mukana_match_question_free (question);
  return answer->why_row != NULL ? 0 : ((MukanaMatchOut *) answer->out->pdata[0])->reasons;
}

static void
propose (Fixture *fixture,
         gint64   request_id,
         gint64   first,
         gint64   second,
         int      refusal)
{
  MukanaProposing *proposing = mukana_proposing_new (request_id, "theme");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  mukana_proposing_add (proposing, first, 50, FALSE);
  mukana_proposing_add (proposing, second, 50, FALSE);
  ids = mukana_store_run (fixture->place->store, &mukana_proposing_job, proposing, &error);
  mukana_proposing_free (proposing);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  if (refusal >= 0)
    g_assert_error (error, MUKANA_ERROR, refusal);
  else
    g_assert_no_error (error);
}

static void
two_are_not_found_for_one_group (Fixture       *fixture,
                                 gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino");
  gint64 veikko = add_expert (fixture, "Veikko");
  gint64 leena = add_expert (fixture, "Leena");
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);

  say (fixture, &mukana_keep_apart_job, aino, veikko);

  g_assert_cmphex (judge (fixture, request, aino, veikko), ==, 1u << MUKANA_REASON_NOT_TOGETHER);
  g_assert_cmphex (judge (fixture, request, veikko, aino), ==, 1u << MUKANA_REASON_NOT_TOGETHER);
  g_assert_cmphex (judge (fixture, request, leena, aino), ==, 0);
  g_assert_cmphex (judge (fixture, request, aino, aino), ==, 0);
}

static void
two_are_not_proposed_to_one_request (Fixture       *fixture,
                                     gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino");
  gint64 veikko = add_expert (fixture, "Veikko");
  gint64 leena = add_expert (fixture, "Leena");
  gint64 request = seeking_add_request (fixture, "Raati", 3, 10);

  say (fixture, &mukana_keep_apart_job, veikko, aino);

  propose (fixture, request, aino, veikko, MUKANA_ERROR_CONFLICT);
  propose (fixture, request, aino, leena, -1);
  g_assert_cmphex (judge (fixture, request, leena, veikko), ==,
                   1u << MUKANA_REASON_NOT_TOGETHER);
}

static void
two_are_not_planned_into_one_request (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino");
  gint64 veikko = add_expert (fixture, "Veikko");
  MukanaPlanningQuestion *question;

  seeking_add_request (fixture, "Raati", 2, 10);
  say (fixture, &mukana_keep_apart_job, aino, veikko);
  question = mukana_planning_question_new (fixture->matcher, 1);
  g_autoptr (MukanaPlanningAnswer) answer = seeking_run (fixture, &mukana_planning_job, question);
  mukana_planning_question_free (question);

  const MukanaPlanningRequest *told = answer->requests->pdata[0];
  g_assert_cmpuint (told->moves->len, ==, 1);
}

static void
said_of_one_it_is_said_of_both (Fixture       *fixture,
                                gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino");
  gint64 veikko = add_expert (fixture, "Veikko");
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);

  say (fixture, &mukana_keep_apart_job, aino, veikko);
  say (fixture, &mukana_keep_apart_job, veikko, aino);
  g_autoptr (MukanaPersonFile) one = seeking_run (fixture, &mukana_person_file_job, &aino);
  g_autoptr (MukanaPersonFile) other = seeking_run (fixture, &mukana_person_file_job, &veikko);
  say (fixture, &mukana_let_together_job, veikko, aino);

  g_assert_cmpuint (one->apart->len, ==, 1);
  g_assert_cmpuint (other->apart->len, ==, 1);
  g_assert_cmpstr (((MukanaApart *) other->apart->pdata[0])->display_name, ==, "Aino Kuvitelma");
  propose (fixture, request, aino, veikko, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/apart/" #name, Fixture, NULL, seeking_set_up, name, seeking_tear_down)
  ADD (two_are_not_found_for_one_group);
  ADD (two_are_not_proposed_to_one_request);
  ADD (two_are_not_planned_into_one_request);
  ADD (said_of_one_it_is_said_of_both);
#undef ADD

  return g_test_run ();
}
