/* mukana-simplex.c: small linear programmes, by the simplex method with bounds.
 *
 * A dense tableau in two phases: artificial variables are driven out first, then
 * the sum is made as large as it can be.  Pivots take the steepest gain and, of rows
 * that stop it alike, the one with the largest number to divide by; once many were
 * taken, the first of each, which cannot go round in circles.  It works in
 * floating point and proves nothing: who uses it checks what comes of it in whole
 * numbers.  It is compiled without fused operations, so that the same comes of it
 * on every machine.
 */

#include "domain/mukana-simplex.h"

#include <math.h>
#include <string.h>

#define SMALL 1e-9
#define PATIENCE 2000       /* pivots before those are taken that cannot circle */
#define MOST_PIVOTS 50000

/* The work on one programme: one slack and one artificial for each row, then the variables.
 * By column, so that more variables can come while the basis stands. */
struct _MukanaSimplexWork
{
  guint     m;
  GArray   *columns;     /* Column */
  double   *value;       /* of what is in the basis, by row */
  guint    *basis;       /* which column, by row */
  double   *sign;        /* by row: each stands so that its artificial begins from nought up */
  double   *slack_sign;  /* of the slack in it */
};

typedef struct
{
  double   *cells;       /* by row; of one in the basis, a unit */
  double    room;        /* most, from nought */
  double    gain;        /* in this phase */
  double    reduced;     /* what the sum grows by with one more of it */
  gboolean  is_basic;
  gboolean  is_high;     /* out of the basis at its most */
} Column;

typedef struct _MukanaSimplexWork Work;

MukanaSimplex *
mukana_simplex_new (guint n_rows,
                    guint n_columns)
{
  MukanaSimplex *self = g_new0 (MukanaSimplex, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->cells = g_new0 (double, (gsize) n_rows * n_columns);
  self->row_least = g_new0 (double, n_rows);
  self->row_most = g_new0 (double, n_rows);
  self->least = g_new0 (double, n_columns);
  self->most = g_new0 (double, n_columns);
  self->gain = g_new0 (double, n_columns);
  self->values = g_new0 (double, n_columns);
  self->prices = g_new0 (double, n_rows);
  return self;
}

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->cells);
}

static void
work_free (Work *work)
{
  g_array_unref (work->columns);
  g_free (work->value);
  g_free (work->basis);
  g_free (work->sign);
  g_free (work->slack_sign);
  g_free (work);
}

void
mukana_simplex_free (MukanaSimplex *self)
{
  g_clear_pointer (&self->work, work_free);
  g_free (self->cells);
  g_free (self->row_least);
  g_free (self->row_most);
  g_free (self->least);
  g_free (self->most);
  g_free (self->gain);
  g_free (self->values);
  g_free (self->prices);
  g_free (self);
}

static Column *
column_at (Work  *work,
           guint  column)
{
  return &g_array_index (work->columns, Column, column);
}

static void
add_column (Work   *work,
            double  room)
{
  Column column = { g_new0 (double, work->m), room, 0, 0, FALSE, FALSE };

  g_array_append_val (work->columns, column);
}

/* Row i is: sum - slack = its finite end, with the slack from nought to the width of the range.
 * Where the slack itself can begin in the basis no artificial is needed. */
static void
fill_row (MukanaSimplex *given,
          Work          *work,
          guint          row)
{
  Column *slack = column_at (work, row), *artificial = column_at (work, work->m + row);
  gboolean has_least = given->row_least[row] > -G_MAXDOUBLE, begins;
  double end = has_least ? given->row_least[row] : given->row_most[row];

  for (guint j = 0; j < given->n_columns; j++)
    end -= *mukana_simplex_cell (given, row, j) * given->least[j];

  if (has_least && given->row_most[row] < G_MAXDOUBLE)
    slack->room = given->row_most[row] - given->row_least[row];
  begins = has_least ? end <= 0 && -end <= slack->room : end >= 0;
  work->sign[row] = begins ? (has_least ? -1 : 1) : end < 0 ? -1 : 1;
  work->slack_sign[row] = (has_least ? -1 : 1) * work->sign[row];
  slack->cells[row] = work->slack_sign[row];
  artificial->cells[row] = 1;
  artificial->room = begins ? 0 : G_MAXDOUBLE;
  work->basis[row] = begins ? row : work->m + row;
  column_at (work, work->basis[row])->is_basic = TRUE;
  work->value[row] = work->sign[row] * end;
  for (guint j = 0; j < given->n_columns; j++)
    column_at (work, 2 * work->m + j)->cells[row] =
      work->sign[row] * *mukana_simplex_cell (given, row, j);
}

static Work *
work_new (MukanaSimplex *given)
{
  Work *work = g_new0 (Work, 1);

  work->m = given->n_rows;
  work->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (work->columns, clear_column);
  work->value = g_new0 (double, work->m);
  work->basis = g_new0 (guint, work->m);
  work->sign = g_new0 (double, work->m);
  work->slack_sign = g_new0 (double, work->m);
  for (guint i = 0; i < 2 * work->m; i++)
    add_column (work, G_MAXDOUBLE);
  for (guint j = 0; j < given->n_columns; j++)
    add_column (work, given->most[j] < G_MAXDOUBLE ? given->most[j] - given->least[j]
                                                   : G_MAXDOUBLE);
  for (guint i = 0; i < work->m; i++)
    fill_row (given, work, i);
  return work;
}

/* Anew from the basis, so that small errors do not add up. */
static void
reduce_gains (Work *work)
{
  g_autofree double *basis_gain = g_new0 (double, work->m);

  for (guint i = 0; i < work->m; i++)
    basis_gain[i] = column_at (work, work->basis[i])->gain;
  for (guint j = 0; j < work->columns->len; j++)
    {
      Column *column = column_at (work, j);

      column->reduced = column->gain;
      for (guint i = 0; i < work->m; i++)
        column->reduced -= basis_gain[i] * column->cells[i];
    }
}

static int
choose_entering (Work     *work,
                 gboolean  is_patient)
{
  double best = SMALL;
  int found = -1;

  for (guint j = 0; j < work->columns->len; j++)
    {
      const Column *column = column_at (work, j);
      double gain;

      if (column->is_basic || column->room <= 0)
        continue;
      gain = column->is_high ? -column->reduced : column->reduced;
      if (gain > best)
        {
          best = gain;
          found = (int) j;
          if (!is_patient)
            return found;
        }
    }

  return found;
}

/* How far the entering one may go.  @leaving: (out): the row that stops it, or -1 for itself. */
static double
find_step (Work         *work,
           const Column *entering,
           gboolean      is_patient,
           int          *leaving,
           gboolean     *leaves_high)
{
  double direction = entering->is_high ? -1 : 1;
  double step = entering->room, steepest = 0;

  *leaving = -1;
  for (guint i = 0; i < work->m; i++)
    {
      double slope = direction * entering->cells[i];
      double room = column_at (work, work->basis[i])->room, limit;

      if (slope > SMALL)
        limit = work->value[i] / slope;
      else if (slope < -SMALL && room < G_MAXDOUBLE)
        limit = (room - work->value[i]) / -slope;
      else
        continue;

      limit = MAX (limit, 0);
      if (limit < step - SMALL ||
          (*leaving >= 0 && limit <= step + SMALL &&
           (is_patient ? fabs (slope) > steepest : work->basis[i] < work->basis[*leaving])))
        {
          step = MIN (step, limit);
          steepest = fabs (slope);
          *leaving = (int) i;
          *leaves_high = slope < 0;
        }
    }

  return step;
}

/* An artificial that is out of the basis stays out: it need not be kept up. */
static gboolean
is_done_with (Work  *work,
              guint  column)
{
  return column >= work->m && column < 2 * work->m && column_at (work, column)->room <= 0 &&
         !column_at (work, column)->is_basic;
}

static void
subtract (double       *restrict cells,
          const double *restrict by,
          double                 factor,
          guint                  n)
{
  for (guint i = 0; i < n; i++)
    cells[i] -= by[i] * factor;
}

static void
pivot (Work  *work,
       guint  row,
       guint  column)
{
  Column *entering = column_at (work, column);
  double *by = entering->cells;
  double scale = 1 / by[row];

  for (guint j = 0; j < work->columns->len; j++)
    {
      Column *other = column_at (work, j);
      double *cells = other->cells, factor = cells[row] * scale;

      if (j == column || factor == 0 || is_done_with (work, j))
        continue;
      subtract (cells, by, factor, work->m);
      cells[row] = factor;
      other->reduced -= entering->reduced * factor;
    }

  memset (by, 0, work->m * sizeof *by);
  by[row] = 1;
  entering->reduced = 0;
}

static void
take_step (Work     *work,
           guint     number,
           double    step,
           int       leaving,
           gboolean  leaves_high)
{
  Column *entering = column_at (work, number), *left;
  double direction = entering->is_high ? -1 : 1;

  for (guint i = 0; i < work->m; i++)
    work->value[i] -= direction * step * entering->cells[i];

  if (leaving < 0)
    {
      entering->is_high = !entering->is_high;
      return;
    }

  left = column_at (work, work->basis[leaving]);
  left->is_basic = FALSE;
  left->is_high = leaves_high;
  work->value[leaving] = entering->is_high ? entering->room - step : step;
  entering->is_high = FALSE;
  entering->is_basic = TRUE;
  work->basis[leaving] = number;
  pivot (work, (guint) leaving, number);
}

static gboolean
climb (Work *work)
{
  reduce_gains (work);
  for (guint n_pivots = 0; n_pivots < MOST_PIVOTS; n_pivots++)
    {
      gboolean is_patient = n_pivots < PATIENCE, leaves_high = FALSE;
      int entering = choose_entering (work, is_patient), leaving;
      double step;

      if (entering < 0)
        return TRUE;
      step = find_step (work, column_at (work, (guint) entering), is_patient, &leaving,
                        &leaves_high);
      if (step >= G_MAXDOUBLE)
        return FALSE;    /* without an end: nobody asks for that here */
      take_step (work, (guint) entering, step, leaving, leaves_high);
    }

  return FALSE;
}

static gboolean
drive_out (Work *work)
{
  double left = 0;

  for (guint i = 0; i < work->m; i++)
    column_at (work, work->m + i)->gain = -1;
  if (!climb (work))
    return FALSE;

  for (guint i = 0; i < work->m; i++)
    if (work->basis[i] >= work->m && work->basis[i] < 2 * work->m)
      left += work->value[i];
  for (guint i = 0; i < work->m; i++)
    {
      column_at (work, work->m + i)->gain = 0;
      column_at (work, work->m + i)->room = 0;
    }
  return left < 1e-7;
}

static void
tell (MukanaSimplex *given,
      Work          *work)
{
  guint first = 2 * work->m;

  reduce_gains (work);
  given->sum = 0;
  for (guint j = 0; j < given->n_columns; j++)
    {
      const Column *column = column_at (work, first + j);

      given->values[j] = given->least[j] + (column->is_high ? column->room : 0);
    }
  for (guint i = 0; i < work->m; i++)
    if (work->basis[i] >= first)
      given->values[work->basis[i] - first] = given->least[work->basis[i] - first] + work->value[i];
  for (guint j = 0; j < given->n_columns; j++)
    given->sum += given->gain[j] * given->values[j];

  /* A slack's reduced gain is the price of its row: the end moves as the slack does. */
  for (guint i = 0; i < work->m; i++)
    {
      gboolean has_least = given->row_least[i] > -G_MAXDOUBLE;
      double gain = column_at (work, i)->reduced;

      given->prices[i] = has_least ? gain : -gain;
    }
}

static gboolean
climb_and_tell (MukanaSimplex *self)
{
  if (!climb (self->work))
    return FALSE;

  tell (self, self->work);
  return TRUE;
}

/**
 * mukana_simplex_solve:
 *
 * Fills the values, the prices and the sum.
 *
 * Returns: FALSE when nothing is within all ranges
 */
gboolean
mukana_simplex_solve (MukanaSimplex *self)
{
  g_clear_pointer (&self->work, work_free);
  self->work = work_new (self);
  if (!drive_out (self->work))
    return FALSE;

  for (guint j = 0; j < self->n_columns; j++)
    column_at (self->work, 2 * self->n_rows + j)->gain = self->gain[j];
  return climb_and_tell (self);
}

/**
 * mukana_simplex_add:
 * @cells: by row, of a variable that is nought or more and brings nothing by itself
 *
 * Goes on from where the programme was solved, which takes few steps.
 *
 * Returns: FALSE when it could not be solved again
 */
gboolean
mukana_simplex_add (MukanaSimplex *self,
                    const double  *cells)
{
  Work *work = self->work;
  guint last = self->n_columns++;
  Column *column;

  self->cells = g_renew (double, self->cells, (gsize) self->n_rows * self->n_columns);
  self->least = g_renew (double, self->least, self->n_columns);
  self->most = g_renew (double, self->most, self->n_columns);
  self->gain = g_renew (double, self->gain, self->n_columns);
  self->values = g_renew (double, self->values, self->n_columns);
  memcpy (mukana_simplex_cell (self, 0, last), cells, self->n_rows * sizeof *cells);
  self->least[last] = self->gain[last] = self->values[last] = 0;
  self->most[last] = G_MAXDOUBLE;

  /* As the basis sees it: the slacks' own columns are what has become of the units. */
  add_column (work, G_MAXDOUBLE);
  column = column_at (work, work->columns->len - 1);
  for (guint i = 0; i < work->m; i++)
    for (guint k = 0; cells[i] != 0 && k < work->m; k++)
      column->cells[k] += cells[i] * work->sign[i] * work->slack_sign[i] *
                          column_at (work, i)->cells[k];
  return climb_and_tell (self);
}
