#pragma once

#include "domain/mukana-happening.h"
#include "domain/mukana-registration.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* One occurrence of an event, and who comes. */
typedef struct
{
  MukanaHappening  *event;
  MukanaOccurrence *occurrence;
  GPtrArray        *registrations;   /* of MukanaRegistration, by name */
} MukanaAttendance;

void mukana_attendance_free (MukanaAttendance *self);
extern const MukanaJob mukana_attendance_job;      /* id of an occurrence -> MukanaAttendance */

void     mukana_attending_hide (MukanaDb    *db,
                                GPtrArray   *registrations);
gboolean mukana_attending_find (MukanaDb    *db,
                                const char  *email,
                                gint64      *person_id,
                                gint64      *contact_id,
                                GError     **error);

/* -> gint64 *, its id.  A new one whose e-mail is that of one usable person or one contact is
 * theirs; MUKANA_ERROR_CONFLICT when they are registered already, MUKANA_ERROR_NOT_ALLOWED for a
 * person whose data may not be used. */
extern const MukanaJob mukana_registration_save_job;

extern const MukanaJob mukana_registration_restore_job;   /* one that was dropped -> NULL */

/* Some of those who are registered to one occurrence. */
typedef struct
{
  gint64     occurrence_id;
  GArray    *ids;             /* gint64; empty: all */
  GPtrArray *diets;           /* of MukanaRegistration, as they are to be again; for drop alone */
  gboolean   is_attended;
} MukanaAttending;

MukanaAttending *mukana_attending_new  (gint64           occurrence_id,
                                        gboolean         is_attended);
void             mukana_attending_add  (MukanaAttending *self,
                                        gint64           registration_id);
void             mukana_attending_free (MukanaAttending *self);

/* MukanaAttending -> NULL.  Whoever attends a training and is of the register has it among their
 * trainings, until it is said that they did not. */
extern const MukanaJob mukana_attending_mark_job;
extern const MukanaJob mukana_attending_drop_job;      /* MukanaAttending, with ids -> NULL */

/* A list of who comes, in or out: CSV, or a workbook when its name ends so. */
typedef struct
{
  gint64     occurrence_id;
  char      *path;
  GArray    *columns;         /* (inout, nullable) guint8, a MukanaRegistrationColumn a heading */
  GStrv      headings;        /* (out) */
  gboolean   says_names;      /* (out) else nothing below is read */
  GPtrArray *rows;            /* (out) MukanaRegistration that are not there yet */
  GPtrArray *diets;           /* (out) those that are there, with a diet that was not known */
  GPtrArray *other_diets;     /* (out) char *, whose diet is another there, and stays */
  guint      n_same;          /* (out) registered already */
  guint      n_empty;         /* (out) without a name */
  guint      n_long;          /* (out) with a diet that is too long */
} MukanaAttendingList;

MukanaAttendingList *mukana_attending_list_new  (gint64               occurrence_id,
                                                 const char          *path);
void                 mukana_attending_list_free (MukanaAttendingList *self);

/* In: the first reads a list by the confined helper and changes nothing (MukanaAttendingList ->
 * one with rows, or one that says no names; the faults of a table), the second registers all its
 * rows and writes its diets, or nothing (that -> MukanaAttending, which the job drop takes
 * back). */
extern const MukanaJob mukana_attending_read_job;
extern const MukanaJob mukana_attending_bring_job;

/* Out: the first, at the door, writes the file, the second notes it in the journal. */
extern const MukanaJob mukana_attending_write_job;
extern const MukanaJob mukana_attending_note_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaAttendance, mukana_attendance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaAttending, mukana_attending_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaAttendingList, mukana_attending_list_free)

G_END_DECLS
