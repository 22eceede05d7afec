#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MukanaSimplexWork MukanaSimplexWork;

/* A linear programme: the most of a sum of variables between bounds, within ranges of rows. */
typedef struct
{
  guint    n_rows, n_columns;
  double  *cells;              /* by column and row */
  double  *row_least;          /* -G_MAXDOUBLE: no end */
  double  *row_most;           /* G_MAXDOUBLE: no end */
  double  *least, *most;       /* of the variables; @least is never endless */
  double  *gain;               /* of one of each variable */

  /* What came of it. */
  double  *values;             /* of the variables */
  double  *prices;             /* of the rows: what one more of its end would bring */
  double   sum;
  MukanaSimplexWork *work;     /* where it stands */
} MukanaSimplex;

MukanaSimplex *mukana_simplex_new   (guint          n_rows,
                                     guint          n_columns);
void           mukana_simplex_free  (MukanaSimplex *self);
gboolean       mukana_simplex_solve (MukanaSimplex *self);
gboolean       mukana_simplex_add   (MukanaSimplex *self,
                                     const double  *cells);

static inline double *
mukana_simplex_cell (MukanaSimplex *self,
                     guint          row,
                     guint          column)
{
  return &self->cells[column * self->n_rows + row];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaSimplex, mukana_simplex_free)

G_END_DECLS
