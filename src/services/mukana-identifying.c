/* mukana-identifying.c: identity codes and accounts of people who are paid, where the county keeps
 * them here.
 *
 * A register is without them until somebody says on which ground the county decided otherwise,
 * because payroll's own number of a person is enough; and when that is taken back, all of them
 * go.  They are in a table of their own, which no list, no search and no paper reads; whole they
 * are shown by a write, so that whoever looks is in the journal before they see anything.
 */

#include "services/mukana-identifying.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

#define SETTING "pay-identity"    /* the day, a space, the ground; "" for off */
#define DAY_LENGTH 10
#define GROUND_LIMIT 200

void
mukana_identifying_free (MukanaIdentifying *self)
{
  g_free (self->ground);
  g_free (self);
}

void
mukana_masked_identity_free (MukanaMaskedIdentity *self)
{
  g_free (self->identity_code);
  g_free (self->account);
  g_free (self);
}

static gboolean
refuse (const char  *sentence,
        int          code,
        GError     **error)
{
  g_set_error_literal (error, MUKANA_ERROR, code, sentence);
  return FALSE;
}

/* ---- Whether the register keeps them ---- */

static char *
read_setting (MukanaDb  *db,
              GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name", SETTING));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  return result < 0 ? NULL : g_strdup (result > 0 ? mukana_query_peek_text (query, "value") : "");
}

int
mukana_identifying_is_on (MukanaDb  *db,
                          GError   **error)
{
  g_autofree char *setting = read_setting (db, error);

  return setting == NULL ? -1 : *setting != '\0';
}

/** mukana_identifying_must_see: refuses where they are not kept, and whoever does not see them */
gboolean
mukana_identifying_must_see (MukanaDb  *db,
                             GError   **error)
{
  int is_on = mukana_identifying_is_on (db, error);

  if (is_on == 0)
    return refuse (N_("This register keeps no identity codes and no account numbers."),
                   MUKANA_ERROR_NOT_ALLOWED, error);
  if (is_on > 0 && !mukana_db_sees_identity (db))
    return refuse (N_("Whoever is named to see to fees sees identity codes and account numbers."),
                   MUKANA_ERROR_NOT_ALLOWED, error);

  return is_on > 0;
}

static gpointer
setting_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaIdentifying) found = g_new0 (MukanaIdentifying, 1);
  g_autofree char *setting = read_setting (db, error);
  g_autoptr (MukanaQuery) query = setting ? mukana_db_select (db, "identities.count", error) : NULL;

  if (query == NULL || mukana_query_step (query, error) < 0)
    return NULL;

  found->is_on = *setting != '\0';
  found->may_see = mukana_db_sees_identity (db);
  found->decided_on = MUKANA_DAY_NONE;
  found->n_codes = mukana_query_get_int (query, "n_codes");
  found->n_accounts = mukana_query_get_int (query, "n_accounts");
  if (strlen (setting) > DAY_LENGTH)
    {
      g_autofree char *day = g_strndup (setting, DAY_LENGTH);

      found->decided_on = mukana_day_parse_iso (day);
      found->ground = g_strdup (setting + DAY_LENGTH + 1);
    }
  return g_steal_pointer (&found);
}

static gboolean
set (MukanaDb    *db,
     const char  *value,
     const char  *action,
     GError     **error)
{
  if (mukana_db_run (db, "settings.set", error, mukana_text ("name", SETTING),
                     mukana_text ("value", value)) < 0 ||
      !mukana_journal_add (db, action, MUKANA_KIND_REGISTER, 0, SETTING, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gpointer
turn_on_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *ground = mukana_text_tidy (arg);
  g_autofree char *today = mukana_day_to_iso (mukana_db_today (db));
  g_autofree char *value = ground ? g_strdup_printf ("%s %s", today, ground) : NULL;

  if (value == NULL || g_utf8_strlen (ground, -1) > GROUND_LIMIT)
    refuse (N_("Say in a few words on which ground the county decided so."), MUKANA_ERROR_INVALID,
            error);
  else
    set (db, value, "identifying.turn-on", error);

  return NULL;
}

static gpointer
turn_off_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  gint64 n_dropped = mukana_db_run (db, "identities.drop-all", error);

  return n_dropped >= 0 && set (db, "", "identifying.turn-off", error)
           ? g_memdup2 (&n_dropped, sizeof n_dropped) : NULL;
}

/* ---- Of one person ---- */

static gpointer
masked_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaMaskedIdentity) masked = g_new0 (MukanaMaskedIdentity, 1);
  int is_on = mukana_identifying_is_on (db, error);
  g_autoptr (MukanaQuery) query =
    is_on >= 0 ? mukana_db_select (db, "identities.masked", error,
                                   mukana_int ("person_id", *(gint64 *) arg)) : NULL;
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return NULL;

  masked->is_on = is_on > 0;
  masked->may_see = mukana_db_sees_identity (db);
  if (result > 0)
    {
      masked->identity_code = g_strdup (mukana_query_peek_text (query, "identity_code"));
      masked->account = g_strdup (mukana_query_peek_text (query, "account"));
    }
  return g_steal_pointer (&masked);
}

/* Returns: yours; an empty one of version 0 when nothing is kept of the person */
static MukanaPayIdentity *
read_identity (MukanaDb  *db,
               gint64     person_id,
               GError   **error)
{
  g_autoptr (GPtrArray) found = mukana_people_parts (db, "identities.get", person_id,
                                                     MUKANA_TYPE_PAY_IDENTITY, error);

  if (found == NULL)
    return NULL;

  return found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0))
                        : mukana_pay_identity_new (person_id, 0, NULL, NULL);
}

static gpointer
show_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 person_id = *(gint64 *) arg;
  g_autoptr (MukanaPayIdentity) identity = NULL;

  if (!mukana_identifying_must_see (db, error) ||
      !(identity = read_identity (db, person_id, error)) ||
      !mukana_journal_add (db, "looking.identity", MUKANA_KIND_PERSON, person_id,
                           "identity-code account", error))
    return NULL;

  return g_steal_pointer (&identity);
}

static gboolean
check_other_people (MukanaDb           *db,
                    MukanaPayIdentity  *identity,
                    GError            **error)
{
  g_autoptr (GPtrArray) issues = mukana_issues_new ();
  gint64 n_others = identity->identity_code == NULL ? 0
    : mukana_db_count (db, "identities.count-others", error,
                       mukana_text ("identity_code", identity->identity_code),
                       mukana_int ("person_id", identity->person_id));

  if (n_others > 0)
    mukana_issues_add (issues, "identity-code",
                       N_("Another person in the register has this code. Perhaps somebody is "
                          "there twice: merge the records first."));
  return n_others >= 0 && mukana_issues_pass (issues, error);
}

static gboolean
check (MukanaDb           *db,
       MukanaPayIdentity  *identity,
       GError            **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, identity->person_id, error);
  g_autoptr (GPtrArray) issues = NULL;

  if (person == NULL)
    return FALSE;

  issues = mukana_pay_identity_check (identity, (int) person->birth_year, mukana_db_today (db));
  return mukana_issues_pass (issues, error) && check_other_people (db, identity, error);
}

/* Names of the fields that change, for the journal; what they were is kept nowhere. */
static const char *
tell_fields (MukanaPayIdentity *stored,
             MukanaPayIdentity *wanted)
{
  gboolean has_code = g_strcmp0 (stored->identity_code, wanted->identity_code) != 0;
  gboolean has_account = g_strcmp0 (stored->account, wanted->account) != 0;

  if (has_code && has_account)
    return "identity-code account";
  return has_code ? "identity-code" : has_account ? "account" : NULL;
}

/* Returns: the version that is stored then, 0 when nothing is, -1 with @error set */
static gint64
store_identity (MukanaDb           *db,
                MukanaPayIdentity  *stored,
                MukanaPayIdentity  *wanted,
                GError            **error)
{
  g_autoptr (MukanaPayIdentity) changed = mukana_record_with_int (wanted, "id", stored->id);
  gboolean is_empty = wanted->identity_code == NULL && wanted->account == NULL;

  if (wanted->version != stored->version)
    {
      refuse ("The record was changed since", MUKANA_ERROR_CONFLICT, error);
      return -1;
    }
  if (stored->id == 0)
    return is_empty ? 0 : mukana_record_insert (db, "identities.add", MUKANA_RECORD (wanted),
                                                error) < 0 ? -1 : 1;
  if (!mukana_record_update (db, is_empty ? "identities.drop" : "identities.save",
                             MUKANA_RECORD (changed), error))
    return -1;

  return is_empty ? 0 : stored->version + 1;
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaPayIdentity *wanted = arg;
  g_autoptr (MukanaPayIdentity) stored = NULL;
  const char *fields;
  gint64 version;

  if (!mukana_identifying_must_see (db, error) || !check (db, wanted, error) ||
      !(stored = read_identity (db, wanted->person_id, error)))
    return NULL;
  if ((fields = tell_fields (stored, wanted)) == NULL)
    return g_memdup2 (&stored->version, sizeof stored->version);
  if ((version = store_identity (db, stored, wanted, error)) < 0 ||
      !mukana_journal_add (db, "identifying.save", MUKANA_KIND_PERSON, wanted->person_id, fields,
                           error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_PERSON, wanted->person_id, MUKANA_EFFECT_CHANGED);
  return g_memdup2 (&version, sizeof version);
}

const MukanaJob mukana_identifying_setting_job = {
  "identifying.setting", MUKANA_LANE_READ, setting_run, (GDestroyNotify) mukana_identifying_free,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_identifying_turn_on_job = {
  "identifying.turn-on", MUKANA_LANE_WRITE, turn_on_run, NULL, .needs = MUKANA_DEED_SEE_IDENTITY
};
const MukanaJob mukana_identifying_turn_off_job = {
  "identifying.turn-off", MUKANA_LANE_WRITE, turn_off_run, g_free,
  .needs = MUKANA_DEED_SEE_IDENTITY
};
const MukanaJob mukana_identifying_masked_job = {
  "identifying.masked", MUKANA_LANE_READ, masked_run,
  (GDestroyNotify) mukana_masked_identity_free, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_identifying_show_job = {
  "identifying.show", MUKANA_LANE_WRITE, show_run, g_object_unref,
  .needs = MUKANA_DEED_SEE_IDENTITY
};
const MukanaJob mukana_identifying_save_job = {
  "identifying.save", MUKANA_LANE_WRITE, save_run, g_free, .needs = MUKANA_DEED_SEE_IDENTITY
};
