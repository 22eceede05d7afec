/* mukana-finding-choice.c: who is chosen, and who was.
 *
 * Knows what the last answers told about the chosen; knows no widget.  Whoever was
 * taken off is known until they are forgotten, so that undo can bring them back.
 */

#include "ui/finding/mukana-finding-choice.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-role-seats.h"

static void
free_chosen (gpointer data)
{
  MukanaChosen *chosen = data;

  g_free (chosen->name);
  g_free (chosen->place);
  g_clear_pointer (&chosen->apart, g_array_unref);
  g_clear_pointer (&chosen->ways, g_array_unref);
  g_free (chosen->unfit);
  g_free (chosen);
}

MukanaFindingChoice *
mukana_finding_choice_new (void)
{
  MukanaFindingChoice *self = g_new0 (MukanaFindingChoice, 1);

  self->people = g_ptr_array_new_with_free_func (free_chosen);
  self->taken_off = g_ptr_array_new_with_free_func (free_chosen);
  self->others = g_ptr_array_new_with_free_func (free_chosen);
  self->refused = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  self->n_places = G_MAXUINT;
  return self;
}

void
mukana_finding_choice_free (MukanaFindingChoice *self)
{
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->taken_off);
  g_ptr_array_unref (self->others);
  g_hash_table_unref (self->refused);
  g_clear_pointer (&self->seats, g_array_unref);
  g_clear_pointer (&self->role_labels, g_ptr_array_unref);
  g_clear_pointer (&self->seated, g_array_unref);
  g_free (self);
}

/** mukana_match_row_is_new: Returns: whether they have never taken part; what is only agreed is
 * nothing one has experience of */
gboolean
mukana_match_row_is_new (const MukanaMatchRow *row)
{
  const MukanaScorePart *fairness = &row->score.parts[MUKANA_PART_FAIRNESS];

  return fairness->finding != MUKANA_FINDING_TOOK_PART || fairness->numbers[0] < 0;
}

/* Whoever is chosen when the places are taken is in reserve, until somebody before them is not
 * chosen any more. */
static void
arrange (MukanaFindingChoice *self)
{
  guint n_seated = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      MukanaChosen *chosen = g_ptr_array_index (self->people, i);

      chosen->is_reserve = chosen->wants_reserve || n_seated >= self->n_places;
      n_seated += !chosen->is_reserve;
    }
}

/** mukana_finding_choice_take_wanted: besides those asked already */
void
mukana_finding_choice_take_wanted (MukanaFindingChoice *self,
                                   guint                n_places,
                                   guint                n_reserve)
{
  self->n_places = n_places;
  self->n_reserve = n_reserve;
  arrange (self);
}

/** mukana_finding_choice_refuse: somebody said no to a time, not to the request */
void
mukana_finding_choice_refuse (MukanaFindingChoice *self,
                              gint64               person_id,
                              gint64               way)
{
  GArray *ways = g_hash_table_lookup (self->refused, &person_id);

  if (ways == NULL)
    {
      ways = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->refused, g_memdup2 (&person_id, sizeof person_id), ways);
    }
  g_array_append_val (ways, way);
}

static gboolean
has_value (GArray *ways,
           gint64  way)
{
  for (guint i = 0; ways != NULL && i < ways->len; i++)
    if (g_array_index (ways, gint64, i) == way)
      return TRUE;

  return FALSE;
}

/** mukana_finding_choice_dup_ways_of: Returns: yours, gint64: when they have time, without what
 * they said no to */
GArray *
mukana_finding_choice_dup_ways_of (MukanaFindingChoice  *self,
                                   const MukanaMatchRow *row)
{
  GArray *refused = g_hash_table_lookup (self->refused, &row->person_id);
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < row->ways->len; i++)
    if (!has_value (refused, g_array_index (row->ways, gint64, i)))
      g_array_append_val (ways, g_array_index (row->ways, gint64, i));

  return ways;
}

static MukanaChosen *
find_among (GPtrArray *people,
            gint64     person_id)
{
  for (guint i = 0; i < people->len; i++)
    {
      MukanaChosen *chosen = g_ptr_array_index (people, i);

      if (chosen->person_id == person_id)
        return chosen;
    }

  return NULL;
}

/** mukana_finding_choice_find: Returns: (nullable): borrowed */
MukanaChosen *
mukana_finding_choice_find (MukanaFindingChoice *self,
                            gint64               person_id)
{
  return find_among (self->people, person_id);
}

/* Also one whom undo may bring back. */
static MukanaChosen *
find_known (MukanaFindingChoice *self,
            gint64               person_id)
{
  MukanaChosen *chosen = find_among (self->people, person_id);

  return chosen != NULL ? chosen : find_among (self->taken_off, person_id);
}

/** mukana_finding_choice_peek_name: Returns: (nullable): of somebody who is or was chosen */
const char *
mukana_finding_choice_peek_name (MukanaFindingChoice *self,
                                 gint64               person_id)
{
  MukanaChosen *chosen = find_known (self, person_id);

  return chosen != NULL ? chosen->name : NULL;
}

/* Of somebody who is chosen, or asked already. */
static void
take_row (MukanaFindingChoice  *self,
          MukanaChosen         *chosen,
          const MukanaMatchRow *row)
{
  g_free (chosen->name);
  g_free (chosen->place);
  chosen->name = g_strdup (row->name);
  chosen->place = g_strdup (row->place);
  chosen->channel = row->channel;
  chosen->points = row->score.points;
  chosen->is_new = mukana_match_row_is_new (row);
  chosen->languages = row->languages;
  chosen->perspectives = row->perspectives;
  chosen->role_bits = row->role_bits;
  g_clear_pointer (&chosen->apart, g_array_unref);
  chosen->apart = g_array_ref (row->apart);
  g_clear_pointer (&chosen->ways, g_array_unref);
  chosen->ways = mukana_finding_choice_dup_ways_of (self, row);
  g_clear_pointer (&chosen->unfit, g_free);
}

/** mukana_finding_choice_refresh: takes what an answer tells about somebody chosen */
void
mukana_finding_choice_refresh (MukanaFindingChoice  *self,
                               const MukanaMatchRow *row)
{
  MukanaChosen *chosen = find_known (self, row->person_id);

  if (chosen != NULL)
    take_row (self, chosen, row);
}

/** mukana_finding_choice_note_unfit: somebody chosen of whom an answer says that they do not fit */
void
mukana_finding_choice_note_unfit (MukanaFindingChoice  *self,
                                  const MukanaMatchOut *out)
{
  MukanaChosen *chosen = find_known (self, out->person_id);
  guint n_reasons = out->why != NULL ? out->why->len : 0;

  if (chosen == NULL)
    return;

  g_free (chosen->unfit);
  chosen->unfit = g_strdup (n_reasons > 0 ? g_ptr_array_index (out->why, 0) : "");
}

/** mukana_finding_choice_dup_all: Returns: yours, ids of all, reserve or taken off or not */
GArray *
mukana_finding_choice_dup_all (MukanaFindingChoice *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->people->len; i++)
    g_array_append_val (ids, ((MukanaChosen *) g_ptr_array_index (self->people, i))->person_id);
  for (guint i = 0; i < self->taken_off->len; i++)
    g_array_append_val (ids, ((MukanaChosen *) g_ptr_array_index (self->taken_off,
                                                                  i))->person_id);

  return ids;
}

static gboolean
has_way (const MukanaChosen *chosen,
         gint64              way)
{
  for (guint i = 0; i < chosen->ways->len; i++)
    if (g_array_index (chosen->ways, gint64, i) == way)
      return TRUE;

  return chosen->ways->len == 0;   /* the request has no time yet */
}

/** mukana_finding_choice_dup_ways: Returns: yours, gint64: the times of the request that all the
 * chosen have, in their order; none when it has no time yet */
GArray *
mukana_finding_choice_dup_ways (MukanaFindingChoice *self)
{
  const MukanaChosen *first = self->people->len > 0 ? g_ptr_array_index (self->people, 0) : NULL;
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint k = 0; first != NULL && k < first->ways->len; k++)
    {
      gint64 way = g_array_index (first->ways, gint64, k);
      gboolean is_common = TRUE;

      for (guint i = 1; i < self->people->len && is_common; i++)
        is_common = has_way (g_ptr_array_index (self->people, i), way);
      if (is_common)
        g_array_append_val (ways, way);
    }

  return ways;
}

/** mukana_finding_choice_wish: @way: that is taken while all the chosen have it */
void
mukana_finding_choice_wish (MukanaFindingChoice *self,
                            gint64               way)
{
  self->wish = way;
  self->has_wish = TRUE;
}

/**
 * mukana_finding_choice_find_way:
 * @way: (out): an alternative time's id, or 0 for the needed times
 *
 * A request takes place once: all are asked to the same.
 *
 * Returns: whether there is a time that all the chosen have
 */
gboolean
mukana_finding_choice_find_way (MukanaFindingChoice *self,
                                gint64              *way)
{
  const MukanaChosen *first = self->people->len > 0 ? g_ptr_array_index (self->people, 0) : NULL;
  g_autoptr (GArray) ways = mukana_finding_choice_dup_ways (self);

  *way = 0;
  if (first == NULL || first->ways->len == 0)
    return TRUE;
  if (ways->len == 0)
    return FALSE;

  *way = g_array_index (ways, gint64, 0);
  for (guint i = 0; self->has_wish && i < ways->len; i++)
    if (g_array_index (ways, gint64, i) == self->wish)
      *way = self->wish;
  return TRUE;
}

/** mukana_finding_choice_dup_missing: Returns: (nullable): yours, that people or a reserve are
 * still wanted; NULL when none are, or nobody is chosen at all */
char *
mukana_finding_choice_dup_missing (MukanaFindingChoice *self)
{
  guint n_seated = mukana_finding_choice_count (self, FALSE);
  guint n_found = mukana_finding_choice_count (self, TRUE);
  guint n_places = self->n_places == G_MAXUINT ? 0 : self->n_places - MIN (n_seated,
                                                                           self->n_places);
  guint n_reserve = self->n_reserve - MIN (n_found, self->n_reserve);
  g_autofree char *people = NULL, *reserve = NULL;

  if (self->people->len == 0)
    return NULL;

  if (n_places > 0)
    people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The request wants %u person more.",
                                           "The request wants %u people more.", n_places),
                              n_places);
  if (n_reserve > 0)
    reserve = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "The request wants %u reserve more.",
                                            "The request wants %u reserves more.", n_reserve),
                               n_reserve);
  if (people == NULL || reserve == NULL)
    return people != NULL ? g_steal_pointer (&people) : g_steal_pointer (&reserve);
  return g_strjoin (" ", people, reserve, NULL);
}

static void
move_chosen (GPtrArray    *from,
             GPtrArray    *to,
             MukanaChosen *chosen,
             guint         place)
{
  guint index;

  if (g_ptr_array_find (from, chosen, &index))
    g_ptr_array_insert (to, (int) MIN (place, to->len), g_ptr_array_steal_index (from, index));
}

/** mukana_finding_choice_put: chooses somebody, or moves them between the group and the reserve */
void
mukana_finding_choice_put (MukanaFindingChoice  *self,
                           const MukanaMatchRow *row,
                           gboolean              is_reserve)
{
  MukanaChosen *chosen = find_known (self, row->person_id);

  if (chosen == NULL)
    {
      chosen = g_new0 (MukanaChosen, 1);
      chosen->person_id = row->person_id;
      g_ptr_array_add (self->people, chosen);
    }

  move_chosen (self->taken_off, self->people, chosen, G_MAXUINT);
  chosen->wants_reserve = is_reserve;
  mukana_finding_choice_refresh (self, row);
  arrange (self);
}

/** mukana_finding_choice_remove: Returns: whether they were chosen */
gboolean
mukana_finding_choice_remove (MukanaFindingChoice *self,
                              gint64               person_id)
{
  MukanaChosen *chosen = mukana_finding_choice_find (self, person_id);

  move_chosen (self->people, self->taken_off, chosen, G_MAXUINT);
  arrange (self);
  return chosen != NULL;
}

/** mukana_finding_choice_forget: nothing is kept of them; Returns: whether they were chosen */
gboolean
mukana_finding_choice_forget (MukanaFindingChoice *self,
                              gint64               person_id)
{
  gboolean was_chosen = mukana_finding_choice_remove (self, person_id);

  g_ptr_array_remove (self->taken_off, find_among (self->taken_off, person_id));
  return was_chosen;
}

/** mukana_finding_choice_get_standing: @place: (out) (optional): among the chosen; Returns: what
 * was said of them: who is beyond the places is chosen */
MukanaStanding
mukana_finding_choice_get_standing (MukanaFindingChoice *self,
                                    gint64               person_id,
                                    guint               *place)
{
  MukanaChosen *chosen = mukana_finding_choice_find (self, person_id);

  if (chosen == NULL)
    return MUKANA_STANDING_FREE;

  if (place != NULL)
    g_ptr_array_find (self->people, chosen, place);
  return chosen->wants_reserve ? MUKANA_STANDING_RESERVE : MUKANA_STANDING_CHOSEN;
}

/**
 * mukana_finding_choice_set_standing:
 * @place: among the chosen, for somebody who comes back
 *
 * Returns: whether they are known here, as one who is or was chosen
 */
gboolean
mukana_finding_choice_set_standing (MukanaFindingChoice *self,
                                    gint64               person_id,
                                    MukanaStanding       standing,
                                    guint                place)
{
  MukanaChosen *chosen = find_known (self, person_id);

  if (chosen == NULL)
    return FALSE;

  if (standing == MUKANA_STANDING_FREE)
    mukana_finding_choice_remove (self, person_id);
  else
    {
      move_chosen (self->taken_off, self->people, chosen, place);
      chosen->wants_reserve = standing == MUKANA_STANDING_RESERVE;
    }
  arrange (self);
  return TRUE;
}

guint
mukana_finding_choice_count (MukanaFindingChoice *self,
                             gboolean             is_reserve)
{
  guint count = 0;

  for (guint i = 0; i < self->people->len; i++)
    count += ((MukanaChosen *) g_ptr_array_index (self->people, i))->is_reserve == is_reserve;

  return count;
}

/** mukana_finding_choice_dup_group: Returns: yours, ids of those who are not in reserve */
GArray *
mukana_finding_choice_dup_group (MukanaFindingChoice *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->people->len; i++)
    {
      MukanaChosen *chosen = g_ptr_array_index (self->people, i);

      if (!chosen->is_reserve)
        g_array_append_val (ids, chosen->person_id);
    }

  return ids;
}

/** mukana_finding_choice_dup_proposing: @reason: (nullable): of mukana_choice_reasons */
MukanaProposing *
mukana_finding_choice_dup_proposing (MukanaFindingChoice *self,
                                     gint64               request_id,
                                     const char          *reason)
{
  MukanaProposing *proposing = mukana_proposing_new (request_id, reason);
  gint64 way;
  gboolean is_common = mukana_finding_choice_find_way (self, &way);

  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (self->people, i);

      mukana_proposing_add (proposing, chosen->person_id, chosen->points, chosen->is_reserve);
      if (is_common && chosen->ways->len > 0)
        g_array_index (proposing->people, MukanaProposalSeed, i).slot_id = way;
    }

  return proposing;
}

static gpointer
ref_array (gpointer array)
{
  return array != NULL ? g_array_ref (array) : NULL;
}

/** mukana_finding_choice_take_roles: what an answer tells of the roles that are asked for */
void
mukana_finding_choice_take_roles (MukanaFindingChoice     *self,
                                  const MukanaMatchAnswer *answer)
{
  g_clear_pointer (&self->seats, g_array_unref);
  g_clear_pointer (&self->role_labels, g_ptr_array_unref);
  g_clear_pointer (&self->seated, g_array_unref);
  self->seats = ref_array (answer->seats);
  self->role_labels = answer->role_labels != NULL ? g_ptr_array_ref (answer->role_labels) : NULL;
  self->seated = ref_array (answer->seated);
}

/** mukana_finding_choice_take_others: what an answer tells of those who are asked already */
void
mukana_finding_choice_take_others (MukanaFindingChoice     *self,
                                   const MukanaMatchAnswer *answer)
{
  g_ptr_array_set_size (self->others, 0);
  for (guint i = 0; i < answer->others->len; i++)
    {
      const MukanaMatchRow *row = g_ptr_array_index (answer->others, i);
      MukanaChosen *other = g_new0 (MukanaChosen, 1);

      other->person_id = row->person_id;
      take_row (self, other, row);
      g_ptr_array_add (self->others, other);
    }
}

/* Those who are asked already and those who are chosen, together. */
static void
fill_seats (MukanaFindingChoice *self)
{
  g_autoptr (GArray) holders = g_array_copy (self->seated);

  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (self->people, i);

      if (!chosen->is_reserve)
        g_array_append_val (holders, chosen->role_bits);
    }

  mukana_role_seats_fill (self->seats, holders);
}

/**
 * mukana_finding_choice_dup_roles:
 * @n_missing: (out): how many of those wanted would still be missing
 *
 * Returns: (nullable): yours, how many of each role there would be with the chosen; NULL when the
 *   request does not ask for several roles
 */
char *
mukana_finding_choice_dup_roles (MukanaFindingChoice *self,
                                 int                 *n_missing)
{
  g_autoptr (GString) words = g_string_new (NULL);

  *n_missing = 0;
  if (self->seats == NULL || self->seats->len == 0)
    return NULL;

  fill_seats (self);
  *n_missing = mukana_role_seats_missing (self->seats);
  for (guint r = 0; r < self->seats->len; r++)
    {
      const MukanaRoleSeats *role = &g_array_index (self->seats, MukanaRoleSeats, r);

      /* Translators: a role, how many of those found have it, and how many are wanted */
      g_string_append_printf (words, _("%1$s %2$d of %3$d"),
                              (char *) g_ptr_array_index (self->role_labels, r), role->n_found,
                              role->n_wanted);
      if (r + 1 < self->seats->len)
        g_string_append (words, ", ");
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
