/* mukana-request-board.c: requests by how far they have come.
 *
 * A column shows its first requests and how many there are: however many have
 * been archived, the board stays as quick as a page of a list.
 */

#include "services/mukana-request-board.h"

#include <string.h>

#include "domain/mukana-codes.h"

static void
free_column (gpointer data)
{
  MukanaBoardColumn *column = data;

  g_clear_pointer (&column->rows, g_ptr_array_unref);
  g_free (column);
}

static int
place_of (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return (int) i;

  return -1;
}

/* Rows come in any order. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      ids)
{
  const MukanaRequestRow *left = *(MukanaRequestRow * const *) a;
  const MukanaRequestRow *right = *(MukanaRequestRow * const *) b;

  return place_of (ids, left->id) - place_of (ids, right->id);
}

static MukanaBoardColumn *
read_column (MukanaDb    *db,
             const char  *state,
             const char  *needle,
             GError     **error)
{
  MukanaListFilter filter = { .needle = (char *) needle, .state = (char *) state,
                              .order = (char *) "day" };
  g_autoptr (GArray) ids = mukana_listing_ids (db, "requests.ids", &filter, error);
  MukanaIdPage page = { { 0 }, 0 };
  MukanaBoardColumn *column;
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return NULL;

  page.n_ids = MIN (ids->len, MUKANA_BOARD_MOST);
  if (page.n_ids > 0)
    memcpy (page.ids, ids->data, page.n_ids * sizeof *page.ids);
  if (!(rows = mukana_listing_rows (db, "requests.rows", MUKANA_TYPE_REQUEST_ROW, &page, error)))
    return NULL;

  g_ptr_array_sort_with_data (rows, compare_rows, ids);
  column = g_new0 (MukanaBoardColumn, 1);
  column->state = state;
  column->n_all = ids->len;
  column->rows = g_steal_pointer (&rows);
  return column;
}

static gpointer
board_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (free_column);

  for (guint i = 0; mukana_request_states[i] != NULL; i++)
    {
      MukanaBoardColumn *column = read_column (db, mukana_request_states[i], arg, error);

      if (column == NULL)
        return NULL;
      g_ptr_array_add (columns, column);
    }

  return g_steal_pointer (&columns);
}

const MukanaJob mukana_request_board_job = {
  "listing.board", MUKANA_LANE_READ, board_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_SEE_PEOPLE
};
