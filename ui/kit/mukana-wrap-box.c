/* mukana-wrap-box.c: children that run like words in a paragraph.
 *
 * For a sentence of chips and for a line of facts.  A #GtkFlowBox keeps
 * columns, which tears a sentence apart; here each child is as wide as it wants.
 */

#include "ui/kit/mukana-wrap-box.h"

struct _MukanaWrapBox
{
  GtkWidget parent_instance;

  int       spacing;
  int       line_spacing;
};

static void mukana_wrap_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MukanaWrapBox, mukana_wrap_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      mukana_wrap_box_buildable_init))

static GtkBuildableIface *parent_buildable;

/* As wide as it wants, but within @width, and as high as it then is: a label that
 * is alone on its line may itself have to wrap. */
static GtkRequisition
fit_child (GtkWidget *child,
           int        width)
{
  GtkRequisition fitting = { 0, 0 };
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  fitting.width = CLAMP (natural, minimum, MAX (minimum, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, fitting.width, NULL, &fitting.height,
                      NULL, NULL);
  return fitting;
}

/* Runs through the children as they would stand within @width, places them when
 * asked to, and returns the height they need. */
static int
run_lines (MukanaWrapBox *self,
           int            width,
           gboolean       places)
{
  GtkWidget *line_start = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (line_start)
    {
      GtkWidget *line_end = line_start;
      int used = 0;
      int tallest = 0;
      int x = 0;

      /* As many as fit, and always one. */
      while (line_end)
        {
          if (gtk_widget_should_layout (line_end))
            {
              GtkRequisition fitting = fit_child (line_end, width);

              if (used > 0 && used + fitting.width > width)
                break;
              used += fitting.width + self->spacing;
              tallest = MAX (tallest, fitting.height);
            }
          line_end = gtk_widget_get_next_sibling (line_end);
        }

      for (GtkWidget *child = line_start; places && child != line_end;
           child = gtk_widget_get_next_sibling (child))
        {
          GtkRequisition fitting;

          if (!gtk_widget_should_layout (child))
            continue;
          fitting = fit_child (child, width);
          gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, fitting.width, tallest }, -1);
          x += fitting.width + self->spacing;
        }

      if (tallest > 0)
        y += tallest + self->line_spacing;
      line_start = line_end;
    }

  return MAX (0, y - self->line_spacing);
}

static GtkSizeRequestMode
mukana_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (MukanaWrapBox *self,
               int           *minimum,
               int           *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
mukana_wrap_box_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  MukanaWrapBox *self = MUKANA_WRAP_BOX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = run_lines (self, for_size < 0 ? G_MAXINT : for_size, FALSE);
}

static void
mukana_wrap_box_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  run_lines (MUKANA_WRAP_BOX (widget), width, TRUE);
}

static void
mukana_wrap_box_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    mukana_wrap_box_append (MUKANA_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
mukana_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = mukana_wrap_box_add_child;
}

static void
mukana_wrap_box_dispose (GObject *object)
{
  mukana_wrap_box_clear (MUKANA_WRAP_BOX (object));
  G_OBJECT_CLASS (mukana_wrap_box_parent_class)->dispose (object);
}

static void
mukana_wrap_box_class_init (MukanaWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_wrap_box_dispose;
  widget_class->get_request_mode = mukana_wrap_box_get_request_mode;
  widget_class->measure = mukana_wrap_box_measure;
  widget_class->size_allocate = mukana_wrap_box_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mukana_wrap_box_init (MukanaWrapBox *self)
{
  self->spacing = 8;
  self->line_spacing = 6;
}

/** mukana_wrap_box_new: @spacing: between children; @line_spacing: between lines; pixels */
GtkWidget *
mukana_wrap_box_new (int spacing,
                     int line_spacing)
{
  MukanaWrapBox *self = g_object_new (MUKANA_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_WIDGET (self);
}

void
mukana_wrap_box_append (MukanaWrapBox *self,
                        GtkWidget     *child)
{
  g_return_if_fail (MUKANA_IS_WRAP_BOX (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
mukana_wrap_box_remove (MukanaWrapBox *self,
                        GtkWidget     *child)
{
  g_return_if_fail (MUKANA_IS_WRAP_BOX (self));
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  gtk_widget_unparent (child);
}

void
mukana_wrap_box_clear (MukanaWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (MUKANA_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}
