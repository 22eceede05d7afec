#pragma once

#include "base/mukana-days.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

/* A time as the calendar file of a request tells it, or has told it. */
typedef struct
{
  const char *what;           /* static: "time" of the request, "agreed" for another */
  gint64      number;         /* what and number make the identifier */
  MukanaDay   day;
  gint64      start_minute;
  gint64      end_minute;
  gint64      versions;       /* of the assignments at that time, added up */
  gint64      sequence;       /* as it was last told; -1: never */
  gint64      is_cancelled;
  char        digest[17];     /* of what was last told; empty: never */
  gboolean    is_taken;       /* while they are being matched */
} MukanaCalendarTime;

GArray   *mukana_calendar_times_plan     (MukanaDb  *db,
                                          gint64     request_id,
                                          GError   **error);
gboolean  mukana_calendar_times_remember (MukanaDb  *db,
                                          gint64     request_id,
                                          GArray    *told,
                                          GError   **error);

G_END_DECLS
