/* mukana-columns-layout.c: children in two equal columns, or in one when there is no room.
 *
 * Each goes under the shorter column, in turn while they are equal, so that a long
 * card leaves no hole beside it.  A flow box would keep lines, and the hole.  It stays in
 * its column while it is shown: who has read where it stands looks for it there, although
 * what is above it has become longer or shorter.
 */

#include "ui/kit/mukana-columns-layout.h"

struct _MukanaColumnsLayout
{
  GtkLayoutManager parent_instance;

  int column_px;      /* what a column needs, to stand beside another */
  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (MukanaColumnsLayout, mukana_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_columns (MukanaColumnsLayout *self,
               int                  width)
{
  return width >= 2 * self->column_px + self->spacing ? 2 : 1;
}

static int
find_column_width (MukanaColumnsLayout *self,
                   int                  width)
{
  int n_columns = count_columns (self, width);

  return (width - (n_columns - 1) * self->spacing) / n_columns;
}

/* Returns: the column where @child stands already; -1 for none yet */
static int
get_column (GtkWidget *child)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "mukana-column")) - 1;
}

static void
set_column (GtkWidget *child,
            int        column)
{
  g_object_set_data (G_OBJECT (child), "mukana-column", GINT_TO_POINTER (column + 1));
}

static int
find_column (GtkWidget *child,
             int        n_columns,
             const int  ends[2])
{
  if (n_columns == 1)
    return 0;
  if (get_column (child) >= 0)
    return get_column (child);

  return ends[1] < ends[0] ? 1 : 0;
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

typedef void (*Place) (GtkWidget *child,
                       int        column,
                       int        y,
                       int        height,
                       gpointer   data);

/* Returns: the height of the taller column */
static int
walk (MukanaColumnsLayout *self,
      GtkWidget           *widget,
      int                  width,
      Place                place,
      gpointer             data)
{
  int n_columns = count_columns (self, width);
  int child_width = find_column_width (self, width);
  int ends[2] = { 0, 0 };

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int column = find_column (child, n_columns, ends);
      int height = measure_height (child, child_width);
      int y = ends[column] + (ends[column] > 0 ? self->line_spacing : 0);

      if (place != NULL)
        place (child, column, y, height, data);
      ends[column] = y + height;
    }

  return MAX (ends[0], ends[1]);
}

static GtkSizeRequestMode
mukana_columns_layout_get_request_mode (GtkLayoutManager *layout,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
mukana_columns_layout_measure (GtkLayoutManager *layout,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  MukanaColumnsLayout *self = MUKANA_COLUMNS_LAYOUT (layout);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = walk (self, widget, for_size, NULL, NULL);
}

typedef struct
{
  int      width;      /* of a column */
  int      far;        /* where the second one begins */
  int      n_columns;
  gboolean is_mirrored;
} Columns;

static void
place_cb (GtkWidget *child,
          int        column,
          int        y,
          int        height,
          gpointer   data)
{
  Columns *columns = data;
  int x = (column == 1) != columns->is_mirrored ? columns->far : 0;

  if (columns->n_columns == 2)
    set_column (child, column);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, columns->width, height }, -1);
}

static void
forget_hidden (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!gtk_widget_should_layout (child))
      set_column (child, -1);
}

static void
mukana_columns_layout_allocate (GtkLayoutManager *layout,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  MukanaColumnsLayout *self = MUKANA_COLUMNS_LAYOUT (layout);
  Columns columns;

  forget_hidden (widget);
  columns.n_columns = count_columns (self, width);
  columns.width = find_column_width (self, width);
  columns.far = width - columns.width;
  columns.is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  walk (self, widget, width, place_cb, &columns);
}

static void
mukana_columns_layout_class_init (MukanaColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = mukana_columns_layout_get_request_mode;
  layout_class->measure = mukana_columns_layout_measure;
  layout_class->allocate = mukana_columns_layout_allocate;
}

static void
mukana_columns_layout_init (MukanaColumnsLayout *self)
{
}

/**
 * mukana_columns_layout_new:
 * @column_px: what a column needs, to stand beside another
 */
GtkLayoutManager *
mukana_columns_layout_new (int column_px,
                           int spacing,
                           int line_spacing)
{
  MukanaColumnsLayout *self = g_object_new (MUKANA_TYPE_COLUMNS_LAYOUT, NULL);

  self->column_px = column_px;
  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
