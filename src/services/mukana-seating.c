/* mukana-seating.c: whether those who have agreed are whom the request asked for.
 *
 * A request is filled when there are as many people as it looks for and when each of its
 * roles has its people.  It is not filled by whoever comes first.
 */

#include "services/mukana-seating.h"

#include "store/mukana-record-io.h"

/**
 * mukana_seating_read_wanted:
 *
 * Thread: worker.
 * Returns: yours, of MukanaRoleSeats with nobody found; empty when the request asks for one role,
 *   which everybody has who is found, or for none
 */
GArray *
mukana_seating_read_wanted (MukanaDb  *db,
                            gint64     request_id,
                            GError   **error)
{
  g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (MukanaRoleSeats));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "requests.roles-wanted", error,
                                                    mukana_int ("request_id", request_id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  for (; result > 0; result = mukana_query_step (query, error))
    {
      MukanaRoleSeats role = {
        .role_code = g_intern_string (mukana_query_peek_text (query, "role_code")),
        .n_wanted = (int) mukana_query_get_int (query, "people"),
      };

      if (seats->len < MUKANA_ROLE_SEATS_MOST)
        g_array_append_val (seats, role);
    }

  return result == 0 ? g_steal_pointer (&seats) : NULL;
}

/**
 * mukana_seating_read:
 *
 * Thread: worker; reads people past the door.
 * Returns: yours, as mukana_seating_read_wanted(), with those who have agreed
 */
GArray *
mukana_seating_read (MukanaDb  *db,
                     gint64     request_id,
                     GError   **error)
{
  g_autoptr (GArray) seats = mukana_seating_read_wanted (db, request_id, error);
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (MukanaQuery) query = NULL;
  gint64 person_id = 0;
  int result;

  if (seats == NULL || seats->len == 0)
    return g_steal_pointer (&seats);

  query = mukana_db_select (db, "assignments.roles-found", error,
                            mukana_int ("request_id", request_id));
  result = query != NULL ? mukana_query_step (query, error) : -1;
  for (; result > 0; result = mukana_query_step (query, error))
    {
      guint32 bit = mukana_role_seats_bit (seats, mukana_query_peek_text (query, "role_code"));

      if (mukana_query_get_int (query, "person_id") == person_id)
        g_array_index (holders, guint32, holders->len - 1) |= bit;
      else
        g_array_append_val (holders, bit);
      person_id = mukana_query_get_int (query, "person_id");
    }

  mukana_role_seats_fill (seats, holders);
  return result == 0 ? g_steal_pointer (&seats) : NULL;
}

/** mukana_seating_is_filled: @is_filled: (out): enough have agreed, and in each role */
gboolean
mukana_seating_is_filled (MukanaDb       *db,
                          MukanaRequest  *request,
                          gboolean       *is_filled,
                          GError        **error)
{
  g_autoptr (GArray) seats = mukana_seating_read (db, request->id, error);
  gint64 n_found = seats == NULL ? -1 : mukana_db_count (db, "assignments.count-found", error,
                                                         mukana_int ("request_id", request->id));

  if (n_found < 0)
    return FALSE;

  *is_filled = n_found >= request->people && mukana_role_seats_missing (seats) == 0;
  return TRUE;
}

/** mukana_seating_search_again: of a filled request that lacks somebody now */
gboolean
mukana_seating_search_again (MukanaDb  *db,
                             gint64     request_id,
                             GError   **error)
{
  g_autoptr (GArray) seats = mukana_seating_read (db, request_id, error);

  return seats != NULL &&
         mukana_db_run (db, "requests.search-again", error,
                        mukana_int ("updated_at", mukana_db_now_us (db)),
                        mukana_int ("id", request_id),
                        mukana_int ("lacks_a_role", mukana_role_seats_missing (seats) > 0)) >= 0;
}
