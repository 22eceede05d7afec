/* mukana-attending.c: who comes to an event, and who came.
 *
 * A registration names a person of the register, a contact of an organisation, or nobody more
 * than a name.  The numbers of the occurrence follow, and stay when a name goes.  Attending a
 * training is recorded with the person, so that matching knows of it.
 */

#include "services/mukana-attending.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-person-parts.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

#define MOST_TITLE 200   /* of a training */

void
mukana_attendance_free (MukanaAttendance *self)
{
  g_clear_object (&self->event);
  g_clear_object (&self->occurrence);
  g_clear_pointer (&self->registrations, g_ptr_array_unref);
  g_free (self);
}

MukanaAttending *
mukana_attending_new (gint64   occurrence_id,
                      gboolean is_attended)
{
  MukanaAttending *self = g_new0 (MukanaAttending, 1);

  self->occurrence_id = occurrence_id;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->diets = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_attended = is_attended;
  return self;
}

void
mukana_attending_add (MukanaAttending *self,
                      gint64           registration_id)
{
  g_array_append_val (self->ids, registration_id);
}

void
mukana_attending_free (MukanaAttending *self)
{
  g_array_unref (self->ids);
  g_ptr_array_unref (self->diets);
  g_free (self);
}

/* ---- Reading ---- */

/**
 * mukana_attending_hide:
 * @registrations: read a moment ago, and shown to nobody yet
 *
 * A user who does not see people learns that somebody of the register comes, and not who.
 */
void
mukana_attending_hide (MukanaDb  *db,
                       GPtrArray *registrations)
{
  gboolean sees_people = mukana_role_may (mukana_db_peek_role (db), MUKANA_DEED_SEE_PEOPLE);

  for (guint i = 0; !sees_people && i < registrations->len; i++)
    if (((MukanaRegistration *) g_ptr_array_index (registrations, i))->person_id != 0)
      mukana_record_init_text (g_ptr_array_index (registrations, i), "display-name", NULL);
}

static gpointer
attendance_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaAttendance) attendance = g_new0 (MukanaAttendance, 1);
  g_autoptr (MukanaQuery) event = NULL;

  if (!(attendance->occurrence = mukana_record_get (db, "registrations.occurrence", id,
                                                    MUKANA_TYPE_OCCURRENCE, error)) ||
      !(event = mukana_db_select (db, "registrations.event", error,
                                  mukana_int ("occurrence_id", id))) ||
      !(attendance->event = mukana_record_read_one (event, MUKANA_TYPE_HAPPENING, error)) ||
      !(attendance->registrations =
          mukana_record_list (db, "registrations.list", MUKANA_TYPE_REGISTRATION, error,
                              mukana_int ("occurrence_id", id))))
    return NULL;

  mukana_attending_hide (db, attendance->registrations);
  return g_steal_pointer (&attendance);
}

const MukanaJob mukana_attendance_job = {
  "attending.list", MUKANA_LANE_READ, attendance_run, (GDestroyNotify) mukana_attendance_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

/* ---- Writing ---- */

/* In the journal of the person whom it is about; of anybody else, of the event. */
static gboolean
note (MukanaDb            *db,
      const char          *action,
      MukanaRegistration  *registration,
      GError             **error)
{
  gboolean is_person = registration->person_id != 0;

  return mukana_journal_add (db, action, is_person ? MUKANA_KIND_PERSON : MUKANA_KIND_COOPERATION,
                             is_person ? registration->person_id : registration->occurrence_id,
                             NULL, error);
}

static gboolean
count_in (MukanaDb  *db,
          gint64     occurrence_id,
          int        n_registered,
          int        n_attended,
          GError   **error)
{
  if (mukana_db_run (db, "registrations.count-in", error, mukana_int ("id", occurrence_id),
                     mukana_int ("n_registered", n_registered),
                     mukana_int ("n_attended", n_attended)) < 0)
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_COOPERATION, occurrence_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/**
 * mukana_attending_find:
 * @email: (nullable)
 * @person_id: (out): 0 also when the user does not see people
 *
 * Whose address it is.  A name that somebody of the register has is no proof of who it is.
 *
 * Thread: worker.
 */
gboolean
mukana_attending_find (MukanaDb    *db,
                       const char  *email,
                       gint64      *person_id,
                       gint64      *contact_id,
                       GError     **error)
{
  *person_id = *contact_id = 0;
  if (mukana_text_is_empty (email))
    return TRUE;

  if (mukana_role_may (mukana_db_peek_role (db), MUKANA_DEED_SEE_PEOPLE) &&
      (*person_id = mukana_db_count (db, "registrations.person-by-email", error,
                                     mukana_text ("email", email))) != 0)
    return *person_id > 0;

  *contact_id = mukana_db_count (db, "registrations.contact-by-email", error,
                                 mukana_text ("email", email));
  return *contact_id >= 0;
}

/* Returns: (nullable): yours, a new registration as it is stored */
static MukanaRegistration *
resolve (MukanaDb            *db,
         MukanaRegistration  *draft,
         GError             **error)
{
  gint64 person_id = draft->person_id, contact_id = draft->contact_id;
  MukanaRegistration *resolved;

  if (person_id == 0 && contact_id == 0 &&
      !mukana_attending_find (db, draft->email, &person_id, &contact_id, error))
    return NULL;

  resolved = mukana_record_with_int (draft, "registered-on", mukana_db_today (db));
  mukana_record_init_int (resolved, "person-id", person_id);
  mukana_record_init_int (resolved, "contact-id", contact_id);
  if (person_id > 0 || contact_id > 0)
    mukana_record_init_text (resolved, "name", NULL);
  return resolved;
}

/* Of who is of the register and comes to a training: recorded with them, or taken back.  What was
 * there before somebody came is not ours to take. */
static gboolean
record_training (MukanaDb            *db,
                 MukanaRegistration  *registration,
                 gboolean             is_attended,
                 GError             **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "registrations.event", error,
                                                    mukana_int ("occurrence_id",
                                                                registration->occurrence_id));
  g_autoptr (MukanaHappening) event = mukana_record_read_one (query, MUKANA_TYPE_HAPPENING, error);
  g_autoptr (MukanaOccurrence) occurrence =
    event ? mukana_record_get (db, "registrations.occurrence", registration->occurrence_id,
                               MUKANA_TYPE_OCCURRENCE, error) : NULL;
  g_autoptr (MukanaCredential) training = g_object_new (MUKANA_TYPE_CREDENTIAL, NULL);
  g_autofree char *title = NULL;
  gint64 id;

  if (occurrence == NULL)
    return FALSE;
  if (registration->person_id == 0 || g_str_equal (event->kind, "event"))
    return TRUE;

  title = g_utf8_substring (event->title, 0, MIN (g_utf8_strlen (event->title, -1), MOST_TITLE));
  id = mukana_db_count (db, "registrations.training-of", error,
                        mukana_int ("person_id", registration->person_id),
                        mukana_text ("title", title), mukana_day ("done_on", occurrence->day));
  mukana_db_touch (db, MUKANA_KIND_PERSON, registration->person_id, MUKANA_EFFECT_CHANGED);
  if (id < 0 || (is_attended && id > 0))
    return id > 0;
  if (!is_attended)
    return mukana_db_run (db, "registrations.drop-training", error, mukana_int ("id", id),
                          mukana_int ("registration_id", registration->id)) >= 0;

  mukana_record_init_text (training, "kind", "training");
  mukana_record_init_text (training, "title", title);
  mukana_record_init_int (training, "done-on", occurrence->day);
  return mukana_people_add_part (db, "people.add-credential", registration->person_id, training,
                                 error) >= 0 &&
         mukana_db_run (db, "registrations.wrote-training", error,
                        mukana_int ("id", registration->id)) >= 0;
}

static gboolean
mark (MukanaDb            *db,
      MukanaRegistration  *registration,
      gboolean             is_attended,
      GError             **error)
{
  return record_training (db, registration, is_attended, error) &&
         mukana_db_run (db, "registrations.mark", error, mukana_int ("id", registration->id),
                        mukana_int ("is_attended", is_attended)) >= 0 &&
         note (db, is_attended ? "attending.attended" : "attending.missed", registration, error) &&
         count_in (db, registration->occurrence_id, 0, is_attended ? 1 : -1, error);
}

static gint64
add (MukanaDb            *db,
     MukanaRegistration  *draft,
     GError             **error)
{
  g_autoptr (MukanaRegistration) resolved = resolve (db, draft, error);
  gint64 id;

  if (resolved == NULL ||
      (id = mukana_record_insert (db, "registrations.add", MUKANA_RECORD (resolved), error)) < 0 ||
      !note (db, "attending.register", resolved, error) ||
      !count_in (db, resolved->occurrence_id, 1, 0, error))
    return -1;

  /* One that is brought back had come. */
  mukana_record_init_int (resolved, "id", id);
  return !draft->is_attended || mark (db, resolved, TRUE, error) ? id : -1;
}

static gboolean
change (MukanaDb            *db,
        MukanaRegistration  *draft,
        GError             **error)
{
  if (!mukana_record_update (db, "registrations.save", MUKANA_RECORD (draft), error) ||
      !note (db, "attending.change", draft, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_COOPERATION, draft->occurrence_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* Whoever registers for what was cancelled would come in vain. */
static gboolean
check_open (MukanaDb            *db,
            MukanaRegistration  *draft,
            GError             **error)
{
  g_autoptr (MukanaOccurrence) occurrence =
    mukana_record_get (db, "registrations.occurrence", draft->occurrence_id,
                       MUKANA_TYPE_OCCURRENCE, error);

  if (occurrence != NULL && occurrence->cancelled_on != MUKANA_DAY_NONE)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, N_("It was cancelled."));
  return occurrence != NULL && occurrence->cancelled_on == MUKANA_DAY_NONE;
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaRegistration *draft = arg;
  g_autoptr (GPtrArray) issues = mukana_registration_check (draft);
  gint64 id = draft->id;

  if (!mukana_issues_pass (issues, error))
    return NULL;

  if (id == 0)
    {
      if (!check_open (db, draft, error) || (id = add (db, draft, error)) < 0)
        return NULL;
    }
  else if (!change (db, draft, error))
    return NULL;

  return g_memdup2 (&id, sizeof id);
}

const MukanaJob mukana_registration_save_job = {
  "attending.save", MUKANA_LANE_WRITE, save_run, g_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

static gpointer
restore_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  add (db, arg, error);
  return NULL;
}

const MukanaJob mukana_registration_restore_job = {
  "attending.restore", MUKANA_LANE_WRITE, restore_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

/* ---- Many at once ---- */

static gboolean
is_among (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return ids->len == 0;
}

/* Nobody has come to what is yet to come, or was cancelled. */
static gboolean
check_held (MukanaDb               *db,
            const MukanaAttending  *asked,
            GError                **error)
{
  g_autoptr (MukanaOccurrence) occurrence =
    mukana_record_get (db, "registrations.occurrence", asked->occurrence_id,
                       MUKANA_TYPE_OCCURRENCE, error);
  const char *problem = NULL;

  if (occurrence == NULL)
    return FALSE;
  if (asked->is_attended && occurrence->day > mukana_db_today (db))
    problem = N_("The day has not come yet.");
  else if (asked->is_attended && occurrence->cancelled_on != MUKANA_DAY_NONE)
    problem = N_("It was cancelled.");

  if (problem != NULL)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, problem);
  return problem == NULL;
}

static gpointer
mark_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaAttending *asked = arg;
  g_autoptr (GPtrArray) all =
    !check_held (db, asked, error) ? NULL
    : mukana_record_list (db, "registrations.list", MUKANA_TYPE_REGISTRATION, error,
                          mukana_int ("occurrence_id", asked->occurrence_id));

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MukanaRegistration *registration = g_ptr_array_index (all, i);

      if ((registration->is_attended != 0) != asked->is_attended &&
          is_among (asked->ids, registration->id) &&
          !mark (db, registration, asked->is_attended, error))
        break;
    }

  return NULL;
}

const MukanaJob mukana_attending_mark_job = {
  "attending.mark", MUKANA_LANE_WRITE, mark_run, NULL, .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaAttending *asked = arg;

  for (guint i = 0; i < asked->ids->len; i++)
    {
      gint64 id = g_array_index (asked->ids, gint64, i);
      g_autoptr (MukanaRegistration) registration =
        mukana_record_get (db, "registrations.get", id, MUKANA_TYPE_REGISTRATION, error);

      if (registration == NULL ||
          (registration->is_attended && !mark (db, registration, FALSE, error)) ||
          mukana_db_run (db, "registrations.drop", error, mukana_int ("id", id)) < 0 ||
          !note (db, "attending.drop", registration, error) ||
          !count_in (db, registration->occurrence_id, -1, 0, error))
        return NULL;
    }

  for (guint i = 0; i < asked->diets->len; i++)
    if (!change (db, g_ptr_array_index (asked->diets, i), error))
      return NULL;

  return NULL;
}

const MukanaJob mukana_attending_drop_job = {
  "attending.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

/* ---- A list of all ---- */

static gpointer
bring_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaAttendingList *list = arg;
  g_autoptr (MukanaAttending) brought = mukana_attending_new (list->occurrence_id, FALSE);

  for (guint i = 0; i < list->diets->len; i++)
    {
      MukanaRegistration *with = g_ptr_array_index (list->diets, i);
      MukanaRegistration *before = mukana_record_with_text (with, "diet", NULL);

      mukana_record_init_int (before, "version", with->version + 1);
      g_ptr_array_add (brought->diets, before);
      if (!change (db, with, error))
        return NULL;
    }
  for (guint i = 0; i < list->rows->len; i++)
    {
      gint64 id = add (db, g_ptr_array_index (list->rows, i), error);

      if (id < 0)
        return NULL;
      mukana_attending_add (brought, id);
    }

  return g_steal_pointer (&brought);
}

const MukanaJob mukana_attending_bring_job = {
  "attending.bring", MUKANA_LANE_WRITE, bring_run, (GDestroyNotify) mukana_attending_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
