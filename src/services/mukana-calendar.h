#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A calendar file: one person's own assignments, or the times of one request or event. */
typedef struct
{
  MukanaKind  kind;         /* MUKANA_KIND_PERSON, _REQUEST, or _COOPERATION for an event */
  gint64      record_id;
  char       *path;         /* of a file that is not there */
  guint       n_events;     /* (out) */
  GArray     *told;         /* (out): what it tells of a request, for the second job; or NULL */
} MukanaCalendarFile;

MukanaCalendarFile *mukana_calendar_file_new  (MukanaKind          kind,
                                               gint64              record_id,
                                               const char         *path);
void                mukana_calendar_file_free (MukanaCalendarFile *self);

/* Two jobs, one after the other: the first, by the kind, writes the file (takes a
 * MukanaCalendarFile, gives one with its number), the second notes it in the journal and
 * remembers what a request's file has told (takes that, gives NULL).  When the second fails the
 * file is taken away. */
extern const MukanaJob mukana_calendar_person_job;
extern const MukanaJob mukana_calendar_request_job;
extern const MukanaJob mukana_calendar_event_job;
extern const MukanaJob mukana_calendar_note_job;

const MukanaJob *mukana_calendar_job_of (MukanaKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaCalendarFile, mukana_calendar_file_free)

G_END_DECLS
