/* mukana-bar-chart.c: two series over a year as stacked bars, with the sum on each bar.
 *
 * The second series is hatched, so that it is told apart without colour.  The
 * whole table is in the chart's accessible description.
 */

#include "ui/kit/mukana-bar-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/kit/mukana-style.h"

#define BAR_WIDTH_PX      20
#define BAR_GAP_PX         2   /* between the two series of a bar */
#define BAR_RADIUS         3
#define PLOT_HEIGHT_PX   120
#define N_GRID_LINES       3
#define TEXT_SCALE         0.8

struct _MukanaBarChart
{
  GtkWidget  parent_instance;

  char      *title;
  char      *first_series;
  char      *second_series;
  GArray    *bars;            /* MukanaBar, labels owned */
};

G_DEFINE_FINAL_TYPE (MukanaBarChart, mukana_bar_chart, GTK_TYPE_WIDGET)

static void
clear_bar (gpointer data)
{
  MukanaBar *bar = data;

  g_free ((char *) bar->label);
}

static PangoLayout *
new_text (GtkWidget  *widget,
          const char *text,
          gboolean    is_bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (TEXT_SCALE));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
find_text_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) sample = new_text (widget, "0", TRUE);
  int width, height;

  pango_layout_get_pixel_size (sample, &width, &height);
  return height;
}

static int
find_highest (MukanaBarChart *self)
{
  int highest = 1;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const MukanaBar *bar = &g_array_index (self->bars, MukanaBar, i);

      highest = MAX (highest, bar->first + bar->second);
    }

  return highest;
}

/** mukana_bar_chart_draw_hatching: the ground of the second series */
void
mukana_bar_chart_draw_hatching (GtkWidget             *widget,
                                GtkSnapshot           *snapshot,
                                const graphene_rect_t *area)
{
  GdkRGBA ground = mukana_style_color (widget, "mukana_series_second_ground");
  GdkRGBA line = mukana_style_color (widget, "mukana_series_second");
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, area);

  gdk_cairo_set_source_rgba (cairo, &ground);
  cairo_paint (cairo);
  gdk_cairo_set_source_rgba (cairo, &line);
  cairo_set_line_width (cairo, 2);
  for (double x = area->origin.x - area->size.height; x < area->origin.x + area->size.width; x += 5)
    {
      cairo_move_to (cairo, x, area->origin.y + area->size.height);
      cairo_rel_line_to (cairo, area->size.height, -area->size.height);
    }
  cairo_stroke (cairo);
  cairo_destroy (cairo);
}

static void
draw_text_centred (GtkWidget   *widget,
                   GtkSnapshot *snapshot,
                   const char  *words,
                   double       x,
                   double       y,
                   double       room,
                   gboolean     is_bold,
                   double       strength)
{
  g_autoptr (PangoLayout) text = new_text (widget, words, is_bold);
  GdkRGBA color = mukana_style_text_color (widget, strength);
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  if (width > room)
    {
      /* A narrow chart names its months by their first letter. */
      g_autofree char *initial = g_utf8_substring (words, 0, 1);

      pango_layout_set_text (text, initial, -1);
      pango_layout_get_pixel_size (text, &width, &height);
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x - width / 2.0),
                                                          (float) round (y)));
  gtk_snapshot_append_layout (snapshot, text, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_grid (GtkWidget   *widget,
           GtkSnapshot *snapshot,
           int          top,
           int          bottom)
{
  GdkRGBA line = mukana_style_text_color (widget, 0.1);
  GdkRGBA base = mukana_style_text_color (widget, 0.25);
  int width = gtk_widget_get_width (widget);

  for (int i = 1; i <= N_GRID_LINES; i++)
    {
      float y = bottom - i * (bottom - top) / (N_GRID_LINES + 0.5f);

      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, y, width, 1));
    }
  gtk_snapshot_append_color (snapshot, &base, &GRAPHENE_RECT_INIT (0, bottom, width, 1));
}

static void
draw_piece (GtkWidget   *widget,
            GtkSnapshot *snapshot,
            float        x,
            float        bottom,
            float        height,
            gboolean     is_second)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (x, bottom - height, BAR_WIDTH_PX, height);
  GdkRGBA color = mukana_style_color (widget, "mukana_series_first");
  GskRoundedRect outline;

  if (height <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &area, MIN (BAR_RADIUS, height / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (is_second)
    mukana_bar_chart_draw_hatching (widget, snapshot, &area);
  else
    gtk_snapshot_append_color (snapshot, &color, &area);
  gtk_snapshot_pop (snapshot);
}

static void
mukana_bar_chart_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MukanaBarChart *self = MUKANA_BAR_CHART (widget);
  int text_height = find_text_height (widget);
  int top = text_height + 4;
  int bottom = gtk_widget_get_height (widget) - text_height - 8;
  double unit = (double) (bottom - top) / find_highest (self);
  double column = gtk_widget_get_width (widget) / (double) MAX (1, self->bars->len);

  draw_grid (widget, snapshot, top, bottom);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const MukanaBar *bar = &g_array_index (self->bars, MukanaBar, i);
      g_autofree char *sum = g_strdup_printf ("%d", bar->first + bar->second);
      double middle = (i + 0.5) * column;
      float x = (float) round (middle - BAR_WIDTH_PX / 2.0);
      float first = (float) round (bar->first * unit);
      float second = (float) round (bar->second * unit);
      float gap = bar->first > 0 && bar->second > 0 ? BAR_GAP_PX : 0;

      draw_piece (widget, snapshot, x, bottom, first, FALSE);
      draw_piece (widget, snapshot, x, bottom - first - gap, second - gap, TRUE);
      if (bar->first + bar->second > 0)
        draw_text_centred (widget, snapshot, sum, middle, bottom - first - second - text_height,
                           column, bar->is_marked, 1);
      draw_text_centred (widget, snapshot, bar->label, middle, bottom + 6, column - 2,
                         bar->is_marked, bar->is_marked ? 1 : 0.78);
    }
}

static void
mukana_bar_chart_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  MukanaBarChart *self = MUKANA_BAR_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) self->bars->len * (BAR_WIDTH_PX + 2);
      *natural = (int) self->bars->len * BAR_WIDTH_PX * 3;
    }
  else
    *minimum = *natural = PLOT_HEIGHT_PX + 2 * find_text_height (widget) + 12;
}

/** mukana_bar_chart_dup_spoken: Returns: yours, the whole table in words */
char *
mukana_bar_chart_dup_spoken (MukanaBarChart *self)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  g_return_val_if_fail (MUKANA_IS_BAR_CHART (self), NULL);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const MukanaBar *bar = &g_array_index (self->bars, MukanaBar, i);

      if (i > 0)
        g_string_append_c (spoken, ' ');
      /* Translators: a month, the sum, then each series: "Oct: 17, experts 13, organisations 4." */
      g_string_append_printf (spoken, _("%s: %d, %s %d, %s %d."), bar->label,
                              bar->first + bar->second, self->first_series, bar->first,
                              self->second_series, bar->second);
    }

  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static void
mukana_bar_chart_finalize (GObject *object)
{
  MukanaBarChart *self = MUKANA_BAR_CHART (object);

  g_free (self->title);
  g_free (self->first_series);
  g_free (self->second_series);
  g_array_unref (self->bars);
  G_OBJECT_CLASS (mukana_bar_chart_parent_class)->finalize (object);
}

static void
mukana_bar_chart_class_init (MukanaBarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mukana_bar_chart_finalize;
  widget_class->measure = mukana_bar_chart_measure;
  widget_class->snapshot = mukana_bar_chart_snapshot;
  mukana_style_follow (widget_class);

  gtk_widget_class_set_css_name (widget_class, "mukana-bar-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mukana_bar_chart_init (MukanaBarChart *self)
{
  self->bars = g_array_new (FALSE, TRUE, sizeof (MukanaBar));
  g_array_set_clear_func (self->bars, clear_bar);
}

/**
 * mukana_bar_chart_new:
 * @title: what is counted, said first to a screen reader
 * @first_series: the solid series in words
 * @second_series: the hatched series in words
 */
GtkWidget *
mukana_bar_chart_new (const char *title,
                      const char *first_series,
                      const char *second_series)
{
  MukanaBarChart *self = g_object_new (MUKANA_TYPE_BAR_CHART, NULL);

  self->title = g_strdup (title);
  self->first_series = g_strdup (first_series);
  self->second_series = g_strdup (second_series);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/** mukana_bar_chart_set_bars: @bars: (array length=n_bars): copied, from left to right */
void
mukana_bar_chart_set_bars (MukanaBarChart  *self,
                           const MukanaBar *bars,
                           guint            n_bars)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (MUKANA_IS_BAR_CHART (self));

  g_array_set_size (self->bars, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      MukanaBar copy = bars[i];

      copy.label = g_strdup (bars[i].label);
      g_array_append_val (self->bars, copy);
    }

  spoken = mukana_bar_chart_dup_spoken (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
