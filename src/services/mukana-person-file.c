/* mukana-person-file.c: one person, with everything that belongs to them. */

#include "services/mukana-registering.h"

#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-parts-text.h"
#include "domain/mukana-retention.h"
#include "services/mukana-agreed-with.h"
#include "services/mukana-consenting.h"
#include "services/mukana-guarding.h"
#include "services/mukana-keeping-apart.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-rights.h"
#include "services/mukana-supporting.h"
#include "store/mukana-field-changes.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

static void
free_event (gpointer data)
{
  MukanaEvent *event = data;

  g_free (event->title);
  g_free (event->theme_id);
  g_free (event);
}

void
mukana_person_file_free (MukanaPersonFile *self)
{
  g_clear_object (&self->person);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->consents, g_ptr_array_unref);
  g_clear_pointer (&self->guardians, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->purposes, g_ptr_array_unref);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->own_weeks, g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->busy_times, g_ptr_array_unref);
  g_clear_pointer (&self->credentials, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->apart, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, g_ptr_array_unref);
  g_clear_pointer (&self->rights, g_ptr_array_unref);
  g_free (self);
}

/* One statement's rows as events: where its day, title, state and amount stand. */
typedef struct
{
  const char *statement;
  const char *kind;
  const char *day;
  const char *title;
  const char *state;
  const char *amount;     /* NULL when there is none */
  const char *theme;      /* likewise */
} EventSource;

static const EventSource event_sources[] = {
  { "proposals.of-person", "proposal", "proposed_on", "title", "state", NULL, NULL },
  { "assignments.of-person", "assignment", "day", "title", "state", NULL, NULL },
  { "fees.of-person", "fee", "service_day", "calculation", "state", "amount_cents", NULL },
  { "feedbacks.of-person", "feedback", "given_on", "title", "side", NULL, NULL },
  { "consents.history", "consent", "given_on", "purpose", "purpose", NULL, "theme_id" },
  { "consents.history", "withdrawal", "withdrawn_on", "purpose", "purpose", NULL, "theme_id" },
};

static gboolean
read_events (MukanaDb           *db,
             const EventSource  *source,
             gint64              person_id,
             GPtrArray          *timeline,
             GError            **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, source->statement, error,
                                                    mukana_int ("person_id", person_id));
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaDay day = mukana_query_get_day (query, source->day);
      MukanaEvent *event;

      if (day == MUKANA_DAY_NONE)
        continue;

      event = g_new0 (MukanaEvent, 1);
      event->day = day;
      event->kind = source->kind;
      event->title = g_strdup (mukana_query_peek_text (query, source->title));
      event->state = g_intern_string (mukana_query_peek_text (query, source->state));
      event->amount_cents = source->amount ? mukana_query_get_int (query, source->amount) : 0;
      event->record_id = mukana_query_get_int (query, "id");
      event->theme_id = source->theme ? g_strdup (mukana_query_peek_text (query, source->theme))
                                      : NULL;
      g_ptr_array_add (timeline, event);
    }

  return result == 0;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const MukanaEvent *left = *(const MukanaEvent * const *) a;
  const MukanaEvent *right = *(const MukanaEvent * const *) b;

  return (left->day < right->day) - (left->day > right->day);
}

static gboolean
read_timeline (MukanaDb          *db,
               MukanaPersonFile  *file,
               GError           **error)
{
  file->timeline = g_ptr_array_new_with_free_func (free_event);

  for (guint i = 0; i < G_N_ELEMENTS (event_sources); i++)
    if (!read_events (db, &event_sources[i], file->person->id, file->timeline, error))
      return FALSE;

  g_ptr_array_sort (file->timeline, compare_events);
  return TRUE;
}

static gboolean
is_of_theme (gpointer consent)
{
  return mukana_record_peek_text (consent, "theme-id") != NULL;
}

/* The page gets a copy, and nobody else's is touched: they were read a moment ago. */
static void
hide_texts (gpointer record)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == MUKANA_FIELD_TEXT && fields[i].flags & MUKANA_FIELD_SPECIAL)
      mukana_record_init_field_text (record, &fields[i], NULL);
}

static void
hide_theme_consents (MukanaPersonFile *file)
{
  for (guint i = file->consents->len; i > 0; i--)
    if (is_of_theme (g_ptr_array_index (file->consents, i - 1)))
      g_ptr_array_remove_index (file->consents, i - 1);
}

/* Themes and notes were not read at all; what stands in the person's own row, in their requests
 * about their data and in the consents for themes is taken out here, with every document. */
static void
hide_sensitive (MukanaDb         *db,
                MukanaPersonFile *file)
{
  if (mukana_role_may (mukana_db_peek_role (db), MUKANA_DEED_SEE_SENSITIVE))
    return;

  hide_texts (file->person);
  g_ptr_array_set_size (file->facts, 0);
  g_ptr_array_set_size (file->apart, 0);
  g_ptr_array_set_size (file->attachments, 0);
  for (guint i = 0; i < file->rights->len; i++)
    hide_texts (g_ptr_array_index (file->rights, i));
  hide_theme_consents (file);
}

/* Whose consent to the register has ended: what it is known by is left, with what law keeps. */
static void
hide_ended (MukanaPersonFile *file)
{
  GPtrArray * const parts[] = {
    file->roles, file->themes, file->times, file->own_weeks, file->absences, file->busy_times,
    file->credentials, file->facts, file->apart, file->notes
  };

  hide_texts (file->person);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_ptr_array_set_size (parts[i], 0);
  hide_theme_consents (file);
}

static gboolean
read_ended (MukanaDb          *db,
            MukanaPersonFile  *file,
            GError           **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.ended-on", error,
                                                    mukana_int ("person_id", file->person->id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  file->ended_on = file->erase_on = MUKANA_DAY_NONE;
  if (result <= 0)
    return result == 0;

  file->ended_on = mukana_query_get_day (query, "ended_on");
  if (mukana_query_get_int (query, "days") >= 0 && file->person->restricted_at == 0)
    file->erase_on = mukana_retention_due_on ("ended", file->ended_on,
                                              mukana_query_get_int (query, "days"));
  hide_ended (file);
  return TRUE;
}

static gboolean
tells_theme (const MukanaPersonFile *file,
             const char             *theme_id)
{
  for (guint i = 0; i < file->themes->len; i++)
    if (g_strcmp0 (mukana_record_peek_text (g_ptr_array_index (file->themes, i), "theme-id"),
                   theme_id) == 0)
      return TRUE;

  return FALSE;
}

/* A consent tells which theme it is for, while the theme itself is told: not to whoever sees none,
 * and not when it is hidden or gone. */
static void
hide_themes_of_events (MukanaPersonFile *file)
{
  for (guint i = 0; i < file->timeline->len; i++)
    {
      MukanaEvent *event = g_ptr_array_index (file->timeline, i);

      if (event->theme_id != NULL && !tells_theme (file, event->theme_id))
        g_clear_pointer (&event->theme_id, g_free);
    }
}

static gpointer
file_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaPersonFile) file = g_new0 (MukanaPersonFile, 1);
  gint64 n_usable, n_matchable;

  if (!(file->person = mukana_people_get (db, id, error)) ||
      !(file->roles = mukana_people_roles (db, id, error)) ||
      !(file->themes = mukana_people_themes (db, id, error)) ||
      !(file->consents = mukana_consenting_history (db, id, error)) ||
      !(file->guardians = mukana_guardians_of_person (db, id, error)) ||
      !(file->attachments = mukana_people_parts (db, "attachments.of-person", id,
                                                 MUKANA_TYPE_ATTACHMENT, error)) ||
      !(file->purposes = mukana_purposes_job.run (db, NULL, cancellable, error)) ||
      !(file->times = mukana_people_parts (db, "availability.times", id, MUKANA_TYPE_FREE_TIME,
                                           error)) ||
      !(file->own_weeks = mukana_people_parts (db, "availability.own-weeks", id,
                                               MUKANA_TYPE_OWN_WEEK, error)) ||
      !(file->absences = mukana_people_parts (db, "availability.absences", id, MUKANA_TYPE_ABSENCE,
                                              error)) ||
      !(file->busy_times = mukana_people_parts (db, "availability.busy-times", id,
                                                MUKANA_TYPE_BUSY_TIME, error)) ||
      !(file->credentials = mukana_people_credentials (db, id, error)) ||
      !(file->facts = mukana_people_facts (db, id, error)) ||
      !(file->apart = mukana_apart_of_person (db, id, error)) ||
      !(file->notes = mukana_people_notes (db, id, error)) ||
      !(file->assignments = mukana_people_parts (db, "assignments.of-person", id,
                                                 MUKANA_TYPE_ASSIGNMENT, error)) ||
      !read_timeline (db, file, error) ||
      !(file->rights = mukana_rights_of_person (db, id, error)) ||
      !mukana_rights_of_basis (db, &file->may_ask, error) ||
      (n_usable = mukana_db_count (db, "consents.is-usable", error,
                                   mukana_int ("person_id", id))) < 0 ||
      (n_matchable = mukana_db_count (db, "consents.is-matchable", error,
                                      mukana_int ("person_id", id))) < 0 ||
      !read_ended (db, file, error))
    return NULL;

  hide_sensitive (db, file);
  hide_themes_of_events (file);
  file->is_usable = n_usable > 0;
  file->is_matchable = n_matchable > 0;
  return g_steal_pointer (&file);
}

/* Whoever reads one person has looked at them. */
static gboolean
look_at_person (gconstpointer  arg,
                MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.person", MUKANA_KIND_PERSON, *(const gint64 *) arg, NULL };
  return TRUE;
}

const MukanaJob mukana_person_file_job = {
  "registering.person-file", MUKANA_LANE_READ, file_run, (GDestroyNotify) mukana_person_file_free,
  .looks_at = look_at_person, .needs = MUKANA_DEED_SEE_PEOPLE
};

MukanaToldPerson *
mukana_told_person_new (MukanaPerson  *person,
                        MukanaConsent *to_support)
{
  MukanaToldPerson *self = g_new0 (MukanaToldPerson, 1);

  self->person = g_object_ref (person);
  self->to_support = to_support != NULL ? g_object_ref (to_support) : NULL;
  return self;
}

void
mukana_told_person_free (MukanaToldPerson *self)
{
  g_object_unref (self->person);
  g_clear_object (&self->to_support);
  g_free (self);
}

/* Returns: the number of the person, or -1 */
static gint64
put_person (MukanaDb      *db,
            MukanaPerson  *person,
            GError       **error)
{
  gint64 id;

  if (person->id == 0)
    return (id = mukana_people_add (db, person, error)) > 0 &&
           mukana_people_index (db, id, error) ? id : -1;

  return mukana_people_save (db, person, error) &&
         mukana_supporting_follow_person (db, person, error) ? person->id : -1;
}

static gpointer
tell_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaToldPerson *told = arg;
  g_autoptr (MukanaPerson) before = NULL;
  g_autoptr (MukanaConsent) consent = NULL;
  gint64 id;

  if ((told->person->id != 0 &&
       (before = mukana_people_get (db, told->person->id, error)) == NULL) ||
      (id = put_person (db, told->person, error)) < 0)
    return NULL;

  if (told->to_support != NULL)
    consent = mukana_record_with_int (told->to_support, "person-id", id);
  if ((consent != NULL && mukana_consenting_give (db, consent, error) < 0) ||
      !mukana_consenting_check_support (db, id, before, told->person, error))
    return NULL;

  return g_memdup2 (&id, sizeof id);
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaToldPerson told = { arg, NULL };

  return tell_run (db, &told, cancellable, error);
}

const MukanaJob mukana_person_save_job = {
  "registering.person-save", MUKANA_LANE_WRITE, save_run, g_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_person_tell_job = {
  "registering.person-tell", MUKANA_LANE_WRITE, tell_run, g_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};

/* What belongs to a person, by kind: how it is told in the history, cleared and added, and
 * whom it concerns. */
typedef struct
{
  const char *kind;
  const char *list;
  const char *clear;
  const char *add;
  MukanaKind  touches;
} PartKind;

static const PartKind part_kinds[] = {
  { "roles", "people.roles", "people.clear-roles", "people.add-role", MUKANA_KIND_PERSON },
  { "themes", "people.told-themes", "people.clear-themes", "people.add-theme",
    MUKANA_KIND_PERSON },
  { "credentials", "people.credentials", "people.clear-credentials", "people.add-credential",
    MUKANA_KIND_PERSON },
  { "facts", "people.facts", "people.clear-facts", "people.add-fact", MUKANA_KIND_PERSON },
  { "times", "availability.times", "availability.clear", "availability.add",
    MUKANA_KIND_AVAILABILITY },
  { "own-weeks", "availability.own-weeks", "availability.clear-own-weeks",
    "availability.add-own-week", MUKANA_KIND_AVAILABILITY },
  { "absences", "availability.absences", "availability.clear-absences",
    "availability.add-absence", MUKANA_KIND_AVAILABILITY },
  { "busy-times", "availability.busy-times", "availability.clear-busy-times",
    "availability.add-busy-time", MUKANA_KIND_AVAILABILITY },
};

static const PartKind *
find_kind (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (part_kinds); i++)
    if (strcmp (part_kinds[i].kind, word) == 0)
      return &part_kinds[i];

  g_return_val_if_reached (NULL);
}

/** mukana_parts_change_new: @parts is kept, not copied */
MukanaPartsChange *
mukana_parts_change_new (gint64      person_id,
                         const char *kind,
                         GPtrArray  *parts)
{
  MukanaPartsChange *self = g_new0 (MukanaPartsChange, 1);

  self->person_id = person_id;
  self->kind = kind;
  self->parts = g_ptr_array_ref (parts);
  return self;
}

void
mukana_parts_change_free (MukanaPartsChange *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * mukana_registering_set_parts:
 *
 * The new parts take the place of the old ones, all or none.  A theme that is new needs its
 * consent.
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_NOT_ALLOWED
 */
gboolean
mukana_registering_set_parts (MukanaDb                 *db,
                              const MukanaPartsChange  *change,
                              GError                  **error)
{
  const PartKind *kind = find_kind (change->kind);

  if (g_str_equal (kind->kind, "themes") &&
      !mukana_consenting_check_themes (db, change->person_id, change->parts, error))
    return FALSE;

  if (mukana_db_run (db, kind->clear, error, mukana_int ("person_id", change->person_id)) < 0)
    return FALSE;

  for (guint i = 0; i < change->parts->len; i++)
    if (mukana_people_add_part (db, kind->add, change->person_id,
                                g_ptr_array_index (change->parts, i), error) < 0)
      return FALSE;

  if (!mukana_people_index (db, change->person_id, error) ||
      (kind->touches == MUKANA_KIND_AVAILABILITY &&
       !mukana_agreed_with_follow_week (db, change->person_id, error)) ||
      !mukana_journal_add (db, "registering.set-parts", MUKANA_KIND_PERSON, change->person_id,
                           change->kind, error))
    return FALSE;

  mukana_db_touch (db, kind->touches, change->person_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/**
 * mukana_registering_change_parts:
 *
 * As mukana_registering_set_parts(), with what they were in the person's history.
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_registering_change_parts (MukanaDb                 *db,
                                 const MukanaPartsChange  *change,
                                 GError                  **error)
{
  const PartKind *kind = find_kind (change->kind);
  GType type = mukana_parts_type (change->kind);
  g_autoptr (GPtrArray) before = mukana_people_parts (db, kind->list, change->person_id, type,
                                                      error);
  g_autoptr (GPtrArray) after = NULL;

  if (before == NULL || !mukana_registering_set_parts (db, change, error))
    return FALSE;

  after = mukana_people_parts (db, kind->list, change->person_id, type, error);
  return after != NULL && mukana_field_changes_note_parts (db, change->person_id, kind->kind,
                                                           before, after, error);
}

static gpointer
parts_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  mukana_registering_change_parts (db, arg, error);
  return NULL;
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaNote *note = arg;

  if (mukana_people_add_note (db, note->person_id, note->body, error) &&
      mukana_journal_add (db, "registering.note", MUKANA_KIND_PERSON, note->person_id, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_PERSON, note->person_id, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_person_parts_job = {
  "registering.set-parts", MUKANA_LANE_WRITE, parts_run, NULL,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_person_note_job = {
  "registering.note", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
