/* mukana-finding-choice.c: who is chosen, and what can be said of them together.
 *
 * Knows what the last answers told about the chosen; knows no widget.  What it
 * says of a group is only what the answers tell: municipalities, who has taken
 * part before, from which sides they know the matter, and the languages that they
 * all have.  It is advice and stops nothing; that two are not placed together does, and
 * that somebody fits no more or that they have no time in common.
 */

#include "ui/finding/mukana-finding-choice.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
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
  return self;
}

void
mukana_finding_choice_free (MukanaFindingChoice *self)
{
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->taken_off);
  g_clear_pointer (&self->seats, g_array_unref);
  g_clear_pointer (&self->role_labels, g_ptr_array_unref);
  g_clear_pointer (&self->seated, g_array_unref);
  g_free (self);
}

/** mukana_match_row_is_new: Returns: whether they have never taken part */
gboolean
mukana_match_row_is_new (const MukanaMatchRow *row)
{
  return row->score.parts[MUKANA_PART_FAIRNESS].finding != MUKANA_FINDING_TOOK_PART;
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

/** mukana_finding_choice_refresh: takes what an answer tells about somebody chosen */
void
mukana_finding_choice_refresh (MukanaFindingChoice  *self,
                               const MukanaMatchRow *row)
{
  MukanaChosen *chosen = find_known (self, row->person_id);

  if (chosen == NULL)
    return;

  g_free (chosen->name);
  g_free (chosen->place);
  chosen->name = g_strdup (row->name);
  chosen->place = g_strdup (row->place);
  chosen->points = row->score.points;
  chosen->is_new = mukana_match_row_is_new (row);
  chosen->languages = row->languages;
  chosen->perspectives = row->perspectives;
  chosen->role_bits = row->role_bits;
  g_clear_pointer (&chosen->apart, g_array_unref);
  chosen->apart = g_array_ref (row->apart);
  g_clear_pointer (&chosen->ways, g_array_unref);
  chosen->ways = g_array_ref (row->ways);
  g_clear_pointer (&chosen->unfit, g_free);
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

  *way = 0;
  if (first == NULL || first->ways->len == 0)
    return TRUE;

  for (guint k = 0; k < first->ways->len; k++)
    {
      gboolean is_common = TRUE;

      *way = g_array_index (first->ways, gint64, k);
      for (guint i = 1; i < self->people->len && is_common; i++)
        is_common = has_way (g_ptr_array_index (self->people, i), *way);
      if (is_common)
        return TRUE;
    }

  return FALSE;
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
  chosen->is_reserve = is_reserve;
  mukana_finding_choice_refresh (self, row);
}

/** mukana_finding_choice_remove: Returns: whether they were chosen */
gboolean
mukana_finding_choice_remove (MukanaFindingChoice *self,
                              gint64               person_id)
{
  MukanaChosen *chosen = mukana_finding_choice_find (self, person_id);

  move_chosen (self->people, self->taken_off, chosen, G_MAXUINT);
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

/** mukana_finding_choice_get_standing: @place: (out) (optional): among the chosen */
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
  return chosen->is_reserve ? MUKANA_STANDING_RESERVE : MUKANA_STANDING_CHOSEN;
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
      chosen->is_reserve = standing == MUKANA_STANDING_RESERVE;
    }
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

/* ---- Roles ---- */

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

/* ---- The group ---- */

/* Among the chosen who are not in reserve. */
typedef struct
{
  guint n_people;
  guint n_new;
  guint n_places;
  guint n_unknown;    /* whose place is not told */
  guint32 common;     /* languages that all of them have */
  guint perspectives; /* that somebody has */
} Tally;

static Tally
count_group (MukanaFindingChoice *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Tally tally = { .common = G_MAXUINT32 };

  for (guint i = 0; i < self->people->len; i++)
    {
      MukanaChosen *chosen = g_ptr_array_index (self->people, i);

      if (chosen->is_reserve)
        continue;
      tally.n_people++;
      tally.n_new += chosen->is_new;
      tally.common &= chosen->languages;
      tally.perspectives |= chosen->perspectives;
      if (chosen->place != NULL)
        g_hash_table_add (places, chosen->place);
      else
        tally.n_unknown++;
    }

  tally.n_places = g_hash_table_size (places);
  return tally;
}

static char *
say_places (const Tally *tally)
{
  if (tally->n_unknown > 0 && tally->n_places < 2)
    return NULL;
  if (tally->n_places == 1)
    return g_strdup (_("the same municipality"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u municipality", "%u municipalities",
                                       tally->n_places), tally->n_places);
}

static const char *
say_experience (const Tally *tally)
{
  if (tally->n_new == tally->n_people)
    return _("nobody has taken part before");
  if (tally->n_new > 0)
    return _("a first-timer with an experienced one");

  return _("all have taken part before");
}

/* The words of @codes whose bits are set, after @title; NULL when there are none. */
static char *
say_set (const char         *title,
         const char * const *codes,
         guint32             set)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL && i < 32; i++)
    if (set & 1u << i)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              mukana_code_label (codes, codes[i]));

  return words->len > 0 ? g_strdup_printf ("%s: %s", title, words->str) : NULL;
}

/* Returns: (nullable): yours, that two of the chosen, reserve or not, are not placed together */
static char *
say_apart (MukanaFindingChoice *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaChosen *one = g_ptr_array_index (self->people, i);

      for (guint k = 0; k < one->apart->len; k++)
        {
          MukanaChosen *other =
            mukana_finding_choice_find (self, g_array_index (one->apart, gint64, k));

          if (other != NULL)
            return g_strdup_printf (_("%1$s and %2$s are not placed together"), one->name,
                                    other->name);
        }
    }

  return NULL;
}

/* Returns: (nullable): yours, that somebody of the chosen fits no more */
static char *
say_unfit (MukanaFindingChoice *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (self->people, i);

      if (chosen->unfit != NULL)
        /* Translators: a person who was chosen, and why not any more, a sentence of its own */
        return g_strdup_printf (_("%1$s does not fit any more. %2$s"), chosen->name,
                                chosen->unfit);
    }

  return NULL;
}

/**
 * mukana_finding_choice_judge:
 * @sentence: (out): yours; NULL when there is nothing to say
 *
 * One alone is no group, and nothing is said of the reserve.
 */
MukanaJudgement
mukana_finding_choice_judge (MukanaFindingChoice  *self,
                             char                **sentence)
{
  Tally tally = count_group (self);
  gint64 way;
  int n_missing;
  g_autofree char *places = NULL, *first = NULL, *sides = NULL, *languages = NULL;
  g_autofree char *roles = mukana_finding_choice_dup_roles (self, &n_missing);

  if ((*sentence = say_unfit (self)) != NULL || (*sentence = say_apart (self)) != NULL)
    return MUKANA_JUDGEMENT_BAD;
  if (!mukana_finding_choice_find_way (self, &way))
    {
      *sentence = g_strdup (_("They have time at different times of the request, and none that "
                              "suits all"));
      return MUKANA_JUDGEMENT_BAD;
    }
  if (tally.n_people < 2)
    return MUKANA_JUDGEMENT_NONE;

  if ((places = say_places (&tally)) == NULL)
    first = g_strdup_printf (tally.n_people == 2 ? _("The pair: %s") : _("The group: %s"),
                             say_experience (&tally));
  else
    /* Translators: where the chosen are from, and whether they have taken part before */
    first = g_strdup_printf (tally.n_people == 2 ? _("The pair: %1$s, %2$s")
                                                 : _("The group: %1$s, %2$s"),
                             places, say_experience (&tally));
  /* Translators: before a list: the sides from which a group knows the matter of a request */
  sides = say_set (_("Perspectives"), mukana_perspectives, tally.perspectives);
  /* Translators: before a list of languages */
  languages = say_set (_("All of them work in"), mukana_languages, tally.common);
  *sentence = g_strjoin (". ", first, sides != NULL ? sides : languages,
                         sides != NULL ? languages : NULL, NULL);

  return n_missing > 0 || tally.n_new == tally.n_people ||
         (tally.n_places == 1 && tally.n_unknown == 0)
         ? MUKANA_JUDGEMENT_NOTE : MUKANA_JUDGEMENT_GOOD;
}
