/* mukana-importing-stored.c: what the register has of somebody, beside what a list says.
 *
 * A list adds and fills; it takes nothing away.  Of two consents the strictest
 * wins: a withdrawal that either side knows of stays.
 */

#include "services/mukana-importing-private.h"

#include <string.h>

#include "services/mukana-consenting.h"
#include "store/mukana-erasures.h"
#include "store/mukana-people.h"

void
mukana_stored_person_free (MukanaStoredPerson *self)
{
  g_clear_object (&self->person);
  for (guint i = 0; i < N_PERSON_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self->secret);
  g_free (self);
}

MukanaStoredPerson *
mukana_stored_person_load (MukanaDb  *db,
                           gint64     id,
                           GError   **error)
{
  g_autoptr (MukanaStoredPerson) self = g_new0 (MukanaStoredPerson, 1);
  GPtrArray **parts = self->parts;
  g_autoptr (GError) failure = NULL;

  if (!(self->person = mukana_people_get (db, id, error)) ||
      !(parts[PERSON_ROLES] = mukana_people_roles (db, id, error)) ||
      !(parts[PERSON_THEMES] = mukana_people_themes (db, id, error)) ||
      !(parts[PERSON_CONSENTS] = mukana_consenting_history (db, id, error)) ||
      !(parts[PERSON_TIMES] = mukana_people_parts (db, "availability.times", id,
                                                   MUKANA_TYPE_FREE_TIME, error)) ||
      !(parts[PERSON_ABSENCES] = mukana_people_parts (db, "availability.absences", id,
                                                      MUKANA_TYPE_ABSENCE, error)) ||
      !(parts[PERSON_CREDENTIALS] = mukana_people_credentials (db, id, error)) ||
      !(self->notes = mukana_people_notes (db, id, error)))
    return NULL;

  self->db = db;
  self->secret = mukana_erasures_dup_secret (db, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
is_own_business (const char *field)
{
  static const char * const fields[] = {
    "id", "version", "sort-key", "display-name", "state", "removed-at", "created-at", "updated-at",
    "created-on", "fee-mode", "notice-days",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i], field) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_empty (MukanaRecord      *record,
          const MukanaField *field)
{
  gint64 number;

  if (field->kind == MUKANA_FIELD_TEXT)
    return mukana_record_peek_text (record, field->name) == NULL;

  number = mukana_record_get_int (record, field->name);
  return field->kind == MUKANA_FIELD_DAY ? number == MUKANA_DAY_NONE
         : field->kind == MUKANA_FIELD_BOOL ? FALSE : number == 0;
}

/* Whether the list says something of the field that the register would take. */
static gboolean
takes (MukanaRecord      *stored,
       MukanaDraft       *draft,
       const MukanaField *field,
       guint              number,
       gboolean           only_empty)
{
  gboolean is_said = (draft->given >> number & 1) != 0 ||
                     (field->kind != MUKANA_FIELD_BOOL && !is_empty (draft->record, field));

  if (is_own_business (field->name) || !is_said || (only_empty && !is_empty (stored, field)))
    return FALSE;
  if (field->kind == MUKANA_FIELD_TEXT)
    return g_strcmp0 (mukana_record_peek_text (stored, field->name),
                      mukana_record_peek_text (draft->record, field->name)) != 0;

  return mukana_record_get_int (stored, field->name) !=
         mukana_record_get_int (draft->record, field->name);
}

/** mukana_import_merge_record: Returns: yours, @stored with what the list says of it */
MukanaRecord *
mukana_import_merge_record (MukanaRecord *stored,
                            MukanaDraft  *draft,
                            gboolean      only_empty)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (stored, &n_fields);
  MukanaRecord *merged = mukana_record_with_int (stored, "version",
                                                 mukana_record_get_int (stored, "version"));

  for (guint i = 0; i < n_fields; i++)
    if (!takes (stored, draft, &fields[i], i, only_empty))
      continue;
    else if (fields[i].kind == MUKANA_FIELD_TEXT)
      mukana_record_init_field_text (merged, &fields[i],
                                     mukana_record_peek_text (draft->record, fields[i].name));
    else
      mukana_record_init_field_int (merged, &fields[i],
                                    mukana_record_get_int (draft->record, fields[i].name));

  return merged;
}

static gboolean
has_withdrawal (GPtrArray *consents)
{
  for (guint i = 0; i < consents->len; i++)
    if (((MukanaConsent *) g_ptr_array_index (consents, i))->withdrawn_at != 0)
      return TRUE;

  return FALSE;
}

/* A list may put somebody on a break or end their time, and make a candidate active
 * who has withdrawn nothing; it brings nobody back. */
static const char *
choose_state (MukanaStoredPerson *self,
              MukanaDraft        *draft)
{
  const char *now = self->person->state, *listed = MUKANA_PERSON (draft->record)->state;

  if (strcmp (now, "ended") == 0 || strcmp (listed, "candidate") == 0)
    return now;
  if (strcmp (now, "candidate") == 0 && has_withdrawal (self->parts[PERSON_CONSENTS]))
    return now;

  return listed;
}

/**
 * mukana_stored_person_with:
 * @only_empty: fills what is empty; else what the list says takes the place of what was
 *
 * Returns: yours, the person as they would be
 */
MukanaPerson *
mukana_stored_person_with (MukanaStoredPerson *self,
                           MukanaDraft        *draft,
                           gboolean            only_empty)
{
  MukanaPerson *merged = MUKANA_PERSON (mukana_import_merge_record (MUKANA_RECORD (self->person),
                                                                    draft, only_empty));
  g_autofree char *given = g_strdup (merged->given_name), *family = g_strdup (merged->family_name);

  mukana_person_init_names (merged, given, family);
  if (!only_empty || strcmp (self->person->state, "candidate") == 0)
    mukana_record_init_text (merged, "state", choose_state (self, draft));

  return merged;
}

static gboolean
is_same_part (PersonPart kind,
              gpointer   a,
              gpointer   b)
{
  switch (kind)
    {
    case PERSON_ROLES:
      return strcmp (((MukanaRoleTerm *) a)->role_code, ((MukanaRoleTerm *) b)->role_code) == 0;

    case PERSON_THEMES:
      return strcmp (((MukanaExperience *) a)->theme_id, ((MukanaExperience *) b)->theme_id) == 0 &&
             strcmp (((MukanaExperience *) a)->perspective,
                     ((MukanaExperience *) b)->perspective) == 0;

    case PERSON_TIMES:
      {
        MukanaFreeTime *left = a, *right = b;

        return left->weekday == right->weekday && left->start_minute == right->start_minute &&
               left->end_minute == right->end_minute && left->valid_from == right->valid_from;
      }

    case PERSON_ABSENCES:
      return ((MukanaAbsence *) a)->from_day == ((MukanaAbsence *) b)->from_day &&
             ((MukanaAbsence *) a)->last_day == ((MukanaAbsence *) b)->last_day;

    case PERSON_CREDENTIALS:
      {
        MukanaCredential *left = a, *right = b;

        return strcmp (left->kind, right->kind) == 0 &&
               (left->done_on == right->done_on || right->done_on == MUKANA_DAY_NONE);
      }

    default:
      g_assert_not_reached ();
    }
}

/** mukana_stored_person_judge: what a consent of the list means beside the register's */
ConsentDeed
mukana_stored_person_judge (MukanaStoredPerson *self,
                            MukanaConsent      *listed)
{
  GPtrArray *history = self->parts[PERSON_CONSENTS];
  /* Withdrawn so long ago that the theme and the withdrawal are erased. */
  gboolean is_withdrawn = mukana_erasures_has_theme (self->db, self->secret, self->person->id,
                                                     listed->theme_id);

  for (guint i = 0; i < history->len; i++)
    {
      MukanaConsent *known = g_ptr_array_index (history, i);
      gboolean is_same = g_strcmp0 (known->purpose, listed->purpose) == 0 &&
                         g_strcmp0 (known->theme_id, listed->theme_id) == 0;

      if (is_same && listed->withdrawn_at != 0 && known->withdrawn_at == 0 &&
          known->given_on <= listed->withdrawn_on)
        return CONSENT_ENDS;
      if (is_same && known->given_on == listed->given_on)
        return CONSENT_KNOWN;
      if (known->withdrawn_at != 0 && (is_same || strcmp (known->purpose, "register") == 0))
        is_withdrawn = TRUE;
    }

  return is_withdrawn && listed->withdrawn_at == 0 ? CONSENT_KNOWN : CONSENT_ADDED;
}

/* Its consent is in force, or comes with the list. */
static gboolean
takes_theme (MukanaStoredPerson *self,
             MukanaDraft        *draft,
             const char         *theme_id)
{
  MukanaDay today = mukana_db_today (self->db);
  GPtrArray *listed = draft->parts[PERSON_CONSENTS];

  if (mukana_consent_allows (self->parts[PERSON_CONSENTS], "theme", theme_id, today))
    return TRUE;

  for (guint i = 0; listed != NULL && i < listed->len; i++)
    {
      MukanaConsent *consent = g_ptr_array_index (listed, i);

      if (g_strcmp0 (consent->theme_id, theme_id) == 0 && mukana_consent_holds (consent, today) &&
          mukana_stored_person_judge (self, consent) == CONSENT_ADDED)
        return TRUE;
    }

  return FALSE;
}

/** mukana_stored_person_has: Returns: whether @part of @draft is there, or may not be taken in */
gboolean
mukana_stored_person_has (MukanaStoredPerson *self,
                          MukanaDraft        *draft,
                          PersonPart          kind,
                          gpointer            part)
{
  if (kind == PERSON_CONSENTS)
    return mukana_stored_person_judge (self, part) == CONSENT_KNOWN;
  if (kind == PERSON_THEMES &&
      !takes_theme (self, draft, ((MukanaExperience *) part)->theme_id))
    return TRUE;

  for (guint i = 0; i < self->parts[kind]->len; i++)
    if (is_same_part (kind, g_ptr_array_index (self->parts[kind], i), part))
      return TRUE;

  return FALSE;
}
