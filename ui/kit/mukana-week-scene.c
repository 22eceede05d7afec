/* mukana-week-scene.c: the picture of a painted week.
 *
 * Days are rows, time runs right.  Draws what it is given and remembers
 * nothing; sizes follow the text, so that large text is not cut.
 */

#include "ui/kit/mukana-week-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/kit/mukana-style.h"

#define SLOT_MINUTES  30
#define LANE_RADIUS    6
#define SMALL_TEXT     0.82
#define DAY_TEXT       0.87

static PangoLayout *
new_text (GtkWidget   *widget,
          const char  *text,
          double       scale,
          PangoWeight  weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
draw_text (GtkSnapshot   *snapshot,
           PangoLayout   *layout,
           double         x,
           double         y,
           const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/** mukana_week_frame: Returns: where things stand in a widget of @width pixels */
MukanaWeekFrame
mukana_week_frame (GtkWidget *widget,
                   int        width)
{
  g_autoptr (PangoLayout) sample = new_text (widget, "Wed 28.12.", DAY_TEXT, PANGO_WEIGHT_BOLD);
  MukanaWeekFrame frame = { .width = width };
  int text_width, text_height;

  pango_layout_get_pixel_size (sample, &text_width, &text_height);
  frame.label_width = MAX (62, text_width + 6);
  frame.scale_height = MAX (20, text_height + 4);
  frame.lane_height = MAX (26, text_height + 8);
  frame.row_height = frame.lane_height + 4;
  return frame;
}

/** mukana_week_frame_x: Returns: the whole pixel where @slot begins */
int
mukana_week_frame_x (const MukanaWeekFrame *self,
                     const MukanaWeekScene *scene,
                     int                    slot)
{
  double width = self->width - self->label_width;

  slot = CLAMP (slot, scene->first_slot, scene->end_slot);
  return self->label_width +
         (int) round ((slot - scene->first_slot) * width / (scene->end_slot - scene->first_slot));
}

/**
 * mukana_week_frame_find:
 * @day: (out): the nearest day
 * @slot: (out): the nearest half hour that is shown
 *
 * Returns: whether the point is within the lanes
 */
gboolean
mukana_week_frame_find (const MukanaWeekFrame *self,
                        const MukanaWeekScene *scene,
                        double                 x,
                        double                 y,
                        int                   *day,
                        int                   *slot)
{
  int n_slots = scene->end_slot - scene->first_slot;
  int row = (int) floor ((y - self->scale_height) / self->row_height);
  int column = (int) floor ((x - self->label_width) * n_slots /
                            MAX (1, self->width - self->label_width));

  *day = CLAMP (row, 0, MUKANA_WEEK_N_DAYS - 1);
  *slot = scene->first_slot + CLAMP (column, 0, n_slots - 1);
  return row == *day && column >= 0 && column < n_slots;
}

static graphene_rect_t
find_lane (const MukanaWeekFrame *frame,
           const MukanaWeekScene *scene,
           int                    day,
           int                    slot,
           int                    end)
{
  int left = mukana_week_frame_x (frame, scene, slot);
  int right = mukana_week_frame_x (frame, scene, end);
  int top = frame->scale_height + day * frame->row_height;

  return GRAPHENE_RECT_INIT (left, top, right - left, frame->lane_height);
}

static void
draw_scale (const MukanaWeekScene *scene,
            const MukanaWeekFrame *frame,
            GtkWidget             *widget,
            GtkSnapshot           *snapshot)
{
  GdkRGBA color = mukana_style_text_color (widget, 0.78);

  for (int slot = scene->first_slot; slot <= scene->end_slot; slot += 4)
    {
      g_autofree char *hour = g_strdup_printf ("%d", slot / 2);
      g_autoptr (PangoLayout) text = new_text (widget, hour, SMALL_TEXT, PANGO_WEIGHT_NORMAL);
      int width, height;
      int x = mukana_week_frame_x (frame, scene, slot);

      pango_layout_get_pixel_size (text, &width, &height);
      if (slot == scene->end_slot)
        x -= width;
      else if (slot > scene->first_slot)
        x -= width / 2;
      draw_text (snapshot, text, x, frame->scale_height - height - 4, &color);
    }
}

static void
draw_day (const MukanaWeekScene *scene,
          const MukanaWeekFrame *frame,
          GtkWidget             *widget,
          GtkSnapshot           *snapshot,
          int                    day)
{
  g_autofree char *label = mukana_week_scene_day_label (scene, day, TRUE);
  gboolean is_marked = day == scene->marked_day;
  g_autoptr (PangoLayout) text = new_text (widget, label, DAY_TEXT,
                                           is_marked ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  GdkRGBA color = mukana_style_text_color (widget, day >= 5 && !is_marked ? 0.72 : 1);
  graphene_rect_t lane = find_lane (frame, scene, day, scene->first_slot, scene->end_slot);
  GdkRGBA ground = mukana_style_text_color (widget, 0.055);
  GdkRGBA hour_line = mukana_style_text_color (widget, 0.13);
  GdkRGBA half_line = mukana_style_text_color (widget, 0.055);
  GskRoundedRect outline;
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  draw_text (snapshot, text, 0, lane.origin.y + (frame->lane_height - height) / 2.0, &color);

  gsk_rounded_rect_init_from_rect (&outline, &lane, LANE_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &lane);
  for (int slot = scene->first_slot + 1; slot < scene->end_slot; slot++)
    gtk_snapshot_append_color (snapshot, slot % 2 ? &half_line : &hour_line,
                               &GRAPHENE_RECT_INIT (mukana_week_frame_x (frame, scene, slot),
                                                    lane.origin.y, 1, lane.size.height));
  gtk_snapshot_pop (snapshot);

  if (mukana_style_is_high_contrast (widget))
    {
      GdkRGBA edge = mukana_style_text_color (widget, 1);

      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { edge, edge, edge, edge });
    }
}

/** mukana_week_draw_hatching: fills @area with lines at 45° every 8 px */
void
mukana_week_draw_hatching (GtkWidget             *widget,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *area)
{
  GdkRGBA ground = mukana_style_text_color (widget, 0.07);
  GdkRGBA line = mukana_style_text_color (widget, 0.42);
  cairo_t *cairo;

  gtk_snapshot_append_color (snapshot, &ground, area);
  cairo = gtk_snapshot_append_cairo (snapshot, area);
  gdk_cairo_set_source_rgba (cairo, &line);
  cairo_set_line_width (cairo, 1);
  for (double x = area->origin.x - area->size.height; x < area->origin.x + area->size.width; x += 8)
    {
      cairo_move_to (cairo, x, area->origin.y + area->size.height);
      cairo_rel_line_to (cairo, area->size.height, -area->size.height);
    }
  cairo_stroke (cairo);
  cairo_destroy (cairo);
}

static void
draw_plate (GtkSnapshot           *snapshot,
            PangoLayout           *text,
            const graphene_rect_t *lane,
            const GdkRGBA         *ground,
            const GdkRGBA         *color)
{
  int width, height;
  graphene_rect_t plate;
  GskRoundedRect outline;

  pango_layout_set_width (text, MAX (0, (int) lane->size.width - 26) * PANGO_SCALE);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (text, &width, &height);

  plate = GRAPHENE_RECT_INIT (lane->origin.x + 6,
                              lane->origin.y + (int) (lane->size.height - height - 4) / 2,
                              width + 14, height + 4);
  gsk_rounded_rect_init_from_rect (&outline, &plate, 9);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, ground, &plate);
  gtk_snapshot_pop (snapshot);
  draw_text (snapshot, text, plate.origin.x + 7, plate.origin.y + 2, color);
}

static void
draw_inside (GtkSnapshot           *snapshot,
             PangoLayout           *text,
             const graphene_rect_t *lane,
             const GdkRGBA         *color)
{
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  /* Half a word is worse than none: the word is spoken and in the key. */
  if (width > lane->size.width - 12)
    return;
  draw_text (snapshot, text, lane->origin.x + 9, lane->origin.y + (lane->size.height - height) / 2,
             color);
}

static void
draw_free (const MukanaWeekScene *scene,
           const MukanaWeekFrame *frame,
           GtkWidget             *widget,
           GtkSnapshot           *snapshot,
           int                    day,
           int                    slot,
           int                    end)
{
  graphene_rect_t lane = find_lane (frame, scene, day, slot, end);
  GdkRGBA fill = mukana_style_color (widget, "mukana_free_fill");
  GdkRGBA edge = mukana_style_color (widget, "mukana_free_edge");
  GdkRGBA color = mukana_style_color (widget, "mukana_free_text");
  g_autofree char *from = mukana_week_minute_text (slot * SLOT_MINUTES);
  g_autofree char *until = mukana_week_minute_text (end * SLOT_MINUTES);
  /* Translators: on a painted time of the week: "9–15  free" */
  g_autofree char *words = g_strdup_printf (_("%s–%s  free"), from, until);
  g_autofree char *time = g_strdup_printf ("%s–%s", from, until);
  g_autoptr (PangoLayout) text = new_text (widget, words, SMALL_TEXT, PANGO_WEIGHT_BOLD);
  GskRoundedRect outline;
  int width, height;

  /* Where the word has no room the time may have. */
  pango_layout_get_pixel_size (text, &width, &height);
  if (width > lane.size.width - 12)
    pango_layout_set_text (text, time, -1);

  gsk_rounded_rect_init_from_rect (&outline, &lane, LANE_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &lane);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1.5, 1.5, 1.5, 1.5 },
                              (GdkRGBA[4]) { edge, edge, edge, edge });
  draw_inside (snapshot, text, &lane, &color);
}

static void
draw_mark (const MukanaWeekScene *scene,
           const MukanaWeekFrame *frame,
           GtkWidget             *widget,
           GtkSnapshot           *snapshot,
           const MukanaWeekMark  *mark)
{
  graphene_rect_t lane = find_lane (frame, scene, mark->when.weekday - 1,
                                    mark->when.start_minute / SLOT_MINUTES,
                                    (mark->when.end_minute + SLOT_MINUTES - 1) / SLOT_MINUTES);
  g_autofree char *words = mukana_week_mark_text (mark);
  g_autoptr (PangoLayout) text = new_text (widget, words, SMALL_TEXT, PANGO_WEIGHT_BOLD);
  GskRoundedRect outline;

  if (lane.size.width <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &lane, LANE_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (mark->kind == MUKANA_WEEK_ABSENCE)
    {
      GdkRGBA ground = mukana_style_color (widget, "mukana_plate");
      GdkRGBA color = mukana_style_text_color (widget, 1);

      mukana_week_draw_hatching (widget, snapshot, &lane);
      draw_plate (snapshot, text, &lane, &ground, &color);
    }
  else
    {
      GdkRGBA ground = mukana_style_color (widget, "mukana_assignment");
      GdkRGBA color = mukana_style_color (widget, "mukana_assignment_text");

      gtk_snapshot_append_color (snapshot, &ground, &lane);
      draw_inside (snapshot, text, &lane, &color);
    }
  gtk_snapshot_pop (snapshot);
}

static void
draw_focus (const MukanaWeekScene *scene,
            const MukanaWeekFrame *frame,
            GtkWidget             *widget,
            GtkSnapshot           *snapshot)
{
  graphene_rect_t cell = find_lane (frame, scene, scene->cursor_day, scene->cursor_slot,
                                    scene->cursor_slot + 1);
  GdkRGBA halo = mukana_style_color (widget, "mukana_focus_halo");
  GdkRGBA ring = mukana_style_color (widget, "mukana_focus_ring");
  GskRoundedRect outline;

  graphene_rect_inset (&cell, -3, -3);
  gsk_rounded_rect_init_from_rect (&outline, &cell, LANE_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 6, 6, 6, 6 },
                              (GdkRGBA[4]) { halo, halo, halo, halo });
  graphene_rect_inset (&cell, 1.8f, 1.8f);
  gsk_rounded_rect_init_from_rect (&outline, &cell, LANE_RADIUS - 1);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2.4f, 2.4f, 2.4f, 2.4f },
                              (GdkRGBA[4]) { ring, ring, ring, ring });
}

/** mukana_week_scene_draw: draws the whole week into @widget */
void
mukana_week_scene_draw (const MukanaWeekScene *scene,
                        GtkWidget             *widget,
                        GtkSnapshot           *snapshot,
                        gboolean               shows_focus)
{
  MukanaWeekFrame frame = mukana_week_frame (widget, gtk_widget_get_width (widget));
  MukanaWeekPattern visible = scene->free;

  draw_scale (scene, &frame, widget, snapshot);
  for (int day = 0; day < MUKANA_WEEK_N_DAYS; day++)
    {
      int slot = 0;
      int end;

      draw_day (scene, &frame, widget, snapshot, day);
      visible.days[day] &= ~scene->locked.days[day];
      for (; mukana_week_pattern_next_run (&visible, day, &slot, &end); slot = end)
        draw_free (scene, &frame, widget, snapshot, day, slot, end);
    }

  for (guint i = 0; i < scene->marks->len; i++)
    draw_mark (scene, &frame, widget, snapshot, &g_array_index (scene->marks, MukanaWeekMark, i));

  if (shows_focus)
    draw_focus (scene, &frame, widget, snapshot);
}
