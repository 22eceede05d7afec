/* mukana-history.c: what a record's fields were, and putting one back.
 *
 * Putting a field back is a change like any other: checked as the record is, with
 * rows of its own in the history and the journal.  What the law has ended is not
 * brought back by it: nothing of somebody erased or removed, no consent, and no
 * support need that is empty since its consent was withdrawn.
 */

#include "services/mukana-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-field-words.h"
#include "domain/mukana-parts-text.h"
#include "domain/mukana-person-parts.h"
#include "services/mukana-consenting.h"
#include "services/mukana-registering.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

static gpointer
history_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  const MukanaHistoryQuestion *question = arg;

  if (question->kind == MUKANA_KIND_PERSON &&
      !mukana_role_may (mukana_db_peek_role (db), MUKANA_DEED_SEE_SENSITIVE))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("Your role in this register does not include this."));
      return NULL;
    }

  return mukana_record_list (db, "changes.of-record", MUKANA_TYPE_FIELD_CHANGE, error,
                             mukana_text ("kind", mukana_kind_name (question->kind)),
                             mukana_int ("record_id", question->record_id));
}

static gboolean
look_at_history (gconstpointer  arg,
                 MukanaLook    *look)
{
  const MukanaHistoryQuestion *question = arg;

  *look = (MukanaLook) { "looking.history", question->kind, question->record_id, NULL };
  return TRUE;
}

const MukanaJob mukana_history_job = {
  "history.read", MUKANA_LANE_READ, history_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_at_history, .needs = MUKANA_DEED_WORK_HERE
};

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, sentence);
  return FALSE;
}

/* Source: GDPR Articles 7(3) and 17(1)(b). */
static gboolean
check_lawful (MukanaDb           *db,
              MukanaPerson       *person,
              const MukanaField  *field,
              GError            **error)
{
  g_autofree char *now = mukana_field_print (MUKANA_RECORD (person), field);
  gint64 n_ended;

  if (now != NULL || (field->flags & MUKANA_FIELD_SPECIAL) == 0)
    return TRUE;

  n_ended = mukana_db_count (db, "changes.support-ended", error,
                             mukana_int ("person_id", person->id));
  if (n_ended > 0)
    refuse (error, N_("The field is empty because a consent was withdrawn. It can be filled again "
                      "only with a new consent."));
  return n_ended == 0;
}

/* What the list is ordered by and shows follows the names. */
static gpointer
tidy_person (MukanaPerson *person)
{
  return mukana_person_with_names (person, person->given_name, person->family_name);
}

/* A consent stands beside each theme, and is not put back with it. */
static gboolean
revert_parts (MukanaDb           *db,
              MukanaFieldChange  *change,
              GError            **error)
{
  GType type = mukana_parts_type (change->field);
  g_autoptr (GPtrArray) parts = mukana_parts_parse (change->old_value, type);
  MukanaPartsChange back = { change->record_id, change->field, parts };

  if (type == MUKANA_TYPE_EXPERIENCE)
    return refuse (error, N_("Themes are chosen again on the person's page, where their consents "
                             "are."));
  return mukana_registering_change_parts (db, &back, error);
}

static gboolean
revert_person (MukanaDb           *db,
               MukanaFieldChange  *change,
               GError            **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, change->record_id, error);
  const MukanaField *field = person ? mukana_record_find_field (MUKANA_RECORD (person),
                                                                change->field) : NULL;
  g_autoptr (MukanaPerson) changed = NULL;
  g_autoptr (MukanaPerson) tidy = NULL;

  if (person == NULL)
    return FALSE;
  if (mukana_parts_type (change->field) != 0)
    return revert_parts (db, change, error);
  if (field == NULL || !mukana_field_has_story (field))
    return refuse (error, N_("This field cannot be put back."));
  if (!check_lawful (db, person, field, error))
    return FALSE;

  changed = mukana_field_set (MUKANA_RECORD (person), field, change->old_value);
  tidy = g_str_has_suffix (field->name, "-name") ? tidy_person (changed) : g_object_ref (changed);
  return mukana_people_save (db, tidy, error) &&
         mukana_consenting_check_support (db, person->id, person, tidy, error);
}

static gboolean
revert_organisation (MukanaDb           *db,
                     MukanaFieldChange  *change,
                     GError            **error)
{
  g_autoptr (MukanaOrganisation) organisation =
    mukana_record_get (db, "organisations.get", change->record_id, MUKANA_TYPE_ORGANISATION, error);
  const MukanaField *field = organisation ? mukana_record_find_field (MUKANA_RECORD (organisation),
                                                                      change->field) : NULL;
  g_autoptr (MukanaOrganisation) changed = NULL;
  g_autofree char *key = NULL;

  if (organisation == NULL)
    return FALSE;
  if (field == NULL || !mukana_field_has_story (field))
    return refuse (error, N_("This field cannot be put back."));

  changed = mukana_field_set (MUKANA_RECORD (organisation), field, change->old_value);
  key = mukana_text_sort_key (changed->name);
  mukana_record_init_text (changed, "sort-key", key);
  return mukana_organisations_save (db, changed, NULL, error);
}

/* Times, themes and needs stay as they are: they are read to be saved again. */
static gboolean
revert_request (MukanaDb           *db,
                MukanaFieldChange  *change,
                GError            **error)
{
  gint64 id = change->record_id;
  g_autoptr (MukanaRequestFile) file = mukana_request_file_job.run (db, &id, NULL, error);
  const MukanaField *field = file ? mukana_record_find_field (MUKANA_RECORD (file->request),
                                                              change->field) : NULL;
  MukanaRequest *changed;

  if (file == NULL)
    return FALSE;
  if (field == NULL || !mukana_field_has_story (field) || strcmp (field->name, "state") == 0)
    return refuse (error, N_("This field cannot be put back."));

  changed = mukana_field_set (MUKANA_RECORD (file->request), field, change->old_value);
  if (strcmp (field->name, "title") == 0)
    mukana_request_init_title (changed, change->old_value ? change->old_value : "");
  g_object_unref (file->request);
  file->request = changed;
  return mukana_registering_save_request (db, file, error) > 0;
}

static const struct
{
  const char *kind;
  MukanaDeed  needs;
  gboolean  (*revert) (MukanaDb           *db,
                       MukanaFieldChange  *change,
                       GError            **error);
} reverts[] = {
  { "person", MUKANA_DEED_CHANGE_PEOPLE, revert_person },
  { "organisation", MUKANA_DEED_CHANGE_ORGANISATIONS, revert_organisation },
  { "request", MUKANA_DEED_CHANGE_REQUESTS, revert_request },
};

static gpointer
revert_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaFieldChange) change = mukana_record_get (db, "changes.get", *(gint64 *) arg,
                                                            MUKANA_TYPE_FIELD_CHANGE, error);

  for (guint i = 0; change != NULL && i < G_N_ELEMENTS (reverts); i++)
    if (strcmp (reverts[i].kind, change->kind) == 0)
      {
        if (mukana_role_may (mukana_db_peek_role (db), reverts[i].needs))
          reverts[i].revert (db, change, error);
        else
          refuse (error, N_("Your role in this register does not include this."));
        return NULL;
      }

  if (change != NULL)
    refuse (error, N_("This field cannot be put back."));
  return NULL;
}

const MukanaJob mukana_history_revert_job = {
  "history.revert", MUKANA_LANE_WRITE, revert_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};
