/* mukana-planning-parts.c: what an answer of planning is made of: made, copied, freed. */

#include "services/mukana-planning-private.h"

void
mukana_planning_move_free (gpointer data)
{
  MukanaPlanningMove *move = data;

  g_free (move->name);
  g_free (move->reason);
  g_free (move);
}

static void
free_other (gpointer data)
{
  MukanaPlanningOther *other = data;

  g_free (other->move.name);
  g_free (other->sentence);
  g_free (other);
}

/** mukana_planning_others_new: Returns: yours, an empty list of MukanaPlanningOther */
GPtrArray *
mukana_planning_others_new (void)
{
  return g_ptr_array_new_with_free_func (free_other);
}

/** mukana_planning_request_new: Returns: yours, with nobody in it */
MukanaPlanningRequest *
mukana_planning_request_new (gint64 request_id)
{
  MukanaPlanningRequest *self = g_new0 (MukanaPlanningRequest, 1);

  self->request_id = request_id;
  self->kept = g_ptr_array_new_with_free_func (mukana_planning_move_free);
  self->moves = g_ptr_array_new_with_free_func (mukana_planning_move_free);
  self->others = mukana_planning_others_new ();
  return self;
}

/** mukana_planning_request_copy: Returns: yours, with those asked already and nobody else */
MukanaPlanningRequest *
mukana_planning_request_copy (const MukanaPlanningRequest *known)
{
  MukanaPlanningRequest *self = mukana_planning_request_new (known->request_id);

  self->title = g_strdup (known->title);
  self->n_wanted = known->n_wanted;
  self->n_reserve_wanted = known->n_reserve_wanted;
  self->n_fits = known->n_fits;
  self->group_asked = g_strdup (known->group_asked);
  self->group = g_strdup (known->group);
  for (guint i = 0; i < known->kept->len; i++)
    {
      MukanaPlanningMove *move = g_memdup2 (g_ptr_array_index (known->kept, i), sizeof *move);

      move->name = g_strdup (move->name);
      g_ptr_array_add (self->kept, move);
    }

  return self;
}

void
mukana_planning_request_free (gpointer data)
{
  MukanaPlanningRequest *self = data;

  g_free (self->title);
  g_free (self->shortage);
  g_free (self->reserve_shortage);
  g_free (self->relief);
  g_free (self->group_asked);
  g_free (self->group);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->moves);
  g_ptr_array_unref (self->others);
  g_free (self);
}

void
mukana_planning_answer_free (MukanaPlanningAnswer *self)
{
  g_free (self->weights);
  g_free (self->input_digest);
  g_free (self->result_digest);
  g_free (self->protocol);
  g_ptr_array_unref (self->requests);
  g_free (self);
}

static void
clear_planned (gpointer data)
{
  MukanaPlanned *planned = data;

  mukana_planning_request_free (planned->known);
  g_clear_object (&planned->request);
  g_clear_pointer (&planned->times, g_ptr_array_unref);
  g_array_unref (planned->way_slots);
  g_ptr_array_unref (planned->matches);
  g_hash_table_unref (planned->answered);
}

/** mukana_planning_new: Returns: yours, nothing gathered yet */
MukanaPlanning *
mukana_planning_new (gint64 seed)
{
  MukanaPlanning *self = g_new0 (MukanaPlanning, 1);

  self->plan = mukana_plan_new (seed);
  self->requests = g_array_new (FALSE, TRUE, sizeof (MukanaPlanned));
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_array_set_clear_func (self->requests, clear_planned);
  return self;
}

void
mukana_planning_free (MukanaPlanning *self)
{
  g_clear_pointer (&self->planner, mukana_planner_free);
  g_clear_object (&self->index);
  g_clear_object (&self->lexicon);
  mukana_plan_free (self->plan);
  g_array_unref (self->requests);
  g_hash_table_unref (self->names);
  g_free (self);
}
