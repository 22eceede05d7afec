#pragma once

#include "domain/mukana-list-words.h"

G_BEGIN_DECLS

/* A stretch of every week. */
typedef struct
{
  int weekday;         /* 1 (Monday) to 7 */
  int start_minute;
  int end_minute;
} MukanaWeekSlot;

/* A stretch of one day. */
typedef struct
{
  MukanaDay day;
  int       start_minute;
  int       end_minute;
} MukanaDaySlot;

GArray *mukana_list_read_availability (const char          *text,
                                       gboolean            *is_guess,
                                       const MukanaReason **reason);
GArray *mukana_list_read_slots        (const char          *text,
                                       const MukanaReason **reason);

G_END_DECLS
