/* test-planning.c: all open requests planned together, and asked all or nobody. */

#include "base/mukana-error.h"
#include "domain/mukana-group-rules.h"
#include "domain/mukana-plan-limits.h"
#include "domain/mukana-plan-protocol.h"
#include "planning-kit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-making-up.h"
#include "services/mukana-planning.h"
#include "services/mukana-proposing.h"
#include "services/mukana-remembering.h"

#include <stdio.h>
#include <string.h>

typedef Seeking Fixture;

/* ---- Planning ---- */

static MukanaPlanningApplying *
stage_all (MukanaPlanningAnswer *answer)
{
  MukanaPlanningApplying *applying = mukana_planning_applying_new (answer);

  for (guint i = 0; i < answer->requests->len; i++)
    {
      MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, i);

      for (guint k = 0; k < told->moves->len; k++)
        mukana_planning_applying_add (applying, told->request_id,
                                      g_ptr_array_index (told->moves, k));
    }

  return applying;
}

static MukanaPlanningApplied *
apply (Fixture                *fixture,
       MukanaPlanningApplying *applying)
{
  MukanaPlanningApplied *applied = seeking_run (fixture, &mukana_planning_apply_job, applying);

  mukana_planning_applying_free (applying);
  return applied;
}

static guint
count_proposals (Fixture *fixture,
                 gint64   request_id)
{
  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request_id);

  return file->proposals->len;
}

static void
withdraw (Fixture *fixture,
          gint64   person_id)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "matching", NULL, "phone");

  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
}

/* ---- Promises ---- */

static void
nobody_is_in_two_places (Fixture       *fixture,
                         gconstpointer  data)
{
  gint64 first = seeking_add_request (fixture, "Ensimmäinen", 1, 10);
  gint64 second = seeking_add_request (fixture, "Toinen", 1, 11);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  const MukanaPlanningMove *one, *other;

  planning_add_expert (fixture, "Aino");
  planning_add_expert (fixture, "Eero");
  answer = planning_plan (fixture);

  g_assert_cmpuint (answer->n_wanted, ==, 2);
  g_assert_cmpuint (answer->today.n_filled, ==, 0);
  g_assert_cmpuint (answer->planned.n_filled, ==, 2);
  g_assert_cmpuint (answer->planned.most_a_person, ==, 1);
  g_assert_cmpint (answer->bound, ==, answer->value);
  one = planning_find (answer, first)->moves->pdata[0];
  other = planning_find (answer, second)->moves->pdata[0];
  g_assert_cmpint (one->person_id, !=, other->person_id);
}

static void
who_does_not_take_part_is_not_planned (Fixture       *fixture,
                                       gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 aino = planning_add_expert (fixture, "Aino"), eero = planning_add_expert (fixture, "Eero");
  g_autoptr (MukanaPlanningAnswer) answer = NULL;

  withdraw (fixture, eero);
  answer = planning_plan (fixture);

  g_assert_cmpuint (planning_find (answer, request_id)->moves->len, ==, 1);
  g_assert_true (planning_has (planning_find (answer, request_id)->moves, aino));
  g_assert_cmpuint (planning_find (answer, request_id)->others->len, ==, 0);
}

static void
what_is_missing_has_a_reason (Fixture       *fixture,
                              gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 3, 10);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;

  planning_add_expert (fixture, "Aino");
  answer = planning_plan (fixture);

  g_assert_cmpuint (planning_find (answer, request_id)->n_short, ==, 2);
  g_assert_cmpstr (planning_find (answer, request_id)->shortage, ==, "Only 1 person more fits.");
}

static void
applied_plan_is_asked_and_kept (Fixture       *fixture,
                                gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 aino = planning_add_expert (fixture, "Aino");
  g_autoptr (MukanaPlanningAnswer) answer = NULL, again = NULL;
  g_autoptr (MukanaPlanningApplied) applied = NULL;
  g_autoptr (MukanaPlanningRun) kept = NULL, spoilt = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  answer = planning_plan (fixture);
  applied = apply (fixture, stage_all (answer));
  planning_add_expert (fixture, "Eero");
  again = planning_plan (fixture);

  g_assert_cmpuint (applied->proposals->len, ==, 1);
  g_assert_cmpuint (count_proposals (fixture, request_id), ==, 1);
  g_assert_true (planning_has (planning_find (again, request_id)->kept, aino));
  g_assert_false (((MukanaPlanningMove *) planning_find (again,
                                                         request_id)->kept->pdata[0])->is_agreed);
  g_assert_cmpuint (planning_find (again, request_id)->moves->len, ==, 1);
  g_assert_false (planning_has (planning_find (again, request_id)->moves, aino));
  g_assert_cmpuint (again->today.n_filled, ==, 1);

  kept = seeking_run (fixture, &mukana_planning_recall_job, &applied->run_id);
  g_assert_true (kept->holds);
  g_assert_cmpstr (kept->protocol, ==, answer->protocol);
  g_assert_cmpint (kept->seed, ==, 1);

  mukana_test_sql (fixture->place, "UPDATE plan_run SET protocol = protocol || 'r 1 1 0 0 9 0';");
  spoilt = seeking_run (fixture, &mukana_planning_recall_job, &applied->run_id);
  runs = seeking_run (fixture, &mukana_planning_runs_job, NULL);
  g_assert_false (spoilt->is_as_kept);
  g_assert_false (spoilt->holds);
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_cmpint (((MukanaPlanningRun *) runs->pdata[0])->id, ==, applied->run_id);
}

static void
withdrawn_between_refuses_the_whole (Fixture       *fixture,
                                     gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 eero;
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  g_autoptr (MukanaPlanningApplied) applied = NULL;
  MukanaPlanningRefusal *refusal;

  planning_add_expert (fixture, "Aino");
  eero = planning_add_expert (fixture, "Eero");
  answer = planning_plan (fixture);
  g_assert_cmpuint (answer->n_moves, ==, 2);
  withdraw (fixture, eero);
  applied = apply (fixture, stage_all (answer));

  g_assert_cmpuint (applied->refusals->len, ==, 1);
  refusal = &g_array_index (applied->refusals, MukanaPlanningRefusal, 0);
  g_assert_cmpint (refusal->person_id, ==, eero);
  g_assert_cmpint (refusal->request_id, ==, request_id);
  g_assert_cmpint (refusal->kind, ==, MUKANA_PLANNING_NO_CONSENT);
  g_assert_cmpint (applied->run_id, ==, 0);
  g_assert_cmpuint (count_proposals (fixture, request_id), ==, 0);
}

static void
asked_between_refuses_the_whole (Fixture       *fixture,
                                 gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 aino = planning_add_expert (fixture, "Aino");
  MukanaProposing *colleague = mukana_proposing_new (request_id, NULL);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  g_autoptr (MukanaPlanningApplied) applied = NULL;

  planning_add_expert (fixture, "Eero");
  answer = planning_plan (fixture);
  mukana_proposing_add (colleague, aino, 50, FALSE);
  g_array_unref (seeking_run (fixture, &mukana_proposing_job, colleague));
  mukana_proposing_free (colleague);
  applied = apply (fixture, stage_all (answer));

  g_assert_cmpuint (applied->refusals->len, ==, 1);
  g_assert_cmpint (g_array_index (applied->refusals, MukanaPlanningRefusal, 0).kind, ==,
                   MUKANA_PLANNING_ASKED);
  g_assert_cmpuint (count_proposals (fixture, request_id), ==, 1);
}

static void
clash_made_by_hand_refuses_the_whole (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 first = seeking_add_request (fixture, "Ensimmäinen", 1, 10);
  gint64 second = seeking_add_request (fixture, "Toinen", 1, 11);
  gint64 aino = planning_add_expert (fixture, "Aino");
  g_autoptr (MukanaPlanningAnswer) answer = planning_plan (fixture);
  MukanaPlanningApplying *applying = mukana_planning_applying_new (answer);
  MukanaPlanningMove move = { .person_id = aino, .score = 50 };
  g_autoptr (MukanaPlanningApplied) applied = NULL;

  mukana_planning_applying_add (applying, first, &move);
  mukana_planning_applying_add (applying, second, &move);
  applied = apply (fixture, applying);

  g_assert_cmpuint (applied->refusals->len, ==, 1);
  g_assert_cmpint (g_array_index (applied->refusals, MukanaPlanningRefusal, 0).kind, ==,
                   MUKANA_PLANNING_CLASH);
  g_assert_cmpuint (count_proposals (fixture, first), ==, 0);
  g_assert_cmpuint (count_proposals (fixture, second), ==, 0);
}

static void
set_number (Fixture    *fixture,
            gint64      person_id,
            const char *field,
            gint64      number)
{
  g_autoptr (MukanaPersonFile) file = seeking_run (fixture, &mukana_person_file_job, &person_id);
  g_autoptr (MukanaPerson) person = mukana_record_with_int (file->person, field, number);

  g_free (seeking_run (fixture, &mukana_person_save_job, person));
}

static gint64
add_request_in (Fixture    *fixture,
                const char *mode,
                const char *municipality,
                int         start_hour)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 1, start_hour);

  mukana_record_init_text (file->request, "mode", mode);
  mukana_record_init_text (file->request, "municipality-code", municipality);
  return seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
}

/* Returns: how many of two requests in two towns, one after the other, the person gets */
static guint
count_planned_in_two_towns (Fixture *fixture,
                            gint64   remote_ok)
{
  gint64 first = add_request_in (fixture, "on-site", "205", 10);
  gint64 second = add_request_in (fixture, "hybrid", "091", 12);
  gint64 aino = planning_add_expert (fixture, "Aino");
  g_autoptr (MukanaPlanningAnswer) answer = NULL;

  set_number (fixture, aino, "remote-ok", remote_ok);
  answer = planning_plan (fixture);
  return planning_has (planning_find (answer, first)->moves, aino) +
         planning_has (planning_find (answer, second)->moves, aino);
}

static void
register_decides_how_much_is_planned_for_one (Fixture       *fixture,
                                              gconstpointer  data)
{
  gint64 first = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 second = seeking_add_request (fixture, "Raati", 1, 14);
  gint64 aino = planning_add_expert (fixture, "Aino");
  MukanaSetting *setting = mukana_setting_new (MUKANA_PLAN_LIMITS, "1 1");
  g_autoptr (MukanaPlanningAnswer) usual = planning_plan (fixture);
  g_autoptr (MukanaPlanningAnswer) decided = NULL;

  seeking_run (fixture, &mukana_setting_set_job, setting);
  mukana_setting_free (setting);
  decided = planning_plan (fixture);

  g_assert_cmpuint (planning_has (planning_find (usual, first)->moves, aino) +
                    planning_has (planning_find (usual, second)->moves, aino), ==, 2);
  g_assert_cmpuint (planning_has (planning_find (decided, first)->moves, aino) +
                    planning_has (planning_find (decided, second)->moves, aino), ==, 1);
}

/* An own limit is about times: a series counts for each. */
static void
series_is_not_planned_over_an_own_limit (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) series = seeking_new_request ("Sarja", 1, 10);
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  gint64 single = seeking_add_request (fixture, "Raati", 1, 14), whole;
  gint64 aino = planning_add_expert (fixture, "Aino");
  g_autoptr (MukanaPlanningAnswer) answer = NULL;

  mukana_record_init_int (time, "day", REQUEST_DAY + 7);
  mukana_record_init_int (time, "start-minute", 10 * 60);
  mukana_record_init_int (time, "end-minute", 12 * 60);
  g_ptr_array_add (series->times, time);
  whole = seeking_take_id (seeking_run (fixture, &mukana_request_save_job, series));
  set_number (fixture, aino, "max-per-month", 2);
  answer = planning_plan (fixture);

  g_assert_cmpuint (planning_has (planning_find (answer, single)->moves, aino) +
                    planning_has (planning_find (answer, whole)->moves, aino), ==, 1);
}

static void
hybrid_request_has_a_road_for_who_must_come (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_assert_cmpuint (count_planned_in_two_towns (fixture, FALSE), ==, 1);
}

static void
hybrid_request_has_no_road_for_who_can_be_remote (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_assert_cmpuint (count_planned_in_two_towns (fixture, TRUE), ==, 2);
}

static void
plan_is_not_applied_to_who_fits_no_more (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 aino = planning_add_expert (fixture, "Aino");
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (aino, "theme", "ik.kot", "phone");
  g_autoptr (MukanaPlanningAnswer) answer = planning_plan (fixture);
  MukanaPlanningApplying *applying = mukana_planning_applying_new (answer);
  g_autoptr (MukanaPlanningApplied) applied = NULL;

  mukana_planning_applying_add (applying, request,
                                g_ptr_array_index (planning_find (answer, request)->moves, 0));
  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  applied = apply (fixture, applying);

  g_assert_cmpuint (applied->refusals->len, ==, 1);
  g_assert_cmpint (g_array_index (applied->refusals, MukanaPlanningRefusal, 0).kind, ==,
                   MUKANA_PLANNING_UNFIT);
  g_assert_cmpuint (count_proposals (fixture, request), ==, 0);
}

/* ---- Groups ---- */

/* Somebody who took part in May. */
static gint64
add_experienced (Fixture    *fixture,
                 const char *given,
                 const char *languages,
                 const char *municipality)
{
  gint64 id = planning_add_expert (fixture, given);
  g_autoptr (MukanaPersonFile) file = seeking_run (fixture, &mukana_person_file_job, &id);
  g_autoptr (MukanaPerson) person = mukana_record_with_text (file->person, "work-languages",
                                                             languages);
  g_autofree char *work = g_strdup_printf (
    "INSERT INTO request (id, title, sort_key, state, mode, language, people, created_on, "
    "created_at, updated_at) SELECT 9000 + %d, 'Kevät', 'kevat', 'held', 'remote', 'fi', 1, "
    "'2026-05-01', 0, 0;", (int) id);
  g_autofree char *held = g_strdup_printf (
    "INSERT INTO assignment (request_id, person_id, day, start_minute, end_minute, state, "
    "planned_minutes, fee_mode, agreed_on) VALUES (9000 + %d, %d, '2026-05-05', 600, 660, 'held', "
    "60, 'fee', '2026-05-01');", (int) id, (int) id);

  mukana_test_sql (fixture->place, work);
  mukana_test_sql (fixture->place, held);
  mukana_record_init_text (person, "municipality-code", municipality);
  g_free (seeking_run (fixture, &mukana_person_save_job, person));   /* matching hears of it */
  return id;
}

static void
first_timer_is_planned_with_somebody_experienced (Fixture       *fixture,
                                                  gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 ilmari = add_experienced (fixture, "Ilmari", "fi", "205");
  g_autoptr (MukanaPlanningAnswer) answer = NULL, free_answer = NULL;
  const MukanaPlanningRequest *told;
  const MukanaPlanningOther *other;

  planning_add_expert (fixture, "Aino");
  planning_add_expert (fixture, "Eero");
  answer = planning_plan (fixture);
  told = planning_find (answer, request_id);
  planning_set_rules (fixture, "none");
  free_answer = planning_plan (fixture);

  g_assert_false (planning_has (planning_find (free_answer, request_id)->moves,
                                ilmari));   /* fits less */
  g_assert_null (planning_find (free_answer, request_id)->group);
  g_assert_cmpuint (told->moves->len, ==, 2);
  g_assert_true (planning_has (told->moves, ilmari));
  g_assert_cmpstr (told->group_asked, ==, "mentor");
  g_assert_cmpstr (told->group, ==,
                   "Asked of the group: a first-timer with an experienced one.");
  other = g_ptr_array_index (told->others, 0);
  g_assert_cmpint (other->why.kind, ==, MUKANA_PLAN_WHY_GROUP);
  g_assert_cmpint (answer->value, ==, answer->bound);
  g_assert_true (mukana_plan_protocol_holds (answer->protocol));
}

static void
rule_that_nobody_could_keep_is_told_and_not_asked (Fixture       *fixture,
                                                   gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  const MukanaPlanningRequest *told;

  planning_add_expert (fixture, "Aino");
  planning_add_expert (fixture, "Eero");
  planning_set_rules (fixture, "mentor areas sv");
  answer = planning_plan (fixture);
  told = planning_find (answer, request_id);

  g_assert_cmpuint (told->moves->len, ==, 2);
  g_assert_nonnull (strstr (told->group, "Nobody who has taken part before fits."));
  g_assert_nonnull (strstr (told->group, "Nobody from another municipality fits."));
  g_assert_nonnull (strstr (told->group, "Nobody who works in this language fits: Swedish."));
}

static void
groups_are_of_two_of_several_places_and_languages (Fixture       *fixture,
                                                   gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 alone = seeking_add_request (fixture, "Yksin", 2, 18);
  gint64 afar = add_experienced (fixture, "Ilmari", "fi", "697");
  gint64 speaker = add_experienced (fixture, "Linnea", "fi sv", "205");
  gint64 late = planning_add_free_expert (fixture, "Aino", "expert", 18 * 60);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;

  planning_add_expert (fixture, "Eero");
  planning_set_rules (fixture, "two areas sv");
  answer = planning_plan (fixture);

  g_assert_true (planning_has (planning_find (answer, request_id)->moves, speaker));
  g_assert_true (planning_has (planning_find (answer, request_id)->moves, afar) ||
                 planning_find (answer, request_id)->moves->len == 0);
  g_assert_cmpuint (planning_find (answer, alone)->moves->len, !=, 1);
  g_assert_false (planning_has (planning_find (answer, request_id)->moves, late));
}

static void
those_asked_already_belong_to_the_group (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 ilmari = add_experienced (fixture, "Ilmari", "fi", "205");
  gint64 aino = planning_add_expert (fixture, "Aino");
  g_autoptr (MukanaPlanningAnswer) before = NULL, after = NULL;

  planning_set_rules (fixture, "two mentor");
  seeking_agree (fixture, request_id, aino);
  before = planning_plan (fixture);   /* beside a first-timer only somebody experienced */
  planning_add_expert (fixture, "Eero");
  after = planning_plan (fixture);

  g_assert_true (planning_has (planning_find (before, request_id)->moves, ilmari));
  g_assert_true (planning_has (planning_find (after, request_id)->moves, ilmari));
  g_assert_cmpuint (planning_find (after, request_id)->moves->len, ==, 1);
  g_assert_true (((MukanaPlanningMove *) planning_find (after,
                                                        request_id)->kept->pdata[0])->is_agreed);
}

static void
rules_that_cannot_be_followed_are_refused (Fixture       *fixture,
                                           gconstpointer  data)
{
  MukanaSetting *setting = mukana_setting_new (MUKANA_GROUP_RULES, "mentor klingon");
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, &mukana_setting_set_job, setting, &error);
  mukana_setting_free (setting);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
}

static void
shift_given_since_refuses_the_whole (Fixture       *fixture,
                                     gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 aino = planning_add_expert (fixture, "Aino");
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  g_autoptr (MukanaPlanningApplied) applied = NULL;

  planning_add_expert (fixture, "Eero");
  answer = planning_plan (fixture);
  seeking_give_shift (fixture, aino, REQUEST_DAY, 11 * 60, 15 * 60);
  applied = apply (fixture, stage_all (answer));

  g_assert_cmpuint (applied->refusals->len, ==, 1);
  g_assert_cmpint (g_array_index (applied->refusals, MukanaPlanningRefusal, 0).kind, ==,
                   MUKANA_PLANNING_SHIFT);
  g_assert_cmpint (g_array_index (applied->refusals, MukanaPlanningRefusal, 0).person_id, ==, aino);
  g_assert_cmpuint (count_proposals (fixture, request_id), ==, 0);
}

static void
shift_is_planned_around (Fixture       *fixture,
                         gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 aino = planning_add_expert (fixture, "Aino");
  gint64 eero = planning_add_expert (fixture, "Eero");
  g_autoptr (MukanaPlanningAnswer) answer = NULL;

  seeking_give_shift (fixture, aino, REQUEST_DAY, 11 * 60, 15 * 60);
  answer = planning_plan (fixture);

  g_assert_false (planning_has (planning_find (answer, request_id)->moves, aino));
  g_assert_true (planning_has (planning_find (answer, request_id)->moves, eero));
}

static void
closed_request_refuses_the_whole (Fixture       *fixture,
                                  gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  g_autoptr (MukanaPlanningApplied) applied = NULL;
  gint64 aino = planning_add_expert (fixture, "Aino");

  answer = planning_plan (fixture);
  g_assert_true (planning_has (planning_find (answer, request_id)->moves, aino));
  seeking_run (fixture, &mukana_request_remove_job, &request_id);
  applied = apply (fixture, stage_all (answer));

  g_assert_cmpuint (applied->refusals->len, ==, 1);
  g_assert_cmpint (g_array_index (applied->refusals, MukanaPlanningRefusal, 0).kind, ==,
                   MUKANA_PLANNING_OVER);
}

static void
what_is_changed_by_hand_holds (Fixture       *fixture,
                               gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Raati", 1, 10);
  gint64 aino = planning_add_expert (fixture, "Aino"), eero = planning_add_expert (fixture, "Eero");
  gint64 both[] = { aino, eero };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      MukanaPlanningQuestion *must = mukana_planning_question_new (fixture->matcher, 1);
      MukanaPlanningQuestion *never = mukana_planning_question_new (fixture->matcher, 1);
      g_autoptr (MukanaPlanningAnswer) with = NULL, without = NULL;

      mukana_planning_question_pin (must, request_id, both[i], MUKANA_PLAN_MUST);
      mukana_planning_question_pin (never, request_id, both[i], MUKANA_PLAN_NEVER);
      with = seeking_run (fixture, &mukana_planning_job, must);
      without = seeking_run (fixture, &mukana_planning_job, never);
      mukana_planning_question_free (must);
      mukana_planning_question_free (never);

      g_assert_true (planning_has (planning_find (with, request_id)->moves, both[i]));
      g_assert_false (planning_has (planning_find (without, request_id)->moves, both[i]));
      g_assert_cmpuint (planning_find (without, request_id)->moves->len, ==, 1);
    }
}

static void
seats_of_a_role_are_for_those_who_have_it (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 2, 10);
  gint64 aino = planning_add_expert (fixture, "Aino"), eero = planning_add_expert (fixture, "Eero");
  gint64 ilta = planning_add_free_expert (fixture, "Ilta", "peer-supporter", 8 * 60), request_id;
  static const char * const roles[] = { "expert", "peer-supporter" };
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  GPtrArray *moves;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      MukanaRequestNeed *need = g_object_new (MUKANA_TYPE_REQUEST_NEED, NULL);

      mukana_record_init_text (need, "role-code", roles[i]);
      mukana_record_init_int (need, "people", 1);
      g_ptr_array_add (file->needs, need);
    }
  request_id = seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
  answer = planning_plan (fixture);

  moves = planning_find (answer, request_id)->moves;
  g_assert_cmpuint (moves->len, ==, 2);
  g_assert_true (planning_has (moves, ilta));
  g_assert_true (planning_has (moves, aino) != planning_has (moves, eero));
}

static void
alternative_time_is_the_one_that_fills_more (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 2, 9), saved = NULL;
  MukanaRequestTime *late = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  gint64 request_id, slot_id = 0;
  g_autoptr (MukanaPlanningAnswer) answer = NULL, after = NULL;
  g_autoptr (MukanaPlanningApplied) applied = NULL;
  GPtrArray *moves;

  mukana_record_init_int (file->times->pdata[0], "is-alternative", TRUE);
  mukana_record_init_int (late, "day", REQUEST_DAY);
  mukana_record_init_int (late, "start-minute", 15 * 60);
  mukana_record_init_int (late, "end-minute", 17 * 60);
  mukana_record_init_int (late, "is-alternative", TRUE);
  g_ptr_array_add (file->times, late);
  request_id = seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
  planning_add_expert (fixture, "Aino");
  planning_add_free_expert (fixture, "Eero", "expert", 14 * 60);
  answer = planning_plan (fixture);

  saved = seeking_run (fixture, &mukana_request_file_job, &request_id);
  for (guint i = 0; i < saved->times->len; i++)
    {
      const MukanaRequestTime *time = g_ptr_array_index (saved->times, i);

      slot_id = time->start_minute == 15 * 60 ? time->id : slot_id;
    }
  moves = planning_find (answer, request_id)->moves;
  g_assert_cmpuint (moves->len, ==, 2);
  g_assert_cmpint (((MukanaPlanningMove *) moves->pdata[0])->slot_id, ==, slot_id);
  g_assert_cmpint (((MukanaPlanningMove *) moves->pdata[1])->slot_id, ==, slot_id);
  g_assert_cmpint (planning_find (answer, request_id)->start_minute, ==, 15 * 60);

  applied = apply (fixture, stage_all (answer));
  g_assert_cmpuint (applied->proposals->len, ==, 2);
  after = planning_plan (fixture);
  g_assert_cmpint (planning_find (after, request_id)->start_minute, ==, 15 * 60);
}

static void
others_tell_which_time_suits_them (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 1, 9);
  MukanaRequestTime *late = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  const MukanaPlanningRequest *told;
  const MukanaPlanningOther *other;
  gint64 request_id;

  mukana_record_init_int (file->times->pdata[0], "is-alternative", TRUE);
  mukana_record_init_int (late, "day", REQUEST_DAY + 7);
  mukana_record_init_int (late, "start-minute", 15 * 60);
  mukana_record_init_int (late, "end-minute", 17 * 60);
  mukana_record_init_int (late, "is-alternative", TRUE);
  g_ptr_array_add (file->times, late);
  request_id = seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
  planning_add_expert (fixture, "Aino");
  planning_add_free_expert (fixture, "Eero", "expert", 14 * 60);
  answer = planning_plan (fixture);
  told = planning_find (answer, request_id);

  g_assert_cmpuint (told->moves->len, ==, 1);
  g_assert_cmpuint (told->others->len, ==, 1);
  other = told->others->pdata[0];
  g_assert_cmpint (other->move.day, !=, MUKANA_DAY_NONE);
  g_assert_cmpint (other->move.day, ==, other->move.start_minute == 15 * 60 ? REQUEST_DAY + 7
                                                                            : REQUEST_DAY);
}

static gpointer
cancelled_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  return mukana_planning_job.run (db, arg, cancelled, error);
}

static void
planning_can_be_cancelled (Fixture       *fixture,
                           gconstpointer  data)
{
  MukanaPlanningQuestion *question = mukana_planning_question_new (fixture->matcher, 1);
  g_autoptr (GError) error = NULL;

  seeking_add_request (fixture, "Raati", 1, 10);
  mukana_test_try (fixture->place, MUKANA_LANE_DOOR, cancelled_run, question, &error);
  mukana_planning_question_free (question);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- What is remembered ---- */

static GPtrArray *
ask_why (Fixture               *fixture,
         MukanaPlanningMemory  *memory,
         gint64                 request_id,
         GError               **error)
{
  MukanaPlanningWhyQuestion *question = mukana_planning_why_question_new (memory, request_id);
  GPtrArray *others = mukana_store_run (fixture->place->store, &mukana_planning_why_job, question,
                                        error);

  mukana_planning_why_question_free (question);
  planning_hear_of_looks (fixture);
  return others;
}

static guint
count_turns (const MukanaPlanningAnswer *answer)
{
  guint n_turns = 0;

  for (const char *row = strstr (answer->protocol, "\nu "); row != NULL;
       row = strstr (row + 1, "\nu "))
    n_turns++;
  return n_turns;
}

static void
request_that_is_left_out_leaves_its_people_to_others (Fixture       *fixture,
                                                      gconstpointer  data)
{
  gint64 first = seeking_add_request (fixture, "Ensimmäinen", 1, 10);
  gint64 second = seeking_add_request (fixture, "Toinen", 2, 11), aino, eero;
  g_autoptr (MukanaPlanningMemory) memory = mukana_planning_memory_new (fixture->place->store);
  g_autoptr (MukanaPlanningAnswer) all = NULL, without = NULL, anew = NULL, again = NULL;

  aino = planning_add_expert (fixture, "Aino");
  eero = planning_add_expert (fixture, "Eero");
  all = planning_plan_without (fixture, memory, 0);
  without = planning_plan_without (fixture, memory, first);
  anew = planning_plan_without (fixture, NULL, first);
  again = planning_plan_without (fixture, memory, 0);

  g_assert_cmpuint (planning_find (all, first)->moves->len, ==, 1);
  g_assert_cmpuint (planning_find (all, second)->n_short, ==, 1);
  g_assert_true (planning_find (without, first)->is_left_out);
  g_assert_cmpuint (planning_find (without, first)->moves->len +
                    planning_find (without, first)->others->len, ==, 0);
  g_assert_cmpuint (planning_find (without, first)->n_short, ==, 0);
  g_assert_true (planning_has (planning_find (without, second)->moves, aino));
  g_assert_true (planning_has (planning_find (without, second)->moves, eero));
  g_assert_cmpint (without->value, ==, anew->value);
  g_assert_cmpint (without->value, ==, without->bound);
  g_assert_cmpint (again->value, ==, all->value);

  g_assert_cmpuint (count_turns (again), ==, 2);   /* it was remembered */
  g_assert_true (mukana_plan_protocol_holds (without->protocol));
  g_assert_true (mukana_plan_protocol_holds (anew->protocol));
  g_assert_true (mukana_plan_protocol_holds (again->protocol));
}

static void
what_changes_is_planned_anew (Fixture       *fixture,
                              gconstpointer  data)
{
  gint64 request_id = seeking_add_request (fixture, "Ensimmäinen", 2, 10);
  gint64 other_id = seeking_add_request (fixture, "Toinen", 1, 14);
  gint64 eero;
  g_autoptr (MukanaPlanningMemory) memory = mukana_planning_memory_new (fixture->place->store);
  g_autoptr (MukanaPlanningAnswer) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  planning_add_expert (fixture, "Aino");
  eero = planning_add_expert (fixture, "Eero");
  before = planning_plan_without (fixture, memory, 0);
  withdraw (fixture, eero);
  g_assert_null (ask_why (fixture, memory, request_id, &error));
  after = planning_plan_without (fixture, memory, other_id);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_true (planning_has (planning_find (before, request_id)->moves, eero));
  g_assert_false (planning_has (planning_find (after, request_id)->moves, eero));
  g_assert_null (strstr (after->protocol, "u 1 "));
}

static void
why_not_is_told_when_it_is_asked (Fixture       *fixture,
                                  gconstpointer  data)
{
  gint64 first = seeking_add_request (fixture, "Ensimmäinen", 1, 10);
  g_autoptr (MukanaPlanningMemory) memory = mukana_planning_memory_new (fixture->place->store);
  g_autoptr (MukanaPlanningAnswer) told = NULL, untold = NULL;
  g_autoptr (GPtrArray) others = NULL, nobody = NULL;
  const MukanaPlanningOther *usual, *now;
  g_autoptr (GError) error = NULL;

  planning_add_expert (fixture, "Aino");
  planning_add_expert (fixture, "Eero");
  told = planning_plan (fixture);
  untold = planning_plan_without (fixture, memory, 0);
  others = ask_why (fixture, memory, first, &error);
  nobody = ask_why (fixture, memory, first + 100, &error);

  g_assert_no_error (error);
  usual = g_ptr_array_index (planning_find (told, first)->others, 0);
  now = g_ptr_array_index (others, 0);
  g_assert_null (((MukanaPlanningOther *) planning_find (untold,
                                                         first)->others->pdata[0])->sentence);
  g_assert_cmpint (now->move.person_id, ==, usual->move.person_id);
  g_assert_cmpstr (now->move.name, ==, usual->move.name);
  g_assert_cmpstr (now->sentence, ==, usual->sentence);
  g_assert_cmpuint (nobody->len, ==, 0);
}

static void
applied_plan_without_a_request_comes_out_again (Fixture       *fixture,
                                                gconstpointer  data)
{
  gint64 first = seeking_add_request (fixture, "Ensimmäinen", 1, 10);
  gint64 second = seeking_add_request (fixture, "Toinen", 1, 11);
  g_autoptr (MukanaPlanningMemory) memory = mukana_planning_memory_new (fixture->place->store);
  g_autoptr (MukanaPlanningAnswer) all = NULL, without = NULL;
  g_autoptr (MukanaPlanningApplied) applied = NULL;
  g_autoptr (MukanaPlanningRun) kept = NULL;

  planning_add_expert (fixture, "Aino");
  all = planning_plan_without (fixture, memory, 0);
  without = planning_plan_without (fixture, memory, first);
  applied = apply (fixture, stage_all (without));
  kept = seeking_run (fixture, &mukana_planning_recall_job, &applied->run_id);

  g_assert_cmpuint (count_proposals (fixture, first), ==, 0);
  g_assert_cmpuint (count_proposals (fixture, second), ==, 1);
  g_assert_true (kept->holds);
}

/* ---- A whole register ---- */

static MukanaPlanningAnswer *
plan_store (MukanaStore *store,
            gint64       seed)
{
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (store);
  MukanaPlanningQuestion *question = mukana_planning_question_new (matcher, seed);
  g_autoptr (GError) error = NULL;
  MukanaPlanningAnswer *answer = mukana_store_run (store, &mukana_planning_job, question, &error);

  mukana_planning_question_free (question);
  g_assert_no_error (error);
  return answer;
}

/* The seats of a protocol, judged by the rules and not by what found them. */
static MukanaPlanSums
judge (const char *protocol)
{
  g_autoptr (GArray) seats = g_array_new (FALSE, TRUE, sizeof (MukanaPlanSeat));
  const char *result = strstr (protocol, "\nresult ");
  g_autofree char *given = g_strndup (protocol, (gsize) (result - protocol + 1));
  g_autoptr (MukanaPlan) plan = mukana_plan_parse (given);
  g_auto (GStrv) rows = g_strsplit (result + 1, "\n", -1);

  for (guint i = 1; rows[i] != NULL && rows[i][0] == 'r'; i++)
    {
      MukanaPlanSeat seat = { 0 };

      g_assert_cmpint (sscanf (rows[i],
                               "r %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %d %d",
                               &seat.request_id, &seat.person_id, &seat.way, &seat.line, &seat.fit,
                               &seat.is_reserve), ==, 6);
      g_array_append_val (seats, seat);
    }

  return mukana_plan_sum (plan, seats);
}

static void
plan_of_a_register_breaks_no_rule (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaStore) store =
    mukana_making_up_create (place->uri, place->key, place->clock, 150, 3, &error);
  g_autoptr (MukanaPlanningAnswer) answer = NULL, again = NULL;
  MukanaPlanSums sums;

  g_assert_no_error (error);
  answer = plan_store (store, 7);
  again = plan_store (store, 7);
  sums = judge (answer->protocol);

  g_assert_cmpuint (answer->n_moves, >, 0);
  g_assert_true (sums.is_allowed);
  g_assert_cmpint (sums.value, ==, answer->value);
  g_assert_cmpstr (answer->protocol, ==, again->protocol);
  g_assert_true (mukana_plan_protocol_holds (answer->protocol));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/planning/" name, Fixture, NULL, seeking_set_up, function, seeking_tear_down)
  ADD ("nobody-is-in-two-places", nobody_is_in_two_places);
  ADD ("who-does-not-take-part-is-not-planned", who_does_not_take_part_is_not_planned);
  ADD ("what-is-missing-has-a-reason", what_is_missing_has_a_reason);
  ADD ("applied-plan-is-asked-and-kept", applied_plan_is_asked_and_kept);
  ADD ("withdrawn-between-refuses-the-whole", withdrawn_between_refuses_the_whole);
  ADD ("asked-between-refuses-the-whole", asked_between_refuses_the_whole);
  ADD ("clash-by-hand-refuses-the-whole", clash_made_by_hand_refuses_the_whole);
  ADD ("limits-of-the-register", register_decides_how_much_is_planned_for_one);
  ADD ("own-limit-and-series", series_is_not_planned_over_an_own_limit);
  ADD ("hybrid-road", hybrid_request_has_a_road_for_who_must_come);
  ADD ("hybrid-remote", hybrid_request_has_no_road_for_who_can_be_remote);
  ADD ("no-longer-fits", plan_is_not_applied_to_who_fits_no_more);
  ADD ("first-timer-with-somebody-experienced", first_timer_is_planned_with_somebody_experienced);
  ADD ("rule-nobody-could-keep", rule_that_nobody_could_keep_is_told_and_not_asked);
  ADD ("groups-of-several-places", groups_are_of_two_of_several_places_and_languages);
  ADD ("those-asked-already", those_asked_already_belong_to_the_group);
  ADD ("rules-refused", rules_that_cannot_be_followed_are_refused);
  ADD ("shift-given-since-refuses-the-whole", shift_given_since_refuses_the_whole);
  ADD ("shift-is-planned-around", shift_is_planned_around);
  ADD ("closed-request-refuses-the-whole", closed_request_refuses_the_whole);
  ADD ("what-is-changed-by-hand-holds", what_is_changed_by_hand_holds);
  ADD ("seats-of-a-role", seats_of_a_role_are_for_those_who_have_it);
  ADD ("alternative-time", alternative_time_is_the_one_that_fills_more);
  ADD ("others-time", others_tell_which_time_suits_them);
  ADD ("can-be-cancelled", planning_can_be_cancelled);
  ADD ("left-out", request_that_is_left_out_leaves_its_people_to_others);
  ADD ("changed-since", what_changes_is_planned_anew);
  ADD ("why-is-asked-later", why_not_is_told_when_it_is_asked);
  ADD ("left-out-and-applied", applied_plan_without_a_request_comes_out_again);
  g_test_add_func ("/planning/plan-of-a-register", plan_of_a_register_breaks_no_rule);

  return g_test_run ();
}
