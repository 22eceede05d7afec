#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MUKANA_ROLE_SEATS_MOST 32

/* How many a request looks for in one role, and how many of them there are. */
typedef struct
{
  const char *role_code;   /* interned */
  int         n_wanted;
  int         n_found;
} MukanaRoleSeats;

guint32 mukana_role_seats_bit     (GArray     *seats,
                                   const char *role_code);
void    mukana_role_seats_fill    (GArray     *seats,
                                   GArray     *holders);
int     mukana_role_seats_missing (GArray     *seats);

G_END_DECLS
