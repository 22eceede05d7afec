/* test-hearing.c: what was said is handled in time, and each finding is answered for. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-consent.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-correcting.h"
#include "services/mukana-founding.h"
#include "services/mukana-hearing.h"
#include "services/mukana-letter.h"
#include "services/mukana-listing.h"
#include "services/mukana-naming.h"
#include "services/mukana-overview.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "services/mukana-remembering.h"
#include "store/mukana-record-io.h"

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;       /* for letters */
  gint64              aino;
  gint64              request;
  gint64              assignment;   /* held ten days ago */
} Fixture;

static void
give (Fixture    *fixture,
      const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", fixture->aino);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  run (fixture, &mukana_consenting_give_job, consent);
}

static gint64
add_person (Fixture *fixture)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree gint64 *id = NULL;

  mukana_person_init_names (person, "Aino", "Korpi");
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "declined");
  mukana_record_init_text (person, "work-languages", "fi sv");
  mukana_record_init_text (person, "contact-language", "sv");
  id = run (fixture, &mukana_person_save_job, person);
  return *id;
}

static gint64
add_request (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  g_autofree gint64 *id = NULL;

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Aulan työpaja");
  mukana_record_init_text (file->request, "state", "held");
  mukana_record_init_text (file->request, "mode", "remote");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_text (file->request, "unit", "Päivystys");
  mukana_record_init_int (file->request, "people", 1);
  id = run (fixture, &mukana_request_save_job, file);
  return *id;
}

static gpointer
assignment_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  Fixture *fixture = arg;
  g_autoptr (MukanaAssignment) assignment = g_object_new (MUKANA_TYPE_ASSIGNMENT, NULL);

  mukana_record_init_int (assignment, "request-id", fixture->request);
  mukana_record_init_int (assignment, "person-id", fixture->aino);
  mukana_record_init_int (assignment, "day", MUKANA_TEST_TODAY - 10);
  mukana_record_init_int (assignment, "agreed-on", MUKANA_TEST_TODAY - 20);
  mukana_record_init_text (assignment, "state", "held");
  mukana_record_init_text (assignment, "attendance", "full");
  mukana_record_init_text (assignment, "fee-mode", "declined");
  fixture->assignment = mukana_record_insert (db, "assignments.add", MUKANA_RECORD (assignment),
                                              error);
  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("mukana-letters-XXXXXX", NULL);
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  fixture->aino = add_person (fixture);
  give (fixture, "register");
  fixture->request = add_request (fixture);
  mukana_test_write (fixture->place, assignment_run, fixture);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  mukana_test_register_free (fixture->place);
}

static gint64
add_feedback (Fixture    *fixture,
              const char *side,
              int         score,
              const char *body)
{
  g_autoptr (MukanaFeedback) feedback = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);
  g_autofree gint64 *id = NULL;

  mukana_record_init_int (feedback, "assignment-id", fixture->assignment);
  mukana_record_init_text (feedback, "side", side);
  mukana_record_init_int (feedback, "score", score);
  mukana_record_init_text (feedback, "body", body);
  mukana_record_init_int (feedback, "given-on", MUKANA_TEST_TODAY - 1);
  id = run (fixture, &mukana_feedback_add_job, feedback);
  return *id;
}

static gint64
add_finding (Fixture    *fixture,
             const char *result,
             const char *reason)
{
  g_autoptr (MukanaOutcome) outcome = g_object_new (MUKANA_TYPE_OUTCOME, NULL);
  g_autofree gint64 *id = NULL;

  mukana_record_init_int (outcome, "request-id", fixture->request);
  mukana_record_init_text (outcome, "finding", "Opasteet ovat liian korkealla");
  mukana_record_init_text (outcome, "service", "Päivystyksen aula");
  mukana_record_init_text (outcome, "result", result);
  mukana_record_init_text (outcome, "reason", reason);
  id = run (fixture, &mukana_outcome_add_job, outcome);
  return *id;
}

static void
answer_finding (Fixture    *fixture,
                gint64      id,
                const char *result,
                const char *reason)
{
  g_autoptr (MukanaHeard) heard = run (fixture, &mukana_heard_job, NULL);
  g_autoptr (MukanaOutcome) answered = NULL;

  for (guint i = 0; i < heard->findings->len; i++)
    {
      MukanaHeardFinding *row = g_ptr_array_index (heard->findings, i);

      if (row->outcome->id == id)
        answered = mukana_record_with_text (row->outcome, "result", result);
    }
  mukana_record_init_text (answered, "reason", reason);
  run (fixture, &mukana_outcome_save_job, answered);
}

static void
tell (Fixture *fixture)
{
  g_autoptr (MukanaTelling) telling = mukana_telling_new (fixture->request, "osallistujille",
                                                          "kirje");

  run (fixture, &mukana_outcome_tell_job, telling);
}

static gboolean
archive (Fixture  *fixture,
         GError  **error)
{
  g_autoptr (MukanaRequestFile) file = run (fixture, &mukana_request_file_job, &fixture->request);
  MukanaRequest *archived = mukana_record_with_text (file->request, "state", "archived");
  g_autofree gint64 *id = NULL;

  g_set_object (&file->request, archived);
  g_object_unref (archived);
  id = mukana_store_run (fixture->place->store, &mukana_request_save_job, file, error);
  return id != NULL;
}

/* Promises. */

static void
words_with_six_points_wait_until_somebody_says_what_was_done (Fixture       *fixture,
                                                              gconstpointer  data)
{
  g_autoptr (MukanaHeard) before = NULL;
  g_autoptr (MukanaHeard) after = NULL;
  g_autoptr (MukanaHandling) silent = NULL;
  g_autoptr (MukanaHandling) handling = NULL;
  g_autoptr (MukanaAssignmentFile) file = NULL;
  MukanaFeedback *handled;
  gint64 id = add_feedback (fixture, "expert", 6, "Aikataulu muuttui.");

  add_feedback (fixture, "requester", 7, "Hyvin meni.");
  add_feedback (fixture, "requester", 3, NULL);
  before = run (fixture, &mukana_heard_job, NULL);
  silent = mukana_handling_new (id, "  ");
  fail (fixture, &mukana_feedback_handle_job, silent, MUKANA_ERROR_INVALID);
  handling = mukana_handling_new (id, "Soitettu ja sovittu, että muutoksista kerrotaan.");
  run (fixture, &mukana_feedback_handle_job, handling);
  after = run (fixture, &mukana_heard_job, NULL);
  file = run (fixture, &mukana_assignment_file_job, &fixture->assignment);
  handled = g_ptr_array_index (file->feedback, 0);

  g_assert_cmpuint (before->unhandled->len, ==, 1);
  g_assert_cmpint (((MukanaUnhandled *) before->unhandled->pdata[0])->due, ==,
                   MUKANA_TEST_TODAY + 6);
  g_assert_cmpuint (after->unhandled->len, ==, 0);
  g_assert_cmpint (handled->handled_on, ==, MUKANA_TEST_TODAY);
  g_assert_nonnull (handled->handled_by);
  g_assert_nonnull (strstr (handled->handled_how, "Soitettu"));
  fail (fixture, &mukana_feedback_handle_job, handling, MUKANA_ERROR_CONFLICT);
}

/* The day of the tests and the next ones are given by the clock that stands still. */
static void
today_counts_working_days_when_the_county_does (Fixture       *fixture,
                                                gconstpointer  data)
{
  const MukanaHandlingTime time = { 20, TRUE };
  g_autofree char *text = mukana_handling_time_to_text (&time);
  MukanaSetting *setting = mukana_setting_new (MUKANA_HANDLING_TIME, text);
  g_autoptr (MukanaOverview) overview = NULL;
  MukanaDay due = MUKANA_DAY_NONE;

  add_feedback (fixture, "expert", 2, "Ei kuultu.");
  run (fixture, &mukana_setting_set_job, setting);
  mukana_setting_free (setting);
  overview = run (fixture, &mukana_overview_job, NULL);
  for (guint i = 0; i < overview->items->len; i++)
    if (((MukanaWaitingItem *) overview->items->pdata[i])->kind == MUKANA_WAITING_FEEDBACK)
      due = ((MukanaWaitingItem *) overview->items->pdata[i])->due;

  g_assert_cmpint (due, ==, mukana_handling_due (&time, MUKANA_TEST_TODAY - 1));
  g_assert_cmpint (due, >, MUKANA_TEST_TODAY - 1 + 20);
}

static void
answers_of_experts_are_kept_apart_from_what_was_not_asked (Fixture       *fixture,
                                                           gconstpointer  data)
{
  g_autoptr (MukanaFeedback) feedback = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);
  g_autoptr (MukanaAssignmentFile) file = NULL;
  MukanaFeedback *read;

  mukana_record_init_int (feedback, "assignment-id", fixture->assignment);
  mukana_record_init_text (feedback, "side", "expert");
  mukana_record_init_int (feedback, "score", 9);
  mukana_record_init_int (feedback, "heard", 0);
  mukana_record_init_int (feedback, "support", 10);
  g_free (run (fixture, &mukana_feedback_add_job, feedback));
  file = run (fixture, &mukana_assignment_file_job, &fixture->assignment);
  read = g_ptr_array_index (file->feedback, 0);

  g_assert_cmpint (read->heard, ==, 0);
  g_assert_cmpint (read->aim_clear, ==, MUKANA_FEEDBACK_NO_POINTS);
  g_assert_cmpint (read->support, ==, 10);
}

static void
index_is_counted_for_each_who_answers (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (MukanaParticipants) counts = g_object_new (MUKANA_TYPE_PARTICIPANTS, NULL);
  g_autoptr (MukanaHeard) heard = NULL;
  const MukanaVoices *experts, *participants;

  add_feedback (fixture, "expert", 10, NULL);
  add_feedback (fixture, "expert", 9, NULL);
  add_feedback (fixture, "expert", 5, NULL);
  mukana_record_init_int (counts, "request-id", fixture->request);
  mukana_record_init_int (counts, "n-answered", 20);
  mukana_record_init_int (counts, "n-promoters", 12);
  mukana_record_init_int (counts, "n-detractors", 2);
  g_free (run (fixture, &mukana_participants_add_job, counts));
  heard = run (fixture, &mukana_heard_job, NULL);
  experts = &heard->voices[MUKANA_VOICES_EXPERTS];
  participants = &heard->voices[MUKANA_VOICES_PARTICIPANTS];

  g_assert_cmpint (experts->n_answered, ==, 3);
  g_assert_cmpint (mukana_nps (experts->n_promoters, experts->n_detractors, experts->n_answered),
                   ==, 33);
  g_assert_cmpint (mukana_nps (participants->n_promoters, participants->n_detractors,
                               participants->n_answered), ==, 50);
  g_assert_cmpint (heard->voices[MUKANA_VOICES_REQUESTERS].n_answered, ==, 0);
}

static void
request_is_not_archived_before_each_finding_is_answered_and_told (Fixture       *fixture,
                                                                  gconstpointer  data)
{
  g_autoptr (GError) waiting = NULL;
  g_autoptr (GError) untold = NULL;
  g_autoptr (GError) none = NULL;
  gint64 id = add_finding (fixture, "waiting", NULL);

  g_assert_false (archive (fixture, &waiting));
  answer_finding (fixture, id, "not", "Laki määrää paikan.");
  g_assert_false (archive (fixture, &untold));
  tell (fixture);

  g_assert_true (archive (fixture, &none));
  g_assert_error (waiting, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_nonnull (mukana_error_peek_sentence (waiting));
  g_assert_error (untold, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_no_error (none);
}

static void
what_was_not_taken_into_use_needs_its_reason (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaOutcome) outcome = g_object_new (MUKANA_TYPE_OUTCOME, NULL);
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (outcome, "request-id", fixture->request);
  mukana_record_init_text (outcome, "finding", "Opasteet ovat liian korkealla");
  mukana_record_init_text (outcome, "result", "partly");

  g_assert_null (mukana_store_run (fixture->place->store, &mukana_outcome_add_job, outcome,
                                   &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
}

static void
nobody_is_told_while_a_finding_waits (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (MukanaTelling) telling = mukana_telling_new (fixture->request, "osallistujille",
                                                          "kirje");
  g_autoptr (MukanaRequestFile) file = NULL;

  add_finding (fixture, "adopted", NULL);
  add_finding (fixture, "waiting", NULL);
  fail (fixture, &mukana_outcome_tell_job, telling, MUKANA_ERROR_INVALID);
  file = run (fixture, &mukana_request_file_job, &fixture->request);

  g_assert_cmpint (((MukanaOutcome *) file->outcomes->pdata[0])->told_on, ==, MUKANA_DAY_NONE);
  g_assert_cmpstr (file->request->state, ==, "held");
}

static void
name_user (Fixture    *fixture,
           const char *name,
           const char *role)
{
  g_autoptr (MukanaRegisterUser) user = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);

  mukana_record_init_text (user, "name", name);
  mukana_record_init_text (user, "role", role);
  run (fixture, &mukana_user_save_job, user);
}

static void
who_sees_no_people_hears_of_findings_alone (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (MukanaStore) store = NULL;
  g_autoptr (MukanaHeard) heard = NULL;
  g_autofree gint64 *n_waiting = NULL;
  g_autoptr (MukanaOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  add_feedback (fixture, "expert", 2, "Ohjaaja ei kuunnellut.");
  add_finding (fixture, "waiting", NULL);
  name_user (fixture, "pekka", "coordinator");
  name_user (fixture, "maija", "hyte");
  mukana_test_register_close (fixture->place);
  store = mukana_test_open_for (fixture->place, "maija");
  heard = mukana_store_run (store, &mukana_heard_job, NULL, &error);
  g_assert_no_error (error);
  n_waiting = mukana_store_run (store, &mukana_heard_count_job, NULL, &error);
  overview = mukana_store_run (store, &mukana_overview_job, NULL, &error);
  g_assert_no_error (error);
  mukana_store_close (store);

  for (guint kind = 0; kind < MUKANA_N_WAITING; kind++)   /* on Today, too: nothing of people */
    g_assert_cmpint (overview->counts[kind], ==, 0);
  g_assert_cmpint (overview->n_people, ==, 0);
  g_assert_cmpuint (heard->unhandled->len, ==, 0);
  g_assert_cmpuint (heard->findings->len, ==, 1);
  g_assert_cmpint (*n_waiting, ==, 1);
}

static void
today_tells_of_batches_last_days_and_organisations_gone_quiet (Fixture       *fixture,
                                                               gconstpointer  data)
{
  g_autoptr (MukanaOverview) overview = NULL;

  mukana_test_sql (fixture->place, "INSERT INTO fee_batch (title, state, made_at, made_by) VALUES "
                                   "('Marras', 'checked', 1, 'a'), ('Loka', 'acknowledged', 1, "
                                   "'a')");
  mukana_test_sql (fixture->place, "INSERT INTO event (id, title, kind, mode, register_days) "
                                   "VALUES (7, 'Koulutus', 'training', 'remote', 14)");
  mukana_test_sql (fixture->place, "INSERT INTO event_occurrence (id, event_id, day, start_minute, "
                                   "end_minute) VALUES (1, 7, '2026-12-10', 540, 600), "
                                   "(2, 7, '2026-12-31', 540, 600), (3, 7, '2026-11-02', 540, "
                                   "600)");
  mukana_test_sql (fixture->place, "INSERT INTO event_registration (occurrence_id, name, diet, "
                                   "registered_on) VALUES (3, 'Esa Virta', 'Vegaani', "
                                   "'2026-10-01'), (1, 'Esa Virta', 'Vegaani', '2026-10-01')");
  mukana_test_sql (fixture->place, "INSERT INTO organisation (id, name, kind, sort_key, "
                                   "created_at, updated_at) VALUES "
                                   "(8, 'Kauan sitten', 'association', 'kauan', 0, 0), "
                                   "(9, 'Ei koskaan', 'association', 'ei', 0, 0)");
  mukana_test_sql (fixture->place, "INSERT INTO log_entry (organisation_id, day, kind, summary, "
                                   "author, created_at) VALUES "
                                   "(8, '2026-01-10', 'meeting', 'x', 'a', 0)");
  overview = run (fixture, &mukana_overview_job, NULL);

  g_assert_cmpint (overview->counts[MUKANA_WAITING_BATCH], ==, 1);
  g_assert_cmpint (overview->counts[MUKANA_WAITING_REGISTRATION], ==, 1);
  g_assert_cmpint (overview->counts[MUKANA_WAITING_DIET], ==, 1);
  g_assert_cmpint (overview->counts[MUKANA_WAITING_QUIET], ==, 1);
  for (guint i = 0; i < overview->items->len; i++)
    {
      const MukanaWaitingItem *item = g_ptr_array_index (overview->items, i);

      if (item->kind == MUKANA_WAITING_REGISTRATION)
        g_assert_cmpint (item->due, ==, mukana_day_new (2026, 11, 26));
      if (item->kind == MUKANA_WAITING_QUIET)
        g_assert_cmpint (item->organisation_id, ==, 8);
    }
}

static void
pass_days (Fixture *fixture,
           int      n_days)
{
  mukana_clock_set_still (fixture->place->clock, mukana_clock_now_us (fixture->place->clock) +
                                                 n_days * G_TIME_SPAN_DAY);
}

static void
nobody_told_in_sixty_days_is_a_promise_not_kept (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaHeard) before = run (fixture, &mukana_heard_job, NULL);
  g_autoptr (MukanaHeard) late = NULL;

  pass_days (fixture, 51);
  late = run (fixture, &mukana_heard_job, NULL);

  g_assert_cmpuint (before->n_promised, ==, 0);
  g_assert_cmpuint (late->n_promised, ==, 1);
  g_assert_cmpuint (late->n_kept, ==, 0);
}

/* What is found later and told later does not break what was kept. */
static void
first_telling_keeps_the_promise (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (MukanaHeard) told = NULL;

  pass_days (fixture, 20);
  add_finding (fixture, "adopted", NULL);
  tell (fixture);
  pass_days (fixture, 60);
  add_finding (fixture, "adopted", NULL);
  tell (fixture);
  told = run (fixture, &mukana_heard_job, NULL);

  g_assert_cmpuint (told->n_promised, ==, 1);
  g_assert_cmpuint (told->n_kept, ==, 1);
}

static int
count_untold (Fixture *fixture)
{
  g_autoptr (MukanaOverview) overview = run (fixture, &mukana_overview_job, NULL);

  return overview->counts[MUKANA_WAITING_OUTCOME];
}

static void
finding_of_a_request_that_was_told_waits_on_today (Fixture       *fixture,
                                                   gconstpointer  data)
{
  gint64 late;

  add_finding (fixture, "adopted", NULL);
  tell (fixture);
  g_assert_cmpint (count_untold (fixture), ==, 0);

  late = add_finding (fixture, "waiting", NULL);
  g_assert_cmpint (count_untold (fixture), ==, 1);
  answer_finding (fixture, late, "not", "Laki määrää paikan.");
  g_assert_cmpint (count_untold (fixture), ==, 1);
  tell (fixture);

  g_assert_cmpint (count_untold (fixture), ==, 0);
}

static void
days_are_those_on_which_it_was_said (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaTelling) telling = mukana_telling_new (fixture->request, "osallistujille",
                                                          "kirje");
  g_autoptr (MukanaParticipants) counts = g_object_new (MUKANA_TYPE_PARTICIPANTS, NULL);
  g_autoptr (MukanaRequestFile) file = NULL;
  g_autoptr (MukanaFeedback) tomorrow = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);

  add_finding (fixture, "adopted", NULL);
  telling->day = MUKANA_TEST_TODAY + 1;
  fail (fixture, &mukana_outcome_tell_job, telling, MUKANA_ERROR_INVALID);
  telling->day = MUKANA_TEST_TODAY - 3;
  run (fixture, &mukana_outcome_tell_job, telling);
  mukana_record_init_int (counts, "request-id", fixture->request);
  mukana_record_init_int (counts, "n-answered", 2);
  mukana_record_init_int (counts, "given-on", MUKANA_TEST_TODAY - 5);
  g_free (run (fixture, &mukana_participants_add_job, counts));
  mukana_record_init_int (tomorrow, "assignment-id", fixture->assignment);
  mukana_record_init_text (tomorrow, "side", "expert");
  mukana_record_init_int (tomorrow, "score", 3);
  mukana_record_init_int (tomorrow, "given-on", MUKANA_TEST_TODAY + 1);
  fail (fixture, &mukana_feedback_add_job, tomorrow, MUKANA_ERROR_INVALID);
  file = run (fixture, &mukana_request_file_job, &fixture->request);

  g_assert_cmpint (file->request->told_on, ==, MUKANA_TEST_TODAY - 3);
  g_assert_cmpint (((MukanaParticipants *) file->participants->pdata[0])->given_on, ==,
                   MUKANA_TEST_TODAY - 5);
}

static void
what_was_said_is_corrected_taken_away_and_brought_back (Fixture       *fixture,
                                                        gconstpointer  data)
{
  gint64 id = add_feedback (fixture, "expert", 2, "Väärä henkilö.");
  g_autoptr (MukanaAssignmentFile) before = NULL, corrected = NULL, gone = NULL, back = NULL;
  g_autoptr (MukanaFeedback) right = NULL;
  g_autoptr (MukanaHandling) handling = mukana_handling_new (id, "Soitettu.");

  run (fixture, &mukana_feedback_handle_job, handling);
  before = run (fixture, &mukana_assignment_file_job, &fixture->assignment);
  right = mukana_record_with_int (before->feedback->pdata[0], "score", 9);
  run (fixture, &mukana_correcting_save_job, right);
  corrected = run (fixture, &mukana_assignment_file_job, &fixture->assignment);
  run (fixture, &mukana_correcting_drop_job, right);
  gone = run (fixture, &mukana_assignment_file_job, &fixture->assignment);
  run (fixture, &mukana_correcting_restore_job, right);
  back = run (fixture, &mukana_assignment_file_job, &fixture->assignment);

  g_assert_cmpint (((MukanaFeedback *) corrected->feedback->pdata[0])->score, ==, 9);
  g_assert_cmpuint (gone->feedback->len, ==, 0);
  g_assert_cmpuint (back->feedback->len, ==, 1);
  g_assert_cmpstr (((MukanaFeedback *) back->feedback->pdata[0])->handled_how, ==, "Soitettu.");
}

static gboolean
move_to (Fixture    *fixture,
         const char *state)
{
  g_autoptr (MukanaRequestFile) file = run (fixture, &mukana_request_file_job, &fixture->request);
  MukanaRequest *moved = mukana_record_with_text (file->request, "state", state);
  g_autofree gint64 *id = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (file->request);
  file->request = moved;
  id = mukana_store_run (fixture->place->store, &mukana_request_save_job, file, &error);
  if (error != NULL)
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  return id != NULL;
}

static void
request_is_neither_told_nor_archived_before_those_who_took_part_know (Fixture       *fixture,
                                                                      gconstpointer  data)
{
  g_assert_false (move_to (fixture, "told"));
  g_assert_false (move_to (fixture, "archived"));

  add_finding (fixture, "not", "Siitä ei seurannut mitään.");
  g_assert_false (move_to (fixture, "told"));
  tell (fixture);
  g_assert_true (move_to (fixture, "archived"));
}

static void
request_that_nobody_took_part_in_is_archived (Fixture       *fixture,
                                              gconstpointer  data)
{
  mukana_test_sql (fixture->place, "UPDATE assignment SET attendance = 'no-show'");

  g_assert_true (move_to (fixture, "archived"));
}

static void
share_told_in_sixty_days_is_counted (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaHeard) told = NULL;

  pass_days (fixture, 50);
  add_finding (fixture, "adopted", NULL);
  tell (fixture);
  told = run (fixture, &mukana_heard_job, NULL);

  g_assert_cmpuint (told->n_promised, ==, 1);
  g_assert_cmpuint (told->n_kept, ==, 1);
}

static void
words_of_a_finding_bring_its_request_to_light (Fixture       *fixture,
                                               gconstpointer  data)
{
  MukanaListFilter filter = { .needle = (char *) "opasteet" };
  MukanaListFilter service = { .needle = (char *) "aula" };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) by_service = NULL;

  add_finding (fixture, "waiting", NULL);
  ids = run (fixture, &mukana_requests_ids_job, &filter);
  by_service = run (fixture, &mukana_requests_ids_job, &service);

  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, fixture->request);
  g_assert_cmpuint (by_service->len, ==, 1);
}

static gpointer
letter_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  Fixture *fixture = arg;
  g_autoptr (MukanaDocument) letter = mukana_letter_make (db, fixture->request, "Aino Korpi", "sv",
                                                          error);

  return letter != NULL ? mukana_document_to_text (letter) : NULL;
}

static const MukanaJob letter_job = { "test.letter", MUKANA_LANE_DOOR, letter_run, g_free };

static void
letter_says_what_followed_or_why_nothing_did (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_finding (fixture, "not", "Laki määrää paikan.");
  text = run (fixture, &letter_job, fixture);

  g_assert_nonnull (strstr (text, "Vad ditt deltagande ledde till"));
  g_assert_nonnull (strstr (text, "Opasteet ovat liian korkealla"));
  g_assert_nonnull (strstr (text, "Har inte tagits i bruk. Laki määrää paikan."));
}

static void
each_who_took_part_has_a_letter_and_nobody_who_has_left (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autoptr (MukanaLetters) asked = mukana_letters_new (fixture->request, fixture->folder);
  g_autoptr (MukanaLetters) written = NULL;
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->aino, "register", NULL, "phone");

  fail (fixture, &mukana_letters_job, asked, MUKANA_ERROR_INVALID);
  add_finding (fixture, "adopted", NULL);
  written = run (fixture, &mukana_letters_job, asked);
  run (fixture, &mukana_letters_note_job, written);

  g_assert_cmpuint (written->people->len, ==, 1);
  g_assert_cmpint (g_array_index (written->people, gint64, 0), ==, fixture->aino);
  g_assert_cmpuint (count_files (fixture), ==, 2);

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  fail (fixture, &mukana_letters_job, asked, MUKANA_ERROR_INVALID);
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
letters_write_over_nothing_and_leave_no_half (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaLetters) asked = mukana_letters_new (fixture->request, fixture->folder);
  g_autofree char *name = g_strdup_printf ("letter-aulan-tyopaja-%" G_GINT64_FORMAT "-1.txt",
                                           fixture->request);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "mine", -1, NULL);
  add_finding (fixture, "adopted", NULL);

  g_assert_null (mukana_store_run (fixture->place->store, &mukana_letters_job, asked, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_file_get_contents (path, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, "mine");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/hearing/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (words_with_six_points_wait_until_somebody_says_what_was_done);
  ADD (today_counts_working_days_when_the_county_does);
  ADD (answers_of_experts_are_kept_apart_from_what_was_not_asked);
  ADD (index_is_counted_for_each_who_answers);
  ADD (request_is_not_archived_before_each_finding_is_answered_and_told);
  ADD (what_was_not_taken_into_use_needs_its_reason);
  ADD (nobody_is_told_while_a_finding_waits);
  ADD (who_sees_no_people_hears_of_findings_alone);
  ADD (today_tells_of_batches_last_days_and_organisations_gone_quiet);
  ADD (nobody_told_in_sixty_days_is_a_promise_not_kept);
  ADD (days_are_those_on_which_it_was_said);
  ADD (what_was_said_is_corrected_taken_away_and_brought_back);
  ADD (first_telling_keeps_the_promise);
  ADD (finding_of_a_request_that_was_told_waits_on_today);
  ADD (request_is_neither_told_nor_archived_before_those_who_took_part_know);
  ADD (request_that_nobody_took_part_in_is_archived);
  ADD (share_told_in_sixty_days_is_counted);
  ADD (words_of_a_finding_bring_its_request_to_light);
  ADD (letter_says_what_followed_or_why_nothing_did);
  ADD (each_who_took_part_has_a_letter_and_nobody_who_has_left);
  ADD (letters_write_over_nothing_and_leave_no_half);

  return g_test_run ();
}
