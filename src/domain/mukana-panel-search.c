/* mukana-panel-search.c: panels in whole numbers, by branching on a linear programme.
 *
 * A panel is how many of each type of people it has.  The linear programme bounds
 * what a branch can bring; a variable that comes out broken is split in two.  Work
 * is limited by counting branches, never by the clock; what is not looked at then
 * is told as a bound, so that nothing is called best that was not shown to be.
 */

#include "domain/mukana-panel-private.h"

#include <math.h>
#include <string.h>

#include "domain/mukana-simplex.h"

#define MOST_NODES 3000
#define WHOLE 1e-6
#define UNIT 1e6            /* weights come up to this, and gains of the programme up to one */

MukanaPanelSearch *
mukana_panel_search_new (MukanaPanel     *panel,
                         GArray          *types,
                         MukanaPanelGoOn  go_on,
                         gpointer         data)
{
  MukanaPanelSearch *self = g_new0 (MukanaPanelSearch, 1);

  self->panel = panel;
  self->types = types;
  self->go_on = go_on;
  self->data = data;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
mukana_panel_search_free (MukanaPanelSearch *self)
{
  g_free (self->best);
  g_array_unref (self->rows);
  g_free (self);
}

/* ---- The programme ---- */

static guint
count_columns (MukanaPanelSearch *self)
{
  return self->types->len + (self->may_relax ? 2 * self->panel->targets->len + 1 : 0);
}

static void
fill_ranges (MukanaPanelSearch *self,
             MukanaSimplex     *simplex)
{
  GArray *targets = self->panel->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      const MukanaPanelTarget *target = &g_array_index (targets, MukanaPanelTarget, i);

      simplex->row_least[i] = target->least;
      simplex->row_most[i] = target->most;
      for (guint t = 0; t < self->types->len; t++)
        if (g_array_index (self->types, MukanaPanelType, t).features >> i & 1)
          *mukana_simplex_cell (simplex, i, t) = 1;
    }

  simplex->row_least[targets->len] = simplex->row_most[targets->len] = self->panel->size;
  for (guint t = 0; t < self->types->len; t++)
    *mukana_simplex_cell (simplex, targets->len, t) = 1;
}

static gboolean
is_of (const MukanaPanelType  *type,
       const MukanaPanelApart *apart)
{
  return type->only > 0 && (type->only - 1 == apart->place || type->only - 1 == apart->other);
}

/* At most one of two who are kept apart.  That gives way to nothing. */
static void
fill_apart (MukanaPanelSearch *self,
            MukanaSimplex     *simplex)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = self->panel->targets->len + 1 + i;
      const MukanaPanelApart *apart = &g_array_index (self->panel->apart, MukanaPanelApart,
                                                      g_array_index (self->rows, guint, i));

      simplex->row_least[row] = 0;
      simplex->row_most[row] = 1;
      for (guint t = 0; t < self->types->len; t++)
        if (is_of (&g_array_index (self->types, MukanaPanelType, t), apart))
          *mukana_simplex_cell (simplex, row, t) = 1;
    }
}

/* One column for each end that may give way, and one for the size. */
static void
fill_relaxing (MukanaPanelSearch *self,
               MukanaSimplex     *simplex)
{
  guint n_targets = self->panel->targets->len;

  for (guint i = 0; i < n_targets; i++)
    {
      *mukana_simplex_cell (simplex, i, self->types->len + 2 * i) = 1;
      *mukana_simplex_cell (simplex, i, self->types->len + 2 * i + 1) = -1;
    }
  *mukana_simplex_cell (simplex, n_targets, self->types->len + 2 * n_targets) = 1;
}

static MukanaSimplex *
make_programme (MukanaPanelSearch *self,
                const int         *least,
                const int         *most)
{
  guint n_columns = count_columns (self);
  MukanaSimplex *simplex = mukana_simplex_new (self->panel->targets->len + 1 + self->rows->len,
                                               n_columns);

  fill_ranges (self, simplex);
  fill_apart (self, simplex);
  if (self->may_relax)
    fill_relaxing (self, simplex);
  for (guint j = 0; j < n_columns; j++)
    {
      simplex->least[j] = least[j];
      simplex->most[j] = most[j];
      simplex->gain[j] = j >= self->types->len ? -1 / UNIT
                         : self->weights != NULL ? (double) self->weights[j] / UNIT : 0;
    }
  return simplex;
}

static gboolean
is_looked_at (MukanaPanelSearch *self,
              guint              apart)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, guint, i) == apart)
      return TRUE;

  return FALSE;
}

/* A pair is looked at from when it comes together first: of many, few do.  Returns: whether
 * there are new ones */
static gboolean
look_at_pairs (MukanaPanelSearch *self,
               MukanaSimplex     *simplex)
{
  guint n_before = self->rows->len;

  for (guint i = 0; i < self->panel->apart->len; i++)
    {
      const MukanaPanelApart *apart = &g_array_index (self->panel->apart, MukanaPanelApart, i);
      double sum = 0;

      for (guint t = 0; t < self->types->len; t++)
        if (is_of (&g_array_index (self->types, MukanaPanelType, t), apart))
          sum += simplex->values[t];
      if (sum > 1 + WHOLE && !is_looked_at (self, i))
        g_array_append_val (self->rows, i);
    }

  return self->rows->len > n_before;
}

/* Returns: (nullable): yours, solved; NULL when there is no panel */
static MukanaSimplex *
solve_programme (MukanaPanelSearch *self,
                 const int         *least,
                 const int         *most)
{
  MukanaSimplex *simplex = make_programme (self, least, most);
  gboolean is_solved;

  while ((is_solved = mukana_simplex_solve (simplex)) && look_at_pairs (self, simplex))
    {
      mukana_simplex_free (simplex);
      simplex = make_programme (self, least, most);
    }

  if (!is_solved)
    g_clear_pointer (&simplex, mukana_simplex_free);
  return simplex;
}

/* ---- Branching ---- */

static int
find_broken (MukanaSimplex *simplex)
{
  double worst = WHOLE;
  int found = -1;

  for (guint j = 0; j < simplex->n_columns; j++)
    {
      double broken = fabs (simplex->values[j] - round (simplex->values[j]));

      if (broken > worst)
        {
          worst = broken;
          found = (int) j;
        }
    }

  return found;
}

static void
take_whole (MukanaPanelSearch *self,
            MukanaSimplex     *simplex)
{
  gint64 sum = 0;

  for (guint j = 0; j < simplex->n_columns; j++)
    {
      int count = (int) lround (simplex->values[j]);

      sum += count * (j >= self->types->len ? -1 : self->weights != NULL ? self->weights[j] : 0);
    }

  if (self->best != NULL && sum <= self->best_sum)
    return;

  g_free (self->best);
  self->best = g_new0 (int, simplex->n_columns);
  self->best_sum = sum;
  for (guint j = 0; j < simplex->n_columns; j++)
    self->best[j] = (int) lround (simplex->values[j]);
}

static gboolean
is_enough (MukanaPanelSearch *self,
           double             bound)
{
  return self->best != NULL && bound < (double) self->best_sum + 0.5;
}

static void
branch (MukanaPanelSearch *self,
        int               *least,
        int               *most)
{
  g_autoptr (MukanaSimplex) simplex = NULL;
  double bound;
  int broken, below, old;

  if (!self->was_stopped && self->go_on != NULL && !self->go_on (self->data))
    self->was_stopped = TRUE;
  if (self->was_stopped || (simplex = solve_programme (self, least, most)) == NULL)
    return;

  bound = simplex->sum * UNIT;
  if (is_enough (self, bound))
    return;
  if ((broken = find_broken (simplex)) < 0)
    {
      take_whole (self, simplex);
      return;
    }
  if (++self->n_nodes > MOST_NODES)
    {
      self->open_bound = MAX (self->open_bound, bound);
      return;
    }

  below = (int) floor (simplex->values[broken]);
  old = least[broken];
  least[broken] = below + 1;
  branch (self, least, most);
  least[broken] = old;

  if (is_enough (self, bound))
    return;
  old = most[broken];
  most[broken] = below;
  branch (self, least, most);
  most[broken] = old;
}

static void
search (MukanaPanelSearch *self)
{
  guint n_columns = count_columns (self);
  g_autofree int *least = g_new0 (int, n_columns), *most = g_new0 (int, n_columns);

  for (guint t = 0; t < self->types->len; t++)
    most[t] = (int) MIN (g_array_index (self->types, MukanaPanelType, t).n_people,
                         (guint) self->panel->size);
  for (guint j = self->types->len; j < n_columns; j++)
    most[j] = self->panel->size;

  g_clear_pointer (&self->best, g_free);
  self->best_sum = 0;
  self->open_bound = -G_MAXDOUBLE;
  self->n_nodes = 0;
  g_array_set_size (self->rows, 0);
  branch (self, least, most);
}

/**
 * mukana_panel_search_best:
 * @weights: (nullable): of one of each type, up to a million; NULL when any panel will do
 * @bound: (out) (optional): no panel weighs more
 *
 * Returns: (nullable): yours, the counts of the heaviest panel found; NULL when there is none
 */
int *
mukana_panel_search_best (MukanaPanelSearch *self,
                          const gint64      *weights,
                          gint64            *bound)
{
  self->weights = weights;
  self->may_relax = FALSE;
  search (self);
  if (bound != NULL)
    *bound = MAX (self->best_sum, self->open_bound > 0 ? (gint64) ceil (self->open_bound) : 0);
  return g_steal_pointer (&self->best);
}

static void
add_relaxation (GArray  *relaxations,
                int      target,
                gboolean is_least,
                int      from,
                int      by)
{
  MukanaPanelRelaxation relaxation = { target, is_least, from, is_least ? from - by : from + by };

  if (by > 0)
    g_array_append_val (relaxations, relaxation);
}

/** mukana_panel_search_relax: Returns: yours, MukanaPanelRelaxation: the fewest steps in all */
GArray *
mukana_panel_search_relax (MukanaPanelSearch *self)
{
  GArray *relaxations = g_array_new (FALSE, FALSE, sizeof (MukanaPanelRelaxation));
  GArray *targets = self->panel->targets;
  guint first = self->types->len;

  self->weights = NULL;
  self->may_relax = TRUE;
  search (self);
  self->may_relax = FALSE;
  for (guint i = 0; self->best != NULL && i < targets->len; i++)
    {
      const MukanaPanelTarget *target = &g_array_index (targets, MukanaPanelTarget, i);

      add_relaxation (relaxations, (int) i, TRUE, target->least, self->best[first + 2 * i]);
      add_relaxation (relaxations, (int) i, FALSE, target->most, self->best[first + 2 * i + 1]);
    }
  if (self->best != NULL)
    add_relaxation (relaxations, -1, TRUE, self->panel->size, self->best[first + 2 * targets->len]);

  return relaxations;
}
