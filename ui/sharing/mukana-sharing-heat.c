/* mukana-sharing-heat.c: a picture of themes by places, with the holes in it.
 *
 * Each cell has a shape and words as well as a colour: a dashed empty square
 * where nobody is, "1–4" on a pale one, a number on one that grows darker.
 * The table beside it says the same to a screen reader, so the picture is one
 * image with a name.
 */

#include "ui/sharing/mukana-sharing-heat.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-style.h"

#define CELL_WIDTH_PX   42
#define CELL_HEIGHT_PX  26
#define CELL_GAP_PX      2
#define LABEL_WIDTH_PX 210
#define TEXT_SCALE     0.85
#define FULL_AT         25    /* people in a cell of the darkest colour */
#define LEAST_STRENGTH 0.25
#define NO_PLACE       (-2)   /* nobody of whom the place is not known: nothing is missing */

struct _MukanaSharingHeat
{
  GtkWidget  parent_instance;

  GPtrArray *themes;    /* char * */
  GPtrArray *places;    /* char * */
  GPtrArray *theme_ids; /* char *, of the themes */
  GPtrArray *codes;     /* char *, of the places; "" where it is not known */
  GArray    *numbers;   /* int by theme and place: -1 for few, 0 for a hole, or NO_PLACE */
};

enum { OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaSharingHeat, mukana_sharing_heat, GTK_TYPE_WIDGET)

static PangoLayout *
new_text (GtkWidget  *widget,
          const char *words,
          int         width_px)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, words);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (TEXT_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  if (width_px > 0)
    {
      pango_layout_set_width (layout, width_px * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/* Names of places stand upright above their columns: as high as the longest is long. */
static int
find_head_height (MukanaSharingHeat *self)
{
  int highest = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      g_autoptr (PangoLayout) text = new_text (GTK_WIDGET (self),
                                               g_ptr_array_index (self->places, i), 0);
      int width, height;

      pango_layout_get_pixel_size (text, &width, &height);
      highest = MAX (highest, width);
    }

  return highest + 8;
}

static void
draw_text (GtkSnapshot    *snapshot,
           PangoLayout    *text,
           double          x,
           double          y,
           float           angle,
           const GdkRGBA  *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  if (angle != 0)
    gtk_snapshot_rotate (snapshot, angle);
  gtk_snapshot_append_layout (snapshot, text, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_heads (MukanaSharingHeat *self,
            GtkSnapshot       *snapshot,
            int                top)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA color = mukana_style_text_color (widget, 1);

  for (guint i = 0; i < self->places->len; i++)
    {
      g_autoptr (PangoLayout) text = new_text (widget, g_ptr_array_index (self->places, i), 0);
      int width, height;

      pango_layout_get_pixel_size (text, &width, &height);
      draw_text (snapshot, text,
                 LABEL_WIDTH_PX + (int) i * CELL_WIDTH_PX + (CELL_WIDTH_PX - height) / 2.0, top - 6,
                 -90, &color);
    }

  for (guint i = 0; i < self->themes->len; i++)
    {
      g_autoptr (PangoLayout) text = new_text (widget, g_ptr_array_index (self->themes, i),
                                               LABEL_WIDTH_PX - 10);
      int width, height;

      pango_layout_get_pixel_size (text, &width, &height);
      draw_text (snapshot, text, 0, top + i * CELL_HEIGHT_PX + (CELL_HEIGHT_PX - height) / 2.0, 0,
                 &color);
    }
}

static void
draw_hole (cairo_t               *cairo,
           const graphene_rect_t *area)
{
  static const double dashes[] = { 3, 3 };

  cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cairo, 1);
  cairo_rectangle (cairo, area->origin.x + 0.5, area->origin.y + 0.5, area->size.width - 1,
                   area->size.height - 1);
  cairo_stroke (cairo);
}

static void
draw_cell (MukanaSharingHeat *self,
           GtkSnapshot       *snapshot,
           cairo_t           *cairo,
           int                number,
           graphene_rect_t   *area)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA fill = mukana_style_color (widget, "mukana_series_first");
  GdkRGBA line = mukana_style_text_color (widget, 0.6);
  double share = CLAMP (number, 0, FULL_AT) / (double) FULL_AT;
  double strength = number < 0 ? LEAST_STRENGTH / 2
                                : LEAST_STRENGTH + (1 - LEAST_STRENGTH) * share;
  g_autofree char *words = number < 0 ? g_strdup ("1–4") : g_strdup_printf ("%d", number);
  g_autoptr (PangoLayout) text = new_text (widget, words, 0);
  int width, height;

  if (number == NO_PLACE)
    return;
  if (number == 0)
    {
      gdk_cairo_set_source_rgba (cairo, &line);
      draw_hole (cairo, area);
      return;
    }

  fill.alpha = (float) strength;
  gdk_cairo_set_source_rgba (cairo, &fill);
  cairo_rectangle (cairo, area->origin.x, area->origin.y, area->size.width, area->size.height);
  cairo_fill (cairo);

  line = strength > 0.6 ? (GdkRGBA) { 1, 1, 1, 1 } : mukana_style_text_color (widget, 1);
  pango_layout_get_pixel_size (text, &width, &height);
  gdk_cairo_set_source_rgba (cairo, &line);
  cairo_move_to (cairo, area->origin.x + (area->size.width - width) / 2,
                 area->origin.y + (area->size.height - height) / 2);
  pango_cairo_show_layout (cairo, text);
}

static void
mukana_sharing_heat_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  MukanaSharingHeat *self = MUKANA_SHARING_HEAT (widget);
  int top = find_head_height (self);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                            (float) gtk_widget_get_height (widget));
  cairo_t *cairo;

  draw_heads (self, snapshot, top);
  cairo = gtk_snapshot_append_cairo (snapshot, &all);
  for (guint row = 0; row < self->themes->len; row++)
    for (guint column = 0; column < self->places->len; column++)
      {
        graphene_rect_t area =
          GRAPHENE_RECT_INIT ((float) (LABEL_WIDTH_PX + (int) column * CELL_WIDTH_PX + CELL_GAP_PX),
                              (float) (top + (int) row * CELL_HEIGHT_PX + CELL_GAP_PX),
                              CELL_WIDTH_PX - 2 * CELL_GAP_PX, CELL_HEIGHT_PX - 2 * CELL_GAP_PX);

        draw_cell (self, snapshot, cairo,
                   g_array_index (self->numbers, int, row * self->places->len + column), &area);
      }
  cairo_destroy (cairo);
}

static void
mukana_sharing_heat_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  MukanaSharingHeat *self = MUKANA_SHARING_HEAT (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                        ? LABEL_WIDTH_PX + (int) self->places->len * CELL_WIDTH_PX
                        : find_head_height (self) + (int) self->themes->len * CELL_HEIGHT_PX;
}

/* The table below does the same by keyboard, a theme at a time. */
static void
pressed_cb (MukanaSharingHeat *self,
            int                n_press,
            double             x,
            double             y)
{
  int row = ((int) y - find_head_height (self)) / CELL_HEIGHT_PX;
  int column = ((int) x - LABEL_WIDTH_PX) / CELL_WIDTH_PX;
  const char *code;
  int number;

  if (y < find_head_height (self) || x < LABEL_WIDTH_PX || row >= (int) self->themes->len ||
      column >= (int) self->places->len)
    return;

  code = g_ptr_array_index (self->codes, column);
  number = g_array_index (self->numbers, int, row * (int) self->places->len + column);
  if (*code != '\0' && number != 0)
    g_signal_emit (self, signals[OPENED], 0, g_ptr_array_index (self->theme_ids, row), code);
}

static void
mukana_sharing_heat_finalize (GObject *object)
{
  MukanaSharingHeat *self = MUKANA_SHARING_HEAT (object);

  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->theme_ids);
  g_ptr_array_unref (self->codes);
  g_array_unref (self->numbers);
  G_OBJECT_CLASS (mukana_sharing_heat_parent_class)->finalize (object);
}

static void
mukana_sharing_heat_class_init (MukanaSharingHeatClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mukana_sharing_heat_finalize;
  /* (theme, municipality): whose cell with people in it was pressed */
  signals[OPENED] = g_signal_new ("opened", MUKANA_TYPE_SHARING_HEAT, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  widget_class->measure = mukana_sharing_heat_measure;
  widget_class->snapshot = mukana_sharing_heat_snapshot;
  mukana_style_follow (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mukana-sharing-heat");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mukana_sharing_heat_init (MukanaSharingHeat *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  self->theme_ids = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  self->themes = g_ptr_array_new_with_free_func (g_free);
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Picture of themes by municipality. The table below says "
                                    "the same."), -1);
}

GtkWidget *
mukana_sharing_heat_new (void)
{
  return g_object_new (MUKANA_TYPE_SHARING_HEAT, NULL);
}

/** mukana_sharing_heat_show: @places: copied */
void
mukana_sharing_heat_show (MukanaSharingHeat         *self,
                          const MukanaSharingPlaces *places)
{
  g_ptr_array_set_size (self->themes, 0);
  g_ptr_array_set_size (self->places, 0);
  g_ptr_array_set_size (self->theme_ids, 0);
  g_ptr_array_set_size (self->codes, 0);
  g_array_set_size (self->numbers, 0);

  for (guint i = 0; i < places->places->len; i++)
    {
      g_ptr_array_add (self->places, g_strdup (mukana_sharing_places_place (places, i)->label));
      g_ptr_array_add (self->codes, g_strdup (mukana_sharing_places_place (places, i)->code));
    }
  for (guint row = 0; row < places->themes->len; row++)
    {
      g_ptr_array_add (self->themes, g_strdup (mukana_sharing_places_theme (places, row)->label));
      g_ptr_array_add (self->theme_ids, g_strdup (mukana_sharing_places_theme (places, row)->code));
      for (guint column = 0; column < places->places->len; column++)
        {
          guint n_people;
          MukanaSharingLevel level = mukana_sharing_places_level (places, row, column, &n_people);
          gboolean is_place = *mukana_sharing_places_place (places, column)->code != '\0';
          int number = level == MUKANA_SHARING_SOME ? -1
                       : level == MUKANA_SHARING_HOLE && !is_place ? NO_PLACE : (int) n_people;

          g_array_append_val (self->numbers, number);
        }
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
