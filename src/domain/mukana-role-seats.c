/* mukana-role-seats.c: whether the people of a request fill the roles that it asks for.
 *
 * Somebody may hold several of the roles, and takes one seat.  Who takes which is nobody's
 * decision: as many seats are filled as can be, so that somebody who alone holds a role is
 * never found missing because they were counted for another.
 */

#include "domain/mukana-role-seats.h"

typedef struct
{
  GArray *seats;      /* MukanaRoleSeats */
  GArray *holders;    /* guint32 of each person */
  int    *taken;      /* by person: the role that they are counted for, or -1 */
} Seating;

/** mukana_role_seats_bit: Returns: the bit of that role among @seats; 0: it is not asked for */
guint32
mukana_role_seats_bit (GArray     *seats,
                       const char *role_code)
{
  for (guint r = 0; r < seats->len && r < MUKANA_ROLE_SEATS_MOST; r++)
    if (g_strcmp0 (g_array_index (seats, MukanaRoleSeats, r).role_code, role_code) == 0)
      return 1u << r;

  return 0;
}

static void
sit (Seating *self,
     guint    person,
     guint    role)
{
  if (self->taken[person] >= 0)
    g_array_index (self->seats, MukanaRoleSeats, self->taken[person]).n_found--;
  self->taken[person] = (int) role;
  g_array_index (self->seats, MukanaRoleSeats, role).n_found++;
}

/* Somebody who sits there moves to another role, if that makes room.  @tried: roles that have been
 * looked at. */
static gboolean
find_seat (Seating *self,
           guint    person,
           guint32 *tried)
{
  guint32 held = g_array_index (self->holders, guint32, person);

  for (guint r = 0; r < self->seats->len && r < MUKANA_ROLE_SEATS_MOST; r++)
    {
      const MukanaRoleSeats *role = &g_array_index (self->seats, MukanaRoleSeats, r);
      gboolean has_room = role->n_found < role->n_wanted;

      if ((held & ~*tried & 1u << r) == 0)
        continue;

      *tried |= 1u << r;
      for (guint other = 0; other < self->holders->len && !has_room; other++)
        has_room = self->taken[other] == (int) r && find_seat (self, other, tried);
      if (has_room)
        {
          sit (self, person, r);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mukana_role_seats_fill:
 * @seats: MukanaRoleSeats; what is found of each is counted anew
 * @holders: guint32 of each person: the bits of the roles that they hold
 */
void
mukana_role_seats_fill (GArray *seats,
                        GArray *holders)
{
  g_autofree int *taken = g_new (int, holders->len + 1);
  Seating seating = { seats, holders, taken };

  for (guint r = 0; r < seats->len; r++)
    g_array_index (seats, MukanaRoleSeats, r).n_found = 0;
  for (guint i = 0; i < holders->len; i++)
    taken[i] = -1;

  for (guint i = 0; i < holders->len; i++)
    {
      guint32 tried = 0;

      find_seat (&seating, i, &tried);
    }
}

/** mukana_role_seats_missing: Returns: how many of those wanted are not found */
int
mukana_role_seats_missing (GArray *seats)
{
  int n_missing = 0;

  for (guint r = 0; r < seats->len; r++)
    {
      const MukanaRoleSeats *role = &g_array_index (seats, MukanaRoleSeats, r);

      n_missing += MAX (role->n_wanted - role->n_found, 0);
    }

  return n_missing;
}
