/* mukana-finding-answer.c: one person in what matching answered, and one answer after another. */

#include "ui/finding/mukana-finding-answer.h"

static const MukanaMatchRow *
find_among (GPtrArray *rows,
            gint64     person_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MukanaMatchRow *row = g_ptr_array_index (rows, i);

      if (row->person_id == person_id)
        return row;
    }

  return NULL;
}

/** mukana_finding_answer_find: @answer: (nullable); Returns: (nullable): borrowed, if they fit */
const MukanaMatchRow *
mukana_finding_answer_find (const MukanaMatchAnswer *answer,
                            gint64                   person_id)
{
  const MukanaMatchRow *row;

  if (answer == NULL || person_id == 0)
    return NULL;

  if ((row = find_among (answer->rows, person_id)) == NULL &&
      (row = find_among (answer->told_rows, person_id)) == NULL &&
      answer->why_row != NULL && answer->why_row->person_id == person_id)
    row = answer->why_row;

  return row;
}

static void
drop_among (GPtrArray *rows,
            gint64     person_id)
{
  for (guint i = rows->len; i-- > 0; )
    if (((MukanaMatchRow *) g_ptr_array_index (rows, i))->person_id == person_id)
      g_ptr_array_remove_index (rows, i);
}

/** mukana_finding_answer_drop: takes somebody off everything that is shown of it */
void
mukana_finding_answer_drop (MukanaMatchAnswer *answer,
                            gint64             person_id)
{
  guint n_rows = answer->rows->len;

  drop_among (answer->rows, person_id);
  drop_among (answer->told_rows, person_id);
  answer->n_fits -= n_rows - answer->rows->len;
}

/** mukana_finding_answer_keep_others: takes of @before what @answer was not asked to tell */
void
mukana_finding_answer_keep_others (MukanaMatchAnswer *answer,
                                   MukanaMatchAnswer *before)
{
  GArray *none = answer->groups;

  if (!answer->is_of_rank)
    return;

  answer->groups = before->groups;
  before->groups = none;
  answer->n_out = before->n_out;
  answer->n_needed = before->n_needed;
  answer->relaxed = before->relaxed;
  answer->relaxation = g_steal_pointer (&before->relaxation);
}

/**
 * mukana_finding_answer_keep_order:
 *
 * Whoever chooses aims at a row: those of @before stay in their order, who is new comes after them.
 *
 * Returns: whether that is another order than the one that was answered
 */
gboolean
mukana_finding_answer_keep_order (MukanaMatchAnswer       *answer,
                                  const MukanaMatchAnswer *before)
{
  guint n_kept = 0;
  gboolean differs = FALSE;

  for (guint i = 0; i < before->rows->len; i++)
    {
      gint64 id = ((MukanaMatchRow *) g_ptr_array_index (before->rows, i))->person_id;
      guint k = n_kept;

      while (k < answer->rows->len &&
             ((MukanaMatchRow *) g_ptr_array_index (answer->rows, k))->person_id != id)
        k++;
      if (k == answer->rows->len)
        continue;
      differs |= k != n_kept;
      g_ptr_array_insert (answer->rows, (int) n_kept++,
                          g_ptr_array_steal_index (answer->rows, k));
    }

  return differs;
}
