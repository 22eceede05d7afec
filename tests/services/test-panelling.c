/* test-panelling.c: who may be drawn, what they count for, and that all who were drawn are asked
 * or nobody is. */

#include "base/mukana-error.h"
#include "seeking-kit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-keeping-apart.h"
#include "services/mukana-panelling.h"
#include "services/mukana-proposing.h"

#include <glib/gstdio.h>
#include <string.h>

typedef Seeking Fixture;

static gint64
add_expert (Fixture    *fixture,
            const char *given,
            const char *gender,
            gboolean    non_disclosure)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  MukanaStatedFact *fact;
  gint64 id;

  mukana_person_init_names (person, given, "Kuvitelma");
  mukana_record_init_int (person, "non-disclosure", non_disclosure);
  mukana_record_init_int (person, "birth-year", 1980);
  id = seeking_add_person (fixture, person, 8 * 60);
  if (gender == NULL)
    return id;

  fact = g_object_new (MUKANA_TYPE_STATED_FACT, NULL);
  mukana_record_init_text (fact, "kind", "gender");
  mukana_record_init_text (fact, "value", gender);
  seeking_set_part (fixture, id, "facts", fact);
  return id;
}

/* ---- Drawing ---- */

static MukanaPanelAnswer *
draw (Fixture    *fixture,
      gint64      request_id,
      int         size,
      int         n_reserve,
      const char *targets)
{
  MukanaPanelQuestion *question = mukana_panel_question_new (fixture->matcher, request_id, size,
                                                             n_reserve, 7, targets);
  MukanaPanelAnswer *answer = seeking_run (fixture, &mukana_panelling_draw_job, question);

  mukana_panel_question_free (question);
  return answer;
}

static gboolean
has (MukanaPanelAnswer *answer,
     gint64             person_id)
{
  for (guint i = 0; i < answer->members->len; i++)
    if (g_array_index (answer->members, MukanaPanelMember, i).person_id == person_id)
      return TRUE;

  return FALSE;
}

static void
withdraw (Fixture *fixture,
          gint64   person_id)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "matching", NULL, "phone");

  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
}

static guint
count_proposals (Fixture *fixture,
                 gint64   request_id)
{
  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request_id);

  return file->proposals->len;
}

static void
who_withdraws_is_not_drawn (Fixture       *fixture,
                            gconstpointer  data)
{
  gint64 first = add_expert (fixture, "Aino", NULL, FALSE);
  gint64 second = add_expert (fixture, "Veikko", NULL, FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);

  g_autoptr (MukanaPanelAnswer) before = draw (fixture, request, 2, 0, "");
  withdraw (fixture, first);
  g_autoptr (MukanaPanelAnswer) after = draw (fixture, request, 1, 5, "");

  g_assert_true (has (before, first) && has (before, second));
  g_assert_cmpuint (after->n_pool, ==, 1);
  g_assert_false (has (after, first));
}

static void
what_is_not_stated_and_what_may_not_be_told_count_for_nothing (Fixture       *fixture,
                                                               gconstpointer  data)
{
  gint64 request;

  add_expert (fixture, "Aino", "woman", TRUE);
  add_expert (fixture, "Veikko", NULL, FALSE);
  request = seeking_add_request (fixture, "Raati", 2, 10);

  g_autoptr (MukanaPanelAnswer) answer =
    draw (fixture, request, 2, 0,
          "gender:woman=0-2; gender:man=0-2; area:205=0-2; age:40-60=0-2; service:ik=0-2");

  static const guint expected[] = { 1, 0, 1, 2, 2 };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (g_array_index (answer->outcomes, MukanaPanelOutcome, i).n_pool, ==,
                      expected[i]);
}

static void
impossible_targets_come_back_as_mild_as_they_have_to_be (Fixture       *fixture,
                                                         gconstpointer  data)
{
  gint64 request;

  add_expert (fixture, "Aino", "woman", FALSE);
  add_expert (fixture, "Veikko", "man", FALSE);
  request = seeking_add_request (fixture, "Raati", 2, 10);

  g_autoptr (MukanaPanelAnswer) answer = draw (fixture, request, 2, 0, "gender:woman=2-2");
  g_autoptr (MukanaPanelAnswer) milder = draw (fixture, request, 2, 0, answer->targets);

  g_assert_false (answer->is_possible);
  g_assert_cmpuint (answer->members->len, ==, 0);
  g_assert_cmpuint (answer->relaxations->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (answer->relaxations, 0), "at least 1 instead of 2"));
  g_assert_true (milder->is_possible);
}

static void
all_who_were_drawn_are_asked_and_the_draw_is_kept (Fixture       *fixture,
                                                   gconstpointer  data)
{
  gint64 request, id;

  for (guint i = 0; i < 5; i++)
    add_expert (fixture, "Aino", i < 3 ? "woman" : "man", FALSE);
  request = seeking_add_request (fixture, "Raati", 2, 10);

  g_autoptr (MukanaPanelAnswer) answer = draw (fixture, request, 2, 1, "gender:woman=1-1");
  id = seeking_take_id (seeking_run (fixture, &mukana_panelling_keep_job, answer));
  g_autoptr (MukanaPanelRun) kept = seeking_run (fixture, &mukana_panelling_recall_job, &id);
  g_autoptr (MukanaPanelAnswer) next = draw (fixture, request, 1, 5, "");

  g_assert_cmpuint (count_proposals (fixture, request), ==, 3);
  g_assert_true (kept->holds);
  g_assert_cmpstr (kept->protocol, ==, answer->protocol);
  g_assert_cmpuint (next->n_pool, ==, 2);   /* who was asked is not drawn for it again */
}

static void
those_kept_apart_are_not_drawn_together_and_not_told (Fixture       *fixture,
                                                      gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", "woman", FALSE), request, id;
  gint64 eero = add_expert (fixture, "Eero", "man", FALSE);
  g_autoptr (MukanaApart) apart = g_object_new (MUKANA_TYPE_APART, NULL);

  for (guint i = 0; i < 4; i++)
    add_expert (fixture, "Veikko", i < 2 ? "man" : "woman", FALSE);
  mukana_record_init_int (apart, "person-id", aino);
  mukana_record_init_int (apart, "other-id", eero);
  mukana_record_init_text (apart, "reason", "household");
  seeking_run (fixture, &mukana_keep_apart_job, apart);
  request = seeking_add_request (fixture, "Raati", 4, 10);

  g_autoptr (MukanaPanelAnswer) answer = draw (fixture, request, 4, 2, "gender:woman=2-2");
  g_autoptr (MukanaPanelAnswer) too_many = draw (fixture, request, 6, 0, "");
  id = seeking_take_id (seeking_run (fixture, &mukana_panelling_keep_job, answer));
  g_autoptr (MukanaPanelRun) kept = seeking_run (fixture, &mukana_panelling_recall_job, &id);

  g_assert_cmpuint (answer->n_apart, ==, 1);
  g_assert_cmpuint (answer->members->len, ==, 5);   /* one of the six can be with the rest only */
  g_assert_false (has (answer, aino) && has (answer, eero));
  g_assert_true (kept->holds);
  g_assert_false (kept->is_redrawn);
  g_assert_nonnull (strstr (kept->protocol, "\napart 1\n"));
  g_assert_false (too_many->is_possible);
  g_assert_nonnull (strstr (g_ptr_array_index (too_many->relaxations, 0), "a panel of 5"));
}

static void
nobody_is_asked_when_somebody_has_withdrawn_meanwhile (Fixture       *fixture,
                                                       gconstpointer  data)
{
  gint64 first = add_expert (fixture, "Aino", NULL, FALSE), request;
  g_autoptr (GError) error = NULL;

  add_expert (fixture, "Veikko", NULL, FALSE);
  request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (MukanaPanelAnswer) answer = draw (fixture, request, 2, 0, "");
  withdraw (fixture, first);
  gpointer id = mukana_store_run (fixture->place->store, &mukana_panelling_keep_job, answer,
                                  &error);

  g_assert_null (id);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpuint (count_proposals (fixture, request), ==, 0);
}

static void
panel_asks_for_the_free_places_alone (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 first = add_expert (fixture, "Aino", NULL, FALSE), request;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    add_expert (fixture, "Veikko", NULL, FALSE);
  request = seeking_add_request (fixture, "Raati", 2, 10);
  seeking_agree (fixture, request, first);
  g_autoptr (MukanaPanelAnswer) too_many = draw (fixture, request, 2, 0, "");
  g_autoptr (MukanaPanelAnswer) rest = draw (fixture, request, 1, 0, "");
  gpointer refused = mukana_store_run (fixture->place->store, &mukana_panelling_keep_job, too_many,
                                       &error);
  g_autofree gint64 *kept = seeking_run (fixture, &mukana_panelling_keep_job, rest);

  g_assert_null (refused);
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_nonnull (kept);
  g_assert_cmpuint (count_proposals (fixture, request), ==, 2);
}

static void
target_that_makes_no_sense_is_named (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const char * const wrong[] = {
    "shoe:43=1-2", "gender:woman", "gender:woman=2-1", "area:999999=0-1", "service:nothing=0-1",
    "age:x=0-1", "gender:woman=5-6",
  };
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      MukanaPanelQuestion *question = mukana_panel_question_new (fixture->matcher, request, 2, 0, 7,
                                                                 wrong[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (mukana_store_run (fixture->place->store, &mukana_panelling_draw_job, question,
                                       &error));
      g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
      mukana_panel_question_free (question);
    }
}

static void
protocol_on_paper_is_a_new_file_in_the_readers_language (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("mukana-panel-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "panel.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (MukanaPanelPaper) paper = NULL, written = NULL;
  gint64 request, id;

  add_expert (fixture, "Aino", "woman", FALSE);
  request = seeking_add_request (fixture, "Raati", 1, 10);
  g_autoptr (MukanaPanelAnswer) answer = draw (fixture, request, 1, 0, "gender:woman=1-1");
  id = seeking_take_id (seeking_run (fixture, &mukana_panelling_keep_job, answer));
  paper = mukana_panel_paper_new (id, "sv", path);
  written = seeking_run (fixture, &mukana_panel_paper_job, paper);
  seeking_run (fixture, &mukana_panel_paper_note_job, written);

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  g_unlink (path);
  g_rmdir (folder);
}

#define ADD(name) g_test_add ("/panelling/" #name, Fixture, NULL, seeking_set_up, name, \
                              seeking_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (who_withdraws_is_not_drawn);
  ADD (what_is_not_stated_and_what_may_not_be_told_count_for_nothing);
  ADD (impossible_targets_come_back_as_mild_as_they_have_to_be);
  ADD (all_who_were_drawn_are_asked_and_the_draw_is_kept);
  ADD (those_kept_apart_are_not_drawn_together_and_not_told);
  ADD (nobody_is_asked_when_somebody_has_withdrawn_meanwhile);
  ADD (panel_asks_for_the_free_places_alone);
  ADD (target_that_makes_no_sense_is_named);
  ADD (protocol_on_paper_is_a_new_file_in_the_readers_language);

  return g_test_run ();
}
