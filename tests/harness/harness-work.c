/* harness-work.c: deeds that can be counted afterwards.
 *
 * The counts are taken in plain SQL and not through the services, so that what is
 * asked of the register does not rest on what wrote it.  The revision, which each
 * transaction raises by one, says how many transactions there were; the rows say
 * how many deeds are there.  A deed that is half there makes the two differ.
 */

#include "harness/harness-work.h"

#include <string.h>

#include "services/mukana-checking.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"

/* Vocabularies and the request: the transactions before the first deed. */
#define FIRST_REVISION 2

static gpointer
run_on_db (MukanaDb         *db,
           const MukanaJob  *job,
           gpointer          arg,
           GError          **error)
{
  gboolean writes = job->lane == MUKANA_LANE_WRITE;
  g_autoptr (MukanaChangeSet) changes = NULL;
  GError *failure = NULL;
  gpointer result = NULL;

  if (!(writes ? mukana_db_begin_write (db, error) : mukana_db_begin_read (db, error)))
    return NULL;

  result = job->run (db, arg, NULL, &failure);
  if (failure != NULL || !writes)
    mukana_db_rollback (db);
  else
    mukana_db_commit (db, &changes, &failure);

  if (failure == NULL)
    return result;

  if (result != NULL && job->free_result != NULL)
    job->free_result (result);
  g_propagate_error (error, failure);
  return NULL;
}

static gpointer
run (HarnessWork      *self,
     const MukanaJob  *job,
     gpointer          arg,
     GError          **error)
{
  return self->store ? mukana_store_run (self->store, job, arg, error)
                     : run_on_db (self->db, job, arg, error);
}

static gint64
count (MukanaDb    *db,
       const char  *sql,
       GError     **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer statement = engine->prepare (mukana_db_peek_connection (db), sql, 0, error);
  MukanaValue value = { 0 };
  gint64 number = -1;

  if (statement != NULL && engine->step (statement, error) > 0)
    {
      engine->column (statement, 0, &value);
      number = value.number;
    }
  if (statement != NULL)
    engine->finalize (statement);

  return number;
}

static gpointer
find_work (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer statement = engine->prepare (mukana_db_peek_connection (db),
                                        "SELECT id FROM person ORDER BY id", 0, error);
  HarnessWork *self = arg;
  MukanaValue value;
  int result = 0;

  while (statement != NULL && (result = engine->step (statement, error)) > 0)
    {
      engine->column (statement, 0, &value);
      g_array_append_val (self->people, value.number);
    }
  if (statement != NULL)
    engine->finalize (statement);
  if (statement != NULL && result == 0)
    self->request_id = count (db, "SELECT min(id) FROM request", error);

  return NULL;
}

static const MukanaJob find_job = { "harness.find", MUKANA_LANE_READ, find_work, NULL };

/**
 * harness_work_new:
 * @store: (nullable): borrowed; with @db NULL
 * @db: (nullable): borrowed; with @store NULL
 *
 * Returns: yours, knowing who is in the register
 */
HarnessWork *
harness_work_new (MukanaStore  *store,
                  MukanaDb     *db,
                  GError      **error)
{
  g_autoptr (HarnessWork) self = g_new0 (HarnessWork, 1);
  GError *failure = NULL;

  self->store = store;
  self->db = db;
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  run (self, &find_job, self, &failure);
  if (failure == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, failure);
  return NULL;
}

void
harness_work_free (HarnessWork *self)
{
  g_array_unref (self->people);
  g_free (self);
}

static gint64 *
add_request (MukanaStore  *store,
             GError      **error)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Kotihoidon kehittäminen");
  mukana_record_init_text (file->request, "state", "open");
  mukana_record_init_text (file->request, "mode", "remote");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", 1);
  return mukana_store_run (store, &mukana_request_save_job, file, error);
}

/** harness_work_register_new: Returns: yours, closed, with a request and no deed in it */
MukanaTestRegister *
harness_work_register_new (void)
{
  MukanaTestRegister *place = mukana_test_register_new ();
  g_autoptr (GError) error = NULL;

  mukana_store_run (place->store, &mukana_founding_job, NULL, &error);
  g_assert_no_error (error);
  g_free (add_request (place->store, &error));
  g_assert_no_error (error);
  mukana_test_register_close (place);
  return place;
}

static void
save_person (HarnessWork  *self,
             int           number,
             GError      **error)
{
  g_autoptr (MukanaPerson) person = mukana_test_person_new ((guint) number);
  g_autofree gint64 *id = run (self, &mukana_person_save_job, person, error);

  if (id != NULL)
    g_array_append_val (self->people, *id);
}

static void
give_consent (HarnessWork  *self,
              gint64        person_id,
              const char   *purpose,
              GError      **error)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY);
  run (self, &mukana_consenting_give_job, consent, error);
}

static void
propose (HarnessWork  *self,
         gint64        person_id,
         GError      **error)
{
  MukanaProposing *proposing = mukana_proposing_new (self->request_id, "theme");
  GArray *ids;

  mukana_proposing_except (proposing, "agreed");
  mukana_proposing_add (proposing, person_id, 50, FALSE);
  ids = run (self, &mukana_proposing_job, proposing, error);
  g_clear_pointer (&ids, g_array_unref);
  mukana_proposing_free (proposing);
}

static void
withdraw (HarnessWork  *self,
          gint64        person_id,
          GError      **error)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, "matching", NULL, "phone");

  run (self, &mukana_consenting_withdraw_job, withdrawal, error);
  mukana_withdrawal_free (withdrawal);
}

/** harness_work_do: the deed of that number, from 1; the one before it must be there */
gboolean
harness_work_do (HarnessWork  *self,
                 int           deed,
                 GError      **error)
{
  int number = (deed - 1) / HARNESS_DEEDS_OF_ONE_PERSON;
  int kind = (deed - 1) % HARNESS_DEEDS_OF_ONE_PERSON;
  gint64 person_id = kind > 0 ? g_array_index (self->people, gint64, number) : 0;
  GError *failure = NULL;

  if (kind == 0)
    save_person (self, number, &failure);
  else if (kind <= 2)
    give_consent (self, person_id, kind == 1 ? "register" : "matching", &failure);
  else if (kind == 3)
    propose (self, person_id, &failure);
  else
    withdraw (self, person_id, &failure);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);
  return FALSE;
}

static const char * const deeds[HARNESS_DEEDS_OF_ONE_PERSON] = {
  "SELECT count(*) FROM person WHERE email LIKE 'person%@example.org'",
  "SELECT count(*) FROM consent WHERE purpose = 'register'",
  "SELECT count(*) FROM consent WHERE purpose = 'matching'",
  "SELECT count(*) FROM proposal",
  "SELECT count(*) FROM consent WHERE purpose = 'matching' AND withdrawn_at IS NOT NULL",
};

static char *
find_half_deed (gint64 *counts,
                gint64  n_closed,
                gint64  revision)
{
  gint64 sum = counts[0];

  for (int kind = 1; kind < HARNESS_DEEDS_OF_ONE_PERSON; kind++)
    {
      sum += counts[kind];
      if (counts[kind] > counts[kind - 1] || counts[kind] < counts[0] - 1)
        return g_strdup_printf ("deeds of kind %d are missing: %d people, %d", kind,
                                (int) counts[0], (int) counts[kind]);
    }

  if (n_closed != counts[HARNESS_DEEDS_OF_ONE_PERSON - 1])
    return g_strdup_printf ("%d consents were withdrawn, %d proposals closed",
                            (int) counts[HARNESS_DEEDS_OF_ONE_PERSON - 1], (int) n_closed);
  if (revision != sum + FIRST_REVISION)
    return g_strdup_printf ("%d deeds at revision %d", (int) sum, (int) revision);

  return NULL;
}

static gpointer
reckon_work (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (HarnessReckoning) reckoning = g_new0 (HarnessReckoning, 1);
  gint64 counts[HARNESS_DEEDS_OF_ONE_PERSON];
  gint64 n_closed = count (db, "SELECT count(*) FROM proposal WHERE state = 'withdrawn'", error);

  if (n_closed < 0)
    return NULL;

  for (int kind = 0; kind < HARNESS_DEEDS_OF_ONE_PERSON; kind++)
    {
      if ((counts[kind] = count (db, deeds[kind], error)) < 0)
        return NULL;
      reckoning->n_deeds += (int) counts[kind];
    }

  reckoning->problem = find_half_deed (counts, n_closed, mukana_db_get_revision (db));
  return g_steal_pointer (&reckoning);
}

static const MukanaJob reckon_job = { "harness.reckon", MUKANA_LANE_READ, reckon_work,
                                      (GDestroyNotify) harness_reckoning_free };

/* Pages, journal and search index, as the program itself checks them. */
static char *
describe_checkup (const MukanaCheckup *checkup)
{
  if (checkup->file[0] != NULL)
    return g_strdup_printf ("the file: %s", checkup->file[0]);
  if (checkup->first_broken != 0)
    return g_strdup_printf ("the journal is broken at %d", (int) checkup->first_broken);
  if (checkup->n_stray_terms != 0 || checkup->n_missing_people != 0)
    return g_strdup_printf ("the search index: %d stray, %d missing", (int) checkup->n_stray_terms,
                            (int) checkup->n_missing_people);
  return NULL;
}

/** harness_work_reckon: Returns: yours, what is there; or NULL when that cannot be read */
HarnessReckoning *
harness_work_reckon (HarnessWork  *self,
                     GError      **error)
{
  g_autoptr (HarnessReckoning) reckoning = run (self, &reckon_job, NULL, error);
  g_autoptr (MukanaCheckup) checkup = NULL;

  if (reckoning == NULL || !(checkup = run (self, &mukana_checking_job, NULL, error)))
    return NULL;

  if (reckoning->problem == NULL)
    reckoning->problem = describe_checkup (checkup);
  return g_steal_pointer (&reckoning);
}

void
harness_reckoning_free (HarnessReckoning *self)
{
  g_free (self->problem);
  g_free (self);
}
