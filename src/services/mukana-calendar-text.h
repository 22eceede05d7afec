#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* One event of a calendar file.  Texts are borrowed. */
typedef struct
{
  const char *uid;
  gint64      sequence;
  const char *summary;
  const char *location;       /* NULL: none */
  const char *contact;        /* NULL: none */
  const char *description;    /* NULL: none */
  MukanaDay   day;
  int         start_minute;   /* wall-clock time of Helsinki */
  int         end_minute;     /* not after the start: the whole day */
  gboolean    is_cancelled;
  gboolean    is_private;     /* calendars that are shared do not show what it is about */
} MukanaCalendarEvent;

/* A calendar as text, in the making (RFC 5545). */
typedef struct _MukanaCalendarText MukanaCalendarText;

MukanaCalendarText *mukana_calendar_text_new    (gint64                     made_us);
void                mukana_calendar_text_free   (MukanaCalendarText        *self);
void                mukana_calendar_text_add    (MukanaCalendarText        *self,
                                                 const MukanaCalendarEvent *event);
GBytes             *mukana_calendar_text_finish (MukanaCalendarText        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaCalendarText, mukana_calendar_text_free)

G_END_DECLS
