/* mukana-guarding.c: the guardian's yes for somebody under 18, given and taken back. */

#include "services/mukana-guarding.h"

#include "base/mukana-issue.h"
#include "services/mukana-consenting.h"
#include "services/mukana-drafting.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

/** mukana_guardians_of_person: Returns: yours, of MukanaGuardian, oldest first */
GPtrArray *
mukana_guardians_of_person (MukanaDb  *db,
                            gint64     person_id,
                            GError   **error)
{
  return mukana_people_parts (db, "guardians.of-person", person_id, MUKANA_TYPE_GUARDIAN, error);
}

static gpointer
add_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (MukanaGuardian) whole = mukana_record_with_text (arg, "recorded-by",
                                                              mukana_db_peek_actor (db));
  g_autoptr (GPtrArray) issues = mukana_guardian_check (whole, mukana_db_today (db));
  g_autoptr (MukanaPerson) person = NULL;

  if (!mukana_issues_pass (issues, error) ||
      (person = mukana_people_get (db, whole->person_id, error)) == NULL ||
      mukana_record_insert (db, "guardians.add", MUKANA_RECORD (whole), error) < 0 ||
      !mukana_journal_add (db, "guarding.give", MUKANA_KIND_CONSENT, whole->person_id, "guardian",
                           error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_CONSENT, whole->person_id, MUKANA_EFFECT_ADDED);
  return NULL;
}

static gpointer
withdraw_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaGuardian *guardian = arg;

  if (mukana_db_run (db, "guardians.end", error, mukana_int ("id", guardian->id),
                     mukana_int ("person_id", guardian->person_id),
                     mukana_day ("day", mukana_db_today (db))) >= 0 &&
      mukana_drafts_drop_of_person (db, guardian->person_id, error) &&
      mukana_consenting_close_unmatchable (db, guardian->person_id, error) &&
      mukana_journal_add (db, "guarding.withdraw", MUKANA_KIND_CONSENT, guardian->person_id,
                          "guardian", error))
    mukana_db_touch (db, MUKANA_KIND_CONSENT, guardian->person_id, MUKANA_EFFECT_ENDED);

  return NULL;
}

const MukanaJob mukana_guardian_add_job = {
  "guarding.give", MUKANA_LANE_WRITE, add_run, NULL
};
const MukanaJob mukana_guardian_withdraw_job = {
  "guarding.withdraw", MUKANA_LANE_WRITE, withdraw_run, NULL
};
