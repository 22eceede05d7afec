/* test-outputs.c: whatever befalls people, no output tells of one who has not allowed it.
 *
 * A model of each person, simple enough to be believed, goes through the same random history
 * as the person in the register: giving, narrowing, withdrawing, running out, restricting,
 * removing, erasing, merging, an import, a restored backup, a clock set back.  After every
 * round each output is compared with the model.  A person is one history; how many there are
 * is MUKANA_TEST_HISTORIES.
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "outputs-model.h"
#include "outputs-report.h"
#include "services/mukana-assignment-paper.h"
#include "services/mukana-attending.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-founding.h"
#include "services/mukana-freeing.h"
#include "services/mukana-giving-out.h"
#include "services/mukana-inviting.h"
#include "services/mukana-letter.h"
#include "services/mukana-listing.h"
#include "services/mukana-overview.h"
#include "services/mukana-panelling.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "services/mukana-remembering.h"
#include "services/mukana-renewing.h"
#include "services/mukana-reporting.h"
#include "services/mukana-restoring.h"
#include "services/mukana-sharing-out.h"
#include "services/mukana-shortlisting.h"
#include "services/mukana-volunteering.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

#define N_ROUNDS 12
#define DEFAULT_HISTORIES 500
#define THEME_WORD "kotihoito"

static void
open_register (Play *play)
{
  g_clear_object (&play->matcher);
  g_clear_object (&play->memory);
  if (play->place->store == NULL)
    mukana_test_register_open (play->place);
  play->matcher = mukana_matcher_new (play->place->store);
  play->memory = mukana_planning_memory_new (play->place->store);
}

/* As each opening does that is noted in the journal: the register knows the day from then on. */
static gpointer
nothing_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  return NULL;
}

static void
back_up (Play *play)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBackup) backup = mukana_backing_up_make (play->place->store, play->folder,
                                                            &error);

  g_assert_no_error (error);
  g_free (play->backup);
  play->backup = g_build_filename (play->folder, backup->file_name, NULL);
  model_copy_all (play->snapshot, play->people);
  play->snapshot_day = play->day;
}

/* Whether the consent has been taken back by now, wherever merging has brought it. */
static gboolean
is_withdrawn_now (Play        *play,
                  const Model *model,
                  guint        consent)
{
  if (model->merged_into >= 0)
    return is_withdrawn_now (play, &play->people[model->merged_into], model->offset + consent);

  return g_array_index (model->given, Given, consent).is_withdrawn;
}

/* Erasing a person erases the records that were merged into theirs. */
static gboolean
is_erased_now (Play        *play,
               const Model *model)
{
  return model->is_erased || (model->merged_into >= 0 &&
                              is_erased_now (play, &play->people[model->merged_into]));
}

/* As it was, but for what people have taken back since. */
static void
restore (Play *play)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRestore) done = NULL;
  g_autoptr (MukanaClock) clock = mukana_clock_new ();

  g_clear_object (&play->matcher);
  mukana_test_register_close (play->place);
  done = mukana_restoring_run (play->backup, play->place->key, mukana_test_path (play->place),
                               "tester", mukana_clock_now_us (play->place->clock), &error);
  g_assert_no_error (error);
  g_unlink (done->kept_as);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      Model *now = &play->people[i];
      Model *then = &play->snapshot[i];

      for (guint consent = 0; consent < then->given->len; consent++)
        g_array_index (then->given, Given, consent).is_withdrawn |=
          is_withdrawn_now (play, now, consent);
      then->is_erased |= is_erased_now (play, now);
      then->is_restricted |= now->is_restricted;
      then->is_hidden |= now->is_hidden;
      then->has_guardian = then->has_guardian && now->has_guardian &&
                           then->n_guardians == now->n_guardians;
      then->is_vague |= now->is_vague;
    }
  model_copy_all (play->people, play->snapshot);
  /* Restoring is a deed of the real day, and reading one of the test's. */
  play->day = MAX (MAX (play->snapshot_day, mukana_clock_today (clock)),
                   mukana_clock_today (play->place->clock));
  open_register (play);
  mukana_test_write (play->place, nothing_run, NULL);
}

/* Outputs. */

static gpointer
run (Play            *play,
     const MukanaJob *job,
     gpointer         arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (play->place->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return mukana_people_ids (db, arg, error);
}

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* What the test believes of somebody, told before it fails. */
static void
tell_difference (Play        *play,
                 const Model *model,
                 gboolean     is_listed)
{
  g_test_message ("person %" G_GINT64_FORMAT " is %s, day %d%s%s%s%s", model->id,
                  is_listed ? "listed" : "not listed", play->day,
                  model->is_restricted ? ", restricted" : "", model->is_removed ? ", removed" : "",
                  model->is_erased ? ", erased" : "", model->is_vague ? ", merged" : "");
  if (model->is_minor)
    g_test_message ("  a minor with%s a guardian, the %uth", model->has_guardian ? "" : "out",
                    model->n_guardians);
  for (guint i = 0; i < model->given->len; i++)
    {
      const Given *given = &g_array_index (model->given, Given, i);

      g_test_message ("  %s until %d%s", model_purposes[given->purpose], given->until,
                      given->is_withdrawn ? ", withdrawn" : "");
    }
}

static void
check_lists (Play *play)
{
  MukanaPeopleFilter valid = { .consent = (char *) "valid" };
  MukanaPeopleFilter word = { .needle = (char *) THEME_WORD };
  MukanaPeopleFilter theme = { .theme = (char *) THEME };
  g_autoptr (GArray) usable = mukana_test_read (play->place, list_run, &valid);
  g_autoptr (GArray) found = mukana_test_read (play->place, list_run, &word);
  g_autoptr (GArray) listed = mukana_test_read (play->place, list_run, &theme);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      const Model *model = &play->people[i];
      gboolean is_listed = contains (usable, model->id);

      if ((is_listed || !model->is_vague) && is_listed != model_is_usable (model, play->day))
        tell_difference (play, model, is_listed);
      if (is_listed || !model->is_vague)
        g_assert_cmpint (is_listed, ==, model_is_usable (model, play->day));
      if ((model->is_erased || model->is_removed) &&
          (contains (found, model->id) || contains (listed, model->id)))
        tell_difference (play, model, TRUE);
      if (model->is_erased || model->is_removed)
        g_assert_false (contains (found, model->id) || contains (listed, model->id));
      play->n_seen += is_listed;
    }
}

/* A theme is told on a row only while its own consent holds, and is not found after its end. */
static void
check_themes (Play *play)
{
  MukanaIdPage page = { .n_ids = 0 };
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < N_PEOPLE && page.n_ids < G_N_ELEMENTS (page.ids); i++)
    page.ids[page.n_ids++] = play->people[i].id;
  rows = run (play, &mukana_people_rows_job, &page);
  for (guint i = 0; i < rows->len; i++)
    {
      MukanaPersonRow *row = g_ptr_array_index (rows, i);

      if (row->themes != NULL && *row->themes != '\0')
        g_assert_true (model_allows (model_find (play, row->id), THEME_CONSENT, play->day));
    }
}

static void
check_list_file (Play   *play,
                 GArray *ids)
{
  g_autofree char *path = g_build_filename (play->folder, "out.csv", NULL);
  g_autoptr (MukanaListFile) asked = mukana_list_file_new (ids, path);
  g_autoptr (MukanaListFile) written = run (play, &mukana_giving_list_job, asked);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (written->path, &text, NULL, NULL));
  g_unlink (path);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *address = g_strdup_printf ("person%u@", i);

      if (!model_is_usable (&play->people[i], play->day))
        g_assert_null (strstr (text, address));
    }
}

/* Whoever is written to, or in a file. */
static void
check_giving_out (Play *play)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaGivenOut) given = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    g_array_append_val (ids, play->people[i].id);
  given = run (play, &mukana_giving_contacts_job, ids);
  for (guint i = 0; i < given->people->len; i++)
    {
      MukanaPerson *person = given->people->pdata[i];
      const Model *model = model_find (play, person->id);

      g_assert_true (model_is_usable (model, play->day));
      g_assert_true (model_allows (model, CONTACT, play->day));
      g_assert_true (!model->is_hidden || person->municipality_code == NULL);
    }
  check_list_file (play, ids);
}

static void
check_left_out (Play      *play,
                GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const MukanaMatchOut *out = g_ptr_array_index (people, i);

      if (out->name != NULL)
        g_assert_true (model_is_usable (model_find (play, out->person_id), play->day));
    }
}

static void
check_group (Play         *play,
             MukanaReason  reason)
{
  MukanaMatchGroupQuestion *question =
    mukana_match_group_question_new (play->matcher, play->request_id, reason, N_PEOPLE);
  g_autoptr (MukanaMatchGroupAnswer) group = run (play, &mukana_matching_group_job, question);

  mukana_match_group_question_free (question);
  check_left_out (play, group->people);
}

static void
check_matching (Play *play)
{
  MukanaMatchQuestion *question = mukana_match_question_new (play->matcher, play->request_id,
                                                             N_PEOPLE);
  g_autoptr (MukanaMatchAnswer) answer = NULL;

  while (g_main_context_iteration (NULL, FALSE))   /* the matcher hears of the commits */
    continue;
  run (play, &mukana_matching_prepare_job, play->matcher);
  question->with_people = TRUE;
  answer = run (play, &mukana_matching_job, question);
  mukana_match_question_free (question);

  for (guint i = 0; i < answer->rows->len; i++)
    {
      const MukanaMatchRow *row = g_ptr_array_index (answer->rows, i);
      const Model *model = model_find (play, row->person_id);

      g_assert_true (model_is_matchable (model, play->day));
      g_assert_true (model_allows (model, THEME_CONSENT, play->day));
      g_assert_true (!model->is_hidden || row->place == NULL);
      play->n_seen++;
    }
  check_left_out (play, answer->out);
  for (guint i = 0; i < answer->groups->len; i++)
    check_group (play, g_array_index (answer->groups, MukanaMatchGroup, i).reason);
}

static void
check_planned (Play                     *play,
               const MukanaPlanningMove *move)
{
  if (move->name == NULL)
    return;

  g_assert_true (model_is_matchable (model_find (play, move->person_id), play->day));
  play->n_seen++;
}

/* Of the plan that is remembered, which the look at it may have ended. */
static void
check_why (Play *play)
{
  MukanaPlanningWhyQuestion *question = mukana_planning_why_question_new (play->memory,
                                                                          play->request_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) others = mukana_store_run (play->place->store, &mukana_planning_why_job,
                                                   question, &error);

  mukana_planning_why_question_free (question);
  for (guint i = 0; others != NULL && i < others->len; i++)
    check_planned (play, &((MukanaPlanningOther *) g_ptr_array_index (others, i))->move);
  if (others == NULL)
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
}

static void
check_planning (Play *play)
{
  MukanaPlanningQuestion *question = mukana_planning_question_new (play->matcher, 1);
  g_autoptr (MukanaPlanningAnswer) answer = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  mukana_planning_question_remember (question, play->memory);
  answer = run (play, &mukana_planning_job, question);
  check_why (play);
  mukana_planning_question_free (question);
  g_clear_pointer (&play->staged, mukana_planning_applying_free);
  play->staged = mukana_planning_applying_new (answer);
  for (guint r = 0; r < answer->requests->len; r++)
    {
      const MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, r);

      for (guint i = 0; i < told->moves->len; i++)
        {
          const MukanaPlanningMove *move = g_ptr_array_index (told->moves, i);

          g_assert_true (model_is_matchable (model_find (play, move->person_id), play->day));
          check_planned (play, move);
          mukana_planning_applying_add (play->staged, told->request_id, move);
          play->n_planned++;
        }
      for (guint i = 0; i < told->others->len; i++)
        check_planned (play, &((MukanaPlanningOther *) g_ptr_array_index (told->others, i))->move);
      for (guint i = 0; i < told->kept->len; i++)
        check_planned (play, g_ptr_array_index (told->kept, i));
    }
}

/* What was staged before the deeds of this round. */
static void
check_applying (Play *play)
{
  g_autoptr (MukanaPlanningApplied) applied = run (play, &mukana_planning_apply_job, play->staged);

  for (guint i = 0; applied->run_id > 0 && i < play->staged->staged->len; i++)
    {
      gint64 id = g_array_index (play->staged->staged, MukanaPlanningStaged, i).person_id;

      g_assert_true (model_is_matchable (model_find (play, id), play->day));
    }
  if (applied->run_id == 0)
    g_assert_cmpuint (applied->proposals->len, ==, 0);
}

static void
check_proposing (Play *play)
{
  const Model *model = model_pick (play);
  MukanaProposing *proposing = mukana_proposing_new (play->request_id, "theme");
  g_autoptr (GError) error = NULL;
  GArray *ids;

  mukana_proposing_except (proposing, "agreed");   /* whatever else stands against it */
  mukana_proposing_add (proposing, model->id, 50, FALSE);
  ids = mukana_store_run (play->place->store, &mukana_proposing_job, proposing, &error);
  mukana_proposing_free (proposing);

  if (ids != NULL)
    {
      g_assert_true (model_may_be_asked (model, play->day));
      play->proposal_id = g_array_index (ids, gint64, 0);
      g_array_unref (ids);
    }
  else if (!g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT) && !model->is_vague)
    g_assert_false (model_may_be_asked (model, play->day));
}

/* The paper of somebody who has been asked, whatever has befallen them since. */
static void
check_inviting (Play *play)
{
  g_autofree char *path = g_build_filename (play->folder, "invitation.pdf", NULL);
  g_autoptr (MukanaInvitation) asked = mukana_invitation_new (play->proposal_id, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaInvitation) written = mukana_store_run (play->place->store,
                                                           &mukana_inviting_job, asked, &error);

  g_unlink (path);
  if (written == NULL)
    {
      g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
      return;
    }

  g_assert_true (model_is_matchable (model_find (play, written->person_id), play->day));
  play->n_invited++;
}

/* The paper of somebody who took part, another one each time. */
static void
check_paper (Play *play)
{
  g_autofree char *path = g_build_filename (play->folder, "paper.pdf", NULL);
  g_autoptr (MukanaAssignmentPaper) asked =
    mukana_assignment_paper_new (play->held[play->n_seen % N_PEOPLE], "certificate", TRUE, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaAssignmentPaper) written =
    mukana_store_run (play->place->store, &mukana_assignment_paper_job, asked, &error);

  g_unlink (path);
  if (written == NULL)
    {
      g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
      return;
    }

  g_assert_true (model_is_usable (model_find (play, written->person_id), play->day));
  play->n_papers++;
}

/* Whose registration it is now, wherever merging has brought it. */
static const Model *
find_registered (Play        *play,
                 const Model *model)
{
  return model->merged_into >= 0 ? find_registered (play, &play->people[model->merged_into])
                                 : model;
}

/* Nobody is registered, nor in the list of who comes, who may not be used.  Each has a diet
 * of their own. */
static void
check_attendance (Play *play)
{
  g_autofree char *path = g_build_filename (play->folder, "registrations.csv", NULL);
  guint number = play->n_seen % N_PEOPLE;
  g_autofree char *own = g_strdup_printf ("diet-%u.", number);
  g_autoptr (MukanaRegistration) draft = g_object_new (MUKANA_TYPE_REGISTRATION, NULL);
  g_autoptr (MukanaAttendingList) asked = mukana_attending_list_new (play->occurrence_id, path);
  g_autoptr (MukanaAttendingList) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;
  g_autofree char *text = NULL;

  mukana_record_init_int (draft, "occurrence-id", play->occurrence_id);
  mukana_record_init_int (draft, "person-id", play->people[number].id);
  mukana_record_init_text (draft, "diet", own);
  id = mukana_store_run (play->place->store, &mukana_registration_save_job, draft, &error);
  if (id != NULL)
    g_assert_true (model_is_usable (&play->people[number], play->day));

  written = run (play, &mukana_attending_write_job, asked);
  g_assert_true (g_file_get_contents (written->path, &text, NULL, NULL));
  g_unlink (path);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *diet = g_strdup_printf ("diet-%u.", i);

      if (strstr (text, diet) == NULL)
        continue;
      g_assert_true (model_is_usable (find_registered (play, &play->people[i]), play->day));
      play->n_registered++;
    }
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/* Letters to those who took part: in a folder of their own, because the backup is in the other. */
static void
check_letters (Play *play)
{
  g_autofree char *folder = g_dir_make_tmp ("letters-XXXXXX", NULL);
  g_autoptr (MukanaLetters) asked = mukana_letters_new (play->held_id, folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaLetters) written = mukana_store_run (play->place->store, &mukana_letters_job,
                                                        asked, &error);

  empty_folder (folder);
  g_rmdir (folder);
  if (written == NULL)
    {
      g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);   /* nobody may be written to */
      return;
    }

  for (guint i = 0; i < written->people->len; i++)
    g_assert_true (model_is_usable (model_find (play, g_array_index (written->people, gint64, i)),
                                    play->day));
  play->n_written_to += written->people->len;
}

/* What waits on Today, and who is asked again. */
static void
check_waiting (Play *play)
{
  int most = 1000;
  g_autoptr (MukanaOverview) overview = run (play, &mukana_overview_job, &most);
  g_autoptr (GPtrArray) renewals = run (play, &mukana_renewals_job, &most);

  for (guint i = 0; i < overview->items->len; i++)
    {
      const MukanaWaitingItem *item = g_ptr_array_index (overview->items, i);

      if (item->kind == MUKANA_WAITING_REPLY || item->kind == MUKANA_WAITING_CONSENT)
        g_assert_true (model_is_usable (model_find (play, item->person_id), play->day));
    }
  for (guint i = 0; i < renewals->len; i++)
    {
      const MukanaRenewal *renewal = g_ptr_array_index (renewals, i);
      const Model *model = model_find (play, renewal->person_id);

      if (model->is_removed || model->is_erased || model->is_restricted)
        tell_difference (play, model, TRUE);
      g_assert_false (model->is_removed || model->is_erased || model->is_restricted);
    }
}

/* Who waits to be asked, who carries much, and the table of themes and places. */
static void
check_sharing (Play *play)
{
  g_autoptr (MukanaSharedWork) work = run (play, &mukana_sharing_out_job, NULL);
  guint n_allowing = 0;

  for (guint i = 0; i < work->shares->len; i++)
    {
      gint64 id = g_array_index (work->shares, MukanaShare, i).person_id;
      const Model *model = model_find (play, id);

      if (!model_is_matchable (model, play->day))
        tell_difference (play, model, TRUE);
      g_assert_true (model_is_matchable (model, play->day));
      n_allowing += model_allows (model, THEME_CONSENT, play->day);
    }
  for (guint i = 0; i < work->cells->len; i++)
    {
      const MukanaSharingCell *cell = &g_array_index (work->cells, MukanaSharingCell, i);

      g_assert_cmpuint (MAX (cell->n_people, 1), <=, n_allowing);
    }
}

static gint64
add_point (Play *play)
{
  g_autoptr (MukanaOlkaPoint) point = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);
  g_autofree gint64 *id = NULL;

  mukana_record_init_text (point, "name", "Aula");
  mukana_record_init_int (point, "closes-minute", 900);
  id = run (play, &mukana_cooperating_save_job, point);
  return *id;
}

static gint64
add_occurrence (Play *play)
{
  g_autoptr (MukanaHappening) event = g_object_new (MUKANA_TYPE_HAPPENING, NULL);
  g_autoptr (MukanaOccurrence) occurrence = g_object_new (MUKANA_TYPE_OCCURRENCE, NULL);
  g_autofree gint64 *event_id = NULL;
  g_autofree gint64 *id = NULL;

  mukana_record_init_text (event, "title", "Koulutus");
  mukana_record_init_text (event, "kind", "training");
  mukana_record_init_text (event, "mode", "remote");
  event_id = run (play, &mukana_cooperating_save_job, event);
  mukana_record_init_int (occurrence, "event-id", *event_id);
  mukana_record_init_int (occurrence, "day", MUKANA_TEST_TODAY);
  mukana_record_init_int (occurrence, "start-minute", 540);
  mukana_record_init_int (occurrence, "end-minute", 600);
  id = run (play, &mukana_cooperating_save_job, occurrence);
  return *id;
}

/* Who may be asked for a shift, and who can be put on a roster. */
static void
check_volunteers (Play *play)
{
  g_autoptr (GPtrArray) volunteers = run (play, &mukana_volunteers_job, NULL);
  /* Another one each time, and no draw that would change the histories. */
  Model *model = &play->people[play->n_seen % N_PEOPLE];
  g_autoptr (MukanaShift) shift = g_object_new (MUKANA_TYPE_SHIFT, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  for (guint i = 0; i < volunteers->len; i++)
    {
      const MukanaVolunteer *volunteer = g_ptr_array_index (volunteers, i);

      g_assert_true (model_is_usable (model_find (play, volunteer->person_id), play->day));
    }
  play->n_seen += volunteers->len;

  mukana_record_init_int (shift, "point-id", play->point_id);
  mukana_record_init_int (shift, "person-id", model->id);
  mukana_record_init_int (shift, "day", play->day + 1);
  mukana_record_init_int (shift, "start-minute", 540);
  mukana_record_init_int (shift, "end-minute", 600);
  id = mukana_store_run (play->place->store, &mukana_shift_add_job, shift, &error);
  if (id != NULL)
    g_assert_true (model_is_usable (model, play->day));
}

/* Nobody is drawn, not even as a reserve, who does not allow it. */
static void
check_panel (Play *play)
{
  MukanaPanelQuestion *question = mukana_panel_question_new (play->matcher, play->request_id, 1, 2,
                                                             7, "language:fi=0-1");
  g_autoptr (MukanaPanelAnswer) answer = run (play, &mukana_panelling_draw_job, question);

  mukana_panel_question_free (question);
  for (guint i = 0; i < answer->members->len; i++)
    g_assert_true (model_is_matchable (model_find (play, g_array_index (answer->members,
                                                                  MukanaPanelMember,
                                                                  i).person_id), play->day));
}

/* Who is free on a day. */
static void
check_free (Play *play)
{
  MukanaPeopleFilter day = { .free = (char *) "2027-02-03", .matcher = G_OBJECT (play->matcher) };
  MukanaFreeing *freeing = mukana_freeing_new (&day);
  g_autoptr (GPtrArray) found = run (play, &mukana_freeing_job, freeing);
  GArray *ids = ((MukanaFreePeople *) g_ptr_array_index (found, 0))->ids;

  mukana_freeing_free (freeing);
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (model_is_matchable (model_find (play, g_array_index (ids, gint64, i)),
                                       play->day));
}

/* No name and no hidden place is on the paper, whoever is on it. */
static void
check_shortlist_file (Play *play)
{
  g_autofree char *path = g_build_filename (play->folder, "shortlist.csv", NULL);
  g_autoptr (MukanaShortlistPaper) asked = mukana_shortlist_paper_new (play->request_id, path);
  g_autoptr (MukanaShortlistPaper) written = run (play, &mukana_shortlist_print_job, asked);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  for (guint i = 0; i < written->told->len; i++)
    g_assert_true (model_is_matchable (model_find (play, g_array_index (written->told,
                                                                MukanaShortlistTold,
                                                                i).person_id), play->day));
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (MukanaPerson) person = mukana_test_person_new (i);

      g_assert_null (strstr (text, person->display_name));
    }
}

/* Who can be put on a shortlist, and who is still on it. */
static void
check_shortlist (Play *play)
{
  Model *model = &play->people[play->n_seen % N_PEOPLE];
  MukanaProposing *chosen = mukana_proposing_new (play->request_id, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaShortlist) list = NULL;

  mukana_proposing_add (chosen, model->id, 0, FALSE);
  mukana_store_run (play->place->store, &mukana_shortlist_add_job, chosen, &error);
  mukana_proposing_free (chosen);
  if (error == NULL)
    g_assert_true (model_is_matchable (model, play->day));
  else
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);

  list = run (play, &mukana_shortlist_job, &play->request_id);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const MukanaShortlistRow *row = g_ptr_array_index (list->rows, i);
      const Model *listed = model_find (play, row->candidate->person_id);

      g_assert_true (model_is_matchable (listed, play->day));
      g_assert_true (*row->themes == '\0' || model_allows (listed, THEME_CONSENT, play->day));
      g_assert_true (!listed->is_hidden || row->place == NULL);
    }
  play->n_listed += list->rows->len;
  if (list->rows->len > 0)
    check_shortlist_file (play);
}

static void
check_outputs (Play *play)
{
  check_shortlist (play);
  check_volunteers (play);
  check_lists (play);
  check_themes (play);
  check_giving_out (play);
  check_matching (play);
  check_planning (play);
  check_proposing (play);
  check_inviting (play);
  check_paper (play);
  check_attendance (play);
  check_letters (play);
  check_waiting (play);
  check_sharing (play);
  outputs_check_report (play->place, play->folder, &mukana_report_job, &mukana_report_print_job);
  check_panel (play);
  check_free (play);
}

/* A register with everybody in it, none of whom has allowed anything. */

static gpointer
people_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  Play *play = arg;

  for (guint i = 0; i < N_PEOPLE && *error == NULL; i++)
    {
      g_autoptr (MukanaPerson) plain = mukana_test_person_new (i);
      g_autoptr (MukanaPerson) person = mukana_record_with_text (plain, "state", "active");
      g_autoptr (MukanaExperience) theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
      Model *model = &play->people[i];

      mukana_record_init_text (person, "work-languages", "fi");
      mukana_record_init_int (person, "remote-ok", 1);
      mukana_record_init_text (theme, "theme-id", THEME);
      mukana_record_init_text (theme, "perspective", "own");
      model->is_minor = i % 10 == 9;
      if (model->is_minor)
        mukana_record_init_int (person, "birth-year", 2010);
      model->id = mukana_people_add (db, person, error);
      model->given = g_array_new (FALSE, FALSE, sizeof (Given));
      model->merged_into = -1;
      mukana_people_add_part (db, "people.add-theme", model->id, theme, error);
      mukana_people_index (db, model->id, error);
    }

  return NULL;
}

/* Long ago, so that nobody is busy with it now. */
static gpointer
held_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  Play *play = arg;
  g_autoptr (MukanaOutcome) outcome = g_object_new (MUKANA_TYPE_OUTCOME, NULL);

  mukana_record_init_int (outcome, "request-id", play->held_id);
  mukana_record_init_text (outcome, "finding", "Ovi on raskas");
  mukana_record_init_text (outcome, "result", "adopted");
  mukana_record_init_int (outcome, "recorded-on", MUKANA_TEST_TODAY - 700);
  mukana_record_insert (db, "outcomes.add", MUKANA_RECORD (outcome), error);
  for (guint i = 0; i < N_PEOPLE && *error == NULL; i++)
    {
      g_autoptr (MukanaAssignment) assignment = g_object_new (MUKANA_TYPE_ASSIGNMENT, NULL);

      mukana_record_init_int (assignment, "request-id", play->held_id);
      mukana_record_init_int (assignment, "person-id", play->people[i].id);
      mukana_record_init_int (assignment, "day", MUKANA_TEST_TODAY - 800);
      mukana_record_init_int (assignment, "agreed-on", MUKANA_TEST_TODAY - 810);
      mukana_record_init_text (assignment, "state", "held");
      mukana_record_init_text (assignment, "fee-mode", "fee");
      play->held[i] = mukana_record_insert (db, "assignments.add", MUKANA_RECORD (assignment),
                                            error);
    }

  return NULL;
}

static void
add_held (Play *play)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  g_autofree gint64 *id = NULL;

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Aulan työpaja");
  mukana_record_init_text (file->request, "state", "held");
  mukana_record_init_text (file->request, "mode", "remote");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", N_PEOPLE);
  id = run (play, &mukana_request_save_job, file);
  play->held_id = *id;
  mukana_test_write (play->place, held_run, play);
}

static gint64
add_request (Play *play)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  MukanaRequestTheme *theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  g_autofree gint64 *id = NULL;

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_record_init_int (time, "day", MUKANA_TEST_TODAY + 300);
  mukana_record_init_int (time, "end-minute", 24 * 60);
  g_ptr_array_add (file->times, time);
  mukana_request_init_title (file->request, "Kotihoidon kehittäminen");
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "period");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", 10);
  mukana_record_init_text (theme, "theme-id", THEME);
  mukana_record_init_int (theme, "weight", 1);
  g_ptr_array_add (file->themes, theme);
  id = run (play, &mukana_request_save_job, file);
  return *id;
}

static void
move_clock (Play *play)
{
  gint64 days = g_rand_int_range (play->rand, -2, 4);

  mukana_clock_set_still (play->place->clock,
                          mukana_clock_now_us (play->place->clock) + days * G_TIME_SPAN_DAY +
                          G_TIME_SPAN_MINUTE);
}

static void
play_register (Play *play)
{
  static const MukanaSetting youngest = { (char *) "youngest-age", (char *) "15" };
  gboolean is_file;

  play->place = mukana_test_register_new ();
  play->folder = g_dir_make_tmp ("outputs-XXXXXX", NULL);
  is_file = mukana_test_path (play->place) != NULL;
  run (play, &mukana_founding_job, NULL);
  run (play, &mukana_setting_set_job, (gpointer) &youngest);
  mukana_test_write (play->place, people_run, play);
  play->request_id = add_request (play);
  add_held (play);
  play->point_id = add_point (play);
  play->occurrence_id = add_occurrence (play);
  open_register (play);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      move_clock (play);
      mukana_test_write (play->place, model_play, play);
      if (round == N_ROUNDS - 2)
        check_applying (play);
      check_outputs (play);
      if (round == N_ROUNDS / 3 && is_file)
        back_up (play);
      if (round == N_ROUNDS / 2)
        model_import (play);
      if (round == 2 * N_ROUNDS / 3 && is_file)
        {
          restore (play);
          check_outputs (play);
        }
    }
}

static void
free_register (Play *play)
{
  g_autoptr (GDir) dir = g_dir_open (play->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (play->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (play->folder);
  g_clear_pointer (&play->folder, g_free);
  g_clear_pointer (&play->backup, g_free);
  g_clear_object (&play->matcher);
  g_clear_object (&play->memory);
  g_clear_pointer (&play->staged, mukana_planning_applying_free);
  model_clear_all (play->people);
  model_clear_all (play->snapshot);
  mukana_test_register_free (play->place);
}

static void
no_history_brings_anybody_out_unasked (void)
{
  const char *asked = g_getenv ("MUKANA_TEST_HISTORIES");
  int n_histories = asked != NULL ? atoi (asked) : DEFAULT_HISTORIES;
  guint n_seen = 0, n_planned = 0, n_invited = 0, n_papers = 0;
  guint n_written_to = 0, n_registered = 0, n_listed = 0;

  for (int seed = 0; seed * N_PEOPLE < n_histories; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (20261128 + (guint32) seed);
      Play play = { .rand = rand, .day = G_MININT32 };

      play_register (&play);
      n_seen += play.n_seen;
      n_planned += play.n_planned;
      n_invited += play.n_invited;
      n_papers += play.n_papers;
      n_registered += play.n_registered;
      n_listed += play.n_listed;
      n_written_to += play.n_written_to;
      free_register (&play);
    }

  g_test_message ("%d histories, %u people in outputs", n_histories, n_seen);
  g_assert_cmpuint (n_seen, >, (guint) n_histories / 2);
  g_assert_true (n_planned > 0 && n_invited > 0 && n_papers > 0);
  g_assert_true (n_registered > 0 && n_listed > 0 && n_written_to > 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outputs/no_history_brings_anybody_out_unasked",
                   no_history_brings_anybody_out_unasked);
  return g_test_run ();
}
