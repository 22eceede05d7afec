/* mukana-query.c: a prepared statement on loan.
 *
 * Everything goes by name: parameters as they stand in the SQL file, columns
 * as the statement calls them.  Freeing gives the statement back, reset, to
 * the connection that keeps it prepared.
 */

#include "store/mukana-query.h"

#include <string.h>

#include "store/mukana-db-private.h"

struct _MukanaQuery
{
  const MukanaEngine    *engine;
  gpointer               statement;
  const MukanaStatement *source;
  gboolean              *in_use;     /* the lender's mark; NULL when the statement is ours alone */
  guint                  n_columns;  /* 0 until a column has been asked for */
  guint                  next;       /* where the column asked for next most likely stands */
};

MukanaQuery *
mukana_query_new (const MukanaEngine    *engine,
                  gpointer               statement,
                  const MukanaStatement *source)
{
  MukanaQuery *self = g_new0 (MukanaQuery, 1);

  self->engine = engine;
  self->statement = statement;
  self->source = source;
  return self;
}

/* Marks the statement as lent until the query is freed. */
void
mukana_query_lend (MukanaQuery *self,
                   gboolean    *in_use)
{
  self->in_use = in_use;
  *in_use = TRUE;
}

void
mukana_query_free (MukanaQuery *self)
{
  if (self == NULL)
    return;

  self->engine->reset (self->statement);
  if (self->in_use != NULL)
    *self->in_use = FALSE;
  else
    self->engine->finalize (self->statement);
  g_free (self);
}

static int
find_parameter (MukanaQuery *self,
                const char  *name)
{
  for (int i = 0; self->source->parameters[i] != NULL; i++)
    if (strcmp (self->source->parameters[i], name) == 0)
      return i;

  return -1;
}

/** mukana_query_wants: Returns: whether the statement has a parameter of that name */
gboolean
mukana_query_wants (MukanaQuery *self,
                    const char  *parameter)
{
  return find_parameter (self, parameter) >= 0;
}

/** mukana_query_bind: sets one parameter; text and bytes need to last until the step */
void
mukana_query_bind (MukanaQuery     *self,
                   const MukanaArg *arg)
{
  int index = find_parameter (self, arg->name);
  MukanaValue value = arg->value;

  if (index < 0)
    g_error ("Statement %s has no parameter %s", self->source->name, arg->name);

  if (arg->iso[0] != '\0')
    value.text = arg->iso;

  self->engine->bind (self->statement, (guint) index, &value);
}

/** mukana_query_step: Returns: 1 when there is a row to read, 0 at the end, -1 with @error set */
int
mukana_query_step (MukanaQuery  *self,
                   GError      **error)
{
  int result = self->engine->step (self->statement, error);

  if (result < 0)
    g_prefix_error (error, "%s: ", self->source->name);

  return result;
}

/** mukana_query_run: Returns: how many rows were changed, or -1 with @error set */
gint64
mukana_query_run (MukanaQuery  *self,
                  GError      **error)
{
  int result;

  while ((result = mukana_query_step (self, error)) > 0)
    continue;

  return result < 0 ? -1 : self->engine->n_affected (self->statement);
}

/** mukana_query_rewind: makes it ready for other parameters */
void
mukana_query_rewind (MukanaQuery *self)
{
  self->engine->reset (self->statement);
}

/** mukana_query_column: Returns: the place of the column @name, or -1 */
int
mukana_query_column (MukanaQuery *self,
                     const char  *name)
{
  if (self->n_columns == 0)
    self->n_columns = self->engine->n_columns (self->statement);

  /* Columns are read in their order, row after row, so the search begins where
   * the last one ended and nearly always finds at once. */
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint column = (self->next + i) % self->n_columns;

      if (strcmp (self->engine->column_name (self->statement, column), name) == 0)
        {
          self->next = column + 1;
          return (int) column;
        }
    }

  return -1;
}

/** mukana_query_peek_column: Returns: (nullable): its name; NULL past the last */
const char *
mukana_query_peek_column (MukanaQuery *self,
                          guint        column)
{
  if (self->n_columns == 0)
    self->n_columns = self->engine->n_columns (self->statement);

  return column < self->n_columns ? self->engine->column_name (self->statement, column) : NULL;
}

static void
get_value (MukanaQuery *self,
           const char  *name,
           MukanaValue *value)
{
  int column = mukana_query_column (self, name);

  if (column < 0)
    g_error ("Statement %s has no column %s", self->source->name, name);

  self->engine->column (self->statement, (guint) column, value);
}

/** mukana_query_get_value: the value of the column at that place, until the next step */
void
mukana_query_get_value (MukanaQuery *self,
                        guint        column,
                        MukanaValue *value)
{
  self->engine->column (self->statement, column, value);
}

/** mukana_query_get_int: Returns: the number in @column; 0 for null */
gint64
mukana_query_get_int (MukanaQuery *self,
                      const char  *column)
{
  MukanaValue value;

  get_value (self, column, &value);
  return value.kind == MUKANA_VALUE_INT ? value.number : 0;
}

/** mukana_query_peek_text: Returns: (nullable): borrowed until the next step */
const char *
mukana_query_peek_text (MukanaQuery *self,
                        const char  *column)
{
  MukanaValue value;

  get_value (self, column, &value);
  return value.kind == MUKANA_VALUE_TEXT ? value.text : NULL;
}

MukanaDay
mukana_query_get_day (MukanaQuery *self,
                      const char  *column)
{
  return mukana_day_parse_iso (mukana_query_peek_text (self, column));
}

/** mukana_query_dup_bytes: Returns: (nullable): yours */
GBytes *
mukana_query_dup_bytes (MukanaQuery *self,
                        const char  *column)
{
  MukanaValue value;

  get_value (self, column, &value);
  return value.kind == MUKANA_VALUE_BYTES ? g_bytes_new (value.text, value.length) : NULL;
}
