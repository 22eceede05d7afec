/* test-rights.c: what a person asks for is noted, due in time, and in force with the commit. */

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-consenting.h"
#include "services/mukana-drafting.h"
#include "services/mukana-overview.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-registering.h"
#include "services/mukana-rights.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"

typedef struct
{
  MukanaTestRegister *place;
  gint64              person;
} Fixture;

static gpointer
allow_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char * const purposes[] = { "register", "matching" };

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

      mukana_record_init_int (consent, "person-id", *(gint64 *) arg);
      mukana_record_init_text (consent, "purpose", purposes[i]);
      mukana_record_init_text (consent, "how", "form");
      mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
      mukana_record_init_int (consent, "expires-on", MUKANA_DAY_NONE);
      mukana_record_init_int (consent, "withdrawn-on", MUKANA_DAY_NONE);
      if (mukana_consenting_give (db, consent, error) < 0)
        return NULL;
    }

  return NULL;
}

static gpointer
on_public_task_run (MukanaDb      *db,
                    gpointer       arg,
                    GCancellable  *cancellable,
                    GError       **error)
{
  mukana_db_exec (db, "UPDATE purpose SET basis = 'public-task' WHERE code = 'register'", error);
  return NULL;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->place = mukana_test_register_new ();
  self->person = mukana_test_add_person (self->place, 1);
  mukana_test_write (self->place, allow_run, &self->person);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  mukana_test_register_free (self->place);
}

static MukanaRightsRequest *
make_request (Fixture    *self,
              const char *kind)
{
  MukanaRightsRequest *request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);

  mukana_record_init_int (request, "person-id", self->person);
  mukana_record_init_text (request, "kind", kind);
  mukana_record_init_text (request, "how", "phone");
  mukana_record_init_text (request, "words", "Please stop for now.");
  mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY);
  return request;
}

static gpointer
do_it (Fixture             *self,
       const MukanaJob     *job,
       MukanaRightsRequest *request,
       GError             **error)
{
  return mukana_store_run (self->place->store, job, request, error);
}

static void
do_well (Fixture             *self,
         const MukanaJob     *job,
         MukanaRightsRequest *request)
{
  g_autoptr (GError) error = NULL;

  g_free (do_it (self, job, request, &error));
  g_assert_no_error (error);
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 *id = arg;

  *id = mukana_db_count (db, "consents.is-matchable", error, mukana_int ("person_id", *id));
  return NULL;
}

static gboolean
is_matchable (Fixture *self)
{
  gint64 n = self->person;

  mukana_test_read (self->place, count_run, &n);
  return n > 0;
}

static MukanaPersonFile *
read_file (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  MukanaPersonFile *file = mukana_store_run (self->place->store, &mukana_person_file_job,
                                             &self->person, &error);

  g_assert_no_error (error);
  return file;
}

static gpointer
propose_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO request (id, title, sort_key, state, mode, language, people, created_on, "
    "created_at, updated_at) VALUES (501, 'Raati', 'raati', 'searching', 'remote', 'fi', 1, "
    "'2026-11-01', 0, 0); "
    "INSERT INTO proposal (id, request_id, person_id, state, proposed_on) "
    "VALUES (502, 501, %" G_GINT64_FORMAT ", 'proposed', '2026-11-20')", *(gint64 *) arg);

  mukana_db_exec (db, sql, error);
  return NULL;
}

static gpointer
open_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  *(gint64 *) arg = mukana_db_count (db, "proposals.count-waiting", error);
  return NULL;
}

static void
restricted_person_is_matched_no_more_and_no_proposal_waits (Fixture       *self,
                                                            gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "restriction");
  g_autoptr (MukanaPersonFile) file = NULL;
  gint64 n_open = -1;

  mukana_test_write (self->place, propose_run, &self->person);
  g_assert_true (is_matchable (self));
  do_well (self, &mukana_rights_restrict_job, request);
  mukana_test_read (self->place, open_run, &n_open);
  file = read_file (self);

  g_assert_false (is_matchable (self));
  g_assert_false (file->is_usable);
  g_assert_cmpint (file->person->restricted_at, !=, 0);
  g_assert_cmpint (n_open, ==, 0);
}

static void
changed_cb (MukanaStore     *store,
            MukanaChangeSet *changes,
            gpointer         data)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);
  gint64 *ended = data;

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_CONSENT && list[i].effect == MUKANA_EFFECT_ENDED)
      *ended = list[i].id;
}

static gboolean
has_ended (gpointer data)
{
  return *(gint64 *) data != 0;
}

static void
every_open_list_hears_of_a_restriction_as_of_a_withdrawal (Fixture       *self,
                                                           gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "restriction");
  gint64 ended = 0;

  g_signal_connect (self->place->store, "changed", G_CALLBACK (changed_cb), &ended);
  do_well (self, &mukana_rights_restrict_job, request);
  mukana_test_wait_until (has_ended, &ended, "the lists hear of the restriction");

  g_assert_cmpint (ended, ==, self->person);
}

static void
lifted_restriction_is_matched_again_and_stays_in_the_diary (Fixture       *self,
                                                            gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "restriction");
  g_autoptr (MukanaPersonFile) file = NULL;
  MukanaRightsRequest *noted;

  mukana_record_init_text (request, "decision-reason", "Data corrected.");
  do_well (self, &mukana_rights_restrict_job, request);
  do_well (self, &mukana_rights_lift_job, request);
  file = read_file (self);
  noted = g_ptr_array_index (file->rights, 0);

  g_assert_true (is_matchable (self));
  g_assert_cmpint (file->person->restricted_at, ==, 0);
  g_assert_cmpuint (file->rights->len, ==, 1);
  g_assert_cmpstr (noted->decision, ==, "granted");
  g_assert_cmpstr (noted->decision_reason, ==, "Data corrected.");
  g_assert_cmpint (noted->answered_on, ==, MUKANA_TEST_TODAY);
  g_assert_cmpint (noted->ended_on, ==, MUKANA_TEST_TODAY);
}

static void
objection_holds_while_it_is_weighed_and_ends_with_a_refusal (Fixture       *self,
                                                             gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "objection");
  g_autoptr (GError) bare = NULL;
  gboolean held;

  mukana_test_write (self->place, on_public_task_run, NULL);
  do_well (self, &mukana_rights_note_job, request);
  held = !is_matchable (self);
  mukana_record_init_text (request, "decision", "refused");
  do_it (self, &mukana_rights_decide_job, request, &bare);
  mukana_record_init_text (request, "decision-reason", "The task needs it.");
  do_well (self, &mukana_rights_decide_job, request);

  g_assert_true (held);
  g_assert_error (bare, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_true (is_matchable (self));
}

static void
granted_objection_holds_on (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "objection");

  mukana_test_write (self->place, on_public_task_run, NULL);
  do_well (self, &mukana_rights_note_job, request);
  mukana_record_init_text (request, "decision", "granted");
  do_well (self, &mukana_rights_decide_job, request);

  g_assert_false (is_matchable (self));
}

static void
where_consent_is_the_basis_an_objection_is_noted_and_holds_nothing_back (Fixture       *self,
                                                                         gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "objection");
  g_autoptr (MukanaPersonFile) file = NULL;

  do_well (self, &mukana_rights_note_job, request);
  file = read_file (self);

  g_assert_true (is_matchable (self));
  g_assert_cmpuint (file->rights->len, ==, 1);
  g_assert_cmpint (file->may_ask & MUKANA_RIGHT_OBJECTION, ==, 0);
}

/* What the register rests on may change while it waits for its answer. */
static void
objection_that_is_granted_holds_whatever_it_was_noted_under (Fixture       *self,
                                                             gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "objection");
  g_autoptr (MukanaRightsRequest) answer = NULL;
  g_autoptr (MukanaPersonFile) file = NULL;

  do_well (self, &mukana_rights_note_job, request);
  mukana_test_write (self->place, on_public_task_run, NULL);
  file = read_file (self);
  answer = mukana_record_with_text (g_ptr_array_index (file->rights, 0), "decision", "granted");
  do_well (self, &mukana_rights_answer_job, answer);

  g_assert_false (is_matchable (self));
}

static void
objection_that_is_taken_back_holds_no_more_and_is_noted (Fixture       *self,
                                                         gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "objection");
  g_autoptr (MukanaRightsRequest) answer = NULL;
  g_autoptr (MukanaPersonFile) before = NULL, after = NULL;
  MukanaRightsRequest *noted;

  mukana_test_write (self->place, on_public_task_run, NULL);
  do_well (self, &mukana_rights_note_job, request);
  before = read_file (self);
  answer = mukana_record_with_text (g_ptr_array_index (before->rights, 0), "decision", "granted");
  do_well (self, &mukana_rights_answer_job, answer);
  g_assert_false (is_matchable (self));
  mukana_record_init_text (request, "decision-reason", "Voitte taas kysyä.");
  do_well (self, &mukana_rights_lift_job, request);
  after = read_file (self);
  noted = g_ptr_array_index (after->rights, 0);

  g_assert_true (is_matchable (self));
  g_assert_cmpint (after->person->objected_at, ==, 0);
  g_assert_cmpuint (after->rights->len, ==, 1);
  g_assert_cmpint (noted->ended_on, ==, MUKANA_TEST_TODAY);
  g_assert_cmpstr (noted->decision_reason, ==, "Voitte taas kysyä.");
}

static void
objection_that_is_taken_back_waits_for_no_answer (Fixture       *self,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "objection");
  g_autoptr (MukanaPersonFile) after = NULL;
  MukanaRightsRequest *noted;

  do_well (self, &mukana_rights_note_job, request);
  do_well (self, &mukana_rights_lift_job, request);
  after = read_file (self);
  noted = g_ptr_array_index (after->rights, 0);

  g_assert_cmpint (noted->answered_on, ==, MUKANA_TEST_TODAY);
  g_assert_cmpstr (noted->decision, ==, "withdrawn");
}

static gpointer
count_drafts_run (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GPtrArray) drafts = mukana_drafts_list_job.run (db, NULL, NULL, error);

  *(guint *) arg = drafts->len;
  return NULL;
}

static void
keep_draft (Fixture *self)
{
  g_autoptr (MukanaKeptDraft) draft = g_object_new (MUKANA_TYPE_KEPT_DRAFT, NULL);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  mukana_record_init_text (draft, "page", "person");
  mukana_record_init_int (draft, "record-id", self->person);
  mukana_record_init_text (draft, "body", "kesken");
  g_ptr_array_add (drafts, draft);
  mukana_store_run (self->place->store, &mukana_drafts_keep_job, drafts, &error);
  g_assert_no_error (error);
}

static void
what_is_half_typed_about_somebody_held_back_is_gone (Fixture       *self,
                                                     gconstpointer  data)
{
  static const char * const kinds[] = { "restriction", "objection" };
  guint n_before = 0, n_after = 0;

  mukana_test_write (self->place, on_public_task_run, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MukanaRightsRequest) request = make_request (self, kinds[i]);

      keep_draft (self);
      mukana_test_read (self->place, count_drafts_run, &n_before);
      do_well (self, i == 0 ? &mukana_rights_restrict_job : &mukana_rights_note_job, request);
      mukana_test_read (self->place, count_drafts_run, &n_after);

      g_assert_cmpuint (n_before, ==, 1);
      g_assert_cmpuint (n_after, ==, 0);
    }
}

/* Themes and pictures rest on consent whatever the register does. */
static void
data_are_portable_where_the_register_is_a_public_task (Fixture       *self,
                                                       gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) file = NULL;

  mukana_test_sql (self->place, "UPDATE purpose SET basis = 'public-task' "
                                "WHERE code IN ('register', 'matching', 'communication')");
  file = read_file (self);

  g_assert_cmpint (file->may_ask & MUKANA_RIGHT_PORTABILITY, !=, 0);
  g_assert_cmpint (file->may_ask & MUKANA_RIGHT_OBJECTION, !=, 0);
}

static gpointer
match_by_public_task_run (MukanaDb      *db,
                          gpointer       arg,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (MukanaPurpose) matching = g_object_new (MUKANA_TYPE_PURPOSE, NULL);

  mukana_record_init_text (matching, "code", "matching");
  mukana_record_init_text (matching, "basis", "public-task");
  return mukana_purpose_set_job.run (db, matching, NULL, error);
}

static void
each_purpose_gives_the_rights_of_its_basis (Fixture       *self,
                                            gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "objection");
  g_autoptr (MukanaPersonFile) file = NULL;

  mukana_test_write (self->place, match_by_public_task_run, NULL);
  do_well (self, &mukana_rights_note_job, request);
  file = read_file (self);

  g_assert_false (is_matchable (self));
  g_assert_cmpint (file->may_ask & MUKANA_RIGHT_OBJECTION, !=, 0);
  g_assert_cmpint (file->may_ask & MUKANA_RIGHT_WITHDRAWAL, !=, 0);   /* of the register */
}

static MukanaRightsRequest *
read_only_request (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) diary = mukana_store_run (self->place->store, &mukana_rights_diary_job,
                                                  NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (diary->len, ==, 1);
  return g_object_ref (g_ptr_array_index (diary, 0));
}

static void
request_is_due_in_a_month_and_in_three_with_a_reason (Fixture       *self,
                                                      gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "access");
  g_autoptr (MukanaRightsRequest) noted = NULL;
  g_autoptr (MukanaRightsRequest) longer = NULL;
  g_autoptr (MukanaRightsRequest) extended = NULL;
  g_autoptr (GError) twice = NULL;

  do_well (self, &mukana_rights_note_job, request);
  noted = read_only_request (self);
  longer = mukana_record_with_text (noted, "extended-reason", "Many papers.");
  do_well (self, &mukana_rights_extend_job, longer);
  extended = read_only_request (self);
  do_it (self, &mukana_rights_extend_job, extended, &twice);

  g_assert_cmpint (noted->due_on, ==, mukana_day_new (2026, 12, 23));
  g_assert_nonnull (noted->display_name);
  g_assert_cmpint (extended->due_on, ==, mukana_day_new (2027, 2, 23));
  g_assert_nonnull (twice);
}

static void
answer_to_what_was_answered_since_is_a_conflict (Fixture       *self,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "correction");
  g_autoptr (MukanaRightsRequest) noted = NULL;
  g_autoptr (MukanaRightsRequest) answer = NULL;
  g_autoptr (GError) error = NULL;

  do_well (self, &mukana_rights_note_job, request);
  noted = read_only_request (self);
  answer = mukana_record_with_text (noted, "decision", "granted");
  do_well (self, &mukana_rights_answer_job, answer);
  do_it (self, &mukana_rights_answer_job, answer, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
}

/* A letter that left yesterday is written down today. */
static void
answer_is_of_the_day_on_which_it_was_given (Fixture       *self,
                                            gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "correction");
  g_autoptr (MukanaRightsRequest) noted = NULL;
  g_autoptr (MukanaRightsRequest) answer = NULL;
  g_autoptr (MukanaPersonFile) file = NULL;

  mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY - 3);
  do_well (self, &mukana_rights_note_job, request);
  noted = read_only_request (self);
  answer = mukana_record_with_text (noted, "decision", "granted");
  mukana_record_init_int (answer, "answered-on", MUKANA_TEST_TODAY - 1);
  do_well (self, &mukana_rights_answer_job, answer);
  file = read_file (self);

  g_assert_cmpint (((MukanaRightsRequest *) g_ptr_array_index (file->rights, 0))->answered_on, ==,
                   MUKANA_TEST_TODAY - 1);
}

static void
what_waits_for_an_answer_is_told_with_its_day (Fixture       *self,
                                               gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "access");
  g_autoptr (MukanaOverview) overview = NULL;
  g_autoptr (GError) error = NULL;
  MukanaWaitingItem *item;

  do_well (self, &mukana_rights_note_job, request);
  overview = mukana_store_run (self->place->store, &mukana_overview_job, NULL, &error);
  g_assert_no_error (error);
  item = g_ptr_array_index (overview->items, 0);

  g_assert_cmpint (overview->counts[MUKANA_WAITING_RIGHTS], ==, 1);
  g_assert_cmpint (item->kind, ==, MUKANA_WAITING_RIGHTS);
  g_assert_cmpint (item->due, ==, mukana_day_new (2026, 12, 23));
}

static gpointer
check_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 n_rows;

  *(gint64 *) arg = mukana_journal_check (db, &n_rows, error);
  return NULL;
}

static void
every_deed_is_in_the_journal_under_the_person (Fixture       *self,
                                               gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "restriction");
  gint64 first_bad = -1;

  do_well (self, &mukana_rights_restrict_job, request);
  do_well (self, &mukana_rights_lift_job, request);
  mukana_test_read (self->place, check_run, &first_bad);

  g_assert_cmpint (first_bad, ==, 0);
}

/* Whoever asks need not be in the register, and the answer must reach them. */
static void
somebody_outside_is_noted_with_where_to_answer (Fixture       *self,
                                                gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "access");
  g_autoptr (GPtrArray) diary = NULL;
  g_autoptr (MukanaOverview) overview = NULL;
  MukanaRightsRequest *noted;

  mukana_record_init_int (request, "person-id", 0);
  mukana_record_init_text (request, "asker-name", "Ulla Ulkoinen");
  mukana_record_init_text (request, "asker-contact", "ulla@example.org");
  do_well (self, &mukana_rights_note_job, request);
  diary = do_it (self, &mukana_rights_diary_job, NULL, NULL);
  overview = do_it (self, &mukana_overview_job, NULL, NULL);

  noted = g_ptr_array_index (diary, 0);
  g_assert_cmpstr (noted->asker_name, ==, "Ulla Ulkoinen");
  g_assert_cmpstr (noted->asker_contact, ==, "ulla@example.org");
  g_assert_cmpstr (((MukanaWaitingItem *) g_ptr_array_index (overview->items, 0))->title, ==,
                   "Ulla Ulkoinen");
}

/* A guardian, or whoever has the person's authority; the request is the person's all the same. */
static void
somebody_may_ask_on_behalf_of_a_person (Fixture       *self,
                                        gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "access");
  g_autoptr (MukanaRightsRequest) nameless = make_request (self, "access");
  g_autoptr (MukanaPersonFile) file = NULL;
  g_autoptr (GError) error = NULL;
  MukanaRightsRequest *noted;

  mukana_record_init_text (nameless, "asker-contact", "huoltaja@example.org");
  do_it (self, &mukana_rights_note_job, nameless, &error);
  mukana_record_init_text (request, "asker-name", "Hanna Huoltaja");
  mukana_record_init_text (request, "asker-contact", "huoltaja@example.org");
  do_well (self, &mukana_rights_note_job, request);
  file = read_file (self);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  noted = g_ptr_array_index (file->rights, 0);
  g_assert_cmpint (noted->person_id, ==, file->person->id);
  g_assert_cmpstr (noted->asker_name, ==, "Hanna Huoltaja");
}

static void
ground_of_a_restriction_is_kept_and_must_be_one (Fixture       *self,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = make_request (self, "restriction");
  g_autoptr (GPtrArray) diary = NULL;

  mukana_record_init_text (request, "ground", "claims");
  do_well (self, &mukana_rights_restrict_job, request);
  diary = do_it (self, &mukana_rights_diary_job, NULL, NULL);

  g_assert_cmpstr (((MukanaRightsRequest *) g_ptr_array_index (diary, 0))->ground, ==, "claims");
  g_assert_true (mukana_rights_ground_suits ("claims", "restriction"));
  g_assert_false (mukana_rights_ground_suits ("claims", "objection"));
  g_assert_true (mukana_rights_ground_suits ("marketing", "objection"));
  g_assert_false (mukana_rights_ground_suits ("marketing", "access"));
  g_assert_false (mukana_rights_ground_suits ("boredom", "restriction"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/rights/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (restricted_person_is_matched_no_more_and_no_proposal_waits);
  ADD (every_open_list_hears_of_a_restriction_as_of_a_withdrawal);
  ADD (lifted_restriction_is_matched_again_and_stays_in_the_diary);
  ADD (objection_holds_while_it_is_weighed_and_ends_with_a_refusal);
  ADD (granted_objection_holds_on);
  ADD (objection_that_is_granted_holds_whatever_it_was_noted_under);
  ADD (objection_that_is_taken_back_holds_no_more_and_is_noted);
  ADD (objection_that_is_taken_back_waits_for_no_answer);
  ADD (what_is_half_typed_about_somebody_held_back_is_gone);
  ADD (data_are_portable_where_the_register_is_a_public_task);
  ADD (each_purpose_gives_the_rights_of_its_basis);
  ADD (where_consent_is_the_basis_an_objection_is_noted_and_holds_nothing_back);
  ADD (request_is_due_in_a_month_and_in_three_with_a_reason);
  ADD (answer_to_what_was_answered_since_is_a_conflict);
  ADD (answer_is_of_the_day_on_which_it_was_given);
  ADD (what_waits_for_an_answer_is_told_with_its_day);
  ADD (somebody_outside_is_noted_with_where_to_answer);
  ADD (somebody_may_ask_on_behalf_of_a_person);
  ADD (ground_of_a_restriction_is_kept_and_must_be_one);
  ADD (every_deed_is_in_the_journal_under_the_person);

  return g_test_run ();
}
