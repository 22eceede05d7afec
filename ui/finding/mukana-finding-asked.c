/* mukana-finding-asked.c: who was asked to a request, and whether that closes it for them.
 *
 * Who said no because the time did not suit said no to that time.  They can be asked to another
 * of the request that they have, while it is open.
 */

#include "ui/finding/mukana-finding-asked.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-proposing.h"
#include "ui/app/mukana-open-times.h"
#include "ui/finding/mukana-finding-answer.h"

MukanaFindingAsked *
mukana_finding_asked_new (void)
{
  MukanaFindingAsked *self = g_new0 (MukanaFindingAsked, 1);

  self->states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->words = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
mukana_finding_asked_free (MukanaFindingAsked *self)
{
  g_hash_table_unref (self->states);
  g_hash_table_unref (self->words);
  g_free (self);
}

/** mukana_finding_asked_has: Returns: whether nothing is left that they could be asked to */
gboolean
mukana_finding_asked_has (MukanaFindingAsked *self,
                          gint64              person_id)
{
  return g_hash_table_contains (self->states, &person_id);
}

static void
note_state (MukanaFindingAsked   *self,
            const MukanaProposal *proposal)
{
  g_hash_table_replace (self->states,
                        g_memdup2 (&proposal->person_id, sizeof proposal->person_id),
                        (gpointer) g_intern_string (proposal->state));
}

/* Returns: whether it was a no to the time alone, of which the request has several */
static gboolean
is_of_time (const MukanaRequestFile *file,
            const MukanaProposal    *proposal)
{
  return g_strcmp0 (proposal->state, "declined") == 0 &&
         g_strcmp0 (proposal->decline_reason, "time") == 0 && mukana_open_times_has_ways (file);
}

/* Whoever said no to a time, and has no other that is open, is asked already. */
static void
note_refused (MukanaFindingAsked      *self,
              const MukanaRequestFile *file,
              const MukanaMatchAnswer *answer,
              const MukanaProposal    *proposal,
              MukanaFindingChoice     *choice)
{
  const MukanaMatchRow *row = mukana_finding_answer_find (answer, proposal->person_id);
  g_autoptr (GArray) ways = row != NULL ? mukana_finding_choice_dup_ways_of (choice, row) : NULL;
  g_autoptr (GPtrArray) open = ways != NULL ? mukana_open_times_new (file, ways) : NULL;
  g_autofree char *when = mukana_open_times_say (file, proposal->slot_id);

  if (mukana_finding_asked_has (self, proposal->person_id))
    return;

  if (open == NULL || open->len == 0)
    note_state (self, proposal);
  else if (when != NULL)
    g_hash_table_replace (self->words,
                          g_memdup2 (&proposal->person_id, sizeof proposal->person_id),
                          /* Translators: %s is one of the times of a request */
                          g_strdup_printf (_("Said no to %s, can be asked to another time"),
                                           when));
}

static const MukanaProposal *
peek_proposal (const MukanaRequestFile *file,
               guint                    index)
{
  return ((MukanaProposalRow *) g_ptr_array_index (file->proposals, index))->proposal;
}

/** mukana_finding_asked_take: @answer: (nullable): until the first; whoever was asked is no longer
 * in @choice, which gets the times that were said no to */
void
mukana_finding_asked_take (MukanaFindingAsked      *self,
                           const MukanaRequestFile *file,
                           const MukanaMatchAnswer *answer,
                           MukanaFindingChoice     *choice)
{
  GHashTableIter iter;
  gpointer person_id;

  g_hash_table_remove_all (self->states);
  g_hash_table_remove_all (self->words);
  g_hash_table_remove_all (choice->refused);
  for (guint i = 0; i < file->proposals->len; i++)
    if (is_of_time (file, peek_proposal (file, i)))
      mukana_finding_choice_refuse (choice, peek_proposal (file, i)->person_id,
                                    peek_proposal (file, i)->slot_id);
    else if (g_strcmp0 (peek_proposal (file, i)->state, "cancelled") != 0)
      note_state (self, peek_proposal (file, i));   /* taken back: they can be asked again */

  for (guint i = 0; i < file->proposals->len; i++)
    if (is_of_time (file, peek_proposal (file, i)))
      note_refused (self, file, answer, peek_proposal (file, i), choice);

  g_hash_table_iter_init (&iter, self->states);
  while (g_hash_table_iter_next (&iter, &person_id, NULL))
    mukana_finding_choice_forget (choice, *(gint64 *) person_id);
  mukana_finding_choice_take_wanted (choice, mukana_open_places (file),
                                     mukana_open_reserve (file));
}
