/* mukana-panel-lottery.c: a lottery over panels that gives the worst off the best chance.
 *
 * People of one type have the same chance, so the lottery is over how many of each
 * type are drawn.  A linear programme mixes the panels known so far; its prices say
 * which panel would help most, and the search finds it, until none helps any more.
 * Then the prices are the proof: no lottery at all gives the worst off more.  Those
 * who cannot be given more are held where they are, and the rest is raised on
 * (leximin), as long as there are few enough types for that.
 *
 * In the end everything is in whole millionths, and chances are counted from those.
 */

#include "domain/mukana-panel-private.h"

#include <math.h>
#include <string.h>

#include "domain/mukana-simplex.h"

#define MILLION MUKANA_PANEL_MILLION
#define MOST_MORE 400       /* panels looked for beyond the first of each type */
#define MOST_LEXIMIN_TYPES 40
#define GAIN 1e-7           /* what helps less does not help */
#define HELD 1e-9           /* about what a chance that is held may give way by */

typedef struct
{
  MukanaPanelSearch *search;
  MukanaPanelResult *result;
  GPtrArray         *panels;      /* int *, counts by type */
  guint             *rows;        /* type by row of the programme: those that are not shut out */
  guint              n_rows;
  double            *held;        /* by row; -1: still rising */
  double            *mix;         /* by panel, of the last programme */
  guint              n_mixed;
  guint              most_panels;
  double            *prices;      /* by row */
  double             level;       /* of those still rising */
  gboolean           was_cut;     /* more panels might help: there were too many */
} Lottery;

static const MukanaPanelType *
type_at (Lottery *self,
         guint    row)
{
  return &g_array_index (self->search->types, MukanaPanelType, self->rows[row]);
}

static double
share_of (Lottery   *self,
          const int *counts,
          guint      row)
{
  return (double) counts[self->rows[row]] / type_at (self, row)->n_people;
}

static gboolean
has_panel (Lottery   *self,
           const int *counts)
{
  gsize size = self->search->types->len * sizeof *counts;

  for (guint i = 0; i < self->panels->len; i++)
    if (memcmp (g_ptr_array_index (self->panels, i), counts, size) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
take_panel (Lottery *self,
            int     *counts)
{
  if (counts == NULL || has_panel (self, counts))
    {
      g_free (counts);
      return FALSE;
    }

  g_ptr_array_add (self->panels, counts);
  return TRUE;
}

/* A first panel for each type, with as many of it as can be; a type of which none can is out. */
static void
begin (Lottery *self)
{
  GArray *types = self->search->types;
  g_autofree gint64 *weights = g_new0 (gint64, types->len);

  for (guint t = 0; t < types->len; t++)
    {
      MukanaPanelType *type = &g_array_index (types, MukanaPanelType, t);
      int *counts;

      weights[t] = MILLION;
      counts = mukana_panel_search_best (self->search, weights, NULL);
      weights[t] = 0;
      type->is_shut_out = counts == NULL || counts[t] == 0;
      take_panel (self, counts);
      if (type->is_shut_out)
        self->result->n_shut_out += type->n_people;
      else
        self->rows[self->n_rows++] = t;
    }

  for (guint row = 0; row < self->n_rows; row++)
    self->held[row] = -1;
  self->most_panels = self->panels->len + MOST_MORE;
}

/* ---- Mixing ---- */

/* What is held may give way by a little, each by another: where many rows are as tight as each
 * other the programme would step on the spot. */
static double
leeway_of (guint row)
{
  return HELD * (1 + row * 37 % 101);
}

/* The level of those still rising is the first variable, then the panels. */
static MukanaSimplex *
make_programme (Lottery *self)
{
  guint n_panels = self->panels->len;
  MukanaSimplex *simplex = mukana_simplex_new (self->n_rows + 1, n_panels + 1);

  for (guint row = 0; row < self->n_rows; row++)
    {
      gboolean is_held = self->held[row] >= 0;

      for (guint i = 0; i < n_panels; i++)
        *mukana_simplex_cell (simplex, row, i + 1) =
          share_of (self, g_ptr_array_index (self->panels, i), row);
      *mukana_simplex_cell (simplex, row, 0) = is_held ? 0 : -1;
      simplex->row_least[row] = (is_held ? self->held[row] : 0) - leeway_of (row);
      simplex->row_most[row] = G_MAXDOUBLE;
    }

  for (guint i = 0; i < n_panels; i++)
    {
      *mukana_simplex_cell (simplex, self->n_rows, i + 1) = 1;
      simplex->most[i + 1] = G_MAXDOUBLE;
    }
  simplex->row_least[self->n_rows] = simplex->row_most[self->n_rows] = 1;
  simplex->most[0] = G_MAXDOUBLE;
  simplex->gain[0] = 1;
  return simplex;
}

static gboolean
mix_one_more (Lottery       *self,
              MukanaSimplex *simplex)
{
  const int *counts = g_ptr_array_index (self->panels, self->panels->len - 1);
  g_autofree double *cells = g_new0 (double, self->n_rows + 1);

  for (guint row = 0; row < self->n_rows; row++)
    cells[row] = share_of (self, counts, row);
  cells[self->n_rows] = 1;
  return mukana_simplex_add (simplex, cells);
}

static void
keep_mix (Lottery       *self,
          MukanaSimplex *simplex)
{
  self->n_mixed = simplex->n_columns - 1;
  g_free (self->mix);
  self->mix = g_memdup2 (simplex->values + 1, self->n_mixed * sizeof *self->mix);
  for (guint row = 0; row < self->n_rows; row++)
    self->prices[row] = MAX (0, -simplex->prices[row]);
  self->level = simplex->values[0];
}

/* Prices as whole weights of one person of each type. */
static gint64 *
dup_weights (Lottery *self,
             double  *scale)
{
  gint64 *weights = g_new0 (gint64, self->search->types->len);
  double most = 0;

  for (guint row = 0; row < self->n_rows; row++)
    most = MAX (most, self->prices[row] / type_at (self, row)->n_people);
  *scale = most > 0 ? MILLION / most : 0;
  for (guint row = 0; row < self->n_rows; row++)
    weights[self->rows[row]] =
      llround (self->prices[row] / type_at (self, row)->n_people * *scale);
  return weights;
}

/* Looks for a panel that would help more than what is mixed now. */
static gboolean
find_help (Lottery       *self,
           MukanaSimplex *simplex)
{
  double scale, helped = 0;
  g_autofree gint64 *weights = dup_weights (self, &scale);
  int *counts;

  if (self->panels->len >= self->most_panels)
    {
      self->was_cut = TRUE;
      return FALSE;
    }

  counts = mukana_panel_search_best (self->search, weights, NULL);
  for (guint row = 0; counts != NULL && row < self->n_rows; row++)
    helped += self->prices[row] * share_of (self, counts, row);
  if (helped > simplex->prices[self->n_rows] + GAIN)
    return take_panel (self, counts);

  g_free (counts);
  return FALSE;
}

/* Raises those that still rise as far as any lottery can. */
static gboolean
raise_level (Lottery *self)
{
  g_autoptr (MukanaSimplex) simplex = make_programme (self);

  if (!mukana_simplex_solve (simplex))
    return FALSE;

  keep_mix (self, simplex);
  while (!self->search->was_stopped && find_help (self, simplex))
    {
      if (!mix_one_more (self, simplex))
        {
          self->was_cut = TRUE;
          break;
        }
      keep_mix (self, simplex);
    }

  return !self->search->was_stopped;
}

/* Where no mix could be worked out: each of the panels that are known as likely as the next, and
 * nothing shown about what would be fairer. */
static void
mix_alike (Lottery *self)
{
  self->n_mixed = self->panels->len;
  g_free (self->mix);
  self->mix = g_new (double, self->n_mixed);
  for (guint i = 0; i < self->n_mixed; i++)
    self->mix[i] = 1.0 / self->n_mixed;
  memset (self->prices, 0, self->n_rows * sizeof *self->prices);
  self->was_cut = TRUE;
}

/* What shows that nothing is fairer: the weights, and the most that any panel weighs by them. */
static void
keep_proof (Lottery *self)
{
  GArray *types = self->search->types;
  double scale;
  g_autofree gint64 *weights = dup_weights (self, &scale);
  gint64 bound, all = 0;

  g_free (mukana_panel_search_best (self->search, weights, &bound));
  for (guint t = 0; t < types->len; t++)
    all += weights[t] * g_array_index (types, MukanaPanelType, t).n_people;
  g_array_append_vals (self->result->weights, weights, types->len);
  self->result->bound = all > 0 ? (guint) MIN ((bound * MILLION + all - 1) / all, MILLION)
                                : MILLION;
}

static void
raise_others (Lottery *self)
{
  guint n_rising = self->n_rows;

  while (n_rising > 0 && !self->was_cut && !self->search->was_stopped)
    {
      guint n_before = n_rising;

      for (guint row = 0; row < self->n_rows; row++)
        if (self->held[row] < 0 && self->prices[row] > GAIN)
          {
            self->held[row] = self->level;
            n_rising--;
          }
      if (n_rising == n_before || (n_rising > 0 && !raise_level (self)))
        return;
    }

  self->result->is_leximin = n_rising == 0 && !self->was_cut;
}

/* ---- Whole millionths ---- */

typedef struct
{
  guint  panel;
  guint  whole;
  double rest;
} Part;

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *one = a, *other = b;

  if (fabs (one->rest - other->rest) > HELD)
    return one->rest > other->rest ? -1 : 1;
  return (one->panel > other->panel) - (one->panel < other->panel);
}

static int
compare_panels (gconstpointer a,
                gconstpointer b)
{
  return ((int) ((const Part *) a)->panel) - (int) ((const Part *) b)->panel;
}

static void
write_tickets (Lottery *self)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gsize size = self->search->types->len * sizeof (int);
  gint64 left = MILLION;

  for (guint i = 0; i < self->n_mixed; i++)
    {
      double exact = self->mix[i] * MILLION;
      Part part = { i, (guint) MAX (0, floor (exact)), exact - floor (exact) };

      if (exact < 0.5)
        continue;
      left -= part.whole;
      g_array_append_val (parts, part);
    }

  g_array_sort (parts, compare_parts);
  for (guint i = 0; left != 0 && parts->len > 0; i = (i + 1) % parts->len)
    {
      g_array_index (parts, Part, i).whole += left > 0 ? 1 : (guint) -1;
      left += left > 0 ? -1 : 1;
    }
  g_array_sort (parts, compare_panels);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      MukanaPanelTicket ticket = {
        part->whole, g_memdup2 (g_ptr_array_index (self->panels, part->panel), size)
      };

      g_array_append_val (self->result->tickets, ticket);
    }
}

static void
count_chances (Lottery *self)
{
  GArray *types = self->search->types;

  self->result->least_chance = MILLION;
  for (guint t = 0; t < types->len; t++)
    {
      MukanaPanelType *type = &g_array_index (types, MukanaPanelType, t);
      gint64 sum = 0;

      for (guint i = 0; i < self->result->tickets->len; i++)
        {
          const MukanaPanelTicket *ticket = &g_array_index (self->result->tickets,
                                                            MukanaPanelTicket, i);

          sum += (gint64) ticket->weight * ticket->counts[t];
        }
      type->chance = (guint) (sum / type->n_people);
      if (!type->is_shut_out)
        self->result->least_chance = MIN (self->result->least_chance, type->chance);
    }
}

/** mukana_panel_share_out: fills the lottery of @result; its panel is known to be possible */
void
mukana_panel_share_out (MukanaPanelSearch *search,
                        MukanaPanelResult *result)
{
  guint n_types = search->types->len;
  Lottery self = { .search = search, .result = result };

  self.panels = g_ptr_array_new_with_free_func (g_free);
  self.rows = g_new0 (guint, n_types);
  self.held = g_new0 (double, n_types);
  self.prices = g_new0 (double, n_types);
  begin (&self);
  if (self.n_rows == 0 || !raise_level (&self))
    mix_alike (&self);
  if (!search->was_stopped)
    {
      keep_proof (&self);
      if (self.n_rows <= MOST_LEXIMIN_TYPES)
        raise_others (&self);
      write_tickets (&self);
      count_chances (&self);
    }

  g_ptr_array_unref (self.panels);
  g_free (self.rows);
  g_free (self.held);
  g_free (self.prices);
  g_free (self.mix);
}
