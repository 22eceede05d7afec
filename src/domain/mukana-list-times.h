#pragma once

#include "domain/mukana-availability.h"
#include "domain/mukana-list-words.h"

G_BEGIN_DECLS

/* A stretch of one day. */
typedef struct
{
  MukanaDay day;
  int       start_minute;
  int       end_minute;
} MukanaDaySlot;

GArray *mukana_list_read_availability (const char              *text,
                                       gboolean                *is_guess,
                                       const MukanaListReason **reason);
GArray *mukana_list_read_slots        (const char              *text,
                                       const MukanaListReason **reason);

G_END_DECLS
