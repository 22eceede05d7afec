/* mukana-part-drawing.c: one slot of a score bar, drawn. */

#include "ui/kit/mukana-part-drawing.h"

#include <math.h>

#include "ui/kit/mukana-parts.h"
#include "ui/kit/mukana-style.h"

#define RADIUS_PX 3

/**
 * mukana_part_draw_track:
 * @part: whose colour
 * @area: the slot
 * @share: earned, 0 to 1; drawn to the nearest whole pixel, from the left
 */
void
mukana_part_draw_track (GtkWidget             *widget,
                        GtkSnapshot           *snapshot,
                        MukanaPart             part,
                        const graphene_rect_t *area,
                        double                 share)
{
  GdkRGBA color = mukana_style_color (widget, mukana_part_color_name (part));
  GdkRGBA track = color;
  graphene_rect_t fill = *area;
  GskRoundedRect outline;

  if (area->size.width <= 0)
    return;

  track.alpha = mukana_style_color (widget, "mukana_track_strength").alpha;
  fill.size.width = (float) round (CLAMP (share, 0, 1) * area->size.width);
  gsk_rounded_rect_init_from_rect (&outline, area, RADIUS_PX);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &track, area);
  if (fill.size.width > 0)
    gtk_snapshot_append_color (snapshot, &color, &fill);
  gtk_snapshot_pop (snapshot);

  if (mukana_style_is_high_contrast (widget))
    {
      GdkRGBA edge = mukana_style_text_color (widget, 1);

      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { edge, edge, edge, edge });
    }
}
