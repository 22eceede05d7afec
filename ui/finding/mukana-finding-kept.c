/* mukana-finding-kept.c: who was ticked for a request stays ticked while the program is open.
 *
 * Only numbers are kept: who has withdrawn meanwhile, or does not fit any more, is in no answer of
 * matching and so does not come back, and nobody's name outlives the page.
 */

#include "ui/finding/mukana-finding-kept.h"

#include "ui/finding/mukana-finding-answer.h"

#define KEPT "finding-kept"   /* of the context: gint64 -> GArray of MukanaKeptTick */

static GHashTable *
peek_table (MukanaContext *context)
{
  GHashTable *table = g_object_get_data (G_OBJECT (context), KEPT);

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                     (GDestroyNotify) g_array_unref);
      g_object_set_data_full (G_OBJECT (context), KEPT, table,
                              (GDestroyNotify) g_hash_table_unref);
    }

  return table;
}

/** mukana_finding_kept_put: when the page is left */
void
mukana_finding_kept_put (MukanaContext       *context,
                         gint64               request_id,
                         MukanaFindingChoice *choice)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (MukanaKeptTick));

  for (guint i = 0; i < choice->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (choice->people, i);
      MukanaKeptTick tick = { chosen->person_id, chosen->wants_reserve };

      g_array_append_val (kept, tick);
    }

  if (kept->len > 0)
    g_hash_table_replace (peek_table (context), g_memdup2 (&request_id, sizeof request_id),
                          g_steal_pointer (&kept));
  else
    g_hash_table_remove (peek_table (context), &request_id);
}

/** mukana_finding_kept_take: Returns: yours, of MukanaKeptTick in the order of ticking; empty when
 * nobody was */
GArray *
mukana_finding_kept_take (MukanaContext *context,
                          gint64         request_id)
{
  GArray *kept = g_hash_table_lookup (peek_table (context), &request_id);

  return kept != NULL ? g_array_ref (kept) : g_array_new (FALSE, FALSE, sizeof (MukanaKeptTick));
}

static const MukanaMatchRow *
find_row (const MukanaMatchAnswer *answer,
          gint64                   person_id)
{
  const MukanaMatchRow *row = mukana_finding_answer_find (answer, person_id);

  for (guint i = 0; row == NULL && i < answer->told_rows->len; i++)
    if (((MukanaMatchRow *) g_ptr_array_index (answer->told_rows, i))->person_id == person_id)
      row = g_ptr_array_index (answer->told_rows, i);

  return row;
}

/** mukana_finding_kept_restore: ticks those who still fit and are not asked yet; @kept is empty
 * afterwards */
void
mukana_finding_kept_restore (GArray                  *kept,
                             const MukanaMatchAnswer *answer,
                             MukanaFindingAsked      *asked,
                             MukanaFindingChoice     *choice)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const MukanaKeptTick *tick = &g_array_index (kept, MukanaKeptTick, i);
      const MukanaMatchRow *row = find_row (answer, tick->person_id);

      if (row != NULL && !mukana_finding_asked_has (asked, tick->person_id) &&
          mukana_finding_choice_find (choice, tick->person_id) == NULL)
        mukana_finding_choice_put (choice, row, tick->is_reserve);
    }

  g_array_set_size (kept, 0);
}
