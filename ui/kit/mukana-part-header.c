/* mukana-part-header.c: the two letters of each part above a column of score bars.
 *
 * Each pair is centred on the slot that the bars below keep for its part.  The
 * header must be given the same width as the bars; it does not know them.
 */

#include "ui/kit/mukana-part-header.h"

#include "domain/mukana-explain.h"
#include "ui/kit/mukana-parts.h"
#include "ui/kit/mukana-style.h"

struct _MukanaPartHeader
{
  GtkWidget      parent_instance;

  MukanaWeights  weights;
  PangoLayout   *letters[MUKANA_N_PARTS];
};

G_DEFINE_FINAL_TYPE (MukanaPartHeader, mukana_part_header, GTK_TYPE_WIDGET)

static void
make_letters (MukanaPartHeader *self)
{
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      const char *letters = mukana_explain_part_letters (i);

      g_clear_object (&self->letters[i]);
      self->letters[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), letters);
    }
}

static void
mukana_part_header_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  MukanaPartHeader *self = MUKANA_PART_HEADER (widget);
  int width, height;
  int tallest = 0;

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      pango_layout_get_pixel_size (self->letters[i], &width, &height);
      tallest = MAX (tallest, height);
    }

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : tallest;
}

static void
mukana_part_header_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  MukanaPartHeader *self = MUKANA_PART_HEADER (widget);
  MukanaPartSlot slots[MUKANA_N_PARTS];

  mukana_parts_lay_out (gtk_widget_get_width (widget), self->weights.max, slots);
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      GdkRGBA color = mukana_style_color (widget, mukana_part_color_name (i));
      int width, height;

      if (slots[i].width == 0)
        continue;

      pango_layout_get_pixel_size (self->letters[i], &width, &height);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (slots[i].x + (slots[i].width - width) / 2,
                                                    (gtk_widget_get_height (widget) - height) / 2));
      gtk_snapshot_append_layout (snapshot, self->letters[i], &color);
      gtk_snapshot_restore (snapshot);
    }
}

static void
mukana_part_header_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mukana_part_header_parent_class)->css_changed (widget, change);
  make_letters (MUKANA_PART_HEADER (widget));
  gtk_widget_queue_resize (widget);
}

static void
mukana_part_header_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (mukana_part_header_parent_class)->system_setting_changed (widget, setting);
  make_letters (MUKANA_PART_HEADER (widget));
  gtk_widget_queue_resize (widget);
}

static void
mukana_part_header_dispose (GObject *object)
{
  MukanaPartHeader *self = MUKANA_PART_HEADER (object);

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    g_clear_object (&self->letters[i]);

  G_OBJECT_CLASS (mukana_part_header_parent_class)->dispose (object);
}

static void
mukana_part_header_class_init (MukanaPartHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_part_header_dispose;
  widget_class->measure = mukana_part_header_measure;
  widget_class->snapshot = mukana_part_header_snapshot;
  widget_class->css_changed = mukana_part_header_css_changed;
  widget_class->system_setting_changed = mukana_part_header_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "mukana-part-header");
  /* Every bar below says its parts by name; the letters add nothing to the ear. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mukana_part_header_init (MukanaPartHeader *self)
{
  self->weights = mukana_weights_default ();
  make_letters (self);
}

/** mukana_part_header_new: Returns: the letters over bars whose weights are as they come */
GtkWidget *
mukana_part_header_new (void)
{
  return g_object_new (MUKANA_TYPE_PART_HEADER, NULL);
}

/** mukana_part_header_set_weights: moves the letters with the slots when weights move */
void
mukana_part_header_set_weights (MukanaPartHeader    *self,
                                const MukanaWeights *weights)
{
  g_return_if_fail (MUKANA_IS_PART_HEADER (self));

  self->weights = *weights;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
