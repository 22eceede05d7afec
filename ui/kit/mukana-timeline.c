/* mukana-timeline.c: what happened, newest first, with a shape for each kind of thing. */

#include "ui/kit/mukana-timeline.h"

#include <math.h>

#include "ui/kit/mukana-style.h"

#define SHAPE_PX       11
#define SHAPE_WIDTH_PX 16

/* The shape at the beginning of a row, and the line that ties it to the rows beside it. */
#define MUKANA_TYPE_TIMELINE_SHAPE (mukana_timeline_shape_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTimelineShape, mukana_timeline_shape, MUKANA, TIMELINE_SHAPE, GtkWidget)

struct _MukanaTimelineShape
{
  GtkWidget          parent_instance;

  MukanaTimelineKind kind;
};

G_DEFINE_FINAL_TYPE (MukanaTimelineShape, mukana_timeline_shape, GTK_TYPE_WIDGET)

struct _MukanaTimeline
{
  GtkBox        parent_instance;

  GtkSizeGroup *day_widths;
};

G_DEFINE_FINAL_TYPE (MukanaTimeline, mukana_timeline, GTK_TYPE_BOX)

static void
trace_shape (cairo_t            *cairo,
             MukanaTimelineKind  kind,
             double              x,
             double              y,
             double              radius)
{
  switch (kind)
    {
    case MUKANA_TIMELINE_PROPOSAL:
    case MUKANA_TIMELINE_ASSIGNMENT:
      cairo_arc (cairo, x, y, radius, 0, 2 * G_PI);
      break;
    case MUKANA_TIMELINE_FEE:
    case MUKANA_TIMELINE_CONSENT:
      cairo_rectangle (cairo, x - radius, y - radius, 2 * radius, 2 * radius);
      break;
    case MUKANA_TIMELINE_FEEDBACK:
    case MUKANA_TIMELINE_MESSAGE:
      radius += 1.5;
      cairo_move_to (cairo, x, y - radius);
      cairo_line_to (cairo, x + radius, y);
      cairo_line_to (cairo, x, y + radius);
      cairo_line_to (cairo, x - radius, y);
      cairo_close_path (cairo);
      break;
    }
}

static gboolean
is_open_shape (MukanaTimelineKind kind)
{
  return kind == MUKANA_TIMELINE_PROPOSAL || kind == MUKANA_TIMELINE_CONSENT ||
         kind == MUKANA_TIMELINE_MESSAGE;
}

static const char *
find_color (MukanaTimelineKind kind)
{
  switch (kind)
    {
    case MUKANA_TIMELINE_FEEDBACK:
    case MUKANA_TIMELINE_CONSENT:
      return "mukana_ok_text";
    case MUKANA_TIMELINE_PROPOSAL:
    case MUKANA_TIMELINE_ASSIGNMENT:
      return "mukana_info_text";
    default:
      return "mukana_shape";
    }
}

static void
mukana_timeline_shape_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  MukanaTimelineKind kind = MUKANA_TIMELINE_SHAPE (widget)->kind;
  GtkWidget *row = gtk_widget_get_parent (widget);
  GdkRGBA color = mukana_style_color (widget, find_color (kind));
  GdkRGBA line = mukana_style_text_color (widget, 0.25);
  int height = gtk_widget_get_height (widget);
  float middle = floorf (gtk_widget_get_width (widget) / 2.0f);
  float y = roundf (height / 2.0f);
  float reach = SHAPE_PX / 2.0f + 6;
  cairo_t *cairo;

  if (gtk_widget_get_prev_sibling (row))
    gtk_snapshot_append_color (snapshot, &line,
                               &GRAPHENE_RECT_INIT (middle - 1, 0, 2, MAX (0, y - reach)));
  if (gtk_widget_get_next_sibling (row))
    gtk_snapshot_append_color (snapshot, &line,
                               &GRAPHENE_RECT_INIT (middle - 1, y + reach, 2,
                                                    MAX (0, height - y - reach)));

  cairo = gtk_snapshot_append_cairo (snapshot,
                                     &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                          height));
  gdk_cairo_set_source_rgba (cairo, &color);
  if (is_open_shape (kind))
    {
      cairo_set_line_width (cairo, 2);
      trace_shape (cairo, kind, middle, y, SHAPE_PX / 2.0 - 1);
      cairo_stroke (cairo);
    }
  else
    {
      trace_shape (cairo, kind, middle, y, SHAPE_PX / 2.0);
      cairo_fill (cairo);
    }
  cairo_destroy (cairo);
}

static void
mukana_timeline_shape_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = SHAPE_WIDTH_PX;
}

static void
mukana_timeline_shape_class_init (MukanaTimelineShapeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = mukana_timeline_shape_snapshot;
  widget_class->measure = mukana_timeline_shape_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mukana_timeline_shape_init (MukanaTimelineShape *self)
{
}

static void
mukana_timeline_dispose (GObject *object)
{
  g_clear_object (&MUKANA_TIMELINE (object)->day_widths);
  G_OBJECT_CLASS (mukana_timeline_parent_class)->dispose (object);
}

static void
mukana_timeline_class_init (MukanaTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_timeline_dispose;
  gtk_widget_class_set_css_name (widget_class, "mukana-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
mukana_timeline_init (MukanaTimeline *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->day_widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

/** mukana_timeline_new: Returns: a timeline with nothing in it */
GtkWidget *
mukana_timeline_new (void)
{
  return g_object_new (MUKANA_TYPE_TIMELINE, NULL);
}

/**
 * mukana_timeline_append:
 * @day: when, as shown
 * @title: what happened
 * @second_line: (nullable): what it was about
 */
void
mukana_timeline_append (MukanaTimeline     *self,
                        MukanaTimelineKind  kind,
                        const char         *day,
                        const char         *title,
                        const char         *second_line)
{
  GtkWidget *row, *texts, *words;
  MukanaTimelineShape *shape;
  g_autofree char *spoken = NULL;

  g_return_if_fail (MUKANA_IS_TIMELINE (self));

  row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                      "css-name", "event", "spacing", 12, NULL);
  shape = g_object_new (MUKANA_TYPE_TIMELINE_SHAPE, NULL);
  shape->kind = kind;
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (shape));

  words = g_object_new (GTK_TYPE_LABEL, "label", day, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (words, "second-line");
  gtk_widget_add_css_class (words, "numeric");
  gtk_size_group_add_widget (self->day_widths, words);
  gtk_box_append (GTK_BOX (row), words);

  texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                        "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (texts, "texts");
  words = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (words, "row-title");
  gtk_box_append (GTK_BOX (texts), words);
  if (second_line)
    {
      words = g_object_new (GTK_TYPE_LABEL, "label", second_line, "xalign", 0.0, "wrap", TRUE,
                            NULL);
      gtk_widget_add_css_class (words, "second-line");
      gtk_box_append (GTK_BOX (texts), words);
    }
  gtk_box_append (GTK_BOX (row), texts);

  spoken = g_strdup_printf ("%s. %s. %s", day, title, second_line ? second_line : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (self), row);
}

void
mukana_timeline_clear (MukanaTimeline *self)
{
  GtkWidget *child;

  g_return_if_fail (MUKANA_IS_TIMELINE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
}
