/* mukana-grid.c: texts in columns, each as wide as its widest.
 *
 * Numbers stand to the right, their heading with them.  A column without a
 * number in it stands to the left.
 */

#include "cli/mukana-grid.h"

typedef struct
{
  char     *text;
  gboolean  is_number;
} Cell;

struct _MukanaGrid
{
  guint   n_columns;
  GArray *cells;      /* of Cell, row by row; the first row is the headings */
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

MukanaGrid *
mukana_grid_new (guint n_columns)
{
  MukanaGrid *self = g_new0 (MukanaGrid, 1);

  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
mukana_grid_free (MukanaGrid *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/** mukana_grid_add: the next cell; @text: (nullable) */
void
mukana_grid_add (MukanaGrid *self,
                 const char *text)
{
  Cell cell = { g_utf8_make_valid (text ? text : "", -1), FALSE };

  g_array_append_val (self->cells, cell);
}

void
mukana_grid_add_number (MukanaGrid *self,
                        gint64      number)
{
  Cell cell = { g_strdup_printf ("%" G_GINT64_FORMAT, number), TRUE };

  g_array_append_val (self->cells, cell);
}

static Cell *
peek_cell (MukanaGrid *self,
           guint       row,
           guint       column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

static int
find_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_iszerowidth (g_utf8_get_char (p)))
      width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return width;
}

/** mukana_grid_print: Returns: yours, lines that each end with a line break */
char *
mukana_grid_print (MukanaGrid *self)
{
  guint n_rows = self->cells->len / self->n_columns;
  g_autofree int *widths = g_new0 (int, self->n_columns);
  g_autofree gboolean *are_numbers = g_new0 (gboolean, self->n_columns);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        widths[column] = MAX (widths[column], find_width (peek_cell (self, row, column)->text));
        are_numbers[column] |= peek_cell (self, row, column)->is_number;
      }

  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          const char *cell = peek_cell (self, row, column)->text;
          int padding = widths[column] - find_width (cell);

          if (are_numbers[column])
            g_string_append_printf (text, "%*s%s", padding, "", cell);
          else
            g_string_append_printf (text, "%s%*s", cell, padding, "");
          g_string_append (text, "  ");
        }

      while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
