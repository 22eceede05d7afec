/* mukana-panel.c: a panel drawn by lot, so that it is like those it is to speak for.
 *
 * People are drawn from those who may be asked; targets say how many of the panel
 * are from where, how old and so on.  Of all the lotteries that keep the targets
 * the one is used that gives the worst off the best chance.  What somebody has not
 * stated counts for no target and is never guessed.
 *
 * It knows numbers and bits, no names; nothing but its input and its seed has a
 * part in what comes of it, so that it can be drawn again and comes out the same.
 */

#include "domain/mukana-panel-private.h"

#include <string.h>

#define MILLION MUKANA_PANEL_MILLION

MukanaPanel *
mukana_panel_new (int     size,
                  int     n_reserve,
                  guint64 seed)
{
  MukanaPanel *self = g_new0 (MukanaPanel, 1);

  self->size = size;
  self->n_reserve = n_reserve;
  self->seed = seed;
  self->targets = g_array_new (FALSE, FALSE, sizeof (MukanaPanelTarget));
  self->people = g_array_new (FALSE, FALSE, sizeof (MukanaPanelPerson));
  self->apart = g_array_new (FALSE, FALSE, sizeof (MukanaPanelApart));
  return self;
}

void
mukana_panel_free (MukanaPanel *self)
{
  g_array_unref (self->targets);
  g_array_unref (self->people);
  g_array_unref (self->apart);
  g_free (self);
}

/** mukana_panel_add_target: Returns: which bit of a person's features is its */
guint
mukana_panel_add_target (MukanaPanel *self,
                         const char  *dimension,
                         const char  *value,
                         int          least,
                         int          most)
{
  MukanaPanelTarget target = { g_intern_string (dimension), g_intern_string (value), least, most };

  g_return_val_if_fail (self->targets->len < MUKANA_PANEL_MOST_TARGETS, 0);

  g_array_append_val (self->targets, target);
  return self->targets->len - 1;
}

void
mukana_panel_add_person (MukanaPanel *self,
                         gint64       person_id,
                         guint64      features)
{
  MukanaPanelPerson person = { person_id, features };

  g_array_append_val (self->people, person);
}

/** mukana_panel_keep_apart: @place, @other: in the list of people, from 0; twice is once */
void
mukana_panel_keep_apart (MukanaPanel *self,
                         guint        place,
                         guint        other)
{
  MukanaPanelApart apart = { MIN (place, other), MAX (place, other) };

  g_return_if_fail (apart.place < apart.other && apart.other < self->people->len);

  for (guint i = 0; i < self->apart->len; i++)
    if (memcmp (&g_array_index (self->apart, MukanaPanelApart, i), &apart, sizeof apart) == 0)
      return;
  g_array_append_val (self->apart, apart);
  self->n_apart = self->apart->len;
}

static void
clear_ticket (gpointer data)
{
  g_free (((MukanaPanelTicket *) data)->counts);
}

/** mukana_panel_result_new: Returns: yours, of a draw that nothing came of yet */
MukanaPanelResult *
mukana_panel_result_new (void)
{
  MukanaPanelResult *self = g_new0 (MukanaPanelResult, 1);

  self->types = g_array_new (FALSE, FALSE, sizeof (MukanaPanelType));
  self->type_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tickets = g_array_new (FALSE, FALSE, sizeof (MukanaPanelTicket));
  self->weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->drawn = g_array_new (FALSE, FALSE, sizeof (guint));
  self->reserve = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (self->tickets, clear_ticket);
  return self;
}

void
mukana_panel_result_free (MukanaPanelResult *self)
{
  g_clear_pointer (&self->relaxations, g_array_unref);
  g_array_unref (self->types);
  g_array_unref (self->type_of);
  g_array_unref (self->tickets);
  g_array_unref (self->weights);
  g_array_unref (self->drawn);
  g_array_unref (self->reserve);
  g_free (self);
}

/* ---- Types ---- */

static int
compare_types (gconstpointer a,
               gconstpointer b)
{
  const MukanaPanelType *one = a, *other = b;

  if (one->features != other->features)
    return one->features < other->features ? -1 : 1;
  return (one->only > other->only) - (one->only < other->only);
}

/* Somebody who is kept apart from another is like nobody else. */
static GArray *
find_keys (MukanaPanel *self)
{
  GArray *keys = g_array_new (FALSE, TRUE, sizeof (MukanaPanelType));

  g_array_set_size (keys, self->people->len);
  for (guint i = 0; i < self->people->len; i++)
    g_array_index (keys, MukanaPanelType, i).features =
      g_array_index (self->people, MukanaPanelPerson, i).features;
  for (guint i = 0; i < self->apart->len; i++)
    {
      const MukanaPanelApart *apart = &g_array_index (self->apart, MukanaPanelApart, i);

      g_array_index (keys, MukanaPanelType, apart->place).only = apart->place + 1;
      g_array_index (keys, MukanaPanelType, apart->other).only = apart->other + 1;
    }

  return keys;
}

static void
sort_into_types (MukanaPanel       *self,
                 MukanaPanelResult *result)
{
  g_autoptr (GArray) keys = find_keys (self);
  g_autoptr (GArray) sorted = g_array_copy (keys);

  g_array_sort (sorted, compare_types);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || compare_types (&g_array_index (sorted, MukanaPanelType, i - 1),
                                 &g_array_index (sorted, MukanaPanelType, i)) != 0)
      g_array_append_val (result->types, g_array_index (sorted, MukanaPanelType, i));

  for (guint i = 0; i < keys->len; i++)
    {
      guint type;

      g_array_binary_search (result->types, &g_array_index (keys, MukanaPanelType, i),
                             compare_types, &type);
      g_array_index (result->types, MukanaPanelType, type).n_people++;
      g_array_append_val (result->type_of, type);
    }
}

/* ---- Lots ---- */

/* SplitMix64: small, and the same everywhere. */
static guint64
next_lot (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Below @n, each as likely: what would favour the first ones is thrown again. */
static guint
lot_below (guint64 *state,
           guint    n)
{
  guint64 fair = G_MAXUINT64 - G_MAXUINT64 % n;
  guint64 lot;

  while ((lot = next_lot (state)) >= fair)
    ;
  return (guint) (lot % n);
}

static void
shuffle (guint64 *state,
         GArray  *places)
{
  for (guint i = places->len; i > 1; i--)
    {
      guint j = lot_below (state, i), kept = g_array_index (places, guint, j);

      g_array_index (places, guint, j) = g_array_index (places, guint, i - 1);
      g_array_index (places, guint, i - 1) = kept;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return (one > other) - (one < other);
}

static guint
draw_weight (guint64     *state,
             const guint *weights,
             guint        n_weights)
{
  guint lot = lot_below (state, MILLION);
  guint i = 0;

  for (; i + 1 < n_weights && lot >= weights[i]; i++)
    lot -= weights[i];
  return i;
}

/** mukana_panel_lot: Returns: which of the tickets, weighing a million in all, @seed draws */
guint
mukana_panel_lot (guint64      seed,
                  const guint *weights,
                  guint        n_weights)
{
  return draw_weight (&seed, weights, n_weights);
}

static const MukanaPanelTicket *
draw_ticket (MukanaPanelResult *result,
             guint64           *state)
{
  g_autofree guint *weights = g_new (guint, result->tickets->len + 1);

  for (guint i = 0; i < result->tickets->len; i++)
    weights[i] = g_array_index (result->tickets, MukanaPanelTicket, i).weight;

  return &g_array_index (result->tickets, MukanaPanelTicket,
                         draw_weight (state, weights, result->tickets->len));
}

/* Returns: yours: the places of each type, ascending */
static GPtrArray *
sort_places (MukanaPanelResult *result)
{
  GPtrArray *by_type = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint t = 0; t < result->types->len; t++)
    g_ptr_array_add (by_type, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < result->type_of->len; i++)
    g_array_append_val ((GArray *) g_ptr_array_index (by_type,
                                                      g_array_index (result->type_of, guint, i)),
                        i);
  return by_type;
}

/* Of each type as many as the ticket says, each of them as likely as the next. */
static void
draw_people (MukanaPanelResult *result,
             guint64           *state)
{
  const MukanaPanelTicket *ticket = draw_ticket (result, state);
  g_autoptr (GPtrArray) by_type = sort_places (result);

  for (guint t = 0; t < result->types->len; t++)
    {
      GArray *places = g_ptr_array_index (by_type, t);

      shuffle (state, places);
      g_array_append_vals (result->drawn, places->data, (guint) ticket->counts[t]);
    }

  g_array_sort (result->drawn, compare_places);
}

/* ---- Reserve ---- */

/* Who could stand in for whom. */
typedef struct
{
  guint64   tight_least;   /* targets of which the panel has no more to give */
  guint64   tight_most;    /* and those of which it may take no more */
  gboolean *is_covered;    /* by place in the panel: somebody of the reserve could */
} Cover;

static void
find_tight (MukanaPanel       *self,
            MukanaPanelResult *result,
            Cover             *cover)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const MukanaPanelTarget *target = &g_array_index (self->targets, MukanaPanelTarget, i);
      int n = 0;

      for (guint k = 0; k < result->drawn->len; k++)
        n += (int) (g_array_index (self->people, MukanaPanelPerson,
                                   g_array_index (result->drawn, guint, k)).features >> i & 1);
      if (n <= target->least)
        cover->tight_least |= G_GUINT64_CONSTANT (1) << i;
      if (n >= target->most)
        cover->tight_most |= G_GUINT64_CONSTANT (1) << i;
    }
}

static guint64
features_at (MukanaPanel *self,
             guint        place)
{
  return g_array_index (self->people, MukanaPanelPerson, place).features;
}

/* For how many of the panel, that nobody stands in for yet, somebody could. */
static guint
count_covered (MukanaPanel       *self,
               MukanaPanelResult *result,
               Cover             *cover,
               guint              place,
               gboolean           takes)
{
  guint64 theirs = features_at (self, place);
  guint n = 0;

  for (guint k = 0; k < result->drawn->len; k++)
    {
      guint64 ours = features_at (self, g_array_index (result->drawn, guint, k));

      if (cover->is_covered[k] || (ours & ~theirs & cover->tight_least) != 0 ||
          (theirs & ~ours & cover->tight_most) != 0)
        continue;
      n++;
      cover->is_covered[k] = takes;
    }

  return n;
}

/* Takes those out of @left who are kept apart from whoever is at @place. */
static void
leave_out_apart (MukanaPanel *self,
                 GArray      *left,
                 guint        place)
{
  for (guint i = 0; i < self->apart->len; i++)
    {
      const MukanaPanelApart *apart = &g_array_index (self->apart, MukanaPanelApart, i);
      guint other = apart->place == place ? apart->other : apart->place;

      if (apart->place != place && apart->other != place)
        continue;
      for (guint k = left->len; k-- > 0; )
        if (g_array_index (left, guint, k) == other)
          g_array_remove_index (left, k);
    }
}

/* Whoever of those left could stand in for the most, the first of equals.  All of a type can for
 * the same: it is counted once for each. */
static guint
find_best (MukanaPanel       *self,
           MukanaPanelResult *result,
           Cover             *cover,
           GArray            *left,
           guint             *most)
{
  g_autofree guint *by_type = g_new (guint, result->types->len + 1);
  guint best = 0;

  for (guint t = 0; t < result->types->len; t++)
    by_type[t] = G_MAXUINT;
  *most = 0;
  for (guint i = 0; i < left->len; i++)
    {
      guint place = g_array_index (left, guint, i);
      guint *n = &by_type[g_array_index (result->type_of, guint, place)];

      if (*n == G_MAXUINT)
        *n = count_covered (self, result, cover, place, FALSE);
      if (*n > *most)
        {
          *most = *n;
          best = i;
        }
    }

  return best;
}

static void
choose_reserve (MukanaPanel       *self,
                MukanaPanelResult *result,
                guint64           *state)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *is_covered = g_new0 (gboolean, result->drawn->len + 1);
  Cover cover = { 0, 0, is_covered };

  find_tight (self, result, &cover);
  for (guint i = 0, k = 0; i < self->people->len; i++)
    if (k < result->drawn->len && g_array_index (result->drawn, guint, k) == i)
      k++;
    else
      g_array_append_val (left, i);

  for (guint k = 0; k < result->drawn->len; k++)
    leave_out_apart (self, left, g_array_index (result->drawn, guint, k));
  shuffle (state, left);
  while ((int) result->reserve->len < self->n_reserve && left->len > 0)
    {
      guint most, best = find_best (self, result, &cover, left, &most), taken;

      if (most > 0)
        count_covered (self, result, &cover, g_array_index (left, guint, best), TRUE);
      taken = g_array_index (left, guint, best);
      g_array_append_val (result->reserve, taken);
      g_array_remove_index (left, best);
      leave_out_apart (self, left, taken);
    }
}

/**
 * mukana_panel_draw:
 * @go_on: (nullable): asked now and then
 *
 * Returns: (nullable): yours; NULL when it was stopped
 */
MukanaPanelResult *
mukana_panel_draw (MukanaPanel     *self,
                   MukanaPanelGoOn  go_on,
                   gpointer         data)
{
  g_autoptr (MukanaPanelResult) result = mukana_panel_result_new ();
  g_autoptr (MukanaPanelSearch) search = NULL;
  g_autofree int *any = NULL;
  guint64 state = self->seed;

  sort_into_types (self, result);
  search = mukana_panel_search_new (self, result->types, go_on, data);
  any = mukana_panel_search_best (search, NULL, NULL);
  result->is_possible = any != NULL;
  if (any == NULL && !search->was_stopped)
    result->relaxations = mukana_panel_search_relax (search);
  if (any != NULL)
    mukana_panel_share_out (search, result);
  if (search->was_stopped)
    return NULL;
  if (any == NULL)
    return g_steal_pointer (&result);

  draw_people (result, &state);
  choose_reserve (self, result, &state);
  return g_steal_pointer (&result);
}
