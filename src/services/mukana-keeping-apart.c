/* mukana-keeping-apart.c: says of two people that they are not placed together, and takes it back.
 *
 * It stands in the log of both, without who the other one is, and holds from the next question on:
 * matching, planning and proposing ask the same table.
 */

#include "services/mukana-keeping-apart.h"

#include "base/mukana-issue.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

/** mukana_apart_of_person: Returns: yours, of MukanaApart, each with the name of the other one */
GPtrArray *
mukana_apart_of_person (MukanaDb  *db,
                        gint64     person_id,
                        GError   **error)
{
  return mukana_people_parts (db, "apart.of-person", person_id, MUKANA_TYPE_APART, error);
}

static gboolean
note (MukanaDb     *db,
      const char   *action,
      MukanaApart  *apart,
      GError      **error)
{
  if (!mukana_journal_add (db, action, MUKANA_KIND_PERSON, apart->person_id, NULL, error) ||
      !mukana_journal_add (db, action, MUKANA_KIND_PERSON, apart->other_id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_PERSON, apart->person_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, apart->other_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gpointer
keep_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaApart *apart = arg;
  g_autoptr (GPtrArray) issues = mukana_apart_check (apart);
  g_autoptr (MukanaPerson) person = NULL;
  g_autoptr (MukanaPerson) other = NULL;

  if (mukana_issues_pass (issues, error) &&
      (person = mukana_people_get (db, apart->person_id, error)) != NULL &&
      (other = mukana_people_get (db, apart->other_id, error)) != NULL &&
      mukana_db_run (db, "apart.keep", error, mukana_int ("person_id", apart->person_id),
                     mukana_int ("other_id", apart->other_id),
                     mukana_text ("reason", apart->reason),
                     mukana_day ("said_on", mukana_db_today (db))) >= 0)
    note (db, "apart.keep", apart, error);

  return NULL;
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaApart *apart = arg;

  if (mukana_db_run (db, "apart.drop", error, mukana_int ("person_id", apart->person_id),
                     mukana_int ("other_id", apart->other_id)) > 0)
    note (db, "apart.drop", apart, error);

  return NULL;
}

const MukanaJob mukana_keep_apart_job = {
  "apart.keep", MUKANA_LANE_WRITE, keep_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_let_together_job = {
  "apart.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
